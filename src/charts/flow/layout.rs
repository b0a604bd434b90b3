//! Where the boxes and arrows of a flow lie. Each box has a row of its own. An arrow to the row below goes straight, or
//! across the seam and down; every other one runs beside its boxes: outside them within a side, else between the sides.
//! So no arrow crosses a box.

use crate::charts::flow::words::{LINE, width, wrapped};
use crate::charts::flow::{Flow, Step, To};

/// The width of a box.
const WIDTH: i32 = 236;
/// The height of the start and the end, and of the smallest box.
const LOW: i32 = 32;
const HIGH: i32 = 48;
/// From one row to the next.
const GAP: i32 = 40;
/// Where the words of an arrow that goes down stand below its beginning.
pub const HEAD: i32 = 12;
/// How far the points of a decision reach out.
const TIP: i32 = 16;
/// From one arrow that runs beside the boxes to the next.
const TRACK: i32 = 14;
/// The widest words at an arrow.
const MOST_WORDS: u32 = 120;

/// A point of the picture.
pub type Point = (i32, i32);

/// How a box is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Something is done.
    Action,
    /// Something is decided.
    Decision,
    /// The start or the end.
    End,
}

/// A box in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// Whether it stands on the vendor's side.
    pub is_vendors: bool,
    /// How it is drawn.
    pub shape: Shape,
    /// Its upper left corner.
    pub from: Point,
    /// Its lower right corner.
    pub to: Point,
    /// Its number.
    pub number: String,
    /// Its words.
    pub lines: Vec<String>,
}

impl Placed {
    /// Returns its middle.
    #[must_use]
    pub const fn middle(&self) -> Point {
        ((self.from.0 + self.to.0) / 2, (self.from.1 + self.to.1) / 2)
    }

    const fn tip(&self) -> i32 {
        if matches!(self.shape, Shape::Decision) { TIP } else { 0 }
    }

    /// Returns where its number begins.
    #[must_use]
    pub const fn number_left(&self) -> i32 {
        self.from.0 + 12 + self.tip()
    }

    /// Returns where its words begin.
    #[must_use]
    pub const fn words_left(&self) -> i32 {
        self.number_left() + 24
    }

    /// Returns the corners of its outline, so far inside.
    #[must_use]
    pub fn outline(&self, inset: i32) -> Vec<Point> {
        let ((left, top), (right, foot)) = (self.from, self.to);
        let (left, top, right, foot) = (left + inset, top + inset, right - inset, foot - inset);
        let (tip, y) = (self.tip(), self.middle().1);
        match self.shape {
            Shape::Action => vec![(left, top), (right, top), (right, foot), (left, foot)],
            Shape::Decision => vec![
                (left + tip, top),
                (right - tip, top),
                (right, y),
                (right - tip, foot),
                (left + tip, foot),
                (left, y),
            ],
            Shape::End => {
                let cut = 8;
                let (near, far) = ((left + cut, right - cut), (top + cut, foot - cut));
                vec![
                    (near.0, top),
                    (near.1, top),
                    (right, far.0),
                    (right, far.1),
                    (near.1, foot),
                    (near.0, foot),
                    (left, far.1),
                    (left, far.0),
                ]
            }
        }
    }

    /// Returns where its edge is at a height, on its left or its right.
    fn edge(&self, at_right: bool, y: i32) -> i32 {
        let half = (self.to.1 - self.from.1) / 2;
        let in_by = self.tip() * (y - self.middle().1).abs() / half.max(1);
        if at_right { self.to.0 - in_by } else { self.from.0 + in_by }
    }
}

/// An arrow in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrow {
    /// Its corners, from its beginning to its point.
    pub points: Vec<Point>,
    /// The words at its beginning.
    pub words: String,
    /// From where to the side they stand: the points of a decision reach out further than its slanted edges.
    pub edge: i32,
}

/// Everything in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// The size of the picture.
    pub size: Point,
    /// From where to where the two sides reach.
    pub lanes: [(i32, i32); 2],
    /// Where the seam is.
    pub seam: i32,
    /// The boxes, the start first.
    pub boxes: Vec<Placed>,
    /// The arrows.
    pub arrows: Vec<Arrow>,
}

/// How an arrow runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// Straight down.
    Down,
    /// Across the seam and down.
    Across,
    /// Beside the boxes: left of all, between the sides, right of all.
    Beside(usize),
}

/// An arrow before it has its place: from which row to which, and how.
struct Run {
    from: usize,
    to: usize,
    way: Way,
    words: String,
    track: i32,
}

impl Run {
    const fn rows(&self) -> (usize, usize) {
        if self.from < self.to { (self.from, self.to) } else { (self.to, self.from) }
    }
    const fn length(&self) -> usize {
        self.to.abs_diff(self.from)
    }
}

/// Puts everything in its place.
#[must_use]
pub fn layout(flow: &Flow) -> Layout {
    let mut boxes = boxes(flow);
    let mut runs = runs(flow, &boxes);
    let tracks = lay_tracks(&mut runs);
    let ports = ports(&runs, &boxes);
    stack(&mut boxes, &ports);
    let room = |way: usize| {
        let beside =
            runs.iter().filter(|run| run.way == Way::Beside(way) || way == 1 && run.way == Way::Across);
        let words = beside.map(|run| width(&run.words)).max().unwrap_or_default();
        if 0 < words { words + 14 } else { 18 }
    };
    let outside = |way: usize, count: i32| if count == 0 { 12 } else { room(way) + TRACK * count };
    let [left, between, right] = tracks;
    // Between the sides words may stand on either hand, so there is room for them on both.
    let between = (2 * room(1) + TRACK * (between + 1)).max(88);
    let first = outside(0, left);
    let lanes = [first, first + WIDTH + between].map(|left| (left, left + WIDTH));
    let [client, vendor] = lanes;
    for placed in &mut boxes {
        let (left, right) = if placed.is_vendors { vendor } else { client };
        let inset = if placed.shape == Shape::End { (WIDTH - 96) / 2 } else { 0 };
        (placed.from.0, placed.to.0) = (left + inset, right - inset);
    }
    let seam = client.1 + between / 2;
    let track_x = |way: usize, track: i32| match way {
        0 => client.0 - room(0) - TRACK * track,
        2 => vendor.1 + room(2) + TRACK * track,
        _ => match client.1 + room(1) + TRACK * track {
            // Never on the seam itself.
            x if seam - 5 < x => x + TRACK,
            x => x,
        },
    };
    let arrows = runs.iter().zip(&ports).filter_map(|(run, ends)| {
        let points = points(run, ends.map(|port| port.share), &boxes, &track_x)?;
        let (from, [start, _]) = (boxes.get(run.from)?, ends);
        let edge = if start.at_right { from.to.0 } else { from.from.0 };
        Some(Arrow { points, words: run.words.clone(), edge })
    });
    let foot = boxes.last().map_or(80, |last| last.to.1 + 12);
    Layout { size: (vendor.1 + outside(2, right), foot), lanes, seam, arrows: arrows.collect(), boxes }
}

/// Makes the boxes, still without a place: the start, the steps, the end where something leads there.
fn boxes(flow: &Flow) -> Vec<Placed> {
    let Some(first) = flow.steps.first() else { return Vec::new() };
    let make = |is_vendors: bool, shape: Shape, number: String, lines: Vec<String>| Placed {
        is_vendors,
        shape,
        from: (0, 0),
        to: (0, 0),
        number,
        lines,
    };
    let [start, end] = &flow.ends;
    let mut boxes = vec![make(first.is_vendors, Shape::End, String::new(), wrapped(start, 80, 1))];
    boxes.extend(flow.steps.iter().enumerate().map(|(place, step)| {
        let shape = if step.is_decision { Shape::Decision } else { Shape::Action };
        let room = WIDTH - 48 - if step.is_decision { 2 * TIP } else { 0 };
        make(step.is_vendors, shape, (place + 1).to_string(), wrapped(&step.words, room as u32, 5))
    }));
    let ends = |step: &&Step| step.exits.iter().any(|(_, to)| *to == To::End);
    if let Some(last) = flow.steps.iter().rev().find(ends) {
        boxes.push(make(last.is_vendors, Shape::End, String::new(), wrapped(end, 80, 1)));
    }
    boxes
}

/// Puts the boxes below each other, each high enough for its words and for the arrows at its sides.
fn stack(boxes: &mut [Placed], ports: &[[Port; 2]]) {
    let mut top = 48;
    for (row, placed) in boxes.iter_mut().enumerate() {
        let at_row = ports.iter().flatten().filter(|port| port.row == row);
        let most = at_row.map(|port| port.share.1).max().unwrap_or_default();
        let height = match placed.shape {
            Shape::End => LOW.max(12 * (most + 1)),
            _ => (LINE * placed.lines.len() as i32 + 20).max(HIGH).max(22 * (most + 1)),
        };
        (placed.from.1, placed.to.1) = (top, top + height);
        top += height + GAP;
    }
}

/// Lists the arrows. Answers that lead to the same place share one.
fn runs(flow: &Flow, boxes: &[Placed]) -> Vec<Run> {
    let is_vendors = |row: usize| boxes.get(row).is_some_and(|placed| placed.is_vendors);
    let mut runs: Vec<Run> = Vec::new();
    let mut add = |from: usize, to: usize, words: &str| {
        if let Some(same) = runs.iter_mut().find(|run| run.from == from && run.to == to) {
            same.words = wrapped(&format!("{} / {words}", same.words), MOST_WORDS, 1).concat();
            return;
        }
        let crosses = is_vendors(from) != is_vendors(to);
        let way = match (from + 1 == to, crosses) {
            (true, false) => Way::Down,
            (true, true) => Way::Across,
            (false, true) => Way::Beside(1),
            (false, false) => Way::Beside(if is_vendors(from) { 2 } else { 0 }),
        };
        runs.push(Run { from, to, way, words: wrapped(words, MOST_WORDS, 1).concat(), track: 0 });
    };
    if !flow.steps.is_empty() {
        add(0, 1, "");
    }
    for (place, step) in flow.steps.iter().enumerate() {
        for (words, to) in &step.exits {
            let to = match to {
                To::Box(to) => to + 1,
                To::End => flow.steps.len() + 1,
            };
            if to < boxes.len() {
                add(place + 1, to, words);
            }
        }
    }
    runs
}

/// Gives each arrow beside the boxes a track where it meets no other, the short ones next to the boxes, and returns how
/// many tracks there are left, between and right.
fn lay_tracks(runs: &mut [Run]) -> [i32; 3] {
    let mut taken: Vec<(usize, i32, (usize, usize))> = Vec::new();
    let longest = runs.iter().map(Run::length).max().unwrap_or_default();
    for length in 0..=longest {
        for run in runs.iter_mut().filter(|run| run.length() == length) {
            let Way::Beside(way) = run.way else { continue };
            let rows = run.rows();
            let is_free = |track: i32| {
                let meets = |other: (usize, usize)| other.0 <= rows.1 && rows.0 <= other.1;
                !taken.iter().any(|(in_way, on, other)| *in_way == way && *on == track && meets(*other))
            };
            run.track = (0..).find(|track| is_free(*track)).unwrap_or_default();
            taken.push((way, run.track, rows));
        }
    }
    [0, 1, 2].map(|way| {
        let tracks = taken.iter().filter(|(in_way, ..)| *in_way == way).map(|(_, track, _)| track + 1);
        tracks.max().unwrap_or_default()
    })
}

/// Where an end of an arrow touches the side of its box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Port {
    row: usize,
    at_right: bool,
    /// Which of how many at that side, counted from 1 from the top; of none for an arrow from above or below.
    share: (i32, i32),
    /// Above it stand those with a lower one.
    order: (bool, isize, usize, bool),
}

/// Spreads the arrows along the sides of their boxes, so that those that turn the same way do not cross: what comes from
/// above stands above what leads below, what is near comes first from above and last to below.
fn ports(runs: &[Run], boxes: &[Placed]) -> Vec<[Port; 2]> {
    let port = |place: usize, run: &Run, is_end: bool| {
        let (row, other) = if is_end { (run.to, run.from) } else { (run.from, run.to) };
        let is_vendors = boxes.get(row).is_some_and(|placed| placed.is_vendors);
        let at_right = match run.way {
            Way::Beside(0) => false,
            Way::Beside(2) => true,
            _ => !is_vendors,
        };
        let away = other as isize - row as isize;
        let share = match (run.way, is_end) {
            (Way::Down, _) | (Way::Across, true) => (0, 0),
            _ => (1, 1),
        };
        Port { row, at_right, share, order: (0 <= away, -away, place, is_end) }
    };
    let plain: Vec<_> = runs
        .iter()
        .enumerate()
        .map(|(place, run)| [false, true].map(|is_end| port(place, run, is_end)))
        .collect();
    let beside = |port: &Port| {
        let all = plain.iter().flatten().filter(|other| other.share.1 == 1);
        all.filter(|other| (other.row, other.at_right) == (port.row, port.at_right))
            .map(|other| other.order)
            .collect::<Vec<_>>()
    };
    let spread = |port: Port| {
        if port.share.1 == 0 {
            return port;
        }
        let all = beside(&port);
        let place = all.iter().filter(|other| **other <= port.order).count() as i32;
        Port { share: (place, all.len() as i32), ..port }
    };
    plain.iter().map(|ends| ends.map(spread)).collect()
}

/// Returns the corners of an arrow.
fn points(
    run: &Run,
    shares: [(i32, i32); 2],
    boxes: &[Placed],
    track_x: &dyn Fn(usize, i32) -> i32,
) -> Option<Vec<Point>> {
    let (from, to) = (boxes.get(run.from)?, boxes.get(run.to)?);
    let [out, into] = shares;
    let y = |of: &Placed, (place, count): (i32, i32)| of.from.1 + (of.to.1 - of.from.1) * place / (count + 1);
    let (above, x) = (from.to.1, to.middle().0);
    Some(match run.way {
        Way::Down => vec![(x, above), (x, to.from.1)],
        Way::Across => {
            let y = y(from, out);
            vec![(from.edge(!from.is_vendors, y), y), (x, y), (x, to.from.1)]
        }
        Way::Beside(way) => {
            let (start, end, track) = (y(from, out), y(to, into), track_x(way, run.track));
            let at_right = |of: &Placed| if way == 1 { !of.is_vendors } else { way == 2 };
            vec![
                (from.edge(at_right(from), start), start),
                (track, start),
                (track, end),
                (to.edge(at_right(to), end), end),
            ]
        }
    })
}

#[cfg(test)]
mod tests;
