//! A place for a table from elsewhere, however long: a field for text would lay out every line of it.

use leptos::prelude::*;

use crate::ui::field::{FieldFrame, field_id};

/// Shows a field that takes a pasted text without showing it. What is typed into it counts too.
#[component]
pub fn PasteBox(
    /// The label.
    #[prop(into)]
    label: Signal<String>,
    /// Hears the text.
    #[prop(into)]
    on_text: Callback<String>,
) -> impl IntoView {
    let id = field_id();
    let on_paste = move |event: leptos::ev::ClipboardEvent| {
        if let Some(text) = event.clipboard_data().and_then(|data| data.get_data("text/plain").ok()) {
            event.prevent_default();
            on_text.run(text);
        }
    };
    view! {
        <FieldFrame id=id.clone() label hint=MaybeProp::default() error=MaybeProp::default() hide_label=false>
            <textarea id=id rows="3" spellcheck="false" on:paste=on_paste on:input=move |event| on_text.run(event_target_value(&event))></textarea>
        </FieldFrame>
    }
}
