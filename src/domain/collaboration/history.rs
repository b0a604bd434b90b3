//! A history of tickets from another system: rows of a table are read by a mapping of its columns and evaluated by the
//! same clock as the log. Long ones come in parts, whose results join to that of the whole.

pub mod columns;
pub mod groups;
pub mod instants;
mod rows;

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use decode::Decode;
use serde::{Deserialize, Serialize};

use crate::domain::calendar::zone::Zone;
use crate::domain::collaboration::clock::{Clock, Ignored, clock_of, history};
use crate::domain::collaboration::history::columns::{Field, Mapping};
use crate::domain::collaboration::history::rows::{Reader, Refused};
use crate::domain::collaboration::response::Counting;
use crate::domain::collaboration::tickets::{Ages, Attainment, Tally, Ticket, note_age};
use crate::domain::collaboration::{Collaboration, ResponseLevel};
use crate::domain::ids::Id;
use crate::domain::register::item;

/// Why a row cannot be counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Problem {
    /// It does not say when it was reported.
    NoCreated,
    /// A cell is no date with a time of day.
    NotATime(Field),
    /// It names no level there is.
    NoLevel,
    /// Its level is counted in a calendar whose zone is not known.
    NotCounted,
    /// Something came before it was reported.
    BeforeCreated(Field),
    /// Something lies after the instant of the report.
    AfterReport(Field),
    /// A pause ends before it begins, begins after the solution, or overlaps another one.
    WrongPause,
    /// In an event log: it names no ticket.
    NoReference,
    /// In an event log: its word for what happened stands for nothing yet.
    UnknownEvent,
    /// In an event log: it cannot follow what happened before, or lies ahead. The others of its ticket count.
    OutOfOrder(Ignored),
    /// In an event log: another row keeps its ticket from counting.
    TicketLeftOut,
}

/// A reason with the rows it concerns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cause {
    /// The reason.
    pub problem: Problem,
    /// The rows, counted from 1 with the heads, and what stood there.
    pub lines: Vec<(usize, String)>,
}

/// How much of what stood there is kept.
const LONGEST: usize = 80;

fn note(causes: &mut Vec<Cause>, problem: Problem, lines: Vec<(usize, String)>) {
    match causes.iter_mut().find(|cause| cause.problem == problem) {
        Some(cause) => cause.lines.extend(lines),
        None => causes.push(Cause { problem, lines }),
    }
}

/// What a level came to in a part of a history.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Decode)]
#[serde(default)]
pub struct LevelTally {
    /// The level.
    pub level: Id<ResponseLevel>,
    /// The first answers.
    pub response: Tally,
    /// The solutions.
    pub resolution: Tally,
    /// The open ones by age.
    pub open: Ages,
}

/// What a history, or a part of one, came to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Decode)]
#[serde(default)]
pub struct Evaluated {
    /// How many rows were read.
    pub rows: usize,
    /// Why some of them are left aside.
    pub causes: Vec<Cause>,
    /// The levels in the order of the project.
    pub levels: Vec<LevelTally>,
    /// How many tickets count.
    pub tickets: usize,
    /// How many of them have each number.
    pub references: BTreeMap<String, usize>,
}

impl Evaluated {
    /// Counts the rows that are left aside.
    #[must_use]
    pub fn left_out(&self) -> usize {
        self.causes.iter().map(|cause| cause.lines.len()).sum()
    }

    fn count(&mut self, reference: String, clock: &Clock, as_of: DateTime<Utc>) {
        self.tickets += 1;
        if !reference.is_empty() {
            *self.references.entry(reference).or_default() += 1;
        }
        for tally in &mut self.levels {
            if tally.level == clock.response.level {
                tally.response.add(&clock.response);
            }
            if tally.level == clock.level {
                tally.resolution.add(&clock.resolution);
                note_age(&mut tally.open, clock, as_of);
            }
        }
    }

    fn leave_aside(&mut self, place: usize, (problem, text): Refused) {
        note(&mut self.causes, problem, vec![(place, text.chars().take(LONGEST).collect())]);
    }

    /// Takes in what the next part came to.
    pub fn join(&mut self, next: Self) {
        self.rows += next.rows;
        for cause in next.causes {
            note(&mut self.causes, cause.problem, cause.lines);
        }
        self.tickets += next.tickets;
        for (reference, n) in next.references {
            *self.references.entry(reference).or_default() += n;
        }
        for part in next.levels {
            match self.levels.iter_mut().find(|level| level.level == part.level) {
                Some(level) => {
                    level.response.join(part.response);
                    level.resolution.join(part.resolution);
                    level.open.iter_mut().zip(part.open).for_each(|(all, more)| *all += more);
                }
                None => self.levels.push(part),
            }
        }
    }

    /// Lists the numbers that more than one ticket has. Each counts all the same.
    #[must_use]
    pub fn repeated(&self) -> Vec<&str> {
        let often = self.references.iter().filter(|(_, n)| 1 < **n);
        often.map(|(reference, _)| reference.as_str()).collect()
    }
}

impl LevelTally {
    /// Returns what is kept of it; nothing where the level is gone.
    #[must_use]
    pub fn record(&self, collaboration: &Collaboration) -> Option<Record> {
        let name = collaboration.response.get(self.level)?.name();
        let (response, resolution) = (self.response.attainment(), self.resolution.attainment());
        Some(Record { level: Some(self.level), name, response, resolution, open: self.open })
    }
}

/// What a level came to in a history.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Record {
    /// The level, while it is there.
    pub level: Option<Id<ResponseLevel>>,
    /// What it was called.
    pub name: String,
    /// The first answers.
    pub response: Attainment,
    /// The solutions.
    pub resolution: Attainment,
    /// The open ones by age.
    pub open: Ages,
}

impl Record {
    /// Counts the first answers and the solutions of all records that are parts. The middle of what they took cannot be
    /// told any more.
    #[must_use]
    pub fn overall(records: &[Self]) -> [Attainment; 2] {
        let counts = |of: fn(&Self) -> &Attainment| {
            records.iter().map(of).fold(Attainment::default(), |all, one| Attainment {
                n: all.n + one.n,
                met: all.met + one.met,
                pending: all.pending + one.pending,
                ..all
            })
        };
        [counts(|record| &record.response), counts(|record| &record.resolution)]
    }
}

/// What is kept of a history: its figures, not its rows.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Summary {
    /// The id.
    pub id: Id<Self>,
    /// The clause number.
    pub number: u32,
    /// Where it came from.
    pub name: String,
    /// The instant of the report.
    pub as_of: DateTime<Utc>,
    /// How many rows it had.
    pub rows: usize,
    /// How many of them could not be counted.
    pub left_out: usize,
    /// The levels.
    pub levels: Vec<Record>,
}
item!(Summary, "LH", 1);

/// Evaluates rows of a history, which stand at these places of their table, counted from 1. The rows of a ticket of an
/// event log come together. Nothing where the zone of the mapping is not known.
#[must_use]
pub fn evaluate(
    rows: &[Vec<String>],
    places: &[usize],
    mapping: &Mapping,
    collaboration: &Collaboration,
    as_of: DateTime<Utc>,
) -> Option<Evaluated> {
    let zone = Zone::find(&mapping.zone)?;
    let counting = Counting::of(collaboration);
    let terms = counting.terms(collaboration);
    let is_level = |level| terms.iter().any(|terms| terms.level == level);
    let levels = terms.iter().map(|terms| LevelTally { level: terms.level, ..LevelTally::default() });
    let mut found = Evaluated { levels: levels.collect(), ..Evaluated::default() };
    for told in (Reader { mapping, collaboration, zone, as_of }).tell(rows, places) {
        found.rows += told.places.len();
        let first = told.places.first().copied().unwrap_or_default();
        let counted = told.ticket.and_then(|ticket| {
            let of_levels = ticket.events.iter().filter_map(|event| event.level);
            let unknown = of_levels.into_iter().find(|level| !is_level(*level));
            let name = unknown.and_then(|level| collaboration.response.get(level)).map(|level| level.name());
            let (history, ignored) = history(&ticket.events, is_level, as_of);
            let clock = history.filter(|_| unknown.is_none());
            let clock = clock.and_then(|history| clock_of(&history, &terms, as_of));
            let not_counted = || (first, (Problem::NotCounted, name.unwrap_or_default()));
            Ok((ticket, clock.ok_or_else(not_counted)?, ignored))
        });
        match counted {
            Ok((ticket, clock, ignored)) => {
                for (event, why) in ignored {
                    let (Some(place), Some(event)) = (told.row_of_event.get(event), ticket.events.get(event))
                    else {
                        continue;
                    };
                    let written = format!("{} {}", ticket.reference, event.at.format("%FT%TZ"));
                    found.leave_aside(*place, (Problem::OutOfOrder(why), written));
                }
                found.count(ticket.reference, &clock, as_of);
            }
            Err((place, refused)) => {
                for other in told.places.iter().filter(|other| **other != place) {
                    found.leave_aside(*other, (Problem::TicketLeftOut, refused.1.clone()));
                }
                found.leave_aside(place, refused);
            }
        }
    }
    Some(found)
}

/// Reads rows as tickets, without ids and numbers; those that cannot be read are left out. Nothing where the zone of
/// the mapping is not known.
#[must_use]
pub fn tickets(
    rows: &[Vec<String>],
    mapping: &Mapping,
    collaboration: &Collaboration,
    as_of: DateTime<Utc>,
) -> Option<Vec<Ticket>> {
    let zone = Zone::find(&mapping.zone)?;
    let places: Vec<_> = (1..=rows.len()).collect();
    let told = Reader { mapping, collaboration, zone, as_of }.tell(rows, &places);
    Some(told.into_iter().filter_map(|told| told.ticket.ok()).collect())
}

#[cfg(test)]
mod tests;
