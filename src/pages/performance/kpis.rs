//! 6.1 KPIs: charts, what is signal and what noise, vendors compared, causes, readings, data quality, definitions.

pub(super) mod builder;
mod causes;
mod compare;
mod counters;
mod coverage;
mod definitions;
mod heat;
mod looked;
mod panels;
mod points;
mod process;

use leptos::context::Provider;
use leptos::prelude::*;

use crate::domain::ids::Id;
use crate::domain::performance::trend::DRIFT_MONTHS;
use crate::domain::performance::{Kpi, Performance, Reading};
use crate::domain::period::Period;
use crate::domain::selection::Vendor;
use crate::domain::task::Task;
use crate::domain::template::Content;
use crate::i18n::context::use_words;
use crate::pages::chart::ChartsOf;
use crate::pages::list::list;
use crate::pages::parts::{TaskSheet, add_button, from_template, is_empty};
use crate::pages::performance::kpis::looked::{Looked, choices};
use crate::pages::performance::readings::ShowsReadings;
use crate::pages::performance::{VendorChoice, use_vendor};
use crate::state::workspace::use_workspace;
use crate::ui::button::ButtonKind;
use crate::ui::empty_state::EmptyState;
use crate::ui::finding::Finding;
use crate::ui::live::{Show, fact, kept};
use crate::ui::sheet::SheetSection;

/// How many sections stand before the readings once there are some.
const CHARTS: u8 = 5;

/// Shows the indicators.
#[component]
pub fn KpisPage() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let none = is_empty::<Kpi>();
    let (chosen, vendor) = use_vendor();
    let looked = Looked::new(workspace, vendor);
    let finding = Signal::derive(move || finding(looked));
    let has_data = kept(move || !workspace.section::<Performance>().readings.is_empty());
    // While there are no readings there is nothing to compare.
    let number = move |place: u8| {
        Signal::derive(move || format!("6.1.{}", if has_data.get() { place } else { place - CHARTS }))
    };
    let whose = ChartsOf(Signal::derive(move || looked.vendor_name()));
    let charts = move || {
        view! {
            <Finding clauses=finding/>
            {choices(looked, chosen)}
            <Provider value=whose>{panels::panels(looked)}</Provider>
            <SheetSection number="6.1.1" title=words.s(|t| t.kpis.points_head)><Provider value=whose>{points::points(looked)}</Provider></SheetSection>
            <SheetSection number="6.1.2" title=words.s(|t| t.kpis.process_head)><Provider value=whose>{process::process(looked)}</Provider></SheetSection>
            <SheetSection number="6.1.3" title=words.s(|t| t.performance.compare_head)>{compare::compare(looked)}</SheetSection>
            <SheetSection number="6.1.4" title=words.s(|t| t.kpis.heat_head)><Provider value=whose>{heat::heat(looked)}</Provider></SheetSection>
            <SheetSection number="6.1.5" title=words.s(|t| t.kpis.causes_head)><Provider value=whose>{causes::causes(looked)}</Provider></SheetSection>
        }
        .into_any()
    };
    let choice = move || {
        view! { <div class="inline-choice"><VendorChoice label=words.s(|t| t.performance.vendor) chosen vendor/></div> }
    };
    view! {
        <TaskSheet task=Task::Kpis wide=true>
            <Show when=fact(move || !none.get()) fallback=move || view! {
                <EmptyState sentence=words.s(|t| t.performance.empty)>
                    {from_template(Content::Kpis, true)}
                    {add_button::<Kpi>(words.s(|t| t.performance.add_kpi), ButtonKind::Plain, |_| ())}
                </EmptyState>
            }>
                <Show when=fact(move || has_data.get())>{charts()}</Show>
                <SheetSection number=number(6) title=words.s(|t| t.performance.readings_head)>
                    <Show when=fact(move || vendor.get().is_some()) fallback=move || view! { <p>{words.s(|t| t.performance.no_vendor)}</p> }>
                        <Show when=fact(move || !has_data.get())>{choice()}</Show>
                        {expect_context::<ShowsReadings>().0.run(vendor)}
                    </Show>
                </SheetSection>
                <Show when=fact(move || has_data.get())>
                    <SheetSection number="6.1.7" title=words.s(|t| t.kpis.coverage_head)>{coverage::coverage(looked)}</SheetSection>
                </Show>
                <SheetSection number=Signal::derive(move || if has_data.get() { "6.1.8" } else { "6.1.2" }.to_owned()) title=words.s(|t| t.performance.definitions_head)>
                    {counters::counters()}
                    {list(&definitions::KPIS, from_template(Content::Kpis, false))}
                </SheetSection>
            </Show>
        </TaskSheet>
    }
}

/// Tells whether an indicator is judged at the reviews and has no readings of its own: no month of it is missing.
fn is_marked(performance: &Performance, vendor: Id<Vendor>, kpi: &Kpi) -> bool {
    kpi.judged && performance.readings.get(vendor, kpi.id).is_none()
}

/// Says how many indicators miss their target in the latest period that has data, and which one has been getting worse.
fn finding(looked: Looked) -> Vec<String> {
    let text = looked.words.get();
    let performance = looked.workspace.section::<Performance>();
    let Some(vendor) = looked.vendor.get() else { return Vec::new() };
    let with_target: Vec<_> = performance
        .kpis
        .iter()
        .filter(|kpi| kpi.target.is_some() && !is_marked(&performance, vendor, kpi))
        .collect();
    let value = |kpi: &Kpi, period| performance.over(vendor, kpi.id, period).and_then(Reading::value);
    let has_data = |period: &&Period| with_target.iter().any(|kpi| value(kpi, **period).is_some());
    let Some(period) = looked.periods.with(|periods| periods.iter().rev().find(has_data).copied()) else {
        return vec![(text.kpis.nothing)(&looked.vendor_name())];
    };
    let values: Vec<_> = with_target.iter().filter_map(|kpi| Some((*kpi, value(kpi, period)?))).collect();
    let missed = values.iter().filter(|(kpi, value)| kpi.is_missed(*value)).count();
    let met =
        (text.kpis.finding)(values.len(), missed, with_target.len() - values.len(), &looked.name(period));
    let drifting = performance
        .kpis
        .iter()
        .map(|kpi| (performance.months_worse(vendor, kpi), kpi))
        .filter(|(months, _)| DRIFT_MONTHS <= *months)
        .max_by_key(|(months, _)| *months);
    let drift = drifting.map(|(months, kpi)| (text.performance.drift_finding)(&kpi.name, months));
    std::iter::once(met).chain(drift).collect()
}
