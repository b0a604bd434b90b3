//! Calendar files as of RFC 5545, the way Outlook, Apple and Google all read them.
//!
//! Every date of a series is an event of its own: not one of the three takes moved dates of a repeating event alike. An
//! event is named by the project, the meeting and the day, week, month or quarter it was planned for, so that reading the
//! file again updates it wherever it has moved meanwhile, and also when the series keeps another day from now on.

use std::fmt::Write;
use std::sync::Arc;

use chrono::{
    DateTime, Datelike, Days, Months, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc, Weekday,
};

use crate::domain::calendar::wall::WallTime;
use crate::domain::calendar::zone::{ClockChange, Zone};
use crate::domain::collaboration::series::Occurrence;
use crate::domain::collaboration::{Meeting, Rhythm};
use crate::domain::ids::Id;
use crate::domain::project::Project;

/// How many bytes a line has at most, its end not counted.
const LINE_BYTES: usize = 75;
/// Over how many years a change of the clocks has to keep a rule to be written as one.
const YEARS_OF_RULE: i32 = 10;

/// How many months ahead a file of meetings reaches.
pub const MONTHS_AHEAD: u32 = 12;
/// How long a meeting lasts where nothing is said, in minutes.
const USUAL_MINUTES: u32 = 60;

/// A file of events.
#[derive(Clone, Debug, PartialEq)]
pub struct CalendarFile {
    /// What the calendar is called.
    pub name: String,
    /// When the file is written.
    pub stamp: DateTime<Utc>,
    /// The events.
    pub events: Vec<CalendarEvent>,
}

/// One event.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CalendarEvent {
    /// What names it for good.
    pub uid: String,
    /// Which revision this is: whoever reads a higher one takes it instead.
    pub sequence: u32,
    /// The date.
    pub date: NaiveDate,
    /// When it is; the whole day where nothing is said.
    pub time: Option<Time>,
    /// What it is called.
    pub title: String,
    /// What it is about.
    pub description: String,
    /// Where it is.
    pub place: String,
    /// Whether it is not held.
    pub is_cancelled: bool,
}

/// The time of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Time {
    /// By whose clock.
    pub zone: Zone,
    /// When it starts.
    pub start: WallTime,
    /// How many minutes it lasts.
    pub minutes: u32,
}

/// Names the date of a series by what does not change about it: of each day, week, month or quarter a series has one.
#[must_use]
pub fn uid(project: Id<Project>, meeting: &Meeting, planned: NaiveDate) -> String {
    let of = match meeting.rhythm {
        Rhythm::Daily => planned.format("%Y%m%d").to_string(),
        Rhythm::Weekly => planned.format("%GW%V").to_string(),
        Rhythm::Monthly => planned.format("%Y%m").to_string(),
        Rhythm::Quarterly => format!("{}Q{}", planned.year(), planned.month0() / 3 + 1),
    };
    format!("{}-{of}@{project}.halfseal", meeting.id)
}

/// Makes a file of all meetings of a project from a day on. Each file counts as newer than those written before it.
#[must_use]
pub fn of_meetings(project: &Project, today: NaiveDate, stamp: DateTime<Utc>) -> CalendarFile {
    // Seconds since 2020: they stay within what calendars take as a revision until 2088.
    const START_OF_2020: i64 = 1_577_836_800;
    let sequence = u32::try_from(stamp.timestamp() - START_OF_2020).unwrap_or(0);
    let collaboration = &project.collaboration;
    let until = today.checked_add_months(Months::new(MONTHS_AHEAD)).unwrap_or(today);
    let of = |meeting: &Arc<Meeting>| {
        let dates = meeting.occurrences(today, until, |day| collaboration.can_meet(meeting, day));
        let site = meeting.site.and_then(|site| collaboration.sites.get(site));
        let time = site.and_then(|site| {
            let minutes = meeting.lasts_min.filter(|minutes| 0 < *minutes).unwrap_or(USUAL_MINUTES);
            Some(Time { zone: Zone::find(&site.zone)?, start: meeting.starts?, minutes })
        });
        of_series(project.id, meeting, &dates, time, sequence)
    };
    let events = collaboration.meetings.iter().flat_map(of).collect();
    CalendarFile { name: project.profile.name.clone(), stamp, events }
}

/// Makes events of what becomes of the dates of a series. One that is not held is an event called off on the date it was
/// planned for, so that it goes away where an earlier file had brought it.
#[must_use]
pub fn of_series(
    project: Id<Project>,
    meeting: &Meeting,
    occurrences: &[Occurrence],
    time: Option<Time>,
    sequence: u32,
) -> Vec<CalendarEvent> {
    let event = |one: &Occurrence| CalendarEvent {
        uid: uid(project, meeting, one.planned),
        sequence,
        date: one.date().unwrap_or(one.planned),
        time,
        title: meeting.name.clone(),
        description: meeting.agenda.clone(),
        place: String::new(),
        is_cancelled: one.date().is_none(),
    };
    occurrences.iter().map(event).collect()
}

impl CalendarFile {
    /// Writes the file.
    #[must_use]
    pub fn encode(&self) -> String {
        let mut lines = Lines::default();
        lines.add("BEGIN:VCALENDAR");
        lines.add("VERSION:2.0");
        lines.add("PRODID:-//Halfseal//Halfseal//EN");
        lines.add("CALSCALE:GREGORIAN");
        lines.add("METHOD:PUBLISH");
        lines.text("X-WR-CALNAME", &self.name);
        for (zone, first, last) in self.zones() {
            lines.zone(zone, first, last);
        }
        for event in &self.events {
            self.event(event, &mut lines);
        }
        lines.add("END:VCALENDAR");
        lines.0
    }

    /// The zones of the events with a time, each with the first and the last year of its events; the others need none.
    fn zones(&self) -> Vec<(Zone, i32, i32)> {
        let mut zones: Vec<(Zone, i32, i32)> = Vec::new();
        for event in &self.events {
            let (Some(time), year) = (event.time, event.date.year()) else { continue };
            match zones.iter_mut().find(|(zone, ..)| *zone == time.zone) {
                Some((_, first, last)) => (*first, *last) = ((*first).min(year), (*last).max(year)),
                None => zones.push((time.zone, year, year)),
            }
        }
        zones
    }

    fn event(&self, event: &CalendarEvent, lines: &mut Lines) {
        lines.add("BEGIN:VEVENT");
        lines.add(&format!("UID:{}", event.uid));
        lines.add(&format!("DTSTAMP:{}Z", written(self.stamp.naive_utc())));
        lines.add(&format!("SEQUENCE:{}", event.sequence));
        match event.time {
            Some(Time { zone, start, minutes }) => {
                let start = zone.instant(event.date, start);
                let end = start + TimeDelta::minutes(minutes.into());
                for (name, at) in [("DTSTART", start), ("DTEND", end)] {
                    lines.add(&format!("{name};TZID={}:{}", zone.name(), written(zone.wall(at))));
                }
            }
            None => {
                let next = event.date.checked_add_days(Days::new(1)).unwrap_or(event.date);
                for (name, date) in [("DTSTART", event.date), ("DTEND", next)] {
                    lines.add(&format!("{name};VALUE=DATE:{}", date.format("%Y%m%d")));
                }
            }
        }
        lines.text("SUMMARY", &event.title);
        lines.text("DESCRIPTION", &event.description);
        lines.text("LOCATION", &event.place);
        lines.add(if event.is_cancelled { "STATUS:CANCELLED" } else { "STATUS:CONFIRMED" });
        lines.add("END:VEVENT");
    }
}

fn written(wall: NaiveDateTime) -> impl std::fmt::Display {
    wall.format("%Y%m%dT%H%M%S")
}

/// The lines written so far.
#[derive(Default)]
struct Lines(String);

impl Lines {
    /// Adds a line; a long one goes on in lines that start with a blank, and no letter is cut in two.
    fn add(&mut self, line: &str) {
        let mut room = LINE_BYTES;
        for letter in line.chars() {
            if room < letter.len_utf8() {
                self.0.push_str("\r\n ");
                room = LINE_BYTES - 1;
            }
            self.0.push(letter);
            room -= letter.len_utf8();
        }
        self.0.push_str("\r\n");
    }

    /// Adds words, where there are any.
    fn text(&mut self, name: &str, words: &str) {
        let mut line = format!("{name}:");
        for letter in words.trim().replace("\r\n", "\n").chars() {
            match letter {
                '\\' | ';' | ',' => line.extend(['\\', letter]),
                '\n' | '\r' => line.push_str("\\n"),
                _ if letter.is_control() => line.push(' '),
                _ => line.push(letter),
            }
        }
        if !words.trim().is_empty() {
            self.add(&line);
        }
    }

    /// Adds the rules of a zone for events of these years: as two yearly rules where the clocks keep them, else change
    /// by change.
    fn zone(&mut self, zone: Zone, first: i32, last: i32) {
        let start_of = |year| {
            let day = NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default();
            day.and_time(NaiveTime::MIN).and_utc()
        };
        let start = start_of(first - 1);
        let changes = zone.changes(start, start_of((last + 2).max(first + YEARS_OF_RULE)));
        self.add("BEGIN:VTIMEZONE");
        self.add(&format!("TZID:{}", zone.name()));
        match yearly(&changes, first - 1) {
            Some(rules) => rules.iter().for_each(|(change, rule)| self.observance(change, Some(rule))),
            None => {
                let offset = zone.offset(start);
                // What holds before the first change.
                let known =
                    ClockChange { at: start, offset_before: offset, offset_after: offset, name: None };
                self.observance(&known, None);
                let needed = changes.iter().filter(|change| change.at < start_of(last + 2));
                needed.for_each(|change| self.observance(change, None));
            }
        }
        self.add("END:VTIMEZONE");
    }

    fn observance(&mut self, change: &ClockChange, rule: Option<&String>) {
        let kind = if change.offset_before < change.offset_after { "DAYLIGHT" } else { "STANDARD" };
        self.add(&format!("BEGIN:{kind}"));
        self.add(&format!("DTSTART:{}", written(change.wall_before())));
        if let Some(rule) = rule {
            self.add(&format!("RRULE:{rule}"));
        }
        self.add(&format!("TZOFFSETFROM:{}", offset(change.offset_before)));
        self.add(&format!("TZOFFSETTO:{}", offset(change.offset_after)));
        if let Some(name) = &change.name {
            self.add(&format!("TZNAME:{name}"));
        }
        self.add(&format!("END:{kind}"));
    }
}

fn offset(seconds: i32) -> String {
    let (sign, size) = (if seconds < 0 { '-' } else { '+' }, seconds.unsigned_abs());
    let mut written = format!("{sign}{:02}{:02}", size / 3600, size / 60 % 60);
    if size % 60 != 0 {
        // Writing to a text cannot fail.
        let _ = write!(written, "{:02}", size % 60);
    }
    written
}

/// Returns the first change forward and the first back with their rules, where there is one of each a year and they keep
/// a weekday of a month.
fn yearly(changes: &[ClockChange], first: i32) -> Option<Vec<(ClockChange, String)>> {
    let (forward, back): (Vec<_>, Vec<_>) =
        changes.iter().partition(|change| change.offset_before < change.offset_after);
    let rule = |changes: &[&ClockChange]| {
        let one = *changes.first()?;
        let is_kept = |(change, year): (&&ClockChange, i32)| {
            let wall = change.wall_before();
            let known = one.wall_before();
            wall.year() == year
                && (wall.month(), wall.weekday(), wall.time())
                    == (known.month(), known.weekday(), known.time())
                && (change.offset_before, change.offset_after) == (one.offset_before, one.offset_after)
        };
        let weeks = || changes.iter().map(|change| week_of_month(change.wall_before().date()));
        let week = weeks().next()?;
        let nth = if weeks().all(|(_, is_last)| is_last) {
            -1
        } else if weeks().all(|(nth, _)| nth == week.0) {
            week.0
        } else {
            return None;
        };
        let known = one.wall_before();
        let rule = format!("FREQ=YEARLY;BYMONTH={};BYDAY={nth}{}", known.month(), day(known.weekday()));
        changes.iter().zip(first..).all(is_kept).then(|| (one.clone(), rule))
    };
    (forward.len() == back.len()).then_some(())?;
    let mut rules = vec![rule(&forward)?, rule(&back)?];
    decision::order::sort_by_key(&mut rules, |(change, _)| change.at);
    Some(rules)
}

/// Which of its weekday in the month a date is, from 1, and whether it is the last.
fn week_of_month(date: NaiveDate) -> (i32, bool) {
    let is_last = date.checked_add_days(Days::new(7)).is_none_or(|later| later.month() != date.month());
    (date.day0() as i32 / 7 + 1, is_last)
}

const fn day(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Mon => "MO",
        Weekday::Tue => "TU",
        Weekday::Wed => "WE",
        Weekday::Thu => "TH",
        Weekday::Fri => "FR",
        Weekday::Sat => "SA",
        Weekday::Sun => "SU",
    }
}

#[cfg(test)]
mod tests;
