//! What the indicators are: the list, and the form of one.

use leptos::prelude::*;

use crate::domain::performance::expression::Expression;
use crate::domain::performance::{Direction, Kpi, Performance};
use crate::domain::register::Item;
use crate::domain::requirements::SlaLine;
use crate::domain::step::Step;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::i18n::format::with_unit;
use crate::i18n::performance::bound_mark;
use crate::pages::form::{Field, field, form};
use crate::pages::list::{Column, List};
use crate::pages::performance::kpis::builder::builder;
use crate::state::part::Bindable;
use crate::state::row::Row;
use crate::state::workspace::{Workspace, use_workspace};
use crate::ui::ledger::Said;
use crate::ui::live::{kept, live};

pub(super) static KPIS: List<Kpi> = List {
    name: |text| text.performance.definitions_head,
    columns: COLUMNS,
    is_wrong: |_, kpi| kpi.target.is_none() || is_unreadable(kpi) || ruled_out(kpi).next().is_some(),
    form: |row| view! { {form(Defined::new(row), FIELDS)}{no_shares(row)}{builder(row)} }.into_any(),
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
    field!(5 Tick beyond_whole: kpis.beyond_whole),
    field!(3 Link(SlaLine, |line| line.measure.clone()) sla: performance.sla),
    field!(4 Link(Kpi, |kpi| kpi.name.clone()) counter: kpis.counter),
];

/// An indicator whose readings are computed anew where a change of it asks for that.
#[derive(Clone, Copy)]
pub(super) struct Defined {
    row: Row<Kpi>,
    workspace: Workspace,
}

impl Defined {
    pub fn new(row: Row<Kpi>) -> Self {
        Self { row, workspace: use_workspace() }
    }
}

impl Bindable<Kpi> for Defined {
    fn look(self, look: &mut dyn FnMut(&Kpi)) {
        self.row.get(look);
    }

    fn change(self, field: &'static str, change: &mut dyn FnMut(&mut Kpi)) {
        let step = Step::typing(untrack(|| self.row.clause()), field);
        self.workspace.edit(step, |performance: &mut Performance| {
            performance.redefine(self.row.id(), self.workspace.today(), change);
        });
    }
}

/// Returns what of target and floor cannot be.
fn ruled_out(kpi: &Kpi) -> impl Iterator<Item = f64> {
    [kpi.target, kpi.floor].into_iter().flatten().filter(|value| kpi.rules_out(*value))
}

/// Says of target and floor that no share can be so.
fn no_shares(row: Row<Kpi>) -> AnyView {
    let words = use_words();
    let found = kept(move || row.get(|kpi| ruled_out(kpi).next()));
    live(move || {
        let said = found.get().map(words.get().kpis.no_share);
        said.map(|said| view! { <p class="field-error" role="alert">{said}</p> })
    })
    .into_any()
}

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
