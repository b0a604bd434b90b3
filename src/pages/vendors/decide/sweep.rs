//! Whether the first stays first when one weight moves.

use leptos::prelude::*;

use crate::charts::palette::Palette;
use crate::charts::weight_sweep::{self, Sweep, SweepChart, Turn};
use crate::domain::register::Item;
use crate::domain::selection::Selection;
use crate::domain::selection::method::ScorePart;
use crate::domain::selection::ranking::Ranking;
use crate::i18n::Text;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::chart::{Chart, chart};
use crate::pages::vendors::step::series_of;
use crate::state::preferences::use_preferences;
use crate::state::workspace::use_workspace;
use crate::ui::figure::FigureTable;
use crate::ui::picks::SelectField;
use crate::ui::sheet::SheetSection;
use decision::order;
use decision::sensitivity::{self, Crossing, Line};

/// This near to an end of the scale lines meet at the end.
const END: f64 = 1e-9;

/// The totals as lines over one weight.
pub struct Moved {
    lines: Vec<Line>,
    /// The weight now, 0 to 1.
    pub now: f64,
}

impl Moved {
    /// Lets one weight of a ranking move.
    #[must_use]
    pub fn of(ranking: &Ranking, moving: usize) -> Self {
        let shares = ranking.shares();
        let lines = sensitivity::lines(&ranking.matrix(), &shares, moving);
        Self { lines, now: shares.get(moving).copied().unwrap_or(0.0) }
    }

    /// Returns the totals of the leader and of another vendor while this weight is 0 and while it is the whole.
    #[must_use]
    pub fn ends(&self, other: usize) -> [[f64; 2]; 2] {
        let leader = sensitivity::stability(&self.lines, self.now).map_or(0, |stability| stability.leader);
        let at = |place: usize, weight: f64| self.lines.get(place).map_or(0.0, |line| line.at(weight));
        [0.0, 1.0].map(|weight| [at(leader, weight), at(other, weight)])
    }

    /// Lists where the leader changes, the nearest first. Where totals only meet at one end of the scale, nobody
    /// overtakes.
    #[must_use]
    pub fn turns(&self) -> Vec<Crossing> {
        let stability = sensitivity::stability(&self.lines, self.now);
        let mut turns: Vec<_> = stability
            .into_iter()
            .flat_map(|stability| [stability.below, stability.above])
            .flatten()
            .filter(|crossing| (END..=1.0 - END).contains(&crossing.weight))
            .collect();
        order::sort_by(&mut turns, |a, b| {
            (a.weight - self.now).abs().total_cmp(&(b.weight - self.now).abs())
        });
        turns
    }
}

/// Shows the chart and the choice of the weight that moves.
pub fn sweep(ranking: Signal<Option<Ranking>>, moving: RwSignal<usize>) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let preferences = use_preferences();
    let part = move |text: &'static Text| {
        (text.vendors.part)(ScorePart::ALL.get(moving.get()).copied().unwrap_or_default())
    };
    let svg = Signal::derive(move || {
        let text = words.get();
        let Some(ranking) = ranking.get() else { return String::new() };
        let drawn = drawn(text, &workspace.section::<Selection>(), &ranking, moving.get(), part(text));
        weight_sweep::draw(&drawn, Palette::of(preferences.is_dark()))
    });
    let table = Signal::derive(move || {
        let Some(ranking) = ranking.get() else { return FigureTable::default() };
        let moved = Moved::of(&ranking, moving.get());
        let selection = workspace.section::<Selection>();
        let mut at = vec![0.0, moved.now];
        at.extend(moved.turns().iter().map(|turn| turn.weight));
        at.push(1.0);
        order::sort_by(&mut at, f64::total_cmp);
        let row = |(row, line): (&crate::domain::selection::ranking::Ranked, &Line)| {
            let totals = at.iter().map(|weight| format::fixed(line.at(*weight), 1));
            std::iter::once(selection.title_of(row.vendor)).chain(totals).collect()
        };
        let heads = at.iter().map(|weight| format!("{} %", format::number(weight * 100.0, 1)));
        FigureTable {
            heads: std::iter::once(part(words.get()).to_owned()).chain(heads).collect(),
            rows: ranking.rows.iter().zip(&moved.lines).map(row).collect(),
        }
    });
    let caption = words.built(move |t| {
        let is_equal =
            ranking.with(|ranking| ranking.as_ref().is_some_and(|ranking| is_equal(ranking, moving.get())));
        if is_equal { (t.decide.equal_part)(part(t)) } else { (t.decide.sweep_note)(part(t)) }
    });
    let options = Signal::derive(move || {
        let text = words.get();
        let parts = ScorePart::ALL.into_iter().enumerate();
        parts
            .map(|(place, part)| (place.to_string(), (text.vendors.part)(part).to_owned()))
            .collect::<Vec<_>>()
    });
    let choose = move |place: String| moving.set(place.parse().unwrap_or(3));
    let value = Signal::derive(move || moving.get().to_string());
    let aside = view! { <SelectField label=words.s(|t| t.decide.moving) value options on_input=choose/> };
    view! {
        <SheetSection number="3.6.3" title=words.s(|t| t.decide.sweep_head) aside=view! { <div class="moving">{aside}</div> }.into_any()>
            <div class="sweep">
                {chart(Chart { heading: MaybeProp::default(), caption, svg, table, wide: true })}
            </div>
        </SheetSection>
    }
    .into_any()
}

/// Tells whether all vendors have the same score on a part, so that its weight tells nobody apart.
fn is_equal(ranking: &Ranking, part: usize) -> bool {
    let mut scores = ranking.rows.iter().filter_map(|row| row.parts.get(part));
    let first = scores.next();
    1 < ranking.rows.len()
        && first.is_some_and(|first| scores.all(|score| (score - first).abs() < decision::rank::EQUAL))
}

fn drawn(
    text: &'static Text,
    selection: &Selection,
    ranking: &Ranking,
    moving: usize,
    part: &'static str,
) -> SweepChart {
    let moved = Moved::of(ranking, moving);
    let lines = ranking.rows.iter().zip(&moved.lines).filter_map(|(row, line)| {
        let vendor = selection.vendors.get(row.vendor)?;
        Some(Sweep {
            name: selection.title_of(row.vendor),
            style: series_of(vendor),
            at_zero: line.at(0.0),
            at_whole: line.at(1.0),
            now: format::fixed(line.at(moved.now), 1),
        })
    });
    let turns = moved.turns().into_iter().map(|turn| {
        let next = ranking.rows.get(turn.next).and_then(|row| selection.vendors.get(row.vendor));
        let next = next.map(|vendor| vendor.clause()).unwrap_or_default();
        Turn {
            weight: turn.weight,
            words: (text.decide.turn_words)(&format::number(turn.weight * 100.0, 0), &next),
            note: (text.decide.turn_note)((turn.weight - moved.now) * 100.0),
        }
    });
    SweepChart {
        lines: lines.collect(),
        now: (moved.now, (text.decide.current_weight)(&format::number(moved.now * 100.0, 2))),
        turns: turns.collect(),
        axes: [(text.decide.weight_axis)(part), text.decide.total_points.to_owned()],
    }
}
