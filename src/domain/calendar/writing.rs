//! Working time as people write it: hours of a day in one line, days one below the other.

use chrono::NaiveDate;

use crate::domain::calendar::MakeupDay;
use crate::domain::calendar::wall::{NotATime, Span};

/// Reads the hours of a day: `09:00-12:00 13:00-18:00`, also with commas between the spans. Nothing written is closed.
///
/// # Errors
/// The first word that is no span.
pub fn read_hours(text: &str) -> Result<Vec<Span>, NotATime> {
    let is_gap = |letter: char| letter.is_whitespace() || [',', '，', '、', ';', '；'].contains(&letter);
    text.split(is_gap).filter(|word| !word.is_empty()).map(str::parse).collect()
}

/// Writes the hours of a day.
#[must_use]
pub fn write_hours(hours: &[Span]) -> String {
    hours.iter().map(Span::to_string).collect::<Vec<_>>().join(" ")
}

/// Reads dates one below the other.
///
/// # Errors
/// The first line that is no date.
pub fn read_dates(text: &str) -> Result<Vec<NaiveDate>, NotATime> {
    lines(text).map(|line| read_date(line).ok_or_else(|| NotATime(line.to_owned()))).collect()
}

/// Writes dates one below the other.
#[must_use]
pub fn write_dates(dates: &[NaiveDate]) -> String {
    dates.iter().map(NaiveDate::to_string).collect::<Vec<_>>().join("\n")
}

/// Reads make-up days one below the other: `2026-10-10 09:00-18:00`.
///
/// # Errors
/// The first line that is none.
pub fn read_makeup_days(text: &str) -> Result<Vec<MakeupDay>, NotATime> {
    let day = |line: &str| {
        let (date, hours) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        let wrong = || NotATime(line.to_owned());
        let hours = read_hours(hours).map_err(|_| wrong())?;
        Ok(MakeupDay { date: read_date(date).ok_or_else(wrong)?, hours })
    };
    lines(text).map(day).collect()
}

/// Writes make-up days one below the other.
#[must_use]
pub fn write_makeup_days(days: &[MakeupDay]) -> String {
    let day = |day: &MakeupDay| format!("{} {}", day.date, write_hours(&day.hours)).trim_end().to_owned();
    days.iter().map(day).collect::<Vec<_>>().join("\n")
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty())
}

/// Reads `2026-10-10`, also `2026/10/1` and `2026年10月1日`.
fn read_date(text: &str) -> Option<NaiveDate> {
    let mut parts = text.trim().trim_end_matches('日').split(['-', '/', '.', '年', '月']);
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let is_date = parts.next().is_none() && year.len() == 4;
    is_date.then(|| NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?))?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_read_again() {
        let hours = read_hours("9:00-12:00，13:00–18:00").unwrap();
        assert_eq!(write_hours(&hours), "09:00-12:00 13:00-18:00");
        assert_eq!((read_hours("  "), write_hours(&[])), (Ok(Vec::new()), String::new()));
        assert_eq!(read_hours("09:00-12:00 noon"), Err(NotATime("noon".into())));
        let dates = read_dates("2026-10-01\n\n 2026/10/2\n2026年10月3日").unwrap();
        assert_eq!(write_dates(&dates), "2026-10-01\n2026-10-02\n2026-10-03");
        assert_eq!(read_dates("2026-10-01\n2026-02-30"), Err(NotATime("2026-02-30".into())));
        let text = "2026-10-10 09:00-12:00 13:00-18:00\n2026-10-11";
        assert_eq!(write_makeup_days(&read_makeup_days(text).unwrap()), text);
        assert_eq!(read_makeup_days("10-10 09:00-18:00"), Err(NotATime("10-10 09:00-18:00".into())));
    }
}
