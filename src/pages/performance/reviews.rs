//! 6.2 Reviews: the scorecard of a quarter with its grade.

use leptos::prelude::*;

use crate::domain::performance::Performance;
use crate::domain::performance::scorecard::{
    Band, Entry, Graded, Line, MIN_COVERAGE_BP, Withheld, publish, scorecard,
};
use crate::domain::period::Month;
use crate::domain::profile::Profile;
use crate::domain::register::Item;
use crate::domain::selection::Selection;
use crate::domain::step::Step;
use crate::domain::task::Task;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::form::controls::Control;
use crate::pages::form::labelled;
use crate::pages::parts::TaskSheet;
use crate::pages::performance::{VendorChoice, bound_mark, use_vendor, with_unit};
use crate::routes::{Page, Route};
use crate::state::workspace::use_workspace;
use crate::ui::calculation::{Calculation, Input, Steps};
use crate::ui::empty_state::EmptyState;
use crate::ui::finding::Finding;
use crate::ui::live::{Show, fact, kept, live};
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::picks::SelectField;
use crate::ui::sheet::SheetSection;

/// Returns the first months of the quarters that have readings.
fn quarters(performance: &Performance) -> Vec<Month> {
    let mut quarters: Vec<Month> = performance
        .months()
        .into_iter()
        .map(|month| month.plus(-((i32::from(month.month()) - 1) % 3)))
        .collect();
    quarters.dedup();
    quarters
}

/// Shows the scorecard.
#[component]
pub fn ReviewsPage() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let (chosen_vendor, vendor) = use_vendor();
    let chosen = RwSignal::new(String::new());
    let all = kept(move || quarters(&workspace.section::<Performance>()));
    let quarter = kept(move || {
        Month::parse(&chosen.get())
            .filter(|month| all.with(|all| all.contains(month)))
            .or_else(|| all.with(|all| all.last().copied()))
    });
    let options = Signal::derive(move || {
        let text = words.get();
        all.get()
            .into_iter()
            .map(|month| (month.to_string(), (text.performance.quarter_name)(month.year(), month.quarter())))
            .collect::<Vec<_>>()
    });
    let card = kept(move || {
        let (vendor, quarter) = (vendor.get()?, quarter.get()?);
        let performance = workspace.section::<Performance>();
        let entries = performance.entries(vendor, quarter);
        let plain: Vec<_> = entries.iter().map(|(_, entry)| entry.clone()).collect();
        Some((entries, scorecard(&plain)))
    });
    let grade = kept(move || {
        let (vendor, quarter) = (vendor.get()?, quarter.get()?);
        let performance = workspace.section::<Performance>();
        let bands = workspace.section::<Profile>().scales.grade_scheme.bands();
        let score = |first: Month| {
            let entries: Vec<_> =
                performance.entries(vendor, first).into_iter().map(|(_, entry)| entry).collect();
            scorecard(&entries).ok().and_then(|card| card.gradable(MIN_COVERAGE_BP).ok())
        };
        let periods: Vec<_> = all
            .get()
            .into_iter()
            .filter(|month| *month <= quarter)
            .map(|month| Graded { score: score(month), severe_breach: false })
            .collect();
        publish(&bands, &periods).last().copied()
    });
    let vendor_name = move || {
        vendor
            .get()
            .and_then(|id| {
                workspace
                    .section::<Selection>()
                    .vendors
                    .get(id)
                    .map(|vendor| format!("{} {}", vendor.clause(), vendor.name))
            })
            .unwrap_or_default()
    };
    let bands = move || workspace.section::<Profile>().scales.grade_scheme.bands();
    let finding = Signal::derive(move || {
        let text = words.get();
        let name = vendor_name();
        let card = card.get().map(|(_, card)| card);
        if let Some(Err(error)) = card {
            return vec![(text.performance.error)(error)];
        }
        let gradable = card.and_then(Result::ok).map(|card| card.gradable(MIN_COVERAGE_BP));
        let grade = grade.get().unwrap_or_default();
        match (gradable, grade.published) {
            (Some(Ok(score)), Some(place)) => {
                let bands = bands();
                let letter = bands.get(place).map(|band| band.grade.as_str()).unwrap_or_default();
                let pending = grade.pending_downgrade.then(|| text.performance.pending.to_owned());
                std::iter::once((text.performance.review_finding)(&name, &format::fixed(score, 1), letter))
                    .chain(pending)
                    .chain([(text.performance.action)(place).to_owned()])
                    .collect()
            }
            (Some(Err(Withheld::LowCoverage)), _) => vec![(text.performance.review_low_coverage)(&name)],
            _ => vec![(text.performance.review_no_data)(&name)],
        }
    });
    let lines = move || {
        let text = words.get();
        let performance = workspace.section::<Performance>();
        let (entries, result) = card.get()?;
        let lines = match result {
            Ok(card) => card.lines,
            Err(error) => {
                let body = (text.performance.error)(error);
                return Some(view! { <tr><td colspan="7"><Notice kind=NoticeKind::Warning title="" body>""</Notice></td></tr> }.into_any());
            }
        };
        let rows = entries.into_iter().zip(lines).filter_map(|((id, entry), line)| {
            let kpi = performance.kpis.get(id)?.clone();
            let points = line.points.unwrap_or(0.0);
            Some(view! {
                <tr>
                    <th scope="row" class="table-number"><span class="margin-number">{kpi.clause()}</span><bdi>{kpi.name.clone()}</bdi></th>
                    <td class="num">{entry.value.map_or_else(|| format::MISSING.to_owned(), |value| with_unit(value, &kpi.unit))}</td>
                    <td class="num">{bound_mark(&kpi)}" "{format::number(entry.target, 2)}</td>
                    <td class="num quiet">{format::number(entry.floor, 2)}</td>
                    <td><span class="points"><span class="points-bar" aria-hidden="true"><i style:width=format!("{points}%")></i></span><span>{format::number_or_missing(line.points, 1)}</span></span></td>
                    <td class="num">{format::number_or_missing(line.effective_weight, 1)}</td>
                    <td class="num"><strong>{line.counted().map_or_else(|| format::MISSING.to_owned(), |counted| format::fixed(counted, 1))}</strong></td>
                </tr>
            })
        });
        Some(rows.collect_view().into_any())
    };
    let total = move || {
        let text = words.get();
        let card = card.get()?.1.ok()?;
        let score = card.score?;
        let bands = bands();
        let graded = card.gradable(MIN_COVERAGE_BP).ok().and(grade.get()).and_then(|grade| grade.published);
        let letter =
            graded.and_then(|place| bands.get(place)).map(|band| (text.performance.grade_line)(&band.grade));
        let next = graded
            .and_then(|place| bands.get(place.checked_sub(1)?))
            .filter(|band| score < band.from)
            .map(|band| (text.performance.to_next)(&format::fixed(band.from - score, 1), &band.grade));
        let performance = workspace.section::<Performance>();
        let unscored = performance.kpis.iter().filter(|kpi| kpi.target.is_none() || kpi.floor.is_none());
        let unscored: Vec<_> = unscored.map(|kpi| kpi.clause()).collect();
        let coverage = (card.coverage_bp < 10_000)
            .then(|| (text.performance.coverage)(&format::number(f64::from(card.coverage_bp) / 100.0, 1)));
        let reported = (!unscored.is_empty())
            .then(|| (text.performance.reported_only)(&unscored.join(text.common.list_comma)));
        let notes: Vec<_> = [next, coverage, reported].into_iter().flatten().collect();
        Some(view! {
            <tr>
                <th scope="row">{letter.unwrap_or_else(|| text.performance.score.to_owned())}</th>
                <td colspan="5" class="hint">{notes.join(text.common.sentence_join)}</td>
                <td class="num score">{format::fixed(score, 1)}</td>
            </tr>
        })
    };
    let computed = Signal::derive(move || {
        let text = words.get();
        let performance = workspace.section::<Performance>();
        let Some((entries, Ok(card))) = card.get() else { return Steps::default() };
        let number = |value: f64| format::number(value, 2);
        let line = |((id, entry), line): (&(_, Entry), &Line)| {
            let kpi = performance.kpis.get(*id)?;
            let (value, points, weight) = (entry.value?, line.points?, line.effective_weight?);
            let (floor, target) = (number(entry.floor), number(entry.target));
            let formula = format!(
                "100 × ({} − {floor}) / ({target} − {floor}) = {};  × {} % = {}",
                number(value),
                format::number(points, 1),
                format::number(weight, 1),
                format::fixed(line.counted()?, 1)
            );
            let href = Route::Project(workspace.id(), Page::Task(Task::Kpis)).href_to(&kpi.clause());
            Some(Input::from(&href, (format!("{} {}", kpi.clause(), kpi.name), formula)))
        };
        let inputs: Vec<_> = entries.iter().zip(&card.lines).filter_map(line).collect();
        let terms: Vec<_> =
            card.lines.iter().filter_map(Line::counted).map(|counted| format::fixed(counted, 1)).collect();
        let formula = format!(
            "{} = {}",
            terms.join(" + "),
            card.score.map_or_else(|| format::MISSING.to_owned(), |score| format::fixed(score, 1))
        );
        Steps { rule: text.performance.score_rule.to_owned(), formula, inputs }
    });
    let band_words = move || {
        let text = words.get();
        let bands = bands();
        let last = bands.len().saturating_sub(1);
        let band = |(place, band): (usize, &Band)| {
            if place == last {
                band.grade.clone()
            } else {
                format!("{} ≥ {}", band.grade, format::number(band.from, 1))
            }
        };
        (text.performance.bands)(&bands.iter().enumerate().map(band).collect::<Vec<_>>().join(" · "))
    };
    macro_rules! note {
        ($field:ident) => {
            workspace.bind(
                move || Step::typing(words.now().performance.review_head, stringify!($field)),
                move |performance: &Performance| {
                    let note = vendor
                        .get_untracked()
                        .and_then(|vendor| performance.reviews.get(&vendor)?.get(&quarter.get_untracked()?));
                    note.map(|note| note.$field.clone()).unwrap_or_default()
                },
                move |performance: &mut Performance, value| {
                    if let (Some(vendor), Some(quarter)) = (vendor.get_untracked(), quarter.get_untracked()) {
                        performance.reviews.entry(vendor).entry(quarter).$field = value;
                    }
                },
            )
        };
    }
    let notes = move || {
        let _ = (vendor.get(), quarter.get());
        view! {
            <div class="fields">
                <div class="w6">{labelled(|t| t.performance.comment, Control::Lines(note!(comment)), None)}</div>
                <div class="w6">{labelled(|t| t.performance.actions, Control::Lines(note!(actions)), None)}</div>
            </div>
        }
    };
    view! {
        <TaskSheet task=Task::Reviews>
            <Show when=fact(move || !all.with(Vec::is_empty)) fallback=move || view! {
                <EmptyState sentence=words.s(|t| t.performance.nothing_to_review)>
                    <a class="button primary" href=move || Route::Project(workspace.id(), Page::Task(Task::Kpis)).href()>{live(move || (words.get().common.task)(Task::Kpis))}</a>
                </EmptyState>
            }>
                <Finding clauses=finding/>
                <div class="fields review-choice">
                    <div class="w4"><VendorChoice label=words.s(|t| t.performance.vendor) chosen=chosen_vendor vendor/></div>
                    <div class="w4"><SelectField label=words.s(|t| t.performance.quarter) value=Signal::derive(move || quarter.get().map(|month| month.to_string()).unwrap_or_default()) options on_input=move |month: String| chosen.set(month)/></div>
                </div>
                <SheetSection number="6.2.1" title=words.s(|t| t.performance.review_head) aside=view! { {live(band_words)} }.into_any()>
                    <div class="scroll when-narrow" tabindex="0" role="region" aria-label=move || words.get().performance.review_head><table class="table scorecard">
                        <thead><tr>
                            <th scope="col">{words.s(|t| t.performance.kpi)}</th><th scope="col" class="num">{words.s(|t| t.performance.value)}</th>
                            <th scope="col" class="num">{words.s(|t| t.performance.target_column)}</th><th scope="col" class="num">{words.s(|t| t.performance.floor_column)}</th>
                            <th scope="col">{words.s(|t| t.performance.points_head)}</th>
                            <th scope="col" class="num">{words.s(|t| t.performance.effective)}</th><th scope="col" class="num">{words.s(|t| t.performance.contribution)}</th>
                        </tr></thead>
                        <tbody>{live(lines)}</tbody>
                        <tfoot>{live(total)}</tfoot>
                    </table></div>
                    <Calculation label=words.s(|t| t.common.how_computed) steps=computed/>
                </SheetSection>
                <SheetSection number="6.2.2" title=words.s(|t| t.performance.comment)>{live(notes)}</SheetSection>
            </Show>
        </TaskSheet>
    }
}
