//! The seam between client and vendor, and the heads of its two sides.

use leptos::prelude::*;

/// Shows the head of one side: a single rule for the client, a double one for the vendor.
#[component]
pub fn SideHead(
    /// Whether it is the vendor's side.
    vendor: bool,
    /// The word for the side.
    #[prop(into)]
    side: Signal<String>,
    /// The firm's name.
    #[prop(into)]
    name: Signal<String>,
) -> impl IntoView {
    view! {
        <p class="side-head" data-side=if vendor { "vendor" } else { "client" }>
            <strong>{side}</strong>" "{name}
        </p>
    }
}
