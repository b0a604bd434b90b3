//! What a blow costs: a month, a year, and once.

use crate::domain::ids::Id;
use crate::domain::money::Money;
use crate::domain::project::Project;
use crate::domain::selection::Vendor;

/// What it costs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cost {
    /// What is paid a month now.
    pub now: Money,
    /// What would be paid a month then.
    pub then: Money,
    /// What is paid once: leaving and handing over.
    pub once: Money,
    /// The vendor the price then is of.
    pub paid_to: Id<Vendor>,
}

impl Cost {
    /// Returns what a month costs more; below zero where it costs less.
    #[must_use]
    pub const fn more_a_month(self) -> Money {
        Money(self.then.0.saturating_sub(self.now.0))
    }

    /// Returns what twelve months cost more, without what is paid once.
    #[must_use]
    pub const fn more_a_year(self) -> Money {
        Money(self.more_a_month().0.saturating_mul(12))
    }
}

/// Why nothing can be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoCost {
    /// Prices are not open yet.
    Sealed,
    /// A vendor has no price.
    NoPrice(Id<Vendor>),
    /// There is nobody else to go to.
    NoBackup,
}

/// Returns what is paid a vendor a month, base and value-added service together.
fn price(project: &Project, vendor: Id<Vendor>) -> Result<Money, NoCost> {
    if project.selection.scores_locked.is_none() {
        return Err(NoCost::Sealed);
    }
    let vendor_price = project.selection.vendors.get(vendor).and_then(|one| one.proposal.total_price());
    vendor_price.ok_or(NoCost::NoPrice(vendor))
}

/// Returns what it costs when a vendor asks for so many basis points more.
pub fn of_more(project: &Project, vendor: Id<Vendor>, more_bp: u32) -> Result<Cost, NoCost> {
    let now = price(project, vendor)?;
    let more = now.share(more_bp);
    Ok(Cost { now, then: Money(now.0.saturating_add(more.0)), once: Money(0), paid_to: vendor })
}

/// Returns what it costs to go from a vendor to the backup: its price, what leaving costs and what handing over does.
pub fn of_leaving(project: &Project, vendor: Id<Vendor>) -> Result<Cost, NoCost> {
    let now = price(project, vendor)?;
    let selection = &project.selection;
    let backup = selection.decision.backup.filter(|backup| *backup != vendor).ok_or(NoCost::NoBackup)?;
    let then = price(project, backup)?;
    let offer = |id| selection.vendors.get(id).map(|vendor| &vendor.proposal);
    let leaving = offer(vendor).and_then(|offer| offer.exit).or(selection.side_costs.exit);
    let starting = offer(backup).and_then(|offer| offer.transition).or(selection.side_costs.transition);
    let paid_once = offer(backup).map(|offer| offer.paid_once()).unwrap_or_default();
    let once = [leaving.unwrap_or_default(), starting.unwrap_or_default(), paid_once];
    let once = once.iter().fold(0_i64, |sum, amount| sum.saturating_add(amount.0));
    Ok(Cost { now, then, once: Money(once), paid_to: backup })
}
