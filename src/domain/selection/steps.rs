//! How far each of the six steps is, in figures.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::ids::Id;
use crate::domain::selection::{
    Evaluator, Gate, GateKind, Pilot, PilotMeasure, PilotVerdict, Selection, Vendor, Verdict,
};
use crate::domain::task::Task;

/// What is known of one step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepFact {
    /// Nothing is there.
    NotStarted,
    /// How many vendors passed all must-gates, how many are out, of how many.
    Gates {
        /// Passed.
        passed: usize,
        /// Out.
        out: usize,
        /// All.
        all: usize,
    },
    /// How many sheets are handed in.
    Sheets {
        /// Handed in.
        submitted: usize,
        /// All.
        all: usize,
    },
    /// Scores or decision are locked.
    Locked(NaiveDate),
    /// How many cases are verified.
    Cases {
        /// Verified.
        verified: usize,
        /// All.
        all: usize,
    },
    /// How many proposals are in.
    Proposals(usize),
    /// How many pilots have their figures, and how many are skipped with a reason.
    Pilots {
        /// Measured.
        done: usize,
        /// Skipped.
        skipped: usize,
    },
    /// A vendor is chosen, the decision is not locked.
    Chosen,
}

impl Pilot {
    /// Tells whether every measure has its figure.
    #[must_use]
    pub fn is_measured(&self) -> bool {
        !self.measures.is_empty() && self.measures.iter().all(|measure| measure.verdict().is_some())
    }

    /// Returns how many measures were met, of how many that have figures.
    #[must_use]
    pub fn result(&self) -> Option<(usize, usize)> {
        let judged: Vec<_> = self.measures.iter().filter_map(|measure| measure.verdict()).collect();
        let met = judged.iter().filter(|verdict| **verdict == PilotVerdict::Go).count();
        (!judged.is_empty()).then_some((met, judged.len()))
    }

    /// Returns what the whole pilot says: one measure beyond its threshold stops it at once, and it goes on only when
    /// every measure says so; nothing while figures are missing.
    #[must_use]
    pub fn verdict(&self) -> Option<PilotVerdict> {
        let said = |wanted| move |measure: &PilotMeasure| measure.verdict() == Some(wanted);
        if self.measures.iter().any(said(PilotVerdict::Stop)) {
            return Some(PilotVerdict::Stop);
        }
        let all_go = self.measures.iter().all(said(PilotVerdict::Go));
        self.is_measured().then_some(if all_go { PilotVerdict::Go } else { PilotVerdict::Between })
    }

    /// Tells whether it is skipped with a reason.
    #[must_use]
    pub fn is_skipped(&self) -> bool {
        !self.skipped_because.trim().is_empty()
    }
}

impl Selection {
    /// Returns what is known of a step on a day.
    #[must_use]
    pub fn step_fact(&self, step: Task, today: NaiveDate) -> StepFact {
        let vendors = || self.vendors.iter();
        let fact = match step {
            Task::Qualify => {
                let standings: Vec<_> =
                    self.standings(today, None).into_iter().map(|(_, standing)| standing).collect();
                let out = standings.iter().filter(|standing| !standing.is_in()).count();
                let open =
                    standings.iter().filter(|standing| standing.is_in() && !standing.unknown.is_empty());
                let has_begun = !self.gate_checks.is_empty() || self.is_judged_by_scores() || 0 < out;
                has_begun.then(|| StepFact::Gates {
                    passed: standings.len() - out - open.count(),
                    out,
                    all: standings.len(),
                })
            }
            Task::Capability => self.scores_locked.map(StepFact::Locked).or_else(|| {
                let all = self.evaluators.len();
                let submitted =
                    self.evaluators.iter().filter(|evaluator| evaluator.submitted.is_some()).count();
                (all > 0).then_some(StepFact::Sheets { submitted, all })
            }),
            Task::Cases => (!self.cases.is_empty()).then(|| StepFact::Cases {
                verified: self.cases.iter().filter(|case| case.verified).count(),
                all: self.cases.len(),
            }),
            Task::Proposals => {
                let there = vendors().filter(|vendor| vendor.proposal.is_there()).count();
                (there > 0).then_some(StepFact::Proposals(there))
            }
            Task::Pilot => {
                let done = vendors().filter(|vendor| vendor.pilot.is_measured()).count();
                let skipped = vendors().filter(|vendor| vendor.pilot.is_skipped()).count();
                (done + skipped > 0).then_some(StepFact::Pilots { done, skipped })
            }
            Task::Decide => self
                .decision
                .locked
                .map(StepFact::Locked)
                .or_else(|| self.decision.chosen.map(|_| StepFact::Chosen)),
            _ => None,
        };
        fact.unwrap_or(StepFact::NotStarted)
    }

    /// Counts the gates that are answered for a vendor, of those that can be: the locked scores answer theirs.
    #[must_use]
    pub fn gates_answered(&self, vendor: Id<Vendor>) -> (usize, usize) {
        let is_answered = |gate: &Arc<Gate>| match gate.rule() {
            Some(rule) => self.scores_locked.map(|_| self.gate_figure(vendor, rule).is_some()),
            None if gate.kind == GateKind::Evidence => {
                let check = self.gate_checks.get(vendor, gate.id);
                Some(check.is_some_and(|check| check.verdict != Verdict::Unknown))
            }
            None => None,
        };
        let answers = self.gates.iter().filter_map(is_answered);
        answers.fold((0, 0), |(answered, all), is_answered| (answered + usize::from(is_answered), all + 1))
    }

    /// Counts the gates a vendor passes on a day, of those that can be judged.
    #[must_use]
    pub fn gates_passed(&self, vendor: Id<Vendor>, today: NaiveDate) -> (usize, usize) {
        let (_, all) = self.gates_answered(vendor);
        let standing = self.standing(vendor, today, None);
        let passes = |gate: &&Arc<Gate>| match gate.kind {
            GateKind::Evidence => self.gate_checks.get(vendor, gate.id).is_some_and(|check| {
                check.verdict == Verdict::Pass && check.valid_until.is_none_or(|until| today <= until)
            }),
            _ => standing.scored(gate.id).is_some_and(|scored| scored.verdict == Verdict::Pass),
        };
        (self.gates.iter().filter(passes).count(), all)
    }

    /// Counts the cells a sheet has filled, "not applicable" among them, of those for the vendors still in.
    #[must_use]
    pub fn filled(&self, evaluator: &Evaluator, today: NaiveDate) -> (usize, usize) {
        let vendors = self.vendors_in(today);
        let cells = evaluator.scores.iter();
        let leaves = self.leaves();
        let is_asked = |vendor, criterion| {
            vendors.contains(&vendor) && leaves.iter().any(|leaf| leaf.criterion.id == criterion)
        };
        let done = cells.filter(|(vendor, criterion, _)| is_asked(*vendor, *criterion)).count();
        (done, vendors.len() * leaves.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::requirements::Bound;

    fn measure(bound: Bound, target: f64, stop: f64, actual: Option<f64>) -> PilotMeasure {
        PilotMeasure { bound, target: Some(target), stop: Some(stop), actual, ..Default::default() }
    }

    #[test]
    fn a_measure_goes_at_its_target_and_stops_beyond_its_threshold() {
        use PilotVerdict::{Between, Go, Stop};
        let verdict = |bound, stop, actual| measure(bound, 70.0, stop, Some(actual)).verdict();
        assert_eq!(
            [70.0, 60.0, 59.9].map(|x| verdict(Bound::AtLeast, 60.0, x)),
            [Go, Between, Stop].map(Some)
        );
        assert_eq!(
            [70.0, 80.0, 80.1].map(|x| verdict(Bound::AtMost, 80.0, x)),
            [Go, Between, Stop].map(Some)
        );
        let wrong = measure(Bound::AtLeast, 70.0, 80.0, Some(75.0));
        assert!(wrong.is_stop_misplaced());
        assert_eq!(wrong.verdict(), Some(Go));
        let without_target = PilotMeasure { target: None, actual: Some(1.0), ..wrong };
        assert_eq!(without_target.verdict(), Some(Stop));
        assert_eq!(PilotMeasure { stop: None, ..without_target }.verdict(), None);
    }

    #[test]
    fn a_pilot_goes_on_when_all_do_and_stops_when_one_does() {
        let pilot = |actuals: &[Option<f64>]| {
            let of = |actual: &Option<f64>| measure(Bound::AtLeast, 70.0, 60.0, *actual);
            Pilot { measures: actuals.iter().map(of).collect(), ..Default::default() }.verdict()
        };
        assert_eq!(pilot(&[Some(70.0), Some(99.0)]), Some(PilotVerdict::Go));
        assert_eq!(pilot(&[Some(70.0), Some(65.0)]), Some(PilotVerdict::Between));
        assert_eq!(pilot(&[None, Some(65.0)]), None);
        assert_eq!(pilot(&[None, Some(5.0)]), Some(PilotVerdict::Stop));
        assert_eq!(pilot(&[]), None);
    }
}
