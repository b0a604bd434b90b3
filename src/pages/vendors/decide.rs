//! 3.6 Decide: weights, ranking, stability, record.

use leptos::prelude::*;

use crate::charts::palette::Palette;
use crate::charts::weight_sweep::{self, Sweep, SweepChart};
use crate::decision::{sensitivity, weights};
use crate::domain::profile::{Origin, Profile};
use crate::domain::selection::evaluation::{Ranked, Ranking};
use crate::domain::selection::{Aggregation, PriceFormula, ScorePart, Selection, Vendor};
use crate::domain::step::{Step, Verb};
use crate::domain::task::Task;
use crate::i18n::Text;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::parts::{area, currency, link, money, money_label, pick};
use crate::pages::vendors::measured::Measured;
use crate::pages::vendors::{Steps, vendor_mark, vendor_name};
use crate::routes::{Page, Route};
use crate::state::preferences::use_preferences;
use crate::state::workspace::{Workspace, use_workspace};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::calculation::{Calculation, Steps as Computed};
use crate::ui::figure::{Figure, FigureTable};
use crate::ui::finding::Finding;
use crate::ui::live::{fact, live};
use crate::ui::number_field::Stepper;
use crate::ui::problem_summary::{Problem, ProblemSummary};
use crate::ui::sheet::{Sheet, SheetSection};

/// Shows the step.
#[component]
pub fn DecidePage() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let problems = RwSignal::new(Vec::<Problem>::new());
    let ranking = Memo::new(move |_| workspace.section::<Selection>().ranking(workspace.today()));
    let moving = RwSignal::new(3_usize);
    let finding = Signal::derive(move || match ranking.get() {
        Ok(ranking) => lead(words.get(), &workspace.section::<Selection>(), &ranking, moving.get()),
        Err(why) => vec![(words.get().vendors.no_ranking)(&why).to_owned()],
    });
    // A published case brings figures only, and no sheets, prices or decision of its own.
    let is_published = Memo::new(move |_| workspace.section::<Profile>().origin == Origin::PublishedCase);
    let has_ranking = Memo::new(move |_| ranking.with(Result::is_ok));
    view! {
        <ProblemSummary title=words.s(|t| t.common.problem_title) problems/>
        <Sheet title=words.s(|t| (t.common.task)(Task::Decide))>
            <p class="hint">{live(move || (words.get().vendors.step_of)(6))}</p>
            <Steps current=Task::Decide/>
            <Show when=fact(move || !is_published.get())><Finding clauses=finding/></Show>
            <Show when=fact(move || !is_published.get())>
            <SheetSection number="3.6.1" title=words.s(|t| t.vendors.weights_head)><Method/></SheetSection>
            <Show when=fact(move || has_ranking.get())>
                <SheetSection number="3.6.2" title=words.s(|t| t.vendors.ranking_head)><Bars ranking=Signal::derive(move || ranking.get().ok())/></SheetSection>
                <SheetSection number="3.6.3" title=words.s(|t| t.vendors.sweep_head)><SweepPart ranking=Signal::derive(move || ranking.get().ok()) moving/></SheetSection>
            </Show>
            <SheetSection number="3.6.4" title=words.s(|t| t.vendors.record_head)><Record problems/></SheetSection>
            </Show>
            <SheetSection number="3.6.5" title=words.s(|t| t.vendors.measured_head)><Measured/></SheetSection>
        </Sheet>
    }
}

/// Builds the sentence the page leads with.
fn lead(text: &'static Text, selection: &Selection, ranking: &Ranking, moving: usize) -> Vec<String> {
    let Some(first) = ranking.rows.first() else { return Vec::new() };
    let shares = sensitivity::first_shares(&ranking.matrix());
    let share = shares.first().copied().unwrap_or(0.0) * 100.0;
    let mut clauses =
        vec![(text.vendors.first_share)(&vendor_name(selection, first.vendor), &format::number(share, 0))];
    let part = ScorePart::ALL.get(moving).copied().unwrap_or_default();
    let name = (text.vendors.part)(part);
    let shares = ranking.shares();
    let lines = sensitivity::lines(&ranking.matrix(), &shares, moving);
    let now = shares.get(moving).copied().unwrap_or(0.0);
    let stability = sensitivity::stability(&lines, now);
    let next = |place: usize| {
        ranking.rows.get(place).map(|row| vendor_name(selection, row.vendor)).unwrap_or_default()
    };
    let above = stability.and_then(|stability| stability.above);
    let below = stability.and_then(|stability| stability.below);
    if let Some(crossing) = above {
        clauses.push((text.vendors.crossing_above)(
            name,
            &format::number(crossing.weight * 100.0, 0),
            &next(crossing.next),
        ));
    }
    if let Some(crossing) = below {
        clauses.push((text.vendors.crossing_below)(
            name,
            &format::number(crossing.weight * 100.0, 0),
            &next(crossing.next),
        ));
    }
    if above.is_none() && below.is_none() {
        clauses.push((text.vendors.no_crossing)(name));
    }
    clauses
}

#[component]
fn Method() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let step = move || Step::typing(words.now().vendors.weights_head, "method");
    macro_rules! field {
        ($field:ident) => {
            workspace.bind(
                step,
                |selection: &Selection| selection.method.$field,
                |selection: &mut Selection, value| selection.method.$field = value,
            )
        };
    }
    let weights_bp = field!(weights_bp);
    let steppers = ScorePart::ALL.into_iter().enumerate().map(|(place, part)| {
        let value = Signal::derive(move || weights_bp.value.get().get(place).copied().unwrap_or(0) / 100);
        let set = move |percent: u32| {
            let mut next = weights_bp.value.get_untracked();
            if let Some(weight) = next.get_mut(place) {
                *weight = percent * 100;
            }
            weights_bp.set.run(next);
        };
        view! {
            <Stepper label=words.s(move |t| (t.vendors.part)(part)) value on_input=set max=100 less=words.s(|t| t.vendors.less) more=words.s(|t| t.vendors.more) segment=place as u8 + 1/>
        }
    });
    let total = live(move || {
        let sum: u32 = weights_bp.value.get().iter().sum();
        (words.get().vendors.weights_total)(
            &format::number(f64::from(sum) / 100.0, 2),
            &format::number((10_000.0 - f64::from(sum)) / 100.0, 2),
        )
    });
    let spread = move |()| {
        if let Ok(even) = <[u32; 4]>::try_from(weights::even(4)) {
            weights_bp.set.run(even);
        }
    };
    const AGGREGATIONS: [Aggregation; 2] = [Aggregation::Median, Aggregation::Mean];
    let formula = field!(price_formula);
    let is_preset = fact(move || formula.value.get() == PriceFormula::PresetBounds);
    view! {
        <p class="hint">{total}" · "<Button kind=ButtonKind::Text label=words.s(|t| t.vendors.spread_action) on_press=spread/></p>
        <div class="steppers">{steppers.collect_view()}</div>
        <div class="fields">
            <div class="w3">{pick(words.s(|t| t.vendors.price_formula_label), formula, &PriceFormula::ALL, move |formula| (words.get().vendors.price_formula)(formula))}</div>
            <Show when=is_preset>
                <div class="w3">{money(money_label(words, |t| t.vendors.price_low), field!(price_low))}</div>
                <div class="w3">{money(money_label(words, |t| t.vendors.price_high), field!(price_high))}</div>
            </Show>
            <div class="w3">{pick(words.s(|t| t.vendors.aggregation_label), field!(aggregation), &AGGREGATIONS, move |aggregation| match aggregation {
                Aggregation::Median => words.get().vendors.aggregation_median,
                Aggregation::Mean => words.get().vendors.aggregation_mean,
            })}</div>
        </div>
        <p class="hint">{live(move || (words.get().vendors.price_rule)(formula.value.get()))}</p>
    }
}

#[component]
fn Bars(ranking: Signal<Option<Ranking>>) -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let rows = live(move || {
        let text = words.get();
        let selection = workspace.section::<Selection>();
        let ranking = ranking.get()?;
        let rows = ranking.rows.iter().map(|row| {
            let name = vendor_name(&selection, row.vendor);
            let number = selection.vendors.get(row.vendor).map_or(0, |vendor| vendor.number);
            let segments = ScorePart::ALL.into_iter().zip(row.points).enumerate().map(|(place, (part, points))| {
                let words = if points < 6.0 { format::number(points, 1) } else { format!("{} {}", (text.vendors.part)(part), format::number(points, 1)) };
                view! { <span class="segment" data-segment=place + 1 style:width=format!("{}%", points.max(0.0))>{words}</span> }
            });
            let (low, high) = row.range;
            let range = format::range(&format::number(low, 0), &format::number(high, 0), text.language);
            let computed = ScorePart::ALL.into_iter().enumerate().map(|(place, part)| {
                let points = row.points.get(place).copied().unwrap_or(0.0);
                let label = (text.vendors.how_part)(&name, (text.vendors.part)(part), &format::number(points, 1));
                let steps = steps(text, workspace, &selection, &ranking, row, part);
                view! { <Calculation label steps/> }
            });
            view! {
                <li>
                    <p class="bar-name"><i class="vendor-mark" data-series=number aria-hidden="true">{vendor_mark(number)}</i>" "<bdi>{name.clone()}</bdi></p>
                    <div class="bar"><div class="segments">{segments.collect_view()}</div><strong>{format::fixed(row.total, 1)}</strong></div>
                    <p class="hint">{(text.vendors.range_note)(&range)}</p>
                    <div class="computed">{computed.collect_view()}</div>
                </li>
            }
        });
        Some(rows.collect_view())
    });
    view! { <ol class="rank-bars">{rows}</ol> }
}

/// Explains the points of one part.
fn steps(
    text: &'static Text,
    workspace: Workspace,
    selection: &Selection,
    ranking: &Ranking,
    row: &Ranked,
    part: ScorePart,
) -> Computed {
    let place = crate::domain::selection::evaluation::part_place(part);
    let score = row.parts.get(place).copied().unwrap_or(0.0);
    let points = row.points.get(place).copied().unwrap_or(0.0);
    let weight = f64::from(ranking.weights_bp.get(place).copied().unwrap_or(0)) / 100.0;
    let amount = |value| format::money(value, currency(workspace));
    let mut inputs = Vec::new();
    let (rule, inner) = match part {
        ScorePart::Capability => {
            for (id, total) in &row.capability.totals {
                let name =
                    selection.evaluators.get(*id).map(|evaluator| evaluator.name.clone()).unwrap_or_default();
                inputs.push((name, format::number_or_missing(*total, 1)));
            }
            inputs.push((
                text.requirements.coverage.to_owned(),
                format!("{} %", format::number(row.capability.coverage_bp / 100.0, 1)),
            ));
            let how = match row.capability.aggregation {
                Aggregation::Median => text.vendors.aggregation_median,
                Aggregation::Mean => text.vendors.aggregation_mean,
            };
            (text.vendors.capability_rule, format!("{how} = {}", format::number(score, 2)))
        }
        ScorePart::Cases => {
            for (id, mark) in &row.cases.marks {
                let name = selection.cases.get(*id).map(|case| case.client.clone()).unwrap_or_default();
                inputs.push((name, format::number(*mark, 1)));
            }
            let marks: Vec<_> = row.cases.marks.iter().map(|(_, mark)| format::number(*mark, 1)).collect();
            (
                text.vendors.cases_rule,
                format!("({}) / {} = {}", marks.join(" + "), marks.len().max(1), format::number(score, 2)),
            )
        }
        ScorePart::Proposal => {
            let names = [
                text.vendors.understanding,
                text.vendors.staffing,
                text.vendors.contingency,
                text.vendors.transparency,
            ];
            let marks =
                row.proposal.marks.map(|mark| mark.map_or_else(|| "0".to_owned(), |mark| mark.to_string()));
            inputs.extend(names.iter().zip(&marks).map(|(name, mark)| ((*name).to_owned(), mark.clone())));
            (
                text.vendors.proposal_rule,
                format!("100 × ({}) / 20 = {}", marks.join(" + "), format::number(score, 2)),
            )
        }
        ScorePart::Price => {
            inputs.push((text.vendors.base_price.to_owned(), amount(row.price.price)));
            if let Some(value) = row.price.point_value {
                inputs.push((
                    text.vendors.point_value.to_owned(),
                    amount(crate::domain::money::Money(value.round() as i64)),
                ));
            }
            let own = format::number(row.price.price.major(), 2);
            let (low, high) =
                (format::number(row.price.lowest.major(), 2), format::number(row.price.highest.major(), 2));
            let formula = match selection.method.price_formula {
                PriceFormula::PresetBounds => {
                    let bound = |bound: Option<crate::domain::money::Money>| {
                        format::number(bound.unwrap_or_default().major(), 2)
                    };
                    let (low, high) = (bound(selection.method.price_low), bound(selection.method.price_high));
                    format!("100 × ({high} − {own}) / ({high} − {low})")
                }
                PriceFormula::LowestRatio => format!("100 × {low} / {own}"),
                PriceFormula::LinearFromLowest => format!("100 × (1 − ({own} − {low}) / {low})"),
                PriceFormula::HighestLowest => format!("100 × ({high} − {own}) / ({high} − {low})"),
                PriceFormula::Log => {
                    format!("100 × (1 − ln({own} / {low}) / ln {})", selection.method.log_base)
                }
            };
            (
                (text.vendors.price_rule)(selection.method.price_formula),
                format!("{formula} = {}", format::number(score, 2)),
            )
        }
    };
    inputs.push((text.vendors.part_score.to_owned(), format::number(score, 2)));
    inputs.push((text.vendors.weight.to_owned(), format!("{} %", format::number(weight, 2))));
    let formula = format!(
        "{inner};  {} × {} % = {}",
        format::number(score, 2),
        format::number(weight, 2),
        format::number(points, 2)
    );
    Computed { rule: rule.to_owned(), formula, inputs }
}

#[component]
fn SweepPart(ranking: Signal<Option<Ranking>>, moving: RwSignal<usize>) -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let preferences = use_preferences();
    let part_name =
        move || (words.get().vendors.part)(ScorePart::ALL.get(moving.get()).copied().unwrap_or_default());
    let bound = crate::state::row::Bound {
        value: Signal::derive(move || ScorePart::ALL.get(moving.get()).copied().unwrap_or_default()),
        set: Callback::new(move |part| moving.set(crate::domain::selection::evaluation::part_place(part))),
    };
    let lines = move || {
        let ranking = ranking.get()?;
        let shares = ranking.shares();
        let lines = sensitivity::lines(&ranking.matrix(), &shares, moving.get());
        let now = shares.get(moving.get()).copied().unwrap_or(0.0);
        Some((ranking, lines, now))
    };
    let svg = Signal::derive(move || {
        let text = words.get();
        let Some((ranking, lines, now)) = lines() else { return String::new() };
        let selection = workspace.section::<Selection>();
        let sweep = |(row, line): (&Ranked, &sensitivity::Line)| Sweep {
            name: vendor_name(&selection, row.vendor),
            style: selection.vendors.get(row.vendor).map_or(0, |vendor| vendor.number as usize - 1),
            at_zero: line.at(0.0),
            at_whole: line.at(1.0),
        };
        let stability = sensitivity::stability(&lines, now);
        let crossings =
            stability.into_iter().flat_map(|stability| [stability.below, stability.above]).flatten();
        let crossings =
            crossings.map(|crossing| (crossing.weight, format::number(crossing.weight * 100.0, 1))).collect();
        let chart = SweepChart {
            lines: ranking.rows.iter().zip(&lines).map(sweep).collect(),
            now: (now, (text.vendors.current_weight)(&format::number(now * 100.0, 1))),
            crossings,
            axis: format!("{} %", part_name()),
        };
        weight_sweep::draw(&chart, Palette::of(preferences.is_dark()))
    });
    let table = Signal::derive(move || {
        let Some((ranking, lines, now)) = lines() else { return FigureTable::default() };
        let selection = workspace.section::<Selection>();
        let at = [0.0, now, 0.5, 1.0];
        let row = |(row, line): (&Ranked, &sensitivity::Line)| {
            std::iter::once(vendor_name(&selection, row.vendor))
                .chain(at.map(|weight| format::fixed(line.at(weight), 1)))
                .collect()
        };
        FigureTable {
            heads: std::iter::once(part_name().to_owned())
                .chain(at.map(|weight| format!("{} %", format::number(weight * 100.0, 1))))
                .collect(),
            rows: ranking.rows.iter().zip(&lines).map(row).collect(),
        }
    });
    view! {
        <div class="fields"><div class="w3">{pick(words.s(|t| t.vendors.moving), bound, &ScorePart::ALL, move |part| (words.get().vendors.part)(part))}</div></div>
        <p class="hint">{words.s(|t| t.vendors.sweep_note)}</p>
        <Figure caption=words.built(move |t| (t.vendors.sweep_caption)(part_name())) svg table_label=words.s(|t| t.common.as_table) table/>
    }
}

#[component]
fn Record(problems: RwSignal<Vec<Problem>>) -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let step = move || Step::typing(words.now().vendors.record_head, "record");
    macro_rules! field {
        ($field:ident) => {
            workspace.bind(
                step,
                |selection: &Selection| selection.decision.$field.clone(),
                |selection: &mut Selection, value| {
                    if selection.decision.locked.is_none() {
                        selection.decision.$field = value;
                    }
                },
            )
        };
    }
    let is_against =
        Memo::new(move |_| workspace.section::<Selection>().is_against_ranking(workspace.today()));
    let locked = move || workspace.section::<Selection>().decision.locked;
    let lock = move |()| {
        let text = words.now();
        let project = workspace.project_now();
        let here = Route::Project(project.id, Page::Task(Task::Decide)).href();
        let found: Vec<_> = project
            .selection
            .decide_obstacles(workspace.today())
            .into_iter()
            .map(|why| Problem { text: (text.vendors.not_decidable)(why).to_owned(), href: here.clone() })
            .collect();
        if found.is_empty() {
            let today = workspace.today();
            workspace.edit_project(Step::new(Verb::Lock, text.vendors.record_head), |project| {
                let selection = std::sync::Arc::make_mut(&mut project.selection);
                selection.decision.locked = Some(today);
                let chosen = selection
                    .decision
                    .chosen
                    .and_then(|id| selection.vendors.get(id))
                    .map(|vendor| vendor.name.clone());
                if let Some(name) = chosen.filter(|_| project.profile.vendor.name.is_empty()) {
                    std::sync::Arc::make_mut(&mut project.profile).vendor.name = name;
                }
            });
        }
        problems.set(found);
    };
    let unlock = move |()| {
        workspace
            .edit(Step::new(Verb::Unlock, words.now().vendors.record_head), |selection: &mut Selection| {
                selection.decision.locked = None
            })
    };
    view! {
        <div class="fields">
            <div class="w6">{link::<Vendor>(words, words.s(|t| t.vendors.chosen), field!(chosen), |vendor| vendor.name.clone(), false)}</div>
            <div class="w6">{link::<Vendor>(words, words.s(|t| t.vendors.backup), field!(backup), |vendor| vendor.name.clone(), false)}</div>
            <div>{area(words.s(|t| t.vendors.reason), field!(reason))}</div>
            <Show when=fact(move || is_against.get())><div>{area(words.s(|t| t.vendors.against), field!(against_ranking))}</div></Show>
            <div>{area(words.s(|t| t.vendors.dissent), field!(dissent))}</div>
        </div>
        <div class="actions">
            {live(move || match locked() {
                None => view! { <Button kind=ButtonKind::Primary label=words.s(|t| t.vendors.lock_decision) on_press=lock/><span class="hint">{words.s(|t| t.vendors.lock_decision_note)}</span> }.into_any(),
                Some(date) => view! { <strong>{(words.get().vendors.decision_locked)(&format::date(date))}</strong><Button label=words.s(|t| t.vendors.unlock_decision) on_press=unlock/> }.into_any(),
            })}
        </div>
    }
}
