//! Where an indicator stands and where it is going.

use crate::domain::ids::Id;
use crate::domain::performance::{Direction, Kpi, Performance, Reading};
use crate::domain::period::Month;
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
}
