//! Ranks: the best value is 1, equal values share a rank, the next one is skipped.

use crate::order;

/// Values closer than this count as equal.
pub const EQUAL: f64 = 1e-9;

/// Ranks values, the highest first; a missing value has no rank.
#[must_use]
pub fn descending(values: &[Option<f64>]) -> Vec<Option<usize>> {
    let above = |value: f64| values.iter().flatten().filter(|other| value + EQUAL < **other).count();
    values.iter().map(|value| value.map(|value| above(value) + 1)).collect()
}

/// Ranks values, the lowest first; a missing value has no rank.
#[must_use]
pub fn ascending(values: &[Option<f64>]) -> Vec<Option<usize>> {
    descending(&values.iter().map(|value| value.map(|value| -value)).collect::<Vec<_>>())
}

/// Returns the places of the values with rank 1.
#[must_use]
pub fn winners(values: &[Option<f64>]) -> Vec<usize> {
    descending(values)
        .iter()
        .enumerate()
        .filter(|(_, rank)| **rank == Some(1))
        .map(|(place, _)| place)
        .collect()
}

/// Returns the places that share a rank, best rank first; within one rank in order of places.
#[must_use]
pub fn groups(ranks: &[Option<usize>]) -> Vec<Vec<usize>> {
    let mut present: Vec<usize> = ranks.iter().flatten().copied().collect();
    order::sort_by(&mut present, Ord::cmp);
    present.dedup();
    let sharing = |rank: usize| {
        let places = ranks.iter().enumerate().filter(|(_, found)| **found == Some(rank));
        places.map(|(place, _)| place).collect()
    };
    present.into_iter().map(sharing).collect()
}

/// Ranks values, the lowest first, where equal values share the mean of the ranks they occupy (1, 2.5, 2.5, 4).
#[must_use]
pub fn average(values: &[f64]) -> Vec<f64> {
    let rank = |value: f64| {
        let below = values.iter().filter(|other| **other + EQUAL < value).count();
        let equal = values.iter().filter(|other| (**other - value).abs() <= EQUAL).count();
        below as f64 + (equal as f64 + 1.0) / 2.0
    };
    values.iter().map(|value| rank(*value)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_values_share_a_rank() {
        let ranks = descending(&[Some(3.0), None, Some(5.0), Some(3.0 + 1e-12), Some(1.0)]);
        assert_eq!(ranks, [Some(2), None, Some(1), Some(2), Some(4)]);
        assert_eq!(winners(&[Some(1.0), Some(1.0), None]), [0, 1]);
        assert_eq!(groups(&ranks), [vec![2], vec![0, 3], vec![4]]);
        assert_eq!(ascending(&[Some(3.0), None, Some(1.0)]), [Some(2), None, Some(1)]);
        assert_eq!(average(&[3.0, 5.0, 3.0, 1.0]), [2.5, 4.0, 2.5, 1.0]);
    }
}
