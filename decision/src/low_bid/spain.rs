//! The rule of Spain's RGLCAP, article 85: by the number of bids.

use crate::low_bid::{Field, LowBidError, Quote, sum};

/// The rule a field or a bid falls under.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// One bid: more than 25 % below the budget.
    One,
    /// Two bids: more than 20 % below the other.
    Two,
    /// Three bids: more than 25 % below the budget, which always asks for an explanation.
    ThreeBudget,
    /// Three bids: more than 10 % below the mean.
    ThreeMean,
    /// Four bids or more: more than 10 % below the mean.
    Four,
}

impl Rule {
    /// Returns the code used in reference cases.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::One => "es_1",
            Self::Two => "es_2",
            Self::ThreeBudget => "es_3_budget",
            Self::ThreeMean => "es_3_mean",
            Self::Four => "es_4",
        }
    }
}

/// What the rule finds, with every line it draws, in minor units.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Review {
    /// How many bids are in the field.
    pub conforming: usize,
    /// The mean of all, from three bids on.
    pub mean_all: Option<f64>,
    /// The places of the bids that left the mean for being more than 10 % above it.
    pub above_mean: Vec<usize>,
    /// The mean that is used, from three bids on.
    pub mean_used: Option<f64>,
    /// The price below which a bid is flagged; absent for no bid, and for one bid without a budget.
    pub line: Option<f64>,
    /// The line drawn by the budget, for three bids.
    pub budget_line: Option<f64>,
    /// The flagged bids by place, each with its rules in order.
    pub flags: Vec<(usize, Vec<Rule>)>,
}

/// Reviews bids against each other and the budget.
pub fn review(quotes: &[Quote], budget: Option<i64>) -> Result<Review, LowBidError> {
    let field = Field::of(quotes)?;
    let found = match field.bids() {
        [] => Review::default(),
        [_] => one(&field, budget),
        [(_, a), (_, b)] => two(&field, *a.max(b)),
        [_, _, _] => three(&field, budget),
        _ => four(&field),
    };
    Ok(Review { conforming: field.len(), ..found })
}

fn flagged(places: Vec<usize>, rule: Rule) -> Vec<(usize, Vec<Rule>)> {
    places.into_iter().map(|place| (place, vec![rule])).collect()
}

/// 25 % below the budget, in integers: 4 P < 3 B.
fn below_budget(field: &Field, budget: i64) -> Vec<usize> {
    field.places(|price| 4 * price < 3 * i128::from(budget))
}

fn one(field: &Field, budget: Option<i64>) -> Review {
    let Some(budget) = budget else { return Review::default() };
    let flags = flagged(below_budget(field, budget), Rule::One);
    Review { line: Some(0.75 * budget as f64), flags, ..Review::default() }
}

fn two(field: &Field, higher: i64) -> Review {
    let flags = flagged(field.places(|price| 5 * price < 4 * i128::from(higher)), Rule::Two);
    Review { line: Some(0.8 * higher as f64), flags, ..Review::default() }
}

fn three(field: &Field, budget: Option<i64>) -> Review {
    // Of equal highest bids the last one listed leaves: exactly one bid does.
    let top = field.bids().iter().copied().max_by_key(|(place, price)| (*price, *place));
    let leaves = |(_, price): &(usize, i64)| is_far_above(*price, field);
    let leaver = top.filter(leaves);
    let kept: Vec<_> = field.bids().iter().filter(|bid| Some(**bid) != leaver).copied().collect();
    let mean = Mean::of(&kept);
    let by_budget = budget.map(|budget| below_budget(field, budget)).unwrap_or_default();
    let by_mean = field.places(|price| mean.is_far_below(price));
    let rules = |place: usize| {
        let both =
            [(by_budget.contains(&place), Rule::ThreeBudget), (by_mean.contains(&place), Rule::ThreeMean)];
        both.into_iter().filter(|(is, _)| *is).map(|(_, rule)| rule).collect::<Vec<_>>()
    };
    let flags = field.bids().iter().map(|(place, _)| (*place, rules(*place)));
    Review {
        above_mean: leaver.iter().map(|(place, _)| *place).collect(),
        budget_line: budget.map(|budget| 0.75 * budget as f64),
        flags: flags.filter(|(_, rules)| !rules.is_empty()).collect(),
        ..by_means(field, &mean)
    }
}

fn four(field: &Field) -> Review {
    let (above, mut kept): (Vec<_>, Vec<_>) =
        field.bids().iter().copied().partition(|(_, price)| is_far_above(*price, field));
    if kept.len() < 3 {
        kept = field.bids().to_vec();
        kept.sort_by_key(|(_, price)| *price);
        kept.truncate(3);
    }
    let mean = Mean::of(&kept);
    Review {
        above_mean: above.iter().map(|(place, _)| *place).collect(),
        flags: flagged(field.places(|price| mean.is_far_below(price)), Rule::Four),
        ..by_means(field, &mean)
    }
}

fn by_means(field: &Field, used: &Mean) -> Review {
    Review {
        mean_all: Some(Mean::of(field.bids()).value()),
        mean_used: Some(used.value()),
        line: Some(0.9 * used.value()),
        ..Review::default()
    }
}

/// More than 10 % above the mean of all, in integers: 10 P n > 11 Σ.
fn is_far_above(price: i64, field: &Field) -> bool {
    11 * field.sum() < 10 * i128::from(price) * field.len() as i128
}

/// A mean kept as a ratio of integers.
struct Mean {
    sum: i128,
    count: i128,
}

impl Mean {
    fn of(bids: &[(usize, i64)]) -> Self {
        Self { sum: sum(bids), count: bids.len() as i128 }
    }

    fn value(&self) -> f64 {
        self.sum as f64 / self.count as f64
    }

    /// More than 10 % below: 10 P n < 9 Σ.
    const fn is_far_below(&self, price: i128) -> bool {
        10 * price * self.count < 9 * self.sum
    }
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
    fn of_two_equal_highest_the_last_leaves_the_mean() {
        let found = review(&quotes(&[100, 200, 200]), None).unwrap();
        assert_eq!((found.above_mean, found.mean_used), (vec![2], Some(150.0)));
    }

    #[test]
    fn with_too_few_left_the_three_lowest_make_the_mean() {
        let found = review(&quotes(&[10, 20, 100, 100]), None).unwrap();
        assert_eq!((found.above_mean, found.mean_used), (vec![2, 3], Some(130.0 / 3.0)));
    }

    #[test]
    fn nothing_is_evaluated_without_a_line() {
        assert_eq!(review(&[], Some(1)).unwrap(), Review::default());
        assert_eq!(review(&quotes(&[1]), None).unwrap().line, None);
    }

    proptest! {
        #[test]
        fn a_bid_that_is_out_enters_no_mean(prices in prop::collection::vec(1_i64..1_000_000, 1..7)) {
            let mut with = quotes(&prices);
            with.push(Quote { price: None, gate: Gate::Fail });
            prop_assert_eq!(review(&with, Some(500_000)), review(&quotes(&prices), Some(500_000)));
        }

        #[test]
        fn flags_are_the_bids_below_the_line(prices in prop::collection::vec(1_i64..1_000, 2..8)) {
            let found = review(&quotes(&prices), None).unwrap();
            let line = found.line.unwrap();
            for (place, price) in prices.iter().enumerate() {
                let flagged = found.flags.iter().any(|(flagged, _)| *flagged == place);
                let price = *price as f64;
                prop_assert!((price - line).abs() < 1e-9 || flagged == (price < line));
            }
        }
    }
}
