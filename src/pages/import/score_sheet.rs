//! The sheet of one evaluator: into its project where that is here, else into a place of its own.

mod alone;

use leptos::prelude::*;

use crate::domain::ids::Id;
use crate::domain::project::Project;
use crate::domain::register::Item;
use crate::domain::selection::score_sheet::{CellChange, NotTaken, ScoreSheet, SheetChanges};
use crate::domain::selection::{Criterion, ScoreEntry, Selection};
use crate::domain::step::{Step, Verb};
use crate::domain::task::Task;
use crate::i18n::Text;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::import::score_sheet::alone::into_place;
use crate::routes::{Page, Route};
use crate::state::library::use_library;
use crate::state::notices::{Notice, use_notices};
use crate::state::place;
use crate::state::workspace::use_workspace;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::finding::Finding;
use crate::ui::live::{Kept, kept, live};
use crate::ui::sheet::SheetSection;

/// Shows what a sheet would change, and takes it in. A project is opened by a button only: opening leaves another one.
pub fn one_sheet(sheet: ScoreSheet) -> AnyView {
    let words = use_words();
    let library = use_library();
    let (project, name) = (sheet.project.name.clone(), sheet.evaluator.name.clone());
    library.refresh();
    let body = if library.has(sheet.project.id) { into_project(sheet) } else { into_place(sheet) };
    view! {
        <SheetSection number="1" title=words.built(move |t| (t.vendors.sheet_head)(&name))>
            <p class="hint">{words.built(move |t| (t.settings.sheet_project)(&project))}</p>
            {body}
        </SheetSection>
    }
    .into_any()
}

/// How a project stands towards a change of it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// It is not open.
    Closed,
    /// It is open, and the right to edit is asked for.
    Asking,
    /// It may be read only.
    ReadOnly,
    /// It may be changed.
    Open,
}

fn standing(id: Id<Project>) -> Kept<Standing> {
    let workspace = use_workspace();
    let library = use_library();
    let (is_asking, read_only) = (library.is_asking(), workspace.is_read_only());
    kept(move || match (workspace.id() == id, is_asking.get(), read_only.get()) {
        (false, ..) => Standing::Closed,
        (true, true, _) => Standing::Asking,
        (true, false, true) => Standing::ReadOnly,
        (true, false, false) => Standing::Open,
    })
}

/// The sheet back in its project: what it would change is followed where that is open, else read as it is stored.
fn into_project(sheet: ScoreSheet) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let library = use_library();
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
    let entries = untrack(|| library.entries());
    let stored = entries.into_iter().find(|entry| entry.id == id).and_then(|entry| entry.project);
    let stored = StoredValue::new(stored.map(|project| project.selection));
    let failed = RwSignal::new(false);
    let open = Callback::new(move |()| failed.set(library.open(id).is_err()));
    let standing = standing(id);
    live(move || {
        let text = words.get();
        let standing = standing.get();
        let selection = match standing {
            Standing::Closed => stored.get_value().filter(|_| !failed.get()),
            _ => Some(workspace.section::<Selection>()),
        };
        let Some(selection) = selection else {
            return view! { <p class="field-error" role="alert">{text.settings.sheet_unreadable}</p> }.into_any();
        };
        let changes = match sheet.with_value(|sheet| sheet.changes(&selection)) {
            Ok(changes) => changes,
            Err(refused) => return refusals(text, &refused),
        };
        let notes = notes(text, &selection, &changes);
        if changes.is_nothing() {
            return view! { <p>{text.settings.sheet_nothing}</p>{notes} }.into_any();
        }
        let [new, changed, emptied, evidence] = changes.counts();
        let counts = (text.settings.sheet_counts)([new, changed, emptied, evidence, changes.same]);
        let submitted = (text.settings.sheet_submitted)(submitted.map(format::date).as_deref());
        let said: Vec<_> = counts.into_iter().chain([submitted]).collect();
        let action = match standing {
            Standing::Closed => {
                let leaves_steps = workspace.history().with_untracked(|history| history.past().next().is_some());
                view! {
                    <Button kind=ButtonKind::Primary label=text.settings.sheet_project_action.to_owned() on_press=open/>
                    {leaves_steps.then(|| view! { <span class="hint">{text.settings.sheet_project_note}</span> })}
                }
                .into_any()
            }
            Standing::Asking => ().into_any(),
            Standing::ReadOnly => view! { <p class="field-error" role="alert">{text.settings.sheet_elsewhere}</p> }.into_any(),
            Standing::Open => view! { <Button kind=ButtonKind::Primary label=text.settings.sheet_take_action.to_owned() on_press=take/> }.into_any(),
        };
        view! {
            <Finding clauses=Signal::derive(move || said.clone())/>
            {notes}
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

/// Names the criteria that are otherwise than when the sheet was handed out.
fn notes(text: &'static Text, selection: &Selection, changes: &SheetChanges) -> AnyView {
    let note = |ids: &[Id<Criterion>], said: fn(&str) -> String| {
        let criteria = ids.iter().filter_map(|id| selection.criteria.get(*id));
        let names: Vec<_> =
            criteria.map(|criterion| format!("{} {}", criterion.clause(), criterion.name)).collect();
        (!names.is_empty()).then(|| view! { <p>{said(&names.join(", "))}</p> })
    };
    view! {
        {note(&changes.grouped, text.settings.sheet_grouped)}
        {note(&changes.missing, text.settings.sheet_missing)}
        {note(&changes.reworded, text.settings.sheet_reworded)}
    }
    .into_any()
}

/// Lists the cells that differ.
fn table(text: &'static Text, selection: &Selection, cells: &[CellChange]) -> AnyView {
    let said = |entry: &Option<ScoreEntry>, with_evidence: bool| {
        let Some(entry) = entry else { return format::MISSING.to_owned() };
        let score =
            entry.score.map_or(text.vendors.not_applicable.to_owned(), |score| score.get().to_string());
        if with_evidence && !entry.evidence.is_empty() {
            format!("{score} · {}", entry.evidence)
        } else {
            score
        }
    };
    let rows = cells.iter().map(|cell| {
        let criterion = selection.criteria.get(cell.criterion);
        let criterion = criterion.map(|one| format!("{} {}", one.clause(), one.name)).unwrap_or_default();
        let with_evidence = cell.has_other_evidence();
        view! {
            <tr>
                <th scope="row"><bdi>{selection.title_of(cell.vendor)}</bdi>" · "<bdi>{criterion}</bdi></th>
                <td>{said(&cell.now, with_evidence)}</td>
                <td>{said(&cell.then, with_evidence)}</td>
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
