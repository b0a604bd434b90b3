//! Stage 3: the board, one vendor's file, and the six steps.

mod bank;
pub mod capability;
pub mod cases;
pub mod decide;
mod explained;
pub mod file;
pub mod lines;
pub mod measured;
pub mod pilot;
pub mod proposals;
pub mod qualify;
pub mod step;
mod unlocking;
pub mod weighing;

use leptos::context::Provider;
use leptos::prelude::*;

use crate::domain::register::Item;
use crate::domain::selection::offer::Tier;
use crate::domain::selection::{GateKind, Selection, Vendor};
use crate::domain::task::Task;
use crate::i18n::context::use_words;
use crate::i18n::{format, titles};
use crate::pages::form::{Field, field, form};
use crate::pages::list::{Column, Facts, List, list, use_facts};
use crate::pages::parts::{add_button, is_empty};
use crate::pages::vendors::step::{out_of, said_name, standing, step_line};
use crate::routes::{Page, Route};
use crate::state::row::Row;
use crate::state::workspace::use_workspace;
use crate::ui::button::ButtonKind;
use crate::ui::empty_state::EmptyState;
use crate::ui::field::{ReadOnly, use_read_only};
use crate::ui::finding::Finding;
use crate::ui::ledger::Said;
use crate::ui::live::{Show, fact, live};
use crate::ui::sheet::Sheet;
use crate::ui::tag::TagKind;

static BOARD: List<Vendor> = List {
    name: |text| text.overview.board_title,
    columns: COLUMNS,
    is_wrong: |_, _| false,
    form: board_form,
    add: |text| text.vendors.add_vendor,
    fill: |_| (),
};

const COLUMNS: &[Column<Vendor>] = &[
    Column::new(|text| text.vendors.vendor, said_name),
    Column::new(
        |text| text.vendors.column_gates,
        |facts, vendor| {
            let (passed, all) = facts.project.selection.gates_passed(vendor.id, facts.today);
            Said::Text((facts.text.vendors.step_words)(passed, all))
        },
    ),
    Column::new(
        |text| text.vendors.column_cases,
        |facts, vendor| {
            let (_, cases) = facts.project.selection.case_score(vendor.id);
            let all = cases.marks.len();
            Said::Text((facts.text.vendors.step_words)(all - cases.unverified, all))
        },
    ),
    Column::number(
        |text| text.vendors.column_price,
        |facts, vendor| Said::Number(price_words(facts, vendor)),
    ),
    Column::new(
        |text| text.vendors.column_pilot,
        |facts, vendor| {
            Said::Text(vendor.pilot.result().map_or_else(
                || format::MISSING.to_owned(),
                |(met, all)| (facts.text.vendors.step_words)(met, all),
            ))
        },
    ),
    Column::new(
        |text| text.vendors.state,
        |facts, vendor| match out_of(facts, vendor.id) {
            Some(why) => Said::Tag(TagKind::Quiet, why),
            None => Said::Text(facts.text.vendors.is_in.to_owned()),
        },
    ),
];

const FIELDS: &[Field<Vendor>] = &[
    field!(4 Line name: vendors.vendor_name),
    field!(4 Line contact: vendors.contact),
    field!(4 Line place: vendors.place),
    field!(12 Lines note: vendors.note),
];

/// Returns the base price, as far as it may be seen.
fn price_words(facts: &Facts, vendor: &Vendor) -> String {
    let selection = &facts.project.selection;
    match (vendor.proposal.price(Tier::Base), selection.scores_locked) {
        (None, _) => format::MISSING.to_owned(),
        (Some(_), None) => facts.text.vendors.covered.to_owned(),
        (Some(price), Some(_)) => format::money(price, facts.project.profile.currency),
    }
}

/// Shows the board of all vendors.
#[component]
pub fn BoardPage() -> impl IntoView {
    let words = use_words();
    let facts = use_facts();
    let none = is_empty::<Vendor>();
    let (workspace, read_only) = (use_workspace(), use_read_only());
    let is_locked = move || {
        let selection = workspace.section::<Selection>();
        selection.scores_locked.is_some() || selection.decision.locked.is_some()
    };
    let is_fixed = Signal::derive(move || read_only.get() || is_locked());
    let finding = Signal::derive(move || {
        let facts = facts.get();
        let vendors = &facts.project.selection.vendors;
        let within = facts.project.selection.vendors_in(facts.today).len();
        (facts.text.vendors.board_finding)(within, vendors.len() - within)
    });
    view! {
        <Sheet title=words.s(|t| t.overview.board_title)>
            {step_line(None)}
            <Show when=fact(move || !none.get()) fallback=move || view! {
                <EmptyState sentence=words.s(|t| t.vendors.vendors_empty)>{add_button::<Vendor>(words.s(BOARD.add), ButtonKind::Primary, |_| ())}</EmptyState>
            }>
                <Finding clauses=finding/>
                // Scores, ranking and decision rest on the vendors: while they are locked nobody comes or goes.
                <Provider value=ReadOnly(is_fixed)>{list(&BOARD, ().into_any())}</Provider>
                <Show when=fact(is_locked)><p class="hint">{words.s(|t| t.vendors.board_locked)}</p></Show>
            </Show>
        </Sheet>
    }
}

/// Shows the fields of one vendor, what put it out, and the ways on.
fn board_form(row: Row<Vendor>) -> AnyView {
    let facts = use_facts();
    let ways = live(move || {
        let facts = facts.get();
        let (text, project) = (facts.text, &facts.project);
        let gate = standing(&facts, row.id()).out;
        let gate = gate.and_then(|(gate, _)| project.selection.gates.get(gate).cloned());
        let out = gate.map(|gate| {
            // What scores judge is mended at the gate itself, evidence at the vendor's check of it.
            let (place, note) = match gate.kind {
                GateKind::Evidence => {
                    (format!("{}-{}", row.clause(), gate.clause()), text.vendors.reopen_note)
                }
                _ => (gate.clause(), text.vendors.reopen_scored_note),
            };
            let href = Route::Project(project.id, Page::Task(Task::Qualify)).href_to(&place);
            let title = titles::gate(text, &project.selection, &gate);
            let note = note(&format!("{} {title}", gate.clause()));
            view! { <p class="hint">{note}" "<a href=href>{(text.vendors.reopen_action)(&gate.clause())}</a></p> }
        });
        let file = Route::Project(project.id, Page::Vendor(row.id())).href();
        view! { {out}<p><a href=file>{text.vendors.open_file}<span class="sr-only">" "{row.clause()}</span></a></p> }
    });
    // Who is in stays as it is while scores are locked; how to reach them may change.
    let own = ReadOnly(use_workspace().is_read_only());
    view! { <Provider value=own>{form(row, FIELDS)}</Provider><div class="ways">{ways}</div> }.into_any()
}
