//! The second look at the vendors: compared by figures that are measured.

use leptos::prelude::*;

use crate::domain::ids::Id;
use crate::domain::performance::Direction;
use crate::domain::profile::Profile;
use crate::domain::register::Item;
use crate::domain::selection::measured::{Measure, MeasureRule, MeasuredRow, NotComparable};
use crate::domain::selection::{Selection, Vendor};
use crate::domain::step::Step;
use crate::i18n::Text;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::parts::{add_button, bind, each, is_empty, item_actions, pick, text};
use crate::pages::vendors::vendor_name;
use crate::state::row::Row;
use crate::state::workspace::{Workspace, use_workspace};
use crate::ui::button::ButtonKind;
use crate::ui::calculation::{Calculation, Steps};
use crate::ui::finding::Finding;
use crate::ui::live::{fact, live};
use crate::ui::number_field::NumberField;
use crate::ui::sheet::Clause;

/// Shows the measured figures, their values and the ranking they give.
#[component]
pub fn Measured() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let none = is_empty::<Measure>();
    let compared = Memo::new(move |_| workspace.section::<Selection>().compare_measured());
    let finding = Signal::derive(move || {
        let text = words.get();
        let selection = workspace.section::<Selection>();
        match compared.get() {
            Ok(rows) => lead(text, &selection, &rows, &workspace.section::<Profile>().source),
            Err(why) => vec![why_not(text, &selection, why)],
        }
    });
    let rule = workspace.bind(
        move || Step::typing(words.now().vendors.measured_head, "rule"),
        |selection: &Selection| selection.measured.rule,
        |selection: &mut Selection, rule| selection.measured.rule = rule,
    );
    let rule_words = move |rule| (words.get().vendors.measure_rule)(rule);
    view! {
        <p class="hint">{words.s(|t| t.vendors.measured_note)}</p>
        <Show when=fact(move || !none.get())>
            <Finding clauses=finding/>
            {live(move || compared.get().ok().map(|rows| ranking(words.get(), &workspace.section::<Selection>(), &rows)))}
            <div class="fields"><div class="w4">{pick(words.s(|t| t.vendors.measure_rule_label), rule, &MeasureRule::ALL, rule_words)}</div></div>
            <Values/>
            <h3>{words.s(|t| t.vendors.measures_head)}</h3>
            {each::<Measure>(measure)}
        </Show>
        <div class="actions">{add_button::<Measure>(words.s(|t| t.vendors.add_figure), ButtonKind::Plain, |_| ())}</div>
    }
}

fn lead(text: &Text, selection: &Selection, rows: &[MeasuredRow], source: &str) -> Vec<String> {
    let first: Vec<_> = rows.iter().filter(|row| row.rank == 1).collect();
    let names: Vec<_> = first.iter().map(|row| vendor_name(selection, row.vendor)).collect();
    let score = first.first().map_or(0.0, |row| row.score);
    let mut clauses = vec![(text.vendors.measured_lead)(&names.join(", "), &format::fixed(score, 4))];
    if !source.is_empty() {
        clauses.push((text.vendors.source_note)(source));
    }
    clauses
}

fn why_not(text: &Text, selection: &Selection, why: NotComparable) -> String {
    let measure = |id| selection.measures.get(id).map(|measure| measure.name.clone()).unwrap_or_default();
    let (vendor, measure) = match why {
        NotComparable::ValueMissing(vendor, id) => (vendor_name(selection, vendor), measure(id)),
        NotComparable::Ratio(id) => (String::new(), measure(id)),
        NotComparable::Nothing | NotComparable::Weights => (String::new(), String::new()),
    };
    (text.vendors.not_comparable)(&why, &vendor, &measure)
}

/// Shows the vendors in order, each score open to its sum.
fn ranking(text: &'static Text, selection: &Selection, rows: &[MeasuredRow]) -> impl IntoView + use<> {
    let lines = rows.iter().map(|row| {
        let name = vendor_name(selection, row.vendor);
        let steps = steps(text, selection, row);
        let score = format::fixed(row.score, 4);
        view! {
            <tr>
                <td class="num">{row.rank}</td>
                <th scope="row"><bdi>{name.clone()}</bdi></th>
                <td class="num"><strong>{score}</strong></td>
                <td><Calculation label=(text.vendors.how_measured)(&name) steps=Signal::stored(steps)/></td>
            </tr>
        }
    });
    let lines = lines.collect_view();
    let vendors = &text.vendors;
    view! {
        <table class="table">
            <thead><tr><th scope="col" class="num">{vendors.rank}</th><th scope="col">{vendors.vendor}</th><th scope="col" class="num">{vendors.part_score}</th><th scope="col">{vendors.how_column}</th></tr></thead>
            <tbody>{lines}</tbody>
        </table>
    }
}

fn steps(text: &'static Text, selection: &Selection, row: &MeasuredRow) -> Steps {
    let mut terms = Vec::new();
    let mut inputs = Vec::new();
    for (measure, normalized) in selection.measures.iter().zip(&row.normalized) {
        let value = selection.measured.values.get(row.vendor, measure.id).copied();
        let weight = f64::from(measure.weight_bp) / 10_000.0;
        terms.push(format!("{} × {}", format::number(*normalized, 4), format::number(weight, 4)));
        let own = format::number_or_missing(value, 4);
        let unit = if measure.unit.is_empty() { String::new() } else { format!(" {}", measure.unit) };
        inputs.push((measure.name.clone(), format!("{own}{unit} → {}", format::number(*normalized, 4))));
    }
    Steps {
        rule: (text.vendors.measure_rule_text)(selection.measured.rule).to_owned(),
        formula: format!("{} = {}", terms.join(" + "), format::fixed(row.score, 4)),
        inputs,
    }
}

/// Shows the values, a row for each vendor and a column for each figure.
#[component]
fn Values() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let vendors = workspace.ids::<Vendor>();
    let measures = workspace.ids::<Measure>();
    let heads = live(move || {
        let selection = workspace.section::<Selection>();
        let heads = selection.measures.iter().map(|measure| {
            let better = (words.get().vendors.better)(measure.direction);
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
        <div class="scroll" tabindex="0" role="region" aria-label=move || words.get().vendors.values_caption>
            <table class="table scores">
                <caption>{words.s(|t| t.vendors.values_caption)}</caption>
                <thead><tr><th scope="col">{words.s(|t| t.vendors.vendor)}</th>{heads}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn value_cell(workspace: Workspace, vendor: Id<Vendor>, measure: Id<Measure>) -> AnyView {
    let words = use_words();
    let label = words.built(move |_| {
        let selection = workspace.section::<Selection>();
        let name = selection.measures.get(measure).map(|measure| measure.name.clone()).unwrap_or_default();
        format!("{} {name}", vendor_name(&selection, vendor))
    });
    let bound = workspace.bind(
        move || Step::typing(label.get_untracked(), "value"),
        move |selection: &Selection| selection.measured.values.get(vendor, measure).copied(),
        move |selection: &mut Selection, value| selection.measured.values.set(vendor, measure, value),
    );
    view! { <NumberField label value=bound.value on_input=bound.set hide_label=true/> }.into_any()
}

fn measure(row: Row<Measure>) -> AnyView {
    let words = use_words();
    const BOTH: [Direction; 2] = [Direction::Higher, Direction::Lower];
    let weight = bind!(row, weight_bp);
    let percent = Signal::derive(move || Some(f64::from(weight.value.get()) / 100.0));
    let set = move |percent: Option<f64>| weight.set.run((percent.unwrap_or(0.0) * 100.0).round() as u32);
    view! {
        <Clause number=Signal::derive(move || row.clause())>
            <div class="fields">
                <div class="w4">{text(words.s(|t| t.vendors.measure_name), bind!(row, name))}</div>
                <div class="w2">{text(words.s(|t| t.requirements.unit), bind!(row, unit))}</div>
                <div class="w3">{pick(words.s(|t| t.vendors.better_label), bind!(row, direction), &BOTH, move |way| (words.get().vendors.better)(way))}</div>
                <div class="w3"><NumberField label=words.s(|t| t.vendors.weight_percent) value=percent on_input=set min=0.0 max=100.0/></div>
            </div>
            {item_actions(row)}
        </Clause>
    }
    .into_any()
}
