//! Ways to find weights besides typing them: an order of importance, swings, comparisons of pairs. One machinery for
//! the four parts of the total and for criteria: entries by place go in, weights come out.

use serde::{Deserialize, Serialize};
use thiserror::Error;

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

/// How much more one thing counts than another: 0 as much, k that the first counts k + 1 times as much, −k that the
/// second does. From −8 to 8, the steps of Saaty's scale 1 to 9.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(with = "i8"))]
#[serde(try_from = "i8", into = "i8")]
pub struct Judgement(i8);

/// Says that a number is no judgement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("{0} is outside -8 to 8")]
pub struct NoJudgement(pub i8);

impl Judgement {
    /// The furthest a judgement goes, either way.
    pub const MOST: i8 = 8;
    /// The answers of a trade-off question, the first much more to the second much more: 5, 3 and 1 times as much.
    pub const ANSWERS: [Self; 5] = [Self(4), Self(2), Self(0), Self(-2), Self(-4)];

    /// Goes through the scale, from the first counting 9 times as much to the second doing so.
    pub fn all() -> impl Iterator<Item = Self> {
        (-Self::MOST..=Self::MOST).rev().map(Self)
    }

    /// Takes the step of the scale that comes nearest to a ratio.
    #[must_use]
    pub fn nearest(ratio: f64) -> Self {
        let most = f64::from(Self::MOST);
        let steps = |times: f64| (times.round() - 1.0).clamp(0.0, most) as i8;
        Self(if ratio < 1.0 { -steps(1.0 / ratio) } else { steps(ratio) })
    }

    /// Returns the plain number.
    #[must_use]
    pub const fn get(self) -> i8 {
        self.0
    }

    /// Returns how many times as much the one that counts more counts.
    #[must_use]
    pub const fn times(self) -> u8 {
        self.0.unsigned_abs() + 1
    }

    /// Returns how many times as much the first counts.
    #[must_use]
    pub fn ratio(self) -> f64 {
        let times = f64::from(self.times());
        if self.0 < 0 { 1.0 / times } else { times }
    }

    /// Turns it round: the second against the first.
    #[must_use]
    pub const fn turned(self) -> Self {
        Self(-self.0)
    }
}

impl TryFrom<i8> for Judgement {
    type Error = NoJudgement;
    fn try_from(value: i8) -> Result<Self, NoJudgement> {
        if value.unsigned_abs() <= Self::MOST.unsigned_abs() {
            Ok(Self(value))
        } else {
            Err(NoJudgement(value))
        }
    }
}
impl From<Judgement> for i8 {
    fn from(judgement: Judgement) -> Self {
        judgement.0
    }
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
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn judged(judgements: &[Option<i8>]) -> Entries {
        Entries {
            ranks: vec![None; 4],
            swings: vec![None; 4],
            judgements: judgements.iter().map(|judgement| judgement.map(Judgement)).collect(),
        }
    }

    fn ranked(ranks: &[u8]) -> Entries {
        let ranks: Vec<_> = ranks.iter().map(|rank| Rank::new(*rank).ok()).collect();
        let n = ranks.len();
        Entries { ranks, swings: vec![None; n], judgements: vec![None; pairs(n).count()] }
    }

    #[test]
    fn ranks_become_weights_once_they_are_taken_over() {
        let mut method = Method::default();
        let typed = method.weights_bp;
        let entries = ranked(&[1, 2, 3, 0]);
        assert_eq!(entries.found(WeighingBy::RankOrder), Some(Err(Lacking::Items(vec![3]))));
        method.weighing.put(&ScorePart::ALL, &entries);
        method.weigh(WeighingBy::RankOrder);
        assert_eq!(method.weights_bp, typed);
        let entries = ranked(&[1, 2, 3, 3]);
        method.weighing.put(&ScorePart::ALL, &entries);
        assert_eq!(method.weights_bp, typed);
        assert_eq!(entries.in_force(&typed), WeighingBy::Direct);
        method.weigh(WeighingBy::RankOrder);
        // The centroid of four: 25/48, 13/48, 7/48, 3/48; the tied ones share the mean of the last two.
        assert_eq!(method.weights_bp, [5208, 2708, 1042, 1042]);
        assert_eq!(method.entries(), entries);
        assert_eq!(entries.in_force(&method.weights_bp), WeighingBy::RankOrder);
    }

    #[test]
    fn weights_changed_afterwards_are_direct_and_the_entries_stay() {
        let mut method = Method::default();
        let mut entries = method.entries();
        entries.swings = [100, 50, 50, 0].map(|swing| Some(Swing::clamped(swing))).to_vec();
        method.weighing.put(&ScorePart::ALL, &entries);
        method.weigh(WeighingBy::Swing);
        assert_eq!(method.weights_bp, [5000, 2500, 2500, 0]);
        method.weights_bp = [4000, 3000, 2000, 1000];
        assert_eq!(entries.in_force(&method.weights_bp), WeighingBy::Direct);
        assert_eq!(method.entries(), entries);
        method.weigh(WeighingBy::Direct);
        assert_eq!(method.weights_bp, [4000, 3000, 2000, 1000]);
        entries.swings = vec![Some(Swing::clamped(0)); 4];
        assert_eq!(entries.found(WeighingBy::Swing), Some(Err(Lacking::AllZero)));
    }

    #[test]
    fn judgements_that_stop_early_count_once_they_connect_all() {
        let early = judged(&[Some(1), None, None, None, None, Some(0)]);
        assert_eq!(early.found(WeighingBy::Pairwise), Some(Err(Lacking::Apart(vec![2, 3]))));
        // Twice as much, as much, as much: 2 : 1 : 1 : 1.
        let enough = judged(&[Some(1), None, None, Some(0), None, Some(0)]);
        assert_eq!(enough.weights_bp(WeighingBy::Pairwise), Some(vec![4000, 2000, 2000, 2000]));
        let agreement = enough.found(WeighingBy::Pairwise).unwrap().unwrap().agreement.unwrap();
        assert_eq!((agreement.missing, agreement.ratio(), agreement.to_revisit()), (3, Some(0.0), None));
    }

    #[test]
    fn a_contradiction_names_the_judgement_and_what_would_fit() {
        // 8 : 4 : 2 : 1, but the first against the last was entered the wrong way round.
        let found =
            judged(&[Some(1), Some(3), Some(-7), Some(1), Some(3), Some(1)]).found(WeighingBy::Pairwise);
        let agreement = found.unwrap().unwrap().agreement.unwrap();
        let revisit = Revisit { row: 0, column: 3, given: Judgement(-7), fits: Judgement(7) };
        assert_eq!(agreement.to_revisit(), Some(revisit));
        assert!(USUAL_LIMIT < agreement.ratio().unwrap());
    }

    #[test]
    fn criteria_keep_their_entries_when_they_change_places() {
        let mut selection = Selection::default();
        let ids: Vec<Id<Criterion>> = (1..4).map(Id::fixed).collect();
        for id in &ids {
            selection.criteria.add(*id, |_| ());
        }
        let mut entries = selection.criteria_entries(&ids);
        entries.judgements = vec![Some(Judgement(1)), Some(Judgement(1)), Some(Judgement(0))];
        selection.criteria_weighing.put(&ids, &entries);
        selection.weigh_criteria(&ids, WeighingBy::Pairwise);
        assert_eq!(selection.criteria_weights(&ids), [5000, 2500, 2500]);
        let turned: Vec<_> = ids.iter().rev().copied().collect();
        let seen = selection.criteria_entries(&turned);
        assert_eq!(seen.judgements, [Some(Judgement(0)), Some(Judgement(-1)), Some(Judgement(-1))]);
        assert_eq!(seen.in_force(&selection.criteria_weights(&turned)), WeighingBy::Pairwise);
        selection.criteria_weighing.retain(|id| id != ids[0]);
        assert_eq!(selection.criteria_entries(&ids).judgements, [None, None, Some(Judgement(0))]);
    }

    #[test]
    fn each_level_of_criteria_is_weighed_in_its_own_way() {
        let mut selection = Selection::default();
        let ids: Vec<Id<Criterion>> = (1..8).map(Id::fixed).collect();
        // At the top 1 to 3; under 1 stand 4 and 5, under 2 stand 6 and 7.
        for (id, under) in ids.iter().zip([0, 0, 0, 1, 1, 2, 2]) {
            selection.criteria.add(*id, |criterion| criterion.under = (under != 0).then(|| Id::fixed(under)));
        }
        selection.criteria.update_all(|criterion| criterion.weight_bp = 6000);
        let ways = |selection: &Selection| {
            [None, Some(ids[0]), Some(ids[1])].map(|level| {
                let among = selection.beside(level);
                selection.criteria_entries(&among).in_force(&selection.criteria_weights(&among))
            })
        };
        let (top, group) = (selection.beside(None), selection.beside(Some(ids[0])));
        selection.criteria_weighing.put(&top, &ranked(&[1, 2, 3]));
        selection.weigh_criteria(&top, WeighingBy::RankOrder);
        let compared = Entries { judgements: vec![Some(Judgement(1))], ..ranked(&[0, 0]) };
        selection.criteria_weighing.put(&group, &compared);
        selection.weigh_criteria(&group, WeighingBy::Pairwise);
        let each = [WeighingBy::RankOrder, WeighingBy::Pairwise, WeighingBy::Direct];
        assert_eq!(ways(&selection), each);
        // What moves away leaves both levels direct, and coming back brings the ways back.
        selection.criteria.update(ids[4], |criterion| criterion.under = None);
        assert_eq!(ways(&selection), [WeighingBy::Direct; 3]);
        selection.criteria.update(ids[4], |criterion| criterion.under = Some(ids[0]));
        assert_eq!(ways(&selection), each);
        selection.criteria.remove(ids[0]);
        selection.criteria_weighing.retain(|id| id != ids[0]);
        assert_eq!(ways(&selection), [WeighingBy::Direct; 3]);
    }

    #[test]
    fn the_first_questions_connect_all() {
        assert_eq!(question_order(4), [0, 3, 5, 1, 4, 2]);
        assert_eq!(question_order(1), [0; 0]);
        let mut judgements = vec![None; 45];
        for place in question_order(10).into_iter().take(9) {
            judgements[place] = Some(0);
        }
        let entries = Entries { ranks: vec![None; 10], ..judged(&judgements) };
        assert!(entries.found(WeighingBy::Pairwise).unwrap().is_ok());
    }

    #[test]
    fn a_ratio_finds_its_step_of_the_scale() {
        let steps = [(1.0, 0), (1.4, 0), (3.2, 2), (20.0, 8), (0.34, -2), (0.01, -8)];
        for (ratio, step) in steps {
            assert_eq!(Judgement::nearest(ratio).get(), step, "{ratio}");
        }
        assert_eq!(Judgement::try_from(9), Err(NoJudgement(9)));
        assert_eq!(Judgement::all().count(), 17);
    }

    proptest! {
        #[test]
        fn whatever_suffices_gives_weights_of_the_whole(
            ranks in prop::collection::vec(1_u8..=30, 2..12),
            judgements in prop::collection::vec(prop::option::weighted(0.6, -8_i8..=8), 66),
        ) {
            let n = ranks.len();
            let entries = Entries {
                ranks: ranks.iter().map(|rank| Rank::new(*rank).ok()).collect(),
                swings: ranks.iter().map(|swing| Swing::new(*swing).ok()).collect(),
                judgements: pairs(n).zip(judgements).map(|(_, judgement)| judgement.map(Judgement)).collect(),
            };
            for by in WeighingBy::ALL {
                if let Some(Ok(found)) = entries.found(by) {
                    prop_assert_eq!(weights::check(found.weights_bp()), Ok(()));
                }
            }
            let mut weighing = Weighing::default();
            let items: Vec<u8> = (0..n as u8).rev().collect();
            weighing.put(&items, &entries);
            prop_assert_eq!(weighing.entries(&items), entries);
        }
    }
}
