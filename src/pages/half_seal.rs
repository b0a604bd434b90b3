//! The half seal across the seam, drawn.

use leptos::prelude::*;

use crate::domain::seal::{STROKES, SealState};
use crate::ui::live::live;

const SMALL: &str = "M36 14H25V27H12M36 14H47V27H60M16 42H56V59H16Z";

/// Draws the seal.
#[component]
pub fn HalfSeal(
    /// Which halves are there.
    #[prop(into)]
    state: Signal<SealState>,
    /// What it says, for those who do not see it.
    #[prop(into)]
    name: Signal<String>,
    /// Whether to draw the simple form for small sizes.
    #[prop(optional)]
    small: bool,
) -> impl IntoView {
    let strokes = if small { SMALL } else { STROKES };
    let width = if small { "7" } else { "4.5" };
    let left = move || match state.get().client {
        true => view! {
            <g clip-path="url(#seal-left)">
                <path class="seal-ground" d="M2 2H70V70H2Z"/>
                <path class="seal-cut" d=strokes stroke-width=width/>
            </g>
        }
        .into_any(),
        false => view! { <path class="seal-missing" d="M35 4H4V68H35"/> }.into_any(),
    };
    let right = move || match state.get().vendor {
        true => view! {
            <g clip-path=if state.get().outdated { "url(#seal-torn)" } else { "url(#seal-right)" }>
                <path class="seal-frame" d="M4 4H68V68H4Z"/>
                <path class="seal-stroke" d=strokes stroke-width=width/>
            </g>
        }
        .into_any(),
        false => view! { <path class="seal-missing" d="M37 4H68V68H37"/> }.into_any(),
    };
    view! {
        <svg class="half-seal" class:small=small viewBox="-1 -7 74 86" role="img" aria-label=move || name.get()>
            <defs>
                <clipPath id="seal-left"><path d="M0 0H35.2V72H0Z"/></clipPath>
                <clipPath id="seal-right"><path d="M36.8 0H72V72H36.8Z"/></clipPath>
                <clipPath id="seal-torn"><path d="M36.8 0H50L72 22V72H36.8Z"/></clipPath>
            </defs>
            {left}
            {right}
            {live(move || (!small).then(|| view! { <path class="seal-seam" d="M36 -6V78"/> }))}
            {live(move || state.get().outdated.then(|| view! { <path class="seal-tear" d="M50 -1L73 22"/> }))}
        </svg>
    }
}

/// Draws the mark beside the product's name, in ink.
#[component]
pub fn Mark() -> impl IntoView {
    view! {
        <svg class="mark" viewBox="0 0 72 72" width="24" height="24" aria-hidden="true" focusable="false">
            <path class="mark-ground" d="M2 2H35.2V70H2Z"/>
            <path class="mark-cut" d="M35.2 14H25V27H12M35.2 42H16V59H35.2"/>
            <path class="mark-stroke" d="M36.8 14H47V27H60M36.8 42H56V59H36.8M36.8 5H67V67H36.8"/>
        </svg>
    }
}
