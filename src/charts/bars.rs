//! Vendors compared on one indicator: horizontal bars with the value at the end and the target as a line.

use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use crate::charts::palette::Palette;
use crate::charts::{label, mark, svg};

/// One bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// The vendor's name.
    pub name: String,
    /// The place of the vendor's colour and mark.
    pub style: usize,
    /// The value; nothing where there is no data.
    pub value: Option<f64>,
    /// The value in words.
    pub words: String,
}

/// Draws the bars with the target and its words.
#[must_use]
pub fn draw(bars: &[Bar], target: Option<(f64, &str)>, palette: &Palette) -> String {
    let height = 34 * bars.len() as i32 + 30;
    svg((720, height as u32), |area| {
        let values = bars.iter().filter_map(|bar| bar.value).chain(target.map(|(value, _)| value));
        let highest = values.fold(0.0_f64, |highest, value| highest.max(value.abs())).max(1e-9);
        let x = |value: f64| 190 + (420.0 * value.max(0.0) / highest).round() as i32;
        for (place, bar) in bars.iter().enumerate() {
            let y = 16 + 34 * place as i32;
            let name = label(palette.ink, false).pos(Pos::new(HPos::Left, VPos::Center));
            area.draw(&Text::new(bar.name.clone(), (24, y), name))?;
            mark(area, (8, y), bar.style, palette)?;
            let end = bar.value.map_or(190, x);
            area.draw(&Rectangle::new([(190, y - 9), (end, y + 9)], palette.series(bar.style).filled()))?;
            let words = label(palette.ink, true).pos(Pos::new(HPos::Left, VPos::Center));
            area.draw(&Text::new(bar.words.clone(), (end + 8, y), words))?;
        }
        if let Some((value, words)) = target {
            let at = x(value);
            area.draw(&PathElement::new([(at, 2), (at, height - 26)], palette.ink.stroke_width(1)))?;
            let style = label(palette.ink_2, false).pos(Pos::new(HPos::Center, VPos::Bottom));
            area.draw(&Text::new(words.to_owned(), (at, height - 6), style))?;
        }
        Ok(())
    })
}
