//! 1.1 Goals.

use leptos::prelude::*;

use crate::domain::profile::Profile;
use crate::domain::requirements::Goal;
use crate::domain::requirements::baseline::Mandatory;
use crate::domain::task::Task;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::form::{Field, field, form};
use crate::pages::list::{Column, List, ListPage, list_page, wanted};
use crate::state::workspace::use_workspace;
use crate::ui::ledger::Said;
use crate::ui::live::live;
use crate::ui::tag::TagKind;

static PAGE: ListPage<Goal> = ListPage {
    task: Task::Goals,
    empty: |text| text.requirements.goals_empty,
    content: None,
    finding: |facts| {
        let goals = &facts.project.requirements.goals;
        let ready = goals.iter().filter(|goal| goal.lacks().is_empty()).count();
        vec![(facts.text.requirements.goals_finding)(goals.len(), ready)]
    },
    list: List {
        name: |text| (text.common.task)(Task::Goals),
        columns: COLUMNS,
        is_wrong: |_, goal| !goal.lacks().is_empty(),
        form: |row| form(row, FIELDS),
        add: |text| text.requirements.add_goal,
        fill: |_| (),
    },
};

const COLUMNS: &[Column<Goal>] = &[
    Column::new(|text| text.requirements.outcome, |_, goal| Said::Text(goal.outcome.clone())),
    Column::new(|text| text.requirements.measure, |facts, goal| wanted(facts, &goal.measure)),
    Column::number(
        |text| text.requirements.now_to_target,
        |facts, goal| {
            if goal.target.is_none() {
                return Said::Tag(TagKind::Problem, facts.text.requirements.target_missing.to_owned());
            }
            let value = |value| format::number_or_missing(value, 2);
            Said::Number(format!("{} → {} {}", value(goal.baseline), value(goal.target), goal.unit))
        },
    ),
    Column::new(|text| text.requirements.due, |_, goal| Said::Date(format::date_or_missing(goal.due))),
    Column::new(|text| text.requirements.serves, |_, goal| Said::Text(goal.serves.clone())),
];

const FIELDS: &[Field<Goal>] = &[
    field!(8 Line outcome: requirements.outcome),
    field!(4 Line serves: requirements.serves),
    field!(4 Line measure: requirements.measure else requirements.measure_missing),
    field!(2 Line unit: requirements.unit),
    field!(2 Number baseline: requirements.baseline),
    field!(2 Number target: requirements.target),
    field!(2 Date due: requirements.due),
];

/// Shows the goals, and the budget and the period they have to be reached in.
#[component]
pub fn GoalsPage() -> impl IntoView {
    list_page(&PAGE, ViewFn::from(|| view! { <p class="hint"><Frame/></p> }.into_any()))
}

#[component]
fn Frame() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    live(move || {
        let text = words.get();
        let profile = workspace.section::<Profile>();
        let budget =
            format::money_range(profile.budget_low, profile.budget_high, profile.currency, text.language);
        let budget =
            budget.map(|budget| format!("{} {budget}{}", text.overview.budget, text.overview.a_month));
        let period = profile.months.map(|months| (text.requirements.period)(months));
        budget.into_iter().chain(period).collect::<Vec<_>>().join(" · ")
    })
}
