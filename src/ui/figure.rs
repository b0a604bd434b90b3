//! The frame of a chart: its sentence, its picture, its numbers as a table.

use crate::ui::live::live;
use leptos::prelude::*;

/// The numbers of a chart as a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FigureTable {
    /// The heads of the columns.
    pub heads: Vec<String>,
    /// The rows; the first cell names the row.
    pub rows: Vec<Vec<String>>,
}

/// Shows a chart. The SVG text is our own; it holds no text that was not escaped by the drawing library.
#[component]
pub fn Figure(
    /// The sentence; it is also the chart's name.
    #[prop(into)]
    caption: Signal<String>,
    /// What stands above the sentence: the number and name of what is shown.
    #[prop(into)]
    heading: MaybeProp<(String, String)>,
    /// The picture.
    #[prop(into)]
    svg: Signal<String>,
    /// The words that open the table.
    #[prop(into)]
    table_label: Signal<String>,
    /// The numbers.
    #[prop(into)]
    table: Signal<FigureTable>,
    /// What says, on a narrow screen, that it is moved sideways; nothing where it shrinks and stays readable.
    sideways: Option<Signal<String>>,
    /// Downloads and other actions.
    children: Children,
) -> impl IntoView {
    // The table is made when it is first looked at: a page of charts would carry hundreds of hidden cells.
    let was_opened = RwSignal::new(false);
    let numbers = live(move || was_opened.get().then(|| data_table(caption.get(), table.get())));
    view! {
        <figure class="figure">
            <figcaption>
                {live(move || heading.get().map(|(number, name)| view! { <span class="figure-name"><span class="number">{number}</span>" "<bdi>{name}</bdi></span> }))}
                <span class="figure-sentence">{caption}</span>
            </figcaption>
            {picture(caption, svg, sideways)}
            <div class="figure-foot">
                <details on:toggle=move |_| was_opened.set(true)>
                    <summary>{table_label}</summary>
                    {numbers}
                </details>
                {children()}
            </div>
        </figure>
    }
}

/// Shows a picture. A wide one is moved sideways on a narrow screen, which is said above it.
pub fn picture(name: Signal<String>, svg: Signal<String>, sideways: Option<Signal<String>>) -> AnyView {
    let picture =
        view! { <div class="figure-picture" role="img" aria-label=name inner_html=move || svg.get()></div> };
    match sideways {
        None => picture.into_any(),
        Some(hint) => view! {
            <p class="hint sideways">{hint}</p>
            <div class="scroll wide" tabindex="0" role="region" aria-label=name>{picture}</div>
        }
        .into_any(),
    }
}

/// Shows numbers as a table of their own.
pub fn data_table(name: String, table: FigureTable) -> AnyView {
    let FigureTable { heads, rows } = table;
    let rows = rows.into_iter().map(|row| {
        let cells = row.into_iter().enumerate().map(|(place, cell)| match place {
            0 => view! { <th scope="row"><bdi>{cell}</bdi></th> }.into_any(),
            _ => view! { <td><bdi>{cell}</bdi></td> }.into_any(),
        });
        view! { <tr>{cells.collect_view()}</tr> }
    });
    let heads = heads.into_iter().map(|head| view! { <th scope="col">{head}</th> });
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=name>
            <table class="table">
                <thead><tr>{heads.collect_view()}</tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}
