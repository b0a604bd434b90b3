//! The present weights beside others: those of departments, those other ways of asking gave, equal ones, by rank order
//! alone, and two the data give by themselves.

use decision::rank;
use decision::table::Direction;
use decision::weighting::objective::{critic, entropy};
use decision::weighting::rank_order::{RankRule, from_ranks};

use crate::domain::register::Item;
use crate::domain::requirements::baseline::Mandatory;
use crate::domain::selection::weighing::{Lacking, WeighingBy};
use crate::domain::task::Task;
use crate::i18n::lab::LabText;
use crate::i18n::{Text, format};
use crate::lab::block::{Block, Cell, Grid, Steps};
use crate::lab::scene::Scene;
use crate::routes::WEIGHTS;

/// Puts the sets of weights side by side, with who is first under each.
pub fn block(scene: &Scene) -> Option<Block> {
    let words = scene.words;
    let (matrix, shares) = (scene.matrix(), scene.ranking.shares());
    let ranks: Vec<f64> = rank::average(&shares.iter().map(|share| -share).collect::<Vec<_>>());
    let [own_name, even_name, centroid_name, entropy_name, critic_name] = words.weight_set_names;
    let named = scene.selection().weight_sets.iter().map(|set| {
        let weights = set.weights_bp();
        let is_whole = decision::weights::check(weights).is_ok();
        let shares = weights.map(|weight| f64::from(weight) / 10_000.0).to_vec();
        let name = format!("{} {}", set.clause(), set.name);
        (name, is_whole.then_some(shares), words.not_whole.to_owned())
    });
    let entries = scene.selection().method.entries();
    let asked = WeighingBy::ALL.into_iter().filter(|by| entries.has(*by)).filter_map(|by| {
        let (shares, why) = match entries.found(by)? {
            Ok(found) => (Some(found.shares), String::new()),
            Err(lacking) => (None, why_none(scene.text, words, &lacking)),
        };
        Some(((words.asked_by)(by).to_owned(), shares, why))
    });
    let own = [
        (own_name, Some(shares.clone())),
        (even_name, Some(vec![0.25; 4])),
        (centroid_name, from_ranks(&ranks, RankRule::Centroid).ok()),
        (entropy_name, entropy(&matrix).ok().map(|found| found.weights)),
        (critic_name, critic(&matrix, &[Direction::Max; 4]).ok()),
    ];
    let own = own.into_iter().map(|(name, weights)| (name.to_owned(), weights, words.no_contrast.to_owned()));
    let mut rows = Vec::new();
    let (mut changes, mut steps) = (Vec::new(), Vec::new());
    // The present weights, then those of others and of other ways of asking, then what rules and data say.
    let mut sets: Vec<_> = own.collect();
    let rules = sets.split_off(1);
    sets.extend(named);
    sets.extend(asked);
    sets.extend(rules);
    for (name, weights, missing_because) in &sets {
        let Some(weights) = weights else {
            let missing = std::iter::repeat_n(Cell::plain(format::MISSING), 4);
            rows.push(
                std::iter::once(Cell::plain(name.clone()))
                    .chain(missing)
                    .chain([Cell::plain(missing_because.clone())])
                    .collect(),
            );
            continue;
        };
        let totals: Vec<_> = matrix
            .iter()
            .map(|row| Some(row.iter().zip(weights).map(|(score, weight)| score * weight).sum::<f64>()))
            .collect();
        let first = rank::winners(&totals);
        let names: Vec<_> = first.iter().map(|place| scene.name_at(*place)).collect();
        let has_changed = !first.contains(&0);
        if has_changed {
            changes.push((words.then_first)(name, &names.join(words.and)));
        }
        let totals = scene.ranking.rows.iter().map(|row| scene.sum(row.vendor, &row.parts, weights));
        steps.push(Steps {
            title: name.clone(),
            rule: words.weights_rule.to_owned(),
            formula: totals.collect::<Vec<_>>().join("\n"),
            inputs: Vec::new(),
        });
        let percents = weights.iter().map(|weight| Cell::plain(format::number(weight * 100.0, 1)));
        rows.push(
            std::iter::once(Cell::plain(name.clone()))
                .chain(percents)
                .chain([Cell::new(names.join(words.and), has_changed)])
                .collect(),
        );
    }
    let heads = std::iter::once(words.weight_set_head).chain(scene.parts()).chain([words.first_head]);
    Some(Block {
        key: "weights",
        title: words.weights_title.to_owned(),
        finding: match changes.as_slice() {
            [] => (words.weights_hold)(&scene.name_at(0)),
            changes => (words.left_out_changes)(changes),
        },
        table: Grid { heads: heads.map(str::to_owned).collect(), rows },
        steps: std::iter::once(value_first(scene)).chain(steps).collect(),
        notes: words.weight_notes.map(str::to_owned).to_vec(),
        source: words.weights_source.to_owned(),
        ..Block::default()
    })
}

/// Says why a way of asking gives no weights.
fn why_none(text: &Text, words: &LabText, lacking: &Lacking) -> String {
    match lacking {
        Lacking::Items(_) | Lacking::Apart(_) => words.not_enough.to_owned(),
        Lacking::AllZero | Lacking::Contradiction => (text.weighing.lacking)(lacking, ""),
    }
}

/// Suggests a price weight from how clear the requirement is and how risky the work.
fn value_first(scene: &Scene) -> Steps {
    let words = scene.words;
    let requirements = &scene.project.requirements;
    let features = requirements.features.len();
    let clear = requirements.features.iter().filter(|feature| feature.lacks().is_empty()).count();
    let clarity = if features == 0 { 0.0 } else { clear as f64 / features as f64 };
    let risks: Vec<f64> = scene
        .project
        .risk
        .risks
        .iter()
        .filter_map(|risk| Some(f64::from(risk.inherent()?.score()) / 25.0))
        .collect();
    // What nobody has looked at is not safe.
    let risk = if risks.is_empty() { 1.0 } else { risks.iter().sum::<f64>() / risks.len() as f64 };
    let weight = decision::cost::suggested_price_weight_bp(clarity, risk);
    let share = |value: f64| format::number(value, 4);
    Steps {
        title: (words.value_first_title)(&format::number(f64::from(weight) / 100.0, 0)),
        rule: words.value_first_rule.to_owned(),
        formula: format!(
            "10 % + 50 % × {} × (1 − {}) = {} %",
            share(clarity),
            share(risk),
            format::number(f64::from(weight) / 100.0, 1)
        ),
        inputs: vec![
            scene.input(Task::Scope, "", words.clarity_input, format!("{clear} / {features}")),
            scene.input(Task::Register, "", words.risk_input, format!("{} ({})", share(risk), risks.len())),
            scene.input(
                Task::Decide,
                WEIGHTS,
                words.price_weight_now,
                scene
                    .ranking
                    .weights_bp
                    .last()
                    .map(|bp| format!("{} %", format::number(f64::from(*bp) / 100.0, 2)))
                    .unwrap_or_default(),
            ),
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::language::Language;
    use crate::i18n::lab;

    #[test]
    fn only_what_is_not_complete_is_called_so() {
        let said = |lacking| why_none(Text::of(Language::En), lab::of(Language::En), &lacking);
        assert_eq!(said(Lacking::Items(vec![0])), "not complete, not ranked");
        assert_eq!(said(Lacking::Apart(vec![0])), "not complete, not ranked");
        assert_eq!(said(Lacking::AllZero), "At least one has to be above 0.");
        let contradiction = "These comparisons contradict each other; no weights come out.";
        assert_eq!(said(Lacking::Contradiction), contradiction);
    }
}
