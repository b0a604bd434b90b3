//! What stands where a list will be.

use leptos::prelude::*;

/// Shows a sentence on what will be here and the first thing to do.
#[component]
pub fn EmptyState(
    /// What will be here.
    #[prop(into)]
    sentence: Signal<String>,
    /// What to do.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="empty-state">
            <p class="finding">{sentence}</p>
            <div class="actions">{children()}</div>
        </div>
    }
}
