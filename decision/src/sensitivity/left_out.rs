//! What a ranking would be without one of its parts: an alternative, an evaluator, a criterion.

use crate::rank;

/// Computes once for each item with that item left out, in order of items. For evaluators the items are their sheets, for
/// alternatives their rows.
pub fn without_each<T: Clone, R>(items: &[T], mut compute: impl FnMut(&[T]) -> R) -> Vec<R> {
    let mut results = Vec::with_capacity(items.len());
    for left_out in 0..items.len() {
        let kept = items.iter().enumerate().filter(|(place, _)| *place != left_out);
        let kept: Vec<T> = kept.map(|(_, item)| item.clone()).collect();
        results.push(compute(&kept));
    }
    results
}

/// What leaving one alternative out does to the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WithoutAlternative {
    /// The alternative that is left out; counts from 0, as all places here do.
    pub left_out: usize,
    /// The ranks of the others; nothing for the one left out.
    pub ranks: Vec<Option<usize>>,
    /// Whether those first among the others are no longer the same. Where the one left out was first alone, this tells
    /// whether the runner-up is not next in line.
    pub first_changes: bool,
    /// Pairs of which the first ranks below the second only now: rank reversals (Belton & Gear 1983).
    pub reversed: Vec<(usize, usize)>,
}

/// Leaves each alternative out in turn and ranks the rest anew. `score` returns one score a row, higher is better; nothing
/// where its rows cannot be ranked, and then neither can this be told.
pub fn without_each_alternative(
    rows: &[Vec<f64>],
    score: impl Fn(&[Vec<f64>]) -> Option<Vec<f64>>,
) -> Option<Vec<WithoutAlternative>> {
    let whole = score(rows)?;
    let without = without_each(rows, &score);
    let outcomes = without.into_iter().enumerate().map(|(left_out, scores)| {
        let mut scores: Vec<Option<f64>> = scores?.into_iter().map(Some).collect();
        scores.insert(left_out.min(scores.len()), None);
        let before: Vec<Option<f64>> =
            whole.iter().enumerate().map(|(place, score)| (place != left_out).then_some(*score)).collect();
        Some(WithoutAlternative {
            left_out,
            first_changes: rank::winners(&before) != rank::winners(&scores),
            reversed: reversals(&before, &scores),
            ranks: rank::descending(&scores),
        })
    });
    outcomes.collect()
}

fn reversals(before: &[Option<f64>], after: &[Option<f64>]) -> Vec<(usize, usize)> {
    let is_above = |a: &Option<f64>, b: &Option<f64>| a.zip(*b).is_some_and(|(a, b)| b + rank::EQUAL < a);
    let mut found = Vec::new();
    for (first, (a_before, a_after)) in before.iter().zip(after).enumerate() {
        for (second, (b_before, b_after)) in before.iter().zip(after).enumerate() {
            if is_above(a_before, b_before) && is_above(b_after, a_after) {
                found.push((first, second));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normalize::Normalization;
    use crate::table::{Direction, Table};
    use crate::weighted_sum::weighted_sum;

    #[test]
    fn each_item_is_left_out_once() {
        assert_eq!(without_each(&[1, 2, 3], |kept| kept.to_vec()), [vec![2, 3], vec![1, 3], vec![1, 2]]);
    }

    #[test]
    fn a_losing_alternative_can_turn_the_order_round() {
        // Belton & Gear in small: the third, best on the second criterion only, sets its measure.
        let rows = [vec![10.0, 4.0], vec![8.0, 6.0], vec![1.0, 12.0]];
        let score = |rows: &[Vec<f64>]| {
            let table = Table::new(rows, &[Direction::Max; 2], &[0.51, 0.49]).ok()?;
            weighted_sum(&table, Normalization::MinMax).ok().map(|sums| sums.scores)
        };
        let found = without_each_alternative(&rows, score).unwrap();
        assert_eq!(found.len(), 3);
        let expected = WithoutAlternative {
            left_out: 2,
            ranks: vec![Some(1), Some(2), None],
            first_changes: true,
            reversed: vec![(1, 0)],
        };
        assert_eq!(found[2], expected);
        assert_eq!(without_each_alternative(&rows[..1], score), None);
    }
}
