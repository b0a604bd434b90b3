//! The periods that are paid for.

use chrono::NaiveDate;
use decode::Decode;
use serde::Serialize;

use crate::domain::performance::credits::span::{Cycle, Span};
use crate::domain::period::Month;

/// One period: a calendar month, quarter or half-year.
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
    /// Returns the period of a length that a month lies in.
    #[must_use]
    pub fn of(month: Month, cycle: Cycle) -> Self {
        Self { first: cycle.around(month).first, cycle }
    }

    /// Returns its months.
    #[must_use]
    pub const fn span(self) -> Span {
        Span { first: self.first, months: self.cycle.months() }
    }

    /// Returns its last day.
    #[must_use]
    pub fn last_day(self) -> Option<NaiveDate> {
        let after = self.span().last().plus(1);
        NaiveDate::from_ymd_opt(after.year(), u32::from(after.month()), 1)?.pred_opt()
    }

    /// Tells whether it shares a month with another one.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.span().each().any(|month| other.span().holds(month))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str, cycle: Cycle) -> Period {
        Period::of(Month::parse(text).unwrap(), cycle)
    }

    #[test]
    fn a_period_ends_with_its_last_day() {
        let last = |text, cycle| of(text, cycle).last_day().map(|day| day.to_string());
        assert_eq!(last("2027-05", Cycle::Quarter).as_deref(), Some("2027-06-30"));
        assert_eq!(last("2028-02", Cycle::Month).as_deref(), Some("2028-02-29"));
        assert_eq!(last("2027-12", Cycle::HalfYear).as_deref(), Some("2027-12-31"));
    }

    #[test]
    fn periods_of_different_lengths_may_share_a_month() {
        let quarter = of("2027-05", Cycle::Quarter);
        assert!(quarter.overlaps(of("2027-06", Cycle::Month)));
        assert!(!quarter.overlaps(of("2027-07", Cycle::HalfYear)));
    }
}
