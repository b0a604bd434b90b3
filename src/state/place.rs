//! Going to another page, printing this one.

use leptos::prelude::{on_cleanup, window_event_listener_untyped};

use crate::platform::page;
use crate::routes::{Location, Route};

/// Goes to a page.
pub fn go(route: Route) {
    page::set_hash(&route.path(), false);
}

/// Goes to a page in place of the present one.
pub fn replace(route: Route) {
    page::set_hash(&route.path(), true);
}

/// Prints this page.
pub fn print() {
    page::print();
}

/// Goes to a link of the app.
pub fn go_href(href: &str) {
    page::set_hash(href.trim_start_matches('#'), false);
}

/// Calls back with the clause the address names, now and whenever the address changes while the page is shown.
pub fn on_selected(then: impl Fn(String) + 'static) {
    let tell = move || {
        if let Some(clause) = Location::parse(&page::hash()).selected {
            then(clause);
        }
    };
    tell();
    let listener = window_event_listener_untyped("hashchange", move |_| tell());
    on_cleanup(move || listener.remove());
}
