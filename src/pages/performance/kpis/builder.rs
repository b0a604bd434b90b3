//! The formula of an indicator: written, checked at the place, tried with numbers.

use leptos::prelude::*;

use crate::domain::performance::expression::{Expression, ExpressionError, Outcome, with_words};
use crate::domain::performance::{Kpi, Performance};
use crate::domain::sorted_map::SortedMap;
use crate::domain::step::{Step, Verb};
use crate::i18n::context::use_words;
use crate::i18n::format::with_unit;
use crate::i18n::{Text, format};
use crate::pages::performance::kpis::definitions::Defined;
use crate::state::part::Bindable;
use crate::state::row::Row;
use crate::state::workspace::use_workspace;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::calculation::{Calculation, Input, Steps};
use crate::ui::field::{TextField, use_read_only};
use crate::ui::live::{Kept, Show, fact, kept, live};
use crate::ui::number_field::NumberField;

/// The numbers a formula is tried with, in turn: the first two make a plausible share.
const SAMPLES: [f64; 4] = [47.0, 50.0, 3.0, 20.0];

/// Shows the formula of an indicator.
pub(super) fn builder(row: Row<Kpi>) -> AnyView {
    let words = use_words();
    let read_only = use_read_only();
    // Half a formula is often one of its own: nothing is computed from it until it stands.
    let draft = RwSignal::new(None::<String>);
    let formula = kept(move || draft.get().unwrap_or_else(|| row.get(|kpi| kpi.formula.clone())));
    let read = kept(move || formula.with(|formula| Expression::parse(formula)));
    let is_empty = kept(move || formula.with(|formula| formula.trim().is_empty()));
    let defined = Defined::new(row);
    let set = move |formula: String| {
        if untrack(|| row.get(|kpi| kpi.formula != formula)) {
            defined.change("formula", &mut |kpi| kpi.formula.clone_from(&formula));
        }
        draft.set(None);
    };
    let error = MaybeProp::derive(move || {
        let error = read.get().err().filter(|_| !is_empty.get())?;
        Some((words.get().kpis.fault)(&error.fault))
    });
    let place = live(move || {
        let error = read.get().err().filter(|_| !is_empty.get())?;
        Some(marked(&formula.get(), &error))
    });
    let starters = move || {
        live(move || {
            let text = &words.get().kpis;
            let starters = text.starters.map(|(name, formula)| {
                view! { <Button kind=ButtonKind::Text label=name.to_owned() on_press=move |()| set(formula.to_owned())/> }
            });
            view! { <p class="starters"><span class="hint">{text.starters_label}</span>{starters.into_iter().collect_view()}</p> }
        })
    };
    let is_read = kept(move || read.with(Result::is_ok));
    view! {
        <div class="kpi-formula">
            <TextField label=words.s(|t| t.kpis.formula_field) hint=words.s(|t| t.kpis.formula_hint) value=formula on_input=move |text| draft.set(Some(text)) on_change=set error/>
            {place}
            <Show when=fact(move || is_empty.get() && !read_only.get())>{starters()}</Show>
            <Show when=fact(move || is_read.get())>{sample(row, formula, read)}</Show>
            {left_inputs(row)}
        </div>
    }
    .into_any()
}

/// Shows a formula with the place of its fault marked; at the end, a mark stands behind it.
fn marked(formula: &str, error: &ExpressionError) -> AnyView {
    let letters: Vec<char> = formula.chars().collect();
    let part = |from: usize, to: usize| -> String {
        letters.iter().skip(from).take(to.saturating_sub(from)).collect()
    };
    let end = error.at + error.letters;
    let wrong = if error.letters == 0 { " ".to_owned() } else { part(error.at, end) };
    view! { <p class="formula-place" aria-hidden="true">{part(0, error.at)}<mark>{wrong}</mark>{part(end, letters.len())}</p> }
        .into_any()
}

/// Shows a field for each number of the formula, and what they come to.
fn sample(row: Row<Kpi>, formula: Kept<String>, read: Kept<Result<Expression, ExpressionError>>) -> AnyView {
    let words = use_words();
    let tried = RwSignal::new(SortedMap::<String, Option<f64>>::default());
    let names =
        kept(move || read.with(|read| read.as_ref().map(|read| read.names().to_vec()).unwrap_or_default()));
    let number = move |name: &str| {
        let place = names.with(|names| names.iter().position(|known| known == name)).unwrap_or(0);
        let usual = SAMPLES.get(place % SAMPLES.len()).copied();
        tried.with(|tried| tried.get(&name.to_owned()).copied()).unwrap_or(usual)
    };
    let fields = live(move || {
        let fields = names.get().into_iter().map(|name| {
            let (own, known) = (name.clone(), name.clone());
            let value = Signal::derive(move || number(&known));
            let set = move |value| {
                tried.update(|tried| {
                    tried.insert(own.clone(), value);
                });
            };
            view! { <div class="w3"><NumberField label=name value on_input=set/></div> }
        });
        fields.collect_view()
    });
    let outcome = kept(move || read.with(|read| read.as_ref().ok().map(|read| read.compute(number))));
    let result = live(move || {
        if names.with(Vec::is_empty) {
            return Some(words.get().kpis.names_nothing.to_owned());
        }
        outcome.with(|outcome| outcome.as_ref().map(|outcome| said(words.get(), row, outcome)))
    });
    let computed = Signal::derive(move || {
        let text = words.get();
        let values: Vec<(String, f64)> =
            names.get().into_iter().filter_map(|name| Some((name.clone(), number(&name)?))).collect();
        steps(
            text,
            &formula.get(),
            &values,
            outcome.with(|outcome| outcome.as_ref().and_then(Outcome::value)),
        )
    });
    view! {
        <h3 class="sample-head">{words.s(|t| t.kpis.sample_head)}</h3>
        <p class="hint">{words.s(|t| t.kpis.sample_hint)}</p>
        <div class="fields">{fields}</div>
        <p class="sample-result" role="status">{result}</p>
        <Calculation label=words.s(|t| t.common.how_computed) steps=computed/>
    }
    .into_any()
}

fn said(text: &'static Text, row: Row<Kpi>, outcome: &Outcome) -> String {
    match outcome {
        Outcome::Value(value) if row.get(|kpi| kpi.rules_out(*value)) => (text.kpis.no_share)(*value),
        Outcome::Value(value) => {
            let unit = row.get(|kpi| kpi.unit.clone());
            (text.kpis.sample_result)(&with_unit(*value, &unit))
        }
        Outcome::NoValue => text.kpis.sample_none.to_owned(),
        Outcome::Missing(names) => (text.kpis.sample_missing)(&names.join(text.common.list_comma)),
    }
}

/// Says how numbers come to a result by a formula.
pub(in crate::pages::performance) fn steps(
    text: &'static Text,
    formula: &str,
    numbers: &[(String, f64)],
    result: Option<f64>,
) -> Steps {
    let write = |number: f64| format::number(number, 4);
    let word = |name: &str| numbers.iter().find(|(known, _)| known == name).map(|(_, number)| write(*number));
    let result = result.map_or_else(|| text.performance.no_data.to_owned(), |value| format::number(value, 2));
    Steps {
        rule: format!("{} {}", formula.trim(), text.kpis.formula_rule),
        formula: format!("{} = {result}", with_words(formula.trim(), word)),
        inputs: numbers.iter().map(|(name, number)| Input::here((name.clone(), write(*number)))).collect(),
    }
}

/// Says which numbers are kept under a name the formula does not have, and offers the names it has for them.
fn left_inputs(row: Row<Kpi>) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let left = kept(move || {
        let performance = workspace.section::<Performance>();
        performance.kpis.get(row.id()).map(|kpi| performance.left_inputs(kpi)).unwrap_or_default()
    });
    let names = kept(move || {
        let names = Expression::parse(&row.get(|kpi| kpi.formula.clone()));
        names.map(|read| read.names().to_vec()).unwrap_or_default()
    });
    live(move || {
        let text = &words.get().kpis;
        let lines = left.get().into_iter().map(|(name, months)| {
            let moves = names.get().into_iter().map(|to| {
                let (from, label) = (name.clone(), (text.move_to)(&to));
                let rename = move |()| {
                    let step = Step::new(Verb::Set, untrack(|| row.clause()));
                    workspace.edit(step, |performance: &mut Performance| {
                        performance.rename_input(row.id(), &from, &to, workspace.today());
                    });
                };
                view! { <Button kind=ButtonKind::Text label on_press=rename/> }
            });
            view! { <p class="hint">{(text.left_inputs)(&name, months)}" "{moves.collect_view()}</p> }
        });
        lines.collect_view()
    })
    .into_any()
}
