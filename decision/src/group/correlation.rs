//! How alike two orders are.

use crate::rank::{self, EQUAL};

/// Returns Spearman's ρ (1904): Pearson's correlation of the ranks, equal values sharing their mean rank. Nothing where
/// the lists differ in length, a value is not finite, or one list ties everything.
#[must_use]
pub fn spearman_rho(a: &[f64], b: &[f64]) -> Option<f64> {
    if !are_comparable(a, b) {
        return None;
    }
    let centred = |values: &[f64]| -> Vec<f64> {
        let mean = (values.len() as f64 + 1.0) / 2.0;
        rank::average(values).into_iter().map(|rank| rank - mean).collect()
    };
    let (a, b) = (centred(a), centred(b));
    let product = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
    let lengths = (product(&a, &a) * product(&b, &b)).sqrt();
    (0.0 < lengths).then(|| (product(&a, &b) / lengths).clamp(-1.0, 1.0))
}

/// Returns Kendall's τ-b (1945): agreeing less disagreeing pairs, over the geometric mean of the pairs each list does not
/// tie. Nothing under the same conditions as [`spearman_rho`].
#[must_use]
pub fn kendall_tau_b(a: &[f64], b: &[f64]) -> Option<f64> {
    if !are_comparable(a, b) {
        return None;
    }
    let sign = |difference: f64| if difference.abs() <= EQUAL { 0.0 } else { difference.signum() };
    let (mut sum, mut ordered_a, mut ordered_b) = (0.0, 0.0, 0.0);
    for (place, (a1, b1)) in a.iter().zip(b).enumerate() {
        for (a2, b2) in a.iter().zip(b).skip(place + 1) {
            let (by_a, by_b) = (sign(a1 - a2), sign(b1 - b2));
            sum += by_a * by_b;
            ordered_a += by_a.abs();
            ordered_b += by_b.abs();
        }
    }
    let pairs = f64::sqrt(ordered_a * ordered_b);
    (0.0 < pairs).then(|| (sum / pairs).clamp(-1.0, 1.0))
}

fn are_comparable(a: &[f64], b: &[f64]) -> bool {
    a.len() == b.len() && a.iter().chain(b).all(|value| value.is_finite())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn ties_count_as_the_definition_says() {
        // Pairs: (1,2) tied in a; the others agree but for none; 5 of 6 ordered in a, 6 in b.
        let (a, b) = ([1.0, 1.0, 2.0, 3.0], [1.0, 2.0, 3.0, 4.0]);
        assert!((kendall_tau_b(&a, &b).unwrap() - 5.0 / 30.0_f64.sqrt()).abs() < 1e-12);
        assert!((spearman_rho(&a, &b).unwrap() - 4.5 / (4.5_f64 * 5.0).sqrt()).abs() < 1e-12);
        assert_eq!(spearman_rho(&[1.0, 1.0], &[1.0, 2.0]), None);
        assert_eq!(kendall_tau_b(&[1.0], &[1.0, 2.0]), None);
    }

    proptest! {
        #[test]
        fn an_order_agrees_with_itself_and_opposes_its_reverse(values in prop::collection::vec(-50_i32..50, 2..9)) {
            let values: Vec<f64> = values.into_iter().map(f64::from).collect();
            let reverse: Vec<f64> = values.iter().map(|value| -value).collect();
            for measure in [spearman_rho, kendall_tau_b] {
                if let (Some(same), Some(opposite)) = (measure(&values, &values), measure(&values, &reverse)) {
                    prop_assert!((same - 1.0).abs() < 1e-12 && (opposite + 1.0).abs() < 1e-12);
                }
            }
        }
    }
}
