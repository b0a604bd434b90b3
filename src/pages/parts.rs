//! What many pages share: the sheet of a task, fields bound to an item, lists with their actions.

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::domain::held::Held;
use crate::domain::ids::Id;
use crate::domain::profile::{BusinessType, Profile};
use crate::domain::progress::{self, State};
use crate::domain::project::Project;
use crate::domain::step::{Step, Verb};
use crate::domain::task::{Stage, Task};
use crate::domain::team::{Role, Team};
use crate::domain::template::Content;
use crate::i18n::context::use_words;
use crate::pages::{beside, name, stage_of};
use crate::routes::{Page, Route};
use crate::state::focus;
use crate::state::notices::{Notice, Notices, use_notices};
use crate::state::row::Row;
use crate::state::templates;
use crate::state::workspace::{Cell, Workspace, use_workspace};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::live::{Kept, Show, fact, kept};
use crate::ui::menu::Menu;
use crate::ui::picks::Checkbox;
use crate::ui::sheet::{Sheet, SubLink};

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
    view! { <StageSheet page=Page::Task(task) wide>{children()}{task.is_free_text().then(|| finished(task))}</StageSheet> }
}

/// Shows the sheet of a page with the links to the other pages of its stage.
#[component]
pub fn StageSheet(
    /// The page.
    page: Page,
    /// Whether the sheet is wider, for grids.
    #[prop(optional)]
    wide: bool,
    /// The page.
    children: Children,
) -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let stage = stage_of(page).unwrap_or(Stage::Requirements);
    let links = Signal::derive(move || {
        let text = words.get();
        let id = workspace.id();
        let tasks = Task::of(stage).map(|task| (task.number(), Page::Task(task)));
        let others = beside(stage).iter().map(|(number, page)| ((*number).to_owned(), *page));
        // Their numbers are higher than that of the sign-off, and they come before it.
        let first = beside(stage).first().map(|(_, page)| *page).filter(|_| stage == Stage::Requirements);
        let link = |(number, other): (String, Page)| SubLink {
            number,
            label: name(text, other).to_owned(),
            href: Route::Project(id, other).href(),
            is_current: other == page,
            lead: (first == Some(other)).then_some(text.common.before_signing),
        };
        tasks.chain(others).map(link).collect::<Vec<_>>()
    });
    view! { <Sheet title=words.s(move |t| t.common.stage(stage)) part=words.built(move |t| name(t, page).to_owned()) links wide>{children()}</Sheet> }
}

/// Shows the tick that says a text is finished, once its checks pass.
fn finished(task: Task) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let said = workspace.bind(
        move || Step::new(Verb::Set, task.number()),
        move |profile: &Profile| profile.finished.contains(&task),
        move |profile: &mut Profile, is_finished: bool| {
            if is_finished {
                profile.finished.insert(task);
            } else {
                profile.finished.remove(&task);
            }
        },
    );
    let passes = move || progress::checked_state(&workspace.project(), task) == State::Done;
    view! {
        <Show when=fact(move || passes() || said.value.get())>
            <div class="finished"><Checkbox label=words.s(|t| t.common.section_finished) value=said.value on_input=said.set/></div>
        </Show>
    }
    .into_any()
}

/// Returns a link to a page of the open project.
pub fn page_href(workspace: Workspace, page: Page) -> Signal<String> {
    Signal::derive(move || Route::Project(workspace.id(), page).href())
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
pub fn item_actions<T: Held>(row: Row<T>) -> AnyView
where
    T::Section: Cell,
{
    let shift = Callback::new(move |places| row.shift(places));
    actions(Signal::derive(move || row.clause()), shift, Callback::new(move |()| row.remove()))
}

/// The same behind one type for items of every kind.
fn actions(clause: Signal<String>, shift: Callback<isize>, take_out: Callback<()>) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let notices = use_notices();
    let remove = move |()| {
        let clause = clause.get_untracked();
        take_out.run(());
        // The step that was done knows what referred to it.
        let last = workspace.history().with_untracked(|history| history.past().next().cloned());
        let done = last.filter(|step| step.verb == Verb::Remove && step.subject == clause);
        done.into_iter().for_each(|step| notices.show(Notice::Done(step)));
    };
    let name = move |pick: fn(&crate::i18n::common::CommonText) -> &'static str| {
        Signal::derive(move || format!("{} {}", pick(&words.get().common), clause.get()))
    };
    view! {
        <div class="item-actions">
            <Button kind=ButtonKind::Text label=words.s(|t| t.common.move_up_action) name=name(|t| t.move_up_action) on_press=move |()| shift.run(-1)/>
            <Button kind=ButtonKind::Text label=words.s(|t| t.common.move_down_action) name=name(|t| t.move_down_action) on_press=move |()| shift.run(1)/>
            <Button kind=ButtonKind::Text label=words.s(|t| t.common.remove_action) name=name(|t| t.remove_action) on_press=remove/>
        </div>
    }
    .into_any()
}

/// Adds an item and moves the focus to it.
pub fn adds<T: Held>(fill: impl Fn(&mut T) + Copy + Send + Sync + 'static) -> Callback<()>
where
    T::Section: Cell,
{
    let workspace = use_workspace();
    Callback::new(move |()| {
        let id = workspace.add_item::<T>(fill);
        let clause = <T::Section as Cell>::cell(workspace)
            .with_untracked(|section| T::register(section).get(id).map(|item| item.clause()));
        if let Some(clause) = clause {
            focus::item_once_shown(&clause);
        }
    })
}

/// Shows a button that adds an item and moves the focus to it.
pub fn add_button<T: Held>(
    label: Signal<String>,
    kind: ButtonKind,
    fill: impl Fn(&mut T) + Copy + Send + Sync + 'static,
) -> impl IntoView
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
    let take = taking(content);
    let mine = Signal::derive(move || workspace.section::<Profile>().business);
    let label = words
        .built(move |t| (t.common.take_usual)((t.common.content)(content), (t.common.business)(mine.get())));
    let own = is_empty.then(|| view! { <Button kind=ButtonKind::Primary label on_press=move |()| take.run(mine.get_untracked())/> });
    let menu = words.built(move |t| (t.common.from_template)((t.common.content)(content)));
    view! { {own}{template_menu(content, menu)} }.into_any()
}

/// Shows a menu of all business types whose ready-made content can be taken over.
pub fn template_menu(content: Content, label: Signal<String>) -> AnyView {
    let words = use_words();
    let take = taking(content);
    let choices = BusinessType::ALL.map(|business| {
        view! { <li><Button kind=ButtonKind::Text label=words.s(move |t| (t.common.business)(business)) on_press=move |()| take.run(business)/></li> }
    });
    view! { <Menu label class="boxed">{choices.into_iter().collect_view()}</Menu> }.into_any()
}

/// Takes ready-made content over.
fn taking(content: Content) -> Callback<BusinessType> {
    let words = use_words();
    let workspace = use_workspace();
    let notices = use_notices();
    Callback::new(move |business: BusinessType| {
        spawn_local(async move {
            let text = words.now();
            let Some(template) = templates::load(business, text.language).await else {
                return notices.show(Notice::NotLoaded);
            };
            let step = Step::new(Verb::Template, (text.common.content)(content));
            take_over(workspace, notices, step, |project| project.adopt(&template, content));
        });
    })
}

/// Takes content over as one step, and says whether anything came of it.
pub fn take_over(workspace: Workspace, notices: Notices, step: Step, change: impl FnOnce(&mut Project)) {
    let before = workspace.revision().get_untracked();
    workspace.edit_project(step.clone(), change);
    let is_new = workspace.revision().get_untracked() != before;
    notices.show(if is_new { Notice::Done(step) } else { Notice::NothingNew });
}

/// Tells whether a register has no item.
pub fn is_empty<T: Held>() -> Kept<bool>
where
    T::Section: Cell,
{
    let workspace = use_workspace();
    none_of(workspace.bits::<T>())
}

fn none_of(bits: Memo<Vec<u128>>) -> Kept<bool> {
    kept(move || bits.with(Vec::is_empty))
}

/// Returns the currency of the open project.
#[must_use]
pub fn currency(workspace: Workspace) -> crate::domain::money::Currency {
    workspace.section::<Profile>().currency
}
