//! The Borda count: each evaluator gives an alternative a point for every other one it beats (de Borda 1784).

use crate::group::pool::{self, PoolError};
use crate::rank::EQUAL;

/// The outcome of a count.
#[derive(Clone, Debug, PartialEq)]
pub struct Count {
    /// The points of each alternative, higher is better.
    pub points: Vec<f64>,
    /// How many voices prefer a to b, by a, then by b.
    pub preferences: Vec<Vec<f64>>,
}

/// Counts: an alternative gets the number of alternatives it beats plus half the number it ties with, times the voices
/// of the evaluator. Rows of scores are evaluators, columns alternatives, higher is better; one number of voices an
/// evaluator.
pub fn borda(scores: &[Vec<f64>], voices: &[f64]) -> Result<Count, PoolError> {
    let width = pool::check(scores)?;
    if voices.len() != scores.len() {
        return Err(PoolError::NotRectangular);
    }
    let (mut points, mut preferences) = (vec![0.0; width], vec![vec![0.0; width]; width]);
    for (row, voices) in scores.iter().zip(voices) {
        for ((own, points), cells) in row.iter().zip(&mut points).zip(&mut preferences) {
            // Against itself it would tie.
            *points -= voices / 2.0;
            for (other, cell) in row.iter().zip(cells) {
                if other + EQUAL < *own {
                    *points += voices;
                    *cell += voices;
                } else if (own - other).abs() <= EQUAL {
                    *points += voices / 2.0;
                }
            }
        }
    }
    Ok(Count { points, preferences })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn all_points_together_are_all_pairs(
            scores in prop::collection::vec(prop::collection::vec(0_u8..5, 4), 1..6),
        ) {
            let scores: Vec<Vec<f64>> =
                scores.iter().map(|row| row.iter().map(|score| f64::from(*score)).collect()).collect();
            let count = borda(&scores, &vec![1.0; scores.len()]).unwrap();
            prop_assert!((count.points.iter().sum::<f64>() - 6.0 * scores.len() as f64).abs() < 1e-9);
        }
    }
}
