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
const TOP: i32 = 30;
/// How long a bar may become, in percent.
const LONGEST: f64 = 150.0;
/// From where on a role is nearly full, in percent.
const HIGH: f64 = 80.0;

/// How wide the picture is, and where the words on the hours stand.
struct Form {
    width: u32,
    row: i32,
    /// How long a bar of 100 percent is.
    whole: f64,
    name_width: u32,
    words_width: u32,
    /// Whether the words stand below the name instead of after it.
    is_stacked: bool,
}

const WIDE: Form =
    Form { width: 720, row: 46, whole: 440.0, name_width: 400, words_width: 290, is_stacked: false };
const NARROW: Form =
    Form { width: 320, row: 66, whole: 200.0, name_width: 304, words_width: 304, is_stacked: true };

impl Form {
    fn x(&self, percent: f64) -> i32 {
        LEFT + (self.whole * percent.clamp(0.0, LONGEST) / 100.0).round() as i32
    }
}

/// Draws the roles one below the other, for a phone where the page is narrow. Above 100 percent the rest of a bar is open and framed; nothing is said by
/// colour alone.
#[must_use]
pub fn draw(bars: &[Bar], is_narrow: bool, palette: &Palette) -> String {
    let form = if is_narrow { NARROW } else { WIDE };
    let x = |percent| form.x(percent);
    let bottom = TOP + form.row * bars.len() as i32;
    svg((form.width, (bottom + 8) as u32), |area| {
        let write = |text: &str, at: (i32, i32), color: RGBColor, bold: bool, h: HPos, v: VPos| {
            area.draw(&Text::new(text.to_owned(), at, label(color, bold).pos(Pos::new(h, v))))
        };
        for (percent, words) in [(HIGH, "80 %"), (100.0, "100 %")] {
            dashed(area, (x(percent), TOP - 4), (x(percent), bottom), palette.ink_2)?;
            write(words, (x(percent), 8), palette.ink_2, false, HPos::Center, VPos::Top)?;
        }
        for (place, bar) in bars.iter().enumerate() {
            let top = TOP + form.row * place as i32;
            let y = top + form.row - 14;
            let name = fitting(&bar.name, form.name_width);
            write(&name, (LEFT, top + 4), palette.ink, false, HPos::Left, VPos::Top)?;
            let words_at = match form.is_stacked {
                true => (LEFT, top + 24),
                false => (LEFT + 12 + estimate(&name, LABEL).0 as i32, top + 4),
            };
            write(
                &fitting(&bar.words, form.words_width),
                words_at,
                palette.ink_2,
                true,
                HPos::Left,
                VPos::Top,
            )?;
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
