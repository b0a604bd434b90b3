//! "What if …": walks roles, escalation, exit plan and prices, and lists what breaks.

pub mod cost;
mod lost;
pub mod night;

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::collaboration::ResponseLevel;
use crate::domain::ids::Id;
use crate::domain::money::Money;
use crate::domain::profile::Side;
use crate::domain::project::Project;
use crate::domain::requirements::Module;
use crate::domain::risk::Risk;
use crate::domain::risk::dependence::Ability;
use crate::domain::risk::dependence::exit::ExitItem;
use crate::domain::risk::dependence::stress::cost::{Cost, NoCost};
use crate::domain::risk::dependence::stress::night::Reach;
use crate::domain::risk::security::LeakDuty;
use crate::domain::selection::Vendor;
use crate::domain::team::{Activity, Parts, Role};

/// What may happen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Blow {
    /// A vendor stops.
    VendorQuits(Id<Vendor>),
    /// A vendor asks for so many basis points more.
    PriceUp(Id<Vendor>, u32),
    /// The service is down at an instant: at night, on a holiday.
    Outage(DateTime<Utc>),
    /// Whoever holds a role leaves.
    PersonLeaves(Id<Role>),
}

/// One thing that breaks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Break {
    /// A task has nobody left for these parts, of Accountable and Responsible.
    Task(Id<Activity>, Parts),
    /// A response level has nobody left who answers for it.
    Level(Id<ResponseLevel>),
    /// An issue goes up to somebody who is gone.
    StepUp(Id<ResponseLevel>, Id<Role>),
    /// The plan for a risk has nobody left who leads.
    Plan(Id<Risk>),
    /// Nobody is left who tells of a leak.
    Leak(Id<LeakDuty>),
    /// A vendor carries so many basis points of a module, and the own team cannot simply take it over.
    Module(Id<Module>, u32, Ability),
    /// Of a module a vendor carries, nobody could easily take its place.
    HardToReplace(Id<Module>),
    /// No backup vendor is named who is not the one in question.
    NoBackup,
    /// Something for leaving is missing, or not known.
    Exit(ExitItem, Option<bool>),
    /// A month costs so much more than the budget allows.
    OverBudget(Money),
    /// There is no response level.
    NoLevel,
    /// The calendar of a level is not open then: its time runs only from an instant on; nothing where it never opens.
    ClockWaits(Id<ResponseLevel>, Option<DateTime<Utc>>),
    /// A level cannot be counted: the zone of its calendar is not known.
    NotCounted(Id<ResponseLevel>),
    /// An issue of the level never goes up to anybody of a side.
    NoStep(Id<ResponseLevel>, Side),
    /// A role is asked for when no site of its side works.
    Unreachable(Id<ResponseLevel>, Id<Role>),
    /// A side has no site with a zone, so nobody knows when it works.
    NoSite(Side),
}

/// What a thing that breaks belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Area {
    /// Who does what.
    Raci,
    /// Who answers, and who is told next.
    Escalation,
    /// Plans for risks, and who tells of a leak.
    Plans,
    /// What the vendor carries.
    Modules,
    /// Leaving the vendor.
    Exit,
    /// The money.
    Cost,
}

impl Area {
    /// Every area, in the order it is walked.
    pub const ALL: [Self; 6] =
        [Self::Raci, Self::Escalation, Self::Plans, Self::Modules, Self::Exit, Self::Cost];
}

impl Break {
    /// Returns what it belongs to.
    #[must_use]
    pub const fn area(&self) -> Area {
        match self {
            Self::Task(..) => Area::Raci,
            Self::Level(_)
            | Self::StepUp(..)
            | Self::NoLevel
            | Self::ClockWaits(..)
            | Self::NotCounted(_)
            | Self::NoStep(..)
            | Self::Unreachable(..)
            | Self::NoSite(_) => Area::Escalation,
            Self::Plan(_) | Self::Leak(_) => Area::Plans,
            Self::Module(..) | Self::HardToReplace(_) => Area::Modules,
            Self::NoBackup | Self::Exit(..) => Area::Exit,
            Self::OverBudget(_) => Area::Cost,
        }
    }
}

/// What comes of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// The roles that fall away.
    pub lost: Vec<Id<Role>>,
    /// In how many tasks one of them is Accountable or Responsible.
    pub n_tasks: usize,
    /// What breaks, in the order of [`Area::ALL`].
    pub breaks: Vec<Break>,
    /// Who is asked in an outage, and whether they are there.
    pub reach: Vec<Reach>,
    /// What it costs, where money is asked about.
    pub cost: Option<Result<Cost, NoCost>>,
}

impl Outcome {
    /// Returns what breaks by the area it belongs to; areas in which nothing breaks are left out.
    #[must_use]
    pub fn by_area(&self) -> Vec<(Area, Vec<Break>)> {
        let of = |area: Area| self.breaks.iter().copied().filter(|one| one.area() == area).collect();
        let all = Area::ALL.into_iter().map(|area| (area, of(area)));
        all.filter(|(_, breaks): &(Area, Vec<Break>)| !breaks.is_empty()).collect()
    }

    fn of(breaks: Vec<Break>) -> Self {
        Self { lost: Vec::new(), n_tasks: 0, breaks, reach: Vec::new(), cost: None }
    }
}

/// Asks what comes of something on a day.
#[must_use]
pub fn stress(project: &Project, blow: Blow, today: NaiveDate) -> Outcome {
    match blow {
        Blow::VendorQuits(vendor) => {
            let mut outcome = lost::without(project, project.roles_with(vendor));
            outcome.breaks.extend(modules(project, vendor));
            outcome.breaks.extend(way_out(project, vendor, today));
            with_cost(project, outcome, cost::of_leaving(project, vendor))
        }
        Blow::PriceUp(vendor, more_bp) => {
            let mut outcome = Outcome::of(hard_to_replace(project, vendor));
            outcome.breaks.extend(way_out(project, vendor, today));
            with_cost(project, outcome, cost::of_more(project, vendor, more_bp))
        }
        Blow::Outage(at) => {
            let (breaks, reach) = night::walk(&project.collaboration, &project.team, at);
            Outcome { reach, ..Outcome::of(breaks) }
        }
        Blow::PersonLeaves(role) => lost::without(project, project.team.held_by_person(role)),
    }
}

fn with_cost(project: &Project, mut outcome: Outcome, cost: Result<Cost, NoCost>) -> Outcome {
    let budget = project.profile.budget_high;
    if let (Ok(cost), Some(budget)) = (&cost, budget)
        && budget < cost.then
    {
        outcome.breaks.push(Break::OverBudget(Money(cost.then.0.saturating_sub(budget.0))));
    }
    Outcome { cost: Some(cost), ..outcome }
}

/// Lists the modules a vendor carries that the own team cannot simply take over.
fn modules(project: &Project, vendor: Id<Vendor>) -> Vec<Break> {
    let dependence = &project.risk.dependence;
    let stops = |module: Id<Module>| {
        let share = dependence.carried(module, vendor).share_bp.filter(|share| 0 < *share)?;
        let ability = dependence.takeover(module).ability;
        (ability != Ability::Yes).then_some(Break::Module(module, share, ability))
    };
    project.requirements.modules.iter().filter_map(|module| stops(module.id)).collect()
}

/// From which mark on another vendor could take the place without much ado.
const EASY_FROM: u8 = 3;

/// Lists the modules a vendor carries in which it could hardly be replaced.
fn hard_to_replace(project: &Project, vendor: Id<Vendor>) -> Vec<Break> {
    let dependence = &project.risk.dependence;
    let is_hard = |module: Id<Module>| {
        let carried = dependence.carried(module, vendor);
        carried.share_bp.is_some_and(|share| 0 < share)
            && carried.replaceable.is_some_and(|mark| mark.get() < EASY_FROM)
    };
    let modules = project.requirements.modules.iter().map(|module| module.id);
    modules.filter(|module| is_hard(*module)).map(Break::HardToReplace).collect()
}

/// Lists what is missing for leaving a vendor.
fn way_out(project: &Project, vendor: Id<Vendor>, today: NaiveDate) -> Vec<Break> {
    let backup = project.selection.decision.backup.filter(|backup| *backup != vendor);
    let answers = ExitItem::ALL.into_iter().zip(project.exit_answers(today));
    let open = answers.filter(|(item, answer)| {
        // Without a backup that is said once.
        *answer != Some(true) && !(backup.is_none() && *item == ExitItem::BackupVendorQualified)
    });
    let gaps = open.map(|(item, answer)| Break::Exit(item, answer));
    backup.is_none().then_some(Break::NoBackup).into_iter().chain(gaps).collect()
}

#[cfg(test)]
mod tests;
