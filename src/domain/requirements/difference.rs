//! What differs between two versions: item by item, field by field, word by word.

use std::convert::Infallible;

use similar::algorithms::{DiffHook, myers};

/// One thing that is confirmed, in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// The clause number.
    pub clause: String,
    /// What it is called.
    pub name: String,
    /// What it says: the name of each field and its text.
    pub fields: Vec<(&'static str, String)>,
}

/// A piece of a text that was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// It stands in both.
    Same(String),
    /// It stood there before.
    Gone(String),
    /// It stands there now.
    New(String),
}

impl Piece {
    /// Returns its text.
    #[must_use]
    pub fn text(&self) -> &str {
        let (Self::Same(text) | Self::Gone(text) | Self::New(text)) = self;
        text
    }
}

/// What happened to a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Fate {
    Added,
    Changed,
    Removed,
}

/// One thing that differs, with the fields that do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The clause number.
    pub clause: String,
    /// What it is called now, or was called last.
    pub name: String,
    /// What happened to it.
    pub fate: Fate,
    /// The fields that differ.
    pub fields: Vec<(&'static str, Vec<Piece>)>,
}

/// Lists what differs between two versions, in the order of the later one; what is gone comes last.
#[must_use]
pub fn compare(before: &[Told], now: &[Told]) -> Vec<Difference> {
    fn find<'a>(said: &'a [Told], one: &Told) -> Option<&'a Told> {
        said.iter().find(|other| other.clause == one.clause)
    }
    let nothing = Told::default();
    let present = now.iter().map(|one| match find(before, one) {
        Some(then) => (Fate::Changed, one, then, one),
        None => (Fate::Added, one, &nothing, one),
    });
    let gone = before.iter().filter(|one| find(now, one).is_none());
    let gone = gone.map(|one| (Fate::Removed, one, one, &nothing));
    let all = present.chain(gone).map(|(fate, one, then, now)| Difference {
        clause: one.clause.clone(),
        name: one.name.clone(),
        fate,
        fields: fields(then, now),
    });
    all.filter(|one| one.fate != Fate::Changed || !one.fields.is_empty()).collect()
}

fn fields(before: &Told, now: &Told) -> Vec<(&'static str, Vec<Piece>)> {
    let text = |said: &Told, label| {
        let field = said.fields.iter().find(|(other, _)| *other == label);
        field.map(|(_, text)| text.clone()).unwrap_or_default()
    };
    let labels = if now.fields.is_empty() { &before.fields } else { &now.fields };
    let pairs = labels.iter().map(|(label, _)| (*label, text(before, *label), text(now, *label)));
    let differing = pairs.filter(|(_, before, now)| before != now);
    differing.map(|(label, before, now)| (label, words(&before, &now))).collect()
}

/// What was changed between two texts at one place, and what stays behind it.
#[derive(Default)]
struct Hunk {
    gone: String,
    new: String,
    same: String,
}

impl Hunk {
    fn is_change(&self) -> bool {
        !self.gone.is_empty() || !self.new.is_empty()
    }

    /// Returns how many letters the longer side of the change has.
    fn size(&self) -> usize {
        self.gone.chars().count().max(self.new.chars().count())
    }
}

/// Collects the hunks while two texts are compared.
struct Hunks<'a> {
    old: &'a [&'a str],
    new: &'a [&'a str],
    found: Vec<Hunk>,
}

impl Hunks<'_> {
    /// Returns the hunk a change belongs to: the last one, unless something stays behind it already.
    fn open(&mut self) -> Option<&mut Hunk> {
        if self.found.last().is_none_or(|last| !last.same.is_empty()) {
            self.found.push(Hunk::default());
        }
        self.found.last_mut()
    }
}

fn part(tokens: &[&str], start: usize, len: usize) -> String {
    tokens.get(start..start + len).unwrap_or_default().concat()
}

impl DiffHook for Hunks<'_> {
    type Error = Infallible;

    fn equal(&mut self, old: usize, _: usize, len: usize) -> Result<(), Infallible> {
        let same = part(self.old, old, len);
        match self.found.last_mut() {
            Some(last) => last.same.push_str(&same),
            None => self.found.push(Hunk { same, ..Hunk::default() }),
        }
        Ok(())
    }

    fn delete(&mut self, old: usize, len: usize, _: usize) -> Result<(), Infallible> {
        let gone = part(self.old, old, len);
        self.open().into_iter().for_each(|hunk| hunk.gone.push_str(&gone));
        Ok(())
    }

    fn insert(&mut self, _: usize, new: usize, len: usize) -> Result<(), Infallible> {
        let added = part(self.new, new, len);
        self.open().into_iter().for_each(|hunk| hunk.new.push_str(&added));
        Ok(())
    }
}

/// Compares two texts word by word. What was before comes before what is now. The pieces that are no [`Piece::New`]
/// make the one text, those that are no [`Piece::Gone`] the other.
#[must_use]
pub fn words(before: &str, now: &str) -> Vec<Piece> {
    let (old, new) = (tokens(before), tokens(now));
    let mut hunks = Hunks { old: &old, new: &new, found: Vec::new() };
    // This one way of comparing brings 50 kB less than the choice of all.
    let Ok(()) = myers::diff_deadline_raw(&mut hunks, &*old, 0..old.len(), &*new, 0..new.len(), None);
    let mut joined: Vec<Hunk> = Vec::new();
    for hunk in hunks.found {
        match joined.last_mut() {
            Some(last) if is_crumb(last, &hunk) => {
                let same = std::mem::take(&mut last.same);
                last.gone.extend([&same, &hunk.gone].map(String::as_str));
                last.new.extend([&same, &hunk.new].map(String::as_str));
                last.same = hunk.same;
            }
            _ => joined.push(hunk),
        }
    }
    let pieces = joined
        .into_iter()
        .flat_map(|hunk| [Piece::Gone(hunk.gone), Piece::New(hunk.new), Piece::Same(hunk.same)]);
    pieces.filter(|piece| !piece.text().is_empty()).collect()
}

/// Tells whether what stays between two changes is so short that one change reads better than two.
fn is_crumb(last: &Hunk, next: &Hunk) -> bool {
    let letters = last.same.chars().filter(|letter| letter.is_alphanumeric()).count();
    last.is_change() && letters <= 2 && letters <= last.size().min(next.size())
}

/// Takes a text apart into what people read as one: a word, a figure, a Chinese character, a sign, a gap.
fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let (mut start, mut last) = (0, None::<char>);
    for (at, letter) in text.char_indices() {
        let behind = text.get(at + letter.len_utf8()..).and_then(|rest| rest.chars().next());
        if last.is_some_and(|last| !belongs(last, letter, behind)) {
            tokens.extend(text.get(start..at));
            start = at;
        }
        last = Some(letter);
    }
    tokens.extend(text.get(start..).filter(|rest| !rest.is_empty()));
    tokens
}

/// Tells whether a letter goes on with the token the one before it is in.
fn belongs(last: char, letter: char, behind: Option<char>) -> bool {
    let is_word = |letter: char| letter.is_alphanumeric() && !is_alone(letter);
    match letter {
        // What is drawn over or behind the letter before it.
        '\u{300}'..='\u{36F}' | '\u{200D}' | '\u{FE00}'..='\u{FE0F}' => true,
        '.' | ',' | ':' | '\'' | '’' | '-' => is_word(last) && behind.is_some_and(is_word),
        _ if matches!(last, '.' | ',' | ':' | '\'' | '’' | '-') => is_word(letter),
        _ if letter.is_whitespace() => last.is_whitespace(),
        _ => is_word(letter) && (is_word(last) || matches!(last, '\u{300}'..='\u{36F}')),
    }
}

/// Tells whether a letter is a word of its own, as in Chinese and Japanese.
fn is_alone(letter: char) -> bool {
    matches!(letter, '\u{2E80}'..='\u{A4CF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Writes pieces as `same [-gone-]{+new+}`.
    fn show(before: &str, now: &str) -> String {
        let pieces = words(before, now).into_iter().map(|piece| match piece {
            Piece::Same(text) => text,
            Piece::Gone(text) => format!("[-{text}-]"),
            Piece::New(text) => format!("{{+{text}+}}"),
        });
        pieces.collect()
    }

    #[test]
    fn a_text_is_taken_apart_into_what_is_read_as_one() {
        assert_eq!(
            tokens("≥95.5 % by 22:00, it's 合契v2。"),
            ["≥", "95.5", " ", "%", " ", "by", " ", "22:00", ",", " ", "it's", " ", "合", "契", "v2", "。"]
        );
        assert_eq!(tokens("- a. b"), ["-", " ", "a", ".", " ", "b"]);
    }

    #[test]
    fn changes_are_told_in_words_not_in_letters() {
        assert_eq!(
            show("Answers arrive within 15 minutes", "Answers arrive within 25 minutes, every day"),
            "Answers arrive within [-15-]{+25+} minutes{+, every day+}"
        );
        assert_eq!(
            show("客户提问后 2 小时内答复", "客户提问后 30 分钟内答复"),
            "客户提问后 [-2 小时-]{+30 分钟+}内答复"
        );
        assert_eq!(show("及时处理退款", "当天办理退款"), "[-及时处-]{+当天办+}理退款");
        assert_eq!(
            (show("", "new"), show("old", ""), show("same", "same")),
            ("{+new+}".to_owned(), "[-old-]".to_owned(), "same".to_owned())
        );
    }

    #[test]
    fn things_are_compared_by_their_number() {
        let told_of = |clause: &str, text: &str| Told {
            clause: clause.to_owned(),
            name: text.to_owned(),
            fields: vec![("Name", text.to_owned()), ("Unit", "%".to_owned())],
        };
        let before = [told_of("F-01", "a"), told_of("F-02", "b"), told_of("F-03", "c")];
        let now = [told_of("F-03", "d"), told_of("F-01", "a"), told_of("F-04", "e")];
        let told: Vec<_> = compare(&before, &now)
            .iter()
            .map(|one| format!("{} {} {:?} {}", one.clause, one.name, one.fate, one.fields.len()))
            .collect();
        assert_eq!(told, ["F-03 d Changed 1", "F-04 e Added 2", "F-02 b Removed 2"]);
        assert!(compare(&now, &now).is_empty());
    }

    proptest! {
        #[test]
        fn the_pieces_make_both_texts(before in "[ab 契合，.5é\u{301}🙂]{0,24}", now in "[ab 契合，.5é\u{301}🙂]{0,24}") {
            let pieces = words(&before, &now);
            let text = |is_left_out: fn(&Piece) -> bool| -> String {
                let kept = pieces.iter().filter(|piece| !is_left_out(piece));
                kept.map(Piece::text).collect()
            };
            prop_assert_eq!(&text(|piece| matches!(piece, Piece::New(_))), &before);
            prop_assert_eq!(&text(|piece| matches!(piece, Piece::Gone(_))), &now);
            prop_assert_eq!(before == now, pieces.iter().all(|piece| matches!(piece, Piece::Same(_))));
            prop_assert_eq!(tokens(&before).concat(), before);
        }
    }
}
