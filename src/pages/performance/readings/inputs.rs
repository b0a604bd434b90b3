//! The numbers of a formula by month, and the readings they make.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::ids::Id;
use crate::domain::performance::expression::{Expression, Outcome};
use crate::domain::performance::records::Place;
use crate::domain::performance::{Kpi, Performance};
use crate::domain::period::Month;
use crate::domain::register::Item;
use crate::domain::selection::Vendor;
use crate::domain::step::Step;
use crate::i18n::context::use_words;
use crate::i18n::format::with_unit;
use crate::pages::performance::kpis::builder::steps;
use crate::state::workspace::{Workspace, use_workspace};
use crate::ui::calculation::Calculation;
use crate::ui::live::{Kept, kept, live};
use crate::ui::number_field::NumberField;
use crate::ui::picks::SelectField;

/// Shows the numbers of one indicator, with the choice of it.
pub(super) fn inputs(vendor: Kept<Option<Id<Vendor>>>, months: Kept<Vec<Month>>) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let chosen = RwSignal::new(String::new());
    // The indicators whose formula can be read, with the names it asks for.
    let readable = kept(move || {
        let performance = workspace.section::<Performance>();
        let names = |kpi: &Arc<Kpi>| {
            let read = Expression::parse(&kpi.formula).ok()?;
            Some((kpi.id, format!("{} {}", kpi.clause(), kpi.name), read.names().to_vec()))
        };
        performance.kpis.iter().filter_map(names).collect::<Vec<_>>()
    });
    let kpi = kept(move || {
        let here = Id::parse(&chosen.get());
        readable.with(|all| {
            let of = all.iter().find(|(id, ..)| Some(*id) == here).or_else(|| all.first());
            of.map(|(id, _, names)| (*id, names.clone()))
        })
    });
    let options = Signal::derive(move || {
        readable
            .with(|all| all.iter().map(|(id, name, _)| (id.to_string(), name.clone())).collect::<Vec<_>>())
    });
    let value = Signal::derive(move || {
        kpi.with(|kpi| kpi.as_ref().map(|(id, _)| id.to_string()).unwrap_or_default())
    });
    let body = kept(move || Some((kpi.get()?, vendor.get()?, months.get())));
    let table = live(move || {
        let ((kpi, names), vendor, months) = body.get()?;
        let text = words.get();
        let heads = names.iter().map(|name| view! { <th scope="col"><bdi>{name.clone()}</bdi></th> });
        let heads = heads.collect_view();
        let rows = months.into_iter().map(|month| row(workspace, Place { vendor, kpi, month }, &names));
        Some(view! {
            <div class="scroll" tabindex="0" role="region" aria-label=text.kpis.inputs_head>
                <table class="table readings inputs">
                    <thead><tr><th scope="col">{text.performance.month}</th>{heads}<th scope="col">{text.kpis.result}</th></tr></thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </div>
        })
    });
    view! {
        <h3 class="readings-part">{words.s(|t| t.kpis.inputs_head)}</h3>
        <p class="hint">{words.s(|t| t.kpis.inputs_hint)}</p>
        <div class="inline-choice"><SelectField label=words.s(|t| t.kpis.inputs_kpi) value options on_input=move |id| chosen.set(id)/></div>
        {table}
    }
    .into_any()
}

/// What the numbers of a month come to.
#[derive(Clone, PartialEq)]
struct Seen {
    outcome: Outcome,
    /// The result, where no share can be so: it makes no reading.
    no_share: Option<f64>,
    unit: String,
    formula: String,
    inputs: Vec<(String, f64)>,
}

fn row(workspace: Workspace, place: Place, names: &[String]) -> AnyView {
    let words = use_words();
    let cells = names.iter().map(|name| {
        let (known, own) = (name.clone(), name.clone());
        let value = kept(move || {
            let performance = workspace.section::<Performance>();
            performance.record(place).and_then(|record| record.inputs.get(&known).copied())
        });
        let set = move |number: Option<f64>| {
            let clause = workspace.section_now::<Performance>().kpis.get(place.kpi).map(|kpi| kpi.clause());
            let subject = format!("{} {}", clause.unwrap_or_default(), place.month);
            workspace.edit(Step::typing(subject, "input"), |performance: &mut Performance| {
                performance.set_input(place, &own, number, workspace.today());
            });
        };
        view! { <td><NumberField label=format!("{name} {}", place.month) value on_input=set hide_label=true/></td> }
    });
    let cells = cells.collect_view();
    let seen = kept(move || {
        let performance = workspace.section::<Performance>();
        let kpi = performance.kpis.get(place.kpi)?;
        let inputs = performance.record(place).map(|record| {
            record.inputs.iter().map(|(name, number)| (name.clone(), *number)).collect::<Vec<_>>()
        });
        let outcome = performance.outcome(place)?;
        let no_share = outcome.value().filter(|value| kpi.rules_out(*value));
        let inputs = inputs.unwrap_or_default();
        Some(Seen { outcome, no_share, unit: kpi.unit.clone(), formula: kpi.formula.clone(), inputs })
    });
    let is_begun = kept(move || seen.with(|seen| seen.as_ref().is_some_and(|seen| !seen.inputs.is_empty())));
    let said = words.built(move |text| {
        seen.with(|seen| {
            let Some(seen) = seen else { return String::new() };
            match &seen.outcome {
                Outcome::Value(value) => with_unit(*value, &seen.unit),
                Outcome::NoValue => text.performance.no_data.to_owned(),
                Outcome::Missing(names) => (text.kpis.sample_missing)(&names.join(text.common.list_comma)),
            }
        })
    });
    let computed = Signal::derive(move || {
        seen.with(|seen| {
            let Some(seen) = seen else { return Default::default() };
            steps(words.get(), &seen.formula, &seen.inputs, seen.outcome.value())
        })
    });
    let result = live(move || {
        let is_whole =
            seen.with(|seen| seen.as_ref().is_some_and(|seen| !matches!(seen.outcome, Outcome::Missing(_))));
        let no_share = seen.with(|seen| seen.as_ref().and_then(|seen| seen.no_share));
        let no_share = no_share.map(words.get().kpis.no_share);
        let no_share = no_share.map(|said| view! { <p class="field-error" role="alert">{said}</p> });
        match (is_whole, is_begun.get()) {
            (true, _) => view! { <Calculation label=said steps=computed/>{no_share} }.into_any(),
            (false, true) => view! { <small class="quiet">{said}</small> }.into_any(),
            (false, false) => crate::i18n::format::MISSING.into_any(),
        }
    });
    view! { <tr><th scope="row">{place.month.to_string()}</th>{cells}<td class="result">{result}</td></tr> }
        .into_any()
}
