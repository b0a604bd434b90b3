//! Status in words.

use crate::ui::live::live;
use leptos::prelude::*;

/// What a tag says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TagKind {
    /// Somebody has to act.
    Problem,
    /// Something is due.
    Due,
    /// Something passed.
    Passed,
    /// Something is worth knowing.
    Note,
    /// Something is over.
    #[default]
    Quiet,
    /// Plain words.
    Plain,
}

impl TagKind {
    /// Returns the code styles use.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Problem => "problem",
            Self::Due => "due",
            Self::Passed => "passed",
            Self::Note => "note",
            Self::Quiet => "quiet",
            Self::Plain => "plain",
        }
    }
}

/// Shows a short word with a tint.
#[component]
pub fn Tag(
    /// What it says.
    kind: TagKind,
    /// The words.
    #[prop(into)]
    label: Signal<String>,
) -> impl IntoView {
    view! { <span class="tag" data-kind=kind.code()>{label}</span> }
}

/// Shows how many of several things are done, as squares.
#[component]
pub fn Dots(
    /// How many are done.
    #[prop(into)]
    done: Signal<usize>,
    /// How many there are.
    #[prop(into)]
    total: Signal<usize>,
) -> impl IntoView {
    view! {
        <span class="dots" aria-hidden="true">
            {live(move || (0..total.get()).map(|place| view! { <i class:done=place < done.get()></i> }).collect_view())}
        </span>
    }
}
