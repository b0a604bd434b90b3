//! All vendors on one indicator.

use leptos::prelude::*;

use crate::charts::bars::{self, Bar};
use crate::domain::performance::{Direction, Kpi, Performance, Reading};
use crate::domain::period::Period;
use crate::domain::selection::Selection;
use crate::i18n::Text;
use crate::i18n::format::with_unit;
use crate::pages::chart::{Chart, chart, drawn_late};
use crate::pages::form::controls::Control;
use crate::pages::form::{choices, labelled};
use crate::pages::performance::kpis::definitions::target_words;
use crate::pages::performance::kpis::looked::{Looked, said};
use crate::pages::performance::kpis::panels::chosen_kpi;
use crate::state::row::Bound;
use crate::ui::figure::FigureTable;
use crate::ui::live::{Kept, kept};

/// What is compared.
#[derive(Clone, PartialEq)]
struct Seen {
    kpi: std::sync::Arc<Kpi>,
    period: Option<Period>,
    bars: Vec<Bar>,
    target: Option<(f64, String)>,
}

/// Shows the bars with the choice of the indicator.
pub(super) fn compare(looked: Looked) -> AnyView {
    let words = looked.words;
    let chosen = RwSignal::new(None::<u128>);
    let kpi = chosen_kpi(looked, chosen);
    let seen = kept(move || seen(looked, kpi));
    let svg = drawn_late(seen, 2, |seen, palette| {
        let Some(seen) = seen else { return String::new() };
        let target = seen.target.as_ref().map(|(value, words)| (*value, words.as_str()));
        bars::draw(&seen.bars, target, palette)
    });
    let caption = Signal::derive(move || {
        seen.with(|seen| seen.as_ref().map(|seen| sentence(words.get(), looked, seen)).unwrap_or_default())
    });
    let table = Signal::derive(move || {
        let text = words.get();
        let bars = seen.with(|seen| seen.as_ref().map(|seen| seen.bars.clone()).unwrap_or_default());
        FigureTable {
            heads: vec![text.performance.vendor.to_owned(), text.performance.value.to_owned()],
            rows: bars.into_iter().map(|bar| vec![bar.name, bar.words]).collect(),
        }
    });
    let choice = Control::Link(bound(kpi, chosen), |project| choices::<Kpi>(project, |kpi| kpi.name.clone()));
    view! {
        <div class="inline-choice">{labelled(|t| t.performance.kpi, choice, None)}</div>
        {chart(Chart { heading: MaybeProp::default(), caption, svg, table, wide: true })}
    }
    .into_any()
}

/// Binds the choice of an indicator.
pub(super) fn bound(
    kpi: Kept<Option<std::sync::Arc<Kpi>>>,
    chosen: RwSignal<Option<u128>>,
) -> Bound<Option<u128>> {
    Bound {
        value: Signal::derive(move || kpi.get().map(|kpi| kpi.id.bits())),
        set: Callback::new(move |bits| chosen.set(bits)),
    }
}

fn seen(looked: Looked, kpi: Kept<Option<std::sync::Arc<Kpi>>>) -> Option<Seen> {
    let (kpi, text) = (kpi.get()?, looked.words.get());
    let performance = looked.workspace.section::<Performance>();
    let selection = looked.workspace.section::<Selection>();
    let measured: Vec<_> = selection
        .vendors
        .iter()
        .filter(|vendor| performance.readings.get(vendor.id, kpi.id).is_some())
        .collect();
    let value = |vendor, period| performance.over(vendor, kpi.id, period);
    let has_data = |period: &&Period| {
        measured
            .iter()
            .any(|vendor| value(vendor.id, **period).is_some_and(|reading| reading.value().is_some()))
    };
    let period = looked.periods.with(|periods| periods.iter().rev().find(has_data).copied());
    let bar = |vendor: &&std::sync::Arc<crate::domain::selection::Vendor>| {
        let reading = period.and_then(|period| value(vendor.id, period));
        Bar {
            name: format!("{} {}", crate::domain::register::Item::clause(&***vendor), vendor.name),
            style: vendor.number as usize - 1,
            value: reading.and_then(Reading::value),
            words: said(text, Some(reading.unwrap_or(Reading::NoEvents)), &kpi.unit),
        }
    };
    let bars = measured.iter().map(bar).collect();
    let target = kpi.target.map(|target| (target, (text.performance.target_label)(&target_words(&kpi))));
    Some(Seen { kpi, period, bars, target })
}

/// Says who does best, and how many miss the target.
fn sentence(text: &Text, looked: Looked, seen: &Seen) -> String {
    let with_value = seen.bars.iter().filter_map(|bar| Some((bar, bar.value?)));
    let is_lower = seen.kpi.direction == Direction::Lower;
    let best = with_value.clone().min_by(
        |(_, one), (_, other)| {
            if is_lower { one.total_cmp(other) } else { other.total_cmp(one) }
        },
    );
    let lead =
        seen.period.map(|period| (text.performance.compare_caption)(&seen.kpi.name, &looked.name(period)));
    let colon = if text.language == crate::domain::language::Language::Zh { "：" } else { ": " };
    let finding = match best {
        None => text.kpis.compare_none.to_owned(),
        Some((bar, value)) if seen.kpi.target.is_none() => {
            (text.kpis.compare_alone)(&bar.name, &with_unit(value, &seen.kpi.unit))
        }
        Some((bar, value)) => {
            let missed = with_value.clone().filter(|(_, value)| seen.kpi.is_missed(*value)).count();
            (text.kpis.compare_finding)(
                &bar.name,
                &with_unit(value, &seen.kpi.unit),
                missed,
                with_value.count(),
            )
        }
    };
    lead.map_or_else(|| finding.clone(), |lead| format!("{lead}{colon}{finding}"))
}
