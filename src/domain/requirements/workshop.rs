//! The workshop (需求工作坊): who is in the room, what is talked about and for how long, what was parked and decided.
//! It is how the parties come to an agreement and no part of what they confirm.

pub mod vote;

use std::sync::Arc;

use chrono::NaiveDate;
use decode::Decode;
use serde::Serialize;

use crate::domain::ids::Id;
use crate::domain::project::Project;
use crate::domain::register::{Register, item};
use crate::domain::requirements::Requirements;
use crate::domain::requirements::baseline::{Obstacle, Place, obstacles};
use crate::domain::requirements::questions::Question;
use crate::domain::requirements::trace::{Break, breaks};
use crate::domain::requirements::understanding::Check;
use crate::domain::requirements::wording::doubts::Worded;
use crate::domain::requirements::workshop::vote::Round;

/// Where somebody comes from. A workshop without one of them is one whose outcome that one will question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Department {
    /// Those who use the service.
    #[default]
    Business,
    /// Those who run the systems.
    Tech,
    /// Those who answer for the contract.
    Legal,
    /// The vendor.
    Vendor,
    /// Anybody else.
    Other,
}

impl Department {
    /// Every department.
    pub const ALL: [Self; 5] = [Self::Business, Self::Tech, Self::Legal, Self::Vendor, Self::Other];
}

/// Somebody who takes part.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Participant {
    /// The id.
    pub id: Id<Self>,
    /// The clause number.
    pub number: u32,
    /// Who it is.
    pub name: String,
    /// Where they come from.
    pub department: Department,
    /// Whether they are here.
    pub present: bool,
}
item!(Participant, "Y", 1);

/// One thing to talk about.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct AgendaItem {
    /// The id.
    pub id: Id<Self>,
    /// The clause number.
    pub number: u32,
    /// What it is.
    pub title: String,
    /// How many minutes it may take.
    pub minutes: Option<u16>,
    /// How many seconds it has taken, up to the last pause.
    pub spent: u32,
    /// Whether it is done.
    pub done: bool,
}
item!(AgendaItem, "YA", 1);

/// Something that came up and does not belong here.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Parked {
    /// The id.
    pub id: Id<Self>,
    /// The clause number.
    pub number: u32,
    /// What it is.
    pub text: String,
}
item!(Parked, "YP", 1);

/// Something that was decided in the room.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Decision {
    /// The id.
    pub id: Id<Self>,
    /// The clause number.
    pub number: u32,
    /// What was decided.
    pub what: String,
    /// When.
    pub date: Option<NaiveDate>,
    /// By whom.
    pub who: String,
}
item!(Decision, "YD", 1);

/// The workshop.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Workshop {
    /// Who takes part.
    pub participants: Register<Participant>,
    /// What is talked about.
    pub agenda: Register<AgendaItem>,
    /// What is talked about now.
    pub current: Option<Id<AgendaItem>>,
    /// Since when the clock runs, in seconds since 1970; nothing while it stands.
    pub since: Option<u64>,
    /// What was put off.
    pub parked: Register<Parked>,
    /// What was decided.
    pub decisions: Register<Decision>,
    /// The vote under way, or the one revealed last.
    pub round: Option<Round>,
}

/// What the clock of an agenda item shows, in seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// So much is left.
    Left(u32),
    /// It has taken so much longer than planned.
    Over(u32),
    /// It has taken so long; nothing is planned.
    Spent(u32),
}

/// Where the ids of the usual agenda begin: taking it over twice adds nothing twice.
const USUAL: u128 = 0xa9e0_da00_0000_4000_8000_0000_0000_0000;
/// How many minutes the items of the usual agenda may take.
const USUAL_MINUTES: [u16; 7] = [5, 20, 30, 40, 30, 15, 10];

impl Workshop {
    /// Adds the usual agenda in the words of a language, as far as it is not there.
    pub fn adopt_agenda(&mut self, titles: &[&str; 7]) {
        for (place, (title, minutes)) in titles.iter().zip(USUAL_MINUTES).enumerate() {
            self.agenda.add(Id::fixed(USUAL + 1 + place as u128), |item| {
                (item.title, item.minutes) = ((*title).to_owned(), Some(minutes));
            });
        }
    }

    /// Returns what is talked about now.
    #[must_use]
    pub fn current(&self) -> Option<&Arc<AgendaItem>> {
        self.agenda.get(self.current?)
    }

    /// Returns what comes next: the first item that is not done, looked for from the present one on.
    #[must_use]
    pub fn next(&self) -> Option<&Arc<AgendaItem>> {
        let from = self.current.and_then(|id| self.agenda.position(id)).map_or(0, |place| place + 1);
        let around = self.agenda.iter().skip(from).chain(self.agenda.iter().take(from));
        around.into_iter().find(|item| !item.done && Some(item.id) != self.current)
    }

    /// Starts the clock of an item; the clock of another one stops.
    pub fn start(&mut self, item: Id<AgendaItem>, now: u64) {
        self.pause(now);
        if self.agenda.has(item) {
            self.agenda.update(item, |item| item.done = false);
            (self.current, self.since) = (Some(item), Some(now));
        }
    }

    /// Stops the clock.
    pub fn pause(&mut self, now: u64) {
        if let Some(current) = self.current() {
            let (id, spent) = (current.id, self.spent(current, now));
            self.since = None;
            self.agenda.update(id, |item| item.spent = spent);
        }
    }

    /// Closes the present item and starts the next one.
    pub fn finish(&mut self, now: u64) {
        self.pause(now);
        let Some(current) = self.current else { return };
        self.agenda.update(current, |item| item.done = true);
        match self.next().map(|next| next.id) {
            Some(next) => self.start(next, now),
            None => self.current = None,
        }
    }

    /// Returns how many seconds an item has taken. A clock that was set back counts nothing.
    fn spent(&self, item: &AgendaItem, now: u64) -> u32 {
        let since = self.since.filter(|_| self.current == Some(item.id));
        let running = since.map_or(0, |since| u32::try_from(now.saturating_sub(since)).unwrap_or(u32::MAX));
        item.spent.saturating_add(running)
    }

    /// Reads the clock of an item.
    #[must_use]
    pub fn reading(&self, item: &AgendaItem, now: u64) -> Reading {
        let spent = self.spent(item, now);
        match item.minutes.map(|minutes| u32::from(minutes) * 60) {
            None => Reading::Spent(spent),
            Some(planned) if spent < planned => Reading::Left(planned - spent),
            Some(planned) => Reading::Over(spent - planned),
        }
    }

    /// Lists the departments nobody is here from; anybody else need not be.
    #[must_use]
    pub fn absent(&self) -> Vec<Department> {
        let is_here = |department: &Department| {
            self.participants.iter().any(|one| one.present && one.department == *department)
        };
        let wanted = Department::ALL.into_iter().filter(|department| *department != Department::Other);
        wanted.filter(|department| !is_here(department)).collect()
    }
}

impl Requirements {
    /// Makes an open question of what was parked, and returns its clause.
    pub fn ask_parked(&mut self, parked: Id<Parked>, id: Id<Question>) -> Option<String> {
        let text = self.workshop.parked.remove(parked)?.text.clone();
        Some(self.questions.add(id, |question| question.text = text))
    }

    /// Makes a decision of what was parked, and returns its clause.
    pub fn decide_parked(
        &mut self,
        parked: Id<Parked>,
        id: Id<Decision>,
        today: NaiveDate,
    ) -> Option<String> {
        let text = self.workshop.parked.remove(parked)?.text.clone();
        Some(self.workshop.decisions.add(id, |one| (one.what, one.date) = (text, Some(today))))
    }

    /// Clears what leads nowhere in the workshop, and stops a clock without an item.
    pub fn mend_workshop(&mut self) {
        let (features, modules, workshop) = (&self.features, &self.modules, &mut self.workshop);
        workshop.current = workshop.current.filter(|id| workshop.agenda.has(*id));
        workshop.since = workshop.since.filter(|_| workshop.current.is_some());
        if let Some(round) = &mut workshop.round {
            round.mend(&workshop.participants, features, modules);
        }
    }
}

/// How ready the requirements are to be confirmed.
#[derive(Clone, Debug, PartialEq)]
pub struct Readiness {
    /// What has to be written first; the open questions are counted on their own.
    pub lacks: Vec<Obstacle>,
    /// How many questions are open.
    pub open: usize,
    /// How far the understanding check is.
    pub check: Check,
    /// How many wordings leave something open: of the features, and of the service levels.
    pub doubts: [usize; 2],
    /// How many must-haves no service level guards, without a reason.
    pub unguarded: usize,
    /// How often the thread from the goal to the money breaks, those included.
    pub breaks: usize,
}

impl Readiness {
    /// Judges a project.
    #[must_use]
    pub fn of(project: &Project) -> Self {
        let requirements = &project.requirements;
        let is_written = |one: &Obstacle| one.place != Place::Questions;
        let breaks = breaks(project);
        let unguarded = breaks.iter().filter(|one| matches!(one, Break::UnguardedFeature(_))).count();
        let (features, lines) = (requirements.features.iter(), requirements.sla.iter());
        let of_features = features.map(|feature| feature.doubts().len()).sum();
        let of_lines = lines.map(|line| line.doubts().len()).sum();
        Self {
            lacks: obstacles(project).into_iter().filter(is_written).collect(),
            open: requirements.open_questions(),
            check: requirements.check(),
            doubts: [of_features, of_lines],
            unguarded,
            breaks: breaks.len(),
        }
    }
}

#[cfg(test)]
mod tests;
