//! The same scores and weights under other methods.

use decision::promethee::{Flows, Preference, promethee2};
use decision::rank;
use decision::table::{Direction, Table};
use decision::topsis::{Closeness, Scaling, topsis};
use decision::vikor::{Compromise, Strategy, vikor};

use crate::domain::task::Task;
use crate::i18n::format;
use crate::lab::block::{Block, Cell, Grid, Steps};
use crate::lab::scene::{Scene, ranked};

/// Below this many points a difference does not matter, and from that many on it matters fully (PROMETHEE, type V).
const INDIFFERENT: f64 = 5.0;
const FULLY: f64 = 20.0;

/// Ranks under every method side by side.
pub fn block(scene: &Scene) -> Option<Block> {
    let matrix = scene.matrix();
    let table = Table::new(&matrix, &[Direction::Max; 4], &scene.ranking.shares()).ok()?;
    let closeness = topsis(&table, Scaling::Vector);
    let compromise = vikor(&table, Strategy::default());
    let preference = Preference::Linear { q: INDIFFERENT, p: FULLY };
    let flows = promethee2(&table, &[preference; 4]).ok()?;
    let totals: Vec<f64> = scene.ranking.rows.iter().map(|row| row.total).collect();
    let down = |scores: &[f64]| rank::descending(&some(scores));
    let ranks = [
        down(&totals),
        down(&closeness.scores),
        rank::ascending(&some(&compromise.scores)),
        down(&flows.scores),
    ];
    let words = scene.words;
    let figures = [(&totals, 1), (&closeness.scores, 3), (&compromise.scores, 3), (&flows.scores, 3)];
    let rows = (0..matrix.len()).map(|place| {
        let cells = figures.iter().zip(&ranks).map(|((scores, places), ranks)| {
            let figure = scores.get(place).copied().unwrap_or_default();
            ranked(figure, *places, ranks.get(place).copied().flatten())
        });
        std::iter::once(Cell::plain(scene.name_at(place))).chain(cells).collect()
    });
    let others: Vec<(&str, String)> = words
        .method_names
        .iter()
        .zip(&ranks)
        .skip(1)
        .filter_map(|(name, ranks)| {
            let first = ranks.iter().position(|rank| *rank == Some(1))?;
            let is_other = ranks.first() != Some(&Some(1));
            is_other.then(|| (*name, scene.name_at(first)))
        })
        .collect();
    let finding = match others.as_slice() {
        [] => (words.methods_agree)(&scene.name_at(0)),
        others => (words.methods_differ)(
            &others.iter().map(|(name, first)| (words.method_puts_first)(name, first)).collect::<Vec<_>>(),
        ),
    };
    let mut notes = Vec::new();
    notes.extend(conditions(scene, &compromise));
    if !(compromise.acceptable_advantage && compromise.acceptable_stability) && 1 < compromise.set.len() {
        let set: Vec<_> = compromise.set.iter().map(|place| scene.name_at(*place)).collect();
        notes.push((words.vikor_set)(&set.join(words.and)));
    }
    let [by_total, others_ranks @ ..] = &ranks;
    let moves = words.method_names.iter().skip(1).zip(others_ranks).zip(words.method_traits);
    for ((name, ranks), traits) in moves {
        let moved = ranks.iter().zip(by_total).enumerate().filter(|(_, (rank, total))| rank != total);
        let moved: Vec<_> = moved
            .filter_map(|(place, (rank, total))| {
                Some((words.method_rank)(&scene.name_at(place), (*rank)?, (*total)?))
            })
            .collect();
        if !moved.is_empty() {
            notes.push((words.method_moves)(name, &moved.join(words.and), traits));
        }
    }
    Some(Block {
        key: "methods",
        title: words.methods_title.to_owned(),
        finding,
        table: Grid {
            heads: std::iter::once(scene.text.vendors.vendor)
                .chain(words.method_names)
                .map(str::to_owned)
                .collect(),
            rows: rows.collect(),
        },
        notes,
        steps: steps(scene, &closeness, &compromise, &flows),
        source: words.methods_source.to_owned(),
        ..Block::default()
    })
}

fn some(values: &[f64]) -> Vec<Option<f64>> {
    values.iter().copied().map(Some).collect()
}

/// Says whether VIKOR's first leads by enough and is first by S or R as well.
fn conditions(scene: &Scene, compromise: &Compromise) -> Option<String> {
    let mut scores = compromise.scores.clone();
    scores.sort_by(f64::total_cmp);
    let [first, second, ..] = scores.as_slice() else { return None };
    let digits = |value: f64| format::number(value, 4);
    let (gap, least) = (digits(second - first), digits(1.0 / (scores.len() as f64 - 1.0)));
    let met = [compromise.acceptable_advantage, compromise.acceptable_stability];
    Some((scene.words.vikor_conditions)(&gap, &least, met))
}

/// Shows for every method how its figures came about, a line for each vendor. Inputs are the scores of all.
fn steps(scene: &Scene, closeness: &Closeness, compromise: &Compromise, flows: &Flows) -> Vec<Steps> {
    let at = |values: &[f64], place: usize| values.get(place).copied().unwrap_or_default();
    let digits = |value: f64| format::number(value, 4);
    let least = |values: &[f64]| values.iter().copied().fold(f64::MAX, f64::min);
    let most = |values: &[f64]| values.iter().copied().fold(f64::MIN, f64::max);
    let (s, r) = (&compromise.utility, &compromise.regret);
    let [s_best, s_worst, r_best, r_worst] = [least(s), most(s), least(r), most(r)].map(digits);
    let [_, topsis_name, vikor_name, promethee_name] = scene.words.method_names;
    let [_, topsis_rule, vikor_rule, promethee_rule] = scene.words.method_rules;
    let matrix = scene.matrix();
    let norms = (0..scene.parts().len())
        .map(|part| matrix.iter().filter_map(|row| row.get(part)).map(|score| score * score).sum::<f64>());
    let norms: Vec<_> = norms.map(|sum| digits(sum.sqrt())).collect();
    let line = |write: &dyn Fn(usize) -> String| {
        let rows = scene.ranking.rows.iter().enumerate();
        rows.map(|(place, row)| format!("{}: {}", scene.name(row.vendor), write(place)))
            .collect::<Vec<_>>()
            .join("\n")
    };
    let inputs = || {
        let scores = scene.ranking.rows.iter().map(|row| {
            let scores = row.parts.map(|score| format::number(score, 2));
            scene.of_vendor(Task::Capability, row.vendor, scores.join(" / "))
        });
        scores.chain(scene.weights()).collect::<Vec<_>>()
    };
    let of = |title: &str, rule: &str, formula: String| Steps {
        title: title.to_owned(),
        rule: rule.to_owned(),
        formula,
        inputs: inputs(),
    };
    let by_topsis = line(&|place| {
        let (best, worst) = (at(&closeness.to_ideal, place), at(&closeness.to_anti_ideal, place));
        let [best, worst] = [best, worst].map(digits);
        format!("D⁻ / (D⁺ + D⁻) = {worst} / ({best} + {worst}) = {}", digits(at(&closeness.scores, place)))
    });
    let by_vikor = line(&|place| {
        format!(
            "S = {s}, R = {r}; 0.5 × ({s} − {s_best}) / ({s_worst} − {s_best}) + 0.5 × ({r} − {r_best}) / ({r_worst} − {r_best}) = {}",
            digits(at(&compromise.scores, place)),
            s = digits(at(s, place)),
            r = digits(at(r, place)),
        )
    });
    let by_promethee = line(&|place| {
        let [leaving, entering] = [&flows.leaving, &flows.entering].map(|flow| digits(at(flow, place)));
        format!("φ⁺ − φ⁻ = {leaving} − {entering} = {}", digits(at(&flows.scores, place)))
    });
    vec![
        of(topsis_name, topsis_rule, format!("√Σx² = {}\n{by_topsis}", norms.join(" / "))),
        of(vikor_name, vikor_rule, by_vikor),
        of(promethee_name, promethee_rule, by_promethee),
    ]
}
