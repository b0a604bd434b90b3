//! How good the data of an indicator are: months with data of the months due, how they were entered, and when last.

use chrono::NaiveDate;

use crate::domain::ids::Id;
use crate::domain::performance::records::{Entered, Place};
use crate::domain::performance::{Kpi, Performance};
use crate::domain::period::Month;
use crate::domain::selection::Vendor;

/// The data of one indicator.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Coverage {
    /// How many months are due: from the vendor's first month with any reading to the last month that is over.
    pub due: usize,
    /// How many of them have a reading; that nothing happened is one.
    pub there: usize,
    /// How many of those say that nothing happened.
    pub no_events: usize,
    /// The months that are missing, in order.
    pub missing: Vec<Month>,
    /// How many readings were entered in each way, in the order of [`Entered::ALL`].
    pub entered: [usize; 4],
    /// When a reading last changed, where that is known.
    pub last_change: Option<NaiveDate>,
}

impl Performance {
    /// Returns the months that are due for a vendor on a day.
    #[must_use]
    pub fn months_due(&self, vendor: Id<Vendor>, today: NaiveDate) -> Vec<Month> {
        let of_kpi = |kpi: Id<Kpi>| Some(*self.readings.get(vendor, kpi)?.keys().next()?);
        let Some(first) = self.kpis.iter().filter_map(|kpi| of_kpi(kpi.id)).min() else { return Vec::new() };
        let (now, count) = (Month::of(today), first.until(Month::of(today)).clamp(0, MOST_MONTHS));
        (1..=count).rev().map(|back| now.plus(-back)).collect()
    }

    /// Says how good the data of an indicator are, given the months that are due.
    #[must_use]
    pub fn coverage(&self, vendor: Id<Vendor>, kpi: Id<Kpi>, due: &[Month]) -> Coverage {
        let readings = self.readings.get(vendor, kpi);
        let mut found = Coverage { due: due.len(), ..Coverage::default() };
        for month in due {
            match readings.and_then(|readings| readings.get(month)) {
                Some(reading) => {
                    found.there += 1;
                    found.no_events += usize::from(reading.value().is_none());
                }
                None => found.missing.push(*month),
            }
        }
        for month in readings.iter().flat_map(|readings| readings.keys()) {
            let record = self.record(Place { vendor, kpi, month: *month });
            let entered = record.map(|record| record.entered).unwrap_or_default();
            let place = Entered::ALL.iter().position(|one| *one == entered);
            if let Some(count) = place.and_then(|place| found.entered.get_mut(place)) {
                *count += 1;
            }
            found.last_change = found.last_change.max(record.and_then(|record| record.on));
        }
        found
    }
}

/// How many months are due at most, the latest ones: a slip in the year asks for no centuries.
const MOST_MONTHS: i32 = 240;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::performance::Reading;

    #[test]
    fn months_are_due_from_the_first_to_the_last_that_is_over() {
        let (vendor, kpi, other) = (Id::fixed(1), Id::fixed(2), Id::fixed(3));
        let mut performance = Performance::default();
        performance.kpis.add(kpi, |_| ());
        performance.kpis.add(other, |_| ());
        let month = |text: &str| Month::parse(text).unwrap();
        let on = NaiveDate::from_ymd_opt(2026, 4, 2).unwrap();
        let place = |month: &str| Place { vendor, kpi, month: Month::parse(month).unwrap() };
        performance.set_reading(vendor, other, month("2026-01"), Some(Reading::Value(1.0)));
        performance.enter(place("2026-02"), Some(Reading::NoEvents), Entered::Pasted, on);
        performance.enter(place("2026-05"), Some(Reading::Value(1.0)), Entered::Typed, on);
        let today = NaiveDate::from_ymd_opt(2026, 5, 20).unwrap();
        let due = performance.months_due(vendor, today);
        let found = performance.coverage(vendor, kpi, &due);
        assert_eq!((found.due, found.there, found.no_events), (4, 1, 1));
        assert_eq!(found.missing, ["2026-01", "2026-03", "2026-04"].map(month));
        assert_eq!((found.entered, found.last_change), ([1, 1, 0, 0], Some(on)));
        assert_eq!(performance.coverage(vendor, other, &due).last_change, None);
        assert!(performance.months_due(Id::fixed(9), today).is_empty());
        // A slip in the year leaves the months of today.
        performance.set_reading(vendor, other, month("1926-01"), Some(Reading::Value(1.0)));
        let due = performance.months_due(vendor, today);
        assert_eq!((due.len(), due.last().copied()), (240, Some(month("2026-04"))));
    }
}
