//! The mark of a series beside its name: the same colour and form as in charts.

use leptos::prelude::*;

/// Shows the mark of a series, which is counted from 0.
pub fn series_mark(series: usize) -> AnyView {
    const MARKS: [&str; 8] = ["●", "■", "▲", "◆", "○", "□", "△", "◇"];
    let place = series % MARKS.len();
    let mark = MARKS.get(place).copied();
    view! { <i class="series-mark" data-series=place aria-hidden="true">{mark}</i> }.into_any()
}
