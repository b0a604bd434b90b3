//! Topic `suitability`, operation `module`.

use halfseal::domain::requirements::Factors;
use halfseal::domain::requirements::suitability::{Factor, assess};
use halfseal::domain::scale::Rating;
use serde_json::{Value, json};

pub fn answer(input: &Value) -> Option<Value> {
    if input["op"] != "module" {
        return None;
    }
    let mut weights = [0; 8];
    let mut factors = Factors::default();
    for (place, factor) in Factor::ALL.into_iter().enumerate() {
        weights[place] = input["weights_bp"][factor.code()].as_u64().unwrap_or(0) as u32;
    }
    if weights.iter().sum::<u32>() != 10_000 {
        return Some(json!({"error": "weights_not_10000"}));
    }
    for factor in Factor::ALL {
        let rating = match input["scores"][factor.code()].as_u64() {
            Some(score) => match Rating::new(score as u8) {
                Ok(rating) => Some(rating),
                Err(_) => return Some(json!({"error": "score_out_of_range"})),
            },
            None => None,
        };
        factor.set(&mut factors, rating);
    }
    let judged = assess(&factors, &weights, input["core"] == true, input["measure_named"] == false);
    Some(json!({
        "score": judged.score,
        "coverage_bp": judged.coverage_bp,
        "veto": judged.veto.iter().map(|veto| veto.code()).collect::<Vec<_>>(),
        "verdict": judged.verdict.code(),
        "weakest": judged.weakest.map(Factor::code),
        "advice": if judged.document_first { vec!["document_first"] } else { Vec::new() },
    }))
}
