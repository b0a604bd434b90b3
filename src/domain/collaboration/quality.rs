//! Records of checks, what passes at the first try, and what is done again.

use std::sync::Arc;

use chrono::NaiveDate;
use decode::Decode;
use serde::Serialize;

use crate::domain::collaboration::{CheckLevel, Collaboration};
use crate::domain::ids::Id;
use crate::domain::performance::formula::{self, FirstPass};
use crate::domain::period::Month;
use crate::domain::register::item;
use crate::domain::requirements::Feature;
use crate::domain::team::Role;
use decision::order;

/// What was checked at one level on one day.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct CheckRecord {
    /// The id.
    pub id: Id<Self>,
    /// The clause number.
    pub number: u32,
    /// When.
    pub date: Option<NaiveDate>,
    /// At which level.
    pub level: CheckLevel,
    /// What was checked.
    pub what: String,
    /// The feature it belongs to.
    pub feature: Option<Id<Feature>>,
    /// How many pieces were checked.
    pub checked: Option<u32>,
    /// How many of them passed at the first try.
    pub passed: Option<u32>,
    /// What was found.
    pub note: String,
}
item!(CheckRecord, "QC", 2);

/// Why a record does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Uncounted {
    /// It does not say how many were checked or passed.
    NoNumbers,
    /// More passed than were checked.
    MorePassed,
}

impl CheckRecord {
    /// Returns how many passed and how many were checked, or why it does not count.
    pub fn counted(&self) -> Result<(u32, u32), Uncounted> {
        match (self.passed, self.checked) {
            (Some(passed), Some(checked)) if checked < passed => Err(Uncounted::MorePassed),
            (Some(passed), Some(checked)) => Ok((passed, checked)),
            _ => Err(Uncounted::NoNumbers),
        }
    }
}

/// Something that did not pass and is done again.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Rework {
    /// The id.
    pub id: Id<Self>,
    /// The clause number.
    pub number: u32,
    /// What is done again.
    pub what: String,
    /// The record that found it.
    pub record: Option<Id<CheckRecord>>,
    /// Who does it.
    pub owner: Option<Id<Role>>,
    /// By when.
    pub due: Option<NaiveDate>,
    /// When it was done.
    pub done: Option<NaiveDate>,
}
item!(Rework, "RW", 1);

impl Rework {
    /// Returns how many days it is overdue on a day: 0 when it is not, or done.
    #[must_use]
    pub fn days_overdue(&self, today: NaiveDate) -> i64 {
        let due = self.due.filter(|_| self.done.is_none());
        due.map_or(0, |due| (today - due).num_days().max(0))
    }
}

/// What passes at the first try, with the numbers it comes from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Yield {
    /// How many passed and were checked at each level, in the order of [`CheckLevel::ALL`].
    pub counts: [(u32, u32); 3],
    /// The rates: level by level, and over all as their product.
    pub first_pass: FirstPass,
}

impl Yield {
    fn of<'a>(records: impl Iterator<Item = &'a Arc<CheckRecord>>) -> Self {
        let mut counts = [(0_u32, 0_u32); 3];
        for record in records {
            let place = CheckLevel::ALL.iter().position(|level| *level == record.level);
            let sum = place.and_then(|place| counts.get_mut(place));
            if let (Some(sum), Ok((passed, checked))) = (sum, record.counted()) {
                *sum = (sum.0.saturating_add(passed), sum.1.saturating_add(checked));
            }
        }
        let levels = counts.map(|(passed, checked)| (f64::from(passed), f64::from(checked)));
        Self { counts, first_pass: formula::first_pass(&levels) }
    }
}

impl Collaboration {
    /// Returns what passes at the first try by all records that count.
    #[must_use]
    pub fn yields(&self) -> Yield {
        Yield::of(self.checks.iter())
    }

    /// Lists the records that do not count, with why.
    #[must_use]
    pub fn uncounted(&self) -> Vec<(Arc<CheckRecord>, Uncounted)> {
        self.checks.iter().filter_map(|record| Some((Arc::clone(record), record.counted().err()?))).collect()
    }

    /// Returns the rate over all levels of each month that is over and in which every level checked something, earliest
    /// first.
    #[must_use]
    pub fn yield_by_month(&self, today: NaiveDate) -> Vec<(Month, f64)> {
        let mut months: Vec<_> = self.checks.iter().filter_map(|one| one.date).map(Month::of).collect();
        order::sort_by_key(&mut months, |month| *month);
        months.dedup();
        let rate = |month: Month| {
            let records = self.checks.iter();
            let of_month = records.filter(|one| one.date.is_some_and(|date| Month::of(date) == month));
            Some((month, Yield::of(of_month).first_pass.overall?))
        };
        months.into_iter().filter(|month| *month < Month::of(today)).filter_map(rate).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }
    fn records(of: &[(&str, usize, Option<u32>, Option<u32>)]) -> Collaboration {
        let mut collaboration = Collaboration::default();
        for (place, (day, level, passed, checked)) in of.iter().enumerate() {
            collaboration.checks.add(Id::fixed(place as u128 + 1), |record| {
                (record.date, record.level) = (Some(date(day)), CheckLevel::ALL[*level]);
                (record.passed, record.checked) = (*passed, *checked);
            });
        }
        collaboration
    }

    #[test]
    fn the_whole_is_the_product_of_the_levels() {
        // The numbers of the reference case of first-pass yield, in two parts.
        let collaboration = records(&[
            ("2026-09-01", 0, Some(500), Some(600)),
            ("2026-09-02", 0, Some(400), Some(400)),
            ("2026-09-03", 1, Some(190), Some(200)),
            ("2026-10-01", 2, Some(49), Some(50)),
            ("2026-10-01", 2, Some(9), Some(8)),
            ("2026-10-01", 2, None, Some(8)),
        ]);
        let found = collaboration.yields();
        assert_eq!(found.counts, [(900, 1000), (190, 200), (49, 50)]);
        assert_eq!(found.first_pass.levels, [Some(90.0), Some(95.0), Some(98.0)]);
        assert!((found.first_pass.overall.unwrap() - 83.79).abs() < 1e-9);
        let why: Vec<_> =
            collaboration.uncounted().iter().map(|(record, why)| (record.number, *why)).collect();
        assert_eq!(why, [(5, Uncounted::MorePassed), (6, Uncounted::NoNumbers)]);
    }

    #[test]
    fn a_level_without_a_check_leaves_the_whole_open() {
        let collaboration =
            records(&[("2026-09-01", 0, Some(9), Some(10)), ("2026-09-01", 1, Some(0), Some(0))]);
        let found = collaboration.yields().first_pass;
        assert_eq!((found.levels, found.overall), (vec![Some(90.0), None, None], None));
        assert!(collaboration.yield_by_month(date("2026-10-01")).is_empty());
        let whole = records(&[
            ("2026-09-01", 0, Some(1), Some(2)),
            ("2026-09-30", 1, Some(1), Some(2)),
            ("2026-09-30", 2, Some(2), Some(2)),
        ]);
        assert!(whole.yield_by_month(date("2026-09-30")).is_empty());
        assert_eq!(whole.yield_by_month(date("2026-10-01")), [(Month::parse("2026-09").unwrap(), 25.0)]);
    }

    #[test]
    fn rework_is_overdue_until_it_is_done() {
        let rework = Rework { due: Some(date("2026-11-10")), ..Rework::default() };
        assert_eq!(
            [rework.days_overdue(date("2026-11-10")), rework.days_overdue(date("2026-11-13"))],
            [0, 3]
        );
        let done = Rework { done: Some(date("2026-11-12")), ..rework };
        assert_eq!(
            (done.days_overdue(date("2026-11-13")), Rework::default().days_overdue(date("2026-11-13"))),
            (0, 0)
        );
    }
}
