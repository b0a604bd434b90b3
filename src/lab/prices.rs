//! The same prices under every formula, and what a point of quality costs.

use crate::domain::ids::Id;
use crate::domain::money::Money;
use crate::domain::selection::Vendor;
use crate::domain::selection::method::{Method, PriceFormula, ScorePart};
use crate::domain::selection::ranking::{Ranked, Ranking, part_place};
use crate::domain::task::Task;
use crate::i18n::{format, formula};
use crate::lab::block::{Block, Cell, Grid, Steps};
use crate::lab::scene::{Scene, leaders};
use crate::routes::WEIGHTS;

/// Compares the formulas.
pub fn block(scene: &Scene) -> Option<Block> {
    let words = scene.words;
    let vendors: Vec<_> = scene.vendors().collect();
    let mut rows = Vec::new();
    let (mut changes, mut notes) = (Vec::new(), Vec::new());
    let mut steps: Vec<_> = point_value(scene).into_iter().collect();
    for formula in PriceFormula::ALL {
        let name = (scene.text.decide.price_formula)(formula);
        let again = |gone: Option<Id<Vendor>>| {
            let mut selection = scene.selection().clone();
            selection.method.price_formula = formula;
            if let Some(gone) = gone {
                selection.vendors.remove(gone);
            }
            selection.ranking(scene.question.today).ok()
        };
        let Some(ranking) = again(None) else {
            let missing = vendors.iter().map(|_| Cell::plain(format::MISSING));
            rows.push(
                std::iter::once(Cell::plain(name))
                    .chain(missing)
                    .chain([Cell::plain(words.needs_bounds)])
                    .collect(),
            );
            continue;
        };
        steps.push(points(scene, formula, &ranking));
        let first = leaders(&ranking);
        let has_changed = first != scene.first();
        if has_changed {
            changes.push((words.then_first)(name, &scene.names(&first)));
        }
        let cells = vendors.iter().map(|vendor| said(&ranking, *vendor));
        let is_used = formula == scene.selection().method.price_formula;
        rows.push(
            std::iter::once(Cell::new(name, is_used))
                .chain(cells)
                .chain([Cell::new(scene.names(&first), has_changed)])
                .collect(),
        );
        // The paradox of formulas that look at rivals: a loser leaves, and another one wins.
        for loser in vendors.iter().filter(|vendor| !first.contains(vendor)) {
            let then = again(Some(*loser)).map(|ranking| leaders(&ranking));
            if let Some(then) = then.filter(|then| *then != first) {
                notes.push((words.paradox)(name, &scene.name(*loser), &scene.names(&then)));
            }
        }
    }
    let heads = std::iter::once(scene.text.decide.price_formula_label.to_owned())
        .chain(vendors.iter().map(|vendor| scene.name(*vendor)))
        .chain([words.first_head.to_owned()]);
    if scene.ranking.rows.iter().any(|row| row.price.clamped) {
        notes.push(words.clamped.to_owned());
    }
    notes.push(words.prices_note.to_owned());
    Some(Block {
        key: "prices",
        title: words.prices_title.to_owned(),
        finding: match changes.as_slice() {
            [] => (words.prices_hold)(&scene.names(&scene.first())),
            changes => (words.prices_change)(changes),
        },
        table: Grid { heads: heads.collect(), rows },
        steps,
        notes,
        source: words.prices_source.to_owned(),
        ..Block::default()
    })
}

/// Says the points for price and the total of a vendor.
fn said(ranking: &Ranking, vendor: Id<Vendor>) -> Cell {
    let place = part_place(ScorePart::Price);
    let row = ranking.rows.iter().find(|row| row.vendor == vendor);
    row.map_or_else(
        || Cell::plain(format::MISSING),
        |row| {
            let points = row.points.get(place).copied().unwrap_or_default();
            Cell::new(
                format!("{} → {}", format::fixed(points, 1), format::fixed(row.total, 1)),
                row.rank == 1,
            )
        },
    )
}

/// Shows how the points for price came about under a formula.
fn points(scene: &Scene, formula: PriceFormula, ranking: &Ranking) -> Steps {
    let text = &scene.text.decide;
    let place = part_place(ScorePart::Price);
    let method = Method { price_formula: formula, ..scene.selection().method.clone() };
    let weight = format::number(ranking.shares().get(place).copied().unwrap_or_default() * 100.0, 2);
    let line = |row: &Ranked| {
        let score = row.parts.get(place).copied().unwrap_or_default();
        let points = row.points.get(place).copied().unwrap_or_default();
        let (name, score, points) =
            (scene.name(row.vendor), format::number(score, 2), format::fixed(points, 2));
        format!("{name}: {} = {score};  {score} × {weight} % = {points}", formula::price(&method, &row.price))
    };
    Steps {
        title: (text.price_formula)(formula).to_owned(),
        rule: (text.price_rule)(formula).to_owned(),
        formula: ranking.rows.iter().map(line).collect::<Vec<_>>().join("\n"),
        inputs: scene.prices(),
    }
}

/// Says what one point costs, where the formula gives it a fixed price.
fn point_value(scene: &Scene) -> Option<Steps> {
    let words = scene.words;
    let value = scene.ranking.rows.first()?.price.point_value?;
    let method = &scene.selection().method;
    let (low, high) = (method.price_low?, method.price_high?);
    let amount = |money: Money| format::money(money, scene.project.profile.currency);
    let points = f64::from(*scene.ranking.weights_bp.last()?) / 100.0;
    Some(Steps {
        title: (words.point_title)(&amount(Money(value.round() as i64))),
        rule: words.point_rule.to_owned(),
        formula: format!(
            "({} − {}) / {} = {}",
            amount(high),
            amount(low),
            format::number(points, 2),
            amount(Money(value.round() as i64))
        ),
        inputs: vec![
            scene.input(Task::Decide, WEIGHTS, scene.text.decide.price_low, amount(low)),
            scene.input(Task::Decide, WEIGHTS, scene.text.decide.price_high, amount(high)),
        ],
    })
}
