mod laws;

use super::*;
use crate::domain::performance::Reading;
use crate::domain::performance::credits::charge::{AtRisk, total};
use crate::domain::performance::credits::terms::{Assessed, Exclusion, LineTerms};

/// Two critical shares of at least 99 %, a time of at most 15 min that only reports.
fn lines() -> Register<SlaLine> {
    let mut lines = Register::default();
    for (id, bound, target, unit) in
        [(1, Bound::AtLeast, 99.0, "%"), (2, Bound::AtMost, 1.0, "%"), (3, Bound::AtMost, 15.0, "min")]
    {
        lines.add(Id::fixed(id), |line: &mut SlaLine| {
            (line.bound, line.target, line.unit) = (bound, Some(target), unit.to_owned());
            line.penalty_model = (id < 3).then_some(PenaltyModel::AtRisk);
        });
    }
    lines
}

fn terms(model: PenaltyModel) -> CreditTerms {
    let mut terms = CreditTerms { model: Some(model), ..CreditTerms::default() };
    for (id, allocation_bp, points) in [(1, 6000, 5), (2, 5000, 7), (3, 0, 9)] {
        terms.lines.insert(Id::fixed(id), LineTerms { allocation_bp, points, ..LineTerms::default() });
    }
    terms
}

fn march() -> Month {
    Month::parse("2026-03").unwrap()
}

fn read(values: [Option<f64>; 3]) -> Actuals {
    let mut actuals = Actuals::default();
    for (place, value) in values.into_iter().enumerate() {
        let reading = value.map_or(Reading::NoEvents, Reading::Value);
        actuals.set(Id::fixed(place as u128 + 1), march(), reading);
    }
    actuals
}

fn assess(terms: &CreditTerms, values: [Option<f64>; 3]) -> Assessment {
    let (lines, fee) = (lines(), Money(50_000_000));
    let agreement = Agreement { terms, lines: &lines, fee };
    agreement.assess(Period::month(march()), &read(values), &Misses::new()).unwrap()
}

fn credits(found: &Assessment) -> Vec<i64> {
    found.lines.iter().map(|line| line.credit.0).collect()
}

#[test]
fn only_critical_lines_that_were_missed_cost_something() {
    let terms = terms(PenaltyModel::AtRisk);
    let found = assess(&terms, [Some(98.9), Some(1.5), Some(99.0)]);
    assert_eq!(credits(&found), [3_600_000, 3_000_000, 0]);
    assert_eq!((found.sum, found.cap), (Money(6_600_000), Some(Money(6_000_000))));
    assert_eq!(total(found.lines.iter().map(|line| line.part)), found.credits);
    assert_eq!(found.lines[2].outcome, Outcome::Missed);

    let found = assess(&terms, [Some(99.0), None, None]);
    assert_eq!(found.credits, Money(0));
    let outcomes: Vec<_> = found.lines.iter().map(|line| line.outcome).collect();
    assert_eq!(outcomes, [Outcome::Met, Outcome::NoData, Outcome::NoData]);
}

#[test]
fn a_pool_that_is_too_small_is_refused() {
    let mut terms = terms(PenaltyModel::AtRisk);
    terms.at_risk = AtRisk { pool_bp: Some(10_000), ..terms.at_risk };
    let agreement = Agreement { terms: &terms, lines: &lines(), fee: Money(100) };
    let found = agreement.assess(Period::month(march()), &Actuals::default(), &Misses::new());
    assert_eq!(found, Err(CreditError::AllocationsExceedPool));
}

#[test]
fn tiers_hold_what_was_good_and_only_of_what_was_missed() {
    let mut terms = terms(PenaltyModel::ShortfallTiers);
    terms.lines.entry(Id::fixed(3)).level = Some(Level::Critical);
    // 99.5 % lies in a tier, but reaches the target; 4 % bad are 96 % good; minutes are no share.
    let found = assess(&terms, [Some(99.5), Some(4.0), Some(20.0)]);
    assert_eq!(credits(&found), [0, 12_500_000, 0]);
    assert_eq!(found.lines[2].rule, Rule::NoShare);
    // A limit that is not reached is not rounded up to.
    let found = assess(&terms, [Some(94.999_999), Some(0.0), None]);
    assert_eq!(credits(&found), [25_000_000, 0, 0]);
    let found = assess(&terms, [Some(95.0), Some(0.0), None]);
    assert_eq!(credits(&found), [12_500_000, 0, 0]);
}

#[test]
fn points_are_added_and_what_they_cost_falls_on_the_lines_by_points() {
    let found = assess(&terms(PenaltyModel::Points), [Some(90.0), Some(2.0), Some(99.0)]);
    let last = found.lines.last().unwrap();
    assert!(matches!(last.rule, Rule::Steps { points: 12, step: Some(Step { credit_bp: 200, .. }) }));
    assert_eq!(credits(&found), [0, 0, 0, 1_000_000]);
    let parts: Vec<_> = found.lines.iter().map(|line| line.part.0).collect();
    assert_eq!(parts, [416_666, 583_334, 0, 0]);
}

#[test]
fn a_repeat_costs_more_and_the_third_in_six_months_is_chronic() {
    let terms = terms(PenaltyModel::Escalation);
    let (lines, fee) = (lines(), Money(10_000_000));
    let agreement = Agreement { terms: &terms, lines: &lines, fee };
    let mut actuals = Actuals::default();
    let periods = Period::month(march()).since(march().plus(-4));
    for (period, value) in periods.iter().zip([90.0, 99.0, 90.0, 99.5, 90.0]) {
        actuals.set(Id::fixed(1), period.first, Reading::Value(value));
    }
    let found = agreement.follow(&periods, &actuals).unwrap();
    let costs: Vec<_> = found.iter().map(|one| one.credits.0).collect();
    assert_eq!(costs, [500_000, 0, 1_000_000, 0, 1_500_000]);
    let chronic: Vec<_> = found.iter().map(|one| one.chronic.len()).collect();
    assert_eq!(chronic, [0, 0, 0, 0, 1]);
}

#[test]
fn a_score_pays_by_its_band_and_no_score_pays_in_full() {
    let terms = terms(PenaltyModel::PayByScore);
    let agreement = Agreement { terms: &terms, lines: &lines(), fee: Money(8_000_000) };
    let assess = |score: Option<f64>| {
        let mut actuals = Actuals::default();
        actuals.set_score(Period::month(march()), score);
        agreement.assess(Period::month(march()), &actuals, &Misses::new()).unwrap()
    };
    let found = assess(Some(84.9996));
    assert_eq!((found.credits, found.consequence), (Money(1_600_000), Consequence::None));
    assert_eq!(assess(Some(85.0)).credits, Money(800_000));
    assert_eq!(assess(Some(60.0)).consequence, Consequence::NoRenewal);
    assert_eq!((assess(None).credits, assess(None).consequence), (Money(0), Consequence::None));
}

#[test]
fn what_is_excluded_or_not_due_does_not_count() {
    let mut terms = terms(PenaltyModel::AtRisk);
    terms.exclusions =
        vec![Exclusion { from: Some(march()), sla: Some(Id::fixed(1)), ..Exclusion::default() }];
    let mut lines = lines();
    lines.update(Id::fixed(2), |line| line.window = Window::Quarter);
    let agreement = Agreement { terms: &terms, lines: &lines, fee: Money(100_000) };
    let mut actuals = read([Some(50.0), Some(3.0), None]);
    actuals.set(Id::fixed(2), march().plus(-2), Reading::Value(0.0));
    let at = |month: Month| agreement.assess(Period::month(month), &actuals, &Misses::new()).unwrap().lines;
    assert_eq!(at(march())[0].outcome, Outcome::Excluded);
    // The quarter is looked at as a whole, once.
    assert_eq!((at(march())[1].outcome, at(march())[1].actual), (Outcome::Missed, Some(1.5)));
    assert_eq!(at(march().plus(-1))[1].outcome, Outcome::NotDue);
}

#[test]
fn what_went_over_is_held_against_the_tiers_by_what_is_left_of_the_whole() {
    let mut terms = terms(PenaltyModel::ShortfallTiers);
    terms.cap_bp = None;
    let found = assess(&terms, [Some(98.0), Some(5.1), None]);
    let tier = |place: usize| match found.lines[place].rule {
        Rule::Tier(tier) => Some((tier.from_ppm, found.lines[place].good_percent().unwrap())),
        _ => None,
    };
    assert_eq!(tier(0), Some((950_000, 98.0)));
    let (from, good) = tier(1).unwrap();
    assert!(from == 0 && (good - 94.9).abs() < 1e-9);
}

#[test]
fn credits_beyond_the_fee_take_no_more_than_the_fee() {
    let mut terms = terms(PenaltyModel::ShortfallTiers);
    terms.tiers = vec![Tier { from_ppm: 0, below_ppm: 1_000_000, credit_bp: 7500 }];
    let found = assess(&terms, [Some(98.0), Some(5.1), None]);
    assert_eq!((found.fee, found.sum, found.credits), (Money(50_000_000), found.credits, Money(75_000_000)));
    assert_eq!((found.taken(), found.beyond_fee()), (Money(50_000_000), Money(25_000_000)));
    terms.cap_bp = Some(1000);
    let found = assess(&terms, [Some(98.0), Some(5.1), None]);
    assert_eq!((found.taken(), found.beyond_fee()), (Money(5_000_000), Money(0)));
}

#[test]
fn a_span_taken_out_for_every_line_is_not_scored() {
    let mut terms = terms(PenaltyModel::PayByScore);
    let exclusion = |sla| Exclusion { sla, from: Some(march()), ..Exclusion::default() };
    let mut score = |exclusions: Vec<Exclusion>, period: Period| {
        terms.exclusions = exclusions;
        let mut actuals = Actuals::default();
        actuals.set_score(period, Some(10.0));
        let agreement = Agreement { terms: &terms, lines: &lines(), fee: Money(8_000_000) };
        let found = agreement.assess(period, &actuals, &Misses::new()).unwrap();
        (found.lines.last().unwrap().outcome, found.credits, found.consequence)
    };
    let month = Period::month(march());
    let free = (Outcome::Excluded, Money(0), Consequence::None);
    assert_eq!(score(vec![exclusion(None)], month), free);
    assert_eq!(score([1, 2, 3].map(|id| exclusion(Some(Id::fixed(id)))).to_vec(), month), free);
    let charged = (Outcome::Missed, Money(8_000_000), Consequence::Terminate);
    assert_eq!(score([1, 2].map(|id| exclusion(Some(Id::fixed(id)))).to_vec(), month), charged);
    assert_eq!(score(vec![exclusion(None)], Cycle::Quarter.around(march())).0, Outcome::Missed);
}
