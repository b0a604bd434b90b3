//! What each role carries: how often it plays which part, and its hours against those it can give.

use leptos::prelude::*;

use crate::charts::load::{self, Bar};
use crate::charts::palette::Palette;
use crate::domain::team::Part;
use crate::domain::team::raci::checked::Checked;
use crate::domain::team::raci::code::Code;
use crate::domain::team::raci::{RoleLoad, counts};
use crate::i18n::Text;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::chart::{Chart, chart};
use crate::pages::team::raci::editor::Editor;
use crate::pages::team::raci::rested;
use crate::state::preferences::use_preferences;
use crate::ui::figure::FigureTable;
use crate::ui::live::{Show, fact, kept};

/// Shows the load of the roles as a chart with its numbers.
pub fn load(editor: Editor) -> AnyView {
    let words = use_words();
    let preferences = use_preferences();
    let matrix = editor.matrix;
    let drawn = rested(kept(move || matrix.with(|matrix| bars(words.get(), matrix))));
    let caption = Signal::derive(move || matrix.with(|matrix| sentence(words.get(), matrix)));
    let is_narrow = preferences.is_narrow();
    let svg = Signal::derive(move || {
        drawn.with(|bars| load::draw(bars, is_narrow.get(), Palette::of(preferences.is_dark())))
    });
    let has_load = fact(move || drawn.with(|bars| bars.iter().any(|bar| bar.percent.is_some())));
    let table = Signal::derive(move || matrix.with(|matrix| numbers(words.get(), matrix)));
    view! {
        <section class="raci-load">
            <h2>{words.s(|t| t.matrix.load_heading)}</h2>
            <Show when=has_load fallback=move || view! { <p class="hint">{caption}</p> }>
                {chart(Chart { heading: MaybeProp::default(), caption, svg, table, wide: false })}
            </Show>
        </section>
    }
    .into_any()
}

fn sentence(text: &'static Text, matrix: &Checked) -> String {
    let found = |code: Code| matrix.findings.iter().filter(|finding| finding.code == code).count();
    let (over, high) = (found(Code::RoleOverload), found(Code::RoleLoadHigh));
    let loads = matrix.loads.iter().enumerate().filter_map(|(column, load)| Some((column, load.percent?)));
    let fullest = loads.filter(|(_, percent)| 0.0 < *percent).max_by(|a, b| a.1.total_cmp(&b.1));
    let fullest =
        fullest.and_then(|(column, percent)| Some((matrix.role(column)?, format::number(percent, 0))));
    let fullest = fullest.as_ref().map(|(role, percent)| (role.name.as_str(), percent.as_str()));
    (text.matrix.load_finding)(over, high, fullest)
}

/// The roles with hours or a capacity, fullest first.
fn bars(text: &'static Text, matrix: &Checked) -> Vec<Bar> {
    let roles = matrix.loads.iter().enumerate().filter_map(|(column, load)| {
        let role = matrix.role(column)?;
        (0.0 < load.hours || load.percent.is_some()).then(|| {
            let hours = format::number(load.hours, 0);
            let of = role.capacity_hours.zip(load.percent);
            let of = of.map(|(capacity, percent)| (format::number(capacity, 0), format::number(percent, 0)));
            let of = of.as_ref().map(|(capacity, percent)| (capacity.as_str(), percent.as_str()));
            Bar {
                name: role.name.clone(),
                percent: load.percent,
                words: (text.matrix.load_words)(&hours, of),
            }
        })
    });
    let mut bars: Vec<_> = roles.collect();
    decision::order::sort_by(&mut bars, |a, b| {
        b.percent.unwrap_or(-1.0).total_cmp(&a.percent.unwrap_or(-1.0))
    });
    bars
}

fn numbers(text: &'static Text, matrix: &Checked) -> FigureTable {
    let words = &text.matrix;
    let heads = [text.team.role].into_iter().chain(Part::ALL.map(|part| (text.team.part)(part)));
    let heads = heads.chain([words.rows_column, text.team.hours, words.capacity_column, words.load_column]);
    let row = |(column, (load, counts)): (usize, (&RoleLoad, [usize; 4]))| {
        let role = matrix.role(column)?;
        let numbers = counts.into_iter().chain([load.rows]).map(|count| count.to_string());
        let hours = [Some(load.hours), role.capacity_hours, load.percent];
        let hours = hours.map(|value| format::number_or_missing(value, 0));
        Some([role.name.clone()].into_iter().chain(numbers).chain(hours).collect())
    };
    let counts = counts(&matrix.grid);
    FigureTable {
        heads: heads.map(str::to_owned).collect(),
        rows: matrix.loads.iter().zip(counts).enumerate().filter_map(row).collect(),
    }
}
