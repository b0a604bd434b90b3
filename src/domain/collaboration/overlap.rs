//! When two sites work at the same time.
//!
//! The overlap of a date is anchored on the first site: its shifts that start on that local date are met by the other
//! site's shifts of any local date. Overlaps above four hours allow work in real time, above two some of it.

use chrono::{DateTime, Datelike, Days, NaiveDate, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::domain::calendar::counting::{Interval, merged};
use crate::domain::calendar::wall::{NOON, Span};
use crate::domain::calendar::zone::Zone;
use crate::domain::finding::{Finding, Severity};
use crate::domain::ids::Id;
use crate::domain::profile::Side;
use crate::domain::register::item;

/// Where people of one side work.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
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
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::calendar::wall::WallTime;

    fn site(zone: &str, shifts: &[&str]) -> Site {
        let shifts = shifts.iter().map(|text| text.parse().unwrap()).collect();
        Site { zone: zone.into(), shifts, ..Site::default() }
    }
    fn show(a: &Site, b: &Site, date: &str) -> String {
        let overlap = overlap(a, b, date.parse().unwrap()).unwrap();
        let window =
            |one: &Interval| format!("{}/{}", one.start.format("%dT%H:%M"), one.end.format("%dT%H:%M"));
        let windows: Vec<_> = overlap.windows.iter().map(window).collect();
        format!("{} {} {}", overlap.minutes(), overlap.closeness().code(), windows.join(" "))
    }

    #[test]
    fn shifts_of_another_date_meet_and_are_counted_once() {
        let shanghai = site("Asia/Shanghai", &["09:00-18:00"]);
        let los_angeles = site("America/Los_Angeles", &["09:00-18:00"]);
        assert_eq!(show(&shanghai, &los_angeles, "2026-01-14"), "60 independent 14T01:00/14T02:00");
        // On Monday in Shanghai it is Sunday in Los Angeles.
        assert_eq!(show(&shanghai, &los_angeles, "2026-01-12"), "0 independent ");
        let night = site("Asia/Shanghai", &["20:00-04:00", "02:00-06:00", "04:00-06:00"]);
        assert_eq!(
            show(&night, &los_angeles, "2026-01-14"),
            "420 real_time 13T18:00/13T22:00 14T17:00/14T20:00"
        );
        // Round the clock from one eight to the next.
        let always = site("Asia/Shanghai", &["08:00-08:00"]);
        assert_eq!(
            show(&always, &los_angeles, "2026-01-14"),
            "540 real_time 14T00:00/14T02:00 14T17:00/15T00:00"
        );
    }

    #[test]
    fn a_makeup_day_beats_a_holiday() {
        let (mut a, b) = (site("Asia/Shanghai", &["09:00-18:00"]), site("Asia/Manila", &["09:00-18:00"]));
        a.holidays = vec!["2026-10-01".parse().unwrap()];
        assert_eq!(show(&a, &b, "2026-10-01"), "0 independent ");
        a.makeup_days = a.holidays.clone();
        assert_eq!(show(&a, &b, "2026-10-01"), "540 real_time 01T01:00/01T10:00");
    }

    #[test]
    fn the_seasons_say_whose_clocks_change() {
        let (shanghai, berlin) =
            (site("Asia/Shanghai", &["09:00-18:00"]), site("Europe/Berlin", &["09:00-18:00"]));
        let both = seasons(&shanghai, &berlin, 2026).unwrap();
        assert_eq!((both.winter.overlap.minutes(), both.summer.overlap.minutes()), (120, 180));
        assert_eq!((both.changes_clocks(), both.differ()), ([false, true], true));
        assert_eq!(both.summer.offsets_min, [480, 120]);
        let manila = site("Asia/Manila", &["09:00-18:00"]);
        let both = seasons(&shanghai, &manila, 2026).unwrap();
        assert_eq!((both.changes_clocks(), both.differ()), ([false; 2], false));
        let (london, new_york) =
            (site("Europe/London", &["09:00-17:00"]), site("America/New_York", &["09:00-17:00"]));
        let both = seasons(&london, &new_york, 2026).unwrap();
        assert_eq!((both.changes_clocks(), both.differ()), ([true; 2], false));
        assert_eq!(seasons(&london, &site("Mars/Olympus", &[]), 2026), None);
    }

    #[test]
    fn a_strip_shows_one_day_of_the_first_site() {
        let shanghai = site("Asia/Shanghai", &["09:00-18:00"]);
        let berlin = site("Europe/Berlin", &["09:00-12:00", "13:00-18:00"]);
        let strip = strip(&shanghai, &berlin, "2026-01-14".parse().unwrap()).unwrap();
        let places = |work: &[Interval]| {
            let place = |one: &Interval| [strip.place(one.start), strip.place(one.end)].map(|at| at * 24.0);
            work.iter().map(place).collect::<Vec<_>>()
        };
        assert_eq!(places(&strip.work[0]), [[9.0, 18.0]]);
        // What Berlin works of the evening before, and up to midnight of Shanghai.
        assert_eq!(places(&strip.work[1]), [[0.0, 1.0], [16.0, 19.0], [20.0, 24.0]]);
        assert_eq!(super::strip(&shanghai, &Site::default(), "2026-01-14".parse().unwrap()), None);
    }

    #[test]
    fn what_a_site_lacks_is_said() {
        let codes = |site: &Site| site.check().into_iter().map(|finding| finding.code).collect::<Vec<_>>();
        assert_eq!(codes(&site("UTC", &["09:00-18:00"])), []);
        let bare = Site { work_days: [false; 7], ..Site::default() };
        assert_eq!(codes(&bare), [SiteObstacle::UnknownZone, SiteObstacle::NoShift, SiteObstacle::NoWorkDay]);
    }

    proptest! {
        /// Over many days both sides see the same overlap: what is anchored on one meets what is anchored on the other.
        #[test]
        fn both_sides_see_the_same_overlap(
            shifts in prop::array::uniform4((0_u16..24, 1_u16..12)), zone in prop::sample::select(vec!["Europe/Berlin", "America/New_York", "Asia/Kolkata"]),
        ) {
            let spans: Vec<Span> = shifts.into_iter().map(|(from, hours)| {
                let time = |hour: u16| WallTime::new(hour * 60).unwrap();
                Span { from: time(from), until: time((from + hours) % 24) }
            }).collect();
            let first: NaiveDate = "2026-03-04".parse().unwrap();
            // Both rest before and after, so that nothing reaches out of the span looked at.
            let holidays: Vec<_> = (first - Days::new(5)).iter_days().take(5).chain((first + Days::new(30)).iter_days().take(6)).collect();
            let a = Site { zone: "Asia/Shanghai".into(), shifts: spans[..2].to_vec(), work_days: [true; 7], holidays, ..Site::default() };
            let b = Site { zone: zone.into(), shifts: spans[2..].to_vec(), ..a.clone() };
            let all = |a: &Site, b: &Site| {
                let days = (first - Days::new(5)).iter_days().take(40);
                merged(days.flat_map(|date| overlap(a, b, date).unwrap().windows).collect())
            };
            prop_assert_eq!(all(&a, &b), all(&b, &a));
        }
    }
}
