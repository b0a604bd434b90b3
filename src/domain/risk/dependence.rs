//! Dependence on vendors: who carries which module, who could take it over, and how ready the client is to leave.
//! [`concentration`] measures it, [`exit`] says what is missing for leaving, [`stress`] asks "what if".

pub mod concentration;
pub mod exit;
pub mod stress;

use chrono::{Months, NaiveDate};
use decode::Decode;
use serde::Serialize;

use crate::domain::ids::Id;
use crate::domain::matrix::Matrix;
use crate::domain::money::Money;
use crate::domain::register::Register;
use crate::domain::requirements::{Module, Requirements};
use crate::domain::risk::dependence::concentration::{Concentration, concentration};
use crate::domain::risk::dependence::exit::ExitPlan;
use crate::domain::scale::Rating;
use crate::domain::selection::Vendor;
use crate::domain::sorted_map::SortedMap;
use decision::order;

/// What a vendor carries of a module.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Carried {
    /// Its share in basis points; what all vendors leave is the own team's.
    pub share_bp: Option<u32>,
    /// How easily another one could take its place: 1 hardly, 5 at any time.
    pub replaceable: Option<Rating>,
}

/// Whether the own team can take a module over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Ability {
    /// Nobody has judged it.
    #[default]
    Unknown,
    /// All of it.
    Yes,
    /// Some of it.
    Partly,
    /// Nothing of it.
    No,
}

impl Ability {
    /// Every answer, in the order of choice lists.
    pub const ALL: [Self; 4] = [Self::Unknown, Self::Yes, Self::Partly, Self::No];
}

/// How the own team would take a module over, and what the module costs.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Takeover {
    /// What the vendors are paid for the module a month.
    pub monthly_cost: Option<Money>,
    /// Whether it can.
    pub ability: Ability,
    /// Within how many days.
    pub days: Option<u32>,
    /// When that was drilled last.
    pub drilled: Option<NaiveDate>,
    /// What came of the drill, or what is missing for it.
    pub note: String,
}

/// For how many months a drill shows that the own team can take over.
pub const DRILL_HOLDS_MONTHS: u32 = 12;

impl Takeover {
    /// Tells whether it was drilled within the last twelve months.
    #[must_use]
    pub fn is_drilled(&self, today: NaiveDate) -> bool {
        let holds = |drilled: NaiveDate| drilled.checked_add_months(Months::new(DRILL_HOLDS_MONTHS));
        self.drilled.filter(|drilled| *drilled <= today).and_then(holds).is_some_and(|until| today <= until)
    }
}

/// The part of stage 5 on dependence.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Dependence {
    /// Which vendor carries what of which module.
    pub carried: Matrix<Module, Vendor, Carried>,
    /// How the own team would take each module over.
    pub takeovers: SortedMap<Id<Module>, Takeover>,
    /// How ready the client is to leave.
    pub exit: ExitPlan,
}

/// How the vendors share the whole.
#[derive(Clone, Debug, PartialEq)]
pub struct Whole {
    /// What counts for each vendor that carries something, the most first.
    pub amounts: Vec<(Id<Vendor>, f64)>,
    /// Whether these are amounts a month in minor units; else modules, each of which counts the same.
    pub is_money: bool,
    /// What it comes to; its shares stand in the same order.
    pub concentration: Concentration,
}

impl Dependence {
    /// Returns what a vendor carries of a module.
    #[must_use]
    pub fn carried(&self, module: Id<Module>, vendor: Id<Vendor>) -> Carried {
        self.carried.get(module, vendor).copied().unwrap_or_default()
    }

    /// Sets what a vendor carries of a module.
    pub fn set_carried(&mut self, module: Id<Module>, vendor: Id<Vendor>, carried: Carried) {
        self.carried.set(module, vendor, (carried != Carried::default()).then_some(carried));
    }

    /// Returns how the own team would take a module over.
    #[must_use]
    pub fn takeover(&self, module: Id<Module>) -> Takeover {
        self.takeovers.get(&module).cloned().unwrap_or_default()
    }

    /// Sets how the own team would take a module over.
    pub fn set_takeover(&mut self, module: Id<Module>, takeover: Takeover) {
        match takeover == Takeover::default() {
            true => self.takeovers.remove(&module),
            false => self.takeovers.insert(module, takeover),
        };
    }

    /// Lists the vendors that carry something of a module with their shares in basis points, the largest first.
    #[must_use]
    pub fn carriers(&self, module: Id<Module>) -> Vec<(Id<Vendor>, Carried, u32)> {
        let cells = self.carried.row(module).into_iter().flat_map(|row| row.iter());
        let mut found: Vec<_> = cells
            .filter_map(|(vendor, carried)| Some((*vendor, *carried, carried.share_bp.filter(|bp| 0 < *bp)?)))
            .collect();
        order::sort_by_key(&mut found, |(_, _, share)| std::cmp::Reverse(*share));
        found
    }

    /// Adds up the shares of a module in basis points; above 10 000 something is wrong.
    #[must_use]
    pub fn carried_bp(&self, module: Id<Module>) -> u32 {
        self.carriers(module).iter().fold(0, |sum, (_, _, share)| sum.saturating_add(*share))
    }

    /// Tells whether a vendor carries anything.
    #[must_use]
    pub fn carries(&self, vendor: Id<Vendor>) -> bool {
        self.carried
            .iter()
            .any(|(_, one, carried)| one == vendor && carried.share_bp.is_some_and(|bp| 0 < bp))
    }

    /// Returns how the vendors share one module; nothing where no vendor carries any of it.
    #[must_use]
    pub fn of_module(&self, module: Id<Module>) -> Option<Concentration> {
        let shares: Vec<_> = self.carriers(module).iter().map(|(_, _, share)| f64::from(*share)).collect();
        concentration(&shares).ok().flatten()
    }

    /// Returns how the vendors share all modules: by what the modules cost where that is known of each one a vendor
    /// carries, else each counts the same. Nothing where no vendor carries any.
    #[must_use]
    pub fn whole(&self, requirements: &Requirements) -> Option<Whole> {
        let carried = requirements.modules.iter().map(|module| (module.id, self.carriers(module.id)));
        let carried: Vec<_> = carried.filter(|(_, carriers)| !carriers.is_empty()).collect();
        let cost = |module| self.takeover(module).monthly_cost.filter(|cost| 0 < cost.0);
        let is_money = carried.iter().all(|(module, _)| cost(*module).is_some());
        let mut sums: SortedMap<Id<Vendor>, f64> = SortedMap::default();
        for (module, carriers) in &carried {
            let whole: f64 = carriers.iter().map(|(_, _, share)| f64::from(*share)).sum();
            // What the vendors are paid for a module is split by their shares; without costs a share is what counts.
            let unit = match cost(*module).filter(|_| is_money) {
                Some(cost) => cost.0 as f64 / whole,
                None => 1.0 / 10_000.0,
            };
            for (vendor, _, share) in carriers {
                *sums.entry(*vendor) += f64::from(*share) * unit;
            }
        }
        let mut amounts: Vec<_> = sums.iter().map(|(vendor, sum)| (*vendor, *sum)).collect();
        order::sort_by(&mut amounts, |one, other| other.1.total_cmp(&one.1));
        let plain: Vec<_> = amounts.iter().map(|(_, sum)| *sum).collect();
        let concentration = concentration(&plain).ok()??;
        Some(Whole { amounts, is_money, concentration })
    }

    /// Makes a vendor carry the whole of every module that is chosen to be given out and carried by nobody yet.
    pub fn give_all(&mut self, requirements: &Requirements, vendor: Id<Vendor>) {
        for module in requirements.modules.iter().filter(|module| module.chosen) {
            if self.carriers(module.id).is_empty() {
                let before = self.carried(module.id, vendor);
                self.set_carried(module.id, vendor, Carried { share_bp: Some(10_000), ..before });
            }
        }
    }

    /// Clears what leads to a module or a vendor that is not there any more.
    pub fn mend(&mut self, modules: &Register<Module>, vendors: &Register<Vendor>) {
        self.carried.retain(|module| modules.has(module), |vendor| vendors.has(vendor));
        self.takeovers.retain(|module, _| modules.has(*module));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::risk::dependence::concentration::Level;

    fn carried(share_bp: u32) -> Carried {
        Carried { share_bp: Some(share_bp), replaceable: None }
    }

    fn requirements() -> Requirements {
        let mut requirements = Requirements::default();
        for id in [1, 2, 3] {
            requirements.modules.add(Id::fixed(id), |module| module.chosen = id != 3);
        }
        requirements
    }

    #[test]
    fn without_costs_each_module_counts_the_same_and_with_all_of_them_the_money_counts() {
        let requirements = requirements();
        let mut dependence = Dependence::default();
        assert_eq!(dependence.whole(&requirements), None);
        let (one, other) = (Id::fixed(11), Id::fixed(12));
        dependence.set_carried(Id::fixed(1), one, carried(10_000));
        dependence.set_carried(Id::fixed(2), other, carried(5_000));
        let whole = dependence.whole(&requirements).unwrap();
        assert_eq!((whole.is_money, whole.amounts), (false, vec![(one, 1.0), (other, 0.5)]));
        let cost = |amount| Takeover { monthly_cost: Some(Money(amount)), ..Takeover::default() };
        dependence.set_takeover(Id::fixed(1), cost(100));
        assert!(!dependence.whole(&requirements).unwrap().is_money, "one cost is still missing");
        dependence.set_takeover(Id::fixed(2), cost(900));
        let whole = dependence.whole(&requirements).unwrap();
        assert_eq!((whole.is_money, whole.amounts), (true, vec![(other, 900.0), (one, 100.0)]));
        assert_eq!(whole.concentration.level, Level::High);
    }

    #[test]
    fn a_share_of_nothing_carries_nothing() {
        let mut dependence = Dependence::default();
        let (module, vendor) = (Id::fixed(1), Id::fixed(11));
        dependence.set_carried(module, vendor, carried(0));
        assert!(dependence.carriers(module).is_empty() && !dependence.carries(vendor));
        assert_eq!(dependence.of_module(module), None);
    }

    #[test]
    fn giving_all_leaves_what_somebody_carries_and_what_stays_in_house() {
        let requirements = requirements();
        let mut dependence = Dependence::default();
        dependence.set_carried(Id::fixed(1), Id::fixed(12), carried(4_000));
        dependence.give_all(&requirements, Id::fixed(11));
        let sums = [1, 2, 3].map(|module| dependence.carried_bp(Id::fixed(module)));
        assert_eq!(sums, [4_000, 10_000, 0]);
    }

    #[test]
    fn a_drill_holds_for_a_year() {
        let drilled = Takeover { drilled: "2025-11-20".parse().ok(), ..Takeover::default() };
        let on = |day: &str| drilled.is_drilled(day.parse().unwrap());
        assert_eq!(
            [on("2025-11-19"), on("2025-11-20"), on("2026-11-20"), on("2026-11-21")],
            [false, true, true, false]
        );
    }
}
