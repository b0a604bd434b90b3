//! What changes on a page, behind one type. Where a closure stands in an attribute, Leptos does the same by itself.

use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;

use leptos::prelude::*;

/// A part of a page that is drawn again when what it reads changes.
pub type Live = Box<dyn Fn() -> AnyView + Send + Sync>;

/// Makes a part of a page that is drawn again when what it reads changes. Without it each closure would bring its own
/// copy of the machinery that keeps it up to date, about 3 kB apiece.
pub fn live<V: IntoAny>(draw: impl Fn() -> V + Send + Sync + 'static) -> Live {
    Box::new(move || draw().into_any())
}

/// A value or a condition that is computed again when what it reads changes.
pub type Fact<V> = Box<dyn Fn() -> V + Send + Sync>;

/// Makes a value or a condition that is computed again when what it reads changes.
pub fn fact<V>(compute: impl Fn() -> V + Send + Sync + 'static) -> Fact<V> {
    Box::new(compute)
}

/// Does something now and whenever what it reads has changed. What it remembers from one time to the next it holds
/// itself. Behind one type: every kind of effect of its own would bring a kilobyte of machinery.
pub fn follow(run: impl FnMut() + 'static) {
    follow_boxed(Box::new(run));
}

fn follow_boxed(mut run: Box<dyn FnMut()>) {
    Effect::new(move |_: Option<()>| run());
}

type Shared = Arc<dyn Any + Send + Sync>;
type Differs = fn(&Shared, &Shared) -> bool;

/// A value that is computed again only when what it reads changes, and heard of only when it differs. It is a memo
/// behind one type: every kind of memo of its own would bring two kilobytes of machinery.
pub struct Kept<V>(Memo<Shared>, PhantomData<fn() -> V>);

impl<V> Clone for Kept<V> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<V> Copy for Kept<V> {}

/// Keeps a computed value.
pub fn kept<V: PartialEq + Send + Sync + 'static>(
    compute: impl Fn() -> V + Send + Sync + 'static,
) -> Kept<V> {
    let differs: Differs = |a, b| match (a.downcast_ref::<V>(), b.downcast_ref::<V>()) {
        (Some(a), Some(b)) => a != b,
        _ => true,
    };
    Kept(keep(Box::new(move || Arc::new(compute()) as Shared), differs), PhantomData)
}

fn keep(compute: Box<dyn Fn() -> Shared + Send + Sync>, differs: Differs) -> Memo<Shared> {
    Memo::new_owning(move |before: Option<Shared>| {
        let now = compute();
        match before {
            Some(before) if !differs(&before, &now) => (before, false),
            _ => (now, true),
        }
    })
}

impl<V: Send + Sync + 'static> Kept<V> {
    /// Follows the value and looks at it.
    pub fn with<U>(self, look: impl FnOnce(&V) -> U) -> U {
        let value = self.0.get();
        look_at(&value, look)
    }

    /// Follows the value without looking at it.
    pub fn track(self) {
        // What nobody has read yet follows nothing itself: it has to be computed once.
        let _ = self.0.get();
    }

    /// Returns the value without following it, unless what it belonged to is gone.
    #[must_use]
    pub fn try_get_untracked(self) -> Option<V>
    where
        V: Clone,
    {
        self.0.try_get_untracked().map(|value| look_at(&value, V::clone))
    }

    /// Looks at the value without following it.
    pub fn with_untracked<U>(self, look: impl FnOnce(&V) -> U) -> U {
        let value = self.0.get_untracked();
        look_at(&value, look)
    }

    /// Follows the value.
    #[must_use]
    pub fn get(self) -> V
    where
        V: Clone,
    {
        self.with(V::clone)
    }

    /// Returns the value without following it.
    #[must_use]
    pub fn get_untracked(self) -> V
    where
        V: Clone,
    {
        self.with_untracked(V::clone)
    }
}

/// Looks at a kept value. It was made by `kept` of the same type, so it is of that type.
#[allow(clippy::expect_used)]
fn look_at<V: 'static, U>(value: &Shared, look: impl FnOnce(&V) -> U) -> U {
    look(value.downcast_ref().expect("a kept value has the type it was kept as"))
}

impl<V: Clone + Send + Sync + 'static> From<Kept<V>> for Signal<V> {
    fn from(kept: Kept<V>) -> Self {
        Self::derive(move || kept.get())
    }
}

/// Shows one view for each id; the view of an id stays while the id does. Behind one type for items of every kind.
pub fn each(
    ids: impl Fn() -> Vec<u128> + Send + Sync + 'static,
    item: impl Fn(u128) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    each_of(Box::new(ids), Arc::new(item))
}

fn each_of(ids: Fact<Vec<u128>>, item: Arc<dyn Fn(u128) -> AnyView + Send + Sync>) -> AnyView {
    view! { <For each=ids key=|id| *id children=move |id| item(id)/> }.into_any()
}

/// Shows its content while a condition holds, else what stands in for it. The library's own takes a type for every
/// condition and content; this one is the same for all.
#[component]
pub fn Show(
    /// The condition.
    when: Fact<bool>,
    /// What stands in for the content.
    #[prop(optional, into)]
    fallback: ViewFn,
    /// The content.
    children: ChildrenFn,
) -> impl IntoView {
    let is_shown = kept(when);
    live(move || if is_shown.get() { children() } else { fallback.run() })
}
