use proptest::prelude::*;

use super::*;

fn judged(judgements: &[Option<i8>]) -> Entries {
    Entries {
        ranks: vec![None; 4],
        swings: vec![None; 4],
        judgements: judgements.iter().map(|judgement| judgement.map(Judgement)).collect(),
    }
}

fn ranked(ranks: &[u8]) -> Entries {
    let ranks: Vec<_> = ranks.iter().map(|rank| Rank::new(*rank).ok()).collect();
    let n = ranks.len();
    Entries { ranks, swings: vec![None; n], judgements: vec![None; pairs(n).count()] }
}

#[test]
fn ranks_become_weights_once_they_are_taken_over() {
    let mut method = Method::default();
    let typed = method.weights_bp;
    let entries = ranked(&[1, 2, 3, 0]);
    assert_eq!(entries.found(WeighingBy::RankOrder), Some(Err(Lacking::Items(vec![3]))));
    method.weighing.put(&ScorePart::ALL, &entries);
    method.weigh(WeighingBy::RankOrder);
    assert_eq!(method.weights_bp, typed);
    let entries = ranked(&[1, 2, 3, 3]);
    method.weighing.put(&ScorePart::ALL, &entries);
    assert_eq!(method.weights_bp, typed);
    assert_eq!(entries.in_force(&typed), WeighingBy::Direct);
    method.weigh(WeighingBy::RankOrder);
    // The centroid of four: 25/48, 13/48, 7/48, 3/48; the tied ones share the mean of the last two.
    assert_eq!(method.weights_bp, [5208, 2708, 1042, 1042]);
    assert_eq!(method.entries(), entries);
    assert_eq!(entries.in_force(&method.weights_bp), WeighingBy::RankOrder);
}

#[test]
fn weights_changed_afterwards_are_direct_and_the_entries_stay() {
    let mut method = Method::default();
    let mut entries = method.entries();
    entries.swings = [100, 50, 50, 0].map(|swing| Some(Swing::clamped(swing))).to_vec();
    method.weighing.put(&ScorePart::ALL, &entries);
    method.weigh(WeighingBy::Swing);
    assert_eq!(method.weights_bp, [5000, 2500, 2500, 0]);
    method.weights_bp = [4000, 3000, 2000, 1000];
    assert_eq!(entries.in_force(&method.weights_bp), WeighingBy::Direct);
    assert_eq!(method.entries(), entries);
    method.weigh(WeighingBy::Direct);
    assert_eq!(method.weights_bp, [4000, 3000, 2000, 1000]);
    entries.swings = vec![Some(Swing::clamped(0)); 4];
    assert_eq!(entries.found(WeighingBy::Swing), Some(Err(Lacking::AllZero)));
}

#[test]
fn judgements_that_stop_early_count_once_they_connect_all() {
    let early = judged(&[Some(1), None, None, None, None, Some(0)]);
    assert_eq!(early.found(WeighingBy::Pairwise), Some(Err(Lacking::Apart(vec![2, 3]))));
    // Twice as much, as much, as much: 2 : 1 : 1 : 1.
    let enough = judged(&[Some(1), None, None, Some(0), None, Some(0)]);
    assert_eq!(enough.weights_bp(WeighingBy::Pairwise), Some(vec![4000, 2000, 2000, 2000]));
    let agreement = enough.found(WeighingBy::Pairwise).unwrap().unwrap().agreement.unwrap();
    assert_eq!((agreement.missing, agreement.ratio(), agreement.to_revisit()), (3, Some(0.0), None));
}

#[test]
fn a_contradiction_names_the_judgement_and_what_would_fit() {
    // 8 : 4 : 2 : 1, but the first against the last was entered the wrong way round.
    let found = judged(&[Some(1), Some(3), Some(-7), Some(1), Some(3), Some(1)]).found(WeighingBy::Pairwise);
    let agreement = found.unwrap().unwrap().agreement.unwrap();
    let revisit = Revisit { row: 0, column: 3, given: Judgement(-7), fits: Judgement(7) };
    assert_eq!(agreement.to_revisit(), Some(revisit));
    assert!(USUAL_LIMIT < agreement.ratio().unwrap());
}

#[test]
fn criteria_keep_their_entries_when_they_change_places() {
    let mut selection = Selection::default();
    let ids: Vec<Id<Criterion>> = (1..4).map(Id::fixed).collect();
    for id in &ids {
        selection.criteria.add(*id, |_| ());
    }
    let mut entries = selection.criteria_entries(&ids);
    entries.judgements = vec![Some(Judgement(1)), Some(Judgement(1)), Some(Judgement(0))];
    selection.criteria_weighing.put(&ids, &entries);
    selection.weigh_criteria(&ids, WeighingBy::Pairwise);
    assert_eq!(selection.criteria_weights(&ids), [5000, 2500, 2500]);
    let turned: Vec<_> = ids.iter().rev().copied().collect();
    let seen = selection.criteria_entries(&turned);
    assert_eq!(seen.judgements, [Some(Judgement(0)), Some(Judgement(-1)), Some(Judgement(-1))]);
    assert_eq!(seen.in_force(&selection.criteria_weights(&turned)), WeighingBy::Pairwise);
    selection.criteria_weighing.retain(|id| id != ids[0]);
    assert_eq!(selection.criteria_entries(&ids).judgements, [None, None, Some(Judgement(0))]);
}

#[test]
fn each_level_of_criteria_is_weighed_in_its_own_way() {
    let mut selection = Selection::default();
    let ids: Vec<Id<Criterion>> = (1..8).map(Id::fixed).collect();
    // At the top 1 to 3; under 1 stand 4 and 5, under 2 stand 6 and 7.
    for (id, under) in ids.iter().zip([0, 0, 0, 1, 1, 2, 2]) {
        selection.criteria.add(*id, |criterion| criterion.under = (under != 0).then(|| Id::fixed(under)));
    }
    selection.criteria.update_all(|criterion| criterion.weight_bp = 6000);
    let ways = |selection: &Selection| {
        [None, Some(ids[0]), Some(ids[1])].map(|level| {
            let among = selection.beside(level);
            selection.criteria_entries(&among).in_force(&selection.criteria_weights(&among))
        })
    };
    let (top, group) = (selection.beside(None), selection.beside(Some(ids[0])));
    selection.criteria_weighing.put(&top, &ranked(&[1, 2, 3]));
    selection.weigh_criteria(&top, WeighingBy::RankOrder);
    let compared = Entries { judgements: vec![Some(Judgement(1))], ..ranked(&[0, 0]) };
    selection.criteria_weighing.put(&group, &compared);
    selection.weigh_criteria(&group, WeighingBy::Pairwise);
    let each = [WeighingBy::RankOrder, WeighingBy::Pairwise, WeighingBy::Direct];
    assert_eq!(ways(&selection), each);
    // What moves away leaves both levels direct, and coming back brings the ways back.
    selection.criteria.update(ids[4], |criterion| criterion.under = None);
    assert_eq!(ways(&selection), [WeighingBy::Direct; 3]);
    selection.criteria.update(ids[4], |criterion| criterion.under = Some(ids[0]));
    assert_eq!(ways(&selection), each);
    selection.criteria.remove(ids[0]);
    selection.criteria_weighing.retain(|id| id != ids[0]);
    assert_eq!(ways(&selection), [WeighingBy::Direct; 3]);
}

#[test]
fn the_first_questions_connect_all() {
    assert_eq!(question_order(4), [0, 3, 5, 1, 4, 2]);
    assert_eq!(question_order(1), [0; 0]);
    let mut judgements = vec![None; 45];
    for place in question_order(10).into_iter().take(9) {
        judgements[place] = Some(0);
    }
    let entries = Entries { ranks: vec![None; 10], ..judged(&judgements) };
    assert!(entries.found(WeighingBy::Pairwise).unwrap().is_ok());
}

#[test]
fn a_ratio_finds_its_step_of_the_scale() {
    let steps = [(1.0, 0), (1.4, 0), (3.2, 2), (20.0, 8), (0.34, -2), (0.01, -8)];
    for (ratio, step) in steps {
        assert_eq!(Judgement::nearest(ratio).get(), step, "{ratio}");
    }
    assert_eq!(Judgement::try_from(9), Err(NoJudgement(9)));
    assert_eq!(Judgement::all().count(), 17);
}

proptest! {
    #[test]
    fn whatever_suffices_gives_weights_of_the_whole(
        ranks in prop::collection::vec(1_u8..=30, 2..12),
        judgements in prop::collection::vec(prop::option::weighted(0.6, -8_i8..=8), 66),
    ) {
        let n = ranks.len();
        let entries = Entries {
            ranks: ranks.iter().map(|rank| Rank::new(*rank).ok()).collect(),
            swings: ranks.iter().map(|swing| Swing::new(*swing).ok()).collect(),
            judgements: pairs(n).zip(judgements).map(|(_, judgement)| judgement.map(Judgement)).collect(),
        };
        for by in WeighingBy::ALL {
            if let Some(Ok(found)) = entries.found(by) {
                prop_assert_eq!(weights::check(found.weights_bp()), Ok(()));
            }
        }
        let mut weighing = Weighing::default();
        let items: Vec<u8> = (0..n as u8).rev().collect();
        weighing.put(&items, &entries);
        prop_assert_eq!(weighing.entries(&items), entries);
    }
}
