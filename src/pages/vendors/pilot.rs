//! 3.5 Pilot: try small before the long contract.

use leptos::prelude::*;

use crate::domain::ids::Id;
use crate::domain::requirements::Bound;
use crate::domain::selection::{PilotMeasure, PilotVerdict, Vendor};
use crate::domain::task::Task;
use crate::i18n::Text;
use crate::i18n::format;
use crate::pages::form::{Field, field, form};
use crate::pages::list::{Facts, use_facts};
use crate::pages::vendors::lines::{Lines, lines};
use crate::pages::vendors::step::{named, step_sheet, with_vendors};
use crate::state::workspace::use_workspace;
use crate::ui::finding::Finding;
use crate::ui::ledger::Said;
use crate::ui::live::{Show, each, fact, kept, live};
use crate::ui::sheet::Clause;
use crate::ui::tag::TagKind;

const BOUNDS: [Bound; 2] = [Bound::AtLeast, Bound::AtMost];

const FIELDS: &[Field<Vendor>] =
    &[field!(9 Line pilot.scope: offers.pilot_scope), field!(3 Whole(104) pilot.weeks: offers.weeks)];

const SKIP: &[Field<Vendor>] = &[field!(12 Line pilot.skipped_because: offers.skipped)];

static MEASURES: Lines<PilotMeasure> = Lines {
    name: |text| text.offers.measure,
    heads: &[
        (|text| text.offers.measure, false),
        (|text| text.offers.pilot_target, true),
        (|text| text.offers.pilot_stop, true),
        (|text| text.offers.actual, true),
        (|text| text.vendors.verdict_label, false),
    ],
    says: |facts, measure| measure_cells(facts.text, measure).to_vec(),
    doubt: |text, measure| measure.is_stop_misplaced().then_some(text.offers.stop_misplaced),
    fields: &[
        field!(12 Line name: offers.measure),
        field!(3 OneOf(BOUNDS, requirements.bound) bound: requirements.bound_label),
        field!(2 Number target: offers.pilot_target),
        field!(3 Number stop: offers.pilot_stop),
        field!(2 Number actual: offers.actual),
        field!(2 Line unit: requirements.unit),
    ],
    add: |text| text.offers.add_measure,
    read: |vendor| &vendor.pilot.measures,
    change: |vendor, change| change(&mut vendor.pilot.measures),
};

/// Shows the pilots.
#[component]
pub fn PilotPage() -> impl IntoView {
    let ids = use_workspace().bits::<Vendor>();
    let facts = use_facts();
    let body = ViewFn::from(move || {
        view! {
            <Finding clauses=Signal::derive(move || finding(&facts.get()))/>
            <div class="pilots">{each(move || ids.get(), |id| pilot(Id::fixed(id)).into_any())}</div>
        }
    });
    step_sheet(
        Task::Pilot,
        Signal::stored(String::new()),
        false,
        ViewFn::from(move || with_vendors(body.clone())),
    )
}

/// Says which vendors to go on with, which to extend and which to stop; before that, what a pilot is for.
fn finding(facts: &Facts) -> Vec<String> {
    let text = facts.text;
    let selection = &facts.project.selection;
    let within = selection.vendors_in(facts.today);
    let verdicts = [PilotVerdict::Go, PilotVerdict::Between, PilotVerdict::Stop];
    let groups = verdicts.map(|verdict| {
        let pilot = |id| selection.vendors.get(id).and_then(|vendor| vendor.pilot.verdict());
        let vendors = within.iter().filter(|id| pilot(**id) == Some(verdict));
        let names: Vec<_> = vendors.map(|id| selection.title_of(*id)).collect();
        (verdict, names.join(text.common.list_comma))
    });
    let said: Vec<_> = groups.iter().filter(|(_, names)| !names.is_empty()).collect();
    if said.is_empty() {
        return (text.offers.pilot_lead)();
    }
    let clauses = said.iter().enumerate();
    let clause = |(place, (verdict, names)): (usize, &&(PilotVerdict, String))| {
        (text.offers.pilot_says)(names, *verdict, place + 1 == said.len())
    };
    clauses.map(clause).collect()
}

/// Says how a pilot came out.
pub fn result_words(text: &'static Text, vendor: &Vendor) -> String {
    let pilot = &vendor.pilot;
    match pilot.result() {
        Some((met, all)) => {
            let verdict = pilot.verdict().map(|verdict| (text.vendors.pilot_verdict)(verdict));
            let said = std::iter::once((text.offers.pilot_result)(met, all));
            said.chain(verdict.map(str::to_owned)).collect::<Vec<_>>().join(" · ")
        }
        None if pilot.is_skipped() => (text.offers.pilot_skipped)(&pilot.skipped_because),
        None => text.offers.pilot_open.to_owned(),
    }
}

/// Says what one measure is, should be and came to, where it stops, and what comes of it.
pub fn measure_cells(text: &'static Text, measure: &PilotMeasure) -> [Said; 5] {
    let figure = |sign: &str, value: Option<f64>| match value {
        Some(value) => format!("{sign}{} {}", format::number(value, 2), measure.unit),
        None => format::MISSING.to_owned(),
    };
    let [good, bad] = if measure.bound == Bound::AtLeast { ["≥ ", "< "] } else { ["≤ ", "> "] };
    let said = |verdict| (text.offers.measure_verdict)(verdict).to_owned();
    let verdict = match measure.verdict() {
        Some(PilotVerdict::Go) => Said::Text(said(PilotVerdict::Go)),
        Some(PilotVerdict::Between) => Said::Tag(TagKind::Due, said(PilotVerdict::Between)),
        Some(PilotVerdict::Stop) => Said::Tag(TagKind::Problem, said(PilotVerdict::Stop)),
        None => Said::Quiet(format::MISSING.to_owned()),
    };
    [
        Said::Text(measure.name.clone()),
        Said::Number(figure(good, measure.target)),
        Said::Number(figure(bad, measure.stop)),
        Said::Number(figure("", measure.actual)),
        verdict,
    ]
}

/// Shows one vendor's pilot.
fn pilot(id: Id<Vendor>) -> AnyView {
    let facts = use_facts();
    let row = use_workspace().row::<Vendor>(id);
    let head = live(move || {
        let facts: Facts = facts.get();
        let vendor = facts.project.selection.vendors.get(id)?;
        Some(
            view! { <h3>{named(&facts, vendor)}" "<span class="hint">{result_words(facts.text, vendor)}</span></h3> },
        )
    });
    let count = kept(move || row.get(|vendor| vendor.pilot.measures.len()));
    let is_skipped = kept(move || row.get(|vendor| vendor.pilot.is_skipped()));
    view! {
        <Clause number=Signal::derive(move || row.clause())>
            {head}
            <Show when=fact(move || !(is_skipped.get() && count.get() == 0))>
                {form(row, FIELDS)}
                {lines(row, &MEASURES)}
            </Show>
            <Show when=fact(move || count.get() == 0)>{form(row, SKIP)}</Show>
        </Clause>
    }
    .into_any()
}
