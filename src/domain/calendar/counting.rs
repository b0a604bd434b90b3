//! Counting working time between instants, to the second.
//!
//! The openings of a year are laid out once, each with the seconds open before it in that year; counting between two
//! instants and finding when so much is used up are then two searches by halves, however far apart the instants are.

use std::cell::RefCell;
use std::rc::Rc;

use chrono::{DateTime, Datelike, Months, NaiveDate, TimeDelta, Utc};

use crate::domain::calendar::WorkingTime;
use crate::domain::calendar::wall::Span;
use crate::domain::calendar::zone::{Zone, instant};
use decision::order;

/// The years counted. What lies outside is a slip of the pen and counts as closed.
const YEARS: std::ops::RangeInclusive<i32> = 1970..=2100;
/// By how much the openings of a local year may lie outside the year of the instants, in seconds.
const MARGIN: i64 = 2 * 86_400;
/// How far ahead an instant is looked for.
const YEARS_AHEAD: u32 = 10;

/// A span between two instants. The end does not belong to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Interval {
    /// When it starts.
    pub start: DateTime<Utc>,
    /// When it ends.
    pub end: DateTime<Utc>,
}

/// Working time made ready for counting.
pub struct Calendar {
    zone: Zone,
    /// Nothing where it is always open.
    time: Option<WorkingTime>,
    years: RefCell<Vec<(i32, Rc<Year>)>>,
}

impl Calendar {
    /// Makes working time ready for counting; nothing where its zone is not known.
    #[must_use]
    pub fn new(time: &WorkingTime) -> Option<Self> {
        let zone = Zone::find(&time.zone)?;
        Some(Self { zone, time: (!time.always_open).then(|| time.clone()), years: RefCell::default() })
    }

    /// Returns the zone.
    #[must_use]
    pub fn zone(&self) -> Zone {
        self.zone
    }

    /// Returns when it is open on a local date, earliest first. What overlaps is one; what the change of the clocks
    /// leaves empty is dropped.
    #[must_use]
    pub fn openings(&self, date: NaiveDate) -> Vec<Interval> {
        let hours = self.time.as_ref().map_or(&[Span::WHOLE_DAY][..], |time| time.hours(date));
        merged(hours.iter().map(|span| on_date(self.zone, date, *span)).collect())
    }

    /// Counts the seconds open from one instant to another; 0 where the second is not later.
    #[must_use]
    pub fn worked(&self, from: DateTime<Utc>, until: DateTime<Utc>) -> i64 {
        if until <= from {
            return 0;
        }
        let (from, until) = (from.timestamp(), until.timestamp());
        if self.time.is_none() {
            return until - from;
        }
        let years = year_of(from - MARGIN)..=year_of(until + MARGIN);
        years
            .filter_map(|year| self.year(year))
            .map(|year| year.open_before(until) - year.open_before(from))
            .sum()
    }

    /// Returns the earliest instant at which so many seconds from an instant on are used up: the end of an opening
    /// where they are used up with it. Nothing where that takes more than ten years.
    #[must_use]
    pub fn used_up(&self, from: DateTime<Utc>, seconds: i64) -> Option<DateTime<Utc>> {
        let last = from.checked_add_months(Months::new(YEARS_AHEAD * 12))?;
        let found = if seconds <= 0 {
            from
        } else if self.time.is_none() {
            from.checked_add_signed(TimeDelta::try_seconds(seconds)?)?
        } else {
            let mut left = seconds;
            let found = self.years_from(from).find_map(|year| {
                let found = year.used_up(from.timestamp(), left);
                left = found.err().unwrap_or(0);
                found.ok()
            });
            instant(found?)
        };
        (found <= last).then_some(found)
    }

    /// Returns the first instant open that is not before an instant. Nothing where that is more than ten years ahead.
    #[must_use]
    pub fn first_open(&self, from: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let last = from.checked_add_months(Months::new(YEARS_AHEAD * 12))?;
        let found = match self.time {
            None => from,
            Some(_) => instant(self.years_from(from).find_map(|year| year.first_open(from.timestamp()))?),
        };
        (found <= last).then_some(found)
    }

    fn years_from(&self, from: DateTime<Utc>) -> impl Iterator<Item = Rc<Year>> {
        let first = year_of(from.timestamp() - MARGIN);
        (first..=first + YEARS_AHEAD as i32 + 1).filter_map(|year| self.year(year))
    }

    fn year(&self, year: i32) -> Option<Rc<Year>> {
        if !YEARS.contains(&year) {
            return None;
        }
        let known =
            self.years.borrow().iter().find(|(known, _)| *known == year).map(|(_, laid)| Rc::clone(laid));
        known.or_else(|| {
            let laid = Rc::new(self.lay_out(year));
            self.years.borrow_mut().push((year, Rc::clone(&laid)));
            Some(laid)
        })
    }

    fn lay_out(&self, year: i32) -> Year {
        let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default();
        let dates = first.iter_days().take_while(|date| date.year() == year);
        let mut openings: Vec<Opening> = Vec::new();
        for opening in dates.flat_map(|date| self.openings(date)) {
            let (last_end, before) =
                openings.last().map_or((i64::MIN, 0), |last| (last.end, last.open_before(last.end)));
            // A day may start in the gap of the clocks into which the day before went on.
            let start = opening.start.timestamp().max(last_end);
            let end = opening.end.timestamp();
            if start < end {
                openings.push(Opening { start, end, before });
            }
        }
        Year(openings)
    }
}

/// The year an instant lies in, as far as years are counted.
fn year_of(seconds: i64) -> i32 {
    instant(seconds).year().clamp(*YEARS.start(), *YEARS.end())
}

/// Lays a span on a local date; one that ends before it starts is empty.
fn on_date(zone: Zone, date: NaiveDate, span: Span) -> Interval {
    Interval { start: zone.instant(date, span.from), end: zone.instant(date, span.until) }
}

/// Puts intervals in order, drops the empty ones and joins those that overlap or touch.
#[must_use]
pub fn merged(mut intervals: Vec<Interval>) -> Vec<Interval> {
    order::sort_by_key(&mut intervals, |interval| interval.start);
    let mut joined: Vec<Interval> = Vec::with_capacity(intervals.len());
    for interval in intervals.into_iter().filter(|interval| interval.start < interval.end) {
        match joined.last_mut() {
            Some(last) if interval.start <= last.end => last.end = last.end.max(interval.end),
            _ => joined.push(interval),
        }
    }
    joined
}

/// The openings of one local year, earliest first.
struct Year(Vec<Opening>);

/// An opening in seconds since 1970, and the seconds open before it in its year.
#[derive(Clone, Copy)]
struct Opening {
    start: i64,
    end: i64,
    before: i64,
}

impl Opening {
    /// The seconds of the year open before an instant, seen from this opening on.
    fn open_before(&self, at: i64) -> i64 {
        self.before + (at.min(self.end) - self.start).max(0)
    }
}

impl Year {
    fn open_before(&self, at: i64) -> i64 {
        let started = self.0.partition_point(|opening| opening.start < at);
        let last = started.checked_sub(1).and_then(|last| self.0.get(last));
        last.map_or(0, |opening| opening.open_before(at))
    }

    /// Returns when so many seconds from an instant on are used up, or how many this year leaves.
    fn used_up(&self, from: i64, seconds: i64) -> Result<i64, i64> {
        let wanted = self.open_before(from) + seconds;
        let full = self.0.partition_point(|opening| opening.open_before(opening.end) < wanted);
        match self.0.get(full) {
            Some(opening) => Ok(opening.start + wanted - opening.before),
            None => Err(wanted - self.open_before(i64::MAX)),
        }
    }

    fn first_open(&self, from: i64) -> Option<i64> {
        let over = self.0.partition_point(|opening| opening.end <= from);
        self.0.get(over).map(|opening| opening.start.max(from))
    }
}

#[cfg(test)]
mod tests;
