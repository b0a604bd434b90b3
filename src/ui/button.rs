//! Buttons.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

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
        <button type="button" class=kind.class() id=id aria-label=move || name.get() on:click=move |event| press(&event, on_press)>
            {label}
        </button>
    }
}

/// Does what a button does. A button that goes with it would take the focus along, to nowhere: the part of the page it
/// stood in takes the focus then.
fn press(event: &leptos::ev::MouseEvent, on_press: Callback<()>) {
    let button = event.current_target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let mut around = Vec::new();
    let mut next = button.and_then(|button| button.closest(PLACES).ok().flatten());
    while let Some(place) = next {
        next = place.parent_element().and_then(|parent| parent.closest(PLACES).ok().flatten());
        around.push(place);
    }
    on_press.run(());
    set_timeout(
        move || {
            let is_lost = document().active_element().is_none_or(|active| active.tag_name() == "BODY");
            let place = around.iter().find(|place| place.is_connected());
            if let Some(place) =
                place.filter(|_| is_lost).and_then(|place| place.dyn_ref::<web_sys::HtmlElement>())
            {
                // Neither fails for an element of the page.
                let _ = place.set_attribute("tabindex", "-1");
                let _ = place.focus();
            }
        },
        std::time::Duration::from_millis(80),
    );
}

/// The parts of a page that can take the focus from a button of theirs.
const PLACES: &str = "section, article, dialog, main";
