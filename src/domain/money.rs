//! Amounts of money in minor units.

use serde::{Deserialize, Serialize};

/// An amount in minor units (fen, cents) of the project's currency.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Money(pub i64);

impl Money {
    /// The largest amount a file may hold: 10^13 minor units.
    pub const MAX: Self = Self(10_000_000_000_000);

    /// Returns the amount in major units (yuan, euro).
    #[must_use]
    pub fn major(self) -> f64 {
        self.0 as f64 / 100.0
    }

    /// Returns a share in basis points, rounded half up to a minor unit; below 0 too.
    #[must_use]
    pub fn share(self, bp: u32) -> Self {
        let share = (2 * i128::from(self.0) * i128::from(bp) + 10_000).div_euclid(20_000);
        Self(i64::try_from(share).unwrap_or(if self.0 < 0 { i64::MIN } else { i64::MAX }))
    }

    /// Takes an amount in major units, rounded to the nearest minor unit and kept within the allowed size.
    #[must_use]
    pub fn from_major(major: f64) -> Self {
        Self((major * 100.0).round().clamp(-(Self::MAX.0 as f64), Self::MAX.0 as f64) as i64)
    }
}

/// The currency of a project.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "UPPERCASE")]
pub enum Currency {
    /// Chinese yuan.
    #[default]
    Cny,
    /// Euro.
    Eur,
    /// Pound sterling.
    Gbp,
    /// US dollar.
    Usd,
    /// Hong Kong dollar.
    Hkd,
    /// Singapore dollar.
    Sgd,
}

impl Currency {
    /// Every currency, in the order of choice lists.
    pub const ALL: [Self; 6] = [Self::Cny, Self::Usd, Self::Eur, Self::Gbp, Self::Hkd, Self::Sgd];

    /// Returns the sign written before an amount.
    #[must_use]
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Cny => "¥",
            Self::Eur => "€",
            Self::Gbp => "£",
            Self::Usd => "$",
            Self::Hkd => "HK$",
            Self::Sgd => "S$",
        }
    }
}
