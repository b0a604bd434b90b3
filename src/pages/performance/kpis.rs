//! 6.1 KPIs: charts, definitions, readings.

use leptos::prelude::*;

use crate::charts::bars::{self, Bar};
use crate::charts::kpi_panel::{self, KpiPanel, Series};
use crate::charts::palette::Palette;
use crate::domain::ids::Id;
use crate::domain::performance::{Direction, Kpi, Performance, Reading};
use crate::domain::period::Month;
use crate::domain::register::Item;
use crate::domain::requirements::SlaLine;
use crate::domain::selection::{Selection, Vendor};
use crate::domain::task::Task;
use crate::domain::template::Content;
use crate::exchange::names;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::parts::{
    TaskSheet, add_button, bind, each, from_template, is_empty, item_actions, link, number, pick, text,
};
use crate::pages::performance::readings::Readings;
use crate::pages::performance::{VendorChoice, use_vendor};
use crate::state::downloads;
use crate::state::preferences::use_preferences;
use crate::state::row::{Bound, Row};
use crate::state::workspace::{Workspace, use_workspace};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::empty_state::EmptyState;
use crate::ui::figure::{Figure, FigureTable};
use crate::ui::finding::Finding;
use crate::ui::live::fact;
use crate::ui::sheet::{Clause, SheetSection};

/// Shows the indicators.
#[component]
pub fn KpisPage() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let none = is_empty::<Kpi>();
    let (chosen, vendor) = use_vendor();
    let add = move |kind| add_button::<Kpi>(words.s(|t| t.performance.add_kpi), kind, |_| ());
    let ids = workspace.ids::<Kpi>();
    let finding = Signal::derive(move || {
        let performance = workspace.section::<Performance>();
        let missed = performance.kpis.iter().filter(|kpi| {
            let last = vendor.get().and_then(|vendor| latest(&performance, vendor, kpi.id));
            last.is_some_and(|(_, value)| kpi.is_missed(value))
        });
        vec![(words.get().performance.kpis_finding)(performance.kpis.len(), missed.count())]
    });
    let has_data = Memo::new(move |_| !workspace.section::<Performance>().readings.is_empty());
    view! {
        <TaskSheet task=Task::Kpis wide=true>
            <Show when=fact(move || !none.get()) fallback=move || view! { <EmptyState sentence=words.s(|t| t.performance.empty)>{from_template(Content::Kpis, true)}{add(ButtonKind::Plain)}</EmptyState> }>
                <Show when=fact(move || has_data.get())>
                    <Finding clauses=finding/>
                    <div class="fields"><div class="w4"><VendorChoice label=words.s(|t| t.performance.vendor) chosen vendor/></div></div>
                    <SheetSection number="6.1.1" title=words.s(|t| t.performance.charts_head)>
                        <div class="panels"><For each=move || ids.get() key=|id| *id children=move |id| view! { <Panel kpi=id vendor/> }/></div>
                    </SheetSection>
                    <SheetSection number="6.1.2" title=words.s(|t| t.performance.compare_head)><Compare/></SheetSection>
                </Show>
                <SheetSection number="6.1.3" title=words.s(|t| t.performance.readings_head)>
                    <Show when=fact(move || vendor.get().is_some()) fallback=move || view! { <p>{words.s(|t| t.performance.no_vendor)}</p> }>
                        <Show when=fact(move || !has_data.get())><div class="fields"><div class="w4"><VendorChoice label=words.s(|t| t.performance.vendor) chosen vendor/></div></div></Show>
                        <Readings vendor/>
                    </Show>
                </SheetSection>
                <SheetSection number="6.1.4" title=words.s(|t| t.performance.definitions_head)>
                    {each::<Kpi>(definition)}
                    <div class="actions">{add(ButtonKind::Plain)}{from_template(Content::Kpis, false)}</div>
                </SheetSection>
            </Show>
        </TaskSheet>
    }
}

/// Returns the latest value with its month.
fn latest(performance: &Performance, vendor: Id<Vendor>, kpi: Id<Kpi>) -> Option<(Month, f64)> {
    let months = performance.readings.get(vendor, kpi)?;
    months.iter().rev().find_map(|(month, reading)| Some((*month, reading.value()?)))
}

fn with_unit(value: f64, unit: &str) -> String {
    let number = format::number(value, 2);
    if unit.is_empty() { number } else { format!("{number} {unit}") }
}

fn bound_mark(kpi: &Kpi) -> &'static str {
    match kpi.direction {
        Direction::Higher => "≥",
        Direction::Lower => "≤",
    }
}

/// Returns the place of a vendor's colour: its clause number, so that it keeps it all project long.
fn style_of(workspace: Workspace, vendor: Id<Vendor>) -> usize {
    workspace.section::<Selection>().vendors.get(vendor).map_or(0, |vendor| vendor.number as usize - 1)
}

/// Shows one indicator over the months.
#[component]
fn Panel(kpi: Id<Kpi>, vendor: Memo<Option<Id<Vendor>>>) -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let preferences = use_preferences();
    let row = workspace.row::<Kpi>(kpi);
    let svg = Signal::derive(move || {
        let (Some(kpi), Some(vendor)) = (row.item(), vendor.get()) else { return String::new() };
        let performance = workspace.section::<Performance>();
        let months = performance.months();
        let values = months
            .iter()
            .map(|month| performance.reading(vendor, kpi.id, *month).and_then(Reading::value))
            .collect();
        let target = kpi.target.map(|target| {
            (
                target,
                (words.get().performance.target_label)(&format!(
                    "{} {}",
                    bound_mark(&kpi),
                    with_unit(target, &kpi.unit)
                )),
            )
        });
        let panel = KpiPanel {
            months: months.iter().map(ToString::to_string).collect(),
            series: vec![Series { style: style_of(workspace, vendor), values }],
            target,
            lower_is_better: kpi.direction == Direction::Lower,
            write: |value| format::number(value, 1),
        };
        kpi_panel::draw(&panel, Palette::of(preferences.is_dark()))
    });
    let caption = Signal::derive(move || {
        let text = words.get();
        let Some(kpi) = row.item() else { return String::new() };
        let name = format!("{} {}", kpi.clause(), kpi.name);
        match vendor.get().and_then(|vendor| latest(&workspace.section::<Performance>(), vendor, kpi.id)) {
            Some((month, value)) => (text.performance.chart_finding)(
                &name,
                &month.to_string(),
                &with_unit(value, &kpi.unit),
                kpi.is_missed(value),
            ),
            None => (text.performance.chart_no_data)(&name),
        }
    });
    let table = Signal::derive(move || {
        let text = words.get();
        let (Some(kpi), Some(vendor)) = (row.item(), vendor.get()) else { return FigureTable::default() };
        let performance = workspace.section::<Performance>();
        let value = |month: Month| match performance.reading(vendor, kpi.id, month) {
            Some(Reading::Value(value)) => with_unit(value, &kpi.unit),
            Some(Reading::NoEvents) => text.performance.no_data.to_owned(),
            None => format::MISSING.to_owned(),
        };
        FigureTable {
            heads: vec![text.performance.month.to_owned(), kpi.name.clone()],
            rows: performance
                .months()
                .into_iter()
                .map(|month| vec![month.to_string(), value(month)])
                .collect(),
        }
    });
    let name = move || row.get(|kpi| format!("{} {}", kpi.clause(), kpi.name));
    view! {
        <Figure caption svg table_label=words.s(|t| t.common.as_table) table>
            <Button kind=ButtonKind::Text label=words.s(|t| t.common.download_svg) on_press=move |()| downloads::svg(&names::stem(&name()), &svg.get_untracked())/>
            <Button kind=ButtonKind::Text label=words.s(|t| t.common.download_png) on_press=move |()| downloads::png(&names::stem(&name()), &svg.get_untracked())/>
        </Figure>
    }
}

/// Shows all vendors on one indicator, each at its latest month.
#[component]
fn Compare() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let preferences = use_preferences();
    let chosen = RwSignal::new(None::<Id<Kpi>>);
    let kpi = Memo::new(move |_| {
        let performance = workspace.section::<Performance>();
        chosen.get().and_then(|id| performance.kpis.get(id)).or_else(|| performance.kpis.at(0)).cloned()
    });
    let rows = move || {
        let Some(kpi) = kpi.get() else { return Vec::new() };
        let performance = workspace.section::<Performance>();
        let selection = workspace.section::<Selection>();
        let row = |vendor: &Vendor| {
            performance.readings.get(vendor.id, kpi.id)?;
            let last = latest(&performance, vendor.id, kpi.id);
            let words = last.map_or_else(
                || words.get().performance.no_data.to_owned(),
                |(_, value)| with_unit(value, &kpi.unit),
            );
            Some(Bar {
                name: format!("{} {}", vendor.clause(), vendor.name),
                style: vendor.number as usize - 1,
                value: last.map(|(_, value)| value),
                words,
            })
        };
        selection.vendors.iter().filter_map(|vendor| row(vendor)).collect()
    };
    let svg = Signal::derive(move || {
        let Some(kpi) = kpi.get() else { return String::new() };
        let target_words =
            kpi.target.map(|target| (words.get().performance.target_label)(&with_unit(target, &kpi.unit)));
        bars::draw(&rows(), kpi.target.zip(target_words.as_deref()), Palette::of(preferences.is_dark()))
    });
    let caption = Signal::derive(move || {
        let last =
            workspace.section::<Performance>().months().last().map(ToString::to_string).unwrap_or_default();
        kpi.get().map(|kpi| (words.get().performance.compare_caption)(&kpi.name, &last)).unwrap_or_default()
    });
    let table = Signal::derive(move || FigureTable {
        heads: vec![words.get().performance.vendor.to_owned(), words.get().performance.value.to_owned()],
        rows: rows().into_iter().map(|bar| vec![bar.name, bar.words]).collect(),
    });
    let bound = Bound {
        value: Signal::derive(move || kpi.get().map(|kpi| kpi.id)),
        set: Callback::new(move |id| chosen.set(id)),
    };
    view! {
        <div class="fields"><div class="w4">{link::<Kpi>(words, words.s(|t| t.performance.kpi), bound, |kpi| kpi.name.clone(), false)}</div></div>
        <Figure caption svg table_label=words.s(|t| t.common.as_table) table/>
    }
}

/// Binds a weight in basis points as percent.
fn percent(bound: Bound<u32>) -> Bound<Option<f64>> {
    Bound {
        value: Signal::derive(move || Some(f64::from(bound.value.get()) / 100.0)),
        set: Callback::new(move |percent: Option<f64>| {
            bound.set.run((percent.unwrap_or(0.0).clamp(0.0, 100.0) * 100.0).round() as u32)
        }),
    }
}

fn definition(row: Row<Kpi>) -> AnyView {
    let words = use_words();
    const DIRECTIONS: [Direction; 2] = [Direction::Higher, Direction::Lower];
    let direction = pick(
        words.s(|t| t.performance.direction_label),
        bind!(row, direction),
        &DIRECTIONS,
        move |direction| (words.get().performance.direction)(direction),
    );
    view! {
        <Clause number=Signal::derive(move || row.clause())>
            <div class="fields">
                <div class="w4">{text(words.s(|t| t.performance.kpi), bind!(row, name))}</div>
                <div class="w3">{text(words.s(|t| t.performance.numerator), bind!(row, numerator))}</div>
                <div class="w3">{text(words.s(|t| t.performance.denominator), bind!(row, denominator))}</div>
                <div class="w2">{text(words.s(|t| t.performance.unit), bind!(row, unit))}</div>
                <div class="w3">{direction}</div>
                <div class="w2">{number(words.s(|t| t.performance.target), bind!(row, target))}</div>
                <div class="w2">{number(words.s(|t| t.performance.floor), bind!(row, floor))}</div>
                <div class="w2">{number(words.s(|t| t.performance.weight), percent(bind!(row, weight_bp)))}</div>
                <div class="w3">{link::<SlaLine>(words, words.s(|t| t.performance.sla), bind!(row, sla), |line| line.measure.clone(), false)}</div>
            </div>
            {item_actions(row)}
        </Clause>
    }
    .into_any()
}
