//! How a role matrix differs from another one, such as that of a template.
//!
//! Rows and roles are the same when their ids are, or else when they are called the same on the same side.

use crate::domain::ids::Id;
use crate::domain::profile::Side;
use crate::domain::register::Item;
use crate::domain::team::{Activity, Parts, Role, Team};

/// One difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deviation {
    /// The other matrix has a role that is not here.
    RoleMissing(Id<Role>),
    /// This one has a role the other does not know.
    RoleExtra(Id<Role>),
    /// The other matrix has a row that is not here.
    RowMissing(Id<Activity>),
    /// This one has a row the other does not know.
    RowExtra(Id<Activity>),
    /// A cell holds other letters.
    Cell {
        /// The row, here.
        activity: Id<Activity>,
        /// The role, here.
        role: Id<Role>,
        /// The letters here.
        here: Parts,
        /// The letters there.
        there: Parts,
    },
}

/// Returns what is the same there as something here: by id, or else by name.
fn same<'a, T: Item>(
    one: &T,
    others: impl Iterator<Item = &'a T> + Clone,
    name: impl Fn(&T) -> (Option<Side>, String),
) -> Option<&'a T> {
    let by_id = others.clone().find(|other| other.id() == one.id());
    let (side, called) = name(one);
    let by_name = || others.clone().find(|other| !called.is_empty() && name(other) == (side, called.clone()));
    by_id.or_else(by_name)
}

fn role_name(role: &Role) -> (Option<Side>, String) {
    (Some(role.side), role.name.trim().to_lowercase())
}

fn row_name(activity: &Activity) -> (Option<Side>, String) {
    (None, activity.name.trim().to_lowercase())
}

fn roles(team: &Team) -> impl Iterator<Item = &Role> + Clone {
    team.columns().map(|role| &**role)
}

fn rows(team: &Team) -> impl Iterator<Item = &Activity> + Clone {
    team.activities.iter().map(|row| &**row)
}

impl Deviation {
    /// Tells whether the other matrix has something to take over; what only this one has stays.
    #[must_use]
    pub const fn can_be_taken(&self) -> bool {
        matches!(self, Self::RoleMissing(_) | Self::RowMissing(_) | Self::Cell { .. })
    }
}

/// Lists how a team's matrix differs from another: roles first, then row by row in matrix order. Cells are compared
/// where both have the row and the role.
#[must_use]
pub fn compare(here: &Team, there: &Team) -> Vec<Deviation> {
    let mut found = Vec::new();
    let missing = roles(there).filter(|role| same(*role, roles(here), role_name).is_none());
    found.extend(missing.map(|role| Deviation::RoleMissing(role.id)));
    let pairs: Vec<_> = roles(here).map(|role| (role, same(role, roles(there), role_name))).collect();
    let extra = pairs.iter().filter(|(_, other)| other.is_none());
    found.extend(extra.map(|(role, _)| Deviation::RoleExtra(role.id)));
    for row in rows(here) {
        let Some(other) = same(row, rows(there), row_name) else {
            found.push(Deviation::RowExtra(row.id));
            continue;
        };
        for (role, partner) in &pairs {
            let Some(partner) = partner else { continue };
            let (mine, theirs) = (here.parts(row.id, role.id), there.parts(other.id, partner.id));
            if mine != theirs {
                found.push(Deviation::Cell { activity: row.id, role: role.id, here: mine, there: theirs });
            }
        }
    }
    let missing = rows(there).filter(|row| same(*row, rows(here), row_name).is_none());
    found.extend(missing.map(|row| Deviation::RowMissing(row.id)));
    found
}

/// Takes over one difference: a role, a row with its letters, or the letters of a cell.
pub fn take_over(team: &mut Team, there: &Team, deviation: &Deviation) {
    match deviation {
        Deviation::RoleMissing(id) => take_role(team, there, *id),
        Deviation::RowMissing(id) => take_row(team, there, *id),
        Deviation::Cell { activity, role, there, .. } => team.assign(*activity, *role, *there),
        Deviation::RoleExtra(_) | Deviation::RowExtra(_) => (),
    }
}

/// Takes over everything the other matrix has. What only this one has stays.
pub fn take_over_all(team: &mut Team, there: &Team) {
    // The letters of a role that was missing are differences of their own once it is here.
    for _ in 0..2 {
        for deviation in compare(team, there) {
            take_over(team, there, &deviation);
        }
    }
}

/// Finds here what a role there is.
fn role_here(team: &Team, there: &Team, id: Id<Role>) -> Option<Id<Role>> {
    same(&**there.roles.get(id)?, roles(team), role_name).map(|role| role.id)
}

fn take_role(team: &mut Team, there: &Team, id: Id<Role>) {
    let Some(role) = there.roles.get(id) else { return };
    let [reports_to, counterpart] =
        [role.reports_to, role.counterpart].map(|link| link.and_then(|id| role_here(team, there, id)));
    team.roles.add(id, |new| *new = Role { reports_to, counterpart, ..role.renumbered(new.number) });
}

fn take_row(team: &mut Team, there: &Team, id: Id<Activity>) {
    let Some(row) = there.activities.get(id) else { return };
    let checks = row.checks.and_then(|id| same(&**there.activities.get(id)?, rows(team), row_name));
    let checks = checks.map(|row| row.id);
    team.activities.add(id, |new| *new = Activity { checks, ..row.renumbered(new.number) });
    for (role, parts) in there.assignments.row(id).into_iter().flat_map(|cells| cells.iter()) {
        if let Some(role) = role_here(team, there, *role) {
            team.assign(id, role, *parts);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::team::Part;

    fn team(roles: &[(u128, &str)], rows: &[(u128, &str)], cells: &[(u128, u128, Part)]) -> Team {
        let mut team = Team::default();
        for (id, name) in roles {
            team.roles.add(Id::fixed(*id), |role| role.name = (*name).to_owned());
        }
        for (id, name) in rows {
            team.activities.add(Id::fixed(*id), |row| row.name = (*name).to_owned());
        }
        for (row, role, part) in cells {
            team.assign(Id::fixed(*row), Id::fixed(*role), Parts::only(*part));
        }
        team
    }

    #[test]
    fn a_matrix_is_compared_by_id_and_else_by_name() {
        use Part::{Accountable as A, Consulted as C, Responsible as R};
        let here = team(
            &[(1, "Owner"), (12, " tester "), (3, "Extra")],
            &[(21, "Agree"), (32, "Test"), (23, "Own row")],
            &[(21, 1, A), (32, 12, R), (23, 1, R)],
        );
        let there = team(
            &[(1, "Renamed owner"), (2, "Tester"), (4, "Counsel")],
            &[(21, "Agree"), (22, "test"), (24, "Sign")],
            &[(21, 1, A), (21, 2, C), (22, 2, A)],
        );
        let cell = |activity, role, here, there| Deviation::Cell {
            activity: Id::fixed(activity),
            role: Id::fixed(role),
            here,
            there,
        };
        let expected = [
            Deviation::RoleMissing(Id::fixed(4)),
            Deviation::RoleExtra(Id::fixed(3)),
            cell(21, 12, Parts::default(), Parts::only(C)),
            cell(32, 12, Parts::only(R), Parts::only(A)),
            Deviation::RowExtra(Id::fixed(23)),
            Deviation::RowMissing(Id::fixed(24)),
        ];
        assert_eq!(compare(&here, &there), expected);
        assert_eq!(compare(&here, &here), []);
    }

    #[test]
    fn what_is_taken_over_makes_the_difference_go() {
        use Part::{Accountable as A, Consulted as C, Responsible as R};
        let mut here = team(&[(1, "Owner"), (12, "Tester")], &[(21, "Agree")], &[(21, 12, R)]);
        let mut there = team(
            &[(1, "Owner"), (2, "tester"), (4, "Counsel")],
            &[(21, "Agree"), (24, "Sign")],
            &[(21, 1, A), (21, 4, C), (24, 2, R), (24, 4, A)],
        );
        there.roles.update(Id::fixed(4), |role| role.reports_to = Some(Id::fixed(2)));
        there.activities.update(Id::fixed(24), |row| row.checks = Some(Id::fixed(21)));
        let first = compare(&here, &there);
        take_over(&mut here, &there, &first[0]);
        let counsel = here.roles.get(Id::fixed(4)).unwrap();
        assert_eq!(
            (counsel.number, counsel.reports_to),
            (3, Some(Id::fixed(12))),
            "links lead to what is here"
        );
        take_over_all(&mut here, &there);
        assert_eq!(compare(&here, &there), []);
        assert_eq!(here.parts(Id::fixed(24), Id::fixed(12)), Parts::only(R));
        assert_eq!(here.parts(Id::fixed(21), Id::fixed(4)), Parts::only(C));
        assert_eq!(here.activities.get(Id::fixed(24)).unwrap().checks, Some(Id::fixed(21)));
    }

    #[test]
    fn what_only_this_one_has_stays() {
        let mut here = team(&[(1, "Owner")], &[(21, "Agree")], &[(21, 1, Part::Accountable)]);
        let before = here.clone();
        take_over_all(&mut here, &Team::default());
        assert_eq!(here, before);
        assert!(compare(&here, &Team::default()).iter().all(|deviation| !deviation.can_be_taken()));
    }

    #[test]
    fn nameless_rows_are_not_taken_for_each_other() {
        let (here, there) = (team(&[], &[(1, "")], &[]), team(&[], &[(2, " ")], &[]));
        assert_eq!(
            compare(&here, &there),
            [Deviation::RowExtra(Id::fixed(1)), Deviation::RowMissing(Id::fixed(2))]
        );
    }
}
