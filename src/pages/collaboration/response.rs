//! 4.4 Response levels, the way up, and the calendars that count.

mod calendars;
mod path;

use leptos::prelude::*;

use crate::domain::calendar::ServiceCalendar;
use crate::domain::collaboration::response::{Preset, reached_after};
use crate::domain::collaboration::{Collaboration, Escalation, ResponseLevel};
use crate::domain::register::Item;
use crate::domain::step::{Step, Verb};
use crate::domain::task::Task;
use crate::domain::template::Content;
use crate::i18n::Text;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::collaboration::response::calendars::calendars;
use crate::pages::collaboration::response::path::path;
use crate::pages::form::{Field, field, form, note};
use crate::pages::list::{Column, Facts, List, ListPage, holder, list_part};
use crate::pages::parts::{TaskSheet, role_name, take_over};
use crate::state::notices::use_notices;
use crate::state::row::Row;
use crate::state::workspace::use_workspace;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::field::use_read_only;
use crate::ui::ledger::Said;
use crate::ui::menu::Menu;

static PAGE: ListPage<ResponseLevel> = ListPage {
    task: Task::Response,
    empty: |text| text.collaboration.response_empty,
    content: Some(Content::Response),
    finding: |facts| {
        let sentence = |level: &ResponseLevel| {
            let time = time_of(facts.text, &facts.project.collaboration, level, level.respond_minutes?);
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
    Column::number(
        |text| text.collaboration.respond,
        |facts, level| time(facts, level, level.respond_minutes),
    ),
    Column::number(
        |text| text.collaboration.resolve,
        |facts, level| time(facts, level, level.resolve_minutes),
    ),
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
            let team = &facts.project.team;
            let side_of = |role| team.roles.get(role).map(|role| role.side);
            let step = |(step, reached): (&Escalation, Option<u32>)| {
                let after = time_of(facts.text, &facts.project.collaboration, level, reached?);
                let who = step.to.map(|to| role_name(team, Some(to)))?;
                Some((facts.text.log.step)(&who, &after))
            };
            let reached = reached_after(&level.escalation, &side_of);
            let steps: Vec<_> = level.escalation.iter().zip(reached).filter_map(step).collect();
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

fn time(facts: &Facts, level: &ResponseLevel, minutes: Option<u32>) -> Said {
    let said = |minutes| time_of(facts.text, &facts.project.collaboration, level, minutes);
    Said::Number(minutes.map(said).unwrap_or_default())
}

/// Tells whether only working time counts at a level.
fn counts_working_time(collaboration: &Collaboration, level: &ResponseLevel) -> bool {
    let calendar = level.calendar.and_then(|id| collaboration.calendars.get(id));
    calendar.is_some_and(|calendar| !calendar.time.always_open)
}

/// Writes a time of a level. A day has 24 hours only where every minute counts: working time stays in hours.
fn time_of(text: &Text, collaboration: &Collaboration, level: &ResponseLevel, minutes: u32) -> String {
    match counts_working_time(collaboration, level) {
        true => (text.log.working)(minutes),
        false => format::minutes(minutes, text.language),
    }
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

/// Shows the menu of usual targets, each with its figures and where they come from.
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
        let figures = words.built(move |t| figures(t, &workspace.section::<Collaboration>(), preset));
        view! {
            <li>
                <Button kind=ButtonKind::Text label=words.s(move |t| (t.log.preset)(preset)) on_press=take/>
                <small class="preset-source">{figures}<br/>{words.s(move |t| (t.log.preset_source)(preset))}</small>
            </li>
        }
    });
    view! {
        <div class="actions" hidden=move || read_only.get()>
            <Menu label=words.s(|t| t.log.presets) class="boxed">{choices.into_iter().collect_view()}</Menu>
        </div>
    }
    .into_any()
}

/// Says the figures of a preset, level by level.
fn figures(text: &Text, collaboration: &Collaboration, preset: Preset) -> String {
    let levels = preset.targets().iter().map(|(number, respond, resolve)| {
        let known = collaboration.response.iter().find(|level| level.number == *number);
        let level = known.map(|level| ResponseLevel::clone(level)).unwrap_or_default();
        format!("P{} {}", number - 1, targets(text, collaboration, &level, *respond, *resolve))
    });
    levels.collect::<Vec<_>>().join(" · ")
}

/// Says within which times of a level there is an answer and a solution.
fn targets(
    text: &Text,
    collaboration: &Collaboration,
    level: &ResponseLevel,
    respond: Option<u32>,
    resolve: Option<u32>,
) -> String {
    let said = |say: fn(&str) -> String, minutes| say(&time_of(text, collaboration, level, minutes));
    let respond = respond.map(|minutes| said(text.log.preset_answer, minutes));
    let resolve = resolve.map(|minutes| said(text.log.preset_solve, minutes));
    respond.into_iter().chain(resolve).collect::<Vec<_>>().join(text.common.list_comma)
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
    // The fields are in minutes: what they come to stands below them where that is working time.
    let in_working_time = note(move || {
        let (text, collaboration) = (words.get(), workspace.section::<Collaboration>());
        let level = row.item().filter(|level| counts_working_time(&collaboration, level))?;
        let said = targets(text, &collaboration, &level, level.respond_minutes, level.resolve_minutes);
        (!said.is_empty()).then(|| (text.log.in_working_time)(&said))
    });
    view! { {form(row, FIELDS)}{in_working_time}{path(row)}{in_use} }.into_any()
}
