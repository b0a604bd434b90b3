//! Calendar months.

use std::fmt;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use thiserror::Error;

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_count_over_the_year() {
        let december = Month::new(2026, 12).unwrap();
        assert_eq!(december.plus(1).to_string(), "2027-01");
        assert_eq!(december.plus(-12).to_string(), "2025-12");
        assert_eq!(Month::parse("2026年3月").map(|march| march.until(december)), Some(9));
    }
}
