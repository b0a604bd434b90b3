//! 4.7 Issue log: every issue with its clocks, how often the targets were met, and tickets from another system.

mod figures;
pub mod history;
mod origin;
mod ticket;

use chrono::{DateTime, Datelike, Timelike, Utc};
use leptos::prelude::*;

use crate::domain::calendar::zone::Zone;
use crate::domain::collaboration::clock::{Clock, Event, EventKind, State};
use crate::domain::collaboration::desk::{Beside, Desk, at_stake};
use crate::domain::collaboration::tickets::Ticket;
use crate::domain::collaboration::{Collaboration, ResponseLevel};
use crate::domain::ids::Id;
use crate::domain::register::Item;
use crate::domain::task::Task;
use crate::domain::team::Team;
use crate::i18n::context::use_words;
use crate::i18n::log::LogText;
use crate::pages::collaboration::log::figures::figures;
use crate::pages::collaboration::log::ticket::ticket;
use crate::pages::form::Label;
use crate::pages::list::{Facts, Lines, ledger, use_facts};
use crate::pages::parts::{StageSheet, add_button, adds, page_href, role_name};
use crate::pages::tickets::{now, wall};
use crate::routes::Page;
use crate::state::seconds;
use crate::state::workspace::{Workspace, use_workspace};
use crate::ui::button::ButtonKind;
use crate::ui::empty_state::EmptyState;
use crate::ui::finding::Finding;
use crate::ui::ledger::{Line, Said};
use crate::ui::live::{Kept, Show, fact, kept, live};
use crate::ui::picks::SelectField;
use crate::ui::sheet::SheetSection;
use crate::ui::tag::TagKind;

/// What is due within so many minutes is due soon.
const SOON_MIN: f64 = 60.0;

const HEADS: [(Label, bool); 6] = [
    (|text| text.log.title, false),
    (|text| text.log.level, false),
    (|text| text.log.state_label, false),
    (|text| text.log.due, false),
    (|text| text.log.left_label, false),
    (|text| text.log.next_label, false),
];

/// Shows the tickets from another system once their part of the app is here. Shared through context, as only the app
/// knows its parts.
#[derive(Clone, Copy)]
pub struct ShowsHistory(pub Callback<(), AnyView>);

/// Follows the issues: anew with each change and each minute.
fn use_desk(workspace: Workspace) -> Kept<Option<Desk>> {
    let minute = seconds::each_minute();
    kept(move || {
        minute.track();
        Desk::of(&workspace.section::<Collaboration>(), &workspace.section::<Team>(), now(workspace))
    })
}

/// Writes it with the name of the zone.
fn wall_in(at: DateTime<Utc>, zone: Zone) -> String {
    format!("{} {}", wall(at, zone), zone.name())
}

/// Writes it as fields for a moment take it.
fn moment(at: DateTime<Utc>, zone: Zone) -> String {
    let wall = zone.wall(at);
    let date = format!("{:04}-{:02}-{:02}", wall.year(), wall.month(), wall.day());
    let seconds = if wall.second() == 0 { String::new() } else { format!(":{:02}", wall.second()) };
    format!("{date}T{:02}:{:02}{seconds}", wall.hour(), wall.minute())
}

/// Writes minutes in hours and minutes; what is begun counts as a minute.
fn span(text: &LogText, minutes: f64) -> String {
    (text.span)(minutes.ceil() as i64)
}

/// Says what is left of a target, or by how much it is missed.
fn left(text: &LogText, minutes: f64) -> String {
    if minutes < 0.0 { (text.over)(&span(text, -minutes)) } else { (text.left)(&span(text, minutes)) }
}

/// Tells whether one of the two targets is missed.
fn is_late(clock: &Clock) -> bool {
    clock.response.is_breached() || clock.resolution.is_breached()
}

/// Shows the page.
#[component]
pub fn LogPage() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let desk = use_desk(workspace);
    let levels = workspace.ids::<ResponseLevel>();
    let tickets = workspace.ids::<Ticket>();
    let has_levels = kept(move || levels.with(|levels| !levels.is_empty()));
    let has_tickets = kept(move || tickets.with(|tickets| !tickets.is_empty()));
    let to_levels = page_href(workspace, Page::Task(Task::Response));
    let not_counted = move || {
        live(move || {
            let text = words.get();
            let collaboration = workspace.section::<Collaboration>();
            let levels =
                desk.with(|desk| desk.as_ref().map(|desk| desk.not_counted.clone()).unwrap_or_default());
            let names =
                levels.iter().filter_map(|id| collaboration.response.get(*id)).map(|level| level.name());
            let names: Vec<_> = names.collect();
            (!names.is_empty()).then(|| {
            let said = (text.log.not_counted)(&names.join(text.common.list_comma));
            view! { <p class="field-error" role="status">{said}" "<a href=to_levels>{text.log.to_levels}</a></p> }
        })
        })
    };
    let fill = blank(workspace);
    let first = move || add_button::<Ticket>(words.s(|t| t.log.add), ButtonKind::Primary, fill);
    let empty = move || {
        view! { <EmptyState sentence=words.s(|t| t.log.empty)>{first()}</EmptyState> }
    };
    let no_levels = move || {
        view! {
            <EmptyState sentence=words.s(|t| t.log.empty)>
                <p>{words.s(|t| t.log.need_levels)}" "<a href=to_levels>{words.s(|t| t.log.to_levels)}</a></p>
            </EmptyState>
        }
    };
    view! {
        <StageSheet page=Page::Log>
            <Show when=fact(move || has_levels.get() || has_tickets.get()) fallback=no_levels>
                {not_counted()}
                <Show when=fact(move || has_tickets.get()) fallback=empty>
                    <Finding clauses=lead(desk)/>
                    {issues(desk)}
                    {figures(desk)}
                </Show>
                {expect_context::<ShowsHistory>().0.run(())}
            </Show>
        </StageSheet>
    }
}

/// Says how many issues are open, late and due soon.
fn lead(desk: Kept<Option<Desk>>) -> Signal<Vec<String>> {
    let words = use_words();
    let workspace = use_workspace();
    Signal::derive(move || {
        let text = words.get();
        desk.with(|desk| {
            let clocks = || desk.iter().flat_map(|desk| desk.log.tickets.iter().map(|(_, clock)| clock));
            let open = || clocks().filter(|clock| clock.state != State::Solved);
            let soon = |clock: &&Clock| {
                let left = at_stake(clock).0.remaining_min();
                clock.state == State::Running && left.is_some_and(|left| (0.0..=SOON_MIN).contains(&left))
            };
            let late = open().filter(|clock| is_late(clock)).count();
            let mut clauses = (text.log.lead)(open().count(), late, open().filter(soon).count());
            let silent = desk
                .iter()
                .map(|desk| workspace.section::<Collaboration>().tickets.len() - desk.log.tickets.len());
            clauses.extend(silent.filter(|silent| 0 < *silent).map(text.log.silent_count));
            clauses
        })
    })
}

/// Makes what a new issue begins with: it is reported now, at the most urgent level.
fn blank(workspace: Workspace) -> impl Fn(&mut Ticket) + Copy + Send + Sync + 'static {
    move |ticket: &mut Ticket| {
        let level = workspace.section_now::<Collaboration>().response.at(0).map(|level| level.id);
        let at = now(workspace);
        ticket.events.push(Event { at, kind: EventKind::Created, level, note: String::new() });
    }
}

/// Shows the issues.
fn issues(desk: Kept<Option<Desk>>) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let facts = use_facts();
    let shown = RwSignal::new(0_usize);
    let all = workspace.bits::<Ticket>();
    let ids = kept(move || {
        let shown = shown.get();
        let is_shown = |bits: &u128| {
            shown == 0
                || desk.with(|desk| {
                    let clock =
                        desk.as_ref().and_then(|desk| desk.get(Id::fixed(*bits))).map(|(clock, _)| clock);
                    // One that is not counted is open, and somebody has to look at it.
                    clock.is_none_or(|clock| {
                        clock.state != State::Solved && (shown == 1 || is_late(clock))
                            || shown == 2 && is_late(clock)
                    })
                })
        };
        all.with(|all| all.iter().copied().filter(is_shown).collect::<Vec<_>>())
    });
    let line_of = move |bits: u128| {
        let facts = facts.get();
        let id = Id::fixed(bits);
        desk.with(|desk| line(&facts, id, desk.as_ref().and_then(|desk| desk.get(id))))
    };
    let lines = Lines {
        name: |text| text.log.issues_head,
        heads: HEADS.into(),
        ids: ids.into(),
        line: Callback::new(line_of),
        form: Callback::new(move |bits: u128| ticket(workspace.row(Id::fixed(bits)), desk)),
    };
    let options = Signal::derive(move || {
        let names = words.get().log.show.into_iter().enumerate();
        names.map(|(place, name)| (place.to_string(), name.to_owned())).collect::<Vec<_>>()
    });
    let chosen = Signal::derive(move || shown.get().to_string());
    let choose = move |place: String| shown.set(place.parse().unwrap_or(0));
    let none = fact(move || ids.with(Vec::is_empty));
    view! {
        <SheetSection number="4.7.1" title=words.s(|t| t.log.issues_head)>
            <div class="log-filter"><SelectField label=words.s(|t| t.log.show_label) value=chosen options on_input=choose/></div>
            <Show when=none><p class="hint">{words.s(|t| t.log.none_shown)}</p></Show>
            {ledger(lines, Some((|text| text.log.add, adds::<Ticket>(blank(workspace)))), ().into_any())}
        </SheetSection>
    }
    .into_any()
}

fn line(facts: &Facts, id: Id<Ticket>, seen: Option<(&Clock, &Beside)>) -> Line {
    let collaboration = &facts.project.collaboration;
    let Some(ticket) = collaboration.tickets.get(id) else { return Line::default() };
    let text = &facts.text.log;
    let title = Said::Text(ticket.title.clone());
    let Some((clock, beside)) = seen else {
        let state = Said::Tag(TagKind::Problem, text.silent.to_owned());
        let none = || Said::Text(String::new());
        return Line {
            number: ticket.clause(),
            cells: vec![title, none(), state, none(), none(), none()],
            is_wrong: true,
        };
    };
    let level = collaboration.response.get(clock.level).map(|level| level.name()).unwrap_or_default();
    let late = is_late(clock);
    let state = match (late, clock.state) {
        (true, State::Solved) => Said::Tag(TagKind::Quiet, (text.state_late)(clock.state).to_owned()),
        (true, state) => Said::Tag(TagKind::Problem, (text.state_late)(state).to_owned()),
        (false, State::Solved) => Said::Tag(TagKind::Passed, (text.state)(clock.state).to_owned()),
        (false, State::Paused) => Said::Tag(TagKind::Note, (text.state)(clock.state).to_owned()),
        (false, State::Running) => Said::Tag(TagKind::Plain, (text.state)(clock.state).to_owned()),
    };
    let (reading, is_response) = at_stake(clock);
    let due = match (reading.due, reading.target_min) {
        (Some(due), _) => Said::Text((text.due_of)(is_response, &wall_in(due, beside.zone))),
        (None, Some(_)) => Said::Quiet(text.due_paused.to_owned()),
        (None, None) => Said::Quiet(text.due_never.to_owned()),
    };
    let rest = match reading.remaining_min() {
        Some(_) if reading.done && !reading.is_breached() => text.met.to_owned(),
        Some(minutes) => left(text, minutes),
        None => String::new(),
    };
    let rest = if reading.is_breached() { Said::Strong(rest) } else { Said::Text(rest) };
    let next = beside.next.map(|next| {
        let who = role_name(&facts.project.team, next.step.to);
        if next.is_reached {
            return (text.is_with)(&who);
        }
        let at = next.at.map_or_else(|| text.next_paused.to_owned(), |at| wall(at, beside.zone));
        (text.next)(&who, &at)
    });
    let cells = vec![title, Said::Text(level), state, due, rest, Said::Text(next.unwrap_or_default())];
    Line { number: ticket.clause(), cells, is_wrong: late && clock.state != State::Solved }
}
