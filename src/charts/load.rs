//! What each role carries against what it can give: horizontal bars in percent, with the lines of 80 and 100 percent.

use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use crate::charts::palette::Palette;
use crate::charts::picture::estimate;
use crate::charts::{LABEL, dashed, fitting, label, svg};

/// One role.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// What it is called.
    pub name: String,
    /// Its hours in percent of those it can give; nothing where that is not known.
    pub percent: Option<f64>,
    /// The hours in words.
    pub words: String,
}

const LEFT: i32 = 8;
const ROW: i32 = 46;
const TOP: i32 = 30;
/// How long a bar of 100 percent is, and how long one may become.
const WHOLE: f64 = 440.0;
const LONGEST: f64 = 1.5 * WHOLE;
const WIDTH: u32 = 720;
/// From where on a role is nearly full, in percent.
const HIGH: f64 = 80.0;

fn x(percent: f64) -> i32 {
    LEFT + (WHOLE * percent.max(0.0) / 100.0).min(LONGEST).round() as i32
}

/// Draws the roles one below the other. Above 100 percent the rest of a bar is open and framed; nothing is said by
/// colour alone.
#[must_use]
pub fn draw(bars: &[Bar], palette: &Palette) -> String {
    let bottom = TOP + ROW * bars.len() as i32;
    svg((WIDTH, (bottom + 8) as u32), |area| {
        let write = |text: &str, at: (i32, i32), color: RGBColor, bold: bool, h: HPos, v: VPos| {
            area.draw(&Text::new(text.to_owned(), at, label(color, bold).pos(Pos::new(h, v))))
        };
        for (percent, words) in [(HIGH, "80 %"), (100.0, "100 %")] {
            dashed(area, (x(percent), TOP - 4), (x(percent), bottom), palette.ink_2)?;
            write(words, (x(percent), 8), palette.ink_2, false, HPos::Center, VPos::Top)?;
        }
        for (place, bar) in bars.iter().enumerate() {
            let top = TOP + ROW * place as i32;
            let y = top + 32;
            let name = fitting(&bar.name, 400);
            write(&name, (LEFT, top + 4), palette.ink, false, HPos::Left, VPos::Top)?;
            let words_at = (LEFT + 12 + estimate(&name, LABEL).0 as i32, top + 4);
            write(&fitting(&bar.words, 290), words_at, palette.ink_2, true, HPos::Left, VPos::Top)?;
            let Some(percent) = bar.percent.filter(|percent| percent.is_finite()) else { continue };
            let filled =
                Rectangle::new([(LEFT, y - 6), (x(percent.min(100.0)), y + 6)], palette.series(0).filled());
            area.draw(&filled)?;
            if 100.0 < percent {
                let (from, to) = (x(100.0), x(percent));
                let frame = [(from, y - 6), (to, y - 6), (to, y + 6), (from, y + 6), (from, y - 6)];
                area.draw(&PathElement::new(frame, palette.err.stroke_width(2)))?;
            }
        }
        Ok(())
    })
}
