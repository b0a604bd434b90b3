//! Which section keeps which kind of item.

use crate::domain::calendar::ServiceCalendar;
use crate::domain::collaboration::channels::Channel;
use crate::domain::collaboration::history::Summary;
use crate::domain::collaboration::overlap::Site;
use crate::domain::collaboration::quality::{CheckRecord, Rework};
use crate::domain::collaboration::tickets::Ticket;
use crate::domain::collaboration::{Collaboration, Meeting, Milestone, ResponseLevel};
use crate::domain::performance::improvement::{Feedback, Theme};
use crate::domain::performance::payment::Statement;
use crate::domain::performance::review::agreed::AgreedAction;
use crate::domain::performance::{Kpi, Performance};
use crate::domain::project::Section;
use crate::domain::register::{Item, Register};
use crate::domain::requirements::change::ChangeRequest;
use crate::domain::requirements::flow::Process;
use crate::domain::requirements::gap::Skill;
use crate::domain::requirements::questions::Question;
use crate::domain::requirements::understanding::Scenario;
use crate::domain::requirements::workshop::{AgendaItem, Decision, Parked, Participant};
use crate::domain::requirements::{Feature, Goal, Module, Requirements, SlaLine};
use crate::domain::risk::drill::Drill;
use crate::domain::risk::security::{Agreement, Audit, DataClass, LeakDuty};
use crate::domain::risk::{Risk, RiskBook};
use crate::domain::selection::low_price::Purchase;
use crate::domain::selection::measured::Measure;
use crate::domain::selection::method::WeightSet;
use crate::domain::selection::{Case, Criterion, Evaluator, Gate, Selection, Vendor};
use crate::domain::team::{Activity, Role, Team};

/// An item with its place in a project.
pub trait Held: Item + PartialEq + Send + Sync {
    /// The section that keeps it.
    type Section: Section;
    /// Whether two items are shown beside each other, so that moving one goes past the other.
    const IS_BESIDE: fn(&Self, &Self) -> bool = |_, _| true;
    /// Returns its register.
    fn register(section: &Self::Section) -> &Register<Self>;
    /// Returns its register for change.
    fn register_mut(section: &mut Self::Section) -> &mut Register<Self>;
}

macro_rules! held {
    ($($item:ty: $section:ty, $($field:ident).+ $(, $beside:expr)?;)*) => {$(
        impl Held for $item {
            type Section = $section;
            $(const IS_BESIDE: fn(&Self, &Self) -> bool = $beside;)?
            fn register(section: &Self::Section) -> &Register<Self> {
                &section.$($field).+
            }
            fn register_mut(section: &mut Self::Section) -> &mut Register<Self> {
                &mut section.$($field).+
            }
        }
    )*};
}
held! {
    Goal: Requirements, goals;
    Module: Requirements, modules;
    Skill: Requirements, skills;
    Feature: Requirements, features;
    Process: Requirements, processes;
    SlaLine: Requirements, sla;
    ChangeRequest: Requirements, changes;
    Scenario: Requirements, scenarios;
    Question: Requirements, questions;
    Participant: Requirements, workshop.participants;
    AgendaItem: Requirements, workshop.agenda;
    Parked: Requirements, workshop.parked;
    Decision: Requirements, workshop.decisions;
    Role: Team, roles, |one, other| one.side == other.side && one.reports_to == other.reports_to;
    Activity: Team, activities;
    Vendor: Selection, vendors;
    Gate: Selection, gates;
    Criterion: Selection, criteria, |one, other| one.under == other.under;
    Evaluator: Selection, evaluators;
    Case: Selection, cases;
    Measure: Selection, measures;
    WeightSet: Selection, weight_sets;
    Purchase: Selection, purchases;
    Meeting: Collaboration, meetings;
    Milestone: Collaboration, milestones;
    ResponseLevel: Collaboration, response;
    Site: Collaboration, sites;
    Channel: Collaboration, channels;
    CheckRecord: Collaboration, checks;
    Rework: Collaboration, rework;
    ServiceCalendar: Collaboration, calendars;
    Ticket: Collaboration, tickets;
    Summary: Collaboration, histories;
    Risk: RiskBook, risks;
    Agreement: RiskBook, security.agreements;
    DataClass: RiskBook, security.data;
    LeakDuty: RiskBook, security.leaks;
    Audit: RiskBook, security.audits;
    Drill: RiskBook, drills;
    Kpi: Performance, kpis;
    AgreedAction: Performance, agreed, |one, other| one.vendor == other.vendor && one.period == other.period;
    Feedback: Performance, feedback;
    Theme: Performance, themes;
    Statement: Performance, payments.statements, |one, other| one.vendor == other.vendor;
}
