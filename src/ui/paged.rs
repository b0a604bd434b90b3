//! Where the pieces of a text stand, as the browser lays them out.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Lays a text out in a place and returns where its pieces stand, its blocks and the rows of its tables: the upper and the
/// lower edge of each, in pixels. The place is empty again afterwards.
#[must_use]
pub fn edges(place: &web_sys::Element, language: &str, html: &str) -> Vec<[f64; 2]> {
    const PIECES: &str = ":scope > :not(table), :scope > table > tbody > tr";
    // Without the attribute the text is laid out in other fonts, which is no reason to show nothing.
    let _ = place.set_attribute("lang", language);
    place.set_inner_html(html);
    let found = place.query_selector_all(PIECES).ok();
    let count = found.as_ref().map_or(0, web_sys::NodeList::length);
    let piece = |at| found.as_ref()?.get(at)?.dyn_into::<web_sys::Element>().ok();
    let edges = (0..count).filter_map(piece).map(|piece| {
        let place = piece.get_bounding_client_rect();
        [place.top(), place.bottom()]
    });
    let edges = edges.collect();
    place.set_inner_html("");
    edges
}

/// Returns how wide a place is, in pixels.
#[must_use]
pub fn width(place: &web_sys::Element) -> f64 {
    place.get_bounding_client_rect().width()
}

/// A place to lay out texts in, seen by nobody.
#[component]
pub fn LayoutPlace(
    /// The place, once it is there.
    node: NodeRef<leptos::html::Div>,
) -> impl IntoView {
    view! { <div class="layout-place paper-body" aria-hidden="true" node_ref=node></div> }
}
