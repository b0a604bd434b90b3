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
    /// The inputs.
    pub inputs: Vec<Input>,
}

/// One input of a calculation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Input {
    /// What it is.
    pub name: String,
    /// Its value.
    pub value: String,
    /// Where it was entered, the value of a link; empty where it stands on the same page.
    pub href: String,
}

impl Input {
    /// Makes an input that was entered somewhere else.
    #[must_use]
    pub fn from(href: &str, (name, value): (String, String)) -> Self {
        Self { name, value, href: href.to_owned() }
    }

    /// Makes an input that stands on the same page.
    #[must_use]
    pub fn here((name, value): (String, String)) -> Self {
        Self::from("", (name, value))
    }

    fn show(self) -> AnyView {
        let name = view! { <bdi>{self.name}</bdi> };
        let name = match self.href.as_str() {
            "" => name.into_any(),
            href => view! { <a href=href.to_owned()>{name}</a> }.into_any(),
        };
        view! { <div><dt>{name}</dt><dd>{self.value}</dd></div> }.into_any()
    }
}

impl Steps {
    /// Shows rule and formula beside the inputs, with a sentence below them.
    fn show(self, note: String) -> AnyView {
        let inputs = self.inputs.into_iter().map(Input::show);
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
    // What nobody looks at is not written: figures follow every change, their calculations once they are open.
    let was_opened = RwSignal::new(false);
    view! {
        <details class="calculation" on:toggle=move |_| was_opened.set(true)>
            <summary>{label}</summary>
            {live(move || was_opened.get().then(|| steps.get().show(String::new())))}
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
    let leave = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" {
            event.stop_propagation();
            on_close.run(());
        }
    };
    let panel = live(move || {
        opened.get().map(|Opened { title, steps, note }| {
            let name = title.clone();
            view! {
                <section class="calculation-panel" aria-label=name tabindex="-1" on:keydown=leave>
                    <p class="calculation-title"><strong>{title}</strong><Button kind=ButtonKind::Text label=close on_press=on_close/></p>
                    {steps.show(note)}
                </section>
            }
        })
    });
    view! { <div aria-live="polite">{panel}</div> }
}
