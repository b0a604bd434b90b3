//! Stage 5: what may go wrong, how bad it is, and what is ready for it.

pub mod matrix;
pub mod security;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::ids::Id;
use crate::domain::register::{Register, item};
use crate::domain::requirements::SlaLine;
use crate::domain::risk::security::Security;
use crate::domain::scale::Rating;
use crate::domain::team::Role;

/// What a risk is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Category {
    /// Information security.
    #[default]
    InformationSecurity,
    /// Service quality.
    ServiceQuality,
    /// Dependence on one vendor.
    VendorDependence,
    /// Culture and time zones.
    Culture,
    /// Anything else.
    Other,
}

impl Category {
    /// Every category, in the order of choice lists.
    pub const ALL: [Self; 5] =
        [Self::InformationSecurity, Self::ServiceQuality, Self::VendorDependence, Self::Culture, Self::Other];
}

/// What is done about a risk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Treatment {
    /// Make it smaller.
    #[default]
    Reduce,
    /// Stay out of it.
    Avoid,
    /// Let somebody else carry it.
    Transfer,
    /// Live with it, until a date.
    Accept,
}

impl Treatment {
    /// Every treatment, in the order of choice lists.
    pub const ALL: [Self; 4] = [Self::Reduce, Self::Avoid, Self::Transfer, Self::Accept];
}

/// One risk as cause, event and effect.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Risk {
    /// The id.
    pub id: Id<Self>,
    /// The clause number.
    pub number: u32,
    /// What may happen.
    pub event: String,
    /// What would cause it.
    pub cause: String,
    /// What would follow.
    pub effect: String,
    /// What it is about.
    pub category: Category,
    /// How likely it is, before measures.
    pub likelihood: Option<Rating>,
    /// How bad it would be, before measures.
    pub impact: Option<Rating>,
    /// How fast it would strike; breaks ties.
    pub velocity: Option<Rating>,
    /// How likely it is after measures.
    pub residual_likelihood: Option<Rating>,
    /// How bad it would be after measures.
    pub residual_impact: Option<Rating>,
    /// Why the residual risk is above the inherent one, where it is.
    pub residual_reason: String,
    /// What is done about it.
    pub treatment: Treatment,
    /// Until when it is accepted.
    pub accept_until: Option<NaiveDate>,
    /// Who watches it.
    pub owner: Option<Id<Role>>,
    /// What makes it smaller.
    pub mitigation: String,
    /// What tells that it is happening.
    pub trigger: String,
    /// When it is looked at again.
    pub review: Option<NaiveDate>,
    /// The service level line it threatens.
    pub sla: Option<Id<SlaLine>>,
    /// What to do when it happens.
    pub plan: Plan,
}
item!(Risk, "R", 2);

/// A contingency plan (应急预案).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Plan {
    /// What is done in the first hour.
    pub first_hour: String,
    /// Who leads.
    pub lead: Option<Id<Role>>,
    /// Who or what takes over.
    pub fallback: String,
    /// How normal service comes back.
    pub restore: String,
    /// What is looked at afterwards.
    pub review: String,
}

impl Plan {
    /// Tells whether nothing is written yet.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        *self == Self::default()
    }
}

/// The section of stage 5.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct RiskBook {
    /// The risks.
    pub risks: Register<Risk>,
    /// Information security.
    pub security: Security,
}
