//! Who is still in: a failed or expired must-gate puts a vendor out, and so does one the locked scores do not meet.
//!
//! The order is fixed: evidence, then minimums, then the best few of those still in, then the floor.

use chrono::NaiveDate;

use crate::domain::ids::Id;
use crate::domain::selection::consensus::SCALE;
use crate::domain::selection::{Criterion, Gate, GateKind, Selection, Vendor, Verdict};
use decision::rank;

/// What the scores are held against at a gate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ScoreRule {
    /// At least so much on a criterion.
    Minimum(Id<Criterion>, f64),
    /// Among the best so many on a criterion.
    Best(Id<Criterion>, u32),
    /// A capability total of at least so much.
    Floor(f64),
}

impl Gate {
    /// Returns what the scores are held against; nothing for evidence, and nothing while a part of the rule is missing.
    #[must_use]
    pub fn rule(&self) -> Option<ScoreRule> {
        let limit = |highest: f64| self.limit.filter(|limit| (0.0..=highest).contains(limit));
        match self.kind {
            GateKind::Evidence => None,
            GateKind::Minimum => Some(ScoreRule::Minimum(self.criterion?, limit(SCALE.max)?)),
            GateKind::Best => Some(ScoreRule::Best(self.criterion?, self.keep.filter(|keep| 0 < *keep)?)),
            GateKind::Floor => limit(100.0).map(ScoreRule::Floor),
        }
    }

    /// Tells whether a part of its rule is missing; until then it puts nobody out.
    #[must_use]
    pub fn is_unfinished(&self) -> bool {
        self.kind != GateKind::Evidence && self.rule().is_none()
    }

    /// Tells whether a fail puts the vendor out.
    #[must_use]
    pub fn puts_out(&self) -> bool {
        self.must || self.kind != GateKind::Evidence
    }
}

/// What the locked scores say of a vendor at a gate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scored {
    /// What they are held against.
    pub rule: ScoreRule,
    /// The score on the criterion, or the capability total; nothing where nobody scored it.
    pub figure: Option<f64>,
    /// The place among those still in, where only the best go on.
    pub place: Option<usize>,
    /// What comes of it; not known without a figure.
    pub verdict: Verdict,
}

/// Why a vendor is out.
#[derive(Clone, Debug, PartialEq)]
pub enum OutReason {
    /// The gate was failed.
    Failed,
    /// The certificate ran out on this day.
    Expired(NaiveDate),
    /// The scores do not meet the gate.
    Scored(Scored),
}

/// Where a vendor stands at the gates.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Standing {
    /// The gate that put it out, with the reason.
    pub out: Option<(Id<Gate>, OutReason)>,
    /// The must-gates nobody has an answer for yet, and those by scores where nobody scored.
    pub unknown: Vec<Id<Gate>>,
    /// The gates whose certificate ends before the contract does.
    pub expires_in_term: Vec<(Id<Gate>, NaiveDate)>,
    /// What the scores say at the gates judged by them, once they are locked.
    pub scored: Vec<(Id<Gate>, Scored)>,
}

impl Standing {
    /// Tells whether the vendor is still in.
    #[must_use]
    pub const fn is_in(&self) -> bool {
        self.out.is_none()
    }

    /// Returns what the scores say at a gate.
    #[must_use]
    pub fn scored(&self, gate: Id<Gate>) -> Option<&Scored> {
        self.scored.iter().find(|(id, _)| *id == gate).map(|(_, scored)| scored)
    }
}

impl Selection {
    /// Returns the name of the criterion a gate looks at; empty where it looks at none.
    #[must_use]
    pub fn criterion_name(&self, gate: &Gate) -> String {
        let criterion = gate.criterion.and_then(|id| self.criteria.get(id));
        criterion.map(|criterion| criterion.name.clone()).unwrap_or_default()
    }

    /// Judges a vendor at the gates on a day; `contract_end` is the last day of the contract, where it is known.
    #[must_use]
    pub fn standing(
        &self,
        vendor: Id<Vendor>,
        today: NaiveDate,
        contract_end: Option<NaiveDate>,
    ) -> Standing {
        if !self.is_judged_by_scores() {
            return self.at_evidence(vendor, today, contract_end);
        }
        let mut standings = self.standings(today, contract_end).into_iter();
        standings.find(|(id, _)| *id == vendor).map(|(_, standing)| standing).unwrap_or_default()
    }

    /// Judges every vendor at the gates on a day, in their shown order. All at once: who is among the best depends on
    /// who else is still in.
    #[must_use]
    pub fn standings(
        &self,
        today: NaiveDate,
        contract_end: Option<NaiveDate>,
    ) -> Vec<(Id<Vendor>, Standing)> {
        let vendors = self.vendors.iter().map(|vendor| vendor.id);
        let mut standings: Vec<_> =
            vendors.map(|id| (id, self.at_evidence(id, today, contract_end))).collect();
        if self.is_judged_by_scores() {
            for kind in GateKind::ALL {
                for gate in self.gates.iter().filter(|gate| gate.kind == kind) {
                    if let Some(rule) = gate.rule() {
                        self.at_scores(gate.id, rule, &mut standings);
                    }
                }
            }
        }
        standings
    }

    /// Tells whether scores are locked and a gate looks at them.
    #[must_use]
    pub fn is_judged_by_scores(&self) -> bool {
        self.scores_locked.is_some() && self.gates.iter().any(|gate| gate.rule().is_some())
    }

    /// Judges a vendor at the gates that ask for evidence.
    fn at_evidence(&self, vendor: Id<Vendor>, today: NaiveDate, contract_end: Option<NaiveDate>) -> Standing {
        let mut standing = Standing::default();
        for gate in self.gates.iter().filter(|gate| gate.kind == GateKind::Evidence) {
            let check = self.gate_checks.get(vendor, gate.id);
            let verdict = check.map(|check| check.verdict).unwrap_or_default();
            let until = check.and_then(|check| check.valid_until);
            if let Some(until) =
                until.filter(|until| today <= *until && contract_end.is_some_and(|end| *until < end))
            {
                standing.expires_in_term.push((gate.id, until));
            }
            if !gate.must {
                continue;
            }
            let reason = match until.filter(|until| *until < today) {
                _ if verdict == Verdict::Fail => Some(OutReason::Failed),
                Some(until) => Some(OutReason::Expired(until)),
                None => None,
            };
            match reason {
                Some(reason) if standing.out.is_none() => standing.out = Some((gate.id, reason)),
                Some(_) => (),
                None if verdict == Verdict::Unknown => standing.unknown.push(gate.id),
                None => (),
            }
        }
        standing
    }

    /// Judges all vendors at a gate by their scores. Who is out already keeps its reason and takes no place.
    fn at_scores(&self, gate: Id<Gate>, rule: ScoreRule, standings: &mut [(Id<Vendor>, Standing)]) {
        let figures: Vec<_> = standings.iter().map(|(vendor, _)| self.gate_figure(*vendor, rule)).collect();
        let competing: Vec<_> = standings
            .iter()
            .zip(&figures)
            .map(|((_, standing), figure)| figure.filter(|_| standing.is_in()))
            .collect();
        let judge = |is_met: bool| if is_met { Verdict::Pass } else { Verdict::Fail };
        for (((_, standing), figure), place) in
            standings.iter_mut().zip(figures).zip(rank::descending(&competing))
        {
            let place = place.filter(|_| matches!(rule, ScoreRule::Best(..)));
            let verdict = match rule {
                ScoreRule::Minimum(_, limit) | ScoreRule::Floor(limit) => {
                    figure.map(|figure| judge(limit <= figure + rank::EQUAL))
                }
                ScoreRule::Best(_, keep) => place.map(|place| judge(place <= keep as usize)),
            };
            let scored = Scored { rule, figure, place, verdict: verdict.unwrap_or_default() };
            match scored.verdict {
                Verdict::Fail if standing.is_in() => standing.out = Some((gate, OutReason::Scored(scored))),
                Verdict::Unknown => standing.unknown.push(gate),
                _ => (),
            }
            standing.scored.push((gate, scored));
        }
    }

    /// Returns what is held against the limit of a gate by scores; nothing where nobody scored.
    #[must_use]
    pub fn gate_figure(&self, vendor: Id<Vendor>, rule: ScoreRule) -> Option<f64> {
        match rule {
            ScoreRule::Minimum(criterion, _) | ScoreRule::Best(criterion, _) => {
                self.criterion_score(vendor, criterion)
            }
            ScoreRule::Floor(_) => self.capability_total(vendor, &self.capability(vendor).1).0,
        }
    }

    /// Tells whether a vendor failed a must-gate that asks for evidence, whatever the day is.
    #[must_use]
    pub fn has_failed_gate(&self, vendor: Id<Vendor>) -> bool {
        let failed = |gate: &Gate| {
            gate.must
                && gate.kind == GateKind::Evidence
                && self.gate_checks.get(vendor, gate.id).is_some_and(|check| check.verdict == Verdict::Fail)
        };
        self.gates.iter().any(|gate| failed(gate))
    }

    /// Lists the vendors still in, in their shown order.
    #[must_use]
    pub fn vendors_in(&self, today: NaiveDate) -> Vec<Id<Vendor>> {
        let standings = self.standings(today, None).into_iter();
        standings.filter(|(_, standing)| standing.is_in()).map(|(id, _)| id).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::selection::GateCheck;

    fn standing(verdict: Verdict, until: Option<(i32, u32, u32)>, must: bool) -> Standing {
        let mut selection = Selection::default();
        let (vendor, gate) = (Id::fixed(1), Id::fixed(2));
        selection.vendors.add(vendor, |_| ());
        selection.gates.add(gate, |gate| gate.must = must);
        let valid_until = until.and_then(|(year, month, day)| NaiveDate::from_ymd_opt(year, month, day));
        selection.gate_checks.set(
            vendor,
            gate,
            Some(GateCheck { verdict, valid_until, ..Default::default() }),
        );
        let day = |year, month| NaiveDate::from_ymd_opt(year, month, 1);
        selection.standing(vendor, day(2026, 11).unwrap(), day(2027, 12))
    }

    #[test]
    fn a_failed_or_expired_must_gate_puts_out() {
        assert!(!standing(Verdict::Fail, None, true).is_in());
        assert!(!standing(Verdict::Pass, Some((2025, 8, 1)), true).is_in());
        assert!(standing(Verdict::Fail, None, false).is_in());
        assert_eq!(standing(Verdict::Unknown, None, true).unknown.len(), 1);
        assert_eq!(standing(Verdict::Pass, Some((2027, 3, 1)), true).expires_in_term.len(), 1);
    }
}
