//! Ways to find weights besides typing them: an order of importance, swings, comparisons of pairs. One machinery for
//! the four parts of the total and for criteria: entries by place go in, weights come out.

mod judgement;

use serde::{Deserialize, Serialize};

use crate::domain::ids::Id;
use crate::domain::scale::Bounded;
use crate::domain::selection::method::{Method, ScorePart};
use crate::domain::selection::{Criterion, Selection};
use crate::domain::sorted_map::SortedMap;
use decision::ahp::consistency::{RandomIndex, USUAL_LIMIT, revisit_first};
use decision::ahp::incomplete::{Incomplete, pairs};
use decision::weighting::rank_order::{RankRule, from_ranks};
use decision::weighting::shares;
use decision::weights;

pub use crate::domain::selection::weighing::judgement::{Judgement, NoJudgement};

/// How weights are found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WeighingBy {
    /// They are typed.
    #[default]
    Direct,
    /// From the order of importance alone: rank-order centroid (Edwards & Barron 1994).
    RankOrder,
    /// From how much the step from worst to best matters, 100 for the largest (von Winterfeldt & Edwards 1986).
    Swing,
    /// From comparisons of pairs: the analytic hierarchy process (Saaty 1980), where some may be missing (Harker 1987).
    Pairwise,
}

impl WeighingBy {
    /// All ways, the plainest first.
    pub const ALL: [Self; 4] = [Self::Direct, Self::RankOrder, Self::Swing, Self::Pairwise];
}

/// A rank of importance, 1 for the most important; equal ranks are allowed.
pub type Rank = Bounded<1, 30>;
/// How much the step from worst to best matters, as a share of the largest one.
pub type Swing = Bounded<0, 100>;

/// What was entered to find weights. The ways stand beside each other, so that looking at another one loses nothing. Which
/// way the present weights come from is not kept: it follows from them, for every set of items by itself.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, bound(deserialize = "K: Ord + Deserialize<'de>"))]
pub struct Weighing<K> {
    /// The ranks.
    pub ranks: SortedMap<K, Rank>,
    /// The swings.
    pub swings: SortedMap<K, Swing>,
    /// The judgements: of each key against later ones in the order of keys, so that the shown order does not matter.
    pub judgements: SortedMap<K, SortedMap<K, Judgement>>,
}

impl<K> Default for Weighing<K> {
    fn default() -> Self {
        Self { ranks: SortedMap::default(), swings: SortedMap::default(), judgements: SortedMap::default() }
    }
}

impl<K: Ord + Copy> Weighing<K> {
    /// Returns what was entered about some items, by their places.
    #[must_use]
    pub fn entries(&self, items: &[K]) -> Entries {
        let known = |a: &K, b: &K| self.judgements.get(a)?.get(b).copied();
        let judged = |(i, j)| {
            let (a, b) = (items.get(i)?, items.get(j)?);
            if a < b { known(a, b) } else { known(b, a).map(Judgement::turned) }
        };
        Entries {
            ranks: items.iter().map(|item| self.ranks.get(item).copied()).collect(),
            swings: items.iter().map(|item| self.swings.get(item).copied()).collect(),
            judgements: pairs(items.len()).map(judged).collect(),
        }
    }

    /// Takes over what was entered about some items.
    pub fn put(&mut self, items: &[K], entries: &Entries) {
        for (item, rank) in items.iter().zip(&entries.ranks) {
            set(&mut self.ranks, *item, *rank);
        }
        for (item, swing) in items.iter().zip(&entries.swings) {
            set(&mut self.swings, *item, *swing);
        }
        for ((i, j), judgement) in pairs(items.len()).zip(&entries.judgements) {
            let (Some(a), Some(b)) = (items.get(i), items.get(j)) else { continue };
            let (first, second, judgement) =
                if a < b { (*a, *b, *judgement) } else { (*b, *a, judgement.map(Judgement::turned)) };
            set(self.judgements.entry(first), second, judgement);
        }
        self.judgements.retain(|_, row| !row.is_empty());
    }

    /// Keeps what was entered about the items that are wanted.
    pub fn retain(&mut self, wanted: impl Fn(K) -> bool) {
        self.ranks.retain(|item, _| wanted(*item));
        self.swings.retain(|item, _| wanted(*item));
        self.judgements.retain(|item, row| {
            row.retain(|other, _| wanted(*other));
            wanted(*item) && !row.is_empty()
        });
    }
}

fn set<K: Ord, V>(map: &mut SortedMap<K, V>, key: K, value: Option<V>) {
    match value {
        Some(value) => drop(map.insert(key, value)),
        None => drop(map.remove(&key)),
    }
}

/// What was entered about some items, by their places.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entries {
    /// The ranks.
    pub ranks: Vec<Option<Rank>>,
    /// The swings.
    pub swings: Vec<Option<Swing>>,
    /// The judgements of each item against the later ones, in the order of [`pairs`].
    pub judgements: Vec<Option<Judgement>>,
}

/// Why entries give no weights yet. Items count from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lacking {
    /// These have no rank or no swing.
    Items(Vec<usize>),
    /// Every swing is 0.
    AllZero,
    /// No chain of judgements connects these with the others.
    Apart(Vec<usize>),
    /// The judgements contradict each other so much that no weights were found.
    Contradiction,
}

/// The weights entries give.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The weights as shares of 1.
    pub shares: Vec<f64>,
    /// How far judgements of pairs agree, where they are the way.
    pub agreement: Option<Agreement>,
}

impl Found {
    /// Returns the weights in basis points, together 10 000 (largest remainder).
    #[must_use]
    pub fn weights_bp(&self) -> Vec<u32> {
        let fine = self.shares.iter().map(|share| (share * 1e9).round() as u32);
        weights::scale(&fine.collect::<Vec<_>>())
    }
}

/// How far judgements of pairs agree with each other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Agreement {
    /// The principal eigenvalue.
    pub lambda_max: f64,
    /// CI = (λmax − n)/(n − 1).
    pub consistency_index: f64,
    /// Saaty's random index, lowered for missing judgements; nothing beyond ten items, where the table ends.
    pub random_index: Option<f64>,
    /// How many judgements are missing and were estimated.
    pub missing: usize,
    /// The judgement that fits worst.
    pub revisit: Option<Revisit>,
}

/// A judgement that does not fit the others. Items count from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Revisit {
    /// What is judged.
    pub row: usize,
    /// What it is judged against, a later one.
    pub column: usize,
    /// What was judged.
    pub given: Judgement,
    /// What all the others say.
    pub fits: Judgement,
}

impl Agreement {
    /// Returns CR = CI / RI; 0 where nothing can contradict.
    #[must_use]
    pub fn ratio(&self) -> Option<f64> {
        self.random_index
            .map(|index| if index < 1e-9 { 0.0 } else { self.consistency_index.max(0.0) / index })
    }

    /// Returns the judgement to revisit first, where they contradict each other more than is usual.
    #[must_use]
    pub fn to_revisit(&self) -> Option<Revisit> {
        self.revisit.filter(|_| self.ratio().is_some_and(|ratio| USUAL_LIMIT < ratio))
    }
}

impl Entries {
    /// Counts the items.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ranks.len()
    }

    /// Tells whether there is nothing to weigh.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ranks.is_empty()
    }

    /// Tells whether something was entered for a way.
    #[must_use]
    pub fn has(&self, by: WeighingBy) -> bool {
        match by {
            WeighingBy::Direct => false,
            WeighingBy::RankOrder => self.ranks.iter().any(Option::is_some),
            WeighingBy::Swing => self.swings.iter().any(Option::is_some),
            WeighingBy::Pairwise => self.judgements.iter().any(Option::is_some),
        }
    }

    /// Finds the weights by one way; nothing for direct ones, which are what they are.
    pub fn found(&self, by: WeighingBy) -> Option<Result<Found, Lacking>> {
        match by {
            WeighingBy::Direct => None,
            WeighingBy::RankOrder => Some(
                whole(&self.ranks, |rank| f64::from(rank.get()))
                    .and_then(|ranks| from_ranks(&ranks, RankRule::Centroid).map_err(|_| Lacking::AllZero))
                    .map(|shares| Found { shares, agreement: None }),
            ),
            WeighingBy::Swing => Some(
                whole(&self.swings, |swing| f64::from(swing.get()))
                    .and_then(|swings| shares(&swings).map_err(|_| Lacking::AllZero))
                    .map(|shares| Found { shares, agreement: None }),
            ),
            WeighingBy::Pairwise => Some(self.compared()),
        }
    }

    fn compared(&self) -> Result<Found, Lacking> {
        let n = self.len();
        let ratios: Vec<_> =
            self.judgements.iter().map(|judgement| judgement.map(Judgement::ratio)).collect();
        let judged = Incomplete::from_upper(n, &ratios).map_err(|_| Lacking::Items(Vec::new()))?;
        let apart = judged.apart();
        if !apart.is_empty() {
            return Err(Lacking::Apart(apart));
        }
        let found = judged.priorities().map_err(|_| Lacking::Contradiction)?;
        let whole = judged.completed(&found.weights).map_err(|_| Lacking::Contradiction)?;
        let revisit = revisit_first(&whole, &found.weights).and_then(|worst| {
            let (row, column) = (worst.row, worst.column);
            let fits = Judgement::nearest(judged.by_others(row, column)?);
            Some(Revisit { row, column, given: Judgement::nearest(worst.given), fits })
        });
        let agreement = Agreement {
            lambda_max: found.lambda_max,
            consistency_index: found.consistency_index,
            random_index: RandomIndex::default().of_incomplete(n, judged.missing()),
            missing: judged.missing(),
            revisit,
        };
        Ok(Found { shares: found.weights, agreement: Some(agreement) })
    }

    /// Returns the weights a way gives, where it gives any.
    #[must_use]
    pub fn weights_bp(&self, by: WeighingBy) -> Option<Vec<u32>> {
        Some(self.found(by)?.ok()?.weights_bp())
    }

    /// Returns the way the present weights come from: the first that gives just these. Where none does, they are direct.
    #[must_use]
    pub fn in_force(&self, weights_bp: &[u32]) -> WeighingBy {
        let gives =
            |by: &WeighingBy| self.has(*by) && self.weights_bp(*by).is_some_and(|found| found == weights_bp);
        WeighingBy::ALL.into_iter().find(gives).unwrap_or_default()
    }
}

/// Returns the order in which pairs are asked about, as places in [`pairs`]: neighbours first, so that the first n − 1
/// answers already connect all n items.
#[must_use]
pub fn question_order(n: usize) -> Vec<usize> {
    let mut order: Vec<_> = pairs(n).enumerate().map(|(place, (i, j))| (j - i, place)).collect();
    decision::order::sort_by_key(&mut order, |asked| *asked);
    order.into_iter().map(|(_, place)| place).collect()
}

fn whole<T>(entries: &[Option<T>], number: impl Fn(&T) -> f64) -> Result<Vec<f64>, Lacking> {
    let missing: Vec<_> =
        entries.iter().enumerate().filter(|(_, entry)| entry.is_none()).map(|(place, _)| place).collect();
    if missing.is_empty() {
        Ok(entries.iter().flatten().map(number).collect())
    } else {
        Err(Lacking::Items(missing))
    }
}

impl Method {
    /// Returns what was entered to find the weights of the four parts.
    #[must_use]
    pub fn entries(&self) -> Entries {
        self.weighing.entries(&ScorePart::ALL)
    }

    /// Takes over the weights a way gives; where it gives none, they stay.
    pub fn weigh(&mut self, by: WeighingBy) {
        if let Some(Ok(weights)) = self.entries().weights_bp(by).map(<[u32; 4]>::try_from) {
            self.weights_bp = weights;
        }
    }
}

impl Selection {
    /// Returns what was entered to find the weights of some criteria.
    #[must_use]
    pub fn criteria_entries(&self, among: &[Id<Criterion>]) -> Entries {
        self.criteria_weighing.entries(among)
    }

    /// Returns the weights of some criteria.
    #[must_use]
    pub fn criteria_weights(&self, among: &[Id<Criterion>]) -> Vec<u32> {
        among.iter().map(|id| self.criteria.get(*id).map_or(0, |criterion| criterion.weight_bp)).collect()
    }

    /// Takes over the weights a way gives some criteria; where it gives none, they stay.
    pub fn weigh_criteria(&mut self, among: &[Id<Criterion>], by: WeighingBy) {
        let found = self.criteria_entries(among).weights_bp(by).unwrap_or_default();
        for (id, weight) in among.iter().zip(found) {
            self.criteria.update(*id, |criterion| criterion.weight_bp = weight);
        }
    }
}

#[cfg(test)]
mod tests;
