//! How one amount becomes another: a total stands on the line of nothing; what is added to it or taken off hangs where
//! the one before ended.

use plotters::prelude::*;

use crate::charts::palette::Palette;
use crate::charts::rows::{Form, LEFT, TOP, frame};
use crate::charts::svg;

/// One step on the way.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Step {
    /// What it is called.
    pub name: String,
    /// What it adds, or takes off when negative; of a total, all of it.
    pub amount: f64,
    /// The amount in words, with its sign and its unit.
    pub words: String,
    /// Whether it is a total, from which the next step goes on.
    pub is_total: bool,
}

/// From where to where the bar of a step goes.
fn spans(steps: &[Step]) -> Vec<(f64, f64)> {
    let mut reached = 0.0;
    let span = |step: &Step| {
        let amount = if step.amount.is_finite() { step.amount } else { 0.0 };
        let from = if step.is_total { 0.0 } else { reached };
        reached = from + amount;
        (from, reached)
    };
    steps.iter().map(span).collect()
}

/// Draws the steps one below the other, for a phone where the page is narrow. A total is a dark bar, what is added a
/// light one, what is taken off an open frame: nothing is said by colour alone.
#[must_use]
pub fn draw(steps: &[Step], is_narrow: bool, palette: &Palette) -> String {
    let form = Form::of(is_narrow);
    let spans = spans(steps);
    let ends = spans.iter().flat_map(|(from, to)| [*from, *to]);
    let (low, high) = ends.fold((0.0_f64, 0.0_f64), |(low, high), value| (low.min(value), high.max(value)));
    let whole = (high - low).max(1e-9);
    let x = |value: f64| LEFT + (form.bars * (value - low) / whole).round() as i32;
    let bottom = form.bottom(steps.len());
    svg((form.width, (bottom + 8) as u32), |area| {
        let nothing = [(x(0.0), TOP), (x(0.0), bottom)];
        area.draw(&PathElement::new(nothing, palette.rule.stroke_width(1)))?;
        for (place, (step, (from, to))) in steps.iter().zip(&spans).enumerate() {
            form.head(area, place, [&step.name, &step.words], palette)?;
            let y = form.middle(place);
            let (left, right) = (x(from.min(*to)), x(from.max(*to)));
            if to < from && !step.is_total {
                frame(area, (left, right), y, palette.err)?;
            } else {
                let color = if step.is_total { palette.ink } else { palette.ink_3 };
                area.draw(&Rectangle::new([(left, y - 6), (right, y + 6)], color.filled()))?;
            }
            // The next step takes up where this one ended.
            if steps.get(place + 1).is_some_and(|next| !next.is_total) {
                let joint = [(x(*to), y + 6), (x(*to), form.middle(place + 1) - 6)];
                area.draw(&PathElement::new(joint, palette.ink_3.stroke_width(1)))?;
            }
        }
        Ok(())
    })
}
