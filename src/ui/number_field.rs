//! Fields for numbers. What cannot be read stays as it was typed, with the reason; the number before it goes on counting.

use leptos::prelude::*;

use crate::ui::live::{follow, live};

use crate::ui::field::{FieldFrame, field_id, use_read_only};

/// How numbers are read here, shared through context.
#[derive(Clone, Copy)]
pub struct NumberReading {
    /// Reads a number as people write it.
    pub read: fn(&str) -> Option<f64>,
    /// Says what is the matter with a text that is no number.
    pub explain: Callback<String, String>,
    /// Says between which limits a number has to lie; there is at least one.
    pub explain_range: Callback<(Option<f64>, Option<f64>), String>,
}

/// Shows a field for a number.
#[component]
pub fn NumberField(
    /// The label, with the unit.
    #[prop(into)]
    label: Signal<String>,
    /// The number.
    #[prop(into)]
    value: Signal<Option<f64>>,
    /// Hears the number, or that there is none.
    #[prop(into)]
    on_input: Callback<Option<f64>>,
    /// What helps to fill it in.
    #[prop(optional, into)]
    hint: MaybeProp<String>,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: MaybeProp<String>,
    /// Whether the label is for screen readers only.
    #[prop(optional)]
    hide_label: bool,
    /// The lowest number that counts.
    #[prop(optional)]
    min: Option<f64>,
    /// The highest number that counts.
    #[prop(optional)]
    max: Option<f64>,
    /// The id, where something leads here.
    #[prop(optional, into)]
    id: Option<String>,
) -> impl IntoView {
    let id = id.unwrap_or_else(field_id);
    let read_only = use_read_only();
    let reading = use_context::<NumberReading>();
    let raw = RwSignal::new(value.get_untracked().map(plain).unwrap_or_default());
    let in_range =
        move |number: f64| min.is_none_or(|min| min <= number) && max.is_none_or(|max| number <= max);
    let parse = move |text: &str| read_number(reading, text).filter(|number| in_range(*number));
    // The user's own way of writing a number stays while it means the same, and so does what is no number.
    let mut before = None;
    follow(move || {
        let value = value.get();
        if before.replace(value).is_some_and(|before| before != value)
            && raw.with_untracked(|raw| parse(raw)) != value
        {
            raw.set(value.map(plain).unwrap_or_default());
        }
    });
    let note = move || {
        let text = raw.get();
        let reading = reading.filter(|_| !text.trim().is_empty() && parse(&text).is_none())?;
        Some(match (reading.read)(&text) {
            Some(_) => reading.explain_range.run((min, max)),
            None => reading.explain.run(text),
        })
    };
    let error = MaybeProp::derive(move || note().or_else(|| error.get()));
    let described = format!("{id}-hint {id}-error");
    view! {
        <FieldFrame id=id.clone() label hint error hide_label>
            <input
                type="text"
                inputmode="decimal"
                class="number"
                id=id
                autocomplete="off"
                aria-describedby=described
                aria-invalid=move || error.get().is_some().then_some("true")
                prop:value=move || raw.get()
                readonly=move || read_only.get()
                on:input=move |event| {
                    let text = event_target_value(&event);
                    let number = parse(&text);
                    let is_empty = text.trim().is_empty();
                    raw.set(text);
                    if is_empty || number.is_some() {
                        on_input.run(number);
                    }
                }
            />
        </FieldFrame>
    }
}

fn read_number(reading: Option<NumberReading>, text: &str) -> Option<f64> {
    reading.map_or_else(|| text.trim().parse().ok(), |reading| (reading.read)(text))
}

fn plain(number: f64) -> String {
    number.to_string()
}

/// Shows a number between two buttons, which change it by 1. It keeps two decimal places.
#[component]
pub fn Stepper(
    /// The label.
    #[prop(into)]
    label: Signal<String>,
    /// The number.
    #[prop(into)]
    value: Signal<f64>,
    /// Hears the number.
    #[prop(into)]
    on_input: Callback<f64>,
    /// The highest number.
    max: f64,
    /// The name of the button that lowers it.
    #[prop(into)]
    less: Signal<String>,
    /// The name of the button that raises it.
    #[prop(into)]
    more: Signal<String>,
    /// The colour segment it stands for, 1 to 4.
    #[prop(optional)]
    segment: Option<u8>,
) -> impl IntoView {
    let id = field_id();
    let read_only = use_read_only();
    let reading = use_context::<NumberReading>();
    // What stands in the field; it follows the number.
    let typed = RwSignal::new(String::new());
    let refused = RwSignal::new(None::<String>);
    follow(move || {
        typed.set(plain(value.get()));
        refused.set(None);
    });
    // What is no such number changes nothing: the field shows again what stands, and why.
    let refuse = move |text: String| {
        refused.set(reading.map(|reading| match (reading.read)(&text) {
            Some(_) => reading.explain_range.run((Some(0.0), Some(max))),
            None => reading.explain.run(text),
        }));
        typed.set(plain(value.get_untracked()));
    };
    let note_id = format!("{id}-note");
    let change = move |next: f64| {
        if !read_only.get_untracked() {
            on_input.run((next.clamp(0.0, max) * 100.0).round() / 100.0);
        }
    };
    view! {
        <div class="field stepper">
            <label for=id.clone()>
                {segment.map(|segment| view! { <i class="segment-key" data-segment=segment></i> })}
                {label}
            </label>
            <div class="stepper-box">
                <button type="button" aria-label=move || format!("{} {}", less.get(), label.get()) on:click=move |_| change(value.get_untracked() - 1.0)>"−"</button>
                <input
                    type="text"
                    inputmode="decimal"
                    id=id
                    autocomplete="off"
                    aria-describedby=note_id.clone()
                    prop:value=move || typed.get()
                    readonly=move || read_only.get()
                    on:input=move |event| typed.set(event_target_value(&event))
                    on:change=move |event| {
                        let text = event_target_value(&event);
                        match read_number(reading, &text).filter(|number| (0.0..=max).contains(number)) {
                            Some(number) => {
                                refused.set(None);
                                change(number);
                            }
                            None => refuse(text),
                        }
                    }
                />
                <button type="button" aria-label=move || format!("{} {}", more.get(), label.get()) on:click=move |_| change(value.get_untracked() + 1.0)>"+"</button>
            </div>
            {live(move || refused.get().map(|note| view! { <p class="field-error" role="alert" id=note_id.clone()>{note}</p> }))}
        </div>
    }
}
