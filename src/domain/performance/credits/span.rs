//! Months in a row that are settled together.

use decode::Decode;
use serde::Serialize;

use crate::domain::period::Month;

/// How often is settled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Cycle {
    /// Every month.
    #[default]
    Month,
    /// Every calendar quarter.
    Quarter,
    /// Every half of a calendar year.
    HalfYear,
}

impl Cycle {
    /// Every cycle, the shortest first.
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

    /// Returns the period of this length a month lies in.
    #[must_use]
    pub fn around(self, month: Month) -> Span {
        let into = (month.month() - 1) % self.months();
        Span { first: month.plus(-i32::from(into)), months: self.months() }
    }
}

/// Some months in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first one.
    pub first: Month,
    /// How many; at least one.
    pub months: u8,
}

impl Span {
    /// Makes a span of one month.
    #[must_use]
    pub const fn month(month: Month) -> Self {
        Self { first: month, months: 1 }
    }

    /// Returns its last month.
    #[must_use]
    pub fn last(self) -> Month {
        self.first.plus(i32::from(self.months) - 1)
    }

    /// Tells whether a month lies in it.
    #[must_use]
    pub fn holds(self, month: Month) -> bool {
        (self.first..=self.last()).contains(&month)
    }

    /// Goes through its months.
    pub fn each(self) -> impl Iterator<Item = Month> {
        (0..i32::from(self.months)).map(move |place| self.first.plus(place))
    }

    /// Returns the spans of the same length from the one that holds `from` up to this one; only this one where `from`
    /// lies in it or after it.
    #[must_use]
    pub fn since(self, from: Month) -> Vec<Self> {
        let length = i32::from(self.months);
        let before = from.until(self.first).max(0);
        let n = (before + length - 1) / length.max(1);
        (0..=n).rev().map(|back| Self { first: self.first.plus(-back * length), ..self }).collect()
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
        assert_eq!(quarter.last().to_string(), "2026-12");
        assert!(quarter.holds(month("2026-10")) && !quarter.holds(month("2027-01")));
        assert_eq!(quarter.each().count(), 3);
    }

    #[test]
    fn earlier_periods_reach_back_to_the_first_month() {
        let quarter = Cycle::Quarter.around(month("2026-11"));
        let firsts = |from: &str| -> Vec<String> {
            quarter.since(month(from)).iter().map(|span| span.first.to_string()).collect()
        };
        assert_eq!(firsts("2026-05"), ["2026-04", "2026-07", "2026-10"]);
        assert_eq!(firsts("2026-12"), ["2026-10"]);
        assert_eq!(firsts("2027-12"), ["2026-10"]);
    }
}
