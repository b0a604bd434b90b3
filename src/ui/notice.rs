//! Bars that say something lasting.

use leptos::prelude::*;

/// How grave a notice is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeKind {
    /// Something is due.
    Warning,
    /// Something failed.
    Error,
    /// Something is so.
    Plain,
}

impl NoticeKind {
    const fn code(self) -> &'static str {
        match self {
            Self::Warning => "warning",
            Self::Error => "error",
            Self::Plain => "plain",
        }
    }
}

/// Shows a bar with a bold start, a sentence and what can be done.
#[component]
pub fn Notice(
    /// How grave it is.
    kind: NoticeKind,
    /// The bold start.
    #[prop(into)]
    title: Signal<String>,
    /// The sentence.
    #[prop(into)]
    body: Signal<String>,
    /// What can be done.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let role = if kind == NoticeKind::Error { "alert" } else { "status" };
    view! {
        <div class="notice" data-kind=kind.code()>
            <p role=role><strong>{title}</strong>" "{body}</p>
            {children.map(|children| children())}
        </div>
    }
}
