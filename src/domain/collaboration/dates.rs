//! The dates ahead, and how many milestones were met in time.

use std::sync::Arc;

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use crate::domain::collaboration::{Collaboration, DayKept, Meeting, Milestone, Rhythm};
use crate::domain::ids::Id;
use crate::domain::period::Month;
use crate::domain::register::Item;
use crate::domain::team::Role;
use decision::order;

/// One date ahead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dated {
    /// The date.
    pub date: NaiveDate,
    /// The clause number of the meeting or milestone.
    pub clause: String,
    /// What it is called.
    pub name: String,
    /// Who calls the meeting or answers for the milestone.
    pub owner: Option<Id<Role>>,
}

impl Meeting {
    /// Returns the first date of the series that is not before a day. A date that has passed goes on in its rhythm;
    /// a monthly meeting keeps its day as [`DayKept`] says.
    #[must_use]
    pub fn next_from(&self, today: NaiveDate) -> Option<NaiveDate> {
        let known = self.next?;
        if today <= known {
            return Some(known);
        }
        match self.rhythm {
            Rhythm::Daily => today.iter_days().find(is_working_day),
            Rhythm::Weekly => {
                let days_past = (today - known).num_days() as u64;
                known.checked_add_days(Days::new(days_past.div_ceil(7) * 7))
            }
            Rhythm::Monthly => self.after_months(known, 1, today),
            Rhythm::Quarterly => self.after_months(known, 3, today),
        }
    }

    /// Counts every step from the known date, so that the 31st comes back after a short month.
    fn after_months(&self, known: NaiveDate, every: u32, today: NaiveDate) -> Option<NaiveDate> {
        let months_past = (today.year() - known.year()) * 12 + today.month() as i32 - known.month() as i32;
        let n_steps = u32::try_from(months_past).unwrap_or(0) / every;
        (n_steps..=n_steps + 1)
            .filter_map(|n_steps| {
                self.in_month(known, known.checked_add_months(Months::new(n_steps * every))?)
            })
            .find(|date| today <= *date)
    }

    /// Returns the day it keeps in the month of a date that has the same day of the month as the known one.
    fn in_month(&self, known: NaiveDate, date: NaiveDate) -> Option<NaiveDate> {
        let nth = match self.keeps {
            DayKept::Date => return Some(date),
            DayKept::Weekday => known.day0() as u8 / 7 + 1,
            DayKept::LastWeekday => 5,
        };
        let weekday =
            |nth| NaiveDate::from_weekday_of_month_opt(date.year(), date.month(), known.weekday(), nth);
        weekday(nth).or_else(|| weekday(4))
    }
}

fn is_working_day(date: &NaiveDate) -> bool {
    !matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
}

/// Lists the next date of every meeting and the dates of the milestones still open, from a day on, earliest first.
#[must_use]
pub fn upcoming(collaboration: &Collaboration, today: NaiveDate) -> Vec<Dated> {
    let meetings = collaboration.meetings.iter().filter_map(|meeting| {
        let date = meeting.held_from(today, |day| collaboration.all_work(day))?;
        Some(Dated { date, clause: meeting.clause(), name: meeting.name.clone(), owner: meeting.owner })
    });
    let open = collaboration.milestones.iter().filter(|milestone| milestone.accepted(today).is_none());
    let milestones = open.filter_map(|milestone| {
        let date = milestone.due.filter(|due| today <= *due)?;
        Some(Dated { date, clause: milestone.clause(), name: milestone.name.clone(), owner: milestone.owner })
    });
    let mut dates: Vec<_> = meetings.chain(milestones).collect();
    order::sort_by_key(&mut dates, |dated| dated.date);
    dates
}

/// How many of the milestones that fell due were met.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OnTime {
    /// How many fell due before a day.
    pub due: usize,
    /// How many of them were accepted by their date.
    pub in_time: usize,
}

impl OnTime {
    fn of<'a>(milestones: impl Iterator<Item = &'a Arc<Milestone>>, today: NaiveDate) -> Self {
        let mut count = Self::default();
        for milestone in milestones {
            if let Some(due) = milestone.due.filter(|due| *due < today) {
                count.due += 1;
                count.in_time += usize::from(milestone.done.is_some_and(|done| done <= due));
            }
        }
        count
    }

    /// Returns the rate in percent; nothing where none fell due.
    #[must_use]
    pub fn percent(self) -> Option<f64> {
        (self.due > 0).then(|| 100.0 * self.in_time as f64 / self.due as f64)
    }
}

/// Counts the milestones whose date lies before a day, and those of them that were accepted by it.
#[must_use]
pub fn on_time(collaboration: &Collaboration, today: NaiveDate) -> OnTime {
    OnTime::of(collaboration.milestones.iter(), today)
}

/// Counts the milestones of each month that is over and in which some fell due, earliest first.
#[must_use]
pub fn on_time_by_month(collaboration: &Collaboration, today: NaiveDate) -> Vec<(Month, f64)> {
    let mut months: Vec<_> =
        collaboration.milestones.iter().filter_map(|one| one.due).map(Month::of).collect();
    order::sort_by_key(&mut months, |month| *month);
    months.dedup();
    let rate = |month: Month| {
        let milestones = collaboration.milestones.iter();
        let of_month = milestones.filter(|one| one.due.is_some_and(|due| Month::of(due) == month));
        Some((month, OnTime::of(of_month, today).percent()?))
    };
    months.into_iter().filter(|month| *month < Month::of(today)).filter_map(rate).collect()
}

/// The milestones on a line of whole months; places go from 0 at its start to 1 at its end.
#[derive(Clone, Debug, PartialEq)]
pub struct Timeline {
    /// The first day of each month, with its place.
    pub months: Vec<(NaiveDate, f64)>,
    /// The milestones that have a date, by date, with their places.
    pub milestones: Vec<(Arc<Milestone>, f64)>,
    /// Where today is.
    pub today: f64,
}

/// Lays the milestones on a line that also shows today. Nothing when none has a date.
#[must_use]
pub fn timeline(collaboration: &Collaboration, today: NaiveDate) -> Option<Timeline> {
    let mut dated: Vec<_> = collaboration.milestones.iter().filter_map(|one| Some((one.due?, one))).collect();
    order::sort_by_key(&mut dated, |(due, one)| (*due, one.number));
    let first = dated.first()?.0.min(today).with_day(1)?;
    let last = dated.last()?.0.max(today).with_day(1)?.checked_add_months(Months::new(1))?;
    let n_days = (last - first).num_days().max(1) as f64;
    let place = |date: NaiveDate| (date - first).num_days() as f64 / n_days;
    let months =
        (0..).map_while(|n| first.checked_add_months(Months::new(n))).take_while(|month| *month < last);
    Some(Timeline {
        months: months.map(|month| (month, place(month))).collect(),
        milestones: dated.into_iter().map(|(due, one)| (Arc::clone(one), place(due))).collect(),
        today: place(today),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }
    fn check_next(rhythm: Rhythm, known: &str, today: &str, expected: &str) {
        let meeting = Meeting { rhythm, next: Some(date(known)), ..Meeting::default() };
        assert_eq!(meeting.next_from(date(today)), Some(date(expected)), "{rhythm:?}");
    }

    #[test]
    fn a_meeting_that_has_passed_comes_round_again() {
        check_next(Rhythm::Weekly, "2026-12-01", "2026-11-20", "2026-12-01");
        check_next(Rhythm::Weekly, "2026-11-03", "2026-11-17", "2026-11-17");
        check_next(Rhythm::Weekly, "2026-11-03", "2026-11-18", "2026-11-24");
        check_next(Rhythm::Daily, "2026-11-03", "2026-11-21", "2026-11-23");
        check_next(Rhythm::Monthly, "2026-01-31", "2026-02-10", "2026-02-28");
        check_next(Rhythm::Monthly, "2026-01-31", "2026-03-01", "2026-03-31");
        check_next(Rhythm::Monthly, "2026-01-15", "2026-02-16", "2026-03-15");
        check_next(Rhythm::Quarterly, "2025-11-30", "2026-03-01", "2026-05-30");
    }

    #[test]
    fn a_meeting_of_months_keeps_its_weekday() {
        let check = |keeps, known: &str, today: &str, expected: &str| {
            let meeting =
                Meeting { rhythm: Rhythm::Monthly, keeps, next: Some(date(known)), ..Meeting::default() };
            assert_eq!(meeting.next_from(date(today)), Some(date(expected)), "{keeps:?} {known} {today}");
        };
        check(DayKept::Weekday, "2026-11-10", "2026-11-11", "2026-12-08");
        check(DayKept::Weekday, "2026-11-10", "2026-12-09", "2027-01-12");
        // The fifth Monday, or the last one where there is none.
        check(DayKept::Weekday, "2026-11-30", "2026-12-01", "2026-12-28");
        check(DayKept::Weekday, "2026-11-30", "2027-03-01", "2027-03-29");
        check(DayKept::LastWeekday, "2026-11-26", "2026-11-27", "2026-12-31");
        check(DayKept::LastWeekday, "2026-11-26", "2027-02-01", "2027-02-25");
    }

    #[test]
    fn the_months_that_are_over_have_a_rate() {
        let mut collaboration = Collaboration::default();
        let milestones =
            [("2026-10-05", "2026-10-05"), ("2026-10-20", "2026-10-21"), ("2026-08-01", "2026-07-30")];
        for (place, (due, done)) in milestones.into_iter().enumerate() {
            collaboration.milestones.add(Id::fixed(place as u128 + 1), |milestone| {
                (milestone.due, milestone.done) = (Some(date(due)), Some(date(done)));
            });
        }
        let shown = |today: &str| {
            let months = on_time_by_month(&collaboration, date(today)).into_iter();
            months.map(|(month, rate)| format!("{month} {rate}")).collect::<Vec<_>>()
        };
        assert_eq!(shown("2026-10-31"), ["2026-08 100"]);
        assert_eq!(shown("2026-11-01"), ["2026-08 100", "2026-10 50"]);
    }

    #[test]
    fn dates_come_in_order_without_what_is_done_or_overdue() {
        let mut collaboration = Collaboration::default();
        collaboration.meetings.add(Id::fixed(1), |meeting| meeting.next = Some(date("2026-11-03")));
        let milestones = [("2026-11-10", None), ("2026-11-22", None), ("2026-12-01", Some("2026-11-19"))];
        for (place, (due, done)) in milestones.into_iter().enumerate() {
            collaboration.milestones.add(Id::fixed(place as u128 + 1), |milestone| {
                (milestone.due, milestone.done) = (Some(date(due)), done.map(date));
            });
        }
        let dates = upcoming(&collaboration, date("2026-11-20"));
        let shown: Vec<_> = dates.iter().map(|dated| format!("{} {}", dated.date, dated.clause)).collect();
        assert_eq!(shown, ["2026-11-22 M-2", "2026-11-24 W-1"]);
    }

    #[test]
    fn a_milestone_counts_once_its_date_has_passed() {
        let mut collaboration = Collaboration::default();
        assert_eq!(on_time(&collaboration, date("2026-11-20")).percent(), None);
        let milestones =
            [("2026-11-10", Some("2026-11-10")), ("2026-11-10", Some("2026-11-12")), ("2026-11-20", None)];
        for (place, (due, done)) in milestones.into_iter().enumerate() {
            collaboration.milestones.add(Id::fixed(place as u128 + 1), |milestone| {
                (milestone.due, milestone.done) = (Some(date(due)), done.map(date));
            });
        }
        assert_eq!(on_time(&collaboration, date("2026-11-20")), OnTime { due: 2, in_time: 1 });
        assert_eq!(on_time(&collaboration, date("2026-11-21")).percent(), Some(100.0 / 3.0));
    }

    #[test]
    fn a_timeline_spans_whole_months_and_today() {
        let mut collaboration = Collaboration::default();
        assert_eq!(timeline(&collaboration, date("2026-11-20")), None);
        for (place, due) in ["2027-01-01", "2026-12-17"].into_iter().enumerate() {
            let id = Id::fixed(place as u128 + 1);
            collaboration.milestones.add(id, |milestone| milestone.due = Some(date(due)));
        }
        let line = timeline(&collaboration, date("2026-11-01")).unwrap();
        let months: Vec<_> = line.months.iter().map(|(month, _)| month.month()).collect();
        let shown: Vec<_> =
            line.milestones.iter().map(|(one, place)| format!("{} {place:.2}", one.clause())).collect();
        assert_eq!(months, [11, 12, 1]);
        assert_eq!((shown, line.today), (vec!["M-2 0.50".to_owned(), "M-1 0.66".to_owned()], 0.0));
    }
}
