//! Skills by level: what is present as a bar, what is missing as an open one behind it, what the vendor brings as a mark.

use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use crate::charts::palette::Palette;
use crate::charts::picture::estimate;
use crate::charts::{LABEL, fitting, label, svg};

/// One skill.
#[derive(Clone, Debug, PartialEq)]
pub struct Level {
    /// What it is called.
    pub name: String,
    /// The level needed, 0 to 5.
    pub required: u8,
    /// The level at hand, 0 to 5.
    pub present: u8,
    /// The level with the vendor, 0 to 5; nothing where it is open.
    pub after: Option<u8>,
}

/// The words of the key: present, missing, with the vendor.
pub type Key = [String; 3];

const WIDTH: i32 = 420;
const LEFT: i32 = 8;
const STEP: i32 = 80;
const ROW: i32 = 46;
const TOP: i32 = 30;

fn x(level: u8) -> i32 {
    LEFT + STEP * i32::from(level.min(5))
}

/// Draws the skills one below the other.
#[must_use]
pub fn draw(levels: &[Level], key: &Key, palette: &Palette) -> String {
    let bottom = TOP + ROW * levels.len() as i32;
    svg((WIDTH as u32, (bottom + 30) as u32), |area| {
        let write = |text: &str, at: (i32, i32), color: RGBColor, h: HPos, v: VPos| {
            area.draw(&Text::new(text.to_owned(), at, label(color, false).pos(Pos::new(h, v))))
        };
        let open = |from: i32, to: i32, y: i32| {
            let frame = [(from, y - 6), (to, y - 6), (to, y + 6), (from, y + 6), (from, y - 6)];
            area.draw(&PathElement::new(frame, palette.err.stroke_width(2)))
        };
        let with_vendor = |x: i32, y: i32| {
            let shape = vec![(x, y - 8), (x + 8, y), (x, y + 8), (x - 8, y)];
            area.draw(&Polygon::new(shape, palette.ink.filled()))
        };
        let mut at = LEFT;
        for (place, words) in key.iter().enumerate() {
            match place {
                0 => area.draw(&Rectangle::new([(at, 6), (at + 16, 18)], palette.series(0).filled()))?,
                1 => open(at, at + 16, 12)?,
                _ => with_vendor(at + 8, 12)?,
            }
            write(words, (at + 22, 12), palette.ink_2, HPos::Left, VPos::Center)?;
            at += 44 + estimate(words, LABEL).0 as i32;
        }
        for level in 0..=5_u8 {
            area.draw(&PathElement::new(
                [(x(level), TOP), (x(level), bottom)],
                palette.rule.stroke_width(1),
            ))?;
            write(&level.to_string(), (x(level), bottom + 6), palette.ink_3, HPos::Center, VPos::Top)?;
        }
        for (place, skill) in levels.iter().enumerate() {
            let top = TOP + ROW * place as i32;
            let y = top + 32;
            write(&fitting(&skill.name, 400), (LEFT, top + 4), palette.ink, HPos::Left, VPos::Top)?;
            area.draw(&Rectangle::new(
                [(LEFT, y - 6), (x(skill.present), y + 6)],
                palette.series(0).filled(),
            ))?;
            if skill.present < skill.required {
                open(x(skill.present), x(skill.required), y)?;
            }
            if let Some(after) = skill.after {
                with_vendor(x(after), y)?;
            }
        }
        Ok(())
    })
}
