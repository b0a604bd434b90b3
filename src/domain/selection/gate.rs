//! What a vendor has to pass before it is scored, and what was found.

use chrono::NaiveDate;
use decode::Decode;
use serde::Serialize;

use crate::domain::ids::Id;
use crate::domain::register::item;
use crate::domain::selection::Criterion;

/// How a gate is judged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
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
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
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
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
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
