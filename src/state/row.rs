//! One item of a register as fields see it: a signal to read, a callback to write.

use std::any::Any;
use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::held::Held;
use crate::domain::ids::Id;
use crate::domain::register::Item;
use crate::domain::step::{Step, Verb};
use crate::state::workspace::{Cell, Workspace};

/// A value to show and the way to change it.
pub struct Bound<V: Send + Sync + 'static> {
    /// The value now.
    pub value: Signal<V>,
    /// Changes it.
    pub set: Callback<V>,
}

impl<V: Send + Sync> Clone for Bound<V> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<V: Send + Sync> Copy for Bound<V> {}

/// Binds behind one type per kind of value, so that a field costs two small functions and no more.
pub(crate) fn bound<V: Clone + PartialEq + Send + Sync + 'static>(
    read: Box<dyn Fn() -> V + Send + Sync>,
    write: Box<dyn Fn(V) + Send + Sync>,
) -> Bound<V> {
    Bound { value: Memo::new(move |_| read()).into(), set: Callback::new(write) }
}

fn bits_memo(read: Box<dyn Fn() -> Vec<u128> + Send + Sync>) -> Memo<Vec<u128>> {
    Memo::new(move |_| read())
}

/// One item of the open project.
pub struct Row<T: Held> {
    workspace: Workspace,
    id: Id<T>,
    item: Memo<Option<Shared>>,
}

/// An item of any kind, so that following one costs the same few functions for all.
type Shared = Arc<dyn Any + Send + Sync>;

fn follow(read: Box<dyn Fn() -> Option<Shared> + Send + Sync>) -> Memo<Option<Shared>> {
    Memo::new_with_compare(
        move |_| read(),
        |before, after| match (before, after) {
            (Some(Some(before)), Some(Some(after))) => !Arc::ptr_eq(before, after),
            (Some(None), Some(None)) => false,
            _ => true,
        },
    )
}

impl<T: Held> Clone for Row<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T: Held> Copy for Row<T> {}

impl<T: Held> Row<T>
where
    T::Section: Cell,
{
    /// Returns the item's id.
    #[must_use]
    pub fn id(self) -> Id<T> {
        self.id
    }

    /// Follows the item; nothing once it is removed.
    #[must_use]
    pub fn item(self) -> Option<Arc<T>> {
        self.item.get().and_then(|item| item.downcast().ok())
    }

    /// Returns the item as it is now, without following it.
    fn present(self) -> Option<Arc<T>> {
        self.item.get_untracked().and_then(|item| item.downcast().ok())
    }

    /// Follows one fact of the item.
    pub fn get<V: Default>(self, read: impl FnOnce(&T) -> V) -> V {
        let known = |item: &Option<Shared>| item.as_deref()?.downcast_ref().map(read);
        self.item.with(known).unwrap_or_default()
    }

    /// Follows the clause number.
    #[must_use]
    pub fn clause(self) -> String {
        self.get(Item::clause)
    }

    /// Changes the item behind one type per kind of item.
    pub(crate) fn write(self, field: &'static str, change: &mut dyn FnMut(&mut T)) {
        let Some(present) = self.present() else { return };
        self.workspace.edit(Step::typing(present.clause(), field), |section: &mut T::Section| {
            T::register_mut(section).update(self.id, |item| change(item));
        });
    }

    /// Takes the item out, with everything that belongs to it alone.
    pub fn remove(self) {
        let Some(present) = self.present() else { return };
        self.workspace.edit(Step::new(Verb::Remove, present.clause()), |section: &mut T::Section| {
            T::register_mut(section).remove(self.id);
        });
    }

    /// Moves the item by a number of places.
    pub fn shift(self, places: isize) {
        let Some(present) = self.present() else { return };
        self.workspace.edit(Step::new(Verb::Move, present.clause()), |section: &mut T::Section| {
            T::register_mut(section).shift_among(self.id, places, T::IS_BESIDE);
        });
    }
}

impl Workspace {
    /// Returns one item as a row of fields.
    #[must_use]
    pub fn row<T: Held>(self, id: Id<T>) -> Row<T>
    where
        T::Section: Cell,
    {
        let cell = <T::Section as Cell>::cell(self);
        let read = move || cell.with(|section| Some(T::register(section).get(id)?.clone() as Shared));
        Row { workspace: self, id, item: follow(Box::new(read)) }
    }

    /// Follows the ids of a register in their shown order, as bare bits: one type for items of every kind.
    #[must_use]
    pub fn bits<T: Held>(self) -> Memo<Vec<u128>>
    where
        T::Section: Cell,
    {
        let cell = <T::Section as Cell>::cell(self);
        let read =
            move || cell.with(|section| T::register(section).iter().map(|item| item.id().bits()).collect());
        bits_memo(Box::new(read))
    }

    /// Follows the ids of a register in their shown order.
    #[must_use]
    pub fn ids<T: Held>(self) -> Signal<Vec<Id<T>>>
    where
        T::Section: Cell,
    {
        let bits = self.bits::<T>();
        Signal::derive(move || bits.with(|bits| bits.iter().copied().map(Id::fixed).collect()))
    }

    /// Adds an item at the end of its register, fills it in and returns its id.
    pub fn add_item<T: Held>(self, fill: impl FnOnce(&mut T)) -> Id<T>
    where
        T::Section: Cell,
    {
        let id = self.new_id();
        let number =
            <T::Section as Cell>::cell(self).with_untracked(|section| T::register(section).next_number());
        let clause = T::blank(id, number).clause();
        self.edit(Step::new(Verb::Add, clause), |section: &mut T::Section| {
            T::register_mut(section).add(id, fill);
        });
        id
    }

    /// Binds a field of a section that is no item of a register.
    pub fn bind<S: Cell, V: Clone + PartialEq + Send + Sync + 'static>(
        self,
        step: impl Fn() -> Step + Send + Sync + 'static,
        read: impl Fn(&S) -> V + Send + Sync + 'static,
        write: impl Fn(&mut S, V) + Send + Sync + 'static,
    ) -> Bound<V> {
        let cell = S::cell(self);
        bound(
            Box::new(move || cell.with(|section| read(section))),
            Box::new(move |next| self.edit(step(), |section: &mut S| write(section, next))),
        )
    }
}
