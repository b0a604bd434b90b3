//! A vendor's scores over the periods, on the bands of the grades, each with the grade that was given.

use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use crate::charts::palette::Palette;
use crate::charts::{dashed, label, svg};

/// One period.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Period {
    /// What it is called, short.
    pub name: String,
    /// The score, 0 to 100; nothing where there is no data.
    pub score: Option<f64>,
    /// The grade that was given; empty where there is none.
    pub grade: String,
    /// The grades it was given by, with the lowest score each needs, the best first.
    pub bands: Vec<(String, f64)>,
}

const WIDTH: i32 = 640;
const HEIGHT: i32 = 240;
const LEFT: i32 = 48;
const RIGHT: i32 = 24;
const TOP: i32 = 28;
const BOTTOM: i32 = 34;
/// How far the names of periods stand apart at least.
const NAME: i32 = 64;

/// Draws the scores, each on the bands it was graded by.
#[must_use]
pub fn draw(periods: &[Period], style: usize, palette: &Palette) -> String {
    svg((WIDTH as u32, HEIGHT as u32), |area| {
        let score = |period: &Period| period.score.filter(|score| score.is_finite());
        // From the band below the lowest score up: what no score comes near takes no room.
        let lowest = periods.iter().filter_map(score).fold(100.0_f64, f64::min);
        let floor = periods
            .iter()
            .flat_map(|one| &one.bands)
            .map(|(_, from)| *from)
            .filter(|from| *from <= lowest)
            .fold(0.0_f64, f64::max);
        let floor = (floor - 5.0).max(0.0);
        let (right, foot) = (WIDTH - RIGHT, HEIGHT - BOTTOM);
        let y = |score: f64| {
            let share = (score.clamp(floor, 100.0) - floor) / (100.0 - floor).max(1e-9);
            foot - (f64::from(foot - TOP) * share).round() as i32
        };
        let apart = (right - LEFT - 40) / (periods.len().max(2) as i32 - 1);
        let x = |place: usize| LEFT + 20 + apart * place as i32;
        let at = |h, v| label(palette.ink_3, false).pos(Pos::new(h, v));
        area.draw(&PathElement::new([(LEFT, foot), (right, foot)], palette.rule.stroke_width(1)))?;
        let mut begins = 0;
        for same in periods.chunk_by(|one, other| one.bands == other.bands) {
            let ends = begins + same.len();
            let is_shown = |(_, from): &&(String, f64)| floor < *from && from.is_finite();
            let bands = same.first().into_iter().flat_map(|one| &one.bands).filter(is_shown);
            let until = if ends < periods.len() { x(ends) - apart / 2 } else { right };
            for (grade, from) in bands {
                let words = format!("{grade} {from}");
                // Other bands begin half-way between two periods and are named there.
                let (from_x, name) = match begins {
                    0 => (LEFT, Text::new(words, (LEFT - 6, y(*from)), at(HPos::Right, VPos::Center))),
                    _ => {
                        let here = x(begins) - apart / 2 + 4;
                        (here, Text::new(words, (here, y(*from) - 2), at(HPos::Left, VPos::Bottom)))
                    }
                };
                dashed(area, (from_x, y(*from)), (until, y(*from)), palette.ink_3)?;
                area.draw(&name)?;
            }
            begins = ends;
        }
        let step = (NAME / apart.max(1) + 1).max(1) as usize;
        for (place, period) in periods.iter().enumerate().filter(|(place, _)| place.is_multiple_of(step)) {
            area.draw(&Text::new(period.name.clone(), (x(place), foot + 10), at(HPos::Center, VPos::Top)))?;
        }
        let points: Vec<Option<(i32, i32)>> =
            periods.iter().enumerate().map(|(place, period)| Some((x(place), y(score(period)?)))).collect();
        let color = palette.series(style);
        for joined in points.split(Option::is_none).filter(|joined| 1 < joined.len()) {
            let line: Vec<_> = joined.iter().copied().flatten().collect();
            area.draw(&PathElement::new(line, color.stroke_width(2)))?;
        }
        for (place, (period, point)) in periods.iter().zip(&points).enumerate() {
            let Some((x, y)) = point else {
                // No data is said where the point would be, on the line at the foot.
                area.draw(&Text::new("—", (x(place), foot - 4), at(HPos::Center, VPos::Bottom)))?;
                continue;
            };
            area.draw(&Circle::new((*x, *y), 4, color.filled()))?;
            let above = label(palette.ink, true).pos(Pos::new(HPos::Center, VPos::Bottom));
            area.draw(&Text::new(period.grade.clone(), (*x, y - 8), above))?;
        }
        Ok(())
    })
}
