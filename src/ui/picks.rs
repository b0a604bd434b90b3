//! Fields for choices and dates.

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::ui::field::{FieldFrame, field_id, use_read_only};
use crate::ui::live::{fact, kept, live};

/// Shows a list to choose one from.
#[component]
pub fn SelectField(
    /// The label.
    #[prop(into)]
    label: Signal<String>,
    /// The chosen value.
    #[prop(into)]
    value: Signal<String>,
    /// The values with their words.
    #[prop(into)]
    options: Signal<Vec<(String, String)>>,
    /// Hears the chosen value.
    #[prop(into)]
    on_input: Callback<String>,
    /// What helps to choose.
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
) -> impl IntoView {
    let id = id.unwrap_or_else(field_id);
    let read_only = use_read_only();
    let described = format!("{id}-hint {id}-error");
    // Long lists are computed often and differ seldom.
    let options = kept(move || options.get());
    let choices = live(move || {
        let chosen = value.get();
        let options = options.get().into_iter();
        let options = options.map(|(value, words)| {
            let is_chosen = value == chosen;
            view! { <option value=value selected=is_chosen>{words}</option> }
        });
        options.collect_view()
    });
    view! {
        <FieldFrame id=id.clone() label hint error hide_label>
            <select
                id=id
                aria-describedby=described
                aria-invalid=move || error.get().is_some().then_some("true")
                disabled=move || read_only.get()
                prop:value=move || value.get()
                on:change=move |event| on_input.run(event_target_value(&event))
            >
                {choices}
            </select>
        </FieldFrame>
    }
}

/// Shows a few choices side by side, of which one or none is chosen. Choosing the chosen one again takes it back.
#[component]
pub fn ChoiceField(
    /// The label.
    #[prop(into)]
    label: Signal<String>,
    /// The chosen value; empty for none.
    #[prop(into)]
    value: Signal<String>,
    /// The values with their words.
    #[prop(into)]
    options: Signal<Vec<(String, String)>>,
    /// Hears the chosen value; empty for none.
    #[prop(into)]
    on_input: Callback<String>,
    /// What the first and the last choice mean, where the choices are a scale.
    #[prop(optional, into)]
    ends: MaybeProp<[String; 2]>,
    /// Whether the label is for screen readers only.
    #[prop(optional)]
    hide_label: bool,
) -> impl IntoView {
    let name = field_id();
    let described = format!("{name}-ends");
    let place = described.clone();
    let meaning = live(move || {
        let id = place.clone();
        ends.get().map(
            |[low, high]| view! { <p class="scale-ends" id=id><span>{low}</span>" "<span>{high}</span></p> },
        )
    });
    let read_only = use_read_only();
    let choices = live(move || {
        let options = options.get().into_iter();
        let options = options.map(|(code, words)| {
            let (own, again) = (code.clone(), code.clone());
            let is_chosen = fact(move || value.get() == own);
            view! {
                <label>
                    <input
                        type="radio"
                        name=name.clone()
                        value=code.clone()
                        disabled=move || read_only.get()
                        prop:checked=is_chosen
                        on:click=move |_| {
                            let is_again = value.get_untracked() == again;
                            on_input.run(if is_again { String::new() } else { again.clone() });
                        }
                        on:change=move |_| ()
                    />
                    <span>{words}</span>
                </label>
            }
        });
        options.collect_view()
    });
    view! {
        <fieldset class="field choice" aria-describedby=move || ends.get().map(|_| described.clone())>
            <legend class:sr-only=hide_label>{label}</legend>
            <div class="choice-box">{choices}</div>
            {meaning}
        </fieldset>
    }
}

/// Shows a box to tick.
#[component]
pub fn Checkbox(
    /// The label.
    #[prop(into)]
    label: Signal<String>,
    /// Whether it is ticked.
    #[prop(into)]
    value: Signal<bool>,
    /// Hears whether it is ticked.
    #[prop(into)]
    on_input: Callback<bool>,
    /// Whether the label is for screen readers only.
    #[prop(optional)]
    hide_label: bool,
) -> impl IntoView {
    let read_only = use_read_only();
    view! {
        <label class="checkbox">
            <input
                type="checkbox"
                prop:checked=move || value.get()
                disabled=move || read_only.get()
                on:change=move |event| on_input.run(event_target_checked(&event))
            />
            <span class:sr-only=hide_label>{label}</span>
        </label>
    }
}

/// Shows a field for a date.
#[component]
pub fn DateField(
    /// The label.
    #[prop(into)]
    label: Signal<String>,
    /// The date.
    #[prop(into)]
    value: Signal<Option<NaiveDate>>,
    /// Hears the date, or that there is none.
    #[prop(into)]
    on_input: Callback<Option<NaiveDate>>,
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
) -> impl IntoView {
    let id = id.unwrap_or_else(field_id);
    let read_only = use_read_only();
    let described = format!("{id}-hint {id}-error");
    view! {
        <FieldFrame id=id.clone() label hint error hide_label>
            <input
                type="date"
                id=id
                aria-describedby=described
                aria-invalid=move || error.get().is_some().then_some("true")
                prop:value=move || value.get().map(|date| date.to_string()).unwrap_or_default()
                readonly=move || read_only.get()
                on:change=move |event| on_input.run(event_target_value(&event).parse().ok())
            />
        </FieldFrame>
    }
}

/// Shows a field for a month, written `2026-03`.
#[component]
pub fn MonthField(
    /// The label.
    #[prop(into)]
    label: Signal<String>,
    /// The month; empty for none.
    #[prop(into)]
    value: Signal<String>,
    /// Hears the month, or that there is none.
    #[prop(into)]
    on_input: Callback<String>,
    /// Whether the label is for screen readers only.
    #[prop(optional)]
    hide_label: bool,
) -> impl IntoView {
    let id = field_id();
    let read_only = use_read_only();
    view! {
        <FieldFrame id=id.clone() label hint=MaybeProp::default() error=MaybeProp::default() hide_label>
            <input
                type="month"
                id=id
                placeholder="2026-03"
                prop:value=move || value.get()
                readonly=move || read_only.get()
                on:change=move |event| on_input.run(event_target_value(&event))
            />
        </FieldFrame>
    }
}

/// Shows a field for a time of day, written `09:30`.
#[component]
pub fn TimeField(
    /// The label.
    #[prop(into)]
    label: Signal<String>,
    /// The time; empty for none.
    #[prop(into)]
    value: Signal<String>,
    /// Hears the time, empty for none.
    #[prop(into)]
    on_input: Callback<String>,
) -> impl IntoView {
    let id = field_id();
    let read_only = use_read_only();
    view! {
        <FieldFrame id=id.clone() label hint=MaybeProp::default() error=MaybeProp::default() hide_label=false>
            <input
                type="time"
                id=id
                prop:value=move || value.get()
                readonly=move || read_only.get()
                on:change=move |event| on_input.run(event_target_value(&event))
            />
        </FieldFrame>
    }
}

/// Shows a field for a date with a time of day, as the browser writes both: `2026-03-01T09:30`.
#[component]
pub fn MomentField(
    /// The label.
    #[prop(into)]
    label: Signal<String>,
    /// The moment; empty for none.
    #[prop(into)]
    value: Signal<String>,
    /// Hears the moment, or that there is none.
    #[prop(into)]
    on_input: Callback<String>,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: MaybeProp<String>,
    /// Whether the label is for screen readers only.
    #[prop(optional)]
    hide_label: bool,
) -> impl IntoView {
    let id = field_id();
    let read_only = use_read_only();
    let described = format!("{id}-error");
    view! {
        <FieldFrame id=id.clone() label hint=MaybeProp::default() error hide_label>
            <input
                type="datetime-local"
                id=id
                step="1"
                aria-describedby=described
                aria-invalid=move || error.get().is_some().then_some("true")
                prop:value=move || value.get()
                readonly=move || read_only.get()
                on:change=move |event| on_input.run(event_target_value(&event))
            />
        </FieldFrame>
    }
}
