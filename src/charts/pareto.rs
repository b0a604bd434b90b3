//! Causes by how often they were named, the most frequent first: each as its share of all, and over them the share they
//! reach together.

use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use crate::charts::palette::Palette;
use crate::charts::rows::{Form, LEFT, TOP, frame};
use crate::charts::{dashed, label, svg};

/// One cause.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cause {
    /// What it is called.
    pub name: String,
    /// Its share of all, 0 to 1.
    pub share: f64,
    /// The share of it and of those before it, 0 to 1.
    pub together: f64,
    /// Whether it is one of the few that make up most.
    pub is_vital: bool,
    /// The count and the shares in words.
    pub words: String,
}

/// The share that the few make up together.
const MOST: f64 = 0.8;

/// Draws the causes one below the other, for a phone where the page is narrow. The few that make up most are filled
/// bars, the others open frames; the line shows what they reach together.
#[must_use]
pub fn draw(causes: &[Cause], is_narrow: bool, palette: &Palette) -> String {
    let form = Form::of(is_narrow);
    let x = |share: f64| {
        let share = if share.is_finite() { share.clamp(0.0, 1.0) } else { 0.0 };
        LEFT + (form.bars * share).round() as i32
    };
    let bottom = form.bottom(causes.len());
    svg((form.width, (bottom + 8) as u32), |area| {
        dashed(area, (x(MOST), TOP - 4), (x(MOST), bottom), palette.ink_2)?;
        let style = label(palette.ink_2, false).pos(Pos::new(HPos::Center, VPos::Top));
        area.draw(&Text::new("80 %", (x(MOST), 8), style))?;
        for (place, cause) in causes.iter().enumerate() {
            form.head(area, place, [&cause.name, &cause.words], palette)?;
            let (y, end) = (form.middle(place), x(cause.share));
            if cause.is_vital {
                area.draw(&Rectangle::new([(LEFT, y - 6), (end, y + 6)], palette.series(0).filled()))?;
            } else {
                frame(area, (LEFT, end), y, palette.series(0))?;
            }
        }
        let reached = causes.iter().enumerate().map(|(place, cause)| (x(cause.together), form.middle(place)));
        let reached: Vec<_> = reached.collect();
        area.draw(&PathElement::new(reached.clone(), palette.ink.stroke_width(1)))?;
        for at in reached {
            area.draw(&Circle::new(at, 3, palette.ink.filled()))?;
        }
        Ok(())
    })
}
