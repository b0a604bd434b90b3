use std::collections::HashMap;

use icalendar::parser::{Property, read_calendar, unfold};
use proptest::prelude::*;

use super::*;
use crate::domain::collaboration::Rhythm;
use crate::domain::collaboration::series::Fate;

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}
fn file(events: Vec<CalendarEvent>) -> CalendarFile {
    let stamp = "2026-01-02T03:04:05Z".parse().unwrap();
    CalendarFile { name: "Joint meetings, 联席会议".into(), stamp, events }
}
fn time(zone: &str, start: &str, minutes: u32) -> Option<Time> {
    Some(Time { zone: Zone::find(zone).unwrap(), start: WallTime::parse(start).unwrap(), minutes })
}
fn event(day: &str, time: Option<Time>) -> CalendarEvent {
    let meeting = Meeting { id: Id::fixed(2), ..Meeting::default() };
    let uid = uid(Id::fixed(1), &meeting, date(day));
    CalendarEvent { uid, date: date(day), time, title: "Review".into(), ..CalendarEvent::default() }
}
/// What a parser that is not ours reads: the calendar and its components, each with the values by their names.
fn parsed(text: &str) -> Vec<(String, HashMap<String, String>)> {
    let unfolded = unfold(text);
    let calendar = read_calendar(&unfolded).unwrap();
    let values = |properties: &[Property<'_>]| {
        let pair = |one: &Property<'_>| (one.name.as_str().to_owned(), one.val.as_str().to_owned());
        properties.iter().map(pair).collect()
    };
    let parts =
        calendar.components.iter().map(|part| (part.name.as_str().to_owned(), values(&part.properties)));
    std::iter::once(("VCALENDAR".to_owned(), values(&calendar.properties))).chain(parts).collect()
}
/// The rules of a zone, line by line.
fn zone_lines(zone: &str, day: &str) -> Vec<String> {
    let text = file(vec![event(day, time(zone, "10:00", 60))]).encode();
    let lines = text
        .lines()
        .skip_while(|line| *line != "BEGIN:VTIMEZONE")
        .take_while(|line| *line != "END:VTIMEZONE");
    lines.skip(2).map(str::to_owned).collect()
}

#[test]
fn another_parser_reads_what_was_meant() {
    let mut one = event("2026-03-29", time("Europe/Berlin", "23:30", 90));
    one.description = "Agenda; first, second\\third\r\nnext line \u{7}\n下一行".into();
    one.place = "会议室".repeat(30);
    one.sequence = 7;
    let whole_day = CalendarEvent { is_cancelled: true, ..event("2026-12-31", None) };
    let text = file(vec![one.clone(), whole_day]).encode();
    let parts = parsed(&text);
    let kinds: Vec<_> = parts.iter().map(|(kind, _)| kind.as_str()).collect();
    assert_eq!(kinds, ["VCALENDAR", "VTIMEZONE", "VEVENT", "VEVENT"]);
    assert_eq!((parts[0].1["METHOD"].as_str(), parts[1].1["TZID"].as_str()), ("PUBLISH", "Europe/Berlin"));
    let read = |event: usize, name: &str| parts[2 + event].1[name].clone();
    assert_eq!(read(0, "UID"), one.uid);
    assert_eq!((read(0, "SEQUENCE").as_str(), read(0, "DTSTAMP").as_str()), ("7", "20260102T030405Z"));
    assert_eq!(
        (read(0, "DTSTART").as_str(), read(0, "DTEND").as_str()),
        ("20260329T233000", "20260330T010000")
    );
    assert_eq!(read(0, "DESCRIPTION"), "Agenda; first, second\\third\nnext line  \n下一行");
    assert_eq!(read(0, "LOCATION"), one.place);
    assert_eq!((read(1, "DTSTART").as_str(), read(1, "DTEND").as_str()), ("20261231", "20270101"));
    assert_eq!((read(0, "STATUS").as_str(), read(1, "STATUS").as_str()), ("CONFIRMED", "CANCELLED"));
}

#[test]
fn a_file_of_whole_days_needs_no_zone() {
    let text = file(vec![event("2026-12-31", None)]).encode();
    assert!(!text.contains("VTIMEZONE") && !text.contains("DESCRIPTION"));
    assert_eq!(parsed(&text).len(), 2);
}

#[test]
fn clocks_that_keep_a_rule_are_written_as_one() {
    let berlin = [
        "BEGIN:DAYLIGHT",
        "DTSTART:20250330T020000",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200",
        "TZNAME:CEST",
        "END:DAYLIGHT",
        "BEGIN:STANDARD",
        "DTSTART:20251026T030000",
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
        "TZOFFSETFROM:+0200",
        "TZOFFSETTO:+0100",
        "TZNAME:CET",
        "END:STANDARD",
    ];
    assert_eq!(zone_lines("Europe/Berlin", "2026-06-01"), berlin);
    let rules = |zone: &str| {
        let lines = zone_lines(zone, "2026-06-01");
        lines
            .iter()
            .filter_map(|line| line.strip_prefix("RRULE:FREQ=YEARLY;").map(str::to_owned))
            .collect::<Vec<_>>()
    };
    assert_eq!(rules("America/New_York"), ["BYMONTH=3;BYDAY=2SU", "BYMONTH=11;BYDAY=1SU"]);
    assert_eq!(rules("Australia/Sydney"), ["BYMONTH=4;BYDAY=1SU", "BYMONTH=10;BYDAY=1SU"]);
    // The Friday after the last Thursday is no weekday of a month.
    assert_eq!(rules("Africa/Cairo"), [""; 0]);
}

#[test]
fn clocks_that_keep_none_are_written_change_by_change() {
    let shanghai = [
        "BEGIN:STANDARD",
        "DTSTART:20250101T080000",
        "TZOFFSETFROM:+0800",
        "TZOFFSETTO:+0800",
        "END:STANDARD",
    ];
    assert_eq!(zone_lines("Asia/Shanghai", "2026-06-01"), shanghai);
    let kinds =
        |zone: &str| zone_lines(zone, "2026-06-01").iter().filter(|line| line.starts_with("BEGIN:")).count();
    assert_eq!((kinds("Africa/Casablanca"), kinds("Africa/Cairo"), kinds("Asia/Kathmandu")), (7, 7, 1));
}

#[test]
fn a_moved_date_keeps_its_name_and_one_that_is_not_held_is_called_off() {
    let meeting = Meeting {
        id: Id::fixed(2),
        name: "Weekly".into(),
        rhythm: Rhythm::Weekly,
        next: Some(date("2026-10-01")),
        ..Meeting::default()
    };
    let fates = [
        Occurrence { planned: date("2026-10-01"), fate: Fate::MovedTo(date("2026-10-02")) },
        Occurrence { planned: date("2026-10-08"), fate: Fate::JoinsNext },
    ];
    let events = of_series(Id::fixed(1), &meeting, &fates, None, 3);
    assert_eq!((events[0].date, events[0].is_cancelled), (date("2026-10-02"), false));
    assert_eq!((events[1].date, events[1].is_cancelled), (date("2026-10-08"), true));
    let uid = "00000000-0000-0000-0000-000000000002-2026W40@00000000-0000-0000-0000-000000000001.halfseal";
    assert_eq!(events[0].uid, uid);
}

#[test]
fn an_event_is_named_by_its_day_week_month_or_quarter() {
    let name = |rhythm, day: &str| {
        let meeting = Meeting { rhythm, ..Meeting::default() };
        let uid = uid(Id::fixed(1), &meeting, date(day));
        uid.split_once('@').unwrap().0.rsplit_once('-').unwrap().1.to_owned()
    };
    assert_eq!(name(Rhythm::Daily, "2026-12-31"), "20261231");
    // The week that begins in one year and ends in the next has one name.
    assert_eq!(
        (name(Rhythm::Weekly, "2026-12-31"), name(Rhythm::Weekly, "2027-01-01")),
        ("2026W53".into(), "2026W53".into())
    );
    assert_eq!(
        (name(Rhythm::Monthly, "2026-12-31"), name(Rhythm::Quarterly, "2026-12-31")),
        ("202612".into(), "2026Q4".into())
    );
}

/// A project with a site on each side and a weekly meeting at ten in Shanghai, a monthly one in Berlin, and one without
/// a time.
fn meetings() -> Project {
    let mut project = Project { id: Id::fixed(7), ..Project::default() };
    let collaboration = Arc::make_mut(&mut project.collaboration);
    for (id, zone) in [(1, "Asia/Shanghai"), (2, "Europe/Berlin")] {
        collaboration.sites.add(Id::fixed(id), |site| site.zone = zone.into());
    }
    collaboration.sites.update(Id::fixed(1), |site| site.holidays = vec![date("2026-10-01")]);
    let series = [(3, Rhythm::Weekly, Some(1)), (4, Rhythm::Monthly, Some(2)), (5, Rhythm::Quarterly, None)];
    for (id, rhythm, site) in series {
        collaboration.meetings.add(Id::fixed(id), |meeting| {
            (meeting.rhythm, meeting.site, meeting.next) =
                (rhythm, site.map(Id::fixed), Some(date("2026-10-01")));
            meeting.starts = WallTime::parse("10:00");
        });
    }
    project
}

#[test]
fn all_meetings_go_into_one_file_with_the_zones_they_need() {
    let written = |project: &Project| {
        let file = of_meetings(project, date("2026-09-30"), "2026-09-30T08:00:00Z".parse().unwrap());
        parsed(&file.encode())
    };
    let parts = written(&meetings());
    let zones: Vec<_> = parts
        .iter()
        .filter(|(kind, _)| kind == "VTIMEZONE")
        .map(|(_, values)| values["TZID"].clone())
        .collect();
    assert_eq!(zones, ["Asia/Shanghai", "Europe/Berlin"]);
    let events = |parts: &[(String, HashMap<String, String>)]| {
        let events = parts.iter().filter(|(kind, _)| kind == "VEVENT");
        events
            .map(|(_, values)| (values["UID"].clone(), values["DTSTART"].clone()))
            .collect::<HashMap<_, _>>()
    };
    let before = events(&parts);
    // A year of weeks, of months and of quarters, each named once.
    assert_eq!((before.len(), parts.len()), (53 + 12 + 4, 1 + 2 + 53 + 12 + 4));
    let name = |meeting: u128, of: &str| {
        format!("{}-{of}@{}.halfseal", Id::<Meeting>::fixed(meeting), Id::<Project>::fixed(7))
    };
    assert_eq!(before[&name(3, "2026W40")], "20261002T100000");
    assert_eq!(before[&name(3, "2026W41")], "20261008T100000");
    assert_eq!(before[&name(5, "2026Q4")], "20261002");
    // Moved from Thursday to Wednesday: the same events at another time, and none beside them.
    let mut moved = meetings();
    Arc::make_mut(&mut moved.collaboration)
        .meetings
        .update(Id::fixed(3), |meeting| meeting.next = Some(date("2026-09-30")));
    let after = events(&written(&moved));
    assert_eq!(after[&name(3, "2026W41")], "20261007T100000");
    assert!(before.keys().all(|name| after.contains_key(name)));
}

#[test]
fn a_file_written_later_counts_as_newer() {
    let sequence =
        |stamp: &str| of_meetings(&meetings(), date("2026-09-30"), stamp.parse().unwrap()).events[0].sequence;
    assert!(sequence("2026-09-30T08:00:00Z") < sequence("2026-09-30T08:00:01Z"));
    assert!(i32::try_from(sequence("2087-12-31T00:00:00Z")).is_ok());
}

proptest! {
    #[test]
    fn whatever_is_written_comes_back(title in "\\PC{0,200}", description in any::<String>(), place in "[ -~]{0,300}") {
        let one = CalendarEvent { title, description, place, ..event("2026-03-29", time("Asia/Shanghai", "10:00", 60)) };
        let text = file(vec![one.clone()]).encode();
        prop_assert!(text.split("\r\n").all(|line| line.len() <= LINE_BYTES && !line.contains(['\r', '\n'])));
        prop_assert!(text.ends_with("END:VCALENDAR\r\n"));
        let event = &parsed(&text)[2].1;
        let clean = |words: &str| {
            let words = words.trim().replace("\r\n", "\n").replace('\r', "\n");
            let letter = |letter: char| if letter.is_control() && letter != '\n' { ' ' } else { letter };
            words.chars().map(letter).collect::<String>()
        };
        for (name, words) in [("SUMMARY", &one.title), ("DESCRIPTION", &one.description), ("LOCATION", &one.place)] {
            let found = event.get(name).cloned().unwrap_or_default();
            prop_assert_eq!(found, clean(words));
        }
    }
}
