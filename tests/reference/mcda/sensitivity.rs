//! Kind `sensitivity`.

use decision::sensitivity::lines;
use decision::sensitivity::pairs::{PairCrossing, crossings, first_place};
use decision::sensitivity::topsis::Sweep;
use decision::weighted_sum::weighted_sum;
use serde_json::{Value, json};

use super::{normalization, ranking, refusal, table};

pub fn answer(method: &str, case: &Value) -> Option<Value> {
    match method {
        "wsm_one_at_a_time" => weighted_sums(case),
        "topsis_one_at_a_time" => topsis(case),
        _ => None,
    }
}

fn shown(case: &Value, criterion: &Value, current: f64, crossing: &PairCrossing) -> Value {
    let name = |place: usize| &case["alternatives"][place];
    json!({
        "criterion": criterion, "pair": [name(crossing.pair.0), name(crossing.pair.1)], "weight": crossing.weight,
        "delta_from_current": crossing.weight - current, "at_boundary": crossing.at_boundary,
    })
}

fn weighted_sums(case: &Value) -> Option<Value> {
    let table = match table(case)? {
        Ok(table) => table,
        Err(error) => return Some(refusal(error)),
    };
    let sums = match weighted_sum(&table, normalization(case)?) {
        Ok(sums) => sums,
        Err(error) => return Some(refusal(error)),
    };
    let (mut found, mut stability) = (Vec::new(), Vec::new());
    for (place, criterion) in case["criteria"].as_array()?.iter().enumerate() {
        let current = sums.shares[place];
        let lines = lines(&sums.normalized, &sums.shares, place);
        let name = &criterion["name"];
        found.extend(crossings(&lines).iter().map(|crossing| shown(case, name, current, crossing)));
        if let Some(first) = first_place(&lines, current) {
            stability.push(json!({
                "criterion": name, "current_weight": current, "first_place": case["alternatives"][first.leader],
                "keeps_first_from": first.from, "keeps_first_to": first.to,
            }));
        }
    }
    let (ranks, groups) = ranking(case, &sums.scores, true)?;
    Some(json!({
        "scores": sums.scores, "ranks": ranks, "ranking": groups, "crossings": found,
        "first_place_stability": stability,
    }))
}

fn topsis(case: &Value) -> Option<Value> {
    let table = match table(case)? {
        Ok(table) => table,
        Err(error) => return Some(refusal(error)),
    };
    let criterion = &case["params"]["criterion"];
    let moving = case["criteria"].as_array()?.iter().position(|found| found["name"] == *criterion)?;
    let sweep = Sweep::of(&table, super::ranking::scaling(case)?, moving);
    let name = |place: usize| &case["alternatives"][place];
    let changes = sweep.first_place_changes();
    let changes = changes
        .iter()
        .map(|change| json!({"weight": change.weight, "from": name(change.from), "to": name(change.to)}));
    let current = table.shares()[moving];
    Some(json!({
        "first_place_at_zero": sweep.leader(0.0).map(name), "first_place_changes": changes.collect::<Vec<_>>(),
        "crossings": sweep.crossings().iter().map(|crossing| shown(case, criterion, current, crossing)).collect::<Vec<_>>(),
    }))
}
