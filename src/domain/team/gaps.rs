//! What the two-layer team lacks: partners across the seam, people in key roles, escalation on both sides, and somebody
//! between two languages.

use std::sync::Arc;

use crate::domain::ids::Id;
use crate::domain::profile::Side;
use crate::domain::team::raci::around::Around;
use crate::domain::team::{Role, Team};

/// Why a role has to have a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// It leads its side.
    Head,
    /// It is Accountable on so many rows.
    Accountable(usize),
}

/// One thing the team lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gap {
    /// A key role has no person.
    Empty(Id<Role>, Key),
    /// A vendor role has no partner on the client's side.
    NoCounterpart(Id<Role>),
    /// An escalation level, by its number, is held by one side only.
    OneSided(i64, Side),
    /// The two sides, client first, work in languages they do not share, and no role stands between them.
    NoLocaliser([Vec<String>; 2]),
    /// They share no language, and the role between them has no person.
    EmptyLocaliser(Id<Role>),
}

/// Lists what the team lacks, gravest first.
#[must_use]
pub fn gaps(team: &Team, around: &Around) -> Vec<Gap> {
    let mut gaps = Vec::new();
    let is_empty = |role: &&Arc<Role>| role.person.trim().is_empty();
    for role in team.columns().filter(is_empty) {
        let [accountable, ..] = team.held_by(role.id);
        if team.head(role.side) == Some(role.id) {
            gaps.push(Gap::Empty(role.id, Key::Head));
        } else if !accountable.is_empty() {
            gaps.push(Gap::Empty(role.id, Key::Accountable(accountable.len())));
        }
    }
    let alone = team.roles_of(Side::Vendor).filter(|role| team.partners(role).next().is_none());
    gaps.extend(alone.map(|role| Gap::NoCounterpart(role.id)));
    gaps.extend(around.one_sided().into_iter().map(|(level, side)| Gap::OneSided(level, side)));
    if let Some(languages) = team.language_barrier(&around.languages) {
        gaps.extend(match team.localiser() {
            None => Some(Gap::NoLocaliser(languages)),
            Some(role) => role.person.trim().is_empty().then(|| Gap::EmptyLocaliser(role.id)),
        });
    }
    gaps
}

impl Team {
    /// Returns the role that leads a side: the only one at the top of its outline.
    #[must_use]
    pub fn head(&self, side: Side) -> Option<Id<Role>> {
        let outline = self.outline(side);
        let mut top = outline.iter().filter(|(_, depth)| *depth == 0);
        match (top.next(), top.next()) {
            (Some((head, _)), None) => Some(*head),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::team::{Part, Parts};

    /// A client head with a role below it, and two vendor roles side by side.
    fn team() -> Team {
        let mut team = Team::default();
        for (id, side, reports_to) in [
            (1, Side::Client, None),
            (2, Side::Client, Some(1)),
            (3, Side::Vendor, None),
            (4, Side::Vendor, None),
        ] {
            team.roles.add(Id::fixed(id), |role| {
                (role.side, role.reports_to) = (side, reports_to.map(Id::fixed));
                role.person = "Li".to_owned();
                role.counterpart = (side == Side::Vendor).then(|| Id::fixed(1));
            });
        }
        team.activities.add(Id::fixed(9), |_| ());
        team
    }
    fn found(team: &Team) -> Vec<Gap> {
        gaps(team, &Around::default())
    }
    fn empty(team: &mut Team, id: u128) {
        team.roles.update(Id::fixed(id), |role| role.person.clear());
    }

    #[test]
    fn only_key_roles_have_to_have_a_person() {
        let mut team = team();
        assert_eq!(found(&team), []);
        empty(&mut team, 2);
        empty(&mut team, 3);
        assert_eq!(found(&team), [], "neither leads its side alone nor answers for anything");
        empty(&mut team, 1);
        team.assign(Id::fixed(9), Id::fixed(3), Parts::only(Part::Accountable));
        assert_eq!(
            found(&team),
            [Gap::Empty(Id::fixed(1), Key::Head), Gap::Empty(Id::fixed(3), Key::Accountable(1))]
        );
    }

    #[test]
    fn a_partner_counts_from_either_side() {
        let mut team = team();
        team.roles.update(Id::fixed(3), |role| role.counterpart = None);
        assert_eq!(found(&team), [Gap::NoCounterpart(Id::fixed(3))]);
        team.roles.update(Id::fixed(2), |role| role.counterpart = Some(Id::fixed(3)));
        assert_eq!(found(&team), []);
    }

    #[test]
    fn what_is_known_from_elsewhere_counts_too() {
        let mut team = team();
        team.roles.update(Id::fixed(1), |role| role.language = "zh".to_owned());
        team.roles.update(Id::fixed(3), |role| role.language = "en".to_owned());
        let around = Around { client_levels: vec![1], vendor_levels: vec![1, 2], ..Around::default() };
        let barrier = Gap::NoLocaliser([vec!["zh".to_owned()], vec!["en".to_owned()]]);
        assert_eq!(gaps(&team, &around), [Gap::OneSided(2, Side::Vendor), barrier]);
        team.roles.update(Id::fixed(4), |role| role.name = "Translator".to_owned());
        assert_eq!(found(&team), []);
        empty(&mut team, 4);
        assert_eq!(found(&team), [Gap::EmptyLocaliser(Id::fixed(4))]);
    }
}
