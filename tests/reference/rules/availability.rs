//! Topic `availability`.

use chrono::{Duration, LocalResult, NaiveDate, TimeZone};
use chrono_tz::Tz;
use halfseal::domain::requirements::availability::{Period, allowed_downtime, from_downtime, small_sample};
use serde_json::{Value, json};

pub fn answer(input: &Value) -> Option<Value> {
    let target = input["target_ppm"].as_u64()? as u32;
    let op = input["op"].as_str()?;
    if op == "small_sample" {
        return Some(json!({"min_n": small_sample(target)}));
    }
    let base = period(&input["period"])?.seconds() - input["excluded_s"].as_i64().unwrap_or(0);
    let minutes = base as f64 / 60.0;
    match op {
        "allowed_downtime" => {
            let seconds = allowed_downtime(base, target);
            let (in_minutes, hours) = (seconds / 60.0, seconds / 3600.0);
            Some(
                json!({"base_min": minutes, "allowed_s": seconds, "allowed_min": in_minutes, "allowed_h": hours}),
            )
        }
        "from_downtime" => Some(match from_downtime(base, input["downtime_s"].as_i64()?, target) {
            Some(found) => {
                json!({"status": "ok", "base_min": minutes, "availability_pct": found.percent, "met": found.met})
            }
            None => json!({"status": "no_data", "base_min": 0.0, "availability_pct": null, "met": null}),
        }),
        _ => None,
    }
}

fn period(period: &Value) -> Option<Period> {
    Some(match period["kind"].as_str()? {
        "month_30d" => Period::Month30d,
        "month_730h" => Period::Month730h,
        "year_365d" => Period::Year365d,
        "minutes" => Period::Minutes(period["minutes"].as_i64()?),
        "calendar_month" => {
            let zone: Tz = period["zone"].as_str()?.parse().ok()?;
            let (year, month) = (period["year"].as_i64()? as i32, period["month"].as_u64()? as u32);
            let next = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
            Period::Between(midnight(zone, year, month)?, midnight(zone, next.0, next.1)?)
        }
        _ => return None,
    })
}

/// The instant of the local midnight of a first: the first of two, and moved on by the gap where there is none.
fn midnight(zone: Tz, year: i32, month: u32) -> Option<i64> {
    let wall = NaiveDate::from_ymd_opt(year, month, 1)?.and_hms_opt(0, 0, 0)?;
    match zone.from_local_datetime(&wall) {
        LocalResult::Single(at) | LocalResult::Ambiguous(at, _) => Some(at.timestamp()),
        // The offset before the gap, applied to the skipped wall time, gives the wall time moved on by the gap.
        LocalResult::None => {
            let before = zone.from_local_datetime(&(wall - Duration::days(1))).earliest()?;
            Some(before.timestamp() + 86_400)
        }
    }
}

#[test]
fn a_calendar_month_is_as_long_as_its_clock_changes_make_it() {
    let hours = |year: i32, month: u32, zone: &str| {
        let month = json!({"kind": "calendar_month", "year": year, "month": month, "zone": zone});
        period(&month).unwrap().seconds() as f64 / 3600.0
    };
    assert_eq!(hours(2026, 2, "Asia/Shanghai"), 672.0);
    assert_eq!(hours(2026, 3, "Europe/Berlin"), 743.0);
    assert_eq!(hours(2026, 10, "Europe/Berlin"), 745.0);
    assert_eq!(hours(2026, 12, "America/New_York"), 744.0);
}
