//! A table of tickets as it was taken in.

use std::sync::Arc;

use crate::exchange::table;

/// How many rows a history may have.
pub const MAX_ROWS: usize = 50_000;
/// How many bytes it may have: 16 MiB.
pub const MAX_BYTES: u64 = 16 * 1024 * 1024;
/// How many rows are looked at for words, and how many bytes of them.
const LOOKED_AT: (usize, usize) = (1000, 256 * 1024);

/// A table that was taken in.
#[derive(Clone, PartialEq)]
pub struct Source {
    /// Where it is from.
    pub name: String,
    text: Arc<str>,
    /// What stands between two cells.
    pub separator: char,
    /// Where each row but the last one ends.
    ends: Arc<[usize]>,
    /// The heads of its columns.
    pub heads: Vec<String>,
    /// The first rows below the heads.
    pub first: Vec<Vec<String>>,
}

/// Why a table was not taken in.
#[derive(Clone, Copy, PartialEq)]
pub enum Refused {
    /// It has so many bytes.
    Large(u64),
    /// It is no text.
    NotText,
    /// It has so many rows.
    ManyRows(usize),
    /// There is nothing below its heads.
    NoRows,
}

impl Source {
    /// Takes a table whose rows but the last end at these places.
    ///
    /// # Errors
    ///
    /// When it has no rows below its heads, or too many.
    pub fn new(name: String, text: Arc<str>, separator: char, ends: Vec<usize>) -> Result<Self, Refused> {
        match ends.len() {
            0 => return Err(Refused::NoRows),
            rows if MAX_ROWS < rows => return Err(Refused::ManyRows(rows)),
            _ => (),
        }
        let mut source =
            Self { name, text, separator, ends: ends.into(), heads: Vec::new(), first: Vec::new() };
        source.heads = source.cells(0);
        let (rows, bytes) = LOOKED_AT;
        let is_near = |row: &usize| source.ends.get(row - 1).is_some_and(|from| *from < bytes);
        source.first =
            (1..=source.rows().min(rows)).take_while(is_near).map(|row| source.cells(row)).collect();
        Ok(source)
    }

    /// Counts the rows below the heads.
    pub fn rows(&self) -> usize {
        self.ends.len()
    }

    /// Returns a row as it is written; the heads are row 0.
    pub fn row(&self, row: usize) -> &str {
        table::row_text(&self.text, &self.ends, row)
    }

    /// Returns the cells of a row; the heads are row 0.
    pub fn cells(&self, row: usize) -> Vec<String> {
        let text = self.row(row).trim_end_matches(['\r', '\n']);
        table::read_parted(text, self.separator).into_iter().next().unwrap_or_default()
    }
}
