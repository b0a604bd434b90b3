//! Calendar months, and the periods made of them: how they are ordered, enumerated and told apart is said here alone.
//! Their names stand in `i18n::period`.

use std::fmt;

use chrono::{Datelike, NaiveDate};
use decode::Decode;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::domain::scale::Bounded;

/// One calendar month, written `2026-03`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(with = "String"))]
#[serde(try_from = "String", into = "String")]
pub struct Month {
    year: i32,
    month: u8,
}

/// Says that a text is not a month.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("not a month in the form 2026-03: {0}")]
pub struct NotAMonth(pub String);

/// The first month of 1970, which stands for one nobody chose.
impl Default for Month {
    fn default() -> Self {
        Self::of(NaiveDate::default())
    }
}

impl Month {
    /// Makes a month; `month` counts from 1. Years run from 1 to 9999.
    #[must_use]
    pub fn new(year: i32, month: u8) -> Option<Self> {
        ((1..=9999).contains(&year) && (1..=12).contains(&month)).then_some(Self { year, month })
    }

    /// Returns the month a date lies in.
    #[must_use]
    pub fn of(date: NaiveDate) -> Self {
        Self { year: date.year().clamp(1, 9999), month: date.month() as u8 }
    }

    /// Reads `2026-03`, also `2026/3`, `2026.3` and `2026年3月`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().trim_end_matches('月');
        let (year, month) = text.split_once(['-', '/', '.', '年'])?;
        Self::new(year.trim().parse().ok()?, month.trim().parse().ok()?)
    }

    /// Returns the year.
    #[must_use]
    pub const fn year(self) -> i32 {
        self.year
    }

    /// Returns the month of the year, from 1.
    #[must_use]
    pub const fn month(self) -> u8 {
        self.month
    }

    /// Returns the quarter of the year, from 1.
    #[must_use]
    pub const fn quarter(self) -> u8 {
        (self.month - 1) / 3 + 1
    }

    /// Returns the month `count` months later, or earlier when negative.
    #[must_use]
    pub fn plus(self, count: i32) -> Self {
        let index = self.year * 12 + i32::from(self.month) - 1 + count;
        Self { year: index.div_euclid(12).clamp(1, 9999), month: (index.rem_euclid(12) + 1) as u8 }
    }

    /// Counts the months from `self` to `later`; negative when `later` is earlier.
    #[must_use]
    pub fn until(self, later: Self) -> i32 {
        (later.year - self.year) * 12 + i32::from(later.month) - i32::from(self.month)
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

impl TryFrom<String> for Month {
    type Error = NotAMonth;
    fn try_from(text: String) -> Result<Self, NotAMonth> {
        Self::parse(&text).ok_or(NotAMonth(text))
    }
}

impl From<Month> for String {
    fn from(month: Month) -> Self {
        month.to_string()
    }
}

/// How long a period is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Cycle {
    /// A month.
    Month,
    /// Three months.
    #[default]
    Quarter,
    /// Six months.
    HalfYear,
}

impl Cycle {
    /// Every length, the shortest first.
    pub const ALL: [Self; 3] = [Self::Month, Self::Quarter, Self::HalfYear];

    /// Returns how many months it has.
    #[must_use]
    pub const fn months(self) -> u8 {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::HalfYear => 6,
        }
    }

    /// Returns the period of this length in the calendar year that a month lies in.
    #[must_use]
    pub fn around(self, month: Month) -> Period {
        Parting { cycle: self, ..Parting::default() }.around(month)
    }
}

/// Some months in a row that are looked at, settled or reviewed together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Period {
    /// The first month.
    pub first: Month,
    /// How long it is.
    pub cycle: Cycle,
}

impl Period {
    /// Makes a period of one month.
    #[must_use]
    pub const fn month(month: Month) -> Self {
        Self { first: month, cycle: Cycle::Month }
    }

    /// Returns how many months it has.
    #[must_use]
    pub const fn n_months(self) -> u8 {
        self.cycle.months()
    }

    /// Goes through its months.
    pub fn months(self) -> impl Iterator<Item = Month> {
        (0..i32::from(self.n_months())).map(move |place| self.first.plus(place))
    }

    /// Returns its last month.
    #[must_use]
    pub fn last(self) -> Month {
        self.first.plus(i32::from(self.n_months()) - 1)
    }

    /// Returns its last day.
    #[must_use]
    pub fn last_day(self) -> Option<NaiveDate> {
        let after = self.next().first;
        NaiveDate::from_ymd_opt(after.year(), after.month().into(), 1)?.pred_opt()
    }

    /// Returns the period of the same length after it.
    #[must_use]
    pub fn next(self) -> Self {
        Self { first: self.first.plus(i32::from(self.n_months())), ..self }
    }

    /// Tells whether a month lies in it.
    #[must_use]
    pub fn holds(self, month: Month) -> bool {
        (self.first..=self.last()).contains(&month)
    }

    /// Tells whether it shares a month with another one.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.first <= other.last() && other.first <= self.last()
    }

    /// Returns the periods of the same length from the one that holds a month up to this one; only this one where the
    /// month lies in it or after it.
    #[must_use]
    pub fn since(self, from: Month) -> Vec<Self> {
        let length = i32::from(self.n_months());
        let before = from.until(self.first).max(0);
        let n = (before + length - 1) / length;
        (0..=n).rev().map(|back| Self { first: self.first.plus(-back * length), ..self }).collect()
    }

    /// Reads a period as it is written: the first month and the count of months.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (first, months) = text.split_once('+')?;
        let months: u8 = months.parse().ok()?;
        let cycle = Cycle::ALL.into_iter().find(|cycle| cycle.months() == months)?;
        Some(Self { first: Month::parse(first)?, cycle })
    }
}

/// Writes `2026-07+3`: for choices and addresses, not for people.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}+{}", self.first, self.n_months())
    }
}

/// How time is parted into periods: by their length, in years that may begin in any month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Parting {
    /// How long a period is.
    pub cycle: Cycle,
    /// The month the year begins with, from 1.
    pub first_month: Bounded<1, 12>,
}

/// Months of calendar years.
impl Default for Parting {
    fn default() -> Self {
        Self { cycle: Cycle::Month, first_month: Bounded::clamped(1) }
    }
}

impl Parting {
    /// Returns the period a month lies in.
    #[must_use]
    pub fn around(self, month: Month) -> Period {
        let into = self.into_year(month) % self.cycle.months();
        Period { first: month.plus(-i32::from(into)), cycle: self.cycle }
    }

    /// Parts months that are in order into their periods, each once.
    #[must_use]
    pub fn part(self, months: &[Month]) -> Vec<Period> {
        let mut periods: Vec<Period> = months.iter().map(|month| self.around(*month)).collect();
        periods.dedup();
        periods
    }

    /// Returns the year a period belongs to, called after the calendar year in which it begins, and which of its kind in
    /// that year it is, from 1.
    #[must_use]
    pub fn place(self, period: Period) -> (i32, u8) {
        let into_year = self.into_year(period.first);
        (period.first.plus(-i32::from(into_year)).year(), into_year / period.n_months() + 1)
    }

    /// Tells whether its years are other ones than those of the calendar.
    #[must_use]
    pub fn is_fiscal(self) -> bool {
        self.first_month.get() != 1
    }

    /// Counts the months of the year before a month.
    const fn into_year(self, month: Month) -> u8 {
        (12 + month.month() - self.first_month.get()) % 12
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn month(text: &str) -> Month {
        Month::parse(text).unwrap()
    }

    #[test]
    fn a_period_is_that_of_the_calendar() {
        let around = |cycle: Cycle| cycle.around(month("2026-11")).first.to_string();
        assert_eq!(Cycle::ALL.map(around), ["2026-11", "2026-10", "2026-07"]);
        let quarter = Cycle::Quarter.around(month("2026-11"));
        assert_eq!(
            (quarter.last().to_string(), quarter.next().first.to_string()),
            ("2026-12".to_owned(), "2027-01".to_owned())
        );
        assert!(quarter.holds(month("2026-10")) && !quarter.holds(month("2027-01")));
        assert_eq!(quarter.months().count(), 3);
    }

    #[test]
    fn a_period_ends_with_its_last_day() {
        let last = |text, cycle: Cycle| cycle.around(month(text)).last_day().map(|day| day.to_string());
        assert_eq!(last("2027-05", Cycle::Quarter).as_deref(), Some("2027-06-30"));
        assert_eq!(last("2028-02", Cycle::Month).as_deref(), Some("2028-02-29"));
        assert_eq!(last("2027-12", Cycle::HalfYear).as_deref(), Some("2027-12-31"));
    }

    #[test]
    fn periods_of_different_lengths_may_share_a_month() {
        let quarter = Cycle::Quarter.around(month("2027-05"));
        assert!(quarter.overlaps(Period::month(month("2027-06"))));
        assert!(!quarter.overlaps(Cycle::HalfYear.around(month("2027-07"))));
    }

    #[test]
    fn earlier_periods_reach_back_to_the_first_month() {
        let quarter = Cycle::Quarter.around(month("2026-11"));
        let firsts = |from: &str| -> Vec<String> {
            quarter.since(month(from)).iter().map(|period| period.first.to_string()).collect()
        };
        assert_eq!(firsts("2026-05"), ["2026-04", "2026-07", "2026-10"]);
        assert_eq!(firsts("2026-12"), ["2026-10"]);
        assert_eq!(firsts("2027-12"), ["2026-10"]);
    }

    #[test]
    fn a_year_may_begin_in_any_month() {
        let of = |cycle, first_month, text: &str| {
            let parting = Parting { cycle, first_month: Bounded::clamped(first_month) };
            let period = parting.around(month(text));
            let (year, place) = parting.place(period);
            format!("{year}/{place} {}–{}", period.first, period.last())
        };
        assert_eq!(of(Cycle::Month, 4, "2026-03"), "2025/12 2026-03–2026-03");
        assert_eq!(of(Cycle::Quarter, 1, "2026-03"), "2026/1 2026-01–2026-03");
        assert_eq!(of(Cycle::Quarter, 4, "2026-03"), "2025/4 2026-01–2026-03");
        assert_eq!(of(Cycle::Quarter, 2, "2026-01"), "2025/4 2025-11–2026-01");
        assert_eq!(of(Cycle::HalfYear, 7, "2026-06"), "2025/2 2026-01–2026-06");
        assert_eq!(of(Cycle::HalfYear, 12, "2026-05"), "2025/1 2025-12–2026-05");
    }

    #[test]
    fn what_is_written_is_read_again() {
        for cycle in Cycle::ALL {
            let period = cycle.around(month("2026-11"));
            assert_eq!(Period::parse(&period.to_string()), Some(period));
        }
        assert_eq!([Period::parse("2026-11"), Period::parse("2026-11+2")], [None, None]);
    }

    #[test]
    fn months_count_over_the_year() {
        let december = Month::new(2026, 12).unwrap();
        assert_eq!(december.plus(1).to_string(), "2027-01");
        assert_eq!(december.plus(-12).to_string(), "2025-12");
        assert_eq!(Month::parse("2026年3月").map(|march| march.until(december)), Some(9));
    }
}
