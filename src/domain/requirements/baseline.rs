//! What the parties confirm: the fingerprint of the requirements as they stand.

use std::collections::BTreeMap;
use std::fmt::Write;

use serde::Serialize;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::domain::profile::Side;
use crate::domain::project::Project;
use crate::domain::register::{Item, Register};

/// Returns the fingerprint of what is confirmed: the names of project and parties, the goals, the chosen modules,
/// the features and the service levels. SHA-256 in hexadecimal.
///
/// Neither the order of rows nor an empty field counts, so a field added to the format later leaves old
/// confirmations standing. Of a module its number and name are confirmed, not how it was rated.
#[must_use]
pub fn fingerprint(project: &Project) -> String {
    let (profile, requirements) = (&project.profile, &project.requirements);
    let modules = requirements.modules.iter().filter(|module| module.chosen);
    let confirmed = json!({
        "project": profile.name,
        "client": profile.client.name,
        "vendor": profile.vendor.name,
        "goals": by_number(&requirements.goals),
        "modules": modules.map(|module| (module.number, module.name.as_str())).collect::<BTreeMap<_, _>>(),
        "features": by_number(&requirements.features),
        "sla": by_number(&requirements.sla),
    });
    let mut text = String::new();
    write_canonical(&confirmed, &mut text);
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02X}")).collect()
}

fn by_number<T: Item + Serialize>(register: &Register<T>) -> BTreeMap<u32, &T> {
    register.iter().map(|item| (item.number(), &**item)).collect()
}

/// Writes a value with sorted keys and without empty fields. Sorted here, since the order in which `serde_json`
/// keeps keys depends on features that other crates can switch on.
fn write_canonical(value: &Value, text: &mut String) {
    // Writing to a string cannot fail.
    match value {
        Value::Object(fields) => {
            let fields: BTreeMap<_, _> = fields.iter().filter(|(_, value)| !is_empty(value)).collect();
            text.push('{');
            for (key, value) in fields {
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
    use crate::domain::requirements::{Confirmation, Requirements};

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
}
