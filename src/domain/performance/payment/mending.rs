//! What would be returned if one service level had kept to its target.

use crate::domain::ids::Id;
use crate::domain::money::Money;
use crate::domain::performance::Reading;
use crate::domain::performance::credits::assess::Agreement;
use crate::domain::performance::credits::readings::Actuals;
use crate::domain::performance::credits::statement::{Statement as Credits, statement, statement_of};
use crate::domain::period::{Month, Period};
use crate::domain::project::Project;
use crate::domain::register::Item;
use crate::domain::requirements::Bound;
use crate::domain::selection::Vendor;

/// A missed service level, and what it would return had it been kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Mended {
    /// The clause number.
    pub clause: String,
    /// What is measured.
    pub measure: String,
    /// Which way the target binds.
    pub bound: Bound,
    /// The target.
    pub target: f64,
    /// The unit.
    pub unit: String,
    /// The first months of the assessments that missed it, with what came out.
    pub missed: Vec<(Month, f64)>,
    /// How much more would be paid.
    pub returns: Money,
}

impl Project {
    /// Lists the service levels that were charged over a period, each with what would be paid more had it alone kept to its
    /// target in all of it. Under a cap that may be less than its credit, and nothing where others alone reach the cap.
    #[must_use]
    pub fn mended(&self, vendor: Id<Vendor>, period: Period, value_added: Money) -> Vec<Mended> {
        let terms = &self.performance.credits;
        let Ok(now) = statement(self, vendor, period) else { return Vec::new() };
        let Some((fee, source)) = terms.fee_of(self, vendor) else { return Vec::new() };
        let agreement = Agreement { terms, lines: &self.requirements.sla, fee };
        let first = self.performance.months().first().copied().unwrap_or(period.first);
        let actuals = Actuals::of(self, vendor, &terms.periods(first, period));
        let paid = |credits: &Credits| credits.payable(value_added).payment.0;
        let lines = self.requirements.sla.iter().filter_map(|line| {
            let target = line.target?;
            let mut kept = actuals.clone();
            let mut missed = Vec::new();
            for assessment in &now.assessments {
                let failed = assessment.lines.iter().find(|one| one.sla == Some(line.id) && one.is_failed());
                let Some(actual) = failed.and_then(|one| one.actual) else { continue };
                missed.push((assessment.period.first, actual));
            }
            if missed.is_empty() {
                return None;
            }
            for month in period.months() {
                let reading = actuals.reading(line.id, month).and_then(Reading::value);
                if reading.is_some_and(|value| !line.bound.is_met(value, target)) {
                    kept.set(line.id, month, Reading::Value(target));
                }
            }
            let then = statement_of(&agreement, source, &kept, period, first).ok()?;
            Some(Mended {
                clause: line.clause(),
                measure: line.measure.clone(),
                bound: line.bound,
                target,
                unit: line.unit.clone(),
                missed,
                returns: Money(paid(&then).saturating_sub(paid(&now))),
            })
        });
        lines.collect()
    }
}
