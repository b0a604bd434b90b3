//! 6.2 Reviews: the scorecard of a quarter with its grade.

use leptos::prelude::*;

use crate::domain::performance::Performance;
use crate::domain::performance::scorecard::{Graded, MIN_COVERAGE_BP, Withheld, publish, scorecard};
use crate::domain::period::Month;
use crate::domain::profile::Profile;
use crate::domain::register::Item;
use crate::domain::selection::Selection;
use crate::domain::step::Step;
use crate::domain::task::Task;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::parts::{TaskSheet, area};
use crate::pages::performance::{VendorChoice, use_vendor};
use crate::routes::{Page, Route};
use crate::state::workspace::use_workspace;
use crate::ui::calculation::{Calculation, Steps};
use crate::ui::empty_state::EmptyState;
use crate::ui::finding::Finding;
use crate::ui::live::{fact, live};
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
    let all = Memo::new(move |_| quarters(&workspace.section::<Performance>()));
    let quarter = Memo::new(move |_| {
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
    let card = Memo::new(move |_| {
        let (vendor, quarter) = (vendor.get()?, quarter.get()?);
        let performance = workspace.section::<Performance>();
        let entries = performance.entries(vendor, quarter);
        let plain: Vec<_> = entries.iter().map(|(_, entry)| entry.clone()).collect();
        Some((entries, scorecard(&plain)))
    });
    let grade = Memo::new(move |_| {
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
        let gradable = card.get().and_then(|(_, card)| card.ok()).map(|card| card.gradable(MIN_COVERAGE_BP));
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
            let counted = line.points.zip(line.effective_weight).map(|(points, weight)| points * weight / 100.0);
            let formula = match (entry.value, line.points) {
                (Some(value), Some(points)) => format!("100 × ({} − {}) / ({} − {}) = {}", format::number(value, 2), format::number(entry.floor, 2), format::number(entry.target, 2), format::number(entry.floor, 2), format::number(points, 1)),
                _ => format::MISSING.to_owned(),
            };
            let inputs = vec![
                (text.performance.value.to_owned(), format::number_or_missing(entry.value, 2)),
                (text.performance.target.to_owned(), format::number(entry.target, 2)),
                (text.performance.floor.to_owned(), format::number(entry.floor, 2)),
                (text.performance.weight.to_owned(), format::number(f64::from(entry.weight_bp) / 100.0, 2)),
            ];
            let steps = Steps { rule: text.performance.score_rule.to_owned(), formula, inputs };
            Some(view! {
                <tr>
                    <td class="num-cell">{kpi.clause()}</td>
                    <th scope="row"><bdi>{kpi.name.clone()}</bdi><Calculation label=text.common.how_computed.to_owned() steps/></th>
                    <td class="num">{format::number_or_missing(entry.value, 2)}" "{kpi.unit.clone()}</td>
                    <td class="num">{format::number(entry.target, 2)}</td>
                    <td class="num">{format::number_or_missing(line.points, 1)}</td>
                    <td class="num">{format::number_or_missing(line.effective_weight, 1)}</td>
                    <td class="num">{format::number_or_missing(counted, 1)}</td>
                </tr>
            })
        });
        Some(rows.collect_view().into_any())
    };
    let total = move || {
        let text = words.get();
        let card = card.get()?.1.ok()?;
        let score = card.score?;
        Some(view! {
            <tr class="total"><td></td><th scope="row">{text.performance.score}</th><td colspan="4">{(text.performance.coverage)(&format::number(f64::from(card.coverage_bp) / 100.0, 1))}</td><td class="num">{format::fixed(score, 1)}</td></tr>
        })
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
                        performance.reviews.entry(vendor).or_default().entry(quarter).or_default().$field =
                            value;
                    }
                },
            )
        };
    }
    let notes = move || {
        let _ = (vendor.get(), quarter.get());
        view! {
            <div class="fields">
                <div class="w6">{area(words.s(|t| t.performance.comment), note!(comment))}</div>
                <div class="w6">{area(words.s(|t| t.performance.actions), note!(actions))}</div>
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
                <div class="fields">
                    <div class="w4"><VendorChoice label=words.s(|t| t.performance.vendor) chosen=chosen_vendor vendor/></div>
                    <div class="w4"><SelectField label=words.s(|t| t.performance.quarter) value=Signal::derive(move || quarter.get().map(|month| month.to_string()).unwrap_or_default()) options on_input=move |month: String| chosen.set(month)/></div>
                </div>
                <SheetSection number="6.2.1" title=words.s(|t| t.performance.review_head)>
                    <div class="scroll" tabindex="0" role="region" aria-label=move || words.get().performance.review_head><table class="table">
                        <thead><tr>
                            <th scope="col">"№"</th><th scope="col">{words.s(|t| t.performance.kpi)}</th><th scope="col" class="num">{words.s(|t| t.performance.value)}</th>
                            <th scope="col" class="num">{words.s(|t| t.performance.target)}</th><th scope="col" class="num">{words.s(|t| t.performance.points)}</th>
                            <th scope="col" class="num">{words.s(|t| t.performance.effective)}</th><th scope="col" class="num">{words.s(|t| t.performance.contribution)}</th>
                        </tr></thead>
                        <tbody>{live(lines)}</tbody>
                        <tfoot>{live(total)}</tfoot>
                    </table></div>
                </SheetSection>
                <SheetSection number="6.2.2" title=words.s(|t| t.performance.comment)>{live(notes)}</SheetSection>
            </Show>
        </TaskSheet>
    }
}
