//! How much hangs on how few: the sum of squared shares (HHI) and the number of equal vendors it comes to.
//!
//! share = 100 × amount/total; HHI = Σ share²; effective vendors = 10 000/HHI. One vendor alone stands for itself; below
//! 1.5 the dependence is high, below 2.5 medium.

use thiserror::Error;

/// How strong a dependence is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Level {
    Low,
    Medium,
    High,
    /// There is one vendor only.
    Single,
}

impl Level {
    /// Returns the code used in reference cases.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
            Self::Single => "single",
        }
    }
}

/// What shares come to.
#[derive(Clone, Debug, PartialEq)]
pub struct Concentration {
    /// The shares in percent, in the order of the amounts.
    pub shares: Vec<f64>,
    /// The sum of their squares, up to 10 000.
    pub hhi: f64,
    /// How many vendors of equal share would have the same sum.
    pub effective: f64,
    /// The largest share in percent.
    pub largest: f64,
    /// How strong the dependence is.
    pub level: Level,
}

/// Says that an amount is below zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("an amount is below zero")]
pub struct NegativeAmount;

/// Below how many effective vendors the dependence is high.
const HIGH_BELOW: f64 = 1.5;
/// Below how many it is medium.
const MEDIUM_BELOW: f64 = 2.5;

/// Measures how amounts are shared; nothing where they come to nothing. Returns an error when one is below zero.
pub fn concentration(amounts: &[f64]) -> Result<Option<Concentration>, NegativeAmount> {
    if amounts.iter().any(|amount| *amount < 0.0) {
        return Err(NegativeAmount);
    }
    let total: f64 = amounts.iter().sum();
    if total <= 0.0 {
        return Ok(None);
    }
    let shares: Vec<_> = amounts.iter().map(|amount| 100.0 * amount / total).collect();
    let hhi: f64 = shares.iter().map(|share| share * share).sum();
    let effective = 10_000.0 / hhi;
    let level = match amounts.iter().filter(|amount| 0.0 < **amount).count() {
        1 => Level::Single,
        _ if effective < HIGH_BELOW => Level::High,
        _ if effective < MEDIUM_BELOW => Level::Medium,
        _ => Level::Low,
    };
    let largest = shares.iter().copied().fold(0.0, f64::max);
    Ok(Some(Concentration { shares, hhi, effective, largest, level }))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn equal_vendors_count_one_each_and_a_lone_one_stands_alone() {
        let show = |amounts: &[f64]| {
            let found = concentration(amounts).unwrap()?;
            Some((found.hhi, found.effective, found.level))
        };
        assert_eq!(show(&[5.0]), Some((10_000.0, 1.0, Level::Single)));
        assert_eq!(show(&[5.0, 0.0]), Some((10_000.0, 1.0, Level::Single)));
        assert_eq!(show(&[1.0, 1.0]), Some((5_000.0, 2.0, Level::Medium)));
        assert_eq!(show(&[1.0; 4]), Some((2_500.0, 4.0, Level::Low)));
        assert_eq!(show(&[]), None);
        assert_eq!(show(&[0.0]), None);
        assert_eq!(concentration(&[1.0, -1.0]), Err(NegativeAmount));
    }

    proptest! {
        #[test]
        fn effective_vendors_lie_between_one_and_their_number(
            amounts in prop::collection::vec(0.01_f64..1e9, 1..12),
            factor in 0.01_f64..1e3,
        ) {
            let found = concentration(&amounts).unwrap().unwrap();
            prop_assert!(1.0 - 1e-9 <= found.effective && found.effective <= amounts.len() as f64 + 1e-9);
            prop_assert!((found.shares.iter().sum::<f64>() - 100.0).abs() < 1e-6);
            // Only the proportions count.
            let scaled: Vec<_> = amounts.iter().map(|amount| amount * factor).collect();
            let scaled = concentration(&scaled).unwrap().unwrap();
            prop_assert!((scaled.hhi - found.hhi).abs() < 1e-4);
        }
    }
}
