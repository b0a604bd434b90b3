//! Vendors compared by figures that are measured, each in its own unit, instead of judged 0 to 5.
//!
//! This stands beside the ranking by scores, as a second look; it decides nothing by itself.

use decode::Decode;
use serde::Serialize;

use crate::domain::ids::Id;
use crate::domain::matrix::Matrix;
use crate::domain::performance::Direction;
use crate::domain::register::item;
use crate::domain::selection::{Selection, Vendor};
use decision::normalize::Normalization;
use decision::order;
use decision::promethee::{Preference, promethee2};
use decision::rank;
use decision::table::{self, Table, TableError};
use decision::topsis::{Scaling, topsis};
use decision::vikor::{Strategy, vikor};
use decision::weighted_sum::weighted_sum;

/// One figure every vendor is measured by.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Measure {
    /// The id.
    pub id: Id<Self>,
    /// The clause number.
    pub number: u32,
    /// What is measured.
    pub name: String,
    /// The unit.
    pub unit: String,
    /// Which way is better.
    pub direction: Direction,
    /// How much it counts; basis points, all together 10 000.
    pub weight_bp: u32,
}
item!(Measure, "D", 1);

/// How figures of different units become comparable.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum MeasureRule {
    /// The own figure over the best one.
    #[default]
    MaxRatio,
    /// Linear from the worst to the best one.
    MinMax,
    /// The share of the sum of all.
    Sum,
    /// As they are: all figures are on one scale already.
    AsIs,
    /// TOPSIS: how near to the best and far from the worst.
    Topsis,
    /// VIKOR, with half the weight on the largest gap; lower is better.
    Vikor,
    /// PROMETHEE II: any difference is a full preference.
    Promethee,
}

impl MeasureRule {
    /// Every rule, in the order of choice lists.
    pub const ALL: [Self; 7] =
        [Self::MaxRatio, Self::MinMax, Self::Sum, Self::AsIs, Self::Topsis, Self::Vikor, Self::Promethee];
}

/// The figures, the rule and the values.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Measured {
    /// How figures become comparable.
    pub rule: MeasureRule,
    /// The value of each vendor.
    pub values: Matrix<Vendor, Measure, f64>,
}

/// Why vendors cannot be compared by their figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotComparable {
    /// There is no vendor or no figure.
    Nothing,
    /// The weights do not sum to 10 000.
    Weights,
    /// A vendor has no value for a figure.
    ValueMissing(Id<Vendor>, Id<Measure>),
    /// The rule divides by 0, or by a mix of signs, for this figure.
    Ratio(Id<Measure>),
}

/// What a score was made of.
#[derive(Clone, Debug, PartialEq)]
pub enum Working {
    /// The comparable number of each figure, in the order of the register; the score is their weighted sum.
    Sum(Vec<f64>),
    /// TOPSIS: the distances to the best and to the worst.
    Distances(f64, f64),
    /// VIKOR: the weighted gaps together and the largest one, each with the best and the worst of all vendors.
    Gaps([f64; 3], [f64; 3]),
    /// PROMETHEE II: the mean preference for it and against it.
    Flows(f64, f64),
}

/// One vendor of the comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct MeasuredRow {
    /// The vendor.
    pub vendor: Id<Vendor>,
    /// What its score was made of.
    pub working: Working,
    /// The score; higher is better, but for VIKOR.
    pub score: f64,
    /// The rank; equal scores share one.
    pub rank: usize,
}

impl Selection {
    /// Compares all vendors by their measured figures, best first.
    pub fn compare_measured(&self) -> Result<Vec<MeasuredRow>, NotComparable> {
        let measures: Vec<&Measure> = self.measures.iter().map(AsRef::as_ref).collect();
        if measures.is_empty() || self.vendors.is_empty() {
            return Err(NotComparable::Nothing);
        }
        if measures.iter().map(|measure| u64::from(measure.weight_bp)).sum::<u64>() != 10_000 {
            return Err(NotComparable::Weights);
        }
        let mut rows = Vec::new();
        for vendor in self.vendors.iter() {
            let value = |measure: &&Measure| {
                let value = self.measured.values.get(vendor.id, measure.id).copied();
                value.ok_or(NotComparable::ValueMissing(vendor.id, measure.id))
            };
            rows.push(measures.iter().map(value).collect::<Result<Vec<f64>, _>>()?);
        }
        let directions: Vec<_> = measures.iter().map(|measure| direction(measure.direction)).collect();
        let weights: Vec<_> = measures.iter().map(|measure| f64::from(measure.weight_bp)).collect();
        let named = |column: usize| {
            measures.get(column).map_or(NotComparable::Nothing, |measure| NotComparable::Ratio(measure.id))
        };
        let table = Table::new(&rows, &directions, &weights).map_err(|why| match why {
            TableError::Weights(_) => NotComparable::Weights,
            TableError::Value { column, .. } => named(column),
            TableError::NoAlternatives | TableError::NotRectangular => NotComparable::Nothing,
        })?;
        let scored = score(&table, self.measured.rule).map_err(named)?;
        let figures: Vec<_> = scored.iter().map(|(score, _)| Some(*score)).collect();
        let ranks = match self.measured.rule {
            MeasureRule::Vikor => rank::ascending(&figures),
            _ => rank::descending(&figures),
        };
        let mut compared: Vec<_> = self
            .vendors
            .iter()
            .zip(scored)
            .zip(ranks)
            .map(|((vendor, (score, working)), rank)| MeasuredRow {
                vendor: vendor.id,
                working,
                score,
                rank: rank.unwrap_or_default(),
            })
            .collect();
        order::sort_by_key(&mut compared, |row| row.rank);
        Ok(compared)
    }
}

/// Scores every row of a table by a rule; the column where no ratio can be made, else.
fn score(table: &Table, rule: MeasureRule) -> Result<Vec<(f64, Working)>, usize> {
    let sums = |normalization| {
        let sums = weighted_sum(table, normalization).map_err(|undefined| undefined.column)?;
        Ok(sums.scores.into_iter().zip(sums.normalized.into_iter().map(Working::Sum)).collect())
    };
    match rule {
        MeasureRule::MaxRatio => sums(Normalization::MaxRatio),
        MeasureRule::MinMax => sums(Normalization::MinMax),
        MeasureRule::Sum => sums(Normalization::Sum),
        MeasureRule::AsIs => sums(Normalization::None),
        MeasureRule::Topsis => {
            let found = topsis(table, Scaling::Vector);
            let distances = found.to_ideal.into_iter().zip(found.to_anti_ideal);
            Ok(found
                .scores
                .into_iter()
                .zip(distances.map(|(best, worst)| Working::Distances(best, worst)))
                .collect())
        }
        MeasureRule::Vikor => {
            let found = vikor(table, Strategy::default());
            let least = |values: &[f64]| values.iter().copied().fold(f64::MAX, f64::min);
            let most = |values: &[f64]| values.iter().copied().fold(f64::MIN, f64::max);
            let (s, r) = (&found.utility, &found.regret);
            let (s_ends, r_ends) = ([least(s), most(s)], [least(r), most(r)]);
            let gaps = s
                .iter()
                .zip(r)
                .map(|(s, r)| Working::Gaps([*s, s_ends[0], s_ends[1]], [*r, r_ends[0], r_ends[1]]));
            Ok(found.scores.iter().copied().zip(gaps).collect())
        }
        MeasureRule::Promethee => {
            let usual = vec![Preference::Usual; table.directions().len()];
            let found = promethee2(table, &usual).map_err(|_| 0_usize)?;
            let flows = found.leaving.into_iter().zip(found.entering);
            Ok(found.scores.into_iter().zip(flows.map(|(out, into)| Working::Flows(out, into))).collect())
        }
    }
}

const fn direction(direction: Direction) -> table::Direction {
    match direction {
        Direction::Higher => table::Direction::Max,
        Direction::Lower => table::Direction::Min,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn two_vendors() -> Selection {
        let mut selection = Selection::default();
        for (place, (days, visits)) in [(4.0, 30.0), (2.0, 60.0)].into_iter().enumerate() {
            let vendor = Id::fixed(place as u128 + 1);
            selection.vendors.add(vendor, |_| ());
            selection.measured.values.set(vendor, Id::fixed(10), Some(days));
            selection.measured.values.set(vendor, Id::fixed(11), Some(visits));
        }
        selection.measures.add(Id::fixed(10), |days| {
            days.direction = Direction::Lower;
            days.weight_bp = 7500;
        });
        selection.measures.add(Id::fixed(11), |visits| visits.weight_bp = 2500);
        selection
    }

    #[test]
    fn the_better_in_everything_scores_one() {
        let rows = two_vendors().compare_measured().unwrap();
        let shown: Vec<_> = rows.iter().map(|row| (row.vendor, row.score, row.rank)).collect();
        assert_eq!(shown, [(Id::fixed(2), 1.0, 1), (Id::fixed(1), 0.5, 2)]);
    }

    #[test]
    fn what_stands_in_the_way_is_named() {
        let mut selection = two_vendors();
        selection.measured.values.set(Id::fixed(2), Id::fixed(10), Some(0.0));
        assert_eq!(selection.compare_measured(), Err(NotComparable::Ratio(Id::fixed(10))));
        selection.measured.values.set(Id::fixed(2), Id::fixed(10), None);
        assert_eq!(
            selection.compare_measured(),
            Err(NotComparable::ValueMissing(Id::fixed(2), Id::fixed(10)))
        );
        selection.measures.update(Id::fixed(11), |visits| visits.weight_bp = 1);
        assert_eq!(selection.compare_measured(), Err(NotComparable::Weights));
        assert_eq!(Selection::default().compare_measured(), Err(NotComparable::Nothing));
    }
}
