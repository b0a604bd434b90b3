//! Scores, bands and order of risks on the 5 × 5 matrix.

use chrono::NaiveDate;

use crate::domain::finding::{Finding, Severity};
use crate::domain::ids::Id;
use crate::domain::risk::{Risk, Treatment};
use crate::domain::scale::Rating;

/// How bad a score is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Band {
    Low,
    Medium,
    High,
    Critical,
}

impl Band {
    /// Returns the code used in reference cases.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
            Self::Critical => "critical",
        }
    }
}

/// The lowest score of each band above low.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BandFrom {
    /// Where medium begins.
    pub medium: u32,
    /// Where high begins.
    pub high: u32,
    /// Where critical begins.
    pub critical: u32,
}

impl Default for BandFrom {
    fn default() -> Self {
        Self { medium: 5, high: 10, critical: 16 }
    }
}

/// A place on the matrix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Level {
    /// How likely, 1 to 5.
    pub likelihood: u8,
    /// How bad, 1 to 5.
    pub impact: u8,
}

impl Level {
    /// Takes two ratings where both are given.
    #[must_use]
    pub fn of(likelihood: Option<Rating>, impact: Option<Rating>) -> Option<Self> {
        Some(Self { likelihood: likelihood?.get(), impact: impact?.get() })
    }

    /// Returns likelihood × impact.
    #[must_use]
    pub const fn score(self) -> u32 {
        self.likelihood as u32 * self.impact as u32
    }

    /// Returns how dark it is drawn, 1 to 5.
    #[must_use]
    pub const fn shade(self) -> u8 {
        match self.score() {
            0..=2 => 1,
            3..=4 => 2,
            5..=9 => 3,
            10..=15 => 4,
            _ => 5,
        }
    }

    /// Tells whether it lies above a tolerance line.
    #[must_use]
    pub const fn is_above(self, tolerance: u8) -> bool {
        (tolerance as u32) < self.score()
    }

    /// Returns the band. The worst impact is never low.
    #[must_use]
    pub const fn band(self, from: BandFrom) -> Band {
        let score = self.score();
        if score >= from.critical {
            Band::Critical
        } else if score >= from.high {
            Band::High
        } else if score >= from.medium || self.impact == 5 {
            Band::Medium
        } else {
            Band::Low
        }
    }
}

impl Risk {
    /// Returns where it stands before measures.
    #[must_use]
    pub fn inherent(&self) -> Option<Level> {
        Level::of(self.likelihood, self.impact)
    }

    /// Returns where it stands after measures.
    #[must_use]
    pub fn residual(&self) -> Option<Level> {
        Level::of(self.residual_likelihood, self.residual_impact)
    }

    /// Tells whether it asks for a plan: it lies above the tolerance line as it stands now.
    #[must_use]
    pub fn is_high(&self, tolerance: u8) -> bool {
        self.present().is_some_and(|level| level.is_above(tolerance))
    }

    /// Returns where it stands now: after measures where that is judged, else before.
    #[must_use]
    pub fn present(&self) -> Option<Level> {
        self.residual().or_else(|| self.inherent())
    }
}

/// Returns the level of a probability in basis points: below 10 % 1, below 30 % 2, below 50 % 3, up to 80 % 4, above 5.
#[must_use]
pub const fn likelihood_of(probability_bp: u32) -> u8 {
    match probability_bp {
        0..1000 => 1,
        1000..3000 => 2,
        3000..5000 => 3,
        5000..=8000 => 4,
        _ => 5,
    }
}

/// What decides the order of one risk: score, impact, velocity, the highest first; the rest keeps its order.
#[must_use]
pub fn order_key(level: Option<Level>, velocity: Option<Rating>) -> impl Ord {
    let (score, impact) = level.map_or((0, 0), |level| (level.score(), level.impact));
    std::cmp::Reverse((score, impact, velocity.map_or(0, Rating::get)))
}

/// What is wrong with how a risk is treated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Code {
    ResidualAboveInherent,
    AcceptWithoutOwner,
    AcceptWithoutExpiry,
    AcceptExpired,
}

impl Code {
    /// Returns the code used in reference cases.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::ResidualAboveInherent => "risk.residual_above_inherent",
            Self::AcceptWithoutOwner => "risk.accept_without_owner",
            Self::AcceptWithoutExpiry => "risk.accept_without_expiry",
            Self::AcceptExpired => "risk.accept_expired",
        }
    }
}

/// Lists what is wrong with how a risk is treated.
#[must_use]
pub fn check(risk: &Risk, as_of: NaiveDate) -> Vec<Finding<Code, Id<Risk>>> {
    let mut findings = Vec::new();
    let mut find = |severity, code| findings.push(Finding { severity, code, place: risk.id });
    if let (Some(before), Some(after)) = (risk.inherent(), risk.residual())
        && before.score() < after.score()
        && risk.residual_reason.trim().is_empty()
    {
        find(Severity::Error, Code::ResidualAboveInherent);
    }
    if risk.treatment == Treatment::Accept {
        if risk.owner.is_none() {
            find(Severity::Error, Code::AcceptWithoutOwner);
        }
        match risk.accept_until {
            None => find(Severity::Error, Code::AcceptWithoutExpiry),
            Some(until) if until < as_of => find(Severity::Warning, Code::AcceptExpired),
            Some(_) => (),
        }
    }
    findings
}
