//! Where the keyboard is.

use leptos::task::{spawn_local, tick};

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

/// Scrolls as little as it takes to show the first element that fits a selector; the focus stays where it is.
pub fn show(selector: &str) {
    page::show(selector);
}

/// Moves the focus to the first element that fits one of some selectors, once what was just changed is shown.
pub fn once_shown(selectors: &'static [&'static str]) {
    spawn_local(async move {
        tick().await;
        // Where nothing fits, what was to be shown is gone again, and the focus stays.
        let _ = selectors.iter().any(|selector| page::focus(selector));
    });
}

/// Moves the focus to the first field of an item once it is shown. An item that is shut opens when it takes the focus.
/// Where a list shows no own place for it, the focus stays.
pub fn item_once_shown(clause: &str) {
    let place = format!("[id=\"c-{clause}\"]");
    let field = format!("{place} :is(input, textarea, select)");
    // No timer: whoever types on at once is not called back from where they went.
    spawn_local(async move {
        tick().await;
        if !page::focus(&field) && page::focus(&place) {
            tick().await;
            let _ = page::focus(&field);
        }
    });
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
