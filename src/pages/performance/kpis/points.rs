//! The scorecard of the latest period of reviews as bars. The grade and the notes stand with the reviews.

use leptos::prelude::*;

use crate::charts::points::{self, Bar};
use crate::domain::performance::review::assessment::AssessedLine;
use crate::domain::performance::scorecard::ScorecardError;
use crate::domain::performance::{Kpi, Performance};
use crate::domain::task::Task;
use crate::i18n::format;
use crate::i18n::period::name;
use crate::pages::chart::{Chart, chart, drawn_late};
use crate::pages::performance::kpis::looked::{Looked, named};
use crate::routes::{Page, Route};
use crate::state::preferences::use_preferences;
use crate::ui::figure::FigureTable;
use crate::ui::live::{Show, fact, kept};

/// What is shown.
#[derive(Clone, PartialEq)]
struct Seen {
    period: String,
    score: Option<f64>,
    /// The indicators by name, with what each earns and the same in words.
    lines: Vec<(String, AssessedLine, String)>,
}

/// Shows the bars.
pub(super) fn points(looked: Looked) -> AnyView {
    let words = looked.words;
    let is_narrow = use_preferences().is_narrow();
    let seen = kept(move || seen(looked));
    let drawn = kept(move || (seen.get(), is_narrow.get()));
    let svg = drawn_late(drawn, 1, |(seen, is_narrow), palette| {
        let Some(Ok(seen)) = seen else { return String::new() };
        let bar = |(name, line, words): &(String, AssessedLine, String)| Bar {
            name: name.clone(),
            points: line.points,
            words: words.clone(),
        };
        let bars: Vec<_> = seen.lines.iter().map(bar).collect();
        points::draw(&bars, *is_narrow, palette)
    });
    let caption = Signal::derive(move || {
        let (text, name) = (words.get(), looked.vendor_name());
        let Some(Ok(seen)) = seen.get() else { return String::new() };
        let period = seen.period;
        match seen.score {
            Some(score) => (text.kpis.points_finding)(&name, &period, &format::fixed(score, 1)),
            None => (text.kpis.points_none)(&name, &period),
        }
    });
    let table = Signal::derive(move || {
        let text = words.get();
        let lines = seen.get().and_then(Result::ok).map(|seen| seen.lines).unwrap_or_default();
        let number = |value: Option<f64>| format::number_or_missing(value, 1);
        let line = |(name, line, _): (String, AssessedLine, String)| {
            vec![name, number(line.points), number(line.effective_weight), number(line.counted())]
        };
        FigureTable {
            heads: text.kpis.points_columns.map(str::to_owned).to_vec(),
            rows: lines.into_iter().map(line).collect(),
        }
    });
    let is_sound = kept(move || matches!(seen.get(), Some(Ok(_))));
    let why = words.built(move |text| match seen.get() {
        Some(Err(error)) => (text.reviews.error)(error),
        _ => (text.kpis.nothing)(&looked.vendor_name()),
    });
    let picture = move || chart(Chart { heading: MaybeProp::default(), caption, svg, table, wide: false });
    let href = move || Route::Project(looked.workspace.id(), Page::Task(Task::Reviews)).href();
    view! {
        <Show when=fact(move || is_sound.get()) fallback=move || view! { <p>{why}</p> }>{picture()}</Show>
        <p class="hint">{words.s(|t| t.reviews.score_rule)}" "<a href=href>{words.s(|t| t.kpis.to_reviews)}</a></p>
    }
    .into_any()
}

fn seen(looked: Looked) -> Option<Result<Seen, ScorecardError>> {
    let text = looked.words.get();
    let vendor = looked.vendor.get()?;
    let performance = looked.workspace.section::<Performance>();
    let latest = |kpi: &std::sync::Arc<Kpi>| performance.latest(vendor, kpi.id);
    let last = performance.kpis.iter().filter_map(latest).map(|(month, _)| month).max()?;
    // A scorecard is of a period of reviews, however the indicators are looked at.
    let period = performance.period_of(vendor, last);
    let (lines, card) = match performance.lines(vendor, period, period.first) {
        Ok(found) => found,
        Err(error) => return Some(Err(error)),
    };
    let line = |line: AssessedLine| {
        let words = match (line.points, line.effective_weight, line.counted()) {
            (Some(points), Some(weight), Some(counts)) => {
                let [points, weight] = [points, weight].map(|value| format::number(value, 1));
                (text.kpis.points_words)(&points, &weight, &format::fixed(counts, 1))
            }
            _ => text.performance.no_data.to_owned(),
        };
        (named(&line.kpi), line, words)
    };
    let scored = lines.into_iter().filter(|line| line.limits().is_some());
    let name = name(period, text.language);
    Some(Ok(Seen { period: name, score: card.score, lines: scored.map(line).collect() }))
}
