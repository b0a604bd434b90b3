//! What is replayed: the readings of the project or a table from elsewhere.

use crate::domain::ids::Id;
use crate::domain::performance::Reading;
use crate::domain::performance::credits::readings::Actuals;
use crate::domain::performance::credits::terms::CreditTerms;
use crate::domain::period::{Cycle, Month, Period};
use crate::domain::project::Project;
use crate::domain::register::Item;
use crate::domain::requirements::SlaLine;
use crate::domain::selection::Vendor;
use crate::domain::sorted_map::SortedMap;

/// The longest history that is replayed, in months.
pub const LONGEST: i32 = 120;

/// Readings by line and month, with how many cases each rests on where that is known.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    /// What came out.
    pub actuals: Actuals,
    counts: SortedMap<Id<SlaLine>, SortedMap<Month, u32>>,
    months: Option<(Month, Month)>,
}

/// What a head of a pasted table names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// What came out of a line.
    Value(Id<SlaLine>),
    /// How many cases that rests on.
    Count(Id<SlaLine>),
    /// The score, for paying by score.
    Score,
}

impl History {
    /// Takes the readings of a vendor.
    #[must_use]
    pub fn of(project: &Project, vendor: Id<Vendor>) -> Self {
        let months = project.performance.months();
        let last = months.last().copied();
        // A slip in the year is no history.
        let first = months.iter().copied().find(|month| last.is_some_and(|last| month.until(last) < LONGEST));
        let mut history = Self { months: first.zip(last), ..Self::default() };
        let settled = project.performance.payments.terms_of(vendor).cycle;
        history.actuals =
            Actuals::of(project, vendor, &history.periods(&project.performance.credits, settled));
        history
    }

    /// Sets what a column says of a month.
    pub fn set(&mut self, column: Column, month: Month, reading: Reading) {
        match (column, reading) {
            (Column::Value(line), _) => self.actuals.set(line, month, reading),
            (Column::Count(line), Reading::Value(n)) => {
                self.counts.entry(line).insert(month, n.round().clamp(0.0, f64::from(u32::MAX)) as u32);
            }
            (Column::Count(line), Reading::NoEvents) => {
                self.counts.entry(line).insert(month, 0);
            }
            (Column::Score, _) => self.actuals.set_score(Period::month(month), reading.value()),
        }
        self.months =
            Some(self.months.map_or((month, month), |(first, last)| (first.min(month), last.max(month))));
    }

    /// Tells whether there is nothing to replay.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.months.is_none()
    }

    /// Returns the periods that are assessed, where so much is settled at once.
    #[must_use]
    pub fn periods(&self, terms: &CreditTerms, settled: Cycle) -> Vec<Period> {
        let Some((first, last)) = self.months else { return Vec::new() };
        terms.looked_at(last, settled).since(first.max(last.plus(1 - LONGEST)))
    }

    /// Returns how many cases a line rests on over a period, where any of its months says so.
    #[must_use]
    pub fn count(&self, line: Id<SlaLine>, period: Period) -> Option<u32> {
        let months = self.counts.get(&line)?;
        let known = period.months().filter_map(|month| months.get(&month).copied());
        known.reduce(u32::saturating_add)
    }
}

/// Finds what the head of a column names: the number of a line, its measure, or the number or the name of the indicator
/// that shows it; followed by `n`, how many cases that rests on. `Score` is the score.
#[must_use]
pub fn column(project: &Project, head: &str) -> Option<Column> {
    let head = head.trim();
    let line = |name: &str| {
        let is = |other: &str| !name.is_empty() && other.trim().eq_ignore_ascii_case(name.trim());
        let lines = &project.requirements.sla;
        let own = lines.iter().find(|line| is(&line.clause()) || is(&line.measure)).map(|line| line.id);
        let kpis = project.performance.kpis.iter();
        own.or_else(|| kpis.clone().find(|kpi| is(&kpi.clause()) || is(&kpi.name)).and_then(|kpi| kpi.sla))
    };
    let counted = || {
        let ends = [" n", "（n）", "(n)", " 件数", "件数"];
        let name =
            ends.iter().find_map(|end| head.to_lowercase().ends_with(end).then(|| head.len() - end.len()));
        line(head.get(..name?)?).map(Column::Count)
    };
    let scored =
        || matches!(head.to_lowercase().as_str(), "score" | "得分" | "总分").then_some(Column::Score);
    line(head).map(Column::Value).or_else(counted).or_else(scored)
}
