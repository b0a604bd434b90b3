//! The time on the clock on the wall, to the minute.

use std::fmt;
use std::str::FromStr;

use decode::Decode;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A time of day from `00:00` to `24:00`, which is midnight at the end of the day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(with = "String"))]
#[serde(try_from = "String", into = "String")]
pub struct WallTime(u16);

/// Noon.
pub const NOON: WallTime = WallTime(12 * 60);

/// Says that a text is not a time of day.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("not a time of day in the form 09:30: {0}")]
pub struct NotATime(pub String);

impl WallTime {
    /// Makes a time of so many minutes after midnight, at most 1440.
    #[must_use]
    pub fn new(minutes: u16) -> Option<Self> {
        (minutes <= 24 * 60).then_some(Self(minutes))
    }

    /// Reads `09:30`, also `9:30` and `9：30`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (hour, minute) = text.trim().split_once([':', '：'])?;
        let number = |part: &str| {
            let is_number = part.len() <= 2 && part.chars().all(|digit| digit.is_ascii_digit());
            is_number.then(|| part.parse::<u16>().ok())?
        };
        let (hour, minute) = (number(hour)?, number(minute)?);
        (minute < 60).then(|| Self::new(hour * 60 + minute))?
    }

    /// Returns the minutes after midnight.
    #[must_use]
    pub const fn minutes(self) -> u16 {
        self.0
    }
}

impl fmt::Display for WallTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

impl TryFrom<String> for WallTime {
    type Error = NotATime;
    fn try_from(text: String) -> Result<Self, NotATime> {
        Self::parse(&text).ok_or(NotATime(text))
    }
}

impl From<WallTime> for String {
    fn from(time: WallTime) -> Self {
        time.to_string()
    }
}

/// A span between two times of day. The end does not belong to it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Span {
    /// When it starts.
    pub from: WallTime,
    /// When it ends. Where a span may go on after midnight, an end not after the start is that of the next day.
    pub until: WallTime,
}

impl Span {
    /// From midnight to midnight.
    pub const WHOLE_DAY: Self = Self { from: WallTime(0), until: WallTime(24 * 60) };
}

impl FromStr for Span {
    type Err = NotATime;
    /// Reads `09:00-17:30`, also with `–` or `~`.
    fn from_str(text: &str) -> Result<Self, NotATime> {
        let read = || {
            let (from, until) = text.split_once(['-', '–', '~', '～'])?;
            Some(Self { from: WallTime::parse(from)?, until: WallTime::parse(until)? })
        };
        read().ok_or_else(|| NotATime(text.to_owned()))
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.from, self.until)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_read_as_people_write_it() {
        let read = |text: &str| WallTime::parse(text).map(|time| time.to_string());
        assert_eq!(read("9:05").as_deref(), Some("09:05"));
        assert_eq!(read(" 24:00 ").as_deref(), Some("24:00"));
        assert_eq!(read("18：30").as_deref(), Some("18:30"));
        for wrong in ["24:01", "25:00", "9:60", "9", "-1:00", "+1:00", "９:00", "999:00", ":", ""] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
        assert_eq!("9:00 ~ 17:30".parse::<Span>().unwrap().to_string(), "09:00-17:30");
        assert!("9:00".parse::<Span>().is_err());
    }
}
