//! 1.6 Workshop: the page of whoever leads it.

mod agenda;
mod parking;
pub mod projector;
mod vote;

use leptos::prelude::*;

use crate::domain::requirements::Requirements;
use crate::domain::requirements::workshop::{Decision, Department, Participant, Readiness, Workshop};
use crate::domain::task::Task;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::form::{Field, field, form};
use crate::pages::list::{Column, List, list, wanted};
use crate::pages::parts::{StageSheet, add_button, page_href};
use crate::pages::requirements::questions::questions;
use crate::pages::requirements::readiness::readiness;
use crate::pages::requirements::workshop::agenda::{agenda, usual_agenda};
use crate::pages::requirements::workshop::parking::parking;
use crate::pages::requirements::workshop::vote::votes;
use crate::routes::{Page, Route};
use crate::state::workspace::{Workspace, use_workspace};
use crate::ui::button::ButtonKind;
use crate::ui::empty_state::EmptyState;
use crate::ui::finding::Finding;
use crate::ui::ledger::Said;
use crate::ui::live::{Kept, Show, fact, kept, live};
use crate::ui::sheet::SheetSection;
use crate::ui::tag::TagKind;

static PEOPLE: List<Participant> = List {
    name: |text| text.workshop.people_head,
    columns: PEOPLE_COLUMNS,
    is_wrong: |_, one| one.name.trim().is_empty(),
    form: |row| form(row, PEOPLE_FIELDS),
    add: |text| text.workshop.add_person,
    fill: here,
};

const PEOPLE_COLUMNS: &[Column<Participant>] = &[
    Column::new(|text| text.workshop.person, |facts, one| wanted(facts, &one.name)),
    Column::new(
        |text| text.workshop.department_label,
        |facts, one| Said::Text((facts.text.workshop.department)(one.department).to_owned()),
    ),
    Column::new(
        |text| text.workshop.present,
        |facts, one| match one.present {
            true => Said::Tag(TagKind::Passed, facts.text.workshop.present.to_owned()),
            false => Said::Quiet(facts.text.workshop.away.to_owned()),
        },
    ),
];

const PEOPLE_FIELDS: &[Field<Participant>] = &[
    field!(6 Line name: |text| text.workshop.person),
    field!(4 OneOf(Department::ALL, |text| text.workshop.department) department: |text| text.workshop.department_label),
    field!(2 Tick present: |text| text.workshop.present),
];

static DECISIONS: List<Decision> = List {
    name: |text| text.workshop.decisions_head,
    columns: DECISION_COLUMNS,
    is_wrong: |_, decision| decision.what.trim().is_empty(),
    form: |row| form(row, DECISION_FIELDS),
    add: |text| text.workshop.add_decision,
    fill: |_| (),
};

const DECISION_COLUMNS: &[Column<Decision>] = &[
    Column::new(|text| text.workshop.decision, |facts, decision| wanted(facts, &decision.what)),
    Column::new(|text| text.workshop.decided_by, |_, decision| Said::Text(decision.who.clone())),
    Column::new(
        |text| text.workshop.decided_on,
        |_, decision| Said::Date(format::date_or_missing(decision.date)),
    ),
];

const DECISION_FIELDS: &[Field<Decision>] = &[
    field!(12 Lines what: |text| text.workshop.decision),
    field!(6 Line who: |text| text.workshop.decided_by),
    field!(3 Date date: |text| text.workshop.decided_on),
];

/// Whoever is added while the workshop is on is in the room.
fn here(one: &mut Participant) {
    one.present = true;
}

/// Follows the workshop.
fn workshop(workspace: Workspace) -> Kept<Workshop> {
    kept(move || workspace.section::<Requirements>().workshop.clone())
}

/// Shows the page.
#[component]
pub fn WorkshopPage() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let shop = workshop(workspace);
    let has_begun = kept(move || shop.with(|shop| !shop.participants.is_empty() || !shop.agenda.is_empty()));
    let finding = Signal::derive(move || {
        let project = workspace.project();
        let here = shop.with(|shop| shop.participants.iter().filter(|one| one.present).count());
        let Readiness { open, lacks, .. } = Readiness::of(&project);
        (words.get().workshop.lead)(here, open, lacks.len())
    });
    let absent = move || {
        live(move || {
            let text = &words.get().workshop;
            let names: Vec<_> = shop.with(Workshop::absent).into_iter().map(text.department).collect();
            (!names.is_empty()).then(|| view! { <p class="hint">{(text.absent)(&names)}</p> })
        })
    };
    let add_person =
        move || add_button::<Participant>(words.s(|t| t.workshop.add_person), ButtonKind::Plain, here);
    // While nothing has begun the sections before them are not there.
    let number = move |place: u8| {
        Signal::derive(move || format!("1.6.{}", if has_begun.get() { place } else { place - 5 }))
    };
    let projector = page_href(workspace, Page::Projector);
    let to_signoff = live(move || {
        let href = Route::Project(workspace.id(), Page::Task(Task::SignOff)).href();
        let name = (words.get().common.task)(Task::SignOff);
        view! { <p class="actions"><a href=href>{Task::SignOff.number()}" "{name}</a></p> }
    });
    view! {
        <StageSheet page=Page::Workshop>
            <Show when=fact(move || has_begun.get()) fallback=move || view! {
                <EmptyState sentence=words.s(|t| t.workshop.empty)>{usual_agenda(ButtonKind::Primary)}{add_person()}</EmptyState>
            }>
                <Finding clauses=finding/>
                <p><a href=move || projector.get() target="_blank" rel="noopener">{words.s(|t| t.workshop.to_projector)}</a></p>
                {agenda()}
                <SheetSection number="1.6.2" title=words.s(|t| t.workshop.people_head)>
                    {list(&PEOPLE, ().into_any())}
                    {absent()}
                </SheetSection>
                {votes()}
                {parking()}
                <SheetSection number="1.6.5" title=words.s(|t| t.workshop.decisions_head)>{list(&DECISIONS, ().into_any())}</SheetSection>
            </Show>
            {questions(number(6))}
            {readiness(number(7))}
            {to_signoff}
        </StageSheet>
    }
}
