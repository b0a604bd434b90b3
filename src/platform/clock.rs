//! The clock and the calendar day of the user.

use chrono::NaiveDate;
use js_sys::{Array, Date, Intl, Object, Promise, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// Returns milliseconds since 1970 in UTC.
#[must_use]
pub fn now_ms() -> f64 {
    Date::now()
}

/// Returns whole seconds since 1970 in UTC.
#[must_use]
pub fn now_seconds() -> u64 {
    (now_ms() / 1000.0) as u64
}

/// Returns today's date where the user is.
#[must_use]
pub fn today() -> NaiveDate {
    let now = Date::new_0();
    NaiveDate::from_ymd_opt(now.get_full_year() as i32, now.get_month() + 1, now.get_date())
        .unwrap_or_default()
}

/// Lets the browser draw and hear the user before it goes on.
pub async fn breath() {
    let promise = Promise::new(&mut |resolve, _| {
        let window = web_sys::window();
        let is_set = window.is_some_and(|window| window.set_timeout_with_callback(&resolve).is_ok());
        if !is_set {
            let _ = resolve.call0(&JsValue::NULL);
        }
    });
    let _ = JsFuture::from(promise).await;
}

/// Returns the instant as RFC 3339 in UTC.
#[must_use]
pub fn now_text() -> String {
    Date::new_0().to_iso_string().into()
}

/// Returns the wall time as `14:32`.
#[must_use]
pub fn wall_time() -> String {
    let now = Date::new_0();
    format!("{:02}:{:02}", now.get_hours(), now.get_minutes())
}

/// Returns the IANA name of the zone the machine is set to; empty where the browser does not tell.
#[must_use]
pub fn zone() -> String {
    let options = Intl::DateTimeFormat::new(&Array::new(), &Object::new()).resolved_options();
    let zone = Reflect::get(&options, &"timeZone".into());
    zone.ok().and_then(|zone| zone.as_string()).unwrap_or_default()
}
