use std::sync::Arc;

use super::*;
use crate::domain::money::Money;
use crate::domain::performance::credits::charge::{Step, Tier};
use crate::domain::performance::credits::terms::{Exclusion, LineTerms};
use crate::domain::period::Month;

/// One line of at least 99 %, shown by an indicator, and terms without a doubt.
fn project() -> Project {
    let mut project = Project::default();
    Arc::make_mut(&mut project.requirements).sla.add(Id::fixed(1), |line| {
        (line.target, line.unit) = (Some(99.0), "%".to_owned());
        line.penalty_model = Some(PenaltyModel::AtRisk);
    });
    let performance = Arc::make_mut(&mut project.performance);
    performance.kpis.add(Id::fixed(2), |kpi| (kpi.sla, kpi.unit) = (Some(Id::fixed(1)), "%".to_owned()));
    let terms = &mut performance.credits;
    (terms.model, terms.fee, terms.exit_right) = (Some(PenaltyModel::AtRisk), Some(Money(100)), true);
    terms.lines.insert(Id::fixed(1), LineTerms { allocation_bp: 5000, points: 5, ..LineTerms::default() });
    project
}

fn doubts(change: impl FnOnce(&mut CreditTerms)) -> Vec<Doubt> {
    let mut project = project();
    change(&mut Arc::make_mut(&mut project.performance).credits);
    project.performance.credits.doubts(&project, Some(Id::fixed(9)))
}

#[test]
fn terms_that_are_whole_have_none_and_words_alone_neither() {
    assert_eq!(doubts(|_| ()), []);
    assert_eq!(doubts(|terms| *terms = CreditTerms::default()), []);
}

#[test]
fn each_doubt_is_found() {
    let line = Id::fixed(1);
    assert_eq!(doubts(|terms| terms.fee = None), [Doubt::NoFee]);
    assert_eq!(doubts(|terms| terms.at_risk.pool_bp = Some(4000)), [Doubt::OverPool(5000, 4000)]);
    assert_eq!(doubts(|terms| terms.at_risk.risk_bp = 3000), [Doubt::UnusualRisk(3000)]);
    assert_eq!(doubts(|terms| terms.exit_right = false), [Doubt::NoExit]);
    assert_eq!(doubts(|terms| terms.lines.entry(line).allocation_bp = 0), [Doubt::Costless(line)]);
    let key = Some(Level::KeyMeasurement);
    assert_eq!(doubts(|terms| terms.lines.entry(line).level = key), [Doubt::NoCritical]);
    let tiers = |tiers: Vec<Tier>| {
        let found = doubts(|terms| (terms.model, terms.tiers) = (Some(PenaltyModel::ShortfallTiers), tiers));
        found.into_iter().filter(|doubt| *doubt != Doubt::OtherModel(line)).collect::<Vec<_>>()
    };
    let tier = |from_ppm, below_ppm, credit_bp| Tier { from_ppm, below_ppm, credit_bp };
    assert_eq!(tiers(vec![tier(0, 980_000, 100)]), [Doubt::NoTier(line, 980_000, 990_000)]);
    let gap = tiers(vec![tier(950_000, 990_000, 100), tier(100_000, 900_000, 200)]);
    assert_eq!(gap, [Doubt::NoTier(line, 900_000, 950_000), Doubt::NoTier(line, 0, 100_000)]);
    let harsh = tiers(vec![tier(990_000, 999_000, 1000), tier(0, 990_000, 5000)]);
    assert_eq!(harsh, [Doubt::Harsh(line, 5000)]);
    let overlapping = tiers(vec![tier(980_000, 990_000, 1000), tier(0, 985_000, 5000), tier(5, 5, 1)]);
    assert_eq!(overlapping, [Doubt::Falling, Doubt::EmptyTier(2), Doubt::Overlapping]);
    assert_eq!(tiers(vec![tier(0, 990_000, 15_000)]), [Doubt::OverFee(15_000)]);
    assert_eq!(tiers(vec![tier(0, 980_000, 100), tier(980_000, 990_000, 200)]), [Doubt::Falling]);
    let steps = vec![Step { points: 9, credit_bp: 5 }, Step { points: 3, credit_bp: 6 }];
    let found = doubts(|terms| (terms.model, terms.steps) = (Some(PenaltyModel::Points), steps));
    assert_eq!(found, [Doubt::Falling, Doubt::OtherModel(line)]);
    let earn_back = |higher: Option<f64>| {
        doubts(|terms| {
            terms.earn_back.agreed = true;
            terms.lines.entry(line).higher = higher;
        })
    };
    assert_eq!(earn_back(None), [Doubt::NoHigher, Doubt::EarnBackUndated]);
    assert_eq!(earn_back(Some(99.0)), [Doubt::NotHigher(line), Doubt::EarnBackUndated]);
    assert_eq!(doubts(|terms| terms.exclusions.push(Exclusion::default())), [Doubt::OpenExclusion(0)]);
    let exclusion = |sla, until: &str| Exclusion {
        sla,
        from: Month::parse("2026-03"),
        until: Month::parse(until),
        reason: "moved".to_owned(),
    };
    let turned = doubts(|terms| terms.exclusions.push(exclusion(Some(line), "2026-02")));
    assert_eq!(turned, [Doubt::EmptyExclusion(0)]);
    let by_score = doubts(|terms| {
        terms.model = Some(PenaltyModel::PayByScore);
        terms.exclusions = vec![exclusion(None, "2026-03"), exclusion(Some(line), "2026-03")];
    });
    assert_eq!(by_score, [Doubt::LineExclusion(1)]);
}

#[test]
fn a_share_that_is_to_be_low_is_held_against_the_tiers_by_what_is_left() {
    let of = |bound: Bound, target: f64| {
        let mut project = project();
        Arc::make_mut(&mut project.requirements).sla.update(Id::fixed(1), |line| {
            (line.bound, line.target) = (bound, Some(target));
            line.penalty_model = Some(PenaltyModel::ShortfallTiers);
        });
        Arc::make_mut(&mut project.performance).credits.model = Some(PenaltyModel::ShortfallTiers);
        project.performance.credits.doubts(&project, Some(Id::fixed(9)))
    };
    let line = Id::fixed(1);
    // 5 % bad are 95 % good: what is worse lies in the dearest tier at once.
    assert_eq!(of(Bound::AtMost, 5.0), [Doubt::Harsh(line, 5000)]);
    // 99.95 % of a target of 100 % lies above all tiers.
    assert_eq!(of(Bound::AtLeast, 100.0), [Doubt::NoTier(line, 999_000, 1_000_000)]);
    assert_eq!(of(Bound::AtLeast, 99.9), []);
}
