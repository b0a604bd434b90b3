//! The rule of 财库〔2026〕2号, in force from 2026-02-01. A reference for private firms, not legal advice.

use crate::low_bid::{Field, LowBidError, Quote};

/// Below which share of its base a price is abnormally low, in basis points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Thresholds {
    /// Rule 1: of the mean of all conforming bids.
    pub of_mean_bp: u32,
    /// Rule 2: of the second lowest bid.
    pub of_second_bp: u32,
    /// Rule 3: of the ceiling, or of the budget where there is no ceiling.
    pub of_ceiling_bp: u32,
}

impl Default for Thresholds {
    /// The least the rule asks for.
    fn default() -> Self {
        Self { of_mean_bp: 5000, of_second_bp: 5000, of_ceiling_bp: 4500 }
    }
}

/// The most a buyer may raise a threshold to, in basis points.
pub const MOST_BP: u32 = 6500;

impl Thresholds {
    fn check(self) -> Result<(), LowBidError> {
        let least = Self::default();
        let pairs = [
            (self.of_mean_bp, least.of_mean_bp),
            (self.of_second_bp, least.of_second_bp),
            (self.of_ceiling_bp, least.of_ceiling_bp),
        ];
        let fits = pairs.iter().all(|(threshold, least)| (*least..=MOST_BP).contains(threshold));
        if fits { Ok(()) } else { Err(LowBidError::Threshold) }
    }
}

/// What rule 3 measures against, in minor units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Base {
    /// The highest price allowed.
    Ceiling(i64),
    /// The budget, where no ceiling is set.
    Budget(i64),
}

impl Base {
    const fn amount(self) -> i64 {
        match self {
            Self::Ceiling(amount) | Self::Budget(amount) => amount,
        }
    }
}

/// The rule a bid fell under.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// Below the share of the mean.
    OfMean,
    /// The lowest, below the share of the second lowest.
    OfSecond,
    /// Below the share of the ceiling or budget.
    OfCeiling,
    /// Named by the committee.
    Committee,
}

impl Rule {
    /// Returns the code used in reference cases.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::OfMean => "cn_1",
            Self::OfSecond => "cn_2",
            Self::OfCeiling => "cn_3",
            Self::Committee => "cn_4",
        }
    }
}

/// What the rule finds, with every line it draws, in minor units. A line is absent where its rule was not evaluated.
#[derive(Clone, Debug, PartialEq)]
pub struct Review {
    /// How many bids are in the field.
    pub conforming: usize,
    /// Line of rule 1: its share of the mean.
    pub mean_line: Option<f64>,
    /// The line of rule 1 as a share of a price all rivals have in common: t (n − 1)/(n − t). The mean contains the bid
    /// itself, so in small fields the rule fires far below its threshold.
    pub effective_ratio: Option<f64>,
    /// Line of rule 2: its share of the second lowest price.
    pub second_line: Option<f64>,
    /// What rule 3 measures against.
    pub base: Option<Base>,
    /// Line of rule 3: its share of the base. It is known even where there is no bid to hold against it.
    pub ceiling_line: Option<f64>,
    /// The price below which rule 1 fires for a bid, given its rivals: place and line, from two bids on.
    pub effective_lines: Vec<(usize, f64)>,
    /// The flagged bids by place, each with its rules in order.
    pub flags: Vec<(usize, Vec<Rule>)>,
}

const WHOLE: i128 = 10_000;

/// Reviews bids. `named` are the places the committee names (rule 4).
pub fn review(
    quotes: &[Quote],
    ceiling: Option<i64>,
    budget: Option<i64>,
    thresholds: Thresholds,
    named: &[usize],
) -> Result<Review, LowBidError> {
    let field = Field::of(quotes)?;
    thresholds.check()?;
    let n = field.len() as i128;
    let sum = field.sum();
    let sorted = field.sorted();
    let base = ceiling.map(Base::Ceiling).or(budget.map(Base::Budget));
    let [of_mean, of_second, of_ceiling] =
        [thresholds.of_mean_bp, thresholds.of_second_bp, thresholds.of_ceiling_bp].map(i128::from);
    let second = match sorted.as_slice() {
        [lowest, second, ..] => Some((*lowest, i128::from(*second))),
        _ => None,
    };
    let rules_of = |place: usize, price: i64| {
        let own = i128::from(price);
        let conditions = [
            (own * n * WHOLE < of_mean * sum, Rule::OfMean),
            (
                second.is_some_and(|(lowest, second)| price == lowest && own * WHOLE < of_second * second),
                Rule::OfSecond,
            ),
            (base.is_some_and(|base| own * WHOLE < of_ceiling * i128::from(base.amount())), Rule::OfCeiling),
            (named.contains(&place), Rule::Committee),
        ];
        conditions.into_iter().filter(|(is, _)| *is).map(|(_, rule)| rule).collect::<Vec<_>>()
    };
    let flags = field.bids().iter().map(|(place, price)| (*place, rules_of(*place, *price)));
    let share = |bp: i128, amount: i128| (bp * amount) as f64 / WHOLE as f64;
    let effective = |price: i64| (of_mean * (sum - i128::from(price))) as f64 / (WHOLE * n - of_mean) as f64;
    Ok(Review {
        conforming: field.len(),
        mean_line: (0 < n).then(|| share(of_mean, sum) / n as f64),
        effective_ratio: (1 < n).then(|| (of_mean * (n - 1)) as f64 / (WHOLE * n - of_mean) as f64),
        second_line: second.map(|(_, second)| share(of_second, second)),
        base,
        ceiling_line: base.map(|base| share(of_ceiling, i128::from(base.amount()))),
        effective_lines: if n < 2 {
            Vec::new()
        } else {
            field.bids().iter().map(|(place, price)| (*place, effective(*price))).collect()
        },
        flags: flags.filter(|(_, rules)| !rules.is_empty()).collect(),
    })
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
    fn two_equal_lowest_bids_never_fall_under_the_second_rule() {
        let found = review(&quotes(&[10, 10, 1000]), None, None, Thresholds::default(), &[]).unwrap();
        let rules: Vec<_> = found.flags.iter().flat_map(|(_, rules)| rules.clone()).collect();
        assert_eq!(rules, [Rule::OfMean, Rule::OfMean]);
    }

    #[test]
    fn a_threshold_is_only_raised_and_not_beyond_the_limit() {
        for of_mean_bp in [4999, 6501] {
            let thresholds = Thresholds { of_mean_bp, ..Thresholds::default() };
            assert_eq!(review(&quotes(&[1]), None, None, thresholds, &[]), Err(LowBidError::Threshold));
        }
        let no_price = [Quote { price: None, gate: Gate::Pass }];
        let odd = Thresholds { of_mean_bp: 0, ..Thresholds::default() };
        assert_eq!(review(&no_price, None, None, odd, &[]), Err(LowBidError::NotPositive(0)));
    }

    proptest! {
        #[test]
        fn the_effective_line_is_where_the_first_rule_fires(prices in prop::collection::vec(1_i64..1_000_000, 2..7)) {
            let found = review(&quotes(&prices), None, None, Thresholds::default(), &[]).unwrap();
            for (place, line) in &found.effective_lines {
                let fires =
                    found.flags.iter().any(|(flagged, rules)| flagged == place && rules.contains(&Rule::OfMean));
                let price = prices[*place] as f64;
                prop_assert!((price - line).abs() < 1e-6 || fires == (price < *line));
            }
        }

        #[test]
        fn a_bid_that_is_out_enters_no_line(prices in prop::collection::vec(1_i64..1_000_000, 1..7), out in 0_i64..10) {
            let mut with = quotes(&prices);
            with.push(Quote { price: Some(out), gate: Gate::Fail });
            let alone = review(&quotes(&prices), Some(500_000), None, Thresholds::default(), &[]);
            prop_assert_eq!(review(&with, Some(500_000), None, Thresholds::default(), &[]), alone);
        }
    }
}
