//! A paper both parties read and sign, as it stands before it is written as anything: one model, which the preview,
//! Word and Markdown are made of. Each of the twelve is a pure function of the project.

pub mod html;
pub mod markdown;
pub mod pages;
pub mod seal;
pub mod word;

use crate::domain::language::Language;
use crate::domain::paper::PaperKind;
use crate::domain::task::Task;
use crate::i18n::papers::of;

/// Where something that is still to fill in is filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// At a clause of a task, or at the task itself.
    Task(Task, Option<String>),
    /// On the page on information security.
    Security(Option<String>),
    /// In the settings of the project.
    Settings,
    /// With the terms of service credits.
    Credits,
    /// On the page of the payment statement.
    Payment,
}

/// Something that is still to fill in. It is printed as it is, so that nobody signs over it unseen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blank {
    /// What is missing, as a word of the paper's language.
    pub what: String,
    /// The clause it belongs to, where it has one.
    pub clause: Option<String>,
    /// Where it is filled in.
    pub place: Place,
}

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Run {
    /// Words.
    Text(String),
    /// Words that carry the sentence.
    Strong(String),
    /// Words that stand back.
    Quiet(String),
    /// What is still to fill in.
    Blank(Blank),
}

/// A sentence in its pieces.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line(pub Vec<Run>);

impl Line {
    /// Makes a line of plain words.
    #[must_use]
    pub fn of(text: impl Into<String>) -> Self {
        Self(vec![Run::Text(text.into())])
    }

    /// Goes on with plain words.
    #[must_use]
    pub fn then(mut self, text: impl Into<String>) -> Self {
        self.0.push(Run::Text(text.into()));
        self
    }

    /// Goes on with words that carry the sentence.
    #[must_use]
    pub fn strong(mut self, text: impl Into<String>) -> Self {
        self.0.push(Run::Strong(text.into()));
        self
    }

    /// Goes on with words that stand back.
    #[must_use]
    pub fn quiet(mut self, text: impl Into<String>) -> Self {
        self.0.push(Run::Quiet(text.into()));
        self
    }

    /// Goes on with what somebody filled in, or with the blank it left.
    #[must_use]
    pub fn filled(mut self, text: &str, blank: impl FnOnce() -> Blank) -> Self {
        self.0.push(match text.trim() {
            "" => Run::Blank(blank()),
            text => Run::Text(text.to_owned()),
        });
        self
    }

    /// Goes on with another line.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    /// Tells whether nothing stands in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|run| match run {
            Run::Text(text) | Run::Strong(text) | Run::Quiet(text) => text.is_empty(),
            Run::Blank(_) => false,
        })
    }
}

impl From<String> for Line {
    fn from(text: String) -> Self {
        Self::of(text)
    }
}

impl From<&str> for Line {
    fn from(text: &str) -> Self {
        Self::of(text)
    }
}

/// How the cells of a column stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// Words, from the left.
    #[default]
    Start,
    /// Numbers, to the right.
    End,
    /// Single letters, in the middle.
    Middle,
}

/// A column of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Column {
    /// Its head.
    pub title: String,
    /// How its cells stand.
    pub align: Align,
    /// How wide it is beside the others.
    pub share: u32,
}

impl Column {
    /// Makes a column of words.
    #[must_use]
    pub fn words(title: impl Into<String>, share: u32) -> Self {
        Self { title: title.into(), align: Align::Start, share }
    }

    /// Makes a column of numbers.
    #[must_use]
    pub fn numbers(title: impl Into<String>, share: u32) -> Self {
        Self { title: title.into(), align: Align::End, share }
    }

    /// Makes a column of single letters.
    #[must_use]
    pub fn letters(title: impl Into<String>, share: u32) -> Self {
        Self { title: title.into(), align: Align::Middle, share }
    }
}

/// Rows under heads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows; each has a cell for every column.
    pub rows: Vec<Vec<Line>>,
    /// The last row, where it sums up the others.
    pub total: Option<Vec<Line>>,
}

/// Tells whether a row of a table stays on one page with the next: the first stays with the heads and the second, the last
/// but one with the last.
#[must_use]
pub fn stays_with_next(row: usize, n_rows: usize) -> bool {
    (row == 0 || row + 2 == n_rows) && row + 1 < n_rows
}

/// One side of the signatures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signature {
    /// Which side, in words.
    pub side: String,
    /// The firm.
    pub party: Line,
    /// Who confirmed, where somebody did.
    pub person: Option<String>,
    /// When, and which version.
    pub when: Option<String>,
}

/// One piece of a paper, one below the other.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A heading; its level is 1 to 3.
    Heading(u8, String),
    /// A clause with its number in the margin.
    Clause(String, Line),
    /// A paragraph.
    Paragraph(Line),
    /// What somebody wrote in several lines.
    Points(Vec<Line>),
    /// A table.
    Table(Table),
    /// A picture with the sentence that says what it shows: a whole SVG text.
    Picture(String, String),
    /// Where both sides sign. The line says what the seal stands for.
    Signatures(Box<[Signature; 2]>, String),
    /// What follows begins on a page of its own.
    NewPage,
}

/// A paper.
#[derive(Clone, Debug, PartialEq)]
pub struct Paper {
    /// Which it is.
    pub kind: PaperKind,
    /// Its language.
    pub language: Language,
    /// What stands above the title: which annex it is, where it is one.
    pub over: String,
    /// Its title.
    pub title: String,
    /// What is said on every page: the project and its parties.
    pub head: String,
    /// Which version, with the beginning of its fingerprint.
    pub version: String,
    /// What stands in it.
    pub blocks: Vec<Block>,
}

impl Paper {
    /// Tells whether both sides confirmed what stands in it.
    #[must_use]
    pub fn is_confirmed(&self) -> bool {
        self.blocks.iter().any(|block| match block {
            Block::Signatures(sides, _) => sides.iter().all(|side| side.person.is_some()),
            _ => false,
        })
    }

    /// Lists what is still to fill in, in the order it is read.
    #[must_use]
    pub fn blanks(&self) -> Vec<&Blank> {
        let mut blanks = Vec::new();
        for block in &self.blocks {
            match block {
                Block::Clause(_, line) | Block::Paragraph(line) => blanks.extend(of_line(line)),
                Block::Points(lines) => blanks.extend(lines.iter().flat_map(of_line)),
                Block::Table(table) => {
                    let rows = table.rows.iter().chain(&table.total);
                    blanks.extend(rows.flatten().flat_map(of_line));
                }
                Block::Signatures(sides, _) => {
                    blanks.extend(sides.iter().flat_map(|side| of_line(&side.party)));
                }
                Block::Heading(..) | Block::Picture(..) | Block::NewPage => (),
            }
        }
        blanks
    }
}

/// Returns what stands at the head of every page beside the project: which version it is, and in each language that it is
/// a draft while something is still to fill in.
#[must_use]
pub fn stamp(papers: &[&Paper]) -> String {
    let drafts = papers.iter().filter(|paper| !paper.blanks().is_empty());
    let drafts = drafts.map(|paper| of(paper.language).draft);
    let version = papers.first().map(|paper| paper.version.as_str());
    drafts.chain(version).collect::<Vec<_>>().join(" ")
}

/// Returns the titles in every language, as they stand at the foot of every page.
#[must_use]
pub fn titles(papers: &[&Paper]) -> String {
    papers.iter().map(|paper| paper.title.as_str()).collect::<Vec<_>>().join(" · ")
}

fn of_line(line: &Line) -> impl Iterator<Item = &Blank> {
    line.0.iter().filter_map(|run| match run {
        Run::Blank(blank) => Some(blank),
        Run::Text(_) | Run::Strong(_) | Run::Quiet(_) => None,
    })
}
