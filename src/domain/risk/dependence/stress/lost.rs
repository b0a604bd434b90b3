//! What breaks when roles fall away.

use crate::domain::ids::Id;
use crate::domain::profile::Side;
use crate::domain::project::Project;
use crate::domain::risk::dependence::stress::{Break, Outcome};
use crate::domain::selection::Vendor;
use crate::domain::team::{Activity, Part, Parts, Role, Team};

impl Project {
    /// Tells whether a vendor delivers: it carries something, or it is the chosen one while shares are not entered.
    #[must_use]
    pub fn serves(&self, vendor: Id<Vendor>) -> bool {
        let dependence = &self.risk.dependence;
        let is_chosen = self.selection.decision.chosen == Some(vendor);
        dependence.carries(vendor)
            || (is_chosen && !self.selection.vendors.iter().any(|one| dependence.carries(one.id)))
    }

    /// Lists the roles that fall away with a vendor: of the vendor's side all where it delivers alone. Where several
    /// deliver, the roles are the chosen vendor's but for those only others staff; with another one those fall away that
    /// it alone staffs.
    #[must_use]
    pub fn roles_with(&self, vendor: Id<Vendor>) -> Vec<Id<Role>> {
        let serving = self.selection.vendors.iter().filter(|one| self.serves(one.id));
        let (own, others): (Vec<_>, Vec<_>) = serving.partition(|one| one.id == vendor);
        let Some(own) = own.first() else { return Vec::new() };
        let is_chosen = self.selection.decision.chosen == Some(vendor);
        let falls_away = |role: &Id<Role>| {
            let staffs = own.proposal.staffed.contains(role);
            let others_staff = others.iter().any(|other| other.proposal.staffed.contains(role));
            match is_chosen || others.is_empty() {
                true => staffs || !others_staff,
                false => staffs && !others_staff,
            }
        };
        self.team.roles_of(Side::Vendor).map(|role| role.id).filter(falls_away).collect()
    }
}

impl Team {
    /// Lists the roles that fall away with whoever holds one: it and all others the same person holds, but for those
    /// that more than one person holds.
    #[must_use]
    pub fn held_by_person(&self, role: Id<Role>) -> Vec<Id<Role>> {
        let Some(left) = self.roles.get(role) else { return Vec::new() };
        let person = left.person.trim();
        let is_held = |one: &Role| one.id == role || (!person.is_empty() && one.person.trim() == person);
        let is_alone = |one: &Role| one.headcount.is_none_or(|people| people <= 1.0);
        self.roles.iter().filter(|one| is_held(one) && is_alone(one)).map(|one| one.id).collect()
    }
}

/// Walks tasks, escalation, plans and duties without some roles.
pub fn without(project: &Project, lost: Vec<Id<Role>>) -> Outcome {
    let is_lost = |role: Option<Id<Role>>| role.is_some_and(|role| lost.contains(&role));
    let mut breaks = Vec::new();
    let mut n_tasks = 0;
    for activity in project.team.activities.iter() {
        let parts = touched(&project.team, activity.id, &lost);
        n_tasks += usize::from(!parts.is_empty());
        let broken = parts.into_iter().filter(|(_, has_others)| !has_others);
        let broken = broken.fold(Parts::default(), |broken, (part, _)| broken.with(part));
        if !broken.is_empty() {
            breaks.push(Break::Task(activity.id, broken));
        }
    }
    for level in project.collaboration.response.iter() {
        if is_lost(level.owner) {
            breaks.push(Break::Level(level.id));
        }
        let steps = level.escalation.iter().filter_map(|step| step.to);
        let gone = steps.filter(|role| lost.contains(role));
        breaks.extend(gone.map(|role| Break::StepUp(level.id, role)));
    }
    let risks = project.risk.risks.iter().filter(|risk| is_lost(risk.plan.lead));
    breaks.extend(risks.map(|risk| Break::Plan(risk.id)));
    let leaks = project.risk.security.leaks.iter().filter(|duty| is_lost(duty.by));
    breaks.extend(leaks.map(|duty| Break::Leak(duty.id)));
    Outcome { lost, n_tasks, ..Outcome::of(breaks) }
}

/// Lists the parts of Accountable and Responsible a lost role plays in a task, and whether somebody else plays it too.
fn touched(team: &Team, activity: Id<Activity>, lost: &[Id<Role>]) -> Vec<(Part, bool)> {
    let of_part = |part: Part| {
        let holders = team.roles.iter().filter(|role| team.parts(activity, role.id).has(part));
        let (gone, left): (Vec<_>, Vec<_>) = holders.partition(|role| lost.contains(&role.id));
        (!gone.is_empty()).then_some((part, !left.is_empty()))
    };
    [Part::Accountable, Part::Responsible].into_iter().filter_map(of_part).collect()
}
