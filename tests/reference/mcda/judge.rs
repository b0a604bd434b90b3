//! Compares an answer with what a case expects and with what its source printed.

use serde_json::{Map, Value};

use crate::cases::{Tolerance, differs};

/// Says what is wrong with an answer.
pub fn judge(case: &Value, mut found: Value) -> Result<(), String> {
    let tolerance = case["tolerance"].as_f64().unwrap_or(1e-9);
    let mut expected = case["expected"].clone();
    let fields = expected.as_object_mut().ok_or("nothing is expected")?;
    let mut wrong = check_central_weights(fields, &found);
    check_exact(fields, &found, tolerance, &mut wrong);
    for key in ["pairwise_winning", "preference_matrix", "pairwise_preferences"] {
        leave_out_diagonal(&expected[key], &mut found[key]);
    }
    for side in [&mut expected, &mut found] {
        // The order of crossings at one weight is nobody's business.
        if let Some(crossings) = side["crossings"].as_array_mut() {
            crossings.sort_by_key(|crossing| format!("{} {}", crossing["criterion"], crossing["pair"]));
        }
        if side["crossings"].is_null() {
            side.as_object_mut().map(|fields| fields.remove("crossings"));
        }
    }
    wrong.extend(differs(&expected, &found, within(tolerance), ""));
    wrong.extend(check_published(&case["published"], &found, tolerance));
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("; ")) }
}

fn within(by: f64) -> Tolerance {
    Tolerance { by, is_absolute: true }
}

/// Central weights have a tolerance for each alternative.
fn check_central_weights(expected: &mut Map<String, Value>, found: &Value) -> Vec<String> {
    let Some(tolerances) = expected.remove("central_weights_tolerance") else { return Vec::new() };
    let Some(Value::Array(weights)) = expected.remove("central_weights") else { return Vec::new() };
    let mut wrong = Vec::new();
    for (place, weights) in weights.iter().enumerate() {
        let tolerance = within(tolerances[place].as_f64().unwrap_or(0.0));
        let name = format!("/central_weights/{place}");
        wrong.extend(differs(weights, &found["central_weights"][place], tolerance, &name));
    }
    wrong
}

/// Fractions are written as text: `"3/4"`.
fn check_exact(expected: &mut Map<String, Value>, found: &Value, tolerance: f64, wrong: &mut Vec<String>) {
    let Some(exact) = expected.remove("rank_acceptability_exact") else { return };
    let number = |fraction: &Value| {
        let text = fraction.as_str().unwrap_or_default();
        let (above, below) = text.split_once('/').unwrap_or((text, "1"));
        Value::from(above.trim().parse::<f64>().unwrap() / below.trim().parse::<f64>().unwrap())
    };
    let rows = exact.as_array().unwrap().iter();
    let numbers: Vec<Vec<Value>> =
        rows.map(|row| row.as_array().unwrap().iter().map(number).collect()).collect();
    let name = "/rank_acceptability_exact";
    wrong.extend(differs(&Value::from(numbers), &found["rank_acceptability"], within(tolerance), name));
}

/// Where a case has nothing on a diagonal, the answer needs nothing either.
fn leave_out_diagonal(expected: &Value, found: &mut Value) {
    let n = expected.as_array().map_or(0, Vec::len);
    for place in 0..n {
        if expected[place].get(place).is_some_and(Value::is_null) && !found[place][place].is_null() {
            found[place][place] = Value::Null;
        }
    }
}

/// Printed figures have tolerances of their own: one for all, or one a key.
fn check_published(published: &Value, found: &Value, usual: f64) -> Vec<String> {
    let Some(published) = published.as_object() else { return Vec::new() };
    let tolerances = &published["tolerance"];
    let mut wrong = Vec::new();
    for (key, value) in published.iter().filter(|(key, _)| *key != "tolerance") {
        let tolerance = tolerances[key].as_f64().or(tolerances.as_f64()).unwrap_or(usual);
        let answer = match key.strip_prefix("cr_") {
            Some(table) => &found["consistency_ratio"][table],
            None => &found[key],
        };
        wrong.extend(differs(value, answer, within(tolerance), &format!("/published/{key}")));
    }
    wrong
}
