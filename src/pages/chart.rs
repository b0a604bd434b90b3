//! A chart of a page: its sentence, its picture, its numbers as a table, and both forms of the picture as files.

use leptos::prelude::*;

use crate::charts::palette::Palette;
use crate::charts::titled::titled;
use crate::exchange::names;
use crate::i18n::context::use_words;
use crate::state::downloads;
use crate::state::preferences::use_preferences;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::figure::{Figure, FigureTable, picture};
use crate::ui::live::{Kept, follow};

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
    let head = move || {
        let name = heading.get_untracked().map(|(number, name)| format!("{number} {name}"));
        name.into_iter().chain([caption.get_untracked()]).collect()
    };
    let files = files(Callback::new(move |()| stem()), Callback::new(move |()| head()), svg);
    let sideways = wide.then(|| words.s(|t| t.common.sideways));
    view! { <Figure heading caption svg sideways table_label=words.s(|t| t.common.as_table) table>{files}</Figure> }
        .into_any()
}

/// How long a picture that stands off screen waits for each one before it, in milliseconds: about a frame.
const TURN: u64 = 16;

/// Draws a picture whenever what it shows differs: at once, or after so many turns where it stands off screen at first,
/// so that what the page says comes before it.
pub fn drawn_late<T: Clone + PartialEq + Send + Sync + 'static>(
    seen: Kept<T>,
    turns: usize,
    draw: fn(&T, &Palette) -> String,
) -> Signal<String> {
    let preferences = use_preferences();
    let svg = RwSignal::new(String::new());
    follow(move || {
        let (seen, palette) = (seen.get(), Palette::of(preferences.is_dark()));
        // What is printed has to be there.
        if turns == 0 || preferences.is_printing().get() {
            return svg.set(draw(&seen, palette));
        }
        let wait = std::time::Duration::from_millis(TURN * turns as u64);
        // Where the page was left meanwhile, nobody waits for it.
        let draw = move || {
            let _ = svg.try_update(|svg| *svg = draw(&seen, palette));
        };
        set_timeout(draw, wait);
    });
    svg.into()
}

/// Shows a picture whose sentence and numbers stand around it already.
pub fn bare_picture(name: Signal<String>, svg: Signal<String>) -> AnyView {
    let stem = Callback::new(move |()| names::stem(&name.get_untracked()));
    let files = files(stem, Callback::new(move |()| vec![name.get_untracked()]), svg);
    let sideways = use_words().s(|t| t.common.sideways);
    view! {
        <div class="figure">
            {picture(name, svg, Some(sideways))}
            <div class="figure-foot">{files}</div>
        </div>
    }
    .into_any()
}

/// Whose figures the pictures of a page show, provided around them: it goes with a picture that leaves the page.
#[derive(Clone, Copy)]
pub struct ChartsOf(pub Signal<String>);

/// Shows what hands a picture out as a file, under what the page says of it.
fn files(stem: Callback<(), String>, head: Callback<(), Vec<String>>, svg: Signal<String>) -> AnyView {
    let words = use_words();
    let preferences = use_preferences();
    let of = use_context::<ChartsOf>();
    let picture = move || {
        let shown = svg.get_untracked();
        let shown = if untrack(|| preferences.is_dark()) { Palette::as_light(&shown) } else { shown };
        let mut head = head.run(());
        head.extend(of.map(|of| of.0.get_untracked()));
        titled(&shown, &head, Palette::of(false))
    };
    let as_svg = move |()| downloads::svg(&stem.run(()), &picture());
    let as_png = move |()| downloads::png(&stem.run(()), &picture());
    view! {
        <Button kind=ButtonKind::Text label="SVG".to_owned() name=words.s(|t| t.common.download_svg) on_press=as_svg/>
        <Button kind=ButtonKind::Text label="PNG".to_owned() name=words.s(|t| t.common.download_png) on_press=as_png/>
    }
    .into_any()
}
