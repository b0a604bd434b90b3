//! How far the evaluators agree, and whether it matters how they are put together.

use decision::group::agreement::kendall_w;
use decision::group::borda::borda;
use decision::rank;

use crate::domain::register::Item;
use crate::domain::selection::method::Aggregation;
use crate::domain::task::Task;
use crate::i18n::format;
use crate::lab::block::{Block, Cell, Grid, Steps};
use crate::lab::scene::{Scene, leaders, ranked};

/// Puts mean, median and Borda count side by side.
pub fn block(scene: &Scene) -> Option<Block> {
    let words = scene.words;
    let vendors: Vec<_> = scene.vendors().collect();
    let evaluators: Vec<_> =
        scene.ranking.rows.first()?.capability.totals.iter().map(|(evaluator, _)| *evaluator).collect();
    // By evaluator, then by vendor in the order of the ranking; nothing without all of them.
    let sheets: Option<Vec<Vec<f64>>> = (0..evaluators.len())
        .map(|sheet| {
            let total = |row: &crate::domain::selection::ranking::Ranked| row.capability.totals.get(sheet)?.1;
            scene.ranking.rows.iter().map(total).collect()
        })
        .collect();
    let sheets = sheets.filter(|sheets| 1 < sheets.len() && 1 < vendors.len())?;
    let [mean, median] = [Aggregation::Mean, Aggregation::Median].map(|aggregation| {
        let mut selection = scene.selection().clone();
        selection.method.aggregation = aggregation;
        selection.ranking(scene.question.today).ok()
    });
    let (mean, median) = (mean?, median?);
    let counted = borda(&sheets, &vec![1.0; sheets.len()]).ok()?;
    let borda_ranks = rank::descending(&counted.points.iter().copied().map(Some).collect::<Vec<_>>());
    let negative: Vec<Vec<f64>> =
        sheets.iter().map(|sheet| sheet.iter().map(|score| -score).collect()).collect();
    let agreement = kendall_w(&negative);
    let name = |id| {
        let evaluator = scene.selection().evaluators.get(id);
        evaluator.map(|one| format!("{} {}", one.clause(), one.name)).unwrap_or_default()
    };
    let rows = vendors.iter().enumerate().map(|(place, vendor)| {
        let of = |ranking: &crate::domain::selection::ranking::Ranking| {
            let row = ranking.rows.iter().find(|row| row.vendor == *vendor);
            row.map_or_else(|| Cell::plain(format::MISSING), |row| ranked(row.total, 1, Some(row.rank)))
        };
        let alone = sheets.iter().map(|sheet| {
            let ranks = rank::descending(&sheet.iter().copied().map(Some).collect::<Vec<_>>());
            ranked(sheet.get(place).copied().unwrap_or_default(), 1, ranks.get(place).copied().flatten())
        });
        let points = counted.points.get(place).copied().unwrap_or_default();
        std::iter::once(Cell::plain(scene.name(*vendor)))
            .chain(alone)
            .chain([of(&mean), of(&median), ranked(points, 1, borda_ranks.get(place).copied().flatten())])
            .collect()
    });
    let differs = leaders(&mean) != leaders(&median);
    let w = agreement.as_ref().map(|agreement| agreement.w);
    let finding = match (w, differs) {
        (Some(w), false) => (words.group_finding)(&format::fixed(w, 2), w),
        (Some(_), true) => {
            (words.group_differs)(&scene.names(&leaders(&mean)), &scene.names(&leaders(&median)))
        }
        (None, _) => words.group_undefined.to_owned(),
    };
    let steps = agreement.map(|agreement| Steps {
        title: (words.kendall_title)(&format::fixed(agreement.w, 3)),
        rule: words.kendall_rule.to_owned(),
        formula: format!(
            "χ² = k (m − 1) W = {} × ({} − 1) × {} = {};  p = {}",
            sheets.len(),
            vendors.len(),
            format::number(agreement.w, 4),
            format::number(agreement.chi_square, 3),
            format::number(agreement.p_value, 3)
        ),
        inputs: vendors
            .iter()
            .zip(&agreement.mean_ranks)
            .map(|(vendor, rank)| scene.of_vendor(Task::Capability, *vendor, format::number(*rank, 2)))
            .collect(),
    });
    Some(Block {
        key: "group",
        title: words.group_title.to_owned(),
        finding,
        table: Grid {
            heads: std::iter::once(scene.text.vendors.vendor.to_owned())
                .chain(evaluators.iter().map(|id| name(*id)))
                .chain(words.group_heads.map(str::to_owned))
                .collect(),
            rows: rows.collect(),
        },
        steps: steps.into_iter().collect(),
        notes: vec![words.group_note.to_owned()],
        source: words.group_source.to_owned(),
        ..Block::default()
    })
}
