//! 1.3 Scope.

use leptos::prelude::*;

use crate::domain::requirements::baseline::Mandatory;
use crate::domain::requirements::{Feature, Goal, Priority};
use crate::domain::task::Task;
use crate::pages::form::{Field, field, form};
use crate::pages::list::{Column, List, ListPage, list_page, wanted};
use crate::ui::ledger::Said;

static PAGE: ListPage<Feature> = ListPage {
    task: Task::Scope,
    empty: |text| text.requirements.features_empty,
    content: None,
    finding: |facts| {
        let features = &facts.project.requirements.features;
        let open = features.iter().filter(|feature| !feature.lacks().is_empty()).count();
        vec![(facts.text.requirements.features_finding)(features.len(), open)]
    },
    list: List {
        name: |text| (text.common.task)(Task::Scope),
        columns: COLUMNS,
        is_wrong: |_, feature| !feature.lacks().is_empty(),
        form: |row| form(row, FIELDS),
        add: |text| text.requirements.add_feature,
        fill: |_| (),
    },
};

const COLUMNS: &[Column<Feature>] = &[
    Column::new(|text| text.requirements.feature_name, |_, feature| Said::Text(feature.name.clone())),
    Column::new(|text| text.requirements.includes, |facts, feature| wanted(facts, &feature.includes)),
    Column::new(|text| text.requirements.acceptance, |facts, feature| wanted(facts, &feature.acceptance)),
    Column::new(|text| text.requirements.excluded, |facts, feature| wanted(facts, &feature.excluded)),
    Column::new(
        |text| text.requirements.priority_label,
        |facts, feature| Said::Text((facts.text.requirements.priority)(feature.priority).to_owned()),
    ),
];

const FIELDS: &[Field<Feature>] = &[
    field!(6 Line name: requirements.feature_name),
    field!(2 OneOf(Priority::ALL, requirements.priority) priority: requirements.priority_label),
    field!(4 Link(Goal, |goal| goal.outcome.clone()) goal: requirements.goal),
    field!(4 Lines includes: requirements.includes else requirements.includes_missing),
    field!(4 Lines acceptance: requirements.acceptance else requirements.acceptance_missing),
    field!(4 Lines excluded: requirements.excluded else requirements.excluded_missing),
];

/// Shows the features.
#[component]
pub fn ScopePage() -> impl IntoView {
    list_page(&PAGE, ViewFn::default())
}
