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
            {live(move || clauses.get().into_iter().map(clause).collect_view())}
        </p>
    }
}

/// Shows one clause, which is not broken where it can be helped. Only languages that part words by spaces get one.
fn clause(words: String) -> impl IntoView {
    let gap = if words.ends_with(|last: char| last.is_ascii()) { " " } else { "" };
    view! { <span>{words}</span>{gap} }
}
