//! One risk: what may happen, how bad it is before and after measures, what is done, and whether it occurred.

use leptos::prelude::*;

use crate::domain::register::Item;
use crate::domain::requirements::{Bound, SlaLine};
use crate::domain::risk::matrix::{BandFrom, Code, Level, check};
use crate::domain::risk::{Category, Risk, Treatment};
use crate::domain::task::Task;
use crate::i18n::context::use_words;
use crate::i18n::{Text, format};
use crate::pages::form::controls::show;
use crate::pages::form::{Field, bind, field, form, wide};
use crate::pages::list::{Facts, use_facts};
use crate::pages::risk::register::occurrences::occurrences;
use crate::pages::risk::scales::{Scale, rating};
use crate::routes::{Page, Route};
use crate::state::row::Row;
use crate::state::workspace::use_workspace;
use crate::ui::calculation::{Calculation, Input, Steps};
use crate::ui::ledger::severity;
use crate::ui::live::{Show, fact, live};

const EVENT: &[Field<Risk>] = &[
    field!(9 Line event: risk.event),
    field!(3 OneOf(Category::ALL, risk.category) category: risk.category_label),
];
const OWN_CATEGORY: &[Field<Risk>] = &[field!(12 Line category_words: risk.category_words)];
const CAUSE: &[Field<Risk>] = &[field!(6 Lines cause: risk.cause), field!(6 Lines effect: risk.effect)];
const ANSWER: &[Field<Risk>] =
    &[field!(6 Lines mitigation: risk.mitigation), field!(6 Lines trigger: risk.trigger)];
const OWNER: Field<Risk> = field!(3 Role owner: risk.owner);
const REVIEW: Field<Risk> = field!(3 Date review: risk.review);
const TREATMENT: Field<Risk> =
    field!(3 OneOf(Treatment::ALL, risk.treatment) treatment: risk.treatment_label);
const ACCEPT_UNTIL: Field<Risk> = field!(3 Date accept_until: risk.accept_until);
const NOT_LOWER: Field<Risk> = field!(12 Lines residual_reason: risk.residual_reason);
const SLA: &[Field<Risk>] = &[field!(12 Link(SlaLine, |line| line.measure.clone()) sla: risk.sla)];

/// Shows a risk.
pub(super) fn risk(row: Row<Risk>) -> AnyView {
    let is_other = move || row.get(|risk| risk.category == Category::Other);
    let is_not_lower = move || row.get(|risk| step_down(risk).is_some_and(|down| down <= 0));
    let is_accepted = move || row.get(|risk| risk.treatment == Treatment::Accept);
    view! {
        {form(row, EVENT)}
        <Show when=fact(is_other)>{form(row, OWN_CATEGORY)}</Show>
        {form(row, CAUSE)}
        <div class="fields">
            {rating(row, Scale::Likelihood, |t| t.risk.likelihood, "likelihood", |risk| &mut risk.likelihood)}
            {rating(row, Scale::Impact, |t| t.risk.impact, "impact", |risk| &mut risk.impact)}
            {rating(row, Scale::Likelihood, |t| t.risk.residual_likelihood, "residual_likelihood", |risk| &mut risk.residual_likelihood)}
            {rating(row, Scale::Impact, |t| t.risk.residual_impact, "residual_impact", |risk| &mut risk.residual_impact)}
        </div>
        {scores(row)}
        <Show when=fact(is_not_lower)><div class="fields">{guarded(row, &NOT_LOWER, &[Code::ResidualAboveInherent])}</div></Show>
        {form(row, ANSWER)}
        <div class="fields">
            {guarded(row, &OWNER, &[Code::AcceptWithoutOwner])}
            {review(row)}
            {guarded(row, &TREATMENT, &[])}
            {rating(row, Scale::Velocity, |t| t.risk.velocity, "velocity", |risk| &mut risk.velocity)}
        </div>
        <Show when=fact(is_accepted)>
            <div class="fields">{guarded(row, &ACCEPT_UNTIL, &[Code::AcceptWithoutExpiry, Code::AcceptExpired])}</div>
        </Show>
        {form(row, SLA)}
        {threatened(row)}
        {occurrences(row)}
    }
    .into_any()
}

/// Returns by how much the measures lower the score, where both are judged.
fn step_down(risk: &Risk) -> Option<i64> {
    Some(i64::from(risk.inherent()?.score()) - i64::from(risk.residual()?.score()))
}

/// Shows a field that says what is wrong with how the risk is treated, where it is this field that mends it.
fn guarded(row: Row<Risk>, field: &'static Field<Risk>, codes: &'static [Code]) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let error = MaybeProp::derive(move || {
        let mut findings = check(&*row.item()?, workspace.today()).into_iter().map(|finding| finding.code);
        findings.find(|code| codes.contains(code)).map(|code| (words.get().risk.code)(code).to_owned())
    });
    wide(field.width, show(words.s(field.label), bind(row, field), error, false))
}

fn review(row: Row<Risk>) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let error = MaybeProp::derive(move || {
        let days = row.get(|risk| risk.review_overdue(workspace.today()));
        (0 < days).then(|| (words.get().risk.review_overdue)(days))
    });
    wide(REVIEW.width, show(words.s(REVIEW.label), bind(row, &REVIEW), error, false))
}

/// Shows both scores, and how they come about.
fn scores(row: Row<Risk>) -> AnyView {
    let words = use_words();
    let facts = use_facts();
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
        let is_unmoved = step_down(&risk) == Some(0) && risk.residual_reason.trim().is_empty();
        Some(view! {
            {level(text.risk.before, risk.inherent())}
            {level(text.risk.after, risk.residual())}
            {is_unmoved.then(|| view! { <p class="hint">{text.risk.not_lower}</p> })}
        })
    });
    let steps = Signal::derive(move || row.item().map(|risk| steps(&facts.get(), &risk)).unwrap_or_default());
    let is_rated = fact(move || row.get(|risk| risk.inherent().is_some()));
    view! {
        <div class="risk-lines">
            {said}
            <Show when=is_rated><Calculation label=words.s(|t| t.common.how_computed) steps/></Show>
        </div>
    }
    .into_any()
}

fn steps(facts: &Facts, risk: &Risk) -> Steps {
    let (text, scales) = (facts.text, &facts.project.profile.scales);
    let levels = [(text.risk.before, risk.inherent()), (text.risk.after, risk.residual())];
    let judged = || levels.iter().filter_map(|(name, level)| Some((*name, (*level)?)));
    let product = |(name, level): (&str, Level)| {
        let (likelihood, impact) = (level.likelihood, level.impact);
        format!("{name} {likelihood} × {impact} = {}", level.score())
    };
    let input = |(name, level): (&str, Level)| {
        let likelihood = Scale::Likelihood.step(text, scales, level.likelihood);
        let impact = Scale::Impact.step(text, scales, level.impact);
        Input::here((name.to_owned(), format!("{likelihood} × {impact}")))
    };
    let settings = Route::Project(facts.project.id, Page::Settings).href();
    let tolerance = (text.risk.tolerance.to_owned(), scales.tolerance.to_string());
    Steps {
        rule: text.risk.score_rule.to_owned(),
        formula: judged().map(product).collect::<Vec<_>>().join("; "),
        inputs: judged().map(input).chain([Input::from(&settings, tolerance)]).collect(),
    }
}

/// Shows the service level a risk threatens: what it asks for, and what is deducted when it is missed.
fn threatened(row: Row<Risk>) -> AnyView {
    let facts = use_facts();
    let said = live(move || {
        let facts = facts.get();
        let line = facts.project.requirements.sla.get(row.get(|risk| risk.sla)?)?.clone();
        Some(threat(&facts, &line))
    });
    view! { {said} }.into_any()
}

fn threat(facts: &Facts, line: &SlaLine) -> AnyView {
    let text: &'static Text = facts.text;
    let clause = line.clause();
    let href = facts.link(Task::Sla, &clause);
    let target = line.target.map(|target| {
        let sign = if line.bound == Bound::AtLeast { "≥" } else { "≤" };
        let window = (text.requirements.window)(line.window);
        format!(" · {sign} {} {} · {window}", format::number(target, 2), line.unit)
    });
    let penalty = match line.penalty.trim() {
        "" => text.risk.no_deduction.to_owned(),
        penalty => format!("{}{penalty}", text.risk.deduction),
    };
    let model = line.penalty_model.map(|model| {
        let name = (text.sla.model_name)(Some(model));
        view! { <p class="hint">{name}" · "{(text.sla.model_note)(model)}</p> }
    });
    let charged = facts.project.latest_charge(line.id).map(|charged| {
        let currency = facts.project.profile.currency;
        let actual = format!("{} {}", format::number_or_missing(charged.actual, 2), line.unit);
        let (credit, fee) = (format::money(charged.credit, currency), format::money(charged.fee, currency));
        let said = (text.risk.charged)(&charged.month.to_string(), actual.trim(), &credit, &fee);
        let href = Route::Project(facts.project.id, Page::Payment).href();
        view! { <p>{said}" "<a href=href>{text.risk.to_credits}</a></p> }
    });
    view! {
        <div class="risk-threat">
            <p>{text.risk.threatens}<a href=href><span class="number">{clause}</span>" "<bdi>{line.measure.clone()}</bdi></a>{target}</p>
            <p><bdi>{penalty}</bdi></p>
            {model}
            {charged}
        </div>
    }
    .into_any()
}
