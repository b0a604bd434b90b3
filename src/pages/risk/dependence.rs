//! 5.5 Dependence: how much hangs on which vendor, and how ready the client is to leave.

use leptos::prelude::*;

use crate::pages::parts::StageSheet;
use crate::routes::Page;

/// Shows the page.
#[component]
pub fn DependencePage() -> impl IntoView {
    view! { <StageSheet page=Page::Dependence>""</StageSheet> }
}
