//! What people judge in a review, and whether something severe happened.

use leptos::prelude::*;

use crate::domain::ids::Id;
use crate::domain::performance::review::assessment::Assessment;
use crate::domain::performance::review::{Judged, Review};
use crate::domain::performance::{Kpi, Performance};
use crate::domain::register::Item;
use crate::domain::scale::Rating;
use crate::domain::step::{Step, Verb};
use crate::domain::task::Task;
use crate::i18n::context::use_words;
use crate::i18n::{Text, format};
use crate::pages::form::controls::{Control, show};
use crate::pages::form::{labelled, wide};
use crate::pages::performance::reviews::Shown;
use crate::routes::{Page, Route};
use crate::ui::button::Button;
use crate::ui::field::TextArea;
use crate::ui::live::{Show, each, fact, kept, live};
use crate::ui::picks::Checkbox;

/// Where the judged part of the weight usually lies, in basis points.
const USUAL_BP: std::ops::RangeInclusive<u32> = 2000..=3000;

/// Shows the marks with what shows them: to fill in, or as they were when the review was closed.
pub(super) fn judged(shown: Shown) -> AnyView {
    let words = use_words();
    let as_closed =
        move || live(move || shown.closed.get().map(|closed| as_closed(words.get(), &closed.assessment)));
    view! {
        <Show when=fact(move || !shown.is_closed()) fallback=move || view! { {as_closed()} }>{to_fill(shown)}</Show>
    }
    .into_any()
}

fn to_fill(shown: Shown) -> AnyView {
    let words = use_words();
    let workspace = shown.workspace;
    let ids = kept(move || {
        let performance = workspace.section::<Performance>();
        let judged = performance.kpis.iter().filter(|kpi| kpi.judged);
        judged.map(|kpi| kpi.id.bits()).collect::<Vec<_>>()
    });
    let has_some = move || ids.with(|ids| !ids.is_empty());
    let unusual = live(move || {
        let judged = shown.today.get()?.ok()?.parts_bp()[1];
        let percent = format::number(f64::from(judged) / 100.0, 1);
        let said = (words.get().reviews.unusual_parts)(&percent);
        (has_some() && !USUAL_BP.contains(&judged)).then(|| view! { <p class="hint">{said}</p> })
    });
    let rows = move || each(move || ids.get(), move |bits| mark(shown, Id::fixed(bits)));
    view! {
        <Show when=fact(has_some) fallback=move || none(shown)>
            <p class="hint">{words.s(|t| t.reviews.judged_hint)}</p>
            <div class="judgements">{rows()}</div>
        </Show>
        {unusual}
        {severe(shown)}
    }
    .into_any()
}

/// Offers what people usually judge.
fn none(shown: Shown) -> AnyView {
    let words = use_words();
    let workspace = shown.workspace;
    let add = move |()| {
        let text = words.now();
        let usual = text.reviews.usual_judged;
        let ids = usual.map(|_| workspace.new_id());
        let step = Step::new(Verb::Template, text.reviews.judged_head);
        workspace.edit(step, |performance: &mut Performance| {
            for (id, [name, what]) in ids.into_iter().zip(usual) {
                performance.kpis.add(id, |kpi| {
                    (kpi.name, kpi.numerator, kpi.judged) = (name.to_owned(), what.to_owned(), true);
                    (kpi.floor, kpi.target) = (Some(1.0), Some(5.0));
                });
            }
        });
    };
    let href = move || Route::Project(workspace.id(), Page::Task(Task::Kpis)).href();
    view! {
        <p class="hint">{words.s(|t| t.reviews.no_judged)}</p>
        <div class="actions">
            <Button label=words.s(|t| t.reviews.add_judged) on_press=add/>
            <a href=href>{words.s(|t| t.reviews.weights_next)}</a>
        </div>
    }
    .into_any()
}

/// Shows the mark of one indicator and what shows it.
fn mark(shown: Shown, kpi: Id<Kpi>) -> AnyView {
    let words = use_words();
    let workspace = shown.workspace;
    let title = Signal::derive(move || {
        let performance = workspace.section::<Performance>();
        let kpi = performance.kpis.get(kpi);
        kpi.map(|kpi| format!("{} {}", kpi.clause(), kpi.name)).unwrap_or_default()
    });
    let meaning = live(move || {
        let performance = workspace.section::<Performance>();
        let what = performance.kpis.get(kpi)?.numerator.clone();
        (!what.is_empty()).then(|| view! { <p class="hint">{what}</p> })
    });
    let read = move |review: &Review| -> Judged { review.judged.get(&kpi).cloned().unwrap_or_default() };
    let subject = move || title.get_untracked();
    let mark = shown.bind_as(
        subject,
        "mark",
        move |review| read(review).mark.map(Rating::get),
        move |review, mark: Option<u8>| {
            review.judged.entry(kpi).mark = mark.and_then(|mark| Rating::new(mark).ok());
        },
    );
    let evidence = shown.bind_as(
        subject,
        "evidence",
        move |review| read(review).evidence,
        move |review, said: String| review.judged.entry(kpi).evidence = said,
    );
    let error = MaybeProp::derive(move || {
        let judged = shown.review.with(read);
        let is_missing = judged.mark.is_some() && judged.evidence.trim().is_empty();
        is_missing.then(|| words.get().reviews.evidence_missing.to_owned())
    });
    let mark = Control::Mark(mark, [1, 5], Some(|text| text.reviews.mark_ends));
    view! {
        <div class="fields judgement">
            {wide(4, view! { {show(title, mark, MaybeProp::default(), false)}{meaning} }.into_any())}
            <div class="w8"><TextArea label=words.s(|t| t.reviews.evidence) value=evidence.value on_input=evidence.set error/></div>
        </div>
    }
    .into_any()
}

/// Shows whether a severe breach happened, and what it was.
fn severe(shown: Shown) -> AnyView {
    let words = use_words();
    let is_severe = shown.bind("severe_breach", |review| review.severe_breach, Review::set_severe);
    let reason = move || {
        let reason = shown.bind(
            "severe_reason",
            |review| review.severe_reason.clone(),
            |review, said: String| review.severe_reason = said,
        );
        labelled(|t| t.reviews.severe_reason, Control::Lines(reason), Some(|t| t.reviews.severe_missing))
    };
    view! {
        <div class="severe">
            <Checkbox label=words.s(|t| t.reviews.severe) value=is_severe.value on_input=is_severe.set/>
            <Show when=fact(move || is_severe.value.get())>{reason()}</Show>
        </div>
    }
    .into_any()
}

/// Shows the marks as they were.
pub(super) fn as_closed(text: &'static Text, assessed: &Assessment) -> AnyView {
    let words = &text.reviews;
    let rows = assessed.lines.iter().filter(|line| line.kpi.judged).map(|line| {
        let mark = line.judged.mark.map_or_else(|| format::MISSING.to_owned(), |mark| mark.get().to_string());
        view! {
            <tr><th scope="row"><bdi>{line.title()}</bdi></th><td class="num">{mark}</td><td><bdi>{line.judged.evidence.clone()}</bdi></td></tr>
        }
    });
    let rows = rows.collect::<Vec<_>>();
    let table = (!rows.is_empty()).then(|| view! {
        <div class="scroll" tabindex="0" role="region" aria-label=words.judged_head><table class="table">
            <thead><tr><th scope="col">{words.kpi}</th><th scope="col" class="num">{words.mark}</th><th scope="col">{words.evidence}</th></tr></thead>
            <tbody>{rows}</tbody>
        </table></div>
    });
    let severe = match assessed.severe_breach {
        true => format!("{}{}", (words.severe_colon)(words.severe_tag), assessed.severe_reason),
        false => words.no_severe.to_owned(),
    };
    view! { {table}<p class="severe">{severe}</p> }.into_any()
}
