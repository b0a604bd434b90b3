//! The decision table: alternatives in rows, criteria in columns, each criterion in its own unit.

use thiserror::Error;

use crate::weighting::{self, WeightingError};

/// Which values of a criterion are good.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// The higher the better.
    #[default]
    Max,
    /// The lower the better.
    Min,
}

/// A table every method can rely on: at least one alternative and one criterion, every row as long as the criteria,
/// every value finite, weights as shares of 1.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    rows: Vec<Vec<f64>>,
    directions: Vec<Direction>,
    shares: Vec<f64>,
}

/// Why a table cannot be ranked. Rows and columns count from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum TableError {
    /// There is no alternative.
    #[error("no_alternatives")]
    NoAlternatives,
    /// The weights or the length of a row do not match the number of criteria.
    #[error("not_rectangular")]
    NotRectangular,
    /// A value is not a finite number, or larger than any unit makes it ([`LARGEST`]).
    #[error("value_not_finite")]
    Value {
        /// The alternative.
        row: usize,
        /// The criterion.
        column: usize,
    },
    /// The weights give no shares.
    #[error(transparent)]
    Weights(#[from] WeightingError),
}

/// The largest size of a value: far beyond any unit, and small enough that its square is finite.
pub const LARGEST: f64 = 1e150;

impl Table {
    /// Checks a table: values by alternative, then by criterion, one direction and one weight a criterion. Weights may
    /// have any positive sum.
    pub fn new(rows: &[Vec<f64>], directions: &[Direction], weights: &[f64]) -> Result<Self, TableError> {
        let shares = weighting::shares(weights)?;
        if rows.is_empty() {
            return Err(TableError::NoAlternatives);
        }
        if weights.len() != directions.len() || rows.iter().any(|row| row.len() != directions.len()) {
            return Err(TableError::NotRectangular);
        }
        for (row, values) in rows.iter().enumerate() {
            if let Some(column) = values.iter().position(|value| value.is_nan() || LARGEST < value.abs()) {
                return Err(TableError::Value { row, column });
            }
        }
        Ok(Self { rows: rows.to_vec(), directions: directions.to_vec(), shares })
    }

    /// Returns the values by alternative, then by criterion.
    #[must_use]
    pub fn rows(&self) -> &[Vec<f64>] {
        &self.rows
    }

    /// Returns the direction of each criterion.
    #[must_use]
    pub fn directions(&self) -> &[Direction] {
        &self.directions
    }

    /// Returns the weight of each criterion as a share of 1.
    #[must_use]
    pub fn shares(&self) -> &[f64] {
        &self.shares
    }

    /// Returns the values of each criterion with its direction.
    pub fn columns(&self) -> impl Iterator<Item = (Vec<f64>, Direction)> + '_ {
        let column =
            |place: usize| self.rows.iter().filter_map(|row| row.get(place).copied()).collect::<Vec<_>>();
        self.directions.iter().enumerate().map(move |(place, direction)| (column(place), *direction))
    }
}

/// Turns columns back into rows; every column has one value a row.
pub(crate) fn rows_of(columns: &[Vec<f64>], n_rows: usize) -> Vec<Vec<f64>> {
    let row = |place: usize| columns.iter().filter_map(|column| column.get(place).copied()).collect();
    (0..n_rows).map(row).collect()
}

/// Returns the lowest and the highest of values.
pub(crate) fn bounds(values: &[f64]) -> (f64, f64) {
    let low = values.iter().copied().fold(f64::INFINITY, f64::min);
    let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    (low, high)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_ranked_is_named() {
        let two = [Direction::Max; 2];
        let make = |rows: &[Vec<f64>], weights: &[f64]| Table::new(rows, &two, weights).map(|_| ());
        assert_eq!(make(&[], &[1.0, 1.0]), Err(TableError::NoAlternatives));
        assert_eq!(make(&[vec![1.0]], &[1.0, 1.0]), Err(TableError::NotRectangular));
        assert_eq!(make(&[vec![1.0, 2.0]], &[1.0]), Err(TableError::NotRectangular));
        assert_eq!(make(&[vec![1.0, f64::NAN]], &[1.0, 1.0]), Err(TableError::Value { row: 0, column: 1 }));
        assert_eq!(make(&[vec![1.0, 2.0]], &[0.0, 0.0]), Err(WeightingError::AllZero.into()));
        assert_eq!(make(&[vec![1.0, 2.0]], &[3.0, 1.0]), Ok(()));
    }
}
