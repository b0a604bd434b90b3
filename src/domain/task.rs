//! The tasks of the six stages: what the progress squares count.

use decode::Decode;
use serde::Serialize;

/// The six stages of an outsourced service team.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// 1 Requirements and goals.
    Requirements,
    /// 2 Team structure and roles.
    Team,
    /// 3 Vendor selection.
    Vendors,
    /// 4 Collaboration.
    Collaboration,
    /// 5 Risk.
    Risk,
    /// 6 Performance.
    Performance,
}

impl Stage {
    /// Every stage, in order.
    pub const ALL: [Self; 6] =
        [Self::Requirements, Self::Team, Self::Vendors, Self::Collaboration, Self::Risk, Self::Performance];

    /// Returns the stage's number, 1 to 6.
    #[must_use]
    pub const fn number(self) -> u8 {
        match self {
            Self::Requirements => 1,
            Self::Team => 2,
            Self::Vendors => 3,
            Self::Collaboration => 4,
            Self::Risk => 5,
            Self::Performance => 6,
        }
    }
}

/// One task of a stage; each has a page of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Task {
    /// 1.1 Goals.
    Goals,
    /// 1.2 Screening.
    Screening,
    /// 1.3 Scope.
    Scope,
    /// 1.4 Service level lines.
    Sla,
    /// 1.5 Sign-off.
    SignOff,
    /// 2.1 People.
    People,
    /// 2.2 Role matrix.
    Raci,
    /// 3.1 Qualify.
    Qualify,
    /// 3.2 Capability.
    Capability,
    /// 3.3 Cases.
    Cases,
    /// 3.4 Proposals.
    Proposals,
    /// 3.5 Pilot.
    Pilot,
    /// 3.6 Decide.
    Decide,
    /// 4.1 Cadence.
    Cadence,
    /// 4.2 Milestones.
    Milestones,
    /// 4.3 Quality.
    Quality,
    /// 4.4 Response.
    Response,
    /// 5.1 Register.
    Register,
    /// 5.2 Map.
    Map,
    /// 5.3 Plans.
    Plans,
    /// 6.1 KPIs.
    Kpis,
    /// 6.2 Reviews.
    Reviews,
}

impl Task {
    /// Every task, in the order of the stages.
    pub const ALL: [Self; 22] = [
        Self::Goals,
        Self::Screening,
        Self::Scope,
        Self::Sla,
        Self::SignOff,
        Self::People,
        Self::Raci,
        Self::Qualify,
        Self::Capability,
        Self::Cases,
        Self::Proposals,
        Self::Pilot,
        Self::Decide,
        Self::Cadence,
        Self::Milestones,
        Self::Quality,
        Self::Response,
        Self::Register,
        Self::Map,
        Self::Plans,
        Self::Kpis,
        Self::Reviews,
    ];

    /// Returns the stage the task belongs to.
    #[must_use]
    pub const fn stage(self) -> Stage {
        match self {
            Self::Goals | Self::Screening | Self::Scope | Self::Sla | Self::SignOff => Stage::Requirements,
            Self::People | Self::Raci => Stage::Team,
            Self::Qualify | Self::Capability | Self::Cases | Self::Proposals | Self::Pilot | Self::Decide => {
                Stage::Vendors
            }
            Self::Cadence | Self::Milestones | Self::Quality | Self::Response => Stage::Collaboration,
            Self::Register | Self::Map | Self::Plans => Stage::Risk,
            Self::Kpis | Self::Reviews => Stage::Performance,
        }
    }

    /// Returns the tasks of a stage, in order.
    pub fn of(stage: Stage) -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(move |task| task.stage() == stage)
    }

    /// Tells whether the task is a text that no check can call finished: somebody has to say so.
    #[must_use]
    pub const fn is_free_text(self) -> bool {
        matches!(self, Self::Goals | Self::Scope | Self::Quality | Self::Plans)
    }

    /// Returns the number shown in the margin, for example `2.2`.
    #[must_use]
    pub fn number(self) -> String {
        let place = Self::of(self.stage()).position(|task| task == self).unwrap_or(0) + 1;
        format!("{}.{place}", self.stage().number())
    }
}
