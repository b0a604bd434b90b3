//! Response levels at work: the calendars that count, the usual targets, and who is next when an issue stays unsolved.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use crate::domain::calendar::counting::Calendar;
use crate::domain::calendar::zone::Zone;
use crate::domain::calendar::{ServiceCalendar, WorkingTime};
use crate::domain::collaboration::clock::{History, State, Terms, on_the_way};
use crate::domain::collaboration::{Collaboration, Escalation, ResponseLevel, Since};
use crate::domain::ids::Id;
use crate::domain::profile::Side;
use crate::domain::team::Role;
use decision::order;

/// The calendars of a project, ready for counting.
pub struct Counting {
    always: Option<Calendar>,
    /// Those whose zone is known.
    calendars: Vec<(Id<ServiceCalendar>, Calendar)>,
}

/// Returns the calendar in which every minute counts, by the clock on the wall where the work is: of the first site of
/// the client, of any site, of a calendar; by UTC where none is known.
fn always(collaboration: &Collaboration) -> Option<Calendar> {
    let (sites, calendars) = (&collaboration.sites, collaboration.calendars.iter());
    let of_client = sites.iter().filter(|site| site.side == Side::Client).chain(sites.iter());
    let zones = of_client.map(|site| &site.zone).chain(calendars.map(|one| &one.time.zone));
    let in_zone = |zone: &String| {
        Calendar::new(&WorkingTime { zone: zone.clone(), always_open: true, ..WorkingTime::default() })
    };
    zones.map(in_zone).chain([in_zone(&"UTC".to_owned())]).flatten().next()
}

impl Counting {
    /// Makes the calendars of a project ready.
    #[must_use]
    pub fn of(collaboration: &Collaboration) -> Self {
        let calendars = collaboration.calendars.iter();
        Self {
            always: always(collaboration),
            calendars: calendars.filter_map(|one| Some((one.id, Calendar::new(&one.time)?))).collect(),
        }
    }

    /// Returns the zone of the clock on the wall where the work is.
    #[must_use]
    pub fn zone(&self) -> Option<Zone> {
        self.always.as_ref().map(Calendar::zone)
    }

    /// Returns the calendar a level is counted in: without one of its own every minute counts. Nothing where its zone
    /// is not known.
    #[must_use]
    pub fn calendar(&self, level: &ResponseLevel) -> Option<&Calendar> {
        match level.calendar {
            None => self.always.as_ref(),
            Some(wanted) => self.calendars.iter().find(|(id, _)| *id == wanted).map(|(_, calendar)| calendar),
        }
    }

    /// Returns what the levels ask for. A level whose calendar does not count is left out.
    #[must_use]
    pub fn terms<'a>(&'a self, collaboration: &Collaboration) -> Vec<Terms<'a>> {
        let terms = |level: &Arc<ResponseLevel>| {
            let calendar = self.calendar(level)?;
            let (response_min, resolution_min) = (level.respond_minutes, level.resolve_minutes);
            Some(Terms { level: level.id, calendar, response_min, resolution_min })
        };
        collaboration.response.iter().filter_map(terms).collect()
    }
}

/// Returns for each step of a path after how many minutes since the report it is reached: dwell times add up along each
/// side. Nothing for a step without a time; the next one on its side counts from the one before.
#[must_use]
pub fn reached_after(path: &[Escalation], side_of: &dyn Fn(Id<Role>) -> Option<Side>) -> Vec<Option<u32>> {
    let side = |step: &Escalation| step.to.and_then(side_of);
    let mut reached: Vec<Option<u32>> = Vec::new();
    for step in path {
        let before = path.iter().zip(&reached).filter(|(earlier, _)| side(earlier) == side(step));
        let from = match step.since {
            Since::Report => 0,
            Since::StepBefore => before.rev().find_map(|(_, reached)| *reached).unwrap_or(0),
        };
        reached.push(step.after_minutes.map(|minutes| from.saturating_add(minutes)));
    }
    reached
}

/// One step up on the path of an issue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StepUp {
    /// The step.
    pub step: Escalation,
    /// After how many minutes since the report.
    pub minutes: u32,
    /// Whether as much was worked on it.
    pub is_reached: bool,
    /// When that was or will be so, where that is known.
    pub at: Option<DateTime<Utc>>,
}

/// Lists the steps up of an issue, the earliest first. A step without a time is left out.
#[must_use]
pub fn steps_up(
    path: &[Escalation],
    side_of: &dyn Fn(Id<Role>) -> Option<Side>,
    history: &History,
    terms: &Terms<'_>,
    as_of: DateTime<Utc>,
) -> Vec<StepUp> {
    let step_up = |(step, minutes): (&Escalation, Option<u32>)| {
        let minutes = minutes?;
        let reading = on_the_way(history, terms, minutes, as_of);
        let is_reached = reading.remaining_min().is_some_and(|left| left <= 0.0);
        Some(StepUp { step: *step, minutes, is_reached, at: reading.due })
    };
    let mut steps: Vec<_> = path.iter().zip(reached_after(path, side_of)).filter_map(step_up).collect();
    order::sort_by_key(&mut steps, |one| one.minutes);
    steps
}

/// Returns the next step up of an issue, or the last one once all are reached: whoever that is has it now. Nothing where
/// it is solved or nobody is named.
#[must_use]
pub fn next_step(
    path: &[Escalation],
    side_of: &dyn Fn(Id<Role>) -> Option<Side>,
    history: &History,
    terms: &Terms<'_>,
    as_of: DateTime<Utc>,
) -> Option<StepUp> {
    let mut steps = steps_up(path, side_of, history, terms, as_of);
    let next = steps.iter().position(|one| !one.is_reached);
    match (history.state, next) {
        (State::Solved, _) => None,
        (_, Some(next)) => Some(steps.swap_remove(next)),
        (_, None) => steps.pop(),
    }
}

/// Usual targets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preset {
    /// What the guide to outsourcing gives as its example: P0 answered within 2 h, P1 solved within 24 h.
    Guide,
    /// What summitdnc.com (SLA management tips) gives for its P1 to P4: tighter, for all four levels.
    Industry,
}

/// The number of a level, and within how many minutes it is answered and solved.
pub type Targets = (u32, Option<u32>, Option<u32>);

impl Preset {
    /// Every preset, in the order of choice lists.
    pub const ALL: [Self; 2] = [Self::Guide, Self::Industry];

    /// Returns its figures.
    #[must_use]
    pub const fn targets(self) -> &'static [Targets] {
        match self {
            Self::Guide => &[(1, Some(120), None), (2, None, Some(1440))],
            Self::Industry => &[
                (1, Some(15), Some(240)),
                (2, Some(30), Some(480)),
                (3, Some(120), Some(1440)),
                (4, Some(240), Some(4320)),
            ],
        }
    }
}

/// The first of the ids levels of presets have, so that taking one twice adds nothing twice.
const LEVELS: u128 = 0x6861_6c66_7365_616c_7072_6573_6574_0000;

impl Collaboration {
    /// Sets the targets of a preset. A level that is not there yet is added with what it means; what the preset says
    /// nothing about stays as it is.
    pub fn set_targets(&mut self, preset: Preset, meanings: &[&str]) {
        for (number, respond, resolve) in preset.targets() {
            let known = self.response.iter().find(|level| level.number == *number).map(|level| level.id);
            // A level that was taken out does not come back under its number.
            if known.is_none() && self.response.next_number() == *number {
                let meaning = meanings.get(*number as usize - 1).copied().unwrap_or_default();
                self.response.add(Id::fixed(LEVELS + u128::from(*number)), |level| {
                    level.meaning = meaning.to_owned();
                });
            }
            let added = self.response.iter().find(|level| level.number == *number).map(|level| level.id);
            let Some(id) = added else { continue };
            self.response.update(id, |level| {
                level.respond_minutes = respond.or(level.respond_minutes);
                level.resolve_minutes = resolve.or(level.resolve_minutes);
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;
    use crate::domain::collaboration::clock::{Event, EventKind, history};

    #[test]
    fn a_preset_taken_twice_adds_nothing_twice_and_keeps_what_it_says_nothing_about() {
        let mut stage = Collaboration::default();
        stage.set_targets(Preset::Guide, &["down", "blocked"]);
        let show = |stage: &Collaboration| {
            let level = |one: &Arc<ResponseLevel>| (one.name(), one.respond_minutes, one.resolve_minutes);
            stage.response.iter().map(level).collect::<Vec<_>>()
        };
        assert_eq!(show(&stage), [("P0".into(), Some(120), None), ("P1".into(), None, Some(1440))]);
        let once = stage.clone();
        stage.set_targets(Preset::Guide, &["other"]);
        assert_eq!(stage, once);
        stage.set_targets(Preset::Industry, &["", "", "partly", "wish"]);
        assert_eq!(show(&stage)[0], ("P0".into(), Some(15), Some(240)));
        assert_eq!((stage.response.len(), &*stage.response.at(0).unwrap().meaning), (4, "down"));
        stage.set_targets(Preset::Guide, &[]);
        assert_eq!(show(&stage)[0], ("P0".into(), Some(120), Some(240)));
        // A level that was taken out stays out.
        let second = stage.response.at(1).unwrap().id;
        stage.response.remove(second);
        stage.set_targets(Preset::Industry, &[]);
        assert_eq!(stage.response.len(), 3);
    }

    #[test]
    fn a_level_without_a_calendar_counts_every_minute_and_one_of_an_unknown_zone_does_not_count() {
        let mut stage = Collaboration::default();
        stage.set_targets(Preset::Industry, &[]);
        for (id, zone) in [(1, "Asia/Shanghai"), (2, "Mars/Olympus")] {
            stage
                .calendars
                .add(Id::fixed(id), |calendar| calendar.time = WorkingTime::office(zone.to_owned()));
            let level = stage.response.at(id as usize).unwrap().id;
            stage.response.update(level, |level| level.calendar = Some(Id::fixed(id)));
        }
        let counting = Counting::of(&stage);
        let zones = stage.response.iter().map(|level| counting.calendar(level).map(|one| one.zone().name()));
        // Where every minute counts, the clock on the wall is that of where the work is.
        let here = Some("Asia/Shanghai");
        assert_eq!(zones.collect::<Vec<_>>(), [here, here, None, here]);
        assert_eq!(counting.terms(&stage).len(), 3);
        let always = |stage: &Collaboration| Counting::of(stage).always.map(|one| one.zone().name());
        for (id, side, zone) in [(3, Side::Vendor, "Asia/Kolkata"), (4, Side::Client, "Europe/Berlin")] {
            stage.sites.add(Id::fixed(id), |site| (site.side, site.zone) = (side, zone.to_owned()));
            assert_eq!(always(&stage), Some(zone));
        }
        assert_eq!(always(&Collaboration::default()), Some("UTC"));
    }

    #[test]
    fn an_issue_goes_up_in_working_time_and_not_while_it_rests() {
        let mut stage = Collaboration::default();
        stage.set_targets(Preset::Industry, &[]);
        let (level, calendar) = (stage.response.at(0).unwrap().id, Id::fixed(9));
        stage.calendars.add(calendar, |one| one.time = WorkingTime::office("UTC".to_owned()));
        let up = |after: u32| Escalation {
            to: Some(Id::fixed(u128::from(after))),
            after_minutes: Some(after),
            ..Escalation::default()
        };
        stage.response.update(level, |level| {
            level.calendar = Some(calendar);
            level.escalation = vec![up(240), up(60), Escalation::default()];
        });
        let counting = Counting::of(&stage);
        let terms = counting.terms(&stage);
        let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
        let event = |text: &str, kind| Event { at: at(text), kind, level: Some(level), ..Event::default() };
        let mut events = vec![event("2026-01-12T11:30:00Z", EventKind::Created)];
        let next = |events: &[Event], as_of: &str| {
            let (history, _) = history(events, |_| true, at(as_of));
            let path = &stage.response.at(0).unwrap().escalation;
            let found = next_step(path, &|_| None, &history?, &terms[0], at(as_of))?;
            Some((found.step.after_minutes?, found.at))
        };
        // Half an hour before the break and half an hour after it.
        assert_eq!(next(&events, "2026-01-12T12:30:00Z"), Some((60, Some(at("2026-01-12T13:30:00Z")))));
        assert_eq!(next(&events, "2026-01-12T13:30:00Z"), Some((240, Some(at("2026-01-12T16:30:00Z")))));
        events.push(event("2026-01-12T14:00:00Z", EventKind::Pause));
        assert_eq!(next(&events, "2026-01-13T10:00:00Z"), Some((240, None)));
        events.push(event("2026-01-13T10:00:00Z", EventKind::Resume));
        let resumed = at("2026-01-13T10:00:00Z");
        // Of four hours one and a half are worked; the break is left out.
        assert_eq!(
            next(&events, "2026-01-13T10:00:00Z"),
            Some((240, Some(resumed + TimeDelta::minutes(210))))
        );
        events.push(event("2026-01-13T11:00:00Z", EventKind::Solved));
        assert_eq!(next(&events, "2026-01-13T12:00:00Z"), None);
    }

    #[test]
    fn dwell_times_add_up_along_each_side_and_times_of_earlier_files_count_from_the_report() {
        let side_of = |role: Id<Role>| match role.bits() {
            10.. => Some(Side::Vendor),
            1.. => Some(Side::Client),
            0 => None,
        };
        let step =
            |to: u128, after_minutes, since| Escalation { to: Some(Id::fixed(to)), after_minutes, since };
        let path = [
            step(10, Some(30), Since::StepBefore),
            step(1, Some(60), Since::StepBefore),
            step(11, Some(45), Since::StepBefore),
            step(12, None, Since::StepBefore),
            step(13, Some(5), Since::StepBefore),
            step(2, Some(240), Since::Report),
            step(3, Some(10), Since::StepBefore),
        ];
        let expected = [Some(30), Some(60), Some(75), None, Some(80), Some(240), Some(250)];
        assert_eq!(reached_after(&path, &side_of), expected);
        let earlier: Escalation = serde_json::from_str(r#"{"after_minutes":90}"#).unwrap();
        assert_eq!(
            (earlier.since, reached_after(&[path[0], earlier], &side_of)[1]),
            (Since::Report, Some(90))
        );
        let text = serde_json::to_string(&path[0]).unwrap();
        assert!(text.contains(r#""since":"step_before""#), "{text}");

        // The log says the one reached first, whatever the order of the lines.
        let always = WorkingTime { zone: "UTC".into(), always_open: true, ..WorkingTime::default() };
        let calendar = Calendar::new(&always).unwrap();
        let level = Id::fixed(7);
        let terms = Terms { level, calendar: &calendar, response_min: None, resolution_min: None };
        let at: DateTime<Utc> = "2026-01-12T00:00:00Z".parse().unwrap();
        let created = Event { at, kind: EventKind::Created, level: Some(level), ..Event::default() };
        let next = |minutes: i64| {
            let as_of = at + TimeDelta::minutes(minutes);
            let (history, _) = history(std::slice::from_ref(&created), |_| true, as_of);
            let next = next_step(&path, &side_of, &history.unwrap(), &terms, as_of)?;
            Some((next.step.to?.bits(), (next.at? - at).num_minutes(), next.is_reached))
        };
        let ahead =
            [(10, 30), (1, 60), (11, 75), (13, 80), (2, 240)].map(|(to, after)| Some((to, after, false)));
        assert_eq!([0, 30, 60, 75, 80].map(next), ahead);
        // Past the last one, whoever that is has it.
        assert_eq!(next(250), Some((3, 250, true)));
    }
}
