//! Stage 1: what is outsourced and why, what counts as good, and what both parties confirmed.

pub mod availability;
pub mod baseline;
pub mod change;
pub mod confirmed;
pub mod difference;
pub mod flow;
pub mod gap;
pub mod phases;
pub mod protection;
pub mod prototype;
pub mod questions;
pub mod saving;
pub mod suitability;
pub mod trace;
pub mod understanding;
pub mod wording;
pub mod workshop;

use std::sync::Arc;

use chrono::NaiveDate;
use decode::Decode;
use serde::Serialize;

use crate::domain::ids::Id;
use crate::domain::money::Money;
use crate::domain::profile::Side;
use crate::domain::register::{Register, item};
use crate::domain::requirements::baseline::Baseline;
use crate::domain::requirements::change::ChangeRequest;
use crate::domain::requirements::confirmed::Confirmed;
use crate::domain::requirements::flow::Process;
use crate::domain::requirements::gap::Skill;
use crate::domain::requirements::protection::PenaltyModel;
use crate::domain::requirements::questions::Question;
use crate::domain::requirements::understanding::{Answers, Scenario};
use crate::domain::requirements::workshop::Workshop;
use crate::domain::scale::Rating;
use crate::domain::sorted_map::SortedMap;
use crate::domain::team::Role;

/// What kind of gain a goal is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum GoalKind {
    /// The work costs less.
    Cost,
    /// The work goes faster, or more of it gets done.
    Efficiency,
    /// The work gets better.
    Quality,
    /// Anything else.
    Other,
}

impl GoalKind {
    /// Every kind, and none while nobody has said it.
    pub const CHOICES: [Option<Self>; 5] =
        [None, Some(Self::Cost), Some(Self::Efficiency), Some(Self::Quality), Some(Self::Other)];
}

/// One outcome the outsourcing is to bring.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Goal {
    /// The id.
    pub id: Id<Self>,
    /// The clause number.
    pub number: u32,
    /// What is to come out.
    pub outcome: String,
    /// How it is measured.
    pub measure: String,
    /// The unit of both values, for example `%`.
    pub unit: String,
    /// The value today.
    pub baseline: Option<f64>,
    /// The value to reach.
    pub target: Option<f64>,
    /// By when.
    pub due: Option<NaiveDate>,
    /// The company goal it serves.
    pub serves: String,
    /// What kind of gain it is.
    pub kind: Option<GoalKind>,
    /// Where the figures come from.
    pub source: String,
    /// What the work costs today, a month; for a goal of lower cost.
    pub monthly_cost: Option<Money>,
}
item!(Goal, "G", 2);

/// The factors of the suitability score other than `core`, each rated 1 to 5.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Factors {
    /// How far the module is from the core of the business.
    pub non_core: Option<Rating>,
    /// How standardised the work is.
    pub standardised: Option<Rating>,
    /// How well it can be measured.
    pub measurable: Option<Rating>,
    /// How well it is documented; 1 means only people know it.
    pub documented: Option<Rating>,
    /// How easily it can be separated.
    pub separable: Option<Rating>,
    /// How many vendors offer it.
    pub market_depth: Option<Rating>,
    /// How sensitive its data are; 5 is very sensitive and counts against outsourcing.
    pub data_sensitivity: Option<Rating>,
    /// How steady the volume is.
    pub volume_stability: Option<Rating>,
}

/// One business module that may be outsourced.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Module {
    /// The id.
    pub id: Id<Self>,
    /// The clause number.
    pub number: u32,
    /// What it is called.
    pub name: String,
    /// Whether it is the core of the business; a yes forbids outsourcing.
    pub core: Option<bool>,
    /// Whether a measure can be named for it; a no forbids outsourcing.
    pub measure_named: Option<bool>,
    /// The rated factors.
    pub factors: Factors,
    /// Whether the own team lacks the ability for it.
    pub gap: String,
    /// Whether it is in the set to outsource first.
    pub chosen: bool,
}
item!(Module, "B", 1);

/// How much a feature is needed (MoSCoW).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Priority {
    /// Without it the service is of no use.
    #[default]
    Must,
    /// Important, with a way around.
    Should,
    /// Welcome.
    Could,
    /// Agreed to be left out this time.
    Wont,
}

impl Priority {
    /// Every priority, most needed first.
    pub const ALL: [Self; 4] = [Self::Must, Self::Should, Self::Could, Self::Wont];
}

/// One part of the service with its limits.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Feature {
    /// The id.
    pub id: Id<Self>,
    /// The clause number.
    pub number: u32,
    /// What it is called.
    pub name: String,
    /// What is included.
    pub includes: String,
    /// When it counts as accepted (验收标准).
    pub acceptance: String,
    /// What is expressly excluded (排除范围).
    pub excluded: String,
    /// How much it is needed.
    pub priority: Priority,
    /// The goal it comes from.
    pub goal: Option<Id<Goal>>,
    /// The module it belongs to.
    pub module: Option<Id<Module>>,
    /// Why no service level guards it, where none does.
    pub no_sla_reason: String,
    /// Who answers for it.
    pub owner: Option<Id<Role>>,
    /// Links to drawings and prototypes, one a line; see [`prototype::prototypes`].
    pub prototypes: String,
    /// Where its figures come from. It is no part of what is confirmed.
    pub basis: String,
}
item!(Feature, "F", 2);

impl Feature {
    /// Begins with the module it belongs to.
    pub fn begin(&mut self, module: &Module) {
        self.name.clone_from(&module.name);
        self.module = Some(module.id);
    }
}

/// Which way a value has to lie to a target.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    /// At least the target.
    #[default]
    AtLeast,
    /// At most the target.
    AtMost,
}

/// The span over which a service level is measured.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Window {
    /// A calendar week.
    Week,
    /// A calendar month.
    #[default]
    Month,
    /// A calendar quarter.
    Quarter,
}

impl Window {
    /// Every window, shortest first.
    pub const ALL: [Self; 3] = [Self::Week, Self::Month, Self::Quarter];
}

/// One line of the service level agreement (服务等级协议).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct SlaLine {
    /// The id.
    pub id: Id<Self>,
    /// The clause number.
    pub number: u32,
    /// What is measured.
    pub measure: String,
    /// How it is computed.
    pub definition: String,
    /// Which way the target binds.
    pub bound: Bound,
    /// The target.
    pub target: Option<f64>,
    /// The unit of the target.
    pub unit: String,
    /// Over which span it is measured.
    pub window: Window,
    /// Where the figures come from.
    pub source: String,
    /// What does not count.
    pub excludes: String,
    /// What follows when it is missed.
    pub penalty: String,
    /// How a miss becomes a deduction.
    pub penalty_model: Option<PenaltyModel>,
    /// The feature it guards.
    pub feature: Option<Id<Feature>>,
    /// Who answers for the figures.
    pub owner: Option<Id<Role>>,
    /// Where its target comes from. It is no part of what is confirmed.
    pub basis: String,
}
item!(SlaLine, "S", 2);

/// One party's confirmation of the requirements.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Confirmation {
    /// Who confirmed.
    pub name: String,
    /// In which role.
    pub role: String,
    /// When.
    pub date: Option<NaiveDate>,
    /// The fingerprint of what was confirmed.
    pub fingerprint: String,
    /// The beginning of the fingerprint of each clause, so that changes can be counted; see [`confirmed::Confirmed::parts`].
    pub parts: SortedMap<String, String>,
    /// What was confirmed, as it stood, until a version holds it.
    pub content: Option<Arc<Confirmed>>,
}

/// The section of stage 1.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Requirements {
    /// The goals.
    pub goals: Register<Goal>,
    /// The modules screened.
    pub modules: Register<Module>,
    /// The skills the service needs.
    pub skills: Register<Skill>,
    /// The features in scope.
    pub features: Register<Feature>,
    /// How processes run across the seam.
    pub processes: Register<Process>,
    /// The service level lines.
    pub sla: Register<SlaLine>,
    /// The scenarios of the understanding check.
    pub scenarios: Register<Scenario>,
    /// What the client answered to them.
    pub client_answers: Answers,
    /// What the vendor answered to them.
    pub vendor_answers: Answers,
    /// What is to be settled before the parties confirm.
    pub questions: Register<Question>,
    /// The workshop in which they are settled.
    pub workshop: Workshop,
    /// The client's confirmation.
    pub client_confirmed: Option<Confirmation>,
    /// The vendor's confirmation.
    pub vendor_confirmed: Option<Confirmation>,
    /// The versions both parties have confirmed, the first one first.
    pub baselines: Register<Baseline>,
    /// What is asked to be changed in a confirmed version.
    pub changes: Register<ChangeRequest>,
}

impl Requirements {
    /// Returns the confirmation of a side.
    #[must_use]
    pub fn confirmed(&self, side: Side) -> Option<&Confirmation> {
        match side {
            Side::Client => self.client_confirmed.as_ref(),
            Side::Vendor => self.vendor_confirmed.as_ref(),
        }
    }

    /// Returns the place of a side's confirmation.
    pub const fn confirmed_mut(&mut self, side: Side) -> &mut Option<Confirmation> {
        match side {
            Side::Client => &mut self.client_confirmed,
            Side::Vendor => &mut self.vendor_confirmed,
        }
    }

    /// Begins the scope with one feature for each chosen module, while none is written, and returns their clauses.
    pub fn begin_scope(&mut self, mut new_id: impl FnMut() -> Id<Feature>) -> Vec<String> {
        if !self.features.is_empty() {
            return Vec::new();
        }
        let chosen = self.modules.iter().filter(|module| module.chosen);
        chosen.map(|module| self.features.add(new_id(), |feature| feature.begin(module))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scope_begins_with_the_chosen_modules_and_never_twice() {
        let mut requirements = Requirements::default();
        for (place, name) in ["Orders", "Returns", "Key accounts"].into_iter().enumerate() {
            requirements.modules.add(Id::fixed(place as u128 + 1), |module| {
                (module.name, module.chosen) = (name.to_owned(), place < 2);
            });
        }
        let mut next = 10;
        let mut new_id = || {
            next += 1;
            Id::fixed(next)
        };
        assert_eq!(requirements.begin_scope(&mut new_id), ["F-01", "F-02"]);
        assert_eq!(requirements.features.at(1).map(|feature| feature.name.as_str()), Some("Returns"));
        assert!(requirements.begin_scope(new_id).is_empty());
    }
}
