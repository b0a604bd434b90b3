//! 1.1 Goals.

use leptos::prelude::*;

use crate::domain::requirements::Goal;
use crate::domain::task::Task;
use crate::i18n::format;
use crate::pages::form::{Field, field, form};
use crate::pages::list::{Column, List, ListPage, list_page};
use crate::ui::ledger::Said;

static PAGE: ListPage<Goal> = ListPage {
    task: Task::Goals,
    empty: |text| text.requirements.goals_empty,
    content: None,
    finding: |facts| {
        let goals = &facts.project.requirements.goals;
        let ready = goals.iter().filter(|goal| is_measurable(goal)).count();
        vec![(facts.text.requirements.goals_finding)(goals.len(), ready)]
    },
    list: List {
        name: |text| (text.common.task)(Task::Goals),
        columns: COLUMNS,
        is_wrong: |_, goal| !is_measurable(goal),
        form: |row| form(row, FIELDS),
        add: |text| text.requirements.add_goal,
        fill: |_| (),
    },
};

const COLUMNS: &[Column<Goal>] = &[
    Column::new(|text| text.requirements.outcome, |_, goal| Said::Text(goal.outcome.clone())),
    Column::new(|text| text.requirements.measure, |_, goal| Said::Text(goal.measure.clone())),
    Column::number(
        |text| text.requirements.now_to_target,
        |_, goal| {
            let value = |value| format::number_or_missing(value, 2);
            Said::Number(format!("{} → {} {}", value(goal.baseline), value(goal.target), goal.unit))
        },
    ),
    Column::new(|text| text.requirements.due, |_, goal| Said::Text(format::date_or_missing(goal.due))),
    Column::new(|text| text.requirements.serves, |_, goal| Said::Text(goal.serves.clone())),
];

const FIELDS: &[Field<Goal>] = &[
    field!(8 Line outcome: requirements.outcome),
    field!(4 Line serves: requirements.serves),
    field!(4 Line measure: requirements.measure),
    field!(2 Line unit: requirements.unit),
    field!(2 Number baseline: requirements.baseline),
    field!(2 Number target: requirements.target),
    field!(2 Date due: requirements.due),
];

fn is_measurable(goal: &Goal) -> bool {
    !goal.measure.is_empty() && goal.target.is_some()
}

/// Shows the goals.
#[component]
pub fn GoalsPage() -> impl IntoView {
    list_page(&PAGE, ViewFn::default())
}
