//! How often each vendor takes each rank: one bar a vendor, a segment a rank, the first rank the darkest.

use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use crate::charts::palette::Palette;
use crate::charts::{label, mark, svg};

/// One vendor.
#[derive(Clone, Debug, PartialEq)]
pub struct Chances {
    /// Its name.
    pub name: String,
    /// The place of its colour and mark.
    pub style: usize,
    /// The share of each rank, 0 to 1, the first rank first.
    pub shares: Vec<f64>,
}

const LEFT: i32 = 200;
const WIDTH: f64 = 500.0;
const ROW: i32 = 36;

/// Draws the bars; `rank` names a rank in a word or two.
#[must_use]
pub fn draw(vendors: &[Chances], rank: fn(usize) -> String, palette: &Palette) -> String {
    let height = ROW * vendors.len() as i32 + 8;
    svg((720, height as u32), |area| {
        for (place, vendor) in vendors.iter().enumerate() {
            let y = 4 + ROW * place as i32 + ROW / 2;
            mark(area, (8, y), vendor.style, palette)?;
            let name = label(palette.ink, false).pos(Pos::new(HPos::Left, VPos::Center));
            area.draw(&Text::new(vendor.name.clone(), (24, y), name))?;
            let mut from = 0.0;
            for (at, share) in vendor.shares.iter().enumerate() {
                let to = from + share;
                let x = |share: f64| LEFT + (WIDTH * share).round() as i32;
                let (left, right) = (x(from), x(to));
                from = to;
                if right <= left {
                    continue;
                }
                area.draw(&Rectangle::new([(left, y - 12), (right, y + 12)], palette.shade(at).filled()))?;
                // A gap of paper between two segments.
                area.draw(&PathElement::new(
                    [(right, y - 12), (right, y + 12)],
                    palette.sheet.stroke_width(2),
                ))?;
                let words = format!("{} {:.0}%", rank(at + 1), share * 100.0);
                if 72 <= right - left {
                    let style = label(palette.on_shade(at), false).pos(Pos::new(HPos::Left, VPos::Center));
                    area.draw(&Text::new(words, (left + 8, y), style))?;
                }
            }
        }
        Ok(())
    })
}
