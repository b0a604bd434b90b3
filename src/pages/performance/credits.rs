//! 6.5 Service credits: what a missed service level costs, and what the proposed lines would have cost.

mod example;
mod issues;
mod lines;
mod pasted;
mod rehearsal;
mod rest;
mod rows;
mod spread;
mod terms;

use leptos::prelude::*;

use crate::domain::ids::Id;
use crate::domain::money::Money;
use crate::domain::performance::Performance;
use crate::domain::performance::credits::doubts::Doubt;
use crate::domain::project::Project;
use crate::domain::register::Item;
use crate::domain::requirements::{Bound, SlaLine};
use crate::domain::selection::Vendor;
use crate::domain::task::Task;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::parts::{StageSheet, currency, is_empty, page_href};
use crate::pages::performance::credits::example::{Trial, example};
use crate::pages::performance::credits::lines::lines;
use crate::pages::performance::credits::rest::rest;
use crate::pages::performance::credits::terms::terms;
use crate::pages::performance::{VendorChoice, use_vendor};
use crate::routes::Page;
use crate::state::workspace::{Workspace, use_workspace};
use crate::ui::empty_state::EmptyState;
use crate::ui::finding::Finding;
use crate::ui::live::{Kept, Show, fact, kept, live};
use crate::ui::sheet::SheetSection;

/// Shows the rehearsal with the figures of a vendor once its part of the app is here. Shared through context, as only the
/// app knows its parts.
#[derive(Clone, Copy)]
pub struct ShowsRehearsal(pub Callback<Kept<Option<Id<Vendor>>>, AnyView>);

/// Shows the rehearsal: a history replayed against the proposed lines.
pub fn rehearsal_part(vendor: Kept<Option<Id<Vendor>>>) -> AnyView {
    rehearsal::rehearsal(vendor)
}

/// Shows the page.
#[component]
pub fn CreditsPage() -> impl IntoView {
    let words = use_words();
    let none = is_empty::<SlaLine>();
    view! {
        <StageSheet page=Page::Credits wide=true>
            <Show when=fact(move || !none.get()) fallback=move || view! {
                <EmptyState sentence=words.s(|t| t.credits.no_lines)>
                    <a class="button primary" href=page_href(use_workspace(), Page::Task(Task::Sla))>{live(move || (words.get().common.task)(Task::Sla))}</a>
                </EmptyState>
            }>{sheet()}</Show>
        </StageSheet>
    }
}

fn sheet() -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let (chosen, vendor) = use_vendor();
    let trial = Trial::new(workspace, vendor);
    let doubts = kept(move || {
        let project = workspace.project();
        project.performance.credits.doubts(&project, vendor.get())
    });
    let finding = Signal::derive(move || {
        let text = &words.get().credits;
        let n = doubts.with(Vec::len);
        let open = (0 < n).then(|| (text.doubts_finding)(n));
        let first = trial.found.with(|found| match found {
            Ok(found) => {
                let said = if trial.is_typed() { text.example_tried } else { text.example_finding };
                let (month, taken) = (trial.said_span(words.get().language), found.taken());
                let paid = Money(found.fee.0 - taken.0);
                said(&month, &amount(workspace, taken), &amount(workspace, paid))
            }
            Err(_) if workspace.section::<Performance>().credits.model.is_none() => {
                text.no_model_finding.to_owned()
            }
            Err(error) => (text.error)(*error).to_owned(),
        });
        std::iter::once(first).chain(open).collect()
    });
    view! {
        <Finding clauses=finding/>
        <div class="inline-choice"><VendorChoice label=words.s(|t| t.performance.vendor) chosen vendor/></div>
        {doubtful(doubts)}
        <div class="credits-beside">
            <SheetSection number="6.5.1" title=words.s(|t| t.credits.terms_head)>{terms(vendor)}</SheetSection>
            <SheetSection number="6.5.2" title=words.s(|t| t.credits.example_head)>{example(trial)}</SheetSection>
        </div>
        <SheetSection number="6.5.3" title=words.s(|t| t.credits.lines_head)>{lines()}</SheetSection>
        <SheetSection number="6.5.4" title=words.s(|t| t.credits.rest_head)>{rest()}</SheetSection>
        <SheetSection number="6.5.5" title=words.s(|t| t.credits.rehearsal_head)>{expect_context::<ShowsRehearsal>().0.run(vendor)}</SheetSection>
    }
    .into_any()
}

/// Lists what is to look at.
fn doubtful(doubts: Kept<Vec<Doubt>>) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let list = live(move || {
        let text = words.get();
        let project = workspace.project();
        let doubts = doubts.get();
        let items = doubts.into_iter().map(|doubt| {
            let line = concerned(doubt).map(|line| clause(&project, line)).unwrap_or_default();
            view! { <li><span>{(text.credits.doubt)(doubt, &line)}</span></li> }
        });
        let items: Vec<_> = items.collect();
        (!items.is_empty()).then(|| view! { <section class="credits-doubts" aria-label=text.credits.doubts_head><ul class="gap-list">{items}</ul></section> })
    });
    view! { <div aria-live="polite">{list}</div> }.into_any()
}

/// Returns the line a doubt is about.
const fn concerned(doubt: Doubt) -> Option<Id<SlaLine>> {
    match doubt {
        Doubt::Costless(line)
        | Doubt::OtherModel(line)
        | Doubt::NoShare(line)
        | Doubt::NoTier(line, ..)
        | Doubt::Harsh(line, _)
        | Doubt::NoTarget(line)
        | Doubt::NoKpi(line)
        | Doubt::OtherUnit(line)
        | Doubt::NotHigher(line) => Some(line),
        _ => None,
    }
}

/// Returns the clause number of a line.
fn clause(project: &Project, line: Id<SlaLine>) -> String {
    project.requirements.sla.get(line).map(|line| line.clause()).unwrap_or_default()
}

/// Writes a value of a line with its unit.
fn valued(line: &SlaLine, value: Option<f64>) -> String {
    value.map_or_else(|| format::MISSING.to_owned(), |value| format::with_unit(value, line.unit.trim()))
}

/// Writes what a line has to reach.
fn agreed(line: &SlaLine) -> String {
    let sign = if line.bound == Bound::AtLeast { "≥" } else { "≤" };
    line.target
        .map_or_else(|| format::MISSING.to_owned(), |_| format!("{sign} {}", valued(line, line.target)))
}

/// Writes an amount of the open project.
fn amount(workspace: Workspace, amount: Money) -> String {
    format::money(amount, currency(workspace))
}
