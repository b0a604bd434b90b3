//! Words in lines of a width, measured as all words of charts are.

use crate::charts::LABEL;
use crate::charts::picture::estimate;

/// From one line to the next.
pub const LINE: i32 = 18;

/// Returns the width of words on one line.
pub fn width(words: &str) -> i32 {
    estimate(words, LABEL).0 as i32
}

/// Tells whether a line may be broken before a letter: Chinese is broken between any two signs, but no line begins with
/// a sign that ends something.
fn may_break(before: char, next: char) -> bool {
    let is_wide = |letter: char| '\u{2E80}' <= letter;
    let ends = "，。、；：！？）》」”’…,.;:!?)";
    before == ' ' || (is_wide(before) || is_wide(next)) && !ends.contains(next) && next != ' '
}

/// Breaks words into lines of a width, at most so many; what does not fit is cut off.
pub fn wrapped(words: &str, room: u32, most: usize) -> Vec<String> {
    let fits = |line: &str| estimate(line.trim_end(), LABEL).0 <= room;
    let mut pieces: Vec<String> = Vec::new();
    let mut before = ' ';
    for (place, letter) in
        words.trim().chars().map(|letter| if letter.is_whitespace() { ' ' } else { letter }).enumerate()
    {
        match pieces.last_mut() {
            // A word longer than a line is broken where the line ends.
            Some(piece) if place > 0 && !may_break(before, letter) && fits(&format!("{piece}{letter}")) => {
                piece.push(letter)
            }
            _ => pieces.push(letter.to_string()),
        }
        before = letter;
    }
    let mut lines: Vec<String> = Vec::new();
    for piece in pieces {
        match lines.last_mut() {
            Some(line) if fits(&format!("{line}{piece}")) => line.push_str(&piece),
            _ => lines.push(piece),
        }
    }
    if most < lines.len() {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            while !last.is_empty() && !fits(&format!("{last}…")) {
                last.pop();
            }
            last.push('…');
        }
    }
    lines.iter().map(|line| line.trim_end().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(words: &str, room: u32, most: usize, lines: &[&str]) {
        assert_eq!(wrapped(words, room, most), lines);
    }

    #[test]
    fn lines_break_between_words_and_between_signs() {
        check("", 100, 3, &[]);
        check("check the order", 80, 3, &["check the", "order"]);
        check("核对订单，再退款", 55, 3, &["核对订", "单，再退", "款"]);
        check("incomprehensibilities", 60, 2, &["incompre", "hensibi…"]);
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_its_room(words in "[a-z,。 订单]{0,60}", room in 30_u32..200) {
            for line in wrapped(&words, room, 4) {
                prop_assert!(width(&line) as u32 <= room, "{line}");
            }
        }
    }
}
