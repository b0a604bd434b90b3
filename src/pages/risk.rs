//! Stage 5: register, map, contingency plans.

use leptos::prelude::*;

use crate::domain::profile::Profile;
use crate::domain::register::Item;
use crate::domain::requirements::SlaLine;
use crate::domain::risk::matrix::{BandFrom, Level, check, order_key};
use crate::domain::risk::{Category, Risk, RiskBook, Treatment};
use crate::domain::scale::Rating;
use crate::domain::task::Task;
use crate::domain::team::Team;
use crate::domain::template::Content;
use crate::i18n::Text;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::parts::{
    TaskSheet, add_button, area, bind, date, each, from_template, is_empty, item_actions, link, pick, rating,
    role, role_name, text,
};
use crate::routes::{Page, Route};
use crate::state::row::Row;
use crate::state::workspace::{Workspace, use_workspace};
use crate::ui::button::ButtonKind;
use crate::ui::empty_state::EmptyState;
use crate::ui::finding::Finding;
use crate::ui::live::{fact, live};
use crate::ui::sheet::{Clause, SheetSection};

/// Returns the sentence on risks above the tolerance line.
fn finding(workspace: Workspace, text: &'static Text) -> Vec<String> {
    let risks = workspace.section::<RiskBook>();
    let tolerance = u32::from(workspace.section::<Profile>().scales.tolerance);
    let above: Vec<_> = risks
        .risks
        .iter()
        .filter(|risk| risk.inherent().is_some_and(|level| tolerance < level.score()))
        .collect();
    (text.risk.finding)(above.len(), above.iter().filter(|risk| risk.owner.is_none()).count())
}

/// Shows a score with its band as a filled box.
#[must_use]
pub fn score_box(level: Option<Level>) -> AnyView {
    match level {
        None => view! { <span class="quiet">{format::MISSING}</span> }.into_any(),
        Some(level) => {
            let fill = match level.score() {
                0..=2 => 1,
                3..=4 => 2,
                5..=9 => 3,
                10..=15 => 4,
                _ => 5,
            };
            view! { <span class="score-box" data-risk=fill>{level.score()}</span> }.into_any()
        }
    }
}

/// Shows 5.1, the register.
#[component]
pub fn RegisterPage() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let none = is_empty::<Risk>();
    let add = move |kind| add_button::<Risk>(words.s(|t| t.risk.add_risk), kind, |_| ());
    view! {
        <TaskSheet task=Task::Register>
            <Show when=fact(move || !none.get()) fallback=move || view! {
                <EmptyState sentence=words.s(|t| t.risk.empty)>
                    {from_template(Content::Risks, true)}{add(ButtonKind::Plain)}
                </EmptyState>
            }>
                <Finding clauses=Signal::derive(move || finding(workspace, words.get()))/>
                {each::<Risk>(risk)}
                <div class="actions">{add(ButtonKind::Plain)}{from_template(Content::Risks, false)}</div>
            </Show>
        </TaskSheet>
    }
}

fn risk(row: Row<Risk>) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let category =
        pick(words.s(|t| t.risk.category_label), bind!(row, category), &Category::ALL, move |category| {
            (words.get().risk.category)(category)
        });
    let treatment =
        pick(words.s(|t| t.risk.treatment_label), bind!(row, treatment), &Treatment::ALL, move |treatment| {
            (words.get().risk.treatment)(treatment)
        });
    let scored =
        |bound: crate::state::row::Bound<Option<Rating>>, label: Signal<String>| rating(label, bound, false);
    let lines = live(move || {
        let text = words.get();
        let risk = row.item()?;
        let line = |level: Level| {
            (text.risk.score_line)(
                level.score(),
                level.likelihood,
                level.impact,
                (text.risk.band)(level.band(BandFrom::default())),
            )
        };
        let before = risk.inherent().map(line).unwrap_or_else(|| format::MISSING.to_owned());
        let after = risk.residual().map(line);
        let findings = check(&risk, workspace.today())
            .into_iter()
            .map(|finding| view! { <p class="field-error">{(text.risk.code)(finding.code)}</p> });
        Some(view! {
            <p class="risk-line">{score_box(risk.inherent())}" "{before}{after.map(|after| view! { " → "{score_box(risk.residual())}" "{after} })}</p>
            {findings.collect_view()}
        })
    });
    view! {
        <Clause number=Signal::derive(move || row.clause())>
            <div class="fields">
                <div class="w9">{text(words.s(|t| t.risk.event), bind!(row, event))}</div>
                <div class="w3">{category}</div>
                <div class="w6">{area(words.s(|t| t.risk.cause), bind!(row, cause))}</div>
                <div class="w6">{area(words.s(|t| t.risk.effect), bind!(row, effect))}</div>
                <div class="w3">{scored(bind!(row, likelihood), words.s(|t| t.risk.likelihood))}</div>
                <div class="w3">{scored(bind!(row, impact), words.s(|t| t.risk.impact))}</div>
                <div class="w3">{scored(bind!(row, residual_likelihood), words.s(|t| t.risk.residual_likelihood))}</div>
                <div class="w3">{scored(bind!(row, residual_impact), words.s(|t| t.risk.residual_impact))}</div>
            </div>
            {lines}
            <div class="fields">
                <div class="w6">{area(words.s(|t| t.risk.mitigation), bind!(row, mitigation))}</div>
                <div class="w6">{area(words.s(|t| t.risk.trigger), bind!(row, trigger))}</div>
                <div class="w3">{role(words, words.s(|t| t.risk.owner), bind!(row, owner))}</div>
                <div class="w3">{date(words.s(|t| t.risk.review), bind!(row, review))}</div>
                <div class="w3">{treatment}</div>
                <Show when=fact(move || row.get(|risk| risk.treatment == Treatment::Accept))>
                    <div class="w3">{date(words.s(|t| t.risk.accept_until), bind!(row, accept_until))}</div>
                </Show>
                <div class="w6">{link::<SlaLine>(words, words.s(|t| t.risk.sla), bind!(row, sla), |line| line.measure.clone(), false)}</div>
                <Show when=fact(move || row.get(|risk| matches!((risk.inherent(), risk.residual()), (Some(before), Some(after)) if before.score() < after.score())))>
                    <div class="w6">{text(words.s(|t| t.risk.residual_reason), bind!(row, residual_reason))}</div>
                </Show>
            </div>
            {item_actions(row)}
        </Clause>
    }
    .into_any()
}

/// Shows 5.2, the heat map and the list by score.
#[component]
pub fn MapPage() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let none = Memo::new(move |_| {
        workspace.section::<RiskBook>().risks.iter().all(|risk| risk.inherent().is_none())
    });
    view! {
        <TaskSheet task=Task::Map>
            <Show when=fact(move || !none.get()) fallback=move || view! {
                <EmptyState sentence=words.s(|t| t.risk.map_empty)>
                    <a class="button primary" href=move || Route::Project(workspace.id(), Page::Task(Task::Register)).href()>{live(move || (words.get().common.task)(Task::Register))}</a>
                </EmptyState>
            }>
                <Finding clauses=Signal::derive(move || finding(workspace, words.get()))/>
                <HeatMap/>
                <SheetSection number="5.2.1" title=words.s(|t| t.risk.order_head)><ByScore/></SheetSection>
            </Show>
        </TaskSheet>
    }
}

#[component]
fn HeatMap() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let rows = live(move || {
        let text = words.get();
        let book = workspace.section::<RiskBook>();
        let tolerance = u32::from(workspace.section::<Profile>().scales.tolerance);
        let id = workspace.id();
        let place =
            |level: Option<Level>, likelihood: u8, impact: u8| level == Some(Level { likelihood, impact });
        let rows = (1..=5_u8).rev().map(|likelihood| {
            let cells = (1..=5_u8).map(|impact| {
                let level = Level { likelihood, impact };
                let above = tolerance < level.score();
                let left_is_below = impact == 1 || tolerance >= (Level { likelihood, impact: impact - 1 }).score();
                let below_is_below = likelihood == 1 || tolerance >= (Level { likelihood: likelihood - 1, impact }).score();
                let before = book.risks.iter().filter(|risk| place(risk.inherent(), likelihood, impact)).map(|risk| (risk.clause(), false));
                let after = book.risks.iter().filter(|risk| risk.residual() != risk.inherent() && place(risk.residual(), likelihood, impact)).map(|risk| (risk.clause(), true));
                let links = before.chain(after).map(|(clause, is_after)| {
                    let href = Route::Project(id, Page::Task(Task::Register)).href_to(&clause);
                    view! { <a href=href>{clause}{is_after.then_some("′")}</a>" " }
                });
                let fill = match level.score() { 0..=2 => 1, 3..=4 => 2, 5..=9 => 3, 10..=15 => 4, _ => 5 };
                view! {
                    <td data-risk=fill class:edge-left=above && left_is_below class:edge-below=above && below_is_below>{links.collect_view()}</td>
                }
            });
            let word = text.risk.likelihood_words.get(usize::from(likelihood) - 1).copied().unwrap_or_default();
            view! { <tr><th scope="row">{likelihood}<small>{word}</small></th>{cells.collect_view()}</tr> }
        });
        let heads = (1..=5_u8).map(|impact| {
            let word = text.risk.impact_words.get(usize::from(impact) - 1).copied().unwrap_or_default();
            view! { <th scope="col">{impact}<small>{word}</small></th> }
        });
        view! {
            <tbody>{rows.collect_view()}</tbody>
            <tfoot><tr><th scope="row">{text.risk.likelihood}" ↑ · "{text.risk.impact}" →"</th>{heads.collect_view()}</tr></tfoot>
        }
    });
    view! {
        <div class="scroll heat-place" tabindex="0" role="region" aria-label=move || words.get().risk.map_caption>
            <table class="heat"><caption>{words.s(|t| t.risk.map_caption)}</caption>{rows}</table>
        </div>
        <p class="hint">{words.s(|t| t.risk.after_mark)}</p>
    }
}

/// Shows the risks by score.
#[component]
fn ByScore() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let rows = live(move || {
        let book = workspace.section::<RiskBook>();
        let team = workspace.section::<Team>();
        let id = workspace.id();
        let mut risks: Vec<_> = book.risks.iter().filter(|risk| risk.inherent().is_some()).collect();
        risks.sort_by_key(|risk| order_key(risk.inherent(), risk.velocity));
        let rows = risks.into_iter().map(|risk| {
            let clause = risk.clause();
            view! {
                <tr>
                    <td class="num-cell">{clause.clone()}</td>
                    <th scope="row"><a href=Route::Project(id, Page::Task(Task::Register)).href_to(&clause)><bdi>{risk.event.clone()}</bdi></a></th>
                    <td>{score_box(risk.inherent())}" → "{score_box(risk.residual())}</td>
                    <td>{role_name(&team, risk.owner)}</td>
                    <td>{format::date_or_missing(risk.review)}</td>
                </tr>
            }
        });
        rows.collect_view()
    });
    view! {
        <div class="scroll"><table class="table">
            <thead><tr>
                <th scope="col">"№"</th><th scope="col">{words.s(|t| t.overview.risk_column)}</th><th scope="col">{words.s(|t| t.overview.before_after)}</th>
                <th scope="col">{words.s(|t| t.overview.owner_column)}</th><th scope="col">{words.s(|t| t.overview.review_column)}</th>
            </tr></thead>
            <tbody>{rows}</tbody>
        </table></div>
    }
}

/// Shows 5.3, the contingency plans of high risks.
#[component]
pub fn PlansPage() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let ids = Memo::new(move |_| {
        let tolerance = u32::from(workspace.section::<Profile>().scales.tolerance);
        let book = workspace.section::<RiskBook>();
        let wanted = |risk: &Risk| {
            risk.inherent().is_some_and(|level| tolerance < level.score()) || !risk.plan.is_blank()
        };
        book.risks.iter().filter(|risk| wanted(risk)).map(|risk| risk.id).collect::<Vec<_>>()
    });
    let finding = Signal::derive(move || {
        let book = workspace.section::<RiskBook>();
        let ids = ids.get();
        let done =
            ids.iter().filter(|id| book.risks.get(**id).is_some_and(|risk| !risk.plan.is_blank())).count();
        vec![(words.get().risk.plans_finding)(ids.len(), done)]
    });
    view! {
        <TaskSheet task=Task::Plans>
            <Show when=fact(move || !ids.with(Vec::is_empty)) fallback=move || view! {
                <EmptyState sentence=words.s(|t| t.risk.plans_empty)>
                    <a class="button primary" href=move || Route::Project(workspace.id(), Page::Task(Task::Register)).href()>{live(move || (words.get().common.task)(Task::Register))}</a>
                </EmptyState>
            }>
                <Finding clauses=finding/>
                <For each=move || ids.get() key=|id| *id children=move |id| plan(workspace.row(id))/>
            </Show>
        </TaskSheet>
    }
}

fn plan(row: Row<Risk>) -> AnyView {
    let words = use_words();
    view! {
        <Clause number=Signal::derive(move || row.clause())>
            <h3><bdi>{live(move || row.get(|risk| risk.event.clone()))}</bdi></h3>
            <div class="fields">
                <div class="w6">{area(words.s(|t| t.risk.trigger), bind!(row, trigger))}</div>
                <div class="w6">{area(words.s(|t| t.risk.first_hour), bind!(row, plan.first_hour))}</div>
                <div class="w6">{area(words.s(|t| t.risk.fallback), bind!(row, plan.fallback))}</div>
                <div class="w6">{area(words.s(|t| t.risk.restore), bind!(row, plan.restore))}</div>
                <div class="w6">{area(words.s(|t| t.risk.after_review), bind!(row, plan.review))}</div>
                <div class="w6">{role(words, words.s(|t| t.risk.lead), bind!(row, plan.lead))}</div>
            </div>
        </Clause>
    }
    .into_any()
}
