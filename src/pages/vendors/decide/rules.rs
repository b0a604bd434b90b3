//! How prices and scores become points, and the sets of weights to compare: behind closed lines, so they come beside the
//! page.

use leptos::prelude::*;

use crate::domain::selection::Selection;
use crate::domain::selection::method::{Aggregation, Method, PriceFormula, WeightSet};
use crate::domain::selection::ranking::NoRanking;
use crate::domain::step::{Step, Verb};
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::form::{Field, field, form, wide};
use crate::pages::list::{Column, List, list};
use crate::state::part::{Bindable, Part};
use crate::state::row::Row;
use crate::state::workspace::use_workspace;
use crate::ui::button::Button;
use crate::ui::ledger::Said;
use crate::ui::live::{Show, fact, kept};
use crate::ui::number_field::NumberField;
use decision::weights;

const FIELDS: &[Field<Method>] = &[
    field!(6 OneOf(PriceFormula::ALL, decide.price_formula) price_formula: decide.price_formula_label),
    field!(6 OneOf(Aggregation::ALL, vendors.aggregation) aggregation: decide.aggregation_label),
];

const BOUNDS: &[Field<Method>] =
    &[field!(6 Money price_low: decide.price_low), field!(6 Money price_high: decide.price_high)];

static SETS: List<WeightSet> = List {
    name: |text| text.decide.sets_head,
    columns: &[
        Column::new(|text| text.decide.set_name, |_, set| Said::Text(set.name.clone())),
        Column::new(
            |text| text.decide.set_weights,
            |_, set| {
                let percent = |bp: u32| format::number(f64::from(bp) / 100.0, 2);
                Said::Text(set.weights_bp().map(percent).join(" / "))
            },
        ),
    ],
    is_wrong: |_, set| weights::check(set.weights_bp()).is_err(),
    form: set_form,
    add: |text| text.decide.add_set,
    fill: |set| {
        let [capability, cases, proposal, price] = Method::default().weights_bp;
        (set.capability_bp, set.cases_bp, set.proposal_bp, set.price_bp) =
            (capability, cases, proposal, price);
    },
};

const SET_FIELDS: &[Field<WeightSet>] = &[
    field!(4 Line name: decide.set_name),
    field!(2 Percent capability_bp: decide.part_capability),
    field!(2 Percent cases_bp: decide.part_cases),
    field!(2 Percent proposal_bp: decide.part_proposal),
    field!(2 Percent price_bp: decide.part_price),
];

/// Shows the fields of a set, and takes it over as the weights of the decision.
fn set_form(row: Row<WeightSet>) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let take = move |()| {
        let weights = row.get(WeightSet::weights_bp);
        let step = Step::new(Verb::Set, format!("{} {}", words.now().vendors.weights_head, row.clause()));
        workspace.edit(step, |selection: &mut Selection| selection.method.weights_bp = weights);
    };
    view! { {form(row, SET_FIELDS)}<div class="actions"><Button label=words.s(|t| t.decide.use_set) on_press=take/></div> }
        .into_any()
}

/// Shows how prices and scores become points.
pub fn points(part: Part<Method>) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let formula = kept(move || workspace.section::<Selection>().method.price_formula);
    let is_turned = kept(move || {
        let method = &workspace.section::<Selection>().method;
        let bounds = method.price_low.zip(method.price_high);
        method.price_formula == PriceFormula::PresetBounds && bounds.is_some_and(|(low, high)| high <= low)
    });
    let aggregation = kept(move || workspace.section::<Selection>().method.aggregation);
    view! {
        {form(part, FIELDS)}
        <Show when=fact(move || formula.get() == PriceFormula::PresetBounds)>{form(part, BOUNDS)}</Show>
        <Show when=fact(move || is_turned.get())><p class="field-error" role="alert">{words.s(|t| (t.decide.no_ranking)(&NoRanking::Bounds))}</p></Show>
        <Show when=fact(move || formula.get() == PriceFormula::Log)>{log_base(part)}</Show>
        <p class="hint">{words.s(move |t| (t.decide.price_rule)(formula.get()))}</p>
        <Show when=fact(move || aggregation.get() == Aggregation::Agreed)><p class="hint">{words.s(|t| t.vendors.agreed_rule)}</p></Show>
    }
    .into_any()
}

/// Shows the sets of weights.
pub fn sets() -> AnyView {
    let words = use_words();
    view! { <p class="hint">{words.s(|t| t.decide.sets_note)}</p>{list(&SETS, ().into_any())} }.into_any()
}

/// Asks for the base of the logarithm.
fn log_base(part: Part<Method>) -> AnyView {
    let words = use_words();
    let base = part.bind("log base", |method| method.log_base, |method, base| method.log_base = base);
    // Emptied, the base stays what it was.
    let set = move |number: Option<f64>| {
        if let Some(number) = number {
            base.set.run(number);
        }
    };
    let value = Signal::derive(move || Some(base.value.get()));
    let field = view! { <NumberField label=words.s(|t| t.decide.log_base) hint=words.s(|t| t.decide.log_base_hint) value on_input=set min=1.01 max=100.0/> };
    view! { <div class="fields">{wide(6, field.into_any())}</div> }.into_any()
}
