//! Weights in basis points; all together exactly 10 000.

use crate::order;
use thiserror::Error;

/// The sum all weights have together.
pub const WHOLE: u32 = 10_000;

/// Says that weights do not sum to 10 000.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("the weights sum to {sum}")]
pub struct NotWhole {
    /// What they sum to.
    pub sum: u64,
}

impl NotWhole {
    /// Returns what is missing; negative when there is too much.
    #[must_use]
    pub const fn remaining(self) -> i64 {
        WHOLE as i64 - self.sum as i64
    }
}

/// Checks that weights sum to 10 000.
pub fn check(weights: impl IntoIterator<Item = u32>) -> Result<(), NotWhole> {
    let sum = weights.into_iter().map(u64::from).sum();
    if sum == u64::from(WHOLE) { Ok(()) } else { Err(NotWhole { sum }) }
}

/// Spreads 10 000 evenly over a number of weights; the first ones take what does not divide.
#[must_use]
pub fn even(count: usize) -> Vec<u32> {
    scale(&vec![1; count])
}

/// Scales weights in proportion so that they sum to exactly 10 000 (largest remainder); all zero becomes even.
#[must_use]
pub fn scale(weights: &[u32]) -> Vec<u32> {
    let sum: u64 = weights.iter().map(|weight| u64::from(*weight)).sum();
    if weights.is_empty() {
        return Vec::new();
    }
    if sum == 0 {
        return even(weights.len());
    }
    let whole = u64::from(WHOLE);
    let mut scaled: Vec<u32> =
        weights.iter().map(|weight| (u64::from(*weight) * whole / sum) as u32).collect();
    let missing = WHOLE - scaled.iter().sum::<u32>();
    let mut by_remainder: Vec<usize> = (0..weights.len()).collect();
    let remainder = |place: &usize| weights.get(*place).map_or(0, |weight| u64::from(*weight) * whole % sum);
    order::sort_by_key(&mut by_remainder, |place| (std::cmp::Reverse(remainder(place)), *place));
    for place in by_remainder.into_iter().take(missing as usize) {
        if let Some(weight) = scaled.get_mut(place) {
            *weight += 1;
        }
    }
    scaled
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_does_not_divide_goes_to_the_first() {
        assert_eq!(even(3), [3334, 3333, 3333]);
        assert_eq!(scale(&[1, 1, 2]), [2500, 2500, 5000]);
        assert_eq!(check([5000, 4999]).map_err(NotWhole::remaining), Err(1));
    }

    proptest! {
        #[test]
        fn scaled_weights_always_sum_to_the_whole(weights in prop::collection::vec(0_u32..1_000_000, 1..40)) {
            prop_assert_eq!(check(scale(&weights)), Ok(()));
        }
    }
}
