//! The log of tickets: how often each level was met, how long it took, and how old the open ones are.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use decode::Decode;
use serde::Serialize;

use crate::domain::collaboration::ResponseLevel;
use crate::domain::collaboration::clock::{
    Clock, Event, EventKind, Ignored, Reading, State, Terms, clock_of, history,
};
use crate::domain::finding::{Finding, Severity};
use crate::domain::ids::Id;
use crate::domain::performance::formula;
use crate::domain::register::item;

/// One issue handed to the vendor.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Ticket {
    /// The id.
    pub id: Id<Self>,
    /// The clause number.
    pub number: u32,
    /// What it is about.
    pub title: String,
    /// Its number in the system it comes from.
    pub reference: String,
    /// What happened to it.
    pub events: Vec<Event>,
}
item!(Ticket, "LT", 1);

/// What can be doubtful about the events of a ticket.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TicketObstacle {
    /// An event is left aside.
    Ignored(Ignored),
    /// No creation counts: the ticket is left out of everything.
    NeverCreated,
}

/// Where it is doubtful.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Line {
    /// The ticket.
    pub ticket: Id<Ticket>,
    /// The place of the event in its list, from 0; nothing where it is the ticket as a whole.
    pub event: Option<usize>,
}

/// The tickets with their clocks at one instant.
#[derive(Clone, Debug, PartialEq)]
pub struct Log {
    /// The instant.
    pub as_of: DateTime<Utc>,
    /// The tickets that count, in their order.
    pub tickets: Vec<(Arc<Ticket>, Clock)>,
    /// What is doubtful, ticket by ticket and line by line.
    pub findings: Vec<Finding<TicketObstacle, Line>>,
}

/// Reads the clocks of all tickets at an instant.
#[must_use]
pub fn read_all<'a>(
    tickets: impl IntoIterator<Item = &'a Arc<Ticket>>,
    terms: &[Terms<'_>],
    as_of: DateTime<Utc>,
) -> Log {
    let mut log = Log { as_of, tickets: Vec::new(), findings: Vec::new() };
    let is_level = |level| terms.iter().any(|terms| terms.level == level);
    for ticket in tickets {
        let (history, ignored) = history(&ticket.events, is_level, as_of);
        let clock = history.and_then(|history| clock_of(&history, terms, as_of));
        for (event, why) in ignored {
            let place = Line { ticket: ticket.id, event: Some(event) };
            let code = TicketObstacle::Ignored(why);
            log.findings.push(Finding { severity: severity(why), code, place });
        }
        // One that is created after the report is in order.
        let is_to_come = |event: &Event| event.kind == EventKind::Created && as_of < event.at;
        if let Some(clock) = clock {
            log.tickets.push((Arc::clone(ticket), clock));
        } else if !ticket.events.iter().any(is_to_come) {
            let place = Line { ticket: ticket.id, event: None };
            log.findings.push(Finding {
                severity: Severity::Error,
                code: TicketObstacle::NeverCreated,
                place,
            });
        }
    }
    log
}

/// How much it matters that an event is left aside: a second answer and what is still to come are in order.
const fn severity(why: Ignored) -> Severity {
    match why {
        Ignored::AnsweredBefore | Ignored::AfterReport => Severity::Note,
        Ignored::PausedTwice | Ignored::SolvedTwice => Severity::Warning,
        Ignored::BeforeCreation
        | Ignored::CreatedTwice
        | Ignored::PausedWhileSolved
        | Ignored::ResumedWithoutPause
        | Ignored::ReopenedUnsolved
        | Ignored::WithoutLevel => Severity::Error,
    }
}

/// How often a target was met.
///
/// A ticket counts once it is decided: it is done, or more than the target was worked on it already. One that is open
/// and within its target does not count yet; one without a target never does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Attainment {
    /// How many were decided.
    pub n: usize,
    /// How many of them met the target.
    pub met: usize,
    /// How many have a target and are open within it.
    pub pending: usize,
    /// The median of the minutes worked on those that are done; of an even count the mean of the middle two.
    pub median_min: Option<f64>,
    /// The nearest rank at 90 % of the same: of n sorted ones the one at ⌈0.9 n⌉.
    pub p90_min: Option<f64>,
}

/// What readings come to before the middle of their minutes is taken: tallies of parts join to that of the whole.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Decode)]
#[serde(default)]
pub struct Tally {
    /// How many were decided.
    pub n: usize,
    /// How many of them met the target.
    pub met: usize,
    /// How many have a target and are open within it.
    pub pending: usize,
    /// The seconds worked on those that are done.
    pub worked_s: Vec<i64>,
}

impl Tally {
    /// Counts a reading.
    pub fn add(&mut self, reading: &Reading) {
        self.worked_s.extend(reading.done.then_some(reading.worked_s));
        let is_decided = reading.done || reading.is_breached();
        if reading.target_min.is_some() {
            self.n += usize::from(is_decided);
            self.met += usize::from(is_decided && !reading.is_breached());
            self.pending += usize::from(!is_decided);
        }
    }

    /// Takes in what another part came to.
    pub fn join(&mut self, other: Self) {
        self.n += other.n;
        self.met += other.met;
        self.pending += other.pending;
        self.worked_s.extend(other.worked_s);
    }

    /// Returns what it comes to.
    #[must_use]
    pub fn attainment(&self) -> Attainment {
        let minutes: Vec<_> = self.worked_s.iter().map(|seconds| *seconds as f64 / 60.0).collect();
        let (median_min, p90_min) = (formula::median(&minutes), formula::p90(&minutes));
        Attainment { n: self.n, met: self.met, pending: self.pending, median_min, p90_min }
    }
}

impl Attainment {
    fn of<'a>(readings: impl Iterator<Item = &'a Reading>) -> Self {
        let mut tally = Tally::default();
        readings.for_each(|reading| tally.add(reading));
        tally.attainment()
    }

    /// Returns the share met in percent; nothing where nothing is decided, which is something else than 0.
    #[must_use]
    pub fn percent(&self) -> Option<f64> {
        formula::percent(self.met as f64, self.n as f64)
    }
}

/// From how many days on each group of open tickets goes; the last has no end.
pub const AGE_FROM_DAYS: [i64; 5] = [0, 1, 3, 7, 30];

/// How many open tickets there are of each age: from one of [`AGE_FROM_DAYS`] to just before the next, counted from the
/// creation in days of 24 hours, pauses included.
pub type Ages = [usize; AGE_FROM_DAYS.len()];

/// What a level comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct LevelRecord {
    /// The level.
    pub level: Id<ResponseLevel>,
    /// The first answers it judged: it was in force when they came.
    pub response: Attainment,
    /// The solutions it judges: it is the latest level.
    pub resolution: Attainment,
    /// The open ones.
    pub open: Ages,
}

impl Log {
    /// Returns what each level comes to, in the order of the terms.
    #[must_use]
    pub fn by_level(&self, terms: &[Terms<'_>]) -> Vec<LevelRecord> {
        let levels: Vec<_> = terms.iter().map(|terms| terms.level).collect();
        self.of_levels(&levels)
    }

    /// Returns what some levels come to, in their order.
    #[must_use]
    pub fn of_levels(&self, levels: &[Id<ResponseLevel>]) -> Vec<LevelRecord> {
        let clocks = || self.tickets.iter().map(|(_, clock)| clock);
        let record = |level: Id<ResponseLevel>| LevelRecord {
            level,
            response: Attainment::of(clocks().map(|clock| &clock.response).filter(|one| one.level == level)),
            resolution: Attainment::of(
                clocks().map(|clock| &clock.resolution).filter(|one| one.level == level),
            ),
            open: self.ages(clocks().filter(|clock| clock.level == level)),
        };
        levels.iter().map(|level| record(*level)).collect()
    }

    /// Returns what all levels come to together: first answers, then solutions.
    #[must_use]
    pub fn overall(&self) -> (Attainment, Attainment) {
        let clocks = || self.tickets.iter().map(|(_, clock)| clock);
        (
            Attainment::of(clocks().map(|clock| &clock.response)),
            Attainment::of(clocks().map(|clock| &clock.resolution)),
        )
    }

    /// Counts the open tickets of all levels by age.
    #[must_use]
    pub fn open(&self) -> Ages {
        self.ages(self.tickets.iter().map(|(_, clock)| clock))
    }

    fn ages<'a>(&self, clocks: impl Iterator<Item = &'a Clock>) -> Ages {
        let mut ages = Ages::default();
        clocks.for_each(|clock| note_age(&mut ages, clock, self.as_of));
        ages
    }
}

/// Counts an open ticket by its age.
pub fn note_age(ages: &mut Ages, clock: &Clock, as_of: DateTime<Utc>) {
    let age = as_of - clock.created;
    let group = AGE_FROM_DAYS.iter().rposition(|from| TimeDelta::days(*from) <= age);
    if let Some(count) = group.and_then(|group| ages.get_mut(group)).filter(|_| clock.state != State::Solved)
    {
        *count += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::calendar::WorkingTime;
    use crate::domain::calendar::counting::Calendar;

    fn day(minutes: i64) -> DateTime<Utc> {
        "2026-01-12T00:00:00Z".parse::<DateTime<Utc>>().unwrap() + TimeDelta::minutes(minutes)
    }
    fn ticket(number: u128, events: &[(EventKind, i64, u128)]) -> Arc<Ticket> {
        let event = |(kind, minutes, level): &(EventKind, i64, u128)| Event {
            at: day(*minutes),
            kind: *kind,
            level: (*level > 0).then(|| Id::fixed(*level)),
            ..Event::default()
        };
        Arc::new(Ticket {
            id: Id::fixed(number),
            events: events.iter().map(event).collect(),
            ..Ticket::default()
        })
    }
    fn log(tickets: &[Arc<Ticket>], as_of: i64) -> (Log, Vec<LevelRecord>) {
        let always = WorkingTime { zone: "UTC".into(), always_open: true, ..WorkingTime::default() };
        let calendar = Calendar::new(&always).unwrap();
        let terms = |level: u128, response_min, resolution_min| Terms {
            level: Id::fixed(level),
            calendar: &calendar,
            response_min,
            resolution_min,
        };
        let terms = [terms(1, Some(15), Some(120)), terms(2, Some(60), None)];
        let log = read_all(tickets, &terms, day(as_of));
        let records = log.by_level(&terms);
        (log, records)
    }

    #[test]
    fn only_what_is_decided_counts() {
        use EventKind::*;
        let tickets = [
            ticket(1, &[(Created, 0, 1), (Responded, 10, 0), (Solved, 100, 0)]),
            ticket(2, &[(Created, 0, 1), (Responded, 20, 0), (Solved, 130, 0)]),
            // Open and late already with the answer, in time still with the solution.
            ticket(3, &[(Created, 100, 1)]),
            ticket(4, &[(Created, 130, 1)]),
            ticket(5, &[(Created, 0, 2), (Solved, 30, 0)]),
            // Answered as level 2, raised afterwards.
            ticket(6, &[(Created, 0, 2), (Responded, 50, 0), (PriorityChange, 60, 1), (Solved, 110, 0)]),
        ];
        let (log, records) = log(&tickets, 140);
        let show = |one: &Attainment| (one.met, one.n, one.pending, one.median_min, one.p90_min);
        assert_eq!(show(&records[0].response), (1, 3, 1, Some(15.0), Some(20.0)));
        assert_eq!(show(&records[0].resolution), (2, 3, 2, Some(110.0), Some(130.0)));
        assert_eq!(show(&records[1].response), (2, 2, 0, Some(40.0), Some(50.0)));
        // Without a target nothing can be met; how long it took is known all the same.
        assert_eq!(show(&records[1].resolution), (0, 0, 0, Some(30.0), Some(30.0)));
        assert_eq!(
            (records[0].response.percent(), records[1].resolution.percent()),
            (Some(100.0 / 3.0), None)
        );
        let (response, resolution) = log.overall();
        assert_eq!((response.met, response.n, resolution.met, resolution.n), (3, 5, 2, 3));
        assert_eq!(log.findings, []);
    }

    #[test]
    fn open_tickets_are_grouped_by_age() {
        use EventKind::*;
        const DAY: i64 = 24 * 60;
        let created = [0, 1, 22 * DAY, 23 * DAY, 27 * DAY, 29 * DAY, 29 * DAY + 1, 30 * DAY];
        let mut tickets: Vec<_> =
            created.iter().zip(1..).map(|(at, number)| ticket(number, &[(Created, *at, 1)])).collect();
        tickets.push(ticket(90, &[(Created, 0, 1), (Solved, 5, 0)]));
        tickets.push(ticket(91, &[(Created, 0, 2), (Pause, 5, 0)]));
        let (log, records) = log(&tickets, 30 * DAY);
        assert_eq!((records[0].open, records[1].open), ([2, 1, 1, 3, 1], [0, 0, 0, 0, 1]));
        assert_eq!(log.open(), [2, 1, 1, 3, 2]);
    }

    #[test]
    fn what_cannot_be_is_said_line_by_line() {
        use EventKind::*;
        let tickets = [
            ticket(
                1,
                &[(Solved, 0, 0), (Created, 10, 1), (Resume, 20, 0), (Responded, 20, 0), (Responded, 21, 0)],
            ),
            ticket(2, &[(Responded, 10, 0)]),
            ticket(3, &[(Created, 10, 7)]),
            ticket(4, &[(Created, 99, 1)]),
        ];
        let (log, _) = log(&tickets, 60);
        let show = |finding: &Finding<TicketObstacle, Line>| {
            (finding.place.ticket.bits(), finding.place.event, finding.severity, finding.code)
        };
        use Severity::*;
        use TicketObstacle::Ignored as Aside;
        let expected = [
            (1, Some(0), Error, Aside(Ignored::BeforeCreation)),
            (1, Some(2), Error, Aside(Ignored::ResumedWithoutPause)),
            (1, Some(4), Note, Aside(Ignored::AnsweredBefore)),
            (2, Some(0), Error, Aside(Ignored::BeforeCreation)),
            (2, None, Error, TicketObstacle::NeverCreated),
            (3, Some(0), Error, Aside(Ignored::WithoutLevel)),
            (3, None, Error, TicketObstacle::NeverCreated),
            (4, Some(0), Note, Aside(Ignored::AfterReport)),
        ];
        assert_eq!(log.findings.iter().map(show).collect::<Vec<_>>(), expected);
        assert_eq!(log.tickets.len(), 1);
        assert_eq!(log.tickets[0].1.response.worked_min(), 10.0);
    }

    #[test]
    fn a_ticket_comes_back_from_a_file() {
        let one = ticket(1, &[(EventKind::Created, 0, 1), (EventKind::PriorityChange, 5, 2)]);
        let text = serde_json::to_string(&*one).unwrap();
        assert!(text.contains(r#""at":"2026-01-12T00:05:00Z","kind":"priority_change""#), "{text}");
        assert_eq!(serde_json::from_str::<Ticket>(&text).unwrap(), *one);
        assert_eq!(serde_json::from_str::<Ticket>("{}").unwrap(), Ticket::default());
    }
}
