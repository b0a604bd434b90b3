//! Method `risk_product`.

use halfseal::domain::risk::matrix::Level;
use serde_json::{Value, json};

pub fn answer(case: &Value) -> Option<Value> {
    let axis = |key: &str| -> Option<Vec<u8>> {
        case["input"][key].as_array()?.iter().map(|value| u8::try_from(value.as_u64()?).ok()).collect()
    };
    let (likelihoods, impacts) = (axis("likelihood")?, axis("consequence")?);
    let score =
        |likelihood: u8| impacts.iter().map(move |impact| Level { likelihood, impact: *impact }.score());
    let grid: Vec<Vec<u32>> = likelihoods.iter().map(|likelihood| score(*likelihood).collect()).collect();
    // The cases bring their own levels, which are not the bands of the product.
    let levels = case["params"]["levels"].as_object()?;
    let level = |score: &u32| {
        let score = u64::from(*score);
        let holds = |range: &Value| range[0].as_u64() <= Some(score) && Some(score) <= range[1].as_u64();
        levels.iter().find(|(_, range)| holds(range)).map(|(name, _)| name.clone())
    };
    let named: Vec<Vec<_>> = grid.iter().map(|row| row.iter().map(level).collect()).collect();
    Some(json!({"grid_rows_likelihood_1_to_5": grid, "levels_rows_likelihood_1_to_5": named}))
}
