//! 5.2 Map: likelihood by impact, and the risks by score.

use leptos::prelude::*;

use crate::domain::ids::Id;
use crate::domain::register::Item;
use crate::domain::risk::matrix::{BandFrom, Level};
use crate::domain::risk::order::OrderBy;
use crate::domain::risk::{Risk, RiskBook};
use crate::domain::task::Task;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::list::{Facts, use_facts};
use crate::pages::parts::{TaskSheet, role_name};
use crate::pages::risk::scales::Scale;
use crate::pages::risk::{finding, score_box, to_register};
use crate::routes::{Page, Route};
use crate::state::workspace::use_workspace;
use crate::ui::finding::Finding;
use crate::ui::live::{Show, fact, kept, live};
use crate::ui::picks::SelectField;
use crate::ui::sheet::SheetSection;

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
    let workspace = use_workspace();
    let facts = use_facts();
    // The risk somebody points at and the one somebody pressed, by their ids. On a screen one cannot point at, and with
    // the keyboard, the pressed one stays while its way is read.
    let pointed = RwSignal::new(None::<Id<Risk>>);
    let pinned = RwSignal::new(None::<Id<Risk>>);
    let shown = kept(move || pointed.get().or_else(|| pinned.get()));
    let rows = live(move || {
        let facts = facts.get();
        let text = facts.text;
        let scales = &facts.project.profile.scales;
        let risks = &facts.project.risk.risks;
        let is_above = |likelihood, impact| (Level { likelihood, impact }).is_above(scales.tolerance);
        let place = |risk: &Risk, is_after: bool, level: Level| {
            let (id, clause) = (risk.id, risk.clause());
            let name = if is_after { format!("{clause}′") } else { clause };
            let label = (text.risk.place_name)(&name, &risk.event, is_after, level.score());
            let is_lit = fact(move || shown.get() == Some(id));
            let is_pinned = move || if pinned.get() == Some(id) { "true" } else { "false" };
            let press =
                move |_| pinned.update(|pinned| *pinned = if *pinned == Some(id) { None } else { Some(id) });
            view! {
                <button type="button" class:lit=is_lit aria-pressed=is_pinned aria-label=label on:click=press
                    on:focus=move |_| pointed.set(Some(id)) on:pointerenter=move |_| pointed.set(Some(id))
                    on:blur=move |_| pointed.set(None) on:pointerleave=move |_| pointed.set(None)
                >{name}</button>
            }
            .into_any()
        };
        let within = |level: Level| {
            let before = risks.iter().filter(move |risk| risk.inherent() == Some(level));
            let after = risks
                .iter()
                .filter(move |risk| risk.residual() == Some(level) && risk.inherent() != Some(level));
            (before, after)
        };
        let count = |(likelihood, impact): (u8, u8)| {
            let (before, after) = within(Level { likelihood, impact });
            before.count() + after.count()
        };
        let levels = (1..=5).flat_map(|likelihood| (1..=5).map(move |impact| (likelihood, impact)));
        // More in one cell than style has a height for are many.
        let stack = levels.map(count).max().unwrap_or_default().min(8);
        let cell = |likelihood: u8, impact: u8| {
            let level = Level { likelihood, impact };
            let above = is_above(likelihood, impact);
            let (before, after) = within(level);
            let places: Vec<_> = before
                .map(|risk| place(risk, false, level))
                .chain(after.map(|risk| place(risk, true, level)))
                .collect();
            let edge_left = above && !(1 < impact && is_above(likelihood, impact - 1));
            let edge_below = above && !(1 < likelihood && is_above(likelihood - 1, impact));
            let is_corner = likelihood == 1 && impact == 1;
            let arrow =
                is_corner.then(|| live(move || arrow(&workspace.section::<RiskBook>(), shown.get()?)));
            view! {
                <td data-risk=level.shade() class:edge-left=edge_left class:edge-below=edge_below>{places}{arrow}</td>
            }
        };
        let rows = (1..=5_u8).rev().map(|likelihood| {
            let word = Scale::Likelihood.word(text, scales, likelihood);
            let band = text.risk.likelihood_bands.get(usize::from(likelihood) - 1).copied().unwrap_or_default();
            let cells = (1..=5_u8).map(|impact| cell(likelihood, impact));
            view! { <tr><th scope="row">{likelihood}<small>{word}</small>" "<small>{band}</small></th>{cells.collect_view()}</tr> }
        });
        let heads = (1..=5_u8).map(|impact| {
            let word = Scale::Impact.word(text, scales, impact);
            view! { <th scope="col">{impact}<small>{word}</small></th> }
        });
        let legend = (1..=5_u8).map(|impact| Scale::Impact.step(text, scales, impact)).collect::<Vec<_>>();
        view! {
            <table class="heat" data-stack=stack>
                <caption>{text.risk.map_caption}</caption>
                <thead><tr><td>{text.risk.likelihood}" ↑"</td><td colspan="5"></td></tr></thead>
                <tbody>{rows.collect_view()}</tbody>
                <tfoot><tr><td>{text.risk.impact}" →"</td>{heads.collect_view()}</tr></tfoot>
            </table>
            <p class="hint heat-legend">{text.risk.impact}" "{legend.join(" · ")}</p>
        }
    });
    let said = live(move || {
        let facts = facts.get();
        let risk = shown.get().and_then(|id| facts.project.risk.risks.get(id).cloned());
        match risk {
            None => view! { <p class="hint">{facts.text.risk.after_mark}</p> }.into_any(),
            Some(risk) => way(&facts, &risk),
        }
    });
    let leave = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" {
            pinned.set(None);
            pointed.set(None);
        }
    };
    view! {
        <div class="heat-place" on:keydown=leave>
            {rows}
            <div class="heat-note" aria-live="polite">{said}</div>
        </div>
    }
}

/// Says where a risk comes from and goes, and leads to it.
fn way(facts: &Facts, risk: &Risk) -> AnyView {
    let (text, scales) = (facts.text, &facts.project.profile.scales);
    let clause = risk.clause();
    let href = facts.link(Task::Register, &clause);
    let band = |level: Level| (text.risk.band)(level.band(BandFrom::default()));
    let step = |scale: Scale, read: fn(Level) -> u8| {
        let step = |level: Level| scale.step(text, scales, read(level));
        let steps = risk.inherent().into_iter().chain(risk.residual()).map(step);
        let mut steps: Vec<_> = steps.collect();
        steps.dedup();
        steps.join(" → ")
    };
    let after = risk.residual().map_or(text.risk.not_judged_after, band);
    let bands = risk.inherent().map(|before| format!("{} → {after}", band(before)));
    let steps = (text.risk.way)(
        &step(Scale::Likelihood, |level| level.likelihood),
        &step(Scale::Impact, |level| level.impact),
    );
    view! {
        <p>
            <a href=href><span class="number">{clause.clone()}</span>" "<bdi>{risk.event.clone()}</bdi></a>
            " "{score_box(risk.inherent())}" → "{score_box(risk.residual())}" "{bands}
        </p>
        <p class="hint">{steps}</p>
    }
    .into_any()
}

/// Draws the way of a risk over the cells, from before to after its measures.
fn arrow(book: &RiskBook, id: Id<Risk>) -> Option<AnyView> {
    let risk = book.risks.get(id)?;
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

/// Shows the risks by score.
#[component]
fn ByScore() -> impl IntoView {
    let words = use_words();
    let facts = use_facts();
    let by = RwSignal::new(OrderBy::default());
    let orders = Signal::derive(move || {
        let text = words.get();
        let orders = OrderBy::ALL.iter().enumerate();
        let orders = orders.map(|(place, by)| (place.to_string(), (text.risk.order_by)(*by).to_owned()));
        orders.collect::<Vec<_>>()
    });
    let order = Signal::derive(move || {
        OrderBy::ALL.iter().position(|one| *one == by.get()).unwrap_or_default().to_string()
    });
    let set_order = move |place: String| {
        let place = place.parse::<usize>().unwrap_or_default();
        by.set(OrderBy::ALL.get(place).copied().unwrap_or_default());
    };
    let rows = live(move || {
        let facts = facts.get();
        let text = facts.text;
        let by = by.get();
        let risks = facts.project.risk.ordered(by).into_iter().filter(|risk| by.level(risk).is_some());
        let register = Route::Project(facts.project.id, Page::Task(Task::Register));
        let rows = risks.map(|risk| {
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
        <div class="risk-choice"><SelectField label=words.s(|t| t.risk.order_label) value=order options=orders on_input=set_order/></div>
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
