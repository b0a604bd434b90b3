//! What is confirmed, as it stood: its fingerprint, and what differs between two of them.

use std::fmt::Write;
use std::sync::Arc;

use decode::Decode;
use serde::Serialize;
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::domain::ids::Id;
use crate::domain::project::Project;
use crate::domain::register::{Item, item};
use crate::domain::requirements::flow::Process;
use crate::domain::requirements::{Confirmation, Feature, Goal, Module, SlaLine};
use crate::domain::sorted_map::SortedMap;
use crate::domain::value;
use decision::order;

/// The number of the names of project and parties among the clauses that are confirmed.
pub const NAMES: &str = "0";

/// What is confirmed of a module: not how it was rated.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct ConfirmedModule {
    /// The id, for what later versions add to it.
    pub id: Id<Self>,
    /// The clause number.
    pub number: u32,
    /// What it is called.
    pub name: String,
}
item!(ConfirmedModule, "B", 1);

impl ConfirmedModule {
    fn of(module: &Module) -> Self {
        Self { id: Id::fixed(module.id.bits()), number: module.number, name: module.name.clone() }
    }
}

/// Leaves out what a goal is worth to the client alone: what the work costs today is none of the vendor's business.
fn confirmed_goal(goal: &Arc<Goal>) -> Arc<Goal> {
    match goal.monthly_cost {
        None => goal.clone(),
        Some(_) => Arc::new(Goal { monthly_cost: None, ..Goal::clone(goal) }),
    }
}

/// Leaves out where the figures of a feature come from: what the parties agree on are the figures.
fn confirmed_feature(feature: &Arc<Feature>) -> Arc<Feature> {
    match feature.basis.as_str() {
        "" => feature.clone(),
        _ => Arc::new(Feature { basis: String::new(), ..Feature::clone(feature) }),
    }
}

/// Leaves out where the target of a service level comes from.
fn confirmed_line(line: &Arc<SlaLine>) -> Arc<SlaLine> {
    match line.basis.as_str() {
        "" => line.clone(),
        _ => Arc::new(SlaLine { basis: String::new(), ..SlaLine::clone(line) }),
    }
}

/// The names of project and parties, the goals, the chosen modules, the features, the processes and
/// the service levels.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Confirmed {
    /// The name of the project.
    pub project: String,
    /// The name of the client.
    pub client: String,
    /// The name of the vendor.
    pub vendor: String,
    /// The goals.
    pub goals: Vec<Arc<Goal>>,
    /// The chosen modules.
    pub modules: Vec<Arc<ConfirmedModule>>,
    /// The features.
    pub features: Vec<Arc<Feature>>,
    /// The processes.
    pub processes: Vec<Arc<Process>>,
    /// The service levels.
    pub sla: Vec<Arc<SlaLine>>,
}

impl Confirmed {
    /// Takes it from a project as it stands; the items stay shared.
    #[must_use]
    pub fn of(project: &Project) -> Self {
        let (profile, requirements) = (&project.profile, &project.requirements);
        let modules = requirements.modules.iter().filter(|module| module.chosen);
        Self {
            project: profile.name.clone(),
            client: profile.client.name.clone(),
            vendor: profile.vendor.name.clone(),
            goals: requirements.goals.iter().map(confirmed_goal).collect(),
            modules: modules.map(|module| Arc::new(ConfirmedModule::of(module))).collect(),
            features: requirements.features.iter().map(confirmed_feature).collect(),
            processes: requirements.processes.iter().cloned().collect(),
            sla: requirements.sla.iter().map(confirmed_line).collect(),
        }
    }

    /// Returns its fingerprint: SHA-256 in hexadecimal.
    ///
    /// Neither the order of rows nor an empty field counts, so a field added to the format later leaves old
    /// fingerprints standing, as long as its default is empty.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let modules = self.modules.iter().map(|module| (module.number, Value::from(module.name.as_str())));
        let mut content = Value::from_iter([
            ("project", Value::from(self.project.as_str())),
            ("client", Value::from(self.client.as_str())),
            ("vendor", Value::from(self.vendor.as_str())),
            ("goals", by_number(&self.goals)),
            ("modules", numbered(modules)),
            ("features", by_number(&self.features)),
            ("sla", by_number(&self.sla)),
        ]);
        // Fingerprints from before there were processes stand.
        if let Some(fields) = content.as_object_mut().filter(|_| !self.processes.is_empty()) {
            fields.insert("processes".to_owned(), by_number(&self.processes));
        }
        // The lists of a whole content are written even when they are empty.
        digest(&content, is_nothing)
    }

    /// Returns the beginning of the fingerprint of each single thing, by its clause number; the names of project and
    /// parties together have the number [`NAMES`].
    #[must_use]
    pub fn parts(&self) -> SortedMap<String, String> {
        self.prints().iter().map(|(clause, print)| (clause.clone(), short(print))).collect()
    }

    /// Returns the whole fingerprint of each single thing.
    fn prints(&self) -> SortedMap<String, String> {
        fn add<T: Item + Serialize>(items: &[Arc<T>], prints: &mut SortedMap<String, String>) {
            for item in items {
                prints.insert(item.clause(), fingerprint_of(&**item));
            }
        }
        let names = [&self.project, &self.client, &self.vendor];
        let mut prints = SortedMap::from_iter([(NAMES.to_owned(), fingerprint_of(&names))]);
        add(&self.goals, &mut prints);
        add(&self.features, &mut prints);
        add(&self.processes, &mut prints);
        add(&self.sla, &mut prints);
        for module in &self.modules {
            prints.insert(module.clause(), fingerprint_of(&module.name));
        }
        prints
    }

    /// Lists the clauses that differ from what they were, that are new or that are gone.
    #[must_use]
    pub fn changed_since(&self, before: &Self) -> Vec<String> {
        different(&before.prints(), &self.prints())
    }

    /// Tells whether two items of a list have the same number; an honest content has no such pair.
    #[must_use]
    pub fn repeats_numbers(&self) -> bool {
        let items = [self.goals.len(), self.modules.len(), self.features.len(), self.processes.len()];
        self.prints().len() != 1 + items.iter().sum::<usize>() + self.sla.len()
    }
}

/// Returns the fingerprint of what is confirmed, as the project stands.
#[must_use]
pub fn fingerprint(project: &Project) -> String {
    Confirmed::of(project).fingerprint()
}

/// Returns the first four digits, as people quote a version.
#[must_use]
pub fn short(fingerprint: &str) -> String {
    fingerprint.chars().take(4).collect()
}

/// Lists the clauses that were changed, added or taken out since a confirmation. A confirmation of an older version
/// of the app does not know its parts; then there is nothing to list.
#[must_use]
pub fn changed(project: &Project, confirmed: &Confirmation) -> Vec<String> {
    if confirmed.parts.is_empty() {
        return Vec::new();
    }
    different(&confirmed.parts, &Confirmed::of(project).parts())
}

fn different(before: &SortedMap<String, String>, now: &SortedMap<String, String>) -> Vec<String> {
    let gone = before.keys().filter(|clause| now.get(*clause).is_none());
    let other = now.iter().filter(|(clause, print)| before.get(*clause) != Some(print));
    let mut clauses: Vec<_> = other.map(|(clause, _)| clause).chain(gone).cloned().collect();
    order::sort_by(&mut clauses, |one, other| by_clause(one).cmp(&by_clause(other)));
    clauses
}

/// Puts clauses in their order: by letter, then by number.
fn by_clause(clause: &str) -> (&str, u32) {
    let (letter, number) = clause.split_once('-').unwrap_or((clause, ""));
    (letter, number.parse().unwrap_or_default())
}

fn digest(value: &Value, is_left_out: fn(&Value) -> bool) -> String {
    let mut text = String::new();
    write_canonical(value, &mut text, is_left_out);
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02X}")).collect()
}

/// Returns the fingerprint of something else that parties confirm, by the same rules.
#[must_use]
pub fn fingerprint_of(content: &impl Serialize) -> String {
    digest(&value::write(content).unwrap_or_default(), is_empty)
}

fn by_number<T: Item + Serialize>(items: &[Arc<T>]) -> Value {
    numbered(items.iter().map(|item| (item.number(), value::write(&**item).unwrap_or_default())))
}

/// Makes an object of what has numbers.
fn numbered(items: impl Iterator<Item = (u32, Value)>) -> Value {
    items.map(|(number, value)| (number.to_string(), value)).collect()
}

/// Writes a value with sorted keys and without empty fields. Sorted here, since the order in which `serde_json`
/// keeps keys depends on features that other crates can switch on.
fn write_canonical(value: &Value, text: &mut String, is_left_out: fn(&Value) -> bool) {
    // Writing to a string cannot fail.
    match value {
        Value::Object(fields) => {
            let fields: SortedMap<_, _> = fields.iter().filter(|(_, value)| !is_left_out(value)).collect();
            text.push('{');
            for (key, value) in fields.iter() {
                let _ = write!(text, "{}:", Value::from(key.as_str()));
                write_canonical(value, text, is_empty);
                text.push(',');
            }
            text.push('}');
        }
        Value::Array(values) => {
            text.push('[');
            for value in values {
                write_canonical(value, text, is_empty);
                text.push(',');
            }
            text.push(']');
        }
        _ => {
            let _ = write!(text, "{value}");
        }
    }
}

fn is_nothing(value: &Value) -> bool {
    value.is_null() || value.as_str().is_some_and(str::is_empty)
}

/// Tells whether a field says nothing: fields added to the format later begin so.
fn is_empty(value: &Value) -> bool {
    match value {
        Value::Bool(is_true) => !is_true,
        Value::Array(values) => values.is_empty(),
        Value::Object(fields) => fields.iter().all(|(_, value)| is_empty(value)),
        _ => is_nothing(value),
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use serde_json::json;

    use super::*;

    pub(crate) fn project() -> Project {
        let mut project = Project::default();
        let requirements = Arc::make_mut(&mut project.requirements);
        requirements.goals.add(Id::fixed(1), |goal| goal.outcome = "客诉下降".to_owned());
        requirements.goals.add(Id::fixed(2), |goal| goal.target = Some(5.0));
        requirements.modules.add(Id::fixed(3), |module| module.name = "Hotline".to_owned());
        project
    }

    #[test]
    fn the_fingerprint_is_the_same_on_every_machine() {
        let full = fingerprint(&project());
        assert_eq!((full.len(), short(&full).as_str()), (64, "993E"));
    }

    #[test]
    fn where_figures_come_from_is_not_confirmed() {
        let mut project = project();
        let requirements = Arc::make_mut(&mut project.requirements);
        requirements.features.add(Id::fixed(4), |feature| feature.acceptance = "≥95 %".to_owned());
        requirements.sla.add(Id::fixed(5), |line| line.target = Some(95.0));
        let before = Confirmed::of(&project);
        let requirements = Arc::make_mut(&mut project.requirements);
        requirements.features.update(Id::fixed(4), |feature| feature.basis = "proposed".to_owned());
        requirements.sla.update(Id::fixed(5), |line| line.basis = "trade practice".to_owned());
        assert_eq!(Confirmed::of(&project), before);
    }

    #[test]
    fn the_changes_since_a_confirmation_are_counted_by_clause() {
        let mut project = project();
        let mut confirmed =
            Confirmation { parts: Confirmed::of(&project).parts(), ..Confirmation::default() };
        assert!(changed(&project, &confirmed).is_empty());
        let before = Confirmed::of(&project);
        let requirements = Arc::make_mut(&mut project.requirements);
        requirements.goals.update(Id::fixed(1), |goal| goal.unit = "%".to_owned());
        requirements.goals.remove(Id::fixed(2));
        requirements.modules.update(Id::fixed(3), |module| module.chosen = true);
        Arc::make_mut(&mut project.profile).vendor.name = "V".to_owned();
        assert_eq!(changed(&project, &confirmed), ["0", "B-1", "G-01", "G-02"]);
        assert_eq!(Confirmed::of(&project).changed_since(&before), changed(&project, &confirmed));
        confirmed.parts = SortedMap::default();
        assert!(changed(&project, &confirmed).is_empty());
    }

    #[test]
    fn what_a_later_version_adds_empty_leaves_fingerprints_standing() {
        let value = |more: Value| {
            let mut value = json!({"id": "a", "steps": [{"name": "x"}]});
            value.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
            digest(&value, is_empty)
        };
        let before = value(json!({}));
        let empty =
            json!({"text": "", "list": [], "tick": false, "none": null, "part": {"list": [], "at": null}});
        assert_eq!(value(empty), before);
        for said in [json!({"list": [1]}), json!({"tick": true}), json!({"part": {"at": 0}})] {
            assert_ne!(value(said), before);
        }
    }
}
