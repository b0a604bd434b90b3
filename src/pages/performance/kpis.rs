//! 6.1 KPIs: charts, vendors compared, readings, definitions.

use leptos::prelude::*;

use crate::charts::bars::{self, Bar};
use crate::charts::kpi_panel::{self, KpiPanel};
use crate::charts::palette::Palette;
use crate::domain::ids::Id;
use crate::domain::performance::trend::DRIFT_MONTHS;
use crate::domain::performance::{Direction, Kpi, Performance, Reading};
use crate::domain::period::Month;
use crate::domain::register::Item;
use crate::domain::requirements::SlaLine;
use crate::domain::selection::{Selection, Vendor};
use crate::domain::task::Task;
use crate::domain::template::Content;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::chart::{Chart, chart};
use crate::pages::form::controls::Control;
use crate::pages::form::{Field, choices, field, form, labelled};
use crate::pages::list::{Column, List, list, use_facts};
use crate::pages::parts::{TaskSheet, add_button, from_template, is_empty};
use crate::pages::performance::readings::Readings;
use crate::pages::performance::{VendorChoice, bound_mark, use_vendor, with_unit};
use crate::state::preferences::use_preferences;
use crate::state::row::Bound;
use crate::state::workspace::{Workspace, use_workspace};
use crate::ui::button::ButtonKind;
use crate::ui::empty_state::EmptyState;
use crate::ui::figure::FigureTable;
use crate::ui::finding::Finding;
use crate::ui::ledger::Said;
use crate::ui::live::{Kept, Show, each, fact, kept, live};
use crate::ui::sheet::SheetSection;

static KPIS: List<Kpi> = List {
    name: |text| text.performance.definitions_head,
    columns: COLUMNS,
    is_wrong: |_, kpi| kpi.target.is_none(),
    form: |row| form(row, FIELDS),
    add: |text| text.performance.add_kpi,
    fill: |_| (),
};

const DIRECTIONS: [Direction; 2] = [Direction::Higher, Direction::Lower];

const COLUMNS: &[Column<Kpi>] = &[
    Column::new(|text| text.performance.kpi, |_, kpi| Said::Text(kpi.name.clone())),
    Column::new(
        |text| text.performance.formula,
        |_, kpi| match (kpi.numerator.as_str(), kpi.denominator.as_str()) {
            (numerator, "") => Said::Text(numerator.to_owned()),
            (numerator, denominator) => Said::Text(format!("{numerator} / {denominator}")),
        },
    ),
    Column::number(|text| text.performance.target_column, |_, kpi| Said::Number(target_words(kpi))),
    Column::number(
        |text| text.performance.floor_column,
        |_, kpi| Said::Quiet(format::number_or_missing(kpi.floor, 2)),
    ),
    Column::number(
        |text| text.performance.weight,
        |_, kpi| Said::Number(format::number(f64::from(kpi.weight_bp) / 100.0, 2)),
    ),
];

const FIELDS: &[Field<Kpi>] = &[
    field!(4 Line name: performance.kpi),
    field!(3 Line numerator: performance.numerator),
    field!(3 Line denominator: performance.denominator),
    field!(2 Line unit: performance.unit),
    field!(3 OneOf(DIRECTIONS, performance.direction) direction: performance.direction_label),
    field!(2 Number target: performance.target),
    field!(2 Number floor: performance.floor),
    field!(2 Percent weight_bp: performance.weight),
    field!(3 Link(SlaLine, |line| line.measure.clone()) sla: performance.sla),
];

fn target_words(kpi: &Kpi) -> String {
    kpi.target.map_or_else(
        || format::MISSING.to_owned(),
        |target| format!("{} {}", bound_mark(kpi), with_unit(target, &kpi.unit)),
    )
}

/// Shows the indicators.
#[component]
pub fn KpisPage() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let none = is_empty::<Kpi>();
    let (chosen, vendor) = use_vendor();
    let facts = use_facts();
    let bits = workspace.bits::<Kpi>();
    let finding = Signal::derive(move || {
        let facts = facts.get();
        let performance = &facts.project.performance;
        let Some(vendor) = vendor.get() else { return Vec::new() };
        let missed = performance
            .kpis
            .iter()
            .filter(|kpi| performance.latest(vendor, kpi.id).is_some_and(|(_, value)| kpi.is_missed(value)));
        let drifting = performance
            .kpis
            .iter()
            .map(|kpi| (performance.months_worse(vendor, kpi), kpi))
            .filter(|(months, _)| DRIFT_MONTHS <= *months)
            .max_by_key(|(months, _)| *months);
        let words = &facts.text.performance;
        let drift = drifting.map(|(months, kpi)| (words.drift_finding)(&kpi.name, months));
        std::iter::once((words.kpis_finding)(performance.kpis.len(), missed.count())).chain(drift).collect()
    });
    let has_data = kept(move || !workspace.section::<Performance>().readings.is_empty());
    // While there are no readings there is nothing to compare.
    let number = move |place: u8| {
        Signal::derive(move || format!("6.1.{}", if has_data.get() { place } else { place - 1 }))
    };
    let choice = move || view! { <VendorChoice label=words.s(|t| t.performance.vendor) chosen vendor/> };
    view! {
        <TaskSheet task=Task::Kpis wide=true>
            <Show when=fact(move || !none.get()) fallback=move || view! {
                <EmptyState sentence=words.s(|t| t.performance.empty)>
                    {from_template(Content::Kpis, true)}
                    {add_button::<Kpi>(words.s(|t| t.performance.add_kpi), ButtonKind::Plain, |_| ())}
                </EmptyState>
            }>
                <Show when=fact(move || has_data.get())>
                    <Finding clauses=finding/>
                    <div class="inline-choice">{choice()}</div>
                    <div class="panels">{each(move || bits.get(), move |id| panel(Id::fixed(id), vendor))}</div>
                    <p class="hint panel-key">{live(move || key(facts.get().text, vendor.get().map_or(0, |vendor| style_of(workspace, vendor))))}</p>
                    <SheetSection number="6.1.1" title=words.s(|t| t.performance.compare_head)><Compare/></SheetSection>
                </Show>
                <SheetSection number=number(2) title=words.s(|t| t.performance.readings_head)>
                    <Show when=fact(move || vendor.get().is_some()) fallback=move || view! { <p>{words.s(|t| t.performance.no_vendor)}</p> }>
                        <Show when=fact(move || !has_data.get())><div class="inline-choice">{choice()}</div></Show>
                        <Readings vendor/>
                    </Show>
                </SheetSection>
                <SheetSection number=number(3) title=words.s(|t| t.performance.definitions_head)>
                    {list(&KPIS, from_template(Content::Kpis, false))}
                </SheetSection>
            </Show>
        </TaskSheet>
    }
}

/// Says what the marks of the panels mean.
fn key(text: &'static crate::i18n::Text, style: usize) -> AnyView {
    view! {
        <i class="vendor-mark" data-series=style + 1 aria-hidden="true">"●"</i>{text.performance.key_met}
        <span class="key missed" aria-hidden="true"></span>{text.performance.key_missed}
        <span class="key target" aria-hidden="true"></span>{text.performance.key_target}
    }
    .into_any()
}

/// Returns the place of a vendor's colour: its clause number, so that it keeps it all project long.
fn style_of(workspace: Workspace, vendor: Id<Vendor>) -> usize {
    workspace.section::<Selection>().vendors.get(vendor).map_or(0, |vendor| vendor.number as usize - 1)
}

/// Shows one indicator over the months.
fn panel(kpi: Id<Kpi>, vendor: Kept<Option<Id<Vendor>>>) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let preferences = use_preferences();
    let row = workspace.row::<Kpi>(kpi);
    // One reading changes one panel; the others keep their picture.
    let readings = kept(move || {
        let performance = workspace.section::<Performance>();
        let vendor = vendor.get()?;
        let months = performance.months();
        let readings: Vec<_> = months.iter().map(|month| performance.reading(vendor, kpi, *month)).collect();
        Some((months, readings))
    });
    let svg = kept(move || {
        let (Some(kpi), Some(vendor), Some((months, readings))) = (row.item(), vendor.get(), readings.get())
        else {
            return String::new();
        };
        let language = words.get().language;
        let panel = KpiPanel {
            months: months.iter().map(|month| format::month_short(month.month(), language)).collect(),
            style: style_of(workspace, vendor),
            values: readings.into_iter().map(|reading| reading.and_then(Reading::value)).collect(),
            target: kpi.target,
            lower_is_better: kpi.direction == Direction::Lower,
            write: |value| format::number(value, 1),
        };
        kpi_panel::draw(&panel, Palette::of(preferences.is_dark()))
    });
    let caption = Signal::derive(move || {
        let text = words.get();
        let (Some(kpi), Some((months, readings))) = (row.item(), readings.get()) else {
            return String::new();
        };
        let values = months.into_iter().zip(readings);
        let latest = values.rev().find_map(|(month, reading)| Some((month, reading?.value()?)));
        match latest {
            Some((month, value)) => (text.performance.chart_finding)(
                &with_unit(value, &kpi.unit),
                &month.to_string(),
                &target_words(&kpi),
                kpi.target.map(|_| kpi.is_missed(value)),
            ),
            None => text.performance.chart_no_data.to_owned(),
        }
    });
    let table = Signal::derive(move || {
        let text = words.get();
        let (Some(kpi), Some((months, readings))) = (row.item(), readings.get()) else {
            return FigureTable::default();
        };
        let value = |reading: Option<Reading>| match reading {
            Some(Reading::Value(value)) => with_unit(value, &kpi.unit),
            Some(Reading::NoEvents) => text.performance.no_data.to_owned(),
            None => format::MISSING.to_owned(),
        };
        let line = |(month, reading): (Month, Option<Reading>)| vec![month.to_string(), value(reading)];
        FigureTable {
            heads: vec![text.performance.month.to_owned(), kpi.name.clone()],
            rows: months.into_iter().zip(readings).map(line).collect(),
        }
    });
    let heading = MaybeProp::derive(move || row.item().map(|kpi| (kpi.clause(), kpi.name.clone())));
    chart(Chart { heading, caption, svg: svg.into(), table, wide: false })
}

/// Shows all vendors on one indicator, each at its latest month.
#[component]
fn Compare() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let preferences = use_preferences();
    let chosen = RwSignal::new(None::<u128>);
    let kpi = kept(move || {
        let performance = workspace.section::<Performance>();
        let chosen = chosen.get().and_then(|bits| performance.kpis.get(Id::fixed(bits)));
        chosen.or_else(|| performance.kpis.at(0)).cloned()
    });
    let rows = kept(move || {
        let Some(kpi) = kpi.get() else { return Vec::new() };
        let performance = workspace.section::<Performance>();
        let selection = workspace.section::<Selection>();
        let row = |vendor: &Vendor| {
            performance.readings.get(vendor.id, kpi.id)?;
            let last = performance.latest(vendor.id, kpi.id);
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
    });
    let svg = Signal::derive(move || {
        let Some(kpi) = kpi.get() else { return String::new() };
        let target = kpi.target.map(|_| (words.get().performance.target_label)(&target_words(&kpi)));
        let target = kpi.target.zip(target.as_deref());
        rows.with(|rows| bars::draw(rows, target, Palette::of(preferences.is_dark())))
    });
    let caption = Signal::derive(move || {
        let months = workspace.section::<Performance>().months();
        let last = months.last().map(ToString::to_string).unwrap_or_default();
        kpi.get().map(|kpi| (words.get().performance.compare_caption)(&kpi.name, &last)).unwrap_or_default()
    });
    let table = Signal::derive(move || FigureTable {
        heads: vec![words.get().performance.vendor.to_owned(), words.get().performance.value.to_owned()],
        rows: rows.get().into_iter().map(|bar| vec![bar.name, bar.words]).collect(),
    });
    let bound = Bound {
        value: Signal::derive(move || kpi.get().map(|kpi| kpi.id.bits())),
        set: Callback::new(move |bits| chosen.set(bits)),
    };
    let choice = Control::Link(bound, |project| choices::<Kpi>(project, |kpi| kpi.name.clone()));
    view! {
        <div class="inline-choice">{labelled(|t| t.performance.kpi, choice, None)}</div>
        {chart(Chart { heading: MaybeProp::default(), caption, svg, table, wide: false })}
    }
}
