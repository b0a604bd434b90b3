//! What each vendor costs as a whole: the quote is only a part of it.

use chrono::NaiveDate;
use decision::cost::TotalCost;
use decode::Decode;
use serde::Serialize;

use crate::domain::ids::Id;
use crate::domain::money::Money;
use crate::domain::profile::Profile;
use crate::domain::selection::{Selection, Vendor};

/// How long the total is reckoned for where the project names no term, in months.
pub const USUAL_MONTHS: u16 = 12;

/// What a vendor costs besides its fees; the same for all unless a proposal says otherwise.
#[derive(Clone, Debug, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct SideCosts {
    /// Finding and choosing, once.
    pub selection: Option<Money>,
    /// Handing over to begin with, once.
    pub transition: Option<Money>,
    /// Steering, as a share of the fees in basis points; typically 300 to 600 (Everest Group 2015).
    pub governance_bp: u32,
    /// Doing again what was not right, as a share of the fees in basis points.
    pub rework_bp: u32,
    /// Tools and licences a month.
    pub tools: Option<Money>,
    /// Handing back or over in the end, once.
    pub exit: Option<Money>,
}

impl Default for SideCosts {
    fn default() -> Self {
        Self { selection: None, transition: None, governance_bp: 400, rework_bp: 0, tools: None, exit: None }
    }
}

/// What one vendor costs over the term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Owned {
    /// The vendor.
    pub vendor: Id<Vendor>,
    /// The price a month, base and value-added service together.
    pub monthly: Money,
    /// What is paid once.
    pub once: Money,
    /// The share of the fees rework takes, in basis points.
    pub rework_bp: u32,
    /// The parts of the total.
    pub cost: TotalCost,
}

/// Returns the term totals are reckoned for, in months.
#[must_use]
pub fn term(profile: &Profile) -> u16 {
    profile.months.filter(|months| 0 < *months).unwrap_or(USUAL_MONTHS)
}

impl Selection {
    /// Returns what each vendor still in costs over so many months, cheapest first. Nothing before prices are open, and
    /// no row for who has not offered a price.
    #[must_use]
    pub fn owned(&self, months: u16, today: NaiveDate) -> Vec<Owned> {
        if self.scores_locked.is_none() {
            return Vec::new();
        }
        let within = self.vendors_in(today).into_iter().filter_map(|id| self.vendors.get(id));
        let mut rows: Vec<_> = within.filter_map(|vendor| self.owned_by(vendor, months)).collect();
        decision::order::sort_by_key(&mut rows, |row| row.cost.total());
        rows
    }

    fn owned_by(&self, vendor: &Vendor, months: u16) -> Option<Owned> {
        let (side, offer) = (&self.side_costs, &vendor.proposal);
        let (monthly, once) = (offer.total_price()?, offer.paid_once());
        let over_term = |amount: Money| amount.0.saturating_mul(i64::from(months));
        let fees = over_term(monthly).saturating_add(once.0);
        let share = |bp: u32| (fees as f64 * f64::from(bp) / 10_000.0).round() as i64;
        let plain = |amount: Option<Money>| amount.unwrap_or_default().0;
        let rework_bp = offer.rework_bp.unwrap_or(side.rework_bp);
        let cost = TotalCost {
            fees,
            selection: plain(side.selection),
            transition: plain(offer.transition.or(side.transition)),
            governance: share(side.governance_bp),
            rework: share(rework_bp),
            tools: over_term(side.tools.unwrap_or_default()),
            exit: plain(offer.exit.or(side.exit)),
        };
        Some(Owned { vendor: vendor.id, monthly, once, rework_bp, cost })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::selection::Proposal;

    fn field() -> Selection {
        let mut selection = Selection {
            scores_locked: NaiveDate::from_ymd_opt(2026, 11, 1),
            side_costs: SideCosts {
                transition: Some(Money(500)),
                tools: Some(Money(10)),
                exit: Some(Money(100)),
                ..SideCosts::default()
            },
            ..Selection::default()
        };
        for (bits, price, own) in [(1, 1000, None), (2, 980, Some(Money(2000)))] {
            selection.vendors.add(Id::fixed(bits), |vendor| {
                vendor.proposal =
                    Proposal { base_price: Some(Money(price)), transition: own, ..Proposal::default() };
            });
        }
        selection
    }

    #[test]
    fn the_lowest_quote_need_not_be_the_lowest_cost() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 25).unwrap();
        let rows = field().owned(12, today);
        let totals: Vec<_> = rows.iter().map(|row| (row.vendor, row.cost.total())).collect();
        // 12 × 1000 + 500 + 4 % × 12 000 + 12 × 10 + 100 and 12 × 980 + 2000 + 4 % × 11 760 + 120 + 100.
        assert_eq!(totals, [(Id::fixed(1), 13_200), (Id::fixed(2), 14_450)]);
    }

    #[test]
    fn nothing_is_said_before_prices_are_open() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 25).unwrap();
        assert!(Selection { scores_locked: None, ..field() }.owned(12, today).is_empty());
        assert_eq!(term(&Profile::default()), USUAL_MONTHS);
        assert_eq!(term(&Profile { months: Some(0), ..Profile::default() }), USUAL_MONTHS);
    }
}
