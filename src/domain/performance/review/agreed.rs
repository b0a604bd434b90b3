//! What is agreed in a review: by the grade, or in the parties' own words.

use std::sync::Arc;

use chrono::NaiveDate;
use decode::Decode;
use serde::Serialize;

use crate::domain::collaboration::Collaboration;
use crate::domain::ids::Id;
use crate::domain::performance::Performance;
use crate::domain::period::{Month, Period};
use crate::domain::register::item;
use crate::domain::selection::Vendor;
use crate::domain::team::Role;

/// Something agreed in a review.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct AgreedAction {
    /// The id.
    pub id: Id<Self>,
    /// The clause number.
    pub number: u32,
    /// The vendor reviewed.
    pub vendor: Id<Vendor>,
    /// The first month of the period reviewed.
    pub period: Option<Month>,
    /// Which of the usual ones it is.
    pub usual: Option<Usual>,
    /// What.
    pub what: String,
    /// Who does it.
    pub owner: Option<Id<Role>>,
    /// By when.
    pub due: Option<NaiveDate>,
    /// When it was done.
    pub done: Option<NaiveDate>,
}
item!(AgreedAction, "RA", 1);

impl AgreedAction {
    /// Returns how many days it is overdue on a day: 0 when it is not, or done.
    #[must_use]
    pub fn days_overdue(&self, today: NaiveDate) -> i64 {
        let due = self.due.filter(|_| self.done.is_none());
        due.map_or(0, |due| (today - due).num_days().max(0))
    }
}

/// What usually follows from a grade.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Usual {
    /// Talk about a longer term.
    LongerTerm,
    /// Share gains.
    SharedGains,
    /// Go on as agreed.
    GoOn,
    /// Hand in a written plan.
    WrittenPlan,
    /// Check again at the next review.
    CheckAgain,
    /// Hand over no new work.
    NoNewWork,
    /// Let the backup vendor start.
    StartBackup,
}

/// How many working days a written plan may take.
pub const PLAN_DAYS: usize = 10;

impl Usual {
    /// Returns what follows from a grade by its place among the bands, 0 for the best. Below the fourth nothing gets
    /// better.
    #[must_use]
    pub const fn of_grade(place: usize) -> &'static [Self] {
        match place {
            0 => &[Self::LongerTerm, Self::SharedGains],
            1 => &[Self::GoOn],
            2 => &[Self::WrittenPlan, Self::CheckAgain],
            _ => &[Self::NoNewWork, Self::StartBackup],
        }
    }

    /// Returns by when it is due that is agreed on a day: a plan within ten working days of all sites, a stop of new work
    /// at once, all else by the end of the period after.
    #[must_use]
    pub fn due(self, collaboration: &Collaboration, period: Period, agreed: NaiveDate) -> Option<NaiveDate> {
        // Sites that never work on the same day would leave a search without an end.
        const DAYS_OF_SEARCH: usize = 370;
        match self {
            Self::WrittenPlan => {
                let days = agreed.iter_days().skip(1).take(DAYS_OF_SEARCH);
                days.filter(|day| collaboration.all_work(*day)).nth(PLAN_DAYS - 1)
            }
            Self::NoNewWork | Self::StartBackup => Some(agreed),
            Self::LongerTerm | Self::SharedGains | Self::GoOn | Self::CheckAgain => period.next().last_day(),
        }
    }
}

impl Performance {
    /// Goes through what was agreed in a review.
    pub fn agreed_in(
        &self,
        vendor: Id<Vendor>,
        first: Month,
    ) -> impl DoubleEndedIterator<Item = &Arc<AgreedAction>> {
        self.agreed.iter().filter(move |one| one.vendor == vendor && one.period == Some(first))
    }
}
