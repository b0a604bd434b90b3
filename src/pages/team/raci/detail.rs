//! What the matrix does not show: the row the keyboard is in, with its findings, the way to mend them and its fields.

use leptos::prelude::*;

use crate::domain::finding::Severity;
use crate::domain::ids::Id;
use crate::domain::register::Item;
use crate::domain::task::Task;
use crate::domain::team::raci::around::Around;
use crate::domain::team::raci::checked::{Checked, Fix};
use crate::domain::team::raci::code::Code;
use crate::domain::team::raci::{Place, RaciFinding};
use crate::domain::team::{Activity, ActivityKind, Role, Team};
use crate::i18n::context::use_words;
use crate::pages::form::{Field, field, form};
use crate::pages::list::use_facts;
use crate::pages::parts::item_actions;
use crate::pages::team::raci::editor::Editor;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::field::TextArea;
use crate::ui::live::{Show, fact, kept, live};

const FIELDS: &[Field<Activity>] = &[
    field!(5 Line name: team.task),
    field!(3 OneOf(ActivityKind::ALL, team.kind) kind: team.kind_label),
    field!(2 Line phase: team.phase),
    field!(2 Between(0.0, 1_000_000.0) hours: team.hours_label),
];

const CHECK_FIELDS: &[Field<Activity>] =
    &[field!(6 Link(Activity, |activity| activity.name.clone()) checks: team.checks_label)];

/// Shows the row the keyboard is in, and below it what was found about roles.
pub fn detail(editor: Editor, chosen: RwSignal<Option<Id<Activity>>>) -> AnyView {
    let shown = kept(move || chosen.get());
    view! { {live(move || shown.get().map(|id| row(editor, id)))}{roles(editor)} }.into_any()
}

fn row(editor: Editor, id: Id<Activity>) -> AnyView {
    let words = use_words();
    let row = editor.workspace.row::<Activity>(id);
    let found = kept(move || {
        editor.matrix.with(|matrix| {
            let place = matrix.team.activities.position(id)?;
            let found = matrix.of_row(place).map(|finding| {
                let mend = matrix.suggest(place, finding.code).and_then(|fix| Mend::of(matrix, fix));
                (finding.code, finding.severity, matrix.column_of(place, finding.code), mend)
            });
            Some(found.collect::<Vec<_>>())
        })
    });
    let counts = live(move || {
        let counts = editor.matrix.with(|matrix| {
            let line = matrix.grid.lines.get(matrix.team.activities.position(id)?);
            line.map(|line| line.counts())
        });
        counts.map(|counts| view! { <p class="quiet">{(words.get().matrix.row_counts)(counts)}</p> })
    });
    let is_check = fact(move || row.get(|activity| activity.kind == ActivityKind::SpecialistCheck));
    let title = move || row.get(|activity| activity.name.clone());
    let findings = live(move || {
        let text = words.get();
        let found = found.get()?;
        if found.is_empty() {
            return Some(view! { <p class="quiet">{text.team.row_fine}</p> }.into_any());
        }
        let items = found.into_iter().map(|(code, severity, column, mend)| {
            let go = move |()| {
                editor.focus_task(id, column.unwrap_or_else(|| editor.selection.get_untracked().at.1));
            };
            let is_error = severity == Severity::Error;
            let fix = mend.map(|Mend { role, name, releases }| {
                let label = if releases { (text.matrix.release)(&name) } else { (text.team.fix)(&name) };
                let mend = move |()| {
                    if releases { editor.release(id, role) } else { editor.make_accountable(id, role) }
                };
                view! { <Button kind=ButtonKind::Primary label on_press=mend/> }
            });
            let label = if is_error { text.team.fix_by_hand } else { text.matrix.go };
            let by_hand = (is_error || column.is_some()).then(|| view! { <Button label on_press=go/> });
            view! {
                <li class:grave=is_error>
                    <div><strong>{(text.team.finding)(code)}</strong><p>{(text.team.why)(code)}</p></div>
                    <div class="mend">{fix}{by_hand}</div>
                </li>
            }
        });
        Some(view! { <ul class="row-findings">{items.collect_view()}</ul> }.into_any())
    });
    view! {
        <section class="raci-detail">
            <span class="margin-number" class:wrong=fact(move || found.with(|found| found.as_ref().is_some_and(|found| found.iter().any(|found| found.1 == Severity::Error))))>{move || row.clause()}</span>
            <h2><bdi>{title}</bdi></h2>
            {findings}
            {counts}
            {form(row, FIELDS)}
            <Show when=is_check>{form(row, CHECK_FIELDS)}</Show>
            {notes(editor, id)}
            {item_actions(row)}
        </section>
    }
    .into_any()
}

/// What mends a finding, with the name of the role it is about.
#[derive(Clone, PartialEq)]
struct Mend {
    role: Id<Role>,
    name: String,
    /// Whether the role loses its Responsible; else it becomes the only Accountable.
    releases: bool,
}

impl Mend {
    fn of(matrix: &Checked, fix: Fix) -> Option<Self> {
        let (column, releases) = match fix {
            Fix::Accountable(column) => (column, false),
            Fix::Release(column) => (column, true),
        };
        matrix.role(column).map(|role| Self { role: role.id, name: role.name.clone(), releases })
    }
}

/// Shows the comment on the cell of the keyboard, and the others of its row.
fn notes(editor: Editor, id: Id<Activity>) -> AnyView {
    let words = use_words();
    let workspace = editor.workspace;
    let role = kept(move || editor.role_at(editor.selection.get().at.1));
    let label = words.built(move |text| {
        let team = workspace.section::<Team>();
        let name = role.get().and_then(|role| team.roles.get(role)).map(|role| role.name.clone());
        (text.matrix.note)(&name.unwrap_or_default())
    });
    let value = Signal::derive(move || {
        role.get().map(|role| workspace.section::<Team>().note(id, role).to_owned()).unwrap_or_default()
    });
    let put = move |note: String| {
        if let Some(role) = role.get_untracked() {
            editor.remark(id, role, note);
        }
    };
    let others = kept(move || {
        let team = workspace.section::<Team>();
        let others = team.columns().filter(|other| Some(other.id) != role.get());
        let others = others.map(|other| (other.id, other.name.clone(), team.note(id, other.id).to_owned()));
        others.filter(|(_, _, note)| !note.is_empty()).collect::<Vec<_>>()
    });
    let others = live(move || {
        let text = words.get();
        let others = others.get();
        let is_empty = others.is_empty();
        let items = others.into_iter().map(|(role, name, note)| {
            let go = move |()| editor.focus_cell(id, role);
            view! { <li><Button kind=ButtonKind::Text label=name on_press=go/><bdi>{note}</bdi></li> }
        });
        let items = items.collect_view();
        (!is_empty).then(|| view! { <h3>{text.matrix.other_notes}</h3><ul class="cell-notes">{items}</ul> })
    });
    view! {
        <div class="cell-note">
            <TextArea id="cell-note" label hint=words.s(|t| t.matrix.note_hint) value on_input=put/>
            {others}
        </div>
    }
    .into_any()
}

/// What is found beside the rows: about which role or level, what, and where it leads.
#[derive(Clone, PartialEq)]
struct Beside {
    place: Place,
    role: Option<(Id<Role>, String)>,
    code: Code,
}

/// Shows what was found about roles, the response levels and payment.
fn roles(editor: Editor) -> AnyView {
    let words = use_words();
    let facts = use_facts();
    let found = kept(move || {
        let around = Around::of(&editor.workspace.project());
        editor.matrix.with(|matrix| {
            let findings = matrix.findings.iter().filter(|finding| matches!(finding.place, Place::Role(_)));
            let beside = |finding: &RaciFinding| {
                let role = match finding.place {
                    Place::Role(column) => matrix.role(column).map(|role| (role.id, role.name.clone())),
                    _ => None,
                };
                Beside { place: finding.place, role, code: finding.code }
            };
            findings.chain(&around.findings()).map(beside).collect::<Vec<_>>()
        })
    });
    let list = live(move || {
        let text = words.get();
        let found = found.get();
        let is_empty = found.is_empty();
        let items = found.into_iter().map(|Beside { place, role, code }| {
            let link = |task: Task, label: &'static str| {
                let href = facts.with_untracked(|facts| facts.link(task, ""));
                view! { <a href=href>{label}</a> }.into_any()
            };
            let (name, way) = match (place, role) {
                (Place::Role(_), Some((id, name))) if code == Code::RoleNoCounterpart => {
                    let clause = editor.workspace.section_now::<Team>().roles.get(id).map(|role| role.clause());
                    let href = facts.with_untracked(|facts| facts.link(Task::People, &clause.unwrap_or_default()));
                    (name, view! { <a href=href>{text.matrix.to_people}</a> }.into_any())
                }
                (Place::Role(_), Some((id, name))) => {
                    let go = move |()| editor.focus_role(id);
                    let label = format!("{} {name}", text.matrix.to_column);
                    let go = view! { <Button kind=ButtonKind::Text label=text.matrix.to_column name=label on_press=go/> };
                    (name, go.into_any())
                }
                (Place::Level(number), _) => {
                    ((text.matrix.level)(number), link(Task::Response, text.matrix.to_levels))
                }
                _ => (text.matrix.payment.to_owned(), link(Task::Proposals, text.matrix.to_offer)),
            };
            view! {
                <li>
                    <div><bdi>{name}</bdi><strong>{(text.team.finding)(code)}</strong></div>
                    <p>{(text.team.why)(code)}</p>
                    {way}
                </li>
            }
        });
        let items = items.collect_view();
        (!is_empty).then(|| view! { <section class="role-findings"><h2>{text.team.roles_to_look_at}</h2><ul>{items}</ul></section> })
    });
    view! { {list} }.into_any()
}
