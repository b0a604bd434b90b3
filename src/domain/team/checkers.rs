//! Whether the three levels of checking (自检, 互检, 专检) are three steps: nobody checks twice, and no specialist checks
//! what they made. Peers make things themselves: that is what makes them peers.

use std::sync::Arc;

use crate::domain::collaboration::{CheckLevel, QualityLevel};
use crate::domain::ids::Id;
use crate::domain::team::{Activity, ActivityKind, Part, Role, Team};

/// One thing that makes the three levels fewer than three.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// Two levels are checked by the same role, or by the same person in two roles.
    Same {
        /// The level that checks first, with its checker.
        earlier: (CheckLevel, Id<Role>),
        /// The level that checks after it.
        later: (CheckLevel, Id<Role>),
        /// Whether colleagues of the role can check each other: then it may stay.
        may_stay: bool,
    },
    /// The specialists make what they check.
    Maker {
        /// The level, with its checker.
        level: (CheckLevel, Id<Role>),
        /// What the checker makes.
        activity: Id<Activity>,
    },
}

impl Doubt {
    /// Returns the level somebody else has to check at.
    #[must_use]
    pub const fn level(self) -> CheckLevel {
        match self {
            Self::Same { later: (level, _), .. } | Self::Maker { level: (level, _), .. } => level,
        }
    }
}

/// Lists what makes the three levels fewer than three, level by level.
#[must_use]
pub fn doubts(team: &Team, quality: &[QualityLevel; 3]) -> Vec<Doubt> {
    let held: Vec<_> = CheckLevel::ALL.into_iter().zip(quality.iter().map(|level| level.who)).collect();
    let made = made(team);
    let mut found = Vec::new();
    for (place, (level, who)) in held.iter().enumerate() {
        let Some(role) = who.and_then(|id| team.roles.get(id)) else { continue };
        let is_peer = *level == CheckLevel::PeerCheck;
        let are_colleagues = is_peer && role.headcount.is_some_and(|heads| 2.0 <= heads);
        let mut is_said = false;
        for (earlier, other) in held.iter().take(place) {
            let Some(other) = other.and_then(|id| team.roles.get(id)) else { continue };
            if is_same(role, other) {
                let may_stay = are_colleagues && role.id == other.id;
                found.push(Doubt::Same { earlier: (*earlier, other.id), later: (*level, role.id), may_stay });
                // Whoever checks their own work is known to make it.
                is_said |= *earlier == CheckLevel::SelfCheck;
            }
        }
        if *level != CheckLevel::SpecialistCheck || is_said {
            continue;
        }
        let makes = |activity: &&Arc<Activity>| team.parts(activity.id, role.id).has(Part::Responsible);
        if let Some(activity) = made.iter().copied().find(makes) {
            found.push(Doubt::Maker { level: (*level, role.id), activity: activity.id });
        }
    }
    found
}

fn is_same(one: &Role, other: &Role) -> bool {
    let person = |role: &Role| role.person.trim().to_lowercase();
    one.id == other.id || !one.person.trim().is_empty() && person(one) == person(other)
}

/// Lists what is checked: the tasks that checks name, or else everything that is delivered.
fn made(team: &Team) -> Vec<&Arc<Activity>> {
    use ActivityKind::{Delivery, PeerCheck, SelfCheck, SpecialistCheck};
    let checks =
        team.activities.iter().filter(|row| matches!(row.kind, SelfCheck | PeerCheck | SpecialistCheck));
    let named: Vec<_> = checks.filter_map(|row| row.checks).collect();
    let is_made = |row: &&Arc<Activity>| match named.is_empty() {
        true => row.kind == Delivery,
        false => named.contains(&row.id),
    };
    team.activities.iter().filter(is_made).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::team::Parts;
    use CheckLevel::{PeerCheck, SelfCheck, SpecialistCheck};

    /// Makers, a reviewer and a controller; the makers make the goods, and the reviewer makes a plan.
    fn team() -> Team {
        let mut team = Team::default();
        for (id, person) in [(1, "Li"), (2, "Sun"), (3, "Feng")] {
            team.roles.add(Id::fixed(id), |role| role.person = person.to_owned());
        }
        for (id, kind) in
            [(11, ActivityKind::Delivery), (12, ActivityKind::Delivery), (13, ActivityKind::SpecialistCheck)]
        {
            team.activities.add(Id::fixed(id), |row| row.kind = kind);
        }
        team.activities.update(Id::fixed(13), |row| row.checks = Some(Id::fixed(11)));
        for (row, role) in [(11, 1), (12, 2), (13, 3)] {
            team.assign(Id::fixed(row), Id::fixed(role), Parts::only(Part::Responsible));
        }
        team
    }
    fn found(team: &Team, who: [u128; 3]) -> Vec<Doubt> {
        let level =
            |id: u128| QualityLevel { who: (id != 0).then(|| Id::fixed(id)), ..QualityLevel::default() };
        doubts(team, &who.map(level))
    }
    const fn same(earlier: (CheckLevel, u128), later: (CheckLevel, u128), may_stay: bool) -> Doubt {
        Doubt::Same {
            earlier: (earlier.0, Id::fixed(earlier.1)),
            later: (later.0, Id::fixed(later.1)),
            may_stay,
        }
    }
    const fn maker(role: u128, activity: u128) -> Doubt {
        Doubt::Maker { level: (SpecialistCheck, Id::fixed(role)), activity: Id::fixed(activity) }
    }

    #[test]
    fn three_levels_by_three_roles_raise_no_doubt() {
        let team = team();
        assert_eq!(found(&team, [1, 2, 3]), [], "the plan of the reviewer is not what is checked");
        assert_eq!(found(&team, [0, 0, 0]), []);
        assert_eq!(found(&team, [1, 0, 9]), [], "a role that is gone checks nothing");
    }

    #[test]
    fn a_checker_of_two_levels_is_named_once_for_each_pair() {
        let team = team();
        let later = same((SelfCheck, 3), (SpecialistCheck, 3), false);
        assert_eq!(found(&team, [3, 2, 3]), [later]);
        assert_eq!(found(&team, [0, 2, 2]), [same((PeerCheck, 2), (SpecialistCheck, 2), false)]);
        assert_eq!(found(&team, [2, 2, 2]).len(), 3);
    }

    #[test]
    fn the_same_person_in_two_roles_is_one_checker() {
        let mut team = team();
        team.roles.update(Id::fixed(3), |role| role.person = " sun ".to_owned());
        assert_eq!(found(&team, [1, 2, 3]), [same((PeerCheck, 2), (SpecialistCheck, 3), false)]);
        team.roles.update(Id::fixed(2), |role| role.person.clear());
        team.roles.update(Id::fixed(3), |role| role.person.clear());
        assert_eq!(found(&team, [1, 2, 3]), [], "nobody is not the same as nobody");
    }

    #[test]
    fn a_maker_is_no_specialist_checker_but_may_be_a_peer() {
        let team = team();
        assert_eq!(found(&team, [0, 1, 3]), []);
        assert_eq!(found(&team, [0, 2, 1]), [maker(1, 11)]);
        assert_eq!(found(&team, [1, 2, 1]), [same((SelfCheck, 1), (SpecialistCheck, 1), false)]);
    }

    #[test]
    fn where_no_check_names_its_task_every_delivery_counts() {
        let mut team = team();
        team.activities.update(Id::fixed(13), |row| row.checks = None);
        assert_eq!(found(&team, [1, 3, 2]), [maker(2, 12)]);
    }

    #[test]
    fn colleagues_of_a_role_can_check_each_other() {
        let mut team = team();
        team.roles.update(Id::fixed(1), |role| role.headcount = Some(4.0));
        assert_eq!(found(&team, [1, 1, 3]), [same((SelfCheck, 1), (PeerCheck, 1), true)]);
        assert_eq!(found(&team, [0, 0, 1]), [maker(1, 11)]);
    }
}
