//! The analytic hierarchy process: weights from judgements of pairs (Saaty 1980).

pub mod consistency;
pub mod hierarchy;
pub mod incomplete;

use thiserror::Error;

/// How often each element outweighs each other: `a_ij` is how much more i counts than j, `a_ji` its inverse.
#[derive(Clone, Debug, PartialEq)]
pub struct Judgements(Vec<Vec<f64>>);

/// Why judgements cannot be used. Rows and columns count from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum JudgementError {
    /// There is nothing to compare, or the rows are not as many as the columns.
    #[error("not_square")]
    NotSquare,
    /// A judgement is not a finite number above 0.
    #[error("judgement_not_positive")]
    NotPositive(usize, usize),
    /// A judgement is not the inverse of the opposite one, or an element does not equal itself.
    #[error("not_reciprocal")]
    NotReciprocal(usize, usize),
    /// Judges did not compare the same number of elements, or there is no judge.
    #[error("judges_differ")]
    JudgesDiffer,
    /// The judgements contradict each other so much that no weights were found.
    #[error("not_converged")]
    NotConverged,
    /// No chain of judgements connects an element with most of the others.
    #[error("apart")]
    Apart(usize),
}

/// The weights judgements stand for.
#[derive(Clone, Debug, PartialEq)]
pub struct Priorities {
    /// The weights as shares of 1: the principal right eigenvector.
    pub weights: Vec<f64>,
    /// Its eigenvalue λmax; equals the number of elements where judgements are fully consistent.
    pub lambda_max: f64,
    /// CI = (λmax − n)/(n − 1); 0 for one or two elements.
    pub consistency_index: f64,
}

/// How far `a_ij × a_ji` may be from 1: inverses written with two digits, as 0.33 or 0.14, still count as inverses.
const RECIPROCAL: f64 = 0.05;
/// The change of weights below which they count as found.
const FOUND: f64 = 1e-14;
const MOST_STEPS: usize = 100_000;

impl Judgements {
    /// Checks a whole matrix of judgements, rows against columns.
    pub fn new(rows: Vec<Vec<f64>>) -> Result<Self, JudgementError> {
        let n = rows.len();
        if n == 0 || rows.iter().any(|row| row.len() != n) {
            return Err(JudgementError::NotSquare);
        }
        for (i, row) in rows.iter().enumerate() {
            for (j, judgement) in row.iter().enumerate() {
                if !judgement.is_finite() || *judgement <= 0.0 {
                    return Err(JudgementError::NotPositive(i, j));
                }
                let opposite = rows.get(j).and_then(|row| row.get(i)).copied().unwrap_or_default();
                if RECIPROCAL < (judgement * opposite - 1.0).abs() {
                    return Err(JudgementError::NotReciprocal(i, j));
                }
            }
        }
        Ok(Self(rows))
    }

    /// Builds the matrix from the judgements of each element against the later ones: a12, a13, …, a23, ….
    pub fn from_upper(n: usize, upper: &[f64]) -> Result<Self, JudgementError> {
        if upper.len() != n * n.saturating_sub(1) / 2 {
            return Err(JudgementError::NotSquare);
        }
        let mut rows = vec![vec![1.0; n]; n];
        for ((i, j), judgement) in incomplete::pairs(n).zip(upper) {
            if let Some(cell) = rows.get_mut(i).and_then(|row| row.get_mut(j)) {
                *cell = *judgement;
            }
            if let Some(cell) = rows.get_mut(j).and_then(|row| row.get_mut(i)) {
                *cell = 1.0 / judgement;
            }
        }
        Self::new(rows)
    }

    /// Puts several judges together: the geometric mean of each judgement (Aczél & Saaty 1983), which keeps inverses
    /// inverses as the arithmetic mean does not.
    pub fn geometric_mean(judges: &[Self]) -> Result<Self, JudgementError> {
        let n = judges.first().map_or(0, Self::len);
        if n == 0 || judges.iter().any(|judge| judge.len() != n) {
            return Err(JudgementError::JudgesDiffer);
        }
        let mut logs = vec![vec![0.0; n]; n];
        for judge in judges {
            for (sums, row) in logs.iter_mut().zip(&judge.0) {
                for (sum, judgement) in sums.iter_mut().zip(row) {
                    *sum += judgement.ln();
                }
            }
        }
        let mean = |sum: &f64| (sum / judges.len() as f64).exp();
        Self::new(logs.iter().map(|row| row.iter().map(mean).collect()).collect())
    }

    /// Returns how many elements are compared.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Tells whether nothing is compared; judgements never are empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns the judgements, rows against columns.
    #[must_use]
    pub fn rows(&self) -> &[Vec<f64>] {
        &self.0
    }

    /// Finds the principal eigenvector by power iteration: to 1e-12 and better.
    pub fn priorities(&self) -> Result<Priorities, JudgementError> {
        principal(&self.0, self.geometric_mean_weights(), 0.0)
    }

    /// Returns weights from the geometric mean of each row (Crawford & Williams 1985): the same as the eigenvector up
    /// to three elements and for consistent judgements.
    #[must_use]
    pub fn geometric_mean_weights(&self) -> Vec<f64> {
        let mean = |row: &Vec<f64>| {
            (row.iter().map(|judgement| judgement.ln()).sum::<f64>() / row.len() as f64).exp()
        };
        to_one(self.0.iter().map(mean).collect())
    }

    /// Returns weights from the mean share of each column, the approximation of older texts.
    #[must_use]
    pub fn column_average_weights(&self) -> Vec<f64> {
        let mut sums = vec![0.0; self.len()];
        for row in &self.0 {
            for (sum, judgement) in sums.iter_mut().zip(row) {
                *sum += judgement;
            }
        }
        let mean = |row: &Vec<f64>| row.iter().zip(&sums).map(|(judgement, sum)| judgement / sum).sum();
        to_one(self.0.iter().map(mean).collect())
    }
}

/// Finds the principal eigenvector of a matrix by power iteration from a first guess. `shift` is what was taken from
/// each element of its diagonal; the eigenvalue is told with it.
fn principal(rows: &[Vec<f64>], guess: Vec<f64>, shift: f64) -> Result<Priorities, JudgementError> {
    let n = rows.len() as f64;
    let mut weights = to_one(guess);
    for _ in 0..MOST_STEPS {
        let product: Vec<f64> =
            rows.iter().map(|row| row.iter().zip(&weights).map(|(a, weight)| a * weight).sum()).collect();
        let eigenvalue: f64 = product.iter().sum();
        let next: Vec<f64> = product.iter().map(|value| value / eigenvalue).collect();
        let change = next.iter().zip(&weights).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max);
        weights = next;
        if change < FOUND {
            let lambda_max = eigenvalue + shift;
            let consistency_index = if n <= 2.0 { 0.0 } else { (lambda_max - n) / (n - 1.0) };
            return Ok(Priorities { weights, lambda_max, consistency_index });
        }
    }
    Err(JudgementError::NotConverged)
}

fn to_one(values: Vec<f64>) -> Vec<f64> {
    let sum: f64 = values.iter().sum();
    values.into_iter().map(|value| value / sum).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn judgements_that_cannot_be_used_are_named() {
        let new =
            |rows: &[&[f64]]| Judgements::new(rows.iter().map(|row| row.to_vec()).collect()).map(|_| ());
        assert_eq!(new(&[]), Err(JudgementError::NotSquare));
        assert_eq!(new(&[&[1.0, 2.0]]), Err(JudgementError::NotSquare));
        assert_eq!(new(&[&[1.0, 0.0], &[1.0, 1.0]]), Err(JudgementError::NotPositive(0, 1)));
        assert_eq!(new(&[&[1.0, 3.0], &[3.0, 1.0]]), Err(JudgementError::NotReciprocal(0, 1)));
        assert_eq!(new(&[&[1.0, 3.0], &[0.33, 1.0]]), Ok(()));
        assert_eq!(Judgements::geometric_mean(&[]), Err(JudgementError::JudgesDiffer));
    }

    #[test]
    fn one_element_takes_everything() {
        let alone = Judgements::from_upper(1, &[]).unwrap().priorities().unwrap();
        assert_eq!((alone.weights, alone.lambda_max, alone.consistency_index), (vec![1.0], 1.0, 0.0));
    }

    proptest! {
        #[test]
        fn consistent_judgements_give_back_their_weights(points in prop::collection::vec(1.0..9.0_f64, 2..9)) {
            let n = points.len();
            let upper: Vec<f64> =
                (0..n).flat_map(|i| (i + 1..n).map(move |j| (i, j))).map(|(i, j)| points[i] / points[j]).collect();
            let judgements = Judgements::from_upper(n, &upper).unwrap();
            let found = judgements.priorities().unwrap();
            let sum: f64 = points.iter().sum();
            prop_assert!((found.lambda_max - n as f64).abs() < 1e-9);
            for weights in [found.weights, judgements.geometric_mean_weights(), judgements.column_average_weights()] {
                prop_assert!(weights.iter().zip(&points).all(|(weight, points)| (weight - points / sum).abs() < 1e-9));
            }
        }

        #[test]
        fn lambda_is_never_below_the_number_of_elements(upper in prop::collection::vec(0.12..9.0_f64, 10)) {
            let found = Judgements::from_upper(5, &upper).unwrap().priorities().unwrap();
            prop_assert!(5.0 - 1e-9 <= found.lambda_max);
            prop_assert!((found.weights.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        }
    }
}
