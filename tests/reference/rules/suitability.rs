//! Topic `suitability`.

use halfseal::domain::requirements::Factors;
use halfseal::domain::requirements::gap::{Capability, gaps};
use halfseal::domain::requirements::suitability::{Factor, assess};
use halfseal::domain::scale::Rating;
use serde_json::{Value, json};

pub fn answer(input: &Value) -> Option<Value> {
    match input["op"].as_str()? {
        "module" => Some(module(input)),
        "gap" => gap(input),
        _ => None,
    }
}

fn gap(input: &Value) -> Option<Value> {
    let given = input["capabilities"].as_array()?;
    let read = |one: &Value| {
        Some(Capability {
            weight: one["weight_bp"].as_u64()? as u32,
            required: one["required"].as_f64()?,
            current: one["current"].as_f64()?,
            vendor: one["vendor"].as_f64(),
        })
    };
    let found = match gaps(&given.iter().map(read).collect::<Option<Vec<_>>>()?) {
        Ok(found) => found,
        Err(error) => return Some(json!({"error": error.to_string()})),
    };
    let items = given.iter().zip(&found.lines);
    let items = items.map(|(one, gap)| json!({"id": one["id"], "gap": gap.now, "after_gap": gap.after}));
    let share = found.share;
    Some(json!({
        "status": if share.is_some() { "ok" } else { "no_data" },
        "items": items.collect::<Vec<_>>(),
        "gap_pct": share.map(|share| share.gap_pct),
        "after_gap_pct": share.map(|share| share.after_gap_pct),
        "coverage_pct": share.map(|share| share.coverage_pct()),
        "after_coverage_pct": share.map(|share| share.after_coverage_pct()),
    }))
}

fn module(input: &Value) -> Value {
    let mut weights = [0; 8];
    let mut factors = Factors::default();
    for (place, factor) in Factor::ALL.into_iter().enumerate() {
        weights[place] = input["weights_bp"][factor.code()].as_u64().unwrap_or(0) as u32;
    }
    if weights.iter().sum::<u32>() != 10_000 {
        return json!({"error": "weights_not_10000"});
    }
    for factor in Factor::ALL {
        let rating = match input["scores"][factor.code()].as_u64() {
            Some(score) => match Rating::new(score as u8) {
                Ok(rating) => Some(rating),
                Err(_) => return json!({"error": "score_out_of_range"}),
            },
            None => None,
        };
        factor.set(&mut factors, rating);
    }
    let judged = assess(&factors, &weights, input["core"] == true, input["measure_named"] == false);
    json!({
        "score": judged.score,
        "coverage_bp": judged.coverage_bp,
        "veto": judged.veto.iter().map(|veto| veto.code()).collect::<Vec<_>>(),
        "verdict": judged.verdict.code(),
        "weakest": judged.weakest.map(Factor::code),
        "advice": if judged.document_first { vec!["document_first"] } else { Vec::new() },
    })
}
