//! What many pages share: the sheet of a task, fields bound to an item, lists with their actions.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::domain::held::Held;
use crate::domain::ids::Id;
use crate::domain::money::Money;
use crate::domain::profile::{BusinessType, Profile};
use crate::domain::register::Register;
use crate::domain::scale::Bounded;
use crate::domain::step::{Step, Verb};
use crate::domain::task::Task;
use crate::domain::team::{Role, Team};
use crate::domain::template::Content;
use crate::i18n::context::{Words, use_words};
use crate::routes::{Page, Route};
use crate::state::focus;
use crate::state::notices::{Notice, use_notices};
use crate::state::row::{Bound, Row};
use crate::state::templates;
use crate::state::workspace::{Cell, Workspace, use_workspace};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::field::{TextArea, TextField};
use crate::ui::menu::Menu;
use crate::ui::number_field::NumberField;
use crate::ui::picks::{ChoiceField, DateField, SelectField};
use crate::ui::sheet::{Sheet, SubLink};

/// Binds a field of an item by its name.
macro_rules! bind {
    ($row:expr, $($field:ident).+) => {
        $row.bind(stringify!($($field).+), |item| item.$($field).+.clone(), |item, value| item.$($field).+ = value)
    };
}
pub(crate) use bind;

/// Shows the sheet of a task with the links to the other tasks of its stage.
#[component]
pub fn TaskSheet(
    /// The task.
    task: Task,
    /// Whether the sheet is wider, for grids.
    #[prop(optional)]
    wide: bool,
    /// The page.
    children: Children,
) -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let links = Signal::derive(move || {
        let text = words.get();
        let id = workspace.id();
        let link = |other: Task| SubLink {
            number: other.number(),
            label: (text.common.task)(other).to_owned(),
            href: Route::Project(id, Page::Task(other)).href(),
            is_current: other == task,
        };
        Task::of(task.stage()).map(link).collect::<Vec<_>>()
    });
    view! { <Sheet title=words.s(move |t| t.common.stage(task.stage())) part=words.built(move |t| (t.common.task)(task).to_owned()) links wide>{children()}</Sheet> }
}

/// Returns a link to a page of the open project.
pub fn page_href(workspace: Workspace, page: Page) -> Signal<String> {
    Signal::derive(move || Route::Project(workspace.id(), page).href())
}

/// Shows a field for a bound text.
pub fn text(label: Signal<String>, bound: Bound<String>) -> AnyView {
    view! { <TextField label value=bound.value on_input=bound.set/> }.into_any()
}

/// Shows a field of several lines for a bound text.
pub fn area(label: Signal<String>, bound: Bound<String>) -> AnyView {
    view! { <TextArea label value=bound.value on_input=bound.set/> }.into_any()
}

/// Shows a field for a bound number.
pub fn number(label: Signal<String>, bound: Bound<Option<f64>>) -> AnyView {
    view! { <NumberField label value=bound.value on_input=bound.set/> }.into_any()
}

/// Shows a field for a bound whole number of at least 0.
pub fn whole<N>(label: Signal<String>, bound: Bound<Option<N>>, max: f64) -> AnyView
where
    N: Copy + Send + Sync + TryFrom<u32> + 'static,
    u32: From<N>,
{
    let value = Signal::derive(move || bound.value.get().map(|value| f64::from(u32::from(value))));
    let set = move |value: Option<f64>| {
        bound.set.run(value.and_then(|value| N::try_from(value.round() as u32).ok()));
    };
    view! { <NumberField label value on_input=set min=0.0 max=max/> }.into_any()
}

/// Shows a field for a bound amount of money.
pub fn money(label: Signal<String>, bound: Bound<Option<Money>>) -> AnyView {
    let value = Signal::derive(move || bound.value.get().map(Money::major));
    let set = move |value: Option<f64>| bound.set.run(value.map(Money::from_major));
    view! { <NumberField label value on_input=set min=0.0/> }.into_any()
}

/// Shows a field for a bound date.
pub fn date(label: Signal<String>, bound: Bound<Option<chrono::NaiveDate>>) -> AnyView {
    view! { <DateField label value=bound.value on_input=bound.set/> }.into_any()
}

/// Shows a bound yes, no or unknown.
pub fn yes_no(words: Words, label: Signal<String>, bound: Bound<Option<bool>>) -> AnyView {
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
    view! { <ChoiceField label value options on_input=set/> }.into_any()
}

/// Shows a bound rating on a scale of whole numbers.
pub fn rating<const MIN: u8, const MAX: u8>(
    label: Signal<String>,
    bound: Bound<Option<Bounded<MIN, MAX>>>,
    hide_label: bool,
) -> AnyView {
    let value =
        Signal::derive(move || bound.value.get().map(|value| value.get().to_string()).unwrap_or_default());
    let options = Signal::derive(|| {
        (MIN..=MAX).map(|value| (value.to_string(), value.to_string())).collect::<Vec<_>>()
    });
    let set = move |code: String| bound.set.run(code.parse().ok().and_then(|value| Bounded::new(value).ok()));
    view! { <ChoiceField label value options on_input=set hide_label/> }.into_any()
}

/// Shows a bound choice of a closed list.
pub fn pick<E: Copy + PartialEq + Send + Sync + 'static>(
    label: Signal<String>,
    bound: Bound<E>,
    all: &'static [E],
    name: impl Fn(E) -> &'static str + Send + Sync + 'static,
) -> AnyView {
    let value = Signal::derive(move || {
        let chosen = bound.value.get();
        all.iter().position(|item| *item == chosen).unwrap_or(0).to_string()
    });
    let options = Signal::derive(move || {
        all.iter()
            .enumerate()
            .map(|(place, item)| (place.to_string(), name(*item).to_owned()))
            .collect::<Vec<_>>()
    });
    let set = move |code: String| {
        if let Some(item) = code.parse::<usize>().ok().and_then(|place| all.get(place)) {
            bound.set.run(*item);
        }
    };
    view! { <SelectField label value options on_input=set/> }.into_any()
}

/// Shows a bound reference to an item of a register.
pub fn link<T: Held>(
    words: Words,
    label: Signal<String>,
    bound: Bound<Option<Id<T>>>,
    name: fn(&T) -> String,
    hide_label: bool,
) -> AnyView
where
    T::Section: Cell,
{
    let workspace = use_workspace();
    let value = Signal::derive(move || bound.value.get().map(|id| id.to_string()).unwrap_or_default());
    let options = Signal::derive(move || {
        let section: Arc<T::Section> = workspace.section();
        let register: &Register<T> = T::register(&section);
        let none = (String::new(), words.get().common.none_choice.to_owned());
        let items =
            register.iter().map(|item| (item.id().to_string(), format!("{} {}", item.clause(), name(item))));
        std::iter::once(none).chain(items).collect::<Vec<_>>()
    });
    let set = move |code: String| bound.set.run(Id::parse(&code));
    view! { <SelectField label value options on_input=set hide_label/> }.into_any()
}

/// Returns the name of a role with its holder, or the sign for nothing.
#[must_use]
pub fn role_name(team: &Team, id: Option<Id<Role>>) -> String {
    match id.and_then(|id| team.roles.get(id)) {
        Some(role) if role.person.is_empty() => role.name.clone(),
        Some(role) => role.person.clone(),
        None => crate::i18n::format::MISSING.to_owned(),
    }
}

/// Shows the actions of one item: move and remove.
pub fn item_actions<T: Held>(row: Row<T>) -> impl IntoView
where
    T::Section: Cell,
{
    let words = use_words();
    let notices = use_notices();
    let remove = move |()| {
        let step = Step::new(Verb::Remove, row.clause());
        row.remove();
        notices.show(Notice::Done(step));
    };
    let name = move |pick: fn(&crate::i18n::common::CommonText) -> &'static str| {
        Signal::derive(move || format!("{} {}", pick(&words.get().common), row.clause()))
    };
    view! {
        <div class="item-actions">
            <Button kind=ButtonKind::Text label=words.s(|t| t.common.move_up_action) name=name(|t| t.move_up_action) on_press=move |()| row.shift(-1)/>
            <Button kind=ButtonKind::Text label=words.s(|t| t.common.move_down_action) name=name(|t| t.move_down_action) on_press=move |()| row.shift(1)/>
            <Button kind=ButtonKind::Text label=words.s(|t| t.common.remove_action) name=name(|t| t.remove_action) on_press=remove/>
        </div>
    }
}

/// Adds an item and moves the focus to it.
pub fn adds<T: Held>(fill: fn(&mut T)) -> Callback<()>
where
    T::Section: Cell,
{
    let workspace = use_workspace();
    Callback::new(move |()| {
        let id = workspace.add_item::<T>(fill);
        let clause = <T::Section as Cell>::cell(workspace)
            .with_untracked(|section| T::register(section).get(id).map(|item| item.clause()));
        if let Some(clause) = clause {
            focus_item(clause);
        }
    })
}

/// Moves the focus to the first field of an item once it is shown. An item that is shut opens when it takes the focus.
fn focus_item(clause: String) {
    let place = format!("[id=\"c-{clause}\"]");
    let field = format!("{place} :is(input, textarea, select)");
    let soon = std::time::Duration::from_millis(30);
    let focus = move || {
        if !focus::element(&field) && focus::element(&place) {
            // Where the list shows no own place for the item, the focus stays on the button.
            let again = move || {
                let _ = focus::element(&field);
            };
            set_timeout(again, soon);
        }
    };
    set_timeout(focus, soon);
}

/// Shows a button that adds an item and moves the focus to it.
pub fn add_button<T: Held>(label: Signal<String>, kind: ButtonKind, fill: fn(&mut T)) -> impl IntoView
where
    T::Section: Cell,
{
    let on_press = adds::<T>(fill);
    view! { <Button kind label on_press/> }
}

/// Shows how to take over ready-made content: a button for the project's own business type while there is nothing yet,
/// and a menu of all types.
pub fn from_template(content: Content, is_empty: bool) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let notices = use_notices();
    let take = Callback::new(move |business: BusinessType| {
        spawn_local(async move {
            let text = words.now();
            let Some(template) = templates::load(business, text.language).await else {
                return notices.show(Notice::NotLoaded);
            };
            let step = Step::new(Verb::Template, (text.common.content)(content));
            workspace.edit_project(step.clone(), |project| project.adopt(&template, content));
            notices.show(Notice::Done(step));
        });
    });
    let mine = Signal::derive(move || workspace.section::<Profile>().business);
    let label = words
        .built(move |t| (t.common.take_usual)((t.common.content)(content), (t.common.business)(mine.get())));
    let own = is_empty.then(|| view! { <Button kind=ButtonKind::Primary label on_press=move |()| take.run(mine.get_untracked())/> });
    let choices = BusinessType::ALL.map(|business| {
        view! { <li><Button kind=ButtonKind::Text label=words.s(move |t| (t.common.business)(business)) on_press=move |()| take.run(business)/></li> }
    });
    let menu = words.built(move |t| (t.common.from_template)((t.common.content)(content)));
    view! { {own}<Menu label=menu class="boxed">{choices.into_iter().collect_view()}</Menu> }.into_any()
}

/// Shows the items of a register, each by a view of its own that stays while the item does.
pub fn each<T: Held>(item: impl Fn(Row<T>) -> AnyView + Clone + Send + Sync + 'static) -> AnyView
where
    T::Section: Cell,
{
    let workspace = use_workspace();
    let ids = workspace.ids::<T>();
    let bits = Signal::derive(move || ids.with(|ids| ids.iter().map(|id| id.bits()).collect::<Vec<_>>()));
    each_of(bits, Arc::new(move |bits| item(workspace.row::<T>(Id::fixed(bits)))))
}

/// Shows one view for each id, behind one type for items of every kind.
fn each_of(ids: Signal<Vec<u128>>, item: Arc<dyn Fn(u128) -> AnyView + Send + Sync>) -> AnyView {
    view! { <For each=move || ids.get() key=|id| *id children=move |id| item(id)/> }.into_any()
}

/// What somebody chose to see in full, and what is shown.
pub type OneShown<T> = (RwSignal<Option<Id<T>>>, Memo<Option<Id<T>>>);

/// Chooses one item of a register to show in full: the chosen one, a newly added one, or the first.
#[must_use]
pub fn one_at_a_time<T: Held>() -> OneShown<T>
where
    T::Section: Cell,
{
    let ids = use_workspace().ids::<T>();
    let chosen = RwSignal::new(None);
    Effect::new(move |before: Option<usize>| {
        let ids = ids.get();
        if before.is_some_and(|before| before + 1 == ids.len()) {
            chosen.set(ids.last().copied());
        }
        ids.len()
    });
    let shown = Memo::new(move |_| {
        ids.with(|ids| chosen.get().filter(|id| ids.contains(id)).or_else(|| ids.first().copied()))
    });
    (chosen, shown)
}

/// Tells whether a register has no item.
pub fn is_empty<T: Held>() -> Memo<bool>
where
    T::Section: Cell,
{
    let workspace = use_workspace();
    let ids = workspace.ids::<T>();
    Memo::new(move |_| ids.with(Vec::is_empty))
}

/// Returns the currency of the open project.
#[must_use]
pub fn currency(workspace: Workspace) -> crate::domain::money::Currency {
    workspace.section::<Profile>().currency
}

/// Returns a label with the sign of the project's currency.
pub fn money_label(words: Words, pick: fn(&'static crate::i18n::Text) -> &'static str) -> Signal<String> {
    let workspace = use_workspace();
    words.built(move |t| format!("{}, {}", pick(t), currency(workspace).sign()))
}
