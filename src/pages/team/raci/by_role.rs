//! The matrix one role at a time, for narrow screens.

use leptos::prelude::*;

use crate::domain::finding::Severity;
use crate::domain::ids::Id;
use crate::domain::register::Item;
use crate::domain::step::{Step, Verb};
use crate::domain::team::raci::checked::Checked;
use crate::domain::team::raci::counts;
use crate::domain::team::{Activity, Part, Parts, Role, Team};
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::team::raci::editor::Editor;
use crate::pages::team::raci::{legend, letter};
use crate::state::focus;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::live::{Kept, Show, each, fact, follow, kept, live};
use crate::ui::picks::SelectField;
use crate::ui::tag::{Tag, TagKind};

/// What one row says about the role.
#[derive(Clone, Default, PartialEq)]
struct Said {
    clause: String,
    name: String,
    parts: Parts,
    problem: Option<&'static str>,
}

/// Shows what one role does, row by row.
pub fn by_role(editor: Editor, shown: RwSignal<Option<Id<Activity>>>) -> AnyView {
    let words = use_words();
    let matrix = editor.matrix;
    let chosen = RwSignal::new(None::<Id<Role>>);
    let column = kept(move || {
        matrix.with(|matrix| matrix.roles.iter().position(|role| Some(*role) == chosen.get()).unwrap_or(0))
    });
    let options = Signal::derive(move || {
        let text = words.get();
        matrix.with(|matrix| {
            let option = |role: &Role| {
                let name = if role.person.is_empty() {
                    role.name.clone()
                } else {
                    (text.team.holder)(&role.person, &role.name)
                };
                (role.id.to_string(), name)
            };
            matrix.team.columns().map(|role| option(role)).collect::<Vec<_>>()
        })
    });
    let value = Signal::derive(move || {
        matrix.with(|matrix| matrix.roles.get(column.get()).map(ToString::to_string).unwrap_or_default())
    });
    let ids = editor.workspace.bits::<Activity>();
    let open = RwSignal::new(None);
    // The details below follow the role, and the row being changed.
    follow(move || {
        let column = column.get();
        editor.selection.update(|selection| selection.at.1 = column);
    });
    follow(move || {
        if let Some(id) = open.get() {
            shown.set(Some(id));
        }
    });
    view! {
        <SelectField label=words.s(|t| t.team.role_view) value options on_input=move |id: String| chosen.set(Id::parse(&id))/>
        <ul class="by-role">
            {each(move || ids.get(), move |id| row(editor, Id::fixed(id), column, open))}
        </ul>
        {legend()}
        <p class="hint">{live(move || matrix.with(|matrix| summary(words.get(), matrix, column.get())))}</p>
    }
    .into_any()
}

fn row(
    editor: Editor,
    id: Id<Activity>,
    column: Kept<usize>,
    open: RwSignal<Option<Id<Activity>>>,
) -> AnyView {
    let words = use_words();
    let said = kept(move || {
        let text = words.get();
        editor
            .matrix
            .with(|matrix| {
                let row = matrix.team.activities.position(id)?;
                let activity = matrix.activity(row)?;
                let wrong = matrix.worst(row).filter(|finding| finding.severity == Severity::Error);
                Some(Said {
                    clause: activity.clause(),
                    name: activity.name.clone(),
                    parts: matrix.grid.lines.get(row)?.cells.get(column.get()).copied().unwrap_or_default(),
                    problem: wrong.map(|finding| (text.team.finding)(finding.code)),
                })
            })
            .unwrap_or_default()
    });
    let is_open = kept(move || open.get() == Some(id));
    let put = move |parts: Parts| {
        let role = editor.matrix.with_untracked(|matrix| matrix.roles.get(column.get_untracked()).copied());
        if let Some(role) = role {
            let step = Step::new(Verb::Set, said.with_untracked(|said| said.clause.clone()));
            editor.workspace.edit(step, |team: &mut Team| team.assign(id, role, parts));
        }
        open.set(None);
        // The button stands in every row.
        let _ = focus::element(&format!("[id=\"change-{id}\"]"));
    };
    let both = Parts::only(Part::Accountable).with(Part::Responsible);
    let choices = Part::ALL.map(Parts::only).into_iter().chain([both]);
    let choices = move || {
        let choices = choices.clone().map(|parts| {
            let name = move || parts.iter().map(|part| (words.get().team.part)(part)).collect::<Vec<_>>().join(" + ");
            let pressed = move || if said.with(|said| said.parts == parts) { "true" } else { "false" };
            view! { <button type="button" aria-label=name aria-pressed=pressed on:click=move |_| put(parts)>{parts.iter().map(letter).collect_view()}</button> }
        });
        view! {
            <div class="letter-strip" role="group" aria-label=move || words.get().team.letters>
                {choices.collect_view()}
                <button type="button" class="clear" on:click=move |_| put(Parts::default())>{words.s(|t| t.team.clear)}</button>
            </div>
        }
    };
    let shown = live(move || {
        let Said { clause, name, parts, problem } = said.get();
        let is_wrong = problem.is_some();
        let problem = problem.map(|label| view! { <Tag kind=TagKind::Problem label=label.to_owned()/> });
        let name = if name.is_empty() { words.get().common.unnamed.to_owned() } else { name };
        let letters = match parts.is_empty() {
            true => view! { <span class="quiet">{format::MISSING}</span> }.into_any(),
            false => parts.iter().map(letter).collect_view().into_any(),
        };
        view! {
            <span class="number">{clause}</span>
            <span class="task" class:wrong=is_wrong><bdi>{name}</bdi>{problem}</span>
            <span class="letters">{letters}<span class="sr-only">{parts.letters()}</span></span>
        }
    });
    let toggle = move |()| open.update(|open| *open = if *open == Some(id) { None } else { Some(id) });
    let name = Signal::derive(move || {
        said.with(|said| format!("{} {} {}", words.get().team.change_action, said.clause, said.name))
    });
    view! {
        <li>
            {shown}
            <Button kind=ButtonKind::Text id=format!("change-{id}") label=words.s(|t| t.team.change_action) name on_press=toggle/>
            <Show when=fact(move || is_open.get())>{choices()}</Show>
        </li>
    }
    .into_any()
}

/// Says how often the role plays which part, and how full it is.
fn summary(text: &'static crate::i18n::Text, matrix: &Checked, column: usize) -> String {
    let Some(role) = matrix.role(column) else { return String::new() };
    let counts = counts(&matrix.grid).get(column).copied().unwrap_or_default();
    let percent = matrix.loads.get(column).and_then(|load| load.percent);
    let shown = percent.map(|percent| (format::number(percent, 0), percent > 100.0));
    let load = shown.as_ref().map(|(percent, is_over)| (percent.as_str(), *is_over));
    let who = if role.person.is_empty() { &role.name } else { &role.person };
    (text.team.role_summary)(who, matrix.grid.lines.len(), counts, load)
}
