//! What a proposal costs beside the others, and what about it asks for a second look. A note opens a question; it never
//! puts a vendor out.

use chrono::NaiveDate;

use crate::domain::ids::Id;
use crate::domain::money::Money;
use crate::domain::selection::{Proposal, Selection, Vendor};
use decision::group;
use decision::order;

/// What asks for a second look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProposalNote {
    /// There is no contingency plan.
    NoContingency,
    /// Fewer roles are staffed than the vendor's side needs.
    StaffingShort,
    /// The base price is so low that the vendor has to explain it.
    LowPrice,
}

impl Proposal {
    /// Returns base and value-added price together, once there is a base price.
    #[must_use]
    pub fn total_price(&self) -> Option<Money> {
        self.base_price.map(|base| Money(base.0 + self.value_added_price.unwrap_or_default().0))
    }

    /// Tells whether anything is offered yet.
    #[must_use]
    pub fn is_there(&self) -> bool {
        *self != Self::default()
    }
}

impl Selection {
    fn base_prices(&self, today: NaiveDate) -> Vec<Money> {
        let within = self.vendors_in(today).into_iter();
        within.filter_map(|id| self.vendors.get(id)?.proposal.base_price).collect()
    }

    /// Returns how far a base price lies from the median of the vendors still in, in percent.
    #[must_use]
    pub fn versus_median(&self, price: Money, today: NaiveDate) -> Option<f64> {
        let prices: Vec<f64> = self.base_prices(today).iter().map(|price| price.0 as f64).collect();
        let median = group::median(&prices).filter(|median| 0.0 < *median)?;
        Some((price.0 as f64 / median - 1.0) * 100.0)
    }

    /// Lists what asks for a second look in a vendor's proposal. `needed` is how many roles its side needs; `ceiling` is
    /// the most the service may cost a month.
    #[must_use]
    pub fn proposal_notes(
        &self,
        vendor: Id<Vendor>,
        needed: usize,
        ceiling: Option<Money>,
        today: NaiveDate,
    ) -> Vec<ProposalNote> {
        let Some(vendor) = self.vendors.get(vendor).filter(|vendor| vendor.proposal.is_there()) else {
            return Vec::new();
        };
        let proposal = &vendor.proposal;
        let has_plan = !proposal.contingency_note.trim().is_empty()
            || proposal.contingency.is_some_and(|mark| 0 < mark.get());
        let is_low =
            proposal.base_price.is_some_and(|price| is_low(price, &self.base_prices(today), ceiling));
        let found = [
            (!has_plan, ProposalNote::NoContingency),
            (!proposal.staffed.is_empty() && proposal.staffed.len() < needed, ProposalNote::StaffingShort),
            (is_low, ProposalNote::LowPrice),
        ];
        found.into_iter().filter(|(stands, _)| *stands).map(|(_, note)| note).collect()
    }
}

/// Tells whether a price triggers a review by 财库〔2026〕2号: below half the mean of all, the lowest below half the second
/// lowest, or below 45 % of the ceiling. Equality does not trigger.
#[must_use]
pub fn is_low(price: Money, all: &[Money], ceiling: Option<Money>) -> bool {
    let sum: i64 = all.iter().map(|price| price.0).sum();
    let mut sorted: Vec<i64> = all.iter().map(|price| price.0).collect();
    order::sort_by(&mut sorted, Ord::cmp);
    let is_far_lowest = match sorted.as_slice() {
        [lowest, second, ..] => price.0 == *lowest && 2 * lowest < *second,
        _ => false,
    };
    2 * price.0 * (all.len() as i64) < sum
        || is_far_lowest
        || ceiling.is_some_and(|ceiling| 100 * price.0 < 45 * ceiling.0)
}

/// Tells for each value whether it stands out: it differs from the one most of them share.
#[must_use]
pub fn standing_out<V: PartialEq>(values: &[V]) -> Vec<bool> {
    let count = |value: &V| values.iter().filter(|other| *other == value).count();
    let usual = values.iter().find(|value| values.len() < 2 * count(value));
    values.iter().map(|value| usual.is_some_and(|usual| usual != value)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_price_far_below_the_others_asks_for_an_explanation() {
        let of = |prices: &[i64], ceiling: i64| {
            let all: Vec<Money> = prices.iter().copied().map(Money).collect();
            all.iter().map(|price| is_low(*price, &all, Some(Money(ceiling)))).collect::<Vec<_>>()
        };
        assert_eq!(of(&[45, 98, 100], 120), [true, false, false]);
        assert_eq!(of(&[50, 100, 100], 111), [false, false, false]);
        assert_eq!(of(&[50, 100], 112), [true, false]);
        assert!(!is_low(Money(9), &[Money(9)], None));
    }

    #[test]
    fn what_most_share_does_not_stand_out() {
        assert_eq!(standing_out(&[4, 4, 2]), [false, false, true]);
        assert_eq!(standing_out(&[1, 2]), [false, false]);
        assert_eq!(standing_out(&[3, 3]), [false, false]);
    }
}
