//! The fields of an item, said once as a table: how wide, what it is called, what it edits.

use std::sync::Arc;

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::domain::held::Held;
use crate::domain::ids::Id;
use crate::domain::money::Money;
use crate::domain::profile::Side;
use crate::domain::project::Project;
use crate::domain::register::Item;
use crate::i18n::Text;
use crate::i18n::context::use_words;
use crate::pages::parts::currency;
use crate::state::part::Bindable;
use crate::state::row::{Bound, bound};
use crate::state::workspace::use_workspace;
use crate::ui::field::{TextArea, TextField};
use crate::ui::live::live;
use crate::ui::number_field::NumberField;
use crate::ui::picks::{Checkbox, ChoiceField, DateField, SelectField};

/// Picks a text of the current language.
pub type Label = fn(&'static Text) -> &'static str;

/// What fields belong to, behind one type for each kind of it.
pub struct Source<T> {
    look: Arc<Look<T>>,
    change: Arc<Change<T>>,
}

type Look<T> = dyn Fn(&mut dyn FnMut(&T)) + Send + Sync;
type Change<T> = dyn Fn(&'static str, &mut dyn FnMut(&mut T)) + Send + Sync;

impl<T: 'static> Source<T> {
    fn of(item: impl Bindable<T>) -> Self {
        Self {
            look: Arc::new(move |look| item.look(look)),
            change: Arc::new(move |field, change| item.change(field, change)),
        }
    }

    /// Binds a value of it.
    pub fn at<V: Clone + Default + PartialEq + Send + Sync + 'static>(
        &self,
        field: &'static str,
        read: fn(&T) -> V,
        write: fn(&mut T, V),
    ) -> Bound<V> {
        let (look, change) = (self.look.clone(), self.change.clone());
        let read = move || {
            let mut found = V::default();
            look(&mut |item| found = read(item));
            found
        };
        let write = move |next: V| {
            let mut next = Some(next);
            change(field, &mut |item| {
                if let Some(next) = next.take() {
                    write(item, next);
                }
            });
        };
        bound(Box::new(read), Box::new(write))
    }
}

/// One field of an item.
pub struct Field<T: 'static> {
    /// How many of twelve columns it takes.
    pub width: u8,
    /// What undo knows it by, so that typing in it becomes one step.
    pub name: &'static str,
    /// What it is called.
    pub label: Label,
    /// Binds what it edits.
    pub control: fn(&Source<T>, &'static str) -> Control,
    /// What is said while a text in it is missing that has to be there.
    pub missing: Option<Label>,
}

/// Makes a [`Field`]: `field!(8 Line outcome: requirements.outcome)`. What follows the colon is the label's path in the
/// texts; a second path after `else` is said while the text is missing. Where the words stand in a table of their own, a
/// closure picks the label: `field!(8 Lines reason: |text| of(text.language).reason)`.
macro_rules! field {
    ($width:literal $kind:ident $(($($more:tt)*))? $($field:ident).+: $($label:ident).+ $(else $($missing:ident).+)?) => {
        $crate::pages::form::Field {
            width: $width,
            name: stringify!($($field).+),
            label: |text| text.$($label).+,
            control: $crate::pages::form::control!($kind [$($($more)*)?] $($field).+),
            missing: $crate::pages::form::missing!($($($missing).+)?),
        }
    };
    ($width:literal $kind:ident $(($($more:tt)*))? $($field:ident).+: |$text:ident| $label:expr) => {
        $crate::pages::form::Field {
            width: $width,
            name: stringify!($($field).+),
            label: |$text| $label,
            control: $crate::pages::form::control!($kind [$($($more)*)?] $($field).+),
            missing: None,
        }
    };
}
macro_rules! missing {
    () => { None };
    ($($path:ident).+) => { Some(|text| text.$($path).+) };
}
macro_rules! control {
    (Whole [$max:literal] $($field:ident).+) => {
        |source, name| $crate::pages::form::Control::Whole(
            source.at(
                name,
                |item| item.$($field).+.map(u32::from),
                |item, value| item.$($field).+ = value.and_then(|value| value.try_into().ok()),
            ),
            $max,
        )
    };
    (Mark [$min:literal, $max:literal] $($field:ident).+) => {
        $crate::pages::form::control!(Mark [$min, $max, None] $($field).+)
    };
    (Mark [$min:literal, $max:literal, $ends:expr] $($field:ident).+) => {
        |source, name| $crate::pages::form::Control::Mark(
            source.at(
                name,
                |item| item.$($field).+.map(|mark| mark.get()),
                |item, mark| item.$($field).+ = mark.and_then(|mark| $crate::domain::scale::Bounded::new(mark).ok()),
            ),
            [$min, $max],
            $ends,
        )
    };
    (OneOf [$all:expr, $($names:ident).+] $($field:ident).+) => {
        $crate::pages::form::control!(OneOf [$all, |text| text.$($names).+] $($field).+)
    };
    (OneOf [$all:expr, |$text:ident| $names:expr] $($field:ident).+) => {
        |source, name| $crate::pages::form::Control::OneOf(
            source.at(
                name,
                |item| $all.iter().position(|known| *known == item.$($field).+).unwrap_or(0),
                |item, place| {
                    if let Some(chosen) = $all.get(place) {
                        item.$($field).+ = *chosen;
                    }
                },
            ),
            |$text| $all.iter().map(|known| ($names)(*known)).collect(),
        )
    };
    (Link [$kind:ty, $name:expr] $($field:ident).+) => {
        |source, name| $crate::pages::form::Control::Link(
            source.at(
                name,
                |item| item.$($field).+.map(|id| id.bits()),
                |item, bits| item.$($field).+ = bits.map($crate::domain::ids::Id::fixed),
            ),
            |project| $crate::pages::form::choices::<$kind>(project, $name),
        )
    };
    (Role [] $($field:ident).+) => {
        $crate::pages::form::control!(Link [$crate::domain::team::Role, |role| role.name.clone()] $($field).+)
    };
    (VendorRole [] $($field:ident).+) => {
        |source, name| $crate::pages::form::Control::Link(
            source.at(
                name,
                |item| item.$($field).+.map(|id| id.bits()),
                |item, bits| item.$($field).+ = bits.map($crate::domain::ids::Id::fixed),
            ),
            $crate::pages::form::vendor_roles,
        )
    };
    (Percent [$min:literal, $max:literal] $($field:ident).+) => {
        |source, name| $crate::pages::form::Control::Percent(
            source.at(name, |item| item.$($field).+, |item, value| item.$($field).+ = value),
            $min,
            $max,
        )
    };
    (Percent [] $($field:ident).+) => { $crate::pages::form::control!(Percent [0, 100] $($field).+) };
    (Share [] $($field:ident).+) => {
        |source, name| $crate::pages::form::Control::Share(source.at(
            name,
            |item| item.$($field).+.map(|bp| f64::from(bp) / 100.0),
            |item, percent| item.$($field).+ = percent.map(|percent| (percent * 100.0).round() as u32),
        ))
    };
    ($kind:ident [] $($field:ident).+) => {
        |source, name| $crate::pages::form::Control::$kind(source.at(
            name,
            |item| item.$($field).+.clone(),
            |item, value| item.$($field).+ = value,
        ))
    };
}
pub(crate) use {control, field, missing};

/// A value to edit, whatever it belongs to.
#[derive(Clone, Copy)]
pub enum Control {
    /// One line of text.
    Line(Bound<String>),
    /// Several lines of text.
    Lines(Bound<String>),
    /// A number.
    Number(Bound<Option<f64>>),
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

/// Shows the fields of an item.
pub fn form<T: 'static>(item: impl Bindable<T>, fields: &'static [Field<T>]) -> AnyView {
    let source = Source::of(item);
    let cells = fields.iter().map(|field| {
        let control = (field.control)(&source, field.name);
        wide(field.width, labelled(field.label, control, field.missing))
    });
    view! { <div class="fields">{cells.collect_view()}</div> }.into_any()
}

/// Binds what a field edits.
pub fn bind<T: 'static>(item: impl Bindable<T>, field: &'static Field<T>) -> Control {
    (field.control)(&Source::of(item), field.name)
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
    let is_money = matches!(control, Control::Money(_) | Control::Delta(_));
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

/// Lists the roles of the vendor's side to choose from, with their clause numbers.
#[must_use]
pub fn vendor_roles(project: &Project) -> Vec<(u128, String)> {
    let roles = project.team.roles.iter().filter(|role| role.side == Side::Vendor);
    roles.map(|role| (role.id.bits(), format!("{} {}", role.clause(), role.name))).collect()
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
