//! Gates: who is put out, by what, and in which order.

use super::*;

#[test]
fn a_failed_gate_takes_a_vendor_out_of_every_minimum_and_median() {
    let mut selection = selection([4, 3, 2]);
    let before = selection.ranking(today()).unwrap();
    assert_eq!(before.rows[0].price.lowest, Money(30));
    assert_eq!(selection.versus_median(Money(60), today()), Some(0.0));

    judge_gate(&mut selection, 3, Verdict::Fail);
    let ranking = selection.ranking(today()).unwrap();
    let shown: Vec<_> = ranking.rows.iter().map(|row| (row.vendor, row.price.lowest, row.parts[3])).collect();
    assert_eq!(shown, [(vendor(1), Money(60), 100.0), (vendor(2), Money(60), 75.0)]);
    assert!((selection.versus_median(Money(84), today()).unwrap() - 20.0).abs() < 1e-9);
    assert!(selection.spreads(today()).iter().all(|spread| spread.vendor != vendor(3)));
    assert_eq!(selection.step_fact(Task::Qualify, today()), StepFact::Gates { passed: 0, out: 1, all: 3 });

    judge_gate(&mut selection, 3, Verdict::Unknown);
    assert_eq!(selection.ranking(today()).unwrap().rows.len(), 3);
}

#[test]
fn locked_scores_put_out_who_is_below_a_minimum() {
    let mut selection = selection([4, 3, 2]);
    rescore(&mut selection, 71, 2, 61, Some(2));
    score_gate(&mut selection, 51, ScoreRule::Minimum(Id::fixed(61), 2.5));
    judge_gate(&mut selection, 1, Verdict::Pass);
    assert_eq!(outs(&selection), [None, None, Some((51, Some(2.0)))], "2.5 is enough, 2 is not");
    let ranking = selection.ranking(today()).unwrap();
    assert_eq!((ranking.rows.len(), ranking.rows[0].price.lowest), (2, Money(60)));
    assert_eq!(selection.gates_answered(vendor(1)), (2, 2), "locked scores answer for themselves");
    assert_eq!(selection.standing(vendor(3), today(), None).out.map(|(gate, _)| gate), Some(Id::fixed(51)));

    selection.scores_locked = None;
    assert_eq!(outs(&selection), [None; 3], "open scores put nobody out");
    assert_eq!(selection.gates_answered(vendor(1)), (1, 1), "and nobody has to bring evidence for them");
    assert!(selection.standing(vendor(3), today(), None).unknown.iter().all(|gate| *gate == Id::fixed(GATE)));
    assert_eq!(selection.spreads(today()).len(), 6);
}

#[test]
fn a_gate_that_is_not_finished_fails_nobody() {
    let mut selection = selection([4, 3, 0]);
    for (id, kind, limit) in [
        (51, GateKind::Minimum, Some(3.0)),
        (52, GateKind::Best, None),
        (53, GateKind::Floor, None),
        (54, GateKind::Floor, Some(101.0)),
    ] {
        selection.gates.add(Id::fixed(id), |gate| (gate.kind, gate.limit) = (kind, limit));
        assert!(selection.gates.get(Id::fixed(id)).unwrap().is_unfinished());
    }
    assert_eq!(outs(&selection), [None; 3]);
    selection.gates.update(Id::fixed(51), |gate| gate.criterion = Some(Id::fixed(60)));
    assert_eq!(outs(&selection), [None, None, Some((51, Some(0.0)))]);
    selection.gates.update(Id::fixed(51), |gate| gate.kind = GateKind::Evidence);
    assert_eq!(outs(&selection), [None; 3]);
}

#[test]
fn minimums_come_before_the_best_few_and_the_floor_comes_last() {
    let mut three = selection([4, 4, 5]);
    rescore(&mut three, 70, 3, 61, Some(1));
    rescore(&mut three, 71, 3, 61, Some(1));
    // The gates stand in the opposite order.
    score_gate(&mut three, 51, ScoreRule::Floor(81.0));
    score_gate(&mut three, 52, ScoreRule::Best(Id::fixed(60), 1));
    assert_eq!(outs(&three), [Some((52, Some(4.0))), Some((52, Some(4.0))), Some((51, Some(80.0)))]);
    score_gate(&mut three, 53, ScoreRule::Minimum(Id::fixed(61), 2.0));
    assert_eq!(outs(&three), [Some((51, Some(80.0))), Some((51, Some(80.0))), Some((53, Some(1.0)))]);
    let places = |number| three.standing(vendor(number), today(), None).scored(Id::fixed(52)).unwrap().place;
    assert_eq!(
        [1, 2, 3].map(places),
        [Some(1), Some(1), None],
        "who is out takes no place; equals go on together"
    );

    let mut aggregated = selection([4, 3, 2]);
    rescore(&mut aggregated, 70, 2, 60, Some(5));
    rescore(&mut aggregated, 70, 3, 61, None);
    rescore(&mut aggregated, 71, 3, 61, None);
    score_gate(&mut aggregated, 51, ScoreRule::Floor(75.0));
    assert_eq!(outs(&aggregated), [None, None, Some((51, Some(40.0)))]);
    aggregated.gates.remove(Id::fixed(51));
    score_gate(&mut aggregated, 52, ScoreRule::Minimum(Id::fixed(61), 5.0));
    let unscored = aggregated.standing(vendor(3), today(), None);
    assert!(
        unscored.is_in()
            && unscored.scored(Id::fixed(52)).is_some_and(|scored| scored.verdict == Verdict::Unknown)
    );
}

#[test]
fn a_gate_by_scores_waits_where_nobody_scored() {
    let mut selection = selection([4, 3, 2]);
    score_gate(&mut selection, 51, ScoreRule::Best(Id::fixed(61), 2));
    for evaluator in EVALUATORS {
        rescore(&mut selection, evaluator, 1, 61, None);
    }
    let standing = selection.standing(vendor(1), today(), None);
    assert!(standing.is_in() && standing.unknown.contains(&Id::fixed(51)));
    judge_gate(&mut selection, 1, Verdict::Pass);
    let fact = selection.step_fact(Task::Qualify, today());
    assert_eq!(fact, StepFact::Gates { passed: 0, out: 0, all: 3 });
    assert_eq!(selection.gates_answered(vendor(1)), (1, 2));
    assert_eq!(selection.gates_answered(vendor(2)), (1, 2));
    assert_eq!(selection.gates_passed(vendor(1), today()), (1, 2));
    assert_eq!(selection.gates_passed(vendor(3), today()), (1, 2));
    selection.scores_locked = None;
    assert_eq!(selection.gates_answered(vendor(1)), (1, 1));
}
