//! The answers of one party, back in their project.

use leptos::prelude::*;

use crate::domain::ids::Id;
use crate::domain::profile::Side;
use crate::domain::register::Item;
use crate::domain::requirements::Requirements;
use crate::domain::requirements::understanding::answer_sheet::AnswerSheet;
use crate::domain::requirements::understanding::{Answer, Scenario};
use crate::i18n::{Text, format};
use crate::pages::import::sheet::{Changes, table};

/// Tells what taking a sheet in would change, or why it cannot be. What is answered stays covered until the other side
/// has handed in.
pub(super) fn changes(
    text: &'static Text,
    sheet: &AnswerSheet,
    requirements: &Requirements,
) -> Result<Changes, Vec<String>> {
    let words = &text.understanding;
    let changes = sheet.changes(requirements);
    let changes = changes.map_err(|unknown| {
        let unknown = unknown.iter().map(|scenario| (words.unknown_scenario)(scenario));
        unknown.collect::<Vec<_>>()
    })?;
    let name = |id: &Id<Scenario>| {
        let scenario = requirements.scenarios.get(*id);
        scenario.map(|one| format!("{} {}", one.clause(), one.situation)).unwrap_or_default()
    };
    let note = |ids: &[Id<Scenario>], said: fn(&str) -> String| {
        let names: Vec<_> = ids.iter().map(name).collect();
        (!names.is_empty()).then(|| said(&names.join(", ")))
    };
    let has_submitted = |side: &Side| requirements.answers(*side).submitted.is_some();
    let is_covered = !Side::ALL.iter().filter(|side| **side != sheet.side).all(has_submitted);
    let covered = (is_covered && !changes.answers.is_empty()).then(|| words.covered.to_owned());
    let notes = [note(&changes.reworded, words.reworded), note(&changes.missing, words.missing), covered];
    let [new, changed, emptied, reasons] = changes.counts();
    let lines: Vec<_> = changes
        .answers
        .iter()
        .filter(|_| !is_covered)
        .map(|change| [name(&change.scenario), said(&change.now), said(&change.then)])
        .collect();
    Ok(Changes {
        counts: (words.counts)([new, changed, emptied, reasons, changes.same]),
        is_nothing: changes.is_nothing(),
        notes: notes.into_iter().flatten().collect(),
        table: (!lines.is_empty()).then(|| table(text, words.scenario_column, lines)).into_any(),
    })
}

fn said(answer: &Option<Answer>) -> String {
    let said = answer.iter().flat_map(|answer| [answer.chosen.as_str(), answer.reason.as_str()]);
    let said: Vec<_> = said.filter(|said| !said.trim().is_empty()).collect();
    if said.is_empty() { format::MISSING.to_owned() } else { said.join(" · ") }
}
