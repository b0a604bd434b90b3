//! How often each vendor takes each rank when weights, and scores the evaluators differ on, may be otherwise (SMAA-2).

use decision::smaa::scores::Score;
use decision::smaa::weights::Weighting;
use decision::smaa::{Model, Run, Summary};

use crate::charts::acceptability::{self, Chances};
use crate::domain::selection::method::{Aggregation, MARGIN, Possible};
use crate::domain::task::Task;
use crate::i18n::format;
use crate::lab::block::{Block, Cell, Grid, Input, Steps};
use crate::lab::scene::Scene;

/// How many sets of weights are drawn.
const SAMPLES: u32 = 10_000;

/// Draws weights and scores, and counts ranks.
pub fn block(scene: &Scene) -> Option<Block> {
    let words = scene.words;
    let shares = scene.ranking.shares();
    let weighting = match scene.question.possible {
        Possible::Any => Weighting::Any,
        Possible::Ordered => Weighting::Ordered(shares.iter().map(|share| -share).collect()),
        Possible::Around => Weighting::Around { weights: shares, margin: MARGIN },
    };
    let model = Model::new(scores(scene), weighting).ok()?;
    // The same file gives the same figures.
    let mut run = Run::new(model, scene.project.id.bits() as u64);
    run.step(SAMPLES);
    let summary = run.summary();
    let mut second = run.confidence();
    second.step(SAMPLES);
    let factors = second.factors();
    let percent = |share: f64| format!("{} %", format::number(share * 100.0, 1));
    let firsts: Vec<f64> =
        summary.rank_acceptability.iter().map(|ranks| ranks.first().copied().unwrap_or(0.0)).collect();
    let most = firsts.iter().copied().fold(0.0, f64::max);
    let rows = summary.rank_acceptability.iter().enumerate().map(|(place, ranks)| {
        let first = firsts.get(place).copied().unwrap_or(0.0);
        let ranks = ranks.iter().map(|share| Cell::plain(percent(*share)));
        let factor = factors.get(place).copied().flatten();
        let tail = [
            Cell::plain(central(&summary, place)),
            Cell::plain(factor.map_or_else(|| format::MISSING.to_owned(), percent)),
        ];
        std::iter::once(Cell::new(scene.name_at(place), first == most)).chain(ranks).chain(tail).collect()
    });
    let heads = (1..=firsts.len()).map(words.rank_head);
    let drawn = scene.ranking.rows.iter().enumerate().zip(&summary.rank_acceptability);
    let drawn: Vec<_> = drawn
        .map(|((place, row), shares)| Chances {
            name: scene.name(row.vendor),
            style: scene.style_at(place),
            shares: shares.clone(),
        })
        .collect();
    let first = firsts.first().copied().unwrap_or(0.0);
    Some(Block {
        key: "chances",
        title: words.chances_title.to_owned(),
        finding: (words.chances_finding)(
            &format::whole(i64::try_from(summary.samples).unwrap_or_default()),
            &scene.name_at(0),
            &percent(first),
        ),
        picture: acceptability::draw(&drawn, words.rank_short, scene.palette()),
        table: Grid {
            heads: std::iter::once(scene.text.vendors.vendor.to_owned())
                .chain(heads)
                .chain([words.central_head.to_owned(), words.confidence_head.to_owned()])
                .collect(),
            rows: rows.collect(),
        },
        notes: vec![(words.chances_note)(is_agreed(scene))],
        steps: vec![Steps {
            title: words.chances_title.to_owned(),
            rule: (words.possible_rule)(scene.question.possible).to_owned(),
            formula: format!(
                "{} / {} = {}",
                format::number(first * summary.samples as f64, 0),
                summary.samples,
                percent(first)
            ),
            inputs: uncertain(scene),
        }],
        source: words.chances_source.to_owned(),
    })
}

/// The scores of the parts; what evaluators differ on lies anywhere between the lowest and the highest of them.
fn scores(scene: &Scene) -> Vec<Vec<Score>> {
    let row = |row: &crate::domain::selection::ranking::Ranked| {
        let given: Vec<f64> = row.capability.totals.iter().filter_map(|(_, total)| *total).collect();
        let low = given.iter().copied().fold(f64::MAX, f64::min);
        let high = given.iter().copied().fold(f64::MIN, f64::max);
        let [capability, rest @ ..] = row.parts;
        // What was agreed is settled: it is not drawn again from the sheets it came from.
        let is_open = !is_agreed(scene) && low < high;
        let capability = if is_open { Score::Uniform { low, high } } else { Score::Exact(capability) };
        std::iter::once(capability).chain(rest.map(Score::Exact)).collect()
    };
    scene.ranking.rows.iter().map(row).collect()
}

fn is_agreed(scene: &Scene) -> bool {
    scene.selection().method.aggregation == Aggregation::Agreed
}

/// Says between which capability scores the evaluators lie.
fn uncertain(scene: &Scene) -> Vec<Input> {
    let name = scene.parts().first().copied().unwrap_or_default();
    let rows = scene.ranking.rows.iter().map(|row| {
        if is_agreed(scene) {
            let [capability, ..] = row.parts;
            let figure = format!("{name} {}", format::number(capability, 1));
            return scene.of_vendor(Task::Capability, row.vendor, figure);
        }
        let given: Vec<f64> = row.capability.totals.iter().filter_map(|(_, total)| *total).collect();
        let low = given.iter().copied().fold(f64::MAX, f64::min);
        let high = given.iter().copied().fold(f64::MIN, f64::max);
        let range = format::range(&format::number(low, 1), &format::number(high, 1), scene.question.language);
        scene.of_vendor(Task::Capability, row.vendor, format!("{name} {range}"))
    });
    rows.collect()
}

/// Says the weights a vendor is typically first with.
fn central(summary: &Summary, place: usize) -> String {
    let weights = summary.central_weights.get(place).and_then(Option::as_ref);
    weights.map_or_else(
        || format::MISSING.to_owned(),
        |weights| {
            let percents = weights.iter().map(|weight| format::number(weight * 100.0, 0));
            percents.collect::<Vec<_>>().join(" / ")
        },
    )
}
