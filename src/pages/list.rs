//! The list of a register's items: what each line says, and the form it opens to.

use std::sync::Arc;

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::domain::held::Held;
use crate::domain::ids::Id;
use crate::domain::project::Project;
use crate::domain::task::Task;
use crate::domain::team::Role;
use crate::domain::template::Content;
use crate::i18n::Text;
use crate::i18n::context::use_words;
use crate::pages::form::Label;
use crate::pages::parts::{TaskSheet, add_button, adds, from_template, is_empty, item_actions, role_name};
use crate::routes::{Page, Route};
use crate::state::row::Row;
use crate::state::workspace::{Cell, use_workspace};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::empty_state::EmptyState;
use crate::ui::field::use_read_only;
use crate::ui::finding::Finding;
use crate::ui::ledger::{Head, Ledger, LedgerWords, Line, Said};
use crate::ui::live::{Show, fact, kept, live};
use crate::ui::tag::TagKind;

/// What a line is made from besides the item itself.
#[derive(Clone)]
pub struct Facts {
    /// The texts of the current language.
    pub text: &'static Text,
    /// The whole project.
    pub project: Project,
    /// Today where the user is.
    pub today: NaiveDate,
}

impl Facts {
    /// Returns the value of a link to a clause on the page of a task.
    #[must_use]
    pub fn link(&self, task: Task, clause: &str) -> String {
        Route::Project(self.project.id, Page::Task(task)).href_to(clause)
    }
}

/// Follows the facts lines are made from.
#[must_use]
pub fn use_facts() -> Signal<Facts> {
    let (words, workspace) = (use_words(), use_workspace());
    Signal::derive(move || Facts {
        text: words.get(),
        project: workspace.project(),
        today: workspace.today(),
    })
}

/// One column of a list.
pub struct Column<T: 'static> {
    label: Label,
    is_number: bool,
    says: fn(&Facts, &T) -> Said,
}

impl<T> Column<T> {
    /// A column of words or marks. The first column of a list names the item.
    #[must_use]
    pub const fn new(label: Label, says: fn(&Facts, &T) -> Said) -> Self {
        Self { label, is_number: false, says }
    }

    /// A column of figures.
    #[must_use]
    pub const fn number(label: Label, says: fn(&Facts, &T) -> Said) -> Self {
        Self { label, is_number: true, says }
    }
}

/// How the items of a register are listed and edited.
pub struct List<T: Held> {
    /// The name of the list.
    pub name: Label,
    /// The columns.
    pub columns: &'static [Column<T>],
    /// Whether an item needs fixing.
    pub is_wrong: fn(&Facts, &T) -> bool,
    /// The fields of one item.
    pub form: fn(Row<T>) -> AnyView,
    /// The button that adds an item.
    pub add: Label,
    /// What a new item begins with.
    pub fill: fn(&mut T),
}

/// Shows all items of a register, and below them what adds one.
pub fn list<T: Held>(list: &'static List<T>, more: AnyView) -> AnyView
where
    T::Section: Cell,
{
    list_of_bits(list, use_workspace().bits::<T>().into(), more)
}

/// Shows some items of a register, and below them what adds one.
pub fn list_of<T: Held>(list: &'static List<T>, ids: Signal<Vec<Id<T>>>, more: AnyView) -> AnyView
where
    T::Section: Cell,
{
    list_of_bits(list, bits(ids), more)
}

/// Does the same where what a new item begins with depends on the project.
pub fn list_filled<T: Held>(
    list: &'static List<T>,
    ids: Signal<Vec<Id<T>>>,
    fill: impl Fn(&mut T) + Copy + Send + Sync + 'static,
    more: AnyView,
) -> AnyView
where
    T::Section: Cell,
{
    filled(list, bits(ids), adds::<T>(fill), more)
}

fn list_of_bits<T: Held>(list: &'static List<T>, ids: Signal<Vec<u128>>, more: AnyView) -> AnyView
where
    T::Section: Cell,
{
    filled(list, ids, adds::<T>(list.fill), more)
}

fn filled<T: Held>(
    list: &'static List<T>,
    ids: Signal<Vec<u128>>,
    add: Callback<()>,
    more: AnyView,
) -> AnyView
where
    T::Section: Cell,
{
    let form = Callback::new(move |bits: u128| {
        let row = use_workspace().row::<T>(Id::fixed(bits));
        let read_only = use_read_only();
        view! { {(list.form)(row)}<Show when=fact(move || !read_only.get())>{item_actions(row)}</Show> }
            .into_any()
    });
    ledger(lines(list, ids, form), Some((list.add, add)), more)
}

/// Shows some items of a register that are added, ordered and removed elsewhere.
pub fn fixed_list<T: Held>(list: &'static List<T>, ids: Signal<Vec<Id<T>>>) -> AnyView
where
    T::Section: Cell,
{
    let form = Callback::new(move |bits: u128| (list.form)(use_workspace().row::<T>(Id::fixed(bits))));
    ledger(lines(list, bits(ids), form), None, ().into_any())
}

fn bits<T: Held>(ids: Signal<Vec<Id<T>>>) -> Signal<Vec<u128>> {
    Signal::derive(move || ids.with(|ids| ids.iter().map(|id| id.bits()).collect()))
}

/// A list behind one type for items of every kind.
pub struct Lines {
    /// The name of the list.
    pub name: Label,
    /// The columns, and whether they hold figures.
    pub heads: Arc<[(Label, bool)]>,
    /// The items in their order, each by a number of its own.
    pub ids: Signal<Vec<u128>>,
    /// What a line says.
    pub line: Callback<u128, Line>,
    /// The fields of an item.
    pub form: Callback<u128, AnyView>,
}

fn lines<T: Held>(list: &'static List<T>, ids: Signal<Vec<u128>>, form: Callback<u128, AnyView>) -> Lines
where
    T::Section: Cell,
{
    let workspace = use_workspace();
    let facts = use_facts();
    let line = move |bits: u128| {
        let section = <T::Section as Cell>::cell(workspace).get();
        let Some(item) = T::register(&section).get(Id::fixed(bits)) else { return Line::default() };
        let facts = facts.get();
        Line {
            number: item.clause(),
            cells: list.columns.iter().map(|column| (column.says)(&facts, item)).collect(),
            is_wrong: (list.is_wrong)(&facts, item),
        }
    };
    Lines {
        name: list.name,
        heads: list.columns.iter().map(|column| (column.label, column.is_number)).collect(),
        ids,
        line: Callback::new(line),
        form,
    }
}

/// Shows a list, and below it what adds an item and what else there is to do.
pub fn ledger(lines: Lines, adding: Option<(Label, Callback<()>)>, more: AnyView) -> AnyView {
    let Lines { name, heads, ids, line, form } = lines;
    let words = use_words();
    let read_only = use_read_only();
    let open = RwSignal::new(None::<u128>);
    // A new item opens by itself.
    Effect::new(move |before: Option<Vec<u128>>| {
        let ids = ids.get();
        let mut new = ids.iter().filter(|id| before.as_ref().is_some_and(|before| !before.contains(id)));
        if let (Some(id), None) = (new.next(), new.next()) {
            open.set(Some(*id));
        }
        ids
    });
    let heads = Signal::derive(move || {
        let text = words.get();
        let head = |(label, is_number): &(Label, bool)| Head {
            label: label(text).to_owned(),
            is_number: *is_number,
        };
        heads.iter().map(head).collect::<Vec<_>>()
    });
    let own = LedgerWords {
        unnamed: words.s(|text| text.common.unnamed),
        close: words.s(|text| text.common.close_action),
    };
    let add = adding.map(|(_, add)| {
        Callback::new(move |()| {
            if !read_only.get_untracked() {
                add.run(());
            }
        })
    });
    let button = adding.map(|(label, on_press)| {
        let keys = live(move || {
            open.get().map(|_| view! { <span class="hint keys">{words.get().common.add_keys}</span> })
        });
        view! { <Button label=words.s(label) on_press/>{keys} }
    });
    // No heads stand over nothing.
    let some = kept(move || ids.with(|ids| !ids.is_empty()));
    view! {
        <Show when=fact(move || some.get())><Ledger label=words.s(name) heads ids line form open words=own add/></Show>
        <div class="actions" hidden=move || read_only.get()>{button}{more}</div>
    }
    .into_any()
}

/// Says a text that has to be there, or that it is to be filled in.
#[must_use]
pub fn wanted(facts: &Facts, text: &str) -> Said {
    match text.trim().is_empty() {
        true => Said::Tag(TagKind::Problem, facts.text.common.to_fill.to_owned()),
        false => Said::Text(text.to_owned()),
    }
}

/// Says who holds a role.
#[must_use]
pub fn holder(facts: &Facts, role: Option<Id<Role>>) -> Said {
    Said::Text(role_name(&facts.project.team, role))
}

/// A page that is one list: what it is for while it is empty, its finding, its lines.
pub struct ListPage<T: Held> {
    /// The task.
    pub task: Task,
    /// What will be here, while nothing is.
    pub empty: Label,
    /// The ready-made content for it, where there is some.
    pub content: Option<Content>,
    /// The sentence the page leads with.
    pub finding: fn(&Facts) -> Vec<String>,
    /// The list.
    pub list: List<T>,
}

/// Shows a page that is one list, with what stands between its finding and its lines.
pub fn list_page<T: Held>(page: &'static ListPage<T>, above: ViewFn) -> AnyView
where
    T::Section: Cell,
{
    list_page_with(page, above, ViewFn::default())
}

/// Shows a page that is one list, with what stands above and below its lines.
pub fn list_page_with<T: Held>(page: &'static ListPage<T>, above: ViewFn, below: ViewFn) -> AnyView
where
    T::Section: Cell,
{
    view! { <TaskSheet task=page.task>{list_part(page, above, below)}</TaskSheet> }.into_any()
}

/// Shows the list of a page that holds more than it.
pub fn list_part<T: Held>(page: &'static ListPage<T>, above: ViewFn, below: ViewFn) -> AnyView
where
    T::Section: Cell,
{
    let words = use_words();
    let none = is_empty::<T>();
    let facts = use_facts();
    let template = move |is_first| page.content.map(|content| from_template(content, is_first));
    let kind = if page.content.is_some() { ButtonKind::Plain } else { ButtonKind::Primary };
    let add = move || add_button::<T>(words.s(page.list.add), kind, page.list.fill);
    view! {
        <Show when=fact(move || !none.get()) fallback=move || view! {
            <EmptyState sentence=words.s(page.empty)>{template(true)}{add()}</EmptyState>
        }>
            <Finding clauses=Signal::derive(move || (page.finding)(&facts.get()))/>
            {above.run()}
            {list(&page.list, template(false).into_any())}
            {below.run()}
        </Show>
    }
    .into_any()
}
