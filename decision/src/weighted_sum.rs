//! The weighted sum over measured values (simple additive weighting, SAW: Hwang & Yoon 1981; over value scores given by
//! people, SMART: Edwards 1977, Goodwin & Wright).

use crate::normalize::{Normalization, RatioUndefined, normalize};
use crate::table::{Table, rows_of};

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

/// Computes the weighted sums.
pub fn weighted_sum(table: &Table, rule: Normalization) -> Result<Sums, RatioUndefined> {
    let columns: Vec<Vec<f64>> = table
        .columns()
        .enumerate()
        .map(|(place, (values, direction))| normalize(&values, direction, rule, place))
        .collect::<Result<_, _>>()?;
    let normalized = rows_of(&columns, table.rows().len());
    let score = |row: &Vec<f64>| row.iter().zip(table.shares()).map(|(value, share)| value * share).sum();
    Ok(Sums { scores: normalized.iter().map(score).collect(), shares: table.shares().to_vec(), normalized })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::Direction;

    #[test]
    fn a_ratio_to_nothing_is_named_and_not_computed() {
        let rows = [vec![1.0, 0.0], vec![2.0, 3.0]];
        let table = Table::new(&rows, &[Direction::Max, Direction::Min], &[1.0, 1.0]).unwrap();
        let undefined = Err(RatioUndefined { column: 1 });
        assert_eq!(weighted_sum(&table, Normalization::MaxRatio), undefined);
        assert_eq!(weighted_sum(&table, Normalization::Sum), undefined);
        assert_eq!(weighted_sum(&table, Normalization::MinMax).unwrap().scores, [0.5, 0.5]);
    }

    #[test]
    fn a_criterion_equal_for_all_changes_no_order() {
        let rows = [vec![2.0, 7.0], vec![1.0, 7.0]];
        let table = Table::new(&rows, &[Direction::Max; 2], &[1.0, 3.0]).unwrap();
        assert_eq!(weighted_sum(&table, Normalization::MinMax).unwrap().scores, [0.25, 0.0]);
    }
}
