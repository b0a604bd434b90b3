//! Buttons.

use leptos::prelude::*;

/// How loud a button is. At most one primary button stands in a section.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// The one thing to do here.
    Primary,
    /// Something else to do.
    #[default]
    Plain,
    /// The same, in a dense place.
    Small,
    /// A word that acts, like a link.
    Text,
}

impl ButtonKind {
    const fn class(self) -> &'static str {
        match self {
            Self::Primary => "button primary",
            Self::Plain => "button",
            Self::Small => "button small",
            Self::Text => "button text",
        }
    }
}

/// Shows a button.
#[component]
pub fn Button(
    /// The words; they start with a verb.
    #[prop(into)]
    label: Signal<String>,
    /// What happens.
    #[prop(into)]
    on_press: Callback<()>,
    /// How loud it is.
    #[prop(optional)]
    kind: ButtonKind,
    /// The name for screen readers, where the words alone are too short.
    #[prop(optional, into)]
    name: MaybeProp<String>,
    /// The id, where something leads here.
    #[prop(optional, into)]
    id: Option<String>,
) -> impl IntoView {
    view! {
        <button type="button" class=kind.class() id=id aria-label=move || name.get() on:click=move |_| on_press.run(())>
            {label}
        </button>
    }
}
