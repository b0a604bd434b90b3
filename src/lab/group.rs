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
    let is_agreed = scene.selection().method.aggregation == Aggregation::Agreed;
    let has_agreed = is_agreed || !scene.selection().agreed.is_empty();
    let ways = Aggregation::ALL.into_iter().filter(|way| has_agreed || *way != Aggregation::Agreed);
    let rankings: Vec<_> = ways
        .map(|way| {
            let mut selection = scene.selection().clone();
            selection.method.aggregation = way;
            (way, selection.ranking(scene.question.today).ok())
        })
        .collect();
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
        let together = rankings.iter().map(|(_, ranking)| {
            let row = ranking.iter().flat_map(|ranking| &ranking.rows).find(|row| row.vendor == *vendor);
            row.map_or_else(|| Cell::plain(format::MISSING), |row| ranked(row.total, 1, Some(row.rank)))
        });
        let alone = sheets.iter().map(|sheet| {
            let ranks = rank::descending(&sheet.iter().copied().map(Some).collect::<Vec<_>>());
            ranked(sheet.get(place).copied().unwrap_or_default(), 1, ranks.get(place).copied().flatten())
        });
        let points = counted.points.get(place).copied().unwrap_or_default();
        std::iter::once(Cell::plain(scene.name(*vendor)))
            .chain(alone)
            .chain(together)
            .chain([ranked(points, 1, borda_ranks.get(place).copied().flatten())])
            .collect()
    });
    let firsts: Vec<_> = rankings
        .iter()
        .filter_map(|(way, ranking)| Some(((words.group_way)(*way), leaders(ranking.as_ref()?))))
        .collect();
    let differs = firsts.iter().zip(firsts.iter().skip(1)).any(|((_, one), (_, next))| one != next);
    let w = agreement.as_ref().map(|agreement| agreement.w);
    let finding = match (w, differs) {
        (Some(w), false) => (words.group_finding)(&format::fixed(w, 2), w),
        (Some(_), true) => {
            let said = firsts.iter().map(|(way, first)| (words.then_first)(way, &scene.names(first)));
            (words.group_differs)(&said.collect::<Vec<_>>())
        }
        (None, _) => words.group_undefined.to_owned(),
    };
    let unranked = rankings.iter().filter(|(_, ranking)| ranking.is_none());
    let unranked = unranked.map(|(way, _)| (words.group_unranked)((words.group_way)(*way)));
    let notes = std::iter::once(words.group_note.to_owned()).chain(unranked).collect();
    let steps = agreement.map(|agreement| Steps {
        title: (words.kendall_title)(&format::fixed(agreement.w, 3)),
        rule: words.kendall_rule.to_owned(),
        formula: format!(
            "W = 12 × {s} / ({k}² × ({m}³ − {m}) − {k} × {t}) = {w}\nχ² = {k} × ({m} − 1) × {w} = {}, p = {}",
            format::number(agreement.chi_square, 3),
            format::number(agreement.p_value, 3),
            s = format::number(agreement.deviations, 2),
            t = format::number(agreement.ties, 0),
            w = format::number(agreement.w, 4),
            k = sheets.len(),
            m = vendors.len(),
        ),
        inputs: vendors
            .iter()
            .zip(&agreement.mean_ranks)
            .map(|(vendor, rank)| scene.of_vendor(Task::Capability, *vendor, format::number(*rank, 2)))
            .collect(),
    });
    let counts = vendors.iter().enumerate().map(|(place, vendor)| {
        let of_sheet = |sheet: &Vec<f64>| {
            let own = sheet.get(place).copied().unwrap_or_default();
            let others = sheet.iter().enumerate().filter(|(other, _)| *other != place);
            let points = others.map(|(_, score)| match own - score {
                gap if gap.abs() < rank::EQUAL => 0.5,
                gap if 0.0 < gap => 1.0,
                _ => 0.0,
            });
            format::number(points.sum::<f64>(), 1)
        };
        let terms: Vec<_> = sheets.iter().map(of_sheet).collect();
        let points = counted.points.get(place).copied().unwrap_or_default();
        format!("{}: {} = {}", scene.name(*vendor), terms.join(" + "), format::number(points, 1))
    });
    let borda_steps = Steps {
        title: words.borda_head.to_owned(),
        rule: words.borda_rule.to_owned(),
        formula: counts.collect::<Vec<_>>().join("\n"),
        inputs: Vec::new(),
    };
    Some(Block {
        key: "group",
        title: words.group_title.to_owned(),
        finding,
        table: Grid {
            heads: std::iter::once(scene.text.vendors.vendor.to_owned())
                .chain(evaluators.iter().map(|id| name(*id)))
                .chain(rankings.iter().map(|(way, _)| (words.group_way)(*way).to_owned()))
                .chain([words.borda_head.to_owned()])
                .collect(),
            rows: rows.collect(),
        },
        steps: steps.into_iter().chain([borda_steps]).collect(),
        notes,
        source: words.group_source.to_owned(),
        ..Block::default()
    })
}
