//! Topic `group_scoring`.

use decision::group::{
    Aggregation, Judged, MIN_COVERAGE_BP, Scale, Sheet, differs_on_fact, divergence, judge,
};
use decision::{rank, weights};
use serde_json::{Value, json};

pub fn answer(input: &Value) -> Value {
    let list = |key: &str| input[key].as_array().cloned().unwrap_or_default();
    let names = |key: &str| -> Vec<String> {
        list(key).iter().map(|name| name.as_str().unwrap().to_owned()).collect()
    };
    let criteria = list("criteria");
    let excluded = names("excluded");
    let vendors: Vec<String> =
        names("vendors").into_iter().filter(|vendor| !excluded.contains(vendor)).collect();
    let evaluators = names("evaluators");
    let weights_bp: Vec<u32> =
        criteria.iter().map(|criterion| criterion["weight_bp"].as_u64().unwrap() as u32).collect();
    if weights::check(weights_bp.iter().copied()).is_err() {
        return json!({"error": "weights_not_10000"});
    }
    let scale =
        Scale { min: input["scale"]["min"].as_f64().unwrap(), max: input["scale"]["max"].as_f64().unwrap() };
    let score = |evaluator: &str, vendor: &str, criterion: &Value| {
        input["scores"][evaluator][vendor][criterion["id"].as_str().unwrap()].as_f64()
    };
    let sheets: Vec<Sheet> = evaluators
        .iter()
        .map(|evaluator| {
            let row = |vendor: &String| {
                criteria.iter().map(|criterion| score(evaluator, vendor, criterion)).collect()
            };
            vendors.iter().map(row).collect()
        })
        .collect();
    if sheets.iter().flatten().flatten().flatten().any(|score| *score < scale.min || scale.max < *score) {
        return json!({"error": "score_out_of_range"});
    }
    let judged: Vec<Judged> =
        (0..vendors.len()).map(|place| judge(&sheets, place, &weights_bp, scale)).collect();
    let low: Vec<&String> = vendors
        .iter()
        .zip(&judged)
        .filter(|(_, judged)| judged.coverage_bp < MIN_COVERAGE_BP - 1e-9)
        .map(|(vendor, _)| vendor)
        .collect();
    let refused = !low.is_empty() || vendors.is_empty();
    let figures = |aggregation| -> Vec<Option<f64>> {
        judged.iter().map(|judged| judged.figure(aggregation)).collect()
    };
    let chosen = if input["aggregation"] == "median" { Aggregation::Median } else { Aggregation::Mean };
    let ranks = rank::descending(&figures(chosen));
    let winners = |aggregation| -> Vec<String> {
        rank::winners(&figures(aggregation)).into_iter().map(|place| vendors[place].clone()).collect()
    };
    let rows: Vec<_> = vendors
        .iter()
        .zip(&judged)
        .zip(ranks)
        .map(|((vendor, judged), rank)| {
            let totals = evaluators
                .iter()
                .zip(&judged.totals)
                .map(|(evaluator, total)| json!({"evaluator": evaluator, "total": total}));
            json!({
                "id": vendor, "mean": judged.mean, "median": judged.median, "coverage_bp": judged.coverage_bp,
                "rank": if refused { None } else { rank }, "totals": totals.collect::<Vec<_>>(),
            })
        })
        .collect();
    let (mut diverging, mut mismatch) = (Vec::new(), Vec::new());
    for vendor in &vendors {
        for criterion in &criteria {
            let scores: Vec<_> =
                evaluators.iter().map(|evaluator| score(evaluator, vendor, criterion)).collect();
            if criterion["objective"] == true && differs_on_fact(&scores) {
                mismatch.push(json!({"vendor": vendor, "criterion": criterion["id"]}));
            }
            if let Some(found) = divergence(&scores, scale) {
                let mut reasons = Vec::new();
                if found.by_range {
                    reasons.push("range");
                }
                if !found.outliers.is_empty() {
                    reasons.push("median");
                }
                let who: Vec<_> = found.outliers.iter().map(|place| &evaluators[*place]).collect();
                diverging.push(json!({"vendor": vendor, "criterion": criterion["id"], "reasons": reasons, "evaluators": who}));
            }
        }
    }
    json!({
        "vendors": rows, "ranking_refused": refused, "low_coverage": low,
        "winners": if refused { Value::Null } else { json!(winners(chosen)) },
        "methods_disagree": if refused { Value::Null } else { json!(winners(Aggregation::Mean) != winners(Aggregation::Median)) },
        "divergence": diverging, "objective_mismatch": mismatch,
    })
}
