//! The matrix one role at a time, for narrow screens.

use std::time::Duration;

use leptos::prelude::*;

use crate::domain::finding::Severity;
use crate::domain::ids::Id;
use crate::domain::register::Item;
use crate::domain::step::{Step, Verb};
use crate::domain::team::raci::checked::Checked;
use crate::domain::team::raci::counts;
use crate::domain::team::{Activity, Part, Parts, Role, Team};
use crate::i18n::context::use_words;
use crate::i18n::{Text, format};
use crate::pages::team::raci::editor::Editor;
use crate::pages::team::raci::letter;
use crate::pages::team::raci::matrix::phase_begun;
use crate::state::focus;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::field::use_read_only;
use crate::ui::grid::{GoTo, Selection};
use crate::ui::live::{Kept, Show, each, fact, follow, kept, live};
use crate::ui::picks::SelectField;
use crate::ui::tag::{Tag, TagKind};

/// What one row says about the role.
#[derive(Clone, Default, PartialEq)]
struct Said {
    /// Where it stands among the shown rows.
    row: usize,
    /// The phase that begins with it, where rows are grouped.
    phase: String,
    clause: String,
    name: String,
    parts: Parts,
    problem: Option<&'static str>,
}

/// Which button of an open row was pressed last: it keeps the focus when its row moves.
type Pressed = StoredValue<&'static str>;

/// The rows and what they share.
#[derive(Clone, Copy)]
struct Rows {
    editor: Editor,
    column: Kept<usize>,
    open: RwSignal<Option<Id<Activity>>>,
    pressed: Pressed,
}

/// Shows what one role does, row by row: the rows and the place of the keyboard are those of the grid.
pub fn by_role(editor: Editor) -> AnyView {
    let words = use_words();
    let (matrix, selection) = (editor.matrix, editor.selection);
    let column = kept(move || {
        let last = matrix.with(|matrix| matrix.roles.len().saturating_sub(1));
        selection.with(|selection| selection.at.1.min(last))
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
    let choose = move |id: String| {
        let place =
            matrix.with_untracked(|matrix| matrix.roles.iter().position(|role| role.to_string() == id));
        if let Some(column) = place {
            selection.update(|selection| *selection = Selection::cell((selection.at.0, column)));
        }
    };
    let ids = kept(move || {
        let id = |matrix: &Checked, place: usize| matrix.activity(place).map(|activity| activity.id.bits());
        editor.shown.with(|shown| {
            matrix.with(|matrix| shown.iter().filter_map(|place| id(matrix, *place)).collect::<Vec<_>>())
        })
    });
    let rows = Rows { editor, column, open: RwSignal::new(None), pressed: StoredValue::new(CHANGE) };
    follow(move || {
        if let Some(GoTo { at, takes_focus }) = editor.go_to.get() {
            editor.go_to.set(None);
            selection.set(Selection::cell(at));
            if takes_focus {
                rows.focus(at);
            }
        }
    });
    view! {
        <SelectField label=words.s(|t| t.team.role_view) value options on_input=choose/>
        <ul class="by-role">{each(move || ids.get(), move |id| row(rows, Id::fixed(id)))}</ul>
        <p class="hint">{live(move || matrix.with(|matrix| summary(words.get(), matrix, column.get())))}</p>
    }
    .into_any()
}

const CHANGE: &str = "change";

impl Rows {
    /// Moves the focus to a row, to the button that was pressed there.
    fn focus(self, at: (usize, usize)) {
        let Some(task) = untrack(|| self.editor.task_at(at.0)) else { return };
        let is_open = self.open.get_untracked() == Some(task);
        let button = if is_open { self.pressed.get_value() } else { CHANGE };
        // The row may still have to be drawn; where the page was left meanwhile, there is nothing to focus.
        set_timeout(
            move || {
                let _ = focus::element(&format!("[id=\"{button}-{task}\"]"));
            },
            Duration::from_millis(30),
        );
    }

    /// Opens the choices of a row, or shuts them. The details below the list follow the row.
    fn toggle(self, task: Id<Activity>) {
        self.pressed.set_value(CHANGE);
        self.open.update(|open| *open = if *open == Some(task) { None } else { Some(task) });
        if let Some(row) = self.editor.row_of(task) {
            self.editor.selection.set(Selection::cell((row, self.column.get_untracked())));
        }
    }

    /// Carries an open row past the next shown one.
    fn carry(self, button: &'static str, rows: isize) {
        self.pressed.set_value(button);
        self.editor.carry_task(rows);
    }
}

fn row(rows: Rows, id: Id<Activity>) -> AnyView {
    let Rows { editor, column, open, .. } = rows;
    let words = use_words();
    let said = kept(move || {
        let text = words.get();
        editor
            .matrix
            .with(|matrix| {
                let row = matrix.team.activities.position(id)?;
                let activity = matrix.activity(row)?;
                let wrong = matrix.worst(row).filter(|finding| finding.severity == Severity::Error);
                let (at, before) = editor.shown.with(|shown| {
                    let at = shown.iter().position(|place| *place == row)?;
                    Some((at, at.checked_sub(1).and_then(|before| shown.get(before).copied())))
                })?;
                let is_grouped = editor.view.with(|view| view.by_phase);
                let phase = is_grouped.then(|| phase_begun(text, matrix, row, before));
                Some(Said {
                    row: at,
                    phase: phase.unwrap_or_default(),
                    clause: activity.clause(),
                    name: activity.name.clone(),
                    parts: matrix.grid.lines.get(row)?.cells.get(column.get()).copied().unwrap_or_default(),
                    problem: wrong.map(|finding| (text.team.finding)(finding.code)),
                })
            })
            .unwrap_or_default()
    });
    let read_only = use_read_only();
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
        let Said { phase, clause, name, parts, problem, .. } = said.get();
        let phase = (!phase.is_empty()).then(|| view! { <strong class="phase">{phase}</strong> });
        let is_wrong = problem.is_some();
        let problem = problem.map(|label| view! { <Tag kind=TagKind::Problem label=label.to_owned()/> });
        let name = if name.is_empty() { words.get().common.unnamed.to_owned() } else { name };
        let letters = match parts.is_empty() {
            true => view! { <span class="quiet">{format::MISSING}</span> }.into_any(),
            false => parts.iter().map(letter).collect_view().into_any(),
        };
        view! {
            {phase}
            <span class="number">{clause}</span>
            <span class="task" class:wrong=is_wrong><bdi>{name}</bdi>{problem}</span>
            <span class="letters">{letters}<span class="sr-only">{parts.letters()}</span></span>
        }
    });
    let named = move |label: fn(&Text) -> &'static str| {
        Signal::derive(move || {
            said.with(|said| format!("{} {} {}", label(words.get()), said.clause, said.name))
        })
    };
    let action = move |button: &'static str, label: fn(&Text) -> &'static str, on_press: Callback<()>| {
        view! { <Button kind=ButtonKind::Text id=format!("{button}-{id}") label=words.s(label) name=named(label) on_press/> }
    };
    let up = Callback::new(move |()| rows.carry("up", -1));
    let down = Callback::new(move |()| rows.carry("down", 1));
    // The first field of the details, which follow the row.
    let more = Callback::new(|()| {
        let _ = focus::element(".raci-detail input");
    });
    let actions = move || {
        view! {
            <div class="row-actions">
                <Show when=fact(move || !read_only.get())>
                    {action("up", |t| t.common.move_up_action, up)}
                    {action("down", |t| t.common.move_down_action, down)}
                </Show>
                {action("more", |t| t.matrix.more, more)}
            </div>
        }
    };
    let is_current = move || said.with(|said| editor.selection.with(|selection| selection.at.0 == said.row));
    view! {
        <li data-row=move || said.with(|said| said.row) class:current=is_current>
            {shown}
            {action(CHANGE, |t| t.team.change_action, Callback::new(move |()| rows.toggle(id)))}
            <Show when=fact(move || is_open.get())>{choices()}{actions()}</Show>
        </li>
    }
    .into_any()
}

/// Says how often the role plays which part, and how full it is.
fn summary(text: &'static Text, matrix: &Checked, column: usize) -> String {
    let Some(role) = matrix.role(column) else { return String::new() };
    let counts = counts(&matrix.grid).get(column).copied().unwrap_or_default();
    let percent = matrix.loads.get(column).and_then(|load| load.percent);
    let shown = percent.map(|percent| (format::number(percent, 0), percent > 100.0));
    let load = shown.as_ref().map(|(percent, is_over)| (percent.as_str(), *is_over));
    let who = if role.person.is_empty() { &role.name } else { &role.person };
    (text.team.role_summary)(who, matrix.grid.lines.len(), counts, load)
}
