//! What the next better pay band would be worth, where a score says which share of the fee is paid.

use crate::domain::ids::Id;
use crate::domain::money::Money;
use crate::domain::performance::credits::assess::{Agreement, Assessment, Rule, score_milli};
use crate::domain::performance::credits::charge::PayBand;
use crate::domain::performance::credits::readings::Actuals;
use crate::domain::performance::credits::statement::settled::Before;
use crate::domain::performance::credits::statement::{statement, statement_of};
use crate::domain::period::Period;
use crate::domain::project::Project;
use crate::domain::requirements::protection::PenaltyModel;
use crate::domain::selection::Vendor;

/// The score of one assessment, and the way to the next better band.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scored {
    /// Over which months.
    pub period: Period,
    /// The score, thousandths of a point, where enough has data.
    pub score_milli: Option<u32>,
    /// The band it lies in; in none, the whole fee is paid.
    pub band: Option<PayBand>,
    /// The next better band, where there is one.
    pub next: Option<NextBand>,
}

/// The next better band.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NextBand {
    /// The band.
    pub band: PayBand,
    /// How many thousandths of a point are missing to it.
    pub missing_milli: u32,
    /// What is paid for the period now.
    pub paid: Money,
    /// What would be paid had this score alone reached the band.
    pub then: Money,
}

impl NextBand {
    /// Returns how much more would be paid. Under a cap that may be less than the difference of the bands.
    #[must_use]
    pub const fn worth(&self) -> Money {
        Money(self.then.0.saturating_sub(self.paid.0))
    }
}

/// Returns the lowest band above a score that is better than its own: more is paid, or as much with less that follows.
fn next_better(bands: &[PayBand], score_milli: u32, own: PayBand) -> Option<PayBand> {
    let is_better = |band: &PayBand| {
        own.pay_bp < band.pay_bp || own.pay_bp == band.pay_bp && band.consequence < own.consequence
    };
    let above = bands.iter().copied().filter(|band| score_milli < band.from_milli);
    above.filter(is_better).min_by_key(|band| band.from_milli)
}

impl Project {
    /// Lists the scores that are paid by over a period, each with the way to the next better band. Nothing where another
    /// model is agreed, or the credits cannot be told.
    #[must_use]
    pub fn scored(&self, vendor: Id<Vendor>, period: Period, value_added: Money) -> Option<Vec<Scored>> {
        let terms = &self.performance.credits;
        terms.model.filter(|model| *model == PenaltyModel::PayByScore)?;
        let now = statement(self, vendor, period).ok()?;
        let (agreement, source) = Agreement::of(self, vendor).ok()?;
        let before = Before::of(self, vendor, period);
        let actuals = Actuals::of(self, vendor, &terms.periods(before.first, period));
        let next = |assessed: Period, score_milli: u32, own: PayBand| {
            let band = next_better(&terms.bands, score_milli, own)?;
            let mut reached = actuals.clone();
            reached.set_score(assessed, Some(f64::from(band.from_milli) / 1000.0));
            let then = statement_of(&agreement, source, &reached, period, &before).ok()?;
            let [paid, then] = [&now, &then].map(|credits| credits.payable(value_added).payment);
            Some(NextBand { band, missing_milli: band.from_milli - score_milli, paid, then })
        };
        let scored = |assessment: &Assessment| {
            let found = assessment.lines.iter().find_map(|line| match line.rule {
                Rule::Score { score, band } => Some((score, band)),
                _ => None,
            });
            let (score, band) = found?;
            let (assessed, score_milli) = (assessment.period, score.map(score_milli));
            let next = score_milli.zip(band).and_then(|(score, band)| next(assessed, score, band));
            Some(Scored { period: assessed, score_milli, band, next })
        };
        Some(now.assessments.iter().filter_map(scored).collect())
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use proptest::prelude::*;

    use super::*;
    use crate::domain::performance::Reading;
    use crate::domain::performance::credits::charge::Consequence;
    use crate::domain::performance::credits::terms::Assessed;
    use crate::domain::period::{Cycle, Month};

    const VENDOR: Id<Vendor> = Id::fixed(1);

    fn quarter() -> Period {
        Cycle::Quarter.around(Month::parse("2026-07").unwrap())
    }

    /// A fee of 1 000.00 a month, paid by the one indicator that is the score, month by month.
    fn project(scores: [Option<f64>; 3]) -> Project {
        let mut project = Project::default();
        Arc::make_mut(&mut project.selection)
            .vendors
            .add(VENDOR, |vendor| vendor.proposal.base_price = Some(Money(100_000)));
        let performance = Arc::make_mut(&mut project.performance);
        performance.kpis.add(Id::fixed(2), |kpi| {
            (kpi.floor, kpi.target, kpi.weight_bp) = (Some(0.0), Some(100.0), 10_000);
        });
        for (month, score) in quarter().months().zip(scores) {
            performance.set_reading(VENDOR, Id::fixed(2), month, score.map(Reading::Value));
        }
        performance.credits.model = Some(PenaltyModel::PayByScore);
        project
    }

    fn scored(project: &Project) -> Vec<Scored> {
        project.scored(VENDOR, quarter(), Money(0)).unwrap()
    }

    #[test]
    fn each_score_says_how_far_the_next_band_is_and_what_it_is_worth() {
        let found = scored(&project([Some(84.25), Some(96.0), None]));
        let next = found[0].next.unwrap();
        assert_eq!((next.band.from_milli, next.missing_milli), (85_000, 750));
        // 80 % of one month, all of the two others; then 90 %.
        assert_eq!((next.paid, next.then, next.worth()), (Money(280_000), Money(290_000), Money(10_000)));
        assert_eq!(found[1].next, None, "the best band");
        assert_eq!((found[2].score_milli, found[2].next), (None, None), "not scored");
    }

    #[test]
    fn a_whole_period_has_one_score_and_a_cap_limits_what_its_band_is_worth() {
        let mut project = project([Some(40.0), Some(50.0), Some(45.0)]);
        let credits = &mut Arc::make_mut(&mut project.performance).credits;
        (credits.assessed, credits.cap_bp) = (Assessed::WholePeriod, Some(6000));
        let [one] = scored(&project)[..] else { panic!("one score") };
        let next = one.next.unwrap();
        assert_eq!((one.score_milli, next.missing_milli), (Some(45_000), 5000));
        assert_eq!(
            (next.band.consequence, one.band.unwrap().consequence),
            (Consequence::NoRenewal, Consequence::Terminate)
        );
        // All of 3 000 is cut to 60 %; half of it would be.
        assert_eq!(next.worth(), Money(30_000));
    }

    #[test]
    fn another_model_has_no_bands() {
        let mut project = project([Some(40.0); 3]);
        Arc::make_mut(&mut project.performance).credits.model = Some(PenaltyModel::AtRisk);
        assert_eq!(project.scored(VENDOR, quarter(), Money(0)), None);
    }

    #[test]
    fn a_band_that_pays_no_more_is_passed_over() {
        let band = |from_milli, pay_bp| PayBand { from_milli, pay_bp, consequence: Consequence::None };
        let bands = [band(0, 8000), band(50_000, 8000), band(70_000, 7000), band(90_000, 9000)];
        assert_eq!(next_better(&bands, 10_000, bands[0]), Some(bands[3]));
        assert_eq!(next_better(&bands, 95_000, bands[3]), None);
        let milder = PayBand { consequence: Consequence::None, ..bands[1] };
        let own = PayBand { consequence: Consequence::NoRenewal, ..bands[0] };
        assert_eq!(next_better(&bands, 10_000, own), Some(milder));
    }

    proptest! {
        #[test]
        fn reaching_the_band_pays_what_was_said(values in prop::array::uniform3(0.0_f64..100.0), cap in prop::option::of(0_u32..10_000)) {
            let mut project = project(values.map(Some));
            Arc::make_mut(&mut project.performance).credits.cap_bp = cap;
            for (one, month) in scored(&project).into_iter().zip(quarter().months()) {
                let Some(next) = one.next else { continue };
                prop_assert!(Money(0) <= next.worth());
                let mut then = project.clone();
                let reached = f64::from(next.band.from_milli) / 1000.0;
                Arc::make_mut(&mut then.performance)
                    .set_reading(VENDOR, Id::fixed(2), month, Some(Reading::Value(reached)));
                prop_assert_eq!(then.draw_statement(VENDOR, quarter()).stated.payment, next.then);
                prop_assert_eq!(one.score_milli.unwrap() + next.missing_milli, next.band.from_milli);
            }
        }
    }
}
