//! What the wording of a feature or of a service level leaves open.

use crate::domain::requirements::wording::criteria::uncheckable;
use crate::domain::requirements::wording::{Vague, vague};
use crate::domain::requirements::{Feature, SlaLine};

/// A text both parties rely on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Part {
    Includes,
    Acceptance,
    Excluded,
    Measure,
    Definition,
    Source,
    Excludes,
    Penalty,
}

/// One wording that leaves something open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// The text it stands in.
    pub part: Part,
    /// The line with the vague word, or the criterion.
    pub quote: String,
    /// The vague word, by its place in the quote; nothing where the criterion as a whole cannot be checked.
    pub word: Option<Vague>,
}

/// Something whose wording counts.
pub trait Worded {
    /// Lists its texts.
    fn texts(&self) -> Vec<(Part, &str)>;

    /// Lists what its texts leave open: vague words, and acceptance criteria that cannot be checked.
    fn doubts(&self) -> Vec<Doubt> {
        let of_text = |(part, text): (Part, &str)| {
            let words = vague(text).into_iter().map(|word| quoted(part, text, word));
            let mut found: Vec<_> = words.collect();
            if part == Part::Acceptance {
                let open = uncheckable(text).into_iter();
                found.extend(open.map(|criterion| Doubt { part, quote: criterion.to_owned(), word: None }));
            }
            found
        };
        self.texts().into_iter().flat_map(of_text).collect()
    }
}

/// Quotes the line a vague word stands in.
fn quoted(part: Part, text: &str, word: Vague) -> Doubt {
    let Vague { span, openness } = word;
    let start = text.get(..span.start).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
    let end =
        text.get(span.end..).and_then(|behind| behind.find('\n')).map_or(text.len(), |at| span.end + at);
    let quote = text.get(start..end).unwrap_or_default().to_owned();
    Doubt { part, quote, word: Some(Vague { span: span.start - start..span.end - start, openness }) }
}

impl Worded for Feature {
    fn texts(&self) -> Vec<(Part, &str)> {
        vec![
            (Part::Includes, &self.includes),
            (Part::Acceptance, &self.acceptance),
            (Part::Excluded, &self.excluded),
        ]
    }
}

impl Worded for SlaLine {
    fn texts(&self) -> Vec<(Part, &str)> {
        vec![
            (Part::Measure, &self.measure),
            (Part::Definition, &self.definition),
            (Part::Source, &self.source),
            (Part::Excludes, &self.excludes),
            (Part::Penalty, &self.penalty),
        ]
    }
}
