//! Stage 3: from several vendors to one decision that can be checked.

pub mod consensus;
pub mod decided;
pub mod deciding;
pub mod evaluation;
pub mod gates;
pub mod measured;
pub mod method;
pub mod offer;
pub mod ownership;
pub mod proposals;
pub mod ranking;
pub mod score_sheet;
pub mod steps;
pub mod tree;
pub mod weighing;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::ids::Id;
use crate::domain::matrix::Matrix;
use crate::domain::money::Money;
use crate::domain::register::{Item, Register, item};
use crate::domain::requirements::Bound;
use crate::domain::scale::{Grade, Rating, Score};
use crate::domain::selection::decided::DecidedOn;
use crate::domain::selection::measured::{Measure, Measured};
use crate::domain::selection::method::{Method, WeightSet};
use crate::domain::selection::offer::OfferLine;
use crate::domain::selection::ownership::SideCosts;
use crate::domain::selection::weighing::Weighing;
use crate::domain::sorted_map::SortedMap;
use crate::domain::team::Role;

/// One firm that offers the service.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
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

/// How a gate is judged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum GateKind {
    /// By what a vendor brings as proof; somebody looks at it.
    #[default]
    Evidence,
    /// By a lowest score on one criterion.
    Minimum,
    /// By being among the best few on one criterion.
    Best,
    /// By a lowest capability total.
    Floor,
}

impl GateKind {
    /// Every kind, in the order in which they are applied.
    pub const ALL: [Self; 4] = [Self::Evidence, Self::Minimum, Self::Best, Self::Floor];
}

/// What kind of proof a gate asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ProofKind {
    /// Not said.
    #[default]
    Unspecified,
    /// A copy of a document.
    Copy,
    /// A print of a query, with its date.
    QueryPrint,
    /// Statements of account.
    Statement,
    /// A certificate with its scope.
    Certificate,
    /// A draft signed by the vendor.
    SignedDraft,
    /// A log.
    Log,
    /// A list.
    List,
    /// A call.
    Call,
    /// A report.
    Report,
    /// A record of what was done.
    Record,
    /// A clause of the contract.
    Clause,
    /// An insurance policy.
    Policy,
    /// Another file.
    File,
    /// An invoice.
    Invoice,
    /// A sheet of figures.
    Sheet,
    /// A calendar.
    Calendar,
    /// A test we make ourselves.
    Test,
}

impl ProofKind {
    /// Every kind, in the order of choice lists.
    pub const ALL: [Self; 18] = [
        Self::Unspecified,
        Self::Copy,
        Self::QueryPrint,
        Self::Statement,
        Self::Certificate,
        Self::SignedDraft,
        Self::Log,
        Self::List,
        Self::Call,
        Self::Report,
        Self::Record,
        Self::Clause,
        Self::Policy,
        Self::File,
        Self::Invoice,
        Self::Sheet,
        Self::Calendar,
        Self::Test,
    ];
}

/// One requirement a vendor has to meet to stay in.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Gate {
    /// The id.
    pub id: Id<Self>,
    /// The clause number.
    pub number: u32,
    /// What has to be there.
    pub name: String,
    /// What proves it.
    pub evidence: String,
    /// What kind of proof that is.
    pub proof: ProofKind,
    /// Whether a fail puts the vendor out; otherwise it is only noted. What is judged by scores always puts out.
    pub must: bool,
    /// How it is judged.
    pub kind: GateKind,
    /// The criterion it looks at, where it is judged by one.
    pub criterion: Option<Id<Criterion>>,
    /// The least that passes: 0 to 5 on a criterion, 0 to 100 for the capability total.
    pub limit: Option<f64>,
    /// How many go on, where only the best do.
    pub keep: Option<u32>,
}
item!(Gate, "Q", 1);

/// What was found for one gate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Met.
    Pass,
    /// Not met.
    Fail,
    /// Not known yet: needs evidence.
    #[default]
    Unknown,
}

impl Verdict {
    /// Every verdict, in the order of choice lists.
    pub const ALL: [Self; 3] = [Self::Pass, Self::Fail, Self::Unknown];
}

/// The check of one gate for one vendor.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct GateCheck {
    /// What was found.
    pub verdict: Verdict,
    /// The number of the certificate.
    pub certificate: String,
    /// Who issued it.
    pub issuer: String,
    /// The last day it is valid.
    pub valid_until: Option<NaiveDate>,
    /// What was seen, or why it failed.
    pub evidence: String,
}

/// One criterion of the capability step.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
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
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct ScoreEntry {
    /// The score, or nothing for "not applicable".
    pub score: Option<Score>,
    /// What was seen.
    pub evidence: String,
}

/// One person who scores, with the own sheet.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
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
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Answer {
    /// How convincing it was, from 0 for evasive or bad to 3; nothing while it was not asked.
    pub score: Option<Grade>,
    /// What was said.
    pub note: String,
}

/// One earlier project of a vendor and what its client said.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
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
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
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
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
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

/// One measure of a pilot.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct PilotMeasure {
    /// What is measured.
    pub name: String,
    /// Which way the target binds.
    pub bound: Bound,
    /// The target: what is needed to go on.
    pub target: Option<f64>,
    /// The threshold beyond which the pilot stops.
    pub stop: Option<f64>,
    /// What came out.
    pub actual: Option<f64>,
    /// The unit of both.
    pub unit: String,
}

/// What a measure, or a whole pilot, says of going on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PilotVerdict {
    /// The target is met.
    Go,
    /// Neither: extend the pilot, or decide with a reason.
    Between,
    /// The threshold to stop is passed.
    Stop,
}

impl PilotMeasure {
    /// Tells whether a figure is at least as good as another.
    fn reaches(&self, figure: f64, other: f64) -> bool {
        match self.bound {
            Bound::AtLeast => other <= figure,
            Bound::AtMost => figure <= other,
        }
    }

    /// Tells whether the threshold to stop is better than the target, where it makes no sense and stops nothing.
    #[must_use]
    pub fn is_stop_misplaced(&self) -> bool {
        matches!((self.target, self.stop), (Some(target), Some(stop)) if !self.reaches(target, stop))
    }

    /// Returns what the measure says; nothing while a figure it takes is missing.
    #[must_use]
    pub fn verdict(&self) -> Option<PilotVerdict> {
        let actual = self.actual?;
        let stop = self.stop.filter(|_| !self.is_stop_misplaced());
        if stop.is_some_and(|stop| !self.reaches(actual, stop)) {
            return Some(PilotVerdict::Stop);
        }
        Some(if self.reaches(actual, self.target?) { PilotVerdict::Go } else { PilotVerdict::Between })
    }
}

/// The small trial before the long contract.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Pilot {
    /// What is tried.
    pub scope: String,
    /// How many weeks it runs.
    pub weeks: Option<u16>,
    /// What is measured.
    pub measures: Vec<PilotMeasure>,
    /// Why there is none, where it is skipped.
    pub skipped_because: String,
}

/// What was decided and why.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
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
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
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
