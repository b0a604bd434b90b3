//! Methods `price_ratio` and `price_linear`.

use decision::price::{Bid, Formula, Gate, Rule};
use serde_json::{Value, json};

use super::{numbers, ranking, refusal};

pub fn answer(case: &Value) -> Option<Value> {
    let (input, params) = (&case["input"], &case["params"]);
    let prices = numbers(&input["prices"])?;
    let quality = numbers(&input["quality_points"]);
    let rescaled = params["quality_rule"].as_str().is_some_and(|rule| rule.contains("highest"));
    let whole = if rescaled { quality.iter().flatten().copied().fold(0.0, f64::max) } else { 100.0 };
    let formula = match case["method"].as_str()? {
        "price_ratio" => Formula::LowestRatio,
        "price_linear" => match bounds(params) {
            Some((low, high)) => Formula::PresetBounds { low, high },
            None => Formula::HighestLowest,
        },
        _ => return None,
    };
    let weight_bp = (params["price_weight"].as_f64()? * 100.0).round() as u32;
    let rule = Rule { formula, weight_bp, technical_floor: None };
    let bids: Vec<Bid> = prices
        .iter()
        .enumerate()
        .map(|(place, price)| Bid {
            price: Some(minor(*price)),
            quality: quality.as_ref().map_or(0.0, |points| 100.0 * points[place] / whole),
            gate: Gate::Pass,
        })
        .collect();
    let compared = match rule.compare(&bids) {
        Ok(compared) => compared,
        Err(error) => return Some(refusal(error)),
    };
    let points: Vec<_> = compared.bids.iter().map(|points| points.unwrap()).collect();
    let price_scores: Vec<f64> = points.iter().map(|points| points.price).collect();
    // Points not rescaled are the quality part as they stand.
    let quality_score = |place: usize| match &quality {
        Some(given) if !rescaled => given[place],
        _ => points[place].total - points[place].price,
    };
    let quality_scores: Vec<f64> = (0..points.len()).map(quality_score).collect();
    let scores: Vec<f64> =
        price_scores.iter().zip(&quality_scores).map(|(price, quality)| price + quality).collect();
    let (ranks, groups) = ranking(case, &scores, true)?;
    Some(json!({
        "price_scores": price_scores, "quality_scores": quality_scores, "scores": scores, "ranks": ranks,
        "ranking": groups,
    }))
}

/// Prices of the cases may have decimals.
fn minor(price: f64) -> i64 {
    (price * 100.0).round() as i64
}

/// Limits set beforehand: two numbers, or an object of a lower and an upper one.
fn bounds(params: &Value) -> Option<(i64, i64)> {
    let limits = &params["limits"];
    let either = |keys: [&str; 4]| keys.iter().find_map(|key| limits[*key].as_f64());
    let (low, high) = match limits.as_array() {
        Some(pair) => (pair.first()?.as_f64()?, pair.get(1)?.as_f64()?),
        None => (either(["low", "min", "lower", "lowest"])?, either(["high", "max", "upper", "highest"])?),
    };
    Some((minor(low), minor(high)))
}
