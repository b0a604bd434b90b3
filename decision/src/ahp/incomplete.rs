//! Judgements of pairs of which some are missing, as when somebody stops early (Harker 1987, Incomplete pairwise
//! comparisons in the analytic hierarchy process, Mathematical Modelling 9(11)).

use crate::ahp::consistency::RandomIndex;
use crate::ahp::{JudgementError, Judgements, Priorities, principal};

/// Judgements of each element against the later ones, a12, a13, …, a23, …, where some may be missing.
#[derive(Clone, Debug, PartialEq)]
pub struct Incomplete {
    /// Whole rows; a missing judgement is none, an element against itself 1.
    rows: Vec<Vec<Option<f64>>>,
}

impl Incomplete {
    /// Builds the matrix; each judgement is a finite number above 0.
    pub fn from_upper(n: usize, upper: &[Option<f64>]) -> Result<Self, JudgementError> {
        let mut rows: Vec<Vec<Option<f64>>> =
            (0..n).map(|i| (0..n).map(|j| (i == j).then_some(1.0)).collect()).collect();
        if n == 0 || upper.len() != n * (n - 1) / 2 {
            return Err(JudgementError::NotSquare);
        }
        for ((i, j), judgement) in pairs(n).zip(upper) {
            let Some(judgement) = judgement else { continue };
            if !judgement.is_finite() || *judgement <= 0.0 {
                return Err(JudgementError::NotPositive(i, j));
            }
            for (row, column, value) in [(i, j, *judgement), (j, i, 1.0 / judgement)] {
                if let Some(cell) = rows.get_mut(row).and_then(|row| row.get_mut(column)) {
                    *cell = Some(value);
                }
            }
        }
        Ok(Self { rows })
    }

    /// Counts the missing judgements.
    #[must_use]
    pub fn missing(&self) -> usize {
        self.rows.iter().flatten().filter(|cell| cell.is_none()).count() / 2
    }

    /// Lists the elements that no chain of judgements connects with the largest group; empty where the judgements
    /// suffice for weights.
    #[must_use]
    pub fn apart(&self) -> Vec<usize> {
        let mut largest: Vec<Option<f64>> = Vec::new();
        let size = |reached: &[Option<f64>]| reached.iter().flatten().count();
        for start in 0..self.rows.len() {
            let reached = self.reached_from(start);
            if size(&largest) < size(&reached) {
                largest = reached;
            }
        }
        largest.iter().enumerate().filter(|(_, weight)| weight.is_none()).map(|(place, _)| place).collect()
    }

    /// Follows chains of judgements from one element, whose weight counts as 1.
    fn reached_from(&self, start: usize) -> Vec<Option<f64>> {
        let mut weights: Vec<Option<f64>> =
            (0..self.rows.len()).map(|i| (i == start).then_some(1.0)).collect();
        let mut open = vec![(start, 1.0)];
        while let Some((i, weight)) = open.pop() {
            let row = self.rows.get(i).into_iter().flatten();
            for (j, (judgement, found)) in row.zip(&mut weights).enumerate() {
                if let (Some(judgement), None) = (judgement, &found) {
                    *found = Some(weight / judgement);
                    open.push((j, weight / judgement));
                }
            }
        }
        weights
    }

    /// Finds the weights by Harker's method: what is missing counts as `w_i / w_j`, which makes a missing `a_ij` 0 and
    /// `a_ii` 1 + the number missing in row i; the weights are the principal eigenvector.
    ///
    /// The consistency index is `(λmax − n)/(n − 1)` as for complete judgements. It is 0 where the judgements that are
    /// there do not contradict each other.
    pub fn priorities(&self) -> Result<Priorities, JudgementError> {
        if let Some(place) = self.apart().first() {
            return Err(JudgementError::Apart(*place));
        }
        let missing_in = |row: &[Option<f64>]| row.iter().filter(|cell| cell.is_none()).count();
        // The least that is missing in any row is taken from the whole diagonal: that lowers every eigenvalue alike and
        // lets the iteration run faster where much is missing.
        let least = self.rows.iter().map(|row| missing_in(row)).min().unwrap_or(0);
        let rows: Vec<Vec<f64>> = self
            .rows
            .iter()
            .enumerate()
            .map(|(i, row)| {
                let own = (1 + missing_in(row) - least) as f64;
                row.iter()
                    .enumerate()
                    .map(|(j, cell)| if i == j { own } else { cell.unwrap_or(0.0) })
                    .collect()
            })
            .collect();
        let start = self.reached_from(0).into_iter().flatten().collect();
        principal(&rows, start, least as f64)
    }

    /// Returns how many times as much one element counts as another by all judgements but their own; nothing where no
    /// others connect the two.
    #[must_use]
    pub fn by_others(&self, row: usize, column: usize) -> Option<f64> {
        let mut others = self.clone();
        for (i, j) in [(row, column), (column, row)] {
            *others.rows.get_mut(i)?.get_mut(j)? = None;
        }
        let weights = others.priorities().ok()?.weights;
        Some(weights.get(row)? / weights.get(column)?)
    }

    /// Fills what is missing with what the weights say, so that the judgements can be looked at as a whole.
    pub fn completed(&self, weights: &[f64]) -> Result<Judgements, JudgementError> {
        let filled = self.rows.iter().zip(weights).map(|(row, weight)| {
            row.iter().zip(weights).map(|(cell, other)| cell.unwrap_or(weight / other)).collect()
        });
        Judgements::new(filled.collect())
    }
}

impl RandomIndex {
    /// Returns about the random index for n elements of whose judgements some are missing:
    /// `(1 − 2m/((n − 1)(n − 2))) RI(n)` (Ágoston & Csató 2022, Inconsistency thresholds for incomplete pairwise
    /// comparison matrices, Omega 108). It is 0 where as few judgements are left as can connect all: those cannot
    /// contradict each other.
    #[must_use]
    pub fn of_incomplete(self, n: usize, missing: usize) -> Option<f64> {
        let whole = self.of(n)?;
        if n < 3 {
            return Some(whole);
        }
        let most = ((n - 1) * (n - 2)) as f64 / 2.0;
        Some(whole * (1.0 - missing as f64 / most).max(0.0))
    }
}

/// Goes through the pairs of n elements in the order of the upper half of a matrix.
pub fn pairs(n: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..n).flat_map(move |i| (i + 1..n).map(move |j| (i, j)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::ahp::consistency::revisit_first;

    fn is_near(found: &[f64], expected: &[f64]) -> bool {
        found.len() == expected.len() && found.iter().zip(expected).all(|(a, b)| (a - b).abs() < 1e-9)
    }

    #[test]
    fn complete_judgements_give_what_they_gave_before() {
        let upper = [3.0, 5.0, 1.0, 4.0, 0.5, 0.25];
        let whole = Judgements::from_upper(4, &upper).unwrap().priorities().unwrap();
        let found = Incomplete::from_upper(4, &upper.map(Some)).unwrap();
        let priorities = found.priorities().unwrap();
        assert_eq!(found.missing(), 0);
        assert!(is_near(&priorities.weights, &whole.weights));
        assert!((priorities.lambda_max - whole.lambda_max).abs() < 1e-9);
    }

    /// Harker's own three elements: a12 = 2 and a23 = 2 make 4 : 2 : 1.
    #[test]
    fn a_chain_of_judgements_is_enough() {
        let found = Incomplete::from_upper(3, &[Some(2.0), None, Some(2.0)]).unwrap();
        let priorities = found.priorities().unwrap();
        assert!(is_near(&priorities.weights, &[4.0 / 7.0, 2.0 / 7.0, 1.0 / 7.0]));
        assert!(priorities.consistency_index.abs() < 1e-9);
        assert_eq!(revisit_first(&found.completed(&priorities.weights).unwrap(), &priorities.weights), None);
    }

    #[test]
    fn what_nothing_connects_is_named() {
        let apart = |upper: &[Option<f64>]| Incomplete::from_upper(4, upper).unwrap().apart();
        let (some, none) = (Some(3.0), None);
        assert_eq!(apart(&[none; 6]), [1, 2, 3]);
        assert_eq!(apart(&[some, none, none, none, none, some]), [2, 3]);
        assert_eq!(apart(&[none, none, none, some, some, none]), [0]);
        assert_eq!(apart(&[some, some, some, none, none, none]), [0; 0]);
        let lonely = Incomplete::from_upper(2, &[None]).unwrap();
        assert_eq!(lonely.priorities(), Err(JudgementError::Apart(1)));
        assert_eq!(Incomplete::from_upper(2, &[]), Err(JudgementError::NotSquare));
        assert_eq!(Incomplete::from_upper(2, &[Some(0.0)]), Err(JudgementError::NotPositive(0, 1)));
    }

    #[test]
    fn the_fewer_judgements_the_less_chance_contradicts() {
        let index = |missing| RandomIndex::Saaty1980.of_incomplete(4, missing).unwrap();
        assert!((index(0) - 0.9).abs() < 1e-12 && (index(1) - 0.6).abs() < 1e-12 && index(3) < 1e-12);
        assert_eq!(RandomIndex::Saaty1980.of_incomplete(2, 0), Some(0.0));
        assert_eq!(RandomIndex::Saaty1980.of_incomplete(11, 3), None);
    }

    #[test]
    fn the_others_tell_what_a_slip_should_have_been() {
        // 8 : 4 : 2 : 1, but the first against the last was entered the wrong way round.
        let upper = [2.0, 4.0, 0.125, 2.0, 4.0, 2.0].map(Some);
        let found = Incomplete::from_upper(4, &upper).unwrap().by_others(0, 3).unwrap();
        assert!((found - 8.0).abs() < 1e-9);
        let chain = Incomplete::from_upper(3, &[Some(2.0), None, Some(2.0)]).unwrap();
        assert_eq!(chain.by_others(0, 1), None);
        assert_eq!(chain.by_others(0, 7), None);
    }

    #[test]
    fn thirty_elements_in_one_long_chain_are_weighed() {
        let upper: Vec<_> =
            pairs(30).map(|(i, j)| (j == i + 1 || (i, j) == (0, 29)).then_some(1.25)).collect();
        let found = Incomplete::from_upper(30, &upper).unwrap().priorities().unwrap();
        assert!(0.0 < found.consistency_index && (found.weights.iter().sum::<f64>() - 1.0).abs() < 1e-9);
    }

    proptest! {
        #[test]
        fn judgements_that_agree_give_back_the_weights_they_came_from(
            points in prop::collection::vec(1.0..9.0_f64, 2..9),
            given in prop::collection::vec(any::<bool>(), 36),
        ) {
            let n = points.len();
            // A chain holds all together; what else is answered does not matter.
            let upper: Vec<_> = pairs(n)
                .zip(given)
                .map(|((i, j), given)| (given || j == i + 1).then_some(points[i] / points[j]))
                .collect();
            let found = Incomplete::from_upper(n, &upper).unwrap().priorities().unwrap();
            let sum: f64 = points.iter().sum();
            let expected: Vec<f64> = points.iter().map(|points| points / sum).collect();
            prop_assert!(is_near(&found.weights, &expected), "{:?} {:?}", found.weights, expected);
            prop_assert!((found.lambda_max - n as f64).abs() < 1e-8);
        }

        #[test]
        fn lambda_is_never_below_the_number_of_elements(
            upper in prop::collection::vec(prop::option::weighted(0.7, 0.12..9.0_f64), 10),
        ) {
            let judgements = Incomplete::from_upper(5, &upper).unwrap();
            prop_assert_eq!(judgements.apart().is_empty(), judgements.priorities().is_ok());
            if let Ok(found) = judgements.priorities() {
                prop_assert!(5.0 - 1e-9 <= found.lambda_max);
                prop_assert!((found.weights.iter().sum::<f64>() - 1.0).abs() < 1e-12);
            }
        }
    }
}
