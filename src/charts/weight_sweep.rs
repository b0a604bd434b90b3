//! Totals over one moving weight: straight lines, the weight now, where the leader changes, names at the right.

use plotters::coord::Shift;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use crate::charts::palette::Palette;
use crate::charts::{DrawError, label, mark, svg};

/// One vendor.
#[derive(Clone, Debug, PartialEq)]
pub struct Sweep {
    /// The name at the end of the line.
    pub name: String,
    /// The place of the vendor's colour, dashes and mark.
    pub style: usize,
    /// The total at weight 0.
    pub at_zero: f64,
    /// The total at weight 100 %.
    pub at_whole: f64,
    /// The total at the weight now, in words.
    pub now: String,
}

impl Sweep {
    fn at(&self, weight: f64) -> f64 {
        self.at_zero + (self.at_whole - self.at_zero) * weight
    }
}

/// Where the leader changes.
#[derive(Clone, Debug, PartialEq)]
pub struct Turn {
    /// The weight, 0 to 1.
    pub weight: f64,
    /// Who leads beyond it, in words.
    pub words: String,
    /// How far it is from the weight now, in words.
    pub note: String,
}

/// What to draw.
#[derive(Clone, Debug, PartialEq)]
pub struct SweepChart {
    /// The vendors.
    pub lines: Vec<Sweep>,
    /// The weight now, 0 to 1, with its words.
    pub now: (f64, String),
    /// Where the leader changes.
    pub turns: Vec<Turn>,
    /// The words of the horizontal and of the vertical axis.
    pub axes: [String; 2],
}

const SIZE: (u32, u32) = (934, 306);
const LEFT: i32 = 44;
const RIGHT: i32 = 736;
const TOP: i32 = 32;
const BOTTOM: i32 = 262;
/// How far apart labels stand at least.
const APART: i32 = 17;

/// Returns the highest weight that has to be drawn: what lies far beyond the weight now and the turns tells nothing.
#[must_use]
pub fn reach(now: f64, turns: impl Iterator<Item = f64>) -> f64 {
    let farthest = turns.fold(now, f64::max) + 0.15;
    [0.6, 0.8].into_iter().find(|reach| farthest <= *reach).unwrap_or(1.0)
}

/// The pixels of weights and totals.
struct Plane {
    reach: f64,
    low: f64,
    high: f64,
    step: f64,
}

impl Plane {
    fn of(chart: &SweepChart) -> Self {
        let reach = reach(chart.now.0, chart.turns.iter().map(|turn| turn.weight));
        let ends = chart.lines.iter().flat_map(|line| [line.at(0.0), line.at(reach)]);
        let (low, high) = ends.fold((f64::MAX, f64::MIN), |(low, high), end| (low.min(end), high.max(end)));
        let (low, high) = if high < low { (0.0, 100.0) } else { (low - 2.0, high + 2.0) };
        let steps = [5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1000.0];
        let step = steps.into_iter().find(|step| (high - low) / step <= 7.0).unwrap_or((high - low) / 7.0);
        Self { reach, low: (low / step).floor() * step, high: (high / step).ceil() * step, step }
    }
    fn x(&self, weight: f64) -> i32 {
        LEFT + (weight / self.reach * f64::from(RIGHT - LEFT)).round() as i32
    }
    fn y(&self, total: f64) -> i32 {
        let share = (total - self.low) / (self.high - self.low);
        BOTTOM - (share * f64::from(BOTTOM - TOP)).round() as i32
    }
}

/// Draws the chart.
#[must_use]
pub fn draw(chart: &SweepChart, palette: &Palette) -> String {
    svg(SIZE, |area| {
        let plane = Plane::of(chart);
        draw_ground(area, chart, &plane, palette)?;
        draw_lines(area, chart, &plane, palette)?;
        draw_turns(area, chart, &plane, palette)
    })
}

/// Draws a text.
fn write<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    words: &str,
    at: (i32, i32),
    style: TextStyle<'_>,
    side: (HPos, VPos),
) -> Result<(), DrawError>
where
    DB::ErrorType: 'static,
{
    let style = style.pos(Pos::new(side.0, side.1));
    area.draw(&Text::new(words.to_owned(), at, style)).map_err(|error| error.to_string().into())
}

/// Draws a straight line in dashes of a pattern: drawn, left out, drawn, left out.
fn rule<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    [from, to]: [(i32, i32); 2],
    style: ShapeStyle,
    dashes: &[f64],
) -> Result<(), DrawError>
where
    DB::ErrorType: 'static,
{
    let failed = |error: DrawingAreaErrorKind<DB::ErrorType>| -> DrawError { error.to_string().into() };
    if dashes.is_empty() {
        return area.draw(&PathElement::new([from, to], style)).map_err(failed);
    }
    let (width, height) = (f64::from(to.0 - from.0), f64::from(to.1 - from.1));
    let length = width.hypot(height).max(1.0);
    let at = |along: f64| {
        let share = along.min(length) / length;
        (from.0 + (width * share).round() as i32, from.1 + (height * share).round() as i32)
    };
    let mut along = 0.0;
    for (place, dash) in dashes.iter().cycle().enumerate() {
        if length <= along {
            break;
        }
        if place % 2 == 0 {
            area.draw(&PathElement::new([at(along), at(along + dash)], style)).map_err(failed)?;
        }
        along += dash;
    }
    Ok(())
}

fn draw_ground<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    chart: &SweepChart,
    plane: &Plane,
    palette: &Palette,
) -> Result<(), DrawError>
where
    DB::ErrorType: 'static,
{
    let failed = |error: DrawingAreaErrorKind<DB::ErrorType>| -> DrawError { error.to_string().into() };
    let (now, words) = &chart.now;
    for turn in &chart.turns {
        let beyond = if *now <= turn.weight { RIGHT } else { LEFT };
        let at = plane.x(turn.weight);
        let part =
            Rectangle::new([(at.min(beyond), TOP), (at.max(beyond), BOTTOM)], palette.sheet_2.filled());
        area.draw(&part).map_err(failed)?;
    }
    let quiet = || label(palette.ink_3, false);
    let ticks = ((plane.high - plane.low) / plane.step).round() as i32;
    for tick in 0..=ticks {
        let total = plane.low + plane.step * f64::from(tick);
        let y = plane.y(total);
        let color = if tick == 0 { palette.ink_3 } else { palette.rule };
        rule(area, [(LEFT, y), (RIGHT, y)], color.stroke_width(1), &[])?;
        if tick > 0 {
            write(area, &format!("{total:.0}"), (LEFT - 10, y), quiet(), (HPos::Right, VPos::Center))?;
        }
    }
    let every = if plane.reach < 0.9 { 10 } else { 20 };
    let last = (plane.reach * 100.0).round() as i32;
    for percent in (0..=last).step_by(every) {
        let x = plane.x(f64::from(percent) / 100.0);
        rule(area, [(x, BOTTOM), (x, BOTTOM + 4)], palette.ink_3.stroke_width(1), &[])?;
        write(area, &percent.to_string(), (x, BOTTOM + 10), quiet(), (HPos::Center, VPos::Top))?;
    }
    let [across, up] = &chart.axes;
    write(area, across, (RIGHT + 16, BOTTOM + 10), quiet(), (HPos::Left, VPos::Top))?;
    write(area, up, (0, 6), quiet(), (HPos::Left, VPos::Top))?;
    let x = plane.x(*now);
    rule(area, [(x, TOP - 8), (x, BOTTOM)], palette.ink.stroke_width(1), &[])?;
    let (shift, side) = if *now < 0.8 * plane.reach { (8, HPos::Left) } else { (-8, HPos::Right) };
    write(area, words, (x + shift, BOTTOM - 6), label(palette.ink_2, false), (side, VPos::Bottom))
}

/// The dashes of the eight series.
const DASHES: [&[f64]; 8] = [
    &[],
    &[8.0, 4.0],
    &[2.0, 4.0],
    &[12.0, 4.0, 2.0, 4.0],
    &[16.0, 4.0],
    &[4.0, 4.0],
    &[8.0, 4.0, 2.0, 4.0, 2.0, 4.0],
    &[2.0, 8.0],
];

/// Moves labels down until none covers another, the highest first.
fn apart(mut labels: Vec<(i32, &Sweep)>) -> Vec<(i32, &Sweep)> {
    // A handful of labels: each moves up to its place.
    for end in 1..labels.len() {
        for place in (1..=end).rev() {
            if labels.get(place).map(|(at, _)| *at) < labels.get(place - 1).map(|(at, _)| *at) {
                labels.swap(place - 1, place);
            }
        }
    }
    let mut free = i32::MIN;
    for (at, _) in &mut labels {
        *at = (*at).max(free);
        free = *at + APART;
    }
    labels
}

fn draw_lines<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    chart: &SweepChart,
    plane: &Plane,
    palette: &Palette,
) -> Result<(), DrawError>
where
    DB::ErrorType: 'static,
{
    let now = chart.now.0;
    let x = plane.x(now);
    for line in &chart.lines {
        let ends = [(LEFT, plane.y(line.at(0.0))), (RIGHT, plane.y(line.at(plane.reach)))];
        let dashes = DASHES.get(line.style % DASHES.len()).copied().unwrap_or_default();
        rule(area, ends, palette.series(line.style).stroke_width(2), dashes)?;
    }
    let is_right = now < 0.08;
    let (shift, side) = if is_right { (10, HPos::Left) } else { (-10, HPos::Right) };
    let values = chart.lines.iter().map(|line| (plane.y(line.at(now)) - 14, line)).collect();
    for (y, line) in apart(values) {
        // Lines end before a number, or close totals could not be read.
        let width = 7 * i32::try_from(line.now.chars().count()).unwrap_or(0);
        let from = x + shift - if is_right { 0 } else { width };
        let ground = Rectangle::new([(from, y - 7), (from + width, y + 7)], palette.sheet.filled());
        area.draw(&ground).map_err(|error| -> DrawError { error.to_string().into() })?;
        write(area, &line.now, (x + shift, y), label(palette.ink, false), (side, VPos::Center))?;
    }
    for line in &chart.lines {
        mark(area, (x, plane.y(line.at(now))), line.style, palette)?;
    }
    let names = chart.lines.iter().map(|line| (plane.y(line.at(plane.reach)), line)).collect();
    for (y, line) in apart(names) {
        write(area, &line.name, (RIGHT + 12, y), label(palette.ink, false), (HPos::Left, VPos::Center))?;
    }
    Ok(())
}

fn draw_turns<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    chart: &SweepChart,
    plane: &Plane,
    palette: &Palette,
) -> Result<(), DrawError>
where
    DB::ErrorType: 'static,
{
    let failed = |error: DrawingAreaErrorKind<DB::ErrorType>| -> DrawError { error.to_string().into() };
    for (place, turn) in chart.turns.iter().enumerate() {
        let Some(best) = chart.lines.iter().map(|line| line.at(turn.weight)).reduce(f64::max) else {
            continue;
        };
        let (x, y) = (plane.x(turn.weight), plane.y(best));
        let top = TOP + 8 + 40 * place as i32;
        rule(area, [(x, top), (x, y)], palette.ink.stroke_width(1), &[])?;
        area.draw(&Circle::new((x, y), 6, palette.sheet.filled())).map_err(failed)?;
        area.draw(&Circle::new((x, y), 6, palette.ink.stroke_width(2))).map_err(failed)?;
        let is_right = x < RIGHT - 180;
        let (shift, side) = if is_right { (8, HPos::Left) } else { (-8, HPos::Right) };
        write(area, &turn.words, (x + shift, top), label(palette.ink, true), (side, VPos::Top))?;
        write(area, &turn.note, (x + shift, top + 18), label(palette.ink_3, false), (side, VPos::Top))?;
    }
    Ok(())
}
