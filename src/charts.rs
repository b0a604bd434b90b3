//! Drawing of prepared series with plotters: numbers and labels in, SVG text out. Generic over the backend.

pub mod acceptability;
pub mod bars;
mod clear;
pub mod control;
pub mod flow;
pub mod gap;
pub mod grades;
pub mod heat;
pub mod kpi_panel;
pub mod load;
pub mod palette;
pub mod pareto;
pub mod picture;
pub mod points;
pub mod quadrant;
mod rows;
mod scale;
pub mod titled;
pub mod waterfall;
pub mod weight_sweep;
pub mod winner_map;

use plotters::coord::Shift;
use plotters::prelude::*;

use crate::charts::palette::Palette;
use crate::charts::picture::{Picture, estimate};

/// Why a chart could not be drawn. Writing to a text does not fail; the library only does not know that.
pub type DrawError = Box<dyn std::error::Error + Send + Sync>;

/// Draws into an SVG text of a size in pixels.
fn svg(
    size: (u32, u32),
    draw: impl FnOnce(&DrawingArea<Picture<'_>, Shift>) -> Result<(), DrawError>,
) -> String {
    let mut text = String::new();
    let drawn = {
        let area = Picture::new(&mut text, size).into_drawing_area();
        draw(&area).and_then(|()| area.present().map_err(|error| error.to_string().into()))
    };
    // A chart that cannot be drawn leaves its place empty; its numbers still stand in the table beside it.
    drawn.map(|()| text).unwrap_or_default()
}

/// The size of labels in the units of the drawing library; 13 pixels on screen.
const LABEL: f64 = 16.0;

fn label(color: RGBColor, bold: bool) -> TextStyle<'static> {
    let style = if bold { FontStyle::Bold } else { FontStyle::Normal };
    let mut text = TextStyle::from(("sans-serif", LABEL, style).into_font());
    text.color = color.to_backend_color();
    text
}

/// Shortens the text of a label to a width in pixels.
fn fitting(text: &str, width: u32) -> String {
    let fits = |text: &str| estimate(text, LABEL).0 <= width;
    if fits(text) {
        return text.to_owned();
    }
    let mut short = String::new();
    for letter in text.chars() {
        if !fits(&format!("{short}{letter}…")) {
            break;
        }
        short.push(letter);
    }
    format!("{}…", short.trim_end())
}

/// A dashed line; the drawing library has none for SVG.
fn dashed<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    from: (i32, i32),
    to: (i32, i32),
    color: RGBColor,
) -> Result<(), DrawError>
where
    DB::ErrorType: 'static,
{
    const DASH: f64 = 5.0;
    const GAP: f64 = 4.0;
    let (dx, dy) = (f64::from(to.0 - from.0), f64::from(to.1 - from.1));
    let length = dx.hypot(dy);
    let at = |along: f64| {
        let share = if length > 0.0 { along.min(length) / length } else { 0.0 };
        (from.0 + (dx * share).round() as i32, from.1 + (dy * share).round() as i32)
    };
    let mut along = 0.0;
    while along < length {
        let dash = PathElement::new([at(along), at(along + DASH)], color.stroke_width(1));
        area.draw(&dash).map_err(|error| error.to_string())?;
        along += DASH + GAP;
    }
    Ok(())
}

/// One of the eight marks of series.
fn mark<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    at: (i32, i32),
    series: usize,
    palette: &Palette,
) -> Result<(), DrawError>
where
    DB::ErrorType: 'static,
{
    let (x, y) = at;
    let color = palette.series(series);
    let style = if series < 4 { color.filled() } else { color.stroke_width(2) };
    let shape: Vec<(i32, i32)> = match series % 4 {
        1 => vec![(x - 5, y - 5), (x + 5, y - 5), (x + 5, y + 5), (x - 5, y + 5)],
        2 => vec![(x, y - 6), (x + 6, y + 5), (x - 6, y + 5)],
        3 => vec![(x, y - 6), (x + 6, y), (x, y + 6), (x - 6, y)],
        _ => {
            return area.draw(&Circle::new(at, 5, style)).map_err(|error| error.to_string().into());
        }
    };
    area.draw(&Polygon::new(shape, style)).map_err(|error| error.to_string().into())
}
