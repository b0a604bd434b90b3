//! A list of choices under a button.

use leptos::html::Details;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Shows a button that opens a list of choices; it closes on a choice, on Escape, on a press beside it and when the focus
/// leaves.
#[component]
pub fn Menu(
    /// The words of the button.
    #[prop(into)]
    label: Signal<String>,
    /// The class that says how it looks.
    #[prop(optional, into)]
    class: String,
    /// Follows whether it is open, for choices that are costly to keep up to date.
    #[prop(optional)]
    open: Option<RwSignal<bool>>,
    /// The choices, as list items.
    children: Children,
) -> impl IntoView {
    let node = NodeRef::<Details>::new();
    // A menu that goes with its page while it has the focus loses the focus on the way: by then its node is gone.
    let details = move || node.try_get_untracked().flatten();
    let close = move || {
        if let Some(details) = details() {
            details.set_open(false);
        }
    };
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" {
            close();
        }
    };
    let on_toggle = move |_| {
        if let (Some(open), Some(details)) = (open, details()) {
            open.try_set(details.open());
        }
    };
    let on_focus_out = move |event: leptos::ev::FocusEvent| {
        let next = event.related_target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
        let stays = details().is_some_and(|details| details.contains(next.as_ref()));
        if next.is_some() && !stays {
            close();
        }
    };
    // A press beside it may land on nothing that takes the focus.
    let press = window_event_listener(leptos::ev::pointerdown, move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
        if !details().is_some_and(|details| details.contains(target.as_ref())) {
            close();
        }
    });
    on_cleanup(move || press.remove());
    view! {
        <details class=format!("menu {class}") node_ref=node on:toggle=on_toggle on:keydown=on_key on:focusout=on_focus_out>
            <summary>{label}</summary>
            <ul class="menu-list" on:click=move |_| close()>{children()}</ul>
        </details>
    }
}
