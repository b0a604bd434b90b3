//! How a figure was computed: rule, formula, inputs.

use crate::ui::button::{Button, ButtonKind};
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

impl Steps {
    /// Shows rule and formula beside the inputs, with a sentence below them.
    fn show(self, note: String) -> AnyView {
        let inputs = self.inputs.into_iter();
        let inputs =
            inputs.map(|(name, value)| view! { <div><dt><bdi>{name}</bdi></dt><dd>{value}</dd></div> });
        view! {
            <div class="calculation-body">
                <div>
                    <p>{self.rule}</p>
                    <p class="formula">{self.formula}</p>
                    {(!note.is_empty()).then(|| view! { <p class="hint">{note}</p> })}
                </div>
                <dl>{inputs.collect_view()}</dl>
            </div>
        }
        .into_any()
    }
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
    view! {
        <details class="calculation">
            <summary>{label}</summary>
            {live(move || steps.get().show(String::new()))}
        </details>
    }
}

/// One figure of several, opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// Which figure it is.
    pub title: String,
    /// How it came about.
    pub steps: Steps,
    /// What it means beside the others.
    pub note: String,
}

/// Shows the one figure of several whose calculation is open.
#[component]
pub fn CalculationPanel(
    /// The figure, where one is open.
    #[prop(into)]
    opened: Signal<Option<Opened>>,
    /// The word that closes it.
    #[prop(into)]
    close: Signal<String>,
    /// Hears that it is closed.
    on_close: Callback<()>,
) -> impl IntoView {
    let panel = live(move || {
        opened.get().map(|Opened { title, steps, note }| {
            let name = title.clone();
            view! {
                <section class="calculation-panel" aria-label=name>
                    <p class="calculation-title"><strong>{title}</strong><Button kind=ButtonKind::Text label=close on_press=on_close/></p>
                    {steps.show(note)}
                </section>
            }
        })
    });
    view! { <div aria-live="polite">{panel}</div> }
}
