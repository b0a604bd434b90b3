//! What edits a value, and how it is shown.

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::domain::money::Money;
use crate::domain::period::Month;
use crate::domain::project::Project;
use crate::i18n::Text;
use crate::i18n::context::use_words;
use crate::state::row::Bound;
use crate::state::workspace::use_workspace;
use crate::ui::field::{TextArea, TextField};
use crate::ui::number_field::NumberField;
use crate::ui::picks::{Checkbox, ChoiceField, DateField, MonthField, SelectField};

/// A value to edit, whatever it belongs to.
#[derive(Clone, Copy)]
pub enum Control {
    /// One line of text.
    Line(Bound<String>),
    /// Several lines of text.
    Lines(Bound<String>),
    /// A number.
    Number(Bound<Option<f64>>),
    /// A number between two limits that may be left open.
    Between(Bound<Option<f64>>, [f64; 2]),
    /// A share in basis points, shown in percent, between two whole percentages.
    Percent(Bound<u32>, u8, u8),
    /// A share in percent that may be left open.
    Share(Bound<Option<f64>>),
    /// An amount in the project's currency.
    Money(Bound<Option<Money>>),
    /// A difference of amounts in the project's currency, which may be below zero.
    Delta(Bound<Option<Money>>),
    /// An amount in a currency that stands beside it.
    Amount(Bound<Option<Money>>),
    /// A date.
    Date(Bound<Option<NaiveDate>>),
    /// A month.
    Month(Bound<Option<Month>>),
    /// Yes, no or unknown.
    YesNo(Bound<Option<bool>>),
    /// A box to tick.
    Tick(Bound<bool>),
    /// A whole number from 0 to a highest one.
    Whole(Bound<Option<u32>>, u32),
    /// A mark between two whole numbers, and where they are not plain, what each of the two means.
    Mark(Bound<Option<u8>>, [u8; 2], Option<Ends>),
    /// One of a closed list, by its place in it.
    OneOf(Bound<usize>, fn(&'static Text) -> Vec<&'static str>),
    /// An item of a register, by the bits of its id.
    Link(Bound<Option<u128>>, fn(&Project) -> Vec<(u128, String)>),
}

/// Picks what the two ends of a scale mean.
pub type Ends = fn(&'static Text) -> [&'static str; 2];

/// Shows a control.
pub fn show(label: Signal<String>, control: Control, error: MaybeProp<String>, hide_label: bool) -> AnyView {
    let words = use_words();
    match control {
        Control::Line(Bound { value, set }) => {
            view! { <TextField label value on_input=set error hide_label/> }.into_any()
        }
        Control::Lines(Bound { value, set }) => {
            view! { <TextArea label value on_input=set error hide_label/> }.into_any()
        }
        Control::Number(Bound { value, set }) => {
            view! { <NumberField label value on_input=set hide_label/> }.into_any()
        }
        Control::Between(Bound { value, set }, [min, max]) => {
            view! { <NumberField label value on_input=set min max hide_label/> }.into_any()
        }
        Control::Share(Bound { value, set }) => {
            view! { <NumberField label value on_input=set min=0.0 max=100.0 hide_label/> }.into_any()
        }
        Control::Money(bound) | Control::Amount(bound) | Control::Delta(bound) => {
            let value = Signal::derive(move || bound.value.get().map(Money::major));
            let set = move |value: Option<f64>| bound.set.run(value.map(Money::from_major));
            let min = if matches!(control, Control::Delta(_)) { -Money::MAX.major() } else { 0.0 };
            view! { <NumberField label value on_input=set min hide_label/> }.into_any()
        }
        Control::Whole(bound, max) => {
            let value = Signal::derive(move || bound.value.get().map(f64::from));
            let set = move |value: Option<f64>| bound.set.run(value.map(|value| value.round() as u32));
            view! { <NumberField label value on_input=set min=0.0 max=f64::from(max) hide_label/> }.into_any()
        }
        Control::Percent(bound, min, max) => {
            let value = Signal::derive(move || Some(f64::from(bound.value.get()) / 100.0));
            let (min, max) = (f64::from(min), f64::from(max));
            // What is no percentage between the two changes nothing; the field says so.
            let set = move |percent: Option<f64>| {
                if let Some(percent) = percent.filter(|percent| (min..=max).contains(percent)) {
                    bound.set.run((percent * 100.0).round() as u32);
                }
            };
            view! { <NumberField label value on_input=set min max hide_label/> }.into_any()
        }
        Control::Date(Bound { value, set }) => {
            view! { <DateField label value on_input=set hide_label/> }.into_any()
        }
        Control::Month(bound) => {
            let value =
                Signal::derive(move || bound.value.get().map(|month| month.to_string()).unwrap_or_default());
            let set = move |text: String| bound.set.run(Month::parse(&text));
            view! { <MonthField label value on_input=set hide_label/> }.into_any()
        }
        Control::Tick(Bound { value, set }) => {
            view! { <Checkbox label value on_input=set hide_label/> }.into_any()
        }
        Control::YesNo(bound) => {
            let value = Signal::derive(move || match bound.value.get() {
                Some(true) => "yes".to_owned(),
                Some(false) => "no".to_owned(),
                None => "unknown".to_owned(),
            });
            let options = Signal::derive(move || {
                let text = words.get();
                [("yes", text.common.yes), ("no", text.common.no), ("unknown", text.common.unknown)]
                    .map(|(code, words)| (code.to_owned(), words.to_owned()))
                    .to_vec()
            });
            let set = move |code: String| {
                bound.set.run(match code.as_str() {
                    "yes" => Some(true),
                    "no" => Some(false),
                    _ => None,
                });
            };
            view! { <ChoiceField label value options on_input=set hide_label/> }.into_any()
        }
        Control::Mark(bound, [min, max], ends) => {
            let value =
                Signal::derive(move || bound.value.get().map(|mark| mark.to_string()).unwrap_or_default());
            let options = Signal::derive(move || {
                (min..=max).map(|mark| (mark.to_string(), mark.to_string())).collect::<Vec<_>>()
            });
            let set = move |code: String| bound.set.run(code.parse().ok());
            let ends = MaybeProp::derive(move || {
                let [low, high] = ends?(words.get());
                Some([format!("{min} = {low}"), format!("{max} = {high}")])
            });
            view! { <ChoiceField label value options on_input=set hide_label ends/> }.into_any()
        }
        Control::OneOf(bound, names) => {
            let value = Signal::derive(move || bound.value.get().to_string());
            let options = Signal::derive(move || {
                let names = names(words.get()).into_iter().enumerate();
                names.map(|(place, name)| (place.to_string(), name.to_owned())).collect::<Vec<_>>()
            });
            let set = move |code: String| bound.set.run(code.parse().unwrap_or(0));
            view! { <SelectField label value options on_input=set hide_label/> }.into_any()
        }
        Control::Link(bound, choices) => {
            let workspace = use_workspace();
            let value =
                Signal::derive(move || bound.value.get().map(|bits| bits.to_string()).unwrap_or_default());
            let options = Signal::derive(move || {
                let none = (String::new(), words.get().common.none_choice.to_owned());
                let items = choices(&workspace.project()).into_iter();
                let items = items.map(|(bits, name)| (bits.to_string(), name));
                std::iter::once(none).chain(items).collect::<Vec<_>>()
            });
            let set = move |code: String| bound.set.run(code.parse().ok());
            view! { <SelectField label value options on_input=set error hide_label/> }.into_any()
        }
    }
}
