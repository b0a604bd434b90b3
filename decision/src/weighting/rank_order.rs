//! Weights from nothing but an order of importance.

use crate::rank::EQUAL;
use crate::weighting::WeightingError;

/// How a position in the order becomes a weight; position 1 of n is the most important.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RankRule {
    /// Rank-order centroid: `(1/n) Σ 1/k` for k from the position to n, the mean of all weights in that order
    /// (Edwards & Barron 1994; Barron & Barrett 1996).
    #[default]
    Centroid,
    /// `2 (n + 1 − r) / (n (n + 1))` (Stillwell, Seaver & Edwards 1981).
    Sum,
    /// `(1/r) / Σ (1/k)` (Stillwell, Seaver & Edwards 1981).
    Reciprocal,
}

impl RankRule {
    /// Returns the weight of each position of n, the most important first; together 1.
    #[must_use]
    pub fn positions(self, n: usize) -> Vec<f64> {
        let count = n as f64;
        let harmonic: f64 = (1..=n).map(|k| 1.0 / k as f64).sum();
        let weight = |r: usize| match self {
            Self::Centroid => (r..=n).map(|k| 1.0 / k as f64).sum::<f64>() / count,
            Self::Sum => 2.0 * (count + 1.0 - r as f64) / (count * (count + 1.0)),
            Self::Reciprocal => 1.0 / r as f64 / harmonic,
        };
        (1..=n).map(weight).collect()
    }
}

/// Tells whether two criteria have the same rank.
pub(crate) fn is_same(a: f64, b: f64) -> bool {
    (a - b).abs() <= EQUAL
}

/// Returns weights from ranks of importance: the lower the rank the more important, only the order counts. Criteria of
/// equal rank share the mean of the weights of the positions they occupy, so that the sum stays 1.
pub fn from_ranks(ranks: &[f64], rule: RankRule) -> Result<Vec<f64>, WeightingError> {
    if ranks.is_empty() {
        return Err(WeightingError::Nothing);
    }
    if let Some(place) = ranks.iter().position(|rank| !rank.is_finite()) {
        return Err(WeightingError::Negative(place));
    }
    let positions = rule.positions(ranks.len());
    let weight = |rank: f64| {
        let ahead = ranks.iter().filter(|other| **other + EQUAL < rank).count();
        let sharing = ranks.iter().filter(|other| is_same(**other, rank)).count();
        positions.iter().skip(ahead).take(sharing).sum::<f64>() / sharing as f64
    };
    Ok(ranks.iter().map(|rank| weight(*rank)).collect())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const RULES: [RankRule; 3] = [RankRule::Centroid, RankRule::Sum, RankRule::Reciprocal];

    #[test]
    fn tied_criteria_share_the_positions_they_occupy() {
        let weights = from_ranks(&[2.0, 1.0, 2.0], RankRule::Centroid).unwrap();
        let expected = [(5.0 + 2.0) / 36.0, 11.0 / 18.0, (5.0 + 2.0) / 36.0];
        assert!(weights.iter().zip(expected).all(|(weight, expected)| (weight - expected).abs() < 1e-12));
    }

    proptest! {
        #[test]
        fn weights_sum_to_one_and_follow_the_order(ranks in prop::collection::vec(1_u8..8, 1..10)) {
            let ranks: Vec<f64> = ranks.into_iter().map(f64::from).collect();
            for rule in RULES {
                let weights = from_ranks(&ranks, rule).unwrap();
                prop_assert!((weights.iter().sum::<f64>() - 1.0).abs() < 1e-12);
                for (a, weight_a) in ranks.iter().zip(&weights) {
                    for (b, weight_b) in ranks.iter().zip(&weights) {
                        prop_assert!(a.total_cmp(b) == weight_b.total_cmp(weight_a));
                    }
                }
            }
        }
    }
}
