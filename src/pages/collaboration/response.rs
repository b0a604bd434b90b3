//! 4.4 Response levels, the way up, and the calendars that count.

mod calendars;

use leptos::prelude::*;

use crate::domain::calendar::ServiceCalendar;
use crate::domain::collaboration::response::Preset;
use crate::domain::collaboration::{Collaboration, Escalation, ResponseLevel};
use crate::domain::ids::Id;
use crate::domain::profile::Side;
use crate::domain::register::Item;
use crate::domain::step::{Step, Verb};
use crate::domain::task::Task;
use crate::domain::team::Role;
use crate::domain::template::Content;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::collaboration::response::calendars::calendars;
use crate::pages::form::controls::Control;
use crate::pages::form::{Field, field, form, labelled, note, wide};
use crate::pages::list::{Column, Facts, List, ListPage, holder, list_part};
use crate::pages::parts::{TaskSheet, role_name, take_over};
use crate::state::notices::use_notices;
use crate::state::part::{Bindable, Change, Part};
use crate::state::row::Row;
use crate::state::workspace::use_workspace;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::field::use_read_only;
use crate::ui::ledger::Said;
use crate::ui::live::{Show, each, fact, kept};
use crate::ui::menu::Menu;

static PAGE: ListPage<ResponseLevel> = ListPage {
    task: Task::Response,
    empty: |text| text.collaboration.response_empty,
    content: Some(Content::Response),
    finding: |facts| {
        let sentence = |level: &ResponseLevel| {
            let time = format::minutes(level.respond_minutes?, facts.text.language);
            Some((facts.text.collaboration.response_finding)(&level.name(), &time))
        };
        let levels = &facts.project.collaboration.response;
        levels.iter().filter_map(|level| sentence(level)).take(2).collect()
    },
    list: List {
        name: |text| (text.common.task)(Task::Response),
        columns: COLUMNS,
        is_wrong: |_, _| false,
        form: level,
        add: |text| text.collaboration.add_level,
        fill: |_| (),
    },
};

const COLUMNS: &[Column<ResponseLevel>] = &[
    Column::new(|text| text.collaboration.level_column, |_, level| Said::Text(level.name())),
    Column::new(|text| text.collaboration.means, |_, level| Said::Text(level.meaning.clone())),
    Column::number(|text| text.collaboration.respond, |facts, level| time(facts, level.respond_minutes)),
    Column::number(|text| text.collaboration.resolve, |facts, level| time(facts, level.resolve_minutes)),
    Column::new(
        |text| text.log.calendar,
        |facts, level| {
            let calendars = &facts.project.collaboration.calendars;
            let named = level.calendar.and_then(|id| calendars.get(id)).map(|one| calendar_name(one));
            Said::Text(named.unwrap_or_else(|| facts.text.log.calendar_none.to_owned()))
        },
    ),
    Column::new(|text| text.collaboration.responsible, |facts, level| holder(facts, level.owner)),
    Column::new(
        |text| text.log.path,
        |facts, level| {
            let step = |step: &Escalation| {
                let after = format::minutes(step.after_minutes?, facts.text.language);
                let who = step.to.map(|to| role_name(&facts.project.team, Some(to)))?;
                Some((facts.text.log.step)(&who, &after))
            };
            let steps: Vec<_> = level.escalation.iter().filter_map(step).collect();
            Said::Text(steps.join(facts.text.common.list_comma))
        },
    ),
];

const FIELDS: &[Field<ResponseLevel>] = &[
    field!(12 Line meaning: collaboration.means),
    field!(3 Whole(525600) respond_minutes: collaboration.respond_minutes),
    field!(3 Whole(525600) resolve_minutes: collaboration.resolve_minutes),
    field!(3 Link(ServiceCalendar, |calendar| calendar.name.clone()) calendar: |text| text.log.calendar),
    field!(3 Role owner: collaboration.responsible),
];

fn time(facts: &Facts, minutes: Option<u32>) -> Said {
    Said::Number(minutes.map(|minutes| format::minutes(minutes, facts.text.language)).unwrap_or_default())
}

/// Returns what a calendar is called: by its number while it has no name.
fn calendar_name(calendar: &ServiceCalendar) -> String {
    if calendar.name.trim().is_empty() { calendar.clause() } else { calendar.name.clone() }
}

/// Shows the response levels, and below them the calendars they are counted in.
#[component]
pub fn ResponsePage() -> impl IntoView {
    view! {
        <TaskSheet task=Task::Response>
            {list_part(&PAGE, ViewFn::default(), ViewFn::default())}
            {presets()}
            {calendars()}
        </TaskSheet>
    }
}

/// Shows the menu of usual targets.
fn presets() -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let notices = use_notices();
    let read_only = use_read_only();
    let choices = Preset::ALL.map(|preset| {
        let take = move |()| {
            let text = &words.now().log;
            let step = Step::new(Verb::Template, text.presets);
            take_over(workspace, notices, step, |project| {
                let collaboration = std::sync::Arc::make_mut(&mut project.collaboration);
                collaboration.set_targets(preset, &text.meanings);
            });
        };
        view! { <li><Button kind=ButtonKind::Text label=words.s(move |t| (t.log.preset)(preset)) on_press=take/></li> }
    });
    view! {
        <div class="actions" hidden=move || read_only.get()>
            <Menu label=words.s(|t| t.log.presets) class="boxed">{choices.into_iter().collect_view()}</Menu>
        </div>
    }
    .into_any()
}

fn level(row: Row<ResponseLevel>) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let in_use = note(move || {
        let collaboration = workspace.section::<Collaboration>();
        let is_of = |events: &[crate::domain::collaboration::clock::Event]| {
            events.iter().any(|event| event.level == Some(row.id()))
        };
        let n = collaboration.tickets.iter().filter(|ticket| is_of(&ticket.events)).count();
        (0 < n).then(|| (words.get().log.level_in_use)(n))
    });
    view! { {form(row, FIELDS)}{path(row)}{in_use} }.into_any()
}

/// Shows the way up of a level, step by step.
fn path(row: Row<ResponseLevel>) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let read_only = use_read_only();
    let steps = kept(move || row.get(|level| level.escalation.len()));
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
                {wide(6, labelled(|text| text.log.step_to, Control::Link(to, both_sides), None))}
                {wide(3, labelled(|text| text.log.step_after, Control::Whole(after, 525_600), None))}
                <div class="w3 step-action" hidden=move || read_only.get()>
                    <Button kind=ButtonKind::Text label=words.s(|t| t.common.remove_action) name=words.built(move |t| (t.log.step_remove)(at + 1)) on_press=remove/>
                </div>
            </li>
        }
        .into_any()
    };
    let add = move |()| change(Verb::Add, Box::new(|steps| steps.push(Escalation::default())));
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
