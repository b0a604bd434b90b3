//! 5.1 Register.

use leptos::prelude::*;

use crate::domain::requirements::SlaLine;
use crate::domain::risk::matrix::{BandFrom, Level, check};
use crate::domain::risk::{Category, Risk, Treatment};
use crate::domain::task::Task;
use crate::domain::template::Content;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::form::{Field, field, form};
use crate::pages::list::{Column, List, ListPage, holder, list_page};
use crate::pages::risk::{change, finding};
use crate::state::row::Row;
use crate::state::workspace::use_workspace;
use crate::ui::ledger::{Said, severity};
use crate::ui::live::{Show, fact, live};

static PAGE: ListPage<Risk> = ListPage {
    task: Task::Register,
    empty: |text| text.risk.empty,
    content: Some(Content::Risks),
    finding,
    list: List {
        name: |text| (text.common.task)(Task::Register),
        columns: COLUMNS,
        is_wrong: |facts, risk| !check(risk, facts.today).is_empty(),
        form: risk,
        add: |text| text.risk.add_risk,
        fill: |_| (),
    },
};

const COLUMNS: &[Column<Risk>] = &[
    Column::new(|text| text.risk.event, |_, risk| Said::Text(risk.event.clone())),
    Column::new(
        |text| text.risk.category_label,
        |facts, risk| Said::Text((facts.text.risk.category)(risk.category).to_owned()),
    ),
    Column::new(|text| text.risk.before_after, |_, risk| change(risk.inherent(), risk.residual())),
    Column::new(|text| text.risk.owner, |facts, risk| holder(facts, risk.owner)),
    Column::new(|text| text.risk.review, |_, risk| Said::Date(format::date_or_missing(risk.review))),
];

const EVENT: &[Field<Risk>] = &[
    field!(9 Line event: risk.event),
    field!(3 OneOf(Category::ALL, risk.category) category: risk.category_label),
    field!(6 Lines cause: risk.cause),
    field!(6 Lines effect: risk.effect),
    field!(3 Mark(1, 5) likelihood: risk.likelihood),
    field!(3 Mark(1, 5) impact: risk.impact),
    field!(3 Mark(1, 5) residual_likelihood: risk.residual_likelihood),
    field!(3 Mark(1, 5) residual_impact: risk.residual_impact),
];

const ANSWER: &[Field<Risk>] = &[
    field!(6 Lines mitigation: risk.mitigation),
    field!(6 Lines trigger: risk.trigger),
    field!(3 Role owner: risk.owner),
    field!(3 Date review: risk.review),
    field!(3 OneOf(Treatment::ALL, risk.treatment) treatment: risk.treatment_label),
    field!(3 Mark(1, 5) velocity: risk.velocity),
    field!(6 Link(SlaLine, |line| line.measure.clone()) sla: risk.sla),
];

const ACCEPTED: &[Field<Risk>] = &[field!(3 Date accept_until: risk.accept_until)];
const HIGHER_AFTER: &[Field<Risk>] = &[field!(12 Line residual_reason: risk.residual_reason)];

/// Shows the register.
#[component]
pub fn RegisterPage() -> impl IntoView {
    list_page(&PAGE, ViewFn::default())
}

fn risk(row: Row<Risk>) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let said = live(move || {
        let text = words.get();
        let risk = row.item()?;
        let level = |name: &str, level: Option<Level>| {
            let level = level?;
            let band = (text.risk.band)(level.band(BandFrom::default()));
            let line = (text.risk.score_line)(name, level.score(), level.likelihood, level.impact, band);
            let box_of = severity(Some((level.shade(), level.score().to_string())));
            Some(view! { <p class="risk-line">{box_of}" "{line}</p> })
        };
        let findings = check(&risk, workspace.today())
            .into_iter()
            .map(|finding| view! { <p class="field-error">{(text.risk.code)(finding.code)}</p> });
        Some(view! {
            {level(text.risk.before, risk.inherent())}
            {level(text.risk.after, risk.residual())}
            {findings.collect_view()}
        })
    });
    let is_higher = move |risk: &Risk| matches!((risk.inherent(), risk.residual()), (Some(before), Some(after)) if before.score() < after.score());
    view! {
        {form(row, EVENT)}
        <div class="risk-lines">{said}</div>
        <Show when=fact(move || row.get(is_higher))>{form(row, HIGHER_AFTER)}</Show>
        {form(row, ANSWER)}
        <Show when=fact(move || row.get(|risk| risk.treatment == Treatment::Accept))>{form(row, ACCEPTED)}</Show>
    }
    .into_any()
}
