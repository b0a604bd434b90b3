//! What the service level a risk threatens has cost when it was missed.

use crate::domain::ids::Id;
use crate::domain::money::Money;
use crate::domain::performance::credits::assess::Agreement;
use crate::domain::performance::credits::readings::Actuals;
use crate::domain::performance::credits::terms::Assessed;
use crate::domain::period::{Month, Period};
use crate::domain::project::Project;
use crate::domain::requirements::SlaLine;

/// What a miss of a service level was charged with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Charged {
    /// The month that was missed.
    pub month: Month,
    /// What came out, in the unit of the line.
    pub actual: Option<f64>,
    /// What was deducted for it, after the cap.
    pub credit: Money,
    /// The fee of the month.
    pub fee: Money,
}

impl Project {
    /// Returns the latest month in which a service level cost the chosen vendor something. Nothing is known where no vendor
    /// is chosen or no model of deduction is agreed, and where whole periods are assessed: which one is settled is said on
    /// the page of payments.
    #[must_use]
    pub fn latest_charge(&self, line: Id<SlaLine>) -> Option<Charged> {
        let (performance, terms) = (&self.performance, &self.performance.credits);
        let vendor = self.selection.decision.chosen?;
        let months = performance.months();
        let (first, last) = (*months.first()?, *months.last()?);
        if terms.assessed != Assessed::EachMonth {
            return None;
        }
        let (agreement, _) = Agreement::of(self, vendor).ok()?;
        let periods = terms.periods(first, Period::month(last));
        let assessments = agreement.follow(&periods, &Actuals::of(self, vendor, &periods)).ok()?;
        assessments.iter().rev().find_map(|assessment| {
            let found = assessment.lines.iter().find(|one| one.sla == Some(line))?;
            let charged = Charged {
                month: assessment.period.first,
                actual: found.actual,
                credit: found.part,
                fee: assessment.fee,
            };
            (Money(0) < charged.credit).then_some(charged)
        })
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::domain::performance::Reading;
    use crate::domain::performance::credits::terms::LineTerms;
    use crate::domain::requirements::protection::PenaltyModel;

    /// A line of at least 99 % with half of the 12 % at risk, read from January on.
    fn project(values: &[f64]) -> Project {
        let mut project = Project::default();
        let selection = Arc::make_mut(&mut project.selection);
        selection.vendors.add(Id::fixed(7), |_| ());
        selection.decision.chosen = Some(Id::fixed(7));
        Arc::make_mut(&mut project.requirements).sla.add(Id::fixed(1), |line| {
            (line.target, line.unit) = (Some(99.0), "%".to_owned());
            line.penalty_model = Some(PenaltyModel::AtRisk);
        });
        let performance = Arc::make_mut(&mut project.performance);
        performance.kpis.add(Id::fixed(2), |kpi| kpi.sla = Some(Id::fixed(1)));
        for (place, value) in values.iter().enumerate() {
            let month = Month::parse("2026-01").unwrap().plus(place as i32);
            performance.set_reading(Id::fixed(7), Id::fixed(2), month, Some(Reading::Value(*value)));
        }
        let terms = &mut performance.credits;
        (terms.model, terms.fee) = (Some(PenaltyModel::AtRisk), Some(Money(1_000_000)));
        terms.lines.insert(Id::fixed(1), LineTerms { allocation_bp: 5000, ..LineTerms::default() });
        project
    }

    #[test]
    fn the_latest_miss_tells_what_it_cost() {
        let found = project(&[98.0, 97.5, 99.0]).latest_charge(Id::fixed(1)).unwrap();
        assert_eq!(found.month, Month::parse("2026-02").unwrap());
        assert_eq!((found.actual, found.credit, found.fee), (Some(97.5), Money(60_000), Money(1_000_000)));
    }

    #[test]
    fn nothing_is_made_up() {
        assert_eq!(project(&[99.0, 100.0]).latest_charge(Id::fixed(1)), None);
        assert_eq!(project(&[98.0]).latest_charge(Id::fixed(2)), None);
        let mut without = project(&[98.0]);
        Arc::make_mut(&mut without.performance).credits.model = None;
        assert_eq!(without.latest_charge(Id::fixed(1)), None);
        let mut whole = project(&[98.0]);
        Arc::make_mut(&mut whole.performance).credits.assessed = Assessed::WholePeriod;
        assert_eq!(whole.latest_charge(Id::fixed(1)), None);
        let mut undecided = project(&[98.0]);
        Arc::make_mut(&mut undecided.selection).decision.chosen = None;
        assert_eq!(undecided.latest_charge(Id::fixed(1)), None);
    }
}
