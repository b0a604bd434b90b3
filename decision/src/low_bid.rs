//! Bids so low that they ask for an explanation. A flag opens a review; it never rejects by itself.
//!
//! Every comparison of prices is made on integers, crosswise, so that a bid exactly on a line is never flagged by rounding;
//! quartiles of gaps are compared with room for it.

pub mod bottom_up;
pub mod china;
pub mod open_contracting;
pub mod spain;
pub mod world_bank;

use thiserror::Error;

use crate::price::Gate;

/// One bid as it was quoted: the raw price counts, not one adjusted by policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The price in minor units.
    pub price: Option<i64>,
    /// What it passed. Only a failed gate takes it out of the field.
    pub gate: Gate,
}

/// Why nothing can be told. Places count from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum LowBidError {
    /// A bid of the field has no price above 0.
    #[error("price_not_positive")]
    NotPositive(usize),
    /// A threshold is below what the rule sets or above the most it allows.
    #[error("threshold_out_of_range")]
    Threshold,
}

/// The bids that remain, each with its place among all.
pub(crate) struct Field(Vec<(usize, i64)>);

impl Field {
    pub(crate) fn of(quotes: &[Quote]) -> Result<Self, LowBidError> {
        let remaining = quotes.iter().enumerate().filter(|(_, quote)| quote.gate != Gate::Fail);
        let priced = remaining.map(|(place, quote)| {
            let price = quote.price.filter(|price| 0 < *price);
            price.map(|price| (place, price)).ok_or(LowBidError::NotPositive(place))
        });
        priced.collect::<Result<_, _>>().map(Self)
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    /// Returns place and price of every bid, in order of places.
    pub(crate) fn bids(&self) -> &[(usize, i64)] {
        &self.0
    }

    pub(crate) fn sum(&self) -> i128 {
        sum(&self.0)
    }

    /// Returns the prices, the lowest first.
    pub(crate) fn sorted(&self) -> Vec<i64> {
        let mut prices: Vec<i64> = self.0.iter().map(|(_, price)| *price).collect();
        prices.sort_unstable();
        prices
    }

    /// Returns the places of the bids that fulfil a condition.
    pub(crate) fn places(&self, is_low: impl Fn(i128) -> bool) -> Vec<usize> {
        let low = self.0.iter().filter(|(_, price)| is_low(i128::from(*price)));
        low.map(|(place, _)| *place).collect()
    }
}

pub(crate) fn sum(bids: &[(usize, i64)]) -> i128 {
    bids.iter().map(|(_, price)| i128::from(*price)).sum()
}
