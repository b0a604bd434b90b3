//! The sheet of one evaluator: into its project where that is here, else into a place of its own.

use leptos::prelude::*;

use crate::domain::register::Item;
use crate::domain::selection::score_sheet::{CellChange, NotTaken, ScoreSheet, SheetChanges};
use crate::domain::selection::{ScoreEntry, Selection};
use crate::domain::step::{Step, Verb};
use crate::domain::task::Task;
use crate::i18n::Text;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::routes::{Page, Route};
use crate::state::library::use_library;
use crate::state::notices::{Notice, use_notices};
use crate::state::place;
use crate::state::workspace::use_workspace;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::finding::Finding;
use crate::ui::live::{Show, fact, live};
use crate::ui::sheet::SheetSection;

/// Shows what a sheet would change, and takes it in.
pub fn one_sheet(sheet: ScoreSheet) -> AnyView {
    let words = use_words();
    let library = use_library();
    let (project, name) = (sheet.project.name.clone(), sheet.evaluator.name.clone());
    library.refresh();
    let body = match library.has(sheet.project.id) {
        true if library.open(sheet.project.id).is_ok() => into_project(sheet),
        true => view! { <p class="field-error" role="alert">{words.s(|t| t.settings.sheet_unreadable)}</p> }
            .into_any(),
        false => into_place(sheet),
    };
    view! {
        <SheetSection number="1" title=words.built(move |t| (t.vendors.sheet_head)(&name))>
            <p class="hint">{words.built(move |t| (t.settings.sheet_project)(&project))}</p>
            {body}
        </SheetSection>
    }
    .into_any()
}

/// The sheet in a place of its own, where its project is not.
fn into_place(sheet: ScoreSheet) -> AnyView {
    let words = use_words();
    let library = use_library();
    let failed = RwSignal::new(false);
    let id = sheet.place_id();
    let route = Route::Project(id, Page::Sheet);
    let project = sheet.into_project();
    let (n_vendors, n_criteria) = (project.selection.vendors.len(), project.selection.leaves().len());
    let evaluators = project.selection.evaluators.iter();
    let filled: usize = evaluators.map(|one| one.scores.iter().count()).sum();
    let document = StoredValue::new(project);
    let facts = Signal::derive(move || (words.get().settings.sheet_here)(n_vendors, n_criteria, filled));
    let fill = move |()| match library.create(document.get_value().into()) {
        Ok(_) => place::go(route),
        Err(_) => failed.set(true),
    };
    let again = move |()| {
        if library.open(id).is_ok() {
            library.replace(document.get_value().into());
            place::go(route);
        } else {
            failed.set(true);
        }
    };
    let actions = if library.has(id) {
        view! {
            <Button kind=ButtonKind::Primary label=words.s(|t| t.settings.sheet_open_action) on_press=move |()| place::go(route)/>
            <Button label=words.s(|t| t.settings.sheet_again_action) on_press=again/>
            <span class="hint">{words.s(|t| t.settings.replace_note)}</span>
        }
        .into_any()
    } else {
        view! {
            <Button kind=ButtonKind::Primary label=words.s(|t| t.settings.sheet_fill_action) on_press=fill/>
            <span class="hint">{words.s(|t| t.settings.sheet_fill_note)}</span>
        }
        .into_any()
    };
    view! {
        <Finding clauses=facts/>
        <div class="actions">{actions}</div>
        <Show when=fact(move || failed.get())><p class="field-error" role="alert">{words.s(|t| t.settings.no_storage)}</p></Show>
    }
    .into_any()
}

/// The sheet back in its project, which is open now: what it would change is followed.
fn into_project(sheet: ScoreSheet) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let notices = use_notices();
    let (id, submitted) = (sheet.project.id, sheet.evaluator.submitted);
    let subject = format!("{} {}", sheet.evaluator.clause(), sheet.evaluator.name);
    let sheet = StoredValue::new(sheet);
    let take = move |()| {
        let step = Step::new(Verb::Import, subject.clone());
        workspace.edit(step.clone(), |selection: &mut Selection| {
            sheet.with_value(|sheet| sheet.take_into(selection));
        });
        notices.show(Notice::Done(step));
        place::go(Route::Project(id, Page::Task(Task::Capability)));
    };
    let take = Callback::new(take);
    let read_only = workspace.is_read_only();
    live(move || {
        let text = words.get();
        let selection = workspace.section::<Selection>();
        let changes = match sheet.with_value(|sheet| sheet.changes(&selection)) {
            Ok(changes) => changes,
            Err(refused) => return refusals(text, &refused),
        };
        if changes.is_nothing() {
            return view! { <p>{text.settings.sheet_nothing}</p> }.into_any();
        }
        let [new, changed, emptied, evidence] = changes.counts();
        let said = [
            (text.settings.sheet_counts)([new, changed, emptied, evidence, changes.same]),
            (text.settings.sheet_submitted)(submitted.map(format::date).as_deref()),
        ];
        let reworded = reworded(text, &selection, &changes);
        let action = match read_only.get() {
            true => view! { <p class="field-error" role="alert">{text.settings.sheet_elsewhere}</p> }.into_any(),
            false => view! { <Button kind=ButtonKind::Primary label=text.settings.sheet_take_action.to_owned() on_press=take/> }.into_any(),
        };
        view! {
            <Finding clauses=Signal::derive(move || said.to_vec())/>
            {reworded.map(|words| view! { <p>{words}</p> })}
            <div class="actions">{action}</div>
            {(!changes.cells.is_empty()).then(|| table(text, &selection, &changes.cells))}
        }
        .into_any()
    })
    .into_any()
}

fn refusals(text: &'static Text, refused: &[NotTaken]) -> AnyView {
    let items = refused.iter().map(|why| view! { <li>{(text.settings.not_taken)(why)}</li> });
    view! {
        <div class="problem-summary" role="alert">
            <h2>{text.common.problem_title}</h2>
            <ul>{items.collect_view()}</ul>
            <p class="hint">{text.settings.nothing_changed}</p>
        </div>
    }
    .into_any()
}

fn reworded(text: &'static Text, selection: &Selection, changes: &SheetChanges) -> Option<String> {
    let criteria = changes.reworded.iter().filter_map(|id| selection.criteria.get(*id));
    let names: Vec<_> =
        criteria.map(|criterion| format!("{} {}", criterion.clause(), criterion.name)).collect();
    (!names.is_empty()).then(|| (text.settings.sheet_reworded)(&names.join(", ")))
}

/// Lists the cells that differ.
fn table(text: &'static Text, selection: &Selection, cells: &[CellChange]) -> AnyView {
    let said = |entry: &Option<ScoreEntry>, is_reworded: bool| {
        let Some(entry) = entry else { return format::MISSING.to_owned() };
        let score =
            entry.score.map_or(text.vendors.not_applicable.to_owned(), |score| score.get().to_string());
        if is_reworded && !entry.evidence.is_empty() {
            format!("{score} · {}", entry.evidence)
        } else {
            score
        }
    };
    let rows = cells.iter().map(|cell| {
        let criterion = selection.criteria.get(cell.criterion);
        let criterion = criterion.map(|one| format!("{} {}", one.clause(), one.name)).unwrap_or_default();
        let is_reworded = cell.is_reworded();
        view! {
            <tr>
                <th scope="row"><bdi>{selection.title_of(cell.vendor)}</bdi>" · "<bdi>{criterion}</bdi></th>
                <td>{said(&cell.now, is_reworded)}</td>
                <td>{said(&cell.then, is_reworded)}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=text.settings.import_title><table class="table preview of-sheet">
            <thead><tr>
                <th scope="col">{text.vendors.vendor_and_criterion}</th>
                <th scope="col">{text.settings.now_column}</th><th scope="col">{text.settings.then_column}</th>
            </tr></thead>
            <tbody>{rows}</tbody>
        </table></div>
    }
    .into_any()
}
