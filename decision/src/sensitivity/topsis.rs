//! One weight moves and TOPSIS ranks anew: where pairs change places and first place changes hands.
//!
//! With the moving weight t every distance is `D² = t² a + (1 − t)² b`. Two alternatives tie where the ratios D⁻/D⁺ agree,
//! which is a quadratic equation in `(t / (1 − t))²`; so the crossings are solved and not sampled.

use crate::rank::EQUAL;
use crate::sensitivity::pairs::{PairCrossing, sort};
use crate::table::Table;
use crate::topsis::{Gaps, Scaling};

/// The closeness of every alternative as a function of one weight; the others keep their ratios.
#[derive(Clone, Debug, PartialEq)]
pub struct Sweep(Vec<Distances>);

/// The squared distances of one alternative: `t² own + (1 − t)² rest`.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Distances {
    ideal: Squares,
    anti_ideal: Squares,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Squares {
    own: f64,
    rest: f64,
}

impl Squares {
    fn of(gaps: &[f64], proportions: &[f64], moving: usize) -> Self {
        let own = gaps.get(moving).map_or(0.0, |gap| gap * gap);
        let others = gaps.iter().zip(proportions).enumerate().filter(|(place, _)| *place != moving);
        Self { own, rest: others.map(|(_, (gap, proportion))| (gap * proportion).powi(2)).sum() }
    }

    fn at(self, weight: f64) -> f64 {
        (weight * weight * self.own + (1.0 - weight) * (1.0 - weight) * self.rest).sqrt()
    }
}

/// First place passing from one alternative to another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// The weight at which it passes.
    pub weight: f64,
    /// Who is first below it.
    pub from: usize,
    /// Who is first above it.
    pub to: usize,
}

impl Sweep {
    /// Prepares a sweep of the weight of one criterion. Where all other weights are 0 they move evenly.
    #[must_use]
    pub fn of(table: &Table, scaling: Scaling, moving: usize) -> Self {
        let shares = table.shares();
        let others = || shares.iter().enumerate().filter(|(place, _)| *place != moving);
        let rest: f64 = others().map(|(_, share)| share).sum();
        let even = 1.0 / others().count().max(1) as f64;
        let proportions: Vec<f64> =
            shares.iter().map(|share| if 0.0 < rest { share / rest } else { even }).collect();
        let gaps = Gaps::of(table, scaling);
        let pairs = gaps.to_best.iter().zip(&gaps.to_worst);
        let distances = pairs.map(|(best, worst)| Distances {
            ideal: Squares::of(best, &proportions, moving),
            anti_ideal: Squares::of(worst, &proportions, moving),
        });
        Self(distances.collect())
    }

    /// Returns the closeness of every alternative at a weight of 0 to 1.
    #[must_use]
    pub fn at(&self, weight: f64) -> Vec<f64> {
        let closeness = |distances: &Distances| {
            let (best, worst) = (distances.ideal.at(weight), distances.anti_ideal.at(weight));
            if best + worst == 0.0 { 0.5 } else { worst / (best + worst) }
        };
        self.0.iter().map(closeness).collect()
    }

    /// Returns every weight at which two alternatives tie, by weight, then by pair. They change places there unless they
    /// only touch; a pair that ties for all weights is not listed.
    #[must_use]
    pub fn crossings(&self) -> Vec<PairCrossing> {
        let mut found = Vec::new();
        for (first, a) in self.0.iter().enumerate() {
            for (second, b) in self.0.iter().enumerate().skip(first + 1) {
                found.extend(ties(a, b).into_iter().filter_map(|tie| PairCrossing::at((first, second), tie)));
            }
        }
        sort(&mut found);
        found
    }

    /// Returns who is first at a weight; the earliest row of those that tie.
    #[must_use]
    pub fn leader(&self, weight: f64) -> Option<usize> {
        let closeness = self.at(weight).into_iter().enumerate();
        let first = closeness.reduce(|best, next| if best.1 + EQUAL < next.1 { next } else { best });
        first.map(|(place, _)| place)
    }

    /// Returns every change of first place as the weight goes from 0 to 1.
    #[must_use]
    pub fn first_place_changes(&self) -> Vec<Change> {
        let mut ends: Vec<f64> = self.crossings().iter().map(|crossing| crossing.weight).collect();
        ends.insert(0, 0.0);
        ends.push(1.0);
        let mut changes = Vec::new();
        let mut leader = None;
        for (below, above) in ends.iter().zip(ends.iter().skip(1)) {
            // Between two crossings the order stands, so one look in the middle is enough.
            if above - below <= EQUAL {
                continue;
            }
            let next = self.leader((below + above) / 2.0);
            if let (Some(from), Some(to)) = (leader, next)
                && from != to
            {
                changes.push(Change { weight: *below, from, to });
            }
            leader = next;
        }
        changes
    }
}

/// Solves `D⁻_a² D⁺_b² = D⁻_b² D⁺_a²` for the weight; a pair that ties for all weights has no solution.
fn ties(a: &Distances, b: &Distances) -> Vec<f64> {
    let (worst_a, best_a, worst_b, best_b) = (a.anti_ideal, a.ideal, b.anti_ideal, b.ideal);
    let square = difference(worst_a.own * best_b.own, worst_b.own * best_a.own);
    let linear = difference(
        worst_a.own * best_b.rest + worst_a.rest * best_b.own,
        worst_b.own * best_a.rest + worst_b.rest * best_a.own,
    );
    let fixed = difference(worst_a.rest * best_b.rest, worst_b.rest * best_a.rest);
    if square == 0.0 && linear == 0.0 && fixed == 0.0 {
        return Vec::new();
    }
    let mut found = Vec::new();
    if fixed == 0.0 {
        found.push(0.0);
    }
    // A ratio without end is the weight 1.
    if square == 0.0 {
        found.push(1.0);
    }
    let ratios = if square == 0.0 {
        vec![-fixed / linear]
    } else {
        let discriminant = linear * linear - 4.0 * square * fixed;
        if discriminant < 0.0 {
            return found;
        }
        // The stable pair of roots: no difference of two near numbers.
        let q = -0.5 * (linear + linear.signum() * discriminant.sqrt());
        vec![q / square, fixed / q]
    };
    let inside = ratios.into_iter().filter(|ratio| ratio.is_finite() && 0.0 < *ratio);
    found.extend(
        inside
            .map(|ratio| ratio.sqrt() / (1.0 + ratio.sqrt()))
            .filter(|tie| EQUAL < *tie && *tie < 1.0 - EQUAL),
    );
    found
}

/// Returns a difference in which rounding counts as nothing.
fn difference(a: f64, b: f64) -> f64 {
    if (a - b).abs() <= 1e-13 * (a + b) { 0.0 } else { a - b }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::table::Direction;
    use crate::topsis::topsis;

    proptest! {
        #[test]
        fn crossings_are_where_ranking_anew_changes_places(
            rows in prop::collection::vec(prop::collection::vec(0.5..9.0_f64, 3), 2..5),
        ) {
            let directions = [Direction::Max, Direction::Min, Direction::Max];
            for scaling in [Scaling::Vector, Scaling::MinMax] {
                let table = Table::new(&rows, &directions, &[0.2, 0.5, 0.3]).unwrap();
                let sweep = Sweep::of(&table, scaling, 0);
                let anew = |t: f64| {
                    let rest = (1.0 - t) / 0.8;
                    let table = Table::new(&rows, &directions, &[t, 0.5 * rest, 0.3 * rest]).unwrap();
                    topsis(&table, scaling).scores
                };
                for crossing in sweep.crossings().iter().filter(|crossing| !crossing.at_boundary) {
                    let scores = anew(crossing.weight);
                    prop_assert!((scores[crossing.pair.0] - scores[crossing.pair.1]).abs() < 1e-7);
                }
                // No change of places is missed either: a fine sweep finds the same number of changes of first place, or
                // fewer where two changes fall into one step.
                let mut seen = 0;
                let mut leader = sweep.leader(0.0005);
                for step in 1..1000 {
                    let next = sweep.leader((f64::from(step) + 0.5) / 1000.0);
                    seen += usize::from(next != leader);
                    leader = next;
                }
                prop_assert!(seen <= sweep.first_place_changes().len());
                for change in sweep.first_place_changes() {
                    let (below, above) = (anew((change.weight - 1e-6).max(0.0)), anew((change.weight + 1e-6).min(1.0)));
                    prop_assert!(below[change.to] <= below[change.from] + 1e-9);
                    prop_assert!(above[change.from] <= above[change.to] + 1e-9);
                }
            }
        }
    }
}
