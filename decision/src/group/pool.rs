//! The scores of several evaluators as one figure, and how far they lie apart.

use thiserror::Error;

use crate::group::median;
use crate::table::bounds;
use crate::weighting::{self, WeightingError};

/// Why scores cannot be put together. Evaluators count from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum PoolError {
    /// There is no evaluator, or no alternative.
    #[error("nothing_to_pool")]
    Nothing,
    /// An evaluator did not score as many alternatives as the others, or has no weight.
    #[error("not_rectangular")]
    NotRectangular,
    /// A score is not a finite number.
    #[error("value_not_finite")]
    Value(usize),
    /// The weights of the evaluators give no shares.
    #[error(transparent)]
    Weights(#[from] WeightingError),
}

/// Returns the weighted mean of each alternative's scores. Rows are evaluators, columns alternatives; one weight an
/// evaluator, of any positive sum.
pub fn weighted_mean(scores: &[Vec<f64>], weights: &[f64]) -> Result<Vec<f64>, PoolError> {
    let width = check(scores)?;
    if weights.len() != scores.len() {
        return Err(PoolError::NotRectangular);
    }
    let mut means = vec![0.0; width];
    for (row, share) in scores.iter().zip(weighting::shares(weights)?) {
        for (mean, score) in means.iter_mut().zip(row) {
            *mean += share * score;
        }
    }
    Ok(means)
}

/// Checks that every evaluator scored the same number of alternatives, and returns that number.
pub(crate) fn check(scores: &[Vec<f64>]) -> Result<usize, PoolError> {
    let width = scores.first().map_or(0, Vec::len);
    if width == 0 {
        return Err(PoolError::Nothing);
    }
    if scores.iter().any(|row| row.len() != width) {
        return Err(PoolError::NotRectangular);
    }
    match scores.iter().position(|row| row.iter().any(|score| !score.is_finite())) {
        Some(evaluator) => Err(PoolError::Value(evaluator)),
        None => Ok(width),
    }
}

/// How far the scores given to one thing lie apart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// How many scored it.
    pub count: usize,
    /// The mean.
    pub mean: f64,
    /// The median.
    pub median: f64,
    /// The sample standard deviation (divisor k − 1); nothing for one score alone.
    pub deviation: Option<f64>,
    /// The lowest score.
    pub lowest: f64,
    /// The highest score.
    pub highest: f64,
}

impl Spread {
    /// Measures scores; nothing where none is given.
    #[must_use]
    pub fn of(scores: &[f64]) -> Option<Self> {
        let median = median(scores)?;
        let count = scores.len();
        let mean = scores.iter().sum::<f64>() / count as f64;
        let squares: f64 = scores.iter().map(|score| (score - mean).powi(2)).sum();
        let deviation = (1 < count).then(|| (squares / (count as f64 - 1.0)).sqrt());
        let (lowest, highest) = bounds(scores);
        Some(Self { count, mean, median, deviation, lowest, highest })
    }

    /// Returns the highest score less the lowest.
    #[must_use]
    pub fn range(self) -> f64 {
        self.highest - self.lowest
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_pooled_is_named() {
        assert_eq!(weighted_mean(&[], &[]), Err(PoolError::Nothing));
        assert_eq!(weighted_mean(&[vec![1.0], vec![1.0, 2.0]], &[1.0, 1.0]), Err(PoolError::NotRectangular));
        assert_eq!(weighted_mean(&[vec![1.0]], &[0.0]), Err(WeightingError::AllZero.into()));
        assert_eq!(weighted_mean(&[vec![f64::NAN]], &[1.0]), Err(PoolError::Value(0)));
    }

    #[test]
    fn one_score_has_no_deviation() {
        assert_eq!(Spread::of(&[3.0]).unwrap().deviation, None);
        assert_eq!(Spread::of(&[1.0, 3.0]).unwrap().deviation, Some(2.0_f64.sqrt()));
        assert_eq!(Spread::of(&[]), None);
    }
}
