//! 4.1 Cadence.

use std::sync::Arc;

use chrono::DateTime;
use leptos::prelude::*;

use crate::documents::ics;
use crate::domain::calendar::wall::WallTime;
use crate::domain::collaboration::overlap::Site;
use crate::domain::collaboration::series::{Fate, Occurrence};
use crate::domain::collaboration::{Collaboration, DayKept, Meeting, Rhythm};
use crate::domain::task::Task;
use crate::domain::team::Team;
use crate::domain::template::Content;
use crate::exchange::names;
use crate::i18n::Text;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::form::{Field, bind, field, labelled, note, wide};
use crate::pages::list::{Column, Facts, List, ListPage, holder, list_page_with, use_facts};
use crate::pages::parts::role_name;
use crate::state::downloads;
use crate::state::notices::use_notices;
use crate::state::part::Bindable;
use crate::state::row::Row;
use crate::state::workspace::use_workspace;
use crate::ui::button::Button;
use crate::ui::ledger::Said;
use crate::ui::live::{Show, fact, live};
use crate::ui::picks::{Checkbox, TimeField};
use crate::ui::tag::TagKind;

static PAGE: ListPage<Meeting> = ListPage {
    task: Task::Cadence,
    empty: |text| text.collaboration.meetings_empty,
    content: Some(Content::Meetings),
    finding: |facts| {
        let meetings = &facts.project.collaboration.meetings;
        let is_moved = |meeting: &&Arc<Meeting>| {
            next_held(facts, meeting).is_some_and(|one| one.fate != Fate::AsPlanned)
        };
        (facts.text.collaboration.meetings_finding)(meetings.len(), meetings.iter().filter(is_moved).count())
    },
    list: List {
        name: |text| (text.common.task)(Task::Cadence),
        columns: COLUMNS,
        is_wrong: |_, _| false,
        form: meeting,
        add: |text| text.collaboration.add_meeting,
        fill: |_| (),
    },
};

const COLUMNS: &[Column<Meeting>] = &[
    Column::new(|text| text.collaboration.meeting, |_, meeting| Said::Text(meeting.name.clone())),
    Column::new(
        |text| text.collaboration.rhythm_label,
        |facts, meeting| Said::Text((facts.text.collaboration.rhythm)(meeting.rhythm).to_owned()),
    ),
    Column::new(|text| text.collaboration.when, |facts, meeting| Said::Text(when(facts, meeting))),
    Column::new(|text| text.collaboration.next_date, next),
    Column::new(|text| text.collaboration.owner, |facts, meeting| holder(facts, meeting.owner)),
    Column::new(
        |text| text.collaboration.attendees,
        |facts, meeting| {
            let names: Vec<_> =
                meeting.attendees.iter().map(|id| role_name(&facts.project.team, Some(*id))).collect();
            Said::Text(names.join(facts.text.common.list_comma))
        },
    ),
];

const NAME: Field<Meeting> = field!(5 Line name: collaboration.meeting);
const RHYTHM: Field<Meeting> =
    field!(3 OneOf(Rhythm::ALL, collaboration.rhythm) rhythm: collaboration.rhythm_label);
const NEXT: Field<Meeting> = field!(4 Date next: collaboration.held_on);
const KEEPS: Field<Meeting> =
    field!(4 OneOf(DayKept::ALL, collaboration.keeps_way) keeps: collaboration.keeps);
const LASTS: Field<Meeting> = field!(2 Whole(1440) lasts_min: collaboration.lasts);
const SITE: Field<Meeting> = field!(4 Link(Site, |site| site.name.clone()) site: collaboration.by_clock_of);
const OWNER: Field<Meeting> = field!(4 Role owner: collaboration.owner);
const WHEN: Field<Meeting> = field!(12 Line when: collaboration.when_kept);
const AGENDA: Field<Meeting> = field!(6 Lines agenda: collaboration.agenda);
const MINUTES: Field<Meeting> = field!(6 Lines minutes: collaboration.minutes);

/// Shows the meetings.
#[component]
pub fn CadencePage() -> impl IntoView {
    list_page_with(&PAGE, ViewFn::default(), ViewFn::from(calendar_file))
}

/// Says the day and the time, as far as they are kept; else what an older file said.
fn when(facts: &Facts, meeting: &Meeting) -> String {
    let Some(starts) = meeting.starts else { return meeting.when.clone() };
    let (text, language) = (&facts.text.collaboration, facts.text.language);
    let day = meeting.next.map(|next| (text.day_kept)(meeting.rhythm, meeting.keeps, next));
    let ends = meeting.lasts_min.and_then(|lasts| {
        let ends = (u32::from(starts.minutes()) + lasts) % (24 * 60);
        WallTime::new(u16::try_from(ends).ok()?)
    });
    let time = match ends {
        Some(ends) => format::range(&starts.to_string(), &ends.to_string(), language),
        None => starts.to_string(),
    };
    let site = meeting.site.and_then(|site| facts.project.collaboration.sites.get(site));
    let site = site.map(|site| format!(" · {}", site.name));
    let at = day.map_or_else(|| time.clone(), |day| (text.day_at)(&day, &time));
    at + &site.unwrap_or_default()
}

/// Returns the next date it is held on.
fn next_held(facts: &Facts, meeting: &Meeting) -> Option<Occurrence> {
    let collaboration = &facts.project.collaboration;
    let ahead = meeting.ahead(facts.today, |day| collaboration.can_meet(meeting, day));
    ahead.into_iter().find(|one| one.date().is_some())
}

/// Says the next date it is held on, and whether that is not the one it was planned for.
fn next(facts: &Facts, meeting: &Meeting) -> Said {
    match next_held(facts, meeting) {
        Some(Occurrence { planned, fate: Fate::MovedTo(date) }) => {
            let moved = facts.text.collaboration.moved_from;
            Said::Tag(TagKind::Note, moved(&format::date(date), &format::date(planned)))
        }
        one => Said::Date(format::date_or_missing(one.and_then(|one| one.date()))),
    }
}

fn cell(row: Row<Meeting>, field: &'static Field<Meeting>) -> AnyView {
    wide(field.width, labelled(field.label, bind(row, field), None))
}

fn meeting(row: Row<Meeting>) -> AnyView {
    let words = use_words();
    let starts = row.bind(
        "starts",
        |meeting| meeting.starts.map(|starts| starts.to_string()).unwrap_or_default(),
        |meeting, written: String| meeting.starts = WallTime::parse(&written),
    );
    let is_by_months = move || row.get(|one| matches!(one.rhythm, Rhythm::Monthly | Rhythm::Quarterly));
    let has_words = move || row.get(|one| one.starts.is_none() && !one.when.is_empty());
    let no_clock = note(move || {
        let is_open = row.get(|one| one.starts.is_some() && one.site.is_none());
        is_open.then(|| words.get().collaboration.no_clock.to_owned())
    });
    view! {
        <div class="fields">
            {cell(row, &NAME)}
            {cell(row, &RHYTHM)}
            <Show when=fact(is_by_months)>{cell(row, &KEEPS)}</Show>
            {cell(row, &NEXT)}
            <div class="w2"><TimeField label=words.s(|t| t.collaboration.starts) value=starts.value on_input=starts.set/></div>
            {cell(row, &LASTS)}
            {cell(row, &SITE)}
            {cell(row, &OWNER)}
            <Show when=fact(has_words)>{cell(row, &WHEN)}</Show>
        </div>
        {no_clock}
        {ahead(row)}
        <div class="fields">{cell(row, &AGENDA)}{cell(row, &MINUTES)}</div>
        {attendees(row)}
    }
    .into_any()
}

/// Lists the next dates, with what is moved.
fn ahead(row: Row<Meeting>) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let list = live(move || {
        let text = &words.get().collaboration;
        let collaboration = workspace.section::<Collaboration>();
        let dates = row
            .item()
            .map(|meeting| meeting.ahead(workspace.today(), |day| collaboration.can_meet(&meeting, day)));
        let dates = dates.unwrap_or_default();
        if dates.is_empty() {
            return view! { <p class="hint">{text.no_ahead}</p> }.into_any();
        }
        let lines = dates
            .iter()
            .map(|one| view! { <li class:moved=one.fate != Fate::AsPlanned>{(text.occurrence)(one)}</li> });
        let hint = if collaboration.sites.is_empty() { text.skips_weekend } else { text.skips };
        view! { <ul class="ahead">{lines.collect_view()}</ul><p class="hint">{hint}</p> }.into_any()
    });
    view! { <section class="dates-ahead"><h2>{words.s(|t| t.collaboration.ahead)}</h2>{list}</section> }
        .into_any()
}

fn attendees(row: Row<Meeting>) -> AnyView {
    let words = use_words();
    let team = use_workspace().section_now::<Team>();
    let roles = team.columns().map(|role| {
        let id = role.id;
        let attends = row.bind(
            "attendees",
            move |meeting: &Meeting| meeting.attendees.contains(&id),
            move |meeting, attends| {
                meeting.attendees.retain(|other| *other != id);
                if attends {
                    meeting.attendees.push(id);
                }
            },
        );
        let name = role.name.clone();
        view! { <Checkbox label=Signal::stored(name) value=attends.value on_input=attends.set/> }
    });
    view! {
        <fieldset class="attendees"><legend>{live(move || words.get().collaboration.attendees)}</legend>{roles.collect_view()}</fieldset>
    }
    .into_any()
}

/// Offers all series as one calendar file.
fn calendar_file() -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let notices = use_notices();
    let facts = use_facts();
    let lacks = RwSignal::new(false);
    let save = move |()| {
        let (project, today) = (workspace.project_now(), workspace.today());
        let stamp =
            i64::try_from(workspace.now_seconds()).ok().and_then(|now| DateTime::from_timestamp(now, 0));
        let file = ics::of_meetings(&project, today, stamp.unwrap_or_default());
        lacks.set(file.events.is_empty());
        if !file.events.is_empty() {
            let part = words.now().collaboration.calendar_part;
            let name = names::part_name(&project.profile.name, part, today, "ics");
            notices.show(downloads::text(name, "text/calendar;charset=utf-8", &file.encode()));
        }
    };
    let said = move |text: &'static Text| if lacks.get() { text.collaboration.no_dates } else { "" };
    let has_date =
        move || facts.with(|facts| facts.project.collaboration.meetings.iter().any(|one| one.next.is_some()));
    view! {
        <div class="calendar-file">
            <Button label=words.s(|t| t.collaboration.save_calendar) on_press=save/>
            <p class="hint" role="status">{live(move || (!has_date()).then(|| said(words.get())))}</p>
            <p class="hint">{words.s(|t| t.collaboration.calendar_hint)}</p>
        </div>
    }
    .into_any()
}
