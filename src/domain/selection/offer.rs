//! An offer line by line: base and value-added service, one-off and recurring, by role and unit.

use decode::Decode;
use serde::Serialize;

use crate::domain::ids::Id;
use crate::domain::money::Money;
use crate::domain::performance::credits::charge::priced;
use crate::domain::selection::Proposal;
use crate::domain::team::Role;

/// Which service a line belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Tier {
    /// The base service (基础服务), which the requirements ask for.
    #[default]
    Base,
    /// The value-added service (增值服务), which may be taken or left.
    ValueAdded,
}

impl Tier {
    /// Both, in the order of choice lists.
    pub const ALL: [Self; 2] = [Self::Base, Self::ValueAdded];
}

/// How often a line is paid.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Billing {
    /// Every month.
    #[default]
    Monthly,
    /// Once.
    Once,
}

impl Billing {
    /// Both, in the order of choice lists.
    pub const ALL: [Self; 2] = [Self::Monthly, Self::Once];
}

/// One line of an offer.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct OfferLine {
    /// What is offered.
    pub name: String,
    /// Which service it belongs to.
    pub tier: Tier,
    /// How often it is paid.
    pub billing: Billing,
    /// The role that does it, where it is priced by role.
    pub role: Option<Id<Role>>,
    /// What is counted, for example a person-month or a ticket.
    pub unit: String,
    /// How many units, a month where it is paid monthly.
    pub quantity: Option<f64>,
    /// The price of one unit.
    pub unit_price: Option<Money>,
}

impl OfferLine {
    /// Returns what it costs; nothing while that cannot be told.
    #[must_use]
    pub fn amount(&self) -> Option<Money> {
        amount_of(self.quantity, self.unit_price)
    }
}

/// Returns quantity × unit price, the quantity in thousandths, rounded half up to a minor unit; nothing while one is missing
/// or the quantity is no amount.
#[must_use]
pub fn amount_of(quantity: Option<f64>, unit_price: Option<Money>) -> Option<Money> {
    let quantity = quantity.filter(|quantity| quantity.is_finite() && 0.0 <= *quantity)?;
    Some(priced((quantity * 1000.0).round() as i64, unit_price?))
}

impl Proposal {
    /// Adds up the lines of a tier that are paid in one way; nothing where no such line has an amount.
    #[must_use]
    pub fn offered(&self, tier: Tier, billing: Billing) -> Option<Money> {
        let lines = self.offer.iter().filter(|line| line.tier == tier && line.billing == billing);
        lines.filter_map(OfferLine::amount).reduce(|sum, amount| Money(sum.0.saturating_add(amount.0)))
    }

    /// Adds up everything that is paid once.
    #[must_use]
    pub fn paid_once(&self) -> Money {
        let of = |tier| self.offered(tier, Billing::Once).unwrap_or_default().0;
        Money(Tier::ALL.iter().fold(0_i64, |sum, tier| sum.saturating_add(of(*tier))))
    }

    /// Returns the price a month of a tier: the sum of its monthly lines, or else what was typed, which stays beside them.
    #[must_use]
    pub fn price(&self, tier: Tier) -> Option<Money> {
        self.offered(tier, Billing::Monthly).or(self.typed(tier))
    }

    /// Returns the price a month of a tier as it was typed.
    #[must_use]
    pub const fn typed(&self, tier: Tier) -> Option<Money> {
        match tier {
            Tier::Base => self.base_price,
            Tier::ValueAdded => self.value_added_price,
        }
    }

    /// Counts the lines that are in no sum yet because their amount is missing.
    #[must_use]
    pub fn open_lines(&self, tier: Tier, billing: Billing) -> usize {
        let lines = self.offer.iter().filter(|line| line.tier == tier && line.billing == billing);
        lines.filter(|line| line.amount().is_none()).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(tier: Tier, billing: Billing, quantity: f64, price: i64) -> OfferLine {
        OfferLine {
            tier,
            billing,
            quantity: Some(quantity),
            unit_price: Some(Money(price)),
            ..OfferLine::default()
        }
    }

    #[test]
    fn monthly_lines_make_the_price_and_one_off_lines_do_not() {
        let mut proposal = Proposal { base_price: Some(Money(7)), ..Proposal::default() };
        proposal.offer = vec![
            line(Tier::Base, Billing::Monthly, 2.5, 100_000),
            line(Tier::Base, Billing::Monthly, 1.0, 50_000),
            line(Tier::Base, Billing::Once, 1.0, 900_000),
            line(Tier::ValueAdded, Billing::Once, 2.0, 10_000),
        ];
        assert_eq!(proposal.price(Tier::Base), Some(Money(300_000)));
        assert_eq!((proposal.price(Tier::ValueAdded), proposal.paid_once()), (None, Money(920_000)));
    }

    #[test]
    fn a_line_costs_the_same_in_the_offer_and_in_a_statement() {
        // 0.145 × 1.00 is half a minor unit more than 14; as a fraction of two it is a little less.
        let one = line(Tier::ValueAdded, Billing::Once, 0.145, 100);
        let proposal = Proposal { offer: vec![one.clone()], ..Proposal::default() };
        let extras = proposal.offered_extras(3);
        assert_eq!((one.amount(), extras[0].amount()), (Some(Money(15)), Some(Money(15))));
    }

    #[test]
    fn what_was_typed_counts_again_once_the_last_line_is_gone() {
        let mut proposal = Proposal { base_price: Some(Money(7)), ..Proposal::default() };
        let prices = |proposal: &Proposal| Tier::ALL.map(|tier| proposal.price(tier));
        proposal.offer = vec![line(Tier::Base, Billing::Monthly, 1.0, 5000)];
        assert_eq!(prices(&proposal), [Some(Money(5000)), None]);
        proposal.offer[0].tier = Tier::ValueAdded;
        assert_eq!(prices(&proposal), [Some(Money(7)), Some(Money(5000))]);
        proposal.offer[0].billing = Billing::Once;
        assert_eq!((prices(&proposal), proposal.paid_once()), ([Some(Money(7)), None], Money(5000)));
        proposal.offer.clear();
        assert_eq!(prices(&proposal), [Some(Money(7)), None]);
    }

    #[test]
    fn a_line_that_is_not_finished_leaves_the_typed_price() {
        let proposal =
            Proposal { base_price: Some(Money(7)), offer: vec![OfferLine::default()], ..Proposal::default() };
        let open = proposal.open_lines(Tier::Base, Billing::Monthly);
        assert_eq!((proposal.price(Tier::Base), open), (Some(Money(7)), 1));
        assert_eq!(line(Tier::Base, Billing::Monthly, f64::NAN, 1).amount(), None);
        assert_eq!(line(Tier::Base, Billing::Monthly, -1.0, 1).amount(), None);
    }
}
