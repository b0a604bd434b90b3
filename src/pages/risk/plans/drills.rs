//! The log of drills: what was tried of the plans, how it went, and when it is tried again.

use leptos::prelude::*;

use crate::domain::register::Item;
use crate::domain::risk::Risk;
use crate::domain::risk::drill::{Drill, Outcome};
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::form::{Field, bind, field, labelled, wide};
use crate::pages::list::{Column, Facts, List, holder, list_filled};
use crate::state::part::Bindable;
use crate::state::row::Row;
use crate::state::workspace::use_workspace;
use crate::ui::ledger::Said;
use crate::ui::live::{Show, fact, kept};
use crate::ui::picks::DateField;
use crate::ui::tag::TagKind;

static DRILLS: List<Drill> = List {
    name: |text| text.plans.drills_head,
    columns: COLUMNS,
    is_wrong: |facts, drill| drill.is_missed(facts.today) || is_before(drill),
    form: drill,
    add: |text| text.plans.add_drill,
    fill: |_| (),
};

const COLUMNS: &[Column<Drill>] = &[
    Column::new(|text| text.plans.what, |_, drill| Said::Text(drill.what.clone())),
    Column::new(
        |text| text.overview.risk_column,
        |facts, drill| {
            let risk = drill.risk.and_then(|id| facts.project.risk.risks.get(id));
            Said::Text(risk.map(|risk| format!("{} {}", risk.clause(), risk.event)).unwrap_or_default())
        },
    ),
    Column::new(|text| text.plans.date, |_, drill| Said::Date(format::date_or_missing(drill.date))),
    Column::new(|text| text.plans.by, |facts, drill| holder(facts, drill.by)),
    Column::new(|text| text.plans.outcome_label, outcome),
    Column::new(|text| text.plans.learnt, |_, drill| Said::Text(drill.learnt.clone())),
    Column::new(
        |text| text.plans.next,
        |facts, drill| match drill.next {
            // Which of them is overdue the plan tells; a drill that was followed by another is not.
            Some(next) if is_open(facts, drill) && next < facts.today => {
                Said::Tag(TagKind::Problem, format::date(next))
            }
            next => Said::Date(format::date_or_missing(next)),
        },
    ),
];

/// Tells whether what a drill says of the next one still holds.
fn is_open(facts: &Facts, drill: &Drill) -> bool {
    let book = &facts.project.risk;
    drill.risk.is_some_and(|risk| book.latest_drill(risk).is_some_and(|one| one.id == drill.id))
}

fn is_before(drill: &Drill) -> bool {
    matches!((drill.date, drill.next), (Some(date), Some(next)) if next < date)
}

fn outcome(facts: &Facts, drill: &Drill) -> Said {
    let text = &facts.text.plans;
    let kind = match drill.outcome {
        None if drill.is_missed(facts.today) => {
            return Said::Tag(TagKind::Problem, text.no_outcome.to_owned());
        }
        None => return Said::Tag(TagKind::Note, text.planned.to_owned()),
        Some(Outcome::Passed) => TagKind::Passed,
        Some(Outcome::Partly) => TagKind::Due,
        Some(Outcome::Failed) => TagKind::Problem,
    };
    Said::Tag(kind, (text.outcome)(drill.outcome).to_owned())
}

const WHAT: Field<Drill> = field!(6 Line what: plans.what);
const RISK: Field<Drill> = field!(6 Link(Risk, |risk| risk.event.clone()) risk: plans.risk);
const DATE: Field<Drill> = field!(3 Date date: plans.date);
const BY: Field<Drill> = field!(3 Role by: plans.by);
const OUTCOME: Field<Drill> = field!(3 OneOf(Outcome::CHOICES, plans.outcome) outcome: plans.outcome_label);
const LEARNT: Field<Drill> = field!(12 Lines learnt: plans.learnt);

fn drill(row: Row<Drill>) -> AnyView {
    let words = use_words();
    let next = row.bind("next", |drill| drill.next, |drill, date| drill.next = date);
    let error =
        MaybeProp::derive(move || row.get(is_before).then(|| words.get().plans.next_before.to_owned()));
    let cell =
        |field: &'static Field<Drill>| wide(field.width, labelled(field.label, bind(row, field), None));
    view! {
        <div class="fields">
            {cell(&WHAT)}{cell(&RISK)}{cell(&DATE)}{cell(&BY)}{cell(&OUTCOME)}
            <div class="w3"><DateField label=words.s(|t| t.plans.next) value=next.value on_input=next.set error/></div>
            {cell(&LEARNT)}
        </div>
    }
    .into_any()
}

/// Shows the log.
pub(super) fn drills() -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let ids = workspace.ids::<Drill>();
    let none = kept(move || ids.with(Vec::is_empty));
    let fill = move |drill: &mut Drill| drill.date = Some(workspace.today());
    view! {
        <Show when=fact(move || none.get())><p class="hint">{words.s(|t| t.plans.drills_empty)}</p></Show>
        {list_filled(&DRILLS, ids, fill, ().into_any())}
    }
    .into_any()
}
