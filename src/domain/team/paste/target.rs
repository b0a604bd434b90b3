//! Where a pasted table goes, and what its names mean there.

use crate::domain::ids::Id;
use crate::domain::register::Item;
use crate::domain::team::{Activity, Role, Team};

/// The rows and columns of the matrix and the cells a table is pasted to.
#[derive(Clone, Copy, Debug)]
pub struct Target<'a> {
    /// The team.
    pub team: &'a Team,
    /// The roles in matrix order.
    pub roles: &'a [Id<Role>],
    /// The places of the rows that are shown, in the order they are shown in.
    pub rows: &'a [usize],
    /// The first row and column of the selected range.
    pub first: (usize, usize),
    /// The last row and column of the selected range.
    pub last: (usize, usize),
}

impl Target<'_> {
    pub(super) fn activity_at(&self, row: usize) -> Option<Id<Activity>> {
        self.team.activities.at(*self.rows.get(row)?).map(|activity| activity.id)
    }

    /// Finds a task by its name, its clause number or both.
    pub(super) fn activity_named(&self, text: &str) -> Option<Id<Activity>> {
        let wanted = plain(text);
        let fits = |activity: &Activity| {
            let (clause, name) = (plain(&activity.clause()), plain(&activity.name));
            wanted == clause || !name.is_empty() && (wanted == name || wanted == format!("{clause} {name}"))
        };
        let found = self.team.activities.iter().find(|activity| fits(activity));
        found.filter(|_| !wanted.is_empty()).map(|activity| activity.id)
    }

    /// Finds a role by its name, its holder or both.
    pub(super) fn role_named(&self, text: &str) -> Option<Id<Role>> {
        let wanted = plain(text);
        let fits = |role: &Role| {
            let (name, person) = (plain(&role.name), plain(&role.person));
            let is_name = |own: &str| !own.is_empty() && wanted == own;
            is_name(&name) || is_name(&person) || is_name(&format!("{name} {person}"))
        };
        let is_role = |id: &&Id<Role>| self.team.roles.get(**id).is_some_and(|role| fits(role));
        self.roles.iter().find(is_role).filter(|_| !wanted.is_empty()).copied()
    }
}

/// Brings a name to the form in which names are compared.
pub(super) fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
