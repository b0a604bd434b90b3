//! What the checks say about the content. Findings advise; they never block typing.

use decode::Decode;
use serde::Serialize;

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// It has to be mended before a signature.
    Error,
    /// It is worth a look.
    Warning,
    /// It is good to know.
    Note,
}

impl Severity {
    /// Returns the code used in files and reference cases.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// One finding: how bad, what, and where. `C` is the closed set of codes of one rule family, `P` the place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding<C, P> {
    /// How much it matters.
    pub severity: Severity,
    /// Which rule found it.
    pub code: C,
    /// What it is about.
    pub place: P,
}
