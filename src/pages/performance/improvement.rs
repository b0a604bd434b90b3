//! 6.4 Improvement: from feedback over a cause and an action to its effect.

use leptos::prelude::*;

use crate::pages::parts::StageSheet;
use crate::routes::Page;

/// Shows the page.
#[component]
pub fn ImprovementPage() -> impl IntoView {
    view! { <StageSheet page=Page::Improvement>""</StageSheet> }
}
