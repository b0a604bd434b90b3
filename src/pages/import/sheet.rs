//! A sheet that was handed out: into its project where that is here, else into a place of its own.

mod alone;
mod answers;
mod scores;

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::ids::Id;
use crate::domain::project::Project;
use crate::domain::register::Item;
use crate::domain::sheet::{Sheet, SheetKind};
use crate::domain::step::{Step, Verb};
use crate::domain::task::Task;
use crate::i18n::Text;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::import::sheet::alone::into_place;
use crate::routes::{Page, Route};
use crate::state::library::use_library;
use crate::state::notices::{Notice, use_notices};
use crate::state::place;
use crate::state::workspace::use_workspace;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::finding::Finding;
use crate::ui::live::{Kept, kept, live};
use crate::ui::sheet::SheetSection;

/// What taking a sheet in would change, in words.
struct Changes {
    /// The counts of what changes; nothing where nothing does.
    counts: Option<String>,
    /// Whether the sheet brings nothing new.
    is_nothing: bool,
    /// What is otherwise than when the sheet was handed out.
    notes: Vec<String>,
    /// What is shown of it line by line.
    table: AnyView,
}

/// Tells what taking a sheet in would change, or why it cannot be.
fn changes(text: &'static Text, sheet: &Sheet, project: &Project) -> Result<Changes, Vec<String>> {
    match sheet {
        Sheet::Scores(sheet) => scores::changes(text, sheet, &project.selection),
        Sheet::Answers(sheet) => answers::changes(text, sheet, &project.requirements),
    }
}

/// Names a sheet.
fn head(text: &'static Text, sheet: &Sheet) -> String {
    match sheet {
        Sheet::Scores(sheet) => (text.overview.sheet_head)(&sheet.evaluator.name),
        Sheet::Answers(sheet) => (text.overview.answers_of)(sheet.side).to_owned(),
    }
}

/// Says where a sheet belongs, and who filled how much of it in.
fn whose(text: &'static Text, sheet: &Sheet) -> String {
    let project = (text.import.sheet_project)(&sheet.project().name);
    match sheet {
        Sheet::Scores(_) => project,
        Sheet::Answers(sheet) => {
            let (who, all) = (sheet.answers.who.trim(), sheet.scenarios.len());
            format!("{project} · {}", (text.understanding.handed_by)(who, sheet.filled(), all))
        }
    }
}

/// Shows what a sheet would change, and takes it in. A project is opened by a button only: opening leaves another one.
pub fn one_sheet(sheet: Sheet) -> AnyView {
    let words = use_words();
    let library = use_library();
    let id = sheet.project().id;
    library.refresh();
    let named = StoredValue::new(sheet.clone());
    let title = words.built(move |t| named.with_value(|sheet| head(t, sheet)));
    let body = if library.has(id) { into_project(sheet) } else { into_place(sheet) };
    view! {
        <SheetSection number="1" title>
            <p class="hint"><bdi>{words.built(move |t| named.with_value(|sheet| whose(t, sheet)))}</bdi></p>
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
fn into_project(sheet: Sheet) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let library = use_library();
    let notices = use_notices();
    let (id, submitted) = (sheet.project().id, sheet.submitted());
    let page = match sheet.kind() {
        SheetKind::Scores => Page::Task(Task::Capability),
        SheetKind::Answers => Page::Understanding,
    };
    let sheet = StoredValue::new(sheet);
    let take = move |()| {
        let subject = sheet.with_value(|sheet| match sheet {
            Sheet::Scores(sheet) => format!("{} {}", sheet.evaluator.clause(), sheet.evaluator.name),
            Sheet::Answers(_) => head(words.now(), sheet),
        });
        let step = Step::new(Verb::Import, subject);
        workspace.edit_project(step.clone(), |project| {
            sheet.with_value(|sheet| sheet.take_into(project));
            let requirements = Arc::make_mut(&mut project.requirements);
            requirements.raise_differences(words.now().understanding.question_text, || workspace.new_id());
        });
        place::go(Route::Project(id, page));
        notices.show(Notice::Done(step));
    };
    let take = Callback::new(take);
    let entries = untrack(|| library.entries());
    let stored = entries.into_iter().find(|entry| entry.id == id).and_then(|entry| entry.project);
    let stored = StoredValue::new(stored);
    let failed = RwSignal::new(false);
    let open = Callback::new(move |()| failed.set(library.open(id).is_err()));
    let standing = standing(id);
    live(move || {
        let text = words.get();
        let standing = standing.get();
        let project = match standing {
            Standing::Closed => stored.get_value().filter(|_| !failed.get()),
            _ => Some(workspace.project()),
        };
        let Some(project) = project else {
            return view! { <p class="field-error" role="alert">{text.import.sheet_unreadable}</p> }.into_any();
        };
        let changes = match sheet.with_value(|sheet| changes(text, sheet, &project)) {
            Ok(changes) => changes,
            Err(refused) => return refusals(text, refused),
        };
        let notes = changes.notes.into_iter().map(|note| view! { <p>{note}</p> }).collect_view();
        if changes.is_nothing {
            return view! { <p>{text.import.sheet_nothing}</p>{notes} }.into_any();
        }
        let submitted = (text.import.sheet_submitted)(submitted.map(format::date).as_deref());
        let said: Vec<_> = changes.counts.into_iter().chain([submitted]).collect();
        let action = match standing {
            Standing::Closed => {
                let leaves_steps = workspace.history().with_untracked(|history| history.past().next().is_some());
                view! {
                    <Button kind=ButtonKind::Primary label=text.import.sheet_project_action.to_owned() on_press=open/>
                    {leaves_steps.then(|| view! { <span class="hint">{text.import.sheet_project_note}</span> })}
                }
                .into_any()
            }
            Standing::Asking => ().into_any(),
            Standing::ReadOnly => view! { <p class="field-error" role="alert">{text.import.sheet_elsewhere}</p> }.into_any(),
            Standing::Open => view! { <Button kind=ButtonKind::Primary label=text.import.sheet_take_action.to_owned() on_press=take/> }.into_any(),
        };
        view! {
            <Finding clauses=Signal::derive(move || said.clone())/>
            {notes}
            <div class="actions">{action}</div>
            {changes.table}
        }
        .into_any()
    })
    .into_any()
}

fn refusals(text: &'static Text, refused: Vec<String>) -> AnyView {
    let items = refused.into_iter().map(|why| view! { <li>{why}</li> });
    view! {
        <div class="problem-summary" role="alert">
            <h2>{text.common.problem_title}</h2>
            <ul>{items.collect_view()}</ul>
            <p class="hint">{text.preview.nothing_changed}</p>
        </div>
    }
    .into_any()
}

/// Shows what differs line by line: what it is, what stands there now, what would stand there.
fn table(text: &'static Text, column: &'static str, lines: Vec<[String; 3]>) -> AnyView {
    let rows = lines.into_iter().map(|[name, now, then]| {
        view! { <tr><th scope="row"><bdi>{name}</bdi></th><td>{now}</td><td>{then}</td></tr> }
    });
    let rows = rows.collect_view();
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=text.frame.import_title><table class="table preview of-sheet">
            <thead><tr>
                <th scope="col">{column}</th>
                <th scope="col">{text.preview.now_column}</th><th scope="col">{text.preview.then_column}</th>
            </tr></thead>
            <tbody>{rows}</tbody>
        </table></div>
    }
    .into_any()
}
