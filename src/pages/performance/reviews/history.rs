//! The grades of a vendor, period by period.

use leptos::prelude::*;

use crate::charts::grades;
use crate::charts::palette::Palette;
use crate::domain::performance::review::assessment::Assessment;
use crate::domain::period::Period;
use crate::domain::profile::Profile;
use crate::domain::selection::Selection;
use crate::i18n::context::use_words;
use crate::i18n::{format, period};
use crate::pages::chart::bare_picture;
use crate::pages::performance::reviews::Shown;
use crate::state::preferences::use_preferences;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::live::{Kept, Show, fact, kept, live};
use crate::ui::tag::{Tag, TagKind};

/// How a period stands in the history.
#[derive(Clone, PartialEq)]
struct Stood {
    period: Period,
    /// What it came to: as it was closed, else today. Nothing where it cannot be computed.
    assessed: Option<Assessment>,
    /// When it was closed, while it is.
    closed: Option<String>,
    /// Whether it was closed before and is open now.
    is_reopened: bool,
}

/// Shows the periods with their grades as a table and as a picture, each with the way to its review.
pub(super) fn history(shown: Shown, all: Kept<Vec<Period>>, chosen: RwSignal<String>) -> AnyView {
    let words = use_words();
    let workspace = shown.workspace;
    let preferences = use_preferences();
    let vendor = kept(move || shown.place.get().map(|(vendor, _)| vendor));
    let stood = kept(move || {
        let Some(vendor) = vendor.get() else { return Vec::new() };
        let project = workspace.project();
        let one = |period: Period| {
            let review = project.performance.review(vendor, period.first);
            let closed = review.closed();
            let assessed = match closed {
                Some(closed) => Some(closed.assessment.clone()),
                None => project.assess(vendor, period).ok(),
            };
            let date = closed.map(|closed| format::date_or_missing(closed.date));
            let is_reopened = date.is_none() && !review.versions.is_empty();
            Stood { period, assessed, closed: date, is_reopened }
        };
        all.get().into_iter().map(one).collect::<Vec<_>>()
    });
    let style = kept(move || {
        let selection = workspace.section::<Selection>();
        let vendor = vendor.get().and_then(|vendor| selection.vendors.get(vendor).map(|one| one.number));
        vendor.map_or(0, |number| number as usize - 1)
    });
    let svg = Signal::derive(move || {
        let today = workspace.section::<Profile>().scales.grade_scheme.bands();
        let drawn = |one: Stood| {
            let bands = one.assessed.as_ref().map_or(&today, |assessed| &assessed.bands);
            grades::Period {
                name: period::short(one.period),
                score: one.assessed.as_ref().and_then(|assessed| assessed.score),
                grade: one.assessed.as_ref().and_then(Assessment::earned).unwrap_or_default().to_owned(),
                bands: bands.iter().map(|band| (band.grade.clone(), band.from)).collect(),
            }
        };
        let periods: Vec<_> = stood.get().into_iter().map(drawn).collect();
        grades::draw(&periods, style.get(), Palette::of(preferences.is_dark()))
    });
    let finding = Signal::derive(move || {
        stood.with(|stood| {
            let is_graded = |one: &&Stood| one.assessed.as_ref().is_some_and(|one| one.earned().is_some());
            let graded = stood.iter().filter(is_graded).count();
            let closed = stood.iter().filter(|one| one.closed.is_some()).count();
            (words.get().reviews.history_finding)(graded, closed)
        })
    });
    let rows = live(move || {
        let (text, here) = (&words.get().reviews, shown.place.get().map(|(_, period)| period));
        let row = |one: Stood| {
            let grade = |grade: Option<&String>| grade.cloned().unwrap_or_else(|| format::MISSING.to_owned());
            let assessed = one.assessed.unwrap_or_default();
            let given = assessed.earned().unwrap_or(format::MISSING).to_owned();
            let first = one.period.to_string();
            let name = period::name(one.period, words.get().language);
            let go = move |()| chosen.set(first.clone());
            let state = match (one.closed, one.is_reopened) {
                (Some(date), _) => {
                    view! { <Tag kind=TagKind::Passed label=(text.closed_on)(&date)/> }.into_any()
                }
                (None, true) => view! { <Tag kind=TagKind::Due label=text.reopened.to_owned()/> }.into_any(),
                (None, false) => text.open.into_any(),
            };
            let severe = assessed
                .severe_breach
                .then(|| view! { " "<Tag kind=TagKind::Problem label=text.severe_tag.to_owned()/> });
            let name = match here == Some(one.period) {
                true => view! { <strong>{name}</strong>" "<span class="hint">{text.shown}</span> }.into_any(),
                false => view! { <Button kind=ButtonKind::Text label=name on_press=go/> }.into_any(),
            };
            view! {
                <tr>
                    <th scope="row">{name}</th>
                    <td class="num">{assessed.score.map_or_else(|| format::MISSING.to_owned(), |score| format::fixed(score, 1))}</td>
                    <td>{grade(assessed.raw_grade.as_ref())}</td>
                    <td><strong>{given}</strong></td>
                    <td>{state}{severe}</td>
                </tr>
            }
        };
        stood.get().into_iter().rev().map(row).collect_view()
    });
    let picture = move || bare_picture(finding, svg);
    view! {
        <p class="lead">{finding}</p>
        <Show when=fact(move || stood.with(|stood| 1 < stood.len()))>{picture()}</Show>
        <div class="scroll" tabindex="0" role="region" aria-label=move || words.get().reviews.history_head><table class="table grade-history">
            <thead><tr>
                <th scope="col">{words.s(|t| t.reviews.period_label)}</th><th scope="col" class="num">{words.s(|t| t.reviews.score)}</th>
                <th scope="col">{words.s(|t| t.reviews.raw_grade)}</th><th scope="col">{words.s(|t| t.reviews.given_grade)}</th>
                <th scope="col">{words.s(|t| t.reviews.state)}</th>
            </tr></thead>
            <tbody>{rows}</tbody>
        </table></div>
    }
    .into_any()
}
