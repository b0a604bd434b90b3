//! One indicator as a process (XmR chart): its values with their mean and the limits of what is usual, and below them
//! how far each is from the one before. A signal is a square, noise a dot.

use plotters::coord::Shift;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use crate::charts::palette::Palette;
use crate::charts::picture::Picture;
use crate::charts::scale::{Scale, named};
use crate::charts::{DrawError, dashed, label, svg};

/// What to draw.
#[derive(Clone, Debug)]
pub struct ControlChart {
    /// The labels of the periods, short.
    pub months: Vec<String>,
    /// The place of the vendor's colour.
    pub style: usize,
    /// The values by period; nothing where there is no data.
    pub values: Vec<Option<f64>>,
    /// Which of the periods are signals.
    pub signals: Vec<bool>,
    /// The lower limit, the mean and the upper limit of the values.
    pub limits: [f64; 3],
    /// The mean and the upper limit of the ranges.
    pub ranges: [f64; 2],
    /// The names of both parts.
    pub names: [String; 2],
    /// Writes a value.
    pub write: fn(f64) -> String,
}

const WIDTH: i32 = 640;
const HEIGHT: i32 = 340;
const LEFT: i32 = 16;
const RIGHT: i32 = 72;
/// Where the values lie, and below them the ranges.
const VALUES: [i32; 2] = [30, 190];
const RANGES: [i32; 2] = [230, 300];
/// How far the names of periods stand apart at least.
const NAME: i32 = 64;

/// The points of one part, and the lines behind them.
struct Part<'a> {
    points: Vec<Option<(i32, i32)>>,
    lines: Vec<(i32, String, bool)>,
    signals: &'a [bool],
}

/// Draws the chart.
#[must_use]
pub fn draw(chart: &ControlChart, palette: &Palette) -> String {
    svg((WIDTH as u32, HEIGHT as u32), |area| {
        let values: Vec<Option<f64>> =
            chart.values.iter().map(|value| value.filter(|value| value.is_finite())).collect();
        let apart = (WIDTH - LEFT - RIGHT - 12) / (values.len().max(2) as i32 - 1).max(1);
        let x = |place: usize| LEFT + 6 + apart * place as i32;
        let lines = |scale: &Scale, values: &[(f64, bool)]| {
            let finite = values.iter().filter(|(value, _)| value.is_finite());
            finite.map(|(value, is_dashed)| (scale.y(*value), (chart.write)(*value), *is_dashed)).collect()
        };
        let [lower, mean, upper] = chart.limits;
        let shown = values.iter().flatten().copied().chain(chart.limits).filter(|value| value.is_finite());
        let scale = Scale::over(shown, VALUES);
        let at = |(place, value): (usize, &Option<f64>)| Some((x(place), scale.y((*value)?)));
        let part = Part {
            points: values.iter().enumerate().map(at).collect(),
            lines: lines(&scale, &[(lower, true), (mean, false), (upper, true)]),
            signals: &chart.signals,
        };
        draw_part(area, &part, chart.style, palette)?;
        let ranges = ranges(&values);
        let shown = ranges.iter().flatten().copied().chain(chart.ranges).chain([0.0]);
        let scale = Scale::over(shown.filter(|value| value.is_finite()), RANGES);
        let at = |(place, range): (usize, &Option<f64>)| Some((x(place), scale.y((*range)?)));
        let part = Part {
            points: ranges.iter().enumerate().map(at).collect(),
            lines: lines(&scale, &[(chart.ranges[0], false), (chart.ranges[1], true)]),
            signals: &[],
        };
        draw_part(area, &part, chart.style, palette)?;
        for (name, top) in chart.names.iter().zip([VALUES[0], RANGES[0]]) {
            let style = label(palette.ink_2, false).pos(Pos::new(HPos::Left, VPos::Bottom));
            area.draw(&Text::new(name.clone(), (LEFT, top - 6), style))?;
        }
        let is_named = named(chart.months.len(), WIDTH - LEFT - RIGHT, NAME);
        for (place, month) in chart.months.iter().enumerate().filter(|(place, _)| is_named(*place)) {
            let style = label(palette.ink_3, false).pos(Pos::new(HPos::Center, VPos::Top));
            area.draw(&Text::new(month.clone(), (x(place).max(LEFT + 20), RANGES[1] + 12), style))?;
        }
        Ok(())
    })
}

/// How far each value is from the one with data before it.
fn ranges(values: &[Option<f64>]) -> Vec<Option<f64>> {
    let mut before = None;
    let range = |value: &Option<f64>| {
        let value = (*value)?;
        let range = before.map(|before: f64| (value - before).abs());
        before = Some(value);
        range
    };
    values.iter().map(range).collect()
}

fn draw_part(
    area: &DrawingArea<Picture<'_>, Shift>,
    part: &Part<'_>,
    style: usize,
    palette: &Palette,
) -> Result<(), DrawError> {
    let right = WIDTH - RIGHT;
    for (y, words, is_dashed) in &part.lines {
        if *is_dashed {
            dashed(area, (LEFT, *y), (right, *y), palette.ink_2)?;
        } else {
            area.draw(&PathElement::new([(LEFT, *y), (right, *y)], palette.ink_3.stroke_width(1)))?;
        }
        let beside = label(palette.ink_2, false).pos(Pos::new(HPos::Left, VPos::Center));
        area.draw(&Text::new(words.clone(), (right + 8, *y), beside))?;
    }
    let line: Vec<_> = part.points.iter().copied().flatten().collect();
    let color = palette.series(style);
    area.draw(&PathElement::new(line, color.stroke_width(2)))?;
    for (place, point) in part.points.iter().enumerate() {
        let Some(at) = *point else { continue };
        if part.signals.get(place).copied().unwrap_or_default() {
            let square = [(at.0 - 5, at.1 - 5), (at.0 + 5, at.1 + 5)];
            area.draw(&Rectangle::new(square, palette.ink.filled()))?;
        } else {
            area.draw(&Circle::new(at, 3, color.filled()))?;
        }
    }
    Ok(())
}
