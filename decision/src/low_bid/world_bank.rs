//! The two approaches of the World Bank's guidance on abnormally low bids and proposals (second edition, July 2016),
//! chosen by the number of bids. The guidance names the figures as examples; they are often quoted as its rule.

use crate::low_bid::{Field, LowBidError, Quote};

/// From how many bids on they are compared with each other.
pub const RELATIVE_FROM: usize = 5;

/// What the bids are held against.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Approach {
    /// Fewer than five bids: 20 % or more below the buyer's own estimate.
    Absolute,
    /// Five bids or more: more than one standard deviation below their mean.
    Relative {
        /// The mean, in minor units.
        mean: f64,
        /// The standard deviation of the whole field (divided by n), in minor units.
        deviation: f64,
    },
}

/// What the rule finds.
#[derive(Clone, Debug, PartialEq)]
pub struct Review {
    /// How many bids are in the field.
    pub conforming: usize,
    /// What they are held against.
    pub approach: Approach,
    /// The line, in minor units; absent for few bids without an estimate. The absolute approach flags a bid on it, the
    /// relative one only below it.
    pub line: Option<f64>,
    /// The places of the flagged bids.
    pub flags: Vec<usize>,
}

/// Reviews bids against the estimate or each other.
pub fn review(quotes: &[Quote], estimate: Option<i64>) -> Result<Review, LowBidError> {
    let field = Field::of(quotes)?;
    let conforming = field.len();
    if conforming < RELATIVE_FROM {
        // 20 % or more below, in integers: 5 P ≤ 4 E.
        let low = |estimate: i64| field.places(|price| 5 * price <= 4 * i128::from(estimate));
        let line = estimate.map(|estimate| 0.8 * estimate as f64);
        let flags = estimate.map(low).unwrap_or_default();
        return Ok(Review { conforming, approach: Approach::Absolute, line, flags });
    }
    let (n, sum) = (conforming as i128, field.sum());
    let squares: i128 =
        field.bids().iter().map(|(_, price)| i128::from(*price)).map(|price| price * price).sum();
    // P < Σ/n − s with s² = Σx²/n − (Σ/n)²; both sides times n.
    let spread = n * squares - sum * sum;
    let is_low = |price: i128| {
        let below = sum - n * price;
        0 < below && spread < below * below
    };
    let (mean, deviation) = (sum as f64 / n as f64, (spread as f64).sqrt() / n as f64);
    let approach = Approach::Relative { mean, deviation };
    Ok(Review { conforming, approach, line: Some(mean - deviation), flags: field.places(is_low) })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::price::Gate;

    fn quotes(prices: &[i64]) -> Vec<Quote> {
        prices.iter().map(|price| Quote { price: Some(*price), gate: Gate::Pass }).collect()
    }

    #[test]
    fn few_bids_are_held_against_the_estimate_and_its_line_counts() {
        assert_eq!(review(&quotes(&[80, 81]), Some(100)).unwrap().flags, [0]);
        assert_eq!(review(&quotes(&[1, 100]), None).unwrap().line, None);
    }

    #[test]
    fn five_bids_are_held_against_each_other() {
        // Mean 90, deviation √(850/5) = 13.04…: only 65 lies below 76.96.
        let found = review(&quotes(&[65, 90, 95, 100, 100]), Some(1)).unwrap();
        assert_eq!((found.flags, found.line.map(f64::round)), (vec![0], Some(77.0)));
        // One apart from four equal ones lies two deviations below; a field of equals has none.
        assert_eq!(review(&quotes(&[90, 100, 100, 100, 100]), None).unwrap().flags, [0]);
        assert!(review(&quotes(&[7; 6]), None).unwrap().flags.is_empty());
    }

    proptest! {
        #[test]
        fn flags_are_the_bids_below_the_line(prices in prop::collection::vec(1_i64..1_000_000_000_000_000, 5..9)) {
            let found = review(&quotes(&prices), None).unwrap();
            let line = found.line.unwrap();
            for (place, price) in prices.iter().enumerate() {
                let price = *price as f64;
                prop_assert!((price - line).abs() < 1.0 || found.flags.contains(&place) == (price < line));
            }
        }

        #[test]
        fn a_bid_that_is_out_enters_no_line(prices in prop::collection::vec(1_i64..1_000_000, 1..8)) {
            let mut with = quotes(&prices);
            with.push(Quote { price: Some(1), gate: Gate::Fail });
            prop_assert_eq!(review(&with, Some(500_000)), review(&quotes(&prices), Some(500_000)));
        }
    }
}
