//! All indicators by period as one table of marks.

use leptos::prelude::*;

use crate::charts::heat::{self, Cell, Heat};
use crate::domain::performance::{Direction, Kpi, Performance, Reading};
use crate::i18n::Text;
use crate::i18n::format;
use crate::i18n::period::short;
use crate::pages::chart::{Chart, chart, drawn_late};
use crate::pages::performance::kpis::looked::{Looked, named, said};
use crate::ui::figure::FigureTable;
use crate::ui::live::kept;

/// How many periods are shown, the latest ones.
const PERIODS: usize = 24;

/// What is shown: the picture, the same as words, and what it comes to.
#[derive(Clone, Default, PartialEq)]
struct Seen {
    heat: Heat,
    words: Vec<Vec<String>>,
    periods: Vec<String>,
    missed: usize,
    failed: usize,
    all: usize,
}

/// Shows the table.
pub(super) fn heat(looked: Looked) -> AnyView {
    let words = looked.words;
    let seen = kept(move || seen(words.get(), looked));
    let svg = drawn_late(seen, 3, |seen, palette| heat::draw(&seen.heat, palette));
    let caption = Signal::derive(move || {
        let name = looked.vendor_name();
        seen.with(|seen| (words.get().kpis.heat_finding)(&name, seen.missed, seen.failed, seen.all))
    });
    let table = Signal::derive(move || {
        seen.with(|seen| {
            let heads = std::iter::once(words.get().performance.kpi.to_owned()).chain(seen.periods.clone());
            FigureTable { heads: heads.collect(), rows: seen.words.clone() }
        })
    });
    chart(Chart { heading: MaybeProp::default(), caption, svg, table, wide: true })
}

fn seen(text: &Text, looked: Looked) -> Seen {
    let performance = looked.workspace.section::<Performance>();
    let Some(vendor) = looked.vendor.get() else { return Seen::default() };
    let periods = looked.periods.get();
    let shown = periods.get(periods.len().saturating_sub(PERIODS)..).unwrap_or_default();
    let mut seen = Seen {
        periods: shown.iter().map(|period| looked.name(*period)).collect(),
        heat: Heat {
            columns: shown
                .iter()
                .map(|period| match period.n_months() {
                    1 => short(*period),
                    _ => looked.short(*period),
                })
                .collect(),
            key: text.kpis.heat_key.map(str::to_owned),
            rows: Vec::new(),
        },
        ..Seen::default()
    };
    for kpi in performance.kpis.iter() {
        let readings: Vec<_> = shown.iter().map(|period| performance.over(vendor, kpi.id, *period)).collect();
        let cells: Vec<Cell> = readings.iter().map(|reading| cell(text, kpi, *reading)).collect();
        let count = |is_it: fn(&Cell) -> bool| cells.iter().filter(|cell| is_it(cell)).count();
        seen.missed += count(|cell| matches!(cell, Cell::Short(_) | Cell::Failed(_)));
        seen.failed += count(|cell| matches!(cell, Cell::Failed(_)));
        seen.all += count(|cell| !matches!(cell, Cell::Missing | Cell::NoEvents(_)));
        let line = readings.iter().map(|reading| said(text, *reading, &kpi.unit));
        seen.words.push(std::iter::once(named(kpi)).chain(line).collect());
        seen.heat.rows.push((named(kpi), cells));
    }
    seen
}

fn cell(text: &Text, kpi: &Kpi, reading: Option<Reading>) -> Cell {
    let value = match reading {
        None => return Cell::Missing,
        Some(Reading::NoEvents) => return Cell::NoEvents(text.kpis.no_events.to_owned()),
        Some(Reading::Value(value)) => value,
    };
    let words = format::number(value, 1);
    let is_below_floor = kpi.floor.is_some_and(|floor| match kpi.direction {
        Direction::Higher => value < floor,
        Direction::Lower => floor < value,
    });
    match (kpi.target.is_some(), kpi.is_missed(value), is_below_floor) {
        (false, ..) => Cell::Plain(words),
        (_, false, _) => Cell::Met(words),
        (_, _, false) => Cell::Short(words),
        (_, _, true) => Cell::Failed(words),
    }
}
