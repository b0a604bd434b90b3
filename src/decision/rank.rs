//! Competition ranks: the best value is 1, equal values share a rank, the next one is skipped.

/// Values closer than this count as equal.
pub const EQUAL: f64 = 1e-9;

/// Ranks values, the highest first; a missing value has no rank.
#[must_use]
pub fn descending(values: &[Option<f64>]) -> Vec<Option<usize>> {
    let above = |value: f64| values.iter().flatten().filter(|other| value + EQUAL < **other).count();
    values.iter().map(|value| value.map(|value| above(value) + 1)).collect()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_values_share_a_rank() {
        let ranks = descending(&[Some(3.0), None, Some(5.0), Some(3.0 + 1e-12), Some(1.0)]);
        assert_eq!(ranks, [Some(2), None, Some(1), Some(2), Some(4)]);
        assert_eq!(winners(&[Some(1.0), Some(1.0), None]), [0, 1]);
    }
}
