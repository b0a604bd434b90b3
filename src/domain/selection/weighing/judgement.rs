//! How much more one thing counts than another.

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// How much more one thing counts than another: 0 as much, k that the first counts k + 1 times as much, −k that the
/// second does. From −8 to 8, the steps of Saaty's scale 1 to 9.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(with = "i8"))]
#[serde(try_from = "i8", into = "i8")]
pub struct Judgement(pub(super) i8);

/// Says that a number is no judgement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("{0} is outside -8 to 8")]
pub struct NoJudgement(pub i8);

impl Judgement {
    /// The furthest a judgement goes, either way.
    pub const MOST: i8 = 8;
    /// The answers of a trade-off question, the first much more to the second much more: 5, 3 and 1 times as much.
    pub const ANSWERS: [Self; 5] = [Self(4), Self(2), Self(0), Self(-2), Self(-4)];

    /// Goes through the scale, from the first counting 9 times as much to the second doing so.
    pub fn all() -> impl Iterator<Item = Self> {
        (-Self::MOST..=Self::MOST).rev().map(Self)
    }

    /// Takes the step of the scale that comes nearest to a ratio.
    #[must_use]
    pub fn nearest(ratio: f64) -> Self {
        let most = f64::from(Self::MOST);
        let steps = |times: f64| (times.round() - 1.0).clamp(0.0, most) as i8;
        Self(if ratio < 1.0 { -steps(1.0 / ratio) } else { steps(ratio) })
    }

    /// Returns the plain number.
    #[must_use]
    pub const fn get(self) -> i8 {
        self.0
    }

    /// Returns how many times as much the one that counts more counts.
    #[must_use]
    pub const fn times(self) -> u8 {
        self.0.unsigned_abs() + 1
    }

    /// Returns how many times as much the first counts.
    #[must_use]
    pub fn ratio(self) -> f64 {
        let times = f64::from(self.times());
        if self.0 < 0 { 1.0 / times } else { times }
    }

    /// Turns it round: the second against the first.
    #[must_use]
    pub const fn turned(self) -> Self {
        Self(-self.0)
    }
}

impl TryFrom<i8> for Judgement {
    type Error = NoJudgement;
    fn try_from(value: i8) -> Result<Self, NoJudgement> {
        if value.unsigned_abs() <= Self::MOST.unsigned_abs() {
            Ok(Self(value))
        } else {
            Err(NoJudgement(value))
        }
    }
}
impl From<Judgement> for i8 {
    fn from(judgement: Judgement) -> Self {
        judgement.0
    }
}
