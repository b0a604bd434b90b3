//! Each indicator over the periods, one small chart beside the other.

use std::sync::Arc;

use leptos::prelude::*;

use crate::charts::kpi_panel::{self, KpiPanel};
use crate::domain::ids::Id;
use crate::domain::performance::control::limits;
use crate::domain::performance::records::Place;
use crate::domain::performance::{Direction, Kpi, Performance, Reading};
use crate::domain::period::{Cycle, Period};
use crate::domain::register::Item;
use crate::i18n::Text;
use crate::i18n::format;
use crate::i18n::format::with_unit;
use crate::pages::chart::{Chart, chart, drawn_late};
use crate::pages::performance::kpis::definitions::target_words;
use crate::pages::performance::kpis::looked::{Looked, said};
use crate::ui::figure::FigureTable;
use crate::ui::live::{Kept, each, kept, live};

/// How many charts are drawn at once; the others stand further down and follow one by one.
const AT_ONCE: usize = 6;

/// Shows the charts with the key of their marks.
pub(super) fn panels(looked: Looked) -> AnyView {
    let bits = looked.workspace.bits::<Kpi>();
    view! {
        <div class="panels">{each(move || bits.get(), move |id| panel(Id::fixed(id), looked))}</div>
        <p class="hint panel-key">{live(move || key(looked))}</p>
    }
    .into_any()
}

/// Says what the marks of the charts mean.
fn key(looked: Looked) -> AnyView {
    let text = looked.words.get();
    let style = looked.vendor.get().map_or(0, |vendor| looked.style_of(vendor));
    let usual = looked.shows_usual.get().then(|| {
        view! { <span class="key usual" aria-hidden="true"></span>{text.kpis.key_usual} }
    });
    view! {
        <i class="vendor-mark" data-series=style + 1 aria-hidden="true">"●"</i>{text.performance.key_met}
        <span class="key missed" aria-hidden="true"></span>{text.performance.key_missed}
        <span class="key target" aria-hidden="true"></span>{text.performance.key_target}
        <span class="key floor" aria-hidden="true"></span>{text.kpis.key_floor}
        {usual}
    }
    .into_any()
}

/// What one chart is drawn from.
#[derive(Clone, PartialEq)]
struct Seen {
    kpi: Arc<Kpi>,
    readings: Vec<(Period, Option<Reading>)>,
    names: Arc<Vec<String>>,
    style: usize,
    usual: Option<[f64; 2]>,
    cause: String,
}

fn seen(row: crate::state::row::Row<Kpi>, looked: Looked) -> Option<Seen> {
    let (kpi, vendor) = (row.item()?, looked.vendor.get()?);
    let readings = looked.over(vendor, kpi.id);
    let values: Vec<f64> =
        readings.iter().filter_map(|(_, reading)| reading.and_then(Reading::value)).collect();
    let usual = looked.shows_usual.get().then(|| limits(&values)).flatten();
    let usual = usual.map(|limits| [limits.lower, limits.upper]);
    let is_missed = |reading: &Option<Reading>| {
        reading.and_then(Reading::value).is_some_and(|value| kpi.is_missed(value))
    };
    let performance = looked.workspace.section::<Performance>();
    let breach = readings.iter().rev().find(|(_, reading)| is_missed(reading)).map(|(period, _)| *period);
    // A cause belongs to a month; of a longer period the causes stand in the list.
    let of_month = breach.filter(|period| period.cycle == Cycle::Month);
    let record =
        of_month.and_then(|period| performance.record(Place { vendor, kpi: kpi.id, month: period.first }));
    let cause = record.map(|record| record.cause.clone()).unwrap_or_default();
    Some(Seen { kpi, readings, names: looked.names.get(), style: looked.style_of(vendor), usual, cause })
}

fn draw(seen: &Option<Seen>, palette: &crate::charts::palette::Palette) -> String {
    let Some(seen) = seen else { return String::new() };
    let panel = KpiPanel {
        months: seen.names.to_vec(),
        style: seen.style,
        values: seen.readings.iter().map(|(_, reading)| reading.and_then(Reading::value)).collect(),
        target: seen.kpi.target,
        floor: seen.kpi.floor,
        usual: seen.usual,
        cause: seen.cause.clone(),
        lower_is_better: seen.kpi.direction == Direction::Lower,
        write: |value| format::number(value, 1),
    };
    kpi_panel::draw(&panel, palette)
}

/// Shows one indicator.
fn panel(kpi: Id<Kpi>, looked: Looked) -> AnyView {
    let words = looked.words;
    let row = looked.workspace.row::<Kpi>(kpi);
    // One reading changes one chart; the others keep their picture.
    let seen = kept(move || seen(row, looked));
    let place = looked.workspace.section_now::<Performance>().kpis.position(kpi).unwrap_or(0);
    let svg = drawn_late(seen, place.saturating_sub(AT_ONCE - 1), draw);
    let caption = Signal::derive(move || seen.with(|seen| sentence(words.get(), seen.as_ref(), looked)));
    let table = Signal::derive(move || seen.with(|seen| table(words.get(), seen.as_ref(), looked)));
    let heading = MaybeProp::derive(move || row.item().map(|kpi| (kpi.clause(), kpi.name.clone())));
    chart(Chart { heading, caption, svg, table, wide: false })
}

fn sentence(text: &Text, seen: Option<&Seen>, looked: Looked) -> String {
    let Some(Seen { kpi, readings, .. }) = seen else { return String::new() };
    let latest = readings
        .iter()
        .rev()
        .find_map(|(period, reading)| Some((*period, reading.and_then(Reading::value)?)));
    match latest {
        Some((period, value)) => (text.performance.chart_finding)(
            &with_unit(value, &kpi.unit),
            &looked.name(period),
            &target_words(kpi),
            kpi.target.map(|_| kpi.is_missed(value)),
        ),
        None if kpi.judged => text.kpis.judged_there.to_owned(),
        None => text.performance.chart_no_data.to_owned(),
    }
}

fn table(text: &Text, seen: Option<&Seen>, looked: Looked) -> FigureTable {
    let Some(Seen { kpi, readings, .. }) = seen else { return FigureTable::default() };
    let line = |(period, reading): &(Period, Option<Reading>)| {
        vec![looked.name(*period), said(text, *reading, &kpi.unit)]
    };
    FigureTable {
        heads: vec![text.kpis.period_label.to_owned(), kpi.name.clone()],
        rows: readings.iter().map(line).collect(),
    }
}

/// A choice of one indicator, the first while none is chosen.
pub(super) fn chosen_kpi(looked: Looked, chosen: RwSignal<Option<u128>>) -> Kept<Option<Arc<Kpi>>> {
    kept(move || {
        let performance = looked.workspace.section::<Performance>();
        let chosen = chosen.get().and_then(|bits| performance.kpis.get(Id::fixed(bits)));
        chosen.or_else(|| performance.kpis.at(0)).cloned()
    })
}
