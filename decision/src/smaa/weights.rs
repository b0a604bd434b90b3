//! Which weights are thought possible, and how they are drawn.

use crate::smaa::ModelError;
use crate::smaa::lanes::{LANES, Lanes, Random};
use crate::weighting::{self, rank_order};

/// The weights that are thought possible; all sum to 1.
#[derive(Clone, Debug, PartialEq)]
pub enum Weighting {
    /// Any, evenly spread over the simplex: exponential numbers divided by their sum. (Uniform numbers divided by their sum
    /// would not be evenly spread.)
    Any,
    /// Any that keep an order of importance, evenly spread. One rank a criterion, the lower the more important; between
    /// equal ranks nothing is known.
    Ordered(Vec<f64>),
    /// Around given weights: each one evenly within ± `margin` of itself, independently of the others, then all divided by
    /// their sum. So a weight may in the end lie a little outside its margin: between `w (1 − x)/(1 + x)` and
    /// `w (1 + x)/(1 − x)` at the most.
    Around {
        /// The weights, of any positive sum.
        weights: Vec<f64>,
        /// The margin as a share of each weight, 0 to 1.
        margin: f64,
    },
    /// These and no other, of any positive sum.
    Fixed(Vec<f64>),
}

impl Weighting {
    /// Returns the weighting with its weights as shares of 1, when it fits a number of criteria.
    pub(crate) fn checked(self, n_criteria: usize) -> Result<Self, ModelError> {
        let shares = |weights: &[f64]| {
            if weights.len() != n_criteria {
                return Err(ModelError::NotRectangular);
            }
            weighting::shares(weights).map_err(|_| ModelError::Weights)
        };
        match self {
            Self::Any => Ok(self),
            Self::Ordered(ranks) => {
                if ranks.len() != n_criteria {
                    return Err(ModelError::NotRectangular);
                }
                if ranks.iter().any(|rank| !rank.is_finite()) {
                    return Err(ModelError::Weights);
                }
                Ok(Self::Ordered(ranks))
            }
            Self::Around { weights, margin } if (0.0..=1.0).contains(&margin) => {
                Ok(Self::Around { weights: shares(&weights)?, margin })
            }
            Self::Around { .. } => Err(ModelError::Weights),
            Self::Fixed(weights) => Ok(Self::Fixed(shares(&weights)?)),
        }
    }

    /// Draws sixteen sets of weights, one array a criterion.
    pub(crate) fn draw(&self, random: &mut Random, weights: &mut [Lanes]) {
        match self {
            Self::Any => spread_evenly(random, weights),
            Self::Ordered(ranks) => ordered(random, ranks, weights),
            Self::Around { weights: given, margin } => {
                for (lanes, share) in weights.iter_mut().zip(given) {
                    let (low, width) = ((share * (1.0 - margin)) as f32, (2.0 * share * margin) as f32);
                    *lanes = random.unit();
                    for weight in lanes {
                        *weight = low + width * *weight;
                    }
                }
                divide_by_sum(weights);
            }
            Self::Fixed(given) => {
                for (lanes, share) in weights.iter_mut().zip(given) {
                    *lanes = [*share as f32; LANES];
                }
            }
        }
    }
}

fn spread_evenly(random: &mut Random, weights: &mut [Lanes]) {
    for lanes in weights.iter_mut() {
        *lanes = random.exponential();
    }
    divide_by_sum(weights);
}

fn divide_by_sum(weights: &mut [Lanes]) {
    let mut sum = [0.0; LANES];
    for lanes in weights.iter() {
        for (sum, weight) in sum.iter_mut().zip(lanes) {
            *sum += weight;
        }
    }
    for lanes in weights {
        for (weight, sum) in lanes.iter_mut().zip(&sum) {
            *weight /= sum;
        }
    }
}

/// Draws weights in order. Those that keep an order form a simplex with the corners (1, 0, …), (½, ½, 0, …), …; mixing the
/// corners by weights spread evenly spreads the result evenly over it, so nothing has to be sorted.
fn ordered(random: &mut Random, ranks: &[f64], weights: &mut [Lanes]) {
    spread_evenly(random, weights);
    // The k-th corner gives 1/k to each of the first k positions: position r receives what the corners from r on give.
    let mut received = [0.0; LANES];
    let n = weights.len();
    for (place, lanes) in weights.iter_mut().enumerate().rev() {
        let position = (place + 1) as f32;
        for (received, mix) in received.iter_mut().zip(lanes.iter()) {
            *received += mix / position;
        }
        *lanes = received;
    }
    let descending = weights.to_vec();
    let mut positions: Vec<usize> = (0..n).collect();
    positions.sort_by(|a, b| rank_of(ranks, *a).total_cmp(&rank_of(ranks, *b)));
    for (lanes, criterion) in descending.iter().zip(&positions) {
        if let Some(weights) = weights.get_mut(*criterion) {
            *weights = *lanes;
        }
    }
    shuffle_ties(random, ranks, weights);
}

fn rank_of(ranks: &[f64], criterion: usize) -> f64 {
    ranks.get(criterion).copied().unwrap_or_default()
}

/// Between criteria of equal rank every order is as likely, in each sample by itself.
fn shuffle_ties(random: &mut Random, ranks: &[f64], weights: &mut [Lanes]) {
    for (last, rank) in ranks.iter().enumerate() {
        let peers: Vec<usize> =
            (0..=last).filter(|other| rank_order::is_same(rank_of(ranks, *other), *rank)).collect();
        if peers.len() < 2 {
            continue;
        }
        // Fisher and Yates, inside out: each newcomer changes places with one of those before it or with itself.
        for (lane, unit) in random.unit().into_iter().enumerate() {
            let chosen = ((unit * peers.len() as f32) as usize).min(peers.len() - 1);
            let Some(partner) = peers.get(chosen).copied().filter(|partner| *partner != last) else {
                continue;
            };
            if let Ok([own, other]) = weights.get_disjoint_mut([last, partner])
                && let (Some(own), Some(other)) = (own.get_mut(lane), other.get_mut(lane))
            {
                std::mem::swap(own, other);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn drawn(weighting: Weighting, n: usize, seed: u64, batches: usize) -> Vec<Vec<f32>> {
        let weighting = weighting.checked(n).unwrap();
        let mut random = Random::new(seed);
        let mut weights = vec![[0.0; LANES]; n];
        let mut all = Vec::new();
        for _ in 0..batches {
            weighting.draw(&mut random, &mut weights);
            all.extend((0..LANES).map(|lane| weights.iter().map(|lanes| lanes[lane]).collect::<Vec<_>>()));
        }
        all
    }

    fn mean(all: &[Vec<f32>], place: usize) -> f64 {
        all.iter().map(|weights| f64::from(weights[place])).sum::<f64>() / all.len() as f64
    }

    #[test]
    fn ordered_weights_have_the_centroid_as_their_mean() {
        // The second is the most important, the others tie for second and third place.
        let all = drawn(Weighting::Ordered(vec![2.0, 1.0, 2.0]), 3, 5, 4000);
        for (place, expected) in [7.0 / 36.0, 11.0 / 18.0, 7.0 / 36.0].into_iter().enumerate() {
            assert!((mean(&all, place) - expected).abs() < 0.005, "{place}: {}", mean(&all, place));
        }
        let first_ahead = all.iter().filter(|weights| weights[0] > weights[2]).count() as f64;
        assert!((first_ahead / all.len() as f64 - 0.5).abs() < 0.01);
    }

    #[test]
    fn what_is_no_weighting_is_refused() {
        assert_eq!(Weighting::Ordered(vec![1.0]).checked(2), Err(ModelError::NotRectangular));
        assert_eq!(Weighting::Fixed(vec![0.0, 0.0]).checked(2), Err(ModelError::Weights));
        let odd = Weighting::Around { weights: vec![1.0, 1.0], margin: 1.5 };
        assert_eq!(odd.checked(2), Err(ModelError::Weights));
    }

    proptest! {
        #[test]
        fn drawn_weights_lie_on_the_simplex_and_keep_what_is_known(seed in any::<u64>(), margin in 0.0..0.9_f64) {
            let given = vec![0.5, 0.3, 0.2];
            for weights in drawn(Weighting::Any, 4, seed, 2) {
                prop_assert!((weights.iter().sum::<f32>() - 1.0).abs() < 1e-5 && weights.iter().all(|w| 0.0 < *w));
            }
            for weights in drawn(Weighting::Ordered(vec![3.0, 1.0, 2.0]), 3, seed, 2) {
                prop_assert!(weights[1] >= weights[2] && weights[2] >= weights[0]);
                prop_assert!((weights.iter().sum::<f32>() - 1.0).abs() < 1e-5);
            }
            for weights in drawn(Weighting::Around { weights: given.clone(), margin }, 3, seed, 2) {
                for (weight, given) in weights.iter().zip(&given) {
                    let (low, high) = (given * (1.0 - margin) / (1.0 + margin), given * (1.0 + margin) / (1.0 - margin));
                    prop_assert!(low - 1e-6 <= f64::from(*weight) && f64::from(*weight) <= high + 1e-6);
                }
            }
        }
    }
}
