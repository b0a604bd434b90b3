//! Topic `price_score`.

use decision::price::{Bid, Clamped, Excluded, Formula, Gate, Rule};
use serde_json::{Value, json};

pub fn answer(input: &Value) -> Value {
    let formula = match input["formula"].as_str().unwrap() {
        "lowest_ratio" => Formula::LowestRatio,
        "linear_from_lowest" => Formula::LinearFromLowest,
        "highest_lowest" => Formula::HighestLowest,
        "log" => Formula::Log { base: input["log_base"].as_f64().unwrap() },
        "preset_bounds" => Formula::PresetBounds {
            low: input["bounds"]["low"].as_i64().unwrap(),
            high: input["bounds"]["high"].as_i64().unwrap(),
        },
        "qcbs" => Formula::Qcbs,
        other => panic!("no formula {other}"),
    };
    let weight = input["price_weight_bp"].as_i64().unwrap();
    let rule = Rule {
        formula,
        weight_bp: u32::try_from(weight).unwrap_or(u32::MAX),
        technical_floor: input["technical_floor"].as_f64(),
    };
    let given = input["bids"].as_array().unwrap();
    let bids: Vec<Bid> = given
        .iter()
        .map(|bid| Bid {
            price: bid["price"].as_i64(),
            quality: bid["quality"].as_f64().unwrap(),
            gate: match bid["gate"].as_str().unwrap_or("pass") {
                "fail" => Gate::Fail,
                "needs_evidence" => Gate::NeedsEvidence,
                _ => Gate::Pass,
            },
        })
        .collect();
    let (compared, paradox) = match (rule.compare(&bids), rule.paradox(&bids)) {
        (Ok(compared), Ok(paradox)) => (compared, paradox),
        (Err(error), _) | (_, Err(error)) => {
            let code = error.to_string();
            return json!({"error": code});
        }
    };
    let name = |place: &usize| given[*place]["id"].clone();
    let scores: Vec<_> = given
        .iter()
        .zip(&compared.bids)
        .zip(&compared.ranks)
        .map(|((bid, points), rank)| match points {
            Ok(points) => {
                let clamped = match points.clamped {
                    Clamped::None => "none",
                    Clamped::Low => "low",
                    Clamped::High => "high",
                };
                json!({
                    "id": bid["id"], "included": true, "reason": null, "raw": points.raw, "price_score": points.price,
                    "clamped": clamped, "total": points.total, "rank": rank, "financial_score": points.financial,
                })
            }
            Err(excluded) => {
                let reason = match excluded {
                    Excluded::FailedGate => "failed_gate",
                    Excluded::BelowTechnicalFloor => "below_technical_floor",
                };
                json!({
                    "id": bid["id"], "included": false, "reason": reason, "raw": null, "price_score": null,
                    "clamped": null, "total": null, "rank": null, "financial_score": null,
                })
            }
        })
        .collect();
    json!({
        "p_min": compared.lowest, "p_max": compared.highest, "scores": scores,
        "winners": compared.winners.iter().map(name).collect::<Vec<_>>(),
        "paradox": paradox.iter().map(name).collect::<Vec<_>>(),
        "point_value": rule.point_value(),
        "warnings": rule.warnings(&bids, &compared, input["cn_kind"].as_str().map(|kind| kind == "services")).iter().map(|warning| warning.code()).collect::<Vec<_>>(),
    })
}
