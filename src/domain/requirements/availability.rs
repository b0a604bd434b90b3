//! Availability and the downtime it allows, and how many events a target needs before one miss is allowed.
//!
//! Availability = (base − downtime) / base; the base is the period without what is excluded. Targets are parts per
//! million: 999 000 is 99.9 %.

use crate::domain::requirements::{Bound, SlaLine};
use crate::domain::share::is_percent;

/// One whole in parts per million.
pub const WHOLE_PPM: u32 = 1_000_000;

/// The span a target speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// 30 days of 24 hours.
    Month30d,
    /// A twelfth of a year of 8760 hours.
    Month730h,
    /// 365 days.
    Year365d,
    /// So many minutes.
    Minutes(i64),
    /// Between two instants, in seconds; a calendar month lies between the local midnights of two firsts.
    Between(i64, i64),
}

impl Period {
    /// The usual ones, in the order they are offered.
    pub const USUAL: [Self; 3] = [Self::Month30d, Self::Month730h, Self::Year365d];

    /// Returns how long it is, in seconds.
    #[must_use]
    pub const fn seconds(self) -> i64 {
        match self {
            Self::Month30d => 30 * 24 * 3600,
            Self::Month730h => 730 * 3600,
            Self::Year365d => 365 * 24 * 3600,
            Self::Minutes(minutes) => minutes * 60,
            Self::Between(from, until) => until - from,
        }
    }
}

/// Returns the share a service level wants at least, in parts per million; nothing where it wants none.
#[must_use]
pub fn share(line: &SlaLine) -> Option<u32> {
    let is_share = is_percent(&line.unit) && line.bound == Bound::AtLeast;
    ppm(line.target.filter(|_| is_share)?)
}

/// Tells whether a share is one of time, by the words of its measure and its definition; else it is one of events.
#[must_use]
pub fn is_of_time(line: &SlaLine) -> bool {
    // Not "在线" and "online" alone: they are said of chats as well.
    const WORDS: [&str; 8] =
        ["可用率", "可用性", "可用时间", "在线率", "停机", "uptime", "downtime", "availability"];
    let said = format!("{} {}", line.measure, line.definition).to_lowercase();
    WORDS.iter().any(|word| said.contains(word))
}

/// Reads a target in percent, where it is one.
#[must_use]
pub fn ppm(percent: f64) -> Option<u32> {
    (0.0..=100.0).contains(&percent).then(|| (percent * 10_000.0).round() as u32)
}

/// Returns the downtime a target allows, in seconds.
#[must_use]
pub fn allowed_downtime(base_s: i64, target_ppm: u32) -> f64 {
    let missing = i128::from(WHOLE_PPM) - i128::from(target_ppm);
    (i128::from(base_s) * missing) as f64 / f64::from(WHOLE_PPM)
}

/// What a downtime comes to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Availability {
    /// In percent of the base.
    pub percent: f64,
    /// Whether it reaches the target.
    pub met: bool,
}

/// Returns the availability a downtime leaves; nothing where the base is nothing.
#[must_use]
pub fn from_downtime(base_s: i64, downtime_s: i64, target_ppm: u32) -> Option<Availability> {
    if base_s <= 0 {
        return None;
    }
    let up = base_s - downtime_s;
    // Compared in whole numbers: exactly on the target is met.
    let met = i128::from(up) * i128::from(WHOLE_PPM) >= i128::from(target_ppm) * i128::from(base_s);
    Some(Availability { percent: 100.0 * up as f64 / base_s as f64, met })
}

/// Returns the highest target in parts per million that a downtime still meets; nothing where the base is nothing or the
/// downtime longer than it.
#[must_use]
pub fn target_of(base_s: i64, downtime_s: i64) -> Option<u32> {
    let up = i128::from(base_s.checked_sub(downtime_s).filter(|up| 0 <= *up && *up <= base_s)?);
    u32::try_from((up * i128::from(WHOLE_PPM)).checked_div(i128::from(base_s))?).ok()
}

/// Returns the fewest events with which one miss still meets a target; none are enough for a target of 100 %.
#[must_use]
pub fn small_sample(target_ppm: u32) -> Option<u32> {
    let missing = WHOLE_PPM.checked_sub(target_ppm).filter(|missing| 0 < *missing)?;
    Some(WHOLE_PPM.div_ceil(missing))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_usual_figures_come_out() {
        let minutes =
            |period: Period, percent| allowed_downtime(period.seconds(), ppm(percent).unwrap()) / 60.0;
        assert!((minutes(Period::Month30d, 99.9) - 43.2).abs() < 1e-9);
        assert!((minutes(Period::Month730h, 99.9) - 43.8).abs() < 1e-9);
        assert!((minutes(Period::Year365d, 99.9) / 60.0 - 8.76).abs() < 1e-9);
        assert_eq!((ppm(100.1), ppm(f64::NAN), small_sample(WHOLE_PPM)), (None, None, None));
    }

    proptest! {
        #[test]
        fn a_downtime_meets_the_target_made_from_it(base in 1_i64..40_000_000, share in 0.0_f64..=1.0) {
            let down = (base as f64 * share) as i64;
            let target = target_of(base, down).unwrap();
            prop_assert!(from_downtime(base, down, target).unwrap().met);
            prop_assert!(target == WHOLE_PPM || !from_downtime(base, down, target + 1).unwrap().met);
        }
    }

    #[test]
    fn a_share_of_time_is_told_from_a_share_of_events() {
        let is_of =
            |measure: &str| is_of_time(&SlaLine { measure: measure.to_owned(), ..SlaLine::default() });
        assert!(is_of("系统可用率") && is_of("Uptime") && is_of("Service availability"));
        assert!(!is_of("按时交付率") && !is_of("Backup success"));
        assert!(is_of("平台在线率") && !is_of("在线客服响应率") && !is_of("Calls answered in 20 s"));
    }

    #[test]
    fn only_a_percentage_to_reach_is_a_share() {
        let line = |unit: &str, bound| {
            share(&SlaLine { unit: unit.to_owned(), bound, target: Some(99.9), ..SlaLine::default() })
        };
        assert_eq!(line("%", Bound::AtLeast), Some(999_000));
        assert_eq!((line("%", Bound::AtMost), line("min", Bound::AtLeast)), (None, None));
        assert_eq!(share(&SlaLine { unit: "%".to_owned(), ..SlaLine::default() }), None);
    }

    proptest! {
        #[test]
        fn one_miss_is_allowed_from_the_fewest_events_on_and_not_before(target in 0_u32..WHOLE_PPM) {
            let fewest = small_sample(target).unwrap();
            let is_met = |n: u32| n > 0 && u64::from(n - 1) * u64::from(WHOLE_PPM) >= u64::from(target) * u64::from(n);
            prop_assert!(is_met(fewest) && !is_met(fewest - 1));
        }

        #[test]
        fn the_allowed_downtime_just_meets_the_target(target in 0_u32..=WHOLE_PPM, minutes in 1_i64..600_000) {
            let base = Period::Minutes(minutes).seconds();
            let allowed = allowed_downtime(base, target).floor() as i64;
            prop_assert!(from_downtime(base, allowed, target).unwrap().met);
            prop_assert!(!from_downtime(base, allowed + 1, target).unwrap().met);
        }
    }
}
