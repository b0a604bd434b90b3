//! How a gain is shared: what the work came to cost less than agreed to begin with.

use decode::Decode;
use serde::Serialize;
use thiserror::Error;

use crate::domain::money::Money;

/// What is shared, and how.
#[derive(Clone, Debug, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct GainSharing {
    /// What the work would have cost without the improvement.
    pub baseline: Option<Money>,
    /// What it came to cost.
    pub actual: Option<Money>,
    /// The share of the gain the vendor gets, in basis points.
    pub share_bp: u32,
    /// The least the vendor gets; below 0 it bears so much of a loss at most. Without one it is 0.
    pub floor: Option<Money>,
    /// The most the vendor gets.
    pub cap: Option<Money>,
}

/// Half of the gain is the vendor's, unless something else was agreed.
impl Default for GainSharing {
    fn default() -> Self {
        Self { baseline: None, actual: None, share_bp: 5000, floor: None, cap: None }
    }
}

/// Which limit made the amount what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// The least.
    Floor,
    /// The most.
    Cap,
}

/// A shared gain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shared {
    /// The gain: baseline less actual cost; below 0 it is a loss.
    pub gain: Money,
    /// The vendor's share before the limits, rounded half up.
    pub share: Money,
    /// What the vendor gets; below 0 it pays.
    pub vendor: Money,
    /// What stays with the client.
    pub client: Money,
    /// The limit that counted.
    pub limit: Option<Limit>,
}

/// Why nothing is shared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum GainError {
    /// One of the two costs is missing.
    #[error("cost_missing")]
    CostMissing,
    /// The least is more than the most.
    #[error("floor_above_cap")]
    FloorAboveCap,
}

impl GainSharing {
    /// Tells whether anything was entered.
    #[must_use]
    pub fn is_begun(&self) -> bool {
        *self != Self::default()
    }

    /// Returns the least the vendor gets.
    #[must_use]
    pub fn least(&self) -> Money {
        self.floor.unwrap_or_default()
    }

    /// Computes min(cap, max(floor, share × (baseline − actual))).
    pub fn shared(&self) -> Result<Shared, GainError> {
        let (Some(baseline), Some(actual)) = (self.baseline, self.actual) else {
            return Err(GainError::CostMissing);
        };
        if self.cap.is_some_and(|cap| cap < self.least()) {
            return Err(GainError::FloorAboveCap);
        }
        let gain = baseline.0.saturating_sub(actual.0);
        let share = Money(gain).share(self.share_bp);
        let (vendor, limit) = match self.cap {
            Some(cap) if cap < share => (cap, Some(Limit::Cap)),
            _ if share < self.least() => (self.least(), Some(Limit::Floor)),
            _ => (share, None),
        };
        Ok(Shared { gain: Money(gain), share, vendor, client: Money(gain.saturating_sub(vendor.0)), limit })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shared(
        baseline: i64,
        actual: i64,
        floor: Option<i64>,
        cap: Option<i64>,
    ) -> Result<(i64, Option<Limit>), GainError> {
        let sharing = GainSharing {
            baseline: Some(Money(baseline)),
            actual: Some(Money(actual)),
            floor: floor.map(Money),
            cap: cap.map(Money),
            ..GainSharing::default()
        };
        sharing.shared().map(|shared| (shared.vendor.0, shared.limit))
    }

    #[test]
    fn a_gain_is_shared_within_its_limits() {
        assert_eq!(shared(100_000, 80_001, None, None), Ok((10_000, None)));
        assert_eq!(shared(100_000, 80_000, None, Some(6000)), Ok((6000, Some(Limit::Cap))));
        assert_eq!(shared(100_000, 120_000, None, None), Ok((0, Some(Limit::Floor))));
        assert_eq!(shared(100_000, 120_000, Some(-4000), None), Ok((-4000, Some(Limit::Floor))));
        assert_eq!(shared(100_000, 100_000, None, None), Ok((0, None)));
        assert_eq!(shared(1, 0, Some(2), Some(1)), Err(GainError::FloorAboveCap));
        assert_eq!(GainSharing::default().shared(), Err(GainError::CostMissing));
    }

    proptest! {
        #[test]
        fn both_sides_together_have_the_whole_gain(
            costs in prop::array::uniform2(0_i64..=Money::MAX.0),
            share_bp in 0_u32..=10_000,
            cap in prop::option::of(0_i64..1_000_000),
        ) {
            let [baseline, actual] = costs.map(|cost| Some(Money(cost)));
            let sharing = GainSharing { baseline, actual, share_bp, floor: None, cap: cap.map(Money) };
            let shared = sharing.shared().unwrap();
            prop_assert_eq!(shared.vendor.0 + shared.client.0, costs[0] - costs[1]);
            prop_assert!(0 <= shared.vendor.0 && shared.vendor.0 <= cap.unwrap_or(i64::MAX));
        }
    }
}
