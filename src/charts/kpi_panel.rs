//! One indicator over the periods: points joined where periods follow each other, the target as a dashed line with its
//! value, the floor as a thin one, breaches as squares; the latest value stands beside its point, and so does the latest
//! breach with its cause. What is usual can lie behind it as a band.

use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use crate::charts::clear::clear;
use crate::charts::palette::Palette;
use crate::charts::picture::estimate;
use crate::charts::scale::{Scale, named};
use crate::charts::{DrawError, LABEL, dashed, fitting, label, svg};

/// What to draw.
#[derive(Clone, Debug)]
pub struct KpiPanel {
    /// The labels of the periods, short.
    pub months: Vec<String>,
    /// The place of the vendor's colour.
    pub style: usize,
    /// The values by period; nothing where there is no data.
    pub values: Vec<Option<f64>>,
    /// The target.
    pub target: Option<f64>,
    /// The value that earns nothing.
    pub floor: Option<f64>,
    /// The lowest and the highest value that are usual, where they are shown.
    pub usual: Option<[f64; 2]>,
    /// Why the latest breach came about; empty where that is not said.
    pub cause: String,
    /// Whether less is better.
    pub lower_is_better: bool,
    /// Writes a value.
    pub write: fn(f64) -> String,
}

impl KpiPanel {
    fn misses(&self, value: f64) -> bool {
        self.target.is_some_and(|target| if self.lower_is_better { target < value } else { value < target })
    }
}

const SIZE: (u32, u32) = (320, 176);
const LEFT: i32 = 46;
const RIGHT: i32 = 56;
const TOP: i32 = 22;
const BOTTOM: i32 = 30;
/// How far the names of periods stand apart at least.
const NAME: i32 = 36;

/// Shortens words to a width in pixels; where they are written with spaces no word is cut.
fn whole_words(words: &str, width: u32) -> String {
    let short = fitting(words, width);
    let whole =
        short.strip_suffix('…').filter(|start| !words.get(start.len()..).unwrap_or("").starts_with(' '));
    match whole.and_then(|start| start.rsplit_once(' ')) {
        Some((start, cut)) if cut.is_ascii() => format!("{}…", start.trim_end_matches([' ', ','])),
        _ => short,
    }
}

/// How often the height of all that is shown a floor may lie beyond it and is still drawn.
const NEAR: f64 = 1.5;

/// Tells whether a floor lies so near that the values are not pressed flat when it is shown.
fn is_near(floor: f64, shown: &[f64]) -> bool {
    let ends = (f64::MAX, f64::MIN);
    let (low, high) = shown.iter().fold(ends, |(low, high), value| (low.min(*value), high.max(*value)));
    let beyond = (low - floor).max(floor - high);
    floor.is_finite() && low < high && beyond <= NEAR * (high - low)
}

/// Draws the panel.
#[must_use]
pub fn draw(panel: &KpiPanel, palette: &Palette) -> String {
    svg(SIZE, |area| draw_on(area, panel, palette))
}

fn draw_on<DB: DrawingBackend>(
    area: &DrawingArea<DB, plotters::coord::Shift>,
    panel: &KpiPanel,
    palette: &Palette,
) -> Result<(), DrawError>
where
    DB::ErrorType: 'static,
{
    let failed = |error: DrawingAreaErrorKind<DB::ErrorType>| -> DrawError { error.to_string().into() };
    let finite: Vec<Option<f64>> =
        panel.values.iter().map(|value| value.filter(|value| value.is_finite())).collect();
    let target = panel.target.filter(|target| target.is_finite());
    let usual = panel.usual.filter(|usual| usual.iter().all(|value| value.is_finite()));
    let (right, foot) = (SIZE.0 as i32 - RIGHT, SIZE.1 as i32 - BOTTOM);
    let shown = finite.iter().flatten().copied().chain(target).chain(usual.into_iter().flatten());
    let shown: Vec<f64> = shown.collect();
    let near = panel.floor.filter(|floor| is_near(*floor, &shown));
    let scale = Scale::over(shown.into_iter().chain(near), [TOP, foot]);
    let n_months = panel.months.len().max(1);
    let x = |place: usize| LEFT + 6 + (right - LEFT - 12) * place as i32 / (n_months.max(2) as i32 - 1);
    let write = |words: String, at: (i32, i32), style: TextStyle<'static>| {
        area.draw(&Text::new(words, at, style)).map_err(failed)
    };
    let quiet = |h, v| label(palette.ink_3, false).pos(Pos::new(h, v));
    if let Some([lower, upper]) = usual {
        let band = [(LEFT, scale.y(upper)), (right, scale.y(lower))];
        area.draw(&Rectangle::new(band, palette.sheet_2.filled())).map_err(failed)?;
        for edge in [lower, upper] {
            let line = [(LEFT, scale.y(edge)), (right, scale.y(edge))];
            area.draw(&PathElement::new(line, palette.ink_3.stroke_width(1))).map_err(failed)?;
        }
    }
    area.draw(&PathElement::new([(LEFT, foot), (right, foot)], palette.rule.stroke_width(1)))
        .map_err(failed)?;
    let widest = panel.months.iter().map(|month| estimate(month, LABEL).0 as i32).max().unwrap_or_default();
    let is_named = named(n_months, right - LEFT - 12, NAME.max(widest + 8));
    for (place, month) in panel.months.iter().enumerate().filter(|(place, _)| is_named(*place)) {
        write(month.clone(), (x(place), foot + 10), quiet(HPos::Center, VPos::Top))?;
    }
    match target {
        Some(target) => {
            dashed(area, (LEFT, scale.y(target)), (right, scale.y(target)), palette.ink_2)?;
            write((panel.write)(target), (LEFT - 8, scale.y(target)), quiet(HPos::Right, VPos::Center))?;
        }
        None => {
            let ends = finite
                .iter()
                .flatten()
                .copied()
                .fold((f64::MAX, f64::MIN), |(low, high), value| (low.min(value), high.max(value)));
            for value in [ends.0, ends.1].into_iter().filter(|_| ends.0 < ends.1) {
                write((panel.write)(value), (LEFT - 8, scale.y(value)), quiet(HPos::Right, VPos::Center))?;
            }
        }
    }
    if let Some(floor) = panel.floor.filter(|floor| floor.is_finite()) {
        // A floor far from all values would press them flat: then it only says which way it lies.
        let is_beside = target.is_some_and(|target| (scale.y(target) - scale.y(floor)).abs() < 14);
        if scale.shows(floor) {
            let line = [(LEFT, scale.y(floor)), (right, scale.y(floor))];
            area.draw(&PathElement::new(line, palette.ink_2.stroke_width(1))).map_err(failed)?;
            if !is_beside {
                write((panel.write)(floor), (LEFT - 8, scale.y(floor)), quiet(HPos::Right, VPos::Center))?;
            }
        } else {
            let (arrow, y) = if panel.lower_is_better { ('↑', 8) } else { ('↓', foot - 6) };
            write(format!("{arrow} {}", (panel.write)(floor)), (2, y), quiet(HPos::Left, VPos::Center))?;
        }
    }
    let points: Vec<Option<(i32, i32)>> = finite
        .iter()
        .enumerate()
        .map(|(place, value)| value.map(|value| (x(place), scale.y(value))))
        .collect();
    let color = palette.series(panel.style);
    for joined in points.split(Option::is_none).filter(|joined| 1 < joined.len()) {
        let line: Vec<_> = joined.iter().copied().flatten().collect();
        area.draw(&PathElement::new(line, color.stroke_width(2))).map_err(failed)?;
    }
    let drawn: Vec<(f64, (i32, i32))> =
        finite.iter().zip(&points).filter_map(|(value, point)| Some(((*value)?, (*point)?))).collect();
    let latest = drawn.len().saturating_sub(1);
    // Where many periods share the width, their marks are smaller, so that they stay apart.
    let is_dense = 24 < n_months;
    for (place, (value, at)) in drawn.iter().enumerate() {
        let grown = if is_dense && place != latest { -2 } else { i32::from(place == latest) };
        if panel.misses(*value) {
            let half = 4 + grown;
            let square = Rectangle::new(
                [(at.0 - half, at.1 - half), (at.0 + half, at.1 + half)],
                palette.ink.filled(),
            );
            area.draw(&square).map_err(failed)?;
        } else {
            area.draw(&Circle::new(*at, 3 + grown, color.filled())).map_err(failed)?;
        }
    }
    if let Some((value, (x, y))) = drawn.last() {
        let style = label(palette.ink, true).pos(Pos::new(HPos::Left, VPos::Center));
        write((panel.write)(*value), (x + 10, *y), style)?;
        // A breach that is over still says how far it went and why, where its line is not in the way.
        let breach = drawn.iter().rev().find(|(value, _)| panel.misses(*value));
        let is_over = !panel.misses(*value);
        if let Some((breach, (x, y))) = breach.filter(|_| is_over || !panel.cause.is_empty()) {
            let words = match panel.cause.as_str() {
                "" => (panel.write)(*breach),
                // The value of the latest point stands beside it already.
                cause if !is_over => whole_words(cause, 180),
                cause => whole_words(&format!("{}, {cause}", (panel.write)(*breach)), 180),
            };
            let (width, height) = estimate(&words, LABEL);
            let within = [(2, 2), (SIZE.0 as i32 - 2, foot - 2)];
            let floor = panel.floor.filter(|floor| scale.shows(*floor));
            let rules: Vec<_> = target.into_iter().chain(floor).map(|value| scale.y(value)).collect();
            let size = (width as i32, height as i32);
            let place = clear(size, (*x, *y), panel.lower_is_better, &points, &rules, within);
            let beside = label(palette.ink_2, false).pos(Pos::new(HPos::Center, VPos::Top));
            write(words, place, beside)?;
        }
    }
    Ok(())
}
