//! What the product says to the cases of decision analysis, by kind and method.

mod ahp;
mod group;
pub mod judge;
mod price;
mod ranking;
mod risk;
mod sensitivity;
mod smaa;
mod weights;

use decision::normalize::Normalization;
use decision::rank;
use decision::table::{Direction, Table, TableError};
use serde_json::{Value, json};

/// Returns what the product says to a case, or nothing where it has no such method or variant.
pub fn answer(case: &Value) -> Option<Value> {
    match (case["kind"].as_str()?, case["method"].as_str()?) {
        ("ahp", method) => ahp::answer(method, case),
        ("weights", method) => weights::answer(method, case),
        ("ranking", "price_ratio" | "price_linear") => price::answer(case),
        ("ranking", method) => ranking::answer(method, case),
        ("sensitivity", method) => sensitivity::answer(method, case),
        ("smaa", "smaa2") => smaa::answer(case),
        ("group", "aij_geometric_mean") => ahp::judges(case),
        ("group", method) => group::answer(method, case),
        ("risk", "risk_product") => risk::answer(case),
        _ => None,
    }
}

/// A refusal shows a code and no figure at all, so none that is not finite.
fn refusal(error: impl std::fmt::Display) -> Value {
    json!({"error": error.to_string(), "finite": true})
}

fn numbers(value: &Value) -> Option<Vec<f64>> {
    value.as_array()?.iter().map(Value::as_f64).collect()
}

fn rows(value: &Value) -> Option<Vec<Vec<f64>>> {
    value.as_array()?.iter().map(numbers).collect()
}

fn directions(case: &Value) -> Option<Vec<Direction>> {
    let criteria = case["criteria"].as_array()?;
    let direction = |criterion: &Value| match criterion["direction"].as_str()? {
        "max" => Some(Direction::Max),
        "min" => Some(Direction::Min),
        _ => None,
    };
    criteria.iter().map(direction).collect()
}

fn table(case: &Value) -> Option<Result<Table, TableError>> {
    Some(Table::new(&rows(&case["matrix"])?, &directions(case)?, &numbers(&case["weights"])?))
}

fn normalization(case: &Value) -> Option<Normalization> {
    match case["params"]["normalization"].as_str()? {
        "none" => Some(Normalization::None),
        "max_ratio" => Some(Normalization::MaxRatio),
        "minmax" => Some(Normalization::MinMax),
        "sum" => Some(Normalization::Sum),
        _ => None,
    }
}

/// Returns ranks and the names that share each, best first.
fn ranking(case: &Value, scores: &[f64], higher_is_better: bool) -> Option<(Value, Value)> {
    let names = case["alternatives"].as_array()?;
    let scores: Vec<Option<f64>> = scores.iter().copied().map(Some).collect();
    let ranks = if higher_is_better { rank::descending(&scores) } else { rank::ascending(&scores) };
    let named = |group: &Vec<usize>| group.iter().map(|place| names[*place].clone()).collect::<Vec<_>>();
    let groups: Vec<_> = rank::groups(&ranks).iter().map(named).collect();
    Some((json!(ranks), json!(groups)))
}
