//! Causes by how often they were named, the most frequent first: each as its share of all, and over them the share they
//! reach together.

use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use crate::charts::palette::Palette;
use crate::charts::picture::estimate;
use crate::charts::rows::{Form, LEFT, TOP, frame};
use crate::charts::{LABEL, dashed, label, svg};

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
    /// How often it was named, in words.
    pub words: String,
    /// What it and those before it reach together, in words.
    pub reached: String,
}

/// The share that the few make up together.
const MOST: f64 = 0.8;

/// Draws the causes one below the other, for a phone where the page is narrow. The few that make up most are filled
/// bars, the others open frames; the line shows what they reach together, and `most` names the share they make up.
#[must_use]
pub fn draw(causes: &[Cause], most: &str, is_narrow: bool, palette: &Palette) -> String {
    let form = Form::of(is_narrow);
    let x = |share: f64| {
        let share = if share.is_finite() { share.clamp(0.0, 1.0) } else { 0.0 };
        LEFT + (form.bars * share).round() as i32
    };
    let bottom = form.bottom(causes.len());
    let quiet = |pos| label(palette.ink_2, false).pos(pos);
    svg((form.width, (bottom + 8) as u32), |area| {
        dashed(area, (x(MOST), TOP - 4), (x(MOST), bottom), palette.ink_2)?;
        area.draw(&Text::new(most, (x(MOST), 8), quiet(Pos::new(HPos::Center, VPos::Top))))?;
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
        for ((at_x, at_y), cause) in reached.into_iter().zip(causes) {
            area.draw(&Circle::new((at_x, at_y), 3, palette.ink.filled()))?;
            // The line comes from the upper left and goes on to the lower right: words keep to the other two corners.
            let width = estimate(&cause.reached, LABEL).0 as i32;
            let (from, to) = (at_x + 6, at_x + 6 + width);
            let is_free = to <= form.width as i32 && !(from - 2..=to + 2).contains(&x(MOST));
            let (place, corner) = if is_free {
                ((from, at_y - 3), Pos::new(HPos::Left, VPos::Bottom))
            } else {
                ((at_x - 6, at_y + 4), Pos::new(HPos::Right, VPos::Top))
            };
            area.draw(&Text::new(cause.reached.as_str(), place, quiet(corner)))?;
        }
        Ok(())
    })
}
