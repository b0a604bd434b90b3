//! Red flag R058 of the Open Contracting Partnership's guide (2024): a heavily discounted bid. The lowest price lies so far
//! below the second lowest that the gap is a high outlier among those of earlier purchases (Tukey's fence).

use crate::low_bid::{Field, LowBidError, Quote};

/// How many earlier purchases quartiles need.
pub const LEAST_PURCHASES: usize = 4;

/// Quartiles of fractions are not exact: a gap so close to the limit lies on it.
const ROUNDING: f64 = 1e-12;

/// The two lowest prices of one purchase, in minor units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lowest {
    /// The lowest.
    pub first: i64,
    /// The second lowest.
    pub second: i64,
}

impl Lowest {
    /// Returns how far the second lowest lies above the lowest, as a share of the lowest; nothing without a price above 0
    /// or where they are turned round.
    #[must_use]
    pub fn gap(self) -> Option<f64> {
        let is_gap = 0 < self.first && self.first <= self.second;
        is_gap.then(|| (self.second as f64 - self.first as f64) / self.first as f64)
    }
}

/// The fence of earlier gaps.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fence {
    /// The first quartile, between two gaps in proportion.
    pub lower_quartile: f64,
    /// The third quartile, between two gaps in proportion.
    pub upper_quartile: f64,
    /// Q3 + 1.5 × (Q3 − Q1).
    pub limit: f64,
}

/// What the rule finds.
#[derive(Clone, Debug, PartialEq)]
pub struct Review {
    /// How many bids are in the field.
    pub conforming: usize,
    /// The gap of this field, from two bids on.
    pub gap: Option<f64>,
    /// The fence, once there are enough earlier purchases.
    pub fence: Option<Fence>,
    /// The price below which the lowest bid is flagged, in minor units.
    pub line: Option<f64>,
    /// The place of the flagged bid.
    pub flag: Option<usize>,
}

/// Reviews bids against earlier purchases. Those without a gap do not count.
pub fn review(quotes: &[Quote], purchases: &[Lowest]) -> Result<Review, LowBidError> {
    let field = Field::of(quotes)?;
    let mut gaps: Vec<f64> = purchases.iter().filter_map(|lowest| lowest.gap()).collect();
    gaps.sort_by(f64::total_cmp);
    let fence = (LEAST_PURCHASES <= gaps.len()).then(|| {
        let (lower_quartile, upper_quartile) = (quantile(&gaps, 0.25), quantile(&gaps, 0.75));
        Fence {
            lower_quartile,
            upper_quartile,
            limit: upper_quartile + 1.5 * (upper_quartile - lower_quartile),
        }
    });
    let lowest = match field.sorted().as_slice() {
        [first, second, ..] => Some(Lowest { first: *first, second: *second }),
        _ => None,
    };
    let gap = lowest.and_then(Lowest::gap);
    let is_wide = gap.zip(fence).is_some_and(|(gap, fence)| fence.limit + ROUNDING < gap);
    // A gap above 0 has one lowest bid only.
    let flag = lowest.filter(|_| is_wide).and_then(|lowest| {
        field.bids().iter().find(|(_, price)| *price == lowest.first).map(|(place, _)| *place)
    });
    let line = lowest.zip(fence).map(|(lowest, fence)| lowest.second as f64 / (1.0 + fence.limit));
    Ok(Review { conforming: field.len(), gap, fence, line, flag })
}

/// Returns a quantile of sorted values, between two of them in proportion; 0 of none.
fn quantile(sorted: &[f64], share: f64) -> f64 {
    let at = share * sorted.len().saturating_sub(1) as f64;
    let value = |place: f64| sorted.get(place as usize).copied().unwrap_or_default();
    let (below, above) = (value(at.floor()), value(at.ceil()));
    below + (above - below) * at.fract()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::price::Gate;

    fn quotes(prices: &[i64]) -> Vec<Quote> {
        prices.iter().map(|price| Quote { price: Some(*price), gate: Gate::Pass }).collect()
    }

    fn gaps(percent: &[i64]) -> Vec<Lowest> {
        percent.iter().map(|percent| Lowest { first: 100, second: 100 + percent }).collect()
    }

    #[test]
    fn the_fence_is_drawn_by_earlier_gaps() {
        // Q1 = 4, Q3 = 10, so the limit is 19 %.
        let earlier = gaps(&[2, 4, 6, 10, 12]);
        let found = review(&quotes(&[100, 119, 300]), &earlier).unwrap();
        assert!((found.fence.unwrap().limit - 0.19).abs() < 1e-12);
        assert_eq!(found.flag, None);
        assert_eq!(review(&quotes(&[300, 100, 120]), &earlier).unwrap().flag, Some(1));
    }

    #[test]
    fn a_gap_on_the_limit_is_no_outlier() {
        // Q1 = 4, Q3 = 16, so the limit is 34 %, which floats miss by a hair.
        let found = review(&quotes(&[2000, 2680]), &gaps(&[3, 4, 9, 16, 25])).unwrap();
        assert_eq!((found.gap, found.flag), (Some(0.34), None));
    }

    #[test]
    fn too_little_is_no_rule() {
        let three =
            [gaps(&[1, 2, 3]), vec![Lowest { first: 0, second: 9 }, Lowest { first: 9, second: 8 }]].concat();
        let found = review(&quotes(&[1, 100]), &three).unwrap();
        assert_eq!((found.fence, found.line, found.flag), (None, None, None));
        assert_eq!(review(&quotes(&[1]), &gaps(&[1, 2, 3, 4])).unwrap().gap, None);
    }

    proptest! {
        #[test]
        fn the_flagged_bid_is_the_one_below_the_line(
            prices in prop::collection::vec(1_i64..1_000_000, 2..7),
            earlier in prop::collection::vec(0_i64..200, 4..9),
        ) {
            let found = review(&quotes(&prices), &gaps(&earlier)).unwrap();
            let (lowest, line) = (*prices.iter().min().unwrap() as f64, found.line.unwrap());
            prop_assert!((lowest - line).abs() < 1e-6 || found.flag.is_some() == (lowest < line));
        }
    }
}
