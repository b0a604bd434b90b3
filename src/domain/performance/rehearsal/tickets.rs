//! The issue log as a history: which line is the share of which answers or solutions that came in time.

use crate::domain::collaboration::ResponseLevel;
use crate::domain::collaboration::desk::Desk;
use crate::domain::ids::Id;
use crate::domain::performance::Reading;
use crate::domain::performance::rehearsal::history::{Column, History};
use crate::domain::requirements::SlaLine;
use crate::domain::requirements::availability::share;

/// What of an issue is held to a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clocked {
    /// The first answer.
    Answer,
    /// The solution.
    Solution,
}

impl Clocked {
    /// Both, in the order of choice lists.
    pub const ALL: [Self; 2] = [Self::Answer, Self::Solution];
}

/// What a line is read from.
pub type Read = (Id<SlaLine>, Id<ResponseLevel>, Clocked);

/// Tells whether a line can be read from issues: it wants a share of at least so many per cent.
#[must_use]
pub fn can_be_read(line: &SlaLine) -> bool {
    share(line).is_some()
}

impl History {
    /// Takes the issues of a desk, by the month they were reported in. A month in which nothing was decided has no events.
    #[must_use]
    pub fn of_tickets(desk: &Desk, reads: &[Read]) -> Self {
        let mut history = Self::default();
        for month in desk.months() {
            let records = desk.records(&desk.within(Some(month)));
            for (line, level, clocked) in reads {
                let Some(record) = records.iter().find(|record| record.level == *level) else { continue };
                let attained = match clocked {
                    Clocked::Answer => &record.response,
                    Clocked::Solution => &record.resolution,
                };
                let reading = attained.percent().map_or(Reading::NoEvents, Reading::Value);
                history.set(Column::Value(*line), month, reading);
                history.set(Column::Count(*line), month, Reading::Value(attained.n as f64));
            }
        }
        history
    }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, Utc};

    use super::*;
    use crate::domain::collaboration::Collaboration;
    use crate::domain::collaboration::clock::{Event, EventKind};
    use crate::domain::period::{Month, Period};
    use crate::domain::team::Team;

    #[test]
    fn a_month_of_issues_is_the_share_answered_in_time_with_how_many_there_were() {
        let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
        let (line, level) = (Id::fixed(1), Id::fixed(2));
        let mut stage = Collaboration::default();
        stage.response.add(level, |level| level.respond_minutes = Some(60));
        for (place, (created, answered)) in [
            ("2026-01-05T08:00:00Z", "2026-01-05T08:30:00Z"),
            ("2026-01-06T08:00:00Z", "2026-01-06T09:30:00Z"),
            ("2026-02-05T08:00:00Z", "2026-02-05T08:10:00Z"),
        ]
        .into_iter()
        .enumerate()
        {
            let event = |text, kind| Event { at: at(text), kind, level: Some(level), ..Event::default() };
            stage.tickets.add(Id::fixed(10 + place as u128), |ticket| {
                ticket.events =
                    vec![event(created, EventKind::Created), event(answered, EventKind::Responded)];
            });
        }
        let desk = Desk::of(&stage, &Team::default(), at("2026-03-01T00:00:00Z")).unwrap();
        let read = |clocked| History::of_tickets(&desk, &[(line, level, clocked)]);
        let answers = read(Clocked::Answer);
        let month = |text: &str| Month::parse(text).unwrap();
        let shares = ["2026-01", "2026-02"].map(|text| answers.actuals.reading(line, month(text)));
        assert_eq!(shares, [Some(Reading::Value(50.0)), Some(Reading::Value(100.0))]);
        let counts = ["2026-01", "2026-02"].map(|text| answers.count(line, Period::month(month(text))));
        assert_eq!(counts, [Some(2), Some(1)]);
        // Without a time to solve in, nothing is decided.
        let solutions = read(Clocked::Solution);
        assert_eq!(solutions.actuals.reading(line, month("2026-01")), Some(Reading::NoEvents));
    }
}
