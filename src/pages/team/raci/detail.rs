//! What the matrix does not show: the row the keyboard is in, with its findings, the way to mend them and its fields.

use leptos::prelude::*;

use crate::domain::finding::Severity;
use crate::domain::ids::Id;
use crate::domain::team::raci::Place;
use crate::domain::team::raci::code::Code;
use crate::domain::team::{Activity, ActivityKind};
use crate::i18n::context::use_words;
use crate::pages::form::{Field, field, form};
use crate::pages::parts::item_actions;
use crate::pages::team::raci::editor::Editor;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::live::{Show, fact, kept, live};

const FIELDS: &[Field<Activity>] = &[
    field!(5 Line name: team.task),
    field!(3 OneOf(ActivityKind::ALL, team.kind) kind: team.kind_label),
    field!(2 Line phase: team.phase),
    field!(2 Number hours: team.hours_label),
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
                let fix = matrix.suggest(place, finding.code).and_then(|column| matrix.role(column));
                (finding.code, finding.severity, fix.map(|role| (role.id, role.name.clone())))
            });
            Some((place, found.collect::<Vec<_>>()))
        })
    });
    let is_check = fact(move || row.get(|activity| activity.kind == ActivityKind::SpecialistCheck));
    let title = move || row.get(|activity| activity.name.clone());
    let findings = live(move || {
        let text = words.get();
        let (place, found) = found.get()?;
        if found.is_empty() {
            return Some(view! { <p class="quiet">{text.team.row_fine}</p> }.into_any());
        }
        let choose = move |()| editor.focus((place, editor.selection.get_untracked().at.1));
        let items = found.into_iter().map(|(code, severity, fix)| {
            let is_error = severity == Severity::Error;
            let fix = fix.filter(|_| is_error).map(|(role, name)| {
                let mend = move |()| editor.make_accountable(id, role);
                view! { <Button kind=ButtonKind::Primary label=(text.team.fix)(&name) on_press=mend/> }
            });
            let by_hand = is_error.then(|| view! { <Button label=text.team.fix_by_hand on_press=choose/> });
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
            <span class="margin-number" class:wrong=fact(move || found.with(|found| found.as_ref().is_some_and(|(_, found)| found.iter().any(|found| found.1 == Severity::Error))))>{move || row.clause()}</span>
            <h2><bdi>{title}</bdi></h2>
            {findings}
            {form(row, FIELDS)}
            <Show when=is_check>{form(row, CHECK_FIELDS)}</Show>
            {item_actions(row)}
        </section>
    }
    .into_any()
}

/// Shows what was found about roles.
fn roles(editor: Editor) -> AnyView {
    let words = use_words();
    let found = kept(move || {
        editor.matrix.with(|matrix| {
            let found = matrix.findings.iter().filter_map(|finding| match finding.place {
                Place::Role(column) => Some((matrix.role(column)?.name.clone(), finding.code)),
                _ => None,
            });
            found.collect::<Vec<(String, Code)>>()
        })
    });
    let list = live(move || {
        let text = words.get();
        let found = found.get();
        let items = found.iter().map(|(role, code)| {
            view! { <li><bdi>{role.clone()}</bdi><span>{(text.team.finding)(*code)}</span></li> }
        });
        let items = items.collect_view();
        (!found.is_empty()).then(|| view! { <section class="role-findings"><h2>{text.team.roles_to_look_at}</h2><ul>{items}</ul></section> })
    });
    view! { {list} }.into_any()
}
