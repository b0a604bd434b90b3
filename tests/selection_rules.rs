//! The rules of stage 3, from gates to the locked decision.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "selection_rules/gates.rs"]
mod gates;

use chrono::NaiveDate;
use halfseal::domain::ids::Id;
use halfseal::domain::money::Money;
use halfseal::domain::scale::{Bounded, Score};
use halfseal::domain::selection::consensus::NotLockable;
use halfseal::domain::selection::deciding::NotDecidable;
use halfseal::domain::selection::gates::{OutReason, ScoreRule};
use halfseal::domain::selection::method::{Aggregation, PriceFormula};
use halfseal::domain::selection::proposals::PriceLimits;
use halfseal::domain::selection::ranking::NoRanking;
use halfseal::domain::selection::steps::StepFact;
use halfseal::domain::selection::{Case, Gate, GateCheck, GateKind, ScoreEntry, Selection, Vendor, Verdict};
use halfseal::domain::task::Task;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 24).unwrap()
}
fn vendor(number: u128) -> Id<Vendor> {
    Id::fixed(number)
}
const GATE: u128 = 50;
const CRITERIA: [u128; 2] = [60, 61];
const EVALUATORS: [u128; 2] = [70, 71];

/// Three vendors at the prices of 60, 80 and 30; everybody scores `scores[vendor]` on both criteria.
fn selection(scores: [u8; 3]) -> Selection {
    let mut selection = Selection::default();
    for (place, price) in [60, 80, 30].into_iter().enumerate() {
        selection
            .vendors
            .add(vendor(place as u128 + 1), |vendor| vendor.proposal.base_price = Some(Money(price)));
    }
    selection.gates.add(Id::fixed(GATE), |gate| gate.must = true);
    for (criterion, weight) in CRITERIA.into_iter().zip([7500, 2500]) {
        selection.criteria.add(Id::fixed(criterion), |criterion| criterion.weight_bp = weight);
    }
    for evaluator in EVALUATORS {
        selection.evaluators.add(Id::fixed(evaluator), |evaluator| {
            evaluator.submitted = Some(today());
            for (place, score) in scores.into_iter().enumerate() {
                for criterion in CRITERIA {
                    let score = Some(Score::new(score).unwrap());
                    let entry = ScoreEntry { score, evidence: String::new() };
                    evaluator.scores.set(vendor(place as u128 + 1), Id::fixed(criterion), Some(entry));
                }
            }
        });
    }
    selection.scores_locked = Some(today());
    selection.method.price_formula = PriceFormula::LowestRatio;
    selection
}
fn judge_gate(selection: &mut Selection, number: u128, verdict: Verdict) {
    let check = GateCheck { verdict, ..Default::default() };
    selection.gate_checks.set(vendor(number), Id::fixed(GATE), Some(check));
}
fn rescore(selection: &mut Selection, evaluator: u128, number: u128, criterion: u128, score: Option<u8>) {
    let score = score.map(|score| Score::new(score).unwrap());
    let entry = ScoreEntry { score, evidence: String::new() };
    selection.evaluators.update(Id::fixed(evaluator), |evaluator| {
        evaluator.scores.set(vendor(number), Id::fixed(criterion), Some(entry));
    });
}

fn score_gate(selection: &mut Selection, id: u128, rule: ScoreRule) {
    selection.gates.add(Id::fixed(id), |gate| match rule {
        ScoreRule::Minimum(criterion, limit) => {
            (gate.kind, gate.criterion, gate.limit) = (GateKind::Minimum, Some(criterion), Some(limit));
        }
        ScoreRule::Best(criterion, keep) => {
            (gate.kind, gate.criterion, gate.keep) = (GateKind::Best, Some(criterion), Some(keep));
        }
        ScoreRule::Floor(limit) => (gate.kind, gate.limit) = (GateKind::Floor, Some(limit)),
    });
}
/// What put each vendor out: gate and figure.
fn outs(selection: &Selection) -> Vec<Option<(u128, Option<f64>)>> {
    let standings = selection.standings(today(), None).into_iter();
    let figure = |reason| match reason {
        OutReason::Scored(scored) => scored.figure,
        _ => None,
    };
    standings
        .map(|(_, standing)| standing.out.map(|(gate, reason): (Id<Gate>, _)| (gate.bits(), figure(reason))))
        .collect()
}

#[test]
fn not_applicable_is_something_else_than_nothing_scored() {
    let mut selection = selection([4, 4, 4]);
    rescore(&mut selection, 70, 1, 61, Some(0));
    rescore(&mut selection, 70, 2, 61, None);
    let (_, zero) = selection.capability(vendor(1));
    let (_, left_out) = selection.capability(vendor(2));
    assert_eq!(zero.totals[0].map(f64::round), Some(60.0));
    assert_eq!(left_out.totals[0].map(f64::round), Some(80.0));
    assert_eq!((zero.coverage_bp, left_out.coverage_bp), (10_000.0, 8750.0));
    let sheet = selection.evaluators.get(Id::fixed(70)).unwrap().clone();
    assert_eq!(selection.filled(&sheet, today()), (6, 6));
}

#[test]
fn below_four_fifths_scored_nobody_is_ranked() {
    let mut selection = selection([4, 3, 2]);
    rescore(&mut selection, 70, 1, 60, None);
    assert_eq!(selection.ranking(today()), Err(NoRanking::LowCoverage(vec![vendor(1)])));
    judge_gate(&mut selection, 1, Verdict::Fail);
    assert!(selection.ranking(today()).is_ok());
}

#[test]
fn where_agreed_scores_count_they_are_what_has_to_cover_four_fifths() {
    let mut selection = selection([4, 3, 2]);
    rescore(&mut selection, 70, 1, 60, None);
    agree(&mut selection, 1, 60, 5, "seen together on site");
    assert_eq!(selection.ranking(today()), Err(NoRanking::LowCoverage(vec![vendor(1)])));
    assert_eq!(selection.uncovered(vendor(1)), [Id::fixed(60)]);
    assert_eq!(selection.idle_agreed(), Some((1, Aggregation::Median)));
    selection.method.aggregation = Aggregation::Agreed;
    let ranking = selection.ranking(today()).unwrap();
    let row = ranking.rows.iter().find(|row| row.vendor == vendor(1)).unwrap();
    assert!((row.capability.coverage_bp - 10_000.0).abs() < 1e-9);
    assert!((row.parts[0] - 95.0).abs() < 1e-9);
    // Nobody's own sheet says 95: what was agreed is not between the evaluators.
    assert!(row.range.1 < row.total);
    // An agreed score stands beside individual ones, never alone.
    rescore(&mut selection, 71, 1, 60, None);
    assert_eq!(selection.ranking(today()), Err(NoRanking::LowCoverage(vec![vendor(1)])));
    agree(&mut selection, 1, 60, 5, "");
    assert_eq!(selection.lock_obstacles(today()), []);
}

#[test]
fn weights_have_to_be_whole_at_both_levels() {
    let mut of_parts = selection([4, 3, 2]);
    of_parts.method.weights_bp = [2500, 2500, 2500, 2499];
    assert_eq!(of_parts.ranking(today()), Err(NoRanking::Weights));
    let mut of_criteria = selection([4, 3, 2]);
    of_criteria.criteria.update(Id::fixed(60), |criterion| criterion.weight_bp = 7000);
    assert_eq!(of_criteria.ranking(today()), Err(NoRanking::CriterionWeights));
    assert_eq!(of_criteria.lock_obstacles(today()), [NotLockable::Weights(None)]);
}

/// Puts the two criteria under a group that counts `weight` basis points, beside one of the rest.
fn grouped(scores: [u8; 3], weight: u32) -> Selection {
    let mut selection = selection(scores);
    selection.criteria.add(Id::fixed(62), |group| group.weight_bp = weight);
    selection.criteria.add(Id::fixed(63), |other| other.weight_bp = 10_000 - weight);
    for criterion in CRITERIA {
        selection.criteria.update(Id::fixed(criterion), |criterion| criterion.under = Some(Id::fixed(62)));
    }
    for evaluator in EVALUATORS {
        for number in 1..=3 {
            rescore(&mut selection, evaluator, number, 63, Some(5));
        }
    }
    selection
}

#[test]
fn what_stands_under_a_group_counts_with_the_share_of_its_share() {
    let mut selection = grouped([4, 3, 2], 6000);
    rescore(&mut selection, 70, 1, 61, Some(2));
    let (_, judged) = selection.capability(vendor(1));
    // 60 % × (75 % at 4, 25 % at 2) and 40 % at 5.
    let by_hand = 0.6 * (0.75 * 80.0 + 0.25 * 40.0) + 0.4 * 100.0;
    assert!((judged.totals[0].unwrap() - by_hand).abs() < 1e-9);
    assert!((judged.coverage_bp - 10_000.0).abs() < 1e-9);
    assert!(selection.ranking(today()).is_ok());
    let sheet = selection.evaluators.get(Id::fixed(70)).unwrap().clone();
    assert_eq!(selection.filled(&sheet, today()), (9, 9), "a group is not scored");
    assert!(selection.spreads(today()).iter().all(|spread| spread.criterion != Id::fixed(62)));
}

#[test]
fn a_gate_on_a_group_holds_its_mean_against_the_limit() {
    let mut selection = grouped([4, 3, 2], 6000);
    for evaluator in EVALUATORS {
        rescore(&mut selection, evaluator, 1, 61, Some(0));
    }
    score_gate(&mut selection, 51, ScoreRule::Minimum(Id::fixed(62), 3.0));
    // 75 % at 4 and 25 % at 0 is just enough; 3 and 3 too; 2 and 2 is not.
    assert_eq!(selection.criterion_score(vendor(1), Id::fixed(62)), Some(3.0));
    assert_eq!(outs(&selection), [None, None, Some((51, Some(2.0)))]);
}

#[test]
fn weights_have_to_be_whole_under_each_group() {
    let mut selection = grouped([4, 3, 2], 6000);
    selection.criteria.update(Id::fixed(61), |criterion| criterion.weight_bp = 2000);
    assert_eq!(selection.lock_obstacles(today()), [NotLockable::Weights(Some(Id::fixed(62)))]);
    assert_eq!(selection.ranking(today()), Err(NoRanking::CriterionWeights));
    selection.spread_weights();
    assert_eq!(selection.lock_obstacles(today()), []);
}

#[test]
fn one_group_of_everything_changes_nothing() {
    let plain = selection([4, 3, 2]);
    let mut under_one = grouped([4, 3, 2], 10_000);
    under_one.criteria.remove(Id::fixed(63));
    let parts = |selection: &Selection| {
        let ranking = selection.ranking(today()).unwrap();
        ranking.rows.iter().map(|row| (row.vendor, row.parts)).collect::<Vec<_>>()
    };
    assert_eq!(parts(&plain), parts(&under_one));
}

#[test]
fn what_was_not_checked_by_an_interview_counts_nothing() {
    let mut selection = selection([4, 3, 2]);
    for (id, verified) in [(80, true), (81, false)] {
        selection.cases.add(Id::fixed(id), |case| {
            case.vendor = vendor(1);
            case.verified = verified;
            case.quality = Some(Bounded::new(5).unwrap());
        });
    }
    let (score, facts) = selection.case_score(vendor(1));
    assert_eq!((score, facts.unverified), (50.0, 1));
    assert_eq!(selection.step_fact(Task::Cases, today()), StepFact::Cases { verified: 1, all: 2 });
}

#[test]
fn a_case_is_marked_by_all_that_was_answered() {
    let mut case = Case { verified: true, ..Case::default() };
    assert_eq!(case.mark(), 0.0);
    case.script[1].score = Some(Bounded::new(2).unwrap());
    case.script[4].score = Some(Bounded::new(0).unwrap());
    assert!((case.mark() - 100.0 / 3.0).abs() < 1e-9, "0 is an answer, no score is none");
    case.quality = Some(Bounded::new(4).unwrap());
    assert_eq!(case.answered(), [(3, 4), (2, 3), (0, 3)]);
    assert!((case.mark() - 100.0 * (0.75 + 2.0 / 3.0) / 3.0).abs() < 1e-9);
    case.verified = false;
    assert_eq!(case.mark(), 0.0);
}

#[test]
fn scores_lock_when_everybody_is_in_and_differences_are_explained() {
    let mut selection = selection([4, 3, 2]);
    rescore(&mut selection, 71, 2, 61, Some(1));
    selection.evaluators.update(Id::fixed(70), |evaluator| evaluator.submitted = None);
    assert_eq!(selection.lock_obstacles(today()), [NotLockable::NotSubmitted(Id::fixed(70))]);
    selection.evaluators.update(Id::fixed(70), |evaluator| evaluator.submitted = Some(today()));
    assert_eq!(selection.lock_obstacles(today()), [NotLockable::ReasonMissing(vendor(2), Id::fixed(61))]);
    selection.spread_reasons.set(vendor(2), Id::fixed(61), Some("seen on site".to_owned()));
    assert_eq!(selection.lock_obstacles(today()), []);
    let nobody = Selection::default();
    assert_eq!(nobody.lock_obstacles(today()), [NotLockable::NoEvaluators, NotLockable::NoCriteria]);
}

fn agree(selection: &mut Selection, number: u128, criterion: u128, score: u8, why: &str) {
    let entry = ScoreEntry { score: Score::new(score).ok(), evidence: why.to_owned() };
    selection.agreed.set(vendor(number), Id::fixed(criterion), Some(entry));
}

#[test]
fn an_agreed_score_counts_only_where_that_was_chosen_and_stands_beside_the_others() {
    let mut selection = selection([4, 3, 2]);
    rescore(&mut selection, 71, 1, 60, Some(1));
    let alone = selection.spreads(today());
    agree(&mut selection, 1, 60, 5, "the second visit");
    assert_eq!(selection.spreads(today()), alone);
    let capability = |selection: &Selection| {
        let ranking = selection.ranking(today()).unwrap();
        let row = ranking.rows.into_iter().find(|row| row.vendor == vendor(1)).unwrap();
        (row.parts[0], row.capability)
    };
    let (median, facts) = capability(&selection);
    assert!(facts.agreed.is_empty());
    assert!((median - (80.0 + (0.75 * 20.0 + 0.25 * 80.0)) / 2.0).abs() < 1e-9);

    selection.method.aggregation = Aggregation::Agreed;
    let (agreed, facts) = capability(&selection);
    // 75 % at the agreed 5, 25 % at the median of 4 and 4.
    assert!((agreed - (0.75 * 100.0 + 0.25 * 80.0)).abs() < 1e-9);
    let by_hand: f64 = facts.agreed.iter().map(|cell| cell.share_bp * cell.score.unwrap()).sum();
    assert!((agreed - 100.0 * by_hand / (5.0 * 10_000.0)).abs() < 1e-9);
    assert_eq!(facts.agreed.iter().map(|cell| cell.is_agreed).collect::<Vec<_>>(), [true, false]);
    assert_eq!(facts.totals.len(), 2);
}

#[test]
fn an_agreed_score_needs_its_reason_before_the_lock() {
    let mut selection = selection([4, 3, 2]);
    agree(&mut selection, 2, 61, 4, " ");
    let missing = NotLockable::AgreedReasonMissing(vendor(2), Id::fixed(61));
    assert_eq!(selection.lock_obstacles(today()), [missing]);
    agree(&mut selection, 2, 61, 4, "they showed the plan");
    assert_eq!(selection.lock_obstacles(today()), []);
    judge_gate(&mut selection, 3, Verdict::Fail);
    agree(&mut selection, 3, 61, 4, "");
    assert_eq!(selection.lock_obstacles(today()), [], "a vendor that is out needs none");
}

#[test]
fn a_decision_needs_locked_scores_a_fit_vendor_and_its_reasons() {
    let mut selection = selection([4, 3, 2]);
    selection.scores_locked = None;
    let open = [NotDecidable::ScoresOpen, NotDecidable::NothingChosen, NotDecidable::NoReason];
    assert_eq!(selection.decide_obstacles(PriceLimits::default(), today()), open);

    selection.scores_locked = Some(today());
    let first = selection.ranking(today()).unwrap().rows[0].vendor;
    let last = selection.ranking(today()).unwrap().rows[2].vendor;
    selection.decision.reason = "the best team".to_owned();
    selection.decision.chosen = Some(first);
    selection.decision.backup = Some(first);
    assert_eq!(selection.decide_obstacles(PriceLimits::default(), today()), [NotDecidable::BackupUnfit]);
    selection.decision.backup = None;
    assert_eq!(selection.decide_obstacles(PriceLimits::default(), today()), []);

    selection.decision.chosen = Some(last);
    assert_eq!(selection.decide_obstacles(PriceLimits::default(), today()), [NotDecidable::NoReasonAgainst]);
    selection.decision.against_ranking = "the only one with night shifts".to_owned();
    assert_eq!(selection.decide_obstacles(PriceLimits::default(), today()), []);
    let number = selection.vendors.get(last).unwrap().number;
    judge_gate(&mut selection, u128::from(number), Verdict::Fail);
    assert_eq!(selection.decide_obstacles(PriceLimits::default(), today()), [NotDecidable::ChosenIsOut]);
}

#[test]
fn the_first_is_compared_with_the_second_and_all_others_with_the_first() {
    let ranking = selection([4, 3, 2]).ranking(today()).unwrap();
    let (first, third) = (ranking.gap(0).unwrap(), ranking.gap(2).unwrap());
    assert_eq!((first.rival, third.rival), (ranking.rows[1].vendor, ranking.rows[0].vendor));
    assert!((first.points.iter().sum::<f64>() - first.total).abs() < 1e-9);
    assert!(0.0 <= first.total && third.total <= 0.0);
}
