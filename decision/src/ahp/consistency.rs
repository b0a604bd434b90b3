//! How far judgements of pairs contradict each other, and which one to look at first.

use crate::ahp::{Judgements, Priorities};

/// Whose table of the mean consistency index of random judgements is used. They differ, so it is always named.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RandomIndex {
    /// Saaty (1980), The Analytic Hierarchy Process: the table most tools and textbooks use, hence the default.
    #[default]
    Saaty1980,
    /// Saaty (2005), Theory and Applications of the Analytic Network Process.
    Saaty2005,
    /// Donegan & Dodd (1991).
    DoneganDodd1991,
    /// Tummala & Ling (1998).
    TummalaLing1998,
}

/// The consistency ratio above which judgements are usually questioned (Saaty 1980).
pub const USUAL_LIMIT: f64 = 0.1;

impl RandomIndex {
    /// Every table, the default first.
    pub const ALL: [Self; 4] =
        [Self::Saaty1980, Self::Saaty2005, Self::DoneganDodd1991, Self::TummalaLing1998];

    /// Returns the random index for n elements; 0 for one or two, nothing beyond ten, where the tables end.
    #[must_use]
    pub fn of(self, n: usize) -> Option<f64> {
        let from_three: [f64; 8] = match self {
            Self::Saaty1980 => [0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49],
            Self::Saaty2005 => [0.52, 0.89, 1.11, 1.25, 1.35, 1.4, 1.45, 1.49],
            Self::DoneganDodd1991 => [0.4914, 0.8286, 1.0591, 1.1797, 1.2519, 1.3171, 1.3733, 1.4055],
            Self::TummalaLing1998 => [0.5799, 0.8921, 1.1159, 1.2358, 1.3322, 1.3952, 1.4537, 1.4882],
        };
        match n {
            0 => None,
            1 | 2 => Some(0.0),
            _ => from_three.get(n - 3).copied(),
        }
    }
}

impl Priorities {
    /// Returns CR = CI / RI(n); 0 for one or two elements, nothing beyond ten.
    #[must_use]
    pub fn consistency_ratio(&self, table: RandomIndex) -> Option<f64> {
        let index = table.of(self.weights.len())?;
        // Two elements cannot contradict each other; their random index of 0 is no divisor.
        Some(if index == 0.0 { 0.0 } else { self.consistency_index / index })
    }
}

/// The judgement that fits the weights worst.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Revisit {
    /// The element of the row; counts from 0.
    pub row: usize,
    /// The element of the column, a later one.
    pub column: usize,
    /// What was judged.
    pub given: f64,
    /// What the weights say: `w_row / w_column`.
    pub consistent: f64,
}

/// Returns the judgement to revisit first: the one whose ratio to `w_i / w_j` is furthest from 1, either way (Saaty
/// 2003). Nothing where every judgement fits.
#[must_use]
pub fn revisit_first(judgements: &Judgements, weights: &[f64]) -> Option<Revisit> {
    let mut worst: Option<(f64, Revisit)> = None;
    for (row, (judged, weight)) in judgements.rows().iter().zip(weights).enumerate() {
        for (column, (given, other)) in judged.iter().zip(weights).enumerate().skip(row + 1) {
            let consistent = weight / other;
            let deviation = (given / consistent).ln().abs();
            if 1e-9 < deviation && worst.is_none_or(|(largest, _)| largest + 1e-12 < deviation) {
                worst = Some((deviation, Revisit { row, column, given: *given, consistent }));
            }
        }
    }
    worst.map(|(_, revisit)| revisit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_pen_is_found() {
        // Consistent judgements of the weights 8, 4, 2, 1, but the first against the last was entered as 1/8.
        let judgements = Judgements::from_upper(4, &[2.0, 4.0, 0.125, 2.0, 4.0, 2.0]).unwrap();
        let found = judgements.priorities().unwrap();
        let revisit = revisit_first(&judgements, &found.weights).unwrap();
        assert_eq!((revisit.row, revisit.column, revisit.given), (0, 3, 0.125));
        assert!(1.0 < revisit.consistent / revisit.given);
        assert!(USUAL_LIMIT < found.consistency_ratio(RandomIndex::default()).unwrap());
    }

    #[test]
    fn nothing_is_to_revisit_where_all_fits() {
        let judgements = Judgements::from_upper(3, &[2.0, 4.0, 2.0]).unwrap();
        let found = judgements.priorities().unwrap();
        assert_eq!(revisit_first(&judgements, &found.weights), None);
        assert!(found.consistency_ratio(RandomIndex::Saaty2005).unwrap().abs() < 1e-12);
    }

    #[test]
    fn tables_end_at_ten() {
        for table in RandomIndex::ALL {
            assert_eq!((table.of(0), table.of(2), table.of(11)), (None, Some(0.0), None));
            assert!(table.of(10).is_some());
        }
    }
}
