//! Days and hours as people type or paste them.

use chrono::{Datelike, NaiveDate};

use crate::domain::calendar::wall::Span;
use decision::order;

/// How many days one line may stand for.
const LONGEST_RUN: i64 = 366;

/// A line that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// Which line it is, from 1; of hours, which span.
    pub line: usize,
    /// What stands there.
    pub text: String,
}

/// Reads days, one or a run of them a line: `2026-10-01`, `2026/10/1 National Day`, `2026年10月1日`, `20261001`,
/// `2026-10-01 – 2026-10-07`, `2026-10-01~10-07`. Words after a date are left aside. Returns the days in order, each
/// once, and the lines that could not be read.
#[must_use]
pub fn read_days(text: &str) -> (Vec<NaiveDate>, Vec<Unread>) {
    let (mut days, mut unread) = (Vec::new(), Vec::new());
    for (place, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        match run(line.trim()) {
            Some((first, last)) => days.extend(first.iter_days().take_while(|day| *day <= last)),
            None => unread.push(Unread { line: place + 1, text: line.trim().to_owned() }),
        }
    }
    order::sort_by_key(&mut days, |day| *day);
    days.dedup();
    (days, unread)
}

/// Writes days as [`read_days`] reads them, those that follow each other as one run.
#[must_use]
pub fn write_days(days: &[NaiveDate]) -> String {
    let mut runs: Vec<(NaiveDate, NaiveDate)> = Vec::new();
    for day in days {
        match runs.last_mut() {
            Some((_, last)) if last.succ_opt() == Some(*day) => *last = *day,
            _ => runs.push((*day, *day)),
        }
    }
    let written = runs.iter().map(|(first, last)| match first == last {
        true => first.to_string(),
        false => format!("{first} ~ {last}"),
    });
    written.collect::<Vec<_>>().join("\n")
}

fn run(line: &str) -> Option<(NaiveDate, NaiveDate)> {
    let (first, rest) = leading_date(line)?;
    let rest = rest.trim_start();
    let dashes = ["..", "-", "–", "—", "~", "～", "至", "到", "to "];
    let Some(end) = dashes.iter().find_map(|dash| rest.strip_prefix(dash)) else {
        return Some((first, first));
    };
    let end = end.trim_start_matches(['-', '.', ' ', '\t']);
    let last = match (leading_date(end), end.starts_with(|letter: char| letter.is_ascii_digit())) {
        (Some((last, _)), _) => last,
        // The end of a run may leave out the year.
        (None, true) => leading_date(&format!("{}-{end}", first.year()))?.0,
        // A dash before a name.
        (None, false) => first,
    };
    (0..LONGEST_RUN).contains(&(last - first).num_days()).then_some((first, last))
}

/// Reads the date a text begins with, and returns what follows it.
fn leading_date(text: &str) -> Option<(NaiveDate, &str)> {
    let (year, rest) = digits(text, 4)?;
    let marked = |text: &'_ str| -> Option<usize> {
        text.chars().next().filter(|mark| ['-', '/', '.', '年', '月'].contains(mark)).map(char::len_utf8)
    };
    let (month, day, rest) = match marked(rest) {
        Some(mark) => {
            let (month, rest) = digits(rest.get(mark..)?, 2)?;
            let (day, rest) = digits(rest.get(marked(rest)?..)?, 2)?;
            (month, day, rest.strip_prefix(['日', '号']).unwrap_or(rest))
        }
        None => {
            let (together, rest) = digits(rest, 4)?;
            (together / 100, together % 100, rest)
        }
    };
    // A longer number is something else.
    let is_end = !rest.starts_with(|letter: char| letter.is_ascii_digit());
    NaiveDate::from_ymd_opt(year as i32, month, day)
        .filter(|_| is_end && 1000 <= year)
        .map(|date| (date, rest))
}

/// Reads up to so many digits.
fn digits(text: &str, most: usize) -> Option<(u32, &str)> {
    let n_digits = text.bytes().take(most).take_while(u8::is_ascii_digit).count();
    let (number, rest) = text.split_at_checked(n_digits)?;
    Some((number.parse().ok()?, rest))
}

/// Reads spans of a day: `09:00-12:00, 13:00-18:00`. Returns them, and those that could not be read.
#[must_use]
pub fn read_spans(text: &str) -> (Vec<Span>, Vec<Unread>) {
    let (mut spans, mut unread) = (Vec::new(), Vec::new());
    let parts = text.split([',', '，', '、', ';', '；', '\n']).map(str::trim).filter(|part| !part.is_empty());
    for (place, part) in parts.enumerate() {
        match part.parse() {
            Ok(span) => spans.push(span),
            Err(_) => unread.push(Unread { line: place + 1, text: part.to_owned() }),
        }
    }
    (spans, unread)
}

/// Writes spans as [`read_spans`] reads them.
#[must_use]
pub fn write_spans(spans: &[Span]) -> String {
    spans.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(text: &str, expected: &str) {
        let (days, unread) = read_days(text);
        let unread: Vec<_> = unread.iter().map(|one| format!("{}: {}", one.line, one.text)).collect();
        assert_eq!(
            format!("{} | {}", write_days(&days).replace('\n', ", "), unread.join(", ")),
            expected,
            "{text}"
        );
    }

    #[test]
    fn days_are_read_as_people_paste_them() {
        check(
            "2026-10-01\n\n2026/1/1 New Year\n2026年5月1日 劳动节\n20261225",
            "2026-01-01, 2026-05-01, 2026-10-01, 2026-12-25 | ",
        );
        check("2026-10-01 – 2026-10-03\n2026-10-03~10-05 国庆", "2026-10-01 ~ 2026-10-05 | ");
        check("2026.12.30 至 2027.1.2", "2026-12-30 ~ 2027-01-02 | ");
        check("2026-12-25 - Christmas", "2026-12-25 | ");
    }

    #[test]
    fn what_is_no_day_is_said_with_its_line() {
        check(
            "2026-02-30\n2026-01-01\nMonday\n2026-05-03 – 2026-05-01\n2026-01-012",
            "2026-01-01 | 1: 2026-02-30, 3: Monday, 4: 2026-05-03 – 2026-05-01, 5: 2026-01-012",
        );
        check(
            "2026-01-01 – 2036-01-01\n202-1-1\n2026-10-01~10-42",
            " | 1: 2026-01-01 – 2036-01-01, 2: 202-1-1, 3: 2026-10-01~10-42",
        );
    }

    #[test]
    fn hours_are_read_with_their_breaks() {
        let (spans, unread) = read_spans("9:00-12:00，13:00–18:00; 25:00-26:00");
        assert_eq!(write_spans(&spans), "09:00-12:00, 13:00-18:00");
        assert_eq!(unread, [Unread { line: 3, text: "25:00-26:00".into() }]);
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(days in prop::collection::btree_set(0_u64..800, 0..80), noise in "\\PC{0,40}") {
            let first: NaiveDate = "2026-01-01".parse().unwrap();
            let days: Vec<_> = days.into_iter().map(|day| first + chrono::Days::new(day)).collect();
            // A run is read up to a year.
            let runs_are_short = days.windows(366).all(|run| (run[365] - run[0]).num_days() > 365);
            prop_assert!(!runs_are_short || read_days(&write_days(&days)) == (days, Vec::new()));
            let _ = (read_days(&noise), read_spans(&noise));
        }
    }
}
