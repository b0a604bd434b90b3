//! Whole numbers within fixed bounds.

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A whole number from `MIN` to `MAX`, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(with = "u8"))]
#[serde(try_from = "u8", into = "u8")]
pub struct Bounded<const MIN: u8, const MAX: u8>(u8);

/// A rating from 1 to 5.
pub type Rating = Bounded<1, 5>;
/// A score from 0 to 5, where 0 is a judgement and not a missing answer.
pub type Score = Bounded<0, 5>;
/// A grade from 0 to 3 for an answer in an interview.
pub type Grade = Bounded<0, 3>;

/// Says that a number lies outside its scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("{found} is outside {min} to {max}")]
pub struct OutOfScale {
    /// The number found.
    pub found: u8,
    /// The lowest allowed number.
    pub min: u8,
    /// The highest allowed number.
    pub max: u8,
}

impl<const MIN: u8, const MAX: u8> Bounded<MIN, MAX> {
    /// Returns an error when the value is outside the scale.
    pub const fn new(value: u8) -> Result<Self, OutOfScale> {
        if value < MIN || MAX < value {
            return Err(OutOfScale { found: value, min: MIN, max: MAX });
        }
        Ok(Self(value))
    }

    /// Takes the nearest value of the scale.
    #[must_use]
    pub fn clamped(value: u8) -> Self {
        Self(value.clamp(MIN, MAX))
    }

    /// Returns the plain number.
    #[must_use]
    pub const fn get(self) -> u8 {
        self.0
    }
}

impl<const MIN: u8, const MAX: u8> TryFrom<u8> for Bounded<MIN, MAX> {
    type Error = OutOfScale;
    fn try_from(value: u8) -> Result<Self, OutOfScale> {
        Self::new(value)
    }
}
impl<const MIN: u8, const MAX: u8> From<Bounded<MIN, MAX>> for u8 {
    fn from(value: Bounded<MIN, MAX>) -> Self {
        value.0
    }
}
