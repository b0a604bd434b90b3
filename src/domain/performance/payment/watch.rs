//! What is watched after an abnormally low award: where a price is too low, staff, quality or further requests pay for it.

use chrono::NaiveDate;
use decode::Decode;
use serde::Serialize;

use crate::domain::ids::Id;
use crate::domain::money::Money;
use crate::domain::performance::Kpi;
use crate::domain::period::Month;
use crate::domain::project::Project;
use crate::domain::register::Register;
use crate::domain::requirements::change::Ruling;
use crate::domain::selection::Vendor;
use crate::domain::selection::offer::Tier;
use crate::domain::selection::proposals::ProposalNote;

/// Where the price may be taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// Fewer or less able people.
    Staffing,
    /// Work that is checked less.
    Quality,
    /// What was left out and comes back as a request.
    Changes,
}

impl Spot {
    /// All of them, in their shown order.
    pub const ALL: [Self; 3] = [Self::Staffing, Self::Quality, Self::Changes];
}

/// What is looked at on one spot.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Watched {
    /// The indicator that would show it.
    pub kpi: Option<Id<Kpi>>,
    /// Who looks, how often, and what was seen.
    pub note: String,
}

/// What is watched.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Watch {
    /// The staff.
    pub staffing: Watched,
    /// The quality of the work.
    pub quality: Watched,
    /// Requests for more money.
    pub changes: Watched,
}

impl Watch {
    /// Returns what is looked at on a spot.
    #[must_use]
    pub const fn on(&self, spot: Spot) -> &Watched {
        match spot {
            Spot::Staffing => &self.staffing,
            Spot::Quality => &self.quality,
            Spot::Changes => &self.changes,
        }
    }

    /// Returns the same for change.
    pub const fn on_mut(&mut self, spot: Spot) -> &mut Watched {
        match spot {
            Spot::Staffing => &mut self.staffing,
            Spot::Quality => &mut self.quality,
            Spot::Changes => &mut self.changes,
        }
    }

    /// Clears the indicators that are not there any more.
    pub(super) fn mend(&mut self, kpis: &Register<Kpi>) {
        for spot in Spot::ALL {
            let kpi = &mut self.on_mut(spot).kpi;
            if kpi.is_some_and(|id| !kpis.has(id)) {
                *kpi = None;
            }
        }
    }
}

/// An award whose price asked for an explanation, and what the project knows about the three spots.
#[derive(Clone, Debug, PartialEq)]
pub struct LowAward {
    /// Why the price asked for one.
    pub flags: Vec<ProposalNote>,
    /// Whether an explanation was accepted; nothing while none is judged.
    pub explained: Option<bool>,
    /// How many roles of the vendor's side the offer staffs, and how many are needed.
    pub staffed: (usize, usize),
    /// The last month whose checks are complete, and what passed them at the first try, in percent.
    pub first_pass: Option<(Month, f64)>,
    /// How many change requests were made, and what the accepted ones cost.
    pub changes: (usize, Money),
    /// What the accepted ones cost, in percent of a year's base fee.
    pub changes_pct: Option<f64>,
}

impl Project {
    /// Tells what is to be watched with the chosen vendor; nothing where its price asked for no explanation.
    #[must_use]
    pub fn low_award(&self, vendor: Id<Vendor>, today: NaiveDate) -> Option<LowAward> {
        let selection = &self.selection;
        let chosen = selection.vendors.get(vendor).filter(|_| selection.decision.chosen == Some(vendor))?;
        let limits = self.price_limits();
        let notes =
            if selection.scores_locked.is_some() { selection.price_notes(limits, today) } else { Vec::new() };
        let flags: Vec<_> = notes.into_iter().filter(|(id, _)| *id == vendor).map(|(_, note)| note).collect();
        let explanation = &chosen.proposal.explanation;
        if flags.is_empty() && explanation.asked.is_none() {
            return None;
        }
        let requests = &self.requirements.changes;
        let accepted = requests.iter().filter(|one| one.ruling == Ruling::Accepted);
        let cost =
            accepted.filter_map(|one| one.extra_cost).fold(0_i64, |sum, one| sum.saturating_add(one.0));
        let year = chosen.proposal.price(Tier::Base).map(|price| price.major() * 12.0);
        Some(LowAward {
            flags,
            explained: explanation.accepted,
            staffed: (chosen.proposal.staffed.len(), limits.needed),
            first_pass: self.collaboration.yield_by_month(today).pop(),
            changes: (requests.len(), Money(cost)),
            changes_pct: year.filter(|year| 0.0 < *year).map(|year| 100.0 * Money(cost).major() / year),
        })
    }
}
