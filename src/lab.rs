//! The decision laboratory: second opinions on a choice of vendor. It asks the same ranking the pages show again and
//! again (with other methods, weights, prices, without a vendor, without an evaluator) and answers in blocks that any
//! page can show. It runs beside the page, in the worker, so that no question ever holds up a key.

mod block;
mod chances;
mod group;
pub mod history;
mod html;
mod left_out;
mod low_price;
mod measured;
mod methods;
mod prices;
pub mod question;
mod scene;
mod weight_sets;
mod winner_map;

use crate::domain::project::Project;
use crate::exchange::tree;
use crate::i18n::lab as words;
use crate::lab::block::Block;
use crate::lab::question::Question;
use crate::lab::scene::Scene;

/// Answers a question ([`Question::write`]) with a list of second opinions, each a list of texts; a part of a ticket
/// history ([`history::Part::write`]) with what it came to. What cannot be read has an empty answer: the page asks with
/// a project it has open, so this is a fault of the program and no case for words.
#[must_use]
pub fn answer(question: &str) -> String {
    let asked = tree::read_own(question).unwrap_or_default();
    if let Some(evaluated) = history::answer(&asked) {
        return evaluated.to_string();
    }
    let Some((question, project)) = Question::read(&asked) else { return "[]".to_owned() };
    let source = words::of(question.language).source;
    html::write(&blocks(project, question), source).to_string()
}

/// Answers with every block there is: those on the ranking, where there is one, and the measured figures.
fn blocks(project: Project, question: Question) -> Vec<Block> {
    let measured = measured::block(&project, question);
    let scene = Scene::of(project, question);
    let on_ranking = scene.iter().flat_map(|scene| {
        // One vendor alone has nothing to be compared with; its price is held against the rules all the same.
        if scene.ranking.rows.len() < 2 {
            return vec![low_price::block(scene)];
        }
        vec![
            chances::block(scene),
            methods::block(scene),
            left_out::block(scene),
            winner_map::block(scene),
            weight_sets::block(scene),
            prices::block(scene),
            low_price::block(scene),
            group::block(scene),
        ]
    });
    on_ranking.chain([measured]).flatten().collect()
}

#[cfg(test)]
mod tests;
