//! 6.3 Payment: what is paid for a period, line by line.

use leptos::prelude::*;

use crate::pages::parts::StageSheet;
use crate::routes::Page;

/// Shows the page.
#[component]
pub fn PaymentPage() -> impl IntoView {
    view! { <StageSheet page=Page::Payment>""</StageSheet> }
}
