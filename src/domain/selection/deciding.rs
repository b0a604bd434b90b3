//! When the decision may be locked, and what stands in the way.

use chrono::NaiveDate;

use crate::domain::ids::Id;
use crate::domain::selection::proposals::PriceLimits;
use crate::domain::selection::ranking::Ranking;
use crate::domain::selection::{PilotVerdict, Selection, Vendor};

/// Why a decision may not be locked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotDecidable {
    /// Scores are not locked.
    ScoresOpen,
    /// There is no ranking: weights, prices or bounds are missing.
    NoRanking,
    /// No vendor is chosen.
    NothingChosen,
    /// The chosen vendor is out.
    ChosenIsOut,
    /// The backup vendor is the chosen one, or is out.
    BackupUnfit,
    /// No reason is written.
    NoReason,
    /// Another vendor ranks first, or the pilot does not say "go", and no reason against that is written.
    NoReasonAgainst,
    /// The price of the chosen vendor is so low that it has to be explained, and no explanation was accepted.
    PriceUnexplained,
}

impl NotDecidable {
    /// Returns the field of the record it is about.
    #[must_use]
    pub const fn field(self) -> &'static str {
        match self {
            Self::ScoresOpen
            | Self::NoRanking
            | Self::NothingChosen
            | Self::ChosenIsOut
            | Self::PriceUnexplained => "chosen",
            Self::BackupUnfit => "backup",
            Self::NoReason => "reason",
            Self::NoReasonAgainst => "against_ranking",
        }
    }
}

/// What keeps criteria as they are, by the day it was locked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lock {
    /// The scores.
    Scores(NaiveDate),
    /// The decision, which rests on them and has to be unlocked first.
    Decision(NaiveDate),
}

impl Selection {
    /// Lists what stands in the way of locking the decision.
    #[must_use]
    pub fn decide_obstacles(&self, limits: PriceLimits, today: NaiveDate) -> Vec<NotDecidable> {
        let decision = &self.decision;
        let ranking = self.ranking(today).ok();
        let within = self.vendors_in(today);
        let is_blank = |text: &str| text.trim().is_empty();
        let unfit_backup =
            decision.backup.is_some_and(|id| decision.chosen == Some(id) || !within.contains(&id));
        let found = [
            (self.scores_locked.is_none(), NotDecidable::ScoresOpen),
            (self.scores_locked.is_some() && ranking.is_none(), NotDecidable::NoRanking),
            (decision.chosen.is_none(), NotDecidable::NothingChosen),
            (decision.chosen.is_some_and(|id| !within.contains(&id)), NotDecidable::ChosenIsOut),
            (unfit_backup, NotDecidable::BackupUnfit),
            (is_blank(&decision.reason), NotDecidable::NoReason),
            (
                self.needs_reason_against(ranking.as_ref()) && is_blank(&decision.against_ranking),
                NotDecidable::NoReasonAgainst,
            ),
            (
                decision.chosen.is_some_and(|id| self.is_unexplained(id, limits, today)),
                NotDecidable::PriceUnexplained,
            ),
        ];
        found.into_iter().filter(|(stands, _)| *stands).map(|(_, why)| why).collect()
    }

    /// Returns what keeps the criteria as they are.
    #[must_use]
    pub fn lock_on_criteria(&self) -> Option<Lock> {
        self.decision.locked.map(Lock::Decision).or(self.scores_locked.map(Lock::Scores))
    }

    /// Tells whether a change takes something away from under a locked decision: all it rests on stays as it was, but how
    /// to reach a vendor may change, and a role that leaves the team leaves the list of those staffed.
    #[must_use]
    pub fn is_changed_under_lock(&self, next: &Self) -> bool {
        let plain = |selection: &Self| {
            let mut plain = selection.clone();
            plain.vendors.update_all(|vendor| {
                vendor.contact.clear();
                vendor.place.clear();
                vendor.note.clear();
                vendor.proposal.staffed.clear();
                for line in &mut vendor.proposal.offer {
                    line.role = None;
                }
            });
            plain
        };
        self.decision.locked.is_some() && next.decision.locked.is_some() && plain(self) != plain(next)
    }

    /// Tells whether the chosen vendor does not rank first where there is a ranking, or its pilot does not say "go".
    #[must_use]
    pub fn needs_reason_against(&self, ranking: Option<&Ranking>) -> bool {
        let Some(chosen) = self.decision.chosen else { return false };
        let is_first =
            |ranking: &Ranking| ranking.rows.iter().any(|row| row.vendor == chosen && row.rank == 1);
        let pilot = self.vendors.get(chosen).and_then(|vendor| vendor.pilot.verdict());
        ranking.is_some_and(|ranking| !is_first(ranking))
            || pilot.is_some_and(|verdict| verdict != PilotVerdict::Go)
    }

    /// Tells whether a vendor's price has to be explained and no explanation was accepted. Prices have to be open.
    #[must_use]
    pub fn is_unexplained(&self, vendor: Id<Vendor>, limits: PriceLimits, today: NaiveDate) -> bool {
        let is_open = self.scores_locked.is_some();
        let accepted = self.vendors.get(vendor).and_then(|vendor| vendor.proposal.explanation.accepted);
        let asks = || self.price_notes(limits, today).iter().any(|(id, _)| *id == vendor);
        is_open && accepted != Some(true) && asks()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::money::Money;

    #[test]
    fn a_locked_decision_holds_what_it_rests_on() {
        let mut before = Selection::default();
        before.vendors.add(Id::fixed(1), |_| ());
        before.decision.locked = NaiveDate::from_ymd_opt(2026, 11, 25);
        let changed = |change: &dyn Fn(&mut Selection)| {
            let mut next = before.clone();
            change(&mut next);
            before.is_changed_under_lock(&next)
        };
        let vendor = Id::fixed(1);
        assert!(changed(&|next| drop(next.vendors.remove(vendor))));
        assert!(changed(&|next| {
            next.vendors.update(vendor, |vendor| vendor.proposal.base_price = Some(Money(1)));
        }));
        assert!(!changed(&|next| {
            next.vendors.update(vendor, |vendor| vendor.contact = "Ines".to_owned());
        }));
        assert!(!changed(&|next| {
            next.vendors.update(vendor, |vendor| vendor.proposal.staffed = vec![Id::fixed(9)]);
        }));
        assert!(!changed(&|next| next.decision.locked = None));
    }

    #[test]
    fn a_locked_decision_is_unlocked_before_the_scores_it_rests_on() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 25);
        let mut selection = Selection::default();
        assert_eq!(selection.lock_on_criteria(), None);
        selection.scores_locked = day;
        assert_eq!(selection.lock_on_criteria(), day.map(Lock::Scores));
        selection.decision.locked = day;
        assert_eq!(selection.lock_on_criteria(), day.map(Lock::Decision));
    }

    #[test]
    fn without_a_ranking_nothing_is_decided() {
        let mut selection =
            Selection { scores_locked: NaiveDate::from_ymd_opt(2026, 11, 25), ..Selection::default() };
        selection.method.weights_bp = [4000, 2000, 2500, 2000];
        let today = NaiveDate::from_ymd_opt(2026, 11, 25).unwrap();
        assert!(selection.decide_obstacles(PriceLimits::default(), today).contains(&NotDecidable::NoRanking));
    }
}
