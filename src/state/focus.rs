//! Where the keyboard is.

use crate::platform::page;

/// Moves the focus to the title of the page.
#[must_use]
pub fn title() -> bool {
    page::focus("#page-title")
}

/// Moves the focus to the first element that fits a selector.
#[must_use]
pub fn element(selector: &str) -> bool {
    page::focus(selector)
}

/// Tells whether single letters are text where the focus is.
#[must_use]
pub fn is_in_text() -> bool {
    page::focus_is_in_text()
}

/// Calls back on every key press anywhere on the page.
pub fn on_key(then: impl Fn(web_sys::KeyboardEvent) + 'static) {
    page::on_key(then);
}
