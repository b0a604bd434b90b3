//! Who is still in: a failed or expired must-gate puts a vendor out.

use chrono::NaiveDate;

use crate::domain::ids::Id;
use crate::domain::selection::{Gate, Selection, Vendor, Verdict};

/// Why a vendor is out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OutReason {
    /// The gate was failed.
    Failed,
    /// The certificate ran out on this day.
    Expired(NaiveDate),
}

/// Where a vendor stands at the gates.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// The gate that put it out, with the reason.
    pub out: Option<(Id<Gate>, OutReason)>,
    /// The must-gates nobody has an answer for yet.
    pub unknown: Vec<Id<Gate>>,
    /// The gates whose certificate ends before the contract does.
    pub expires_in_term: Vec<(Id<Gate>, NaiveDate)>,
}

impl Standing {
    /// Tells whether the vendor is still in.
    #[must_use]
    pub const fn is_in(&self) -> bool {
        self.out.is_none()
    }
}

impl Selection {
    /// Judges a vendor at the gates on a day; `contract_end` is the last day of the contract, where it is known.
    #[must_use]
    pub fn standing(
        &self,
        vendor: Id<Vendor>,
        today: NaiveDate,
        contract_end: Option<NaiveDate>,
    ) -> Standing {
        let mut standing = Standing::default();
        for gate in self.gates.iter() {
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

    /// Tells whether a vendor failed a must-gate, whatever the day is.
    #[must_use]
    pub fn has_failed_gate(&self, vendor: Id<Vendor>) -> bool {
        let failed = |gate: &Gate| {
            gate.must
                && self.gate_checks.get(vendor, gate.id).is_some_and(|check| check.verdict == Verdict::Fail)
        };
        self.gates.iter().any(|gate| failed(gate))
    }

    /// Lists the vendors still in, in their shown order.
    #[must_use]
    pub fn vendors_in(&self, today: NaiveDate) -> Vec<Id<Vendor>> {
        self.vendors
            .iter()
            .map(|vendor| vendor.id)
            .filter(|id| self.standing(*id, today, None).is_in())
            .collect()
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
