//! The time, for what runs: by the second, by the minute, or in steps.

use std::time::Duration;

use leptos::prelude::*;

use crate::platform::clock;

/// Follows the time in seconds since 1970 while something runs. While nothing runs it stands still, and nothing wakes.
#[must_use]
pub fn while_running(runs: impl Fn() -> bool + Send + Sync + 'static) -> ReadSignal<u64> {
    let now = RwSignal::new(clock::now_seconds());
    let runs = Memo::new(move |_| runs());
    Effect::new(move |_| {
        if runs.get() {
            let tell = move || now.set(clock::now_seconds());
            tell();
            if let Ok(ticking) = set_interval_with_handle(tell, Duration::from_secs(1)) {
                on_cleanup(move || ticking.clear());
            }
        }
    });
    now.read_only()
}

/// Lets the browser draw and hear the user in the middle of long work.
pub async fn breath() {
    clock::breath().await;
}

/// Follows the time in seconds since 1970, once a minute.
#[must_use]
pub fn each_minute() -> ReadSignal<u64> {
    let now = RwSignal::new(clock::now_seconds());
    let tell = move || now.set(clock::now_seconds());
    if let Ok(ticking) = set_interval_with_handle(tell, Duration::from_secs(60)) {
        on_cleanup(move || ticking.clear());
    }
    now.read_only()
}
