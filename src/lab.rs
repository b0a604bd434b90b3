//! The decision laboratory: second opinions on a choice of vendor. It asks the same ranking the pages show again and
//! again (with other methods, weights, prices, without a vendor, without an evaluator) and answers in blocks that any
//! page can show. It runs beside the page, in the worker, so that no question ever holds up a key.

mod block;
mod chances;
mod group;
mod html;
mod left_out;
mod low_price;
mod methods;
mod prices;
pub mod question;
mod scene;
mod weight_sets;
mod winner_map;

use serde_json::Value;

use crate::lab::block::Block;
use crate::lab::question::Question;
use crate::lab::scene::Scene;

/// Answers a question ([`Question::write`]) with what [`html::write`] says; without a ranking there is nothing to show.
/// What cannot be read has an empty answer: the page asks with a project it has open, so this is a fault of the program
/// and no case for words.
#[must_use]
pub fn answer(question: &str) -> String {
    let scene = Question::read(question).and_then(|(question, project)| Scene::of(project, question));
    let answer = scene.map(|scene| html::write(&blocks(&scene), scene.words.source));
    answer.unwrap_or_else(|| Value::Array(Vec::new())).to_string()
}

/// Answers with every block there is; each says itself why it has nothing to show.
fn blocks(scene: &Scene) -> Vec<Block> {
    [
        chances::block(scene),
        methods::block(scene),
        left_out::block(scene),
        winner_map::block(scene),
        weight_sets::block(scene),
        prices::block(scene),
        low_price::block(scene),
        group::block(scene),
    ]
    .into_iter()
    .flatten()
    .collect()
}

#[cfg(test)]
mod tests;
