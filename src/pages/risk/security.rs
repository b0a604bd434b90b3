//! 5.4 Information security: agreements, who may see which data, where it is kept, and what is checked.

use leptos::prelude::*;

use crate::pages::parts::StageSheet;
use crate::routes::Page;

/// Shows the page.
#[component]
pub fn SecurityPage() -> impl IntoView {
    view! { <StageSheet page=Page::Security>""</StageSheet> }
}
