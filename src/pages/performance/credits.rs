//! 6.5 Service credits: what a missed service level costs, and what the proposed lines would have cost.

use leptos::prelude::*;

use crate::pages::parts::StageSheet;
use crate::routes::Page;

/// Shows the page.
#[component]
pub fn CreditsPage() -> impl IntoView {
    view! { <StageSheet page=Page::Credits>""</StageSheet> }
}
