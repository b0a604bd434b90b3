//! Going from field to field of a table with the keys.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, KeyboardEvent};

/// Goes to the field above or below with the arrow keys and with Enter, and to the one beside where the cursor stands at
/// the end of what is typed. Cells without a field are passed over.
pub fn walk(event: &KeyboardEvent) {
    if event.is_composing() || event.alt_key() || event.ctrl_key() || event.meta_key() {
        return;
    }
    let (is_ahead, is_beside) = match (event.key().as_str(), event.shift_key()) {
        ("ArrowUp", false) | ("Enter", true) => (false, false),
        ("ArrowDown" | "Enter", false) => (true, false),
        ("ArrowLeft", false) => (false, true),
        ("ArrowRight", false) => (true, true),
        _ => return,
    };
    let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some(next) = field.and_then(|field| beyond(&field, is_ahead, is_beside)) else { return };
    event.prevent_default();
    // A field that is gone meanwhile takes no focus.
    let _ = next.focus();
    next.select();
}

/// Returns the row and the column of the field of a table something happened in, both counted from 0 without its heads.
#[must_use]
pub fn place(inside: &Element) -> Option<(usize, usize)> {
    let before = |one: Element| {
        std::iter::successors(one.previous_element_sibling(), Element::previous_element_sibling)
    };
    let cell = inside.closest("td").ok()??;
    let row = inside.closest("tr").ok()??;
    Some((before(row).count(), before(cell).filter(|one| one.tag_name() == "TD").count()))
}

fn beyond(field: &HtmlInputElement, is_ahead: bool, is_beside: bool) -> Option<HtmlInputElement> {
    if is_beside {
        let ends = [field.selection_start(), field.selection_end()].map(|end| end.ok().flatten());
        let all = u32::try_from(field.value().encode_utf16().count()).ok()?;
        let edge = if is_ahead { all } else { 0 };
        // Where all is selected, as after a step, the next step goes on.
        if ends != [Some(edge); 2] && ends != [Some(0), Some(all)] {
            return None;
        }
    }
    let cell = field.closest("td").ok()??;
    let column = std::iter::successors(Some(cell.clone()), Element::previous_element_sibling).count();
    let (from, selector) = match is_beside {
        true => (cell, "input".to_owned()),
        false => (field.closest("tr").ok()??, format!("td:nth-child({column}) input")),
    };
    let next = |one: &Element| {
        if is_ahead { one.next_element_sibling() } else { one.previous_element_sibling() }
    };
    let mut ahead = std::iter::successors(next(&from), next);
    ahead.find_map(|one| one.query_selector(&selector).ok()??.dyn_into().ok())
}
