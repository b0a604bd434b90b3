//! Topic `sla_clock`.

use chrono::{DateTime, SecondsFormat, Utc};
use halfseal::domain::calendar::counting::Calendar;
use halfseal::domain::calendar::wall::{Span, WallTime};
use halfseal::domain::calendar::{MakeupDay, WorkingTime};
use halfseal::domain::collaboration::ResponseLevel;
use halfseal::domain::collaboration::clock::{Event, EventKind, Reading, Terms, read};
use halfseal::domain::ids::Id;
use serde_json::{Value, json};

pub const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

pub fn answer(input: &Value) -> Option<Value> {
    let none = serde_json::Map::new();
    let named = |key: &str| input[key].as_object().unwrap_or(&none).clone();
    let calendars: Vec<(String, Calendar)> = named("calendars")
        .into_iter()
        .map(|(name, calendar)| (name, Calendar::new(&working_time(&calendar)).unwrap()))
        .collect();
    let priorities: Vec<(String, Value)> = named("priorities").into_iter().collect();
    let level_of = |name: &Value| -> Option<Id<ResponseLevel>> {
        let place = priorities.iter().position(|(known, _)| name == known.as_str())?;
        Some(Id::fixed(place as u128 + 1))
    };
    let terms: Vec<Terms<'_>> = priorities
        .iter()
        .map(|(name, asked)| Terms {
            level: level_of(&json!(name)).unwrap(),
            calendar: &calendars.iter().find(|(known, _)| asked["calendar"] == json!(known)).unwrap().1,
            response_min: asked["response_min"].as_u64().map(|minutes| minutes as u32),
            resolution_min: asked["resolution_min"].as_u64().map(|minutes| minutes as u32),
        })
        .collect();
    let event = |event: &Value| Event {
        at: instant(&event["at"]),
        kind: serde_json::from_value::<EventKind>(event["type"].clone()).unwrap(),
        level: level_of(&event["priority"]),
        ..Event::default()
    };
    let events: Vec<Event> = input["events"].as_array()?.iter().map(event).collect();
    let clock = read(&events, &terms, instant(&input["as_of"]))?;
    let name = |level: Id<ResponseLevel>| priorities[level.bits() as usize - 1].0.clone();
    Some(json!({
        "state": clock.state.code(), "priority": name(clock.level), "clock_start": clock.start.map(show),
        "response": reading(&clock.response), "resolution": reading(&clock.resolution),
    }))
}

fn reading(reading: &Reading) -> Value {
    json!({
        "done": reading.done, "due": reading.due.map(show), "worked_min": reading.worked_min(),
        "remaining_min": reading.remaining_min(), "breached": reading.is_breached(),
    })
}

fn instant(value: &Value) -> DateTime<Utc> {
    value.as_str().unwrap().parse().unwrap()
}

pub fn show(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

fn working_time(calendar: &Value) -> WorkingTime {
    let mut time = WorkingTime {
        zone: calendar["zone"].as_str().unwrap().to_owned(),
        always_open: calendar["always_open"] == true,
        holidays: list(&calendar["holidays"], date),
        makeup_days: list(&calendar["makeup_days"], |makeup| MakeupDay {
            date: date(&makeup["date"]),
            hours: list(&makeup["hours"], span),
        }),
        ..WorkingTime::default()
    };
    for (hours, weekday) in time.weekly.iter_mut().zip(WEEKDAYS) {
        *hours = list(&calendar["weekly"][weekday], span);
    }
    time
}

/// Reads every entry of a list; none where there is no list.
pub fn list<T>(values: &Value, read: impl Fn(&Value) -> T) -> Vec<T> {
    values.as_array().map(|values| values.iter().map(read).collect()).unwrap_or_default()
}

pub fn date(value: &Value) -> chrono::NaiveDate {
    value.as_str().unwrap().parse().unwrap()
}

pub fn span(pair: &Value) -> Span {
    let time = |place: usize| WallTime::parse(pair[place].as_str().unwrap()).unwrap();
    Span { from: time(0), until: time(1) }
}
