//! Words that leave open what is meant, and acceptance criteria nobody can check. Both are questions, never refusals:
//! [`doubts::Worded`] lists them for whatever the parties rely on.
//!
//! A vague word is marked unless its clause or the next one of the sentence settles it: by a figure, a list or a decider.
//! A figure elsewhere is about something else.

pub mod criteria;
pub mod doubts;
mod lists;

use std::ops::Range;
use std::sync::LazyLock;

use crate::domain::requirements::wording::lists::{HEDGES, OTHERWISE, WORDS};

/// What a vague word leaves open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Openness {
    /// When, or how long.
    Time,
    /// How good.
    Quality,
    /// What belongs to it.
    Extent,
    /// Who decides.
    Discretion,
    /// How much.
    Amount,
}

impl Openness {
    /// All kinds, in the order they are spoken of.
    pub const ALL: [Self; 5] = [Self::Time, Self::Quality, Self::Extent, Self::Discretion, Self::Amount];
}

/// One vague word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vague {
    /// Where it stands, in bytes.
    pub span: Range<usize>,
    /// What it leaves open.
    pub openness: Openness,
}

/// Ends of a sentence; a full stop ends one only where no figure goes on.
fn sentences(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut ends: Vec<usize> = Vec::new();
    for (at, letter) in text.char_indices() {
        let behind = at + letter.len_utf8();
        let is_end = match letter {
            '。' | '；' | ';' | '！' | '!' | '？' | '?' | '\n' => true,
            '.' => text.get(behind..).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')),
            _ => false,
        };
        if is_end {
            ends.push(behind);
        }
    }
    ends.push(text.len());
    let starts = std::iter::once(0).chain(ends.clone());
    starts.zip(ends).map(|(start, end)| start..end).filter(|sentence| !sentence.is_empty())
}

/// Parts of a sentence between commas; one between digits parts nothing.
fn clauses(text: &str, sentence: Range<usize>) -> Vec<Range<usize>> {
    let within = text.get(sentence.clone()).unwrap_or_default();
    let commas = within.char_indices().filter(|(at, letter)| match letter {
        '，' => true,
        ',' => within.get(at + 1..).is_some_and(|rest| rest.starts_with(' ')),
        _ => false,
    });
    let ends: Vec<usize> = commas.map(|(at, letter)| sentence.start + at + letter.len_utf8()).collect();
    let starts = std::iter::once(sentence.start).chain(ends.clone());
    starts.zip(ends.into_iter().chain([sentence.end])).map(|(start, end)| start..end).collect()
}

/// Finds the vague words of a text, in their order.
#[must_use]
pub fn vague(text: &str) -> Vec<Vague> {
    let lower = text.to_lowercase();
    // Lower case may be longer in some scripts; then nothing is compared by place.
    let lower = if lower.len() == text.len() { lower.as_str() } else { text };
    let mut found = Vec::new();
    for sentence in sentences(lower) {
        let clauses = clauses(lower, sentence);
        for (place, clause) in clauses.iter().enumerate() {
            // What settles a word stands beside it or right behind it: "及时处理，最迟 24 小时".
            let until = clauses.get(place + 1).map_or(clause.end, |next| next.end);
            let is_settled = lower.get(clause.start..until).is_some_and(is_settled);
            let mut at = clause.start;
            while at < clause.end {
                let here = word_at(lower, at).filter(|(_, _, is_hedge)| *is_hedge || !is_settled);
                let next = lower.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
                at += match here {
                    Some((length, openness, _)) => {
                        found.push(Vague { span: at..at + length, openness });
                        length
                    }
                    None => next,
                };
            }
        }
    }
    found
}

/// The letters vague words start with, in order: at most places of a text none can start.
static STARTS: LazyLock<Vec<char>> = LazyLock::new(|| {
    let words = WORDS.iter().flat_map(|(_, words)| words.iter()).chain(HEDGES.iter());
    let mut starts: Vec<char> = words.filter_map(|word| word.chars().next()).collect();
    starts.sort_unstable();
    starts.dedup();
    starts
});

/// Returns the longest vague word that starts at a place, what it leaves open, and whether it makes figures vague.
fn word_at(text: &str, at: usize) -> Option<(usize, Openness, bool)> {
    let rest = text.get(at..)?;
    let start = rest.chars().next()?;
    let before = text.as_bytes().get(at.checked_sub(1).unwrap_or(text.len()));
    let is_inside = start.is_ascii() && before.is_some_and(u8::is_ascii_alphanumeric);
    if is_inside || STARTS.binary_search(&start).is_err() {
        return None;
    }
    let fits = |word: &&str| rest.starts_with(*word) && stands_alone(text, at, word);
    let hedge = HEDGES.iter().copied().find(fits).map(|word| (word.len(), Openness::Amount, true));
    let words = WORDS.iter().flat_map(|(openness, words)| words.iter().map(|word| (*word, *openness)));
    let longest = words.filter(|(word, _)| fits(word)).max_by_key(|(word, _)| word.len());
    hedge.or(longest.map(|(word, openness)| (word.len(), openness, false)))
}

/// Tells whether a word is no part of another one.
fn stands_alone(text: &str, at: usize, word: &str) -> bool {
    let (before, behind) =
        (text.get(..at).unwrap_or_default(), text.get(at + word.len()..).unwrap_or_default());
    if word.is_ascii() {
        let is_letter = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
        return !before.chars().next_back().is_some_and(is_letter)
            && !behind.chars().next().is_some_and(is_letter);
    }
    let otherwise = OTHERWISE.iter().find(|(other, ..)| *other == word);
    otherwise.is_none_or(|(_, prefixes, suffixes)| {
        !prefixes.iter().any(|prefix| before.ends_with(prefix))
            && !suffixes.iter().any(|suffix| behind.starts_with(suffix))
    })
}

/// Tells whether a text says it by a figure, a list or a decider.
fn is_settled(text: &str) -> bool {
    has_figure(text) || has_list(text) || has_decider(text)
}

/// English numerals that count as a figure; "one" is an article as often.
const NUMBERS: [&str; 12] =
    ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "twenty", "hundred"];

/// Tells whether a text holds a figure: digits that belong to no clause number and no numbering, an English numeral, or
/// a Chinese one before its unit.
fn has_figure(text: &str) -> bool {
    let text = unmarked(text);
    let numeral = |word: &&str| text.match_indices(*word).any(|(at, word)| stands_alone(text, at, word));
    if NUMBERS.iter().any(numeral) {
        return true;
    }
    const NUMERALS: &str = "一二两三四五六七八九十百千";
    const UNITS: [&str; 20] = [
        "分钟",
        "小时",
        "秒",
        "天",
        "日",
        "周",
        "个月",
        "年",
        "次",
        "条",
        "家",
        "人",
        "名",
        "元",
        "页",
        "份",
        "项",
        "成",
        "倍",
        "个工作日",
    ];
    let mut before = None;
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let rest = text.get(at + letter.len_utf8()..).unwrap_or_default();
        if letter.is_ascii_digit() || ('０'..='９').contains(&letter) {
            while letters.peek().is_some_and(|(_, next)| next.is_numeric()) {
                letters.next();
            }
            let is_name = before
                .is_some_and(|before: char| before.is_ascii_alphabetic() || before == '-' || before == '#');
            if !is_name {
                return true;
            }
            before = Some('0');
            continue;
        }
        if NUMERALS.contains(letter) && UNITS.iter().any(|unit| rest.starts_with(unit)) {
            return true;
        }
        before = Some(letter);
    }
    false
}

/// Tells whether a text lists what it means: items behind a colon.
fn has_list(text: &str) -> bool {
    let behind_colon =
        text.split_once(['：', ':']).is_some_and(|(_, items)| items.contains(['、', '，', ',']));
    behind_colon && !is_open_list(text)
}

/// Tells whether a list says that more belongs to it.
fn is_open_list(text: &str) -> bool {
    ["等", "etc", "and so on", "诸如", "such as", "不限于", "not limited to"]
        .iter()
        .any(|word| text.contains(word))
}

/// Takes the mark of an item off the beginning of a line: a dash, a dot, a number. A sign before a figure is none.
fn unmarked(line: &str) -> &str {
    let line = line.trim_start();
    let is_digit = |letter: char| letter.is_ascii_digit() || ('０'..='９').contains(&letter);
    if let Some(rest) = line.strip_prefix(['-', '–', '•', '·', '*']) {
        return if rest.starts_with(is_digit) { line } else { rest.trim_start() };
    }
    if let Some(rest) = line.strip_prefix(|letter: char| ('①'..='⑳').contains(&letter)) {
        return rest.trim_start();
    }
    let (inner, closing): (&str, &[char]) = match line.strip_prefix(['(', '（']) {
        Some(inner) => (inner, &[')', '）']),
        None => (line, &['.', '、', ')', '）']),
    };
    let behind = inner.trim_start_matches(is_digit);
    match behind
        .strip_prefix(closing)
        .filter(|rest| behind.len() < inner.len() && !rest.starts_with(is_digit))
    {
        Some(rest) => rest.trim_start(),
        None => line,
    }
}

/// Tells whether a text says who decides.
fn has_decider(text: &str) -> bool {
    const ZH: [&str; 8] = ["决定", "签字", "签收", "批准", "判定", "确认", "验收", "认可"];
    const EN: [&str; 10] = [
        "approved by",
        "approves",
        "decided by",
        "decides",
        "signed by",
        "signs",
        "confirmed by",
        "confirms",
        "accepted by",
        "signed off by",
    ];
    let named = text.split_once('由').is_some_and(|(_, rest)| ZH.iter().any(|word| rest.contains(word)));
    named || EN.iter().any(|word| text.contains(word))
}

#[cfg(test)]
mod tests;
