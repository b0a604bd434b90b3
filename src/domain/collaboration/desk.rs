//! The issues as whoever answers them sees them: every clock at an instant, in the zone of its calendar, and who hears of
//! it next.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use crate::domain::calendar::zone::Zone;
use crate::domain::collaboration::clock::{Clock, Reading, State, history};
use crate::domain::collaboration::response::{Counting, StepUp, next_step};
use crate::domain::collaboration::tickets::{LevelRecord, Log, Ticket, read_all};
use crate::domain::collaboration::{Collaboration, ResponseLevel};
use crate::domain::ids::Id;
use crate::domain::period::Month;
use crate::domain::team::Team;
use decision::order;

/// What stands beside the clock of an issue.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Beside {
    /// The issue.
    pub ticket: Id<Ticket>,
    /// The zone of the calendar it is counted in.
    pub zone: Zone,
    /// Who hears of it next.
    pub next: Option<StepUp>,
}

/// All issues at one instant.
#[derive(Clone, Debug, PartialEq)]
pub struct Desk {
    /// Their clocks.
    pub log: Log,
    /// What stands beside each clock, in the same order.
    pub beside: Vec<Beside>,
    /// The levels that cannot be counted: the zone of their calendar is not known.
    pub not_counted: Vec<Id<ResponseLevel>>,
    levels: Vec<Id<ResponseLevel>>,
}

impl Desk {
    /// Looks at the issues of a project.
    #[must_use]
    pub fn of(collaboration: &Collaboration, team: &Team, as_of: DateTime<Utc>) -> Option<Self> {
        Self::over(collaboration.tickets.iter(), collaboration, team, as_of)
    }

    /// Looks at issues from elsewhere as if they were those of a project.
    #[must_use]
    pub fn over<'a>(
        issues: impl IntoIterator<Item = &'a Arc<Ticket>>,
        collaboration: &Collaboration,
        team: &Team,
        as_of: DateTime<Utc>,
    ) -> Option<Self> {
        let counting = Counting::of(collaboration);
        let terms = counting.terms(collaboration);
        let log = read_all(issues, &terms, as_of);
        let is_level = |level| terms.iter().any(|terms| terms.level == level);
        let side_of = |role| team.roles.get(role).map(|role| role.side);
        let beside = log.tickets.iter().map(|(ticket, clock)| {
            let terms = terms.iter().find(|terms| terms.level == clock.level)?;
            let path = collaboration.response.get(clock.level).map(|level| level.escalation.as_slice());
            let (history, _) = history(&ticket.events, is_level, as_of);
            let next = next_step(path.unwrap_or_default(), &side_of, &history?, terms, as_of);
            Some(Beside { ticket: ticket.id, zone: terms.calendar.zone(), next })
        });
        let beside = beside.collect::<Option<Vec<_>>>()?;
        let levels: Vec<_> = terms.iter().map(|terms| terms.level).collect();
        let not_counted = collaboration.response.iter().map(|level| level.id);
        let not_counted = not_counted.filter(|level| !levels.contains(level)).collect();
        Some(Self { log, beside, not_counted, levels })
    }

    /// Takes in the issues of another desk that looks by the same rules at the same instant.
    pub fn join(&mut self, next: Self) {
        self.log.tickets.extend(next.log.tickets);
        self.log.findings.extend(next.log.findings);
        self.beside.extend(next.beside);
    }

    /// Returns the clock of an issue and what stands beside it; nothing where it does not count.
    #[must_use]
    pub fn get(&self, ticket: Id<Ticket>) -> Option<(&Clock, &Beside)> {
        let at = self.beside.iter().position(|beside| beside.ticket == ticket)?;
        Some((&self.log.tickets.get(at)?.1, self.beside.get(at)?))
    }

    /// Lists the months in which issues were reported, the latest first.
    #[must_use]
    pub fn months(&self) -> Vec<Month> {
        let mut months: Vec<_> = self.reported().collect();
        order::sort_by_key(&mut months, |month| std::cmp::Reverse(*month));
        months.dedup();
        months
    }

    /// Returns the issues reported in a month, or all of them.
    #[must_use]
    pub fn within(&self, month: Option<Month>) -> Log {
        let tickets = self.log.tickets.iter().zip(self.reported());
        let tickets = tickets.filter(|(_, reported)| month.is_none_or(|month| month == *reported));
        let tickets = tickets.map(|(one, _)| one.clone()).collect();
        Log { as_of: self.log.as_of, tickets, findings: self.log.findings.clone() }
    }

    /// Returns what each level comes to in a log made of these issues.
    #[must_use]
    pub fn records(&self, log: &Log) -> Vec<LevelRecord> {
        log.of_levels(&self.levels)
    }

    /// The month each issue was reported in, by the clock on the wall of its calendar.
    fn reported(&self) -> impl Iterator<Item = Month> {
        let clocks = self.log.tickets.iter().map(|(_, clock)| clock.created);
        clocks.zip(&self.beside).map(|(created, beside)| Month::of(beside.zone.date(created)))
    }
}

/// Returns the clock of an issue that matters now: that of the first answer until somebody answered.
#[must_use]
pub fn at_stake(clock: &Clock) -> (&Reading, bool) {
    if clock.response.done || clock.state == State::Solved {
        (&clock.resolution, false)
    } else {
        (&clock.response, true)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::calendar::WorkingTime;
    use crate::domain::collaboration::clock::{Event, EventKind};
    use crate::domain::collaboration::response::Preset;

    #[test]
    fn issues_are_seen_in_the_zone_of_their_calendar_and_by_the_month_they_were_reported_in() {
        let mut stage = Collaboration::default();
        stage.set_targets(Preset::Industry, &[]);
        let levels: Vec<_> = stage.response.iter().map(|level| level.id).collect();
        for (place, zone) in ["Asia/Shanghai", "nowhere"].into_iter().enumerate() {
            let id = Id::fixed(place as u128 + 1);
            stage.calendars.add(id, |one| one.time = WorkingTime::office(zone.to_owned()));
            stage.response.update(levels[place], |level| level.calendar = Some(id));
        }
        for (place, at) in
            ["2026-02-28T17:00:00Z", "2026-02-28T17:00:00Z", "2026-02-28T15:00:00Z"].iter().enumerate()
        {
            let level = levels.get(place).copied();
            let created =
                Event { at: at.parse().unwrap(), kind: EventKind::Created, level, ..Event::default() };
            stage.tickets.add(Id::fixed(10 + place as u128), |ticket| ticket.events.push(created));
        }
        let desk = Desk::of(&stage, &Team::default(), "2026-03-02T02:00:00Z".parse().unwrap()).unwrap();
        let (clock, beside) = desk.get(Id::fixed(10)).unwrap();
        assert_eq!((beside.zone.name(), at_stake(clock).1), ("Asia/Shanghai", true));
        assert_eq!(clock.response.due.unwrap().to_rfc3339(), "2026-03-02T01:15:00+00:00");
        // Of the second level nothing can be said; the ticket is there and says why.
        assert_eq!((desk.get(Id::fixed(11)), desk.not_counted.as_slice()), (None, &levels[1..2]));
        assert!(desk.log.findings.iter().any(|finding| finding.place.ticket == Id::fixed(11)));
        let months: Vec<_> = desk.months().iter().map(Month::to_string).collect();
        assert_eq!(months, ["2026-03", "2026-02"]);
        let within = |month: &str| desk.within(Month::parse(month)).tickets.len();
        assert_eq!((within("2026-03"), within("2026-02"), desk.within(None).tickets.len()), (1, 1, 2));
        assert_eq!(desk.records(&desk.within(None)).len(), 3);
        // Looked at in parts, they come to the same.
        let issues: Vec<_> = stage.tickets.iter().cloned().collect();
        let (at, team) = (desk.log.as_of, Team::default());
        let mut parts = issues.chunks(1).map(|part| Desk::over(part, &stage, &team, at).unwrap());
        let mut joined = parts.next().unwrap();
        parts.for_each(|part| joined.join(part));
        assert_eq!(joined, desk);
    }
}
