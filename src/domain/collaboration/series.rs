//! The dates a meeting is really held on: what falls on a day one side is closed moves to the next day both work.

use chrono::{Datelike, Days, NaiveDate};

use crate::domain::calendar::zone::Zone;
use crate::domain::collaboration::{Collaboration, Meeting, Rhythm};

/// For how many days after a date another day is looked for, and how long ago one may have been moved from.
const DAYS_OF_SEARCH: usize = 31;

/// How many dates are listed ahead.
pub const N_AHEAD: usize = 4;

/// What becomes of one date of a series.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is held as planned.
    AsPlanned,
    /// It is held on the next day both sides work.
    MovedTo(NaiveDate),
    /// The next day both sides work is not before the next date of the series: that one stands for both.
    JoinsNext,
    /// There is no day both sides work within a month.
    NoDay,
}

/// One date of a series.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// The date by the rhythm. It names the occurrence, wherever that is moved.
    pub planned: NaiveDate,
    /// What becomes of it.
    pub fate: Fate,
}

impl Occurrence {
    /// Returns the date it is held on, where it is.
    #[must_use]
    pub fn date(&self) -> Option<NaiveDate> {
        match self.fate {
            Fate::AsPlanned => Some(self.planned),
            Fate::MovedTo(date) => Some(date),
            Fate::JoinsNext | Fate::NoDay => None,
        }
    }
}

impl Meeting {
    /// Lists what becomes of the dates of the series from one day up to another, both included, given whether both
    /// sides work on a day. A daily meeting is held on every such day; nothing of it is moved.
    ///
    /// A date counts by the day it is held on, or by the one it was planned for where it is not held.
    #[must_use]
    pub fn occurrences(
        &self,
        from: NaiveDate,
        until: NaiveDate,
        both_work: impl Fn(NaiveDate) -> bool,
    ) -> Vec<Occurrence> {
        let Some(known) = self.next else { return Vec::new() };
        if self.rhythm == Rhythm::Daily {
            let days =
                from.max(known).iter_days().take_while(|day| *day <= until).filter(|day| both_work(*day));
            return days.map(|planned| Occurrence { planned, fate: Fate::AsPlanned }).collect();
        }
        // What was planned before may have been moved into the span.
        let first = from.checked_sub_days(Days::new(DAYS_OF_SEARCH as u64)).unwrap_or(from);
        let planned = std::iter::successors(self.next_from(first), |date| self.next_from(date.succ_opt()?));
        let settled = planned
            .take_while(|planned| *planned <= until)
            .map(|planned| Occurrence { planned, fate: self.fate(planned, &both_work) });
        settled
            .filter(|one| {
                let date = one.date().unwrap_or(one.planned);
                from <= date && date <= until
            })
            .collect()
    }

    /// Returns the first date from a day on that it is held on.
    #[must_use]
    pub fn held_from(&self, today: NaiveDate, both_work: impl Fn(NaiveDate) -> bool) -> Option<NaiveDate> {
        self.ahead(today, both_work).into_iter().find_map(|one| one.date())
    }

    /// Lists what becomes of the dates from a day on, as many as fill [`N_AHEAD`] that are held where there are so many
    /// within a while.
    #[must_use]
    pub fn ahead(&self, today: NaiveDate, both_work: impl Fn(NaiveDate) -> bool) -> Vec<Occurrence> {
        let days = match self.rhythm {
            Rhythm::Daily => 62,
            Rhythm::Weekly => 12 * 7,
            Rhythm::Monthly => 8 * 31,
            Rhythm::Quarterly => 6 * 92,
        };
        // A series that starts later is looked at from there.
        let from = self.next.map_or(today, |known| known.max(today));
        let until = from.checked_add_days(Days::new(days)).unwrap_or(from);
        let mut n_held = 0;
        let dates = self.occurrences(today, until, both_work).into_iter();
        let enough = dates.take_while(|one| {
            let is_wanted = n_held < N_AHEAD;
            n_held += usize::from(one.date().is_some());
            is_wanted
        });
        enough.collect()
    }

    fn fate(&self, planned: NaiveDate, both_work: impl Fn(NaiveDate) -> bool) -> Fate {
        let next = planned.succ_opt().and_then(|day| self.next_from(day));
        match planned.iter_days().take(DAYS_OF_SEARCH + 1).find(|day| both_work(*day)) {
            Some(day) if day == planned => Fate::AsPlanned,
            Some(day) if next.is_some_and(|next| next <= day) => Fate::JoinsNext,
            Some(day) => Fate::MovedTo(day),
            None => Fate::NoDay,
        }
    }
}

impl Collaboration {
    /// Tells whether all sites work on a date, each by its own calendar. Where no site is written down, Monday to Friday
    /// are worked.
    #[must_use]
    pub fn all_work(&self, date: NaiveDate) -> bool {
        match self.sites.is_empty() {
            true => date.weekday().num_days_from_monday() < 5,
            false => self.sites.iter().all(|site| site.works_on(date)),
        }
    }

    /// Tells whether all sites work when a meeting would start on a date: at that instant the date of another site may
    /// be the day before or after.
    #[must_use]
    pub fn can_meet(&self, meeting: &Meeting, date: NaiveDate) -> bool {
        let zone = meeting.site.and_then(|site| Zone::find(&self.sites.get(site)?.zone));
        let Some((zone, start)) = zone.zip(meeting.starts) else { return self.all_work(date) };
        let at = zone.instant(date, start);
        let own_date = |zone: &str| Zone::find(zone).map_or(date, |zone| zone.date(at));
        self.sites.iter().all(|site| site.works_on(own_date(&site.zone)))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::calendar::wall::WallTime;
    use crate::domain::ids::Id;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }
    fn is_weekday(day: NaiveDate) -> bool {
        day.weekday().num_days_from_monday() < 5
    }
    fn show(rhythm: Rhythm, known: &str, span: [&str; 2], closed: &[&str]) -> Vec<String> {
        let meeting = Meeting { rhythm, next: Some(date(known)), ..Meeting::default() };
        let closed: Vec<_> = closed.iter().map(|text| date(text)).collect();
        let both_work = |day: NaiveDate| is_weekday(day) && !closed.contains(&day);
        let one = |one: Occurrence| match one.fate {
            Fate::AsPlanned => one.planned.format("%m-%d").to_string(),
            Fate::MovedTo(date) => format!("{}>{}", one.planned.format("%m-%d"), date.format("%m-%d")),
            Fate::JoinsNext => format!("{}+", one.planned.format("%m-%d")),
            Fate::NoDay => format!("{}!", one.planned.format("%m-%d")),
        };
        meeting.occurrences(date(span[0]), date(span[1]), both_work).into_iter().map(one).collect()
    }

    #[test]
    fn a_meeting_moves_past_the_holidays_of_either_side() {
        let weekly = |span, closed: &[&str]| show(Rhythm::Weekly, "2026-09-24", span, closed);
        let autumn = ["2026-09-24", "2026-10-15"];
        assert_eq!(weekly(autumn, &[]), ["09-24", "10-01", "10-08", "10-15"]);
        assert_eq!(weekly(autumn, &["2026-10-01"]), ["09-24", "10-01>10-02", "10-08", "10-15"]);
        let golden = ["2026-10-01", "2026-10-02", "2026-10-05", "2026-10-06", "2026-10-07"];
        assert_eq!(weekly(autumn, &golden), ["09-24", "10-01+", "10-08", "10-15"]);
        // Moved into the span from before it, and out of it.
        assert_eq!(weekly(["2026-10-02", "2026-10-02"], &["2026-10-01"]), ["10-01>10-02"]);
        assert_eq!(weekly(["2026-10-01", "2026-10-01"], &["2026-10-01"]), [""; 0]);
    }

    #[test]
    fn the_day_of_the_month_comes_back_after_a_short_month() {
        let monthly = show(Rhythm::Monthly, "2026-01-31", ["2026-01-01", "2026-05-31"], &[]);
        assert_eq!(monthly, ["01-31>02-02", "02-28>03-02", "03-31", "04-30"]);
        let quarterly = show(Rhythm::Quarterly, "2026-01-15", ["2026-01-01", "2026-12-31"], &["2026-04-15"]);
        assert_eq!(quarterly, ["01-15", "04-15>04-16", "07-15", "10-15"]);
    }

    #[test]
    fn a_daily_meeting_is_held_when_both_work() {
        let daily = show(Rhythm::Daily, "2026-10-02", ["2026-10-01", "2026-10-07"], &["2026-10-06"]);
        assert_eq!(daily, ["10-02", "10-05", "10-07"]);
    }

    #[test]
    fn without_a_common_day_it_says_so() {
        let meeting =
            Meeting { rhythm: Rhythm::Quarterly, next: Some(date("2026-01-15")), ..Meeting::default() };
        let fates = meeting.occurrences(date("2026-01-01"), date("2026-02-01"), |_| false);
        assert_eq!(fates, [Occurrence { planned: date("2026-01-15"), fate: Fate::NoDay }]);
        assert!(Meeting::default().occurrences(date("2026-01-01"), date("2027-01-01"), |_| true).is_empty());
    }

    #[test]
    fn four_dates_are_listed_ahead_with_what_is_moved() {
        let mut collaboration = Collaboration::default();
        collaboration
            .sites
            .add(Id::fixed(1), |site| site.holidays = vec![date("2026-10-01"), date("2026-10-02")]);
        collaboration.sites.add(Id::fixed(2), |site| site.holidays = vec![date("2026-10-15")]);
        let meeting = Meeting { next: Some(date("2026-09-24")), ..Meeting::default() };
        let ahead = meeting.ahead(date("2026-10-01"), |day| collaboration.all_work(day));
        let moved = |one: &Occurrence| one.fate != Fate::AsPlanned;
        let shown: Vec<_> = ahead.iter().map(|one| (one.date().unwrap().to_string(), moved(one))).collect();
        let expected =
            [("2026-10-05", true), ("2026-10-08", false), ("2026-10-16", true), ("2026-10-22", false)];
        assert_eq!(shown, expected.map(|(date, moved)| (date.to_owned(), moved)));
        let later = meeting.ahead(date("2026-01-01"), |_| true);
        assert_eq!((later.len(), later[0].planned), (4, date("2026-09-24")));
    }

    #[test]
    fn the_date_that_counts_is_the_one_at_each_site() {
        let mut collaboration = Collaboration::default();
        for (id, zone) in [(1, "Asia/Shanghai"), (2, "America/Los_Angeles")] {
            collaboration.sites.add(Id::fixed(id), |site| site.zone = zone.to_owned());
        }
        let meeting =
            Meeting { site: Some(Id::fixed(1)), starts: WallTime::parse("09:00"), ..Meeting::default() };
        // On Monday morning in Shanghai it is Sunday in Los Angeles; on Saturday morning it is Friday there, but not here.
        let can = |day: &str| collaboration.can_meet(&meeting, date(day));
        assert_eq!([can("2026-01-12"), can("2026-01-13"), can("2026-01-17")], [false, true, false]);
        assert!(collaboration.all_work(date("2026-01-12")));
        assert!(!Collaboration::default().all_work(date("2026-01-17")));
    }

    proptest! {
        #[test]
        fn it_is_held_on_days_both_work_and_never_twice_on_one(
            days in 0_u64..400, closed in prop::collection::hash_set(0_u64..500, 0..200), rhythm in prop::sample::select(&Rhythm::ALL[..]),
        ) {
            let first = date("2026-01-01");
            let meeting = Meeting { rhythm, next: Some(first + Days::new(days)), ..Meeting::default() };
            let both_work = |day: NaiveDate| !closed.contains(&((day - first).num_days() as u64));
            let held: Vec<_> = meeting.occurrences(first, first + Days::new(499), both_work).into_iter().filter_map(|one| one.date()).collect();
            prop_assert!(held.iter().all(|day| both_work(*day)));
            prop_assert!(held.windows(2).all(|pair| pair[0] < pair[1]), "{:?}", held);
        }
    }
}
