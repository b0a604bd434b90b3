//! Stage 5: what may go wrong, how bad it is, and what is ready for it.

pub mod dependence;
pub mod drill;
pub mod exposure;
pub mod matrix;
pub mod occurrence;
pub mod order;
pub mod security;

use chrono::NaiveDate;
use decode::Decode;
use serde::Serialize;

use crate::domain::ids::Id;
use crate::domain::register::{Register, item};
use crate::domain::requirements::SlaLine;
use crate::domain::risk::dependence::Dependence;
use crate::domain::risk::drill::Drill;
use crate::domain::risk::occurrence::Occurrence;
use crate::domain::risk::security::Security;
use crate::domain::scale::Rating;
use crate::domain::team::Role;

/// What a risk is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
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
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
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
    /// The user's own word for what it is about, where it is none of the others.
    pub category_words: String,
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
    /// Why the residual risk is not below the inherent one, where it is not.
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
    /// When it did happen, the earliest first.
    pub occurrences: Vec<Occurrence>,
}
item!(Risk, "R", 2);

impl Risk {
    /// Returns how many days its review is overdue on a day: 0 when it is not.
    #[must_use]
    pub fn review_overdue(&self, today: NaiveDate) -> i64 {
        self.review.map_or(0, |review| (today - review).num_days().max(0))
    }

    /// Returns the user's own word for its category, where there is one and it is none of the others.
    #[must_use]
    pub fn own_category(&self) -> Option<&str> {
        let own = self.category_words.trim();
        (self.category == Category::Other && !own.is_empty()).then_some(own)
    }
}

/// A contingency plan (应急预案).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
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

/// A step of a contingency plan, in the order in which they are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum PlanStep {
    Trigger,
    FirstHour,
    Lead,
    Fallback,
    Restore,
    Review,
}

impl PlanStep {
    /// Every step in its order.
    pub const ALL: [Self; 6] =
        [Self::Trigger, Self::FirstHour, Self::Lead, Self::Fallback, Self::Restore, Self::Review];
}

impl Risk {
    /// Lists the steps of its plan that are not written yet. The trigger is that of the risk.
    #[must_use]
    pub fn open_steps(&self) -> Vec<PlanStep> {
        let is_open = |step: &PlanStep| match step {
            PlanStep::Trigger => self.trigger.trim().is_empty(),
            PlanStep::FirstHour => self.plan.first_hour.trim().is_empty(),
            PlanStep::Lead => self.plan.lead.is_none(),
            PlanStep::Fallback => self.plan.fallback.trim().is_empty(),
            PlanStep::Restore => self.plan.restore.trim().is_empty(),
            PlanStep::Review => self.plan.review.trim().is_empty(),
        };
        PlanStep::ALL.into_iter().filter(is_open).collect()
    }
}

/// The section of stage 5.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct RiskBook {
    /// The risks.
    pub risks: Register<Risk>,
    /// Information security.
    pub security: Security,
    /// Dependence on vendors.
    pub dependence: Dependence,
    /// What was tried of their plans.
    pub drills: Register<Drill>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_review_is_overdue_from_the_day_after() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
        let risk = Risk { review: Some(day(10)), ..Risk::default() };
        assert_eq!([day(9), day(10), day(13)].map(|today| risk.review_overdue(today)), [0, 0, 3]);
        assert_eq!(Risk::default().review_overdue(day(13)), 0);
    }

    #[test]
    fn the_own_word_counts_for_other_risks_only() {
        let mut risk = Risk { category_words: " Licences ".to_owned(), ..Risk::default() };
        assert_eq!(risk.own_category(), None);
        risk.category = Category::Other;
        assert_eq!(risk.own_category(), Some("Licences"));
        risk.category_words = " ".to_owned();
        assert_eq!(risk.own_category(), None);
    }

    #[test]
    fn a_plan_names_the_steps_it_lacks_in_their_order() {
        let mut risk = Risk::default();
        assert_eq!(risk.open_steps(), PlanStep::ALL);
        risk.trigger = "no wages paid".to_owned();
        risk.plan = Plan { restore: "in two weeks".to_owned(), lead: Some(Id::fixed(1)), ..Plan::default() };
        assert_eq!(risk.open_steps(), [PlanStep::FirstHour, PlanStep::Fallback, PlanStep::Review]);
    }
}
