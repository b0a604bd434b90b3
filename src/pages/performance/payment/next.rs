//! What would have to be otherwise: for the next better grade, and for a credit not to be deducted or a better pay band.

use leptos::prelude::*;

use crate::domain::ids::Id;
use crate::domain::performance::payment::mending::Mended;
use crate::domain::performance::payment::next_grade::{Alone, NextGrade};
use crate::domain::performance::review::assessment::Assessment;
use crate::domain::performance::{Direction, Kpi};
use crate::domain::register::Item;
use crate::domain::task::Task;
use crate::i18n::context::use_words;
use crate::i18n::format::with_unit;
use crate::i18n::payment::{basis, signed};
use crate::i18n::performance::bound_mark;
use crate::i18n::{Text, format};
use crate::pages::list::{Facts, use_facts};
use crate::pages::performance::payment::{Shown, next_band};
use crate::ui::calculation::{Calculation, Input, Steps};
use crate::ui::live::{Show, fact, kept, live};
use crate::ui::sheet::SheetSection;

/// Shows both, the grade first.
pub fn next(shown: Shown) -> AnyView {
    let words = use_words();
    let facts = use_facts();
    let review = kept(move || {
        let (vendor, period) = shown.place.get()?;
        shown.workspace.project().review_around(vendor, period.last())
    });
    let way = kept(move || review.with(|review| review.as_ref().and_then(Assessment::next_grade)));
    let stands = move |grade: &str| {
        review.with(|review| review.as_ref().is_some_and(|review| review.earned() == Some(grade)))
    };
    // What both confirmed holds no such outlook: beside it this is what today's data give.
    let is_beside = move || !shown.looks_at_today.get() && shown.entered.with(|one| one.latest().is_some());
    let title = words.built(move |text| {
        way.with(|way| match way {
            // A first worse period leaves the grade as it was.
            Some(way) if stands(&way.band.grade) => (text.long_term.keep_head)(&way.band.grade),
            Some(way) => (text.long_term.next_head)(&way.band.grade),
            None => text.long_term.next_none.to_owned(),
        })
    });
    let grade = live(move || {
        let facts = facts.get();
        let is_scored = review.with(|review| review.as_ref().is_some_and(|review| review.gradable().is_ok()));
        way.with(|way| match way {
            Some(way) => review.with(|review| {
                review.as_ref().map_or_else(|| ().into_any(), |review| grade_table(&facts, review, way))
            }),
            None => {
                let text = &facts.text.long_term;
                let said = if is_scored { text.next_top } else { text.next_no_score };
                view! { <p class="quiet">{said}</p> }.into_any()
            }
        })
    });
    let computed = Signal::derive(move || {
        let facts = facts.get();
        let both = way.get().zip(review.get());
        both.map(|(way, review)| steps(&facts, &review, &way)).unwrap_or_default()
    });
    let how = live(move || {
        let any = way.with(|way| way.as_ref().is_some_and(|way| !way.alone.is_empty()));
        any.then(|| view! { <Calculation label=words.s(|t| t.common.how_computed) steps=computed/> })
    });
    let mended = kept(move || {
        let Some((vendor, period)) = shown.place.get() else { return Vec::new() };
        let value_added = shown.drawn.with(|drawn| drawn.as_ref().map(|drawn| drawn.stated.value_added));
        shown.workspace.project().mended(vendor, period, value_added.unwrap_or_default())
    });
    // Paid by score, no service level costs anything by itself; what counts is the band.
    let scored = kept(move || next_band::scored(shown));
    let is_by_score = move || scored.with(Option::is_some);
    let paid_more = live(move || {
        let facts = facts.get();
        scored.with(|scored| match scored {
            Some(scored) => next_band::table(&facts, scored),
            None => mended.with(|mended| mended_table(&facts, mended)),
        })
    });
    let paid_head = move |text: &'static Text| match is_by_score() {
        true => text.long_term.bands_head,
        false => text.long_term.mended_head,
    };
    view! {
        <SheetSection number="6.3.2" title>
            <Show when=fact(is_beside)><p class="hint">{words.s(|t| t.long_term.next_today)}</p></Show>
            {grade}
            {how}
            <h3>{words.s(paid_head)}</h3>
            {paid_more}
        </SheetSection>
    }
    .into_any()
}

fn needed(kpi: &Kpi, alone: &Alone) -> String {
    let number = format::fixed(alone.needed, alone.places);
    let unit = kpi.unit.trim();
    let gap = if unit.is_empty() { "" } else { " " };
    format!("{}{number}{gap}{unit}", bound_mark(kpi))
}

/// Returns an indicator as the review holds it: of a closed one, as it was.
fn kpi_of(review: &Assessment, kpi: Id<Kpi>) -> Option<&Kpi> {
    review.lines.iter().map(|line| &line.kpi).find(|one| one.id == kpi)
}

fn grade_table(facts: &Facts, review: &Assessment, way: &NextGrade) -> AnyView {
    let words = &facts.text.long_term;
    let score = format::fixed(way.score, 1);
    let from = format::number(way.band.from, 1);
    let lead = (words.next_lead)(&way.band.grade, &from, &score, !way.alone.is_empty());
    let rows = way.alone.iter().filter_map(|one| {
        let kpi = kpi_of(review, one.kpi)?;
        let href = facts.link(Task::Kpis, &kpi.clause());
        Some(view! {
            <tr>
                <th scope="row" class="table-number"><span class="margin-number">{kpi.clause()}</span><a href=href><bdi>{kpi.name.clone()}</bdi></a></th>
                <td class="num">{with_unit(one.now, kpi.unit.trim())}</td>
                <td class="num">{needed(kpi, one)}</td>
                <td class="num">{format!("+{}", format::fixed(one.adds, 1))}</td>
            </tr>
        })
    });
    let rows = rows.collect_view();
    let short = way.short.iter().filter_map(|(id, adds)| {
        let kpi = kpi_of(review, *id)?;
        Some(format!("{} +{}", kpi.clause(), format::fixed(*adds, 1)))
    });
    let short: Vec<_> = short.collect();
    let short = (!short.is_empty()).then(|| (words.short)(&short.join(facts.text.common.list_comma)));
    let table = (!way.alone.is_empty()).then(|| {
        view! {
            <div class="scroll when-narrow" tabindex="0" role="region" aria-label=(words.next_head)(&way.band.grade)>
                <table class="table">
                    <thead><tr>
                        <th scope="col">{words.kpi}</th><th scope="col" class="num">{words.now}</th>
                        <th scope="col" class="num">{words.needed}</th><th scope="col" class="num">{words.adds}</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
    });
    view! {
        <p class="next-lead">{lead}</p>
        {table}
        {short.map(|short| view! { <p class="hint">{short}</p> })}
    }
    .into_any()
}

/// Tells how the values needed were computed.
fn steps(facts: &Facts, review: &Assessment, way: &NextGrade) -> Steps {
    let words = &facts.text.long_term;
    let from = format::number(way.band.from, 1);
    let score = format::fixed(way.score, 2);
    let missing = format::fixed(way.band.from - way.score, 2);
    let inputs = way.alone.iter().filter_map(|one| {
        let kpi = kpi_of(review, one.kpi)?;
        let (floor, target) = (kpi.floor?, kpi.target?);
        let places = one.places.max(2);
        let direction = if kpi.direction == Direction::Higher { "↑" } else { "↓" };
        let said = format!(
            "{direction} {} → {} ({} … {})",
            format::number(one.now, places),
            format::fixed(one.needed, one.places),
            format::number(floor, places),
            format::number(target, places)
        );
        let name = format!("{} {} %", kpi.clause(), format::number(f64::from(kpi.weight_bp) / 100.0, 2));
        Some(Input::from(&facts.link(Task::Kpis, &kpi.clause()), (name, said)))
    });
    let formula = format!("{} = {missing}", (words.next_formula)(&from, &score));
    Steps { rule: words.next_rule.to_owned(), formula, inputs: inputs.collect() }
}

fn mended_table(facts: &Facts, mended: &[Mended]) -> AnyView {
    let words = &facts.text.long_term;
    if mended.is_empty() {
        return view! { <p class="quiet">{words.mended_none}</p> }.into_any();
    }
    let text: &'static Text = facts.text;
    let rows = mended.iter().map(|one| {
        let missed = one.missed.iter().map(|(month, actual)| {
            format!("{} {}", basis::month(text, *month), with_unit(*actual, one.unit.trim()))
        });
        let missed = missed.collect::<Vec<_>>().join(text.common.list_comma);
        let needed = basis::with_target("", one.bound, Some(one.target), &one.unit);
        view! {
            <tr>
                <th scope="row" class="table-number"><span class="margin-number">{one.clause.clone()}</span><a href=facts.link(Task::Sla, &one.clause)><bdi>{one.measure.clone()}</bdi></a></th>
                <td class="num">{missed}</td><td class="num">{needed}</td><td class="num">{signed(one.returns)}</td>
            </tr>
        }
    });
    view! {
        <p class="hint">{words.mended_lead}</p>
        <div class="scroll when-narrow" tabindex="0" role="region" aria-label=words.mended_head>
            <table class="table">
                <thead><tr>
                    <th scope="col">{words.line}</th><th scope="col" class="num">{words.was}</th>
                    <th scope="col" class="num">{words.needed}</th><th scope="col" class="num">{words.returns}</th>
                </tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}
