//! The page: address, title, language, theme, and its coming and going.

use leptos::prelude::{window_event_listener, window_event_listener_untyped};
use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition, VisibilityState};

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// Returns what stands behind `#` in the address.
#[must_use]
pub fn hash() -> String {
    web_sys::window()
        .and_then(|window| window.location().hash().ok())
        .map(|hash| hash.trim_start_matches('#').to_owned())
        .unwrap_or_default()
}

/// Goes to another place of the app; `replace` leaves no entry in the history.
pub fn set_hash(path: &str, replace: bool) {
    let Some(location) = web_sys::window().map(|window| window.location()) else { return };
    let address = format!("#{path}");
    let _ = if replace { location.replace(&address) } else { location.set_hash(&address) };
}

/// Calls back whenever the address changes.
pub fn on_hash_change(then: impl Fn() + 'static) {
    let handle = window_event_listener_untyped("hashchange", move |_| then());
    std::mem::forget(handle);
}

/// Calls back when the page is hidden or closed.
pub fn on_leave(then: impl Fn() + Clone + 'static) {
    let on_hide = then.clone();
    std::mem::forget(window_event_listener_untyped("visibilitychange", move |_| {
        if document().is_some_and(|document| document.visibility_state() == VisibilityState::Hidden) {
            on_hide();
        }
    }));
    std::mem::forget(window_event_listener_untyped("pagehide", move |_| then()));
}

/// Calls back on every key press anywhere on the page.
pub fn on_key(then: impl Fn(web_sys::KeyboardEvent) + 'static) {
    std::mem::forget(window_event_listener(leptos::ev::keydown, then));
}

/// Calls back when another tab changed storage, with the key, or nothing when all of it was cleared.
pub fn on_storage(then: impl Fn(Option<String>) + 'static) {
    std::mem::forget(window_event_listener(leptos::ev::storage, move |event| then(event.key())));
}

/// Calls back when a print begins, with `true`, and when it is over.
pub fn on_print(then: impl Fn(bool) + Clone + 'static) {
    let on_end = then.clone();
    std::mem::forget(window_event_listener_untyped("beforeprint", move |_| then(true)));
    std::mem::forget(window_event_listener_untyped("afterprint", move |_| on_end(false)));
}

/// Sets the title of the page.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Sets the language of the page.
pub fn set_language(tag: &str) {
    set_root_attribute("lang", tag);
}

/// Sets the theme of the page: `auto`, `light` or `dark`.
pub fn set_theme(theme: &str) {
    set_root_attribute("data-theme", theme);
}

fn set_root_attribute(name: &str, value: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = root.set_attribute(name, value);
    }
}

/// Tells whether the browser's first language is Chinese.
#[must_use]
pub fn prefers_chinese() -> bool {
    web_sys::window()
        .and_then(|window| window.navigator().language())
        .is_some_and(|language| language.to_lowercase().starts_with("zh"))
}

/// Tells whether the system asks for dark colours.
#[must_use]
pub fn prefers_dark() -> bool {
    matches("(prefers-color-scheme: dark)")
}

/// Tells whether the page is as narrow as a phone; the same limit as in the stylesheets.
#[must_use]
pub fn is_narrow() -> bool {
    matches("(max-width: 719.98px)")
}

/// Calls back when the page changes its size.
pub fn on_resize(then: impl Fn() + 'static) {
    std::mem::forget(window_event_listener_untyped("resize", move |_| then()));
}

fn matches(query: &str) -> bool {
    web_sys::window()
        .and_then(|window| window.match_media(query).ok().flatten())
        .is_some_and(|query| query.matches())
}

/// Tells whether lines of a list on the page are still to come.
#[must_use]
pub fn is_coming() -> bool {
    document().is_some_and(|document| matches!(document.query_selector("[aria-busy='true']"), Ok(Some(_))))
}

/// Moves the focus to the first element that fits a selector and scrolls it into view. Tells whether there was one.
#[must_use]
pub fn focus(selector: &str) -> bool {
    let element = document().and_then(|document| document.query_selector(selector).ok().flatten());
    match element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        Some(element) => {
            unfold(&element);
            element.scroll_into_view_with_bool(false);
            element.focus().is_ok()
        }
        None => false,
    }
}

/// Scrolls as little as it takes to show the first element that fits a selector; the focus stays where it is.
pub fn show(selector: &str) {
    let element = document().and_then(|document| document.query_selector(selector).ok().flatten());
    if let Some(element) = element {
        let how = ScrollIntoViewOptions::new();
        how.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&how);
    }
}

/// Opens every disclosure around an element: what is folded away cannot take the focus.
fn unfold(element: &HtmlElement) {
    let mut around = element.closest("details:not([open])").ok().flatten();
    while let Some(details) = around {
        let _ = details.set_attribute("open", "");
        around = details.closest("details:not([open])").ok().flatten();
    }
}

/// Tells whether the focus is in a field for text, where single letters are text and no commands.
#[must_use]
pub fn focus_is_in_text() -> bool {
    document().and_then(|document| document.active_element()).is_some_and(|element| {
        let tag = element.tag_name();
        tag == "TEXTAREA"
            || tag == "SELECT"
            || (tag == "INPUT" && element.get_attribute("type").as_deref() != Some("radio"))
    })
}

/// Opens the browser's print dialog.
pub fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}

/// Reloads the page.
pub fn reload() {
    if let Some(window) = web_sys::window() {
        let _ = window.location().reload();
    }
}
