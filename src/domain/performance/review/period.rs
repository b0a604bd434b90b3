//! The periods reviews are held over.

use decision::order;

use crate::domain::ids::Id;
use crate::domain::performance::Performance;
use crate::domain::performance::review::Review;
use crate::domain::period::{Cycle, Month, Period};
use crate::domain::project::Project;
use crate::domain::selection::Vendor;

/// How often reviews can be held.
pub const REVIEW_CYCLES: [Cycle; 2] = [Cycle::Quarter, Cycle::HalfYear];

impl Project {
    /// Lists the periods to review: of each vendor that delivers those it has readings in. While nobody delivers, every
    /// vendor with readings is looked at.
    #[must_use]
    pub fn periods_to_review(&self) -> Vec<(Id<Vendor>, Period)> {
        let performance = &self.performance;
        let read = |vendor: Id<Vendor>, period: Period| {
            let rows = performance.readings.row(vendor).into_iter().flat_map(|row| row.values());
            rows.flat_map(|months| months.keys()).any(|month| period.holds(*month))
        };
        let vendors = self.selection.vendors.iter().map(|vendor| vendor.id);
        let serves = vendors.clone().any(|vendor| self.serves(vendor));
        let reviewed = vendors.filter(|vendor| !serves || self.serves(*vendor));
        let periods = |vendor| performance.periods(vendor).into_iter().map(move |period| (vendor, period));
        reviewed.flat_map(periods).filter(|(vendor, period)| read(*vendor, *period)).collect()
    }
}

impl Performance {
    /// Lists the periods of a vendor that have readings of any vendor or a review of this one, in order.
    ///
    /// A period that was closed keeps its length. Where half-years are reviewed, a half-year of which something was said
    /// quarter by quarter stays in quarters.
    #[must_use]
    pub fn periods(&self, vendor: Id<Vendor>) -> Vec<Period> {
        let mut firsts = Vec::new();
        for month in self.months() {
            firsts.extend([self.review_cycle, Cycle::Quarter].map(|cycle| cycle.around(month).first));
        }
        firsts.extend(self.reviews.get(&vendor).into_iter().flat_map(|reviews| reviews.keys().copied()));
        order::sort_by(&mut firsts, Ord::cmp);
        let mut periods: Vec<Period> = Vec::new();
        for first in firsts {
            if periods.last().is_none_or(|last| last.last() < first) {
                periods.push(Period { first, cycle: self.cycle_from(vendor, first) });
            }
        }
        periods
    }

    /// Returns the period of a vendor a month lies in.
    #[must_use]
    pub fn period_of(&self, vendor: Id<Vendor>, month: Month) -> Period {
        let known = self.periods(vendor).into_iter().find(|period| period.holds(month));
        known.unwrap_or_else(|| self.review_cycle.around(month))
    }

    fn cycle_from(&self, vendor: Id<Vendor>, first: Month) -> Cycle {
        let review = |first: Month| self.reviews.get(&vendor)?.get(&first);
        if let Some(version) = review(first).and_then(|review| review.versions.last()) {
            return version.assessment.cycle;
        }
        let in_quarters = review(first.plus(3)).is_some_and(|review| *review != Review::default());
        let is_whole = self.review_cycle.around(first).first == first;
        if is_whole && !in_quarters { self.review_cycle } else { Cycle::Quarter }
    }
}
