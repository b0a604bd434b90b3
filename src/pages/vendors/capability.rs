//! 3.2 Capability: one sheet per evaluator, then where they differ; criteria and evaluators below.

mod consensus;
mod panel;
mod registers;
mod sheet;

use leptos::context::Provider;
use leptos::prelude::*;

use crate::domain::profile::Profile;
use crate::domain::selection::{Criterion, Evaluator, Selection, Vendor};
use crate::domain::task::Task;
use crate::i18n::context::use_words;
use crate::pages::parts::{is_empty, page_href};
use crate::pages::vendors::capability::consensus::consensus;
use crate::pages::vendors::capability::registers::{criteria, evaluators};
use crate::pages::vendors::capability::sheet::sheet;
use crate::pages::vendors::step::step_sheet;
use crate::routes::Page;
use crate::state::workspace::use_workspace;
use crate::ui::field::{ReadOnly, use_read_only};
use crate::ui::live::{Show, fact};
use crate::ui::problem_summary::{Problem, ProblemSummary};
use crate::ui::sheet::Sheet;

/// Shows the one sheet of a place that holds nothing else of its project.
#[component]
pub fn SheetPage() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let project = Signal::derive(move || workspace.section::<Profile>().name.clone());
    view! {
        <Sheet title=words.s(|t| t.overview.score_sheet)>
            <p class="lead">{words.built(move |t| (t.scores.score_sheet_lead)(&project.get()))}</p>
            {sheet(true)}
        </Sheet>
    }
}

/// Shows the step.
#[component]
pub fn CapabilityPage() -> impl IntoView {
    let words = use_words();
    let problems = RwSignal::new(Vec::<Problem>::new());
    let (no_criteria, no_evaluators, no_vendors) =
        (is_empty::<Criterion>(), is_empty::<Evaluator>(), is_empty::<Vendor>());
    let board = page_href(use_workspace(), Page::Vendors);
    let has_sheets = move || !no_criteria.get() && !no_evaluators.get() && !no_vendors.get();
    let workspace = use_workspace();
    let is_locked = move || workspace.section::<Selection>().scores_locked.is_some();
    let body = move || {
        let read_only = use_read_only();
        let is_fixed = Signal::derive(move || read_only.get() || is_locked());
        view! {
        <Show when=fact(move || no_vendors.get())><p><a href=move || board.get()>{words.s(|t| t.vendors.vendors_first)}</a></p></Show>
        <Show when=fact(has_sheets)>{sheet(false)}{consensus(problems)}</Show>
        // What was scored cannot be taken away from under the scores.
        <Provider value=ReadOnly(is_fixed)>{evaluators()}{criteria()}</Provider>
        }
    };
    view! {
        <ProblemSummary title=words.s(|t| t.common.problem_title) problems/>
        {step_sheet(Task::Capability, words.s(|t| t.scores.scale_note), false, ViewFn::from(body))}
    }
}
