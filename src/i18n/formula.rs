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
    match method.price_formula {
        PriceFormula::PresetBounds => {
            let bound = |bound: Option<Money>| write(bound.unwrap_or_default());
            let (low, high) = (bound(method.price_low), bound(method.price_high));
            format!("100 × ({high} − {own}) / ({high} − {low})")
        }
        PriceFormula::LowestRatio => format!("100 × {low} / {own}"),
        PriceFormula::LinearFromLowest => format!("100 × (1 − ({own} − {low}) / {low})"),
        PriceFormula::HighestLowest => format!("100 × ({high} − {own}) / ({high} − {low})"),
        PriceFormula::Log => format!("100 × (1 − ln({own} / {low}) / ln {})", method.log_base),
    }
}
