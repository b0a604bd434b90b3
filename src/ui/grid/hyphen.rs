//! Places where a long word of a narrow head may be broken.

/// Words of fewer letters stay whole.
const LONG: usize = 7;
/// How many letters stay together at the start and at the end.
const KEPT: usize = 3;
/// The mark that is seen only where the word is broken.
const SOFT_HYPHEN: char = '\u{AD}';

/// Lets each long Latin word be broken near its middle: between two consonants or before a single one.
#[must_use]
pub fn breakable(name: &str) -> String {
    let words: Vec<_> = name.split(' ').map(broken).collect();
    words.join(" ")
}

fn broken(word: &str) -> String {
    let is_plain = word.bytes().all(|letter| letter.is_ascii_alphabetic());
    let place = (is_plain && LONG <= word.len())
        .then(|| (KEPT..=word.len() - KEPT).filter(|at| is_syllable(word, *at)))
        .and_then(|places| places.min_by_key(|at| (2 * at).abs_diff(word.len())));
    match place.and_then(|at| word.split_at_checked(at)) {
        Some((start, end)) => format!("{start}{SOFT_HYPHEN}{end}"),
        None => word.to_owned(),
    }
}

/// Tells whether a syllable could begin at a place: a consonant followed by a vowel, not torn from its pair.
fn is_syllable(word: &str, at: usize) -> bool {
    let letter = |place: usize| word.as_bytes().get(place).copied().unwrap_or_default().to_ascii_lowercase();
    let is_vowel = |place: usize| b"aeiouy".contains(&letter(place));
    let is_pair = [*b"ch", *b"sh", *b"th", *b"ph", *b"ck"].contains(&[letter(at - 1), letter(at)]);
    !is_vowel(at) && is_vowel(at + 1) && !is_pair
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_words_break_at_a_syllable_near_the_middle() {
        let check = |expected: &str| {
            assert_eq!(breakable(&expected.replace('|', "")), expected.replace('|', "\u{AD}"));
        };
        for expected in [
            "Accep|tance QA",
            "Busi|ness ana|lyst",
            "Archi|tect",
            "Secu|rity cham|pion",
            "desig|ner",
            "Team lead",
            "mana|ger",
            "plan|ner",
        ] {
            check(expected);
        }
        check("业务负责人");
        check("");
    }
}
