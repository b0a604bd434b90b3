use std::sync::Arc;

use super::*;
use crate::domain::money::Money;
use crate::domain::performance::credits::charge::{Step, Tier};
use crate::domain::performance::credits::terms::{Exclusion, LineTerms};

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
    assert_eq!(tiers(vec![tier(0, 980_000, 100)]), [Doubt::NoTier(line)]);
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
}

#[test]
fn credits_as_the_only_remedy_are_told_from_those_that_are_not() {
    for words in [
        "Service credits are the Client's sole remedy.",
        "Paid monthly. Credits shall be the sole and exclusive remedy",
        "服务扣款为委托方的唯一救济。",
    ] {
        assert!(is_sole_remedy(words), "{words}");
    }
    for words in [
        "",
        "Service credits are not the sole remedy.",
        "扣款并非唯一救济，委托方仍可解除合同。",
        "Each remedy is in addition to the others.",
    ] {
        assert!(!is_sole_remedy(words), "{words}");
    }
    assert!(is_sole_remedy("This is not a penalty. Credits are the only remedy."));
}
