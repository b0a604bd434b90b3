//! One indicator over the months: points joined where months follow each other, the target as a dashed line with its
//! value, breaches as squares, the latest value and the latest breach written beside their points.

use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use crate::charts::palette::Palette;
use crate::charts::{DrawError, dashed, label, svg};

/// What to draw.
#[derive(Clone, Debug)]
pub struct KpiPanel {
    /// The labels of the months, short.
    pub months: Vec<String>,
    /// The place of the vendor's colour.
    pub style: usize,
    /// The values by month; nothing where there is no data.
    pub values: Vec<Option<f64>>,
    /// The target.
    pub target: Option<f64>,
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

/// From values to heights. The values fill the height, with a little room above and below.
struct Scale {
    low: f64,
    high: f64,
}

impl Scale {
    fn over(values: impl Iterator<Item = f64>) -> Self {
        let (low, high) =
            values.fold((f64::MAX, f64::MIN), |(low, high), value| (low.min(value), high.max(value)));
        let (low, high) = if high < low { (0.0, 1.0) } else { (low, high) };
        let room = if high - low < 1e-9 { high.abs().max(1.0) * 0.1 } else { 0.08 * (high - low) };
        Self { low: low - room, high: high + room }
    }
    fn y(&self, value: f64) -> i32 {
        let height = f64::from(SIZE.1 as i32 - TOP - BOTTOM);
        TOP + (height * (self.high - value) / (self.high - self.low)).round() as i32
    }
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
    let scale = Scale::over(finite.iter().flatten().copied().chain(target));
    let (right, foot) = (SIZE.0 as i32 - RIGHT, SIZE.1 as i32 - BOTTOM);
    let n_months = panel.months.len().max(1);
    let x = |place: usize| LEFT + 6 + (right - LEFT - 12) * place as i32 / (n_months.max(2) as i32 - 1);
    area.draw(&PathElement::new([(LEFT, foot), (right, foot)], palette.rule.stroke_width(1)))
        .map_err(failed)?;
    let write = |words: String, at: (i32, i32), style: TextStyle<'static>| {
        area.draw(&Text::new(words, at, style)).map_err(failed)
    };
    let quiet = |h, v| label(palette.ink_3, false).pos(Pos::new(h, v));
    // The first month, every third, and the last, unless the one before stands too close to it.
    let last_month = n_months - 1;
    let is_named = |place: usize| place == last_month || place.is_multiple_of(3) && place + 2 <= last_month;
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
    for (place, (value, at)) in drawn.iter().enumerate() {
        let grown = i32::from(place == latest);
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
        // A breach that is over still says how far it went, on the side its line does not come from.
        let breach = drawn.iter().rev().find(|(value, _)| panel.misses(*value));
        if let Some((breach, (x, y))) = breach.filter(|_| !panel.misses(*value)) {
            let (side, gap) = if panel.lower_is_better { (VPos::Bottom, -8) } else { (VPos::Top, 9) };
            let beside = label(palette.ink_2, false).pos(Pos::new(HPos::Center, side));
            write((panel.write)(*breach), (*x, y + gap), beside)?;
        }
    }
    Ok(())
}
