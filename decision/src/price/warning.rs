//! What is worth knowing about a comparison of prices.

use crate::price::{Bid, Clamped, Comparison, Formula, Gate, Points, Rule};

/// What is worth knowing about a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Warning {
    NoBids,
    SingleBid,
    AllPricesEqual,
    ClampedLow,
    ClampedHigh,
    NegativePoints,
    Provisional,
    CnWeightBelowMin,
    CnWeightUpperDisputed,
}

impl Warning {
    /// Returns the code used in reference cases.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NoBids => "no_bids",
            Self::SingleBid => "single_bid",
            Self::AllPricesEqual => "all_prices_equal",
            Self::ClampedLow => "clamped_low",
            Self::ClampedHigh => "clamped_high",
            Self::NegativePoints => "negative_points",
            Self::Provisional => "provisional",
            Self::CnWeightBelowMin => "cn_price_weight_below_min",
            Self::CnWeightUpperDisputed => "cn_price_weight_upper_disputed",
        }
    }
}

impl Rule {
    /// Lists what is worth knowing, sorted by code. `for_services` asks for the weights of 87号令: services from 10 %,
    /// goods from 30 %.
    #[must_use]
    pub fn warnings(&self, bids: &[Bid], compared: &Comparison, for_services: Option<bool>) -> Vec<Warning> {
        let field: Vec<&Points> = compared.bids.iter().filter_map(|bid| bid.as_ref().ok()).collect();
        let is_in = |place: usize| compared.bids.get(place).is_some_and(Result::is_ok);
        let any = |wanted: &dyn Fn(&Points) -> bool| field.iter().any(|points| wanted(points));
        let waits =
            bids.iter().enumerate().any(|(place, bid)| bid.gate == Gate::NeedsEvidence && is_in(place));
        let floor = for_services.map(|services| if services { 1000 } else { 3000 });
        let conditions = [
            (field.is_empty(), Warning::NoBids),
            (field.len() == 1, Warning::SingleBid),
            (1 < field.len() && compared.lowest == compared.highest, Warning::AllPricesEqual),
            (any(&|points| points.clamped == Clamped::Low), Warning::ClampedLow),
            (any(&|points| points.clamped == Clamped::High), Warning::ClampedHigh),
            (
                matches!(self.formula, Formula::Log { .. }) && any(&|points| points.price < 0.0),
                Warning::NegativePoints,
            ),
            (waits, Warning::Provisional),
            (floor.is_some_and(|floor| self.weight_bp < floor), Warning::CnWeightBelowMin),
            (for_services == Some(true) && 3000 < self.weight_bp, Warning::CnWeightUpperDisputed),
        ];
        let mut warnings: Vec<_> =
            conditions.into_iter().filter(|(is, _)| *is).map(|(_, warning)| warning).collect();
        warnings.sort_by_key(|warning| warning.code());
        warnings
    }
}
