//! What would come of a table of figures: what is new or changes, and what cannot be taken and why.

use leptos::prelude::*;

use crate::domain::performance::Performance;
use crate::domain::register::Item;
use crate::domain::selection::Selection;
use crate::exchange::readings::mapping::Column;
use crate::exchange::readings::plan::{Effect, Figure, Plan, Refused, Taken};
use crate::i18n::Text;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::i18n::format::with_unit;
use crate::pages::performance::readings::intake::Intake;
use crate::state::workspace::use_workspace;
use crate::ui::live::{Kept, live};

/// How many cells of each kind are shown.
const SHOWN: usize = 12;

/// Shows the counts, and the first cells of both kinds.
pub(super) fn preview(intake: Intake, plan: Kept<Option<Plan>>) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    live(move || {
        let text = words.get();
        let performance = workspace.section::<Performance>();
        // Whose each figure is stands beside it where the table says so.
        let by_vendor = intake.mapping.with(|mapping| mapping.columns.contains(&Some(Column::Vendor)));
        let selection = by_vendor.then(|| workspace.section::<Selection>());
        let selection = selection.as_deref();
        let ahead = plan.with(|plan| plan.as_ref().and_then(|plan| plan.ahead(workspace.today())));
        let ahead = ahead.map(|(last, count)| (text.figures.ahead)(count, &last.to_string()));
        let ahead = ahead.map(|said| view! { <p class="field-error" role="status">{said}</p> });
        let parts = plan.with(|plan| plan.as_ref().map(|plan| parts(text, &performance, selection, plan)));
        view! { {ahead}{parts} }
    })
    .into_any()
}

fn parts(
    text: &'static Text,
    performance: &Performance,
    selection: Option<&Selection>,
    plan: &Plan,
) -> AnyView {
    let [new, changed, same] = [Effect::New, Effect::Changed, Effect::Same].map(|effect| plan.count(effect));
    let summary = (text.figures.summary)(new, changed, same, plan.refused.len());
    let refused = plan.refused.iter().take(SHOWN).map(|one| refused(text, one)).collect_view();
    let refused = (!plan.refused.is_empty()).then(|| {
        table(
            text,
            text.figures.refused_head,
            text.figures.refused_columns,
            refused.into_any(),
            plan.refused.len(),
        )
    });
    let coming: Vec<&Taken> = plan.taken.iter().filter(|taken| taken.effect != Effect::Same).collect();
    let rows = coming.iter().take(SHOWN).map(|one| taken(text, performance, selection, one)).collect_view();
    let taken = (!coming.is_empty()).then(|| {
        table(text, text.figures.taken_head, text.figures.taken_columns, rows.into_any(), coming.len())
    });
    view! { <p class="lead" role="status">{summary}</p>{refused}{taken} }.into_any()
}

fn table(
    text: &'static Text,
    name: &'static str,
    heads: [&'static str; 4],
    rows: AnyView,
    count: usize,
) -> AnyView {
    let heads = heads.map(|head| view! { <th scope="col">{head}</th> });
    let more =
        (SHOWN < count).then(|| view! { <p class="hint">{(text.figures.and_more)(count - SHOWN)}</p> });
    view! {
        <h4>{name}</h4>
        <div class="scroll" tabindex="0" role="region" aria-label=name>
            <table class="table"><thead><tr>{heads.into_iter().collect_view()}</tr></thead><tbody>{rows}</tbody></table>
        </div>
        {more}
    }
    .into_any()
}

fn refused(text: &'static Text, one: &Refused) -> AnyView {
    view! { <tr><td>{one.row}</td><td>{one.column}</td><td><bdi>{one.text.clone()}</bdi></td><td>{(text.figures.why)(&one.why)}</td></tr> }
        .into_any()
}

fn taken(
    text: &'static Text,
    performance: &Performance,
    selection: Option<&Selection>,
    one: &Taken,
) -> AnyView {
    let place = one.place;
    let kpi = performance.kpis.get(place.kpi);
    let (clause, unit) = kpi.map(|kpi| (kpi.clause(), kpi.unit.clone())).unwrap_or_default();
    let reading = |reading: crate::domain::performance::Reading| match reading.value() {
        Some(value) => with_unit(value, &unit),
        None => text.performance.no_data.to_owned(),
    };
    let missing = || format::MISSING.to_owned();
    let (name, now, then) = match &one.figure {
        Figure::Reading(then) => {
            let now = performance.reading(place.vendor, place.kpi, place.month);
            (clause, now.map_or_else(missing, reading), reading(*then))
        }
        Figure::Input(name, number) => {
            let now = performance.record(place).and_then(|record| record.inputs.get(name));
            let write = |number: f64| format::number(number, 4);
            (format!("{clause} {name}"), now.map_or_else(missing, |now| write(*now)), write(*number))
        }
    };
    let vendor = selection.and_then(|selection| selection.vendors.get(place.vendor));
    let name = vendor.map_or(name.clone(), |vendor| format!("{name} · {} {}", vendor.clause(), vendor.name));
    view! { <tr><th scope="row"><bdi>{name}</bdi></th><td>{place.month.to_string()}</td><td class="num">{now}</td><td class="num">{then}</td></tr> }
        .into_any()
}
