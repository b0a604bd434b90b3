//! How a figure was computed: rule, formula, inputs.

use crate::ui::live::live;
use leptos::prelude::*;

/// What stands behind one figure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Steps {
    /// The rule, in words.
    pub rule: String,
    /// The formula with its numbers.
    pub formula: String,
    /// The inputs with their values.
    pub inputs: Vec<(String, String)>,
}

/// Shows a figure that opens to its calculation.
#[component]
pub fn Calculation(
    /// The words of the link.
    #[prop(into)]
    label: Signal<String>,
    /// The calculation.
    #[prop(into)]
    steps: Signal<Steps>,
) -> impl IntoView {
    let inputs = live(move || {
        let inputs = steps.get().inputs.into_iter();
        inputs.map(|(name, value)| view! { <div><dt>{name}</dt><dd>{value}</dd></div> }).collect_view()
    });
    view! {
        <details class="calculation">
            <summary>{label}</summary>
            <div class="calculation-body">
                <div>
                    <p>{live(move || steps.get().rule)}</p>
                    <p class="formula">{live(move || steps.get().formula)}</p>
                </div>
                <dl>{inputs}</dl>
            </div>
        </details>
    }
}
