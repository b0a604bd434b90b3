//! 2.2 The role matrix.

mod by_role;
mod comparing;
mod detail;
mod editor;
mod load;
mod matrix;
mod pasting;
mod tables;
mod viewing;

use leptos::prelude::*;

use crate::domain::finding::Severity;
use crate::domain::ids::Id;
use crate::domain::register::Item;
use crate::domain::task::Task;
use crate::domain::team::{Activity, Part, Role};
use crate::domain::template::Content;
use crate::i18n::context::use_words;
use crate::pages::parts::{TaskSheet, add_button, from_template, is_empty, page_href, template_menu};
use crate::pages::team::raci::comparing::Comparing;
use crate::pages::team::raci::editor::Editor;
use crate::routes::Page;
use crate::state::notices::use_notices;
use crate::state::place;
use crate::state::preferences::use_preferences;
use crate::state::workspace::use_workspace;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::empty_state::EmptyState;
use crate::ui::finding::Finding;
use crate::ui::live::{Kept, Show, fact, follow, kept, live};

/// What is looked at before it comes into the matrix.
#[derive(Clone, Copy)]
pub enum Incoming {
    /// A table.
    Table(Editor),
    /// What differs from a template.
    Template(Editor, Comparing),
}

/// Shows what is looked at before it comes into the matrix, which is a part of its own: most days nothing does.
#[derive(Clone, Copy)]
pub struct ShowsIncoming(pub Callback<Incoming, AnyView>);

/// Shows what is looked at before it comes into the matrix, whose part is here.
pub fn shown_incoming(incoming: Incoming) -> AnyView {
    match incoming {
        Incoming::Table(editor) => pasting::pasting(editor),
        Incoming::Template(editor, compared) => comparing::comparing(editor, compared),
    }
}

/// Shows what is looked at before it comes into the matrix, while there is something.
fn incoming(incoming: Incoming) -> AnyView {
    let shows = expect_context::<ShowsIncoming>().0;
    let is_open = fact(move || match incoming {
        Incoming::Table(editor) => editor.pasting.with(Option::is_some),
        Incoming::Template(_, compared) => compared.with(Option::is_some),
    });
    view! { <Show when=is_open>{shows.run(incoming)}</Show> }.into_any()
}

/// Shows the matrix with its checks.
#[component]
pub fn RaciPage() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let no_roles = is_empty::<Role>();
    let no_activities = is_empty::<Activity>();
    let people = page_href(workspace, Page::Task(Task::People));
    let editor = Editor::new(workspace, words, use_notices());
    view! {
        <TaskSheet task=Task::Raci wide=true>
            <Show when=fact(move || !no_activities.get() && !no_roles.get()) fallback=move || view! {
                <EmptyState sentence=words.s(|t| t.team.raci_empty)>
                    {from_template(Content::Matrix, true)}
                    <Button label=words.s(|t| t.team.paste_table) on_press=move |()| editor.ask_for_table()/>
                    {tables::chooser(editor)}
                    {add_button::<Activity>(words.s(|t| t.team.add_activity), ButtonKind::Plain, |_| ())}
                    <Show when=fact(move || no_roles.get())><a href=people>{words.s(|t| t.team.roles_first)}</a></Show>
                </EmptyState>
                {incoming(Incoming::Table(editor))}
            }>
                {page(editor)}
            </Show>
        </TaskSheet>
    }
}

fn page(editor: Editor) -> AnyView {
    let words = use_words();
    editor.begin();
    let is_narrow = use_preferences().is_narrow();
    let chosen = settled_row(editor);
    place::on_selected(move |clause| {
        let task = editor.matrix.with_untracked(|matrix| {
            matrix
                .team
                .activities
                .iter()
                .find(|activity| activity.clause() == clause)
                .map(|activity| activity.id)
        });
        if let Some(task) = task {
            editor.focus_task(task, 0);
        }
    });
    let finding = kept(move || {
        editor.matrix.with(|matrix| {
            let wrong = matrix.wrong_rows();
            let first =
                wrong.first().and_then(|row| Some((matrix.worst(*row)?.code, matrix.activity(*row)?)));
            let clause = first.map(|(_, activity)| activity.clause()).unwrap_or_default();
            let first = first.map(|(code, activity)| (code, clause.as_str(), activity.name.as_str()));
            (words.get().team.raci_finding)(matrix.grid.lines.len(), wrong.len(), first)
        })
    });
    let has_wrong = kept(move || {
        editor.matrix.with(|matrix| matrix.findings.iter().any(|finding| finding.severity == Severity::Error))
    });
    let compared = RwSignal::new(None);
    view! {
        <Finding clauses=finding/>
        <div class="raci-tools">
            <Show when=fact(move || has_wrong.get())>
                <Button label=words.s(|t| t.team.next_problem) on_press=move |()| editor.next_problem()/>
            </Show>
            <Button label=words.s(|t| t.team.paste_table) on_press=move |()| editor.ask_for_table()/>
            {tables::tables(editor)}
            {template_menu(Content::Matrix, words.s(|t| t.team.template))}
            {comparing::menu(compared)}
            {legend()}
        </div>
        {viewing::viewing(editor)}
        {incoming(Incoming::Template(editor, compared))}
        {incoming(Incoming::Table(editor))}
        <Show when=fact(move || !is_narrow.get()) fallback=move || by_role::by_role(editor)>
            {matrix::matrix(editor)}
            <p class="hint raci-keys">{words.s(|t| t.matrix.keys)}</p>
        </Show>
        <div class="actions raci-add"><Button kind=ButtonKind::Text label=words.s(|t| t.team.add_activity) on_press=move |()| chosen.set(Some(editor.add()))/></div>
        {detail::detail(editor, chosen)}
        {load::load(editor)}
        <p class="sr-only" role="status">{editor.said}</p>
    }
    .into_any()
}

/// Follows which task the keyboard is in, once it rests there: a row's details are not drawn while it is passed.
fn settled_row(editor: Editor) -> RwSignal<Option<Id<Activity>>> {
    let now = kept(move || editor.task_at(editor.selection.get().at.0));
    let settled = RwSignal::new(now.get_untracked());
    let is_gone = move || {
        let task = settled.get_untracked();
        task.is_none_or(|id| editor.matrix.with_untracked(|matrix| !matrix.team.activities.has(id)))
    };
    let was_drawn = StoredValue::new(false);
    follow(move || {
        let task = now.get();
        if !was_drawn.get_value() {
            was_drawn.set_value(true);
        } else if is_gone() {
            // A row that was removed leaves at once.
            settled.set(task);
        } else {
            let set = move || {
                if now.try_get_untracked() == Some(task) {
                    settled.set(task);
                }
            };
            set_timeout(set, std::time::Duration::from_millis(180));
        }
    });
    settled
}

/// Follows a value once it rests: sums and pictures are not drawn between two keys.
fn rested<V: Clone + PartialEq + Send + Sync + 'static>(now: Kept<V>) -> RwSignal<V> {
    let drawn = RwSignal::new(now.get_untracked());
    follow(move || {
        let value = now.get();
        if drawn.with_untracked(|drawn| *drawn == value) {
            return;
        }
        let set = move || {
            if now.try_get_untracked().as_ref() == Some(&value) {
                drawn.set(value);
            }
        };
        set_timeout(set, std::time::Duration::from_millis(180));
    });
    drawn
}

/// Explains the letters.
fn legend() -> AnyView {
    let words = use_words();
    let letters = Part::ALL.map(|part| {
        view! { <li>{letter(part)}<span>{live(move || (words.get().team.part)(part))}</span></li> }
    });
    view! { <ul class="legend">{letters.into_iter().collect_view()}</ul> }.into_any()
}

/// Draws a letter as the cells show it.
fn letter(part: Part) -> AnyView {
    let letter = part.letter().to_string();
    view! { <b class="letter" data-letter=letter.clone() aria-hidden="true">{letter.clone()}</b> }.into_any()
}
