//! Stage 6: what is measured, what came out, and which grade that earns.

pub mod control;
pub mod counters;
pub mod coverage;
pub mod credits;
pub mod expression;
pub mod formula;
pub mod improvement;
pub mod marks;
pub mod pareto;
pub mod payment;
pub mod records;
pub mod rehearsal;
pub mod review;
pub mod scorecard;
pub mod trend;

use std::sync::Arc;

use decode::Decode;
use serde::{Deserialize, Serialize};

use crate::domain::ids::Id;
use crate::domain::matrix::Matrix;
use crate::domain::performance::credits::terms::CreditTerms;
use crate::domain::performance::improvement::{Feedback, Theme};
use crate::domain::performance::payment::Payments;
use crate::domain::performance::records::Records;
use crate::domain::performance::review::Review;
use crate::domain::performance::review::agreed::AgreedAction;
use crate::domain::period::{Cycle, Month, Parting};
use crate::domain::register::{Register, item};
use crate::domain::requirements::SlaLine;
use crate::domain::selection::Vendor;
use crate::domain::sorted_map::SortedMap;

/// Which way a value is good.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// More is better.
    #[default]
    Higher,
    /// Less is better.
    Lower,
}

/// What of the collaboration an indicator is counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Counted {
    /// The milestones accepted in time.
    OnTime,
    /// What passes all checks at the first try.
    FirstPass,
}

/// One key performance indicator.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Kpi {
    /// The id.
    pub id: Id<Self>,
    /// The clause number.
    pub number: u32,
    /// What it is called.
    pub name: String,
    /// What is counted.
    pub numerator: String,
    /// Out of what.
    pub denominator: String,
    /// The unit, for example `%` or `min`.
    pub unit: String,
    /// Which way a value is good.
    pub direction: Direction,
    /// The value that earns 100 points.
    pub target: Option<f64>,
    /// The value that earns none.
    pub floor: Option<f64>,
    /// How much it counts on the scorecard; basis points, all together 10 000.
    pub weight_bp: u32,
    /// Whether people judge it (1–5) instead of counting.
    pub judged: bool,
    /// The service level line it shows.
    pub sla: Option<Id<SlaLine>>,
    /// What it is counted from, where that is in this project.
    pub counted: Option<Counted>,
    /// How it is computed from the numbers of a month; empty where its value is entered as it is.
    pub formula: String,
    /// The indicator that shows what this one hides when it alone is chased.
    pub counter: Option<Id<Self>>,
    /// Whether its percentages may lie outside 0 to 100: a saving or a turnover of people a year is no share of a whole.
    pub beyond_whole: bool,
}
item!(Kpi, "K", 1);

/// One reading of a month. No reading at all is something else than either.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Reading {
    /// The value.
    Value(f64),
    /// Nothing happened that could be counted: no data, neither 0 nor 100.
    NoEvents,
}

impl Reading {
    /// Returns the value, where there is one.
    #[must_use]
    pub const fn value(self) -> Option<f64> {
        match self {
            Self::Value(value) => Some(value),
            Self::NoEvents => None,
        }
    }
}

/// How scores become grades.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum GradeScheme {
    /// A 90, B 80, C 70, D.
    #[default]
    CnCommon,
    /// A 90, B 80, C 70, D 60, F.
    CnWithF,
    /// A 85, B 70, C 50, D.
    DeAdvisory,
}

impl GradeScheme {
    /// Every scheme, in the order of choice lists.
    pub const ALL: [Self; 3] = [Self::CnCommon, Self::CnWithF, Self::DeAdvisory];
}

/// The section of stage 6.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Performance {
    /// The indicators.
    pub kpis: Register<Kpi>,
    /// The readings by vendor and indicator, then by month.
    pub readings: Matrix<Vendor, Kpi, SortedMap<Month, Reading>>,
    /// The reviews by vendor, then by the first month of their period.
    pub reviews: SortedMap<Id<Vendor>, SortedMap<Month, Review>>,
    /// How often a review is held.
    pub review_cycle: Cycle,
    /// What was agreed in reviews.
    pub agreed: Register<AgreedAction>,
    /// What users of the service say.
    pub feedback: Register<Feedback>,
    /// What is improved because of it.
    pub themes: Register<Theme>,
    /// What is agreed about service credits.
    pub credits: CreditTerms,
    /// What is paid.
    pub payments: Payments,
    /// What is known of the readings besides their values.
    pub records: Matrix<Vendor, Kpi, Arc<Records>>,
    /// The periods the indicators are looked at by.
    pub parting: Parting,
}

impl Performance {
    /// Returns one reading.
    #[must_use]
    pub fn reading(&self, vendor: Id<Vendor>, kpi: Id<Kpi>, month: Month) -> Option<Reading> {
        self.readings.get(vendor, kpi)?.get(&month).copied()
    }

    /// Sets or clears one reading.
    pub fn set_reading(&mut self, vendor: Id<Vendor>, kpi: Id<Kpi>, month: Month, reading: Option<Reading>) {
        let mut months = self.readings.get(vendor, kpi).cloned().unwrap_or_default();
        match reading {
            Some(reading) => months.insert(month, reading),
            None => months.remove(&month),
        };
        self.readings.set(vendor, kpi, (!months.is_empty()).then_some(months));
    }

    /// Returns the indicator that is counted from something of the collaboration.
    #[must_use]
    pub fn counted_from(&self, counted: Counted) -> Option<&Arc<Kpi>> {
        self.kpis.iter().find(|kpi| kpi.counted == Some(counted))
    }

    /// Counts the months whose reading is not the value that was counted.
    #[must_use]
    pub fn n_behind(&self, vendor: Id<Vendor>, kpi: Id<Kpi>, counted: &[(Month, f64)]) -> usize {
        let is_behind = |(month, value): &&(Month, f64)| {
            self.reading(vendor, kpi, *month) != Some(Reading::Value(*value))
        };
        counted.iter().filter(is_behind).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_counted_is_behind_until_it_is_entered() {
        let mut performance = Performance::default();
        performance.kpis.add(Id::fixed(1), |_| ());
        performance.kpis.add(Id::fixed(2), |kpi| kpi.counted = Some(Counted::FirstPass));
        assert_eq!(performance.counted_from(Counted::OnTime), None);
        let kpi = performance.counted_from(Counted::FirstPass).unwrap().id;
        let months = ["2026-09", "2026-10"].map(|month| (Month::parse(month).unwrap(), 50.0));
        assert_eq!(performance.n_behind(Id::fixed(9), kpi, &months), 2);
        performance.set_reading(Id::fixed(9), kpi, months[1].0, Some(Reading::Value(50.0)));
        performance.set_reading(Id::fixed(9), kpi, months[0].0, Some(Reading::NoEvents));
        assert_eq!(performance.n_behind(Id::fixed(9), kpi, &months), 1);
    }
}
