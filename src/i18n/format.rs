//! Numbers, dates and amounts as people of a language write them.

use chrono::{Datelike, NaiveDate, Weekday};

use crate::domain::language::Language;
use crate::domain::money::{Currency, Money};

/// The sign for "no value".
pub const MISSING: &str = "—";

/// Writes a whole number with thousands separators.
#[must_use]
pub fn whole(value: i64) -> String {
    let digits = value.unsigned_abs().to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3 + 1);
    if value < 0 {
        out.push('−');
    }
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// Counts things in English: `1 goal`, `2 goals`.
#[must_use]
pub fn plural(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// Returns a label with the unit of what is filled in.
#[must_use]
pub fn in_unit(label: &str, unit: &str, language: Language) -> String {
    match language {
        Language::Zh => format!("{label}（{unit}）"),
        Language::En => format!("{label}, {unit}"),
    }
}

/// Returns the size of a number a little raised: what was meant as a half, but came out of a sum a trifle below it, is
/// rounded up everywhere alike.
fn halves_up(value: f64) -> f64 {
    value.abs() + 1e-9
}

/// Writes a number with at most `places` decimals, without trailing zeros, with thousands separators.
#[must_use]
pub fn number(value: f64, places: usize) -> String {
    let text = format!("{:.*}", places, halves_up(value));
    let (int, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let fraction = fraction.trim_end_matches('0');
    let int = whole(int.parse().unwrap_or(i64::MAX));
    let sign = if value < 0.0 && (int != "0" || !fraction.is_empty()) { "−" } else { "" };
    if fraction.is_empty() { format!("{sign}{int}") } else { format!("{sign}{int}.{fraction}") }
}

/// Writes a number with exactly `places` decimals.
#[must_use]
pub fn fixed(value: f64, places: usize) -> String {
    let text = format!("{:.*}", places, halves_up(value));
    let (int, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let int = whole(int.parse().unwrap_or(i64::MAX));
    let is_zero = int == "0" && fraction.bytes().all(|digit| digit == b'0');
    let sign = if value < 0.0 && !is_zero { "−" } else { "" };
    if fraction.is_empty() { format!("{sign}{int}") } else { format!("{sign}{int}.{fraction}") }
}

/// Writes a share in per cent, with at most `places` decimals.
#[must_use]
pub fn percent(value: f64, places: usize, language: Language) -> String {
    let gap = if language == Language::Zh { "" } else { " " };
    format!("{}{gap}%", number(value, places))
}

/// Writes a number or the sign for "no value".
#[must_use]
pub fn number_or_missing(value: Option<f64>, places: usize) -> String {
    value.map_or_else(|| MISSING.to_owned(), |value| number(value, places))
}

/// Writes a value with its unit.
#[must_use]
pub fn with_unit(value: f64, unit: &str) -> String {
    let number = number(value, 2);
    if unit.is_empty() { number } else { format!("{number} {unit}") }
}

/// Writes an amount with its currency sign; minor units only when there are any.
#[must_use]
pub fn money(amount: Money, currency: Currency) -> String {
    let places = if amount.0 % 100 == 0 { 0 } else { 2 };
    let text = fixed(amount.major().abs(), places);
    let sign = if amount.0 < 0 { "−" } else { "" };
    format!("{sign}{}{text}", currency.sign())
}

/// Writes what is known of a lowest and a highest amount.
#[must_use]
pub fn money_range(
    low: Option<Money>,
    high: Option<Money>,
    currency: Currency,
    language: Language,
) -> Option<String> {
    match (low, high) {
        (Some(low), Some(high)) => Some(range(&money(low, currency), &money(high, currency), language)),
        (one, other) => Some(money(one.or(other)?, currency)),
    }
}

/// Writes a date as 2026-03-01 in both languages.
#[must_use]
pub fn date(date: NaiveDate) -> String {
    date.to_string()
}

/// Writes a date or the sign for "no value".
#[must_use]
pub fn date_or_missing(value: Option<NaiveDate>) -> String {
    value.map_or_else(|| MISSING.to_owned(), date)
}

/// Writes a date inside a sentence: 11 月 18 日, or 18 Nov.
#[must_use]
pub fn day(date: NaiveDate, language: Language) -> String {
    match language {
        Language::Zh => format!("{} 月 {} 日", date.month(), date.day()),
        Language::En => format!("{} {}", date.day(), month_short(date.month() as u8, language)),
    }
}

/// Writes a month, short: 7 月, or Jul.
#[must_use]
pub fn month_short(month: u8, language: Language) -> String {
    const NAMES: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    match language {
        Language::Zh => format!("{month} 月"),
        Language::En => {
            NAMES.get(usize::from(month).saturating_sub(1)).copied().unwrap_or_default().to_owned()
        }
    }
}

/// Writes the day of the week, short.
#[must_use]
pub fn weekday(date: NaiveDate, language: Language) -> &'static str {
    let zh = language == Language::Zh;
    match date.weekday() {
        Weekday::Mon => {
            if zh {
                "周一"
            } else {
                "Mon"
            }
        }
        Weekday::Tue => {
            if zh {
                "周二"
            } else {
                "Tue"
            }
        }
        Weekday::Wed => {
            if zh {
                "周三"
            } else {
                "Wed"
            }
        }
        Weekday::Thu => {
            if zh {
                "周四"
            } else {
                "Thu"
            }
        }
        Weekday::Fri => {
            if zh {
                "周五"
            } else {
                "Fri"
            }
        }
        Weekday::Sat => {
            if zh {
                "周六"
            } else {
                "Sat"
            }
        }
        Weekday::Sun => {
            if zh {
                "周日"
            } else {
                "Sun"
            }
        }
    }
}

/// Writes a range with the dash of the language.
#[must_use]
pub fn range(low: &str, high: &str, language: Language) -> String {
    match language {
        Language::Zh => format!("{low}～{high}"),
        Language::En => format!("{low}–{high}"),
    }
}

/// Writes a span of minutes in the largest fitting unit: 15 min, 2 h, 1.5 h, 3 d.
#[must_use]
pub fn minutes(value: u32, language: Language) -> String {
    let zh = language == Language::Zh;
    let (amount, unit) = match value {
        0..60 => (f64::from(value), if zh { "分钟" } else { "min" }),
        60..2880 => (f64::from(value) / 60.0, if zh { "小时" } else { "h" }),
        _ => (f64::from(value) / 1440.0, if zh { "天" } else { "d" }),
    };
    format!("{} {unit}", number(amount, 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_are_rounded_up_however_they_came_about() {
        assert_eq!(fixed(58.65, 1), "58.7");
        assert_eq!(number(0.3 + 0.15, 1), "0.5");
        assert_eq!((fixed(-0.001, 2), fixed(-1.25, 1)), ("0.00".to_owned(), "−1.3".to_owned()));
    }

    #[test]
    fn numbers_carry_separators_and_no_idle_zeros() {
        assert_eq!(number(1_234_567.50, 2), "1,234,567.5");
        assert_eq!(number(-0.001, 2), "0");
        assert_eq!(number(-12.0, 1), "−12");
        assert_eq!(fixed(8.0, 1), "8.0");
        assert_eq!(money(Money(-123_456_700), Currency::Cny), "−¥1,234,567");
        assert_eq!(money(Money(5), Currency::Usd), "$0.05");
    }

    #[test]
    fn a_share_has_a_blank_before_its_sign_in_english_only() {
        assert_eq!(percent(88.55, 2, Language::Zh), "88.55%");
        assert_eq!(percent(88.55, 2, Language::En), "88.55 %");
    }

    #[test]
    fn minutes_take_the_largest_fitting_unit() {
        assert_eq!(minutes(15, Language::En), "15 min");
        assert_eq!(minutes(90, Language::Zh), "1.5 小时");
        assert_eq!(minutes(1440, Language::En), "24 h");
        assert_eq!(minutes(4320, Language::En), "3 d");
    }
}
