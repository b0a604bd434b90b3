use proptest::prelude::*;

use super::*;

const DAY: NaiveDate = NaiveDate::MIN;

fn requirements(subject: Subject) -> Requirements {
    let mut requirements = Requirements::default();
    for id in 1..=3 {
        requirements.features.add(Id::fixed(id), |_| ());
        requirements.modules.add(Id::fixed(10 + id), |_| ());
        requirements.workshop.participants.add(Id::fixed(20 + id), |_| ());
    }
    requirements.workshop.round = Some(Round::on(subject));
    requirements
}

fn ballot(subject: Subject, choices: &[Option<usize>]) -> Ballot {
    let first = if subject == Subject::Priorities { 1 } else { 11 };
    let mut ballot = Ballot::default();
    for (place, choice) in choices.iter().enumerate() {
        ballot.choose(subject, first + place as u128, *choice);
    }
    ballot
}

fn cast(requirements: &mut Requirements, participant: u128, choices: &[Option<usize>]) {
    let round = requirements.workshop.round.as_mut().unwrap();
    // An empty ballot is not taken.
    let _ = round.cast(Id::fixed(participant), ballot(round.subject(), choices));
}

fn outcomes(requirements: &Requirements) -> Option<Vec<Outcome>> {
    let tallies = requirements.workshop.round.as_ref()?.tallies(requirements)?;
    Some(tallies.into_iter().map(|tally| tally.outcome).collect())
}

fn reveal(requirements: &mut Requirements) {
    requirements.workshop.reveal(DAY);
}

#[test]
fn nothing_tells_a_vote_before_it_is_revealed_and_none_changes_after() {
    let mut project = requirements(Subject::Priorities);
    reveal(&mut project);
    assert_eq!(outcomes(&project), None, "nobody voted");
    cast(&mut project, 21, &[Some(0), Some(2), None]);
    assert_eq!(outcomes(&project), None);
    project.take_over();
    assert!(project.features.iter().all(|feature| feature.priority == Priority::Must));
    cast(&mut project, 22, &[Some(0), Some(1), None]);
    cast(&mut project, 22, &[Some(3), Some(2), None]);
    reveal(&mut project);
    let found = [Outcome::Tied(vec![0, 3]), Outcome::Clear(2), Outcome::Nothing];
    assert_eq!(outcomes(&project), Some(found.to_vec()));
    let round = project.workshop.round.as_mut().unwrap();
    let late = round.cast(Id::fixed(23), ballot(Subject::Priorities, &[Some(1)]));
    assert_eq!(late, Err(CastError::Revealed));
    assert_eq!(Round::default().cast(Id::fixed(23), Ballot::default()), Err(CastError::Empty));
    assert_eq!(project.untaken(), [(2, 2)]);
    project.take_over();
    let priorities: Vec<_> = project.features.iter().map(|feature| feature.priority).collect();
    assert_eq!(priorities, [Priority::Must, Priority::Could, Priority::Must]);
}

#[test]
fn whom_the_room_did_not_wait_for_is_noted() {
    let mut project = requirements(Subject::Priorities);
    for id in [21, 22] {
        project.workshop.participants.update(Id::fixed(id), |one| one.present = true);
    }
    cast(&mut project, 21, &[Some(0)]);
    let round = |project: &Requirements| project.workshop.round.clone().unwrap();
    assert_eq!(round(&project).waits_for(&project.workshop.participants), [Id::fixed(22)]);
    assert!(round(&project).without().is_empty());
    reveal(&mut project);
    project.workshop.participants.update(Id::fixed(23), |one| one.present = true);
    reveal(&mut project);
    assert_eq!(round(&project).without(), [Id::fixed(22)]);
    project.workshop.participants.remove(Id::fixed(22));
    project.mend_workshop();
    assert!(round(&project).without().is_empty());
}

#[test]
fn ratings_come_to_their_median_and_a_split_middle_is_named() {
    let mut project = requirements(Subject::Rating(Factor::Measurable));
    cast(&mut project, 21, &[Some(0), Some(1), Some(1)]);
    cast(&mut project, 22, &[Some(4), Some(3), Some(1)]);
    cast(&mut project, 23, &[Some(4), None, Some(4)]);
    reveal(&mut project);
    let found = [Outcome::Clear(4), Outcome::Tied(vec![1, 3]), Outcome::Clear(1)];
    assert_eq!(outcomes(&project), Some(found.to_vec()));
    project.take_over();
    let rated = project.modules.iter().map(|module| module.factors.measurable.map(Rating::get));
    assert_eq!(rated.collect::<Vec<_>>(), [Some(5), None, Some(2)]);
}

#[test]
fn who_and_what_is_gone_takes_the_votes_along() {
    let mut project = requirements(Subject::Priorities);
    cast(&mut project, 21, &[Some(0), Some(1), None]);
    cast(&mut project, 22, &[Some(0), Some(1), None]);
    project.workshop.participants.remove(Id::fixed(21));
    project.features.remove(Id::fixed(1));
    project.mend_workshop();
    let mut kept = Round::on(Subject::Priorities);
    kept.cast(Id::fixed(22), ballot(Subject::Priorities, &[None, Some(1)])).unwrap();
    assert_eq!(project.workshop.round, Some(kept));
}

proptest! {
    #[test]
    fn the_order_of_the_votes_does_not_count_and_taking_over_twice_is_taking_over_once(
        is_rating in any::<bool>(),
        mut votes in prop::collection::vec(prop::collection::vec(prop::option::of(0_usize..6), 3), 1..4),
    ) {
        let subject = if is_rating { Subject::Rating(Factor::Separable) } else { Subject::Priorities };
        let voted = |votes: &[Vec<Option<usize>>]| {
            let mut project = requirements(subject);
            for (place, choices) in votes.iter().enumerate() {
                cast(&mut project, 21 + place as u128, choices);
            }
            reveal(&mut project);
            project
        };
        let mut project = voted(&votes);
        votes.reverse();
        prop_assert_eq!(outcomes(&voted(&votes)), outcomes(&project));
        project.take_over();
        prop_assert_eq!(project.untaken(), []);
        let once = project.clone();
        project.take_over();
        prop_assert_eq!(project, once);
    }
}
