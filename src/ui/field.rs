//! Fields for text, with their label above and their hint below it.

use std::sync::atomic::{AtomicUsize, Ordering};

use crate::ui::live::live;
use leptos::prelude::*;

/// Whether fields may only be read, shared through context.
#[derive(Clone, Copy)]
pub struct ReadOnly(pub Signal<bool>);

/// Returns whether fields may only be read here.
#[must_use]
pub fn use_read_only() -> Signal<bool> {
    use_context::<ReadOnly>().map_or_else(|| Signal::derive(|| false), |read_only| read_only.0)
}

/// Makes an id for a field that no other element of the page has.
#[must_use]
pub fn field_id() -> String {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    format!("field-{}", COUNT.fetch_add(1, Ordering::Relaxed))
}

/// The most letters a field takes: what a file may hold in one text, so that what is exported can be imported.
const LONGEST: &str = "32000";

/// Shows a label, a hint and an error around a control.
#[component]
pub fn FieldFrame(
    /// The id of the control.
    id: String,
    /// The label.
    #[prop(into)]
    label: Signal<String>,
    /// What helps to fill it in.
    #[prop(into)]
    hint: MaybeProp<String>,
    /// What is wrong with it.
    #[prop(into)]
    error: MaybeProp<String>,
    /// Whether the label is for screen readers only, as in tables.
    hide_label: bool,
    /// The control.
    children: Children,
) -> impl IntoView {
    let hint_id = format!("{id}-hint");
    let error_id = format!("{id}-error");
    view! {
        <div class="field" class:faulty=move || error.get().is_some()>
            <label for=id class:sr-only=hide_label>{label}</label>
            {live(move || hint.get().map(|hint| view! { <p class="field-hint" id=hint_id.clone()>{hint}</p> }))}
            {live(move || error.get().map(|error| view! { <p class="field-error" id=error_id.clone()>{error}</p> }))}
            {children()}
        </div>
    }
}

/// Shows a field for one line of text. It reports while typing, but not inside an input method's composition.
#[component]
pub fn TextField(
    /// The label.
    #[prop(into)]
    label: Signal<String>,
    /// The text.
    #[prop(into)]
    value: Signal<String>,
    /// Hears the text while it is typed.
    #[prop(into)]
    on_input: Callback<String>,
    /// Hears the text once it stands: with Enter, or when the field is left.
    #[prop(optional, into)]
    on_change: Option<Callback<String>>,
    /// What helps to fill it in.
    #[prop(optional, into)]
    hint: MaybeProp<String>,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: MaybeProp<String>,
    /// Whether the label is for screen readers only.
    #[prop(optional)]
    hide_label: bool,
    /// The id, where something leads here.
    #[prop(optional, into)]
    id: Option<String>,
    /// The id of a `datalist` with what can be chosen beside typing.
    #[prop(optional, into)]
    list: Option<String>,
) -> impl IntoView {
    let id = id.unwrap_or_else(field_id);
    let read_only = use_read_only();
    let described = format!("{id}-hint {id}-error");
    view! {
        <FieldFrame id=id.clone() label hint error hide_label>
            <input
                type="text"
                id=id
                spellcheck="false"
                autocomplete="off"
                list=list
                maxlength=LONGEST
                aria-describedby=described
                aria-invalid=move || error.get().is_some().then_some("true")
                prop:value=move || value.get()
                readonly=move || read_only.get()
                on:input=move |event| {
                    if !is_composing(&event) {
                        on_input.run(event_target_value(&event));
                    }
                }
                on:compositionend=move |event| on_input.run(event_target_value(&event))
                on:change=move |event| {
                    if let Some(on_change) = on_change {
                        on_change.run(event_target_value(&event));
                    }
                }
            />
        </FieldFrame>
    }
}

/// Shows a field for several lines of text that grows with them.
#[component]
pub fn TextArea(
    /// The label.
    #[prop(into)]
    label: Signal<String>,
    /// The text.
    #[prop(into)]
    value: Signal<String>,
    /// Hears the text while it is typed.
    #[prop(into)]
    on_input: Callback<String>,
    /// What helps to fill it in.
    #[prop(optional, into)]
    hint: MaybeProp<String>,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: MaybeProp<String>,
    /// Whether the label is for screen readers only.
    #[prop(optional)]
    hide_label: bool,
    /// How many lines it shows at least.
    #[prop(default = 2)]
    lines: u32,
    /// The id, where something leads here.
    #[prop(optional, into)]
    id: Option<String>,
) -> impl IntoView {
    let id = id.unwrap_or_else(field_id);
    let read_only = use_read_only();
    let described = format!("{id}-hint {id}-error");
    view! {
        <FieldFrame id=id.clone() label hint error hide_label>
            <textarea
                id=id
                maxlength=LONGEST
                rows=lines
                spellcheck="false"
                aria-describedby=described
                aria-invalid=move || error.get().is_some().then_some("true")
                prop:value=move || value.get()
                readonly=move || read_only.get()
                on:input=move |event| {
                    if !is_composing(&event) {
                        on_input.run(event_target_value(&event));
                    }
                }
                on:compositionend=move |event| on_input.run(event_target_value(&event))
            ></textarea>
        </FieldFrame>
    }
}

/// Tells whether an input event belongs to an unfinished composition of an input method.
fn is_composing(event: &leptos::ev::Event) -> bool {
    js_sys::Reflect::get(event, &"isComposing".into()).is_ok_and(|flag| flag.is_truthy())
}
