//! Which must-have features a service level guards, and how a miss becomes a deduction.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::domain::requirements::{Feature, Priority, Requirements};

/// How a missed service level becomes a deduction from the fee.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PenaltyModel {
    /// A share of the fee is at risk and spread over the service levels.
    AtRisk,
    /// The further below the target, the higher the share.
    ShortfallTiers,
    /// Misses earn points, points earn a deduction.
    Points,
    /// A repeated miss costs more.
    Escalation,
    /// The score decides how much is paid.
    PayByScore,
}

impl PenaltyModel {
    /// Every model and none, in the order they are offered.
    pub const CHOICES: [Option<Self>; 6] = [
        None,
        Some(Self::AtRisk),
        Some(Self::ShortfallTiers),
        Some(Self::Points),
        Some(Self::Escalation),
        Some(Self::PayByScore),
    ];
}

impl Requirements {
    /// Lists the must-have features no service level guards.
    #[must_use]
    pub fn unguarded(&self) -> Vec<Arc<Feature>> {
        let must = self.features.iter().filter(|feature| feature.priority == Priority::Must);
        let is_guarded = |feature: &Feature| self.sla.iter().any(|line| line.feature == Some(feature.id));
        must.filter(|feature| !is_guarded(feature)).cloned().collect()
    }
}

impl Feature {
    /// Tells whether somebody wrote why no service level guards it.
    #[must_use]
    pub fn has_sla_reason(&self) -> bool {
        !self.no_sla_reason.trim().is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::Id;
    use crate::domain::register::Item;

    #[test]
    fn a_must_have_wants_a_service_level_of_its_own() {
        let mut requirements = Requirements::default();
        for (id, priority) in [(1, Priority::Must), (2, Priority::Should), (3, Priority::Must)] {
            requirements.features.add(Id::fixed(id), |feature| feature.priority = priority);
        }
        requirements.sla.add(Id::fixed(9), |line| line.feature = Some(Id::fixed(1)));
        let unguarded = requirements.unguarded();
        let clauses: Vec<_> = unguarded.iter().map(|feature| feature.clause()).collect();
        assert_eq!(clauses, ["F-03"]);
        assert!(!unguarded.iter().any(|feature| feature.has_sla_reason()));
    }
}
