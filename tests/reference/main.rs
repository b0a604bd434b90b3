//! Every verified case of the rules, from `tests/data` and from the directory `HALFSEAL_REFERENCE_DIR` names.
//!
//! A case is `{topic, id, input, expected, tolerance}`, or one of decision analysis as `tests/data/mcda/README.md` has it. Every key of `expected` has to be in the result with an equal
//! value; numbers with a decimal point may differ by the tolerance.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod group_scoring;
mod kpi;
mod price_score;
mod raci;
mod risk;
mod suitability;
mod weighted_sum;

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

/// Returns what the product says to a case, or nothing where it has no such rule yet.
fn answer(topic: &str, input: &Value) -> Option<Value> {
    match topic {
        "raci" => Some(raci::answer(input)),
        "suitability" => suitability::answer(input),
        "risk" => risk::answer(input),
        "kpi" => kpi::answer(input),
        "price_score" => Some(price_score::answer(input)),
        "group_scoring" => Some(group_scoring::answer(input)),
        _ => None,
    }
}

fn cases(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            cases(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "json") {
            found.push(path);
        }
    }
}

fn differs(expected: &Value, found: &Value, tolerance: f64, place: &str) -> Option<String> {
    let wrong = || Some(format!("{place}: expected {expected}, found {found}"));
    match (expected, found) {
        (Value::Object(expected), Value::Object(found)) => {
            expected.iter().find_map(|(key, value)| match found.get(key) {
                Some(found) => differs(value, found, tolerance, &format!("{place}/{key}")),
                None => Some(format!("{place}/{key} is missing")),
            })
        }
        (Value::Array(expected), Value::Array(found)) if expected.len() == found.len() => {
            let pairs = expected.iter().zip(found).enumerate();
            pairs.into_iter().find_map(|(at, (expected, found))| {
                differs(expected, found, tolerance, &format!("{place}/{at}"))
            })
        }
        (Value::Number(want), Value::Number(got)) => {
            let (w, g) = (want.as_f64().unwrap(), got.as_f64().unwrap());
            let allowed = if want.is_f64() { tolerance * w.abs().max(1.0) } else { 0.0 };
            if (g - w).abs() <= allowed { None } else { wrong() }
        }
        _ if expected == found => None,
        _ => wrong(),
    }
}

#[test]
fn every_case_is_answered_as_verified() {
    let mut files = Vec::new();
    cases(Path::new("tests/data"), &mut files);
    if let Some(more) = std::env::var_os("HALFSEAL_REFERENCE_DIR") {
        cases(Path::new(&more), &mut files);
    }
    files.sort();
    let (mut answered, mut skipped, mut failures) = (0, Vec::new(), Vec::new());
    for path in files {
        let case: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        // Cases of the rules name a topic, cases of decision analysis a method.
        let found = match (case["topic"].as_str(), case["method"].as_str()) {
            (Some(topic), _) => answer(topic, &case["input"]),
            (None, Some("wsm")) => weighted_sum::answer(&case),
            (None, Some(_)) => None,
            (None, None) => continue,
        };
        let Some(found) = found else {
            skipped.push(case["id"].as_str().unwrap_or_default().to_owned());
            continue;
        };
        answered += 1;
        let tolerance = case["tolerance"].as_f64().unwrap_or(1e-9);
        if let Some(difference) = differs(&case["expected"], &found, tolerance, "") {
            failures.push(format!("{}: {difference}", path.display()));
        }
    }
    println!("{answered} cases answered; rules not in the product yet: {}", skipped.join(", "));
    assert!(failures.is_empty(), "{} cases differ:\n{}", failures.len(), failures.join("\n"));
    assert!(answered > 0, "no case was found");
}
