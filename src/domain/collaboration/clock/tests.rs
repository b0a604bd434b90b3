use chrono::TimeDelta;
use proptest::prelude::*;

use super::*;
use crate::domain::calendar::WorkingTime;
use crate::domain::calendar::zone::instant;

const LEVELS: u128 = 3;

fn level(number: u128) -> Id<ResponseLevel> {
    Id::fixed(number)
}
fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}
fn office(zone: &str) -> Calendar {
    let mut time = WorkingTime { zone: zone.into(), ..WorkingTime::default() };
    time.weekly[..5].fill(vec!["09:00-12:00".parse().unwrap(), "13:00-17:00".parse().unwrap()]);
    Calendar::new(&time).unwrap()
}
fn always() -> Calendar {
    Calendar::new(&WorkingTime { zone: "UTC".into(), always_open: true, ..WorkingTime::default() }).unwrap()
}
/// Level 1 counts office hours in Berlin, level 2 in New York, level 3 always.
fn with_terms<T>(ask: impl FnOnce(&[Terms<'_>]) -> T) -> T {
    let (berlin, new_york, always) = (office("Europe/Berlin"), office("America/New_York"), always());
    let terms = |number, calendar, response, resolution| Terms {
        level: level(number),
        calendar,
        response_min: Some(response),
        resolution_min: Some(resolution),
    };
    ask(&[terms(1, &berlin, 120, 960), terms(2, &new_york, 60, 480), terms(3, &always, 15, 240)])
}
fn event(kind: EventKind, at: DateTime<Utc>) -> Event {
    Event { at, kind, ..Event::default() }
}
fn created(number: u128, at: DateTime<Utc>) -> Event {
    Event { at, kind: EventKind::Created, level: Some(level(number)), ..Event::default() }
}

#[test]
fn what_does_not_fit_is_left_aside_and_said() {
    use EventKind::*;
    let day = |hour: i64| at("2026-01-12T00:00:00Z") + TimeDelta::hours(hour);
    let mut events = vec![
        event(Solved, day(7)),
        created(1, day(8)),
        created(2, day(9)),
        event(Resume, day(9)),
        event(Reopen, day(9)),
        event(Pause, day(10)),
        event(Pause, day(11)),
        event(Responded, day(11)),
        event(Responded, day(12)),
        event(Solved, day(12)),
        event(Pause, day(13)),
        event(Resume, day(13)),
        event(Solved, day(13)),
        event(PriorityChange, day(14)),
        event(Reopen, day(25)),
    ];
    events.rotate_left(4);
    let place = |kind: EventKind, hour: i64| {
        events.iter().position(|event| event.kind == kind && event.at == day(hour)).unwrap()
    };
    let is_level = |one: Id<ResponseLevel>| one.bits() <= LEVELS;
    let (history, mut ignored) = history(&events, is_level, day(24));
    ignored.sort_by_key(|(_, why)| *why);
    let expected = [
        (place(Solved, 7), Ignored::BeforeCreation),
        (place(Created, 9), Ignored::CreatedTwice),
        (place(Responded, 12), Ignored::AnsweredBefore),
        (place(Pause, 11), Ignored::PausedTwice),
        (place(Pause, 13), Ignored::PausedWhileSolved),
        (place(Resume, 9), Ignored::ResumedWithoutPause),
        (place(Resume, 13), Ignored::ResumedWithoutPause),
        (place(Solved, 13), Ignored::SolvedTwice),
        (place(Reopen, 9), Ignored::ReopenedUnsolved),
        (place(PriorityChange, 14), Ignored::WithoutLevel),
        (place(Reopen, 25), Ignored::AfterReport),
    ];
    let mut by_reason = expected.to_vec();
    by_reason.sort_by_key(|(place, why)| (*why, *place));
    ignored.sort_by_key(|(place, why)| (*why, *place));
    assert_eq!(ignored, by_reason);
    let history = history.unwrap();
    assert_eq!(
        (history.state, history.since, history.answered),
        (State::Solved, day(12), Some((day(11), level(1))))
    );
    assert_eq!(history.left_out, [Interval { start: day(10), end: day(12) }]);
}

#[test]
fn an_answer_while_it_rests_cuts_the_pause_and_the_clock_is_imagined_to_run_on() {
    let day = |minutes: i64| at("2026-01-12T09:00:00+01:00") + TimeDelta::minutes(minutes);
    let events = [created(1, day(0)), event(EventKind::Pause, day(30)), event(EventKind::Responded, day(60))];
    let clock = with_terms(|terms| read(&events, terms, day(90))).unwrap();
    assert_eq!((clock.response.worked_min(), clock.response.due), (30.0, Some(day(150))));
    // The solution waits for the end of the pause.
    assert_eq!(
        (clock.state, clock.resolution.worked_min(), clock.resolution.due),
        (State::Paused, 30.0, None)
    );
}

#[test]
fn used_up_where_the_pause_starts_is_known_while_it_rests() {
    let day = |minutes: i64| at("2026-01-12T09:00:00+01:00") + TimeDelta::minutes(minutes);
    let read = |pause: i64| {
        let events = [created(1, day(0)), event(EventKind::Pause, day(pause))];
        with_terms(|terms| read(&events, terms, day(600))).unwrap().response
    };
    assert_eq!((read(119).due, read(120).due, read(150).due), (None, Some(day(120)), Some(day(120))));
    assert_eq!(
        (read(119).is_breached(), read(120).is_breached(), read(121).is_breached()),
        (false, false, true)
    );
}

#[test]
fn without_a_creation_or_a_known_level_there_is_no_clock() {
    let start = at("2026-01-12T09:00:00Z");
    let read = |events: &[Event]| with_terms(|terms| read(events, terms, start));
    assert_eq!(read(&[]), None);
    assert_eq!(read(&[created(9, start)]), None);
    assert_eq!(read(&[created(1, start + TimeDelta::seconds(1))]), None);
    assert!(read(&[created(1, start)]).is_some());
}

/// Events on whole minutes of some weeks around the changes of the clocks in March, a creation first.
fn any_events() -> impl Strategy<Value = Vec<Event>> {
    let kinds = prop::sample::select(&EventKind::ALL[1..]);
    let one = (kinds, 0_i64..30 * 1440, 1..=LEVELS);
    let first = at("2026-03-02T00:00:00Z");
    (1..=LEVELS, prop::collection::vec(one, 0..10)).prop_map(move |(number, rest)| {
        let mut events = vec![created(number, first)];
        events.extend(rest.into_iter().map(|(kind, minutes, number)| {
            let level = (kind == EventKind::PriorityChange).then_some(level(number));
            Event { at: first + TimeDelta::minutes(minutes), kind, level, ..Event::default() }
        }));
        events
    })
}
fn any_report() -> impl Strategy<Value = DateTime<Utc>> {
    (0_i64..40 * 1440).prop_map(|minutes| at("2026-03-02T00:00:00Z") + TimeDelta::minutes(minutes))
}
/// A ticket that pauses so often; the pauses are in order and apart from each other.
fn any_pauses() -> impl Strategy<Value = Vec<(DateTime<Utc>, DateTime<Utc>)>> {
    prop::collection::vec((1_i64..4000, 1_i64..4000), 1..6).prop_map(|lengths| {
        let mut last = at("2026-03-02T00:00:00Z");
        let step = |(run, rest): (i64, i64)| {
            let start = last + TimeDelta::minutes(run);
            last = start + TimeDelta::minutes(rest);
            (start, last)
        };
        lengths.into_iter().map(step).collect()
    })
}
fn paused(number: u128, pauses: &[(DateTime<Utc>, DateTime<Utc>)]) -> Vec<Event> {
    let pause = |(from, until): &(_, _)| [event(EventKind::Pause, *from), event(EventKind::Resume, *until)];
    let mut events = vec![created(number, at("2026-03-02T00:00:00Z"))];
    events.extend(pauses.iter().flat_map(pause));
    events
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    /// Counted a second time, minute by minute, from what the events say in their order.
    #[test]
    fn it_shows_what_counting_the_minutes_shows(events in any_events(), as_of in any_report()) {
        with_terms(|terms| {
            let clock = read(&events, terms, as_of).unwrap();
            let mut in_order = events.clone();
            in_order.retain(|event| event.at <= as_of);
            in_order.sort_by_key(|event| event.at);
            let calendar = find(terms, clock.level).unwrap().calendar;
            let (mut worked, mut state, mut next) = (0, State::Running, 0);
            let mut minute = events[0].at;
            while minute < as_of {
                while let Some(event) = in_order.get(next).filter(|event| event.at <= minute) {
                    state = match (event.kind, state) {
                        (EventKind::Pause, State::Running) => State::Paused,
                        (EventKind::Resume, State::Paused) | (EventKind::Reopen, State::Solved) => State::Running,
                        (EventKind::Solved, _) => State::Solved,
                        _ => state,
                    };
                    next += 1;
                }
                if state == State::Running {
                    worked += calendar.worked(minute, minute + TimeDelta::minutes(1));
                }
                minute += TimeDelta::minutes(1);
            }
            assert_eq!(clock.resolution.worked_s, worked);
        });
    }

}

proptest! {
    #[test]
    fn nothing_is_negative_and_a_due_that_has_come_is_a_target_used_up(events in any_events(), as_of in any_report()) {
        with_terms(|terms| {
            let clock = read(&events, terms, as_of).unwrap();
            let (history, _) = history(&events, |_| true, as_of);
            let history = history.unwrap();
            let solved = (history.state == State::Solved).then_some(history.since);
            for (reading, stop) in [
                (clock.response, history.answered.map_or(as_of, |(at, _)| at)),
                (clock.resolution, solved.unwrap_or(as_of)),
            ] {
                assert!(0 <= reading.worked_s && reading.worked_s <= (stop - clock.created).num_seconds());
                let target = i64::from(reading.target_min.unwrap()) * 60;
                assert_eq!(reading.due.is_some_and(|due| due <= stop), target <= reading.worked_s);
                assert_eq!(reading.is_breached(), reading.remaining_min().unwrap() < 0.0);
                assert!(reading.due.is_some() || (!reading.done && clock.state == State::Paused));
            }
        });
    }

    #[test]
    fn the_order_of_the_list_does_not_matter_where_no_two_events_share_an_instant(
        mut events in any_events(), as_of in any_report(), seed in any::<prop::sample::Index>(),
    ) {
        let mut seen = std::collections::HashSet::new();
        events.retain(|event| seen.insert(event.at));
        with_terms(|terms| {
            let clock = read(&events, terms, as_of);
            let middle = seed.index(events.len());
            events.rotate_left(middle);
            events[..].reverse();
            assert_eq!(read(&events, terms, as_of), clock);
        });
    }

    #[test]
    fn what_comes_later_changes_nothing_and_time_adds_up(
        events in any_events(), early in any_report(), more in 0_i64..9999,
    ) {
        with_terms(|terms| {
            let clock = read(&events, terms, early).unwrap();
            let known: Vec<_> = events.iter().filter(|event| event.at <= early).cloned().collect();
            assert_eq!(read(&known, terms, early).as_ref(), Some(&clock));
            // Without a further event the clock gains what is open, while it runs, and nothing else.
            let late = early + TimeDelta::minutes(more);
            let gained = read(&known, terms, late).unwrap().resolution.worked_s - clock.resolution.worked_s;
            let calendar = find(terms, clock.level).unwrap().calendar;
            let open = if clock.state == State::Running { calendar.worked(early, late) } else { 0 };
            assert_eq!(gained, open);
        });
    }

    #[test]
    fn a_pause_never_makes_anything_due_earlier(pauses in any_pauses(), number in 1..=LEVELS, left in any::<prop::sample::Index>()) {
        with_terms(|terms| {
            let as_of = instant(1_800_000_000);
            let mut fewer = pauses.clone();
            fewer.remove(left.index(pauses.len()));
            let (with, without) = (
                read(&paused(number, &pauses), terms, as_of).unwrap(),
                read(&paused(number, &fewer), terms, as_of).unwrap(),
            );
            for (with, without) in [(with.response, without.response), (with.resolution, without.resolution)] {
                assert!(without.due <= with.due && with.worked_s <= without.worked_s);
            }
        });
    }

    #[test]
    fn a_change_of_level_keeps_the_pauses_earned(
        pauses in any_pauses(), first in 1..=LEVELS, then in 1..=LEVELS, as_of in any_report(), changed in any_report(),
    ) {
        with_terms(|terms| {
            let mut events = paused(first, &pauses);
            let change = Event { at: changed.min(as_of), kind: EventKind::PriorityChange, level: Some(level(then)), ..Event::default() };
            events.push(change);
            let clock = read(&events, terms, as_of).unwrap();
            let from_the_start = read(&paused(then, &pauses), terms, as_of).unwrap();
            assert_eq!(clock, from_the_start);
        });
    }
}
