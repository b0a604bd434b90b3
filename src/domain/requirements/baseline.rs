//! What the parties confirm: the fingerprint of the requirements as they stand.

use sha2::{Digest, Sha256};

use crate::domain::profile::Side;
use crate::domain::project::Project;
use crate::domain::requirements::Requirements;

/// Returns the fingerprint of the goals, modules, features and service levels with the names of the parties:
/// SHA-256 over their JSON in file order, in hexadecimal.
#[must_use]
pub fn fingerprint(project: &Project) -> String {
    let signed =
        Requirements { client_confirmed: None, vendor_confirmed: None, ..(*project.requirements).clone() };
    let parties = (&project.profile.name, &project.profile.client.name, &project.profile.vendor.name);
    // Plain data always has a JSON form; without one the fingerprint is empty and matches nothing.
    let text = serde_json::to_string(&(parties, &signed)).unwrap_or_default();
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02X}")).collect()
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
    use crate::domain::requirements::Confirmation;

    #[test]
    fn confirming_changes_nothing_but_an_edit_does() {
        let mut project = Project::default();
        let before = fingerprint(&project);
        let confirmation = Confirmation { fingerprint: before.clone(), ..Default::default() };
        Arc::make_mut(&mut project.requirements).client_confirmed = Some(confirmation);
        assert_eq!(fingerprint(&project), before);
        assert!(!is_outdated(&project, Side::Client));
        Arc::make_mut(&mut project.requirements)
            .features
            .add(Id::fixed(1), |feature| feature.name = "x".to_owned());
        assert!(is_outdated(&project, Side::Client));
    }
}
