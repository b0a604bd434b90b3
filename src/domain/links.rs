//! References between items: every one leads to something that is there. Each stage mends its own.

mod collaboration;
mod performance;
mod requirements;
mod risk;
mod selection;
mod team;

use std::sync::Arc;

use crate::domain::ids::Id;
use crate::domain::project::Project;
use crate::domain::register::{Item, Register};
use crate::domain::team::Part;

/// Clears a reference that leads nowhere.
pub(in crate::domain) fn keep<T: Item>(link: &mut Option<Id<T>>, register: &Register<T>) {
    if link.is_some_and(|id| !register.has(id)) {
        *link = None;
    }
}

impl Project {
    /// Clears every reference to an item that is no longer there, and drops what belonged to it alone.
    ///
    /// A section in which nothing dangles stays the shared one it was.
    pub fn mend_links(&mut self) {
        self.mend_team();
        self.mend_selection();
        self.mend_requirements();
        self.mend_collaboration();
        self.mend_risk();
        self.mend_performance();
    }

    /// Lists the clause numbers of what differs in another state of the project: after its links were mended, of what
    /// referred to something that is gone. The terms of credits are known by the number of their page.
    #[must_use]
    pub fn differing(&self, other: &Self) -> Vec<String> {
        let mut found = Vec::new();
        macro_rules! note {
            ($($section:ident: $($field:ident)+;)*) => {$(
                if !Arc::ptr_eq(&self.$section, &other.$section) {
                    $(differing(&self.$section.$field, &other.$section.$field, &mut found);)+
                }
            )*};
        }
        note! {
            requirements: skills features sla scenarios questions;
            team: roles activities;
            selection: criteria gates vendors;
            collaboration: meetings milestones response channels checks rework tickets;
            risk: risks drills;
            performance: kpis agreed feedback themes;
        }
        if !Arc::ptr_eq(&self.risk, &other.risk) {
            let (security, before) = (&self.risk.security, &other.risk.security);
            differing(&security.leaks, &before.leaks, &mut found);
            differing(&security.audits, &before.audits, &mut found);
        }
        if !Arc::ptr_eq(&self.performance, &other.performance) {
            let (after, before) = (&self.performance, &other.performance);
            differing(&after.payments.statements, &before.payments.statements, &mut found);
            found.extend((after.credits != before.credits).then(|| "6.5".to_owned()));
        }
        found
    }

    /// Counts the tasks in which roles that are not there any more are still Accountable, and those in which they are
    /// Responsible: what mending the links drops from the matrix.
    #[must_use]
    pub fn held_by_none(&self) -> [usize; 2] {
        let gone = || self.team.assignments.iter().filter(|(_, role, _)| !self.team.roles.has(*role));
        [Part::Accountable, Part::Responsible]
            .map(|part| gone().filter(|(_, _, parts)| parts.has(part)).count())
    }
}

fn differing<T: Item + PartialEq>(one: &Register<T>, other: &Register<T>, found: &mut Vec<String>) {
    let pairs = one.iter().filter_map(|item| Some((item, other.get(item.id())?)));
    found.extend(pairs.filter(|(item, other)| item != other).map(|(item, _)| item.clause()));
}

/// Replaces a section only when it differs, so that nothing seems changed that is not.
fn put<T: PartialEq>(section: &mut Arc<T>, mended: T) {
    if **section != mended {
        *section = Arc::new(mended);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::requirements::understanding::Answer;
    use crate::domain::team::Parts;

    #[test]
    fn a_criterion_stands_under_a_group_that_is_there_and_stands_under_nothing() {
        let mut project = Project::default();
        let selection = Arc::make_mut(&mut project.selection);
        // 2 under 1, 3 under 2, 4 and 5 under each other, 6 under itself.
        for (id, under) in [(1, None), (2, Some(1)), (3, Some(2)), (4, Some(5)), (5, Some(4)), (6, Some(6))] {
            selection.criteria.add(Id::fixed(id), |criterion| criterion.under = under.map(Id::fixed));
        }
        project.mend_links();
        let under = |project: &Project| {
            let criteria = project.selection.criteria.iter();
            criteria.filter_map(|one| one.under.map(|group| (one.number, group))).collect::<Vec<_>>()
        };
        assert_eq!(under(&project), [(2, Id::fixed(1))]);
        Arc::make_mut(&mut project.selection).criteria.remove(Id::fixed(1));
        project.mend_links();
        assert_eq!(under(&project), []);
    }

    #[test]
    fn removing_a_role_clears_what_pointed_to_it() {
        let mut project = Project::default();
        let (role, activity, risk) = (Id::fixed(1), Id::fixed(2), Id::fixed(3));
        let team = Arc::make_mut(&mut project.team);
        team.roles.add(role, |_| ());
        team.activities.add(activity, |_| ());
        team.assign(activity, role, Parts::only(Part::Accountable));
        team.remark(activity, role, "until May".to_owned());
        Arc::make_mut(&mut project.risk).risks.add(risk, |risk| risk.owner = Some(role));
        let whole = project.clone();
        project.mend_links();
        assert_eq!(project, whole);
        assert!(Arc::ptr_eq(&project.team, &whole.team));

        Arc::make_mut(&mut project.team).roles.remove(role);
        project.mend_links();
        assert!(project.team.assignments.is_empty() && project.team.notes.is_empty());
        assert_eq!(project.risk.risks.get(risk).map(|risk| risk.owner), Some(None));
    }

    #[test]
    fn a_scenario_that_is_gone_leaves_no_answer_and_no_link_behind() {
        let mut project = Project::default();
        let requirements = Arc::make_mut(&mut project.requirements);
        requirements.features.add(Id::fixed(1), |_| ());
        for id in [2, 3] {
            requirements.scenarios.add(Id::fixed(id), |scenario| scenario.feature = Some(Id::fixed(1)));
            let answer = Answer { chosen: "in".to_owned(), ..Answer::default() };
            requirements.vendor_answers.set(Id::fixed(id), answer);
        }
        requirements.raise(Id::fixed(2), Id::fixed(4), "?".to_owned());
        requirements.scenarios.remove(Id::fixed(2));
        requirements.features.remove(Id::fixed(1));
        project.mend_links();
        let requirements = &project.requirements;
        assert_eq!(requirements.scenarios.at(0).unwrap().feature, None);
        assert_eq!(requirements.vendor_answers.given.keys().collect::<Vec<_>>(), [&Id::fixed(3)]);
        let question = requirements.questions.at(0).unwrap();
        assert_eq!((question.scenario, question.feature), (None, None));
    }

    #[test]
    fn what_led_to_a_site_a_record_or_a_feature_is_cleared_with_it() {
        let mut project = Project::default();
        let requirements = Arc::make_mut(&mut project.requirements);
        requirements.features.add(Id::fixed(1), |_| ());
        let collaboration = Arc::make_mut(&mut project.collaboration);
        collaboration.sites.add(Id::fixed(2), |_| ());
        collaboration.meetings.add(Id::fixed(3), |meeting| meeting.site = Some(Id::fixed(2)));
        collaboration.checks.add(Id::fixed(4), |record| record.feature = Some(Id::fixed(1)));
        collaboration.rework.add(Id::fixed(5), |rework| rework.record = Some(Id::fixed(4)));
        let whole = project.clone();
        project.mend_links();
        assert_eq!(project, whole);
        Arc::make_mut(&mut project.requirements).features.remove(Id::fixed(1));
        project.mend_links();
        assert_eq!(project.collaboration.checks.at(0).unwrap().feature, None);
        let collaboration = Arc::make_mut(&mut project.collaboration);
        collaboration.sites.remove(Id::fixed(2));
        collaboration.checks.remove(Id::fixed(4));
        project.mend_links();
        let collaboration = &project.collaboration;
        assert_eq!(collaboration.meetings.at(0).unwrap().site, None);
        assert_eq!(collaboration.rework.at(0).unwrap().record, None);
    }

    #[test]
    fn an_issue_outlasts_its_level_and_a_level_its_calendar_and_the_roles_of_its_way_up() {
        use crate::domain::collaboration::Escalation;
        use crate::domain::collaboration::clock::Event;
        let mut project = Project::default();
        Arc::make_mut(&mut project.team).roles.add(Id::fixed(1), |_| ());
        let stage = Arc::make_mut(&mut project.collaboration);
        stage.calendars.add(Id::fixed(2), |_| ());
        for id in [3, 4] {
            stage.response.add(Id::fixed(id), |level| {
                level.calendar = Some(Id::fixed(2));
                level.escalation = vec![Escalation {
                    to: Some(Id::fixed(1)),
                    after_minutes: Some(60),
                    ..Escalation::default()
                }];
            });
        }
        let event = Event { level: Some(Id::fixed(3)), note: "down".to_owned(), ..Event::default() };
        stage.tickets.add(Id::fixed(5), |ticket| ticket.events.push(event.clone()));
        let whole = project.clone();
        project.mend_links();
        assert_eq!(project, whole);
        let stage = Arc::make_mut(&mut project.collaboration);
        stage.response.remove(Id::fixed(3));
        stage.calendars.remove(Id::fixed(2));
        Arc::make_mut(&mut project.team).roles.remove(Id::fixed(1));
        let taken_out = project.clone();
        project.mend_links();
        // What referred to them is known by its number.
        assert_eq!(taken_out.differing(&project), ["L-2", "LT-1"]);
        let stage = &project.collaboration;
        assert_eq!(stage.tickets.at(0).unwrap().events, [Event { level: None, ..event }]);
        let level = stage.response.at(0).unwrap();
        assert_eq!(level.calendar, None);
        assert_eq!(
            level.escalation,
            [Escalation { to: None, after_minutes: Some(60), ..Escalation::default() }]
        );
    }

    #[test]
    fn what_a_removed_role_held_is_counted() {
        let mut project = Project::default();
        let team = Arc::make_mut(&mut project.team);
        for id in [1, 2] {
            team.roles.add(Id::fixed(id), |_| ());
        }
        for (id, letters) in [(11, "AR"), (12, "R"), (13, "C")] {
            team.activities.add(Id::fixed(id), |_| ());
            let parts = Parts::try_from(letters.to_owned()).unwrap();
            team.assign(Id::fixed(id), Id::fixed(1), parts);
            team.assign(Id::fixed(id), Id::fixed(2), parts);
        }
        assert_eq!(project.held_by_none(), [0, 0]);
        Arc::make_mut(&mut project.team).roles.remove(Id::fixed(1));
        assert_eq!(project.held_by_none(), [1, 2]);
        project.mend_links();
        assert_eq!(project.held_by_none(), [0, 0]);
    }

    #[test]
    fn a_gate_forgets_the_criterion_that_is_gone() {
        let mut project = Project::default();
        let selection = Arc::make_mut(&mut project.selection);
        selection.criteria.add(Id::fixed(1), |_| ());
        selection.gates.add(Id::fixed(2), |gate| gate.criterion = Some(Id::fixed(1)));
        selection.criteria.remove(Id::fixed(1));
        project.mend_links();
        assert_eq!(project.selection.gates.at(0).map(|gate| gate.criterion), Some(None));
    }
}
