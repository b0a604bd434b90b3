//! A grid of small cells driven by the keyboard. Only the visible rows are in the document.

pub mod keys;

use leptos::html::Div;
use leptos::prelude::*;

use crate::ui::grid::keys::{Action, Range, action_of};
use crate::ui::live::live;

/// The height of a row in pixels; rows beyond the window are left out of the document.
pub const ROW: f64 = 34.0;
/// How many rows are kept above and below the window.
const SPARE: usize = 4;
/// How many rows are drawn before the height of the window is known.
const FIRST_ROWS: usize = 20;

/// What a grid tells the page.
#[derive(Clone, Debug, PartialEq)]
pub enum GridEvent {
    /// Keys that change cells or ask for something.
    Do(Action, Range),
    /// A text was pasted at the upper left of the range.
    Paste(String, Range),
}

/// The place of the keyboard in a grid: where it is and from where a range began.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// The cell with the focus: row and column.
    pub at: (usize, usize),
    /// The other corner of the range.
    pub anchor: (usize, usize),
}

impl Selection {
    /// Returns the selected range.
    #[must_use]
    pub const fn range(self) -> Range {
        Range::between(self.anchor, self.at)
    }
}

/// Shows a grid.
#[component]
pub fn Grid(
    /// The name of the grid.
    #[prop(into)]
    label: Signal<String>,
    /// How many rows there are.
    #[prop(into)]
    n_rows: Signal<usize>,
    /// How many columns there are.
    #[prop(into)]
    n_columns: Signal<usize>,
    /// The column the seam stands before, where there is one.
    #[prop(into)]
    seam: Signal<Option<usize>>,
    /// Where the keyboard is.
    selection: RwSignal<Selection>,
    /// Set from outside, it brings a cell into view and moves the focus to it.
    go_to: RwSignal<Option<(usize, usize)>>,
    /// The rows above the cells: heads of the columns.
    head: ViewFn,
    /// The rows below the cells.
    foot: ViewFn,
    /// The head of a row.
    row_head: Callback<usize, AnyView>,
    /// What the cells of a row show: their letters.
    cells: Callback<usize, Vec<String>>,
    /// The end of a row.
    row_tail: Callback<usize, AnyView>,
    /// Returns the selected range as text for the clipboard.
    copy: Callback<Range, String>,
    /// Hears what is done.
    on_event: Callback<GridEvent>,
) -> impl IntoView {
    // A grid is drawn anew only when its size changes, not whenever the size is computed again: drawing takes the focus.
    let (n_rows, n_columns) = (Memo::new(move |_| n_rows.get()), Memo::new(move |_| n_columns.get()));
    let seam = Memo::new(move |_| seam.get());
    let place = NodeRef::<Div>::new();
    let window = RwSignal::new((0_usize, FIRST_ROWS));
    let shown = Memo::new(move |_| {
        let (top, count) = window.get();
        top.saturating_sub(SPARE)..(top + count + SPARE).min(n_rows.get())
    });
    let on_scroll = move |_| {
        // The page may have been left between a frame asked for and its coming.
        if let Some(place) = place.try_get_untracked().flatten() {
            let rows = |pixels: i32| (f64::from(pixels) / ROW).max(0.0) as usize;
            let count = rows(place.client_height()).max(FIRST_ROWS / 2) + 1;
            let now = (rows(place.scroll_top()), count);
            if now != window.get_untracked() {
                window.set(now);
            }
        }
    };
    Effect::new(move |_| {
        if place.get().is_some() {
            request_animation_frame(move || on_scroll(()));
        }
    });
    // Cells do not follow the selection one by one: a movement touches the cells it concerns and no other.
    Effect::new(move |before: Option<Selection>| {
        let now = selection.get();
        let Some(place) = place.get() else { return now };
        for range in before.map(Selection::range).into_iter().chain([now.range()]) {
            for at in range.within(shown.get_untracked()).cells() {
                mark(&place, at, now);
            }
        }
        now
    });
    let focus_cell = move || {
        let (row, _) = selection.get_untracked().at;
        if let Some(place) = place.get_untracked() {
            let (from, height) = (f64::from(place.scroll_top()), f64::from(place.client_height()));
            let at = row as f64 * ROW;
            if at < from {
                place.set_scroll_top(at as i32);
            } else if from + height < at + 4.0 * ROW {
                place.set_scroll_top((at + 4.0 * ROW - height).max(0.0) as i32);
            }
            on_scroll(());
        }
        request_animation_frame(move || {
            // Keys may come faster than frames: the focus goes where the selection is by now.
            let Some(Selection { at: (row, column), .. }) = selection.try_get_untracked() else { return };
            let cell = document().query_selector(&format!("[data-cell=\"{row}-{column}\"]")).ok().flatten();
            use wasm_bindgen::JsCast;
            if let Some(cell) = cell.and_then(|cell| cell.dyn_into::<web_sys::HtmlElement>().ok()) {
                // A cell that cannot take the focus leaves it where it was.
                let _ = cell.focus();
            }
        });
    };
    Effect::new(move |_| {
        if let Some(at) = go_to.get() {
            selection.set(Selection { at, anchor: at });
            go_to.set(None);
            focus_cell();
        }
    });
    // A screen reader moves the focus without a key of ours; the selection follows it.
    let on_focus = move |event: leptos::ev::FocusEvent| {
        use wasm_bindgen::JsCast;
        let cell = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let name = cell.and_then(|cell| cell.get_attribute("data-cell")).unwrap_or_default();
        let at =
            name.split_once('-').and_then(|(row, column)| Some((row.parse().ok()?, column.parse().ok()?)));
        if let Some(at) = at.filter(|at| *at != selection.get_untracked().at) {
            selection.set(Selection { at, anchor: at });
        }
    };
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        if event.is_composing() {
            return;
        }
        let key =
            if event.key() == "Process" || !event.key().is_ascii() { event.code() } else { event.key() };
        let size = (n_rows.get_untracked(), n_columns.get_untracked());
        let Some(action) = action_of(&key, event.ctrl_key() || event.meta_key(), event.shift_key()) else {
            return;
        };
        event.prevent_default();
        event.stop_propagation();
        let now = selection.get_untracked();
        if let Action::Move(step) = action {
            let at = step.from(now.at, size);
            selection.set(Selection { at, anchor: if event.shift_key() { now.anchor } else { at } });
            focus_cell();
        } else if action == Action::All {
            selection
                .set(Selection { at: (size.0.saturating_sub(1), size.1.saturating_sub(1)), anchor: (0, 0) });
        } else {
            on_event.run(GridEvent::Do(action, now.range()));
        }
    };
    let put_on_clipboard = move |event: &leptos::ev::ClipboardEvent| {
        event.prevent_default();
        let text = copy.run(selection.get_untracked().range());
        event.clipboard_data().is_some_and(|data| data.set_data("text/plain", &text).is_ok())
    };
    let on_copy = move |event: leptos::ev::ClipboardEvent| {
        put_on_clipboard(&event);
    };
    let on_cut = move |event: leptos::ev::ClipboardEvent| {
        if put_on_clipboard(&event) {
            on_event.run(GridEvent::Do(Action::Clear, selection.get_untracked().range()));
        }
    };
    let on_paste = move |event: leptos::ev::ClipboardEvent| {
        if let Some(text) = event.clipboard_data().and_then(|data| data.get_data("text/plain").ok()) {
            event.prevent_default();
            on_event.run(GridEvent::Paste(text, selection.get_untracked().range()));
        }
    };
    let row_view = move |row: usize| {
        let letters = Memo::new(move |_| cells.run(row));
        let cells = live(move || {
            let (seam, now) = (seam.get(), selection.get_untracked());
            (0..n_columns.get())
                .map(|column| {
                    let at = (row, column);
                    let press = move |event: leptos::ev::MouseEvent| {
                        let now = selection.get_untracked();
                        let is_again = now.at == at && !event.shift_key();
                        selection.set(Selection { at, anchor: if event.shift_key() { now.anchor } else { at } });
                        focus_cell();
                        if is_again {
                            on_event.run(GridEvent::Do(Action::Open, selection.get_untracked().range()));
                        }
                    };
                    let own = Memo::new(move |_| letters.with(|letters| letters.get(column).cloned().unwrap_or_default()));
                    view! {
                        <td
                            role="gridcell"
                            class=if seam == Some(column) { "cell seam" } else { "cell" }
                            aria-colindex=column + 2
                            aria-selected=is_selected(at, now)
                            tabindex=tab_index(at, now)
                            data-cell=format!("{row}-{column}")
                            on:click=press
                        >
                            {live(move || own.get().chars().map(|letter| view! { <b class="letter" data-letter=letter.to_string()>{letter.to_string()}</b> }).collect_view())}
                        </td>
                    }
                })
                .collect_view()
        });
        view! { <tr aria-rowindex=row + 2>{row_head.run(row)}{cells}{row_tail.run(row)}</tr> }
    };
    let spacer = move |rows: usize| {
        (rows > 0).then(|| view! { <tr aria-hidden="true"><td colspan="99" class="spacer" style:height=format!("{}px", rows as f64 * ROW)></td></tr> })
    };
    view! {
        <div class="grid-place scroll" node_ref=place on:scroll=move |_| on_scroll(())>
            <table
                class="grid"
                role="grid"
                aria-label=move || label.get()
                aria-rowcount=move || n_rows.get() + 1
                aria-colcount=move || n_columns.get() + 2
                aria-multiselectable="true"
                on:keydown=on_key
                on:focusin=on_focus
                on:copy=on_copy
                on:cut=on_cut
                on:paste=on_paste
            >
                <thead>{head.run()}</thead>
                <tbody>
                    {live(move || spacer(shown.get().start))}
                    <For each=move || shown.get() key=|row| *row children=row_view/>
                    {live(move || spacer(n_rows.get().saturating_sub(shown.get().end)))}
                </tbody>
                <tfoot>{foot.run()}</tfoot>
            </table>
        </div>
    }
}

const fn is_selected(at: (usize, usize), now: Selection) -> &'static str {
    if now.range().has(at.0, at.1) { "true" } else { "false" }
}

const fn tab_index(at: (usize, usize), now: Selection) -> &'static str {
    if now.at.0 == at.0 && now.at.1 == at.1 { "0" } else { "-1" }
}

/// Shows on a cell in the document whether it is selected.
fn mark(place: &web_sys::Element, at: (usize, usize), now: Selection) {
    let cell = place.query_selector(&format!("[data-cell=\"{}-{}\"]", at.0, at.1)).ok().flatten();
    if let Some(cell) = cell {
        // Setting an attribute of a fixed, valid name cannot fail.
        let _ = cell.set_attribute("aria-selected", is_selected(at, now));
        let _ = cell.set_attribute("tabindex", tab_index(at, now));
    }
}
