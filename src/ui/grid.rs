//! A grid of small cells driven by the keyboard. Only the cells in view are in the document.

mod body;
mod engine;
mod frame;
mod hyphen;
pub mod keys;
pub mod source;
mod strip;
pub mod window;

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;

use crate::ui::clipboard;
use crate::ui::grid::body::{Body, HEAD_ROWS};
use crate::ui::grid::engine::{Engine, Sizes, keep_up};
use crate::ui::grid::frame::{feet, heads, marks};
use crate::ui::grid::keys::{Action, Range, action_of, carried_by};
use crate::ui::grid::source::Source;
use crate::ui::grid::strip::Strip;
use crate::ui::grid::window::Layout;
use crate::ui::live::{follow, kept};

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
    /// Selects one cell.
    #[must_use]
    pub const fn cell(at: (usize, usize)) -> Self {
        Self { at, anchor: at }
    }

    /// Returns the selected range.
    #[must_use]
    pub const fn range(self) -> Range {
        Range::between(self.anchor, self.at)
    }

    /// Keeps it inside a grid of some size.
    fn within(self, size: (usize, usize)) -> Self {
        let keep =
            |at: (usize, usize)| (at.0.min(size.0.saturating_sub(1)), at.1.min(size.1.saturating_sub(1)));
        Self { at: keep(self.at), anchor: keep(self.anchor) }
    }
}

/// A cell to bring into view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GoTo {
    /// The cell.
    pub at: (usize, usize),
    /// Whether the focus goes there too.
    pub takes_focus: bool,
}

/// Shows a grid.
#[component]
pub fn Grid(
    /// What it shows.
    source: Source,
    /// Where the keyboard is.
    selection: RwSignal<Selection>,
    /// Whether all of it has to be in the document, as for print.
    is_whole: Signal<bool>,
    /// Set from outside, it brings a cell into view.
    go_to: RwSignal<Option<GoTo>>,
    /// The letters and digits that mean something here.
    letters: &'static str,
    /// Whether the strip of choices under the cell is open.
    is_open: RwSignal<bool>,
    /// The choices under the cell, as buttons.
    strip: ViewFn,
    /// Returns the selected range as text for the clipboard.
    copy: Callback<Range, String>,
    /// Hears what is done.
    on_event: Callback<GridEvent>,
) -> impl IntoView {
    let sizes = RwSignal::new(Sizes { scale: 1.0, ..Sizes::default() });
    let layout = kept(move || {
        let Sizes { width, scale, .. } = sizes.get();
        Layout::fit(width, scale, source.heads.with(Vec::len), source.seam())
    });
    let engine = Engine {
        source,
        selection,
        place: NodeRef::new(),
        table: NodeRef::new(),
        head: NodeRef::new(),
        rows: NodeRef::new(),
        foot: NodeRef::new(),
        sizes,
        layout,
        is_whole,
        window: RwSignal::new((0..0, 0..0)),
        body: StoredValue::new_local(Body::default()),
        scrolled: RwSignal::new((0.0, 0.0)),
    };
    keep_up(engine);
    follow(move || {
        if let Some(GoTo { at, takes_focus }) = go_to.get() {
            go_to.set(None);
            // The grid may just have been put on the page.
            engine.measure();
            selection.set(Selection::cell(at).within(source.size()));
            if takes_focus { engine.show_focus() } else { engine.reveal() }
        }
    });
    let run = move |action: Action| {
        on_event.run(GridEvent::Do(action, selection.get_untracked().range()));
    };
    let open = move || {
        engine.show_focus();
        is_open.set(true);
    };
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        if event.is_composing() {
            return;
        }
        let key =
            if event.key() == "Process" || !event.key().is_ascii() { event.code() } else { event.key() };
        let ctrl = event.ctrl_key() || event.meta_key();
        let action = match event.alt_key() {
            true => carried_by(&key).filter(|_| !ctrl && !event.shift_key()),
            false => action_of(&key, ctrl, event.shift_key()),
        };
        let Some(action) = action else { return };
        if matches!(action, Action::Type { key, .. } if !letters.contains(key)) {
            return;
        }
        event.prevent_default();
        event.stop_propagation();
        if engine.act(action, event.shift_key()) {
            return;
        }
        match action {
            Action::Open => open(),
            other => {
                run(other);
                // These say themselves where the keyboard goes.
                if !matches!(other, Action::NextProblem | Action::Carry(..)) {
                    engine.show_focus();
                }
            }
        }
    };
    let is_dragging = StoredValue::new(false);
    // The press is heard, not the click: the browser would first move the focus, and every press would be a second one.
    let on_down = move |event: leptos::ev::MouseEvent| {
        let Some(target) = element_of(event.target()) else { return };
        if event.button() != 0 {
            return;
        }
        let (now, (n_rows, n_columns)) = (selection.get_untracked(), source.size());
        if let Some(at) = cell_of(&target) {
            event.prevent_default();
            is_dragging.set_value(true);
            let is_again = now == Selection::cell(at) && !event.shift_key() && has_focus(engine);
            engine.go(Selection { at, anchor: if event.shift_key() { now.anchor } else { at } });
            if is_again { is_open.set(true) } else { is_open.set(false) }
        } else if let Some(row) = number_of(&target, "data-row") {
            event.prevent_default();
            let from = if event.shift_key() { now.anchor.0 } else { row };
            engine.select(Selection { at: (row, 0), anchor: (from, n_columns.saturating_sub(1)) });
        } else if let Some(column) = number_of(&target, "data-column") {
            event.prevent_default();
            let from = if event.shift_key() { now.anchor.1 } else { column };
            engine.select(Selection { at: (0, column), anchor: (n_rows.saturating_sub(1), from) });
        }
    };
    let on_over = move |event: leptos::ev::MouseEvent| {
        if event.buttons() & 1 == 0 {
            is_dragging.set_value(false);
        }
        if is_dragging.get_value()
            && let Some(at) = element_of(event.target()).and_then(|target| cell_of(&target))
            && at != selection.get_untracked().at
        {
            engine.go(Selection { at, ..selection.get_untracked() });
        }
    };
    // A screen reader and a link to a clause move the focus without a key of ours; the selection follows it.
    let on_focus = move |event: leptos::ev::FocusEvent| {
        let Some(target) = element_of(event.target()) else { return };
        if let Some(at) = cell_of(&target).filter(|at| *at != selection.get_untracked().at) {
            selection.set(Selection::cell(at));
        } else if let Some(row) = number_of(&target, "data-row") {
            // Going there moves the focus, and this listener cannot hear that while it runs.
            let next = Selection::cell((row, selection.get_untracked().at.1));
            spawn_local(async move { engine.go(next) });
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
            run(Action::Clear);
        }
    };
    let on_paste = move |event: leptos::ev::ClipboardEvent| {
        if let Some(text) = event.clipboard_data().and_then(|data| clipboard::table(&data)) {
            event.prevent_default();
            on_event.run(GridEvent::Paste(text, selection.get_untracked().range()));
        }
    };
    let cell = move || selection.get_untracked().at;
    let anchor = Signal::derive_local(move || {
        engine.scrolled.track();
        engine.body.with_value(|body| body.cell(cell()).cloned())
    });
    let close = move |()| {
        is_open.set(false);
        engine.show_focus();
    };
    let (range, cursor, seam) = marks(engine);
    view! {
        <div class="grid-frame">
            <div class="grid-place scroll" node_ref=engine.place on:scroll=move |_| engine.on_scroll()>
                <table
                    class="grid"
                    class:dense=move || engine.layout.get().is_dense()
                    role="grid"
                    tabindex="-1"
                    node_ref=engine.table
                    aria-label=move || source.label.get()
                    aria-rowcount=move || source.n_rows.get() + HEAD_ROWS + source.feet.with(Vec::len)
                    aria-colcount=move || source.heads.with(Vec::len) + 2
                    aria-multiselectable="true"
                    on:keydown=on_key
                    on:mousedown=on_down
                    on:mouseover=on_over
                    on:focusin=on_focus
                    on:copy=on_copy
                    on:cut=on_cut
                    on:paste=on_paste
                >
                    <thead role="rowgroup" node_ref=engine.head>{heads(engine)}</thead>
                    <tbody role="rowgroup" node_ref=engine.rows>{range}{cursor}</tbody>
                    <tfoot role="rowgroup" node_ref=engine.foot>{feet(engine)}</tfoot>
                </table>
                {seam}
            </div>
            <Strip is_open anchor close=Callback::new(close) on_letter=Callback::new(move |action| { run(action); close(()); }) letters choices=strip/>
        </div>
    }
}

fn element_of(target: Option<web_sys::EventTarget>) -> Option<web_sys::Element> {
    target.and_then(|target| target.dyn_into().ok())
}

/// Returns the row and column of the cell an element is or lies in.
fn cell_of(element: &web_sys::Element) -> Option<(usize, usize)> {
    let name = element.closest("[data-cell]").ok()??.get_attribute("data-cell")?;
    let (row, column) = name.split_once('-')?;
    Some((row.parse().ok()?, column.parse().ok()?))
}

fn number_of(element: &web_sys::Element, name: &str) -> Option<usize> {
    element.closest(&format!("[{name}]")).ok()??.get_attribute(name)?.parse().ok()
}

fn has_focus(engine: Engine) -> bool {
    let table = engine.table.get_untracked();
    table.is_some_and(|table| table.contains(document().active_element().as_deref()))
}
