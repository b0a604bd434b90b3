//! The choices under a cell: one row of buttons that leaves the grid readable.

use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::ui::grid::body::style;
use crate::ui::grid::engine::focus;
use crate::ui::grid::keys::{Action, action_of};
use crate::ui::live::{Show, fact};

/// Shows the choices of a cell at its lower edge, or above it where there is no room below.
#[component]
pub fn Strip(
    /// Whether it is open.
    is_open: RwSignal<bool>,
    /// The cell, where it is in the document.
    anchor: Signal<Option<HtmlElement>, LocalStorage>,
    /// Closes it and gives the focus back to the cell.
    close: Callback<()>,
    /// Hears a letter typed in it.
    on_letter: Callback<Action>,
    /// The letters that mean something.
    letters: &'static str,
    /// The buttons.
    choices: ViewFn,
) -> impl IntoView {
    let node = NodeRef::<Div>::new();
    let buttons = move || -> Vec<HtmlElement> {
        let found = node.get_untracked().and_then(|node| node.query_selector_all("button").ok());
        let found =
            found.map(|list| (0..list.length()).filter_map(|at| list.item(at)?.dyn_into().ok()).collect());
        found.unwrap_or_default()
    };
    Effect::new(move |was_open: Option<bool>| {
        let (Some(strip), Some(cell), true) = (node.get(), anchor.get(), is_open.get()) else { return false };
        let Some(frame) = strip.offset_parent() else { return false };
        let (cell, frame) = (cell.get_bounding_client_rect(), frame.get_bounding_client_rect());
        let (width, height) = (f64::from(strip.offset_width()), f64::from(strip.offset_height()));
        let page = f64::from(document().document_element().map_or(0, |root| root.client_height()));
        let is_below = cell.bottom() + height <= page || cell.top() < height;
        let top = if is_below { cell.bottom() } else { cell.top() - height };
        style(&strip, "left", (cell.left() - frame.left()).min(frame.width() - width).max(0.0));
        style(&strip, "top", top - frame.top());
        if was_open != Some(true) {
            let all = buttons();
            let chosen =
                all.iter().find(|button| button.get_attribute("aria-pressed").as_deref() == Some("true"));
            if let Some(first) = chosen.or_else(|| all.first()) {
                focus(first);
            }
        }
        true
    });
    let step = move |by: isize| {
        let (all, now) = (buttons(), document().active_element());
        let at = all.iter().position(|button| now.as_deref() == Some(button.as_ref())).unwrap_or(0);
        let next = at.saturating_add_signed(by).min(all.len().saturating_sub(1));
        if let Some(button) = all.get(next) {
            focus(button);
        }
    };
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        if event.is_composing() {
            return;
        }
        let key =
            if event.key() == "Process" || !event.key().is_ascii() { event.code() } else { event.key() };
        match key.as_str() {
            "Escape" | "F2" => close.run(()),
            "ArrowLeft" | "ArrowUp" => step(-1),
            "ArrowRight" | "ArrowDown" => step(1),
            "Home" => step(isize::MIN / 2),
            "End" => step(isize::MAX / 2),
            _ => match action_of(&key, event.ctrl_key() || event.meta_key(), event.shift_key()) {
                Some(action @ Action::Type { key, .. }) if letters.contains(key) => on_letter.run(action),
                Some(Action::Clear) => on_letter.run(Action::Clear),
                _ => return,
            },
        }
        event.prevent_default();
        event.stop_propagation();
    };
    let on_leave = move |event: leptos::ev::FocusEvent| {
        let next = event.related_target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
        if !node.try_get_untracked().flatten().is_some_and(|node| node.contains(next.as_ref())) {
            is_open.set(false);
        }
    };
    view! {
        <Show when=fact(move || is_open.get())>
            <div class="grid-strip" node_ref=node on:keydown=on_key on:focusout=on_leave>{choices.run()}</div>
        </Show>
    }
}
