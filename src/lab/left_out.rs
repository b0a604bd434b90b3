//! The ranking anew without one vendor, without one evaluator, and with one price a tenth lower or higher.

use crate::domain::money::Money;
use crate::domain::register::Item;
use crate::domain::selection::Selection;
use crate::domain::selection::offer::Tier;
use crate::domain::selection::ranking::Ranking;
use crate::i18n::format;
use crate::lab::block::{Block, Cell, Grid, Steps};
use crate::lab::scene::{Scene, leaders};

/// Leaves out and shifts one thing at a time.
pub fn block(scene: &Scene) -> Option<Block> {
    let words = scene.words;
    let mut rows = Vec::new();
    let mut changes = Vec::new();
    let mut steps = Vec::new();
    let mut tell = |what: String, ranking: Option<Ranking>, gone: Option<usize>| {
        // Without the first, the second is expected to follow.
        let expected: Vec<_> = match gone {
            Some(place) => {
                let kept = scene.ranking.rows.iter().enumerate().filter(|(other, _)| *other != place);
                let best = kept.clone().map(|(_, row)| row.rank).min();
                kept.filter(|(_, row)| Some(row.rank) == best).map(|(_, row)| row.vendor).collect()
            }
            None => scene.first(),
        };
        let Some(ranking) = ranking else {
            rows.push(vec![
                Cell::plain(what),
                Cell::plain(format::MISSING),
                Cell::plain(words.no_longer_ranked),
            ]);
            return;
        };
        let first = leaders(&ranking);
        let has_changed = first != expected;
        let lead = match ranking.rows.as_slice() {
            [best, second, ..] => format::fixed(best.total - second.total, 1),
            _ => format::MISSING.to_owned(),
        };
        steps.push(anew(scene, what.clone(), &ranking));
        rows.push(vec![
            Cell::plain(what.clone()),
            Cell::new(scene.names(&first), has_changed),
            Cell::plain(lead),
        ]);
        if has_changed {
            changes.push((words.then_first)(&what, &scene.names(&first)));
        }
    };
    let again = |change: &dyn Fn(&mut Selection)| {
        let mut selection = scene.selection().clone();
        change(&mut selection);
        selection.ranking(scene.question.today).ok()
    };
    let vendors: Vec<_> = scene.vendors().collect();
    if 2 < vendors.len() {
        for (place, vendor) in vendors.iter().enumerate() {
            let ranking = again(&|selection| drop(selection.vendors.remove(*vendor)));
            tell((words.without)(&scene.name(*vendor)), ranking, Some(place));
        }
    }
    let evaluators: Vec<_> =
        scene.selection().evaluators.iter().filter(|one| one.submitted.is_some()).cloned().collect();
    if 1 < evaluators.len() {
        for evaluator in &evaluators {
            let ranking = again(&|selection| drop(selection.evaluators.remove(evaluator.id)));
            tell((words.without)(&format!("{} {}", evaluator.clause(), evaluator.name)), ranking, None);
        }
    }
    for vendor in &vendors {
        for percent in [-10_i64, 10] {
            let ranking = again(&|selection| {
                selection.vendors.update(*vendor, |vendor| {
                    let proposal = &mut vendor.proposal;
                    let moved = |price: Money| Money((price.0 * (100 + percent) + 50).div_euclid(100));
                    proposal.base_price = proposal.price(Tier::Base).map(moved);
                    proposal.offer.clear();
                });
            });
            tell((words.price_moved)(&scene.name(*vendor), percent), ranking, None);
        }
    }
    Some(Block {
        key: "left-out",
        title: words.left_out_title.to_owned(),
        finding: match changes.as_slice() {
            [] => (words.left_out_holds)(&scene.names(&scene.first())),
            changes => (words.left_out_changes)(changes),
        },
        table: Grid {
            heads: [words.left_out_head, words.first_head, words.lead_head].map(str::to_owned).to_vec(),
            rows,
        },
        notes: vec![words.left_out_note.to_owned()],
        steps,
        source: words.left_out_source.to_owned(),
        ..Block::default()
    })
}

/// Shows how the lead in a ranking came about that one change gave.
fn anew(scene: &Scene, title: String, ranking: &Ranking) -> Steps {
    let shares = ranking.shares();
    let compared = ranking.rows.iter().take(2);
    let mut lines: Vec<_> = compared.map(|row| scene.sum(row.vendor, &row.parts, &shares)).collect();
    if let [best, second, ..] = ranking.rows.as_slice() {
        let [high, low, lead] =
            [best.total, second.total, best.total - second.total].map(|points| format::fixed(points, 2));
        lines.push(format!("{high} − {low} = {lead}"));
    }
    let inputs = scene.weights().into_iter().chain(scene.prices()).collect();
    Steps { title, rule: scene.words.left_out_rule.to_owned(), formula: lines.join("\n"), inputs }
}
