//! Trying a contingency plan before it is needed, and when it is tried again.

use std::sync::Arc;

use chrono::NaiveDate;
use decode::Decode;
use serde::Serialize;

use crate::domain::ids::Id;
use crate::domain::register::item;
use crate::domain::risk::{Risk, RiskBook};
use crate::domain::task::Task;
use crate::domain::team::Role;

/// How a drill went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// As planned.
    Passed,
    /// In part.
    Partly,
    /// Not at all.
    Failed,
}

impl Outcome {
    /// Every outcome and none yet, in the order of choice lists.
    pub const CHOICES: [Option<Self>; 4] = [None, Some(Self::Passed), Some(Self::Partly), Some(Self::Failed)];
}

/// One drill.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Drill {
    /// The id.
    pub id: Id<Self>,
    /// The clause number.
    pub number: u32,
    /// The risk whose plan was tried.
    pub risk: Option<Id<Risk>>,
    /// When it was held, or will be.
    pub date: Option<NaiveDate>,
    /// What was tried.
    pub what: String,
    /// Who led it.
    pub by: Option<Id<Role>>,
    /// How it went.
    pub outcome: Option<Outcome>,
    /// What was learnt.
    pub learnt: String,
    /// When it is tried again.
    pub next: Option<NaiveDate>,
}
item!(Drill, "RD", 1);

impl Drill {
    /// Tells whether it was held: only then is there something to say of how it went.
    #[must_use]
    pub const fn is_held(&self) -> bool {
        self.date.is_some() && self.outcome.is_some()
    }

    /// Tells whether its day passed and nobody said how it went.
    #[must_use]
    pub fn is_missed(&self, today: NaiveDate) -> bool {
        self.outcome.is_none() && self.date.is_some_and(|date| date < today)
    }
}

/// How well a plan is practised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Practice {
    /// It was never tried.
    Never,
    /// It was tried last on this day, and nobody said when again.
    Once(NaiveDate),
    /// It is to be tried on this day.
    Due(NaiveDate),
    /// It was to be tried on this day, and was not; so many days ago.
    Overdue(NaiveDate, i64),
}

impl Practice {
    /// Tells whether a day passed on which it was to be tried.
    #[must_use]
    pub const fn is_overdue(self) -> bool {
        matches!(self, Self::Overdue(..))
    }
}

impl RiskBook {
    /// Returns the latest drill of a risk's plan that was held; of two on one day the one that stands later.
    #[must_use]
    pub fn latest_drill(&self, risk: Id<Risk>) -> Option<&Arc<Drill>> {
        let held = self.drills.iter().filter(|drill| drill.risk == Some(risk) && drill.is_held());
        held.max_by_key(|drill| drill.date)
    }

    /// Returns how well the plan of a risk is practised on a day. The latest drill that was held says when the next one is
    /// due; where it says nothing or none was held, the earliest that is planned does. One that was planned for a day since
    /// then and not held by it is overdue.
    #[must_use]
    pub fn practice(&self, risk: Id<Risk>, today: NaiveDate) -> Practice {
        let latest = self.latest_drill(risk);
        let since = latest.and_then(|latest| latest.date);
        let ahead = self.drills.iter().filter(|drill| drill.risk == Some(risk) && !drill.is_held());
        let planned = ahead.filter_map(|drill| drill.date).filter(|date| since < Some(*date)).min();
        let next = match latest.and_then(|latest| latest.next) {
            Some(next) if planned.is_none_or(|planned| today <= planned) => Some(next),
            _ => planned,
        };
        match (latest.and_then(|latest| latest.date), next) {
            (_, Some(next)) if next < today => Practice::Overdue(next, (today - next).num_days()),
            (_, Some(next)) => Practice::Due(next),
            (Some(last), None) => Practice::Once(last),
            (None, None) => Practice::Never,
        }
    }

    /// Lists the risks whose review is overdue, then those whose plan was to be tried: where each is looked at, and since
    /// when.
    #[must_use]
    pub fn overdue(&self, today: NaiveDate) -> Vec<(Task, Arc<Risk>, NaiveDate)> {
        let reviews = self.risks.iter().filter_map(|risk| {
            let due = risk.review.filter(|due| *due < today)?;
            Some((Task::Register, Arc::clone(risk), due))
        });
        let drills = self.risks.iter().filter(|risk| !risk.plan.is_blank());
        let drills = drills.filter_map(|risk| match self.practice(risk.id, today) {
            Practice::Overdue(due, _) => Some((Task::Plans, Arc::clone(risk), due)),
            _ => None,
        });
        reviews.chain(drills).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, month, day).unwrap()
    }
    /// Makes drills of risk 1: when held, when again.
    fn book(drills: &[(Option<NaiveDate>, Option<NaiveDate>)]) -> RiskBook {
        let mut book = RiskBook::default();
        for (place, (date, next)) in drills.iter().enumerate() {
            book.drills.add(Id::fixed(place as u128 + 1), |drill| {
                (drill.risk, drill.date, drill.next) = (Some(Id::fixed(1)), *date, *next);
                drill.outcome = Some(Outcome::Passed);
            });
        }
        book
    }
    /// Plans another drill of risk 1.
    fn plan(book: &mut RiskBook, date: NaiveDate) {
        let id = Id::fixed(book.drills.len() as u128 + 1);
        book.drills.add(id, |drill| (drill.risk, drill.date) = (Some(Id::fixed(1)), Some(date)));
    }
    fn practice(drills: &[(Option<NaiveDate>, Option<NaiveDate>)], today: NaiveDate) -> Practice {
        book(drills).practice(Id::fixed(1), today)
    }

    #[test]
    fn the_latest_drill_says_when_the_next_is_due() {
        let drills = [(Some(day(9, 1)), Some(day(12, 1))), (Some(day(3, 1)), Some(day(6, 1)))];
        assert_eq!(practice(&drills, day(11, 1)), Practice::Due(day(12, 1)));
        assert_eq!(practice(&drills, day(12, 1)), Practice::Due(day(12, 1)));
        assert_eq!(practice(&drills, day(12, 4)), Practice::Overdue(day(12, 1), 3));
        // The second one of a day counts.
        let twice = [(Some(day(9, 1)), Some(day(10, 1))), (Some(day(9, 1)), Some(day(12, 1)))];
        assert_eq!(practice(&twice, day(11, 1)), Practice::Due(day(12, 1)));
    }

    #[test]
    fn never_tried_and_no_day_named_are_two_things() {
        assert_eq!(practice(&[], day(11, 1)), Practice::Never);
        assert_eq!(practice(&[(None, Some(day(1, 1)))], day(11, 1)), Practice::Never);
        assert_eq!(practice(&[(Some(day(9, 1)), None)], day(11, 1)), Practice::Once(day(9, 1)));
        let other = book(&[(Some(day(9, 1)), Some(day(10, 1)))]);
        assert_eq!(other.practice(Id::fixed(2), day(11, 1)), Practice::Never);
    }

    #[test]
    fn a_planned_drill_is_due_and_counts_once_somebody_says_how_it_went() {
        let mut book = book(&[]);
        plan(&mut book, day(11, 20));
        let practice = |book: &RiskBook, today| book.practice(Id::fixed(1), today);
        assert_eq!(practice(&book, day(11, 20)), Practice::Due(day(11, 20)));
        assert_eq!(practice(&book, day(11, 22)), Practice::Overdue(day(11, 20), 2));
        let missed = |book: &RiskBook, today| book.drills.at(0).unwrap().is_missed(today);
        assert_eq!([day(11, 20), day(11, 21)].map(|today| missed(&book, today)), [false, true]);
        book.drills.update(Id::fixed(1), |drill| {
            (drill.outcome, drill.next) = (Some(Outcome::Partly), Some(day(12, 20)));
        });
        assert_eq!(practice(&book, day(11, 22)), Practice::Due(day(12, 20)));
        assert!(!missed(&book, day(11, 22)));
    }

    #[test]
    fn of_planned_drills_the_earliest_since_the_last_one_is_due() {
        let practice = |book: &RiskBook, today| book.practice(Id::fixed(1), today);
        let mut again = book(&[(Some(day(9, 1)), None)]);
        for date in [day(8, 1), day(11, 20), day(11, 10)] {
            plan(&mut again, date);
        }
        assert_eq!(practice(&again, day(11, 1)), Practice::Due(day(11, 10)));
        assert_eq!(practice(&again, day(11, 12)), Practice::Overdue(day(11, 10), 2));
        // A plan for another day does not make good what is overdue.
        let mut late = book(&[(Some(day(9, 1)), Some(day(10, 1)))]);
        plan(&mut late, day(11, 20));
        assert!(practice(&late, day(11, 1)).is_overdue());
        // And what the last one says of the next does not make good a planned one that was not held.
        let mut missed = book(&[(Some(day(9, 1)), Some(day(12, 1)))]);
        plan(&mut missed, day(10, 20));
        assert_eq!(practice(&missed, day(11, 1)), Practice::Overdue(day(10, 20), 12));
    }

    #[test]
    fn overdue_reviews_and_drills_are_told() {
        use crate::domain::progress::{Next, next_steps};
        use crate::domain::project::Project;
        let mut book = book(&[(Some(day(9, 1)), Some(day(10, 1)))]);
        book.risks.add(Id::fixed(1), |risk| risk.plan.restore = "in two weeks".to_owned());
        book.risks.add(Id::fixed(2), |risk| risk.review = Some(day(10, 20)));
        let told = |book: &RiskBook, today| {
            let found = book.overdue(today).into_iter();
            found.map(|(task, risk, due)| (task, risk.number, due)).collect::<Vec<_>>()
        };
        assert_eq!(told(&book, day(10, 1)), []);
        let expected = [(Task::Register, 2, day(10, 20)), (Task::Plans, 1, day(10, 1))];
        assert_eq!(told(&book, day(10, 21)), expected);
        let project = Project { risk: Arc::new(book.clone()), ..Project::default() };
        let looks = next_steps(&project, day(10, 21)).into_iter().filter_map(|next| match next {
            Next::Look { task, clause, .. } => Some((task, clause)),
            _ => None,
        });
        let expected = [(Task::Register, "R-02".to_owned()), (Task::Plans, "R-01".to_owned())];
        assert!(looks.eq(expected));
        // What was taken out of a plan is not tried.
        book.risks.update(Id::fixed(1), |risk| risk.plan.restore.clear());
        assert_eq!(told(&book, day(10, 2)), []);
    }
}
