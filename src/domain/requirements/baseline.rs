//! What the parties confirm: what has to be there, and the fingerprint of the requirements as they stand.

use std::fmt::Write;

use serde::Serialize;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::domain::profile::Side;
use crate::domain::project::Project;
use crate::domain::register::{Item, Register};
use crate::domain::requirements::wording::is_unwritten;
use crate::domain::requirements::{Confirmation, Feature, Goal, Requirements, SlaLine};
use crate::domain::sorted_map::SortedMap;
use crate::domain::task::Task;
use decision::order;

/// What is missing before the requirements can be confirmed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Lack {
    /// Nothing is written yet.
    Everything,
    Measure,
    Target,
    Contents,
    Acceptance,
    Exclusions,
    Source,
    Penalty,
}

/// What both parties have to be able to rely on once it is confirmed.
pub trait Mandatory {
    /// Lists what is missing in it.
    fn lacks(&self) -> Vec<Lack>;
}

fn missing<const N: usize>(of: [(bool, Lack); N]) -> Vec<Lack> {
    of.into_iter().filter(|(is_missing, _)| *is_missing).map(|(_, lack)| lack).collect()
}

fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

impl Mandatory for Goal {
    fn lacks(&self) -> Vec<Lack> {
        missing([(is_blank(&self.measure), Lack::Measure), (self.target.is_none(), Lack::Target)])
    }
}
impl Mandatory for Feature {
    fn lacks(&self) -> Vec<Lack> {
        missing([
            (is_blank(&self.includes), Lack::Contents),
            (is_unwritten(&self.acceptance), Lack::Acceptance),
            (is_blank(&self.excluded), Lack::Exclusions),
        ])
    }
}
impl Mandatory for SlaLine {
    fn lacks(&self) -> Vec<Lack> {
        missing([
            (is_blank(&self.measure), Lack::Measure),
            (self.target.is_none(), Lack::Target),
            (is_blank(&self.source), Lack::Source),
            (is_blank(&self.penalty), Lack::Penalty),
        ])
    }
}

/// One thing that stands in the way of a confirmation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Obstacle {
    /// On which page.
    pub task: Task,
    /// The clause number; empty where the whole page is meant.
    pub clause: String,
    /// What is missing there.
    pub lack: Lack,
}

/// Lists what has to be written before a party can confirm: at least one goal, feature and service level, and in each
/// of them what is mandatory.
#[must_use]
pub fn obstacles(requirements: &Requirements) -> Vec<Obstacle> {
    fn find<T: Item + Mandatory>(task: Task, items: &Register<T>, found: &mut Vec<Obstacle>) {
        if items.is_empty() {
            found.push(Obstacle { task, clause: String::new(), lack: Lack::Everything });
        }
        for item in items.iter() {
            let lacks = item.lacks().into_iter();
            found.extend(lacks.map(|lack| Obstacle { task, clause: item.clause(), lack }));
        }
    }
    let mut found = Vec::new();
    find(Task::Goals, &requirements.goals, &mut found);
    find(Task::Scope, &requirements.features, &mut found);
    find(Task::Sla, &requirements.sla, &mut found);
    found
}

/// Returns the fingerprint of what is confirmed: the names of project and parties, the goals, the chosen modules,
/// the features, the processes and the service levels. SHA-256 in hexadecimal.
///
/// Neither the order of rows nor an empty field counts, so a field added to the format later leaves old
/// confirmations standing. Of a module its number and name are confirmed, not how it was rated.
#[must_use]
pub fn fingerprint(project: &Project) -> String {
    let (profile, requirements) = (&project.profile, &project.requirements);
    let modules = requirements.modules.iter().filter(|module| module.chosen);
    let mut confirmed = json!({
        "project": profile.name,
        "client": profile.client.name,
        "vendor": profile.vendor.name,
        "goals": by_number(&requirements.goals),
        "modules": modules.map(|module| (module.number, module.name.as_str())).collect::<SortedMap<_, _>>(),
        "features": by_number(&requirements.features),
        "sla": by_number(&requirements.sla),
    });
    // Confirmations from before there were processes stand.
    if !requirements.processes.is_empty()
        && let Some(fields) = confirmed.as_object_mut()
    {
        fields.insert("processes".to_owned(), json!(by_number(&requirements.processes)));
    }
    digest(&confirmed)
}

/// Returns the beginning of the fingerprint of each single thing that is confirmed, by its clause number; the names
/// of project and parties together have the number 0.
#[must_use]
pub fn parts(project: &Project) -> SortedMap<String, String> {
    fn add<'a, T: Item + Serialize + 'a>(
        items: impl Iterator<Item = &'a std::sync::Arc<T>>,
        parts: &mut SortedMap<String, String>,
    ) {
        for item in items {
            let value = serde_json::to_value(&**item).unwrap_or_default();
            parts.insert(item.clause(), short(&digest(&value)));
        }
    }
    let (profile, requirements) = (&project.profile, &project.requirements);
    let names = json!([profile.name, profile.client.name, profile.vendor.name]);
    let mut parts = SortedMap::from_iter([("0".to_owned(), short(&digest(&names)))]);
    add(requirements.goals.iter(), &mut parts);
    add(requirements.features.iter(), &mut parts);
    add(requirements.processes.iter(), &mut parts);
    add(requirements.sla.iter(), &mut parts);
    for module in requirements.modules.iter().filter(|module| module.chosen) {
        parts.insert(module.clause(), short(&digest(&json!(module.name))));
    }
    parts
}

/// Lists the clauses that were changed, added or taken out since a confirmation. A confirmation of an older version
/// of the app does not know its parts; then there is nothing to list.
#[must_use]
pub fn changed(project: &Project, confirmed: &Confirmation) -> Vec<String> {
    if confirmed.parts.is_empty() {
        return Vec::new();
    }
    let now = parts(project);
    let before = &confirmed.parts;
    let gone = before.keys().filter(|clause| now.get(*clause).is_none());
    let other = now.iter().filter(|(clause, print)| before.get(*clause) != Some(print));
    let mut clauses: Vec<_> = other.map(|(clause, _)| clause).chain(gone).cloned().collect();
    order::sort_by(&mut clauses, Ord::cmp);
    clauses
}

fn digest(value: &Value) -> String {
    let mut text = String::new();
    write_canonical(value, &mut text);
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02X}")).collect()
}

fn by_number<T: Item + Serialize>(register: &Register<T>) -> SortedMap<u32, &T> {
    register.iter().map(|item| (item.number(), &**item)).collect()
}

/// Writes a value with sorted keys and without empty fields. Sorted here, since the order in which `serde_json`
/// keeps keys depends on features that other crates can switch on.
fn write_canonical(value: &Value, text: &mut String) {
    // Writing to a string cannot fail.
    match value {
        Value::Object(fields) => {
            let fields: SortedMap<_, _> = fields.iter().filter(|(_, value)| !is_empty(value)).collect();
            text.push('{');
            for (key, value) in fields.iter() {
                let _ = write!(text, "{}:", Value::from(key.as_str()));
                write_canonical(value, text);
                text.push(',');
            }
            text.push('}');
        }
        Value::Array(values) => {
            text.push('[');
            for value in values {
                write_canonical(value, text);
                text.push(',');
            }
            text.push(']');
        }
        _ => {
            let _ = write!(text, "{value}");
        }
    }
}

fn is_empty(value: &Value) -> bool {
    value.is_null() || value.as_str().is_some_and(str::is_empty)
}

/// Returns the first four digits, as people quote a version.
#[must_use]
pub fn short(fingerprint: &str) -> String {
    fingerprint.chars().take(4).collect()
}

/// Tells whether something changed since a side confirmed.
#[must_use]
pub fn is_outdated(project: &Project, side: Side) -> bool {
    project
        .requirements
        .confirmed(side)
        .is_some_and(|confirmed| confirmed.fingerprint != fingerprint(project))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::domain::ids::Id;

    fn project() -> Project {
        let mut project = Project::default();
        let requirements = Arc::make_mut(&mut project.requirements);
        requirements.goals.add(Id::fixed(1), |goal| goal.outcome = "客诉下降".to_owned());
        requirements.goals.add(Id::fixed(2), |goal| goal.target = Some(5.0));
        requirements.modules.add(Id::fixed(3), |module| module.name = "Hotline".to_owned());
        project
    }
    fn check(change: impl FnOnce(&mut Requirements), outdates: bool) {
        let mut project = project();
        let fingerprint = fingerprint(&project);
        let requirements = Arc::make_mut(&mut project.requirements);
        requirements.client_confirmed = Some(Confirmation { fingerprint, ..Confirmation::default() });
        change(requirements);
        assert_eq!(is_outdated(&project, Side::Client), outdates);
        assert!(!is_outdated(&project, Side::Vendor));
    }

    #[test]
    fn a_change_of_what_was_confirmed_outdates_it() {
        check(|requirements| requirements.goals.update(Id::fixed(2), |goal| goal.target = Some(6.0)), true);
        check(|requirements| requirements.modules.update(Id::fixed(3), |module| module.chosen = true), true);
        check(|requirements| drop(requirements.goals.remove(Id::fixed(1))), true);
        check(|requirements| drop(requirements.processes.add(Id::fixed(5), |_| ())), true);
    }

    #[test]
    fn everything_else_leaves_it_standing() {
        check(|_| (), false);
        check(|requirements| requirements.goals.shift(Id::fixed(1), 1), false);
        check(
            |requirements| requirements.modules.update(Id::fixed(3), |module| module.core = Some(true)),
            false,
        );
        check(
            |requirements| {
                requirements.features.add(Id::fixed(4), |_| ());
                requirements.features.remove(Id::fixed(4));
            },
            false,
        );
    }

    #[test]
    fn the_fingerprint_is_the_same_on_every_machine() {
        let full = fingerprint(&project());
        assert_eq!((full.len(), short(&full).as_str()), (64, "993E"));
    }

    #[test]
    fn the_changes_since_a_confirmation_are_counted_by_clause() {
        let mut project = project();
        let mut confirmed = Confirmation { parts: parts(&project), ..Confirmation::default() };
        assert!(changed(&project, &confirmed).is_empty());
        let requirements = Arc::make_mut(&mut project.requirements);
        requirements.goals.update(Id::fixed(1), |goal| goal.unit = "%".to_owned());
        requirements.goals.remove(Id::fixed(2));
        requirements.modules.update(Id::fixed(3), |module| module.chosen = true);
        requirements.processes.add(Id::fixed(4), |process| process.name = "Refund".to_owned());
        Arc::make_mut(&mut project.profile).vendor.name = "V".to_owned();
        assert_eq!(changed(&project, &confirmed), ["0", "B-1", "G-01", "G-02", "J-1"]);
        confirmed.parts = SortedMap::default();
        assert!(changed(&project, &confirmed).is_empty());
    }

    #[test]
    fn what_is_mandatory_has_to_be_there() {
        let mut requirements = Requirements::default();
        let found = |requirements: &Requirements| {
            let found = obstacles(requirements).into_iter();
            found.map(|obstacle| format!("{}{:?}", obstacle.clause, obstacle.lack)).collect::<Vec<_>>()
        };
        assert_eq!(found(&requirements), ["Everything", "Everything", "Everything"]);
        requirements.goals.add(Id::fixed(1), |goal| goal.measure = "m".to_owned());
        requirements.features.add(Id::fixed(2), |feature| feature.excluded = " ".to_owned());
        requirements.sla.add(Id::fixed(3), |line| line.target = Some(0.0));
        assert_eq!(
            found(&requirements),
            [
                "G-01Target",
                "F-01Contents",
                "F-01Acceptance",
                "F-01Exclusions",
                "S-01Measure",
                "S-01Source",
                "S-01Penalty"
            ]
        );
        requirements.goals.update(Id::fixed(1), |goal| goal.target = Some(1.0));
        requirements.features.update(Id::fixed(2), |feature| {
            feature.includes = "i".to_owned();
            (feature.acceptance, feature.excluded) = ("a".to_owned(), "e".to_owned());
        });
        requirements.sla.update(Id::fixed(3), |line| {
            line.measure = "m".to_owned();
            (line.source, line.penalty) = ("s".to_owned(), "p".to_owned());
        });
        assert!(found(&requirements).is_empty());
    }
}
