//! How far evaluators agree on an order: Kendall's coefficient of concordance (Kendall & Babington Smith 1939; with ties
//! Siegel & Castellan 1988).

use crate::chi_square;
use crate::group::pool;
use crate::rank;

/// Kendall's W with what it rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct Concordance {
    /// W, 0 for no agreement to 1 for the same order, corrected for ties.
    pub w: f64,
    /// S, the sum of the squared deviations of the rank sums from their mean.
    pub deviations: f64,
    /// T, the correction for ties: Σ (t³ − t) over the groups of t equal ranks of every evaluator.
    pub ties: f64,
    /// W as it would be without the correction.
    pub w_uncorrected: f64,
    /// χ² = k (m − 1) W for k evaluators and m alternatives; equals Friedman's statistic.
    pub chi_square: f64,
    /// m − 1.
    pub degrees_of_freedom: usize,
    /// The probability of at least this much agreement by chance, from the chi-square distribution; rough for fewer than
    /// eight alternatives.
    pub p_value: f64,
    /// The mean rank of each alternative.
    pub mean_ranks: Vec<f64>,
}

/// Computes Kendall's W. Rows are evaluators, columns alternatives, the **lowest** value ranking first: give ranks, or
/// scores with their sign turned. Equal values share their mean rank. Nothing where it is undefined: fewer than two
/// alternatives, missing values, or everyone ties everything.
#[must_use]
pub fn kendall_w(values: &[Vec<f64>]) -> Option<Concordance> {
    let n_alternatives = pool::check(values).ok()?;
    let (k, m) = (values.len() as f64, n_alternatives as f64);
    let mut totals = vec![0.0; n_alternatives];
    let mut ties = 0.0;
    for row in values {
        let ranks = rank::average(row);
        ties += tie_term(&ranks);
        for (total, rank) in totals.iter_mut().zip(ranks) {
            *total += rank;
        }
    }
    let mean = k * (m + 1.0) / 2.0;
    let s: f64 = totals.iter().map(|total| (total - mean).powi(2)).sum();
    let whole = k * k * (m.powi(3) - m);
    let corrected = whole - k * ties;
    if corrected <= 0.0 {
        return None;
    }
    let w = (12.0 * s / corrected).min(1.0);
    let degrees_of_freedom = n_alternatives - 1;
    let chi_square = k * (m - 1.0) * w;
    Some(Concordance {
        w,
        deviations: s,
        ties,
        w_uncorrected: 12.0 * s / whole,
        chi_square,
        degrees_of_freedom,
        p_value: chi_square::upper_tail(chi_square, degrees_of_freedom),
        mean_ranks: totals.iter().map(|total| total / k).collect(),
    })
}

/// Returns Σ (t³ − t) over the groups of t equal ranks: each member of a group adds t² − 1.
fn tie_term(ranks: &[f64]) -> f64 {
    let size = |rank: f64| ranks.iter().filter(|other| (**other - rank).abs() < 0.25).count() as f64;
    ranks.iter().map(|rank| size(*rank).powi(2) - 1.0).sum()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn without_any_order_there_is_no_agreement_to_measure() {
        assert_eq!(kendall_w(&[vec![1.0, 1.0], vec![2.0, 2.0]]), None);
        assert_eq!(kendall_w(&[vec![1.0], vec![2.0]]), None);
        assert_eq!(kendall_w(&[]), None);
    }

    proptest! {
        #[test]
        fn w_lies_within_zero_and_one_and_knows_no_order_of_judges(
            rows in prop::collection::vec(prop::collection::vec(0_u8..4, 4), 2..6),
        ) {
            let rows: Vec<Vec<f64>> =
                rows.iter().map(|row| row.iter().map(|value| f64::from(*value)).collect()).collect();
            let reversed: Vec<_> = rows.iter().rev().cloned().collect();
            if let (Some(found), Some(again)) = (kendall_w(&rows), kendall_w(&reversed)) {
                prop_assert!((0.0..=1.0).contains(&found.w) && (0.0..=1.0).contains(&found.p_value));
                prop_assert!((found.w - again.w).abs() < 1e-12 && found.w_uncorrected <= found.w + 1e-12);
            }
        }
    }
}
