//! References of risks, drills, security and dependence.

use crate::domain::links::{keep, put};
use crate::domain::project::Project;

impl Project {
    pub(super) fn mend_risk(&mut self) {
        let mut risk = (*self.risk).clone();
        risk.risks.update_all(|risk| {
            keep(&mut risk.owner, &self.team.roles);
            keep(&mut risk.plan.lead, &self.team.roles);
            keep(&mut risk.sla, &self.requirements.sla);
            // The day it occurred stays, also without the issue it became.
            risk.occurrences.iter_mut().for_each(|one| keep(&mut one.ticket, &self.collaboration.tickets));
        });
        let risks = risk.risks.clone();
        risk.drills.update_all(|drill| {
            keep(&mut drill.risk, &risks);
            keep(&mut drill.by, &self.team.roles);
        });
        risk.security.mend(&self.team.roles);
        risk.dependence.mend(&self.requirements.modules, &self.selection.vendors);
        put(&mut self.risk, risk);
    }
}
