//! A process across the seam: the client's steps on the left, the vendor's on the right, from the top down. Where boxes
//! and arrows lie is worked out in [`layout`]; this file only draws.

pub mod layout;
mod words;

use plotters::coord::Shift;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use crate::charts::flow::layout::{Arrow, HEAD, Layout, Placed, Shape};
use crate::charts::palette::Palette;
use crate::charts::picture::Picture;
use crate::charts::{DrawError, dashed, label, svg};

/// Where an arrow ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum To {
    /// At a box, by its place from 0.
    Box(usize),
    /// At the end.
    End,
}

/// One step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Whether it stands on the vendor's side.
    pub is_vendors: bool,
    /// Whether something is decided.
    pub is_decision: bool,
    /// What is done or decided.
    pub words: String,
    /// Where it leads, each with the words at the arrow.
    pub exits: Vec<(String, To)>,
}

/// What to draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flow {
    /// What stands over the two sides.
    pub heads: [String; 2],
    /// What the start and the end are called.
    pub ends: [String; 2],
    /// The steps in their order.
    pub steps: Vec<Step>,
}

type Area<'a> = DrawingArea<Picture<'a>, Shift>;

/// Draws the flow.
#[must_use]
pub fn draw(flow: &Flow, palette: &Palette) -> String {
    let plan = layout::layout(flow);
    svg((plan.size.0 as u32, plan.size.1 as u32), |area| {
        draw_heads(area, flow, &plan, palette)?;
        // All lines of one kind in a row, so that they become one path.
        for arrow in &plan.arrows {
            area.draw(&PathElement::new(arrow.points.clone(), palette.ink_2.stroke_width(1)))?;
        }
        for arrow in &plan.arrows {
            draw_point(area, arrow, palette)?;
        }
        for placed in &plan.boxes {
            draw_box(area, placed, palette)?;
        }
        for arrow in plan.arrows.iter().filter(|arrow| !arrow.words.is_empty()) {
            draw_words(area, arrow, palette)?;
        }
        Ok(())
    })
}

/// A single rule under the client's side, a double one under the vendor's, and the seam between them.
fn draw_heads(area: &Area<'_>, flow: &Flow, plan: &Layout, palette: &Palette) -> Result<(), DrawError> {
    let lanes = plan.lanes.iter().zip(&flow.heads).zip([palette.client, palette.vendor]);
    for (place, (((left, right), head), color)) in lanes.enumerate() {
        let style = label(color, true).pos(Pos::new(HPos::Left, VPos::Center));
        let room = (right - left) as u32;
        let head = words::wrapped(head, room, 1).concat();
        area.draw(&Text::new(head, (*left, 14), style))?;
        for y in [28, 32].into_iter().take(place + 1) {
            area.draw(&PathElement::new([(*left, y), (*right, y)], color.stroke_width(1)))?;
        }
    }
    dashed(area, (plan.seam, 6), (plan.seam, plan.size.1 - 6), palette.ink_3)
}

/// The point of an arrow.
fn draw_point(area: &Area<'_>, arrow: &Arrow, palette: &Palette) -> Result<(), DrawError> {
    let [.., before, end] = arrow.points.as_slice() else { return Ok(()) };
    let (dx, dy) = ((end.0 - before.0).signum(), (end.1 - before.1).signum());
    let (back, wide) = ((end.0 - 8 * dx, end.1 - 8 * dy), (4 * dy, 4 * dx));
    let shape = vec![*end, (back.0 + wide.0, back.1 + wide.1), (back.0 - wide.0, back.1 - wide.1)];
    area.draw(&Polygon::new(shape, palette.ink_2.filled())).map_err(|error| error.to_string().into())
}

fn draw_box(area: &Area<'_>, placed: &Placed, palette: &Palette) -> Result<(), DrawError> {
    let color = if placed.is_vendors { palette.vendor } else { palette.client };
    let outline = |inset: i32, style: ShapeStyle| {
        let points = placed.outline(inset);
        area.draw(&Polygon::new(points.clone(), palette.sheet.filled()))?;
        area.draw(&PathElement::new(
            points.into_iter().chain(placed.outline(inset).into_iter().take(1)).collect::<Vec<_>>(),
            style,
        ))
    };
    match placed.shape {
        // The start and the end are neither side's doing.
        Shape::End => outline(0, palette.ink_3.stroke_width(1))?,
        _ => outline(0, color.stroke_width(1))?,
    }
    // As over the sides: one rule for the client, two for the vendor.
    if placed.is_vendors && placed.shape != Shape::End {
        outline(3, color.stroke_width(1))?;
    }
    let middle = placed.middle();
    let first = middle.1 - words::LINE * (placed.lines.len() as i32 - 1) / 2;
    let (x, side) = match placed.shape {
        Shape::End => (middle.0, HPos::Center),
        _ => (placed.words_left(), HPos::Left),
    };
    for (place, line) in placed.lines.iter().enumerate() {
        let y = first + words::LINE * place as i32;
        let style = label(palette.ink, false).pos(Pos::new(side, VPos::Center));
        area.draw(&Text::new(line.clone(), (x, y), style))?;
    }
    if !placed.number.is_empty() {
        let style = label(palette.ink_3, false).pos(Pos::new(HPos::Left, VPos::Center));
        area.draw(&Text::new(placed.number.clone(), (placed.number_left(), first), style))?;
    }
    Ok(())
}

/// The answer at the beginning of its arrow, on paper of its own where lines pass below.
fn draw_words(area: &Area<'_>, arrow: &Arrow, palette: &Palette) -> Result<(), DrawError> {
    let Some(((x, y), (to_x, _))) = arrow.points.first().zip(arrow.points.get(1)) else { return Ok(()) };
    let width = words::width(&arrow.words);
    let (left, middle) = match (to_x - x).signum() {
        0 => (x + 6, y + HEAD),
        1 => (arrow.edge + 5, y - 9),
        _ => (arrow.edge - 5 - width, y - 9),
    };
    let ground = [(left - 1, middle - 8), (left + width + 1, middle + 8)];
    area.draw(&Rectangle::new(ground, palette.sheet.filled()))?;
    let style = label(palette.ink_2, false).pos(Pos::new(HPos::Left, VPos::Center));
    area.draw(&Text::new(arrow.words.clone(), (left, middle), style))
        .map_err(|error| error.to_string().into())
}
