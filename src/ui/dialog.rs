//! A question that has to be answered first.

use crate::ui::live::{Show, fact, follow};
use leptos::html::Dialog as DialogElement;
use leptos::prelude::*;

/// Shows a modal dialog while `open` is set; the browser gives the focus back afterwards.
#[component]
pub fn Dialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// The title.
    #[prop(into)]
    title: Signal<String>,
    /// What it says, asks and offers.
    children: ChildrenFn,
) -> impl IntoView {
    let node = NodeRef::<DialogElement>::new();
    follow(move || {
        let Some(dialog) = node.get() else { return };
        if open.get() && !dialog.open() {
            // An element that is already shown as a dialog needs no showing.
            let _ = dialog.show_modal();
        } else if !open.get() && dialog.open() {
            dialog.close();
        }
    });
    view! {
        <dialog class="dialog" node_ref=node aria-label=move || title.get() on:close=move |_| open.set(false)>
            <Show when=fact(move || open.get())>
                <h2 class="dialog-title">{title}</h2>
                {children()}
            </Show>
        </dialog>
    }
}
