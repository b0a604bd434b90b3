//! Kind `ahp`, and judgements of several people.

use decision::ahp::consistency::{RandomIndex, USUAL_LIMIT};
use decision::ahp::hierarchy::synthesise;
use decision::ahp::{JudgementError, Judgements, Priorities};
use serde_json::{Map, Value, json};

use super::{ranking, refusal, rows};

pub fn answer(method: &str, case: &Value) -> Option<Value> {
    let found = match method {
        "ahp_eigenvector" => eigenvector(rows(&case["input"]["pairwise"])?),
        "ahp_full_distributive" => full(case)?,
        "random_index" => Ok(random_index(case)?),
        _ => return None,
    };
    Some(found.unwrap_or_else(refusal))
}

pub fn judges(case: &Value) -> Option<Value> {
    let judges = case["input"]["pairwise_by_evaluator"].as_array()?;
    let judges: Vec<_> = judges.iter().map(rows).collect::<Option<_>>()?;
    let together = judges
        .into_iter()
        .map(Judgements::new)
        .collect::<Result<Vec<_>, _>>()
        .and_then(|judges| Judgements::geometric_mean(&judges))
        .and_then(|judgements| {
            let mut found = eigenvector(judgements.rows().to_vec())?;
            found["aggregated_matrix"] = json!(judgements.rows());
            Ok(found)
        });
    Some(together.unwrap_or_else(refusal))
}

fn name(table: RandomIndex) -> &'static str {
    match table {
        RandomIndex::Saaty1980 => "saaty1980",
        RandomIndex::Saaty2005 => "saaty2005",
        RandomIndex::DoneganDodd1991 => "donegan_dodd1991",
        RandomIndex::TummalaLing1998 => "tummala_ling1998",
    }
}

fn by_table(of: impl Fn(RandomIndex) -> Value) -> Value {
    Value::Object(
        RandomIndex::ALL.map(|table| (name(table).to_owned(), of(table))).into_iter().collect::<Map<_, _>>(),
    )
}

fn ratios(priorities: &Priorities) -> Value {
    by_table(|table| json!(priorities.consistency_ratio(table)))
}

fn eigenvector(rows: Vec<Vec<f64>>) -> Result<Value, JudgementError> {
    let judgements = Judgements::new(rows)?;
    let found = judgements.priorities()?;
    let consistent =
        by_table(|table| json!(found.consistency_ratio(table).map(|ratio| ratio <= USUAL_LIMIT + 1e-9)));
    Ok(json!({
        "weights": found.weights, "lambda_max": found.lambda_max, "consistency_index": found.consistency_index,
        "consistency_ratio": ratios(&found), "consistent_at_0.1": consistent,
        "weights_geometric_mean": judgements.geometric_mean_weights(),
        "weights_column_average": judgements.column_average_weights(),
    }))
}

fn full(case: &Value) -> Option<Result<Value, JudgementError>> {
    let input = &case["input"];
    let names = input["elements"].as_array()?;
    let matrices: Vec<_> = names
        .iter()
        .map(|name| rows(&input["alternatives_pairwise"][name.as_str()?]))
        .collect::<Option<_>>()?;
    let criteria = rows(&input["pairwise"])?;
    let synthesis = Judgements::new(criteria).and_then(|criteria| {
        let alternatives = matrices.into_iter().map(Judgements::new).collect::<Result<Vec<_>, _>>()?;
        synthesise(&criteria, &alternatives)
    });
    let synthesis = match synthesis {
        Ok(synthesis) => synthesis,
        Err(error) => return Some(Err(error)),
    };
    let local = names
        .iter()
        .zip(&synthesis.local)
        .map(|(name, local)| (name.as_str().unwrap_or_default().to_owned(), json!(local.weights)));
    let (ranks, groups) = ranking(case, &synthesis.scores, true)?;
    Some(Ok(json!({
        "criteria_weights": synthesis.criteria.weights, "criteria_consistency_ratio": ratios(&synthesis.criteria),
        "local_priorities": local.collect::<Map<_, _>>(), "scores": synthesis.scores, "ranks": ranks,
        "ranking": groups,
    })))
}

fn random_index(case: &Value) -> Option<Value> {
    let sizes: Vec<u64> = case["input"]["n"].as_array()?.iter().map(Value::as_u64).collect::<Option<_>>()?;
    Some(by_table(|table| json!(sizes.iter().map(|n| table.of(*n as usize)).collect::<Vec<_>>())))
}
