//! The fields of an item, said once as a table: how wide, what it is called, what it edits.

pub mod controls;

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::held::Held;
use crate::domain::ids::Id;
use crate::domain::profile::Side;
use crate::domain::project::Project;
use crate::domain::register::Item;
use crate::i18n::Text;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::form::controls::{Control, show};
use crate::pages::parts::currency;
use crate::state::focus;
use crate::state::part::Bindable;
use crate::state::row::{Bound, bound};
use crate::state::workspace::use_workspace;
use crate::ui::button::Button;
use crate::ui::field::TextField;
use crate::ui::live::live;

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
        |source, name| $crate::pages::form::controls::Control::Whole(
            source.at(
                name,
                |item| item.$($field).+.map(u32::from),
                |item, value| item.$($field).+ = value.and_then(|value| value.try_into().ok()),
            ),
            $max,
        )
    };
    (Between [$min:literal, $max:literal] $($field:ident).+) => {
        |source, name| $crate::pages::form::controls::Control::Between(
            source.at(name, |item| item.$($field).+, |item, value| item.$($field).+ = value),
            [$min, $max],
        )
    };
    (Mark [$min:literal, $max:literal] $($field:ident).+) => {
        $crate::pages::form::control!(Mark [$min, $max, None] $($field).+)
    };
    (Mark [$min:literal, $max:literal, $ends:expr] $($field:ident).+) => {
        |source, name| $crate::pages::form::controls::Control::Mark(
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
        |source, name| $crate::pages::form::controls::Control::OneOf(
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
        |source, name| $crate::pages::form::controls::Control::Link(
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
        |source, name| $crate::pages::form::controls::Control::Link(
            source.at(
                name,
                |item| item.$($field).+.map(|id| id.bits()),
                |item, bits| item.$($field).+ = bits.map($crate::domain::ids::Id::fixed),
            ),
            $crate::pages::form::vendor_roles,
        )
    };
    (Percent [$min:literal, $max:literal] $($field:ident).+) => {
        |source, name| $crate::pages::form::controls::Control::Percent(
            source.at(name, |item| item.$($field).+, |item, value| item.$($field).+ = value),
            $min,
            $max,
        )
    };
    (Percent [] $($field:ident).+) => { $crate::pages::form::control!(Percent [0, 100] $($field).+) };
    (Share [] $($field:ident).+) => {
        |source, name| $crate::pages::form::controls::Control::Share(source.at(
            name,
            |item| item.$($field).+.map(|bp| f64::from(bp) / 100.0),
            |item, percent| item.$($field).+ = percent.map(|percent| (percent * 100.0).round() as u32),
        ))
    };
    ($kind:ident [] $($field:ident).+) => {
        |source, name| $crate::pages::form::controls::Control::$kind(source.at(
            name,
            |item| item.$($field).+.clone(),
            |item, value| item.$($field).+ = value,
        ))
    };
}
pub(crate) use {control, field, missing};

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
        true => format::in_unit(label(text), currency(workspace).sign(), text.language),
        false => label(text).to_owned(),
    });
    show(label, control, error, false)
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

/// What is asked before something is done for a reason.
#[derive(Clone, Copy)]
pub struct Asked {
    /// What the field of the reason is called.
    pub reason: Label,
    /// What is said while there is none.
    pub missing: Label,
}

/// Shows a field for a reason and the button that does something for it; without a reason it says so and does nothing.
pub fn with_reason(label: Signal<String>, asked: Asked, act: Callback<String>) -> AnyView {
    let words = use_words();
    let why = RwSignal::new(String::new());
    let tried = RwSignal::new(false);
    let is_missing = move || why.with(|why| why.trim().is_empty());
    let error = MaybeProp::derive(move || {
        (tried.get() && is_missing()).then(|| (asked.missing)(words.get()).to_owned())
    });
    let press = move |()| {
        tried.set(true);
        if untrack(is_missing) {
            // The field is there: the button beside it was pressed.
            let _ = focus::element(".unlock input");
        } else {
            act.run(why.get_untracked().trim().to_owned());
        }
    };
    view! {
        <div class="unlock">
            <TextField label=words.s(asked.reason) value=why on_input=move |text: String| why.set(text) error/>
            <Button label on_press=press/>
        </div>
    }
    .into_any()
}
