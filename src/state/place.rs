//! Going to another page, printing this one.

use crate::platform::page;
use crate::routes::Route;

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
