use proptest::prelude::*;

use super::*;
use crate::domain::register::Item;

const TITLES: [&str; 7] = ["a", "b", "c", "d", "e", "f", "g"];

fn workshop() -> Workshop {
    let mut workshop = Workshop::default();
    workshop.adopt_agenda(&TITLES);
    workshop
}

#[test]
fn the_usual_agenda_comes_once() {
    let mut once = workshop();
    once.adopt_agenda(&["other"; 7]);
    assert_eq!(once, workshop());
    assert_eq!(once.agenda.at(6).map(|item| (item.clause(), item.minutes)), Some(("YA-7".into(), Some(10))));
}

#[test]
fn the_clock_counts_while_it_runs_and_goes_on_to_what_is_not_done() {
    let mut workshop = workshop();
    let ids: Vec<_> = workshop.agenda.iter().map(|item| item.id).collect();
    let reading =
        |workshop: &Workshop, place: usize, now| workshop.reading(workshop.agenda.at(place).unwrap(), now);
    workshop.start(ids[0], 1000);
    assert_eq!(reading(&workshop, 0, 1060), Reading::Left(240));
    assert_eq!(reading(&workshop, 1, 1060), Reading::Left(1200));
    workshop.pause(1060);
    workshop.pause(9000);
    assert_eq!(reading(&workshop, 0, 9000), Reading::Left(240));
    workshop.start(ids[0], 9000);
    assert_eq!(reading(&workshop, 0, 9300), Reading::Over(60));
    // A clock that was set back takes nothing away.
    assert_eq!(reading(&workshop, 0, 0), Reading::Left(240));
    workshop.agenda.update(ids[1], |item| (item.done, item.minutes) = (true, None));
    workshop.finish(9300);
    assert_eq!((workshop.current, workshop.since), (Some(ids[2]), Some(9300)));
    assert_eq!(reading(&workshop, 1, 9300), Reading::Spent(0));
    workshop.start(ids[6], 9300);
    workshop.finish(9400);
    assert_eq!(workshop.current, Some(ids[2]));
    (3..7).for_each(|_| workshop.finish(9400));
    assert_eq!((workshop.current, workshop.since, workshop.next()), (None, None, None));
}

#[test]
fn a_clock_whose_item_is_gone_stops() {
    let mut requirements = Requirements { workshop: workshop(), ..Requirements::default() };
    let first = requirements.workshop.agenda.at(0).unwrap().id;
    requirements.workshop.start(first, 5);
    requirements.workshop.agenda.remove(first);
    requirements.mend_workshop();
    assert_eq!((requirements.workshop.current, requirements.workshop.since), (None, None));
}

#[test]
fn what_was_parked_becomes_a_question_or_a_decision_and_is_parked_no_more() {
    let mut requirements = Requirements::default();
    for id in [1, 2] {
        requirements.workshop.parked.add(Id::fixed(id), |parked| parked.text = format!("thought {id}"));
    }
    assert_eq!(requirements.ask_parked(Id::fixed(1), Id::fixed(3)), Some("O-1".to_owned()));
    assert_eq!(requirements.ask_parked(Id::fixed(1), Id::fixed(4)), None);
    let today = NaiveDate::MIN;
    assert_eq!(requirements.decide_parked(Id::fixed(2), Id::fixed(5), today), Some("YD-1".to_owned()));
    assert!(requirements.workshop.parked.is_empty());
    assert_eq!((requirements.questions.len(), requirements.open_questions()), (1, 1));
    let decision = requirements.workshop.decisions.at(0).unwrap();
    assert_eq!((decision.what.as_str(), decision.date), ("thought 2", Some(today)));
}

#[test]
fn nobody_from_a_department_is_told() {
    let mut workshop = Workshop::default();
    for (id, department) in [(1, Department::Business), (2, Department::Vendor), (3, Department::Legal)] {
        workshop.participants.add(Id::fixed(id), |one| (one.department, one.present) = (department, id < 3));
    }
    assert_eq!(workshop.absent(), [Department::Tech, Department::Legal]);
}

#[test]
fn an_unguarded_must_have_is_one_of_the_breaks() {
    let mut project = Project::default();
    let requirements = Arc::make_mut(&mut project.requirements);
    requirements.features.add(Id::fixed(1), |feature| feature.includes = "as soon as possible".to_owned());
    requirements.questions.add(Id::fixed(2), |_| ());
    let ready = Readiness::of(&project);
    assert_eq!((ready.open, ready.unguarded, ready.breaks, ready.check), (1, 1, 2, Check::Empty));
    assert_eq!(ready.doubts, [1, 0]);
    assert!(ready.lacks.iter().all(|one| one.place != Place::Questions));
}

#[test]
fn readiness_counts_what_the_pages_of_scope_and_service_levels_count() {
    let mut project = Project::default();
    let requirements = Arc::make_mut(&mut project.requirements);
    requirements.features.add(Id::fixed(1), |feature| feature.acceptance = "≥95 %\nworks".to_owned());
    requirements.sla.add(Id::fixed(2), |line| line.penalty = "a reasonable deduction".to_owned());
    assert_eq!(Readiness::of(&project).doubts, [1, 1]);
}

proptest! {
    #[test]
    fn however_the_clock_is_pressed_it_counts_every_second_once(
        presses in prop::collection::vec((0_u8..3, 0_usize..7, 1_u64..500), 1..20),
    ) {
        let mut workshop = workshop();
        let ids: Vec<_> = workshop.agenda.iter().map(|item| item.id).collect();
        let (mut now, mut ran) = (0, 0);
        for (press, place, seconds) in presses {
            if workshop.since.is_some() {
                ran += seconds;
            }
            now += seconds;
            match press {
                0 => workshop.start(ids[place], now),
                1 => workshop.pause(now),
                _ => workshop.finish(now),
            }
        }
        workshop.pause(now);
        let spent: u64 = workshop.agenda.iter().map(|item| u64::from(item.spent)).sum();
        prop_assert_eq!(spent, ran);
    }
}
