//! What has to be done by whom, as another program's list of tasks takes it: the open milestones and the activities of
//! the role matrix that have an owner.

use chrono::NaiveDate;

use crate::domain::ids::Id;
use crate::domain::project::Project;
use crate::domain::register::Item;
use crate::domain::requirements::Priority;
use crate::domain::team::{Activity, Part, Role, Team};

/// Where a task comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// It is a milestone.
    Milestone,
    /// It is an activity of the role matrix.
    Activity,
}

/// One task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assignment {
    /// Where it comes from.
    pub origin: Origin,
    /// The clause number.
    pub clause: String,
    /// What is done or reached.
    pub name: String,
    /// The role that does it.
    pub role: String,
    /// Who holds the role: the e-mail address, of its own or among the words on the person, else those words.
    pub assignee: String,
    /// By when.
    pub due: Option<NaiveDate>,
    /// When it counts as reached.
    pub acceptance: String,
    /// The feature it delivers, by number and name.
    pub feature: String,
    /// The phase it belongs to.
    pub phase: String,
    /// How much it is needed, by its feature.
    pub priority: Option<Priority>,
}

impl Project {
    /// Lists the open milestones, then the activities somebody is responsible for.
    #[must_use]
    pub fn assignments(&self) -> Vec<Assignment> {
        let open = self.collaboration.milestones.iter().filter(|milestone| milestone.done.is_none());
        let milestones = open.map(|milestone| {
            let feature = milestone.feature.and_then(|id| self.requirements.features.get(id));
            let (role, assignee) = held_by(&self.team, milestone.owner);
            Assignment {
                origin: Origin::Milestone,
                clause: milestone.clause(),
                name: milestone.name.clone(),
                role,
                assignee,
                due: milestone.due,
                acceptance: milestone.acceptance.clone(),
                feature: feature.map(|one| format!("{} {}", one.clause(), one.name)).unwrap_or_default(),
                phase: String::new(),
                priority: feature.map(|feature| feature.priority),
            }
        });
        let activities = self.team.activities.iter().filter_map(|activity| {
            let (role, assignee) = held_by(&self.team, Some(doer(&self.team, activity.id)?));
            Some(Assignment {
                origin: Origin::Activity,
                clause: activity.clause(),
                name: activity.name.clone(),
                role,
                assignee,
                due: None,
                acceptance: String::new(),
                feature: String::new(),
                phase: activity.phase.clone(),
                priority: None,
            })
        });
        milestones.chain(activities).collect()
    }
}

/// Returns the first role that is responsible, or else the one that is accountable.
fn doer(team: &Team, activity: Id<Activity>) -> Option<Id<Role>> {
    let with = |part| team.columns().find(|role| team.parts(activity, role.id).has(part)).map(|role| role.id);
    with(Part::Responsible).or_else(|| with(Part::Accountable))
}

fn held_by(team: &Team, role: Option<Id<Role>>) -> (String, String) {
    let Some(role) = role.and_then(|role| team.roles.get(role)) else { return Default::default() };
    let email = role.email.trim();
    if !email.is_empty() {
        return (role.name.clone(), email.to_owned());
    }
    let apart = |letter: char| letter.is_whitespace() || "<>()（）,，;；:：".contains(letter);
    let address = role.person.split(apart).find(|word| word.contains('@'));
    (role.name.clone(), address.unwrap_or(role.person.trim()).to_owned())
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::domain::team::Parts;

    #[test]
    fn open_milestones_and_owned_activities_become_tasks() {
        let mut project = Project::default();
        let team = Arc::make_mut(&mut project.team);
        for (id, person) in [(1, "Tom Keller <tom@marlow.example>"), (2, "Mia"), (3, "")] {
            team.roles.add(Id::fixed(id), |role| {
                (role.name, role.person) = (format!("role {id}"), person.to_owned());
            });
        }
        team.roles.update(Id::fixed(2), |role| role.email = " mia@acme.example ".to_owned());
        for (id, role, part) in [(1, 2, Part::Responsible), (2, 3, Part::Accountable), (3, 1, Part::Informed)]
        {
            team.activities.add(Id::fixed(id), |activity| activity.name = format!("do {id}"));
            team.assign(Id::fixed(id), Id::fixed(role), Parts::only(part));
        }
        team.assign(Id::fixed(1), Id::fixed(1), Parts::only(Part::Accountable));
        let requirements = Arc::make_mut(&mut project.requirements);
        requirements.features.add(Id::fixed(1), |feature| feature.name = "Intake".to_owned());
        let collaboration = Arc::make_mut(&mut project.collaboration);
        collaboration.milestones.add(Id::fixed(1), |milestone| milestone.done = "2026-11-10".parse().ok());
        collaboration.milestones.add(Id::fixed(2), |milestone| {
            (milestone.owner, milestone.feature) = (Some(Id::fixed(1)), Some(Id::fixed(1)));
        });
        let tasks = project.assignments();
        let show =
            |task: &Assignment| format!("{} {} {} {}", task.clause, task.role, task.assignee, task.feature);
        let shown: Vec<_> = tasks.iter().map(show).collect();
        assert_eq!(
            shown,
            ["M-2 role 1 tom@marlow.example F-01 Intake", "T-01 role 2 mia@acme.example ", "T-02 role 3  "]
        );
        assert_eq!((tasks[0].priority, tasks[1].priority), (Some(Priority::Must), None));
    }
}
