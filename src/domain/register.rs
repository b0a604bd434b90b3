//! Numbered lists: every item keeps its clause number for good.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::domain::ids::Id;

/// Something with an id and a permanent clause number, such as F-03.
pub trait Item: Clone + Default + 'static {
    /// The letter before the number.
    const PREFIX: &'static str;
    /// How many digits a clause number has at least.
    const WIDTH: usize;

    /// Returns the item's id.
    fn id(&self) -> Id<Self>;
    /// Returns the item's number, starting at 1.
    fn number(&self) -> u32;
    /// Makes an item with nothing filled in.
    fn blank(id: Id<Self>, number: u32) -> Self;
    /// Copies an item under another number.
    fn renumbered(&self, number: u32) -> Self;

    /// Writes the clause number as people quote it, for example `F-03`.
    fn clause(&self) -> String {
        format!("{}-{:0width$}", Self::PREFIX, self.number(), width = Self::WIDTH)
    }
}

/// Makes a struct with the fields `id` and `number` an [`Item`].
macro_rules! item {
    ($item:ty, $prefix:literal, $width:literal) => {
        impl $crate::domain::register::Item for $item {
            const PREFIX: &'static str = $prefix;
            const WIDTH: usize = $width;

            fn id(&self) -> $crate::domain::ids::Id<Self> {
                self.id
            }
            fn number(&self) -> u32 {
                self.number
            }
            fn blank(id: $crate::domain::ids::Id<Self>, number: u32) -> Self {
                Self { id, number, ..Default::default() }
            }
            fn renumbered(&self, number: u32) -> Self {
                Self { number, ..self.clone() }
            }
        }
    };
}
pub(crate) use item;

/// An ordered list of items whose numbers are never used again after a deletion.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, bound(deserialize = "T: Deserialize<'de>"))]
pub struct Register<T> {
    /// The number the next new item gets.
    next: u32,
    /// The items in their shown order.
    items: Vec<Arc<T>>,
}

impl<T> Default for Register<T> {
    fn default() -> Self {
        Self { next: 1, items: Vec::new() }
    }
}

/// Items that are shared are equal without a look inside, so comparing after an edit costs what the edit changed.
impl<T: PartialEq> PartialEq for Register<T> {
    fn eq(&self, other: &Self) -> bool {
        let same = |(a, b): (&Arc<T>, &Arc<T>)| Arc::ptr_eq(a, b) || a == b;
        self.next == other.next
            && self.items.len() == other.items.len()
            && self.items.iter().zip(&other.items).all(same)
    }
}

impl<T: Item> Register<T> {
    /// Goes through the items in their shown order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Arc<T>> + ExactSizeIterator + Clone {
        self.items.iter()
    }

    /// Counts the items.
    #[must_use]
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Tells whether there is no item.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// The number the next new item will get.
    #[must_use]
    pub fn next_number(&self) -> u32 {
        self.next
    }

    /// Finds an item by its id.
    #[must_use]
    pub fn get(&self, id: Id<T>) -> Option<&Arc<T>> {
        self.items.iter().find(|item| item.id() == id)
    }

    /// Tells whether an item of this id is here.
    #[must_use]
    pub fn has(&self, id: Id<T>) -> bool {
        self.get(id).is_some()
    }

    /// Returns where the item stands, from 0.
    #[must_use]
    pub fn position(&self, id: Id<T>) -> Option<usize> {
        self.items.iter().position(|item| item.id() == id)
    }

    /// Returns the item at a place.
    #[must_use]
    pub fn at(&self, position: usize) -> Option<&Arc<T>> {
        self.items.get(position)
    }

    /// Adds a blank item at the end, fills it in and returns its clause number.
    /// An id that is already here adds nothing twice.
    pub fn add(&mut self, id: Id<T>, fill: impl FnOnce(&mut T)) -> String {
        if let Some(present) = self.get(id) {
            return present.clause();
        }
        let mut item = T::blank(id, self.next);
        self.next += 1;
        fill(&mut item);
        let clause = item.clause();
        self.items.push(Arc::new(item));
        clause
    }

    /// Changes an item; an unknown id changes nothing.
    pub fn update(&mut self, id: Id<T>, change: impl FnOnce(&mut T)) {
        if let Some(item) = self.items.iter_mut().find(|item| item.id() == id) {
            change(Arc::make_mut(item));
        }
    }

    /// Changes every item.
    pub fn update_all(&mut self, mut change: impl FnMut(&mut T)) {
        for item in &mut self.items {
            change(Arc::make_mut(item));
        }
    }

    /// Takes an item out. Its number stays used.
    pub fn remove(&mut self, id: Id<T>) -> Option<Arc<T>> {
        let position = self.position(id)?;
        Some(self.items.remove(position))
    }

    /// Moves an item by a number of places, as far as the list goes.
    pub fn shift(&mut self, id: Id<T>, places: isize) {
        self.shift_among(id, places, |_, _| true);
    }

    /// Moves an item by a number of places among those that are shown together with it.
    pub fn shift_among(&mut self, id: Id<T>, places: isize, is_beside: fn(&T, &T) -> bool) {
        let Some(from) = self.position(id) else { return };
        let item = self.items.remove(from);
        let shown: Vec<usize> = (0..self.items.len())
            .filter(|at| self.items.get(*at).is_some_and(|other| is_beside(&item, other)))
            .collect();
        let n_before = shown.iter().filter(|at| **at < from).count();
        let wanted = n_before.saturating_add_signed(places);
        let to = match shown.get(wanted) {
            _ if wanted == n_before => from,
            Some(at) => *at,
            None => shown.last().map_or(from, |last| (last + 1).max(from)),
        };
        self.items.insert(to, item);
    }

    /// Puts an item back as it was, for example from a file, keeping its number.
    pub fn restore(&mut self, item: T) {
        self.next = self.next.max(item.number() + 1);
        self.items.push(Arc::new(item));
    }

    /// Raises the next number above every present one. Files edited by hand may have it too low.
    pub fn settle_numbers(&mut self) {
        let highest = self.items.iter().map(|item| item.number()).max().unwrap_or(0);
        self.next = self.next.max(highest + 1).max(1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Clone, Debug, Default, PartialEq)]
    struct Thing {
        id: Id<Thing>,
        number: u32,
        name: &'static str,
    }
    item!(Thing, "X", 2);

    fn register(names: &[&'static str]) -> Register<Thing> {
        let mut register: Register<Thing> = Register::default();
        for (place, name) in names.iter().enumerate() {
            register.add(Id::fixed(place as u128 + 1), |thing| thing.name = name);
        }
        register
    }
    fn show(register: &Register<Thing>) -> String {
        register
            .iter()
            .map(|thing| format!("{} {}", thing.clause(), thing.name))
            .collect::<Vec<_>>()
            .join(", ")
    }

    #[test]
    fn a_number_is_never_used_again() {
        let mut things = register(&["a", "b"]);
        things.remove(Id::fixed(2));
        things.add(Id::fixed(9), |thing| thing.name = "c");
        assert_eq!(show(&things), "X-01 a, X-03 c");
    }

    #[test]
    fn the_same_id_adds_nothing_twice() {
        let mut things = register(&["a"]);
        things.add(Id::fixed(1), |thing| thing.name = "again");
        assert_eq!(show(&things), "X-01 a");
    }

    #[test]
    fn moving_stops_at_the_ends() {
        let mut things = register(&["a", "b", "c"]);
        things.shift(Id::fixed(1), 9);
        assert_eq!(show(&things), "X-02 b, X-03 c, X-01 a");
        things.shift(Id::fixed(1), -1);
        assert_eq!(show(&things), "X-02 b, X-01 a, X-03 c");
    }

    #[test]
    fn moving_among_some_goes_past_the_others() {
        let mut things = register(&["a", "-", "a", "-", "a"]);
        let is_beside: fn(&Thing, &Thing) -> bool = |one, other| one.name == other.name;
        things.shift_among(Id::fixed(3), -1, is_beside);
        assert_eq!(show(&things), "X-03 a, X-01 a, X-02 -, X-04 -, X-05 a");
        things.shift_among(Id::fixed(2), 1, is_beside);
        assert_eq!(show(&things), "X-03 a, X-01 a, X-04 -, X-02 -, X-05 a");
        things.shift_among(Id::fixed(2), 1, is_beside);
        things.shift_among(Id::fixed(3), -1, is_beside);
        assert_eq!(show(&things), "X-03 a, X-01 a, X-04 -, X-02 -, X-05 a");
    }
}
