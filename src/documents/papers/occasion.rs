//! What a paper is about, where a project has several of its kind: reviews and statements of vendors and periods.

use chrono::NaiveDate;

use crate::domain::ids::Id;
use crate::domain::paper::PaperKind;
use crate::domain::period::Period;
use crate::domain::project::Project;
use crate::domain::selection::Vendor;

/// Whose review or statement, and for when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occasion {
    /// Whose.
    pub vendor: Id<Vendor>,
    /// For when.
    pub period: Period,
}

/// Lists what there are papers of a kind about: the chosen vendor first, of each the latest period first. Nothing for a
/// kind the project has one paper of.
#[must_use]
pub fn occasions(kind: PaperKind, project: &Project) -> Vec<Occasion> {
    let performance = &project.performance;
    let chosen = project.selection.decision.chosen;
    let all = project.selection.vendors.iter().map(|vendor| vendor.id);
    let others = all.filter(|vendor| Some(*vendor) != chosen);
    let vendors = chosen.into_iter().chain(others);
    let reviewed = project.periods_to_review();
    let of = |vendor: Id<Vendor>| -> Vec<Period> {
        match kind {
            PaperKind::Review => {
                let own = reviewed.iter().filter(|(other, _)| *other == vendor);
                own.map(|(_, period)| *period).collect()
            }
            PaperKind::Payment if performance.is_paid(vendor) => {
                performance.paid_periods(vendor, performance.payments.terms_of(vendor).cycle)
            }
            _ => Vec::new(),
        }
    };
    let named =
        |vendor: Id<Vendor>| of(vendor).into_iter().rev().map(move |period| Occasion { vendor, period });
    vendors.flat_map(named).collect()
}

/// Returns what a paper is about while nobody chose: the last period that is over, else the first there is.
#[must_use]
pub fn usual(kind: PaperKind, project: &Project, today: NaiveDate) -> Option<Occasion> {
    let all = occasions(kind, project);
    let is_over = |one: &&Occasion| one.period.last_day().is_some_and(|last| last < today);
    all.iter().find(is_over).or(all.first()).copied()
}
