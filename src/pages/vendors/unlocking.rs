//! Unlocking for a written reason.

use leptos::prelude::*;

use crate::pages::form::Asked;
use crate::pages::form::with_reason as asks;

const ASKED: Asked =
    Asked { reason: |text| text.vendors.unlock_reason, missing: |text| text.vendors.unlock_reason_missing };

/// Shows a field for the reason and the button that unlocks; without a reason it says so and stays locked.
pub fn with_reason(label: Signal<String>, unlock: impl Fn(String) + Copy + Send + Sync + 'static) -> AnyView {
    asks(label, ASKED, Callback::new(unlock))
}
