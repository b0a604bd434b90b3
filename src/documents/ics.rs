//! Calendar files as of RFC 5545, the way Outlook, Apple and Google all read them.
//!
//! Every date of a series is an event of its own: not one of the three takes moved dates of a repeating event alike. An
//! event is named by the project, the meeting and the date it was planned for, so that reading the file again updates
//! it wherever it has moved meanwhile.

use std::fmt::Write;

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc, Weekday};

use crate::domain::calendar::wall::WallTime;
use crate::domain::calendar::zone::{ClockChange, Zone};
use crate::domain::collaboration::Meeting;
use crate::domain::collaboration::series::Occurrence;
use crate::domain::ids::Id;
use crate::domain::project::Project;

/// How many bytes a line has at most, its end not counted.
const LINE_BYTES: usize = 75;
/// Over how many years a change of the clocks has to keep a rule to be written as one.
const YEARS_OF_RULE: i32 = 10;

/// A file of events in one zone.
#[derive(Clone, Debug, PartialEq)]
pub struct CalendarFile {
    /// What the calendar is called.
    pub name: String,
    /// The zone of the times.
    pub zone: Zone,
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
    /// When it starts and how many minutes it lasts; the whole day where nothing is said.
    pub time: Option<(WallTime, u32)>,
    /// What it is called.
    pub title: String,
    /// What it is about.
    pub description: String,
    /// Where it is.
    pub place: String,
    /// Whether it is not held.
    pub is_cancelled: bool,
}

/// Names the date of a series by what never changes about it.
#[must_use]
pub fn uid(project: Id<Project>, meeting: Id<Meeting>, planned: NaiveDate) -> String {
    format!("{meeting}-{}@{project}.halfseal", planned.format("%Y%m%d"))
}

/// Makes events of what becomes of the dates of a series. One that is not held is an event called off on the date it was
/// planned for, so that it goes away where an earlier file had brought it.
#[must_use]
pub fn of_series(
    project: Id<Project>,
    meeting: &Meeting,
    occurrences: &[Occurrence],
    time: Option<(WallTime, u32)>,
    sequence: u32,
) -> Vec<CalendarEvent> {
    let event = |one: &Occurrence| CalendarEvent {
        uid: uid(project, meeting.id, one.planned),
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
        if let Some((first, last)) = self.years() {
            lines.zone(self.zone, first, last);
        }
        for event in &self.events {
            self.event(event, &mut lines);
        }
        lines.add("END:VCALENDAR");
        lines.0
    }

    /// The years of the events with a time; the others need no zone.
    fn years(&self) -> Option<(i32, i32)> {
        let years = || self.events.iter().filter(|event| event.time.is_some()).map(|event| event.date.year());
        Some((years().min()?, years().max()?))
    }

    fn event(&self, event: &CalendarEvent, lines: &mut Lines) {
        lines.add("BEGIN:VEVENT");
        lines.add(&format!("UID:{}", event.uid));
        lines.add(&format!("DTSTAMP:{}Z", written(self.stamp.naive_utc())));
        lines.add(&format!("SEQUENCE:{}", event.sequence));
        match event.time {
            Some((time, minutes)) => {
                let start = self.zone.instant(event.date, time);
                let end = start + TimeDelta::minutes(minutes.into());
                for (name, at) in [("DTSTART", start), ("DTEND", end)] {
                    lines.add(&format!("{name};TZID={}:{}", self.zone.name(), written(self.zone.wall(at))));
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
