//! 5.2 Map: likelihood by impact, and the risks by score.

use leptos::prelude::*;

use crate::domain::register::Item;
use crate::domain::risk::RiskBook;
use crate::domain::risk::matrix::{Level, order_key};
use crate::domain::task::Task;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::list::use_facts;
use crate::pages::parts::{TaskSheet, role_name};
use crate::pages::risk::{finding, score_box, to_register};
use crate::routes::{Page, Route};
use crate::state::workspace::{Workspace, use_workspace};
use crate::ui::finding::Finding;
use crate::ui::live::{Show, fact, kept, live};
use crate::ui::sheet::SheetSection;
use decision::order;

/// Shows the heat map and the list by score.
#[component]
pub fn MapPage() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let facts = use_facts();
    let none =
        kept(move || workspace.section::<RiskBook>().risks.iter().all(|risk| risk.inherent().is_none()));
    view! {
        <TaskSheet task=Task::Map>
            <Show when=fact(move || !none.get()) fallback=move || to_register(|text| text.risk.map_empty)>
                <Finding clauses=Signal::derive(move || finding(&facts.get()))/>
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
    let facts = use_facts();
    // The risk somebody points at, by its clause number.
    let shown = RwSignal::new(None::<String>);
    let rows = live(move || {
        let facts = facts.get();
        let text = facts.text;
        let scales = &facts.project.profile.scales;
        let risks = &facts.project.risk.risks;
        let register = Route::Project(facts.project.id, Page::Task(Task::Register));
        let is_above = |likelihood, impact| (Level { likelihood, impact }).is_above(scales.tolerance);
        let link = |clause: String, is_after: bool| {
            let href = register.href_to(&clause);
            let name = if is_after { format!("{clause}′") } else { clause.clone() };
            let own = clause.clone();
            let is_lit = fact(move || shown.with(|shown| shown.as_ref() == Some(&own)));
            let point = Callback::new(move |()| shown.set(Some(clause.clone())));
            view! {
                <a href=href class:lit=is_lit
                    on:focus=move |_| point.run(()) on:pointerenter=move |_| point.run(())
                    on:blur=move |_| shown.set(None) on:pointerleave=move |_| shown.set(None)
                >{name}</a>
            }
            .into_any()
        };
        let cell = |likelihood: u8, impact: u8| {
            let level = Level { likelihood, impact };
            let above = is_above(likelihood, impact);
            let before = risks.iter().filter(|risk| risk.inherent() == Some(level));
            let after =
                risks.iter().filter(|risk| risk.residual() == Some(level) && risk.inherent() != Some(level));
            let links: Vec<_> = before
                .map(|risk| link(risk.clause(), false))
                .chain(after.map(|risk| link(risk.clause(), true)))
                .collect();
            let edge_left = above && !(1 < impact && is_above(likelihood, impact - 1));
            let edge_below = above && !(1 < likelihood && is_above(likelihood - 1, impact));
            let is_corner = likelihood == 1 && impact == 1;
            let arrow = is_corner.then(|| live(move || arrow(workspace, shown.get())));
            view! {
                <td data-risk=level.shade() class:edge-left=edge_left class:edge-below=edge_below>{links}{arrow}</td>
            }
        };
        let rows = (1..=5_u8).rev().map(|likelihood| {
            let word = word(&scales.likelihood_words, &text.risk.likelihood_words, likelihood);
            let cells = (1..=5_u8).map(|impact| cell(likelihood, impact));
            view! { <tr><th scope="row">{likelihood}<small>{word}</small></th>{cells.collect_view()}</tr> }
        });
        let heads = (1..=5_u8).map(|impact| {
            let word = word(&scales.impact_words, &text.risk.impact_words, impact);
            view! { <th scope="col">{impact}<small>{word}</small></th> }
        });
        view! {
            <thead><tr><td>{text.risk.likelihood}" ↑"</td><td colspan="5"></td></tr></thead>
            <tbody>{rows.collect_view()}</tbody>
            <tfoot><tr><td>{text.risk.impact}" →"</td>{heads.collect_view()}</tr></tfoot>
        }
    });
    let said = live(move || {
        let text = words.get();
        let book = workspace.section::<RiskBook>();
        let clause = shown.get();
        let line = match book.risks.iter().find(|risk| Some(risk.clause()) == clause) {
            None => text.risk.after_mark.to_owned(),
            Some(risk) => {
                let score = |level: Option<Level>| {
                    format::number_or_missing(level.map(|level| f64::from(level.score())), 0)
                };
                format!(
                    "{} {}: {} → {}",
                    risk.clause(),
                    risk.event,
                    score(risk.inherent()),
                    score(risk.residual())
                )
            }
        };
        view! { <p class="hint heat-note">{line}</p> }
    });
    view! {
        <div class="heat-place">
            <table class="heat"><caption>{words.s(|t| t.risk.map_caption)}</caption>{rows}</table>
            {said}
        </div>
    }
}

/// Draws the way of a risk over the cells, from before to after its measures.
fn arrow(workspace: Workspace, clause: Option<String>) -> Option<AnyView> {
    let clause = clause?;
    let book = workspace.section::<RiskBook>();
    let risk = book.risks.iter().find(|risk| risk.clause() == clause)?;
    let (before, after) = (risk.inherent()?, risk.residual()?);
    if before == after {
        return None;
    }
    // One step is 100 by 50 units, the corner of the lowest cell is at 0, 250.
    let x = |level: Level| f64::from(level.impact) * 100.0 - 50.0;
    let y = |level: Level| 275.0 - f64::from(level.likelihood) * 50.0;
    let (from, to) = ((x(before), y(before)), (x(after), y(after)));
    let length = (to.0 - from.0).hypot(to.1 - from.1).max(1.0);
    let (along, across) = ((to.0 - from.0) / length, (to.1 - from.1) / length);
    let back = (to.0 - 12.0 * along, to.1 - 12.0 * across);
    let wing = |turn: f64| format!("{:.1} {:.1}", back.0 - turn * 6.0 * across, back.1 + turn * 6.0 * along);
    let path = format!(
        "M{:.1} {:.1}L{:.1} {:.1}M{}L{:.1} {:.1}L{}",
        from.0,
        from.1,
        to.0,
        to.1,
        wing(1.0),
        to.0,
        to.1,
        wing(-1.0)
    );
    let arrow = view! {
        <svg class="heat-arrow" viewBox="0 0 500 250" preserveAspectRatio="none" aria-hidden="true">
            <path d=path.clone()/><path d=path/>
        </svg>
    };
    Some(arrow.into_any())
}

/// Returns the project's own word for a step of a scale, or the usual one.
fn word(own: &[String; 5], usual: &[&'static str; 5], step: u8) -> String {
    let place = usize::from(step) - 1;
    let own = own.get(place).filter(|word| !word.trim().is_empty());
    own.cloned().unwrap_or_else(|| usual.get(place).copied().unwrap_or_default().to_owned())
}

/// Shows the risks by score.
#[component]
fn ByScore() -> impl IntoView {
    let words = use_words();
    let facts = use_facts();
    let rows = live(move || {
        let facts = facts.get();
        let text = facts.text;
        let mut risks: Vec<_> =
            facts.project.risk.risks.iter().filter(|risk| risk.inherent().is_some()).collect();
        order::sort_by_key(&mut risks, |risk| order_key(risk.inherent(), risk.velocity));
        let register = Route::Project(facts.project.id, Page::Task(Task::Register));
        let rows = risks.into_iter().map(|risk| {
            let clause = risk.clause();
            view! {
                <tbody><tr class="ledger-line">
                    <th scope="row"><span class="margin-number">{clause.clone()}</span><a class="ledger-name" href=register.href_to(&clause)><bdi>{risk.event.clone()}</bdi></a></th>
                    <td data-label=text.overview.before_after>{score_box(risk.inherent())}" → "{score_box(risk.residual())}</td>
                    <td data-label=text.overview.owner_column>{role_name(&facts.project.team, risk.owner)}</td>
                    <td data-label=text.overview.review_column><time>{format::date_or_missing(risk.review)}</time></td>
                </tr></tbody>
            }
        });
        rows.collect_view()
    });
    view! {
        <table class="table ledger">
            <caption class="sr-only">{words.s(|t| t.risk.order_head)}</caption>
            <thead><tr>
                <th scope="col">{words.s(|t| t.overview.risk_column)}</th><th scope="col">{words.s(|t| t.overview.before_after)}</th>
                <th scope="col">{words.s(|t| t.overview.owner_column)}</th><th scope="col">{words.s(|t| t.overview.review_column)}</th>
            </tr></thead>
            {rows}
        </table>
    }
}
