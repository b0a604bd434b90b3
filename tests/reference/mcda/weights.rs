//! Kind `weights`.

use decision::weighting::objective::{critic, entropy};
use decision::weighting::rank_order::{RankRule, from_ranks};
use decision::weighting::shares;
use serde_json::{Value, json};

use super::{directions, numbers, refusal, rows};

pub fn answer(method: &str, case: &Value) -> Option<Value> {
    let input = &case["input"];
    Some(match method {
        "direct" | "swing" => {
            let points = numbers(&input["swing_points"]).or_else(|| numbers(&input["points"]))?;
            match shares(&points) {
                Ok(weights) => {
                    let percent: Vec<_> = weights.iter().map(|weight| (weight * 100.0).round()).collect();
                    json!({"weights": weights, "percent_rounded": percent})
                }
                Err(error) => refusal(error),
            }
        }
        "rank_based" => {
            let ranks = numbers(&input["ranks"])?;
            let rules = [
                ("roc", RankRule::Centroid),
                ("rank_sum", RankRule::Sum),
                ("rank_reciprocal", RankRule::Reciprocal),
            ];
            let mut found = json!({});
            for (name, rule) in rules {
                match from_ranks(&ranks, rule) {
                    Ok(weights) => found[name] = json!(weights),
                    Err(error) => return Some(refusal(error)),
                }
            }
            found
        }
        "entropy" => match entropy(&rows(&case["matrix"])?) {
            Ok(found) => json!({"weights": found.weights, "entropy": found.entropy}),
            Err(error) => refusal(error),
        },
        "critic" => match critic(&rows(&case["matrix"])?, &directions(case)?) {
            Ok(weights) => json!({"weights": weights}),
            Err(error) => refusal(error),
        },
        _ => return None,
    })
}
