//! Which rule says that a price is so low that the vendor has to explain it.

use decode::Decode;
use serde::Serialize;

use crate::domain::ids::Id;
use crate::domain::money::{Currency, Money};
use crate::domain::register::item;
use crate::domain::selection::Selection;
use decision::low_bid::china::{self, Thresholds};
use decision::low_bid::open_contracting::{self, Lowest};
use decision::low_bid::{LowBidError, Quote, spain, world_bank};

/// A named rule. All of them are references for private firms, not legal advice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum LowPriceRule {
    /// By the currency: [`Self::China`] for amounts in CNY, else [`Self::Spain`].
    #[default]
    ByCurrency,
    /// 财库〔2026〕2号, from 2026-02-01.
    China,
    /// RGLCAP art. 85.
    Spain,
    /// The World Bank's guidance of 2016.
    WorldBank,
    /// Red flag R058 of the Open Contracting Partnership.
    OpenContracting,
    /// Directive 2014/24/EU art. 69: no threshold; who asks for an explanation decides on each price.
    Directive,
}

impl LowPriceRule {
    /// All of them, in the order of choice lists.
    pub const ALL: [Self; 6] =
        [Self::ByCurrency, Self::China, Self::Spain, Self::WorldBank, Self::OpenContracting, Self::Directive];

    /// Returns the rule meant for amounts in a currency; never [`Self::ByCurrency`].
    #[must_use]
    pub const fn for_currency(self, currency: Currency) -> Self {
        match (self, currency) {
            (Self::ByCurrency, Currency::Cny) => Self::China,
            (Self::ByCurrency, _) => Self::Spain,
            (rule, _) => rule,
        }
    }
}

/// The rule that counts, with what a buyer may set of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct LowPrice {
    /// The rule.
    pub rule: LowPriceRule,
    /// 财库〔2026〕2号, rule 1: the share of the mean in basis points, 5000 to 6500.
    pub of_mean_bp: u32,
    /// Rule 2: the share of the second lowest price in basis points, 5000 to 6500.
    pub of_second_bp: u32,
    /// Rule 3: the share of the budget in basis points, 4500 to 6500.
    pub of_ceiling_bp: u32,
}

impl Default for LowPrice {
    fn default() -> Self {
        let Thresholds { of_mean_bp, of_second_bp, of_ceiling_bp } = Thresholds::default();
        Self { rule: LowPriceRule::default(), of_mean_bp, of_second_bp, of_ceiling_bp }
    }
}

impl LowPrice {
    /// Returns the thresholds of 财库〔2026〕2号; what lies beyond its limits counts as the nearest one allowed.
    #[must_use]
    pub fn thresholds(&self) -> Thresholds {
        let least = Thresholds::default();
        Thresholds {
            of_mean_bp: self.of_mean_bp.clamp(least.of_mean_bp, china::MOST_BP),
            of_second_bp: self.of_second_bp.clamp(least.of_second_bp, china::MOST_BP),
            of_ceiling_bp: self.of_ceiling_bp.clamp(least.of_ceiling_bp, china::MOST_BP),
        }
    }
}

/// The two lowest prices of an earlier purchase of the firm.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Purchase {
    /// The id.
    pub id: Id<Self>,
    /// The clause number.
    pub number: u32,
    /// What was bought, and when.
    pub name: String,
    /// The lowest price.
    pub lowest_price: Option<Money>,
    /// The second lowest price.
    pub second_price: Option<Money>,
}
item!(Purchase, "N", 1);

impl Purchase {
    /// Returns its two lowest prices.
    #[must_use]
    pub fn lowest(&self) -> Option<Lowest> {
        Some(Lowest { first: self.lowest_price?.0, second: self.second_price?.0 })
    }
}

impl Selection {
    /// Lists the two lowest prices of earlier purchases.
    #[must_use]
    pub fn lowest_before(&self) -> Vec<Lowest> {
        self.purchases.iter().filter_map(|purchase| purchase.lowest()).collect()
    }

    /// Returns the places of the bids a rule flags. Without a threshold of its own it flags none.
    pub fn flagged_by(
        &self,
        rule: LowPriceRule,
        quotes: &[Quote],
        ceiling: Option<i64>,
    ) -> Result<Vec<usize>, LowBidError> {
        Ok(match rule {
            LowPriceRule::China => {
                let review = china::review(quotes, None, ceiling, self.method.low_price.thresholds(), &[])?;
                review.flags.into_iter().map(|(place, _)| place).collect()
            }
            LowPriceRule::Spain => {
                spain::review(quotes, ceiling)?.flags.into_iter().map(|(place, _)| place).collect()
            }
            LowPriceRule::WorldBank => world_bank::review(quotes, ceiling)?.flags,
            LowPriceRule::OpenContracting => {
                open_contracting::review(quotes, &self.lowest_before())?.flag.into_iter().collect()
            }
            LowPriceRule::ByCurrency | LowPriceRule::Directive => Vec::new(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use decision::price::Gate;

    #[test]
    fn each_rule_flags_by_its_own_line() {
        let quotes = [45, 98, 100].map(|price| Quote { price: Some(price), gate: Gate::Pass });
        let mut selection = Selection::default();
        for (place, second) in [102, 104, 106, 110].into_iter().enumerate() {
            selection.purchases.add(Id::fixed(place as u128 + 1), |purchase| {
                (purchase.lowest_price, purchase.second_price) = (Some(Money(100)), Some(Money(second)));
            });
        }
        let flagged = |rule| selection.flagged_by(rule, &quotes, Some(56)).unwrap();
        let found = LowPriceRule::ALL.map(|rule| flagged(rule).len());
        // 45 lies above 80 % of an estimate of 56, so the World Bank's line is not reached.
        assert_eq!(found, [0, 1, 1, 0, 1, 0]);
    }

    #[test]
    fn a_threshold_beyond_the_limits_counts_as_the_nearest_allowed() {
        let odd = LowPrice { of_mean_bp: 9000, of_second_bp: 0, ..LowPrice::default() };
        let thresholds = odd.thresholds();
        assert_eq!((thresholds.of_mean_bp, thresholds.of_second_bp), (6500, 5000));
    }
}
