//! What a grid shows, as plain values, and where it takes them from.

use leptos::prelude::*;

use crate::ui::live::Kept;

/// How grave what the end of a row says is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mark {
    /// Nothing to do.
    #[default]
    Fine,
    /// Worth a look.
    Note,
    /// Somebody has to act.
    Wrong,
}

impl Mark {
    /// Returns the class that says how it looks.
    pub(super) const fn class(self) -> &'static str {
        match self {
            Self::Fine => "quiet",
            Self::Note => "",
            Self::Wrong => "tag",
        }
    }
}

/// One row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Line {
    /// The clause number.
    pub number: String,
    /// The name.
    pub name: String,
    /// What begins with this row, where rows are grouped.
    pub group: String,
    /// Whether somebody has to act.
    pub is_wrong: bool,
    /// The letters by column.
    pub cells: Vec<&'static str>,
    /// What is remarked on cells, by column.
    pub notes: Vec<(usize, String)>,
    /// How grave what it says is.
    pub mark: Mark,
    /// What its end says.
    pub says: String,
}

/// The head of a column.
#[derive(Clone, Debug, PartialEq)]
pub struct Head {
    /// The name.
    pub name: String,
    /// What stands below the name.
    pub note: String,
}

/// A group of columns.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Whether it is the vendor's.
    pub vendor: bool,
    /// What it is.
    pub label: &'static str,
    /// Whose it is.
    pub name: String,
    /// How many columns it has.
    pub count: usize,
}

/// A row of sums below the cells.
#[derive(Clone, Debug, PartialEq)]
pub struct Foot {
    /// What is summed up.
    pub name: &'static str,
    /// The sums by column, and whether each is worth a look.
    pub cells: Vec<(String, bool)>,
    /// What its end says.
    pub says: String,
}

/// Where a grid takes what it shows from.
#[derive(Clone, Copy)]
pub struct Source {
    /// The name of the grid.
    pub label: Signal<String>,
    /// The heads of the first and the last column.
    pub corners: Signal<(&'static str, &'static str)>,
    /// How many rows there are.
    pub n_rows: Kept<usize>,
    /// The columns.
    pub heads: Kept<Vec<Head>>,
    /// The two groups of columns; the seam stands between them.
    pub groups: Kept<Vec<Group>>,
    /// The sums below.
    pub feet: Kept<Vec<Foot>>,
    /// One row. It is asked for the rows in view, and again when what it read changes.
    pub line: Callback<usize, Line>,
}

impl Source {
    /// Returns how many rows and columns there are.
    pub(super) fn size(self) -> (usize, usize) {
        (self.n_rows.get_untracked(), self.heads.with_untracked(Vec::len))
    }
    /// Returns the column the seam stands before.
    pub(super) fn seam(self) -> Option<usize> {
        let counts = self.groups.with(|groups| groups.iter().map(|group| group.count).collect::<Vec<_>>());
        match counts.as_slice() {
            [first, second] if 0 < *first && 0 < *second => Some(*first),
            _ => None,
        }
    }
}
