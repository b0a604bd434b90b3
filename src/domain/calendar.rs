//! Working time: the zone, the hours of a week, holidays and make-up days. [`counting`] counts it, [`zone`] knows the
//! changes of the clocks, [`writing`] reads what people type.

pub mod counting;
pub mod pending;
pub mod wall;
pub mod writing;
pub mod zone;

use chrono::{Datelike, NaiveDate};
use decode::Decode;
use serde::Serialize;

use crate::domain::calendar::pending::Pending;
use crate::domain::calendar::wall::Span;
use crate::domain::calendar::zone::Zone;
use crate::domain::finding::{Finding, Severity};
use crate::domain::ids::Id;
use crate::domain::register::item;

/// A calendar that response levels refer to.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct ServiceCalendar {
    /// The id.
    pub id: Id<Self>,
    /// The clause number.
    pub number: u32,
    /// What it is called, for example "Office hours".
    pub name: String,
    /// When it is open.
    pub time: WorkingTime,
    /// What of it cannot be read.
    pub pending: Pending,
}
item!(ServiceCalendar, "WH", 1);

/// When work is done.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct WorkingTime {
    /// The IANA name of the zone, for example `Asia/Shanghai`.
    pub zone: String,
    /// Every minute counts; hours, holidays and make-up days are then left aside.
    pub always_open: bool,
    /// The hours of each weekday, Monday first; breaks are what lies between two spans. A day without hours is closed.
    pub weekly: [Vec<Span>; 7],
    /// The days closed.
    pub holidays: Vec<NaiveDate>,
    /// The days that have hours of their own, even where they are holidays.
    pub makeup_days: Vec<MakeupDay>,
}

/// A day with hours of its own (调休上班日).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct MakeupDay {
    /// The date.
    pub date: NaiveDate,
    /// Its hours.
    pub hours: Vec<Span>,
}

impl WorkingTime {
    /// Makes the usual hours of an office: Monday to Friday with a break at noon.
    #[must_use]
    pub fn office(zone: String) -> Self {
        let hours = writing::read_hours("09:00-12:00 13:00-18:00").unwrap_or_default();
        let weekly = std::array::from_fn(|day| if day < 5 { hours.clone() } else { Vec::new() });
        Self { zone, weekly, ..Self::default() }
    }

    /// Returns the hours of a local date as they are written: those of a make-up day, none on a holiday, else those of
    /// the weekday.
    #[must_use]
    pub fn hours(&self, date: NaiveDate) -> &[Span] {
        let weekday = date.weekday().num_days_from_monday() as usize;
        if let Some(makeup) = self.makeup_days.iter().find(|makeup| makeup.date == date) {
            return &makeup.hours;
        }
        match self.weekly.get(weekday) {
            Some(hours) if !self.holidays.contains(&date) => hours,
            _ => &[],
        }
    }

    /// Lists what is doubtful about it. Counting goes on all the same: a span that ends before it starts is closed,
    /// and what overlaps counts once.
    #[must_use]
    pub fn check(&self) -> Vec<Finding<Obstacle, Place>> {
        let mut findings = Vec::new();
        let mut say = |severity, code, place| findings.push(Finding { severity, code, place });
        if Zone::find(&self.zone).is_none() {
            say(Severity::Error, Obstacle::UnknownZone, Place::Zone);
        }
        if self.always_open {
            return findings;
        }
        if self.weekly.iter().all(Vec::is_empty) && self.makeup_days.is_empty() {
            say(Severity::Warning, Obstacle::NeverOpen, Place::Week);
        }
        let days = self.weekly.iter().enumerate().map(|(day, hours)| (Place::Weekday(day), hours));
        let makeup = self.makeup_days.iter().map(|makeup| (Place::Makeup(makeup.date), &makeup.hours));
        for (place, hours) in days.chain(makeup) {
            for obstacle in of_hours(hours) {
                say(Severity::Error, obstacle, place);
            }
        }
        for (at, makeup) in self.makeup_days.iter().enumerate() {
            let place = Place::Makeup(makeup.date);
            if makeup.hours.is_empty() {
                say(Severity::Error, Obstacle::MakeupWithoutHours, place);
            }
            if self.makeup_days.iter().take(at).any(|earlier| earlier.date == makeup.date) {
                say(Severity::Error, Obstacle::MakeupTwice, place);
            }
            if self.holidays.contains(&makeup.date) {
                say(Severity::Note, Obstacle::MakeupOnHoliday, place);
            }
        }
        findings
    }
}

/// What is doubtful about the hours of one day.
fn of_hours(hours: &[Span]) -> Vec<Obstacle> {
    let mut found = Vec::new();
    for (at, span) in hours.iter().enumerate() {
        if span.until == span.from {
            found.push(Obstacle::EmptySpan);
        } else if span.until < span.from {
            // A night shift is written as one span of the evening and one of the next morning.
            let is_night = wall::NOON <= span.from && span.until <= wall::NOON;
            found.push(if is_night { Obstacle::CrossesMidnight } else { Obstacle::EndBeforeStart });
        }
        if hours.iter().take(at).any(|earlier| earlier.from < span.until && span.from < earlier.until) {
            found.push(Obstacle::HoursOverlap);
        }
    }
    found
}

/// What can be doubtful about working time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Obstacle {
    /// No zone of this name is known.
    UnknownZone,
    /// No day has hours.
    NeverOpen,
    /// Two spans of a day overlap.
    HoursOverlap,
    /// A span goes on after midnight.
    CrossesMidnight,
    /// A span ends before it starts.
    EndBeforeStart,
    /// A span ends where it starts.
    EmptySpan,
    /// A make-up day has no hours.
    MakeupWithoutHours,
    /// A date is a make-up day twice; the first one counts.
    MakeupTwice,
    /// A make-up day is a holiday too; it is worked.
    MakeupOnHoliday,
}

/// Where in the working time something is doubtful.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// The zone.
    Zone,
    /// The week as a whole.
    Week,
    /// A weekday, 0 for Monday.
    Weekday(usize),
    /// A make-up day.
    Makeup(NaiveDate),
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spans(texts: &[&str]) -> Vec<Span> {
        texts.iter().map(|text| text.parse().unwrap()).collect()
    }
    fn office() -> WorkingTime {
        WorkingTime::office("Asia/Shanghai".into())
    }
    fn codes(time: &WorkingTime) -> Vec<(Obstacle, Place)> {
        time.check().into_iter().map(|finding| (finding.code, finding.place)).collect()
    }
    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_makeup_day_beats_a_holiday_and_a_holiday_the_weekday() {
        let mut time = office();
        let saturday = date("2026-02-14");
        time.holidays = vec![date("2026-02-16"), saturday];
        time.makeup_days = vec![MakeupDay { date: saturday, hours: spans(&["10:00-24:00"]) }];
        assert_eq!(time.hours(saturday), spans(&["10:00-24:00"]));
        assert!(time.hours(date("2026-02-16")).is_empty() && time.hours(date("2026-02-15")).is_empty());
        assert_eq!(time.hours(date("2026-02-17")).len(), 2);
        assert_eq!(codes(&time), [(Obstacle::MakeupOnHoliday, Place::Makeup(saturday))]);
    }

    #[test]
    fn every_obstacle_is_found_where_it_stands() {
        assert_eq!(codes(&office()), []);
        let mut time = office();
        time.zone = "Mars/Olympus".into();
        time.weekly[1] = spans(&["09:00-12:00", "11:59-13:00"]);
        time.weekly[2] = spans(&["22:00-06:00"]);
        time.weekly[3] = spans(&["11:00-09:00", "13:00-13:00"]);
        let sunday = date("2026-02-15");
        time.makeup_days = vec![MakeupDay { date: sunday, hours: Vec::new() }; 2];
        let expected = [
            (Obstacle::UnknownZone, Place::Zone),
            (Obstacle::HoursOverlap, Place::Weekday(1)),
            (Obstacle::CrossesMidnight, Place::Weekday(2)),
            (Obstacle::EndBeforeStart, Place::Weekday(3)),
            (Obstacle::EmptySpan, Place::Weekday(3)),
            (Obstacle::MakeupWithoutHours, Place::Makeup(sunday)),
            (Obstacle::MakeupWithoutHours, Place::Makeup(sunday)),
            (Obstacle::MakeupTwice, Place::Makeup(sunday)),
        ];
        assert_eq!(codes(&time), expected);
        let closed = WorkingTime { zone: "UTC".into(), ..WorkingTime::default() };
        assert_eq!(codes(&closed), [(Obstacle::NeverOpen, Place::Week)]);
        assert_eq!(codes(&WorkingTime { always_open: true, ..closed }), []);
    }

    #[test]
    fn it_comes_back_from_a_file() {
        let mut time = office();
        time.makeup_days = vec![MakeupDay { date: date("2026-02-14"), hours: spans(&["09:00-24:00"]) }];
        let text = serde_json::to_string(&time).unwrap();
        assert!(text.contains(r#"{"from":"09:00","until":"24:00"}"#), "{text}");
        assert_eq!(serde_json::from_str::<WorkingTime>(&text).unwrap(), time);
        assert_eq!(serde_json::from_str::<WorkingTime>("{}").unwrap(), WorkingTime::default());
    }
}
