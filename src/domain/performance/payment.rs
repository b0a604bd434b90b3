//! What is paid to a vendor for a period: the fee, what missed service levels take off and give back, and what was agreed
//! besides.
//!
//! A statement is computed anew from the project each time ([`stated::Stated`]), until both sides confirmed it: from then
//! on it stands as it was, with everything it was computed from.

pub mod difference;
pub mod gain;
pub mod long_term;
pub mod mending;
pub mod next_band;
pub mod next_grade;
pub mod settling;
pub mod stated;
pub mod watch;

use std::sync::Arc;

use chrono::{Days, NaiveDate};
use decode::Decode;
use serde::Serialize;

use crate::domain::ids::Id;
use crate::domain::money::Money;
use crate::domain::performance::payment::gain::GainSharing;
use crate::domain::performance::payment::settling::{Agreed, TakenBack};
use crate::domain::performance::payment::watch::Watch;
use crate::domain::performance::review::Signed;
use crate::domain::performance::{Kpi, Performance};
use crate::domain::period::{Cycle, Period};
use crate::domain::project::Project;
use crate::domain::register::{Item, Register, item};
use crate::domain::requirements::Feature;
use crate::domain::selection::offer::{Billing, OfferLine, Tier, amount_of};
use crate::domain::selection::{Proposal, Vendor};
use crate::domain::sorted_map::SortedMap;

/// Something done besides the base service, as agreed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Extra {
    /// What was done, and when.
    pub what: String,
    /// How many units; counted in thousandths.
    pub quantity: Option<f64>,
    /// What is counted, for example a shift.
    pub unit: String,
    /// The price of one unit.
    pub unit_price: Option<Money>,
    /// Who agreed to it.
    pub agreed_by: String,
    /// The feature it belongs to.
    pub feature: Option<Id<Feature>>,
    /// The clause of the contract it rests on.
    pub clause: String,
    /// Whether it is the vendor's share of a gain, which is added once.
    pub is_gain: bool,
    /// The line of the offer it was taken from, where that is paid once.
    pub offered_once: String,
}

impl Proposal {
    /// Takes the value-added lines of the offer as extras of a period of so many months. Who agreed to them is open.
    #[must_use]
    pub fn offered_extras(&self, months: u8) -> Vec<Extra> {
        let lines = self.offer.iter().filter(|line| line.tier == Tier::ValueAdded);
        let extra = |line: &OfferLine| {
            let times = if line.billing == Billing::Monthly { f64::from(months) } else { 1.0 };
            Extra {
                what: line.name.clone(),
                quantity: line.quantity.map(|quantity| quantity * times),
                unit: line.unit.clone(),
                unit_price: line.unit_price,
                offered_once: if line.billing == Billing::Once { line.name.clone() } else { String::new() },
                ..Extra::default()
            }
        };
        lines.map(extra).collect()
    }
}

/// What an extra does not say yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExtraLack {
    /// How many units; it has to be an amount.
    Quantity,
    /// The price of one unit.
    Price,
    /// Who agreed to it.
    Agreed,
}

impl Extra {
    /// Returns quantity × unit price, rounded half up to a minor unit; nothing while one is missing or the quantity is no
    /// amount.
    #[must_use]
    pub fn amount(&self) -> Option<Money> {
        amount_of(self.quantity, self.unit_price)
    }

    /// Lists what it does not say yet. Without an amount it is not counted.
    #[must_use]
    pub fn lacks(&self) -> Vec<ExtraLack> {
        let is_no_amount = self.quantity.is_none_or(|quantity| !quantity.is_finite() || quantity < 0.0);
        let all = [
            (is_no_amount, ExtraLack::Quantity),
            (self.unit_price.is_none(), ExtraLack::Price),
            (self.agreed_by.trim().is_empty(), ExtraLack::Agreed),
        ];
        all.into_iter().filter(|(is_missing, _)| *is_missing).map(|(_, lack)| lack).collect()
    }
}

/// What was agreed with a vendor on how it is paid. The base fee stands with the credits it is the base of.
#[derive(Clone, Debug, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct PaymentTerms {
    /// How often is paid.
    pub cycle: Cycle,
    /// The clause of the contract that names the base fee.
    pub fee_clause: String,
    /// The clause of the contract that names the credits and how they are earned back.
    pub credit_clause: String,
    /// Within how many days after its end a period is paid.
    pub due_days: Option<u32>,
    /// How a gain is shared.
    pub gain: GainSharing,
    /// What is watched after an abnormally low award.
    pub watch: Watch,
}

/// Quarterly, as the reviews.
impl Default for PaymentTerms {
    fn default() -> Self {
        Self {
            cycle: Cycle::Quarter,
            fee_clause: String::new(),
            credit_clause: String::new(),
            due_days: None,
            gain: GainSharing::default(),
            watch: Watch::default(),
        }
    }
}

/// The statement of one vendor over one period: what was entered and confirmed of it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Statement {
    /// The id.
    pub id: Id<Self>,
    /// The clause number.
    pub number: u32,
    /// Who is paid.
    pub vendor: Id<Vendor>,
    /// For when.
    pub period: Period,
    /// What was done besides the base service.
    pub extras: Vec<Extra>,
    /// By when it is paid, where that is not what the terms say.
    pub due: Option<NaiveDate>,
    /// The client's confirmation.
    pub client_confirmed: Option<Signed>,
    /// The vendor's confirmation.
    pub vendor_confirmed: Option<Signed>,
    /// What both confirmed, the first one first. Nothing changes or takes away what stands here.
    pub agreed: Vec<Arc<Agreed>>,
    /// Every time what both had confirmed was taken back.
    pub taken_back: Vec<TakenBack>,
}
item!(Statement, "PS", 1);

impl Statement {
    /// Returns by when it is paid: as entered, or so many days after the end of its period.
    #[must_use]
    pub fn due(&self, terms: &PaymentTerms) -> Option<NaiveDate> {
        let by_terms = || self.period.last_day()?.checked_add_days(Days::new(u64::from(terms.due_days?)));
        self.due.or_else(by_terms)
    }
}

/// Terms and statements.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Payments {
    /// The terms by vendor.
    pub terms: SortedMap<Id<Vendor>, PaymentTerms>,
    /// The statements in which anything was entered or confirmed.
    pub statements: Register<Statement>,
}

impl Payments {
    /// Returns the terms of a vendor, the usual ones while nothing was agreed.
    #[must_use]
    pub fn terms_of(&self, vendor: Id<Vendor>) -> PaymentTerms {
        self.terms.get(&vendor).cloned().unwrap_or_default()
    }

    fn find(&self, vendor: Id<Vendor>, period: Period) -> Option<&Arc<Statement>> {
        self.statements.iter().find(|one| one.vendor == vendor && one.period == period)
    }

    /// Tells whether anything was entered in the statement of a vendor over a period.
    #[must_use]
    pub fn has(&self, vendor: Id<Vendor>, period: Period) -> bool {
        self.find(vendor, period).is_some()
    }

    /// Returns the statement of a vendor over a period; a blank one while nothing was entered in it.
    #[must_use]
    pub fn statement(&self, vendor: Id<Vendor>, period: Period) -> Arc<Statement> {
        let blank = || Arc::new(Statement { vendor, period, ..Statement::default() });
        self.find(vendor, period).cloned().unwrap_or_else(blank)
    }

    /// Returns the clause number of the statement of a vendor over a period, or the one it will get.
    #[must_use]
    pub fn clause(&self, vendor: Id<Vendor>, period: Period) -> String {
        let next = || Statement { number: self.statements.next_number(), ..Statement::default() }.clause();
        self.find(vendor, period).map_or_else(next, |one| one.clause())
    }

    /// Lists the extras of a vendor's statements, as they were entered and as both sides confirmed them last, each with its
    /// statement.
    fn extras_of(&self, vendor: Id<Vendor>) -> impl Iterator<Item = (&Statement, &Extra)> {
        let statements = self.statements.iter().filter(move |one| one.vendor == vendor);
        statements.flat_map(|one| {
            let agreed = one.latest().into_iter().flat_map(|agreed| &agreed.stated.extras);
            let all = one.extras.iter().chain(agreed.map(|extra| &extra.agreed));
            all.map(move |extra| (&**one, extra))
        })
    }

    /// Returns the clause number of the statement that holds the vendor's share of a gain: it is not added again.
    #[must_use]
    pub fn gain_in(&self, vendor: Id<Vendor>) -> Option<String> {
        self.extras_of(vendor).find(|(_, extra)| extra.is_gain).map(|(one, _)| one.clause())
    }

    /// Tells whether a statement over another period holds a line of the offer that is paid once.
    #[must_use]
    pub fn holds_once(&self, vendor: Id<Vendor>, period: Period, line: &str) -> bool {
        let mut others = self.extras_of(vendor).filter(|(one, _)| one.period != period);
        others.any(|(_, extra)| extra.offered_once == line)
    }

    /// Changes the statement of a vendor over a period, and begins it where nothing was entered yet.
    pub fn change(
        &mut self,
        (vendor, period): (Id<Vendor>, Period),
        new_id: impl FnOnce() -> Id<Statement>,
        change: impl FnOnce(&mut Statement),
    ) {
        let id = self.find(vendor, period).map(|one| one.id);
        let id = id.unwrap_or_else(|| {
            let id = new_id();
            self.statements.add(id, |one| (one.vendor, one.period) = (vendor, period));
            id
        });
        self.statements.update(id, change);
    }

    /// Lists the clause numbers of other statements of the vendor that both sides confirmed and that share a month with a
    /// period: the same month would be paid twice.
    #[must_use]
    pub fn paid_already(&self, vendor: Id<Vendor>, period: Period) -> Vec<String> {
        let others = self.statements.iter().filter(|one| one.vendor == vendor && one.period != period);
        let paid = others.filter(|one| one.latest().is_some() && one.period.overlaps(period));
        paid.map(|one| one.clause()).collect()
    }

    /// Clears what leads nowhere. A statement both sides confirmed outlasts its vendor.
    pub fn mend(&mut self, vendors: &Register<Vendor>, features: &Register<Feature>, kpis: &Register<Kpi>) {
        self.terms.retain(|vendor, terms| {
            terms.watch.mend(kpis);
            vendors.has(*vendor)
        });
        let gone = self.statements.iter().filter(|one| one.agreed.is_empty() && !vendors.has(one.vendor));
        let gone: Vec<_> = gone.map(|one| one.id).collect();
        for id in gone {
            self.statements.remove(id);
        }
        self.statements.update_all(|one| {
            let dangling =
                one.extras.iter_mut().filter(|extra| extra.feature.is_some_and(|id| !features.has(id)));
            dangling.for_each(|extra| extra.feature = None);
        });
    }
}

impl Performance {
    /// Lists the periods of a length that have readings of the vendor or between them, or a statement of it, in order.
    #[must_use]
    pub fn paid_periods(&self, vendor: Id<Vendor>, cycle: Cycle) -> Vec<Period> {
        let stated = self.payments.statements.iter().filter(|one| one.vendor == vendor);
        let stated = stated.map(|one| one.period).filter(|period| period.cycle == cycle);
        let read = self.months_of(vendor).into_iter().map(|month| cycle.around(month));
        let mut periods: Vec<_> = read.chain(stated).collect();
        decision::order::sort_by(&mut periods, Ord::cmp);
        periods.dedup();
        periods
    }

    /// Tells whether there is anything to settle with a vendor.
    #[must_use]
    pub fn is_paid(&self, vendor: Id<Vendor>) -> bool {
        !self.months_of(vendor).is_empty() || self.payments.statements.iter().any(|one| one.vendor == vendor)
    }
}

impl Project {
    /// Lists the value-added lines of a vendor's offer as extras of a period, without those paid once that another statement
    /// holds.
    #[must_use]
    pub fn offered_extras(&self, vendor: Id<Vendor>, period: Period) -> Vec<Extra> {
        let Some(vendor) = self.selection.vendors.get(vendor) else { return Vec::new() };
        let payments = &self.performance.payments;
        let is_held = |line: &str| !line.is_empty() && payments.holds_once(vendor.id, period, line);
        let mut extras = vendor.proposal.offered_extras(period.n_months());
        extras.retain(|extra| !is_held(&extra.offered_once));
        extras
    }
}

#[cfg(test)]
mod tests;
