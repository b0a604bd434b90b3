//! Where an indicator stands and where it is going.

use crate::domain::ids::Id;
use crate::domain::performance::{Direction, Kpi, Performance, Reading};
use crate::domain::period::{Month, Period};
use crate::domain::selection::Vendor;

/// How many months in a row an indicator has to get worse before that is said.
pub const DRIFT_MONTHS: usize = 3;

impl Performance {
    /// Returns the latest value with its month; months without data are passed over.
    #[must_use]
    pub fn latest(&self, vendor: Id<Vendor>, kpi: Id<Kpi>) -> Option<(Month, f64)> {
        let months = self.readings.get(vendor, kpi)?;
        months.iter().rev().find_map(|(month, reading)| Some((*month, reading.value()?)))
    }

    /// Returns the reading of a period: the mean of its months with data. Where every month that was entered says that
    /// nothing happened, so does the period; nothing where no month was entered.
    #[must_use]
    pub fn over(&self, vendor: Id<Vendor>, kpi: Id<Kpi>, period: Period) -> Option<Reading> {
        let months = self.readings.get(vendor, kpi)?;
        let readings = || period.months().filter_map(|month| months.get(&month).copied());
        let values = readings().filter_map(Reading::value);
        match values.fold((0.0, 0_u32), |(sum, n), value| (sum + value, n + 1)) {
            // What was entered holds no value.
            (_, 0) => readings().next(),
            (sum, n) => Some(Reading::Value(sum / f64::from(n))),
        }
    }

    /// Counts for how many months in a row up to the latest an indicator got worse. A month without data ends the row.
    #[must_use]
    pub fn months_worse(&self, vendor: Id<Vendor>, kpi: &Kpi) -> usize {
        let Some(months) = self.readings.get(vendor, kpi.id) else { return 0 };
        let readings: Vec<(Month, Option<f64>)> =
            months.iter().map(|(month, reading)| (*month, Reading::value(*reading))).collect();
        let is_worse = |pair: &&[(Month, Option<f64>)]| match pair {
            [(before, Some(old)), (after, Some(new))] if before.plus(1) == *after => match kpi.direction {
                Direction::Higher => new < old,
                Direction::Lower => old < new,
            },
            _ => false,
        };
        readings.windows(2).rev().take_while(is_worse).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::period::Cycle;

    fn worse(direction: Direction, values: &[Option<f64>]) -> usize {
        let (vendor, id) = (Id::fixed(1), Id::fixed(2));
        let mut performance = Performance::default();
        let first = Month::parse("2026-01").unwrap();
        for (place, value) in values.iter().enumerate() {
            let reading = value.map_or(Reading::NoEvents, Reading::Value);
            performance.set_reading(vendor, id, first.plus(place as i32), Some(reading));
        }
        performance.months_worse(vendor, &Kpi { id, direction, ..Kpi::default() })
    }

    #[test]
    fn months_in_a_row_are_counted_from_the_latest() {
        let values = [Some(5.0), Some(4.0), Some(6.0), Some(5.0), Some(4.5)];
        assert_eq!(worse(Direction::Higher, &values), 2);
        assert_eq!(worse(Direction::Lower, &values), 0);
        assert_eq!(worse(Direction::Lower, &[Some(1.0), Some(2.0), Some(3.0)]), 2);
    }

    #[test]
    fn no_change_and_no_data_end_the_row() {
        assert_eq!(worse(Direction::Higher, &[Some(5.0), Some(4.0), Some(4.0)]), 0);
        assert_eq!(worse(Direction::Higher, &[Some(5.0), None, Some(3.0), Some(2.0)]), 1);
        assert_eq!(worse(Direction::Higher, &[]), 0);
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
        let over =
            |month: &str| performance.over(vendor, kpi, Cycle::Quarter.around(Month::parse(month).unwrap()));
        assert_eq!(over("2026-01"), Some(Reading::Value(92.0)));
        assert_eq!(over("2026-05"), Some(Reading::NoEvents));
        assert_eq!(over("2026-08"), None);
    }
}
