use std::sync::Arc;

use super::*;
use crate::domain::performance::Reading;
use crate::domain::performance::review::Closed;
use crate::domain::performance::review::assessment::Assessment;
use crate::domain::period::{Cycle, Month};

const VENDOR: Id<Vendor> = Id::fixed(1);

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Two vendors, of which the first delivers; both have readings from January to April.
fn project() -> Project {
    let mut project = Project::default();
    let selection = Arc::make_mut(&mut project.selection);
    for id in [1, 2] {
        selection.vendors.add(Id::fixed(id), |_| ());
    }
    selection.decision.chosen = Some(VENDOR);
    let performance = Arc::make_mut(&mut project.performance);
    performance.kpis.add(Id::fixed(3), |_| ());
    for (id, month) in [1, 2].into_iter().flat_map(|id| (1..=4).map(move |month| (id, month))) {
        let month = Month::new(2026, month).unwrap();
        performance.set_reading(Id::fixed(id), Id::fixed(3), month, Some(Reading::Value(90.0)));
    }
    project
}

fn close(project: &mut Project, first: &str) {
    let assessment = Assessment { cycle: Cycle::Quarter, ..Assessment::default() };
    let reviews = Arc::make_mut(&mut project.performance).reviews.entry(VENDOR);
    let review = reviews.entry(Month::parse(first).unwrap());
    review.versions.push(Arc::new(Closed { assessment, ..Closed::default() }));
}

#[test]
fn reviews_are_done_once_every_period_that_ended_has_a_closed_one() {
    let mut project = project();
    let on = |project: &Project, today: &str| state_on(project, Task::Reviews, day(today));
    assert_eq!(on(&Project::default(), "2026-05-01"), State::NotStarted);
    assert_eq!(on(&project, "2026-03-31"), State::NotStarted, "nothing has ended");
    assert_eq!(on(&project, "2026-05-01"), State::InProgress);
    Arc::make_mut(&mut project.performance).reviews.entry(VENDOR).entry(Month::parse("2026-01").unwrap());
    assert_eq!(on(&project, "2026-05-01"), State::InProgress, "begun is not closed");
    close(&mut project, "2026-01");
    assert_eq!(on(&project, "2026-06-30"), State::Done, "the second quarter still runs");
    assert_eq!(on(&project, "2026-07-01"), State::InProgress);
    assert_eq!(
        task_state(&project, Task::Reviews),
        State::Done,
        "without a day, April is the last one known"
    );
    close(&mut project, "2026-04");
    assert_eq!(on(&project, "2026-07-01"), State::Done);
    let reviews = &mut Arc::make_mut(&mut project.performance).reviews;
    reviews.entry(VENDOR).entry(Month::parse("2026-01").unwrap()).reopen("a slip", day("2026-07-02"));
    assert_eq!(on(&project, "2026-07-02"), State::InProgress);
}

#[test]
fn while_nobody_delivers_every_vendor_with_readings_is_reviewed() {
    let mut project = project();
    assert_eq!(project.periods_to_review().len(), 2);
    Arc::make_mut(&mut project.selection).decision.chosen = None;
    assert_eq!(project.periods_to_review().len(), 4);
}
