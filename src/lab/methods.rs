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
use crate::routes::WEIGHTS;

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
    if !(compromise.acceptable_advantage && compromise.acceptable_stability) && 1 < compromise.set.len() {
        let set: Vec<_> = compromise.set.iter().map(|place| scene.name_at(*place)).collect();
        notes.push((words.vikor_set)(&set.join(words.and)));
    }
    if !others.is_empty() {
        notes.extend(words.method_traits.map(str::to_owned));
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

/// Shows for every vendor and method how its figure came about.
fn steps(scene: &Scene, closeness: &Closeness, compromise: &Compromise, flows: &Flows) -> Vec<Steps> {
    let at = |values: &[f64], place: usize| values.get(place).copied().unwrap_or_default();
    let digits = |value: f64| format::number(value, 4);
    let least = |values: &[f64]| values.iter().copied().fold(f64::MAX, f64::min);
    let most = |values: &[f64]| values.iter().copied().fold(f64::MIN, f64::max);
    let (s, r) = (&compromise.utility, &compromise.regret);
    let (s_best, s_worst, r_best, r_worst) = (least(s), most(s), least(r), most(r));
    let [_, topsis_name, vikor_name, promethee_name] = scene.words.method_names;
    let [_, topsis_rule, vikor_rule, promethee_rule] = scene.words.method_rules;
    let mut steps = Vec::new();
    for (place, row) in scene.ranking.rows.iter().enumerate() {
        let name = scene.name(row.vendor);
        let inputs = || {
            let scores = scene.parts().into_iter().zip(row.parts).zip(scene.ranking.weights_bp);
            scores
                .map(|((part, score), weight)| {
                    let weight = format::number(f64::from(weight) / 100.0, 2);
                    scene.input(
                        Task::Decide,
                        WEIGHTS,
                        part,
                        format!("{} × {weight} %", format::number(score, 2)),
                    )
                })
                .collect::<Vec<_>>()
        };
        let (best, worst) = (at(&closeness.to_ideal, place), at(&closeness.to_anti_ideal, place));
        let mut add = |method: &str, rule: &str, formula: String| {
            steps.push(Steps {
                title: format!("{method} · {name}"),
                rule: rule.to_owned(),
                formula,
                inputs: inputs(),
            });
        };
        add(
            topsis_name,
            topsis_rule,
            format!(
                "D⁻ / (D⁺ + D⁻) = {w} / ({b} + {w}) = {c}",
                w = digits(worst),
                b = digits(best),
                c = digits(at(&closeness.scores, place))
            ),
        );
        add(
            vikor_name,
            vikor_rule,
            format!(
                "0.5 × ({} − {}) / ({} − {}) + 0.5 × ({} − {}) / ({} − {}) = {}",
                digits(at(s, place)),
                digits(s_best),
                digits(s_worst),
                digits(s_best),
                digits(at(r, place)),
                digits(r_best),
                digits(r_worst),
                digits(r_best),
                digits(at(&compromise.scores, place))
            ),
        );
        add(
            promethee_name,
            promethee_rule,
            format!(
                "φ⁺ − φ⁻ = {} − {} = {}",
                digits(at(&flows.leaving, place)),
                digits(at(&flows.entering, place)),
                digits(at(&flows.scores, place))
            ),
        );
    }
    steps
}
