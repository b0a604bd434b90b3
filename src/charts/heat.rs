//! Indicators by period: one row an indicator, one column a period. What misses the target is shaded, what misses the
//! floor is dark; every cell says its value, so that nothing rests on the shade alone.

use plotters::coord::Shift;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use crate::charts::palette::Palette;
use crate::charts::picture::{Picture, estimate};
use crate::charts::{DrawError, LABEL, fitting, label, svg};

/// What a cell says.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// A value without a target to be judged by.
    Plain(String),
    /// The target is met.
    Met(String),
    /// The target is missed, the floor is not.
    Short(String),
    /// The floor is missed too.
    Failed(String),
    /// Nothing happened that could be counted.
    NoEvents(String),
    /// Nothing was entered.
    Missing,
}

/// What to draw.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Heat {
    /// The names of the periods, short.
    pub columns: Vec<String>,
    /// The indicators with their cells.
    pub rows: Vec<(String, Vec<Cell>)>,
    /// The words of the key: met, missed, below the floor, nothing happened, no data.
    pub key: [String; 5],
}

const LEFT: i32 = 200;
const COLUMN: i32 = 58;
const ROW: i32 = 28;
const TOP: i32 = 60;

/// Draws the cells with a key above them.
#[must_use]
pub fn draw(heat: &Heat, palette: &Palette) -> String {
    let width = (LEFT + COLUMN * heat.columns.len() as i32 + 4).max(640);
    let height = TOP + ROW * heat.rows.len() as i32 + 4;
    svg((width as u32, height as u32), |area| {
        draw_key(area, &heat.key, palette)?;
        for (place, name) in heat.columns.iter().enumerate() {
            let at = (LEFT + COLUMN * place as i32 + COLUMN / 2, TOP - 10);
            let style = label(palette.ink_3, false).pos(Pos::new(HPos::Center, VPos::Bottom));
            area.draw(&Text::new(fitting(name, COLUMN as u32), at, style))?;
        }
        for (row, (name, cells)) in heat.rows.iter().enumerate() {
            let top = TOP + ROW * row as i32;
            let style = label(palette.ink, false).pos(Pos::new(HPos::Left, VPos::Center));
            area.draw(&Text::new(fitting(name, LEFT as u32 - 12), (2, top + ROW / 2), style))?;
            for (column, cell) in cells.iter().enumerate() {
                let left = LEFT + COLUMN * column as i32;
                draw_cell(area, cell, [left, top], COLUMN, palette)?;
            }
        }
        Ok(())
    })
}

fn draw_key(
    area: &DrawingArea<Picture<'_>, Shift>,
    key: &[String; 5],
    palette: &Palette,
) -> Result<(), DrawError> {
    let samples = [
        Cell::Met(String::new()),
        Cell::Short(String::new()),
        Cell::Failed(String::new()),
        Cell::NoEvents(String::new()),
        Cell::Missing,
    ];
    let mut left = 2;
    for (sample, words) in samples.iter().zip(key) {
        draw_cell(area, sample, [left, 0], 32, palette)?;
        let style = label(palette.ink_2, false).pos(Pos::new(HPos::Left, VPos::Center));
        area.draw(&Text::new(words.clone(), (left + 38, ROW / 2), style))?;
        left += 56 + estimate(words, LABEL).0 as i32;
    }
    Ok(())
}

fn draw_cell(
    area: &DrawingArea<Picture<'_>, Shift>,
    cell: &Cell,
    [left, top]: [i32; 2],
    width: i32,
    palette: &Palette,
) -> Result<(), DrawError> {
    let (right, bottom, middle) = (left + width - 2, top + ROW - 2, top + ROW / 2 - 1);
    let (words, color, is_bold) = match cell {
        Cell::Plain(words) => (words.as_str(), palette.ink_2, false),
        Cell::Met(words) => (words.as_str(), palette.ink, false),
        Cell::Short(words) => (words.as_str(), palette.ink, true),
        Cell::Failed(words) => (words.as_str(), palette.sheet, true),
        Cell::NoEvents(words) => (words.as_str(), palette.ink_3, false),
        Cell::Missing => ("—", palette.ink_3, false),
    };
    let frame = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)];
    match cell {
        Cell::Short(_) => {
            area.draw(&Rectangle::new([(left, top), (right, bottom)], palette.rule.filled()))?;
        }
        Cell::Failed(_) => {
            area.draw(&Rectangle::new([(left, top), (right, bottom)], palette.ink.filled()))?;
        }
        Cell::Missing => (),
        Cell::NoEvents(_) => {
            area.draw(&PathElement::new(frame, palette.rule.stroke_width(1)))?;
            area.draw(&PathElement::new([(left, bottom), (right, top)], palette.rule.stroke_width(1)))?;
        }
        Cell::Plain(_) | Cell::Met(_) => {
            area.draw(&PathElement::new(frame, palette.rule.stroke_width(1)))?;
        }
    }
    let style = label(color, is_bold).pos(Pos::new(HPos::Center, VPos::Center));
    area.draw(&Text::new(fitting(words, width as u32 - 6), (left + width / 2 - 1, middle), style))?;
    Ok(())
}
