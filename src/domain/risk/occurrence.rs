//! A risk that occurred: it becomes an issue of the log, and each leads to the other.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use decode::Decode;
use serde::Serialize;

use crate::domain::collaboration::clock::{Event, EventKind};
use crate::domain::collaboration::tickets::Ticket;
use crate::domain::collaboration::{Collaboration, ResponseLevel};
use crate::domain::ids::Id;
use crate::domain::project::Project;
use crate::domain::register::Item;
use crate::domain::risk::{Risk, RiskBook};

/// One time a risk occurred.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Occurrence {
    /// On which day.
    pub on: Option<NaiveDate>,
    /// The issue it became, as long as that is in the log. The issue leads back through it.
    pub ticket: Option<Id<Ticket>>,
}

impl Risk {
    /// Returns the latest time it occurred.
    #[must_use]
    pub fn latest_occurrence(&self) -> Option<&Occurrence> {
        self.occurrences.iter().max_by_key(|occurrence| occurrence.on)
    }
}

impl RiskBook {
    /// Returns the risk an issue came from.
    #[must_use]
    pub fn behind(&self, ticket: Id<Ticket>) -> Option<&Arc<Risk>> {
        let names = |risk: &&Arc<Risk>| risk.occurrences.iter().any(|one| one.ticket == Some(ticket));
        self.risks.iter().find(names)
    }
}

impl Collaboration {
    /// Returns the level at which an impact is handled. The levels stand most urgent first: the worst impact takes the
    /// first, each lesser one the next, as far as there are any. What nobody has rated is most urgent.
    #[must_use]
    pub fn level_for(&self, impact: Option<u8>) -> Option<Id<ResponseLevel>> {
        let place = impact.map_or(0, |impact| usize::from(5_u8.saturating_sub(impact)));
        let last = self.response.len().checked_sub(1)?;
        self.response.at(place.min(last)).map(|level| level.id)
    }
}

impl Project {
    /// Notes that a risk occurred and makes an issue of it, reported at an instant. Returns the clause number of the issue;
    /// nothing where there is no such risk.
    pub fn raise_issue(
        &mut self,
        risk: Id<Risk>,
        ticket: Id<Ticket>,
        on: NaiveDate,
        at: DateTime<Utc>,
    ) -> Option<String> {
        let found = self.risk.risks.get(risk)?.clone();
        let collaboration = Arc::make_mut(&mut self.collaboration);
        let level = collaboration.level_for(found.present().map(|level| level.impact));
        let clause = collaboration.tickets.add(ticket, |issue| {
            issue.title.clone_from(&found.event);
            issue.events.push(Event { at, kind: EventKind::Created, level, note: found.clause() });
        });
        Arc::make_mut(&mut self.risk).risks.update(risk, |risk| {
            risk.occurrences.push(Occurrence { on: Some(on), ticket: Some(ticket) });
        });
        Some(clause)
    }

    /// Lists the clause numbers of the issues that came from risks which another state of the project does not hold any
    /// more, while it still holds the issues.
    #[must_use]
    pub fn issues_let_go(&self, other: &Self) -> Vec<String> {
        let gone = self.risk.risks.iter().filter(|risk| !other.risk.risks.has(risk.id));
        let tickets = gone.flat_map(|risk| risk.occurrences.iter().filter_map(|one| one.ticket));
        tickets.filter_map(|id| other.collaboration.tickets.get(id)).map(|ticket| ticket.clause()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::scale::Rating;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
    }
    fn at(day: u32) -> DateTime<Utc> {
        format!("2026-11-{day:02}T08:00:00Z").parse().unwrap()
    }
    fn project(levels: u128) -> Project {
        let mut project = Project::default();
        let collaboration = Arc::make_mut(&mut project.collaboration);
        for id in 1..=levels {
            collaboration.response.add(Id::fixed(100 + id), |_| ());
        }
        Arc::make_mut(&mut project.risk).risks.add(Id::fixed(1), |risk| {
            risk.event = "The peak overwhelms the team".to_owned();
            (risk.likelihood, risk.impact) = (Rating::new(4).ok(), Rating::new(4).ok());
        });
        project
    }

    #[test]
    fn a_risk_that_occurred_becomes_an_issue_and_each_leads_to_the_other() {
        let mut project = project(4);
        let clause = project.raise_issue(Id::fixed(1), Id::fixed(9), day(20), at(20));
        assert_eq!(clause.as_deref(), Some("LT-1"));
        let issue = project.collaboration.tickets.get(Id::fixed(9)).unwrap();
        assert_eq!(issue.title, "The peak overwhelms the team");
        let created = Event {
            at: at(20),
            kind: EventKind::Created,
            level: Some(Id::fixed(102)),
            note: "R-01".to_owned(),
        };
        assert_eq!(issue.events, [created]);
        let risk = project.risk.behind(Id::fixed(9)).unwrap();
        let occurrence = Occurrence { on: Some(day(20)), ticket: Some(Id::fixed(9)) };
        assert_eq!((risk.number, risk.latest_occurrence()), (1, Some(&occurrence)));
        assert_eq!(project.raise_issue(Id::fixed(7), Id::fixed(8), day(20), at(20)), None);
        assert_eq!(project.collaboration.tickets.len(), 1);
        let whole = project.clone();
        project.mend_links();
        assert_eq!(project, whole);
    }

    #[test]
    fn it_may_occur_again() {
        let mut project = project(1);
        project.raise_issue(Id::fixed(1), Id::fixed(8), day(20), at(20));
        let clause = project.raise_issue(Id::fixed(1), Id::fixed(9), day(22), at(22));
        assert_eq!(clause.as_deref(), Some("LT-2"));
        let risk = project.risk.risks.get(Id::fixed(1)).unwrap();
        assert_eq!(risk.latest_occurrence().and_then(|one| one.ticket), Some(Id::fixed(9)));
        assert!([8, 9].iter().all(|id| project.risk.behind(Id::fixed(*id)).is_some()));
    }

    #[test]
    fn the_worse_the_impact_the_more_urgent_the_level() {
        let level =
            |levels, impact| project(levels).collaboration.level_for(impact).map(|id| id.bits() - 100);
        assert_eq!([5, 4, 3, 2, 1].map(|impact| level(4, Some(impact))), [1, 2, 3, 4, 4].map(Some));
        assert_eq!((level(2, Some(1)), level(2, None), level(0, Some(5))), (Some(2), Some(1), None));
    }

    #[test]
    fn the_day_outlasts_the_issue_and_the_issue_the_risk() {
        let mut project = project(1);
        project.raise_issue(Id::fixed(1), Id::fixed(9), day(20), at(20));
        let whole = project.clone();
        Arc::make_mut(&mut project.collaboration).tickets.remove(Id::fixed(9));
        let taken_out = project.clone();
        project.mend_links();
        assert_eq!(taken_out.differing(&project), ["R-01"]);
        let occurrence = Occurrence { on: Some(day(20)), ticket: None };
        assert_eq!(project.risk.risks.get(Id::fixed(1)).unwrap().occurrences, [occurrence]);
        assert!(whole.issues_let_go(&project).is_empty());
        let mut project = whole.clone();
        Arc::make_mut(&mut project.risk).risks.remove(Id::fixed(1));
        project.mend_links();
        assert_eq!(whole.issues_let_go(&project), ["LT-1"]);
        assert_eq!(project.collaboration.tickets, whole.collaboration.tickets);
    }
}
