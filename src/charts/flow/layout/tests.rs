use proptest::prelude::*;

use super::*;

fn any_flow() -> impl Strategy<Value = Flow> {
    let exits = prop::collection::vec(("[a-z是否 ]{0,20}", 0_usize..9), 0..4);
    let step = (any::<bool>(), any::<bool>(), "[a-z订单 ]{0,90}", exits);
    prop::collection::vec(step, 0..8).prop_map(|steps| {
        let count = steps.len();
        let to = |to: usize| if to < count { To::Box(to) } else { To::End };
        let steps = steps.into_iter().map(|(is_vendors, is_decision, words, exits)| Step {
            is_vendors,
            is_decision,
            words,
            exits: exits.into_iter().map(|(words, place)| (words, to(place))).collect(),
        });
        Flow {
            heads: ["Client", "Vendor"].map(str::to_owned),
            ends: ["Start", "End"].map(str::to_owned),
            steps: steps.collect(),
        }
    })
}

/// Tells whether a line between two corners passes through a box.
fn crosses((from, to): (Point, Point), placed: &Placed) -> bool {
    let ((left, right), (top, foot)) =
        ((from.0.min(to.0), from.0.max(to.0)), (from.1.min(to.1), from.1.max(to.1)));
    left < placed.to.0
        && placed.from.0 < right.max(left + 1)
        && top < placed.to.1
        && placed.from.1 < foot.max(top + 1)
}

/// Tells whether two lines lie on each other for a while.
fn overlap(one: (Point, Point), other: (Point, Point)) -> bool {
    let shared =
        |a: (i32, i32), b: (i32, i32)| a.0.min(a.1).max(b.0.min(b.1)) < a.0.max(a.1).min(b.0.max(b.1));
    let ((a, b), (c, d)) = (one, other);
    let level = a.1 == b.1 && c.1 == d.1 && a.1 == c.1 && shared((a.0, b.0), (c.0, d.0));
    let upright = a.0 == b.0 && c.0 == d.0 && a.0 == c.0 && shared((a.1, b.1), (c.1, d.1));
    level || upright
}

proptest! {
    #[test]
    fn arrows_keep_to_right_angles_and_off_the_boxes(flow in any_flow()) {
        let plan = layout(&flow);
        let inside = |(x, y): Point| 0 <= x && x <= plan.size.0 && 0 <= y && y <= plan.size.1;
        let mut lines: Vec<(usize, (Point, Point))> = Vec::new();
        for (place, arrow) in plan.arrows.iter().enumerate() {
            prop_assert!(arrow.points.iter().all(|point| inside(*point)), "{arrow:?} in {:?}", plan.size);
            for line in arrow.points.windows(2) {
                let (from, to) = (line[0], line[1]);
                prop_assert!(from.0 == to.0 || from.1 == to.1, "{arrow:?}");
                prop_assert!(!(from.0 == to.0 && from.0 == plan.seam), "{arrow:?} lies on the seam");
                lines.push((place, (from, to)));
                for placed in &plan.boxes {
                    // At its own boxes an arrow touches the edge, and on a decision it goes in to the slanted one.
                    let trimmed = Placed {
                        from: (placed.from.0 + placed.tip() + 1, placed.from.1 + 1),
                        to: (placed.to.0 - placed.tip() - 1, placed.to.1 - 1),
                        ..placed.clone()
                    };
                    prop_assert!(!crosses((from, to), &trimmed), "{arrow:?} crosses {placed:?}");
                }
            }
        }
        for (place, line) in &lines {
            for (other, with) in &lines {
                prop_assert!(place == other || !overlap(*line, *with), "{line:?} lies on {with:?}");
            }
        }
        for pair in plan.boxes.windows(2) {
            prop_assert!(pair[0].to.1 + GAP == pair[1].from.1);
        }
    }
}
