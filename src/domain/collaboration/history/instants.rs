//! Instants as tables of other systems write them.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use crate::domain::calendar::wall::WallTime;
use crate::domain::calendar::zone::Zone;
use crate::domain::collaboration::history::columns::DateOrder;

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Reads an instant as tables write it: `2026-01-31 09:05`, `2026/1/31 9:05:30`, `2026年1月31日 9:05`,
/// `31.01.2026 09:05`, `31/Jan/26 3:04 PM`, with or without an offset as in `2026-01-31T09:05:00+08:00`. A date without
/// a time of day is none: it could be off by a day.
#[must_use]
pub fn instant(text: &str, order: DateOrder, zone: Zone) -> Option<DateTime<Utc>> {
    let mut numbers: Vec<(u32, usize)> = Vec::new();
    let mut month = None;
    let mut half = None;
    let mut offset_s = None;
    let mut rest = text.trim();
    while let Some(letter) = rest.chars().next() {
        if letter.is_ascii_digit() {
            let end = rest.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(rest.len());
            let (digits, after) = rest.split_at_checked(end)?;
            rest = after;
            // Behind the seconds stand parts of them.
            if numbers.len() + usize::from(month.is_some()) < 6 {
                numbers.push((digits.parse().ok()?, digits.len()));
            }
        } else if letter.is_alphabetic() && letter.is_ascii() {
            let end = rest.find(|letter: char| !letter.is_ascii_alphabetic()).unwrap_or(rest.len());
            let (word, after) = rest.split_at_checked(end)?;
            rest = after;
            match word.to_ascii_lowercase().as_str() {
                "t" => (),
                "z" | "utc" | "gmt" => offset_s = Some(0),
                "am" => half = Some(0),
                "pm" => half = Some(12),
                word => {
                    let found = MONTHS.iter().position(|name| word.get(..3) == Some(name))?;
                    month = Some((found as u32 + 1, numbers.len()));
                }
            }
        } else if matches!(letter, '+' | '-' | '−') && 4 <= numbers.len() + usize::from(month.is_some()) {
            let (_, after) = rest.split_at_checked(letter.len_utf8())?;
            let digits: String = after.chars().filter(char::is_ascii_digit).collect();
            let is_offset = after.chars().all(|letter| letter.is_ascii_digit() || letter == ':');
            let minutes = match digits.len() {
                1 | 2 if is_offset => digits.parse::<i64>().ok()? * 60,
                4 if is_offset => {
                    digits.get(..2)?.parse::<i64>().ok()? * 60 + digits.get(2..)?.parse::<i64>().ok()?
                }
                _ => return None,
            };
            offset_s = Some(if letter == '+' { minutes * 60 } else { -minutes * 60 });
            rest = "";
        } else {
            let (mark, after) = rest.split_at_checked(letter.len_utf8())?;
            half = match (mark, half) {
                ("上", _) => Some(0),
                ("下", _) => Some(12),
                (_, half) => half,
            };
            rest = after;
        }
    }
    let (date, time) = dated(&numbers, month, order)?;
    let [hour, minute, second] = match time {
        [hour, minute] => [*hour, *minute, (0, 0)],
        [hour, minute, second] => [*hour, *minute, *second],
        _ => return None,
    }
    .map(|(number, _)| number);
    let hour = match half {
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some(half) => hour % 12 + half,
        None => hour,
    };
    if 60 <= minute || 60 <= second || 24 < hour {
        return None;
    }
    let wall = WallTime::new(u16::try_from(hour * 60 + minute).ok()?)?;
    let at = match offset_s {
        Some(offset) => {
            let midnight = date.and_hms_opt(0, 0, 0)?.and_utc();
            midnight + TimeDelta::minutes(wall.minutes().into()) - TimeDelta::seconds(offset)
        }
        None => zone.instant(date, wall),
    };
    Some(at + TimeDelta::seconds(second.into()))
}

/// Parts the numbers of a text into a date and the time behind it.
fn dated(
    numbers: &[(u32, usize)],
    month: Option<(u32, usize)>,
    order: DateOrder,
) -> Option<(NaiveDate, &[(u32, usize)])> {
    let full_year = |(year, digits): (u32, usize)| (digits == 4).then_some(year as i32);
    let (year, month, day, time) = match (numbers, month) {
        // Next to a month in letters, two digits behind it are the year.
        ([day, year, time @ ..], Some((month, 1))) => {
            let short = (year.1 == 2).then_some(2000 + year.0 as i32);
            (full_year(*year).or(short)?, month, day.0, time)
        }
        ([day, year, time @ ..], Some((month, 0))) => (full_year(*year)?, month, day.0, time),
        (_, Some(_)) => return None,
        ([year, month, day, time @ ..], None) if year.1 == 4 => (year.0 as i32, month.0, day.0, time),
        ([first, second, year, time @ ..], None) => {
            let (day, month) = match order {
                DateOrder::DayFirst => (first.0, second.0),
                DateOrder::MonthFirst => (second.0, first.0),
            };
            (full_year(*year)?, month, day, time)
        }
        _ => return None,
    };
    // What lies outside is a slip of the pen.
    let year = (1970..=2100).contains(&year).then_some(year)?;
    Some((NaiveDate::from_ymd_opt(year, month, day)?, time))
}
