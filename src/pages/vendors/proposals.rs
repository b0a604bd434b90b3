//! 3.4 Proposals side by side, vendors as columns; one of them open to edit below.

mod offer;
mod ownership;
mod table;

use leptos::prelude::*;

use crate::domain::ids::Id;
use crate::domain::profile::Side;
use crate::domain::register::Item;
use crate::domain::selection::proposals::ProposalNote;
use crate::domain::selection::{Selection, Vendor};
use crate::domain::task::Task;
use crate::domain::team::{Role, Team};
use crate::i18n::context::use_words;
use crate::pages::form::{Field, field, form};
use crate::pages::list::{Facts, use_facts};
use crate::pages::vendors::proposals::offer::offer;
use crate::pages::vendors::proposals::ownership::ownership;
use crate::pages::vendors::proposals::table::{compared, notes};
use crate::pages::vendors::step::{step_sheet, with_vendors};
use crate::state::part::Bindable;
use crate::state::row::Row;
use crate::state::workspace::use_workspace;
use crate::state::{focus, place};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::finding::Finding;
use crate::ui::live::{Show, fact, follow, kept, live};
use crate::ui::picks::Checkbox;
use crate::ui::sheet::SheetSection;

const FIELDS: &[Field<Vendor>] = &[
    field!(4 Mark(0, 5) proposal.understanding: vendors.understanding),
    field!(8 Lines proposal.understanding_note: vendors.evidence),
    field!(4 Mark(0, 5) proposal.contingency: vendors.contingency),
    field!(8 Lines proposal.contingency_note: offers.contingency_note),
    field!(4 Mark(0, 5) proposal.transparency: vendors.transparency),
    field!(8 Lines proposal.not_included: offers.not_included),
    field!(4 Mark(0, 5) proposal.staffing: vendors.staffing),
    field!(8 Lines proposal.value_added: offers.value_added),
];

const EXPLANATION: &[Field<Vendor>] = &[
    field!(4 Date proposal.explanation.asked: offers.asked_on),
    field!(4 Date proposal.explanation.answered: offers.answered_on),
    field!(4 YesNo proposal.explanation.accepted: offers.accepted),
    field!(12 Lines proposal.explanation.answer: offers.explanation),
    field!(12 Line proposal.explanation.judged_by: offers.judged_by),
];

/// Shows the proposals.
#[component]
pub fn ProposalsPage() -> impl IntoView {
    let words = use_words();
    let facts = use_facts();
    let open = RwSignal::new(None::<u128>);
    let finding = Signal::derive(move || {
        let facts: Facts = facts.get();
        let selection = &facts.project.selection;
        let within = selection.vendors_in(facts.today).into_iter();
        let vendors: Vec<_> = within.filter_map(|id| selection.vendors.get(id)).collect();
        let is_judged = |vendor: &Vendor| vendor.proposal.marks().iter().all(Option::is_some);
        let judged = vendors.iter().filter(|vendor| is_judged(vendor)).count();
        let n_notes = vendors.iter().map(|vendor| notes(&facts, vendor).len()).sum();
        (facts.text.offers.proposals_finding)(vendors.len(), judged, n_notes)
    });
    place::on_selected(move |clause| {
        let facts = facts.get_untracked();
        let vendor = facts.project.selection.vendors.iter().find(|vendor| vendor.clause() == clause);
        if let Some(vendor) = vendor {
            open.set(Some(vendor.id.bits()));
        }
    });
    let name = words.built(move |_| {
        let selection = &facts.get().project.selection;
        open.get().map(|bits| selection.title_of(Id::fixed(bits))).unwrap_or_default()
    });
    let opened = kept(move || open.get());
    let mut before = None;
    follow(move || {
        let now = opened.get();
        if before.replace(now).is_some_and(|before| before != now) && now.is_some() {
            // The fields stand below the comparison: whoever asked for them is led there once they are drawn.
            focus::once_shown(&["#c-proposal"]);
        }
    });
    let body = ViewFn::from(move || {
        view! {
            <Finding clauses=finding/>
            {compared(open)}
            <Show when=fact(move || opened.get().is_some())>
                <SheetSection number="3.4.1" title=name aside=view! { <Button kind=ButtonKind::Text label=words.s(|t| t.common.close_action) on_press=move |()| open.set(None)/> }.into_any()>
                    <div id="c-proposal" class="proposal" tabindex="-1">{live(move || opened.get().map(|bits| proposal(Id::fixed(bits))))}</div>
                </SheetSection>
            </Show>
            {ownership()}
        }
    });
    step_sheet(
        Task::Proposals,
        Signal::stored(String::new()),
        true,
        ViewFn::from(move || with_vendors(body.clone())),
    )
}

/// Shows the fields of one proposal. The price stays covered until the scores are locked, but can be entered.
fn proposal(id: Id<Vendor>) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let row = workspace.row::<Vendor>(id);
    let is_open = kept(move || workspace.section::<Selection>().scores_locked.is_some());
    let shown = RwSignal::new(false);
    let facts = use_facts();
    // Once it is asked about, the record stays, whatever becomes of the price.
    let is_asked = kept(move || {
        let facts = facts.get();
        let vendor = facts.project.selection.vendors.get(id);
        vendor.is_some_and(|vendor| {
            vendor.proposal.explanation != Default::default()
                || notes(&facts, vendor).into_iter().any(ProposalNote::is_about_price)
        })
    });
    let cover = move || {
        view! {
            <p class="actions">
                <span class="hint">{words.s(|t| t.vendors.covered)}</span>
                <Button kind=ButtonKind::Small label=words.s(|t| t.offers.enter_prices) on_press=move |()| shown.set(true)/>
            </p>
        }
    };
    view! {
        {form(row, FIELDS)}
        {staffed(row)}
        <Show when=fact(move || is_open.get() || shown.get()) fallback=cover>{offer(row)}</Show>
        <Show when=fact(move || is_asked.get())>
            <h3>{words.s(|t| t.offers.explanation_head)}</h3>
            <p class="hint">{words.s(|t| t.offers.explanation_note)}</p>
            {form(row, EXPLANATION)}
        </Show>
    }
    .into_any()
}

/// Shows which roles of its side a vendor really staffs.
fn staffed(row: Row<Vendor>) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let bound = row.bind(
        "staffed",
        |vendor| vendor.proposal.staffed.clone(),
        |vendor, roles| vendor.proposal.staffed = roles,
    );
    let roles = kept(move || {
        let team = workspace.section::<Team>();
        let of_vendor = team.roles.iter().filter(|role| role.side == Side::Vendor);
        of_vendor
            .map(|role| (role.id, format!("{} {}", role.clause(), role.name)))
            .collect::<Vec<(Id<Role>, String)>>()
    });
    let boxes = move || {
        live(move || {
            let boxes = roles.get().into_iter().map(|(id, name)| {
            let set = move |is_staffed: bool| {
                let mut next = bound.value.get_untracked();
                next.retain(|role| *role != id);
                if is_staffed {
                    next.push(id);
                }
                bound.set.run(next);
            };
            view! { <Checkbox label=Signal::stored(name) value=Signal::derive(move || bound.value.with(|roles| roles.contains(&id))) on_input=set/> }
        });
            boxes.collect_view()
        })
    };
    view! {
        <Show when=fact(move || !roles.with(Vec::is_empty))>
            <fieldset class="staffed"><legend>{words.s(|t| t.offers.staffed_roles)}</legend>{boxes()}</fieldset>
        </Show>
    }
    .into_any()
}
