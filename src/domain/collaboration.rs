//! Stage 4: when both sides meet, what is due, how quality is checked, how fast they answer.

pub mod channels;
pub mod clock;
pub mod dates;
pub mod desk;
pub mod history;
pub mod holidays;
pub mod overlap;
pub mod quality;
pub mod response;
pub mod series;
pub mod tasks;
pub mod tickets;
pub mod typed;

use chrono::NaiveDate;
use decode::Decode;
use serde::Serialize;

use crate::domain::calendar::ServiceCalendar;
use crate::domain::calendar::wall::WallTime;
use crate::domain::collaboration::channels::Channel;
use crate::domain::collaboration::history::Summary;
use crate::domain::collaboration::overlap::Site;
use crate::domain::collaboration::quality::{CheckRecord, Rework};
use crate::domain::collaboration::tickets::Ticket;
use crate::domain::ids::Id;
use crate::domain::register::{Register, item};
use crate::domain::requirements::Feature;
use crate::domain::team::Role;

/// How often a meeting comes round.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Rhythm {
    /// Every working day.
    Daily,
    /// Every week.
    #[default]
    Weekly,
    /// Every month.
    Monthly,
    /// Every quarter.
    Quarterly,
}

impl Rhythm {
    /// Every rhythm, most frequent first.
    pub const ALL: [Self; 4] = [Self::Daily, Self::Weekly, Self::Monthly, Self::Quarterly];
}

/// Which day a meeting that comes round by months keeps, going by its first date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum DayKept {
    /// The day of the month; the last one where the month is shorter.
    #[default]
    Date,
    /// The weekday and which of its kind in the month it is; the last one where there is no fifth.
    Weekday,
    /// The last one of its weekday.
    LastWeekday,
}

impl DayKept {
    /// Every way, in the order of choice lists.
    pub const ALL: [Self; 3] = [Self::Date, Self::Weekday, Self::LastWeekday];
}

/// One meeting series.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Meeting {
    /// The id.
    pub id: Id<Self>,
    /// The clause number.
    pub number: u32,
    /// What it is called.
    pub name: String,
    /// How often.
    pub rhythm: Rhythm,
    /// The day and time in words, for example "Tue 10:00": what there was before a start was kept.
    pub when: String,
    /// A date it is held on; the others follow from it by the rhythm.
    pub next: Option<NaiveDate>,
    /// Which day it keeps where it comes round by months.
    pub keeps: DayKept,
    /// When it starts.
    pub starts: Option<WallTime>,
    /// How many minutes it lasts.
    pub lasts_min: Option<u32>,
    /// The site by whose clock it starts.
    pub site: Option<Id<Site>>,
    /// Who calls it.
    pub owner: Option<Id<Role>>,
    /// Who takes part.
    pub attendees: Vec<Id<Role>>,
    /// What is on the agenda.
    pub agenda: String,
    /// Where notes are kept and what they hold.
    pub minutes: String,
}
item!(Meeting, "W", 1);

/// One date by which something is accepted.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Milestone {
    /// The id.
    pub id: Id<Self>,
    /// The clause number.
    pub number: u32,
    /// What is reached.
    pub name: String,
    /// The planned date.
    pub due: Option<NaiveDate>,
    /// The date of acceptance.
    pub done: Option<NaiveDate>,
    /// When it counts as reached.
    pub acceptance: String,
    /// The feature it delivers.
    pub feature: Option<Id<Feature>>,
    /// Who answers for it.
    pub owner: Option<Id<Role>>,
    /// What is done about a slip.
    pub recovery: String,
}
item!(Milestone, "M", 1);

impl Milestone {
    /// Returns when it was accepted. A date that lies ahead is a plan and no acceptance.
    #[must_use]
    pub fn accepted(&self, today: NaiveDate) -> Option<NaiveDate> {
        self.done.filter(|done| *done <= today)
    }

    /// Returns how many days it is late on a day: 0 when it is not, or was accepted in time.
    #[must_use]
    pub fn days_late(&self, today: NaiveDate) -> i64 {
        let until = self.accepted(today).unwrap_or(today);
        self.due.map_or(0, |due| (until - due).num_days().max(0))
    }
}

/// The three levels of checking.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CheckLevel {
    /// The maker's own check (自检).
    #[default]
    SelfCheck,
    /// A colleague's check (互检).
    PeerCheck,
    /// A specialist's check (专检).
    SpecialistCheck,
}

impl CheckLevel {
    /// The three levels in order.
    pub const ALL: [Self; 3] = [Self::SelfCheck, Self::PeerCheck, Self::SpecialistCheck];
}

/// How one level of checking is done.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct QualityLevel {
    /// Who checks.
    pub who: Option<Id<Role>>,
    /// Against which standard.
    pub standard: String,
    /// How large the sample is.
    pub sample: String,
    /// What shows that it was done.
    pub evidence: String,
}

/// From when on the minutes of a step up count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Since {
    /// The report of the issue: what there was before dwell times were kept.
    #[default]
    Report,
    /// The step before it on the same side: how long the issue stays there. The first one counts from the report.
    StepBefore,
}

impl Since {
    /// Both, in the order of choice lists.
    pub const ALL: [Self; 2] = [Self::StepBefore, Self::Report];
}

/// One step up for an issue that is not solved.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Escalation {
    /// To whom it goes.
    pub to: Option<Id<Role>>,
    /// After how many minutes, counted like those of its solution.
    pub after_minutes: Option<u32>,
    /// From when on they count.
    pub since: Since,
}

/// One level of urgency and what follows from it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct ResponseLevel {
    /// The id.
    pub id: Id<Self>,
    /// The clause number; level P0 has number 1.
    pub number: u32,
    /// What it means.
    pub meaning: String,
    /// Within how many minutes somebody answers.
    pub respond_minutes: Option<u32>,
    /// Within how many minutes it is solved.
    pub resolve_minutes: Option<u32>,
    /// Who answers for it.
    pub owner: Option<Id<Role>>,
    /// The calendar its minutes are counted in; without one every minute counts.
    pub calendar: Option<Id<ServiceCalendar>>,
    /// To whom an unsolved issue goes up, on both sides.
    pub escalation: Vec<Escalation>,
}
item!(ResponseLevel, "L", 1);

impl ResponseLevel {
    /// Writes the level as people say it: `P0`, `P1` …
    #[must_use]
    pub fn name(&self) -> String {
        format!("P{}", self.number.saturating_sub(1))
    }
}

/// The section of stage 4.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Collaboration {
    /// The meetings.
    pub meetings: Register<Meeting>,
    /// The milestones.
    pub milestones: Register<Milestone>,
    /// The three levels of checking, in the order of [`CheckLevel::ALL`].
    pub quality: [QualityLevel; 3],
    /// The response levels, most urgent first.
    pub response: Register<ResponseLevel>,
    /// Where both sides work.
    pub sites: Register<Site>,
    /// Which tool is used for what.
    pub channels: Register<Channel>,
    /// How documents are kept: where, named how, who may change them.
    pub document_rule: String,
    /// How decisions are made and written down.
    pub decision_rule: String,
    /// What was checked, and how much of it passed.
    pub checks: Register<CheckRecord>,
    /// What did not pass and is done again.
    pub rework: Register<Rework>,
    /// The calendars response levels are counted in.
    pub calendars: Register<ServiceCalendar>,
    /// The issues, in the order they were noted.
    pub tickets: Register<Ticket>,
    /// What ticket histories from elsewhere came to.
    pub histories: Register<Summary>,
}
