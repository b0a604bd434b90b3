//! The change requests.

use leptos::prelude::*;

use crate::domain::requirements::Requirements;
use crate::domain::requirements::change::{ChangeRequest, Ruling, Unsaid, changed_since_latest, uncovered};
use crate::i18n::context::{Words, use_words};
use crate::i18n::format;
use crate::i18n::signoff::content;
use crate::pages::form::{Field, field, form};
use crate::pages::list::{Column, Facts, List, list_filled, wanted};
use crate::pages::requirements::signoff::differences::told_now;
use crate::state::part::Bindable;
use crate::state::row::Row;
use crate::state::workspace::{Workspace, use_workspace};
use crate::ui::ledger::Said;
use crate::ui::live::{kept, live};
use crate::ui::picks::Checkbox;
use crate::ui::tag::TagKind;

static LIST: List<ChangeRequest> = List {
    name: |text| text.signoff.changes_head,
    columns: COLUMNS,
    is_wrong: |_, request| request.unsaid().iter().any(|unsaid| *unsaid != Unsaid::Ruling),
    form: |row| view! { {form(row, FIELDS)}{clauses(row)}{form(row, DECISION)} }.into_any(),
    add: |text| text.signoff.add_change,
    fill: |_| (),
};

const COLUMNS: &[Column<ChangeRequest>] = &[
    Column::new(|text| text.signoff.what, |_, request| Said::Text(request.what.clone())),
    Column::new(|text| text.signoff.reason, |facts, request| wanted(facts, &request.reason)),
    Column::number(
        |text| text.signoff.extra_cost,
        |facts, request| {
            let cost = request.extra_cost.map(|cost| format::money(cost, facts.project.profile.currency));
            Said::Number(cost.unwrap_or_else(|| format::MISSING.to_owned()))
        },
    ),
    Column::number(
        |text| text.signoff.extra_days,
        |_, request| Said::Number(format::number_or_missing(request.extra_days, 2)),
    ),
    Column::new(|text| text.signoff.ruling_label, ruling),
];

fn ruling(facts: &Facts, request: &ChangeRequest) -> Said {
    let kind = match request.ruling {
        Ruling::Open => TagKind::Due,
        Ruling::Accepted => TagKind::Passed,
        Ruling::Rejected => TagKind::Quiet,
    };
    Said::Tag(kind, (facts.text.signoff.ruling)(request.ruling).to_owned())
}

const FIELDS: &[Field<ChangeRequest>] = &[
    field!(8 Line what: |text| text.signoff.what),
    field!(4 Line requested_by: |text| text.signoff.requested_by),
    field!(6 Lines reason: |text| text.signoff.reason),
    field!(3 Delta extra_cost: |text| text.signoff.extra_cost),
    field!(3 Number extra_days: |text| text.signoff.extra_days),
];

const DECISION: &[Field<ChangeRequest>] = &[
    field!(4 OneOf(Ruling::ALL, |text| text.signoff.ruling) ruling: |text| text.signoff.ruling_label),
    field!(4 Line decided_by: |text| text.signoff.decided_by),
    field!(4 Date date: |text| text.signoff.decided_on),
];

/// Shows the change requests.
pub fn requests() -> AnyView {
    let (words, workspace) = (use_words(), use_workspace());
    let ids = workspace.ids::<ChangeRequest>();
    let lead = live(move || {
        let is_empty = workspace.section::<Requirements>().changes.is_empty();
        is_empty.then(|| view! { <p class="quiet">{words.get().signoff.changes_lead}</p> })
    });
    view! { {lead}{list_filled(&LIST, ids, begin(workspace, words), ().into_any())} }.into_any()
}

/// Begins a change request with what changed since the latest version and is not explained yet.
pub fn begin(
    workspace: Workspace,
    words: Words,
) -> impl Fn(&mut ChangeRequest) + Copy + Send + Sync + 'static {
    move |request| {
        let (text, project) = (words.now(), workspace.project_now());
        let latest = project.requirements.latest();
        request.since = latest.map_or(0, |latest| latest.number);
        request.clauses = uncovered(&project);
        // What is gone has its name in the version.
        let mut told = told_now(text, &project);
        told.extend(latest.into_iter().flat_map(|latest| content::tell(text, &latest.content, &project)));
        request.what = content::named(text, &told, &request.clauses);
    }
}

/// Shows the clauses a request can be about: those that changed, and those it names already.
fn clauses(row: Row<ChangeRequest>) -> AnyView {
    let (words, workspace) = (use_words(), use_workspace());
    let choices = kept(move || {
        let mut clauses = changed_since_latest(&workspace.project());
        let own = row.get(|request| request.clauses.clone());
        clauses.extend(own.into_iter().filter(|own| !clauses.contains(own)).collect::<Vec<_>>());
        clauses
    });
    let boxes = live(move || {
        let boxes = choices.get().into_iter().map(|clause| {
            let (own, label) = (clause.clone(), clause.clone());
            let about = row.bind(
                "clauses",
                move |request: &ChangeRequest| request.clauses.contains(&clause),
                move |request, is_about| {
                    request.clauses.retain(|other| *other != own);
                    request.clauses.extend(is_about.then(|| own.clone()));
                },
            );
            let label = words.built(move |text| content::quoted(text, &label));
            view! { <Checkbox label value=about.value on_input=about.set/> }
        });
        boxes.collect_view()
    });
    view! {
        <fieldset class="attendees" hidden=move || choices.with(Vec::is_empty)>
            <legend>{words.s(|text| text.signoff.clauses)}</legend>
            {boxes}
        </fieldset>
    }
    .into_any()
}
