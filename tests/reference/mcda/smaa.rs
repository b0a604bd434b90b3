//! Method `smaa2`.

use decision::smaa::scores::Score;
use decision::smaa::weights::Weighting;
use decision::smaa::{Model, Run};
use serde_json::{Value, json};

use super::{numbers, refusal};

const SAMPLES: u32 = 100_000;
const SEED: u64 = 2026;

pub fn answer(case: &Value) -> Option<Value> {
    let params = &case["params"];
    if params["value_function"] != "weighted sum" || params["normalization"] != "none" {
        return None;
    }
    let rows = case["matrix"].as_array()?;
    let scores = rows.iter().map(|row| row.as_array()?.iter().map(score).collect()).collect::<Option<_>>()?;
    let model = match Model::new(scores, weighting(params["weights"].as_str()?, case)?) {
        Ok(model) => model,
        Err(error) => return Some(refusal(error)),
    };
    let mut run = Run::new(model, SEED);
    run.step(SAMPLES);
    let summary = run.summary();
    Some(json!({
        "rank_acceptability": summary.rank_acceptability, "central_weights": summary.central_weights,
        "pairwise_winning": summary.pairwise_winning,
    }))
}

fn score(cell: &Value) -> Option<Score> {
    if let Some(value) = cell.as_f64() {
        return Some(Score::Exact(value));
    }
    let (kind, values) = cell.as_object()?.iter().next()?;
    let [a, b] = numbers(values)?.try_into().ok()?;
    match kind.as_str() {
        "uniform" => Some(Score::Uniform { low: a, high: b }),
        "normal" => Some(Score::Normal { mean: a, deviation: b }),
        "lognormal" => Some(Score::LogNormal { mu: a, sigma: b }),
        _ => None,
    }
}

/// Reads `fixed`, `uniform on {w >= 0, sum w = 1}` and `uniform on {w1 >= w2 >= w3 >= 0, sum w = 1}`.
fn weighting(text: &str, case: &Value) -> Option<Weighting> {
    if text == "fixed" {
        return Some(Weighting::Fixed(numbers(&case["weights"])?));
    }
    let set = text.strip_prefix("uniform on {")?.strip_suffix('}')?;
    let n_criteria = case["criteria"].as_array()?.len();
    let chain = set.split(',').next()?.split(">=").map(str::trim);
    let order: Vec<usize> = chain.filter_map(|name| name.strip_prefix('w')?.parse().ok()).collect();
    if order.is_empty() {
        return Some(Weighting::Any);
    }
    let rank =
        |criterion: usize| order.iter().position(|place| *place == criterion).map(|place| place as f64);
    (1..=n_criteria).map(rank).collect::<Option<_>>().map(Weighting::Ordered)
}
