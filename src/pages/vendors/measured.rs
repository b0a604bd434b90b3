//! The second look at the vendors: compared by figures that are measured.

use leptos::prelude::*;

use crate::domain::ids::Id;
use crate::domain::performance::Direction;
use crate::domain::register::Item;
use crate::domain::selection::measured::{Measure, MeasureRule, Measured as Figures};
use crate::domain::selection::{Selection, Vendor};
use crate::domain::step::Step;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::form::{Field, field, form};
use crate::pages::list::{Column, List, list};
use crate::pages::parts::is_empty;
use crate::state::workspace::{Workspace, use_workspace};
use crate::ui::ledger::Said;
use crate::ui::live::{Show, fact, live};
use crate::ui::number_field::NumberField;

static MEASURES: List<Measure> = List {
    name: |text| text.decide.measures_head,
    columns: &[
        Column::new(|text| text.decide.measure_name, |_, measure| Said::Text(measure.name.clone())),
        Column::new(|text| text.requirements.unit, |_, measure| Said::Text(measure.unit.clone())),
        Column::new(
            |text| text.decide.better_label,
            |facts, measure| Said::Text((facts.text.decide.better)(measure.direction).to_owned()),
        ),
        Column::number(
            |text| text.vendors.weight_percent,
            |_, measure| Said::Number(format::number(f64::from(measure.weight_bp) / 100.0, 2)),
        ),
    ],
    is_wrong: |_, _| false,
    form: |row| form(row, FIELDS),
    add: |text| text.decide.add_figure,
    fill: |_| (),
};

const BOTH: [Direction; 2] = [Direction::Higher, Direction::Lower];

const FIELDS: &[Field<Measure>] = &[
    field!(4 Line name: decide.measure_name),
    field!(2 Line unit: requirements.unit),
    field!(3 OneOf(BOTH, decide.better) direction: decide.better_label),
    field!(3 Percent weight_bp: vendors.weight_percent),
];

static RULE: Field<Figures> =
    field!(4 OneOf(MeasureRule::ALL, decide.measure_rule) rule: decide.measure_rule_label);

/// Shows the measured figures, their values and the rule they are ranked by; the laboratory ranks them.
pub fn measured() -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let none = is_empty::<Measure>();
    let figures = workspace.part(
        move || words.now().decide.measured_head.to_owned(),
        |selection: &Selection| selection.measured.clone(),
        |selection: &mut Selection, figures: Figures| selection.measured = figures,
    );
    view! {
        <div class="measured">
        <p class="hint">{words.s(|t| t.decide.measured_note)}</p>
        <Show when=fact(move || !none.get())>
            {form(figures, std::slice::from_ref(&RULE))}
            {values()}
            <h4>{words.s(MEASURES.name)}</h4>
        </Show>
        {list(&MEASURES, ().into_any())}
        </div>
    }
    .into_any()
}

/// Shows the values, a row for each vendor and a column for each figure.
fn values() -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let vendors = workspace.ids::<Vendor>();
    let measures = workspace.ids::<Measure>();
    let heads = live(move || {
        let selection = workspace.section::<Selection>();
        let heads = selection.measures.iter().map(|measure| {
            let better = (words.get().decide.better)(measure.direction);
            let weight = format::number(f64::from(measure.weight_bp) / 100.0, 2);
            let facts = [measure.unit.clone(), better.to_owned(), format!("{weight} %")];
            let facts: Vec<_> = facts.into_iter().filter(|fact| !fact.is_empty()).collect();
            view! { <th scope="col"><bdi>{measure.name.clone()}</bdi><small>{facts.join(" · ")}</small></th> }
        });
        heads.collect_view()
    });
    let rows = live(move || {
        let measures = measures.get();
        let rows = vendors.get().into_iter().map(|vendor| {
            let cells =
                measures.iter().map(|measure| view! { <td>{value_cell(workspace, vendor, *measure)}</td> });
            let cells = cells.collect_view();
            let name = workspace.row::<Vendor>(vendor);
            let name = live(move || name.get(|vendor| format!("{} {}", vendor.clause(), vendor.name)));
            view! { <tr><th scope="row"><bdi>{name}</bdi></th>{cells}</tr> }
        });
        rows.collect_view()
    });
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=move || words.get().decide.values_caption>
            <table class="table measured-values">
                <caption>{words.s(|t| t.decide.values_caption)}</caption>
                <thead><tr><th scope="col">{words.s(|t| t.vendors.vendor)}</th>{heads}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn value_cell(workspace: Workspace, vendor: Id<Vendor>, measure: Id<Measure>) -> AnyView {
    let words = use_words();
    let label = words.built(move |_| {
        let selection = workspace.section::<Selection>();
        let name = selection.measures.get(measure).map(|measure| measure.name.clone()).unwrap_or_default();
        format!("{} {name}", selection.title_of(vendor))
    });
    let bound = workspace.bind(
        move || Step::typing(label.get_untracked(), "value"),
        move |selection: &Selection| selection.measured.values.get(vendor, measure).copied(),
        move |selection: &mut Selection, value| selection.measured.values.set(vendor, measure, value),
    );
    view! { <NumberField label value=bound.value on_input=bound.set hide_label=true/> }.into_any()
}
