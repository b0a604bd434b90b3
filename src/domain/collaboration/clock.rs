//! The clock of a ticket: response and resolution, counted in working time without pauses.
//!
//! A reading is a pure function of the events, recomputed from the start each time: one start (the creation), one level
//! with its calendar and target, one stop, and the intervals left out (pauses, and the gaps in which it was solved). So
//! a change of level counts from the first minute on by the new calendar and keeps the pauses earned.
//!
//! Two decisions: the response is judged by the level in force when it came, the resolution by the latest; and a target
//! is missed only when more than it was worked.

use chrono::{DateTime, Months, Utc};
use decode::Decode;
use serde::Serialize;

use crate::domain::calendar::counting::{Calendar, Interval};
use crate::domain::collaboration::ResponseLevel;
use crate::domain::ids::Id;
use decision::order;

/// What happened to a ticket.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum EventKind {
    /// It was reported.
    #[default]
    Created,
    /// Somebody answered.
    Responded,
    /// Somebody else has to act first: the clock rests.
    Pause,
    /// The clock goes on.
    Resume,
    /// It got another level.
    PriorityChange,
    /// It was solved.
    Solved,
    /// It was not solved after all.
    Reopen,
}

impl EventKind {
    /// Every kind, in the order of choice lists.
    pub const ALL: [Self; 7] = [
        Self::Created,
        Self::Responded,
        Self::Pause,
        Self::Resume,
        Self::PriorityChange,
        Self::Solved,
        Self::Reopen,
    ];
}

/// One event of a ticket.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Event {
    /// When, to the second.
    pub at: DateTime<Utc>,
    /// What.
    pub kind: EventKind,
    /// The level it was created with or changed to.
    pub level: Option<Id<ResponseLevel>>,
    /// Why, for example what a pause waits for.
    pub note: String,
}

/// What a level asks for, with the calendar that counts.
#[derive(Clone, Copy)]
pub struct Terms<'a> {
    /// The level.
    pub level: Id<ResponseLevel>,
    /// The calendar its minutes are counted in.
    pub calendar: &'a Calendar,
    /// Within how many minutes somebody answers.
    pub response_min: Option<u32>,
    /// Within how many minutes it is solved.
    pub resolution_min: Option<u32>,
}

/// What a ticket is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// The clock runs.
    Running,
    /// The clock rests.
    Paused,
    /// It is solved.
    Solved,
}

impl State {
    /// Returns the code used in reference cases.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Running => "running",
            Self::Paused => "paused",
            Self::Solved => "solved",
        }
    }
}

/// Why an event is left aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Decode)]
#[serde(rename_all = "snake_case")]
pub enum Ignored {
    /// It lies before the creation.
    BeforeCreation,
    /// The ticket is there already.
    CreatedTwice,
    /// Somebody had answered already.
    AnsweredBefore,
    /// The clock rests already.
    PausedTwice,
    /// A solved ticket cannot be paused.
    PausedWhileSolved,
    /// The clock does not rest.
    ResumedWithoutPause,
    /// It is solved already.
    SolvedTwice,
    /// It was not solved.
    ReopenedUnsolved,
    /// It does not say which level, or one that is not there.
    WithoutLevel,
    /// It lies after the day of the report.
    AfterReport,
}

/// What the events of a ticket come to, before any calendar is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct History {
    /// When it was created.
    pub created: DateTime<Utc>,
    /// What it is doing.
    pub state: State,
    /// Since when it has been paused or solved; since its creation or the last change where it runs.
    pub since: DateTime<Utc>,
    /// The latest level.
    pub level: Id<ResponseLevel>,
    /// When somebody answered, and the level in force then.
    pub answered: Option<(DateTime<Utc>, Id<ResponseLevel>)>,
    /// The pauses and solved gaps that have ended, earliest first.
    pub left_out: Vec<Interval>,
}

/// Goes through the events up to the instant of a report; nothing where it was not created by then. Says of every event
/// it leaves aside, by its place in the list, why.
///
/// Events count in the order of their instants, those of one instant in the order of the list.
#[must_use]
pub fn history(
    events: &[Event],
    is_level: impl Fn(Id<ResponseLevel>) -> bool,
    as_of: DateTime<Utc>,
) -> (Option<History>, Vec<(usize, Ignored)>) {
    let mut in_order: Vec<(usize, &Event)> = events.iter().enumerate().collect();
    order::sort_by_key(&mut in_order, |(_, event)| event.at);
    let mut history: Option<History> = None;
    let mut ignored = Vec::new();
    for (place, event) in in_order {
        let level = event.level.filter(|level| is_level(*level));
        let told = match (&mut history, event.kind) {
            _ if as_of < event.at => Err(Ignored::AfterReport),
            (Some(history), _) => history.go_on(event, level),
            (None, EventKind::Created) => {
                history = level.map(|level| History::new(event.at, level));
                level.map(|_| ()).ok_or(Ignored::WithoutLevel)
            }
            (None, _) => Err(Ignored::BeforeCreation),
        };
        ignored.extend(told.err().map(|why| (place, why)));
    }
    order::sort_by_key(&mut ignored, |(place, _)| *place);
    (history, ignored)
}

impl History {
    fn new(created: DateTime<Utc>, level: Id<ResponseLevel>) -> Self {
        Self { created, state: State::Running, since: created, level, answered: None, left_out: Vec::new() }
    }

    fn go_on(&mut self, event: &Event, level: Option<Id<ResponseLevel>>) -> Result<(), Ignored> {
        match (event.kind, self.state) {
            (EventKind::Created, _) => return Err(Ignored::CreatedTwice),
            (EventKind::Responded, _) if self.answered.is_some() => return Err(Ignored::AnsweredBefore),
            (EventKind::Responded, _) => self.answered = Some((event.at, self.level)),
            (EventKind::PriorityChange, _) => self.level = level.ok_or(Ignored::WithoutLevel)?,
            (EventKind::Pause, State::Running) => self.enter(State::Paused, event.at),
            (EventKind::Pause, State::Paused) => return Err(Ignored::PausedTwice),
            (EventKind::Pause, State::Solved) => return Err(Ignored::PausedWhileSolved),
            (EventKind::Resume, State::Paused) => self.enter(State::Running, event.at),
            (EventKind::Resume, _) => return Err(Ignored::ResumedWithoutPause),
            (EventKind::Solved, State::Solved) => return Err(Ignored::SolvedTwice),
            (EventKind::Solved, _) => {
                self.enter(State::Solved, event.at);
                self.answered = self.answered.or(Some((event.at, self.level)));
            }
            (EventKind::Reopen, State::Solved) => self.enter(State::Running, event.at),
            (EventKind::Reopen, _) => return Err(Ignored::ReopenedUnsolved),
        }
        Ok(())
    }

    fn enter(&mut self, state: State, at: DateTime<Utc>) {
        if self.state != State::Running {
            self.left_out.push(Interval { start: self.since, end: at });
        }
        (self.state, self.since) = (state, at);
    }
}

/// What one of the two clocks shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The level whose target and calendar count.
    pub level: Id<ResponseLevel>,
    /// Whether it has stopped for good: somebody answered, or it is solved.
    pub done: bool,
    /// When the target is used up, where that is known.
    pub due: Option<DateTime<Utc>>,
    /// How much was worked, in seconds.
    pub worked_s: i64,
    /// The target in minutes, where there is one.
    pub target_min: Option<u32>,
}

impl Reading {
    /// Returns how much was worked, in minutes.
    #[must_use]
    pub fn worked_min(&self) -> f64 {
        self.worked_s as f64 / 60.0
    }

    /// Returns what is left of the target, in minutes; negative where more was worked.
    #[must_use]
    pub fn remaining_min(&self) -> Option<f64> {
        self.target_s().map(|target| (target - self.worked_s) as f64 / 60.0)
    }

    /// Tells whether more was worked than the target allows.
    #[must_use]
    pub fn is_breached(&self) -> bool {
        self.target_s().is_some_and(|target| target < self.worked_s)
    }

    fn target_s(&self) -> Option<i64> {
        self.target_min.map(|minutes| i64::from(minutes) * 60)
    }
}

/// What the clock of a ticket shows at an instant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clock {
    /// What the ticket is doing.
    pub state: State,
    /// When it was created.
    pub created: DateTime<Utc>,
    /// The latest level.
    pub level: Id<ResponseLevel>,
    /// When the clock started: the first instant open by the calendar of the latest level, within ten years.
    pub start: Option<DateTime<Utc>>,
    /// The clock of the first answer.
    pub response: Reading,
    /// The clock of the solution.
    pub resolution: Reading,
}

/// Reads the clock of a ticket at an instant; nothing where the ticket was not created by then, or with no known level.
#[must_use]
pub fn read(events: &[Event], terms: &[Terms<'_>], as_of: DateTime<Utc>) -> Option<Clock> {
    let (history, _) = history(events, |level| find(terms, level).is_some(), as_of);
    clock_of(&history?, terms, as_of)
}

/// Reads the clock off a history made with the same levels and the same instant.
#[must_use]
pub fn clock_of(history: &History, terms: &[Terms<'_>], as_of: DateTime<Utc>) -> Option<Clock> {
    let latest = find(terms, history.level)?;
    let in_force = find(terms, history.answered.map_or(history.level, |(_, level)| level))?;
    let solved = (history.state == State::Solved).then_some(history.since);
    let answered = history.answered.map(|(at, _)| at);
    Some(Clock {
        state: history.state,
        created: history.created,
        level: history.level,
        start: latest.calendar.first_open(history.created),
        response: reading(history, in_force, in_force.response_min, answered, as_of),
        resolution: reading(history, latest, latest.resolution_min, solved, as_of),
    })
}

fn find<'a, 'b>(terms: &'b [Terms<'a>], level: Id<ResponseLevel>) -> Option<&'b Terms<'a>> {
    terms.iter().find(|terms| terms.level == level)
}

fn reading(
    history: &History,
    terms: &Terms<'_>,
    target_min: Option<u32>,
    stopped: Option<DateTime<Utc>>,
    as_of: DateTime<Utc>,
) -> Reading {
    let stop = stopped.unwrap_or(as_of);
    // What has begun last and not ended: a pause, or a solved gap. It is cut at the stop like the others.
    let open = (history.state != State::Running).then_some(Interval { start: history.since, end: stop });
    let left_out = history.left_out.iter().copied().chain(open).filter(|one| one.start < stop);
    let left_out: Vec<_> = left_out.map(|one| Interval { end: one.end.min(stop), ..one }).collect();
    let calendar = terms.calendar;
    let not_worked: i64 = left_out.iter().map(|one| calendar.worked(one.start, one.end)).sum();
    // What comes after a pause that goes on is unknown; a clock that has stopped is imagined to run on.
    let runs_on = stopped.is_some() || history.state != State::Paused;
    let target_s = target_min.map(|minutes| i64::from(minutes) * 60);
    Reading {
        level: terms.level,
        done: stopped.is_some(),
        due: target_s.and_then(|target| due(calendar, history.created, &left_out, runs_on, target)),
        worked_s: calendar.worked(history.created, stop) - not_worked,
        target_min,
    }
}

/// Reads how far a history is on its way to a number of minutes since its creation, counted like those of its solution:
/// when an issue that is not solved goes up.
#[must_use]
pub fn on_the_way(history: &History, terms: &Terms<'_>, minutes: u32, as_of: DateTime<Utc>) -> Reading {
    let solved = (history.state == State::Solved).then_some(history.since);
    reading(history, terms, Some(minutes), solved, as_of)
}

/// Finds the earliest instant at which so many seconds are worked, within ten years of the start.
fn due(
    calendar: &Calendar,
    start: DateTime<Utc>,
    left_out: &[Interval],
    runs_on: bool,
    target: i64,
) -> Option<DateTime<Utc>> {
    let (mut from, mut left) = (start, target);
    for one in left_out {
        let worked = calendar.worked(from, one.start);
        if left <= worked {
            return calendar.used_up(from, left);
        }
        (from, left) = (one.end, left - worked);
    }
    let last = start.checked_add_months(Months::new(120))?;
    runs_on.then(|| calendar.used_up(from, left))?.filter(|due| *due <= last)
}

#[cfg(test)]
mod tests;
