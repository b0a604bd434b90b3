//! The periods indicators are looked at by: months, quarters or half-years of a year that may begin in any month.

use decode::Decode;
use serde::Serialize;

use crate::domain::ids::Id;
use crate::domain::performance::{Kpi, Performance, Reading};
use crate::domain::period::Month;
use crate::domain::scale::Bounded;
use crate::domain::selection::Vendor;

/// How long a period is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Span {
    /// A calendar month.
    #[default]
    Month,
    /// Three months.
    Quarter,
    /// Six months.
    HalfYear,
}

impl Span {
    /// Every span, the shortest first.
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
}

/// How time is parted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Spans {
    /// How long a period is.
    pub span: Span,
    /// The month the year begins with, from 1.
    pub first_month: Bounded<1, 12>,
}

impl Default for Spans {
    fn default() -> Self {
        Self { span: Span::Month, first_month: Bounded::clamped(1) }
    }
}

/// One period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Period {
    /// Its first month.
    pub first: Month,
    /// How long it is.
    pub span: Span,
    /// The year it belongs to: the calendar year in which that year begins.
    pub year: i32,
    /// Which of its kind in the year, from 1.
    pub place: u8,
}

impl Period {
    /// Goes through its months.
    pub fn months(self) -> impl Iterator<Item = Month> {
        (0..i32::from(self.span.months())).map(move |place| self.first.plus(place))
    }

    /// Returns its last month.
    #[must_use]
    pub fn last(self) -> Month {
        self.first.plus(i32::from(self.span.months()) - 1)
    }
}

impl Spans {
    /// Returns the period a month lies in.
    #[must_use]
    pub fn of(self, month: Month) -> Period {
        let into_year = (12 + month.month() - self.first_month.get()) % 12;
        let into_span = into_year % self.span.months();
        Period {
            first: month.plus(-i32::from(into_span)),
            span: self.span,
            year: month.plus(-i32::from(into_year)).year(),
            place: into_year / self.span.months() + 1,
        }
    }

    /// Parts months that are in order into their periods, each once.
    #[must_use]
    pub fn part(self, months: &[Month]) -> Vec<Period> {
        let mut periods: Vec<Period> = months.iter().map(|month| self.of(*month)).collect();
        periods.dedup();
        periods
    }
}

impl Performance {
    /// Returns the reading of a period: the mean of its months with data. Where every month that was entered says that
    /// nothing happened, so does the period; nothing where no month was entered.
    #[must_use]
    pub fn over(&self, vendor: Id<Vendor>, kpi: Id<Kpi>, period: Period) -> Option<Reading> {
        let months = self.readings.get(vendor, kpi)?;
        let readings: Vec<Reading> =
            period.months().filter_map(|month| months.get(&month).copied()).collect();
        let values: Vec<f64> = readings.iter().copied().filter_map(Reading::value).collect();
        match (values.is_empty(), readings.is_empty()) {
            (false, _) => Some(Reading::Value(values.iter().sum::<f64>() / values.len() as f64)),
            (true, false) => Some(Reading::NoEvents),
            (true, true) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(span: Span, first_month: u8, month: &str) -> String {
        let spans = Spans { span, first_month: Bounded::clamped(first_month) };
        let period = spans.of(Month::parse(month).unwrap());
        format!("{}/{} {}–{}", period.year, period.place, period.first, period.last())
    }

    #[test]
    fn a_year_may_begin_in_any_month() {
        assert_eq!(of(Span::Month, 4, "2026-03"), "2025/12 2026-03–2026-03");
        assert_eq!(of(Span::Quarter, 1, "2026-03"), "2026/1 2026-01–2026-03");
        assert_eq!(of(Span::Quarter, 4, "2026-03"), "2025/4 2026-01–2026-03");
        assert_eq!(of(Span::Quarter, 2, "2026-01"), "2025/4 2025-11–2026-01");
        assert_eq!(of(Span::HalfYear, 7, "2026-06"), "2025/2 2026-01–2026-06");
        assert_eq!(of(Span::HalfYear, 12, "2026-05"), "2025/1 2025-12–2026-05");
    }

    #[test]
    fn a_period_is_the_mean_of_its_months_with_data() {
        let (vendor, kpi) = (Id::fixed(1), Id::fixed(2));
        let mut performance = Performance::default();
        let mut set = |month: &str, reading| {
            performance.set_reading(vendor, kpi, Month::parse(month).unwrap(), Some(reading));
        };
        set("2026-01", Reading::Value(90.0));
        set("2026-02", Reading::NoEvents);
        set("2026-03", Reading::Value(94.0));
        set("2026-04", Reading::NoEvents);
        let spans = Spans { span: Span::Quarter, ..Spans::default() };
        let over = |month: &str| performance.over(vendor, kpi, spans.of(Month::parse(month).unwrap()));
        assert_eq!(over("2026-01"), Some(Reading::Value(92.0)));
        assert_eq!(over("2026-05"), Some(Reading::NoEvents));
        assert_eq!(over("2026-08"), None);
        assert_eq!(spans.part(&performance.months()).len(), 2);
    }
}
