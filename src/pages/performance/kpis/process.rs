//! Which ups and downs of an indicator are a signal, and which are noise.

use std::sync::Arc;

use leptos::prelude::*;

use crate::charts::control::{self, ControlChart};
use crate::domain::ids::Id;
use crate::domain::performance::control::{FEWEST, Limits, PER_RANGE, Signal as Sign, limits, signals};
use crate::domain::performance::{Kpi, Performance};
use crate::domain::period::Month;
use crate::domain::selection::Vendor;
use crate::i18n::format::with_unit;
use crate::i18n::{Text, format};
use crate::pages::chart::{Chart, chart, drawn_late};
use crate::pages::form::controls::Control;
use crate::pages::form::{choices, labelled};
use crate::pages::performance::kpis::compare::bound;
use crate::pages::performance::kpis::looked::{Looked, named};
use crate::pages::performance::kpis::panels::chosen_kpi;
use crate::ui::calculation::{Calculation, Input, Steps};
use crate::ui::figure::FigureTable;
use crate::ui::live::{Show, fact, kept, live};

/// One indicator as a process. It is looked at by month, however the periods are parted: limits need many values.
#[derive(Clone, PartialEq)]
struct Process {
    kpi: Arc<Kpi>,
    values: Vec<(Month, Option<f64>)>,
    limits: Option<Limits>,
    /// The signals of the months with data.
    signals: Vec<(Month, f64, Option<Sign>)>,
    style: usize,
}

fn process_of(looked: Looked, performance: &Performance, vendor: Id<Vendor>, kpi: &Arc<Kpi>) -> Process {
    let months = looked.months.get().into_iter();
    let value = |month| performance.reading(vendor, kpi.id, month).and_then(|reading| reading.value());
    let values: Vec<_> = months.map(|month| (month, value(month))).collect();
    let there: Vec<(Month, f64)> =
        values.iter().filter_map(|(month, value)| Some((*month, (*value)?))).collect();
    let plain: Vec<f64> = there.iter().map(|(_, value)| *value).collect();
    let limits = limits(&plain);
    let found = limits.map(|limits| signals(&plain, &limits)).unwrap_or_else(|| vec![None; plain.len()]);
    let signals =
        there.into_iter().zip(found).map(|((month, value), signal)| (month, value, signal)).collect();
    Process { kpi: kpi.clone(), values, limits, signals, style: looked.style_of(vendor) }
}

/// Shows all indicators as a table and one of them as a chart.
pub(super) fn process(looked: Looked) -> AnyView {
    let words = looked.words;
    let all = kept(move || {
        let performance = looked.workspace.section::<Performance>();
        let Some(vendor) = looked.vendor.get() else { return Vec::new() };
        performance.kpis.iter().map(|kpi| process_of(looked, &performance, vendor, kpi)).collect::<Vec<_>>()
    });
    let finding = live(move || {
        let with_signal = |process: &&Process| process.signals.iter().any(|(_, _, signal)| signal.is_some());
        let names = all
            .with(|all| all.iter().filter(with_signal).map(|one| one.kpi.name.clone()).collect::<Vec<_>>());
        (words.get().kpis.process_finding)(&names)
    });
    let table = live(move || all.with(|all| overview(words.get(), all)));
    let chosen = RwSignal::new(None::<u128>);
    let kpi = chosen_kpi(looked, chosen);
    let one = kept(move || {
        let id = kpi.get()?.id;
        all.with(|all| all.iter().find(|process| process.kpi.id == id).cloned())
    });
    let has_limits = kept(move || one.with(|one| one.as_ref().is_some_and(|one| one.limits.is_some())));
    let choice = Control::Link(bound(kpi, chosen), |project| choices::<Kpi>(project, |kpi| kpi.name.clone()));
    let few = words.built(move |text| {
        let there = one.with(|one| one.as_ref().map_or(0, |one| one.signals.len()));
        (text.kpis.process_few)(there, FEWEST)
    });
    view! {
        <p class="lead">{finding}</p>
        <p class="hint">{words.s(|t| t.kpis.process_hint)}</p>
        {table}
        <div class="inline-choice">{labelled(|t| t.performance.kpi, choice, None)}</div>
        <Show when=fact(move || has_limits.get()) fallback=move || view! { <p>{few}</p> }>{picture(looked, one)}</Show>
    }
    .into_any()
}

fn range(limits: &Limits, unit: &str) -> [String; 2] {
    [with_unit(limits.lower, unit), with_unit(limits.upper, unit)]
}

fn usual(text: &Text, process: &Process) -> Option<String> {
    let [lower, upper] = range(&process.limits?, &process.kpi.unit);
    Some(format::range(&lower, &upper, text.language))
}

fn overview(text: &'static Text, all: &[Process]) -> AnyView {
    let heads = text.kpis.process_columns.map(|head| view! { <th scope="col">{head}</th> });
    let rows = all.iter().map(|process| {
        let latest = process.signals.iter().rev().find_map(|(month, _, signal)| Some((*month, (*signal)?)));
        let few = || (text.kpis.process_few)(process.signals.len(), FEWEST);
        let said = match (process.limits, latest) {
            (None, _) => few(),
            (_, None) => text.kpis.no_signal.to_owned(),
            (_, Some((month, signal))) => format!("{month} {}", (text.kpis.signal)(signal)),
        };
        let mean = process.limits.map(|limits| with_unit(limits.mean, &process.kpi.unit));
        let missing = || format::MISSING.to_owned();
        view! {
            <tr>
                <th scope="row"><bdi>{named(&process.kpi)}</bdi></th>
                <td class="num">{process.signals.len()}</td>
                <td class="num">{mean.unwrap_or_else(missing)}</td>
                <td class="num">{usual(text, process).unwrap_or_else(missing)}</td>
                <td class:signal=latest.is_some()>{said}</td>
            </tr>
        }
    });
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=text.kpis.process_head>
            <table class="table processes"><thead><tr>{heads.into_iter().collect_view()}</tr></thead><tbody>{rows.collect_view()}</tbody></table>
        </div>
    }
    .into_any()
}

/// Shows one indicator with its limits, and how they came about.
fn picture(looked: Looked, one: crate::ui::live::Kept<Option<Process>>) -> AnyView {
    let words = looked.words;
    let seen = kept(move || {
        let names = words.get().kpis.process_parts.map(str::to_owned);
        one.get().map(|one| (one, names))
    });
    let svg = drawn_late(seen, 1, |seen, palette| {
        let Some((process, names)) = seen else { return String::new() };
        let Some(limits) = process.limits else { return String::new() };
        let is_signal =
            |month: &Month| process.signals.iter().any(|(of, _, signal)| of == month && signal.is_some());
        let chart = ControlChart {
            months: process.values.iter().map(|(month, _)| month.to_string()).collect(),
            style: process.style,
            values: process.values.iter().map(|(_, value)| *value).collect(),
            signals: process.values.iter().map(|(month, _)| is_signal(month)).collect(),
            limits: [limits.lower, limits.mean, limits.upper],
            ranges: [limits.mean_range, limits.range_upper],
            names: names.clone(),
            write: |value| format::number(value, 2),
        };
        control::draw(&chart, palette)
    });
    let caption = Signal::derive(move || {
        let text = words.get();
        one.with(|one| {
            let Some(process) = one else { return String::new() };
            let count = process.signals.iter().filter(|(_, _, signal)| signal.is_some()).count();
            (text.kpis.process_caption)(&process.kpi.name, count, &usual(text, process).unwrap_or_default())
        })
    });
    let table = Signal::derive(move || one.with(|one| numbers(words.get(), one.as_ref())));
    let computed = Signal::derive(move || one.with(|one| steps(words.get(), one.as_ref())));
    view! {
        {chart(Chart { heading: MaybeProp::default(), caption, svg, table, wide: true })}
        <Calculation label=words.s(|t| t.common.how_computed) steps=computed/>
    }
    .into_any()
}

fn numbers(text: &Text, process: Option<&Process>) -> FigureTable {
    let Some(process) = process else { return FigureTable::default() };
    let mut before = None;
    let line = |(month, value): &(Month, Option<f64>)| {
        let of = process.signals.iter().find(|(of, ..)| of == month);
        let range = value.zip(before).map(|(value, before): (f64, f64)| (value - before).abs());
        before = value.or(before);
        vec![
            month.to_string(),
            value.map_or_else(
                || text.performance.no_data.to_owned(),
                |value| with_unit(value, &process.kpi.unit),
            ),
            format::number_or_missing(range, 2),
            of.and_then(|(_, _, signal)| *signal)
                .map(|signal| (text.kpis.signal)(signal).to_owned())
                .unwrap_or_default(),
        ]
    };
    FigureTable {
        heads: text.kpis.process_table.map(str::to_owned).to_vec(),
        rows: process.values.iter().map(line).collect(),
    }
}

fn steps(text: &Text, process: Option<&Process>) -> Steps {
    let Some((process, limits)) = process.and_then(|process| Some((process, process.limits?))) else {
        return Steps::default();
    };
    let write = |value: f64| format::number(value, 3);
    let [mean, range] = [limits.mean, limits.mean_range].map(write);
    let input = |name: &str, value: String| Input::here((name.to_owned(), value));
    Steps {
        rule: text.kpis.process_hint.to_owned(),
        formula: format!(
            "{mean} ± {PER_RANGE} × {range} = {} … {}",
            write(limits.lower),
            write(limits.upper)
        ),
        inputs: vec![
            input(text.kpis.mean, mean),
            input(text.kpis.mean_range, range),
            input(text.kpis.process_columns[1], process.signals.len().to_string()),
        ],
    }
}
