//! SMAA-2: how often each alternative takes each rank when weights, scores or both are uncertain (Lahdelma & Salminen
//! 2001).
//!
//! A run draws in batches of sixteen. Sixteen samples stand side by side in every array, so that one step of the loop does
//! the same to all of them and the compiler uses vector instructions (from `opt-level = 2` on; at `z` it does not, and a
//! run takes about three times as long). All that is drawn is made from integers and from
//! `+ − × ÷ √`, which are exact everywhere: the same seed gives the same figures on every machine.

mod lanes;
pub mod scores;
pub mod weights;

use thiserror::Error;

use crate::smaa::lanes::{LANES, Lanes, Random};
use crate::smaa::scores::{Field, Score};
use crate::smaa::weights::Weighting;

/// What is drawn from: scores by alternative, then by criterion, on one common scale on which higher is better, and the
/// weights that are thought possible.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    field: Field,
    weighting: Weighting,
}

/// Why nothing can be drawn. Places count from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ModelError {
    /// There is no alternative or no criterion.
    #[error("nothing_to_rank")]
    Nothing,
    /// A row is not as long as the others, or does not match the weights.
    #[error("not_rectangular")]
    NotRectangular,
    /// A score is not finite, its interval is turned round, or its deviation is negative.
    #[error("score_invalid")]
    Score {
        /// The alternative.
        row: usize,
        /// The criterion.
        column: usize,
    },
    /// The weights give no shares, or the margin is not within 0 and 1.
    #[error("weights_invalid")]
    Weights,
}

impl Model {
    /// Checks scores and weights.
    pub fn new(scores: Vec<Vec<Score>>, weighting: Weighting) -> Result<Self, ModelError> {
        let n_criteria = scores.first().map_or(0, Vec::len);
        if n_criteria == 0 {
            return Err(ModelError::Nothing);
        }
        if scores.iter().any(|row| row.len() != n_criteria) {
            return Err(ModelError::NotRectangular);
        }
        for (row, cells) in scores.iter().enumerate() {
            if let Some(column) = cells.iter().position(|score| !score.is_sound()) {
                return Err(ModelError::Score { row, column });
            }
        }
        let weighting = weighting.checked(n_criteria)?;
        Ok(Self { field: Field::of(&scores), weighting })
    }
}

/// A simulation under way, to be continued in slices as small as a frame allows.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    model: Model,
    seed: u64,
    random: Random,
    samples: u64,
    /// By alternative, then by rank.
    ranks: Vec<Vec<u64>>,
    /// By alternative, then by the other, for each of the sixteen that stand side by side.
    wins: Vec<Vec<[u32; LANES]>>,
    /// The sum of the weights that put an alternative first, by alternative, then by criterion.
    favourable: Vec<Vec<f64>>,
    buffer: Buffer,
}

/// What one batch needs, kept to be used again.
#[derive(Clone, Debug, PartialEq)]
struct Buffer {
    weights: Vec<Lanes>,
    totals: Vec<Lanes>,
    above: Vec<[u32; LANES]>,
}

/// What the samples so far say. Shares are of 1.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    /// How many samples it rests on.
    pub samples: u64,
    /// How often each alternative takes each rank, by alternative, then by rank; every row sums to 1. Equal totals share the
    /// better rank.
    pub rank_acceptability: Vec<Vec<f64>>,
    /// The mean of the weights that put an alternative first; nothing for one that never is.
    pub central_weights: Vec<Option<Vec<f64>>>,
    /// How often a beats b, by a, then by b; 0 against itself.
    pub pairwise_winning: Vec<Vec<f64>>,
}

impl Run {
    /// Starts a run. The same model and seed give the same figures after the same number of samples, however they are
    /// sliced.
    #[must_use]
    pub fn new(model: Model, seed: u64) -> Self {
        let (m, n) = (model.field.n_alternatives(), model.field.n_criteria());
        Self {
            seed,
            random: Random::new(seed),
            samples: 0,
            ranks: vec![vec![0; m]; m],
            wins: vec![vec![[0; LANES]; m]; m],
            favourable: vec![vec![0.0; n]; m],
            buffer: Buffer {
                weights: vec![[0.0; LANES]; n],
                totals: vec![[0.0; LANES]; m],
                above: vec![[0; LANES]; m],
            },
            model,
        }
    }

    /// Draws at least this many samples more: whole batches of sixteen.
    pub fn step(&mut self, samples: u32) {
        for _ in 0..samples.div_ceil(LANES as u32) {
            self.batch();
        }
    }

    /// Returns how many samples are drawn.
    #[must_use]
    pub const fn samples(&self) -> u64 {
        self.samples
    }

    fn batch(&mut self) {
        let Buffer { weights, totals, above } = &mut self.buffer;
        self.model.weighting.draw(&mut self.random, weights);
        self.model.field.totals(&mut self.random, weights, totals);
        above.fill([0; LANES]);
        // Each pair once: what one wins the other loses.
        let n_alternatives = totals.len();
        let mut rest = (totals.as_slice(), above.as_mut_slice(), self.wins.as_mut_slice());
        while let ([own, totals @ ..], [own_above, above @ ..], [own_wins, wins @ ..]) = rest {
            let place = n_alternatives - totals.len() - 1;
            let own_wins = own_wins.iter_mut().skip(place + 1);
            let others = totals.iter().zip(above.iter_mut()).zip(wins.iter_mut()).zip(own_wins);
            for (((other, above), wins), own_wins) in others {
                let (won, lost) = compare(own, other);
                add(own_above, &lost);
                add(above, &won);
                add(own_wins, &won);
                if let Some(wins) = wins.get_mut(place) {
                    add(wins, &lost);
                }
            }
            rest = (totals, above, wins);
        }
        for ((above, ranks), favourable) in above.iter().zip(&mut self.ranks).zip(&mut self.favourable) {
            for (lane, above) in above.iter().enumerate() {
                if let Some(count) = ranks.get_mut(*above as usize) {
                    *count += 1;
                }
                if *above == 0 {
                    for (sum, weights) in favourable.iter_mut().zip(weights.iter()) {
                        *sum += f64::from(weights.get(lane).copied().unwrap_or_default());
                    }
                }
            }
        }
        self.samples += LANES as u64;
    }

    /// Returns what the samples so far say; before the first one everything is 0.
    #[must_use]
    pub fn summary(&self) -> Summary {
        let share = |count: &u64| *count as f64 / self.samples.max(1) as f64;
        let shares = |counts: &Vec<Vec<u64>>| -> Vec<Vec<f64>> {
            counts.iter().map(|row| row.iter().map(share).collect()).collect()
        };
        let won = |lanes: &[u32; LANES]| share(&lanes.iter().map(|count| u64::from(*count)).sum());
        let centre = |(ranks, sums): (&Vec<u64>, &Vec<f64>)| {
            let firsts = ranks.first().copied().filter(|firsts| 0 < *firsts)? as f64;
            Some(sums.iter().map(|sum| sum / firsts).collect())
        };
        Summary {
            samples: self.samples,
            rank_acceptability: shares(&self.ranks),
            central_weights: self.ranks.iter().zip(&self.favourable).map(centre).collect(),
            pairwise_winning: self.wins.iter().map(|row| row.iter().map(won).collect()).collect(),
        }
    }

    /// Starts the second pass, which tells how sure a first place is once an alternative is given its central weights.
    #[must_use]
    pub fn confidence(&self) -> Confidence {
        let passes = self.summary().central_weights.into_iter().map(|central| {
            let model = Model { weighting: Weighting::Fixed(central?), ..self.model.clone() };
            Some(Self::new(model, self.seed))
        });
        Confidence { passes: passes.collect() }
    }
}

/// Tells in which of sixteen samples the first is ahead, and in which the second; in neither where they tie.
#[inline]
fn compare(first: &Lanes, second: &Lanes) -> ([u32; LANES], [u32; LANES]) {
    let (mut won, mut lost) = ([0; LANES], [0; LANES]);
    for (((first, second), won), lost) in first.iter().zip(second).zip(&mut won).zip(&mut lost) {
        *won = u32::from(second + Field::TIE < *first);
        *lost = u32::from(first + Field::TIE < *second);
    }
    (won, lost)
}

#[inline]
fn add(sums: &mut [u32; LANES], more: &[u32; LANES]) {
    for (sum, more) in sums.iter_mut().zip(more) {
        *sum += more;
    }
}

/// The second pass: one run an alternative, with its central weights and scores drawn as before.
#[derive(Clone, Debug, PartialEq)]
pub struct Confidence {
    passes: Vec<Option<Run>>,
}

impl Confidence {
    /// Draws at least this many samples more for every alternative.
    pub fn step(&mut self, samples: u32) {
        self.passes.iter_mut().flatten().for_each(|run| run.step(samples));
    }

    /// Returns the confidence factor of each alternative: how often it is first with its central weights. Nothing for one
    /// that never was first. With exact scores every factor is 1.
    #[must_use]
    pub fn factors(&self) -> Vec<Option<f64>> {
        let factor = |(place, run): (usize, &Option<Run>)| {
            run.as_ref()?.summary().rank_acceptability.get(place)?.first().copied()
        };
        self.passes.iter().enumerate().map(factor).collect()
    }
}

#[cfg(test)]
mod tests;
