//! The ranking as bars whose segments and totals open to how they were computed.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::domain::ids::Id;
use crate::domain::register::Item;
use crate::domain::selection::method::ScorePart;
use crate::domain::selection::ranking::{NoRanking, Ranked, Ranking};
use crate::domain::selection::{Selection, Vendor};
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::list::use_facts;
use crate::pages::vendors::decide::explain::{explain, title};
use crate::pages::vendors::step::series_of;
use crate::state::focus;
use crate::state::workspace::use_workspace;
use crate::ui::calculation::CalculationPanel;
use crate::ui::live::{Kept, each, kept, live};
use crate::ui::series_mark::series_mark;
use crate::ui::sheet::SheetSection;

/// A figure somebody pressed: the points of a part, or the total.
pub type Pressed = (Id<Vendor>, Option<ScorePart>);

/// Points below this are too few to see or to press; the total tells of them.
pub const LEAST: f64 = 0.05;

/// Shows the ranking and the one calculation that is open.
pub fn bars(ranking: Kept<Result<Ranking, NoRanking>>) -> AnyView {
    let words = use_words();
    let facts = use_facts();
    let pressed = RwSignal::new(None::<Pressed>);
    let vendors = move || {
        let bits = |ranking: &Ranking| ranking.rows.iter().map(|row| row.vendor.bits()).collect();
        ranking.with(|ranking| ranking.as_ref().map(bits).unwrap_or_default())
    };
    // One listener for all figures.
    let press = move |event: leptos::ev::MouseEvent| {
        if let Some(figure) = figure_at(&event) {
            pressed.update(|pressed| *pressed = if *pressed == Some(figure) { None } else { Some(figure) });
            // The panel stands below all bars: whoever pressed a key is led there, and back when it closes.
            if event.detail() == 0 && pressed.get_untracked().is_some() {
                focus::once_shown(&[".calculation-panel"]);
            }
        }
    };
    let opened = Signal::derive(move || {
        let pressed = pressed.get()?;
        ranking.with(|ranking| explain(&facts.get(), ranking.as_ref().ok()?, pressed))
    });
    let close = Callback::new(move |()| {
        if let Some(figure) = pressed.get_untracked() {
            // The figure is there: its calculation was open.
            let _ = focus::element(&format!("[data-figure=\"{}\"]", code(figure)));
        }
        pressed.set(None);
    });
    view! {
        <SheetSection number="3.6.2" title=words.s(|t| t.decide.ranking_head) aside=view! { <span>{words.s(|t| t.decide.ranking_hint)}</span> }.into_any()>
            <ol class="rank-bars" on:click=press>{each(vendors, move |bits| bar(Id::fixed(bits), ranking, pressed))}</ol>
            <CalculationPanel opened close=words.s(|t| t.common.close_action) on_close=close/>
        </SheetSection>
    }
    .into_any()
}

/// Names a figure in the page.
fn code((vendor, part): Pressed) -> String {
    let part = part.and_then(|part| ScorePart::ALL.iter().position(|other| *other == part));
    format!("{vendor} {}", part.map(|place| place.to_string()).unwrap_or_default())
}

/// Returns the figure that was pressed.
fn figure_at(event: &leptos::ev::MouseEvent) -> Option<Pressed> {
    let target = event.target()?.dyn_into::<web_sys::Element>().ok()?;
    let code = target.closest("[data-figure]").ok()??.get_attribute("data-figure")?;
    let (vendor, part) = code.split_once(' ')?;
    let part = part.parse().ok().and_then(|place: usize| ScorePart::ALL.get(place).copied());
    Some((Id::parse(vendor)?, part))
}

/// Shows one vendor's bar with its total at the end, and the range of its evaluators below. What is drawn stays while
/// the weights move; only its figures follow.
fn bar(
    vendor: Id<Vendor>,
    ranking: Kept<Result<Ranking, NoRanking>>,
    pressed: RwSignal<Option<Pressed>>,
) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let row = kept(move || {
        let find = |ranking: &Ranking| ranking.rows.iter().find(|row| row.vendor == vendor).cloned();
        ranking.with(|ranking| ranking.as_ref().ok().and_then(find))
    });
    let figure_of = move |read: fn(&Ranked) -> f64| row.with(|row| row.as_ref().map_or(0.0, read));
    let named = kept(move || {
        let selection = workspace.section::<Selection>();
        let found = selection.vendors.get(vendor);
        found.map(|found| (selection.title_of(vendor), found.name.clone(), found.clause(), series_of(found)))
    });
    let name = move || named.with(|named| named.as_ref().map(|(name, ..)| name.clone()).unwrap_or_default());
    let is_pressed = move |figure: Pressed| if pressed.get() == Some(figure) { "true" } else { "false" };
    let segments = ScorePart::ALL.into_iter().enumerate().map(move |(place, part)| {
        let points = move || {
            row.with(|row| row.as_ref().and_then(|row| row.points.get(place).copied()).unwrap_or_default())
        };
        let figure = (vendor, Some(part));
        // Where the name does not fit it falls below the edge, then the number does.
        view! {
            <button type="button" class="segment" data-segment=place + 1 data-figure=code(figure) hidden=move || points() < LEAST style:width=move || format!("{}%", points()) aria-label=move || title(words.get(), &name(), Some(part), points()) aria-pressed=move || is_pressed(figure)>
                <i></i><span>{move || format::number(points(), 1)}</span><span>{words.s(move |t| (t.vendors.part)(part))}</span>
            </button>
        }
    });
    let figure = (vendor, None);
    let total = move || figure_of(|row| row.total);
    let (low, high) = (move || figure_of(|row| row.range.0), move || figure_of(|row| row.range.1));
    let range = words.built(move |text| {
        let range = format::range(&format::number(low(), 0), &format::number(high(), 0), text.language);
        (text.decide.range_note)(&range)
    });
    let percent = |value: f64| format!("{}%", value.clamp(0.0, 100.0));
    // The words stand before the range where there is room, else behind it.
    let is_behind = move || low() < 30.0;
    let (left, right) = (
        move || if is_behind() { percent(high()) } else { "auto".to_owned() },
        move || if is_behind() { "auto".to_owned() } else { percent(100.0 - low()) },
    );
    let head = live(move || {
        named.get().map(|(_, name, clause, series)| {
            view! {
                <p class="bar-name"><bdi>{name}</bdi><span class="inline-number">{clause}</span></p>
                {series_mark(series)}
            }
        })
    });
    view! {
        <li>
            {head}
            <div class="bar">
                <div class="segments">
                    {segments.collect_view()}
                    <button type="button" class="bar-total" data-figure=code(figure) aria-label=move || title(words.get(), &name(), None, total()) aria-pressed=move || is_pressed(figure)>{move || format::fixed(total(), 1)}</button>
                </div>
                <div class="range">
                    <i style:left=move || percent(low()) style:width=move || percent(high() - low())></i>
                    <span style:left=left style:right=right>{range}</span>
                </div>
            </div>
        </li>
    }
    .into_any()
}
