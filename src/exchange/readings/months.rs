//! Months as tables write them: alone, or as any day of them.

use chrono::NaiveDate;

use crate::domain::collaboration::history::columns::DateOrder;
use crate::domain::period::Month;

const NAMES: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Reads `2026-03`, `2026/3/31`, `2026年3月`, `03/2026`, `31.03.2026`, `Mar 2026`, `202603` and the like. Years have four
/// digits, beside a month in letters also two; others are a slip of the pen.
#[must_use]
pub fn month(text: &str, order: DateOrder) -> Option<Month> {
    let mut numbers: Vec<(i32, usize)> = Vec::new();
    let mut named = None;
    let mut rest = text.trim();
    while let Some(letter) = rest.chars().next() {
        let is_part: fn(char) -> bool = match letter {
            '0'..='9' => |letter| letter.is_ascii_digit(),
            letter if letter.is_ascii_alphabetic() => |letter| letter.is_ascii_alphabetic(),
            letter if letter.is_alphabetic() && !"年月日号".contains(letter) => return None,
            _ => {
                rest = rest.get(letter.len_utf8()..)?;
                continue;
            }
        };
        let end = rest.find(|letter| !is_part(letter)).unwrap_or(rest.len());
        let (part, behind) = rest.split_at_checked(end)?;
        rest = behind;
        if letter.is_ascii_digit() {
            numbers.push((part.parse().ok()?, part.len()));
        } else if part.eq_ignore_ascii_case("t") && 3 <= numbers.len() {
            // The time of day that follows is not asked for.
            break;
        } else {
            let known = part.to_ascii_lowercase();
            let is_known = |name: &&str| known.get(..3) == Some(*name) && known.len() <= 9;
            named = Some(NAMES.iter().position(is_known)? as i32 + 1);
        }
    }
    let (year, month, day) = parts(&numbers, named, order)?;
    let is_day = NaiveDate::from_ymd_opt(year, month.try_into().ok()?, day.try_into().ok()?).is_some();
    Month::new(year, month.try_into().ok()?).filter(|_| is_day && (1900..2200).contains(&year))
}

/// Tells whether a text names a quarter, for example `2027Q3`, `Q3 2027` or `2027年第3季度`.
#[must_use]
pub fn is_quarter(text: &str) -> bool {
    let text = text.trim().to_lowercase();
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let letters: String = text.chars().filter(|letter| letter.is_alphabetic()).collect();
    match letters.as_str() {
        "q" | "quarter" | "年第季度" | "年季度" => digits == 5,
        other => digits == 4 && other.starts_with("年") && other.ends_with("季度"),
    }
}

/// Returns the year, the month and a day of it.
fn parts(numbers: &[(i32, usize)], named: Option<i32>, order: DateOrder) -> Option<(i32, i32, i32)> {
    let is_year = |number: (i32, usize)| number.1 == 4;
    Some(match (numbers, named) {
        ([year], Some(month)) if is_year(*year) => (year.0, month, 1),
        ([year], Some(month)) if year.1 == 2 => (2000 + year.0, month, 1),
        ([day, year, ..], Some(month)) if is_year(*year) => (year.0, month, day.0),
        ([year, day, ..], Some(month)) if is_year(*year) => (year.0, month, day.0),
        ([day, year], Some(month)) if year.1 == 2 => (2000 + year.0, month, day.0),
        ([whole], None) if whole.1 == 6 => (whole.0 / 100, whole.0 % 100, 1),
        ([whole], None) if whole.1 == 8 => (whole.0 / 10_000, whole.0 / 100 % 100, whole.0 % 100),
        ([year, month], None) if is_year(*year) && month.1 <= 2 => (year.0, month.0, 1),
        ([month, year], None) if is_year(*year) && month.1 <= 2 => (year.0, month.0, 1),
        ([year, month, day, ..], None) if is_year(*year) => (year.0, month.0, day.0),
        ([first, second, year, ..], None) if is_year(*year) => match order {
            DateOrder::DayFirst => (year.0, second.0, first.0),
            DateOrder::MonthFirst => (year.0, first.0, second.0),
        },
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_quarter_is_known_and_is_no_month() {
        for text in ["2027Q3", "Q3 2027", "2027-Q3", "2027年第3季度", "2027年第三季度"] {
            assert!(is_quarter(text), "{text}");
            assert_eq!(month(text, DateOrder::DayFirst), None, "{text}");
        }
        assert!(!is_quarter("2027-03") && !is_quarter("soon"));
    }

    #[test]
    fn a_month_is_read_however_it_is_written() {
        let march = Month::parse("2026-03");
        for text in [
            "2026-03",
            "2026/3",
            "2026.03",
            "2026年3月",
            "03/2026",
            "3-2026",
            "2026-03-31",
            "2026/3/1",
            "2026年3月31日",
            "31.03.2026",
            "31/03/2026",
            "Mar 2026",
            "March 2026",
            "2026 mar",
            "Mar-26",
            "31-Mar-2026",
            "31 March 26",
            "202603",
            "20260331",
            "2026-03-31 00:00:00",
            "2026-03-01T08:00:00Z",
        ] {
            assert_eq!(month(text, DateOrder::DayFirst), march, "{text}");
        }
        assert_eq!(month("03/31/2026", DateOrder::MonthFirst), march);
    }

    #[test]
    fn what_is_no_month_is_none() {
        for text in
            ["", "26-03", "2026-13", "1.5", "31/31/2026", "K-1 2026-03", "合计", "2026", "0026-03", "Q1 2026"]
        {
            assert_eq!(month(text, DateOrder::DayFirst), None, "{text}");
        }
        assert_eq!(month("03/31/2026", DateOrder::DayFirst), None);
    }

    proptest! {
        #[test]
        fn any_text_is_a_month_or_none(text in "\\PC{0,20}") {
            let _ = month(&text, DateOrder::DayFirst);
        }
    }
}
