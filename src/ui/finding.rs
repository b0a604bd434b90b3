//! The generated sentence that leads a chart, a matrix or a total.

use crate::ui::live::live;
use leptos::prelude::*;

/// Shows a sentence; each clause stays on one line as long as it can.
#[component]
pub fn Finding(
    /// The clauses.
    #[prop(into)]
    clauses: Signal<Vec<String>>,
) -> impl IntoView {
    view! {
        <p class="finding">
            {live(move || clauses.get().into_iter().map(|clause| view! { <span>{clause}" "</span> }).collect_view())}
        </p>
    }
}
