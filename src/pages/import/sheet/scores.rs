//! The sheet of one evaluator, back in its project.

use leptos::prelude::*;

use crate::domain::ids::Id;
use crate::domain::register::Item;
use crate::domain::selection::score_sheet::{CellChange, ScoreSheet};
use crate::domain::selection::{Criterion, ScoreEntry, Selection};
use crate::i18n::{Text, format};
use crate::pages::import::sheet::{Changes, table};

/// Tells what taking a sheet in would change, or why it cannot be.
pub(super) fn changes(
    text: &'static Text,
    sheet: &ScoreSheet,
    selection: &Selection,
) -> Result<Changes, Vec<String>> {
    let changes = sheet.changes(selection);
    let changes = changes.map_err(|refused| refused.iter().map(text.import.not_taken).collect::<Vec<_>>())?;
    let note = |ids: &[Id<Criterion>], said: fn(&str) -> String| {
        let names: Vec<_> = ids.iter().map(|id| name(selection, *id)).collect();
        (!names.is_empty()).then(|| said(&names.join(", ")))
    };
    let notes = [
        note(&changes.grouped, text.import.sheet_grouped),
        note(&changes.missing, text.import.sheet_missing),
        note(&changes.reworded, text.import.sheet_reworded),
    ];
    let [new, changed, emptied, evidence] = changes.counts();
    let lines: Vec<_> = changes.cells.iter().map(|cell| line(text, selection, cell)).collect();
    Ok(Changes {
        counts: (text.import.sheet_counts)([new, changed, emptied, evidence, changes.same]),
        is_nothing: changes.is_nothing(),
        notes: notes.into_iter().flatten().collect(),
        table: (!lines.is_empty()).then(|| table(text, text.vendors.vendor_and_criterion, lines)).into_any(),
    })
}

fn name(selection: &Selection, id: Id<Criterion>) -> String {
    let criterion = selection.criteria.get(id);
    criterion.map(|one| format!("{} {}", one.clause(), one.name)).unwrap_or_default()
}

/// Says one cell that differs.
fn line(text: &'static Text, selection: &Selection, cell: &CellChange) -> [String; 3] {
    let with_evidence = cell.has_other_evidence();
    let said = |entry: &Option<ScoreEntry>| {
        let Some(entry) = entry else { return format::MISSING.to_owned() };
        let score =
            entry.score.map_or(text.vendors.not_applicable.to_owned(), |score| score.get().to_string());
        if with_evidence && !entry.evidence.is_empty() {
            format!("{score} · {}", entry.evidence)
        } else {
            score
        }
    };
    let title = format!("{} · {}", selection.title_of(cell.vendor), name(selection, cell.criterion));
    [title, said(&cell.now), said(&cell.then)]
}
