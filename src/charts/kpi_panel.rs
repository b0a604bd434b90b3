//! One indicator over the months: points joined where months follow each other, the target as a line with its words,
//! breaches as squares.

use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use crate::charts::palette::Palette;
use crate::charts::{DrawError, label, mark, svg};

/// One vendor's values, a place for each month.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// The place of the vendor's colour and mark.
    pub style: usize,
    /// The values by month; nothing where there is no data.
    pub values: Vec<Option<f64>>,
}

/// What to draw.
#[derive(Clone, Debug)]
pub struct KpiPanel {
    /// The labels of the months.
    pub months: Vec<String>,
    /// The vendors.
    pub series: Vec<Series>,
    /// The target with its words.
    pub target: Option<(f64, String)>,
    /// Whether less is better.
    pub lower_is_better: bool,
    /// Writes a value.
    pub write: fn(f64) -> String,
}

const SIZE: (u32, u32) = (440, 230);
const LEFT: i32 = 44;
const RIGHT: i32 = 56;
const TOP: i32 = 14;
const BOTTOM: i32 = 30;

/// A scale from values to pixels with round steps.
struct Axis {
    low: f64,
    high: f64,
    step: f64,
}

impl Axis {
    fn over(values: impl Iterator<Item = f64>) -> Self {
        let (low, high) =
            values.fold((f64::MAX, f64::MIN), |(low, high), value| (low.min(value), high.max(value)));
        let (low, high) = if high < low { (0.0, 1.0) } else { (low, high) };
        let span = if high - low < 1e-9 { high.abs().max(1.0) * 0.2 } else { high - low };
        let rough = span / 3.0;
        let power = 10_f64.powf(rough.log10().floor());
        let step = [1.0, 2.0, 5.0, 10.0]
            .into_iter()
            .map(|factor| factor * power)
            .find(|step| rough <= *step)
            .unwrap_or(power);
        Self {
            low: ((low - 0.15 * span) / step).floor() * step,
            high: ((high + 0.15 * span) / step).ceil() * step,
            step,
        }
    }
    fn y(&self, value: f64) -> i32 {
        let height = f64::from(SIZE.1 as i32 - TOP - BOTTOM);
        TOP + (height * (self.high - value) / (self.high - self.low)).round() as i32
    }
    fn ticks(&self) -> impl Iterator<Item = f64> {
        let count = ((self.high - self.low) / self.step).round().clamp(1.0, 12.0) as usize;
        let (low, step) = (self.low, self.step);
        (0..=count).map(move |place| low + step * place as f64)
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
    let values = panel.series.iter().flat_map(|series| series.values.iter().flatten().copied());
    let axis = Axis::over(
        values.chain(panel.target.as_ref().map(|(target, _)| *target)).filter(|value| value.is_finite()),
    );
    let right = SIZE.0 as i32 - RIGHT;
    let n_months = panel.months.len().max(1);
    let x = |place: usize| LEFT + 8 + (right - LEFT - 16) * place as i32 / (n_months.max(2) as i32 - 1);
    for tick in axis.ticks() {
        let y = axis.y(tick);
        area.draw(&PathElement::new([(LEFT, y), (right, y)], palette.rule.stroke_width(1)))
            .map_err(failed)?;
        let style = label(palette.ink_3, false).pos(Pos::new(HPos::Right, VPos::Center));
        area.draw(&Text::new((panel.write)(tick), (LEFT - 8, y), style)).map_err(failed)?;
    }
    let every = n_months.div_ceil(4);
    for (place, month) in panel.months.iter().enumerate().filter(|(place, _)| place % every == 0) {
        let style = label(palette.ink_3, false).pos(Pos::new(HPos::Center, VPos::Top));
        area.draw(&Text::new(month.clone(), (x(place), SIZE.1 as i32 - BOTTOM + 10), style))
            .map_err(failed)?;
    }
    if let Some((target, words)) = &panel.target {
        let y = axis.y(*target);
        area.draw(&PathElement::new([(LEFT, y), (right, y)], palette.ink_2.stroke_width(1)))
            .map_err(failed)?;
        let style = label(palette.ink_2, false).pos(Pos::new(HPos::Left, VPos::Bottom));
        area.draw(&Text::new(words.clone(), (LEFT + 4, y - 3), style)).map_err(failed)?;
    }
    for series in &panel.series {
        draw_series(area, panel, series, &axis, &x, palette)?;
    }
    Ok(())
}

fn draw_series<DB: DrawingBackend>(
    area: &DrawingArea<DB, plotters::coord::Shift>,
    panel: &KpiPanel,
    series: &Series,
    axis: &Axis,
    x: &impl Fn(usize) -> i32,
    palette: &Palette,
) -> Result<(), DrawError>
where
    DB::ErrorType: 'static,
{
    let failed = |error: DrawingAreaErrorKind<DB::ErrorType>| -> DrawError { error.to_string().into() };
    let color = palette.series(series.style);
    let points: Vec<Option<(i32, i32)>> = series
        .values
        .iter()
        .enumerate()
        .map(|(place, value)| value.filter(|value| value.is_finite()).map(|value| (x(place), axis.y(value))))
        .collect();
    for pair in points.windows(2) {
        if let [Some(from), Some(to)] = pair {
            area.draw(&PathElement::new([*from, *to], color.stroke_width(2))).map_err(failed)?;
        }
    }
    let misses = |value: f64| {
        panel
            .target
            .as_ref()
            .is_some_and(|(target, _)| if panel.lower_is_better { *target < value } else { value < *target })
    };
    for (value, point) in series.values.iter().zip(&points) {
        if let (Some(value), Some(point)) = (value, point) {
            // A breach is a filled square whatever the vendor's own mark is.
            mark(area, *point, if misses(*value) { 1 } else { 0 }, &palette.with_only(series.style))?;
        }
    }
    let last =
        series.values.iter().zip(&points).rev().find_map(|(value, point)| Some(((*value)?, (*point)?)));
    if let Some((value, (x, y))) = last {
        let color = if misses(value) { palette.err } else { palette.ink };
        let style = label(color, true).pos(Pos::new(HPos::Left, VPos::Center));
        area.draw(&Text::new((panel.write)(value), (x + 10, y), style)).map_err(failed)?;
    }
    Ok(())
}
