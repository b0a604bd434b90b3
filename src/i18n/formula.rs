//! Formulas with their numbers in them, the same in every language.

use crate::domain::money::Money;
use crate::domain::selection::method::{Method, PriceFormula};
use crate::domain::selection::ranking::PriceFacts;
use crate::i18n::format;

/// Writes how a price became its score of 0 to 100.
#[must_use]
pub fn price(method: &Method, price: &PriceFacts) -> String {
    let write = |amount: Money| format::number(amount.major(), 2);
    let (own, low, high) = (write(price.price), write(price.lowest), write(price.highest));
    let formula = match method.price_formula {
        PriceFormula::PresetBounds => {
            let bound = |bound: Option<Money>| write(bound.unwrap_or_default());
            let (low, high) = (bound(method.price_low), bound(method.price_high));
            format!("100 × ({high} − {own}) / ({high} − {low})")
        }
        PriceFormula::LowestRatio => format!("100 × {low} / {own}"),
        PriceFormula::LinearFromLowest => format!("100 × (1 − ({own} − {low}) / {low})"),
        // Where all prices are equal the formula has no value of its own; all points are given.
        PriceFormula::HighestLowest if price.lowest == price.highest => format!("{low} = {high} → 100"),
        PriceFormula::HighestLowest => format!("100 × ({high} − {own}) / ({high} − {low})"),
        PriceFormula::Log => format!("100 × (1 − ln({own} / {low}) / ln {})", method.log_base),
    };
    // Points that were cut say so: what stands in the brackets lies beyond the scale.
    let is_below = method.price_low.is_some_and(|low| price.price < low);
    match (price.clamped, method.price_formula) {
        (true, PriceFormula::PresetBounds) if is_below => format!("min(100, {formula})"),
        (true, _) => format!("max(0, {formula})"),
        (false, _) => formula,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_that_were_cut_say_so() {
        let method = Method {
            price_low: Some(Money(5_500_000)),
            price_high: Some(Money(5_600_000)),
            ..Method::default()
        };
        let of = |own: i64| {
            let facts = PriceFacts {
                price: Money(own),
                lowest: Money(own),
                highest: Money(own),
                point_value: None,
                clamped: !(5_500_000..=5_600_000).contains(&own),
            };
            price(&method, &facts)
        };
        assert_eq!(of(5_200_000), "min(100, 100 × (56,000 − 52,000) / (56,000 − 55,000))");
        assert_eq!(of(6_000_000), "max(0, 100 × (56,000 − 60,000) / (56,000 − 55,000))");
        assert_eq!(of(5_550_000), "100 × (56,000 − 55,500) / (56,000 − 55,000)");
    }
}
