//! One issue: its two clocks, what can be done now, and what happened so far.

use chrono::{DateTime, Utc};
use leptos::prelude::*;

use crate::domain::calendar::zone::Zone;
use crate::domain::collaboration::clock::{Clock, Event, EventKind, Reading, State};
use crate::domain::collaboration::desk::{Beside, Desk};
use crate::domain::collaboration::history::columns::DateOrder;
use crate::domain::collaboration::history::instants::instant;
use crate::domain::collaboration::tickets::{Line, Ticket, TicketObstacle};
use crate::domain::collaboration::{Collaboration, ResponseLevel};
use crate::domain::ids::Id;
use crate::domain::step::{Step, Verb};
use crate::i18n::Text;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::collaboration::log::origin::origin;
use crate::pages::collaboration::log::{left, moment, span, wall_in};
use crate::pages::form::{Field, field, form};
use crate::pages::parts::item_actions;
use crate::pages::tickets::{levels, now, wall};
use crate::state::row::Row;
use crate::state::workspace::{Workspace, use_workspace};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::calculation::{Calculation, Input, Steps};
use crate::ui::field::{TextField, use_read_only};
use crate::ui::live::{Kept, Show, each, fact, kept, live};
use crate::ui::picks::{MomentField, SelectField};
use decision::order;

const FIELDS: &[Field<Ticket>] =
    &[field!(8 Line title: |text| text.log.title), field!(4 Line reference: |text| text.log.reference)];

/// Shows an issue.
pub(super) fn ticket(row: Row<Ticket>, desk: Kept<Option<Desk>>) -> AnyView {
    let read_only = use_read_only();
    view! {
        {form(row, FIELDS)}
        {origin(row)}
        {clocks(row, desk)}
        <Show when=fact(move || !read_only.get())>{acts(row, desk)}</Show>
        {events(row, desk)}
        <Show when=fact(move || !read_only.get())>{item_actions(row)}</Show>
    }
    .into_any()
}

/// Follows the zone times of an issue are written in; UTC where it is not counted.
fn zone_of(row: Row<Ticket>, desk: Kept<Option<Desk>>) -> Kept<Option<Zone>> {
    kept(move || {
        let seen = desk.with(|desk| Some(desk.as_ref()?.get(row.id())?.1.zone));
        seen.or_else(|| Zone::find("UTC"))
    })
}

/// Shows both clocks, each with how it came about.
fn clocks(row: Row<Ticket>, desk: Kept<Option<Desk>>) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let seen = kept(move || {
        desk.with(|desk| desk.as_ref()?.get(row.id()).map(|(clock, beside)| (clock.clone(), *beside)))
    });
    let one = move |is_response: bool| {
        let read = move |clock: &Clock| if is_response { clock.response } else { clock.resolution };
        let name = words.s(move |t| if is_response { t.log.response } else { t.log.resolution });
        let line = live(move || {
            let text = words.get();
            let (clock, beside) = seen.get()?;
            let reading = read(&clock);
            let is_late = reading.is_breached();
            Some(view! { <span class:late=is_late>{said(text, &reading, beside.zone)}</span> })
        });
        let steps = Signal::derive(move || {
            let text = words.get();
            let collaboration = workspace.section::<Collaboration>();
            let steps =
                |(clock, beside): (Clock, Beside)| steps(text, &clock, read(&clock), &beside, &collaboration);
            seen.get().map(steps).unwrap_or_default()
        });
        view! { <div class="clock-of"><h3>{name}</h3><p>{line}</p><Calculation label=words.s(|t| t.common.how_computed) steps/></div> }
            .into_any()
    };
    let is_seen = kept(move || seen.with(Option::is_some));
    view! {
        <Show when=fact(move || is_seen.get()) fallback=move || view! { <p class="field-error" role="status">{words.s(|t| t.log.never_created)}</p> }>
            <div class="clocks">{one(true)}{one(false)}</div>
        </Show>
    }
    .into_any()
}

fn said(text: &'static Text, reading: &Reading, zone: Zone) -> String {
    let words = &text.log;
    let due = match (reading.due, reading.target_min) {
        (Some(due), _) => wall_in(due, zone),
        (None, Some(_)) => words.due_paused.to_owned(),
        (None, None) => words.due_never.to_owned(),
    };
    let rest = match reading.remaining_min() {
        Some(_) if reading.done && !reading.is_breached() => words.met.to_owned(),
        Some(minutes) => left(words, minutes),
        None => return due,
    };
    (words.clock_line)(&due, &rest)
}

fn steps(
    text: &'static Text,
    clock: &Clock,
    reading: Reading,
    beside: &Beside,
    collaboration: &Collaboration,
) -> Steps {
    let words = &text.log;
    let level = collaboration.response.get(reading.level);
    let calendar = level.and_then(|level| collaboration.calendars.get(level.calendar?));
    let calendar = calendar.map_or(words.calendar_none, |calendar| calendar.name.as_str());
    let target = reading.target_min.map(|target| span(words, f64::from(target)));
    let worked = span(words, reading.worked_min());
    let formula = match (&target, reading.remaining_min()) {
        (Some(target), Some(minutes)) => (words.clock_formula)(target, &worked, &left(words, minutes)),
        _ => worked.clone(),
    };
    let input = |name: &str, value: String| Input::here((name.to_owned(), value));
    let start = clock.start.map_or_else(|| format::MISSING.to_owned(), |at| wall_in(at, beside.zone));
    let inputs = vec![
        input(words.level, level.map(|level| level.name()).unwrap_or_default()),
        input(words.input_calendar, format!("{calendar} · {}", beside.zone.name())),
        input(words.input_created, wall_in(clock.created, beside.zone)),
        input(words.input_start, start),
        input(words.input_worked, worked),
        input(words.input_target, target.unwrap_or_else(|| words.due_never.to_owned())),
    ];
    Steps { rule: words.clock_rule.to_owned(), formula, inputs }
}

/// What can happen to an issue in a state. An answer can be given once.
fn next_kinds(state: Option<State>, is_answered: bool) -> Vec<EventKind> {
    let mut kinds = match state {
        Some(State::Running) => vec![EventKind::Responded, EventKind::Pause, EventKind::Solved],
        Some(State::Paused) => vec![EventKind::Responded, EventKind::Resume, EventKind::Solved],
        Some(State::Solved) => vec![EventKind::Reopen],
        None => Vec::new(),
    };
    kinds.retain(|kind| !(is_answered && *kind == EventKind::Responded));
    kinds
}

/// Shows what can be done with an issue now.
fn acts(row: Row<Ticket>, desk: Kept<Option<Desk>>) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let zone = zone_of(row, desk);
    let at = RwSignal::new(String::new());
    let note = RwSignal::new(String::new());
    let wants_note = RwSignal::new(false);
    let level = RwSignal::new(String::new());
    let read_at = move || -> Option<DateTime<Utc>> {
        let typed = at.get_untracked();
        let zone = zone.get_untracked()?;
        if typed.is_empty() { Some(now(workspace)) } else { instant(&typed, DateOrder::default(), zone) }
    };
    let happen = move |kind: EventKind, level: Option<Id<ResponseLevel>>| {
        let reason = note.get_untracked().trim().to_owned();
        if kind == EventKind::Pause && reason.is_empty() {
            return wants_note.set(true);
        }
        let Some(at_instant) = read_at() else { return };
        let event = Event { at: at_instant, kind, level, note: reason };
        change(workspace, row, Verb::Set, move |events| events.push(event));
        at.set(String::new());
        note.set(String::new());
        wants_note.set(false);
    };
    let kinds = kept(move || {
        desk.with(|desk| {
            let clock = desk.as_ref().and_then(|desk| desk.get(row.id())).map(|(clock, _)| clock);
            next_kinds(clock.map(|clock| clock.state), clock.is_some_and(|clock| clock.response.done))
        })
    });
    let buttons = live(move || {
        let kinds = kinds.get().into_iter().map(|kind| {
            view! { <Button kind=ButtonKind::Small label=words.s(move |t| (t.log.act)(kind)) on_press=move |()| happen(kind, None)/> }
        });
        kinds.collect_view()
    });
    let current = kept(move || {
        desk.with(|desk| desk.as_ref()?.get(row.id()).map(|(clock, _)| clock.level.to_string()))
    });
    let value = Signal::derive(move || match level.get() {
        chosen if chosen.is_empty() => current.get().unwrap_or_default(),
        chosen => chosen,
    });
    let change_level = move |()| {
        let chosen = Id::parse(&value.get_untracked());
        // An issue whose report names no level there is gets this one from the start.
        if current.with_untracked(Option::is_none) {
            return change(workspace, row, Verb::Set, move |events| {
                for event in events.iter_mut().filter(|event| event.kind == EventKind::Created) {
                    event.level = event.level.or(chosen);
                }
            });
        }
        if chosen.map(|id: Id<ResponseLevel>| id.to_string()) != current.get_untracked() {
            happen(EventKind::PriorityChange, chosen);
            level.set(String::new());
        }
    };
    let error =
        MaybeProp::derive(move || wants_note.get().then(|| words.get().log.pause_needs_note.to_owned()));
    let label = words.built(move |t| (t.log.act_at)(zone.get().map_or("UTC", Zone::name)));
    let unread = MaybeProp::derive(move || {
        let (typed, zone) = (at.get(), zone.get()?);
        let is_wrong = !typed.is_empty() && instant(&typed, DateOrder::default(), zone).is_none();
        is_wrong.then(|| (words.get().log.act_unread)(&typed))
    });
    let note_set = move |text: String| {
        note.set(text);
        wants_note.set(false);
    };
    view! {
        <fieldset class="acts">
            <legend>{words.s(|t| t.log.act_head)}</legend>
            <div class="fields">
                <div class="w4"><MomentField label value=at on_input=move |text| at.set(text) error=unread/></div>
                <div class="w8"><TextField label=words.s(|t| t.log.act_note) value=note on_input=note_set error/></div>
            </div>
            <div class="actions">{buttons}</div>
            <div class="level-change">
                <SelectField label=words.s(|t| t.log.level) value options=levels() on_input=move |chosen| level.set(chosen)/>
                <Button kind=ButtonKind::Small label=words.s(|t| (t.log.act)(EventKind::PriorityChange)) on_press=change_level/>
            </div>
        </fieldset>
    }
    .into_any()
}

/// Changes what happened to an issue, as a step of its own.
fn change(workspace: Workspace, row: Row<Ticket>, verb: Verb, change: impl FnOnce(&mut Vec<Event>)) {
    let step = Step::new(verb, untrack(|| row.clause()));
    workspace.edit(step, |collaboration: &mut Collaboration| {
        collaboration.tickets.update(row.id(), |ticket| change(&mut ticket.events));
    });
}

/// Shows what happened to an issue, the earliest first. Each instant can be mended; what does not count says why.
fn events(row: Row<Ticket>, desk: Kept<Option<Desk>>) -> AnyView {
    let words = use_words();
    let read_only = use_read_only();
    let zone = zone_of(row, desk);
    // A line stays while the instants in it are typed: it is known by the place of its event.
    let places = kept(move || {
        let at = row.get(|ticket| ticket.events.iter().map(|event| event.at).collect::<Vec<_>>());
        let mut places: Vec<_> = (0..at.len()).collect();
        order::sort_by_key(&mut places, |place| at.get(*place).copied());
        places.into_iter().map(|place| place as u128).collect::<Vec<_>>()
    });
    let caption =
        words.built(move |t| format!("{} · {}", t.log.events_head, zone.get().map_or("UTC", Zone::name)));
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=move || caption.get()>
            <table class="table events">
                <caption>{caption}</caption>
                <thead><tr>
                    <th scope="col">{words.s(|t| t.log.event_when)}</th><th scope="col">{words.s(|t| t.log.event_what)}</th>
                    <th scope="col">{words.s(|t| t.log.act_note)}</th><td hidden=move || read_only.get()></td>
                </tr></thead>
                <tbody>{each(move || places.get(), move |place| event(row, desk, zone, place as usize))}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn event(row: Row<Ticket>, desk: Kept<Option<Desk>>, zone: Kept<Option<Zone>>, at: usize) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let read_only = use_read_only();
    let event = kept(move || row.get(|ticket| ticket.events.get(at).cloned()).unwrap_or_default());
    let doubt = kept(move || {
        desk.with(|desk| {
            let mut findings = desk.iter().flat_map(|desk| &desk.log.findings);
            findings.find_map(|finding| match (finding.place, finding.code) {
                (Line { ticket, event: Some(place) }, TicketObstacle::Ignored(why)) => {
                    (ticket == row.id() && place == at).then_some(why)
                }
                _ => None,
            })
        })
    });
    let what = words.built(move |t| (t.log.event)(event.with(|event| event.kind)).to_owned());
    let label = words.built(move |t| format!("{} · {}", t.log.event_when, what.get()));
    let value = Signal::derive(move || {
        zone.get().map(|zone| moment(event.with(|event| event.at), zone)).unwrap_or_default()
    });
    let set = move |typed: String| {
        let typed = zone.get_untracked().and_then(|zone| instant(&typed, DateOrder::default(), zone));
        let Some(typed) = typed else { return };
        change(workspace, row, Verb::Set, |events| {
            if let Some(event) = events.get_mut(at) {
                event.at = typed;
            }
        });
    };
    let remove = move |()| {
        change(workspace, row, Verb::Remove, |events| {
            if at < events.len() {
                events.remove(at);
            }
        });
    };
    let name = words.built(move |t| {
        let when = zone.get().map(|zone| wall(event.with(|event| event.at), zone)).unwrap_or_default();
        (t.log.event_remove)(&format!("{} {when}", what.get()))
    });
    let level = live(move || {
        let level = event.with(|event| event.level);
        let level = level.and_then(|level| workspace.section::<Collaboration>().response.get(level).cloned());
        level.map(|level| level.name())
    });
    let doubt = live(move || {
        let why = (words.get().log.ignored)(doubt.get()?);
        Some(view! { <span class="field-error">" "{why}</span> })
    });
    let is_removable = fact(move || event.with(|event| event.kind != EventKind::Created));
    view! {
        <tr>
            <td><MomentField label value on_input=set hide_label=true/></td>
            <td>{what}" "{level}{doubt}</td>
            <td><bdi>{live(move || event.with(|event| event.note.clone()))}</bdi></td>
            <td hidden=move || read_only.get()>
                <Show when=is_removable><Button kind=ButtonKind::Text label=words.s(|t| t.common.remove_action) name on_press=remove/></Show>
            </td>
        </tr>
    }
    .into_any()
}
