//! Where evaluators agree, where they have to write why not, and when scores may be locked.

use chrono::NaiveDate;

use crate::domain::ids::Id;
use crate::domain::selection::{Criterion, Evaluator, Selection, Vendor};
use decision::group::{self, Scale};

/// The scale capability is scored on.
pub const SCALE: Scale = Scale { min: 0.0, max: 5.0 };
/// A difference of this many steps asks for a reason.
pub const SPREAD: u8 = 2;

/// The scores of one vendor on one criterion.
#[derive(Clone, Debug, PartialEq)]
pub struct Spread {
    /// The vendor.
    pub vendor: Id<Vendor>,
    /// The criterion.
    pub criterion: Id<Criterion>,
    /// Who scored what.
    pub scores: Vec<(Id<Evaluator>, u8)>,
    /// The median.
    pub median: f64,
    /// The lowest score.
    pub lowest: u8,
    /// The highest score.
    pub highest: u8,
    /// Whether a reason has to be written and is not.
    pub reason_missing: bool,
}

impl Spread {
    /// Returns how far the scores lie apart.
    #[must_use]
    pub const fn width(&self) -> u8 {
        self.highest - self.lowest
    }
}

/// Why scores may not be locked yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotLockable {
    /// Nobody scores yet.
    NoEvaluators,
    /// There is no criterion.
    NoCriteria,
    /// The weights of the criteria do not sum to 10 000.
    Weights,
    /// A sheet is not handed in.
    NotSubmitted(Id<Evaluator>),
    /// A difference has no reason.
    ReasonMissing(Id<Vendor>, Id<Criterion>),
}

impl Selection {
    /// Lists the spreads of the submitted sheets for the vendors still in, vendor by vendor.
    #[must_use]
    pub fn spreads(&self, today: NaiveDate) -> Vec<Spread> {
        let vendors = self.vendors_in(today);
        let pairs = vendors
            .iter()
            .flat_map(|vendor| self.criteria.iter().map(move |criterion| (*vendor, criterion.id)));
        pairs.filter_map(|(vendor, criterion)| self.spread(vendor, criterion)).collect()
    }

    /// Tells whether everybody handed in.
    #[must_use]
    pub fn all_submitted(&self) -> bool {
        !self.evaluators.is_empty() && self.evaluators.iter().all(|evaluator| evaluator.submitted.is_some())
    }

    fn spread(&self, vendor: Id<Vendor>, criterion: Id<Criterion>) -> Option<Spread> {
        let submitted = self.evaluators.iter().filter(|evaluator| evaluator.submitted.is_some());
        let scores: Vec<_> = submitted
            .filter_map(|evaluator| {
                Some((evaluator.id, evaluator.scores.get(vendor, criterion)?.score?.get()))
            })
            .collect();
        let values: Vec<f64> = scores.iter().map(|(_, score)| f64::from(*score)).collect();
        let median = group::median(&values)?;
        let lowest = scores.iter().map(|(_, score)| *score).min()?;
        let highest = scores.iter().map(|(_, score)| *score).max()?;
        let has_reason =
            self.spread_reasons.get(vendor, criterion).is_some_and(|reason| !reason.trim().is_empty());
        let reason_missing = SPREAD <= highest - lowest && !has_reason;
        Some(Spread { vendor, criterion, scores, median, lowest, highest, reason_missing })
    }

    /// Lists what stands in the way of locking the scores.
    #[must_use]
    pub fn lock_obstacles(&self, today: NaiveDate) -> Vec<NotLockable> {
        let mut obstacles = Vec::new();
        if self.evaluators.is_empty() {
            obstacles.push(NotLockable::NoEvaluators);
        }
        if self.criteria.is_empty() {
            obstacles.push(NotLockable::NoCriteria);
        } else if decision::weights::check(self.criteria.iter().map(|criterion| criterion.weight_bp)).is_err()
        {
            obstacles.push(NotLockable::Weights);
        }
        let open = self.evaluators.iter().filter(|evaluator| evaluator.submitted.is_none());
        obstacles.extend(open.map(|evaluator| NotLockable::NotSubmitted(evaluator.id)));
        let missing = self.spreads(today).into_iter().filter(|spread| spread.reason_missing);
        obstacles.extend(missing.map(|spread| NotLockable::ReasonMissing(spread.vendor, spread.criterion)));
        obstacles
    }
}
