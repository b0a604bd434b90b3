//! How tables of figures were read, for as long as the app is open: one with the same heads is read in the same way.

use std::cell::RefCell;

use crate::exchange::readings::mapping::Mapping;

/// How many tables are remembered.
const MOST: usize = 20;

thread_local! {
    static KNOWN: RefCell<Vec<(Vec<String>, Mapping)>> = const { RefCell::new(Vec::new()) };
}

/// Remembers how a table with these heads was read.
pub fn remember(heads: &[String], mapping: Mapping) {
    KNOWN.with_borrow_mut(|known| {
        known.retain(|(of, _)| of != heads);
        known.push((heads.to_vec(), mapping));
        let surplus = known.len().saturating_sub(MOST);
        known.drain(..surplus);
    });
}

/// Returns how a table with these heads was read before.
#[must_use]
pub fn remembered(heads: &[String]) -> Option<Mapping> {
    KNOWN.with_borrow(|known| known.iter().find(|(of, _)| of == heads).map(|(_, mapping)| mapping.clone()))
}
