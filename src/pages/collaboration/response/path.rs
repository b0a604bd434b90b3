//! The way up of a response level.

use leptos::prelude::*;

use crate::domain::collaboration::response::reached_after;
use crate::domain::collaboration::{Collaboration, Escalation, ResponseLevel, Since};
use crate::domain::ids::Id;
use crate::domain::profile::Side;
use crate::domain::register::Item;
use crate::domain::step::{Step, Verb};
use crate::domain::team::{Role, Team};
use crate::i18n::context::use_words;
use crate::pages::collaboration::response::time_of;
use crate::pages::form::controls::Control;
use crate::pages::form::{labelled, wide};
use crate::state::part::{Bindable, Change, Part};
use crate::state::row::Row;
use crate::state::workspace::use_workspace;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::field::use_read_only;
use crate::ui::live::{Show, each, fact, kept, live};

/// Shows the way up of a level, step by step.
pub(super) fn path(row: Row<ResponseLevel>) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let read_only = use_read_only();
    let steps = kept(move || row.get(|level| level.escalation.len()));
    let reached = kept(move || {
        let team = workspace.section::<Team>();
        let side_of = |role| team.roles.get(role).map(|role| role.side);
        row.get(|level| reached_after(&level.escalation, &side_of))
    });
    let change = move |verb: Verb, change: Change<Vec<Escalation>>| {
        let step = Step::new(verb, untrack(|| row.clause()));
        workspace.edit(step, |collaboration: &mut Collaboration| {
            collaboration.response.update(row.id(), |level| change(&mut level.escalation));
        });
    };
    let one = move |place: u128| {
        let at = place as usize;
        let part = step_at(row, at);
        let to = part.bind(
            "to",
            |step: &Escalation| step.to.map(|to| to.bits()),
            |step, bits: Option<u128>| step.to = bits.map(Id::<Role>::fixed),
        );
        let after = part.bind(
            "after",
            |step: &Escalation| step.after_minutes,
            |step, minutes: Option<u32>| step.after_minutes = minutes,
        );
        let since = part.bind(
            "since",
            |step: &Escalation| Since::ALL.iter().position(|one| *one == step.since).unwrap_or(0),
            |step, place: usize| step.since = Since::ALL.get(place).copied().unwrap_or_default(),
        );
        let reached = live(move || {
            let text = words.get();
            let minutes = reached.with(|reached| reached.get(at).copied().flatten())?;
            let time = time_of(text, &workspace.section::<Collaboration>(), &*row.item()?, minutes);
            let said = (text.log.step_reached)(&time);
            Some(view! { <p class="hint">{said}</p> })
        });
        let remove = move |()| {
            change(
                Verb::Remove,
                Box::new(move |steps| {
                    if at < steps.len() {
                        steps.remove(at);
                    }
                }),
            );
        };
        view! {
            <li class="fields">
                {wide(4, labelled(|text| text.log.step_to, Control::Link(to, both_sides), None))}
                {wide(2, labelled(|text| text.log.step_after, Control::Whole(after, 525_600), None))}
                {wide(4, labelled(|text| text.log.step_since, Control::OneOf(since, |text| Since::ALL.map(text.log.since).to_vec()), None))}
                <div class="w2 step-action" hidden=move || read_only.get()>
                    <Button kind=ButtonKind::Text label=words.s(|t| t.common.remove_action) name=words.built(move |t| (t.log.step_remove)(at + 1)) on_press=remove/>
                </div>
                <div class="w12 step-reached">{reached}</div>
            </li>
        }
        .into_any()
    };
    let add = move |()| {
        change(
            Verb::Add,
            Box::new(|steps| steps.push(Escalation { since: Since::StepBefore, ..Escalation::default() })),
        )
    };
    view! {
        <fieldset class="way-up">
            <legend>{words.s(|t| t.log.path)}</legend>
            <p class="hint">{words.s(|t| t.log.path_hint)}</p>
            <ol>{each(move || (0..steps.get() as u128).collect(), one)}</ol>
            <Show when=fact(move || !read_only.get())>
                <div class="actions"><Button kind=ButtonKind::Small label=words.s(|t| t.log.step_add) on_press=add/></div>
            </Show>
        </fieldset>
    }
    .into_any()
}

/// Lists the roles of both sides, the client's first.
fn both_sides(project: &crate::domain::project::Project) -> Vec<(u128, String)> {
    let roles = Side::ALL.into_iter().flat_map(|side| project.team.roles_of(side));
    roles.map(|role| (role.id.bits(), format!("{} {}", role.clause(), role.name))).collect()
}

fn step_at(row: Row<ResponseLevel>, at: usize) -> Part<Escalation> {
    let workspace = use_workspace();
    Part::new(
        move || row.get(|level| level.escalation.get(at).copied().unwrap_or_default()),
        move |field, asked| {
            let subject = format!("{} {}", untrack(|| row.clause()), at + 1);
            workspace.edit(Step::typing(subject, field), |collaboration: &mut Collaboration| {
                collaboration.response.update(row.id(), |level| {
                    if let Some(step) = level.escalation.get_mut(at) {
                        asked(step);
                    }
                });
            });
        },
    )
}
