//! What a second opinion consists of: a sentence, numbers, a picture, and how they came about.

/// One second opinion.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Block {
    /// Which one it is.
    pub key: &'static str,
    /// What it looks at.
    pub title: String,
    /// What was found, in a sentence.
    pub finding: String,
    /// The numbers.
    pub table: Grid,
    /// The picture, an SVG text; empty where the numbers say it all.
    pub picture: String,
    /// What else is worth knowing.
    pub notes: Vec<String>,
    /// How the numbers came about.
    pub steps: Vec<Steps>,
    /// Where the rule comes from.
    pub source: String,
}

/// Numbers in rows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grid {
    /// The heads of the columns.
    pub heads: Vec<String>,
    /// The rows; the first cell names the row.
    pub rows: Vec<Vec<Cell>>,
}

/// One cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// What it says.
    pub text: String,
    /// Whether it is the best of its column, or what else the sentence speaks of.
    pub is_strong: bool,
}

impl Cell {
    /// Makes a cell.
    #[must_use]
    pub fn new(text: impl Into<String>, is_strong: bool) -> Self {
        Self { text: text.into(), is_strong }
    }
    /// Makes a cell like all others.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self::new(text, false)
    }
}

/// How one number came about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Steps {
    /// Which number.
    pub title: String,
    /// The rule, in words.
    pub rule: String,
    /// The formula with its numbers.
    pub formula: String,
    /// The inputs.
    pub inputs: Vec<Input>,
}

/// One input of a calculation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Input {
    /// What it is.
    pub name: String,
    /// Its value.
    pub value: String,
    /// Where it was entered, the value of a link.
    pub href: String,
}
