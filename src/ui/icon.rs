//! Small line drawings beside words.

use leptos::prelude::*;

/// One drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// Take back.
    Undo,
    /// Do again.
    Redo,
    /// Search.
    Search,
    /// Open a list of choices.
    Down,
    /// Go on.
    Next,
    /// Something is wrong.
    Warning,
    /// Done.
    Check,
    /// Menu.
    Menu,
}

impl Icon {
    const fn path(self) -> &'static str {
        match self {
            Self::Undo => "M7.5 4 4 7.5 7.5 11M4.5 7.5h7a4 4 0 0 1 0 8H9",
            Self::Redo => "M12.5 4 16 7.5 12.5 11M15.5 7.5h-7a4 4 0 0 0 0 8H11",
            Self::Search => "M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11ZM13 13l4 4",
            Self::Down => "m6 8 4 4 4-4",
            Self::Next => "m8 5 5 5-5 5",
            Self::Warning => "M10 3.5 17.5 16h-15ZM10 8v4M10 13.6v.8",
            Self::Check => "m4.5 10.5 3.5 3.5 7.5-8",
            Self::Menu => "M3.5 6h13M3.5 10h13M3.5 14h13",
        }
    }
}

/// Draws an icon; it says nothing by itself to a screen reader.
#[component]
pub fn IconMark(
    /// Which one.
    icon: Icon,
) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
            <path d=icon.path() fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round"/>
        </svg>
    }
}
