//! What came out of each line, month by month, whatever it was read from: the readings of the project, a pasted
//! history, figures that were typed to try.

use std::sync::Arc;

use crate::domain::ids::Id;
use crate::domain::performance::scorecard::MIN_COVERAGE_BP;
use crate::domain::performance::{Kpi, Performance, Reading};
use crate::domain::period::{Month, Period};
use crate::domain::project::Project;
use crate::domain::requirements::SlaLine;
use crate::domain::requirements::protection::PenaltyModel;
use crate::domain::selection::Vendor;
use crate::domain::share::is_percent;
use crate::domain::sorted_map::SortedMap;

/// Readings by line and month, and scores by period.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Actuals {
    lines: SortedMap<Id<SlaLine>, SortedMap<Month, Reading>>,
    scores: SortedMap<Period, f64>,
}

impl Actuals {
    /// Takes what was read of a vendor: each line from the indicator that shows it, and the scores over these periods
    /// where the score is paid by.
    #[must_use]
    pub fn of(project: &Project, vendor: Id<Vendor>, periods: &[Period]) -> Self {
        let performance = &project.performance;
        let mut found = Self::default();
        for line in project.requirements.sla.iter() {
            let months = performance.shown_by(line).and_then(|kpi| performance.readings.get(vendor, kpi.id));
            if let Some(months) = months {
                found.lines.insert(line.id, months.clone());
            }
        }
        if performance.credits.model == Some(PenaltyModel::PayByScore) {
            let score = |period: &Period| Some((*period, performance.score_over(vendor, *period)?));
            found.scores = periods.iter().filter_map(score).collect();
        }
        found
    }

    /// Sets what came out of a line in a month.
    pub fn set(&mut self, line: Id<SlaLine>, month: Month, reading: Reading) {
        self.lines.entry(line).insert(month, reading);
    }

    /// Sets the score of a period, or takes it out.
    pub fn set_score(&mut self, period: Period, score: Option<f64>) {
        match score {
            Some(score) => self.scores.insert(period, score),
            None => self.scores.remove(&period),
        };
    }

    /// Returns the score of a period, where enough of it has data: its own, or else the mean of those of its months.
    #[must_use]
    pub fn score(&self, period: Period) -> Option<f64> {
        let of_months =
            || mean(period.months().filter_map(|month| self.scores.get(&Period::month(month)).copied()));
        self.scores.get(&period).copied().or_else(of_months)
    }

    /// Returns what came out of a line in a month.
    #[must_use]
    pub fn reading(&self, line: Id<SlaLine>, month: Month) -> Option<Reading> {
        self.lines.get(&line)?.get(&month).copied()
    }

    /// Returns the mean of the wanted months with data of a line.
    #[must_use]
    pub fn mean(&self, line: Id<SlaLine>, period: Period, wanted: impl Fn(Month) -> bool) -> Option<f64> {
        let months = period.months().filter(|month| wanted(*month));
        mean(months.filter_map(|month| self.reading(line, month)?.value()))
    }

    /// Returns the last month a line has a reading of.
    #[must_use]
    pub fn last(&self, line: Id<SlaLine>) -> Option<Month> {
        self.lines.get(&line)?.keys().next_back().copied()
    }
}

fn mean(values: impl Iterator<Item = f64>) -> Option<f64> {
    let (sum, n) = values.fold((0.0, 0_u32), |(sum, n), value| (sum + value, n + 1));
    (0 < n).then(|| sum / f64::from(n))
}

impl Performance {
    /// Tells whether what comes out of a line is a share of a whole, by the indicator it is read from or else by its unit.
    #[must_use]
    pub fn is_share(&self, line: &SlaLine) -> bool {
        self.shown_by(line).map_or_else(|| is_percent(&line.unit), |kpi| kpi.is_share())
    }

    /// Returns the indicator a line is read from: the first one that shows it in its unit.
    #[must_use]
    pub fn shown_by(&self, line: &SlaLine) -> Option<&Arc<Kpi>> {
        let is_same = |unit: &str| unit.is_empty() || line.unit.trim().is_empty() || unit == line.unit.trim();
        self.kpis.iter().find(|kpi| kpi.sla == Some(line.id) && is_same(kpi.unit.trim()))
    }

    /// Returns a vendor's score over some months, where the indicators with data carry enough of the weight: that of the
    /// review of these months once it is closed.
    #[must_use]
    pub fn score_over(&self, vendor: Id<Vendor>, period: Period) -> Option<f64> {
        let review = self.period_of(vendor, period.first);
        match self.closed_review(vendor, period.first) {
            Some((closed_over, closed)) if closed_over == period => closed.gradable().ok(),
            _ => self.lines(vendor, period, review.first).ok()?.1.gradable(MIN_COVERAGE_BP).ok(),
        }
    }
}
