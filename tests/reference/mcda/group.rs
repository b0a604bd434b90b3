//! Kind `group`.

use decision::group::agreement::kendall_w;
use decision::group::borda::borda;
use decision::group::correlation::{kendall_tau_b, spearman_rho};
use decision::group::pool::{Spread, weighted_mean};
use serde_json::{Value, json};

use super::{numbers, ranking, refusal, rows};

pub fn answer(method: &str, case: &Value) -> Option<Value> {
    match method {
        "weighted_mean" | "mean" => means(case),
        "borda" => count(case),
        "kendall_w" => agreement(case),
        "rank_correlation" => {
            let (a, b) = (numbers(&case["input"]["ranking_1"])?, numbers(&case["input"]["ranking_2"])?);
            Some(json!({"spearman_rho": spearman_rho(&a, &b), "kendall_tau_b": kendall_tau_b(&a, &b)}))
        }
        _ => None,
    }
}

fn means(case: &Value) -> Option<Value> {
    let input = &case["input"];
    let scores = rows(&input["scores"])?;
    let even = vec![1.0; scores.len()];
    let weights = numbers(&input["evaluator_weights"]).unwrap_or_else(|| even.clone());
    let (weighted, plain) = match (weighted_mean(&scores, &weights), weighted_mean(&scores, &even)) {
        (Ok(weighted), Ok(plain)) => (weighted, plain),
        (Err(error), _) | (_, Err(error)) => return Some(refusal(error)),
    };
    let higher = input["higher_is_better"].as_bool().unwrap_or(true);
    let sum: f64 = weights.iter().sum();
    let spreads: Vec<Spread> = (0..plain.len())
        .map(|place| Spread::of(&scores.iter().map(|row| row[place]).collect::<Vec<_>>()))
        .collect::<Option<_>>()?;
    let (ranks, groups) = ranking(case, &weighted, higher)?;
    Some(json!({
        "weighted_sum": weighted.iter().map(|mean| mean * sum).collect::<Vec<_>>(), "weighted_mean": weighted,
        "mean": plain, "ranks": ranks, "ranking": groups,
        "ranking_equal_weights": ranking(case, &plain, higher)?.1,
        "sample_standard_deviation": spreads.iter().map(|spread| spread.deviation).collect::<Vec<_>>(),
        "range": spreads.iter().map(|spread| spread.range()).collect::<Vec<_>>(),
        "median": spreads.iter().map(|spread| spread.median).collect::<Vec<_>>(),
    }))
}

/// Returns scores of which the higher is better, with the voices of each row.
fn ballots(case: &Value) -> Option<(Vec<Vec<f64>>, Vec<f64>)> {
    let input = &case["input"];
    if let Some(groups) = input["groups"].as_array() {
        let names = case["alternatives"].as_array()?;
        let ballot = |group: &Value| {
            let order = group["order"].as_array()?;
            // A place of the order is a name, or a list of names that share it.
            let is_at = |place: &Value, name: &Value| {
                place == name || place.as_array().is_some_and(|tied| tied.contains(name))
            };
            let score = |name| order.iter().position(|place| is_at(place, name)).map(|place| -(place as f64));
            let scores = names.iter().map(score).collect::<Option<Vec<_>>>()?;
            Some((scores, group["voters"].as_f64()?))
        };
        return groups
            .iter()
            .map(ballot)
            .collect::<Option<Vec<_>>>()
            .map(|ballots| ballots.into_iter().unzip());
    }
    let (scores, higher) = match rows(&input["ranks"]) {
        Some(ranks) => (ranks, false),
        None => (rows(&input["scores"])?, input["higher_is_better"].as_bool().unwrap_or(true)),
    };
    let sign = if higher { 1.0 } else { -1.0 };
    let signed = |row: &Vec<f64>| row.iter().map(|score| sign * score).collect();
    let voices = numbers(&input["evaluator_weights"]).unwrap_or_else(|| vec![1.0; scores.len()]);
    Some((scores.iter().map(signed).collect(), voices))
}

fn count(case: &Value) -> Option<Value> {
    let (scores, voices) = ballots(case)?;
    let count = match borda(&scores, &voices) {
        Ok(count) => count,
        Err(error) => return Some(refusal(error)),
    };
    let (ranks, groups) = ranking(case, &count.points, true)?;
    Some(json!({
        "points": count.points, "ranks": ranks, "ranking": groups, "pairwise_preferences": count.preferences,
    }))
}

fn agreement(case: &Value) -> Option<Value> {
    let (scores, _) = ballots(case)?;
    let values: Vec<Vec<f64>> = scores.iter().map(|row| row.iter().map(|score| -score).collect()).collect();
    let Some(found) = kendall_w(&values) else {
        return Some(json!({
            "kendall_w": null, "kendall_w_without_tie_correction": null, "chi_square": null, "p_value": null,
            "degrees_of_freedom": null, "mean_ranks": null, "error": "undefined", "finite": true,
        }));
    };
    Some(json!({
        "kendall_w": found.w, "kendall_w_without_tie_correction": found.w_uncorrected,
        "chi_square": found.chi_square, "degrees_of_freedom": found.degrees_of_freedom, "p_value": found.p_value,
        "mean_ranks": found.mean_ranks,
    }))
}
