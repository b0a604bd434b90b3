//! Totals over one moving weight: straight lines, the weight now, the crossing, names at the right.

use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use crate::charts::palette::Palette;
use crate::charts::{label, mark, svg};

/// One vendor.
#[derive(Clone, Debug, PartialEq)]
pub struct Sweep {
    /// The name at the end of the line.
    pub name: String,
    /// The place of the vendor's colour and mark.
    pub style: usize,
    /// The total at weight 0.
    pub at_zero: f64,
    /// The total at weight 100 %.
    pub at_whole: f64,
}

/// What to draw.
#[derive(Clone, Debug, PartialEq)]
pub struct SweepChart {
    /// The vendors.
    pub lines: Vec<Sweep>,
    /// The weight now, 0 to 1, with its words.
    pub now: (f64, String),
    /// Where the leader changes, 0 to 1, with its words.
    pub crossings: Vec<(f64, String)>,
    /// The words of the horizontal axis.
    pub axis: String,
}

const SIZE: (u32, u32) = (860, 340);
const LEFT: i32 = 40;
const RIGHT: i32 = 690;
const TOP: i32 = 26;
const BOTTOM: i32 = 290;

/// Draws the chart.
#[must_use]
pub fn draw(chart: &SweepChart, palette: &Palette) -> String {
    svg(SIZE, |area| {
        let ends = chart.lines.iter().flat_map(|line| [line.at_zero, line.at_whole]);
        let (low, high) = ends.fold((100.0_f64, 0.0_f64), |(low, high), end| (low.min(end), high.max(end)));
        // Totals lie in 0 to 100, but logarithmic price points may pull one far below 0.
        let (low, high) =
            if low < 0.0 { (low - 2.0, high + 2.0) } else { ((low - 2.0).max(0.0), (high + 2.0).min(100.0)) };
        let steps = [10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1000.0];
        let step = steps.into_iter().find(|step| (high - low) / step <= 12.0).unwrap_or((high - low) / 10.0);
        let low = (low / step).floor() * step;
        let high = ((high / step).ceil() * step).max(low + step);
        let x = |weight: f64| LEFT + (weight * f64::from(RIGHT - LEFT)).round() as i32;
        let y = |total: f64| BOTTOM - ((total - low) / (high - low) * f64::from(BOTTOM - TOP)).round() as i32;
        let ticks = ((high - low) / step).round() as i32;
        for tick in 0..=ticks {
            let total = low + step * f64::from(tick);
            area.draw(&PathElement::new(
                [(LEFT, y(total)), (RIGHT, y(total))],
                palette.rule.stroke_width(1),
            ))?;
            let style = label(palette.ink_3, false).pos(Pos::new(HPos::Right, VPos::Center));
            area.draw(&Text::new(format!("{total:.0}"), (LEFT - 8, y(total)), style))?;
        }
        for tick in 0..=5 {
            let style = label(palette.ink_3, false).pos(Pos::new(HPos::Center, VPos::Top));
            area.draw(&Text::new(format!("{}", tick * 20), (x(f64::from(tick) * 0.2), BOTTOM + 8), style))?;
        }
        let axis = label(palette.ink_2, false).pos(Pos::new(HPos::Right, VPos::Top));
        area.draw(&Text::new(chart.axis.clone(), (RIGHT, BOTTOM + 28), axis))?;
        let (now, words) = &chart.now;
        area.draw(&PathElement::new([(x(*now), TOP), (x(*now), BOTTOM)], palette.ink_3.stroke_width(1)))?;
        let style = label(palette.ink_2, false).pos(Pos::new(HPos::Left, VPos::Bottom));
        area.draw(&Text::new(words.clone(), (x(*now) + 5, BOTTOM - 4), style))?;
        for line in &chart.lines {
            let color = palette.series(line.style);
            area.draw(&PathElement::new(
                [(x(0.0), y(line.at_zero)), (x(1.0), y(line.at_whole))],
                color.stroke_width(2),
            ))?;
            let at_now = line.at_zero + (line.at_whole - line.at_zero) * now;
            mark(area, (x(*now), y(at_now)), line.style, palette)?;
        }
        let mut ends: Vec<_> = chart.lines.iter().map(|line| (y(line.at_whole), line)).collect();
        ends.sort_by_key(|(at, _)| *at);
        let mut free = TOP;
        for (at, line) in ends {
            let at = at.max(free);
            free = at + 18;
            mark(area, (RIGHT + 14, at), line.style, palette)?;
            let style = label(palette.ink, false).pos(Pos::new(HPos::Left, VPos::Center));
            area.draw(&Text::new(line.name.clone(), (RIGHT + 26, at), style))?;
        }
        for (place, (weight, words)) in chart.crossings.iter().enumerate() {
            let best = chart.lines.iter().map(|line| line.at_zero + (line.at_whole - line.at_zero) * weight);
            let Some(best) = best.reduce(f64::max) else { continue };
            let at = (x(*weight), y(best));
            area.draw(&Circle::new(at, 7, palette.ink.stroke_width(2)))?;
            let right = *weight < 0.55;
            let side = if right { HPos::Left } else { HPos::Right };
            let style = label(palette.ink, true).pos(Pos::new(side, VPos::Bottom));
            let shift = if right { 12 } else { -12 };
            area.draw(&Text::new(words.clone(), (at.0 + shift, at.1 - 10 - 18 * place as i32), style))?;
        }
        Ok(())
    })
}
