//! The sampling of the decision laboratory, built as the worker is, to be measured in a page.

use decision::smaa::scores::Score;
use decision::smaa::weights::Weighting;
use decision::smaa::{Model, Run};
use wasm_bindgen::prelude::wasm_bindgen;

/// Draws weights evenly and returns how often each alternative takes each rank, by alternative, then by rank. The scores
/// are given by alternative, then by criterion; nothing where they cannot be ranked.
#[wasm_bindgen]
#[must_use]
pub fn rank_shares(scores: &[f64], n_criteria: usize, samples: u32, seed: u32) -> Vec<f64> {
    let rows = scores.chunks(n_criteria.max(1)).map(|row| row.iter().copied().map(Score::Exact).collect());
    let Ok(model) = Model::new(rows.collect(), Weighting::Any) else { return Vec::new() };
    let mut run = Run::new(model, u64::from(seed));
    run.step(samples);
    run.summary().rank_acceptability.concat()
}
