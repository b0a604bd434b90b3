//! What each role carries against what it can give: horizontal bars in percent, with the lines of 80 and 100 percent.

use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use crate::charts::palette::Palette;
use crate::charts::rows::{Form, LEFT, TOP, frame};
use crate::charts::{dashed, label, svg};

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

/// How long a bar may become, in percent.
const LONGEST: f64 = 150.0;
/// From where on a role is nearly full, in percent.
const HIGH: f64 = 80.0;

/// Draws the roles one below the other, for a phone where the page is narrow. Above 100 percent the rest of a bar is
/// open and framed; nothing is said by colour alone.
#[must_use]
pub fn draw(bars: &[Bar], is_narrow: bool, palette: &Palette) -> String {
    let form = Form::of(is_narrow);
    let x = |percent: f64| LEFT + (form.bars * percent.clamp(0.0, LONGEST) / LONGEST).round() as i32;
    let bottom = form.bottom(bars.len());
    svg((form.width, (bottom + 8) as u32), |area| {
        for (percent, words) in [(HIGH, "80 %"), (100.0, "100 %")] {
            dashed(area, (x(percent), TOP - 4), (x(percent), bottom), palette.ink_2)?;
            let style = label(palette.ink_2, false).pos(Pos::new(HPos::Center, VPos::Top));
            area.draw(&Text::new(words, (x(percent), 8), style))?;
        }
        for (place, bar) in bars.iter().enumerate() {
            form.head(area, place, [&bar.name, &bar.words], palette)?;
            let y = form.middle(place);
            let Some(percent) = bar.percent.filter(|percent| percent.is_finite()) else { continue };
            let filled =
                Rectangle::new([(LEFT, y - 6), (x(percent.min(100.0)), y + 6)], palette.series(0).filled());
            area.draw(&filled)?;
            if 100.0 < percent {
                frame(area, (x(100.0), x(percent)), y, palette.err)?;
            }
        }
        Ok(())
    })
}
