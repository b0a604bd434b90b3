//! What a typed project has to keep besides its types: ids that name one thing, numbers used once, links that lead on.

use std::sync::Arc;

use serde_json::Value;

use crate::domain::performance::review::period::REVIEW_CYCLES;
use crate::domain::project::Project;
use crate::domain::register::{Item, Register};
use crate::domain::selection::Criterion;
use crate::domain::selection::tree::group_of;
use crate::domain::sorted_map::SortedMap;
use crate::domain::value;
use crate::exchange::file::Document;
use crate::exchange::parse::ImportError;
use crate::exchange::tree;

/// How many errors are listed at most.
pub const MAX_ERRORS: usize = 50;

/// Lists what a project breaks, each with its place.
#[must_use]
pub fn check(project: &Project, pointer: &str) -> Vec<ImportError> {
    let mut check = Check::default();
    if project.id.is_nil() {
        check.errors.push(ImportError::MissingId { pointer: format!("{pointer}/id") });
    }
    let (requirements, selection) = (&project.requirements, &project.selection);
    let at = |path: &str| format!("{pointer}/{path}/items");
    check.register(&requirements.goals, &at("requirements/goals"));
    check.register(&requirements.modules, &at("requirements/modules"));
    check.register(&requirements.skills, &at("requirements/skills"));
    check.register(&requirements.features, &at("requirements/features"));
    check.register(&requirements.processes, &at("requirements/processes"));
    check.register(&requirements.sla, &at("requirements/sla"));
    check.register(&requirements.baselines, &at("requirements/baselines"));
    check.register(&requirements.changes, &at("requirements/changes"));
    check.register(&requirements.scenarios, &at("requirements/scenarios"));
    check.register(&requirements.questions, &at("requirements/questions"));
    let workshop = &requirements.workshop;
    check.register(&workshop.participants, &at("requirements/workshop/participants"));
    check.register(&workshop.agenda, &at("requirements/workshop/agenda"));
    check.register(&workshop.parked, &at("requirements/workshop/parked"));
    check.register(&workshop.decisions, &at("requirements/workshop/decisions"));
    check.register(&project.team.roles, &at("team/roles"));
    check.register(&project.team.activities, &at("team/activities"));
    check.register(&selection.vendors, &at("selection/vendors"));
    check.register(&selection.gates, &at("selection/gates"));
    check.register(&selection.criteria, &at("selection/criteria"));
    check.register(&selection.evaluators, &at("selection/evaluators"));
    check.register(&selection.cases, &at("selection/cases"));
    check.register(&selection.weight_sets, &at("selection/weight_sets"));
    check.register(&selection.purchases, &at("selection/purchases"));
    check.register(&selection.measures, &at("selection/measures"));
    let collaboration = &project.collaboration;
    check.register(&collaboration.meetings, &at("collaboration/meetings"));
    check.register(&collaboration.milestones, &at("collaboration/milestones"));
    check.register(&collaboration.response, &at("collaboration/response"));
    check.register(&collaboration.sites, &at("collaboration/sites"));
    check.register(&collaboration.channels, &at("collaboration/channels"));
    check.register(&collaboration.checks, &at("collaboration/checks"));
    check.register(&collaboration.rework, &at("collaboration/rework"));
    check.register(&collaboration.calendars, &at("collaboration/calendars"));
    check.register(&collaboration.tickets, &at("collaboration/tickets"));
    check.register(&collaboration.histories, &at("collaboration/histories"));
    check.register(&project.risk.risks, &at("risk/risks"));
    let security = &project.risk.security;
    check.register(&security.agreements, &at("risk/security/agreements"));
    check.register(&security.data, &at("risk/security/data"));
    check.register(&security.leaks, &at("risk/security/leaks"));
    check.register(&security.audits, &at("risk/security/audits"));
    check.register(&project.risk.drills, &at("risk/drills"));
    let performance = &project.performance;
    check.register(&performance.kpis, &at("performance/kpis"));
    check.register(&performance.agreed, &at("performance/agreed"));
    check.register(&performance.feedback, &at("performance/feedback"));
    check.register(&performance.themes, &at("performance/themes"));
    check.register(&performance.payments.statements, &at("performance/payments/statements"));
    // A month is too short for a review; which it is read from, its type cannot say.
    if !REVIEW_CYCLES.contains(&performance.review_cycle) {
        let (pointer, found) = (format!("{pointer}/performance/review_cycle"), "month".to_owned());
        check.errors.push(ImportError::WrongType { pointer, found });
    }
    check.groups(selection.criteria.iter(), &at("selection/criteria"));
    if check.errors.is_empty() {
        check.errors.extend(dangling(project, pointer));
    }
    check.errors.truncate(MAX_ERRORS);
    check.errors
}

/// Lists projects of a file that share an id.
#[must_use]
pub fn repeated_projects(documents: &[Document]) -> Vec<ImportError> {
    let mut seen = SortedMap::default();
    let mut errors = Vec::new();
    for (place, document) in documents.iter().enumerate() {
        if let Some(first) = seen.insert(document.project.id, place) {
            errors.push(ImportError::DuplicateId {
                first: format!("/projects/{first}/id"),
                second: format!("/projects/{place}/id"),
            });
        }
    }
    errors
}

/// Collects what is wrong with the ids and numbers of a file.
#[derive(Default)]
pub struct Check {
    /// What was found.
    pub errors: Vec<ImportError>,
    ids: SortedMap<u128, String>,
}

impl Check {
    fn register<T: Item>(&mut self, register: &Register<T>, pointer: &str) {
        self.items(register.iter().map(|item| &**item), |place| format!("{pointer}/{place}"));
    }

    /// Checks that a criterion that stands under another one stands under a group that stands under nothing.
    pub fn groups<'a>(&mut self, criteria: impl Iterator<Item = &'a Arc<Criterion>> + Clone, pointer: &str) {
        for (place, criterion) in criteria.clone().enumerate() {
            if criterion.under.is_some() && group_of(criterion, criteria.clone()).is_none() {
                let pointer = format!("{pointer}/{place}/under");
                self.errors.push(ImportError::NoGroup { pointer });
            }
        }
    }

    /// Checks the items of one list: each has an id of its own and a number of its own.
    pub fn items<'a, T: Item>(
        &mut self,
        items: impl Iterator<Item = &'a T>,
        pointer: impl Fn(usize) -> String,
    ) {
        let keys: Vec<_> = items.map(|item| (item.id().bits(), item.number())).collect();
        self.keys(&keys, &pointer);
    }

    /// Does the same behind one type for items of every kind.
    fn keys(&mut self, keys: &[(u128, u32)], pointer: &dyn Fn(usize) -> String) {
        let mut numbers = SortedMap::default();
        for (place, (id, number)) in keys.iter().enumerate() {
            let pointer = pointer(place);
            let id_pointer = format!("{pointer}/id");
            if *id == 0 {
                self.errors.push(ImportError::MissingId { pointer: id_pointer });
                continue;
            }
            if let Some(first) = self.ids.insert(*id, id_pointer.clone()) {
                self.errors.push(ImportError::DuplicateId { first, second: id_pointer });
            }
            let number_pointer = format!("{pointer}/number");
            if *number == 0 {
                self.errors
                    .push(ImportError::WrongType { pointer: number_pointer.clone(), found: "0".to_owned() });
            }
            if let Some(first) = numbers.insert(*number, number_pointer.clone()) {
                self.errors.push(ImportError::DuplicateNumber { first, second: number_pointer });
            }
        }
    }
}

/// Finds links that lead nowhere: the places that mending would change.
fn dangling(project: &Project, pointer: &str) -> Vec<ImportError> {
    let mut mended = project.clone();
    mended.mend_links();
    let (Ok(before), Ok(after)) = (value::write(project), value::write(&mended)) else {
        return Vec::new();
    };
    let mut pointers = Vec::new();
    differences(&before, &after, pointer, &mut pointers);
    pointers.into_iter().map(|pointer| ImportError::DanglingReference { pointer }).collect()
}

fn differences(before: &Value, after: &Value, pointer: &str, found: &mut Vec<String>) {
    match (before, after) {
        _ if before == after => (),
        (Value::Object(before), Value::Object(after)) => {
            for (key, value) in before {
                let pointer = tree::step(pointer, key);
                match after.get(key) {
                    Some(other) => differences(value, other, &pointer, found),
                    None => found.push(pointer),
                }
            }
        }
        (Value::Array(before), Value::Array(after)) if before.len() == after.len() => {
            for (place, (before, after)) in before.iter().zip(after).enumerate() {
                differences(before, after, &tree::step(pointer, &place.to_string()), found);
            }
        }
        (Value::Array(before), Value::Array(after)) => {
            let lost = before.iter().enumerate().filter(|(_, value)| !after.contains(value));
            found.extend(lost.map(|(place, _)| tree::step(pointer, &place.to_string())));
        }
        _ => found.push(pointer.to_owned()),
    }
}

/// Raises every next number above the present ones.
pub fn settle_numbers(project: &mut Project) {
    let requirements = Arc::make_mut(&mut project.requirements);
    requirements.goals.settle_numbers();
    requirements.modules.settle_numbers();
    requirements.skills.settle_numbers();
    requirements.features.settle_numbers();
    requirements.processes.settle_numbers();
    requirements.sla.settle_numbers();
    requirements.baselines.settle_numbers();
    requirements.changes.settle_numbers();
    requirements.scenarios.settle_numbers();
    requirements.questions.settle_numbers();
    let workshop = &mut requirements.workshop;
    workshop.participants.settle_numbers();
    workshop.agenda.settle_numbers();
    workshop.parked.settle_numbers();
    workshop.decisions.settle_numbers();
    let team = Arc::make_mut(&mut project.team);
    team.roles.settle_numbers();
    team.activities.settle_numbers();
    let selection = Arc::make_mut(&mut project.selection);
    selection.vendors.settle_numbers();
    selection.gates.settle_numbers();
    selection.criteria.settle_numbers();
    selection.evaluators.settle_numbers();
    selection.cases.settle_numbers();
    selection.weight_sets.settle_numbers();
    selection.purchases.settle_numbers();
    selection.measures.settle_numbers();
    let collaboration = Arc::make_mut(&mut project.collaboration);
    collaboration.meetings.settle_numbers();
    collaboration.milestones.settle_numbers();
    collaboration.response.settle_numbers();
    collaboration.sites.settle_numbers();
    collaboration.channels.settle_numbers();
    collaboration.checks.settle_numbers();
    collaboration.rework.settle_numbers();
    collaboration.calendars.settle_numbers();
    collaboration.tickets.settle_numbers();
    collaboration.histories.settle_numbers();
    let risk = Arc::make_mut(&mut project.risk);
    risk.risks.settle_numbers();
    risk.security.settle_numbers();
    risk.drills.settle_numbers();
    let performance = Arc::make_mut(&mut project.performance);
    performance.kpis.settle_numbers();
    performance.agreed.settle_numbers();
    performance.feedback.settle_numbers();
    performance.themes.settle_numbers();
    performance.payments.statements.settle_numbers();
}
