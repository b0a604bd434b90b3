//! Holidays of countries, each set for one year with where it is from. What a country announces year by year is here only
//! for the years it has announced.

use chrono::{Days, NaiveDate};

use crate::domain::collaboration::overlap::Site;
use decision::order;

/// The holidays of a country in a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HolidaySet {
    /// The country, and where it is only a part of it, that part.
    pub country: Country,
    /// The year.
    pub year: i32,
    /// Where they are from.
    pub source: &'static str,
    /// The days off: a month, a day, and how many days from it on.
    holidays: &'static [(u32, u32, u64)],
    /// The days worked instead.
    makeup: &'static [(u32, u32)],
}

/// A country whose holidays are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Country {
    /// The mainland of China.
    China,
    /// Germany: what holds in every state.
    Germany,
    /// England and Wales.
    EnglandAndWales,
    /// India: the three national days; each state adds its own.
    India,
    /// The United States: the federal holidays.
    UnitedStates,
}

const CHINA: &str = "国办发明电〔2025〕7号";
const GERMANY: &str = "Feiertagsgesetze der Länder";
const ENGLAND: &str = "gov.uk/bank-holidays";
const INDIA: &str = "National holidays of India";
const UNITED_STATES: &str = "5 U.S.C. 6103, opm.gov";

/// The sets, by country and year.
pub static SETS: [HolidaySet; 9] = [
    HolidaySet {
        country: Country::China,
        year: 2026,
        source: CHINA,
        holidays: &[(1, 1, 3), (2, 15, 9), (4, 4, 3), (5, 1, 5), (6, 19, 3), (9, 25, 3), (10, 1, 7)],
        makeup: &[(1, 4), (2, 14), (2, 28), (5, 9), (9, 20), (10, 10)],
    },
    HolidaySet {
        country: Country::Germany,
        year: 2026,
        source: GERMANY,
        holidays: &[
            (1, 1, 1),
            (4, 3, 1),
            (4, 6, 1),
            (5, 1, 1),
            (5, 14, 1),
            (5, 25, 1),
            (10, 3, 1),
            (12, 25, 2),
        ],
        makeup: &[],
    },
    HolidaySet {
        country: Country::Germany,
        year: 2027,
        source: GERMANY,
        holidays: &[
            (1, 1, 1),
            (3, 26, 1),
            (3, 29, 1),
            (5, 1, 1),
            (5, 6, 1),
            (5, 17, 1),
            (10, 3, 1),
            (12, 25, 2),
        ],
        makeup: &[],
    },
    HolidaySet {
        country: Country::EnglandAndWales,
        year: 2026,
        source: ENGLAND,
        holidays: &[
            (1, 1, 1),
            (4, 3, 1),
            (4, 6, 1),
            (5, 4, 1),
            (5, 25, 1),
            (8, 31, 1),
            (12, 25, 1),
            (12, 28, 1),
        ],
        makeup: &[],
    },
    HolidaySet {
        country: Country::EnglandAndWales,
        year: 2027,
        source: ENGLAND,
        holidays: &[(1, 1, 1), (3, 26, 1), (3, 29, 1), (5, 3, 1), (5, 31, 1), (8, 30, 1), (12, 27, 2)],
        makeup: &[],
    },
    HolidaySet {
        country: Country::India,
        year: 2026,
        source: INDIA,
        holidays: &[(1, 26, 1), (8, 15, 1), (10, 2, 1)],
        makeup: &[],
    },
    HolidaySet {
        country: Country::India,
        year: 2027,
        source: INDIA,
        holidays: &[(1, 26, 1), (8, 15, 1), (10, 2, 1)],
        makeup: &[],
    },
    HolidaySet {
        country: Country::UnitedStates,
        year: 2026,
        source: UNITED_STATES,
        holidays: &[
            (1, 1, 1),
            (1, 19, 1),
            (2, 16, 1),
            (5, 25, 1),
            (6, 19, 1),
            (7, 3, 1),
            (9, 7, 1),
            (10, 12, 1),
            (11, 11, 1),
            (11, 26, 1),
            (12, 25, 1),
        ],
        makeup: &[],
    },
    HolidaySet {
        country: Country::UnitedStates,
        year: 2027,
        source: UNITED_STATES,
        holidays: &[
            (1, 1, 1),
            (1, 18, 1),
            (2, 15, 1),
            (5, 31, 1),
            (6, 18, 1),
            (7, 5, 1),
            (9, 6, 1),
            (10, 11, 1),
            (11, 11, 1),
            (11, 25, 1),
            (12, 24, 1),
            (12, 31, 1),
        ],
        makeup: &[],
    },
];

impl HolidaySet {
    /// Lists the days off.
    #[must_use]
    pub fn holidays(&self) -> Vec<NaiveDate> {
        let first = |month, day| NaiveDate::from_ymd_opt(self.year, month, day);
        let run = |(month, day, n_days): &(u32, u32, u64)| {
            let first = first(*month, *day);
            (0..*n_days).filter_map(move |later| first?.checked_add_days(Days::new(later)))
        };
        self.holidays.iter().flat_map(run).collect()
    }

    /// Lists the days worked instead.
    #[must_use]
    pub fn makeup_days(&self) -> Vec<NaiveDate> {
        self.makeup
            .iter()
            .filter_map(|(month, day)| NaiveDate::from_ymd_opt(self.year, *month, *day))
            .collect()
    }
}

impl Site {
    /// Adds the days of a set to those it has, and its source with the year. A set that is there adds nothing twice.
    pub fn adopt_holidays(&mut self, set: &HolidaySet) {
        join(&mut self.holidays, set.holidays());
        join(&mut self.makeup_days, set.makeup_days());
        let source = format!("{} ({})", set.source, set.year);
        if !self.holiday_source.contains(&source) {
            let before = self.holiday_source.trim();
            let joint = if before.is_empty() { "" } else { "; " };
            self.holiday_source = format!("{before}{joint}{source}");
        }
    }
}

fn join(days: &mut Vec<NaiveDate>, more: Vec<NaiveDate>) {
    days.extend(more);
    order::sort_by_key(days, |day| *day);
    days.dedup();
}

#[cfg(test)]
mod tests {
    use chrono::{Datelike, Weekday};

    use super::*;

    #[test]
    fn every_day_of_a_set_lies_in_its_year_and_no_day_is_off_and_worked() {
        for set in &SETS {
            let (off, makeup) = (set.holidays(), set.makeup_days());
            assert!(off.iter().chain(&makeup).all(|day| day.year() == set.year), "{set:?}");
            assert!(off.windows(2).all(|pair| pair[0] < pair[1]), "{set:?}");
            assert!(makeup.iter().all(|day| !off.contains(day)), "{set:?}");
            // What is worked instead is a weekend.
            assert!(makeup.iter().all(|day| matches!(day.weekday(), Weekday::Sat | Weekday::Sun)), "{set:?}");
        }
    }

    #[test]
    fn china_works_its_long_holidays_off() {
        let china = SETS.iter().find(|set| set.country == Country::China).unwrap();
        let is_weekday = |day: &&NaiveDate| day.weekday().num_days_from_monday() < 5;
        let off = china.holidays();
        assert_eq!(
            (off.len(), off.iter().filter(is_weekday).count(), china.makeup_days().len()),
            (33, 19, 6)
        );
    }

    #[test]
    fn a_set_taken_twice_adds_nothing_twice() {
        let mut site = Site { holiday_source: "Staff handbook".into(), ..Site::default() };
        SETS.iter().for_each(|set| site.adopt_holidays(set));
        let once = site.clone();
        SETS.iter().for_each(|set| site.adopt_holidays(set));
        assert_eq!(site, once);
        assert!(site.holiday_source.starts_with("Staff handbook; 国办发明电〔2025〕7号 (2026); "));
        assert!(
            !site.works_on("2026-10-01".parse().unwrap()) && site.works_on("2026-10-10".parse().unwrap())
        );
    }
}
