//! 1.4 Service levels.

pub mod helpers;
pub mod unguarded;

use leptos::prelude::*;

use crate::domain::requirements::baseline::{Lack, Mandatory};
use crate::domain::requirements::protection::PenaltyModel;
use crate::domain::requirements::{Bound, Feature, SlaLine, Window};
use crate::domain::task::Task;
use crate::domain::template::Content;
use crate::i18n::{Text, format};
use crate::pages::form::controls::Control;
use crate::pages::form::{Field, field, form};
use crate::pages::list::{Column, Facts, List, ListPage, list_page, wanted};
use crate::pages::requirements::sla::helpers::helpers;
use crate::pages::requirements::sla::unguarded::Unguarded;
use crate::pages::requirements::wording::{self, Counted, wording_of};
use crate::ui::ledger::Said;
use crate::ui::tag::TagKind;

static PAGE: ListPage<SlaLine> = ListPage {
    task: Task::Sla,
    empty: |text| text.requirements.sla_empty,
    content: Some(Content::Sla),
    finding: |facts| {
        let lines = &facts.project.requirements.sla;
        let open = lines.iter().filter(|line| !line.lacks().is_empty()).count();
        let unguarded = facts.project.requirements.unguarded();
        let bare = unguarded.iter().filter(|feature| !feature.has_sla_reason()).count();
        let bare = (0 < bare).then(|| (facts.text.sla.unguarded_finding)(bare));
        let asked = lines.iter().filter(|line| !line.asks().is_empty()).count();
        let asked = (0 < asked).then(|| (facts.text.sla.asked_finding)(asked));
        let wording = wording::finding(facts.text, COUNTED.with(|counted| counted.count(lines)));
        let whole = (facts.text.requirements.sla_finding)(lines.len(), open);
        std::iter::once(whole).chain(asked).chain(bare).chain(wording).collect()
    },
    list: List {
        name: |text| (text.common.task)(Task::Sla),
        columns: COLUMNS,
        is_wrong: |_, line| !line.lacks().is_empty(),
        form: |row| view! { {form(row, FIELDS)}{helpers(row)}{wording_of(row)} }.into_any(),
        add: |text| text.requirements.add_sla,
        fill: |_| (),
    },
};

thread_local! {
    static COUNTED: Counted<SlaLine> = const { Counted::new() };
}

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
    Column::new(|text| text.sla.open, still_open),
];

/// Says what no other column shows to be missing: the definition has to be there and a share possible, the rest is asked.
fn still_open(facts: &Facts, line: &SlaLine) -> Said {
    let text = &facts.text.sla;
    let lacks = line.lacks();
    let lacks = [Lack::Definition, Lack::Share].into_iter().filter(|lack| lacks.contains(lack));
    let kind = if lacks.clone().next().is_some() { TagKind::Problem } else { TagKind::Due };
    let open: Vec<_> = lacks.chain(line.asks()).map(text.open_name).collect();
    if open.is_empty() { Said::Text(String::new()) } else { Said::Tag(kind, open.join(text.open_join)) }
}

const FIELDS: &[Field<SlaLine>] = &[
    field!(4 Line measure: requirements.sla_measure else requirements.measure_missing),
    field!(2 OneOf(BOUNDS, requirements.bound) bound: requirements.bound_label),
    field!(2 Number target: requirements.target),
    field!(2 Line unit: requirements.unit),
    field!(2 OneOf(Window::ALL, requirements.window) window: requirements.window_label),
    field!(6 Line definition: requirements.definition else requirements.definition_missing),
    field!(3 Line source: requirements.source else requirements.source_missing),
    field!(3 Line excludes: requirements.excludes),
    field!(9 Line penalty: requirements.penalty else requirements.penalty_missing),
    PENALTY_MODEL,
    field!(6 Link(Feature, |feature| feature.name.clone()) feature: requirements.guards),
    field!(6 Role owner: requirements.owner),
    field!(12 Line basis: requirements.basis),
];

/// How a miss becomes a deduction; its words stand apart from the texts of all pages.
const PENALTY_MODEL: Field<SlaLine> = Field {
    width: 3,
    name: "penalty_model",
    label: |text: &'static Text| text.sla.model,
    control: |source, name| {
        Control::OneOf(
            source.at(
                name,
                |line| PenaltyModel::CHOICES.iter().position(|one| *one == line.penalty_model).unwrap_or(0),
                |line, place| line.penalty_model = PenaltyModel::CHOICES.get(place).copied().flatten(),
            ),
            |text| PenaltyModel::CHOICES.map(|model| (text.sla.model_name)(model)).to_vec(),
        )
    },
    missing: None,
};

/// Shows the service levels, and first the must-haves none of them guards.
#[component]
pub fn SlaPage() -> impl IntoView {
    list_page(&PAGE, ViewFn::from(|| view! { <Unguarded/> }.into_any()))
}
