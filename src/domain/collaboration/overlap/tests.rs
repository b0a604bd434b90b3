use proptest::prelude::*;

use super::*;
use crate::domain::calendar::wall::WallTime;

fn site(zone: &str, shifts: &[&str]) -> Site {
    let shifts = shifts.iter().map(|text| text.parse().unwrap()).collect();
    Site { zone: zone.into(), shifts, ..Site::default() }
}
fn show(a: &Site, b: &Site, date: &str) -> String {
    let overlap = overlap(a, b, date.parse().unwrap()).unwrap();
    let window = |one: &Interval| format!("{}/{}", one.start.format("%dT%H:%M"), one.end.format("%dT%H:%M"));
    let windows: Vec<_> = overlap.windows.iter().map(window).collect();
    format!("{} {} {}", overlap.minutes(), overlap.closeness().code(), windows.join(" "))
}

#[test]
fn shifts_of_another_date_meet_and_are_counted_once() {
    let shanghai = site("Asia/Shanghai", &["09:00-18:00"]);
    let los_angeles = site("America/Los_Angeles", &["09:00-18:00"]);
    assert_eq!(show(&shanghai, &los_angeles, "2026-01-14"), "60 independent 14T01:00/14T02:00");
    // On Monday in Shanghai it is Sunday in Los Angeles.
    assert_eq!(show(&shanghai, &los_angeles, "2026-01-12"), "0 independent ");
    let night = site("Asia/Shanghai", &["20:00-04:00", "02:00-06:00", "04:00-06:00"]);
    assert_eq!(show(&night, &los_angeles, "2026-01-14"), "420 real_time 13T18:00/13T22:00 14T17:00/14T20:00");
    // Round the clock from one eight to the next.
    let always = site("Asia/Shanghai", &["08:00-08:00"]);
    assert_eq!(
        show(&always, &los_angeles, "2026-01-14"),
        "540 real_time 14T00:00/14T02:00 14T17:00/15T00:00"
    );
}

#[test]
fn a_makeup_day_beats_a_holiday() {
    let (mut a, b) = (site("Asia/Shanghai", &["09:00-18:00"]), site("Asia/Manila", &["09:00-18:00"]));
    a.holidays = vec!["2026-10-01".parse().unwrap()];
    assert_eq!(show(&a, &b, "2026-10-01"), "0 independent ");
    a.makeup_days = a.holidays.clone();
    assert_eq!(show(&a, &b, "2026-10-01"), "540 real_time 01T01:00/01T10:00");
}

#[test]
fn the_seasons_say_whose_clocks_change() {
    let (shanghai, berlin) =
        (site("Asia/Shanghai", &["09:00-18:00"]), site("Europe/Berlin", &["09:00-18:00"]));
    let both = seasons(&shanghai, &berlin, 2026).unwrap();
    assert_eq!((both.winter.overlap.minutes(), both.summer.overlap.minutes()), (120, 180));
    assert_eq!((both.changes_clocks(), both.differ()), ([false, true], true));
    assert_eq!(both.summer.offsets_min, [480, 120]);
    let manila = site("Asia/Manila", &["09:00-18:00"]);
    let both = seasons(&shanghai, &manila, 2026).unwrap();
    assert_eq!((both.changes_clocks(), both.differ()), ([false; 2], false));
    let (london, new_york) =
        (site("Europe/London", &["09:00-17:00"]), site("America/New_York", &["09:00-17:00"]));
    let both = seasons(&london, &new_york, 2026).unwrap();
    assert_eq!((both.changes_clocks(), both.differ()), ([true; 2], false));
    assert_eq!(seasons(&london, &site("Mars/Olympus", &[]), 2026), None);
}

#[test]
fn a_strip_shows_one_day_of_the_first_site() {
    let shanghai = site("Asia/Shanghai", &["09:00-18:00"]);
    let berlin = site("Europe/Berlin", &["09:00-12:00", "13:00-18:00"]);
    let strip = strip(&shanghai, &berlin, "2026-01-14".parse().unwrap()).unwrap();
    let places = |work: &[Interval]| {
        let place = |one: &Interval| [strip.place(one.start), strip.place(one.end)].map(|at| at * 24.0);
        work.iter().map(place).collect::<Vec<_>>()
    };
    assert_eq!(places(&strip.work[0]), [[9.0, 18.0]]);
    // What Berlin works of the evening before, and up to midnight of Shanghai.
    assert_eq!(places(&strip.work[1]), [[0.0, 1.0], [16.0, 19.0], [20.0, 24.0]]);
    assert_eq!(super::strip(&shanghai, &Site::default(), "2026-01-14".parse().unwrap()), None);
}

#[test]
fn what_a_site_lacks_is_said() {
    let codes = |site: &Site| site.check().into_iter().map(|finding| finding.code).collect::<Vec<_>>();
    assert_eq!(codes(&site("UTC", &["09:00-18:00"])), []);
    let bare = Site { work_days: [false; 7], ..Site::default() };
    assert_eq!(codes(&bare), [SiteObstacle::UnknownZone, SiteObstacle::NoShift, SiteObstacle::NoWorkDay]);
}

proptest! {
    /// Over many days both sides see the same overlap: what is anchored on one meets what is anchored on the other.
    #[test]
    fn both_sides_see_the_same_overlap(
        shifts in prop::array::uniform4((0_u16..24, 1_u16..12)), zone in prop::sample::select(vec!["Europe/Berlin", "America/New_York", "Asia/Kolkata"]),
    ) {
        let spans: Vec<Span> = shifts.into_iter().map(|(from, hours)| {
            let time = |hour: u16| WallTime::new(hour * 60).unwrap();
            Span { from: time(from), until: time((from + hours) % 24) }
        }).collect();
        let first: NaiveDate = "2026-03-04".parse().unwrap();
        // Both rest before and after, so that nothing reaches out of the span looked at.
        let holidays: Vec<_> = (first - Days::new(5)).iter_days().take(5).chain((first + Days::new(30)).iter_days().take(6)).collect();
        let a = Site { zone: "Asia/Shanghai".into(), shifts: spans[..2].to_vec(), work_days: [true; 7], holidays, ..Site::default() };
        let b = Site { zone: zone.into(), shifts: spans[2..].to_vec(), ..a.clone() };
        let all = |a: &Site, b: &Site| {
            let days = (first - Days::new(5)).iter_days().take(40);
            merged(days.flat_map(|date| overlap(a, b, date).unwrap().windows).collect())
        };
        prop_assert_eq!(all(&a, &b), all(&b, &a));
    }
}

#[test]
fn what_cannot_be_read_is_kept_and_said() {
    let mut site: Site =
        serde_json::from_str(r#"{"zone":"UTC","shifts":[{"from":"09:00","until":"18:00"}]}"#).unwrap();
    assert_eq!(site.check(), []);
    site.pending.holidays = "the day after".to_owned();
    let codes: Vec<_> = site.check().into_iter().map(|finding| finding.code).collect();
    assert_eq!(codes, [SiteObstacle::NotRead]);
    let text = serde_json::to_string(&site).unwrap();
    assert_eq!(serde_json::from_str::<Site>(&text).unwrap(), site);
}
