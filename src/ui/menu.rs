//! A list of choices under a button.

use leptos::html::Details;
use leptos::prelude::*;

/// Shows a button that opens a list of choices; it closes on a choice, on Escape and when the focus leaves.
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
    let close = move || {
        if let Some(details) = node.get_untracked() {
            details.set_open(false);
        }
    };
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" {
            close();
        }
    };
    let on_toggle = move |_| {
        if let (Some(open), Some(details)) = (open, node.get_untracked()) {
            open.set(details.open());
        }
    };
    let on_focus_out = move |event: leptos::ev::FocusEvent| {
        use wasm_bindgen::JsCast;
        let next = event.related_target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
        let stays = node.get_untracked().is_some_and(|details| details.contains(next.as_ref()));
        if next.is_some() && !stays {
            close();
        }
    };
    view! {
        <details class=format!("menu {class}") node_ref=node on:toggle=on_toggle on:keydown=on_key on:focusout=on_focus_out>
            <summary>{label}</summary>
            <ul class="menu-list" on:click=move |_| close()>{children()}</ul>
        </details>
    }
}
