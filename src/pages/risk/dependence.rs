//! 5.5 Dependence: how much hangs on which vendor, how ready the client is to leave, and what breaks if.

mod broken;
mod exit;
mod modules;
mod stress;
mod whole;

use leptos::prelude::*;

use crate::domain::ids::Id;
use crate::domain::requirements::Module;
use crate::domain::selection::Vendor;
use crate::domain::task::Task;
use crate::i18n::context::use_words;
use crate::i18n::dependence::Said;
use crate::i18n::format;
use crate::pages::list::{Facts, use_facts};
use crate::pages::parts::{StageSheet, is_empty, page_href};
use crate::routes::Page;
use crate::state::workspace::use_workspace;
use crate::ui::empty_state::EmptyState;
use crate::ui::finding::Finding;
use crate::ui::live::{Show, fact};

/// Shows the page.
#[component]
pub fn DependencePage() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let facts = use_facts();
    let (no_module, no_vendor) = (is_empty::<Module>(), is_empty::<Vendor>());
    let modules = page_href(workspace, Page::Task(Task::Screening));
    let vendors = page_href(workspace, Page::Vendors);
    let finding = Signal::derive(move || {
        let facts = facts.get();
        (facts.text.dependence.finding)(&said(&facts))
    });
    let empty = move || {
        view! {
            <EmptyState sentence=words.s(|t| t.dependence.empty)>
                <a class="button primary" href=modules hidden=move || !no_module.get()>{words.s(|t| t.dependence.to_modules)}</a>
                <a class="button" href=vendors hidden=move || !no_vendor.get()>{words.s(|t| t.dependence.to_vendors)}</a>
            </EmptyState>
        }
    };
    view! {
        <StageSheet page=Page::Dependence>
            <Show when=fact(move || !no_module.get() && !no_vendor.get()) fallback=empty>
                <Finding clauses=finding/>
                {modules::section()}
                {whole::section()}
                {exit::section()}
                {stress::section()}
            </Show>
        </StageSheet>
    }
}

/// Gathers what the finding says.
fn said(facts: &Facts) -> Said {
    let project = &facts.project;
    let whole = project.risk.dependence.whole(&project.requirements);
    let readiness = project.exit_readiness(facts.today).ok();
    let percent = |share: f64| format::percent(share, 0, facts.text.language);
    let largest = whole.as_ref().and_then(|whole| {
        let (vendor, _) = whole.amounts.first()?;
        Some((project.selection.title_of(*vendor), percent(whole.concentration.largest)))
    });
    let effective = whole.as_ref().map(|whole| {
        let found = &whole.concentration;
        (format::number(found.effective, 1), found.level)
    });
    Said {
        largest,
        effective,
        n_gaps: readiness.as_ref().map_or(0, |found| found.missing.len() + found.unknown.len()),
        readiness: readiness.map(|found| format::number(found.score, 0)),
    }
}

/// Returns the vendor who is asked about first: the chosen one, else the one that carries most, else the first.
fn first_vendor(facts: &Facts) -> Option<Id<Vendor>> {
    let selection = &facts.project.selection;
    let whole = facts.project.risk.dependence.whole(&facts.project.requirements);
    let largest = || whole.and_then(|whole| whole.amounts.first().map(|(vendor, _)| *vendor));
    let first = || selection.vendors.at(0).map(|vendor| vendor.id);
    selection.decision.chosen.or_else(largest).or_else(first)
}
