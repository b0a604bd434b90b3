//! 3.6 Decide: weights, ranking, stability, record.

mod bars;
mod explain;
mod low_price;
mod method;
mod record;
mod rules;
mod second_opinions;
mod sweep;
mod traps;

use leptos::prelude::*;

use crate::domain::ids::Id;
use crate::domain::profile::{Origin, Profile};
use crate::domain::register::Item;
use crate::domain::selection::method::{Method, ScorePart};
use crate::domain::selection::ranking::{NoRanking, Ranked, Ranking};
use crate::domain::selection::{Selection, Vendor};
use crate::domain::task::Task;
use crate::i18n::Text;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::vendors::decide::bars::bars;
use crate::pages::vendors::decide::low_price::low_price;
use crate::pages::vendors::decide::method::method;
use crate::pages::vendors::decide::record::record;
use crate::pages::vendors::decide::second_opinions::{opinions, second_opinions};
use crate::pages::vendors::decide::sweep::{Moved, sweep};
use crate::pages::vendors::decide::traps::low_prices;
use crate::pages::vendors::measured::measured;
use crate::pages::vendors::step::step_sheet;
use crate::state::part::Part;
use crate::state::workspace::use_workspace;
use crate::ui::calculation::{Calculation, Input, Steps};
use crate::ui::finding::Finding;
use crate::ui::live::{Show, fact, kept};
use crate::ui::problem_summary::{Problem, ProblemSummary};
use crate::ui::sheet::SheetSection;
use decision::order;
use decision::sensitivity::{self, Crossing};

/// What stands beside the decision: below it, or behind closed lines.
#[derive(Clone, Copy)]
pub enum Beside {
    /// Second opinions on it, with their choices.
    Opinions,
    /// The opinions a published case was computed by, and its measured figures.
    Published,
    /// The prices that have to be explained.
    LowPrices,
    /// How prices and scores become points.
    Points(Part<Method>),
    /// Which prices have to be explained.
    LowPrice(Part<Method>),
    /// The sets of weights to compare.
    Sets,
}

/// Shows what stands beside, which is a part of its own: most decisions are made without it.
#[derive(Clone, Copy)]
pub struct ShowsBeside(pub Callback<Beside, AnyView>);

/// Shows something that stands beside the decision, whose part is here.
pub fn shown_beside(beside: Beside) -> AnyView {
    match beside {
        Beside::Opinions => second_opinions(),
        Beside::Published => view! {
            {opinions(false)}
            <SheetSection number="3.6.1" title=use_words().s(|t| t.decide.measures_head)>{measured()}</SheetSection>
        }
        .into_any(),
        Beside::LowPrices => low_prices().into_any(),
        Beside::Points(method) => rules::points(method),
        Beside::LowPrice(method) => low_price(method),
        Beside::Sets => rules::sets(),
    }
}

/// Shows something that stands beside the decision, once its part is here.
fn beside(beside: Beside) -> AnyView {
    expect_context::<ShowsBeside>().0.run(beside)
}

/// Shows the step.
#[component]
pub fn DecidePage() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let problems = RwSignal::new(Vec::<Problem>::new());
    let ranking = kept(move || workspace.section::<Selection>().ranking_in_proportion(workspace.today()));
    let ranked = Signal::derive(move || ranking.get().ok());
    let moving = RwSignal::new(3_usize);
    // How often each is first does not depend on the weights, only on the scores.
    let scores = kept(move || ranking.with(|ranking| ranking.as_ref().map(scores_of).unwrap_or_default()));
    let firsts = kept(move || {
        scores.with(|scores| {
            let (vendors, parts): (Vec<_>, Vec<_>) = scores.iter().cloned().unzip();
            vendors.into_iter().zip(sensitivity::first_shares(&parts)).collect::<Vec<_>>()
        })
    });
    let finding = Signal::derive(move || match ranking.get() {
        Ok(ranking) => {
            let (text, selection) = (words.get(), workspace.section::<Selection>());
            let mut said = lead(text, &selection, &ranking, &firsts.get());
            if selection.method.in_proportion().is_some() {
                let sum = f64::from(selection.method.weights_bp.iter().sum::<u32>()) / 100.0;
                said.push((text.decide.scaled_weights)(&format::number(sum, 2)));
            }
            said
        }
        Err(why) => not_ranked(words.get(), &workspace.section::<Selection>(), &why),
    });
    let has_lead =
        kept(move || ranking.with(|ranking| ranking.as_ref().is_ok_and(|ranking| 1 < ranking.rows.len())));
    let computed = Signal::derive(move || {
        let (text, selection) = (words.get(), workspace.section::<Selection>());
        ranking.with(|ranking| {
            ranking
                .as_ref()
                .map(|ranking| lead_steps(text, &selection, ranking, &firsts.get()))
                .unwrap_or_default()
        })
    });
    let note = words.built(move |t| {
        let locked = workspace.section::<Selection>().scores_locked;
        locked.map(|date| (t.decide.prices_open)(&format::day(date, t.language))).unwrap_or_default()
    });
    // A published case brings figures only, and no sheets, prices or decision of its own.
    let is_published = kept(move || workspace.section::<Profile>().origin == Origin::PublishedCase);
    let has_ranking = kept(move || ranking.with(Result::is_ok));
    // Without a ranking what was opened stays open.
    let is_open = kept(move || workspace.section::<Selection>().scores_locked.is_some());
    let own = move || {
        view! {
            <Finding clauses=finding/>
            <Show when=fact(move || has_lead.get())><Calculation label=words.s(|t| t.common.how_computed) steps=computed/></Show>
            <Show when=fact(move || is_open.get())>{beside(Beside::LowPrices)}</Show>
            {method(ranking)}
            <Show when=fact(move || has_ranking.get())>{bars(ranking)}{sweep(ranked, moving)}</Show>
            <Show when=fact(move || is_open.get())>{beside(Beside::Opinions)}</Show>
            {record(ranking, problems)}
        }
    };
    let published = || beside(Beside::Published);
    let body =
        move || view! { <Show when=fact(move || !is_published.get()) fallback=published>{own()}</Show> };
    view! {
        <ProblemSummary title=words.s(|t| t.common.problem_title) problems/>
        {step_sheet(Task::Decide, note, false, ViewFn::from(body))}
    }
}

/// Says why there is no ranking, and what is missing where.
fn not_ranked(text: &'static Text, selection: &Selection, why: &NoRanking) -> Vec<String> {
    let name = |vendor: &Id<Vendor>| selection.title_of(*vendor);
    let lacking = match why {
        NoRanking::LowCoverage(vendors) => vendors
            .iter()
            .map(|vendor| {
                let (_, judged) = selection.capability(*vendor);
                let (_, coverage_bp) = selection.capability_total(*vendor, &judged);
                let criteria = selection.uncovered(*vendor).into_iter();
                let criteria = criteria.filter_map(|id| {
                    let criterion = selection.criteria.get(id)?;
                    Some(format!("{} {}", criterion.clause(), criterion.name))
                });
                let criteria = criteria.collect::<Vec<_>>().join(text.vendors.names_join);
                (text.decide.lacks_scores)(&name(vendor), &format::number(coverage_bp / 100.0, 0), &criteria)
            })
            .collect(),
        NoRanking::PriceMissing(vendors) => {
            vec![vendors.iter().map(name).collect::<Vec<_>>().join(text.vendors.names_join)]
        }
        _ => Vec::new(),
    };
    std::iter::once((text.decide.no_ranking)(why).to_owned()).chain(lacking).collect()
}

/// Returns the scores of the parts by vendor, in an order that no weight changes.
fn scores_of(ranking: &Ranking) -> Vec<(Id<Vendor>, Vec<f64>)> {
    let mut scores: Vec<_> = ranking.rows.iter().map(|row| (row.vendor, row.parts.to_vec())).collect();
    order::sort_by_key(&mut scores, |(vendor, _)| vendor.bits());
    scores
}

/// Builds the sentence the page leads with: by how much the first is first, how often, and what it would take to
/// overtake it.
fn lead(
    text: &'static Text,
    selection: &Selection,
    ranking: &Ranking,
    firsts: &[(Id<Vendor>, f64)],
) -> Vec<String> {
    let name = |row: &Ranked| selection.title_of(row.vendor);
    let (first, second) = match ranking.rows.as_slice() {
        [] => return Vec::new(),
        [only] => return (text.decide.only_one)(&name(only)),
        [first, second, ..] => (first, second),
    };
    let points = |points: f64| format::fixed(points, 1);
    if second.rank == first.rank {
        let names = ranking.rows.iter().filter(|row| row.rank == first.rank).map(name);
        let names = names.collect::<Vec<_>>().join(text.vendors.names_join);
        return (text.decide.tied)(&names, &points(first.total));
    }
    let share =
        firsts.iter().find(|(vendor, _)| *vendor == first.vendor).map_or(0.0, |(_, share)| share * 100.0);
    vec![
        (text.decide.margin)(&name(first), &name(second), &points(first.total - second.total)),
        (text.decide.first_share)(&format::number(share, 0)),
        turn(text, selection, ranking),
    ]
}

/// Finds which weight, moved least, puts another vendor first, with the weight as it is now.
fn nearest_turn(ranking: &Ranking) -> Option<(ScorePart, Moved, Crossing)> {
    let turns = ScorePart::ALL.into_iter().enumerate().filter_map(|(place, part)| {
        let moved = Moved::of(ranking, place);
        let turn = moved.turns().into_iter().next()?;
        Some((part, moved, turn))
    });
    let way = |(_, moved, turn): &(ScorePart, Moved, Crossing)| (turn.weight - moved.now).abs();
    turns.min_by(|a, b| way(a).total_cmp(&way(b)))
}

/// Says which weight, moved least, puts another vendor first.
fn turn(text: &'static Text, selection: &Selection, ranking: &Ranking) -> String {
    let Some((part, moved, turn)) = nearest_turn(ranking) else {
        return text.decide.no_crossing.to_owned();
    };
    let now = moved.now;
    let next = ranking.rows.get(turn.next).map(|row| selection.title_of(row.vendor));
    let say = if now <= turn.weight { text.decide.crossing_above } else { text.decide.crossing_below };
    say((text.vendors.part)(part), &format::number(turn.weight * 100.0, 0), &next.unwrap_or_default())
}

/// Shows how the figures of the leading sentence came about: the lead, the share of weightings, the crossing.
fn lead_steps(
    text: &'static Text,
    selection: &Selection,
    ranking: &Ranking,
    firsts: &[(Id<Vendor>, f64)],
) -> Steps {
    let [first, second, ..] = ranking.rows.as_slice() else { return Steps::default() };
    let points = |points: f64| format::fixed(points, 2);
    let lead = [first.total, second.total, first.total - second.total].map(points);
    let mut lines = vec![format!("{} − {} = {}", lead[0], lead[1], lead[2])];
    if let Some((_, share)) = firsts.iter().find(|(vendor, _)| *vendor == first.vendor) {
        let tried = f64::from(sensitivity::SAMPLES);
        let count = format::number(share * tried, 0);
        lines.push(format!(
            "{count} / {} = {} %",
            format::number(tried, 0),
            format::number(share * 100.0, 1)
        ));
    }
    if let Some((part, moved, turn)) = nearest_turn(ranking) {
        let next = ranking.rows.get(turn.next).map(|row| selection.title_of(row.vendor));
        let ends = moved.ends(turn.next).map(|[leader, other]| (points(leader - other), leader - other));
        let [(low, _), (high, _)] = &ends;
        lines.push(format!(
            "{} · {}: {low} / ({low} − ({high})) = {} %",
            (text.vendors.part)(part),
            next.unwrap_or_default(),
            format::number(turn.weight * 100.0, 1)
        ));
    }
    let weights = ScorePart::ALL.into_iter().zip(ranking.weights_bp).map(|(part, weight)| {
        let percent = format!("{} %", format::number(f64::from(weight) / 100.0, 2));
        Input::here(((text.vendors.part)(part).to_owned(), percent))
    });
    Steps { rule: text.decide.lead_rule.to_owned(), formula: lines.join("\n"), inputs: weights.collect() }
}
