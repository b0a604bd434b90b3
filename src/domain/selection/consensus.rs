//! Where evaluators agree, where they have to write why not, and when scores may be locked.

use chrono::NaiveDate;

use crate::domain::ids::Id;
use crate::domain::selection::{Criterion, Evaluator, ScoreEntry, Selection, Vendor};
use decision::group::{self, Scale};

/// The scale capability is scored on.
pub const SCALE: Scale = Scale { min: 0.0, max: 5.0 };
/// Returns by how many steps scores may differ without a reason: one, and none where everyone has to see the same.
const fn allowed(is_fact: bool) -> u8 {
    if is_fact { 0 } else { 1 }
}

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
    /// Whether they lie so far apart that a reason has to be written.
    pub is_wide: bool,
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
    /// The weights at the top, or of those under this group, do not sum to 10 000.
    Weights(Option<Id<Criterion>>),
    /// A sheet is not handed in.
    NotSubmitted(Id<Evaluator>),
    /// A difference has no reason.
    ReasonMissing(Id<Vendor>, Id<Criterion>),
    /// An agreed score has no reason.
    AgreedReasonMissing(Id<Vendor>, Id<Criterion>),
    /// Less than four fifths of the weight is scored for a vendor.
    LowCoverage(Id<Vendor>),
}

impl Selection {
    /// Lists the spreads of the submitted sheets for the vendors still in, vendor by vendor.
    #[must_use]
    pub fn spreads(&self, today: NaiveDate) -> Vec<Spread> {
        self.vendors_in(today).into_iter().flat_map(|vendor| self.spreads_of(vendor)).collect()
    }

    /// Lists the spreads of the submitted sheets for one vendor, whether it is in or out.
    #[must_use]
    pub fn spreads_of(&self, vendor: Id<Vendor>) -> Vec<Spread> {
        self.leaves().iter().filter_map(|leaf| self.spread(vendor, leaf.criterion.id)).collect()
    }

    /// Writes down that the scores were unlocked, and why.
    pub fn note_unlock(&mut self, today: NaiveDate, reason: &str) {
        let log = self.unlock_log.entry(today);
        if !log.is_empty() {
            log.push('\n');
        }
        log.push_str(reason);
    }

    /// Tells whether everybody handed in.
    #[must_use]
    pub fn all_submitted(&self) -> bool {
        !self.evaluators.is_empty() && self.evaluators.iter().all(|evaluator| evaluator.submitted.is_some())
    }

    /// Puts the submitted scores of one vendor on one criterion together; nothing where nobody scored it.
    #[must_use]
    pub fn spread(&self, vendor: Id<Vendor>, criterion: Id<Criterion>) -> Option<Spread> {
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
        let is_fact = self.criteria.get(criterion).is_some_and(|criterion| criterion.objective);
        let is_wide = allowed(is_fact) < highest - lowest;
        let reason_missing = is_wide && !has_reason;
        Some(Spread { vendor, criterion, scores, median, lowest, highest, is_wide, reason_missing })
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
        } else {
            obstacles.extend(self.uneven_weights().into_iter().map(NotLockable::Weights));
        }
        let open = self.evaluators.iter().filter(|evaluator| evaluator.submitted.is_none());
        obstacles.extend(open.map(|evaluator| NotLockable::NotSubmitted(evaluator.id)));
        let missing = self.spreads(today).into_iter().filter(|spread| spread.reason_missing);
        obstacles.extend(missing.map(|spread| NotLockable::ReasonMissing(spread.vendor, spread.criterion)));
        let is_bare = |entry: &ScoreEntry| entry.score.is_some() && entry.evidence.trim().is_empty();
        let bare = self
            .spreads(today)
            .into_iter()
            .filter(|spread| self.agreed.get(spread.vendor, spread.criterion).is_some_and(&is_bare));
        obstacles
            .extend(bare.map(|spread| NotLockable::AgreedReasonMissing(spread.vendor, spread.criterion)));
        obstacles
    }
}
