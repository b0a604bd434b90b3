//! A part of a section that is no item of a register, as fields see it: a cell of a matrix, a record, a line of an item.

use leptos::prelude::*;

use crate::domain::held::Held;
use crate::domain::step::Step;
use crate::state::row::{Bound, Row, bound};
use crate::state::workspace::{Cell, Workspace};

/// A change that was asked for.
pub type Change<P> = Box<dyn FnOnce(&mut P)>;

/// Something whose values fields edit.
pub trait Bindable<P: 'static>: Copy + Send + Sync + 'static {
    /// Follows it and shows it, unless it is gone.
    fn look(self, look: &mut dyn FnMut(&P));

    /// Changes it. `field` names what is changed for undo, so that typing in it becomes one step.
    fn change(self, field: &'static str, change: &mut dyn FnMut(&mut P));

    /// Binds a value of it.
    fn bind<V: Clone + Default + PartialEq + Send + Sync + 'static>(
        self,
        field: &'static str,
        read: impl Fn(&P) -> V + Send + Sync + 'static,
        write: impl Fn(&mut P, V) + Send + Sync + 'static,
    ) -> Bound<V> {
        let read = move || {
            let mut found = V::default();
            self.look(&mut |part| found = read(part));
            found
        };
        let write = move |next: V| {
            let mut next = Some(next);
            self.change(field, &mut |part| {
                if let Some(next) = next.take() {
                    write(part, next);
                }
            });
        };
        bound(Box::new(read), Box::new(write))
    }
}

impl<T: Held> Bindable<T> for Row<T>
where
    T::Section: Cell,
{
    fn look(self, look: &mut dyn FnMut(&T)) {
        self.get(look);
    }
    fn change(self, field: &'static str, change: &mut dyn FnMut(&mut T)) {
        self.write(field, change);
    }
}

/// The part, as it is and the way to change it.
pub struct Part<P: Send + Sync + 'static> {
    value: Signal<P>,
    change: Callback<(&'static str, Change<P>)>,
}

impl<P: Send + Sync> Clone for Part<P> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<P: Send + Sync> Copy for Part<P> {}

impl<P: Clone + PartialEq + Send + Sync + 'static> Part<P> {
    /// Makes a part from how it is read and what a change of a field does.
    pub fn new(
        read: impl Fn() -> P + Send + Sync + 'static,
        change: impl Fn(&'static str, Change<P>) + Send + Sync + 'static,
    ) -> Self {
        Self {
            value: Memo::new(move |_| read()).into(),
            change: Callback::new(move |(field, asked)| change(field, asked)),
        }
    }
}

impl<P: Clone + PartialEq + Send + Sync + 'static> Bindable<P> for Part<P> {
    fn look(self, look: &mut dyn FnMut(&P)) {
        self.value.with(look);
    }
    fn change(self, field: &'static str, change: &mut dyn FnMut(&mut P)) {
        let mut part = self.value.get_untracked();
        change(&mut part);
        self.change.run((field, Box::new(move |present| *present = part)));
    }
}

impl Workspace {
    /// Takes a part of a section. `subject` names it for undo.
    pub fn part<S: Cell, P: Clone + PartialEq + Send + Sync + 'static>(
        self,
        subject: impl Fn() -> String + Send + Sync + 'static,
        read: impl Fn(&S) -> P + Clone + Send + Sync + 'static,
        write: impl Fn(&mut S, P) + Send + Sync + 'static,
    ) -> Part<P> {
        let (cell, now) = (S::cell(self), read.clone());
        let change = move |field: &'static str, asked: Change<P>| {
            self.edit(Step::typing(untrack(&subject), field), |section: &mut S| {
                let mut part = now(section);
                asked(&mut part);
                write(section, part);
            });
        };
        Part::new(move || cell.with(|section| read(section)), change)
    }
}
