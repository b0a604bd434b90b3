//! What stands where a list will be.

use leptos::prelude::*;

use crate::ui::field::use_read_only;

/// Shows a sentence on what will be here and the first thing to do, where anything may be done.
#[component]
pub fn EmptyState(
    /// What will be here.
    #[prop(into)]
    sentence: Signal<String>,
    /// What to do.
    children: Children,
) -> impl IntoView {
    let read_only = use_read_only();
    view! {
        <div class="empty-state">
            <p class="finding">{sentence}</p>
            <div class="actions" hidden=move || read_only.get()>{children()}</div>
        </div>
    }
}
