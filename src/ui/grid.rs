//! A grid of small cells driven by the keyboard. Only the cells in view are in the document.

mod body;
mod hyphen;
pub mod keys;
mod strip;
pub mod window;

use std::ops::Range as Span;

use leptos::html::{Div, Table, Tbody, Tfoot, Thead, Tr};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;

use crate::ui::grid::body::{Body, HEAD_ROWS, Shown, style};
use crate::ui::grid::hyphen::breakable;
use crate::ui::grid::keys::{Action, Range, action_of};
use crate::ui::grid::strip::Strip;
use crate::ui::grid::window::{Layout, reveal, visible};
use crate::ui::live::live;

/// How many rows and columns are kept beyond each edge of the window.
const SPARE: (usize, usize) = (4, 2);

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

/// How grave what the end of a row says is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mark {
    /// Nothing to do.
    #[default]
    Fine,
    /// Worth a look.
    Note,
    /// Somebody has to act.
    Wrong,
}

impl Mark {
    const fn class(self) -> &'static str {
        match self {
            Self::Fine => "quiet",
            Self::Note => "",
            Self::Wrong => "tag",
        }
    }
}

/// One row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Line {
    /// The clause number.
    pub number: String,
    /// The name.
    pub name: String,
    /// Whether somebody has to act.
    pub is_wrong: bool,
    /// The letters by column.
    pub cells: Vec<&'static str>,
    /// How grave what it says is.
    pub mark: Mark,
    /// What its end says.
    pub says: String,
}

/// The head of a column.
#[derive(Clone, Debug, PartialEq)]
pub struct Head {
    /// The name.
    pub name: String,
    /// What stands below the name.
    pub note: String,
}

/// A group of columns.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Whether it is the vendor's.
    pub vendor: bool,
    /// What it is.
    pub label: &'static str,
    /// Whose it is.
    pub name: String,
    /// How many columns it has.
    pub count: usize,
}

/// A row of sums below the cells.
#[derive(Clone, Debug, PartialEq)]
pub struct Foot {
    /// What is summed up.
    pub name: &'static str,
    /// The sums by column, and whether each is worth a look.
    pub cells: Vec<(String, bool)>,
    /// What its end says.
    pub says: String,
}

/// Where a grid takes what it shows from.
#[derive(Clone, Copy)]
pub struct Source {
    /// The name of the grid.
    pub label: Signal<String>,
    /// The heads of the first and the last column.
    pub corners: Signal<(&'static str, &'static str)>,
    /// How many rows there are.
    pub n_rows: Memo<usize>,
    /// The columns.
    pub heads: Memo<Vec<Head>>,
    /// The two groups of columns; the seam stands between them.
    pub groups: Memo<Vec<Group>>,
    /// The sums below.
    pub feet: Memo<Vec<Foot>>,
    /// One row. It is asked for the rows in view, and again when what it read changes.
    pub line: Callback<usize, Line>,
}

impl Source {
    fn size(self) -> (usize, usize) {
        (self.n_rows.get_untracked(), self.heads.with_untracked(Vec::len))
    }
    /// Returns the column the seam stands before.
    fn seam(self) -> Option<usize> {
        let counts = self.groups.with(|groups| groups.iter().map(|group| group.count).collect::<Vec<_>>());
        match counts.as_slice() {
            [first, second] if 0 < *first && 0 < *second => Some(*first),
            _ => None,
        }
    }
}

/// The sizes measured on the page.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Sizes {
    width: f64,
    height: f64,
    head: f64,
    foot: f64,
    scale: f64,
}

/// What the parts of a grid share.
#[derive(Clone, Copy)]
struct Engine {
    source: Source,
    selection: RwSignal<Selection>,
    place: NodeRef<Div>,
    table: NodeRef<Table>,
    head: NodeRef<Thead>,
    rows: NodeRef<Tbody>,
    foot: NodeRef<Tfoot>,
    sizes: RwSignal<Sizes>,
    layout: Memo<Layout>,
    /// The rows and columns in the document.
    window: RwSignal<(Span<usize>, Span<usize>)>,
    body: StoredValue<Body, LocalStorage>,
    /// How far the place is scrolled, to the left and down. Asking the page would cost a layout each time.
    scrolled: RwSignal<(f64, f64)>,
}

impl Engine {
    fn measure(self) {
        let (Some(place), Some(head), Some(foot)) =
            (self.place.get_untracked(), self.head.get_untracked(), self.foot.get_untracked())
        else {
            return;
        };
        let now = Sizes {
            width: f64::from(place.client_width()),
            height: f64::from(place.client_height()),
            head: f64::from(head.offset_height()),
            foot: f64::from(foot.offset_height()),
            scale: text_scale(),
        };
        let before = self.sizes.get_untracked();
        if now != before {
            self.sizes.set(now);
            if before.height == 0.0 { self.begin() } else { self.slide() }
        }
    }

    /// Begins with the row of the keyboard in the upper half, where it is not in view anyway.
    fn begin(self) {
        let Some(place) = self.place.get_untracked() else { return };
        self.set_lengths();
        let (row, height) = (self.selection.get_untracked().at.0, self.layout.get_untracked().row());
        let third = self.view().1 / 3.0;
        if 2.0 * third < (row + 1) as f64 * height {
            place.set_scroll_top((row as f64 * height - third).max(0.0) as i32);
        }
        self.on_scroll();
    }

    /// Returns how much room the cells have, in width and height.
    fn view(self) -> (f64, f64) {
        let (sizes, layout) = (self.sizes.get_untracked(), self.layout.get_untracked());
        (sizes.width - layout.head - layout.tail, sizes.height - sizes.head - sizes.foot)
    }

    /// Gives the parts of the table their lengths.
    fn set_lengths(self) {
        let Some(table) = self.table.get_untracked() else { return };
        let (layout, n_rows) = (self.layout.get_untracked(), self.source.size().0);
        for (name, pixels) in [
            ("--row", layout.row()),
            ("--head", layout.head),
            ("--cell", layout.cell),
            ("--tail", layout.tail),
            ("--total", layout.total),
            ("--rows", n_rows as f64 * layout.row()),
        ] {
            style(&table, name, pixels);
        }
    }

    /// Notes how far the place is scrolled.
    fn on_scroll(self) {
        let Some(place) = self.place.try_get_untracked().flatten() else { return };
        self.scrolled.set((f64::from(place.scroll_left()), f64::from(place.scroll_top())));
        self.slide();
    }

    /// Brings the window to where the place is scrolled to.
    fn slide(self) {
        let (layout, (width, height)) = (self.layout.get_untracked(), self.view());
        let (n_rows, n_columns) = self.source.size();
        let (left, top) = self.scrolled.get_untracked();
        let now = (
            visible(top, height, layout.row(), n_rows, SPARE.0),
            visible(left, width, layout.cell, n_columns, SPARE.1),
        );
        if self.window.with_untracked(|before| *before != now) {
            self.window.set(now);
        }
    }

    /// Draws the rows of the window.
    fn draw(self) {
        let Some(rows) = self.rows.get() else { return };
        let rows: &web_sys::HtmlElement = &rows;
        let ((shown_rows, shown_columns), layout) = (self.window.get(), self.layout.get());
        let selection = self.selection.get_untracked();
        // What has the focus is about to move or to leave: the table keeps it, so that the keyboard goes on from here.
        let is_there = |at: (usize, usize)| shown_rows.contains(&at.0) && shown_columns.contains(&at.1);
        if !is_there(selection.at) && rows.contains(document().active_element().as_deref()) {
            self.park();
        }
        let shown =
            Shown { rows: shown_rows.clone(), columns: shown_columns.clone(), layout: &layout, selection };
        self.body.update_value(|body| body.show(rows, &shown, &|row| self.source.line.run(row)));
        if let Some(table) = self.table.get_untracked() {
            // The columns before the window are room only.
            let gap = if layout.seam == Some(shown_columns.start) { window::SEAM } else { 0.0 };
            style(&table, "--before", layout.left(shown_columns.start) - gap);
            let _ = table.set_attribute("tabindex", if is_there(selection.at) { "-1" } else { "0" });
            if is_there(selection.at) && document().active_element().as_ref() == Some(&table) {
                self.focus();
            }
        }
    }

    fn park(self) {
        if let Some(table) = self.table.get_untracked() {
            focus(&table);
        }
    }

    /// Moves the focus to the cell of the keyboard, where it is in the document. The page scrolls to it where it has to.
    fn focus(self) {
        let at = self.selection.get_untracked().at;
        match self.body.with_value(|body| body.cell(at).cloned()) {
            Some(cell) if document().active_element().as_ref() == Some(&cell) => (),
            // An element that cannot take the focus leaves it where it was.
            Some(cell) => drop(cell.focus()),
            None => self.park(),
        }
    }

    /// Scrolls the cell of the keyboard into view.
    fn reveal(self) {
        let (layout, (width, height)) = (self.layout.get_untracked(), self.view());
        let (row, column) = self.selection.get_untracked().at;
        let (left, top) = self.scrolled.get_untracked();
        let new_top = reveal(top, height, row as f64 * layout.row(), layout.row()).round();
        let new_left = reveal(left, width, layout.left(column), layout.cell).round();
        if (new_top - top).abs() + (new_left - left).abs() < 1.0 {
            return;
        }
        if let Some(place) = self.place.get_untracked() {
            self.set_lengths();
            place.set_scroll_top(new_top as i32);
            place.set_scroll_left(new_left as i32);
            self.on_scroll();
        }
    }

    /// Scrolls the cell of the keyboard into view and moves the focus to it.
    fn show_focus(self) {
        self.reveal();
        let at = self.selection.get_untracked().at;
        // The rows may not have been drawn since the window moved.
        if self.body.with_value(|body| body.cell(at).is_none()) {
            untrack(|| self.draw());
        }
        self.focus();
    }

    fn go(self, selection: Selection) {
        self.selection.set(selection.within(self.source.size()));
        self.show_focus();
    }

    /// Selects without scrolling.
    fn select(self, selection: Selection) {
        self.selection.set(selection.within(self.source.size()));
        self.focus();
    }

    /// Returns how many rows are in view.
    fn page(self) -> usize {
        ((self.view().1 / self.layout.get_untracked().row()) as usize).saturating_sub(1)
    }

    /// Does what a key asks for that stays inside the grid; the rest is for the page.
    fn act(self, action: Action, extend: bool) -> bool {
        let (now, size) = (self.selection.get_untracked(), self.source.size());
        let last = (size.0.saturating_sub(1), size.1.saturating_sub(1));
        let next = match action {
            Action::Move(step) => {
                let at = step.from(now.at, size, self.page());
                Selection { at, anchor: if extend { now.anchor } else { at } }
            }
            Action::All => Selection { at: (0, 0), anchor: last },
            Action::Row => Selection { at: (now.at.0, 0), anchor: (now.at.0, last.1) },
            Action::Column => Selection { at: (0, now.at.1), anchor: (last.0, now.at.1) },
            _ => return false,
        };
        match action {
            Action::Move(_) => self.go(next),
            // What is in view stays in view while everything around it is selected.
            _ => self.select(next),
        }
        true
    }
}

/// Shows a grid.
#[component]
pub fn Grid(
    /// What it shows.
    source: Source,
    /// Where the keyboard is.
    selection: RwSignal<Selection>,
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
    let layout = Memo::new(move |_| {
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
        window: RwSignal::new((0..0, 0..0)),
        body: StoredValue::new_local(Body::default()),
        scrolled: RwSignal::new((0.0, 0.0)),
    };
    follow(engine);
    Effect::new(move |_| {
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
        if event.is_composing() || event.alt_key() {
            return;
        }
        let key =
            if event.key() == "Process" || !event.key().is_ascii() { event.code() } else { event.key() };
        let ctrl = event.ctrl_key() || event.meta_key();
        let Some(action) = action_of(&key, ctrl, event.shift_key()) else { return };
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
                if other != Action::NextProblem {
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
            engine.go(Selection::cell((row, selection.get_untracked().at.1)));
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
        if let Some(text) = event.clipboard_data().and_then(|data| data.get_data("text/plain").ok()) {
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

/// Keeps the rows, the sizes and the selection up to date.
fn follow(engine: Engine) {
    Effect::new(move |_| engine.draw());
    Effect::new(move |_| {
        let now = engine.selection.get();
        engine.body.update_value(|body| body.select(now));
    });
    // A change of the grid's size moves the window and keeps the selection inside.
    Effect::new(move |_| {
        let size = (engine.source.n_rows.get(), engine.source.heads.with(Vec::len));
        engine.layout.track();
        engine.sizes.track();
        engine.table.track();
        engine.set_lengths();
        let selection = engine.selection.get_untracked();
        if selection.within(size) != selection {
            engine.selection.set(selection.within(size));
        }
        engine.slide();
    });
    Effect::new(move |_| {
        let (Some(place), Some(head)) = (engine.place.get(), engine.head.get()) else { return };
        let measure = Closure::<dyn Fn()>::new(move || {
            // The page may have been left between the measuring asked for and its coming.
            if engine.place.try_get_untracked().flatten().is_some() {
                engine.measure();
            }
        });
        let Ok(observer) = web_sys::ResizeObserver::new(measure.as_ref().unchecked_ref()) else { return };
        observer.observe(&place);
        observer.observe(&head);
        let kept = StoredValue::new_local((observer, measure));
        on_cleanup(move || {
            // What was kept may be gone with the page already.
            let _ = kept.try_with_value(|(observer, _)| observer.disconnect());
        });
        engine.measure();
    });
}

/// Draws the range, the cell of the keyboard and the seam, each as one element above the cells.
fn marks(engine: Engine) -> (AnyView, AnyView, AnyView) {
    let (range, cursor, seam) = (NodeRef::<Tr>::new(), NodeRef::<Tr>::new(), NodeRef::<Div>::new());
    let over = move |node: NodeRef<Tr>, of: Range, layout: &Layout| {
        let Some(node) = node.get() else { return };
        let left = layout.left(of.first.1);
        style(&node, "left", layout.head + left);
        style(&node, "width", layout.left(of.last.1) + layout.cell - left);
        style(&node, "top", of.first.0 as f64 * layout.row());
        style(&node, "height", (of.last.0 + 1 - of.first.0) as f64 * layout.row());
    };
    Effect::new(move |_| {
        let (now, layout) = (engine.selection.get(), engine.layout.get());
        over(range, now.range(), &layout);
        over(cursor, Range::between(now.at, now.at), &layout);
    });
    // Beside the first column the seam would stand over the names.
    Effect::new(move |_| {
        let layout = engine.layout.get();
        let Some(seam) = seam.get() else { return };
        let left = layout.seam.map_or(-1.0, |column| layout.left(column) - window::SEAM / 2.0);
        let sizes = engine.sizes.get();
        style(&seam, "left", layout.head + left);
        style(&seam, "height", sizes.head + sizes.foot + engine.source.n_rows.get() as f64 * layout.row());
        let beyond = left - engine.scrolled.get().0;
        let room = sizes.width - layout.head - layout.tail;
        seam.set_hidden(layout.seam.is_none() || beyond < 0.0 || room < beyond);
    });
    (
        view! { <tr class="grid-range" aria-hidden="true" node_ref=range></tr> }.into_any(),
        view! { <tr class="grid-cursor" aria-hidden="true" node_ref=cursor></tr> }.into_any(),
        view! { <div class="grid-seam" aria-hidden="true" node_ref=seam></div> }.into_any(),
    )
}

/// Draws the heads of the groups and of the columns in the window.
fn heads(engine: Engine) -> AnyView {
    let source = engine.source;
    let groups = live(move || {
        let layout = engine.layout.get();
        let groups = source.groups.get().into_iter().enumerate().filter(|(_, group)| group.count > 0);
        let groups = groups.map(|(place, group)| {
            let side = if group.vendor { "vendor" } else { "client" };
            let class = if place > 0 && layout.seam.is_some() { "group seam" } else { "group" };
            let width = format!("{}px", group.count as f64 * layout.cell);
            view! {
                <th role="columnheader" class=class data-side=side style:flex-basis=width aria-colspan=group.count>
                    <span><strong>{group.label}</strong>" "<bdi>{group.name}</bdi></span>
                </th>
            }
        });
        groups.collect_view()
    });
    let columns = live(move || {
        let (window, layout) = (engine.window.with(|window| window.1.clone()), engine.layout.get());
        source.heads.with(|heads| {
            let columns = window.clone().zip(heads.get(window).unwrap_or_default());
            let columns = columns.map(|(column, head)| {
                let class = if layout.seam == Some(column) { "column-head seam" } else { "column-head" };
                let full = format!("{} {}", head.name, head.note);
                view! {
                    <th role="columnheader" class=class aria-colindex=column + 2 data-column=column title=full>
                        <bdi>{if layout.is_dense() { breakable(&head.name) } else { head.name.clone() }}</bdi><small>{head.note.clone()}</small>
                    </th>
                }
            });
            columns.collect_view()
        })
    });
    let corner = move || source.corners.get().0;
    let tail = move || source.corners.get().1;
    view! {
        <tr role="row" class="grid-sides" aria-rowindex="1"><td role="presentation" class="row-head"></td>{groups}<td role="presentation" class="row-tail"></td></tr>
        <tr role="row" class="grid-heads" aria-rowindex="2">
            <th role="columnheader" class="row-head" aria-colindex="1">{corner}</th>
            {columns}
            <th role="columnheader" class="row-tail" aria-colindex=move || source.heads.with(Vec::len) + 2>{tail}</th>
        </tr>
    }
    .into_any()
}

/// Draws the sums of the columns in the window.
fn feet(engine: Engine) -> AnyView {
    let source = engine.source;
    let rows = live(move || {
        let (window, layout) = (engine.window.with(|window| window.1.clone()), engine.layout.get());
        let first = source.n_rows.get() + HEAD_ROWS + 1;
        let rows = source.feet.get().into_iter().enumerate().map(|(place, foot)| {
            let cells = window.clone().zip(foot.cells.get(window.clone()).unwrap_or_default());
            let cells = cells.map(|(column, (says, is_wrong))| {
                let class = match (layout.seam == Some(column), *is_wrong) {
                    (true, true) => "sum seam wrong",
                    (true, false) => "sum seam",
                    (false, true) => "sum wrong",
                    (false, false) => "sum",
                };
                view! { <td role="gridcell" class=class aria-colindex=column + 2>{says.clone()}</td> }
            });
            let end = foot.cells.len() + 2;
            view! {
                <tr role="row" aria-rowindex=first + place>
                    <th role="rowheader" class="row-head" aria-colindex="1">{foot.name}</th>
                    {cells.collect_view()}
                    <td role="gridcell" class="row-tail" aria-colindex=end>{foot.says}</td>
                </tr>
            }
        });
        rows.collect_view()
    });
    view! { {rows} }.into_any()
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

/// Moves the focus without scrolling. An element that cannot take it leaves it where it was.
fn focus(element: &web_sys::HtmlElement) {
    let how = web_sys::FocusOptions::new();
    how.set_prevent_scroll(true);
    let _ = element.focus_with_options(&how);
}

/// Returns how much larger than usual the user's text is.
fn text_scale() -> f64 {
    let root = document().document_element();
    let style = root.and_then(|root| window().get_computed_style(&root).ok().flatten());
    let size = style.and_then(|style| style.get_property_value("font-size").ok());
    size.and_then(|size| size.trim_end_matches("px").parse::<f64>().ok()).map_or(1.0, |size| size / 16.0)
}
