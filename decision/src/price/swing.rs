//! What becomes of the winner when one price is off by some per cent.

use crate::price::{Bid, PriceError, Rule};

/// The winners when one bid is cheaper or dearer, all else staying the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Swing {
    /// The bid; counts from 0.
    pub bid: usize,
    /// The winners when it is cheaper.
    pub cheaper: Vec<usize>,
    /// The winners when it is dearer.
    pub dearer: Vec<usize>,
}

/// Moves the price of each bid of the field by a share, down and up, one at a time. `by_bp` is in basis points and at most
/// 10 000; prices are rounded half up and stay above 0.
pub fn swings(rule: &Rule, bids: &[Bid], by_bp: u32) -> Result<Vec<Swing>, PriceError> {
    let by = i64::from(by_bp.min(10_000));
    let winners = |moved: usize, factor: i64| {
        let mut bids = bids.to_vec();
        if let Some(bid) = bids.get_mut(moved) {
            bid.price = bid.price.map(|price| shifted(price, factor));
        }
        rule.compare(&bids).map(|compared| compared.winners)
    };
    let in_field =
        (0..bids.len()).filter(|place| bids.get(*place).is_some_and(|bid| rule.exclusion(bid).is_none()));
    in_field
        .map(|bid| Ok(Swing { bid, cheaper: winners(bid, 10_000 - by)?, dearer: winners(bid, 10_000 + by)? }))
        .collect()
}

/// Returns a price times a factor in basis points, rounded half up and at least 1.
fn shifted(price: i64, factor_bp: i64) -> i64 {
    let exact = i128::from(price) * i128::from(factor_bp);
    let rounded = (2 * exact + 10_000).div_euclid(20_000);
    i64::try_from(rounded.max(i128::from(price.min(1)))).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::price::{Formula, Gate};

    #[test]
    fn a_close_race_turns_with_ten_per_cent() {
        let rule = Rule { formula: Formula::LowestRatio, weight_bp: 3000, technical_floor: None };
        let bid = |price, quality| Bid { price: Some(price), quality, gate: Gate::Pass };
        let bids = [bid(10_000, 80.0), bid(10_500, 80.0), Bid { gate: Gate::Fail, ..bid(1, 100.0) }];
        let found = swings(&rule, &bids, 1000).unwrap();
        assert_eq!(
            found,
            [
                Swing { bid: 0, cheaper: vec![0], dearer: vec![1] },
                Swing { bid: 1, cheaper: vec![1], dearer: vec![0] },
            ]
        );
        assert_eq!((shifted(15, 9000), shifted(1, 1), shifted(0, 9000)), (14, 1, 0));
    }
}
