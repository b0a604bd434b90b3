//! The fields of an item, said once as a table: how wide, what it is called, what it edits.

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::domain::held::Held;
use crate::domain::ids::Id;
use crate::domain::money::Money;
use crate::domain::project::Project;
use crate::i18n::Text;
use crate::i18n::context::use_words;
use crate::pages::parts::currency;
use crate::state::part::Bindable;
use crate::state::row::Bound;
use crate::state::workspace::use_workspace;
use crate::ui::field::{TextArea, TextField};
use crate::ui::live::live;
use crate::ui::number_field::NumberField;
use crate::ui::picks::{Checkbox, ChoiceField, DateField, SelectField};

/// Picks a text of the current language.
pub type Label = fn(&'static Text) -> &'static str;

/// Where in an item a value stands.
pub struct Place<T: 'static, V: 'static> {
    /// Reads it.
    pub read: fn(&T) -> &V,
    /// Opens it to change.
    pub edit: fn(&mut T) -> &mut V,
}

impl<T, V> Clone for Place<T, V> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T, V> Copy for Place<T, V> {}

/// What a field edits.
pub enum Edits<T: 'static> {
    /// One line of text.
    Line(Place<T, String>),
    /// Several lines of text.
    Lines(Place<T, String>),
    /// A number.
    Number(Place<T, Option<f64>>),
    /// A share in basis points, shown in percent.
    Percent(Place<T, u32>),
    /// An amount in the project's currency.
    Money(Place<T, Option<Money>>),
    /// An amount in a currency that stands beside it.
    Amount(Place<T, Option<Money>>),
    /// A date.
    Date(Place<T, Option<NaiveDate>>),
    /// Yes, no or unknown.
    YesNo(Place<T, Option<bool>>),
    /// A box to tick.
    Tick(Place<T, bool>),
    /// A whole number from 0 to a highest one.
    Whole(fn(&T) -> Option<u32>, fn(&mut T, Option<u32>), u32),
    /// A mark between two whole numbers.
    Mark(fn(&T) -> Option<u8>, fn(&mut T, Option<u8>), u8, u8),
    /// One of a closed list, by its place in it.
    OneOf(fn(&T) -> usize, fn(&mut T, usize), fn(&'static Text) -> Vec<&'static str>),
    /// An item of a register, by the bits of its id.
    Link(fn(&T) -> Option<u128>, fn(&mut T, Option<u128>), fn(&Project) -> Vec<(u128, String)>),
}

/// One field of an item.
pub struct Field<T: 'static> {
    /// How many of twelve columns it takes.
    pub width: u8,
    /// What undo knows it by, so that typing in it becomes one step.
    pub name: &'static str,
    /// What it is called.
    pub label: Label,
    /// What it edits.
    pub edits: Edits<T>,
    /// What is said while a text in it is missing that has to be there.
    pub missing: Option<Label>,
}

/// Makes a [`Field`]: `field!(8 Line outcome: requirements.outcome)`. What follows the colon is the label's path in the
/// texts; a second path after `else` is said while the text is missing.
macro_rules! field {
    ($width:literal $kind:ident $(($($more:tt)*))? $($field:ident).+: $($label:ident).+ $(else $($missing:ident).+)?) => {
        $crate::pages::form::Field {
            width: $width,
            name: stringify!($($field).+),
            label: |text| text.$($label).+,
            edits: $crate::pages::form::edits!($kind [$($($more)*)?] $($field).+),
            missing: $crate::pages::form::missing!($($($missing).+)?),
        }
    };
}
macro_rules! missing {
    () => { None };
    ($($path:ident).+) => { Some(|text| text.$($path).+) };
}
macro_rules! edits {
    (Whole [$max:literal] $($field:ident).+) => {
        $crate::pages::form::Edits::Whole(
            |item| item.$($field).+.map(u32::from),
            |item, value| item.$($field).+ = value.and_then(|value| value.try_into().ok()),
            $max,
        )
    };
    (Mark [$min:literal, $max:literal] $($field:ident).+) => {
        $crate::pages::form::Edits::Mark(
            |item| item.$($field).+.map(|mark| mark.get()),
            |item, mark| item.$($field).+ = mark.and_then(|mark| $crate::domain::scale::Bounded::new(mark).ok()),
            $min,
            $max,
        )
    };
    (OneOf [$all:expr, $($names:ident).+] $($field:ident).+) => {
        $crate::pages::form::Edits::OneOf(
            |item| $all.iter().position(|known| *known == item.$($field).+).unwrap_or(0),
            |item, place| {
                if let Some(chosen) = $all.get(place) {
                    item.$($field).+ = *chosen;
                }
            },
            |text| $all.iter().map(|known| (text.$($names).+)(*known)).collect(),
        )
    };
    (Link [$kind:ty, $name:expr] $($field:ident).+) => {
        $crate::pages::form::Edits::Link(
            |item| item.$($field).+.map(|id| id.bits()),
            |item, bits| item.$($field).+ = bits.map($crate::domain::ids::Id::fixed),
            |project| $crate::pages::form::choices::<$kind>(project, $name),
        )
    };
    (Role [] $($field:ident).+) => {
        $crate::pages::form::edits!(Link [$crate::domain::team::Role, |role| role.name.clone()] $($field).+)
    };
    ($kind:ident [] $($field:ident).+) => {
        $crate::pages::form::Edits::$kind($crate::pages::form::Place {
            read: |item| &item.$($field).+,
            edit: |item| &mut item.$($field).+,
        })
    };
}
pub(crate) use {edits, field, missing};

/// A value to edit, whatever it belongs to.
#[derive(Clone, Copy)]
pub enum Control {
    /// One line of text.
    Line(Bound<String>),
    /// Several lines of text.
    Lines(Bound<String>),
    /// A number.
    Number(Bound<Option<f64>>),
    /// A share in basis points, shown in percent.
    Percent(Bound<u32>),
    /// An amount in the project's currency.
    Money(Bound<Option<Money>>),
    /// An amount in a currency that stands beside it.
    Amount(Bound<Option<Money>>),
    /// A date.
    Date(Bound<Option<NaiveDate>>),
    /// Yes, no or unknown.
    YesNo(Bound<Option<bool>>),
    /// A box to tick.
    Tick(Bound<bool>),
    /// A whole number from 0 to a highest one.
    Whole(Bound<Option<u32>>, u32),
    /// A mark between two whole numbers.
    Mark(Bound<Option<u8>>, u8, u8),
    /// One of a closed list, by its place in it.
    OneOf(Bound<usize>, fn(&'static Text) -> Vec<&'static str>),
    /// An item of a register, by the bits of its id.
    Link(Bound<Option<u128>>, fn(&Project) -> Vec<(u128, String)>),
}

/// Shows the fields of an item.
pub fn form<T: 'static>(item: impl Bindable<T>, fields: &'static [Field<T>]) -> AnyView {
    let cells = fields.iter().map(|field| {
        let control = bind(item, field);
        wide(field.width, labelled(field.label, control, field.missing))
    });
    view! { <div class="fields">{cells.collect_view()}</div> }.into_any()
}

/// Binds what a field edits.
pub fn bind<T: 'static>(row: impl Bindable<T>, field: &'static Field<T>) -> Control {
    fn at<T: 'static, V: Clone + Default + PartialEq + Send + Sync + 'static>(
        row: impl Bindable<T>,
        name: &'static str,
        place: Place<T, V>,
    ) -> Bound<V> {
        row.bind(name, move |item| (place.read)(item).clone(), move |item, value| *(place.edit)(item) = value)
    }
    let name = field.name;
    match field.edits {
        Edits::Line(place) => Control::Line(at(row, name, place)),
        Edits::Lines(place) => Control::Lines(at(row, name, place)),
        Edits::Number(place) => Control::Number(at(row, name, place)),
        Edits::Percent(place) => Control::Percent(at(row, name, place)),
        Edits::Money(place) => Control::Money(at(row, name, place)),
        Edits::Amount(place) => Control::Amount(at(row, name, place)),
        Edits::Date(place) => Control::Date(at(row, name, place)),
        Edits::YesNo(place) => Control::YesNo(at(row, name, place)),
        Edits::Tick(place) => Control::Tick(at(row, name, place)),
        Edits::Whole(read, write, max) => Control::Whole(row.bind(name, read, write), max),
        Edits::Mark(read, write, min, max) => Control::Mark(row.bind(name, read, write), min, max),
        Edits::OneOf(read, write, names) => Control::OneOf(row.bind(name, read, write), names),
        Edits::Link(read, write, choices) => Control::Link(row.bind(name, read, write), choices),
    }
}

/// Gives a control its columns of twelve.
pub fn wide(width: u8, control: AnyView) -> AnyView {
    view! { <div class=format!("w{width}")>{control}</div> }.into_any()
}

/// Shows a control with its label in the current language.
pub fn labelled(label: Label, control: Control, missing: Option<Label>) -> AnyView {
    let words = use_words();
    let error = MaybeProp::derive(move || {
        let missing = missing?;
        let is_empty = match control {
            Control::Line(bound) | Control::Lines(bound) => bound.value.with(|text| text.trim().is_empty()),
            _ => false,
        };
        is_empty.then(|| missing(words.get()).to_owned())
    });
    let is_money = matches!(control, Control::Money(_));
    let workspace = use_workspace();
    let label = words.built(move |text| match is_money {
        true => format!("{}, {}", label(text), currency(workspace).sign()),
        false => label(text).to_owned(),
    });
    show(label, control, error, false)
}

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
        Control::Money(bound) | Control::Amount(bound) => {
            let value = Signal::derive(move || bound.value.get().map(Money::major));
            let set = move |value: Option<f64>| bound.set.run(value.map(Money::from_major));
            view! { <NumberField label value on_input=set min=0.0 hide_label/> }.into_any()
        }
        Control::Whole(bound, max) => {
            let value = Signal::derive(move || bound.value.get().map(f64::from));
            let set = move |value: Option<f64>| bound.set.run(value.map(|value| value.round() as u32));
            view! { <NumberField label value on_input=set min=0.0 max=f64::from(max) hide_label/> }.into_any()
        }
        Control::Percent(bound) => {
            let value = Signal::derive(move || Some(f64::from(bound.value.get()) / 100.0));
            let set = move |percent: Option<f64>| {
                bound.set.run((percent.unwrap_or(0.0).clamp(0.0, 100.0) * 100.0).round() as u32);
            };
            view! { <NumberField label value on_input=set min=0.0 max=100.0 hide_label/> }.into_any()
        }
        Control::Date(Bound { value, set }) => {
            view! { <DateField label value on_input=set hide_label/> }.into_any()
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
        Control::Mark(bound, min, max) => {
            let value =
                Signal::derive(move || bound.value.get().map(|mark| mark.to_string()).unwrap_or_default());
            let options = Signal::derive(move || {
                (min..=max).map(|mark| (mark.to_string(), mark.to_string())).collect::<Vec<_>>()
            });
            let set = move |code: String| bound.set.run(code.parse().ok());
            view! { <ChoiceField label value options on_input=set hide_label/> }.into_any()
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

/// Lists the items of a register to choose from, with their clause numbers.
#[must_use]
pub fn choices<T: Held>(project: &Project, name: fn(&T) -> String) -> Vec<(u128, String)> {
    use crate::domain::project::Section;
    let items = T::register(T::Section::of(project)).iter();
    items.map(|item| (item.id().bits(), format!("{} {}", item.clause(), name(item)))).collect()
}

/// Shows the name of an item that a reference names, or the sign for nothing.
#[must_use]
pub fn named<T: Held>(project: &Project, id: Option<Id<T>>, name: fn(&T) -> &str) -> String {
    use crate::domain::project::Section;
    let item = id.and_then(|id| T::register(T::Section::of(project)).get(id));
    item.map_or_else(|| crate::i18n::format::MISSING.to_owned(), |item| name(item).to_owned())
}

/// Shows words that follow the item, below its fields.
pub fn note(words: impl Fn() -> Option<String> + Send + Sync + 'static) -> AnyView {
    view! { {live(move || words().map(|words| view! { <p class="hint">{words}</p> }))} }.into_any()
}
