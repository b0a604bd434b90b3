//! The rows of a grid that are in the document. A row that leaves the window at one end comes in at the other with
//! another line in it; rows are not made and thrown away while scrolling.

use std::collections::VecDeque;
use std::ops::Range;

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::ui::grid::Selection;
use crate::ui::grid::source::{Line, Mark};
use crate::ui::grid::window::Layout;

/// How many rows of heads stand above the first row.
pub const HEAD_ROWS: usize = 2;

/// What the rows show besides their lines.
pub struct Shown<'a> {
    /// Which rows.
    pub rows: Range<usize>,
    /// Which columns.
    pub columns: Range<usize>,
    /// How wide things are.
    pub layout: &'a Layout,
    /// Where the keyboard is.
    pub selection: Selection,
}

/// The rows in the document.
#[derive(Default)]
pub struct Body {
    rows: VecDeque<Row>,
    first: usize,
    first_column: usize,
}

struct Row {
    node: HtmlElement,
    head: HtmlElement,
    number: HtmlElement,
    group: HtmlElement,
    name: HtmlElement,
    tail: HtmlElement,
    says: HtmlElement,
    cells: VecDeque<Cell>,
    place: Option<usize>,
    top: f64,
    line: Line,
}

struct Cell {
    node: HtmlElement,
    at: Option<(usize, usize)>,
    letters: &'static str,
    note: String,
    is_selected: bool,
    is_here: bool,
}

impl Body {
    /// Shows the lines of the rows in the window.
    pub fn show(&mut self, body: &HtmlElement, shown: &Shown<'_>, line: &dyn Fn(usize) -> Line) {
        turn(&mut self.rows, self.first, &shown.rows, body, None, &Row::new, &|row| &row.node);
        for (place, row) in shown.rows.clone().zip(&mut self.rows) {
            row.show(place, line(place), self.first_column, shown);
        }
        (self.first, self.first_column) = (shown.rows.start, shown.columns.start);
    }

    /// Shows on the cells which of them are selected.
    pub fn select(&mut self, selection: Selection) {
        for row in &mut self.rows {
            for cell in &mut row.cells {
                cell.mark(selection);
            }
        }
    }

    /// Finds the element of a cell, where it is in the document.
    pub fn cell(&self, at: (usize, usize)) -> Option<&HtmlElement> {
        let row = self.rows.get(at.0.checked_sub(self.first)?)?;
        row.cells.get(at.1.checked_sub(self.first_column)?).map(|cell| &cell.node)
    }
}

impl Row {
    fn new() -> Option<Self> {
        let node = element("tr", "grid-row", "row")?;
        let head = element("th", "row-head", "rowheader")?;
        let number = element("span", "margin-number", "")?;
        let group = element("bdi", "row-group", "")?;
        let name = element("bdi", "row-name", "")?;
        let tail = element("td", "row-tail", "gridcell")?;
        let says = element("span", "", "")?;
        put(&head, &number, None);
        put(&head, &group, None);
        put(&head, &name, None);
        put(&tail, &says, None);
        put(&node, &head, None);
        put(&node, &tail, None);
        set(&head, "tabindex", "-1");
        set(&head, "aria-colindex", "1");
        let (cells, line) = (VecDeque::new(), Line::default());
        Some(Self { node, head, number, group, name, tail, says, cells, place: None, top: -1.0, line })
    }

    fn show(&mut self, place: usize, line: Line, first_column: usize, shown: &Shown<'_>) {
        let top = place as f64 * shown.layout.row();
        if self.top.total_cmp(&top).is_ne() {
            self.top = top;
            style(&self.node, "top", top);
        }
        if self.place != Some(place) {
            self.place = Some(place);
            set(&self.node, "aria-rowindex", &(place + 1 + HEAD_ROWS).to_string());
            set(&self.head, "data-row", &place.to_string());
        }
        if line.number != self.line.number {
            self.number.set_text_content(Some(&line.number));
            set(&self.head, "id", &format!("c-{}", line.number));
        }
        if line.name != self.line.name {
            self.name.set_text_content(Some(&line.name));
            set(&self.head, "title", &line.name);
        }
        if line.group != self.line.group {
            self.group.set_text_content(Some(&line.group));
            self.node.set_class_name(if line.group.is_empty() { "grid-row" } else { "grid-row begins" });
        }
        if line.is_wrong != self.line.is_wrong {
            self.number.set_class_name(if line.is_wrong { "margin-number wrong" } else { "margin-number" });
        }
        if line.says != self.line.says || line.mark != self.line.mark {
            self.says.set_text_content(Some(&line.says));
            self.says.set_class_name(line.mark.class());
            set(&self.says, "data-kind", if line.mark == Mark::Wrong { "problem" } else { "" });
            set(&self.tail, "title", &line.says);
            set(&self.tail, "aria-colindex", &(line.cells.len() + 2).to_string());
        }
        turn(
            &mut self.cells,
            first_column,
            &shown.columns,
            &self.node,
            Some(&self.tail),
            &Cell::new,
            &|cell| &cell.node,
        );
        for (column, cell) in shown.columns.clone().zip(&mut self.cells) {
            let letters = line.cells.get(column).copied().unwrap_or_default();
            let note = line.notes.iter().find(|(other, _)| *other == column);
            cell.show((place, column), letters, note.map_or("", |(_, note)| note), shown);
        }
        self.line = line;
    }
}

impl Cell {
    fn new() -> Option<Self> {
        let node = element("td", "cell", "gridcell")?;
        set(&node, "tabindex", "-1");
        set(&node, "aria-selected", "false");
        Some(Self { node, at: None, letters: "", note: String::new(), is_selected: false, is_here: false })
    }

    fn show(&mut self, at: (usize, usize), letters: &'static str, note: &str, shown: &Shown<'_>) {
        if self.at != Some(at) {
            if self.at.map(|at| at.1) != Some(at.1) {
                let is_seam = shown.layout.seam == Some(at.1);
                self.node.set_class_name(if is_seam { "cell seam" } else { "cell" });
                set(&self.node, "aria-colindex", &(at.1 + 2).to_string());
            }
            self.at = Some(at);
            set(&self.node, "data-cell", &format!("{}-{}", at.0, at.1));
        }
        self.mark(shown.selection);
        if self.letters != letters {
            self.letters = letters;
            self.write();
        }
        if self.note != note {
            note.clone_into(&mut self.note);
            self.remark();
        }
    }

    /// Marks the cell as remarked on. The remark is its title: what a screen reader says after the letters.
    fn remark(&self) {
        if self.note.is_empty() {
            remove(&self.node, "title");
        } else {
            set(&self.node, "title", &self.note);
        }
    }

    /// Writes each letter in a box of its own.
    fn write(&self) {
        let mut next = self.node.first_element_child();
        for place in 0..self.letters.len() {
            let letter = self.letters.get(place..=place).unwrap_or_default();
            let mark = match next.take() {
                Some(mark) => mark,
                None => {
                    let Some(mark) = element("b", "letter", "") else { return };
                    put(&self.node, &mark, None);
                    mark.into()
                }
            };
            mark.set_text_content(Some(letter));
            set(&mark, "data-letter", letter);
            next = mark.next_element_sibling();
        }
        while let Some(mark) = next {
            next = mark.next_element_sibling();
            mark.remove();
        }
    }

    fn mark(&mut self, selection: Selection) {
        let Some(at) = self.at else { return };
        let (is_selected, is_here) = (selection.range().has(at.0, at.1), selection.at == at);
        if self.is_selected != is_selected {
            self.is_selected = is_selected;
            set(&self.node, "aria-selected", if is_selected { "true" } else { "false" });
        }
        if self.is_here != is_here {
            self.is_here = is_here;
            set(&self.node, "tabindex", if is_here { "0" } else { "-1" });
        }
    }
}

/// Brings a line of elements from one stretch of places to another: what leaves at one end comes in at the other.
fn turn<T>(
    line: &mut VecDeque<T>,
    first: usize,
    to: &Range<usize>,
    parent: &HtmlElement,
    end: Option<&HtmlElement>,
    make: &dyn Fn() -> Option<T>,
    node: &dyn Fn(&T) -> &HtmlElement,
) {
    while to.len() < line.len() {
        if let Some(surplus) = line.pop_back() {
            node(&surplus).remove();
        }
    }
    while line.len() < to.len() {
        let Some(new) = make() else { return };
        put(parent, node(&new), end);
        line.push_back(new);
    }
    if line.len() <= first.abs_diff(to.start) {
        return;
    }
    for _ in first..to.start {
        if let Some(moved) = line.pop_front() {
            put(parent, node(&moved), end);
            line.push_back(moved);
        }
    }
    for _ in to.start..first {
        if let Some(moved) = line.pop_back() {
            put(parent, node(&moved), line.front().map(node));
            line.push_front(moved);
        }
    }
}

fn element(tag: &str, class: &str, role: &str) -> Option<HtmlElement> {
    let node: HtmlElement = document().create_element(tag).ok()?.dyn_into().ok()?;
    node.set_class_name(class);
    if !role.is_empty() {
        set(&node, "role", role);
    }
    Some(node)
}

/// Sets an attribute. With a fixed, valid name it cannot fail.
fn set(node: &web_sys::Element, name: &str, value: &str) {
    let _ = node.set_attribute(name, value);
}

/// Takes an attribute away. With a fixed, valid name it cannot fail.
fn remove(node: &web_sys::Element, name: &str) {
    let _ = node.remove_attribute(name);
}

/// Sets a length in pixels. With a fixed, valid name it cannot fail.
pub fn style(node: &HtmlElement, name: &str, pixels: f64) {
    set_style(node, name, &format!("{pixels}px"));
}

/// Sets a property of style.
pub fn set_style(node: &HtmlElement, name: &str, value: &str) {
    let _ = node.style().set_property(name, value);
}

/// Puts an element into another, before one that is there. As long as it is there, it cannot fail.
fn put(parent: &HtmlElement, node: &HtmlElement, before: Option<&HtmlElement>) {
    let _ = parent.insert_before(node, before.map(AsRef::as_ref));
}
