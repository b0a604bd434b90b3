use proptest::prelude::*;

use super::*;
use crate::domain::calendar::MakeupDay;

fn spans(texts: &[&str]) -> Vec<Span> {
    texts.iter().map(|text| text.parse().unwrap()).collect()
}
fn weekdays(zone: &str, hours: &[&str]) -> WorkingTime {
    let mut time = WorkingTime { zone: zone.into(), ..WorkingTime::default() };
    time.weekly[..5].fill(spans(hours));
    time
}
fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}
fn check_due(time: &WorkingTime, from: &str, hours: i64, expected: Option<&str>) {
    let due = Calendar::new(time).unwrap().used_up(at(from), hours * 3600);
    assert_eq!(due, expected.map(at), "{from} + {hours} h");
}

#[test]
fn hours_go_on_at_the_next_opening() {
    let office = weekdays("Europe/Berlin", &["09:00-17:00"]);
    check_due(&office, "2026-01-09T16:00:00+01:00", 8, Some("2026-01-12T16:00:00+01:00"));
    check_due(&office, "2026-01-09T16:00:00+01:00", 2, Some("2026-01-12T10:00:00+01:00"));
    check_due(&office, "2026-01-09T16:00:00+01:00", 1, Some("2026-01-09T17:00:00+01:00"));
    check_due(&office, "2026-03-27T16:00:00+01:00", 8, Some("2026-03-30T16:00:00+02:00"));
    check_due(&office, "2026-01-09T16:00:00+01:00", 0, Some("2026-01-09T16:00:00+01:00"));
    check_due(&office, "2026-01-01T00:00:00Z", 8 * 261 * 10 - 80, Some("2035-12-19T17:00:00+01:00"));
    check_due(&office, "2026-01-01T00:00:00Z", 8 * 261 * 10 + 80, None);
    check_due(&WorkingTime { zone: "UTC".into(), ..WorkingTime::default() }, "2026-01-01T00:00:00Z", 1, None);
}

#[test]
fn the_first_opening_is_looked_for_as_far_as_ten_years() {
    let mut time = weekdays("Asia/Shanghai", &["09:00-12:00", "13:00-18:00"]);
    let first = |time: &WorkingTime, from: &str| Calendar::new(time).unwrap().first_open(at(from));
    assert_eq!(first(&time, "2026-01-12T11:59:59+08:00"), Some(at("2026-01-12T11:59:59+08:00")));
    assert_eq!(first(&time, "2026-01-12T12:00:00+08:00"), Some(at("2026-01-12T13:00:00+08:00")));
    assert_eq!(first(&time, "2026-01-16T18:00:00+08:00"), Some(at("2026-01-19T09:00:00+08:00")));
    time.weekly.fill(Vec::new());
    assert_eq!(first(&time, "2026-01-12T12:00:00+08:00"), None);
    let date = "2031-05-01".parse().unwrap();
    time.makeup_days = vec![MakeupDay { date, hours: spans(&["10:00-11:00"]) }];
    assert_eq!(first(&time, "2026-01-12T12:00:00+08:00"), Some(at("2031-05-01T10:00:00+08:00")));
    time.always_open = true;
    assert_eq!(first(&time, "2026-01-12T12:00:00+08:00"), Some(at("2026-01-12T12:00:00+08:00")));
}

#[test]
fn a_change_of_the_clocks_makes_a_night_longer_or_shorter() {
    let mut time = weekdays("Europe/Berlin", &[]);
    time.weekly[6] = spans(&["00:00-06:00"]);
    let calendar = Calendar::new(&time).unwrap();
    let hours = |date: &str| {
        let openings = calendar.openings(date.parse().unwrap());
        openings.iter().map(|opening| (opening.end - opening.start).num_minutes()).sum::<i64>()
    };
    assert_eq!([hours("2026-03-22"), hours("2026-03-29"), hours("2026-10-25")], [360, 300, 420]);
    // What lies in the gap moves on by it, and meets what is open there already: a minute counts once.
    time.weekly[6] = spans(&["01:30-02:30", "02:45-02:50", "03:10-04:00"]);
    let calendar = Calendar::new(&time).unwrap();
    let openings = calendar.openings("2026-03-29".parse().unwrap());
    assert_eq!(openings.len(), 1);
    let sunday = (at("2026-03-29T00:00:00Z"), at("2026-03-29T12:00:00Z"));
    assert_eq!(calendar.worked(sunday.0, sunday.1), 90 * 60);
}

#[test]
fn years_far_off_are_closed_and_cost_nothing() {
    let calendar = Calendar::new(&weekdays("UTC", &["09:00-17:00"])).unwrap();
    assert_eq!(calendar.worked(at("0206-01-01T00:00:00Z"), at("1969-12-31T00:00:00Z")), 0);
    assert_eq!(calendar.worked(DateTime::<Utc>::MIN_UTC, at("1970-01-01T17:00:00Z")), 8 * 3600);
    assert_eq!(calendar.first_open(DateTime::<Utc>::MAX_UTC), None);
    assert_eq!(calendar.used_up(at("2200-01-01T00:00:00Z"), 60), None);
}

const ZONES: [&str; 8] = [
    "Asia/Shanghai",
    "Europe/Berlin",
    "America/Los_Angeles",
    "Australia/Lord_Howe",
    "Africa/Cairo",
    "America/Santiago",
    "Africa/Casablanca",
    "Pacific/Chatham",
];

prop_compose! {
    fn any_span()(from in 0_u16..96, length in 1_u16..60) -> Span {
        let time = |quarter: u16| crate::domain::calendar::wall::WallTime::new(quarter.min(96) * 15).unwrap();
        Span { from: time(from), until: time(from + length) }
    }
}
prop_compose! {
    pub fn any_time()(
        zone in prop::sample::select(&ZONES[..]),
        always_open in prop::bool::weighted(0.1),
        weekly in prop::array::uniform7(prop::collection::vec(any_span(), 0..3)),
        holidays in prop::collection::vec(0_u64..600, 0..20),
        makeup in prop::collection::vec((0_u64..600, prop::collection::vec(any_span(), 0..3)), 0..4),
    ) -> WorkingTime {
        let first = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap();
        let date = |days| first + chrono::Days::new(days);
        WorkingTime {
            zone: zone.into(),
            always_open,
            weekly,
            holidays: holidays.into_iter().map(date).collect(),
            makeup_days: makeup.into_iter().map(|(days, hours)| MakeupDay { date: date(days), hours }).collect(),
        }
    }
}
/// An instant in 2026 or early in 2027.
pub fn any_instant() -> impl Strategy<Value = DateTime<Utc>> {
    let first = at("2026-01-01T00:00:00Z");
    (0_i64..480 * 86_400).prop_map(move |seconds| first + TimeDelta::seconds(seconds))
}

/// Counts as one would by hand: date by date, opening by opening.
fn counted_by_hand(calendar: &Calendar, from: DateTime<Utc>, until: DateTime<Utc>) -> i64 {
    let dates = (calendar.zone().date(from) - chrono::Days::new(1)).iter_days();
    let dates = dates.take_while(|date| *date <= calendar.zone().date(until) + chrono::Days::new(1));
    let openings = merged(dates.flat_map(|date| calendar.openings(date)).collect());
    let within = |one: Interval| (one.end.min(until) - one.start.max(from)).num_seconds().max(0);
    openings.into_iter().map(within).sum()
}

proptest! {
    #[test]
    fn it_counts_as_one_does_by_hand(time in any_time(), a in any_instant(), b in any_instant()) {
        let calendar = Calendar::new(&time).unwrap();
        let (from, until) = (a.min(b), a.max(b));
        let worked = calendar.worked(from, until);
        prop_assert_eq!(worked, counted_by_hand(&calendar, from, until));
        prop_assert!(0 <= worked && worked <= (until - from).num_seconds());
        prop_assert_eq!(calendar.worked(until, from), 0);
    }

    #[test]
    fn parts_add_up_to_the_whole(time in any_time(), instants in prop::collection::vec(any_instant(), 2..6)) {
        let calendar = Calendar::new(&time).unwrap();
        let mut instants = instants;
        instants.sort();
        let parts: i64 = instants.windows(2).map(|pair| calendar.worked(pair[0], pair[1])).sum();
        prop_assert_eq!(parts, calendar.worked(instants[0], instants[instants.len() - 1]));
    }

    #[test]
    fn what_is_used_up_was_worked_and_not_a_second_earlier(
        time in any_time(), from in any_instant(), seconds in 1_i64..2_000_000,
    ) {
        let calendar = Calendar::new(&time).unwrap();
        if let Some(due) = calendar.used_up(from, seconds) {
            prop_assert_eq!(calendar.worked(from, due), seconds);
            prop_assert_eq!(calendar.worked(from, due - TimeDelta::seconds(1)), seconds - 1);
        } else {
            prop_assert!(calendar.worked(from, from + TimeDelta::days(3652)) < seconds);
        }
    }

    #[test]
    fn the_first_open_instant_is_open_and_nothing_before_it_is(time in any_time(), from in any_instant()) {
        let calendar = Calendar::new(&time).unwrap();
        if let Some(open) = calendar.first_open(from) {
            prop_assert_eq!(calendar.worked(from, open), 0);
            prop_assert_eq!(calendar.worked(open, open + TimeDelta::seconds(1)), 1);
        }
    }
}
