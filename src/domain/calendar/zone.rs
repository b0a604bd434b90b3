//! Time zones: from the clock on the wall to the instant and back, and when the clocks change.

use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeDelta, TimeZone, Utc};
use chrono_tz::{OffsetName, Tz};

use crate::domain::calendar::wall::WallTime;

/// A zone of the IANA database, release 2025b.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Zone(Tz);

/// One change of the clocks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClockChange {
    /// The first instant of the new time.
    pub at: DateTime<Utc>,
    /// The offset before, in seconds east of Greenwich.
    pub offset_before: i32,
    /// The offset from then on.
    pub offset_after: i32,
    /// What the new time is called, for example `CEST`, where it has letters.
    pub name: Option<String>,
}

impl ClockChange {
    /// Returns what the old time shows at that instant.
    #[must_use]
    pub fn wall_before(&self) -> NaiveDateTime {
        self.at.naive_utc() + TimeDelta::seconds(self.offset_before.into())
    }
}

impl Zone {
    /// Finds a zone by its name, with or without the right capital letters.
    #[must_use]
    pub fn find(name: &str) -> Option<Self> {
        let name = name.trim();
        let alike = || chrono_tz::TZ_VARIANTS.into_iter().find(|zone| zone.name().eq_ignore_ascii_case(name));
        name.parse().ok().or_else(alike).map(Self)
    }

    /// Lists the names of all zones in the order of letters.
    pub fn names() -> impl Iterator<Item = &'static str> {
        chrono_tz::TZ_VARIANTS.into_iter().map(Tz::name)
    }

    /// Returns the name.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.0.name()
    }

    /// Returns the offset at an instant, in seconds east of Greenwich.
    #[must_use]
    pub fn offset(self, at: DateTime<Utc>) -> i32 {
        self.0.offset_from_utc_datetime(&at.naive_utc()).fix().local_minus_utc()
    }

    /// Returns the local date at an instant.
    #[must_use]
    pub fn date(self, at: DateTime<Utc>) -> NaiveDate {
        self.wall(at).date()
    }

    /// Returns what the clock on the wall shows at an instant.
    #[must_use]
    pub fn wall(self, at: DateTime<Utc>) -> NaiveDateTime {
        at.with_timezone(&self.0).naive_local()
    }

    /// Returns the instant of a time of day. One that occurs twice is the first; one that is skipped moves forward by
    /// the gap.
    #[must_use]
    pub fn instant(self, date: NaiveDate, time: WallTime) -> DateTime<Utc> {
        let wall = date.and_time(NaiveTime::MIN) + TimeDelta::minutes(time.minutes().into());
        match self.0.from_local_datetime(&wall).earliest() {
            Some(at) => at.to_utc(),
            // The offset before the gap, applied to the skipped time, gives the time moved on by the gap.
            None => {
                let before = self.0.from_local_datetime(&(wall - Days::new(1))).earliest();
                let offset = before.map_or(0, |at| at.offset().fix().local_minus_utc());
                (wall - TimeDelta::seconds(offset.into())).and_utc()
            }
        }
    }

    /// Lists the changes of the clocks after one instant and up to another, earliest first.
    #[must_use]
    pub fn changes(self, after: DateTime<Utc>, until: DateTime<Utc>) -> Vec<ClockChange> {
        let mut changes = Vec::new();
        let mut known = after;
        while known < until {
            // Two changes within five days would cancel each other out; Morocco's, the closest, are a month apart.
            let next = (known + TimeDelta::days(5)).min(until);
            if self.offset(known) != self.offset(next) {
                changes.push(self.change_between(known, next));
            }
            known = next;
        }
        changes
    }

    fn change_between(self, before: DateTime<Utc>, after: DateTime<Utc>) -> ClockChange {
        let (offset_before, offset_after) = (self.offset(before), self.offset(after));
        let (mut low, mut high) = (before.timestamp(), after.timestamp());
        while low + 1 < high {
            let middle = low.midpoint(high);
            if self.offset(instant(middle)) == offset_before { low = middle } else { high = middle }
        }
        let at = instant(high);
        let offset = self.0.offset_from_utc_datetime(&at.naive_utc());
        let is_letters = |name: &&str| name.chars().all(|letter| letter.is_ascii_alphabetic());
        let name = offset.abbreviation().filter(is_letters).map(str::to_owned);
        ClockChange { at, offset_before, offset_after, name }
    }
}

/// Returns the instant so many seconds after the start of 1970.
#[must_use]
pub fn instant(seconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(seconds, 0).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(zone: &str, date: &str, time: &str, expected: &str) {
        let zone = Zone::find(zone).unwrap();
        let at = zone.instant(date.parse().unwrap(), WallTime::parse(time).unwrap());
        assert_eq!(at.format("%FT%TZ").to_string(), expected, "{} {date} {time}", zone.name());
    }

    #[test]
    fn a_skipped_time_moves_forward_and_a_doubled_one_is_the_first() {
        check("Europe/Berlin", "2026-03-29", "01:59", "2026-03-29T00:59:00Z");
        check("Europe/Berlin", "2026-03-29", "02:30", "2026-03-29T01:30:00Z");
        check("Europe/Berlin", "2026-03-29", "03:30", "2026-03-29T01:30:00Z");
        check("Europe/Berlin", "2026-10-25", "02:30", "2026-10-25T00:30:00Z");
        check("Europe/Berlin", "2026-10-25", "03:00", "2026-10-25T02:00:00Z");
        check("Asia/Shanghai", "2026-12-31", "24:00", "2026-12-31T16:00:00Z");
        // Half an hour of summer time.
        check("Australia/Lord_Howe", "2026-10-04", "02:15", "2026-10-03T15:45:00Z");
        // Clocks that change at midnight: the end of the day before and the start of the day are one instant.
        check("Africa/Cairo", "2026-04-23", "24:00", "2026-04-23T22:00:00Z");
        check("Africa/Cairo", "2026-04-24", "00:30", "2026-04-23T22:30:00Z");
        check("America/Santiago", "2026-04-04", "23:30", "2026-04-05T02:30:00Z");
        check("America/Santiago", "2026-04-04", "24:00", "2026-04-05T04:00:00Z");
    }

    #[test]
    fn the_changes_of_a_year_are_found_to_the_second() {
        let changes = |name: &str| {
            let year = |year| NaiveDate::from_ymd_opt(year, 1, 1).unwrap().and_time(NaiveTime::MIN).and_utc();
            let zone = Zone::find(name).unwrap();
            let show = |change: ClockChange| {
                let hours = f64::from(change.offset_after) / 3600.0;
                format!("{} {hours} {}", change.at.format("%FT%T"), change.name.unwrap_or_default())
            };
            zone.changes(year(2026), year(2027)).into_iter().map(show).collect::<Vec<_>>()
        };
        assert_eq!(changes("Europe/Berlin"), ["2026-03-29T01:00:00 2 CEST", "2026-10-25T01:00:00 1 CET"]);
        assert_eq!(changes("America/New_York"), ["2026-03-08T07:00:00 -4 EDT", "2026-11-01T06:00:00 -5 EST"]);
        assert_eq!(changes("Asia/Kolkata"), [""; 0]);
        assert_eq!(changes("Africa/Casablanca"), ["2026-02-15T02:00:00 0 ", "2026-03-22T02:00:00 1 "]);
    }

    #[test]
    fn a_zone_is_found_whatever_its_capitals() {
        assert_eq!(Zone::find(" asia/shanghai ").map(Zone::name), Some("Asia/Shanghai"));
        assert_eq!(Zone::find("Asia/Calcutta").map(Zone::name), Some("Asia/Calcutta"));
        assert_eq!((Zone::find(""), Zone::find("Beijing")), (None, None));
        assert!(Zone::names().all(|name| Zone::find(name).is_some_and(|zone| zone.name() == name)));
    }
}
