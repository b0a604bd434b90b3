//! When two sites work at the same time.
//!
//! The overlap of a date is anchored on the first site: its shifts that start on that local date are met by the other
//! site's shifts of any local date. Overlaps above four hours allow work in real time, above two some of it.

use chrono::{DateTime, Datelike, Days, NaiveDate, TimeDelta, Utc};
use decode::Decode;
use serde::Serialize;

use crate::domain::calendar::counting::{Interval, merged};
use crate::domain::calendar::pending::Pending;
use crate::domain::calendar::wall::{NOON, Span};
use crate::domain::calendar::zone::Zone;
use crate::domain::finding::{Finding, Severity};
use crate::domain::ids::Id;
use crate::domain::profile::Side;
use crate::domain::register::item;

/// Where people of one side work.
#[derive(Clone, Debug, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Site {
    /// The id.
    pub id: Id<Self>,
    /// The clause number.
    pub number: u32,
    /// What it is called.
    pub name: String,
    /// Whose people work there.
    pub side: Side,
    /// The IANA name of its zone.
    pub zone: String,
    /// Its shifts; a break is what lies between two. One that ends when it starts or before ends on the next day.
    pub shifts: Vec<Span>,
    /// Whether it works on each weekday, Monday first.
    pub work_days: [bool; 7],
    /// The days it is closed.
    pub holidays: Vec<NaiveDate>,
    /// The days it works whatever else is said.
    pub makeup_days: Vec<NaiveDate>,
    /// What of its hours and days cannot be read.
    pub pending: Pending,
    /// Where the holidays are from, and of which year.
    pub holiday_source: String,
    /// What the other side should know of how people here work.
    pub culture: String,
    /// Who learns what, and when.
    pub training: String,
}
item!(Site, "WS", 1);

impl Default for Site {
    fn default() -> Self {
        Self {
            id: Id::NIL,
            number: 0,
            name: String::new(),
            side: Side::default(),
            zone: String::new(),
            shifts: Vec::new(),
            work_days: [true, true, true, true, true, false, false],
            holidays: Vec::new(),
            makeup_days: Vec::new(),
            pending: Pending::default(),
            holiday_source: String::new(),
            culture: String::new(),
            training: String::new(),
        }
    }
}

impl Site {
    /// Tells whether the site works on a local date.
    #[must_use]
    pub fn works_on(&self, date: NaiveDate) -> bool {
        let weekday = date.weekday().num_days_from_monday() as usize;
        let is_usual = self.work_days.get(weekday).is_some_and(|works| *works);
        self.makeup_days.contains(&date) || (is_usual && !self.holidays.contains(&date))
    }

    /// Returns when the site works in shifts that start on a local date, unmerged.
    fn shifts_on(&self, zone: Zone, date: NaiveDate) -> Vec<Interval> {
        if !self.works_on(date) {
            return Vec::new();
        }
        let lay = |shift: &Span| {
            let last = if shift.until <= shift.from { date.checked_add_days(Days::new(1))? } else { date };
            Some(Interval { start: zone.instant(date, shift.from), end: zone.instant(last, shift.until) })
        };
        self.shifts.iter().filter_map(lay).collect()
    }

    /// Tells whether the site works at an instant; nothing where its zone is not known.
    #[must_use]
    pub fn works_at(&self, at: DateTime<Utc>) -> Option<bool> {
        let work = self.work_around(Zone::find(&self.zone)?.date(at))?;
        Some(work.iter().any(|one| one.start <= at && at < one.end))
    }

    /// Returns when the site works within a few days of a local date of any site; nothing where its zone is not known.
    fn work_around(&self, date: NaiveDate) -> Option<Vec<Interval>> {
        // Local dates of one instant differ by one at most, and a shift of the day before may go on.
        const DAYS_AROUND: u64 = 3;
        let zone = Zone::find(&self.zone)?;
        let first = date.checked_sub_days(Days::new(DAYS_AROUND))?;
        let dates = first.iter_days().take(2 * DAYS_AROUND as usize + 1);
        Some(merged(dates.flat_map(|date| self.shifts_on(zone, date)).collect()))
    }

    /// Lists what is doubtful about it.
    #[must_use]
    pub fn check(&self) -> Vec<Finding<SiteObstacle, Id<Self>>> {
        let mut findings = Vec::new();
        let mut say = |severity, code| findings.push(Finding { severity, code, place: self.id });
        if Zone::find(&self.zone).is_none() {
            say(Severity::Error, SiteObstacle::UnknownZone);
        }
        if self.shifts.is_empty() {
            say(Severity::Warning, SiteObstacle::NoShift);
        }
        if self.work_days == [false; 7] && self.makeup_days.is_empty() {
            say(Severity::Warning, SiteObstacle::NoWorkDay);
        }
        if !self.pending.is_empty() {
            say(Severity::Error, SiteObstacle::NotRead);
        }
        findings
    }
}

/// What can be doubtful about a site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SiteObstacle {
    /// No zone of this name is known.
    UnknownZone,
    /// There is no shift.
    NoShift,
    /// There is no day of work.
    NoWorkDay,
    /// Some of what was typed cannot be read, and does not count yet.
    NotRead,
}

/// What an overlap allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Closeness {
    /// Less than two hours: each side works by itself.
    Independent,
    /// From two hours: some work is done together.
    SemiCollaborative,
    /// From four hours: work in real time.
    RealTime,
}

impl Closeness {
    /// Returns what an overlap of so many minutes allows.
    #[must_use]
    pub const fn of(minutes: i64) -> Self {
        match minutes {
            240.. => Self::RealTime,
            120.. => Self::SemiCollaborative,
            _ => Self::Independent,
        }
    }

    /// Returns the code used in reference cases.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Independent => "independent",
            Self::SemiCollaborative => "semi_collaborative",
            Self::RealTime => "real_time",
        }
    }
}

/// When both sites work.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overlap {
    /// The windows, earliest first.
    pub windows: Vec<Interval>,
}

impl Overlap {
    /// Returns how long both work, in minutes.
    #[must_use]
    pub fn minutes(&self) -> i64 {
        self.windows.iter().map(|window| window.end - window.start).sum::<TimeDelta>().num_minutes()
    }

    /// Returns what it allows.
    #[must_use]
    pub fn closeness(&self) -> Closeness {
        Closeness::of(self.minutes())
    }
}

/// Returns when the shifts `a` starts on a local date meet shifts of `b`; nothing where a zone is not known.
#[must_use]
pub fn overlap(a: &Site, b: &Site, date: NaiveDate) -> Option<Overlap> {
    let own = merged(a.shifts_on(Zone::find(&a.zone)?, date));
    let other = b.work_around(date)?;
    let met = |own: &Interval| {
        let (start, end) = (own.start, own.end);
        let met = other
            .iter()
            .map(move |other| Interval { start: start.max(other.start), end: end.min(other.end) });
        met.filter(|met| met.start < met.end).collect::<Vec<_>>()
    };
    Some(Overlap { windows: own.iter().flat_map(met).collect() })
}

/// One local date of the first site on one line of time, with when either site works.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Strip {
    /// From the midnight the date starts with to the one it ends with.
    pub day: Interval,
    /// When each of the two works within the day.
    pub work: [Vec<Interval>; 2],
}

impl Strip {
    /// Returns where an instant lies on the line, from 0 at its start to 1 at its end.
    #[must_use]
    pub fn place(&self, at: DateTime<Utc>) -> f64 {
        let whole = (self.day.end - self.day.start).num_seconds().max(1) as f64;
        ((at - self.day.start).num_seconds() as f64 / whole).clamp(0.0, 1.0)
    }
}

/// Lays the work of both sites on the local day of the first; nothing where a zone is not known.
#[must_use]
pub fn strip(a: &Site, b: &Site, date: NaiveDate) -> Option<Strip> {
    let zone = Zone::find(&a.zone)?;
    let whole = Span::WHOLE_DAY;
    let day = Interval { start: zone.instant(date, whole.from), end: zone.instant(date, whole.until) };
    let within = |site: &Site| {
        let inside = |one: Interval| Interval { start: one.start.max(day.start), end: one.end.min(day.end) };
        let work = site.work_around(date)?.into_iter().map(inside);
        Some(work.filter(|one| one.start < one.end).collect())
    };
    Some(Strip { day, work: [within(a)?, within(b)?] })
}

/// One date of a season, with what a statement about it needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeasonDay {
    /// The date at the first site.
    pub date: NaiveDate,
    /// How far the clocks of the two sites are from Greenwich at noon of the first, in minutes to the east.
    pub offsets_min: [i32; 2],
    /// When both work.
    pub overlap: Overlap,
}

/// The overlap in winter and in summer of the northern half of the earth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seasons {
    /// A day in the middle of January.
    pub winter: SeasonDay,
    /// A day in the middle of July.
    pub summer: SeasonDay,
}

impl Seasons {
    /// Tells of each site whether it changes its clocks between the two days.
    #[must_use]
    pub fn changes_clocks(&self) -> [bool; 2] {
        let (winter, summer) = (self.winter.offsets_min, self.summer.offsets_min);
        [winter[0] != summer[0], winter[1] != summer[1]]
    }

    /// Tells whether the overlap is not the same in both seasons.
    #[must_use]
    pub fn differ(&self) -> bool {
        self.winter.overlap.minutes() != self.summer.overlap.minutes()
    }
}

/// Returns the overlap in both seasons of a year, each on the first common working day from the 15th of January and of
/// July on, or on the 15th where there is none within two weeks. Nothing where a zone is not known.
#[must_use]
pub fn seasons(a: &Site, b: &Site, year: i32) -> Option<Seasons> {
    Some(Seasons { winter: season_day(a, b, year, 1)?, summer: season_day(a, b, year, 7)? })
}

fn season_day(a: &Site, b: &Site, year: i32, month: u32) -> Option<SeasonDay> {
    let middle = NaiveDate::from_ymd_opt(year, month, 15)?;
    // The day before and the day after count too where the shifts that meet have other dates at the other site.
    let is_usual = |date: &NaiveDate| {
        let near = [date.pred_opt(), Some(*date), date.succ_opt()];
        a.works_on(*date) && near.into_iter().flatten().all(|date| b.works_on(date))
    };
    let date = middle.iter_days().take(14).find(is_usual).unwrap_or(middle);
    let noon: DateTime<Utc> = Zone::find(&a.zone)?.instant(date, NOON);
    let offset = |site: &Site| Zone::find(&site.zone).map(|zone| zone.offset(noon) / 60);
    Some(SeasonDay { date, offsets_min: [offset(a)?, offset(b)?], overlap: overlap(a, b, date)? })
}

#[cfg(test)]
mod tests;
