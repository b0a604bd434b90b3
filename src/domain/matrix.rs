//! A sparse table keyed by a pair of ids.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::domain::ids::Id;
use crate::domain::sorted_map::SortedMap;

/// Values by row and column. Rows are shared, so that changing one cell copies one row.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent, bound(serialize = "V: Serialize", deserialize = "V: Deserialize<'de>"))]
pub struct Matrix<R, C, V>(SortedMap<Id<R>, Arc<SortedMap<Id<C>, V>>>);

/// Rows that are shared are equal without a look inside.
impl<R, C, V: PartialEq> PartialEq for Matrix<R, C, V> {
    fn eq(&self, other: &Self) -> bool {
        let same =
            |((a, cells), (b, others)): (_, _)| a == b && (Arc::ptr_eq(cells, others) || cells == others);
        self.0.len() == other.0.len() && self.0.iter().zip(other.0.iter()).all(same)
    }
}

impl<R, C, V> Default for Matrix<R, C, V> {
    fn default() -> Self {
        Self(SortedMap::default())
    }
}

impl<R, C, V: Clone> Matrix<R, C, V> {
    /// Returns the value of a cell.
    #[must_use]
    pub fn get(&self, row: Id<R>, column: Id<C>) -> Option<&V> {
        self.0.get(&row)?.get(&column)
    }

    /// Returns a whole row, shared.
    #[must_use]
    pub fn row(&self, row: Id<R>) -> Option<&Arc<SortedMap<Id<C>, V>>> {
        self.0.get(&row)
    }

    /// Sets or clears a cell.
    pub fn set(&mut self, row: Id<R>, column: Id<C>, value: Option<V>) {
        match value {
            Some(value) => {
                Arc::make_mut(self.0.entry(row)).insert(column, value);
            }
            None => {
                if let Some(cells) = self.0.get_mut(&row) {
                    Arc::make_mut(cells).remove(&column);
                    if cells.is_empty() {
                        self.0.remove(&row);
                    }
                }
            }
        }
    }

    /// Goes through all cells in id order.
    pub fn iter(&self) -> impl Iterator<Item = (Id<R>, Id<C>, &V)> {
        self.0.iter().flat_map(|(row, cells)| cells.iter().map(move |(column, value)| (*row, *column, value)))
    }

    /// Tells whether no cell is filled.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Keeps the cells whose row and column are wanted.
    pub fn retain(&mut self, row_wanted: impl Fn(Id<R>) -> bool, column_wanted: impl Fn(Id<C>) -> bool) {
        self.0.retain(|row, cells| {
            if !row_wanted(*row) {
                return false;
            }
            if cells.keys().any(|column| !column_wanted(*column)) {
                Arc::make_mut(cells).retain(|column, _| column_wanted(*column));
            }
            !cells.is_empty()
        });
    }
}
