//! TOPSIS: near the best that occurs and far from the worst (Hwang & Yoon 1981).

use crate::normalize::min_max;
use crate::table::{Direction, Table, bounds, rows_of};

/// How values become comparable before distances are taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scaling {
    /// `x / √Σx²`, the direction kept; a column of zeros stays 0.
    #[default]
    Vector,
    /// From the worst, 0, to the best, 1.
    MinMax,
}

/// The closeness of every alternative with the distances it consists of.
#[derive(Clone, Debug, PartialEq)]
pub struct Closeness {
    /// `D⁻ / (D⁺ + D⁻)`, 0 to 1, higher is better; 0.5 for all where the alternatives do not differ at all.
    pub scores: Vec<f64>,
    /// The distance D⁺ to the best of each criterion.
    pub to_ideal: Vec<f64>,
    /// The distance D⁻ to the worst of each criterion.
    pub to_anti_ideal: Vec<f64>,
}

/// Computes the closeness of every alternative.
#[must_use]
pub fn topsis(table: &Table, scaling: Scaling) -> Closeness {
    let gaps = Gaps::of(table, scaling);
    let to_ideal = distances(&gaps.to_best, table.shares());
    let to_anti_ideal = distances(&gaps.to_worst, table.shares());
    let scores = to_ideal.iter().zip(&to_anti_ideal).map(|(best, worst)| closeness(*best, *worst)).collect();
    Closeness { scores, to_ideal, to_anti_ideal }
}

/// How far each scaled, unweighted value is from the best and the worst of its criterion, by alternative, then by
/// criterion.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Gaps {
    pub(crate) to_best: Vec<Vec<f64>>,
    pub(crate) to_worst: Vec<Vec<f64>>,
}

impl Gaps {
    pub(crate) fn of(table: &Table, scaling: Scaling) -> Self {
        let (mut to_best, mut to_worst) = (Vec::new(), Vec::new());
        for (values, direction) in table.columns() {
            let (scaled, direction) = match scaling {
                Scaling::Vector => (unit_vector(&values), direction),
                Scaling::MinMax => (min_max(&values, direction), Direction::Max),
            };
            let (low, high) = bounds(&scaled);
            let (best, worst) = if direction == Direction::Max { (high, low) } else { (low, high) };
            to_best.push(scaled.iter().map(|value| value - best).collect());
            to_worst.push(scaled.iter().map(|value| value - worst).collect());
        }
        let n_rows = table.rows().len();
        Self { to_best: rows_of(&to_best, n_rows), to_worst: rows_of(&to_worst, n_rows) }
    }
}

/// Scales a column to length 1. Dividing by the largest first keeps squares of very large values finite.
fn unit_vector(values: &[f64]) -> Vec<f64> {
    let largest = values.iter().fold(0.0_f64, |largest, value| largest.max(value.abs()));
    if largest == 0.0 {
        return vec![0.0; values.len()];
    }
    let length = values.iter().map(|value| (value / largest).powi(2)).sum::<f64>().sqrt();
    values.iter().map(|value| value / largest / length).collect()
}

fn distances(gaps: &[Vec<f64>], shares: &[f64]) -> Vec<f64> {
    let distance =
        |row: &Vec<f64>| row.iter().zip(shares).map(|(gap, share)| (gap * share).powi(2)).sum::<f64>();
    gaps.iter().map(|row| distance(row).sqrt()).collect()
}

fn closeness(to_ideal: f64, to_anti_ideal: f64) -> f64 {
    let both = to_ideal + to_anti_ideal;
    if both == 0.0 { 0.5 } else { to_anti_ideal / both }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_alternative_and_empty_columns_give_a_finite_score() {
        let alone = Table::new(&[vec![3.0, 4.0]], &[Direction::Max, Direction::Min], &[1.0, 1.0]).unwrap();
        assert_eq!(topsis(&alone, Scaling::Vector).scores, [0.5]);
        let rows = [vec![0.0, 1e149], vec![0.0, 1e150]];
        let zeros = Table::new(&rows, &[Direction::Max; 2], &[1.0, 1.0]).unwrap();
        assert_eq!(topsis(&zeros, Scaling::Vector).scores, [0.0, 1.0]);
        assert_eq!(topsis(&zeros, Scaling::MinMax).scores, [0.0, 1.0]);
    }
}
