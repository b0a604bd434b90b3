//! 1.4 Service levels.

use leptos::prelude::*;

use crate::domain::requirements::baseline::Mandatory;
use crate::domain::requirements::{Bound, Feature, SlaLine, Window};
use crate::domain::task::Task;
use crate::domain::template::Content;
use crate::i18n::format;
use crate::pages::form::{Field, field, form};
use crate::pages::list::{Column, List, ListPage, list_page, wanted};
use crate::ui::ledger::Said;
use crate::ui::tag::TagKind;

static PAGE: ListPage<SlaLine> = ListPage {
    task: Task::Sla,
    empty: |text| text.requirements.sla_empty,
    content: Some(Content::Sla),
    finding: |facts| {
        let lines = &facts.project.requirements.sla;
        let open = lines.iter().filter(|line| !line.lacks().is_empty()).count();
        vec![(facts.text.requirements.sla_finding)(lines.len(), open)]
    },
    list: List {
        name: |text| (text.common.task)(Task::Sla),
        columns: COLUMNS,
        is_wrong: |_, line| !line.lacks().is_empty(),
        form: |row| form(row, FIELDS),
        add: |text| text.requirements.add_sla,
        fill: |_| (),
    },
};

const BOUNDS: [Bound; 2] = [Bound::AtLeast, Bound::AtMost];

const COLUMNS: &[Column<SlaLine>] = &[
    Column::new(|text| text.requirements.sla_measure, |_, line| Said::Text(line.measure.clone())),
    Column::number(
        |text| text.requirements.target,
        |facts, line| match line.target {
            None => Said::Tag(TagKind::Problem, facts.text.requirements.target_missing.to_owned()),
            Some(target) => {
                let sign = if line.bound == Bound::AtLeast { "≥" } else { "≤" };
                Said::Number(format!("{sign} {} {}", format::number(target, 2), line.unit))
            }
        },
    ),
    Column::new(
        |text| text.requirements.window_label,
        |facts, line| Said::Text((facts.text.requirements.window)(line.window).to_owned()),
    ),
    Column::new(|text| text.requirements.source, |facts, line| wanted(facts, &line.source)),
    Column::new(|text| text.requirements.excludes, |_, line| Said::Text(line.excludes.clone())),
    Column::new(|text| text.requirements.penalty, |facts, line| wanted(facts, &line.penalty)),
];

const FIELDS: &[Field<SlaLine>] = &[
    field!(4 Line measure: requirements.sla_measure else requirements.measure_missing),
    field!(2 OneOf(BOUNDS, requirements.bound) bound: requirements.bound_label),
    field!(2 Number target: requirements.target),
    field!(2 Line unit: requirements.unit),
    field!(2 OneOf(Window::ALL, requirements.window) window: requirements.window_label),
    field!(6 Line definition: requirements.definition),
    field!(3 Line source: requirements.source else requirements.source_missing),
    field!(3 Line excludes: requirements.excludes),
    field!(6 Line penalty: requirements.penalty else requirements.penalty_missing),
    field!(3 Link(Feature, |feature| feature.name.clone()) feature: requirements.guards),
    field!(3 Role owner: requirements.owner),
];

/// Shows the service levels.
#[component]
pub fn SlaPage() -> impl IntoView {
    list_page(&PAGE, ViewFn::default())
}
