//! VIKOR: the compromise between the good of the whole and the regret of the worst criterion (Opricovic & Tzeng 2004).

use thiserror::Error;

use crate::order;
use crate::rank::EQUAL;
use crate::table::{Direction, Table, bounds, rows_of};

/// How much the good of the whole counts against the largest regret, 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Strategy(f64);

/// Says that a strategy is not within 0 and 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("strategy_out_of_range")]
pub struct StrategyOutOfRange;

impl Strategy {
    /// Returns an error when v is not within 0 and 1.
    pub fn new(v: f64) -> Result<Self, StrategyOutOfRange> {
        if (0.0..=1.0).contains(&v) { Ok(Self(v)) } else { Err(StrategyOutOfRange) }
    }
}

impl Default for Strategy {
    /// Both count the same.
    fn default() -> Self {
        Self(0.5)
    }
}

/// The measures of every alternative and the compromise they lead to.
#[derive(Clone, Debug, PartialEq)]
pub struct Compromise {
    /// Q, 0 to 1, **lower** is better.
    pub scores: Vec<f64>,
    /// S, the weighted distance to the best over all criteria.
    pub utility: Vec<f64>,
    /// R, the largest weighted distance on any one criterion.
    pub regret: Vec<f64>,
    /// Whether the first is ahead of the second by at least `1/(m − 1)` (condition C1).
    pub acceptable_advantage: bool,
    /// Whether the first is also first on S or on R (condition C2).
    pub acceptable_stability: bool,
    /// The alternatives that form the compromise, in order of rows.
    pub set: Vec<usize>,
}

/// Computes the compromise ranking. A constant criterion contributes nothing; one alternative alone is the compromise.
#[must_use]
pub fn vikor(table: &Table, strategy: Strategy) -> Compromise {
    let columns: Vec<Vec<f64>> = table
        .columns()
        .zip(table.shares())
        .map(|((values, direction), share)| weighted_distances(&values, direction, *share))
        .collect();
    let distances = rows_of(&columns, table.rows().len());
    let utility: Vec<f64> = distances.iter().map(|row| row.iter().sum()).collect();
    let regret: Vec<f64> = distances.iter().map(|row| row.iter().copied().fold(0.0, f64::max)).collect();
    let scores: Vec<f64> = within_field(&utility)
        .iter()
        .zip(within_field(&regret))
        .map(|(utility, regret)| strategy.0 * utility + (1.0 - strategy.0) * regret)
        .collect();
    conclude(scores, utility, regret)
}

fn weighted_distances(values: &[f64], direction: Direction, share: f64) -> Vec<f64> {
    let (low, high) = bounds(values);
    if low == high {
        return vec![0.0; values.len()];
    }
    let distance = |x: &f64| match direction {
        Direction::Max => share * ((high - x) / (high - low)),
        Direction::Min => share * ((x - low) / (high - low)),
    };
    values.iter().map(distance).collect()
}

/// Places values between the lowest, 0, and the highest, 1. Where they are equal, rounding must not tell them apart.
fn within_field(values: &[f64]) -> Vec<f64> {
    let (low, high) = bounds(values);
    if high - low <= EQUAL {
        return vec![0.0; values.len()];
    }
    values.iter().map(|value| (value - low) / (high - low)).collect()
}

fn conclude(scores: Vec<f64>, utility: Vec<f64>, regret: Vec<f64>) -> Compromise {
    let mut order: Vec<(usize, f64)> = scores.iter().copied().enumerate().collect();
    order::sort_by(&mut order, |a, b| a.1.total_cmp(&b.1));
    let ahead = |value: f64, of: f64, by: f64| value - of < by - EQUAL;
    let (mut acceptable_advantage, mut acceptable_stability) = (true, true);
    let mut set: Vec<usize> = (0..scores.len()).collect();
    if let [(first, best), (_, second), ..] = order.as_slice() {
        let needed = 1.0 / (scores.len() - 1) as f64;
        acceptable_advantage = !ahead(*second, *best, needed);
        let leads =
            |values: &[f64]| values.get(*first).is_some_and(|value| value - bounds(values).0 <= EQUAL);
        acceptable_stability = leads(&utility) || leads(&regret);
        set = match (acceptable_advantage, acceptable_stability) {
            (true, true) => vec![*first],
            // Who ties with the second is as good a compromise as it.
            (true, false) => within(&scores, |score| score - second <= EQUAL),
            (false, _) => within(&scores, |score| ahead(score, *best, needed)),
        };
    }
    Compromise { scores, utility, regret, acceptable_advantage, acceptable_stability, set }
}

fn within(scores: &[f64], is_in: impl Fn(f64) -> bool) -> Vec<usize> {
    scores.iter().enumerate().filter(|(_, score)| is_in(**score)).map(|(place, _)| place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(rows: &[Vec<f64>]) -> Table {
        let n_columns = rows[0].len();
        Table::new(rows, &vec![Direction::Max; n_columns], &vec![1.0; n_columns]).unwrap()
    }

    #[test]
    fn one_alternative_is_the_compromise() {
        let alone = vikor(&table(&[vec![3.0, 4.0]]), Strategy::default());
        assert_eq!((alone.scores, alone.set), (vec![0.0], vec![0]));
        assert!(alone.acceptable_advantage && alone.acceptable_stability);
    }

    #[test]
    fn alternatives_that_do_not_differ_are_all_in_the_compromise() {
        let same = vikor(&table(&[vec![1.0, 2.0], vec![1.0, 2.0]]), Strategy::default());
        assert_eq!((same.scores, same.set), (vec![0.0, 0.0], vec![0, 1]));
        assert!(!same.acceptable_advantage);
    }

    #[test]
    fn a_strategy_lies_within_zero_and_one() {
        assert_eq!(Strategy::new(1.1), Err(StrategyOutOfRange));
        assert_eq!(Strategy::new(f64::NAN), Err(StrategyOutOfRange));
    }
}
