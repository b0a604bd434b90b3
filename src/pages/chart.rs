//! A chart of a page: its sentence, its picture, its numbers as a table, and both forms of the picture as files.

use leptos::prelude::*;

use crate::exchange::names;
use crate::i18n::context::use_words;
use crate::state::downloads;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::figure::{Figure, FigureTable};

/// What a chart shows.
pub struct Chart {
    /// The number and the name of what is shown, where that does not stand above it already.
    pub heading: MaybeProp<(String, String)>,
    /// The sentence; it is also the chart's name and that of its files.
    pub caption: Signal<String>,
    /// The picture.
    pub svg: Signal<String>,
    /// The numbers.
    pub table: Signal<FigureTable>,
    /// Whether narrow screens move it sideways instead of shrinking its words beyond reading.
    pub wide: bool,
}

/// Shows a chart.
pub fn chart(chart: Chart) -> AnyView {
    let words = use_words();
    let Chart { heading, caption, svg, table, wide } = chart;
    let stem = move || {
        let name = heading.get_untracked().map(|(number, name)| format!("{number} {name}"));
        names::stem(&name.unwrap_or_else(|| caption.get_untracked()))
    };
    let as_svg = move |()| downloads::svg(&stem(), &svg.get_untracked());
    let as_png = move |()| downloads::png(&stem(), &svg.get_untracked());
    view! {
        <Figure heading caption svg wide table_label=words.s(|t| t.common.as_table) table>
            <Button kind=ButtonKind::Text label="SVG".to_owned() name=words.s(|t| t.common.download_svg) on_press=as_svg/>
            <Button kind=ButtonKind::Text label="PNG".to_owned() name=words.s(|t| t.common.download_png) on_press=as_png/>
        </Figure>
    }
    .into_any()
}
