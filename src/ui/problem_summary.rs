//! The list of problems above a title.

use crate::ui::live::{Show, fact, follow, live};
use leptos::html::Div;
use leptos::prelude::*;

/// One problem with the way to its field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What to do.
    pub text: String,
    /// Where.
    pub href: String,
}

/// Shows what stands in the way, once there is something, and takes the focus then.
#[component]
pub fn ProblemSummary(
    /// The heading.
    #[prop(into)]
    title: Signal<String>,
    /// The problems.
    #[prop(into)]
    problems: Signal<Vec<Problem>>,
) -> impl IntoView {
    let node = NodeRef::<Div>::new();
    follow(move || {
        if let (Some(summary), false) = (node.get(), problems.with(Vec::is_empty)) {
            // A summary that cannot take the focus is still read as an alert.
            let _ = summary.focus();
        }
    });
    let list = move || {
        let items = problems
            .get()
            .into_iter()
            .map(|problem| view! { <li><a href=problem.href>{problem.text}</a></li> });
        items.collect_view()
    };
    view! {
        <Show when=fact(move || !problems.with(Vec::is_empty))>
            <div class="problem-summary" role="alert" tabindex="-1" node_ref=node>
                <h2>{title}</h2>
                <ul>{live(list)}</ul>
            </div>
        </Show>
    }
}
