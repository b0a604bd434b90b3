//! What would be returned if one service level had kept to its target.

use crate::domain::ids::Id;
use crate::domain::money::Money;
use crate::domain::performance::Reading;
use crate::domain::performance::credits::assess::Agreement;
use crate::domain::performance::credits::readings::Actuals;
use crate::domain::performance::credits::statement::settled::Before;
use crate::domain::performance::credits::statement::{Statement as Credits, statement, statement_of};
use crate::domain::period::{Cycle, Month, Period};
use crate::domain::project::Project;
use crate::domain::register::Item;
use crate::domain::requirements::protection::PenaltyModel;
use crate::domain::requirements::{Bound, Window};
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
    /// Paid by score there are none.
    #[must_use]
    pub fn mended(&self, vendor: Id<Vendor>, period: Period, value_added: Money) -> Vec<Mended> {
        let terms = &self.performance.credits;
        // Paid by score, no service level costs anything by itself.
        if terms.model == Some(PenaltyModel::PayByScore) {
            return Vec::new();
        }
        let Ok(now) = statement(self, vendor, period) else { return Vec::new() };
        let Ok((agreement, source)) = Agreement::of(self, vendor) else { return Vec::new() };
        let before = Before::of(self, vendor, period);
        let actuals = Actuals::of(self, vendor, &terms.periods(before.first, period));
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
            // A line measured by the quarter is charged in its last month for all of it.
            let looked_at = match line.window {
                Window::Quarter => period.since(Cycle::Quarter.around(period.first).first),
                _ => vec![period],
            };
            for month in looked_at.into_iter().flat_map(Period::months) {
                let reading = actuals.reading(line.id, month).and_then(Reading::value);
                if reading.is_some_and(|value| !line.bound.is_met(value, target)) {
                    kept.set(line.id, month, Reading::Value(target));
                }
            }
            let then = statement_of(&agreement, source, &kept, period, &before).ok()?;
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
