//! Weights as shares of 1: from points people give, from an order of importance, from the data itself.

pub mod objective;
pub mod rank_order;

use thiserror::Error;

/// Why points give no weights. Places count from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum WeightingError {
    /// There is no criterion.
    #[error("no_criteria")]
    Nothing,
    /// A weight is negative or not finite.
    #[error("weight_negative")]
    Negative(usize),
    /// All weights are 0, so there is nothing to share out.
    #[error("weights_all_zero")]
    AllZero,
}

/// Divides points by their sum. Direct rating gives the points themselves; swing weighting gives 100 to the criterion
/// whose swing from worst to best matters most and the others in proportion to it (von Winterfeldt & Edwards 1986).
pub fn shares(points: &[f64]) -> Result<Vec<f64>, WeightingError> {
    if points.is_empty() {
        return Err(WeightingError::Nothing);
    }
    if let Some(place) = points.iter().position(|points| !points.is_finite() || *points < 0.0) {
        return Err(WeightingError::Negative(place));
    }
    let largest = points.iter().copied().fold(0.0, f64::max);
    if largest == 0.0 {
        return Err(WeightingError::AllZero);
    }
    // In parts of the largest, so that the sum of very large points stays finite.
    let parts: Vec<f64> = points.iter().map(|points| points / largest).collect();
    let sum: f64 = parts.iter().sum();
    Ok(parts.into_iter().map(|part| part / sum).collect())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_gives_no_weights_is_named() {
        assert_eq!(shares(&[]), Err(WeightingError::Nothing));
        assert_eq!(shares(&[0.0, 0.0]), Err(WeightingError::AllZero));
        assert_eq!(shares(&[1.0, -1.0]), Err(WeightingError::Negative(1)));
        assert_eq!(shares(&[f64::NAN]), Err(WeightingError::Negative(0)));
        assert_eq!(shares(&[f64::MAX, f64::MAX]), Ok(vec![0.5, 0.5]));
    }

    proptest! {
        #[test]
        fn shares_sum_to_one_and_keep_their_ratios(points in prop::collection::vec(0.1..1000.0_f64, 1..12)) {
            let shares = shares(&points).unwrap();
            prop_assert!((shares.iter().sum::<f64>() - 1.0).abs() < 1e-12);
            for (share, given) in shares.iter().zip(&points) {
                prop_assert!((share / shares[0] - given / points[0]).abs() < 1e-9 * given / points[0]);
            }
        }
    }
}
