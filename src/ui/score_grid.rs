//! A sheet of scores: one digit a cell, driven by the keyboard. Columns may be closed, with the reason across their rows.

use leptos::prelude::*;

use crate::ui::grid::keys::{Action, Step, action_of};
use crate::ui::live::{kept, live};

/// One column.
#[derive(Clone, Debug, PartialEq)]
pub struct ScoreColumn {
    /// The clause number of whom it is about.
    pub number: String,
    /// The name.
    pub name: String,
    /// Why nothing is scored here, where that is so.
    pub closed: Option<String>,
}

/// One row.
#[derive(Clone, Debug, PartialEq)]
pub struct ScoreRow {
    /// The group it belongs to, which is written above the first row of it.
    pub group: Option<String>,
    /// What is judged.
    pub name: String,
    /// What exactly is looked at.
    pub hint: String,
}

/// What a cell is set to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A score.
    Score(u8),
    /// Not applicable, which is something else than 0 and than nothing.
    NotApplicable,
    /// Nothing.
    Nothing,
}

/// Shows the sheet. Rows and columns are counted from 0, closed columns not among them.
#[component]
pub fn ScoreGrid(
    /// The name of the grid.
    #[prop(into)]
    label: Signal<String>,
    /// What is judged.
    #[prop(into)]
    rows: Signal<Vec<ScoreRow>>,
    /// What the first column holds.
    #[prop(into)]
    row_label: Signal<String>,
    /// Whom it is judged of.
    #[prop(into)]
    columns: Signal<Vec<ScoreColumn>>,
    /// What a cell is set to.
    cell: Callback<(usize, usize), Mark>,
    /// How "not applicable" is written.
    #[prop(into)]
    not_applicable: Signal<String>,
    /// The highest score.
    max: u8,
    /// Where the keyboard is.
    at: RwSignal<(usize, usize)>,
    /// Hears what the cell with the keyboard is to be set to.
    on_mark: Callback<Mark>,
) -> impl IntoView {
    // The sheet is drawn anew only when its rows or columns change: drawing takes the focus.
    let (rows, columns) = (kept(move || rows.get()), kept(move || columns.get()));
    let before = StoredValue::new(Mark::Nothing);
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        if event.is_composing() {
            return;
        }
        let key =
            if event.key() == "Process" || !event.key().is_ascii() { event.code() } else { event.key() };
        let n_open =
            columns.with_untracked(|columns| columns.iter().filter(|one| one.closed.is_none()).count());
        let size = (rows.with_untracked(Vec::len), n_open);
        let now = at.get_untracked();
        if key == "Escape" {
            event.prevent_default();
            event.stop_propagation();
            return on_mark.run(before.get_value());
        }
        let step = match action_of(&key, event.ctrl_key() || event.meta_key(), event.shift_key()) {
            Some(Action::Move(step)) => step,
            Some(Action::Open) => Step::By(1, 0),
            Some(action) => {
                let mark = match action {
                    Action::Type { key: 'N', .. } => Mark::NotApplicable,
                    Action::Type { key, .. } => {
                        match key.to_digit(10).and_then(|digit| digit.try_into().ok()) {
                            Some(score) if score <= max => Mark::Score(score),
                            _ => return,
                        }
                    }
                    Action::Clear => Mark::Nothing,
                    _ => return,
                };
                event.prevent_default();
                event.stop_propagation();
                return on_mark.run(mark);
            }
            None => return,
        };
        event.prevent_default();
        let (row, column) = step.from(now, size, PAGE);
        focus_cell(row, column);
    };
    let heads = live(move || {
        let heads = columns.get().into_iter().map(|column| {
            view! { <th scope="col" class:closed=column.closed.is_some()><span class="inline-number">{column.number}</span><bdi>{column.name}</bdi></th> }
        });
        heads.collect_view()
    });
    let one = move |row: usize, column: usize| {
        let mark = kept(move || cell.run((row, column)));
        let shown = live(move || match mark.get() {
            Mark::Score(score) => view! { <span>{score}</span> }.into_any(),
            Mark::NotApplicable => view! { <small>{not_applicable}</small> }.into_any(),
            Mark::Nothing => view! { <span class="quiet">"—"</span> }.into_any(),
        });
        let is_here = move || at.get() == (row, column);
        let on_focus = move |_| {
            before.set_value(mark.get_untracked());
            at.set((row, column));
        };
        view! {
            <td
                role="gridcell"
                tabindex=move || if is_here() { "0" } else { "-1" }
                data-score=format!("{row}-{column}")
                on:focus=on_focus
                on:click=move |_| focus_cell(row, column)
            >
                {shown}
            </td>
        }
    };
    let body = live(move || {
        let (rows, columns) = (rows.get(), columns.get());
        let begins = |row: usize| {
            let group = |row: usize| rows.get(row).and_then(|row| row.group.as_ref());
            group(row).filter(|own| row == 0 || row.checked_sub(1).and_then(group) != Some(*own)).cloned()
        };
        // A closed column reaches across the lines of the groups, too, but for one above it.
        let n_lines = rows.len() + (1..rows.len()).filter(|row| begins(*row).is_some()).count();
        let lines = rows.iter().enumerate().map(|(row, ScoreRow { group, name, hint })| {
            let is_member = group.is_some();
            let group = begins(row).map(|group| {
                let blanks = columns.iter().filter(|column| row == 0 || column.closed.is_none());
                let blanks = blanks.map(|_| view! { <td role="gridcell"></td> }).collect_view();
                view! { <tr class="group"><th scope="row"><bdi>{group}</bdi></th>{blanks}</tr> }
            });
            let mut open = 0..;
            let cells = columns.iter().map(|column| match &column.closed {
                None => open.next().map(|column| one(row, column).into_any()),
                Some(why) if row == 0 => Some(
                    view! { <td role="gridcell" class="closed" rowspan=n_lines>{why.replace('-', "\u{2011}")}</td> }.into_any(),
                ),
                Some(_) => None,
            });
            let cells = cells.collect_view();
            view! { {group}<tr class:member=is_member><th scope="row"><strong><bdi>{name.clone()}</bdi></strong><small>{hint.clone()}</small></th>{cells}</tr> }
        });
        lines.collect_view()
    });
    view! {
        <table class="score-grid" role="grid" aria-label=move || label.get() on:keydown=on_key>
            <thead><tr><th scope="col">{row_label}</th>{heads}</tr></thead>
            <tbody>{body}</tbody>
        </table>
    }
}

/// How many rows Page Up and Page Down move by.
const PAGE: usize = 10;

fn focus_cell(row: usize, column: usize) {
    let cell = document().query_selector(&format!("[data-score=\"{row}-{column}\"]")).ok().flatten();
    use wasm_bindgen::JsCast;
    if let Some(cell) = cell.and_then(|cell| cell.dyn_into::<web_sys::HtmlElement>().ok()) {
        // A cell that cannot take the focus leaves it where it was.
        let _ = cell.focus();
    }
}
