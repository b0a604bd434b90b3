//! Who is there when the service is down at an instant, by the most urgent level, the sites and the calendars.

use chrono::{DateTime, Datelike, NaiveDate, Utc, Weekday};

use crate::domain::calendar::wall::WallTime;
use crate::domain::collaboration::response::{Counting, reached_after};
use crate::domain::collaboration::{Collaboration, ResponseLevel};
use crate::domain::ids::Id;
use crate::domain::profile::Side;
use crate::domain::risk::dependence::stress::Break;
use crate::domain::team::{Role, Team};

/// One who is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reach {
    /// Who.
    pub role: Id<Role>,
    /// After how many counted minutes; 0 for who answers for the level.
    pub minutes: u32,
    /// When that is; nothing where it never comes to that.
    pub at: Option<DateTime<Utc>>,
    /// Whether a site of that side works then; nothing where no site of it has a zone.
    pub is_there: Option<bool>,
}

/// How far ahead a day off is looked for.
const DAYS_AHEAD: usize = 366;

/// Returns the next public holiday on which a site of the client is closed, from a day on; where none is known the next
/// Sunday.
#[must_use]
pub fn next_day_off(collaboration: &Collaboration, today: NaiveDate) -> NaiveDate {
    let sites = || collaboration.sites.iter().filter(|site| site.side == Side::Client);
    let is_holiday =
        |date: &NaiveDate| sites().any(|site| site.holidays.contains(date) && !site.works_on(*date));
    let is_sunday = |date: &NaiveDate| date.weekday() == Weekday::Sun;
    let mut ahead = today.iter_days().take(DAYS_AHEAD);
    let holiday = ahead.clone().find(is_holiday);
    holiday.or_else(|| ahead.find(is_sunday)).unwrap_or(today)
}

/// Returns the instant of an hour of a date, by the clock on the wall where the work is.
#[must_use]
pub fn instant(collaboration: &Collaboration, date: NaiveDate, hour: u32) -> Option<DateTime<Utc>> {
    let time = WallTime::new(u16::try_from(hour.min(23)).ok()? * 60)?;
    Some(Counting::of(collaboration).zone()?.instant(date, time))
}

/// Tells whether a side works at an instant; nothing where no site of it has a known zone.
fn side_works(collaboration: &Collaboration, side: Side, at: DateTime<Utc>) -> Option<bool> {
    let sites = collaboration.sites.iter().filter(|site| site.side == side);
    let answers: Vec<bool> = sites.filter_map(|site| site.works_at(at)).collect();
    (!answers.is_empty()).then(|| answers.contains(&true))
}

/// Walks the most urgent level at an instant: whether its time runs, who is asked, and whether they are there.
#[must_use]
pub fn walk(collaboration: &Collaboration, team: &Team, at: DateTime<Utc>) -> (Vec<Break>, Vec<Reach>) {
    let Some(level) = collaboration.response.iter().min_by_key(|level| level.number) else {
        return (vec![Break::NoLevel], Vec::new());
    };
    let mut breaks = Vec::new();
    let counting = Counting::of(collaboration);
    let Some(calendar) = counting.calendar(level) else {
        return (vec![Break::NotCounted(level.id)], Vec::new());
    };
    let opens = calendar.first_open(at);
    if opens != Some(at) {
        breaks.push(Break::ClockWaits(level.id, opens));
    }
    let side_of = |role: Id<Role>| team.roles.get(role).map(|role| role.side);
    let steps = level.escalation.iter().zip(reached_after(&level.escalation, &side_of));
    let steps = steps.filter_map(|(step, minutes)| Some((step.to?, minutes?)));
    let mut asked: Vec<_> = level.owner.map(|owner| (owner, 0)).into_iter().chain(steps).collect();
    decision::order::sort_by_key(&mut asked, |(_, minutes)| *minutes);
    let mut known = Vec::new();
    asked.retain(|one| {
        !known.contains(one) && {
            known.push(*one);
            true
        }
    });
    // Who is never reached, since the calendar never opens for so long, stands there as well.
    let reach = |(role, minutes): (Id<Role>, u32)| {
        let when = opens.and_then(|opens| calendar.used_up(opens, i64::from(minutes) * 60));
        let side = side_of(role)?;
        let is_there = when.and_then(|when| side_works(collaboration, side, when));
        Some(Reach { role, minutes, at: when, is_there })
    };
    let reach: Vec<_> = asked.into_iter().filter_map(reach).collect();
    breaks.extend(gaps(level, team, &reach));
    (breaks, reach)
}

/// Lists who is not there, the sides nobody knows the hours of, and the sides an issue never goes up to.
fn gaps(level: &ResponseLevel, team: &Team, reach: &[Reach]) -> Vec<Break> {
    let mut breaks = Vec::new();
    if level.owner.is_none() {
        breaks.push(Break::Level(level.id));
    }
    let away = reach.iter().filter(|one| one.is_there == Some(false));
    for away in away.map(|one| Break::Unreachable(level.id, one.role)) {
        if !breaks.contains(&away) {
            breaks.push(away);
        }
    }
    let side_of = |role: Id<Role>| team.roles.get(role).map(|role| role.side);
    for side in Side::ALL {
        let of_side = |role: Id<Role>| side_of(role) == Some(side);
        if reach.iter().any(|one| of_side(one.role) && one.at.is_some() && one.is_there.is_none()) {
            breaks.push(Break::NoSite(side));
        }
        let goes_up = level.escalation.iter().filter_map(|step| step.to).any(of_side);
        if !goes_up && !level.owner.is_some_and(of_side) {
            breaks.push(Break::NoStep(level.id, side));
        }
    }
    breaks
}
