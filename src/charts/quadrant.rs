//! Modules by how core and how standardised they are. The dividing lines lie between scale points.

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
    /// How core, 1 to 5.
    pub core: u8,
    /// How standardised, 1 to 5.
    pub standard: u8,
    /// How it is drawn.
    pub mark: Mark,
}

/// The words of the chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Words {
    /// The horizontal axis.
    pub x: String,
    /// The vertical axis.
    pub y: String,
    /// Upper left, upper right, lower left, lower right.
    pub names: [String; 4],
}

const SIZE: (u32, u32) = (760, 420);
const LEFT: i32 = 46;
const RIGHT: i32 = 740;
const TOP: i32 = 34;
const BOTTOM: i32 = 372;

fn x(core: f64) -> i32 {
    LEFT + ((core - 0.5) / 5.0 * f64::from(RIGHT - LEFT)).round() as i32
}

fn y(standard: f64) -> i32 {
    BOTTOM - ((standard - 0.5) / 5.0 * f64::from(BOTTOM - TOP)).round() as i32
}

/// Draws the chart.
#[must_use]
pub fn draw(points: &[Point], words: &Words, palette: &Palette) -> String {
    svg(SIZE, |area| {
        area.draw(&Rectangle::new([(LEFT, TOP), (x(3.5), y(3.5))], palette.sheet_2.filled()))?;
        for line in [
            [(LEFT, TOP), (RIGHT, TOP)],
            [(LEFT, BOTTOM), (RIGHT, BOTTOM)],
            [(LEFT, TOP), (LEFT, BOTTOM)],
            [(RIGHT, TOP), (RIGHT, BOTTOM)],
        ] {
            area.draw(&PathElement::new(line, palette.rule.stroke_width(1)))?;
        }
        for line in [[(LEFT, y(3.5)), (RIGHT, y(3.5))], [(x(3.5), TOP), (x(3.5), BOTTOM)]] {
            area.draw(&PathElement::new(line, palette.ink_3.stroke_width(1)))?;
        }
        for value in 1..=5_u8 {
            let below = label(palette.ink_3, false).pos(Pos::new(HPos::Center, VPos::Top));
            area.draw(&Text::new(value.to_string(), (x(f64::from(value)), BOTTOM + 8), below))?;
            let beside = label(palette.ink_3, false).pos(Pos::new(HPos::Right, VPos::Center));
            area.draw(&Text::new(value.to_string(), (LEFT - 10, y(f64::from(value))), beside))?;
        }
        let [upper_left, upper_right, lower_left, lower_right] = &words.names;
        let corners = [
            (upper_left, LEFT + 10, TOP + 8, true),
            (upper_right, x(3.5) + 10, TOP + 8, false),
            (lower_left, LEFT + 10, y(3.5) + 8, false),
            (lower_right, x(3.5) + 10, y(3.5) + 8, false),
        ];
        for (name, x, y, is_main) in corners {
            let style = label(if is_main { palette.ink } else { palette.ink_3 }, is_main);
            area.draw(&Text::new(name.clone(), (x, y), style.pos(Pos::new(HPos::Left, VPos::Top))))?;
        }
        let axis = label(palette.ink_2, false);
        area.draw(&Text::new(
            words.x.clone(),
            (RIGHT, BOTTOM + 28),
            axis.pos(Pos::new(HPos::Right, VPos::Top)),
        ))?;
        let axis = label(palette.ink_2, false);
        area.draw(&Text::new(
            words.y.clone(),
            (LEFT, TOP - 10),
            axis.pos(Pos::new(HPos::Left, VPos::Bottom)),
        ))?;
        for (place, point) in points.iter().enumerate() {
            let same = |other: &&Point| other.core == point.core && other.standard == point.standard;
            let before = points.iter().take(place).filter(same).count() as i32;
            let (cx, cy) = (x(f64::from(point.core)) - 24, y(f64::from(point.standard)) + 20 * before - 6);
            match point.mark {
                Mark::Measurable => area.draw(&Circle::new((cx, cy), 5, palette.ink.filled()))?,
                Mark::NotYet => area.draw(&Circle::new((cx, cy), 5, palette.ink.stroke_width(2)))?,
                Mark::Core => area.draw(&Polygon::new(
                    vec![(cx, cy - 7), (cx + 7, cy), (cx, cy + 7), (cx - 7, cy)],
                    palette.ink.filled(),
                ))?,
            }
            let style = label(palette.ink, false).pos(Pos::new(HPos::Left, VPos::Center));
            area.draw(&Text::new(point.name.clone(), (cx + 12, cy), style))?;
        }
        Ok(())
    })
}
