//! What the indicators are: the list, and the form of one.

use leptos::prelude::*;

use crate::domain::performance::expression::Expression;
use crate::domain::performance::{Direction, Kpi};
use crate::domain::register::Item;
use crate::domain::requirements::SlaLine;
use crate::i18n::format;
use crate::pages::form::{Field, field, form};
use crate::pages::list::{Column, List};
use crate::pages::performance::kpis::builder::builder;
use crate::pages::performance::{bound_mark, with_unit};
use crate::ui::ledger::Said;

pub(super) static KPIS: List<Kpi> = List {
    name: |text| text.performance.definitions_head,
    columns: COLUMNS,
    is_wrong: |_, kpi| kpi.target.is_none() || is_unreadable(kpi),
    form: |row| view! { {form(row, FIELDS)}{builder(row)} }.into_any(),
    add: |text| text.performance.add_kpi,
    fill: |_| (),
};

const DIRECTIONS: [Direction; 2] = [Direction::Higher, Direction::Lower];

const COLUMNS: &[Column<Kpi>] = &[
    Column::new(|text| text.performance.kpi, |_, kpi| Said::Text(kpi.name.clone())),
    Column::new(
        |text| text.performance.formula,
        |_, kpi| match (kpi.formula.trim(), kpi.numerator.as_str(), kpi.denominator.as_str()) {
            ("", numerator, "") => Said::Text(numerator.to_owned()),
            ("", numerator, denominator) => Said::Text(format!("{numerator} / {denominator}")),
            (formula, ..) => Said::Text(formula.to_owned()),
        },
    ),
    Column::number(|text| text.performance.target_column, |_, kpi| Said::Number(target_words(kpi))),
    Column::number(
        |text| text.performance.floor_column,
        |_, kpi| Said::Quiet(format::number_or_missing(kpi.floor, 2)),
    ),
    Column::number(
        |text| text.performance.weight,
        |_, kpi| Said::Number(format::number(f64::from(kpi.weight_bp) / 100.0, 2)),
    ),
    Column::new(
        |text| text.kpis.counter_column,
        |facts, kpi| {
            let counter = kpi.counter.and_then(|id| facts.project.performance.kpis.get(id));
            Said::Text(counter.map(|kpi| kpi.clause()).unwrap_or_default())
        },
    ),
];

const FIELDS: &[Field<Kpi>] = &[
    field!(4 Line name: performance.kpi),
    field!(3 Line numerator: performance.numerator),
    field!(3 Line denominator: performance.denominator),
    field!(2 Line unit: performance.unit),
    field!(3 OneOf(DIRECTIONS, performance.direction) direction: performance.direction_label),
    field!(2 Number target: performance.target),
    field!(2 Number floor: performance.floor),
    field!(2 Percent weight_bp: performance.weight),
    field!(3 Link(SlaLine, |line| line.measure.clone()) sla: performance.sla),
    field!(4 Link(Kpi, |kpi| kpi.name.clone()) counter: kpis.counter),
];

/// Tells whether an indicator has a formula that cannot be read.
fn is_unreadable(kpi: &Kpi) -> bool {
    !kpi.formula.trim().is_empty() && Expression::parse(&kpi.formula).is_err()
}

/// Writes a target with its sign and its unit.
pub(super) fn target_words(kpi: &Kpi) -> String {
    kpi.target.map_or_else(
        || format::MISSING.to_owned(),
        |target| format!("{} {}", bound_mark(kpi), with_unit(target, &kpi.unit)),
    )
}
