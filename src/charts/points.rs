//! The scorecard as bars: what each indicator earns of 100 points.

use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use crate::charts::palette::Palette;
use crate::charts::rows::{Form, LEFT, TOP};
use crate::charts::{dashed, label, svg};

/// One indicator.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bar {
    /// What it is called.
    pub name: String,
    /// What it earns, 0 to 100; nothing where there is no data.
    pub points: Option<f64>,
    /// The points and their weight in words.
    pub words: String,
}

/// Draws the indicators one below the other, for a phone where the page is narrow. Without data there is no bar and no
/// frame, only a dashed line: it is neither 0 nor 100.
#[must_use]
pub fn draw(bars: &[Bar], is_narrow: bool, palette: &Palette) -> String {
    let form = Form::of(is_narrow);
    let x = |points: f64| LEFT + (form.bars * points.clamp(0.0, 100.0) / 100.0).round() as i32;
    let bottom = form.bottom(bars.len());
    svg((form.width, (bottom + 8) as u32), |area| {
        for (points, side) in [(0.0, HPos::Left), (50.0, HPos::Center), (100.0, HPos::Right)] {
            area.draw(&PathElement::new(
                [(x(points), TOP - 4), (x(points), bottom)],
                palette.rule.stroke_width(1),
            ))?;
            let style = label(palette.ink_3, false).pos(Pos::new(side, VPos::Top));
            area.draw(&Text::new(format!("{points}"), (x(points), 8), style))?;
        }
        for (place, bar) in bars.iter().enumerate() {
            form.head(area, place, [&bar.name, &bar.words], palette)?;
            let y = form.middle(place);
            match bar.points.filter(|points| points.is_finite()) {
                Some(points) => {
                    area.draw(&Rectangle::new([(LEFT, y - 6), (x(points), y + 6)], palette.ink_2.filled()))?;
                }
                None => dashed(area, (x(0.0), y), (x(100.0), y), palette.ink_3)?,
            }
        }
        Ok(())
    })
}
