//! Where words stand beside a point of a line without covering the line.

/// How far words keep from the line, in pixels.
const APART: i32 = 4;

/// How far from the point words may stand, the nearest first, in pixels.
const GAPS: [i32; 3] = [8, 20, 32];

/// How many points of the line a rule through words weighs: less than the line itself, or words would cover values to
/// keep off a target.
const RULE: usize = 3;

/// Returns the middle and the top of words of a size beside a point: as near to it as they cover nothing of the line,
/// first on the side that is preferred, and always within two corners. A place without a value parts the line. `rules`
/// are the heights of lines across the sheet, which words keep off as far as the values let them.
pub fn clear(
    (width, height): (i32, i32),
    (x, y): (i32, i32),
    is_above: bool,
    line: &[Option<(i32, i32)>],
    rules: &[i32],
    [(left, top), (right, foot)]: [(i32, i32); 2],
) -> (i32, i32) {
    let half = width / 2;
    let sides = if is_above { [true, false] } else { [false, true] };
    let middles = [x, x + half - APART, x - half + APART];
    let places = GAPS.into_iter().flat_map(|gap| {
        sides.into_iter().flat_map(move |is_above| {
            let start = if is_above { y - gap - height } else { y + gap };
            middles.into_iter().map(move |middle| (middle, start))
        })
    });
    let within = places.map(|(middle, start)| {
        let middle = middle.clamp(left + half, (right - half).max(left + half));
        (middle, start.clamp(top, (foot - height).max(top)))
    });
    let covered = |(middle, start): (i32, i32)| {
        let (from, to) = (middle - half - APART, middle + half + APART);
        let hits = |(x, y): (i32, i32)| {
            (from..=to).contains(&x) && (start - APART..=start + height + APART).contains(&y)
        };
        let crossed = rules.iter().filter(|y| (start - 1..=start + height + 1).contains(*y)).count();
        trace(line).filter(|point| hits(*point)).count() + RULE * crossed
    };
    // The first of several that cover equally little is the nearest.
    within.min_by_key(|place| covered(*place)).unwrap_or((x, y))
}

/// Walks along a line in steps of a pixel or two.
fn trace(line: &[Option<(i32, i32)>]) -> impl Iterator<Item = (i32, i32)> {
    let alone = line.iter().copied().flatten();
    let joined = line.iter().zip(line.iter().skip(1)).filter_map(|(from, to)| Some(((*from)?, (*to)?)));
    let between = joined.flat_map(|((x, y), (to_x, to_y))| {
        let (along, up) = (to_x - x, to_y - y);
        let steps = (along.abs().max(up.abs()) / 2).max(1);
        (0..steps).map(move |step| (x + along * step / steps, y + up * step / steps))
    });
    alone.chain(between)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const SHEET: [(i32, i32); 2] = [(0, 0), (300, 150)];

    #[test]
    fn words_stand_where_they_are_wanted_while_nothing_is_in_their_way() {
        let line = [Some((150, 70))];
        assert_eq!(clear((60, 14), (150, 70), true, &line, &[], SHEET), (150, 48));
        assert_eq!(clear((60, 14), (150, 70), false, &line, &[], SHEET), (150, 78));
    }

    #[test]
    fn words_keep_off_a_rule_that_lies_where_they_would_stand() {
        let line = [Some((150, 70))];
        assert_eq!(clear((60, 14), (150, 70), true, &line, &[55], SHEET), (150, 78));
        assert_eq!(clear((60, 14), (150, 70), true, &line, &[55, 85], SHEET), (150, 36));
    }

    #[test]
    fn words_give_way_to_the_line() {
        // It falls through the place below and goes on there.
        let line = [Some((100, 20)), Some((150, 70)), Some((200, 90)), Some((250, 92))];
        let (middle, top) = clear((80, 14), (150, 70), false, &line, &[], SHEET);
        let inside = |(x, y): &(i32, i32)| (x - middle).abs() <= 40 && top <= *y && *y <= top + 14;
        assert_eq!(trace(&line).filter(inside).count(), 0, "{middle} {top}");
    }

    proptest! {
        #[test]
        fn words_stay_within_their_sheet(
            points in prop::collection::vec(prop::option::of((0..300, 0..150)), 1..40),
            size in (1..280, 10..20),
            is_above: bool,
        ) {
            let at = points.iter().copied().flatten().next().unwrap_or((150, 70));
            let (middle, top) = clear(size, at, is_above, &points, &[], SHEET);
            prop_assert!(0 <= middle - size.0 / 2 && middle + size.0 / 2 <= 300, "{middle}");
            prop_assert!(0 <= top && top + size.1 <= 150, "{top}");
        }
    }
}
