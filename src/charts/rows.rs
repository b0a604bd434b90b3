//! Rows of bars one below the other, each under its name and its figure in words: what such charts share.

use plotters::coord::Shift;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use crate::charts::palette::Palette;
use crate::charts::picture::{Picture, estimate};
use crate::charts::{DrawError, LABEL, fitting, label};

/// Where the area of the bars begins.
pub(super) const LEFT: i32 = 8;
/// Where the first row begins.
pub(super) const TOP: i32 = 30;

/// How wide a picture is, and where the words on a figure stand.
pub(super) struct Form {
    pub width: u32,
    /// The height of a row.
    pub row: i32,
    /// How wide the area of the bars is.
    pub bars: f64,
    name_width: u32,
    words_width: u32,
    /// Whether the words stand below the name instead of after it.
    is_stacked: bool,
}

const WIDE: Form =
    Form { width: 720, row: 46, bars: 660.0, name_width: 400, words_width: 290, is_stacked: false };
const NARROW: Form =
    Form { width: 320, row: 66, bars: 300.0, name_width: 304, words_width: 304, is_stacked: true };

impl Form {
    /// Returns the form for a phone, or for any wider page.
    pub const fn of(is_narrow: bool) -> &'static Self {
        if is_narrow { &NARROW } else { &WIDE }
    }

    /// Returns where the rows end.
    pub fn bottom(&self, rows: usize) -> i32 {
        TOP + self.row * rows as i32
    }

    /// Returns the middle of the bar of a row.
    pub const fn middle(&self, place: usize) -> i32 {
        TOP + self.row * (place as i32 + 1) - 14
    }

    /// Writes the name of a row and its figure.
    pub fn head(
        &self,
        area: &DrawingArea<Picture<'_>, Shift>,
        place: usize,
        [name, words]: [&str; 2],
        palette: &Palette,
    ) -> Result<(), DrawError> {
        let top = TOP + self.row * place as i32;
        let name = fitting(name, self.name_width);
        let words_at = match self.is_stacked {
            true => (LEFT, top + 24),
            false => (LEFT + 12 + estimate(&name, LABEL).0 as i32, top + 4),
        };
        let at_top = |color, bold| label(color, bold).pos(Pos::new(HPos::Left, VPos::Top));
        area.draw(&Text::new(name, (LEFT, top + 4), at_top(palette.ink, false)))?;
        area.draw(&Text::new(fitting(words, self.words_width), words_at, at_top(palette.ink_2, true)))?;
        Ok(())
    }
}

/// Draws a frame with nothing in it.
pub(super) fn frame(
    area: &DrawingArea<Picture<'_>, Shift>,
    (from, to): (i32, i32),
    middle: i32,
    color: RGBColor,
) -> Result<(), DrawError> {
    let (top, bottom) = (middle - 6, middle + 6);
    let frame = [(from, top), (to, top), (to, bottom), (from, bottom), (from, top)];
    area.draw(&PathElement::new(frame, color.stroke_width(2)))?;
    Ok(())
}
