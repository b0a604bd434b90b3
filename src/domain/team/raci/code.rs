//! The codes of the rules of the role matrix.

use crate::domain::finding::Severity;

/// Which rule found something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Code {
    AccountableMissing,
    AccountableMultiple,
    ResponsibleMissing,
    RoleUnknown,
    AcceptanceNotClient,
    ClientDutyNotClient,
    MakerIsChecker,
    CheckTargetMissing,
    ResponsibleMany,
    ConsultedMany,
    InformedNone,
    DeliveryNotVendor,
    RequirementNoClient,
    DispatchRisk,
    DispatchRiskPayment,
    RoleUnused,
    RoleIsPerson,
    AccountableConcentrated,
    RoleOverload,
    RoleLoadHigh,
    RoleNoCounterpart,
    EscalationOneSided,
}

impl Code {
    /// Returns the code used in reference cases.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::AccountableMissing => "raci.accountable.missing",
            Self::AccountableMultiple => "raci.accountable.multiple",
            Self::ResponsibleMissing => "raci.responsible.missing",
            Self::RoleUnknown => "raci.role.unknown",
            Self::AcceptanceNotClient => "raci.acceptance_not_client",
            Self::ClientDutyNotClient => "raci.client_duty_not_client",
            Self::MakerIsChecker => "raci.maker_is_checker",
            Self::CheckTargetMissing => "raci.check_target_missing",
            Self::ResponsibleMany => "raci.responsible.many",
            Self::ConsultedMany => "raci.consulted.many",
            Self::InformedNone => "raci.informed.none",
            Self::DeliveryNotVendor => "raci.delivery_not_vendor",
            Self::RequirementNoClient => "raci.requirement_no_client",
            Self::DispatchRisk => "raci.dispatch_risk",
            Self::DispatchRiskPayment => "raci.dispatch_risk_payment",
            Self::RoleUnused => "raci.role.unused",
            Self::RoleIsPerson => "raci.role.is_person",
            Self::AccountableConcentrated => "raci.accountable.concentrated",
            Self::RoleOverload => "raci.role.overload",
            Self::RoleLoadHigh => "raci.role.load_high",
            Self::RoleNoCounterpart => "raci.role.no_counterpart",
            Self::EscalationOneSided => "raci.escalation.one_sided",
        }
    }

    /// Returns how much the rule matters.
    #[must_use]
    pub const fn severity(self) -> Severity {
        match self {
            Self::AccountableMissing
            | Self::AccountableMultiple
            | Self::ResponsibleMissing
            | Self::RoleUnknown
            | Self::AcceptanceNotClient
            | Self::ClientDutyNotClient
            | Self::MakerIsChecker => Severity::Error,
            Self::RoleLoadHigh => Severity::Note,
            _ => Severity::Warning,
        }
    }
}
