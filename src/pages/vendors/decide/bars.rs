//! The ranking as bars whose segments and totals open to how they were computed.

use leptos::prelude::*;

use crate::domain::ids::Id;
use crate::domain::register::Item;
use crate::domain::selection::method::ScorePart;
use crate::domain::selection::ranking::{Ranked, Ranking};
use crate::domain::selection::{Selection, Vendor};
use crate::i18n::Text;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::list::use_facts;
use crate::pages::vendors::decide::explain::{explain, title};
use crate::pages::vendors::step::{series_of, vendor_name};
use crate::state::workspace::use_workspace;
use crate::ui::calculation::CalculationPanel;
use crate::ui::live::live;
use crate::ui::series_mark::series_mark;
use crate::ui::sheet::SheetSection;

/// A figure somebody pressed: the points of a part, or the total.
pub type Pressed = (Id<Vendor>, Option<ScorePart>);

/// Points below this are too few to see or to press; the total tells of them.
const LEAST: f64 = 0.05;

/// Shows the ranking and the one calculation that is open.
pub fn bars(ranking: Signal<Option<Ranking>>) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let facts = use_facts();
    let pressed = RwSignal::new(None::<Pressed>);
    let rows = live(move || {
        let text = words.get();
        let selection = workspace.section::<Selection>();
        let ranking = ranking.get()?;
        let rows = ranking.rows.iter().filter_map(|row| bar(text, &selection, row, pressed));
        Some(rows.collect_view())
    });
    let opened = Signal::derive(move || explain(&facts.get(), &ranking.get()?, pressed.get()?));
    let close = Callback::new(move |()| pressed.set(None));
    view! {
        <SheetSection number="3.6.2" title=words.s(|t| t.vendors.ranking_head) aside=view! { <span>{words.s(|t| t.vendors.ranking_hint)}</span> }.into_any()>
            <ol class="rank-bars">{rows}</ol>
            <CalculationPanel opened close=words.s(|t| t.common.close_action) on_close=close/>
        </SheetSection>
    }
    .into_any()
}

/// Shows one vendor's bar with its total at the end, and the range of its evaluators below.
fn bar(
    text: &'static Text,
    selection: &Selection,
    row: &Ranked,
    pressed: RwSignal<Option<Pressed>>,
) -> Option<AnyView> {
    let vendor = selection.vendors.get(row.vendor)?;
    let name = vendor_name(selection, row.vendor);
    let press = move |figure: Pressed| {
        pressed.update(|pressed| *pressed = if *pressed == Some(figure) { None } else { Some(figure) });
    };
    let is_pressed = move |figure: Pressed| if pressed.get() == Some(figure) { "true" } else { "false" };
    let parts = ScorePart::ALL.into_iter().zip(row.points).enumerate();
    let segments = parts.filter(|(_, (_, points))| LEAST <= *points).map(|(place, (part, points))| {
        let figure = (row.vendor, Some(part));
        let label = title(text, &name, Some(part), points);
        // Where the name does not fit it falls below the edge, then the number does.
        view! {
            <button type="button" class="segment" data-segment=place + 1 style:width=format!("{points}%") aria-label=label aria-pressed=move || is_pressed(figure) on:click=move |_| press(figure)>
                <i></i><span>{format::number(points, 1)}</span><span>{(text.vendors.part)(part)}</span>
            </button>
        }
    });
    let segments = segments.collect_view();
    let figure = (row.vendor, None);
    let total = format::fixed(row.total, 1);
    let label = title(text, &name, None, row.total);
    let (low, high) = row.range;
    let range = format::range(&format::number(low, 0), &format::number(high, 0), text.language);
    let percent = |value: f64| format!("{}%", value.clamp(0.0, 100.0));
    // The words stand before the range where there is room, else behind it.
    let (left, right) = if low < 30.0 {
        (percent(high), "auto".to_owned())
    } else {
        ("auto".to_owned(), percent(100.0 - low))
    };
    Some(
        view! {
            <li>
                <p class="bar-name"><bdi>{vendor.name.clone()}</bdi><span class="inline-number">{vendor.clause()}</span></p>
                {series_mark(series_of(vendor))}
                <div class="bar">
                    <div class="segments">
                        {segments}
                        <button type="button" class="bar-total" aria-label=label aria-pressed=move || is_pressed(figure) on:click=move |_| press(figure)>{total}</button>
                    </div>
                    <div class="range">
                        <i style:left=percent(low) style:width=percent(high - low)></i>
                        <span style:left=left style:right=right>{(text.vendors.range_note)(&range)}</span>
                    </div>
                </div>
            </li>
        }
        .into_any(),
    )
}
