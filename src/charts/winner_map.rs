//! Who is first over two weights: a triangle of fields in the colours of the vendors, with their marks inside.

use std::ops::Range;

use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use crate::charts::palette::Palette;
use crate::charts::{label, mark, svg};

/// Fields beside each other in which the same vendor is first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Their places along the weight across, from 0.
    pub columns: Range<usize>,
    /// Their place along the weight upwards, from 0.
    pub row: usize,
    /// The place of the colour of who is first there.
    pub style: usize,
}

/// What to draw.
#[derive(Clone, Debug, PartialEq)]
pub struct WinnerMap {
    /// How many fields there are along each axis.
    pub steps: usize,
    /// The fields.
    pub stretches: Vec<Stretch>,
    /// Who is first somewhere: the place of the colour, and the name.
    pub key: Vec<(usize, String)>,
    /// The weights now, 0 to 1, across and upwards.
    pub now: (f64, f64),
    /// What the point of the present weights is called.
    pub now_words: String,
    /// What the two axes are called.
    pub axes: [String; 2],
}

const SIZE: (u32, u32) = (720, 400);
const LEFT: i32 = 48;
const FOOT: i32 = 346;
const SIDE: i32 = 320;

/// Draws the map.
#[must_use]
pub fn draw(map: &WinnerMap, palette: &Palette) -> String {
    let steps = map.steps.max(1) as i32;
    let at = |place: i32| SIDE * place / steps;
    svg(SIZE, |area| {
        // All fields of one colour in a row, so that they become one path.
        for (style, _) in &map.key {
            for stretch in map.stretches.iter().filter(|stretch| stretch.style == *style) {
                let (row, columns) = (stretch.row as i32, &stretch.columns);
                let upper = (LEFT + at(columns.start as i32), FOOT - at(row + 1));
                let lower = (LEFT + at(columns.end as i32), FOOT - at(row));
                area.draw(&Rectangle::new([upper, lower], palette.series(*style).filled()))?;
            }
        }
        // Colour is never the only sign: each vendor's mark stands in the middle of its fields.
        for (style, _) in &map.key {
            let own: Vec<_> = map.stretches.iter().filter(|stretch| stretch.style == *style).collect();
            let size = |stretch: &Stretch| stretch.columns.len() as f64;
            let n = own.iter().map(|stretch| size(stretch)).sum::<f64>().max(1.0);
            let column = |stretch: &Stretch| (stretch.columns.start + stretch.columns.end) as f64 / 2.0;
            let row = |stretch: &Stretch| stretch.row as f64 + 0.5;
            let middle =
                |of: &dyn Fn(&Stretch) -> f64| own.iter().map(|one| of(one) * size(one)).sum::<f64>() / n;
            let side = f64::from(SIDE) / f64::from(steps);
            let x = LEFT + (middle(&column) * side).round() as i32;
            let y = FOOT - (middle(&row) * side).round() as i32;
            area.draw(&Circle::new((x, y), 12, palette.sheet.filled()))?;
            mark(area, (x, y), *style, palette)?;
        }
        area.draw(&PathElement::new(
            [(LEFT, FOOT - SIDE), (LEFT, FOOT), (LEFT + SIDE, FOOT)],
            palette.ink_2.stroke_width(1),
        ))?;
        let quiet = |h, v| label(palette.ink_3, false).pos(Pos::new(h, v));
        for percent in [0, 25, 50, 75, 100] {
            let place = SIDE * percent / 100;
            area.draw(&Text::new(
                percent.to_string(),
                (LEFT + place, FOOT + 8),
                quiet(HPos::Center, VPos::Top),
            ))?;
            area.draw(&Text::new(
                percent.to_string(),
                (LEFT - 8, FOOT - place),
                quiet(HPos::Right, VPos::Center),
            ))?;
        }
        let [across, up] = &map.axes;
        area.draw(&Text::new(across.clone(), (LEFT + SIDE, FOOT + 30), quiet(HPos::Right, VPos::Top)))?;
        area.draw(&Text::new(up.clone(), (LEFT - 36, FOOT - SIDE - 16), quiet(HPos::Left, VPos::Center)))?;
        let now = (
            LEFT + (f64::from(SIDE) * map.now.0).round() as i32,
            FOOT - (f64::from(SIDE) * map.now.1).round() as i32,
        );
        // A cross, like the mark of no vendor, on a rim that sets it off.
        let cross = |(x, y): (i32, i32), reach: i32, style: ShapeStyle| {
            area.draw(&PathElement::new(vec![(x - reach, y), (x + reach, y)], style))?;
            area.draw(&PathElement::new(vec![(x, y - reach), (x, y + reach)], style))
        };
        for (style, reach) in [(palette.sheet.stroke_width(6), 10), (palette.ink.stroke_width(2), 9)] {
            cross(now, reach, style)?;
        }
        cross((430, 60), 7, palette.ink.stroke_width(2))?;
        let words = |words: &str, y: i32| {
            let style = label(palette.ink, false).pos(Pos::new(HPos::Left, VPos::Center));
            area.draw(&Text::new(words.to_owned(), (446, y), style))
        };
        words(&map.now_words, 60)?;
        for (place, (style, name)) in map.key.iter().enumerate() {
            let y = 92 + 28 * place as i32;
            mark(area, (430, y), *style, palette)?;
            words(name, y)?;
        }
        Ok(())
    })
}
