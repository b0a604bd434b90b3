//! Kind `ranking`, method `wsm`.

use halfseal::decision::normalize::Normalization;
use halfseal::decision::rank;
use halfseal::decision::table::{Direction, Table};
use halfseal::decision::weighted_sum::weighted_sum;
use serde_json::{Value, json};

pub fn answer(case: &Value) -> Option<Value> {
    let rule = match case["params"]["normalization"].as_str()? {
        "none" => Normalization::None,
        "max_ratio" => Normalization::MaxRatio,
        "minmax" => Normalization::MinMax,
        "sum" => Normalization::Sum,
        _ => return None,
    };
    let numbers = |value: &Value| -> Vec<f64> {
        value.as_array().unwrap().iter().map(|number| number.as_f64().unwrap()).collect()
    };
    let directions: Vec<_> = case["criteria"]
        .as_array()?
        .iter()
        .map(|criterion| if criterion["direction"] == "min" { Direction::Min } else { Direction::Max })
        .collect();
    let rows: Vec<_> = case["matrix"].as_array()?.iter().map(numbers).collect();
    let table = Table::new(&rows, &directions, &numbers(&case["weights"])).unwrap();
    let sums = weighted_sum(&table, rule).unwrap();
    let ranks = rank::descending(&sums.scores.iter().copied().map(Some).collect::<Vec<_>>());
    let names = case["alternatives"].as_array()?;
    let mut ranking: Vec<(usize, Vec<&Value>)> = Vec::new();
    let mut order: Vec<_> = ranks.iter().map(|rank| rank.unwrap()).zip(names).collect();
    order.sort_by_key(|(rank, _)| *rank);
    for (rank, name) in order {
        match ranking.last_mut() {
            Some((last, tied)) if *last == rank => tied.push(name),
            _ => ranking.push((rank, vec![name])),
        }
    }
    let ranking: Vec<_> = ranking.into_iter().map(|(_, tied)| tied).collect();
    Some(json!({
        "scores": sums.scores,
        "ranking": ranking,
        "ranks": ranks,
        "higher_is_better": true,
        "finite": sums.scores.iter().all(|score| score.is_finite()),
    }))
}
