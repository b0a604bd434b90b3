//! Values of different units made comparable, one criterion at a time (Hwang & Yoon 1981).

use thiserror::Error;

use crate::table::{Direction, bounds};

/// How values of different units become comparable numbers, higher being better.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Normalization {
    /// Not at all: every criterion is on one common scale already, and higher is better.
    None,
    /// `x / max` and, where less is better, `min / x`.
    #[default]
    MaxRatio,
    /// `(x − min) / (max − min)` and, where less is better, `(max − x) / (max − min)`.
    MinMax,
    /// `x / Σx` and, where less is better, `(1/x) / Σ(1/x)`.
    Sum,
}

/// Says that a rule has nothing positive to divide by: a zero or a negative value where less is better, or a column
/// without a positive whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("ratio_undefined")]
pub struct RatioUndefined {
    /// The criterion; counts from 0.
    pub column: usize,
}

/// Normalises the values of one criterion. `column` only names it in the error.
pub fn normalize(
    values: &[f64],
    direction: Direction,
    rule: Normalization,
    column: usize,
) -> Result<Vec<f64>, RatioUndefined> {
    let (low, high) = bounds(values);
    let divides_by_values =
        direction == Direction::Min && matches!(rule, Normalization::MaxRatio | Normalization::Sum);
    if divides_by_values && low <= 0.0 {
        return Err(RatioUndefined { column });
    }
    let scale = |of: &dyn Fn(f64) -> f64, whole: f64| {
        // A criterion on which all have nothing tells none of them apart; a negative whole would turn the order round.
        if low == 0.0 && high == 0.0 {
            Ok(vec![0.0; values.len()])
        } else if whole <= 0.0 {
            Err(RatioUndefined { column })
        } else {
            Ok(values.iter().map(|x| of(*x) / whole).collect())
        }
    };
    match (rule, direction) {
        (Normalization::None, _) => Ok(values.to_vec()),
        (Normalization::MaxRatio, Direction::Max) => scale(&|x| x, high),
        (Normalization::MaxRatio, Direction::Min) => Ok(values.iter().map(|x| low / x).collect()),
        (Normalization::MinMax, _) => Ok(min_max(values, direction)),
        (Normalization::Sum, Direction::Max) => scale(&|x| x, values.iter().sum()),
        // `low/x` instead of `1/x`: the same shares, and no overflow for tiny values.
        (Normalization::Sum, Direction::Min) => scale(&|x| low / x, values.iter().map(|x| low / x).sum()),
    }
}

/// Places values between the worst, 0, and the best, 1. A criterion equal for all is 0 for all.
#[must_use]
pub fn min_max(values: &[f64], direction: Direction) -> Vec<f64> {
    let (low, high) = bounds(values);
    if low == high {
        return vec![0.0; values.len()];
    }
    let place = |x: &f64| match direction {
        Direction::Max => (x - low) / (high - low),
        Direction::Min => (high - x) / (high - low),
    };
    values.iter().map(place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_divided_by_zero_or_turned_round() {
        let undefined = Err(RatioUndefined { column: 3 });
        assert_eq!(normalize(&[0.0, 3.0], Direction::Min, Normalization::MaxRatio, 3), undefined);
        assert_eq!(normalize(&[0.0, 3.0], Direction::Min, Normalization::Sum, 3), undefined);
        assert_eq!(normalize(&[-1.0, -2.0], Direction::Max, Normalization::MaxRatio, 3), undefined);
        assert_eq!(normalize(&[-1.0, 1.0], Direction::Max, Normalization::Sum, 3), undefined);
        assert_eq!(normalize(&[0.0, 0.0], Direction::Max, Normalization::Sum, 3), Ok(vec![0.0, 0.0]));
        assert_eq!(normalize(&[7.0, 7.0], Direction::Min, Normalization::MinMax, 3), Ok(vec![0.0, 0.0]));
    }
}
