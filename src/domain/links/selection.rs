//! References of the selection.

use crate::domain::links::{keep, put};
use crate::domain::project::Project;
use crate::domain::selection::tree::group_of;

impl Project {
    pub(super) fn mend_selection(&mut self) {
        let mut selection = (*self.selection).clone();
        let (vendors, criteria) = (selection.vendors.clone(), selection.criteria.clone());
        selection.criteria.update_all(|criterion| {
            if group_of(criterion, criteria.iter()).is_none() {
                criterion.under = None;
            }
        });
        selection.gates.update_all(|gate| keep(&mut gate.criterion, &criteria));
        let gates = selection.gates.clone();
        selection.gate_checks.retain(|vendor| vendors.has(vendor), |gate| gates.has(gate));
        let measures = selection.measures.clone();
        let values = &mut selection.measured.values;
        values.retain(|vendor| vendors.has(vendor), |measure| measures.has(measure));
        selection.criteria_weighing.retain(|criterion| criteria.has(criterion));
        selection.spread_reasons.retain(|vendor| vendors.has(vendor), |criterion| criteria.has(criterion));
        selection.agreed.retain(|vendor| vendors.has(vendor), |criterion| criteria.has(criterion));
        selection.evaluators.update_all(|evaluator| {
            evaluator.scores.retain(|vendor| vendors.has(vendor), |criterion| criteria.has(criterion));
        });
        selection.vendors.update_all(|vendor| {
            vendor.proposal.staffed.retain(|role| self.team.roles.has(*role));
            for line in &mut vendor.proposal.offer {
                keep(&mut line.role, &self.team.roles);
            }
        });
        let orphans: Vec<_> =
            selection.cases.iter().filter(|case| !vendors.has(case.vendor)).map(|case| case.id).collect();
        for orphan in orphans {
            selection.cases.remove(orphan);
        }
        keep(&mut selection.decision.chosen, &vendors);
        keep(&mut selection.decision.backup, &vendors);
        put(&mut self.selection, selection);
    }
}
