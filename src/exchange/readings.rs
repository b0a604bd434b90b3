//! Figures of indicators from tables of elsewhere: numbers, months, and what the columns hold.

pub mod history;
pub mod mapping;
pub mod months;
pub mod plan;

use crate::domain::performance::Reading;

/// Which sign stands before the fraction of a number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Decimal {
    /// `1,234.56`.
    #[default]
    Point,
    /// `1.234,56`.
    Comma,
}

impl Decimal {
    /// Both ways, in the order of choice lists.
    pub const ALL: [Self; 2] = [Self::Point, Self::Comma];

    /// Guesses from some cells how their numbers are written; what could be either counts for neither.
    #[must_use]
    pub fn guess<'a>(cells: impl Iterator<Item = &'a str>) -> Self {
        let (mut points, mut commas) = (0, 0);
        for cell in cells {
            match [Self::Point, Self::Comma].map(|decimal| decimal.read(cell).is_some()) {
                [true, false] => points += 1,
                [false, true] => commas += 1,
                _ => (),
            }
        }
        if points < commas { Self::Comma } else { Self::Point }
    }

    /// Reads a number written in this way.
    #[must_use]
    pub fn read(self, text: &str) -> Option<f64> {
        match self {
            Self::Point => parse_number(text),
            Self::Comma => parse_number(&text.chars().map(turned).collect::<String>()),
        }
    }
}

/// Puts a comma for a point and a point for a comma.
const fn turned(letter: char) -> char {
    match half_width(letter) {
        ',' => '.',
        '.' => ',',
        other => other,
    }
}

/// Reads one figure: a number as tables write it, with either sign before its fraction; a word for "no events", or nothing.
#[allow(clippy::result_unit_err)]
pub fn parse_reading(text: &str) -> Result<Option<Reading>, ()> {
    let text: String = text.trim().chars().map(half_width).collect();
    if text.is_empty() {
        return Ok(None);
    }
    if is_no_events(&text) {
        return Ok(Some(Reading::NoEvents));
    }
    let decimal = Decimal::guess(std::iter::once(text.as_str()));
    decimal.read(&text).map(|value| Some(Reading::Value(value))).ok_or(())
}

/// Tells whether a text says that nothing happened.
#[must_use]
pub fn is_no_events(text: &str) -> bool {
    const WORDS: [&str; 10] = ["n/a", "na", "-", "—", "–", "无", "無", "no events", "无事件", "没有事件"];
    let text: String = text.trim().chars().map(half_width).collect();
    WORDS.contains(&text.to_lowercase().as_str())
}

/// Reads a number with a percent sign, a unit behind it, thousands separators or full-width digits.
#[must_use]
pub fn parse_number(text: &str) -> Option<f64> {
    let text: String = text.trim().chars().map(half_width).collect();
    let text = text.replace('−', "-");
    let body = text.trim_end_matches(['%', '‰']).trim_end();
    // Commas and spaces stand between groups of three before the point and nowhere else: `1,5` and `1.234,56` are not
    // read as some other number.
    let (whole, rest) = body.split_once('.').map_or((body, None), |(whole, rest)| (whole, Some(rest)));
    let is_separator = |letter: char| matches!(letter, ',' | ' ' | '\u{a0}' | '\u{202f}');
    if rest.is_some_and(|rest| rest.contains(is_separator)) {
        return None;
    }
    let is_grouped = whole.contains(is_separator)
        && whole.trim_start_matches('-').split(is_separator).enumerate().all(|(place, group)| {
            group.chars().all(|digit| digit.is_ascii_digit())
                && if place == 0 { (1..=3).contains(&group.len()) } else { group.len() == 3 }
        });
    let plain = if is_grouped { body.replace(is_separator, "") } else { body.to_owned() };
    let is_plain = plain.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, '-' | '.' | '+'));
    plain.parse::<f64>().ok().filter(|value| is_plain && value.is_finite())
}

const fn half_width(letter: char) -> char {
    match letter {
        '０'..='９' => (b'0' + (letter as u32 - '０' as u32) as u8) as char,
        '．' | '。' => '.',
        '，' => ',',
        '％' => '%',
        '－' => '-',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn only_numbers_are_numbers() {
        assert_eq!(parse_number("1,234"), Some(1234.0));
        assert_eq!(parse_number("12,34"), None);
        assert_eq!(parse_number("69k"), None);
        assert_eq!(parse_number("inf"), None);
        assert_eq!(parse_number("−3.5 %"), Some(-3.5));
        assert_eq!(parse_number("1 234 567.5"), Some(1_234_567.5));
        for other in ["1.234,56", "12.5,3", "12 5", "1,5", "1.2 3"] {
            assert_eq!(parse_number(other), None, "{other}");
        }
    }

    #[test]
    fn a_figure_is_typed_as_it_is_pasted() {
        let value = |text: &str| parse_reading(text).unwrap().and_then(Reading::value);
        assert_eq!(
            ["96,5", "96.5", "1,234", "1.234,56 %", ""].map(value),
            [Some(96.5), Some(96.5), Some(1234.0), Some(1234.56), None]
        );
        assert_eq!((parse_reading("n/a"), parse_reading("abc")), (Ok(Some(Reading::NoEvents)), Err(())));
    }

    #[test]
    fn a_table_says_by_its_numbers_how_they_are_written() {
        let guess = |cells: &[&str]| Decimal::guess(cells.iter().copied());
        assert_eq!(guess(&["1.234,56", "12,5", "7"]), Decimal::Comma);
        assert_eq!(guess(&["1,234", "2,345", "n/a"]), Decimal::Point);
        assert_eq!(guess(&["1.234", "0.5", "12,345"]), Decimal::Point);
        assert_eq!(Decimal::Comma.read("1.234,56"), Some(1234.56));
        assert_eq!(Decimal::Comma.read("95，5 %"), Some(95.5));
        assert_eq!(Decimal::Comma.read("95.5"), None);
    }

    #[test]
    fn a_dash_of_any_width_says_that_nothing_happened() {
        for text in ["-", "－", " – ", "N/A", "无"] {
            assert!(is_no_events(text), "{text}");
        }
        assert!(!is_no_events("－3") && !is_no_events(""));
    }

    proptest! {
        #[test]
        fn a_number_is_the_same_in_both_ways(whole in 0_u32..9_999_999, fraction in 0_u32..100) {
            let grouped = |mark: char| {
                let digits = whole.to_string();
                let mut out = String::new();
                for (place, digit) in digits.chars().enumerate() {
                    if place > 0 && (digits.len() - place).is_multiple_of(3) {
                        out.push(mark);
                    }
                    out.push(digit);
                }
                out
            };
            let value = format!("{whole}.{fraction:02}").parse::<f64>().ok();
            prop_assert_eq!(Decimal::Point.read(&format!("{}.{fraction:02}", grouped(','))), value);
            prop_assert_eq!(Decimal::Comma.read(&format!("{},{fraction:02}", grouped('.'))), value);
        }
    }
}
