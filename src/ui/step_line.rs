//! The line of steps of a wizard.

use crate::ui::live::live;
use leptos::prelude::*;

/// Where a step stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepState {
    /// Finished.
    Done,
    /// This one.
    Current,
    /// Still open.
    Open,
}

impl StepState {
    const fn code(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Current => "current",
            Self::Open => "open",
        }
    }
}

/// One step.
#[derive(Clone, Debug, PartialEq)]
pub struct WizardStep {
    /// What it is called.
    pub label: String,
    /// What is known of it.
    pub note: String,
    /// Where it stands.
    pub state: StepState,
    /// Where it leads.
    pub href: String,
}

/// Shows the steps as nodes on a line.
#[component]
pub fn StepLine(
    /// The name of the whole.
    #[prop(into)]
    label: Signal<String>,
    /// The steps.
    #[prop(into)]
    steps: Signal<Vec<WizardStep>>,
) -> impl IntoView {
    let items = live(move || {
        let items = steps.get().into_iter().map(|step| {
            let is_current = step.state == StepState::Current;
            view! {
                <li data-state=step.state.code()>
                    <a href=step.href aria-current=is_current.then_some("step")>{step.label}</a>
                    <span class="step-note">{step.note}</span>
                </li>
            }
        });
        items.collect_view()
    });
    view! { <nav class="step-line" aria-label=move || label.get()><ol>{items}</ol></nav> }
}
