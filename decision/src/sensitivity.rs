//! How far a ranking depends on its weights.
//!
//! Alternatives are rows of part scores 0 to 100, weights are shares that sum to 1. One weight moves, the others keep
//! their proportion: every total is then a straight line, so crossings are solved and not sampled.

pub mod left_out;
pub mod pairs;
pub mod topsis;

use crate::rank::EQUAL;
use crate::smaa::scores::Score;
use crate::smaa::weights::Weighting;
use crate::smaa::{Model, Run};

/// One alternative's total as a line over the moving weight w in 0 to 1: `at_zero + slope × w`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Line {
    /// The total when the moving weight is 0.
    pub at_zero: f64,
    /// How the total changes when the moving weight becomes 1.
    pub slope: f64,
}

impl Line {
    /// Returns the total at a weight.
    #[must_use]
    pub fn at(self, weight: f64) -> f64 {
        self.at_zero + self.slope * weight
    }
}

/// Returns the lines of all alternatives when one weight moves. Where the others are all 0 they move evenly.
#[must_use]
pub fn lines(scores: &[Vec<f64>], weights: &[f64], moving: usize) -> Vec<Line> {
    let rest: f64 =
        weights.iter().enumerate().filter(|(place, _)| *place != moving).map(|(_, weight)| weight).sum();
    let others = weights.len().saturating_sub(1).max(1) as f64;
    let share = |weight: f64| if rest > 0.0 { weight / rest } else { 1.0 / others };
    scores
        .iter()
        .map(|row| {
            let own = row.get(moving).copied().unwrap_or(0.0);
            let at_zero: f64 = row
                .iter()
                .zip(weights)
                .enumerate()
                .filter(|(place, _)| *place != moving)
                .map(|(_, (score, weight))| score * share(*weight))
                .sum();
            Line { at_zero, slope: own - at_zero }
        })
        .collect()
}

/// One change of the leader.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Crossing {
    /// The weight at which it happens, 0 to 1.
    pub weight: f64,
    /// Who leads beyond it, seen from the present weight.
    pub next: usize,
}

/// The interval of the moving weight in which the present leader stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stability {
    /// The leader now.
    pub leader: usize,
    /// The crossing below the present weight, where there is one.
    pub below: Option<Crossing>,
    /// The crossing above the present weight, where there is one.
    pub above: Option<Crossing>,
}

/// Solves where the leader at a weight is overtaken when that weight moves.
#[must_use]
pub fn stability(lines: &[Line], weight: f64) -> Option<Stability> {
    let leader = leader_at(lines, weight)?;
    let own = lines.get(leader)?;
    let mut below: Option<Crossing> = None;
    let mut above: Option<Crossing> = None;
    for (next, line) in lines.iter().enumerate() {
        let turn = line.slope - own.slope;
        if next == leader || turn.abs() <= EQUAL {
            continue;
        }
        let crossing = Crossing { weight: (own.at_zero - line.at_zero) / turn, next };
        if !(-EQUAL..=1.0 + EQUAL).contains(&crossing.weight) {
            continue;
        }
        // Steeper lines overtake above the crossing, flatter ones below it.
        if 0.0 < turn && weight - EQUAL <= crossing.weight {
            above = Some(above.filter(|nearest| nearest.weight <= crossing.weight).unwrap_or(crossing));
        } else if turn < 0.0 && crossing.weight <= weight + EQUAL {
            below = Some(below.filter(|nearest| crossing.weight <= nearest.weight).unwrap_or(crossing));
        }
    }
    Some(Stability { leader, below, above })
}

fn leader_at(lines: &[Line], weight: f64) -> Option<usize> {
    let totals = lines.iter().map(|line| line.at(weight)).enumerate();
    totals
        .fold(None, |best: Option<(usize, f64)>, (place, total)| match best {
            Some((_, highest)) if total <= highest + EQUAL => best,
            _ => Some((place, total)),
        })
        .map(|(place, _)| place)
}

/// How many weightings are tried.
pub const SAMPLES: u32 = 10_000;

/// Returns for each alternative the share of weightings, uniform over all that sum to 1, in which it is first. The same
/// scores always give the same figures; without scores that can be compared all are 0.
#[must_use]
pub fn first_shares(scores: &[Vec<f64>]) -> Vec<f64> {
    let exact = scores.iter().map(|row| row.iter().copied().map(Score::Exact).collect()).collect();
    let Ok(model) = Model::new(exact, Weighting::Any) else { return vec![0.0; scores.len()] };
    let mut run = Run::new(model, 0);
    run.step(SAMPLES);
    let first = |ranks: &Vec<f64>| ranks.first().copied().unwrap_or(0.0);
    run.summary().rank_acceptability.iter().map(first).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_crossing_is_solved() {
        let scores = vec![vec![80.0, 40.0], vec![60.0, 90.0]];
        let lines = lines(&scores, &[0.8, 0.2], 1);
        let stability = stability(&lines, 0.2).unwrap();
        assert_eq!(stability.leader, 0);
        assert_eq!(stability.below, None);
        let above = stability.above.unwrap();
        assert_eq!(above.next, 1);
        assert!((above.weight - 2.0 / 7.0).abs() < 1e-12);
    }

    #[test]
    fn shares_of_first_places_are_near_the_exact_ones() {
        // The first leads while 80 w + 40 (1 − w) > 60 w + 90 (1 − w), that is for w > 5/7.
        let shares = first_shares(&[vec![80.0, 40.0], vec![60.0, 90.0]]);
        assert!((shares[0] - 2.0 / 7.0).abs() < 0.02, "{shares:?}");
        assert_eq!(first_shares(&[vec![80.0, 40.0], vec![60.0, 90.0]]), shares);
    }

    proptest! {
        #[test]
        fn the_leader_leads_up_to_its_crossings(
            rows in prop::collection::vec(prop::collection::vec(0.0..100.0_f64, 4), 2..6),
            now in 0.05..0.95_f64,
        ) {
            let weights = [now, (1.0 - now) * 0.5, (1.0 - now) * 0.3, (1.0 - now) * 0.2];
            let lines = lines(&rows, &weights, 0);
            let stability = stability(&lines, now).unwrap();
            let low = stability.below.map_or(0.0, |crossing| crossing.weight);
            let high = stability.above.map_or(1.0, |crossing| crossing.weight);
            for step in 0..=20 {
                let weight = low + (high - low) * f64::from(step) / 20.0;
                let best = lines.iter().map(|line| line.at(weight)).fold(f64::MIN, f64::max);
                prop_assert!(best - lines[stability.leader].at(weight) < 1e-6);
            }
        }
    }
}
