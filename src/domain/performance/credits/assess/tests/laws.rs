use proptest::prelude::*;

use super::*;
use crate::domain::performance::credits::charge::{Escalation, PayBand};

/// Any terms of any model, in the ranges the fields take.
fn any_terms() -> impl Strategy<Value = CreditTerms> {
    let shares = || 0_u32..=10_000;
    let tier = (0_u32..=1_000_000, 0_u32..=1_000_000, shares());
    let figures = (
        prop::collection::vec(tier, 0..5),
        prop::collection::vec((0_u32..60, shares()), 0..5),
        prop::collection::vec((0_u32..=100_000, shares()), 0..5),
        prop::collection::vec(shares(), 0..4),
    );
    let models = PenaltyModel::CHOICES.into_iter().flatten().collect::<Vec<_>>();
    let general = (prop::sample::select(models), prop::option::of(shares()), shares(), any::<bool>());
    let of_lines = prop::collection::vec((0_u32..=20_000, 0_u32..=30), 3);
    (general, figures, of_lines).prop_map(|(general, figures, of_lines)| {
        let (model, cap_bp, risk_bp, is_whole) = general;
        let (tiers, steps, bands, repeat_bp) = figures;
        let mut terms = terms(model);
        (terms.cap_bp, terms.at_risk.risk_bp) = (cap_bp, risk_bp);
        let tier = |(from_ppm, below_ppm, credit_bp)| Tier { from_ppm, below_ppm, credit_bp };
        terms.tiers = tiers.into_iter().map(tier).collect();
        terms.steps = steps.into_iter().map(|(points, credit_bp)| Step { points, credit_bp }).collect();
        let band = |(from_milli, pay_bp)| PayBand { from_milli, pay_bp, ..PayBand::default() };
        terms.bands = bands.into_iter().map(band).collect();
        terms.escalation = Escalation { repeat_bp, ..terms.escalation };
        if is_whole {
            terms.assessed = Assessed::WholePeriod;
        }
        for (id, (allocation_bp, points)) in (1..).zip(of_lines) {
            let line = terms.lines.entry(Id::fixed(id));
            (line.allocation_bp, line.points, line.level) = (allocation_bp, points, Some(Level::Critical));
        }
        terms
    })
}

/// What came out in the months of half a year, and their scores.
fn any_actuals() -> impl Strategy<Value = Actuals> {
    let reading = || prop::option::of(0.0..=100.0_f64);
    prop::collection::vec((reading(), reading(), reading(), reading()), 6).prop_map(|months| {
        let mut actuals = Actuals::default();
        for (place, (first, second, third, score)) in (0..).zip(months) {
            let month = march().plus(place - 5);
            for (id, value) in (1..).zip([first, second, third]) {
                actuals.set(Id::fixed(id), month, value.map_or(Reading::NoEvents, Reading::Value));
            }
            actuals.set_score(Period::month(month), score);
        }
        actuals
    })
}

proptest! {
    #[test]
    fn no_model_takes_more_than_its_cap_or_the_fee(
        terms in any_terms(), actuals in any_actuals(), fee in 0_i64..=1_000_000_000,
    ) {
        let lines = lines();
        let agreement = Agreement { terms: &terms, lines: &lines, fee: Money(fee) };
        let periods = terms.looked_at(march(), Cycle::Quarter).since(march().plus(-5));
        let found = agreement.follow(&periods, &actuals).unwrap();
        for one in &found {
            prop_assert!(one.cap.is_none_or(|cap| one.credits <= cap));
            prop_assert!(Money(0) <= one.credits && one.credits <= one.sum);
            prop_assert!(Money(0) <= one.taken() && one.taken() <= one.fee);
            prop_assert_eq!(total([one.taken(), one.beyond_fee()]), one.credits);
            let parts = total(one.lines.iter().map(|line| line.part));
            prop_assert!(parts == one.credits || one.lines.iter().all(|line| line.part == Money(0)));
        }
        let caps = total(found.iter().map(|one| one.cap.unwrap_or(one.fee).min(one.fee)));
        prop_assert!(total(found.iter().map(Assessment::taken)) <= caps);
    }

    #[test]
    fn a_line_that_is_missed_too_never_costs_less_by_points(
        mut steps in prop::collection::vec((0_u32..60, 0_u32..=10_000), 0..6),
        points in prop::collection::vec(0_u32..=30, 3),
        missed in prop::collection::vec(any::<bool>(), 3), more in 0_usize..3,
    ) {
        // Steps that never fall, as agreed ones do not.
        steps.sort_unstable();
        let mut highest = 0;
        let step = |(points, credit_bp): (u32, u32)| {
            highest = credit_bp.max(highest);
            Step { points, credit_bp: highest }
        };
        let mut terms = terms(PenaltyModel::Points);
        terms.steps = steps.into_iter().map(step).collect();
        for (id, points) in (1..).zip(points) {
            let line = terms.lines.entry(Id::fixed(id));
            (line.points, line.level) = (points, Some(Level::Critical));
        }
        let credits = |missed: &[bool]| {
            let value = |place: usize, good: f64, bad: f64| Some(if missed[place] { bad } else { good });
            assess(&terms, [value(0, 99.0, 50.0), value(1, 1.0, 50.0), value(2, 15.0, 50.0)]).credits
        };
        let before = credits(&missed);
        let mut worse = missed;
        worse[more] = true;
        prop_assert!(before <= credits(&worse));
    }
}
