//! Stage 5: what may go wrong, how bad it is, and what is ready for it.

pub mod dependence;
pub mod map;
pub mod plans;
pub mod register;
mod scales;
pub mod security;

use leptos::prelude::*;

use crate::domain::register::Item;
use crate::domain::risk::Risk;
use crate::domain::risk::matrix::Level;
use crate::domain::task::Task;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::form::Label;
use crate::pages::list::Facts;
use crate::pages::parts::page_href;
use crate::routes::Page;
use crate::state::workspace::use_workspace;
use crate::ui::empty_state::EmptyState;
use crate::ui::ledger::{Said, severity};

/// Returns the sentence on risks above the tolerance line.
fn finding(facts: &Facts) -> Vec<String> {
    let tolerance = facts.project.profile.scales.tolerance;
    let above: Vec<_> = facts.project.risk.risks.iter().filter(|risk| risk.is_high(tolerance)).collect();
    let unowned = above.iter().filter(|risk| risk.owner.is_none()).count();
    // What nobody has rated is not said to lie below the line.
    let unrated = facts.project.risk.risks.iter().filter(|risk| risk.present().is_none()).count();
    let also = (unrated > 0).then(|| (facts.text.risk.unrated)(unrated));
    (facts.text.risk.finding)(above.len(), unowned).into_iter().chain(also).collect()
}

fn box_of(level: Option<Level>) -> Option<(u8, String)> {
    level.map(|level| (level.shade(), level.score().to_string()))
}

/// Says how a risk changes by its measures.
fn change(before: Option<Level>, after: Option<Level>) -> Said {
    Said::Severities(vec![box_of(before), box_of(after)])
}

/// Says when a risk occurred last, with the number of the issue it became; nothing where it never did.
fn occurred(facts: &Facts, risk: &Risk) -> Option<String> {
    let latest = risk.latest_occurrence()?;
    let ticket = latest.ticket.and_then(|id| facts.project.collaboration.tickets.get(id));
    let date = format::date_or_missing(latest.on);
    Some(ticket.map_or_else(|| date.clone(), |ticket| format!("{date} {}", ticket.clause())))
}

/// Shows a score as a filled box.
#[must_use]
pub fn score_box(level: Option<Level>) -> AnyView {
    severity(box_of(level))
}

/// Shows what will be here, and the way to the register.
fn to_register(sentence: Label) -> AnyView {
    let words = use_words();
    let href = page_href(use_workspace(), Page::Task(Task::Register));
    view! {
        <EmptyState sentence=words.s(sentence)>
            <a class="button primary" href=href>{words.s(|text| (text.common.task)(Task::Register))}</a>
        </EmptyState>
    }
    .into_any()
}
