//! In which languages papers are shown: chosen for as long as the app is open.

use leptos::prelude::*;

use crate::domain::paper::Tongues;

/// The choice, shared through context; while nothing is chosen, papers are in the language of the app.
#[derive(Clone, Copy)]
pub struct PaperTongues(pub RwSignal<Option<Tongues>>);

/// Puts the choice into the context.
pub fn provide_tongues() {
    provide_context(PaperTongues(RwSignal::new(None)));
}

/// Returns the choice of the context.
#[must_use]
pub fn use_tongues() -> RwSignal<Option<Tongues>> {
    expect_context::<PaperTongues>().0
}
