//! References of the collaboration.

use crate::domain::links::{keep, put};
use crate::domain::project::Project;

impl Project {
    pub(super) fn mend_collaboration(&mut self) {
        let mut collaboration = (*self.collaboration).clone();
        let (roles, features) = (&self.team.roles, &self.requirements.features);
        let (sites, checks) = (collaboration.sites.clone(), collaboration.checks.clone());
        collaboration.meetings.update_all(|meeting| {
            keep(&mut meeting.owner, roles);
            keep(&mut meeting.site, &sites);
            meeting.attendees.retain(|role| roles.has(*role));
        });
        collaboration.milestones.update_all(|milestone| {
            keep(&mut milestone.owner, roles);
            keep(&mut milestone.feature, features);
        });
        for level in &mut collaboration.quality {
            keep(&mut level.who, roles);
        }
        let calendars = collaboration.calendars.clone();
        collaboration.response.update_all(|level| {
            keep(&mut level.owner, roles);
            keep(&mut level.calendar, &calendars);
            level.escalation.iter_mut().for_each(|step| keep(&mut step.to, roles));
        });
        // A ticket whose level is gone stays, with all that happened to it; the log asks for another level.
        let levels = collaboration.response.clone();
        collaboration.tickets.update_all(|ticket| {
            ticket.events.iter_mut().for_each(|event| keep(&mut event.level, &levels));
        });
        collaboration.histories.update_all(|history| {
            history.levels.iter_mut().for_each(|level| keep(&mut level.level, &levels));
        });
        collaboration.channels.update_all(|channel| keep(&mut channel.owner, roles));
        collaboration.checks.update_all(|record| keep(&mut record.feature, features));
        collaboration.rework.update_all(|rework| {
            keep(&mut rework.owner, roles);
            keep(&mut rework.record, &checks);
        });
        put(&mut self.collaboration, collaboration);
    }
}
