//! Weights from the data alone: a criterion counts the more the better it tells the alternatives apart.

use thiserror::Error;

use crate::normalize::min_max;
use crate::table::{Direction, bounds};

/// Why data give no weights. Columns count from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ObjectiveError {
    /// There are fewer than two alternatives, or no criterion.
    #[error("not_enough_alternatives")]
    TooFew,
    /// A row is not as long as the others, or does not match the directions.
    #[error("not_rectangular")]
    NotRectangular,
    /// A value is not finite, or negative where entropy needs shares.
    #[error("value_negative")]
    Value(usize),
    /// No criterion tells the alternatives apart, or all say the same.
    #[error("no_contrast")]
    NoContrast,
}

/// Entropy weights with what they consist of.
#[derive(Clone, Debug, PartialEq)]
pub struct Entropy {
    /// The weights, as shares of 1.
    pub weights: Vec<f64>,
    /// The entropy of each criterion, 0 to 1; 1 says nothing about the alternatives.
    pub entropy: Vec<f64>,
}

/// Weighs criteria by Shannon entropy: `p = x / Σx`, `e = −Σ p ln p / ln m`, `w = (1 − e) / Σ(1 − e)` (Zeleny 1982;
/// Hwang & Yoon 1981). Rows are alternatives; values are not negative, directions do not matter. A constant criterion
/// gets 0.
pub fn entropy(rows: &[Vec<f64>]) -> Result<Entropy, ObjectiveError> {
    let columns = columns(rows)?;
    let most = (rows.len() as f64).ln();
    let mut entropies = Vec::with_capacity(columns.len());
    for (place, values) in columns.iter().enumerate() {
        let (low, high) = bounds(values);
        if low < 0.0 {
            return Err(ObjectiveError::Value(place));
        }
        // By the formula a constant criterion has 1, but rounding would leave a trace of weight.
        if low == high {
            entropies.push(1.0);
            continue;
        }
        let sum: f64 = values.iter().map(|value| value / high).sum();
        let shares = values.iter().map(|value| value / high / sum).filter(|share| 0.0 < *share);
        entropies.push((-shares.map(|share| share * share.ln()).sum::<f64>() / most).clamp(0.0, 1.0));
    }
    let weights = in_proportion(entropies.iter().map(|entropy| 1.0 - entropy).collect())?;
    Ok(Entropy { weights, entropy: entropies })
}

/// Weighs criteria by contrast and conflict: `C_j = s_j Σ_k (1 − r_jk)` over min-max values that follow the direction,
/// `s` the deviation, `r` Pearson's correlation, `w = C / ΣC` (CRITIC: Diakoulaki, Mavrotas & Papayannakis 1995). Rows
/// are alternatives. A constant criterion gets 0 and leaves the others as if it were absent.
pub fn critic(rows: &[Vec<f64>], directions: &[Direction]) -> Result<Vec<f64>, ObjectiveError> {
    let columns = columns(rows)?;
    if columns.len() != directions.len() {
        return Err(ObjectiveError::NotRectangular);
    }
    let centred: Vec<Vec<f64>> = columns
        .iter()
        .zip(directions)
        .map(|(values, direction)| centre(&min_max(values, *direction)))
        .collect();
    let lengths: Vec<f64> = centred.iter().map(|values| dot(values, values).sqrt()).collect();
    let varying = lengths.iter().filter(|length| 0.0 < **length).count();
    let contrast = |own: &Vec<f64>, length: f64| {
        if length == 0.0 || varying == 1 {
            return length;
        }
        let others = centred.iter().zip(&lengths).filter(|(_, other)| 0.0 < **other);
        let conflict: f64 =
            others.map(|(other, its)| 1.0 - (dot(own, other) / (length * its)).clamp(-1.0, 1.0)).sum();
        // Columns that say the same differ by rounding only.
        if conflict < 1e-12 { 0.0 } else { length * conflict }
    };
    in_proportion(centred.iter().zip(&lengths).map(|(own, length)| contrast(own, *length)).collect())
}

fn columns(rows: &[Vec<f64>]) -> Result<Vec<Vec<f64>>, ObjectiveError> {
    let width = rows.first().map_or(0, Vec::len);
    if rows.len() < 2 || width == 0 {
        return Err(ObjectiveError::TooFew);
    }
    if rows.iter().any(|row| row.len() != width) {
        return Err(ObjectiveError::NotRectangular);
    }
    if let Some(place) = rows.iter().find_map(|row| row.iter().position(|value| !value.is_finite())) {
        return Err(ObjectiveError::Value(place));
    }
    let column = |place: usize| rows.iter().filter_map(|row| row.get(place).copied()).collect();
    Ok((0..width).map(column).collect())
}

fn in_proportion(parts: Vec<f64>) -> Result<Vec<f64>, ObjectiveError> {
    let sum: f64 = parts.iter().sum();
    if sum <= 0.0 {
        return Err(ObjectiveError::NoContrast);
    }
    Ok(parts.into_iter().map(|part| part / sum).collect())
}

fn centre(values: &[f64]) -> Vec<f64> {
    // A constant column is all 0 after min-max; its mean is exactly 0 too.
    let mean = values.iter().sum::<f64>() / values.len() as f64;
    values.iter().map(|value| value - mean).collect()
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const MAX: [Direction; 3] = [Direction::Max; 3];

    #[test]
    fn a_constant_criterion_gets_nothing_and_changes_nothing() {
        let rows = [vec![1.0, 5.0, 0.3], vec![4.0, 5.0, 0.1], vec![2.0, 5.0, 0.8]];
        let without: Vec<Vec<f64>> = rows.iter().map(|row| vec![row[0], row[2]]).collect();
        let (with, alone) = (critic(&rows, &MAX).unwrap(), critic(&without, &MAX[..2]).unwrap());
        assert_eq!((with[0], with[1], with[2]), (alone[0], 0.0, alone[1]));
        assert_eq!(entropy(&rows).unwrap().weights[1], 0.0);
    }

    #[test]
    fn data_without_contrast_are_named() {
        let same = [vec![0.1, 3.0], vec![0.1, 3.0], vec![0.1, 3.0]];
        assert_eq!(entropy(&same), Err(ObjectiveError::NoContrast));
        assert_eq!(critic(&same, &MAX[..2]), Err(ObjectiveError::NoContrast));
        let parallel = [vec![0.1, 1.0], vec![0.2, 2.0], vec![0.7, 7.0]];
        assert_eq!(critic(&parallel, &MAX[..2]), Err(ObjectiveError::NoContrast));
        assert_eq!(entropy(&[vec![1.0]]), Err(ObjectiveError::TooFew));
        assert_eq!(entropy(&[vec![1.0, -1.0], vec![1.0, 2.0]]), Err(ObjectiveError::Value(1)));
        assert_eq!(critic(&[vec![1.0, 2.0], vec![1.0, 3.0]], &MAX[..2]), Ok(vec![0.0, 1.0]));
    }

    proptest! {
        #[test]
        fn weights_lie_on_the_simplex_and_ignore_units(
            rows in prop::collection::vec(prop::collection::vec(0.5..9.0_f64, 3), 3..7), unit in 0.01..100.0_f64,
        ) {
            let scaled: Vec<Vec<f64>> =
                rows.iter().map(|row| vec![row[0] * unit, row[1], row[2]]).collect();
            let pairs = [
                (entropy(&rows).unwrap().weights, entropy(&scaled).unwrap().weights),
                (critic(&rows, &MAX).unwrap(), critic(&scaled, &MAX).unwrap()),
            ];
            for (weights, rescaled) in pairs {
                prop_assert!((weights.iter().sum::<f64>() - 1.0).abs() < 1e-12);
                prop_assert!(weights.iter().all(|weight| 0.0 <= *weight));
                prop_assert!(weights.iter().zip(&rescaled).all(|(a, b)| (a - b).abs() < 1e-9));
            }
        }
    }
}
