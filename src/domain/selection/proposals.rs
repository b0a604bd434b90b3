//! What a proposal costs beside the others, and what about it asks for a second look. A note opens a question; it never
//! puts a vendor out.

use chrono::NaiveDate;

use crate::domain::ids::Id;
use crate::domain::money::{Currency, Money};
use crate::domain::profile::Side;
use crate::domain::project::Project;
use crate::domain::selection::offer::Tier;
use crate::domain::selection::{Proposal, Selection, Vendor};
use crate::domain::team::Role;
use decision::group;
use decision::low_bid::Quote;
use decision::low_bid::bottom_up::{BottomUp, Floor, Staff};
use decision::price::Gate;

/// What asks for a second look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProposalNote {
    /// There is no contingency plan.
    NoContingency,
    /// Fewer roles are staffed than the vendor's side needs.
    StaffingShort,
    /// The base price is so low beside the others or the budget that the vendor has to explain it.
    LowPrice,
    /// The base price does not cover what the roles of the vendor's side cost.
    BelowFloor,
}

impl ProposalNote {
    /// Tells whether the vendor has to explain its price.
    #[must_use]
    pub const fn is_about_price(self) -> bool {
        matches!(self, Self::LowPrice | Self::BelowFloor)
    }
}

/// What a base price is held against besides those of the others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PriceLimits {
    /// The currency; where no rule for low prices was chosen, it says which one counts.
    pub currency: Currency,
    /// The most the service may cost a month.
    pub ceiling: Option<Money>,
    /// What the roles of the vendor's side cost a month; nothing while no cost is known.
    pub floor: Option<Money>,
    /// How many roles the vendor's side needs.
    pub needed: usize,
}

/// Returns how many full-time people a role is.
#[must_use]
pub fn heads(role: &Role) -> f64 {
    role.headcount.unwrap_or(1.0) * role.share_percent.unwrap_or(100.0) / 100.0
}

impl Project {
    /// Lists the roles of the vendor's side.
    fn vendor_roles(&self) -> impl Iterator<Item = &Role> {
        self.team.roles.iter().map(AsRef::as_ref).filter(|role| role.side == Side::Vendor)
    }

    /// Lists the roles of the vendor's side whose cost is known.
    pub fn costed_roles(&self) -> impl Iterator<Item = (&Role, Money)> {
        self.vendor_roles().filter_map(|role| Some((role, role.loaded_cost?)))
    }

    /// Builds the price a month up from the roles of the vendor's side: below it somebody's resources are squeezed.
    /// Nothing while no role has a cost.
    #[must_use]
    pub fn price_floor(&self) -> Option<Floor> {
        let staff = self.costed_roles().map(|(role, cost)| Staff {
            headcount_milli: (heads(role) * 1000.0).round() as u32,
            loaded_monthly_cost: cost.0,
            months_milli: 1000,
        });
        let bottom_up = BottomUp { staff: staff.collect(), overhead_bp: 0, tax_bp: 0 };
        (!bottom_up.staff.is_empty()).then(|| bottom_up.floor())
    }

    /// Returns what base prices are held against.
    #[must_use]
    pub fn price_limits(&self) -> PriceLimits {
        PriceLimits {
            currency: self.profile.currency,
            ceiling: self.profile.budget_high.filter(|budget| 0 < budget.0),
            floor: self.price_floor().map(|floor| Money(floor.amount)),
            needed: self.vendor_roles().count(),
        }
    }
}

impl Proposal {
    /// Returns the base price a month where there is one to count: above 0.
    #[must_use]
    pub fn counted_price(&self) -> Option<Money> {
        self.price(Tier::Base).filter(|price| 0 < price.0)
    }

    /// Returns base and value-added price together, once there is a base price.
    #[must_use]
    pub fn total_price(&self) -> Option<Money> {
        let added = self.price(Tier::ValueAdded).unwrap_or_default();
        self.counted_price().map(|base| Money(base.0.saturating_add(added.0)))
    }

    /// Tells whether anything is offered yet.
    #[must_use]
    pub fn is_there(&self) -> bool {
        *self != Self::default()
    }
}

impl Selection {
    /// Returns the base prices of the vendors still in.
    fn base_prices(&self, today: NaiveDate) -> Vec<(Id<Vendor>, Money)> {
        let within = self.vendors_in(today).into_iter();
        within.filter_map(|id| Some((id, self.vendors.get(id)?.proposal.counted_price()?))).collect()
    }

    /// Returns how far a base price lies from the median of the vendors still in, in percent.
    #[must_use]
    pub fn versus_median(&self, price: Money, today: NaiveDate) -> Option<f64> {
        let prices: Vec<f64> = self.base_prices(today).iter().map(|(_, price)| price.0 as f64).collect();
        let median = group::median(&prices).filter(|median| 0.0 < *median)?;
        Some((price.0 as f64 / median - 1.0) * 100.0)
    }

    /// Lists the vendors whose base price is abnormally low by the rule that counts.
    #[must_use]
    pub fn low_bids(&self, limits: PriceLimits, today: NaiveDate) -> Vec<Id<Vendor>> {
        let prices = self.base_prices(today);
        let quote = |(_, price): &(Id<Vendor>, Money)| Quote { price: Some(price.0), gate: Gate::Pass };
        let quotes: Vec<_> = prices.iter().map(quote).collect();
        let rule = self.method.low_price.rule.for_currency(limits.currency);
        let places = self.flagged_by(rule, &quotes, limits.ceiling.map(|ceiling| ceiling.0));
        let places = places.unwrap_or_default().into_iter();
        places.filter_map(|place| prices.get(place).map(|(id, _)| *id)).collect()
    }

    /// Lists the vendors still in that have to explain their price, each with why, in their shown order.
    #[must_use]
    pub fn price_notes(&self, limits: PriceLimits, today: NaiveDate) -> Vec<(Id<Vendor>, ProposalNote)> {
        let low = self.low_bids(limits, today);
        let notes_of = |(id, price): (Id<Vendor>, Money)| {
            let is_below = limits.floor.is_some_and(|floor| price < floor);
            let low = low.contains(&id).then_some((id, ProposalNote::LowPrice));
            low.into_iter().chain(is_below.then_some((id, ProposalNote::BelowFloor)))
        };
        self.base_prices(today).into_iter().flat_map(notes_of).collect()
    }

    /// Lists what asks for a second look in a vendor's proposal.
    #[must_use]
    pub fn proposal_notes(
        &self,
        vendor: Id<Vendor>,
        limits: PriceLimits,
        today: NaiveDate,
    ) -> Vec<ProposalNote> {
        let Some(vendor) = self.vendors.get(vendor).filter(|vendor| vendor.proposal.is_there()) else {
            return Vec::new();
        };
        let proposal = &vendor.proposal;
        let has_plan = !proposal.contingency_note.trim().is_empty()
            || proposal.contingency.is_some_and(|mark| 0 < mark.get());
        let is_short = !proposal.staffed.is_empty() && proposal.staffed.len() < limits.needed;
        let found = [(!has_plan, ProposalNote::NoContingency), (is_short, ProposalNote::StaffingShort)];
        let found = found.into_iter().filter(|(stands, _)| *stands).map(|(_, note)| note);
        let prices = self.price_notes(limits, today).into_iter().filter(|(id, _)| *id == vendor.id);
        found.chain(prices.map(|(_, note)| note)).collect()
    }
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

    fn low(prices: &[i64], ceiling: i64, currency: Currency) -> Vec<bool> {
        let mut selection = Selection::default();
        let vendor = |place: usize| Id::fixed(place as u128 + 1);
        for (place, price) in prices.iter().enumerate() {
            selection.vendors.add(vendor(place), |vendor| vendor.proposal.base_price = Some(Money(*price)));
        }
        let limits =
            PriceLimits { currency, ceiling: Some(Money(ceiling)), floor: Some(Money(40)), needed: 0 };
        let today = NaiveDate::from_ymd_opt(2026, 11, 25).unwrap();
        let found = selection.low_bids(limits, today);
        for (place, price) in prices.iter().enumerate() {
            let notes = selection.proposal_notes(vendor(place), limits, today);
            assert_eq!(notes.contains(&ProposalNote::BelowFloor), (1..40).contains(price), "{price}");
        }
        (0..prices.len()).map(|place| found.contains(&vendor(place))).collect()
    }

    #[test]
    fn a_price_far_below_the_others_asks_for_an_explanation() {
        assert_eq!(low(&[45, 98, 100], 120, Currency::Cny), [true, false, false]);
        assert_eq!(low(&[50, 100, 100], 111, Currency::Cny), [false, false, false]);
        assert_eq!(low(&[50, 100], 112, Currency::Cny), [true, false]);
        assert_eq!(low(&[79, 100], 112, Currency::Eur), [true, false]);
        assert_eq!(low(&[79, 100], 112, Currency::Cny), [false, false]);
        // A price of 0 is none: it is neither low itself nor in the mean of the others.
        assert_eq!(low(&[0, 50, 100], 111, Currency::Cny), [false, false, false]);
    }

    #[test]
    fn what_most_share_does_not_stand_out() {
        assert_eq!(standing_out(&[4, 4, 2]), [false, false, true]);
        assert_eq!(standing_out(&[1, 2]), [false, false]);
        assert_eq!(standing_out(&[3, 3]), [false, false]);
    }
}
