//! Unlocking for a written reason.

use leptos::prelude::*;

use crate::i18n::context::use_words;
use crate::state::focus;
use crate::ui::button::Button;
use crate::ui::field::TextField;

/// Shows a field for the reason and the button that unlocks; without a reason it says so and stays locked.
pub fn with_reason(label: Signal<String>, unlock: impl Fn(String) + Copy + Send + Sync + 'static) -> AnyView {
    let words = use_words();
    let why = RwSignal::new(String::new());
    let tried = RwSignal::new(false);
    let is_missing = move || why.with(|why| why.trim().is_empty());
    let error = MaybeProp::derive(move || {
        (tried.get() && is_missing()).then(|| words.get().vendors.unlock_reason_missing.to_owned())
    });
    let press = move |()| {
        tried.set(true);
        if untrack(is_missing) {
            // The field is there: the button beside it was pressed.
            let _ = focus::element(".unlock input");
        } else {
            unlock(why.get_untracked().trim().to_owned());
        }
    };
    view! {
        <div class="unlock">
            <TextField label=words.s(|t| t.vendors.unlock_reason) value=why on_input=move |text: String| why.set(text) error/>
            <Button label on_press=press/>
        </div>
    }
    .into_any()
}
