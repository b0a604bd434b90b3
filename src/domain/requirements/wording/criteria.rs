//! Acceptance criteria (验收标准), one by one: each line is one, but the lines of a case (given, when, then) belong
//! together, and so do the items of a list with the line whose colon introduces them.

use std::ops::Range;

use crate::domain::requirements::wording::{
    clauses, is_open_list, is_settled, sentences, stands_alone, unmarked,
};

/// The form of an acceptance criterion to fill in, in Chinese and in English.
pub const SCAFFOLDS: [&str; 2] = ["假如 \n当 \n那么 ", "Given \nWhen \nThen "];

/// Tells whether an acceptance criterion is still to be written: nothing is there, or only the form to fill in.
#[must_use]
pub fn is_unwritten(acceptance: &str) -> bool {
    let is_form = |form: &&str| acceptance.lines().map(str::trim).eq(form.lines().map(str::trim));
    acceptance.trim().is_empty() || SCAFFOLDS.iter().any(is_form)
}

/// Lists the criteria of an acceptance text that cannot be checked. What is still to be written is missing, not
/// doubtful.
#[must_use]
pub fn uncheckable(acceptance: &str) -> Vec<&str> {
    if is_unwritten(acceptance) {
        return Vec::new();
    }
    criteria(acceptance).into_iter().filter(|criterion| !is_checkable(criterion)).collect()
}

/// Tells whether one criterion can be checked: by a figure, a list, a decider, or as given, when, then.
#[must_use]
pub fn is_checkable(criterion: &str) -> bool {
    let lower = criterion.to_lowercase();
    sentences(&lower).any(|sentence| lower.get(sentence).is_some_and(is_settled))
        || is_list(&lower)
        || is_case(&lower)
}

/// What a line is among the others.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Line {
    /// It stands alone.
    Plain,
    /// It introduces a list.
    Lead,
    /// It may be an item of a list.
    Item,
    /// It begins a case.
    Given,
    /// It says what happens, and begins a case where no other one waits for it.
    When,
    /// It says how the case ends.
    Then,
    /// It adds to the line before it.
    And,
}

impl Line {
    fn of(line: &str) -> Self {
        let lower = unmarked(line).to_lowercase();
        let begins = |words: &[&str]| {
            words.iter().any(|word| lower.starts_with(*word) && stands_alone(&lower, 0, word))
        };
        match () {
            () if begins(&["given", "假如", "假设"]) => Self::Given,
            () if begins(&["when", "当"]) => Self::When,
            () if begins(&["then", "那么", "则"]) => Self::Then,
            () if begins(&["and", "but", "并且", "而且", "但是"]) => Self::And,
            () if line.trim_end().ends_with([':', '：']) => Self::Lead,
            () if unmarked(line).len() < line.trim_start().len() => Self::Item,
            () => Self::Plain,
        }
    }

    /// Tells whether a line goes on with the criterion that began with another one and reached a third.
    fn goes_on(self, first: Self, last: Self) -> bool {
        let is_case = matches!(first, Self::Given | Self::When);
        match self {
            Self::Item => first == Self::Lead,
            Self::When => is_case && last != Self::Then,
            Self::Then | Self::And => is_case,
            Self::Plain | Self::Lead | Self::Given => false,
        }
    }
}

/// Splits an acceptance text into its criteria.
#[must_use]
pub fn criteria(acceptance: &str) -> Vec<&str> {
    let mut found: Vec<(Range<usize>, Line, Line)> = Vec::new();
    let mut at = 0;
    for line in acceptance.split_inclusive('\n') {
        let start = at + line.len() - line.trim_start().len();
        let end = at + line.trim_end().len();
        at += line.len();
        if line.trim().is_empty() {
            continue;
        }
        let kind = Line::of(line);
        match found.last_mut().filter(|(_, first, last)| kind.goes_on(*first, *last)) {
            Some((criterion, ..)) if kind == Line::And => criterion.end = end,
            Some((criterion, _, last)) => (criterion.end, *last) = (end, kind),
            None => found.push((start..end, kind, kind)),
        }
    }
    found.into_iter().filter_map(|(criterion, ..)| acceptance.get(criterion)).collect()
}

/// Tells whether a criterion is a list behind a colon, which says all that belongs to it.
fn is_list(criterion: &str) -> bool {
    let mut lines = criterion.lines();
    let is_led = lines.next().is_some_and(|first| first.trim_end().ends_with([':', '：']));
    is_led && 1 < lines.count() && !is_open_list(criterion)
}

/// Tells whether a criterion says what follows from what. A part that is still empty says nothing.
fn is_case(criterion: &str) -> bool {
    const CASES: [(&[&str], &[&str]); 2] =
        [(&["given", "when"], &["then"]), (&["假如", "假设", "当"], &["那么", "则"])];
    let find = |from: usize, words: &[&str]| {
        let places = words.iter().flat_map(|word| {
            let within = criterion.get(from..).unwrap_or_default();
            within.match_indices(*word).map(move |(at, word)| (from + at, word))
        });
        places
            .filter(|(at, word)| stands_alone(criterion, *at, word))
            .min()
            .map(|(at, word)| (at, at + word.len()))
    };
    let says = |range: Range<usize>| {
        let words = criterion.get(range).unwrap_or_default().split_whitespace();
        words
            .filter(|word| !["when", "and", "当"].contains(word))
            .any(|word| word.contains(char::is_alphanumeric))
    };
    let is_whole = |(conditions, outcomes): (&[&str], &[&str])| {
        let Some((_, condition)) = find(0, conditions) else { return false };
        find(condition, outcomes)
            .is_some_and(|(until, outcome)| says(condition..until) && says(outcome..criterion.len()))
    };
    CASES.into_iter().any(is_whole) || is_timed_case(criterion)
}

/// Tells whether a criterion says what happens when: 当……时，…….
fn is_timed_case(criterion: &str) -> bool {
    sentences(criterion).any(|sentence| {
        let clauses = clauses(criterion, sentence);
        let mut clauses = clauses.into_iter().filter_map(|clause| criterion.get(clause));
        let is_condition = |clause: &str| {
            let clause = clause.trim_matches(|letter: char| !letter.is_alphanumeric());
            clause.starts_with('当') && stands_alone(clause, 0, "当") && clause.ends_with('时')
        };
        clauses.any(is_condition) && clauses.next().is_some()
    })
}
