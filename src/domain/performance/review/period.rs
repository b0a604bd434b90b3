//! The periods reviews are held over.

use decision::order;

use crate::domain::ids::Id;
use crate::domain::performance::Performance;
use crate::domain::performance::review::Review;
use crate::domain::period::{Cycle, Month, Period};
use crate::domain::selection::Vendor;

/// How often reviews can be held.
pub const REVIEW_CYCLES: [Cycle; 2] = [Cycle::Quarter, Cycle::HalfYear];

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
