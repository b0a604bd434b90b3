//! Roles a pasted table names that are not here yet.

use crate::domain::ids::Id;
use crate::domain::profile::Side;
use crate::domain::team::{Role, Team};

/// What names a role of the vendor.
const OF_VENDOR: [&str; 9] =
    ["vendor", "supplier", "provider", "contractor", "outsourc", "供应商", "服务商", "乙方", "外包"];

/// A role that may come in with a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Newcomer {
    /// The id it would have.
    pub id: Id<Role>,
    /// The heading that names it.
    pub name: String,
    /// The side it would be on; nothing leaves it out.
    pub side: Option<Side>,
}

impl Newcomer {
    /// Adds it to a team, where it is not left out.
    pub fn join(&self, team: &mut Team) {
        if let Some(side) = self.side {
            team.roles.add(self.id, |role| (role.name, role.side) = (self.name.trim().to_owned(), side));
        }
    }
}

/// Keeps what was chosen for the roles a table still names, and takes in the others. Where the team has no roles, they
/// are taken to the side their name tells; else they are left out until somebody chooses.
#[must_use]
pub fn settle(
    known: &[Newcomer],
    names: &[String],
    team: &Team,
    new_id: impl Fn() -> Id<Role>,
) -> Vec<Newcomer> {
    let settle = |name: &String| {
        let known = known.iter().find(|known| known.name == *name).cloned();
        known.unwrap_or_else(|| {
            let side = team.roles.is_empty().then(|| side_of(name));
            Newcomer { id: new_id(), name: name.clone(), side }
        })
    };
    names.iter().map(settle).collect()
}

fn side_of(name: &str) -> Side {
    let name = name.to_lowercase();
    if OF_VENDOR.iter().any(|word| name.contains(word)) { Side::Vendor } else { Side::Client }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_of_an_empty_team_come_in_on_the_side_they_name() {
        let names = ["Owner", "Vendor PM", "供应商项目经理"].map(str::to_owned);
        let found = settle(&[], &names, &Team::default(), || Id::fixed(1));
        let sides: Vec<_> = found.iter().map(|newcomer| newcomer.side).collect();
        assert_eq!(sides, [Some(Side::Client), Some(Side::Vendor), Some(Side::Vendor)]);
    }

    #[test]
    fn beside_other_roles_somebody_has_to_choose_and_the_choice_stays() {
        let mut team = Team::default();
        team.roles.add(Id::fixed(1), |_| ());
        let names = ["Auditor", "Lawyer"].map(str::to_owned);
        let mut found = settle(&[], &names, &team, || Id::fixed(9));
        assert!(found.iter().all(|newcomer| newcomer.side.is_none()));
        found[1].side = Some(Side::Client);
        let again = settle(&found, &names[1..], &team, || Id::fixed(8));
        assert_eq!(again, &found[1..]);
        again.iter().for_each(|newcomer| newcomer.join(&mut team));
        found[0].join(&mut team);
        let names: Vec<_> = team.roles.iter().map(|role| role.name.as_str()).collect();
        assert_eq!(names, ["", "Lawyer"], "what is left out stays out");
    }
}
