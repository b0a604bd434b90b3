use super::*;
use crate::domain::scale::Score;
use crate::domain::selection::{Gate, GateCheck, Verdict};

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 25).unwrap()
}

fn entry(score: u8, evidence: &str) -> ScoreEntry {
    ScoreEntry { score: Score::new(score).ok(), evidence: evidence.to_owned() }
}

/// Vendors 1 to 3, of which 3 is out; criteria 11 and 12; evaluators 21 and 22.
fn project() -> Project {
    let mut selection = Selection::default();
    for id in 1..=3 {
        selection.vendors.add(Id::fixed(id), |vendor| vendor.name = format!("vendor {id}"));
    }
    for id in [11, 12] {
        selection.criteria.add(Id::fixed(id), |criterion| criterion.name = format!("criterion {id}"));
    }
    for id in [21, 22] {
        selection.evaluators.add(Id::fixed(id), |one| {
            one.scores.set(Id::fixed(1), Id::fixed(11), Some(entry(3, "seen")));
            one.scores.set(Id::fixed(3), Id::fixed(11), Some(entry(1, "before it was out")));
        });
    }
    selection.gates.restore(Gate { id: Id::fixed(31), number: 1, must: true, ..Gate::default() });
    let failed = GateCheck { verdict: Verdict::Fail, ..GateCheck::default() };
    selection.gate_checks.set(Id::fixed(3), Id::fixed(31), Some(failed));
    Project { id: Id::fixed(99), selection: Arc::new(selection), ..Project::default() }
}

fn sheet(project: &Project) -> ScoreSheet {
    ScoreSheet::of(project, Id::fixed(21), today()).unwrap()
}

#[test]
fn a_sheet_comes_back_from_the_place_it_was_filled_in() {
    let project = project();
    let out = sheet(&project);
    assert_eq!(out.vendors.len(), 2);
    let mut place = out.clone().into_project();
    assert_eq!(place.selection.vendors_in(today()).len(), 2);
    Arc::make_mut(&mut place.selection).evaluators.update(Id::fixed(21), |one| {
        one.scores.set(Id::fixed(1), Id::fixed(11), Some(entry(4, "seen")));
        one.scores.set(Id::fixed(2), Id::fixed(12), Some(entry(5, "a visit")));
        one.submitted = Some(today());
    });
    let back = ScoreSheet::of(&place, Id::fixed(21), today()).unwrap();
    assert_eq!((back.project.id, back.place_id()), (project.id, place.id));

    let changes = back.changes(&project.selection).unwrap();
    assert_eq!((changes.counts(), changes.same, changes.is_resubmitted), ([1, 1, 0, 0], 0, true));
    let mut next = (*project.selection).clone();
    back.take_into(&mut next);
    let one = next.evaluators.get(Id::fixed(21)).unwrap();
    assert_eq!(one.scores.get(Id::fixed(1), Id::fixed(11)), Some(&entry(4, "seen")));
    assert_eq!(one.submitted, Some(today()));
    // What was not in the sheet stays: the vendor that is out, and everybody else's sheet.
    assert_eq!(one.scores.get(Id::fixed(3), Id::fixed(11)), Some(&entry(1, "before it was out")));
    assert_eq!(next.evaluators.get(Id::fixed(22)), project.selection.evaluators.get(Id::fixed(22)));
    assert!(back.changes(&next).unwrap().is_nothing());
}

#[test]
fn only_a_score_on_both_sides_can_rest_on_other_evidence() {
    let project = project();
    let mut back = sheet(&project);
    back.evaluator.scores.set(Id::fixed(1), Id::fixed(11), Some(entry(3, "seen twice")));
    back.evaluator.scores.set(Id::fixed(2), Id::fixed(11), Some(entry(2, "a visit")));
    let changes = back.changes(&project.selection).unwrap();
    assert_eq!((changes.counts(), changes.same), ([1, 0, 0, 1], 1));
    // What a new score rests on is shown all the same.
    assert!(changes.cells.iter().all(CellChange::has_other_evidence));
}

#[test]
fn what_was_emptied_elsewhere_is_emptied_here() {
    let project = project();
    let mut back = sheet(&project);
    back.evaluator.scores.set(Id::fixed(1), Id::fixed(11), None);
    assert_eq!(back.changes(&project.selection).unwrap().counts(), [0, 0, 1, 0]);
    let mut next = (*project.selection).clone();
    back.take_into(&mut next);
    assert_eq!(next.evaluators.get(Id::fixed(21)).unwrap().scores.get(Id::fixed(1), Id::fixed(11)), None);
}

#[test]
fn what_does_not_fit_is_refused_with_its_name() {
    let project = project();
    let back = sheet(&project);
    let refused = |change: &dyn Fn(&mut Selection)| {
        let mut selection = (*project.selection).clone();
        change(&mut selection);
        let before = selection.clone();
        back.take_into(&mut selection);
        assert_eq!(selection, before);
        back.changes(&selection).unwrap_err()
    };
    assert_eq!(refused(&|one| one.scores_locked = Some(today())), [NotTaken::ScoresLocked]);
    assert_eq!(refused(&|one| drop(one.evaluators.remove(Id::fixed(21)))), [NotTaken::NoEvaluator]);
    assert_eq!(
        refused(&|one| {
            one.vendors.remove(Id::fixed(2));
            one.criteria.remove(Id::fixed(12));
        }),
        [
            NotTaken::UnknownVendor("V-2 vendor 2".to_owned()),
            NotTaken::UnknownCriterion("C-2 criterion 12".to_owned())
        ]
    );
}

#[test]
fn a_criterion_worded_otherwise_meanwhile_is_pointed_out() {
    let project = project();
    let back = sheet(&project);
    let mut selection = (*project.selection).clone();
    selection.criteria.update(Id::fixed(12), |criterion| criterion.weight_bp = 10);
    assert!(back.changes(&selection).unwrap().reworded.is_empty());
    selection.criteria.update(Id::fixed(12), |criterion| criterion.anchors[5] = "Excellent".to_owned());
    assert_eq!(back.changes(&selection).unwrap().reworded, [Id::fixed(12)]);
    let mut selection = (*project.selection).clone();
    selection.criteria.update(Id::fixed(11), |criterion| criterion.objective = true);
    assert_eq!(back.changes(&selection).unwrap().reworded, [Id::fixed(11)]);
}

#[test]
fn a_criterion_split_meanwhile_takes_no_scores_and_its_members_are_named() {
    let project = project();
    let mut back = sheet(&project);
    for criterion in [11, 12] {
        back.evaluator.scores.set(Id::fixed(1), Id::fixed(criterion), Some(entry(5, "a visit")));
    }
    let mut selection = (*project.selection).clone();
    for member in [13, 14] {
        selection.criteria.add(Id::fixed(member), |criterion| criterion.under = Some(Id::fixed(11)));
    }
    let changes = back.changes(&selection).unwrap();
    assert_eq!(changes.grouped, [Id::fixed(11)]);
    assert_eq!(changes.missing, [Id::fixed(13), Id::fixed(14)]);
    let cells: Vec<_> = changes.cells.iter().map(|cell| (cell.vendor, cell.criterion)).collect();
    assert_eq!(cells, [(Id::fixed(1), Id::fixed(12))]);
    back.take_into(&mut selection);
    let one = selection.evaluators.get(Id::fixed(21)).unwrap();
    assert_eq!(one.scores.get(Id::fixed(1), Id::fixed(11)), Some(&entry(3, "seen")));
    assert_eq!(one.scores.get(Id::fixed(1), Id::fixed(12)), Some(&entry(5, "a visit")));
}

#[test]
fn a_group_joined_meanwhile_keeps_the_scores_that_stand_here() {
    let mut project = project();
    let join = |project: &mut Project, under| {
        let selection = Arc::make_mut(&mut project.selection);
        selection.criteria.update(Id::fixed(12), |criterion| criterion.under = under);
    };
    join(&mut project, Some(Id::fixed(11)));
    let mut back = sheet(&project);
    back.evaluator.scores.set(Id::fixed(1), Id::fixed(11), None);
    join(&mut project, None);
    let changes = back.changes(&project.selection).unwrap();
    assert_eq!((changes.missing, changes.grouped), (vec![Id::fixed(11)], Vec::new()));
    assert!(changes.cells.is_empty());
}
