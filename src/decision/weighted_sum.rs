//! The weighted sum over measured values (simple additive weighting, SAW; Hwang & Yoon 1981).
//!
//! Values stand in rows of alternatives and columns of criteria, each in its own unit.

use thiserror::Error;

/// Which values of a criterion are good.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// The higher the better.
    #[default]
    Max,
    /// The lower the better.
    Min,
}

/// How values of different units become comparable numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Normalization {
    /// Not at all: every criterion is on one common scale already.
    None,
    /// `x / max` and, where less is better, `min / x`.
    #[default]
    MaxRatio,
    /// `(x − min) / (max − min)` and, where less is better, `(max − x) / (max − min)`.
    MinMax,
    /// `x / Σx` and, where less is better, `(1/x) / Σ(1/x)`.
    Sum,
}

/// Why there is no result. Columns count from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Undefined {
    /// The weights are not as many as the columns, are negative, or are all 0.
    #[error("weights")]
    Weights,
    /// A value is missing or not finite.
    #[error("value in column {0}")]
    Value(usize),
    /// The rule divides by 0 in this column, or mixes signs in a ratio.
    #[error("ratio in column {0}")]
    Ratio(usize),
}

/// Normalises one column of values.
pub fn normalize(
    values: &[f64],
    direction: Direction,
    rule: Normalization,
    column: usize,
) -> Result<Vec<f64>, Undefined> {
    if values.iter().any(|value| !value.is_finite()) {
        return Err(Undefined::Value(column));
    }
    let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let low = values.iter().copied().fold(f64::INFINITY, f64::min);
    let needs_positive = match rule {
        Normalization::None | Normalization::MinMax => false,
        Normalization::MaxRatio | Normalization::Sum => direction == Direction::Min,
    };
    if needs_positive && low <= 0.0 {
        return Err(Undefined::Ratio(column));
    }
    let scale = |of: &dyn Fn(f64) -> f64, whole: f64| {
        if whole == 0.0 {
            Err(Undefined::Ratio(column))
        } else {
            Ok(values.iter().map(|x| of(*x) / whole).collect())
        }
    };
    match (rule, direction) {
        (Normalization::None, _) => Ok(values.to_vec()),
        (Normalization::MaxRatio, Direction::Max) => scale(&|x| x, high),
        (Normalization::MaxRatio, Direction::Min) => Ok(values.iter().map(|x| low / x).collect()),
        // A criterion on which all are equal tells none of them apart.
        (Normalization::MinMax, _) if high == low => Ok(vec![0.0; values.len()]),
        (Normalization::MinMax, Direction::Max) => scale(&|x| x - low, high - low),
        (Normalization::MinMax, Direction::Min) => scale(&|x| high - x, high - low),
        (Normalization::Sum, Direction::Max) => scale(&|x| x, values.iter().sum()),
        (Normalization::Sum, Direction::Min) => scale(&|x| 1.0 / x, values.iter().map(|x| 1.0 / x).sum()),
    }
}

/// The weighted sum of every alternative with what it consists of.
#[derive(Clone, Debug, PartialEq)]
pub struct Sums {
    /// The weights as shares of 1.
    pub shares: Vec<f64>,
    /// The normalised values: rows of alternatives, columns of criteria.
    pub normalized: Vec<Vec<f64>>,
    /// The score of each alternative, higher is better.
    pub scores: Vec<f64>,
}

/// Computes the weighted sums. Weights may have any positive sum.
pub fn weighted_sum(
    rows: &[Vec<f64>],
    directions: &[Direction],
    weights: &[f64],
    rule: Normalization,
) -> Result<Sums, Undefined> {
    let total: f64 = weights.iter().sum();
    let is_odd = weights.iter().any(|weight| !weight.is_finite() || *weight < 0.0);
    if weights.len() != directions.len() || is_odd || total <= 0.0 {
        return Err(Undefined::Weights);
    }
    let shares: Vec<f64> = weights.iter().map(|weight| weight / total).collect();
    let mut normalized = vec![Vec::with_capacity(directions.len()); rows.len()];
    for (column, direction) in directions.iter().enumerate() {
        let values: Option<Vec<f64>> = rows.iter().map(|row| row.get(column).copied()).collect();
        let values = values.ok_or(Undefined::Value(column))?;
        for (row, value) in normalized.iter_mut().zip(normalize(&values, *direction, rule, column)?) {
            row.push(value);
        }
    }
    let score = |row: &Vec<f64>| row.iter().zip(&shares).map(|(value, share)| value * share).sum();
    Ok(Sums { scores: normalized.iter().map(score).collect(), shares, normalized })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ratio_to_nothing_is_named_and_not_computed() {
        let rows = [vec![0.0, 1.0], vec![3.0, 2.0]];
        let both = [Direction::Min, Direction::Max];
        assert_eq!(
            weighted_sum(&rows, &both, &[1.0, 1.0], Normalization::MaxRatio),
            Err(Undefined::Ratio(0))
        );
        assert_eq!(weighted_sum(&rows, &both, &[0.0, 0.0], Normalization::MinMax), Err(Undefined::Weights));
        assert_eq!(
            weighted_sum(&[vec![f64::NAN]], &[Direction::Max], &[1.0], Normalization::None),
            Err(Undefined::Value(0))
        );
        assert_eq!(
            weighted_sum(&[vec![0.0]], &[Direction::Max], &[1.0], Normalization::Sum),
            Err(Undefined::Ratio(0))
        );
    }

    #[test]
    fn a_criterion_equal_for_all_changes_no_order() {
        let rows = [vec![2.0, 7.0], vec![1.0, 7.0]];
        let sums = weighted_sum(&rows, &[Direction::Max; 2], &[1.0, 3.0], Normalization::MinMax).unwrap();
        assert_eq!(sums.scores, [0.25, 0.0]);
    }
}
