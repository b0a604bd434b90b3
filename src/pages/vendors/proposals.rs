//! 3.4 Proposals side by side.

use leptos::prelude::*;

use crate::domain::money::Money;
use crate::domain::selection::{Selection, Vendor};
use crate::domain::task::Task;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::parts::{area, bind, currency, is_empty, money, money_label, rating};
use crate::pages::vendors::Steps;
use crate::routes::{Page, Route};
use crate::state::row::Row;
use crate::state::workspace::use_workspace;
use crate::ui::empty_state::EmptyState;
use crate::ui::finding::Finding;
use crate::ui::live::{fact, live};
use crate::ui::sheet::Sheet;

/// Shows the proposals, vendors as columns.
#[component]
pub fn ProposalsPage() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let none = is_empty::<Vendor>();
    let ids = workspace.ids::<Vendor>();
    let finding = Signal::derive(move || {
        let selection = workspace.section::<Selection>();
        let complete = selection
            .vendors
            .iter()
            .filter(|vendor| vendor.proposal.marks().iter().all(Option::is_some))
            .count();
        vec![(words.get().vendors.proposals_finding)(selection.vendors.len(), complete)]
    });
    view! {
        <Sheet title=words.s(|t| (t.common.task)(Task::Proposals)) wide=true>
            <p class="hint">{live(move || (words.get().vendors.step_of)(4))}</p>
            <Steps current=Task::Proposals/>
            <Show when=fact(move || !none.get()) fallback=move || view! {
                <EmptyState sentence=words.s(|t| t.vendors.vendors_empty)><a class="button primary" href=move || Route::Project(workspace.id(), Page::Vendors).href()>{words.s(|t| t.vendors.vendors_first)}</a></EmptyState>
            }>
                <Finding clauses=finding/>
                <div class="scroll columns" tabindex="0" role="region" aria-label=move || (words.get().common.task)(Task::Proposals)>
                    <For each=move || ids.get() key=|id| *id children=move |id| {
                        let row = workspace.row::<Vendor>(id);
                        view! { <section class="column"><h2>{live(move || row.clause())}" "<bdi>{live(move || row.get(|vendor| vendor.name.clone()))}</bdi></h2>{proposal(row)}</section> }
                    }/>
                </div>
            </Show>
        </Sheet>
    }
}

/// Shows one vendor's proposal. The price stays covered until the scores are locked.
pub fn proposal(row: Row<Vendor>) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let is_open = Memo::new(move |_| workspace.section::<Selection>().scores_locked.is_some());
    let shown = RwSignal::new(false);
    let total = move || {
        let sum = row.get(|vendor| {
            vendor
                .proposal
                .base_price
                .map(|base| Money(base.0 + vendor.proposal.value_added_price.unwrap_or_default().0))
        });
        sum.map_or_else(|| format::MISSING.to_owned(), |sum| format::money(sum, currency(workspace)))
    };
    view! {
        <div class="fields proposal">
            <div>{rating(words.s(|t| t.vendors.understanding), bind!(row, proposal.understanding), false)}{area(words.s(|t| t.vendors.evidence), bind!(row, proposal.understanding_note))}</div>
            <div>{rating(words.s(|t| t.vendors.staffing), bind!(row, proposal.staffing), false)}</div>
            <div>{rating(words.s(|t| t.vendors.contingency), bind!(row, proposal.contingency), false)}{area(words.s(|t| t.vendors.contingency), bind!(row, proposal.contingency_note))}</div>
            <div>{rating(words.s(|t| t.vendors.transparency), bind!(row, proposal.transparency), false)}</div>
            <div>{area(words.s(|t| t.vendors.value_added), bind!(row, proposal.value_added))}</div>
            <div>{area(words.s(|t| t.vendors.not_included), bind!(row, proposal.not_included))}</div>
            <Show when=fact(move || is_open.get() || shown.get()) fallback=move || view! {
                <div>
                    <p class="hint">{words.s(|t| t.vendors.covered)}</p>
                    <button type="button" class="button small" on:click=move |_| shown.set(true)>{words.s(|t| t.vendors.base_price)}</button>
                </div>
            }>
                <div>{money(money_label(words, |t| t.vendors.base_price), bind!(row, proposal.base_price))}</div>
                <div>{money(money_label(words, |t| t.vendors.value_added_price), bind!(row, proposal.value_added_price))}</div>
                <p>{words.s(|t| t.vendors.total_price)}" "<strong>{live(total)}</strong></p>
            </Show>
        </div>
    }
    .into_any()
}
