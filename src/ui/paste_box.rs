//! A place for a table from elsewhere, however long: a field for text would lay out every line of it.

use js_sys::{Function, JsString, Reflect};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::ui::field::{FieldFrame, field_id};

/// Shows a field that takes a pasted text without showing it. What is typed into it counts too.
#[component]
pub fn PasteBox(
    /// The label.
    #[prop(into)]
    label: Signal<String>,
    /// Hears the text as the browser has it: taking a long one over at once would hold the page up.
    #[prop(into)]
    on_text: Callback<JsString>,
) -> impl IntoView {
    let id = field_id();
    let on_paste = move |event: leptos::ev::ClipboardEvent| {
        if let Some(text) = event.clipboard_data().and_then(|data| plain_text(&data)) {
            event.prevent_default();
            on_text.run(text);
        }
    };
    view! {
        <FieldFrame id=id.clone() label hint=MaybeProp::default() error=MaybeProp::default() hide_label=false>
            <textarea id=id rows="3" spellcheck="false" on:paste=on_paste on:input=move |event| on_text.run(event_target_value(&event).into())></textarea>
        </FieldFrame>
    }
}

fn plain_text(data: &web_sys::DataTransfer) -> Option<JsString> {
    let get: Function = Reflect::get(data, &"getData".into()).ok()?.dyn_into().ok()?;
    get.call1(data, &"text/plain".into()).ok()?.dyn_into().ok()
}
