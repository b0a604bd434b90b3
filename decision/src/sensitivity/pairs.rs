//! Where pairs of alternatives change places, and how far the first is safe, when one weight moves.

use crate::rank::{self, EQUAL};
use crate::sensitivity::{Crossing, Line, stability};

/// Every pair of lines that changes its order, by the weight at which it does, then by pair.
///
/// Two lines cross at `t = (R_b − R_a) / ((r_ak − r_bk) − (R_a − R_b))` (Triantaphyllou & Sanchez 1997 name the same
/// weights by the change that leads to them). A pair that ties for all weights does not cross.
#[must_use]
pub fn crossings(lines: &[Line]) -> Vec<PairCrossing> {
    let mut found = Vec::new();
    for (first, a) in lines.iter().enumerate() {
        for (second, b) in lines.iter().enumerate().skip(first + 1) {
            let turn = a.slope - b.slope;
            if turn.abs() <= EQUAL {
                continue;
            }
            found.extend(PairCrossing::at((first, second), (b.at_zero - a.at_zero) / turn));
        }
    }
    sort(&mut found);
    found
}

/// Two alternatives that have the same score at a weight and change places there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PairCrossing {
    /// The alternatives, the earlier one first.
    pub pair: (usize, usize),
    /// The weight at which they meet, 0 to 1.
    pub weight: f64,
    /// Whether that is 0 or 1, so that there is nothing beyond.
    pub at_boundary: bool,
}

impl PairCrossing {
    /// Takes a meeting within 0 and 1; one closer than 1e-9 to an end is on it.
    pub(crate) fn at(pair: (usize, usize), weight: f64) -> Option<Self> {
        if !(-EQUAL..=1.0 + EQUAL).contains(&weight) {
            return None;
        }
        let end = if weight <= EQUAL {
            Some(0.0)
        } else if 1.0 - EQUAL <= weight {
            Some(1.0)
        } else {
            None
        };
        Some(Self { pair, weight: end.unwrap_or(weight), at_boundary: end.is_some() })
    }
}

pub(crate) fn sort(found: &mut [PairCrossing]) {
    found.sort_by(|a, b| a.weight.total_cmp(&b.weight).then(a.pair.cmp(&b.pair)));
}

/// The interval of a weight in which the one that is first now stays first.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FirstPlace {
    /// Who is first.
    pub leader: usize,
    /// The lowest weight.
    pub from: f64,
    /// The highest weight.
    pub to: f64,
}

/// Returns the interval around a weight in which its single first place stands; nothing where first place is shared.
#[must_use]
pub fn first_place(lines: &[Line], weight: f64) -> Option<FirstPlace> {
    let totals: Vec<Option<f64>> = lines.iter().map(|line| Some(line.at(weight))).collect();
    if rank::winners(&totals).len() != 1 {
        return None;
    }
    let stability = stability(lines, weight)?;
    let end = |crossing: Option<Crossing>, otherwise: f64| {
        crossing.map_or(otherwise, |crossing| crossing.weight.clamp(0.0, 1.0))
    };
    Some(FirstPlace {
        leader: stability.leader,
        from: end(stability.below, 0.0),
        to: end(stability.above, 1.0),
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::sensitivity::lines;

    proptest! {
        #[test]
        fn a_pair_changes_places_at_its_crossing(
            rows in prop::collection::vec(prop::collection::vec(0.0..100.0_f64, 3), 2..5),
            weights in prop::collection::vec(0.1..1.0_f64, 3),
        ) {
            let sum: f64 = weights.iter().sum();
            let shares: Vec<f64> = weights.iter().map(|weight| weight / sum).collect();
            for moving in 0..3 {
                let lines = lines(&rows, &shares, moving);
                for crossing in crossings(&lines) {
                    let (a, b) = crossing.pair;
                    let lead = |weight: f64| total(&rows[a], &shares, moving, weight) - total(&rows[b], &shares, moving, weight);
                    prop_assert!(lead(crossing.weight).abs() < 1e-6);
                    let step = 1e-3;
                    prop_assert!(lead(crossing.weight - step) * lead(crossing.weight + step) <= 0.0);
                }
            }
        }

        #[test]
        fn beyond_its_interval_the_first_is_overtaken(
            rows in prop::collection::vec(prop::collection::vec(0.0..100.0_f64, 3), 2..5), now in 0.05..0.95_f64,
        ) {
            let shares = [now, (1.0 - now) / 2.0, (1.0 - now) / 2.0];
            let lines = lines(&rows, &shares, 0);
            if let Some(first) = first_place(&lines, now) {
                let leads = |weight: f64| {
                    let best = lines.iter().map(|line| line.at(weight)).fold(f64::MIN, f64::max);
                    best - lines[first.leader].at(weight) < 1e-11
                };
                prop_assert!(leads(first.from) && leads(first.to) && first.from <= now && now <= first.to);
                prop_assert!(first.from == 0.0 || !leads(first.from - 1e-4));
                prop_assert!(first.to == 1.0 || !leads(first.to + 1e-4));
            }
        }
    }

    /// The total with one weight set and the others kept in proportion, computed without lines.
    fn total(row: &[f64], shares: &[f64], moving: usize, weight: f64) -> f64 {
        let rest: f64 = 1.0 - shares[moving];
        let share = |place: usize| {
            if place == moving { weight } else { shares[place] * (1.0 - weight) / rest }
        };
        row.iter().enumerate().map(|(place, score)| score * share(place)).sum()
    }

    #[test]
    fn a_shared_first_place_has_no_interval() {
        let lines = lines(&[vec![1.0, 0.0], vec![0.0, 1.0]], &[0.5, 0.5], 0);
        assert_eq!(first_place(&lines, 0.5), None);
        let found = crossings(&lines);
        assert_eq!(found, [PairCrossing { pair: (0, 1), weight: 0.5, at_boundary: false }]);
    }
}
