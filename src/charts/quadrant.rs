//! Modules by how far from the core and how standardised they are. The dividing lines lie between scale points.

use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use crate::charts::palette::Palette;
use crate::charts::{label, svg};

/// How a point is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// It can be measured.
    Measurable,
    /// It cannot be measured yet.
    NotYet,
    /// It is core.
    Core,
}

/// One module.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// The clause number.
    pub name: String,
    /// How far from the core, 1 to 5.
    pub distance: u8,
    /// How standardised, 1 to 5.
    pub standard: u8,
    /// How it is drawn.
    pub mark: Mark,
}

/// The words of the chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Words {
    /// The two ends of the horizontal axis.
    pub x: [String; 2],
    /// The vertical axis.
    pub y: String,
    /// Upper left, upper right, lower left, lower right.
    pub names: [String; 4],
}

const SIZE: (u32, u32) = (420, 436);
const LEFT: i32 = 30;
const RIGHT: i32 = 418;
const TOP: i32 = 26;
const BOTTOM: i32 = 388;
/// Above the highest and below the lowest step, where the names of the quadrants stand.
const NAMES: i32 = 26;
/// How far apart the names of points on one place are.
const LINE: i32 = 20;

/// Places a distance from the core; the farthest stands at the left.
fn x(distance: f64) -> i32 {
    LEFT + ((5.5 - distance) / 5.0 * f64::from(RIGHT - LEFT)).round() as i32
}

fn y(standard: f64) -> i32 {
    let (top, bottom) = (TOP + NAMES, BOTTOM - NAMES);
    bottom - ((standard - 0.5) / 5.0 * f64::from(bottom - top)).round() as i32
}

/// Draws the chart. Points on one place stand below each other, around it.
#[must_use]
pub fn draw(points: &[Point], words: &Words, palette: &Palette) -> String {
    svg(SIZE, |area| {
        let (middle_x, middle_y) = (x(2.5), y(3.5));
        let write = |text: &str, at: (i32, i32), color: RGBColor, bold: bool, h: HPos, v: VPos| {
            area.draw(&Text::new(text.to_owned(), at, label(color, bold).pos(Pos::new(h, v))))
        };
        area.draw(&Rectangle::new([(LEFT, TOP), (middle_x, middle_y)], palette.sheet_2.filled()))?;
        let frame = [(LEFT, TOP), (RIGHT, TOP), (RIGHT, BOTTOM), (LEFT, BOTTOM), (LEFT, TOP)];
        area.draw(&PathElement::new(frame, palette.ink_3.stroke_width(1)))?;
        for line in [[(LEFT, middle_y), (RIGHT, middle_y)], [(middle_x, TOP), (middle_x, BOTTOM)]] {
            area.draw(&PathElement::new(line, palette.ink_3.stroke_width(1)))?;
        }
        for value in 1..=5_u8 {
            let (text, step) = (value.to_string(), f64::from(value));
            write(&text, (x(step), BOTTOM + 8), palette.ink_3, false, HPos::Center, VPos::Top)?;
            write(&text, (LEFT - 10, y(step)), palette.ink_3, false, HPos::Right, VPos::Center)?;
        }
        let [upper_left, upper_right, lower_left, lower_right] = &words.names;
        write(upper_left, (LEFT + 10, TOP + 8), palette.ink, true, HPos::Left, VPos::Top)?;
        write(upper_right, (RIGHT - 10, TOP + 8), palette.ink_2, false, HPos::Right, VPos::Top)?;
        write(lower_left, (LEFT + 10, BOTTOM - 8), palette.ink_2, false, HPos::Left, VPos::Bottom)?;
        write(lower_right, (RIGHT - 10, BOTTOM - 8), palette.ink_2, false, HPos::Right, VPos::Bottom)?;
        let [low, high] = &words.x;
        write(low, (LEFT, BOTTOM + 28), palette.ink_2, false, HPos::Left, VPos::Top)?;
        write(high, (RIGHT, BOTTOM + 28), palette.ink_2, false, HPos::Right, VPos::Top)?;
        write(&words.y, (LEFT, TOP - 8), palette.ink_2, false, HPos::Left, VPos::Bottom)?;
        for (place, point) in points.iter().enumerate() {
            let same = |other: &&Point| other.distance == point.distance && other.standard == point.standard;
            let all = points.iter().filter(same).count() as i32;
            let before = points.iter().take(place).filter(same).count() as i32;
            // Many points on one place move together, so that they stay on their step.
            let line = LINE.min((y(1.0) - y(2.0)) / all);
            let cx = x(f64::from(point.distance)) - 18;
            let cy = y(f64::from(point.standard)) + (2 * before - all + 1) * line / 2;
            match point.mark {
                Mark::Measurable => area.draw(&Circle::new((cx, cy), 5, palette.ink.filled()))?,
                Mark::NotYet => area.draw(&Circle::new((cx, cy), 5, palette.ink.stroke_width(2)))?,
                Mark::Core => area.draw(&Polygon::new(
                    vec![(cx, cy - 7), (cx + 7, cy), (cx, cy + 7), (cx - 7, cy)],
                    palette.ink.filled(),
                ))?,
            }
            write(&point.name, (cx + 12, cy), palette.ink, false, HPos::Left, VPos::Center)?;
        }
        Ok(())
    })
}
