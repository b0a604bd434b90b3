//! Change requests (变更单): what somebody wants to change in a version both parties confirmed.

use chrono::NaiveDate;
use decode::Decode;
use serde::Serialize;

use crate::domain::ids::Id;
use crate::domain::money::Money;
use crate::domain::project::Project;
use crate::domain::register::{Item, item};
use crate::domain::requirements::confirmed::Confirmed;

/// What became of a change request.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Ruling {
    /// Nobody has decided yet.
    #[default]
    Open,
    /// The change is to be made.
    Accepted,
    /// It is not.
    Rejected,
}

impl Ruling {
    /// Every ruling, in the order of choice lists.
    pub const ALL: [Self; 3] = [Self::Open, Self::Accepted, Self::Rejected];
}

/// One change request.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct ChangeRequest {
    /// The id.
    pub id: Id<Self>,
    /// The clause number.
    pub number: u32,
    /// The version it changes.
    pub since: u32,
    /// What changes.
    pub what: String,
    /// The clauses it is about. A number is never used again, so it may also be that of a clause taken out.
    pub clauses: Vec<String>,
    /// Why.
    pub reason: String,
    /// What it costs; below zero it saves.
    pub extra_cost: Option<Money>,
    /// How many days it takes; below zero it saves them.
    pub extra_days: Option<f64>,
    /// Who wants it.
    pub requested_by: String,
    /// Who decides.
    pub decided_by: String,
    /// What was decided.
    pub ruling: Ruling,
    /// When.
    pub date: Option<NaiveDate>,
}
item!(ChangeRequest, "X", 2);

/// What a change request does not say yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsaid {
    /// Why.
    Reason,
    /// What was decided.
    Ruling,
    /// Who decided.
    Decider,
}

impl ChangeRequest {
    /// Lists what it does not say yet.
    #[must_use]
    pub fn unsaid(&self) -> Vec<Unsaid> {
        let is_open = self.ruling == Ruling::Open;
        let all = [
            (self.reason.trim().is_empty(), Unsaid::Reason),
            (is_open, Unsaid::Ruling),
            (!is_open && self.decided_by.trim().is_empty(), Unsaid::Decider),
        ];
        all.into_iter().filter(|(is_unsaid, _)| *is_unsaid).map(|(_, unsaid)| unsaid).collect()
    }
}

/// Lists the clauses that changed since the version both parties confirmed last.
#[must_use]
pub fn changed_since_latest(project: &Project) -> Vec<String> {
    let latest = project.requirements.latest();
    latest.map(|latest| Confirmed::of(project).changed_since(&latest.content)).unwrap_or_default()
}

/// Lists those of them that no change request of that version is about. A rejected one does not count: what it asked
/// for is not to be changed.
#[must_use]
pub fn uncovered(project: &Project) -> Vec<String> {
    let requirements = &project.requirements;
    let version = requirements.latest().map_or(0, |latest| latest.number);
    let mut clauses = changed_since_latest(project);
    clauses.retain(|clause| {
        let mut asking = requirements
            .changes
            .iter()
            .filter(|change| change.since == version && change.ruling != Ruling::Rejected);
        !asking.any(|change| change.clauses.contains(clause))
    });
    clauses
}

/// Lists the change requests of that version, by their clause numbers, about something that did change, with what they
/// do not say yet.
#[must_use]
pub fn unfinished(project: &Project) -> Vec<(String, Vec<Unsaid>)> {
    let requirements = &project.requirements;
    let version = requirements.latest().map_or(0, |latest| latest.number);
    let changed = changed_since_latest(project);
    let of_now = requirements.changes.iter().filter(|change| {
        change.since == version
            && change.ruling != Ruling::Rejected
            && change.clauses.iter().any(|clause| changed.contains(clause))
    });
    let unsaid = of_now.map(|change| (change.clause(), change.unsaid()));
    unsaid.filter(|(_, unsaid)| !unsaid.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::domain::requirements::Requirements;
    use crate::domain::requirements::baseline::Baseline;

    #[test]
    fn a_change_is_covered_by_a_request_of_its_version_that_was_not_rejected() {
        let mut project = Project::default();
        Arc::make_mut(&mut project.requirements).goals.add(Id::fixed(1), |_| ());
        Arc::make_mut(&mut project.requirements).features.add(Id::fixed(2), |_| ());
        assert!(uncovered(&project).is_empty(), "nothing is confirmed yet");
        let content = Confirmed::of(&project);
        let mut edit = |edit: &dyn Fn(&mut Requirements)| {
            edit(Arc::make_mut(&mut project.requirements));
            uncovered(&project).join(" ")
        };
        let version = |requirements: &mut Requirements| {
            requirements.baselines.add(Id::fixed(3), |one: &mut Baseline| one.content = content.clone());
        };
        assert_eq!(edit(&version), "");
        assert_eq!(edit(&|now| now.features.update(Id::fixed(2), |one| one.name = "x".to_owned())), "F-01");
        assert_eq!(edit(&|now| drop(now.goals.remove(Id::fixed(1)))), "F-01 G-01");
        let ask = |now: &mut Requirements| {
            now.changes.add(Id::fixed(4), |one| {
                (one.since, one.clauses) = (1, vec!["F-01".to_owned(), "G-01".to_owned()]);
            });
        };
        assert_eq!(edit(&ask), "");
        assert_eq!(edit(&|now| now.changes.update(Id::fixed(4), |one| one.since = 2)), "F-01 G-01");
        let reject = |one: &mut ChangeRequest| (one.since, one.ruling) = (1, Ruling::Rejected);
        assert_eq!(edit(&|now| now.changes.update(Id::fixed(4), reject)), "F-01 G-01");
    }

    #[test]
    fn a_request_about_what_changed_gives_a_reason_and_is_decided_by_somebody() {
        let mut project = Project::default();
        Arc::make_mut(&mut project.requirements).goals.add(Id::fixed(1), |_| ());
        let content = Confirmed::of(&project);
        let mut edit = |edit: &dyn Fn(&mut ChangeRequest)| {
            let requirements = Arc::make_mut(&mut project.requirements);
            requirements.baselines.add(Id::fixed(3), |one: &mut Baseline| one.content = content.clone());
            requirements.goals.update(Id::fixed(1), |one| one.outcome = "x".to_owned());
            requirements.changes.add(Id::fixed(4), |one| one.since = 1);
            requirements.changes.update(Id::fixed(4), edit);
            unfinished(&project)
        };
        assert!(edit(&|_| ()).is_empty(), "it is about nothing that changed");
        let about = |one: &mut ChangeRequest| one.clauses = vec!["G-01".to_owned()];
        assert_eq!(edit(&about), [("X-01".to_owned(), vec![Unsaid::Reason, Unsaid::Ruling])]);
        assert_eq!(
            edit(&|one| (one.reason, one.ruling) = ("r".to_owned(), Ruling::Accepted))[0].1,
            [Unsaid::Decider]
        );
        assert!(edit(&|one| one.decided_by = "d".to_owned()).is_empty());
        assert!(edit(&|one| (one.reason, one.ruling) = (String::new(), Ruling::Rejected)).is_empty());
    }
}
