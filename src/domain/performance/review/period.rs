//! The periods reviews are held over.

use chrono::NaiveDate;
use decision::order;
use decode::Decode;
use serde::Serialize;

use crate::domain::ids::Id;
use crate::domain::performance::Performance;
use crate::domain::performance::credits::span;
use crate::domain::performance::review::Review;
use crate::domain::period::Month;
use crate::domain::selection::Vendor;

/// How long a period is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Span {
    /// Three months.
    #[default]
    Quarter,
    /// Six months.
    HalfYear,
}

impl Span {
    /// Every length, in the order of choice lists.
    pub const ALL: [Self; 2] = [Self::Quarter, Self::HalfYear];

    /// Returns how many months it has.
    #[must_use]
    pub const fn months(self) -> i32 {
        match self {
            Self::Quarter => 3,
            Self::HalfYear => 6,
        }
    }

    /// Returns the first month of the period of this length that holds a month.
    #[must_use]
    pub fn first_of(self, month: Month) -> Month {
        month.plus(-((i32::from(month.month()) - 1) % self.months()))
    }
}

/// One period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Period {
    /// Its first month.
    pub first: Month,
    /// How long it is.
    pub span: Span,
}

impl Period {
    /// Returns its months.
    #[must_use]
    pub const fn months_in_a_row(self) -> span::Span {
        span::Span { first: self.first, months: self.span.months() as u8 }
    }

    /// Returns the first month after it.
    #[must_use]
    pub fn next(self) -> Month {
        self.first.plus(self.span.months())
    }

    /// Tells whether a month lies in it.
    #[must_use]
    pub fn holds(self, month: Month) -> bool {
        self.first <= month && month < self.next()
    }

    /// Returns its last day.
    #[must_use]
    pub fn last_day(self) -> Option<NaiveDate> {
        let next = self.next();
        NaiveDate::from_ymd_opt(next.year(), next.month().into(), 1)?.pred_opt()
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
            firsts.extend([self.review_span.first_of(month), Span::Quarter.first_of(month)]);
        }
        firsts.extend(self.reviews.get(&vendor).into_iter().flat_map(|reviews| reviews.keys().copied()));
        order::sort_by(&mut firsts, Ord::cmp);
        let mut periods: Vec<Period> = Vec::new();
        for first in firsts {
            if periods.last().is_none_or(|last| last.next() <= first) {
                periods.push(Period { first, span: self.span_from(vendor, first) });
            }
        }
        periods
    }

    /// Returns the period of a vendor a month lies in.
    #[must_use]
    pub fn period_of(&self, vendor: Id<Vendor>, month: Month) -> Period {
        let known = self.periods(vendor).into_iter().find(|period| period.holds(month));
        let first = self.review_span.first_of(month);
        known.unwrap_or(Period { first, span: self.review_span })
    }

    fn span_from(&self, vendor: Id<Vendor>, first: Month) -> Span {
        let review = |first: Month| self.reviews.get(&vendor)?.get(&first);
        if let Some(version) = review(first).and_then(|review| review.versions.last()) {
            return version.assessment.span;
        }
        let in_quarters = review(first.plus(3)).is_some_and(|review| *review != Review::default());
        let is_whole = self.review_span.first_of(first) == first;
        if is_whole && !in_quarters { self.review_span } else { Span::Quarter }
    }
}
