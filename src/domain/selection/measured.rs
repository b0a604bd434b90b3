//! Vendors compared by figures that are measured, each in its own unit, instead of judged 0 to 5.
//!
//! This stands beside the ranking by scores, as a second look; it decides nothing by itself.

use serde::{Deserialize, Serialize};

use crate::domain::ids::Id;
use crate::domain::matrix::Matrix;
use crate::domain::performance::Direction;
use crate::domain::register::item;
use crate::domain::selection::{Selection, Vendor};
use decision::normalize::Normalization;
use decision::order;
use decision::rank;
use decision::table::{self, Table, TableError};
use decision::weighted_sum::weighted_sum;

/// One figure every vendor is measured by.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
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
}

impl MeasureRule {
    /// Every rule, in the order of choice lists.
    pub const ALL: [Self; 3] = [Self::MaxRatio, Self::MinMax, Self::Sum];

    const fn normalization(self) -> Normalization {
        match self {
            Self::MaxRatio => Normalization::MaxRatio,
            Self::MinMax => Normalization::MinMax,
            Self::Sum => Normalization::Sum,
        }
    }
}

/// The figures, the rule and the values.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
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

/// One vendor of the comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct MeasuredRow {
    /// The vendor.
    pub vendor: Id<Vendor>,
    /// The comparable number of each figure, in the order of the register.
    pub normalized: Vec<f64>,
    /// The weighted sum; higher is better.
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
        let sums = weighted_sum(&table, self.measured.rule.normalization())
            .map_err(|undefined| named(undefined.column))?;
        let scores: Vec<_> = sums.scores.iter().copied().map(Some).collect();
        let mut compared: Vec<_> = self
            .vendors
            .iter()
            .zip(sums.normalized)
            .zip(sums.scores)
            .zip(rank::descending(&scores))
            .map(|(((vendor, normalized), score), rank)| MeasuredRow {
                vendor: vendor.id,
                normalized,
                score,
                rank: rank.unwrap_or_default(),
            })
            .collect();
        order::sort_by_key(&mut compared, |row| row.rank);
        Ok(compared)
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
