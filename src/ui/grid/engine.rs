//! What moves a grid: its sizes, its window, the selection and the focus.

use std::ops::Range as Span;

use leptos::html::{Div, Table, Tbody, Tfoot, Thead};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;

use crate::ui::grid::Selection;
use crate::ui::grid::body::{Body, Shown, set_style, style};
use crate::ui::grid::keys::Action;
use crate::ui::grid::source::Source;
use crate::ui::grid::window::{Layout, SEAM, reveal, visible};
use crate::ui::live::{Kept, follow};

/// How many rows and columns are kept beyond each edge of the window.
const SPARE: (usize, usize) = (4, 2);

/// The width of a landscape page between its margins, in pixels.
const PRINT_WIDTH: f64 = 960.0;

/// The sizes measured on the page.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Sizes {
    pub(super) width: f64,
    pub(super) height: f64,
    pub(super) head: f64,
    pub(super) foot: f64,
    pub(super) scale: f64,
}

/// What the parts of a grid share.
#[derive(Clone, Copy)]
pub(super) struct Engine {
    pub(super) source: Source,
    pub(super) selection: RwSignal<Selection>,
    pub(super) place: NodeRef<Div>,
    pub(super) table: NodeRef<Table>,
    pub(super) head: NodeRef<Thead>,
    pub(super) rows: NodeRef<Tbody>,
    pub(super) foot: NodeRef<Tfoot>,
    pub(super) sizes: RwSignal<Sizes>,
    pub(super) layout: Kept<Layout>,
    /// The rows and columns in the document.
    pub(super) window: RwSignal<(Span<usize>, Span<usize>)>,
    pub(super) body: StoredValue<Body, LocalStorage>,
    /// Whether all rows and columns have to be in the document, as for print.
    pub(super) is_whole: Signal<bool>,
    /// How far the place is scrolled, to the left and down. Asking the page would cost a layout each time.
    pub(super) scrolled: RwSignal<(f64, f64)>,
}

impl Engine {
    pub(super) fn measure(self) {
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
    pub(super) fn begin(self) {
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
    pub(super) fn view(self) -> (f64, f64) {
        let (sizes, layout) = (self.sizes.get_untracked(), self.layout.get_untracked());
        (sizes.width - layout.head - layout.tail, sizes.height - sizes.head - sizes.foot)
    }

    /// Gives the parts of the table their lengths.
    pub(super) fn set_lengths(self) {
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
        let zoom = (PRINT_WIDTH / layout.total).min(1.0);
        set_style(&table, "--print-zoom", &zoom.to_string());
    }

    /// Notes how far the place is scrolled.
    pub(super) fn on_scroll(self) {
        let Some(place) = self.place.try_get_untracked().flatten() else { return };
        self.scrolled.set((f64::from(place.scroll_left()), f64::from(place.scroll_top())));
        self.slide();
    }

    /// Brings the window to where the place is scrolled to.
    pub(super) fn slide(self) {
        let (layout, (width, height)) = (self.layout.get_untracked(), self.view());
        let (n_rows, n_columns) = self.source.size();
        let (left, top) = self.scrolled.get_untracked();
        let now = if self.is_whole.get_untracked() {
            (0..n_rows, 0..n_columns)
        } else {
            (
                visible(top, height, layout.row(), n_rows, SPARE.0),
                visible(left, width, layout.cell, n_columns, SPARE.1),
            )
        };
        if self.window.with_untracked(|before| *before != now) {
            self.window.set(now);
        }
    }

    /// Draws the rows of the window.
    pub(super) fn draw(self) {
        let Some(rows) = self.rows.get() else { return };
        let rows: &web_sys::HtmlElement = &rows;
        let ((shown_rows, shown_columns), layout) = (self.window.get(), self.layout.get());
        let selection = self.selection.get_untracked();
        let is_there = shown_rows.contains(&selection.at.0) && shown_columns.contains(&selection.at.1);
        let has_focus = || rows.contains(document().active_element().as_deref());
        let had_focus = has_focus();
        // What has the focus is about to leave: the table keeps it, so that the keyboard goes on from here.
        if !is_there && had_focus {
            self.park();
        }
        let shown =
            Shown { rows: shown_rows.clone(), columns: shown_columns.clone(), layout: &layout, selection };
        self.body.update_value(|body| body.show(rows, &shown, &|row| self.source.line.run(row)));
        if let Some(table) = self.table.get_untracked() {
            // The columns before the window are room only.
            let gap = if layout.seam == Some(shown_columns.start) { SEAM } else { 0.0 };
            style(&table, "--before", layout.left(shown_columns.start) - gap);
            let _ = table.set_attribute("tabindex", if is_there { "-1" } else { "0" });
            // The element that had it may have been one too many where the window became smaller.
            let is_lost = had_focus && !has_focus();
            if is_there && (is_lost || document().active_element().as_ref() == Some(&table)) {
                self.focus();
            }
        }
    }

    pub(super) fn park(self) {
        if let Some(table) = self.table.get_untracked() {
            focus(&table);
        }
    }

    /// Moves the focus to the cell of the keyboard, where it is in the document. The page scrolls to it where it has to.
    pub(super) fn focus(self) {
        let at = self.selection.get_untracked().at;
        match self.body.with_value(|body| body.cell(at).cloned()) {
            Some(cell) if document().active_element().as_ref() == Some(&cell) => (),
            // An element that cannot take the focus leaves it where it was.
            Some(cell) => drop(cell.focus()),
            None => self.park(),
        }
    }

    /// Scrolls the cell of the keyboard into view.
    pub(super) fn reveal(self) {
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
    pub(super) fn show_focus(self) {
        self.reveal();
        let at = self.selection.get_untracked().at;
        // The rows may not have been drawn since the window moved.
        if self.body.with_value(|body| body.cell(at).is_none()) {
            untrack(|| self.draw());
        }
        self.focus();
    }

    pub(super) fn go(self, selection: Selection) {
        self.selection.set(selection.within(self.source.size()));
        self.show_focus();
    }

    /// Selects without scrolling.
    pub(super) fn select(self, selection: Selection) {
        self.selection.set(selection.within(self.source.size()));
        self.focus();
    }

    /// Returns how many rows are in view.
    pub(super) fn page(self) -> usize {
        ((self.view().1 / self.layout.get_untracked().row()) as usize).saturating_sub(1)
    }

    /// Does what a key asks for that stays inside the grid; the rest is for the page.
    pub(super) fn act(self, action: Action, extend: bool) -> bool {
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

/// Keeps the rows, the sizes and the selection up to date.
pub(super) fn keep_up(engine: Engine) {
    follow(move || engine.draw());
    follow(move || {
        let now = engine.selection.get();
        engine.body.update_value(|body| body.select(now));
    });
    // A change of the grid's size moves the window and keeps the selection inside.
    follow(move || {
        let size = (engine.source.n_rows.get(), engine.source.heads.with(Vec::len));
        engine.layout.track();
        engine.sizes.track();
        engine.table.track();
        engine.is_whole.track();
        engine.set_lengths();
        let selection = engine.selection.get_untracked();
        if selection.within(size) != selection {
            engine.selection.set(selection.within(size));
        }
        engine.slide();
    });
    follow(move || {
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

/// Moves the focus without scrolling. An element that cannot take it leaves it where it was.
pub(super) fn focus(element: &web_sys::HtmlElement) {
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
