//! Stage 3: from several vendors to one decision that can be checked.

pub mod consensus;
pub mod decided;
pub mod deciding;
pub mod evaluation;
pub mod gate;
pub mod gates;
pub mod low_price;
pub mod measured;
pub mod method;
pub mod offer;
pub mod ownership;
pub mod pilot;
pub mod proposals;
pub mod ranking;
pub mod score_sheet;
pub mod steps;
pub mod tree;
pub mod weighing;

use chrono::NaiveDate;
use decode::Decode;
use serde::Serialize;

use crate::domain::ids::Id;
use crate::domain::matrix::Matrix;
use crate::domain::money::Money;
use crate::domain::register::{Item, Register, item};
use crate::domain::scale::{Grade, Rating, Score};
use crate::domain::selection::decided::DecidedOn;
use crate::domain::selection::low_price::Purchase;
use crate::domain::selection::measured::{Measure, Measured};
use crate::domain::selection::method::{Method, WeightSet};
use crate::domain::selection::offer::OfferLine;
use crate::domain::selection::ownership::SideCosts;
use crate::domain::selection::weighing::Weighing;
use crate::domain::sorted_map::SortedMap;
use crate::domain::team::Role;

pub use crate::domain::selection::gate::{Gate, GateCheck, GateKind, ProofKind, Verdict};
pub use crate::domain::selection::pilot::{Pilot, PilotMeasure, PilotVerdict};

/// One firm that offers the service.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Vendor {
    /// The id.
    pub id: Id<Self>,
    /// The clause number.
    pub number: u32,
    /// What it is called.
    pub name: String,
    /// Whom to talk to.
    pub contact: String,
    /// Where it delivers from.
    pub place: String,
    /// What else is worth knowing.
    pub note: String,
    /// What it offers.
    pub proposal: Proposal,
    /// How its pilot went.
    pub pilot: Pilot,
}
item!(Vendor, "V", 1);

/// One criterion of the capability step.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Criterion {
    /// The id.
    pub id: Id<Self>,
    /// The clause number.
    pub number: u32,
    /// What is judged.
    pub name: String,
    /// What exactly is looked at.
    pub hint: String,
    /// The group it stands under; groups stand under nothing.
    pub under: Option<Id<Self>>,
    /// How much it counts among those it stands beside; basis points, all together 10 000.
    pub weight_bp: u32,
    /// What a score of 0 to 5 means, in words.
    pub anchors: [String; 6],
    /// Whether every evaluator has to see the same, such as a count.
    pub objective: bool,
}
item!(Criterion, "C", 1);

/// One score with what it rests on. No score at all is something else than 0.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct ScoreEntry {
    /// The score, or nothing for "not applicable".
    pub score: Option<Score>,
    /// What was seen.
    pub evidence: String,
}

/// One person who scores, with the own sheet.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Evaluator {
    /// The id.
    pub id: Id<Self>,
    /// The clause number.
    pub number: u32,
    /// Who it is.
    pub name: String,
    /// The department.
    pub department: String,
    /// When the sheet was submitted; others see it only then.
    pub submitted: Option<NaiveDate>,
    /// The scores by vendor and criterion.
    pub scores: Matrix<Vendor, Criterion, ScoreEntry>,
}
item!(Evaluator, "E", 1);

/// What a client answered to one question of the reference call.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Answer {
    /// How convincing it was, from 0 for evasive or bad to 3; nothing while it was not asked.
    pub score: Option<Grade>,
    /// What was said.
    pub note: String,
}

/// One earlier project of a vendor and what its client said.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Case {
    /// The id.
    pub id: Id<Self>,
    /// The clause number.
    pub number: u32,
    /// Whose case it is.
    pub vendor: Id<Vendor>,
    /// For whom it was done.
    pub client: String,
    /// What was done.
    pub scope: String,
    /// Whom we spoke to.
    pub contact: String,
    /// Whether the client was really interviewed; an unverified case counts 0.
    pub verified: bool,
    /// The quality of what was delivered.
    pub quality: Option<Rating>,
    /// How fast they answered.
    pub speed: Option<Rating>,
    /// How well they solved problems.
    pub problem_solving: Option<Rating>,
    /// Whether the client would buy again.
    pub again: Option<bool>,
    /// What the client said.
    pub quote: String,
    /// The answers to the reference call: what slipped, who told it first, how fast it was fixed, whether they would buy
    /// again, what they would write differently.
    pub script: [Answer; 5],
}
item!(Case, "I", 1);

/// What one vendor offers.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Proposal {
    /// How deeply it understood the requirements, 0 to 5.
    pub understanding: Option<Score>,
    /// What shows it.
    pub understanding_note: String,
    /// The roles it really staffs.
    pub staffed: Vec<Id<Role>>,
    /// How sensible the staffing is, 0 to 5.
    pub staffing: Option<Score>,
    /// How good the contingency plan is, 0 to 5; 0 for none.
    pub contingency: Option<Score>,
    /// What the contingency plan says.
    pub contingency_note: String,
    /// How open the price build-up is, 0 to 5.
    pub transparency: Option<Score>,
    /// The price of the base service a month.
    pub base_price: Option<Money>,
    /// The price of the value-added service a month.
    pub value_added_price: Option<Money>,
    /// What belongs to the value-added service.
    pub value_added: String,
    /// What is not in the price.
    pub not_included: String,
    /// The offer line by line, where it is broken down.
    pub offer: Vec<OfferLine>,
    /// What handing over to this vendor costs, where it is not what it costs with any.
    pub transition: Option<Money>,
    /// What leaving this vendor costs, where it is not what it costs with any.
    pub exit: Option<Money>,
    /// The share of the fees rework is expected to take with this vendor, in basis points.
    pub rework_bp: Option<u32>,
    /// How an abnormally low price was explained, where it was asked about.
    pub explanation: Explanation,
}

/// The written explanation of an abnormally low price. A flag asks for it; only an explanation that is not accepted may
/// put a vendor out.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Explanation {
    /// When it was asked for.
    pub asked: Option<NaiveDate>,
    /// What the vendor answered, with its evidence.
    pub answer: String,
    /// When the answer came.
    pub answered: Option<NaiveDate>,
    /// Whether it was accepted; nothing while it is open.
    pub accepted: Option<bool>,
    /// Who accepted or refused it, and why.
    pub judged_by: String,
}

/// What was decided and why.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Decision {
    /// The chosen vendor.
    pub chosen: Option<Id<Vendor>>,
    /// The runner-up, kept as backup vendor (备用供应商).
    pub backup: Option<Id<Vendor>>,
    /// Why.
    pub reason: String,
    /// Why against the ranking, where it is.
    pub against_ranking: String,
    /// Who saw it otherwise.
    pub dissent: String,
    /// When it was locked.
    pub locked: Option<NaiveDate>,
    /// What it rested on when it was locked last.
    pub rested_on: Option<DecidedOn>,
}

/// The section of stage 3.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Selection {
    /// The vendors.
    pub vendors: Register<Vendor>,
    /// The gates.
    pub gates: Register<Gate>,
    /// What was found at the gates.
    pub gate_checks: Matrix<Vendor, Gate, GateCheck>,
    /// The capability criteria.
    pub criteria: Register<Criterion>,
    /// What was entered to find the weights of the criteria.
    pub criteria_weighing: Weighing<Id<Criterion>>,
    /// Who scores.
    pub evaluators: Register<Evaluator>,
    /// When the scores were locked and prices uncovered.
    pub scores_locked: Option<NaiveDate>,
    /// Why evaluators differ, by vendor and criterion.
    pub spread_reasons: Matrix<Vendor, Criterion, String>,
    /// What the evaluators agreed on together, with the reason, beside what each of them scored.
    pub agreed: Matrix<Vendor, Criterion, ScoreEntry>,
    /// The cases.
    pub cases: Register<Case>,
    /// How the total is made.
    pub method: Method,
    /// The weights others would choose.
    pub weight_sets: Register<WeightSet>,
    /// The figures vendors are measured by.
    pub measures: Register<Measure>,
    /// What was measured.
    pub measured: Measured,
    /// Earlier purchases of the firm, to compare low prices with.
    pub purchases: Register<Purchase>,
    /// What the service costs besides the fees.
    pub side_costs: SideCosts,
    /// The decision.
    pub decision: Decision,
    /// Why scores were unlocked again, by date.
    pub unlock_log: SortedMap<NaiveDate, String>,
}

impl Selection {
    /// Names a vendor by number and name; a dash stands for a name nobody gave yet.
    #[must_use]
    pub fn title_of(&self, vendor: Id<Vendor>) -> String {
        let title = |vendor: &Vendor| match vendor.name.trim() {
            "" => format!("{} —", vendor.clause()),
            name => format!("{} {name}", vendor.clause()),
        };
        self.vendors.get(vendor).map(|vendor| title(vendor)).unwrap_or_default()
    }
}
