//! Quality turned into money: the price less what the quality is worth, the lowest wins (Bergman & Lundberg 2013). It
//! knows no rivals, so no losing bid can change the winner.

use crate::price::{Bid, Excluded, PriceError, Rule};
use crate::rank;

/// The bids by adjusted price.
#[derive(Clone, Debug, PartialEq)]
pub struct Adjusted {
    /// Price − quality × value of a point, in minor units, or why the bid is out; it may be negative.
    pub prices: Vec<Result<f64, Excluded>>,
    /// The ranks, the lowest first.
    pub ranks: Vec<Option<usize>>,
}

impl Rule {
    /// Compares bids by adjusted price: `point_value` is what one point of quality is worth, in minor units. Of the rule
    /// only its technical floor counts.
    pub fn compare_adjusted(&self, bids: &[Bid], point_value: f64) -> Result<Adjusted, PriceError> {
        let mut prices = Vec::with_capacity(bids.len());
        for (place, bid) in bids.iter().enumerate() {
            prices.push(match self.exclusion(bid) {
                Some(excluded) => Err(excluded),
                None => {
                    let price = bid.price.filter(|price| 0 < *price).ok_or(PriceError::NotPositive(place))?;
                    Ok(price as f64 - bid.quality * point_value)
                }
            });
        }
        let given: Vec<Option<f64>> = prices.iter().map(|price| price.as_ref().ok().copied()).collect();
        Ok(Adjusted { ranks: rank::ascending(&given), prices })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::price::{Formula, Gate};

    #[test]
    fn a_better_bid_may_cost_what_its_quality_is_worth() {
        let rule = Rule { formula: Formula::LowestRatio, weight_bp: 0, technical_floor: Some(60.0) };
        let bid = |price, quality| Bid { price: Some(price), quality, gate: Gate::Pass };
        let bids = [bid(12_500, 81.0), bid(10_000, 74.0), bid(6_000, 50.0)];
        let found = rule.compare_adjusted(&bids, 400.0).unwrap();
        assert_eq!(found.prices[..2], [Ok(12_500.0 - 32_400.0), Ok(10_000.0 - 29_600.0)]);
        assert_eq!(found.ranks, [Some(1), Some(2), None]);
    }
}
