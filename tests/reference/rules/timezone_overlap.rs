//! Topic `timezone_overlap`.

use halfseal::domain::collaboration::overlap::{Site, overlap};
use serde_json::{Value, json};

use super::sla_clock::{WEEKDAYS, date, list, show, span};

pub fn answer(input: &Value) -> Option<Value> {
    let found = overlap(&site(&input["a"]), &site(&input["b"]), date(&input["date"]))?;
    let windows: Vec<_> = found
        .windows
        .iter()
        .map(|window| json!({"start": show(window.start), "end": show(window.end)}))
        .collect();
    Some(json!({"overlap_min": found.minutes(), "windows": windows, "level": found.closeness().code()}))
}

fn site(site: &Value) -> Site {
    let works = |weekday: &str| list(&site["work_days"], |day| day == weekday).contains(&true);
    Site {
        zone: site["zone"].as_str().unwrap().to_owned(),
        shifts: list(&site["shifts"], span),
        work_days: WEEKDAYS.map(works),
        holidays: list(&site["holidays"], date),
        makeup_days: list(&site["makeup_days"], date),
        ..Site::default()
    }
}
