//! PROMETHEE II: pairwise preferences summed to flows (Brans, Vincke & Mareschal 1986).

use thiserror::Error;

use crate::table::{Direction, Table};

/// How a difference d on one criterion, in its own unit, becomes a preference of 0 to 1. It is 0 for d ≤ 0.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Preference {
    /// Any difference is a full preference.
    #[default]
    Usual,
    /// Full above the indifference `q`.
    UShape {
        /// The largest difference that does not matter.
        q: f64,
    },
    /// Rising evenly, full from `p` on.
    VShape {
        /// The smallest difference that is a full preference.
        p: f64,
    },
    /// Half above `q`, full above `p`.
    Level {
        /// The largest difference that does not matter.
        q: f64,
        /// The largest difference that is half a preference.
        p: f64,
    },
    /// Rising evenly from `q`, full above `p`.
    Linear {
        /// The largest difference that does not matter.
        q: f64,
        /// The smallest difference that is a full preference.
        p: f64,
    },
    /// `1 − exp(−d² / 2s²)`.
    Gaussian {
        /// The difference at which the curve turns.
        s: f64,
    },
}

/// Why there are no flows. Columns count from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum PreferenceError {
    /// There are not as many preference functions as criteria.
    #[error("preference_count")]
    Count,
    /// A threshold is negative or not finite, `p` is below `q`, or `s` is not above 0.
    #[error("preference_threshold")]
    Threshold(usize),
}

/// The flows of every alternative with the preferences they consist of.
#[derive(Clone, Debug, PartialEq)]
pub struct Flows {
    /// The net flow φ = φ⁺ − φ⁻, −1 to 1, higher is better; together 0.
    pub scores: Vec<f64>,
    /// φ⁺: how far it is preferred to the others on average.
    pub leaving: Vec<f64>,
    /// φ⁻: how far the others are preferred to it on average.
    pub entering: Vec<f64>,
    /// π(a, b), by a, then by b: how far a is preferred to b.
    pub preferences: Vec<Vec<f64>>,
}

/// Computes the flows, one preference function a criterion. One alternative alone has flows of 0.
pub fn promethee2(table: &Table, preferences: &[Preference]) -> Result<Flows, PreferenceError> {
    if preferences.len() != table.directions().len() {
        return Err(PreferenceError::Count);
    }
    if let Some(column) = preferences.iter().position(|preference| !preference.is_sound()) {
        return Err(PreferenceError::Threshold(column));
    }
    let rows = table.rows();
    let mut matrix = vec![vec![0.0; rows.len()]; rows.len()];
    for ((values, direction), (preference, share)) in
        table.columns().zip(preferences.iter().zip(table.shares()))
    {
        let largest = values.iter().fold(0.0_f64, |largest, value| largest.max(value.abs()));
        for (a, cells) in values.iter().zip(&mut matrix) {
            for (b, cell) in values.iter().zip(cells) {
                let difference = if direction == Direction::Max { a - b } else { b - a };
                *cell += share * preference.of(difference, largest * ROUNDING);
            }
        }
    }
    let others = rows.len().saturating_sub(1).max(1) as f64;
    let leaving: Vec<f64> = matrix.iter().map(|row| row.iter().sum::<f64>() / others).collect();
    let entering: Vec<f64> = (0..rows.len())
        .map(|place| matrix.iter().filter_map(|row| row.get(place)).sum::<f64>() / others)
        .collect();
    let scores = leaving.iter().zip(&entering).map(|(out, into)| out - into).collect();
    Ok(Flows { scores, leaving, entering, preferences: matrix })
}

/// The share of a criterion's largest value that a difference may be off by rounding alone: 0.8 − 0.7 is no more
/// than 0.1.
const ROUNDING: f64 = 1e-12;

impl Preference {
    fn of(self, difference: f64, rounding: f64) -> f64 {
        let exceeds = |threshold: f64| threshold + rounding < difference;
        if !exceeds(0.0) {
            return 0.0;
        }
        let step = |is: bool| if is { 1.0 } else { 0.0 };
        match self {
            Self::Usual => 1.0,
            Self::UShape { q } => step(exceeds(q)),
            Self::VShape { p } if exceeds(p) => 1.0,
            Self::VShape { p } => (difference / p).min(1.0),
            Self::Level { q, p } => 0.5 * (step(exceeds(q)) + step(exceeds(p))),
            Self::Linear { q, .. } if !exceeds(q) => 0.0,
            Self::Linear { p, .. } if exceeds(p) => 1.0,
            Self::Linear { q, p } => ((difference - q) / (p - q)).clamp(0.0, 1.0),
            Self::Gaussian { s } => 1.0 - (-(difference / s).powi(2) / 2.0).exp(),
        }
    }

    fn is_sound(self) -> bool {
        let is_size = |threshold: f64| threshold.is_finite() && 0.0 <= threshold;
        match self {
            Self::Usual => true,
            Self::UShape { q } => is_size(q),
            Self::VShape { p } => is_size(p),
            Self::Level { q, p } | Self::Linear { q, p } => is_size(q) && is_size(p) && q <= p,
            Self::Gaussian { s } => is_size(s) && 0.0 < s,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_on_the_threshold_does_not_exceed_it() {
        let at = |preference: Preference, difference| preference.of(difference, 1e-12);
        assert_eq!(at(Preference::UShape { q: 0.1 }, 0.8 - 0.7), 0.0);
        assert_eq!(at(Preference::Level { q: 1.0, p: 2.0 }, 1.0), 0.0);
        assert_eq!(at(Preference::Level { q: 1.0, p: 2.0 }, 2.0), 0.5);
        assert_eq!(at(Preference::Linear { q: 1.0, p: 1.0 }, 1.0), 0.0);
        assert_eq!(at(Preference::Linear { q: 1.0, p: 1.0 }, 1.5), 1.0);
        assert_eq!(at(Preference::VShape { p: 0.0 }, 0.5), 1.0);
    }

    #[test]
    fn what_is_no_threshold_is_refused() {
        let table = Table::new(&[vec![1.0], vec![2.0]], &[Direction::Max], &[1.0]).unwrap();
        let refused = Err(PreferenceError::Threshold(0));
        assert_eq!(promethee2(&table, &[]), Err(PreferenceError::Count));
        for preference in [
            Preference::Gaussian { s: 0.0 },
            Preference::Linear { q: 2.0, p: 1.0 },
            Preference::UShape { q: f64::NAN },
        ] {
            assert_eq!(promethee2(&table, &[preference]), refused);
        }
    }
}
