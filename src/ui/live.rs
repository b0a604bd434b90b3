//! What changes on a page, behind one type. Where a closure stands in an attribute, Leptos does the same by itself.

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
