//! Who reports to whom on a side, and who are partners across the seam.

use std::sync::Arc;

use crate::domain::ids::Id;
use crate::domain::profile::Side;
use crate::domain::team::{Role, Team};

impl Team {
    /// Returns the roles of a side as an outline: each below the role it reports to, with its depth. A role that
    /// reports to nobody of its side, or round in a circle, stands at the top.
    #[must_use]
    pub fn outline(&self, side: Side) -> Vec<(Id<Role>, u8)> {
        let mut shown: Vec<(Id<Role>, u8)> = Vec::new();
        let is_here = |id: &Id<Role>| self.roles.get(*id).is_some_and(|role| role.side == side);
        for role in self.roles_of(side).filter(|role| role.reports_to.filter(is_here).is_none()) {
            self.outline_below(role, 0, &mut shown);
        }
        for role in self.roles_of(side) {
            self.outline_below(role, 0, &mut shown);
        }
        shown
    }

    fn outline_below(&self, role: &Role, depth: u8, shown: &mut Vec<(Id<Role>, u8)>) {
        if shown.iter().any(|(id, _)| *id == role.id) {
            return;
        }
        shown.push((role.id, depth));
        for below in self.roles_of(role.side).filter(|below| below.reports_to == Some(role.id)) {
            self.outline_below(below, depth.saturating_add(1), shown);
        }
    }

    /// Returns the partners of a role on the other side: the one it names, and those that name it.
    pub fn partners<'a>(&'a self, role: &'a Role) -> impl Iterator<Item = &'a Arc<Role>> {
        let is_partner =
            |other: &Role| role.counterpart == Some(other.id) || other.counterpart == Some(role.id);
        self.roles.iter().filter(move |other| other.side != role.side && is_partner(other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::register::Item;

    fn team(roles: &[(Side, Option<u128>)]) -> Team {
        let mut team = Team::default();
        for (place, (side, reports_to)) in roles.iter().enumerate() {
            team.roles.add(Id::fixed(place as u128 + 1), |role| {
                (role.side, role.reports_to) = (*side, reports_to.map(Id::fixed));
            });
        }
        team
    }
    fn shown(team: &Team, side: Side) -> Vec<(u128, u8)> {
        team.outline(side).into_iter().map(|(id, depth)| (id.bits(), depth)).collect()
    }

    #[test]
    fn an_outline_puts_each_role_below_the_one_it_reports_to() {
        use Side::{Client, Vendor};
        let roles =
            [(Client, Some(3)), (Vendor, Some(3)), (Client, None), (Client, Some(1)), (Client, Some(9))];
        let team = team(&roles);
        assert_eq!(shown(&team, Client), [(3, 0), (1, 1), (4, 2), (5, 0)]);
        assert_eq!(shown(&team, Vendor), [(2, 0)], "the other side does not count");
    }

    #[test]
    fn a_circle_is_shown_once() {
        let team = team(&[(Side::Client, Some(2)), (Side::Client, Some(1)), (Side::Client, Some(3))]);
        assert_eq!(shown(&team, Side::Client), [(1, 0), (2, 1), (3, 0)]);
    }

    #[test]
    fn partners_are_found_from_both_sides() {
        let mut team = team(&[(Side::Client, None), (Side::Vendor, None)]);
        team.roles.update(Id::fixed(2), |role| role.counterpart = Some(Id::fixed(1)));
        let partners = |id| {
            let role = team.roles.get(Id::fixed(id)).unwrap();
            team.partners(role).map(|role| role.clause()).collect::<Vec<_>>()
        };
        assert_eq!((partners(1), partners(2)), (vec!["P-02".to_owned()], vec!["P-01".to_owned()]));
    }
}
