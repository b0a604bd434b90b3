//! References of the team and its matrix.

use crate::domain::links::{keep, put};
use crate::domain::project::Project;

impl Project {
    pub(super) fn mend_team(&mut self) {
        let mut team = (*self.team).clone();
        let (roles, activities) = (team.roles.clone(), team.activities.clone());
        team.roles.update_all(|role| {
            keep(&mut role.reports_to, &roles);
            keep(&mut role.counterpart, &roles);
        });
        team.activities.update_all(|activity| keep(&mut activity.checks, &activities));
        team.assignments.retain(|activity| activities.has(activity), |role| roles.has(role));
        team.notes.retain(|activity| activities.has(activity), |role| roles.has(role));
        put(&mut self.team, team);
    }
}
