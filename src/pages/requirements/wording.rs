//! Wordings that leave something open, counted for a page and shown where an item is edited.

use std::cell::RefCell;
use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::held::Held;
use crate::domain::register::Register;
use crate::domain::requirements::wording::doubts::{Doubt, Part, Worded};
use crate::i18n::Text;
use crate::i18n::context::use_words;
use crate::state::row::Row;
use crate::state::workspace::Cell;
use crate::ui::live::{kept, live};

/// The items last read, each with how much it leaves open: with every key one of them is new.
pub struct Counted<T>(RefCell<Vec<(Arc<T>, usize)>>);

impl<T: Held + Worded> Counted<T> {
    /// Begins with nothing read.
    pub const fn new() -> Self {
        Self(RefCell::new(Vec::new()))
    }

    /// Counts what the texts of all items leave open, and reads only those that changed since it last did.
    pub fn count(&self, items: &Register<T>) -> usize {
        let mut known = self.0.borrow_mut();
        let mut before = std::mem::take(&mut *known).into_iter().peekable();
        let count = |item: &Arc<T>| {
            let same = before.next_if(|(one, _)| one.id() == item.id());
            let same = same.filter(|(one, _)| Arc::ptr_eq(one, item));
            same.unwrap_or_else(|| (item.clone(), item.doubts().len()))
        };
        *known = items.iter().map(count).collect();
        known.iter().map(|(_, count)| count).sum()
    }
}

/// Says how many wordings leave something open, where any does.
pub fn finding(text: &Text, count: usize) -> Option<String> {
    (0 < count).then(|| (text.requirements.wording_finding)(count))
}

/// Shows the doubtful wordings of an item where they stand, each with what would settle it.
pub fn wording_of<T: Held + Worded>(row: Row<T>) -> AnyView
where
    T::Section: Cell,
{
    shown(kept(move || row.get(T::doubts)).into())
}

/// Names a text as its field does.
fn label(text: &'static Text, part: Part) -> &'static str {
    let text = &text.requirements;
    match part {
        Part::Includes => text.includes,
        Part::Acceptance => text.acceptance,
        Part::Excluded => text.excluded,
        Part::Measure => text.sla_measure,
        Part::Definition => text.definition,
        Part::Source => text.source,
        Part::Excludes => text.excludes,
        Part::Penalty => text.penalty,
    }
}

fn shown(found: Signal<Vec<Doubt>>) -> AnyView {
    let words = use_words();
    let shown = live(move || {
        let text = &words.get().requirements;
        let items = found.get().into_iter().map(|Doubt { part, quote, word }| {
            let label = label(words.get(), part);
            let Some(word) = word else {
                return view! { <li>{label}" · "<bdi>{quote}</bdi>" → "{text.uncheckable}</li> }.into_any();
            };
            let part = |range: std::ops::Range<usize>| quote.get(range).unwrap_or_default().to_owned();
            let (start, end) = (word.span.start, word.span.end);
            let (before, marked, behind) = (part(0..start), part(start..end), part(end..quote.len()));
            let advice = (text.settle)(word.openness);
            view! { <li>{label}" · "<bdi>{before}<mark>{marked}</mark>{behind}</bdi>" → "{advice}</li> }
                .into_any()
        });
        let items: Vec<_> = items.collect();
        (!items.is_empty()).then(
            || view! { <section class="wording"><h4>{text.wording_head}</h4><ul>{items}</ul></section> },
        )
    });
    view! { <div aria-live="polite">{shown}</div> }.into_any()
}
