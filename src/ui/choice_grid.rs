//! A table of choices: each cell is set to one of a few by a letter, driven by the keyboard. Columns stand in groups.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::ui::grid::keys::{Action, Step, action_of};
use crate::ui::live::{kept, live};

/// One row.
#[derive(Clone, Debug, PartialEq)]
pub struct ChoiceRow {
    /// The number of what it is about.
    pub number: String,
    /// Its name.
    pub name: String,
    /// What is worth knowing beside the cells.
    pub note: String,
}

/// One column.
#[derive(Clone, Debug, PartialEq)]
pub struct ChoiceColumn {
    /// The number of whom it is about.
    pub number: String,
    /// The name.
    pub name: String,
    /// The group; columns of one group stand beside each other.
    pub group: String,
}

/// What a cell shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Chosen {
    /// The code styles use; empty while nothing is chosen.
    pub code: &'static str,
    /// The words.
    pub words: String,
    /// What is wrong with it.
    pub wrong: Option<String>,
}

/// What a key asks for in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// The choice of a letter, which is a capital.
    Letter(char),
    /// The next choice.
    Next,
    /// No choice.
    Nothing,
}

/// Shows the table. Rows and columns are counted from 0.
#[component]
pub fn ChoiceGrid(
    /// The name of the table.
    #[prop(into)]
    label: Signal<String>,
    /// What the first column holds.
    #[prop(into)]
    row_label: Signal<String>,
    /// The rows.
    #[prop(into)]
    rows: Signal<Vec<ChoiceRow>>,
    /// The columns.
    #[prop(into)]
    columns: Signal<Vec<ChoiceColumn>>,
    /// What a cell shows.
    cell: Callback<(usize, usize), Chosen>,
    /// Where the keyboard is.
    at: RwSignal<(usize, usize)>,
    /// Hears what the cell with the keyboard is to be set to.
    on_ask: Callback<Asked>,
) -> impl IntoView {
    // The table is drawn anew only when its rows or columns change: drawing takes the focus.
    let (rows, columns) = (kept(move || rows.get()), kept(move || columns.get()));
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        if event.is_composing() || event.alt_key() {
            return;
        }
        let key =
            if event.key() == "Process" || !event.key().is_ascii() { event.code() } else { event.key() };
        let has_ctrl = event.ctrl_key() || event.meta_key();
        let asked = match action_of(&key, has_ctrl, event.shift_key()) {
            Some(Action::Move(step)) => Err(step),
            Some(Action::Open) => Err(Step::By(1, 0)),
            Some(Action::Type { key, .. }) => Ok(Asked::Letter(key)),
            Some(Action::Clear) => Ok(Asked::Nothing),
            None if key == " " || key == "Space" => Ok(Asked::Next),
            _ => return,
        };
        event.prevent_default();
        event.stop_propagation();
        match asked {
            Ok(asked) => on_ask.run(asked),
            Err(step) => {
                let size = (rows.with_untracked(Vec::len), columns.with_untracked(Vec::len));
                focus_cell(step.from(at.get_untracked(), size, PAGE));
            }
        }
    };
    let heads = live(move || columns.with(|columns| heads(columns)));
    let first = live(move || {
        columns.with(|columns| {
            let groups = groups(columns).into_iter().map(|(group, n_columns)| {
                view! { <th scope="colgroup" colspan=n_columns class="begins">{group}</th> }
            });
            view! { <tr><td></td>{groups.collect_view()}</tr> }
        })
    });
    let one = move |row: usize, column: usize, begins: bool| {
        let chosen = kept(move || cell.run((row, column)));
        let shown = live(move || {
            let Chosen { words, wrong, .. } = chosen.get();
            let wrong = wrong.map(|wrong| {
                view! { <b aria-hidden="true">"!"</b><span class="sr-only">" "{wrong}</span> }
            });
            view! { <span>{words}</span>{wrong} }
        });
        let is_here = move || at.get() == (row, column);
        view! {
            <td
                role="gridcell"
                tabindex=move || if is_here() { "0" } else { "-1" }
                data-choice=format!("{row}-{column}")
                data-code=move || chosen.with(|chosen| chosen.code)
                class:begins=begins
                on:focus=move |_| at.set((row, column))
                on:click=move |_| focus_cell((row, column))
            >
                {shown}
            </td>
        }
    };
    let body = live(move || {
        let columns = columns.get();
        let begins = begins(&columns);
        let lines = rows.get().into_iter().enumerate().map(|(row, ChoiceRow { number, name, note })| {
            let cells = begins.iter().enumerate().map(|(column, begins)| one(row, column, *begins));
            let cells = cells.collect_view();
            view! { <tr><th scope="row"><span class="inline-number">{number}</span>" "<bdi>{name}</bdi><small>{note}</small></th>{cells}</tr> }
        });
        lines.collect_view()
    });
    view! {
        <table class="choice-grid" role="grid" aria-label=move || label.get() on:keydown=on_key>
            <thead>{first}<tr><th scope="col">{row_label}</th>{heads}</tr></thead>
            <tbody>{body}</tbody>
        </table>
    }
}

/// How many rows Page Up and Page Down move by.
const PAGE: usize = 10;

fn heads(columns: &[ChoiceColumn]) -> AnyView {
    let heads = columns.iter().cloned().zip(begins(columns)).map(|(column, begins)| {
        view! { <th scope="col" class:begins=begins><span class="inline-number">{column.number}</span><bdi>{column.name}</bdi></th> }
    });
    heads.collect_view().into_any()
}

/// Tells of each column whether a group begins with it.
fn begins(columns: &[ChoiceColumn]) -> Vec<bool> {
    let before = std::iter::once(None).chain(columns.iter().map(|column| Some(&column.group)));
    columns.iter().zip(before).map(|(column, before)| Some(&column.group) != before).collect()
}

/// Returns the groups in their order with how many columns each has.
fn groups(columns: &[ChoiceColumn]) -> Vec<(String, usize)> {
    let mut groups: Vec<(String, usize)> = Vec::new();
    for column in columns {
        match groups.last_mut() {
            Some((group, n_columns)) if *group == column.group => *n_columns += 1,
            _ => groups.push((column.group.clone(), 1)),
        }
    }
    groups
}

fn focus_cell((row, column): (usize, usize)) {
    let cell = document().query_selector(&format!("[data-choice=\"{row}-{column}\"]")).ok().flatten();
    if let Some(cell) = cell.and_then(|cell| cell.dyn_into::<web_sys::HtmlElement>().ok()) {
        // A cell that cannot take the focus leaves it where it was.
        let _ = cell.focus();
    }
}
