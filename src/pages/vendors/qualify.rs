//! 3.1 Qualify: pass or fail, not points.

use leptos::prelude::*;

use crate::domain::ids::Id;
use crate::domain::register::Item;
use crate::domain::selection::gates::Standing;
use crate::domain::selection::{Criterion, Gate, GateCheck, GateKind, ProofKind, Selection, Vendor, Verdict};
use crate::domain::task::Task;
use crate::domain::template::Content;
use crate::i18n::context::use_words;
use crate::i18n::{format, titles};
use crate::pages::form::{Field, field, form};
use crate::pages::list::{Column, Facts, List, list, use_facts};
use crate::pages::parts::{add_button, from_template, is_empty, page_href};
use crate::pages::vendors::bank::{from_bank, proof_words};
use crate::pages::vendors::explained::at_gate;
use crate::pages::vendors::step::{found_at, ledger_words, named, out_of, standing, step_sheet};
use crate::routes::Page;
use crate::state::part::Part;
use crate::state::row::Row;
use crate::state::workspace::{Workspace, use_workspace};
use crate::ui::button::ButtonKind;
use crate::ui::calculation::Calculation;
use crate::ui::empty_state::EmptyState;
use crate::ui::finding::Finding;
use crate::ui::ledger::{Head, Ledger, Line, Said};
use crate::ui::live::{Show, each, fact, kept, live};
use crate::ui::sheet::{Clause, SheetSection};
use crate::ui::tag::{Tag, TagKind};

static GATES: List<Gate> = List {
    name: |text| text.qualify.gates_head,
    columns: &[
        Column::new(
            |text| text.qualify.gate,
            |facts, gate| Said::Text(titles::gate(facts.text, &facts.project.selection, gate)),
        ),
        Column::new(|text| text.qualify.proof, proof),
        Column::new(|text| text.qualify.must, must),
    ],
    is_wrong: |_, gate| gate.is_unfinished(),
    form: gate_form,
    add: |text| text.qualify.add_gate,
    fill: |gate| gate.must = true,
};

const KIND: &[Field<Gate>] =
    &[field!(4 OneOf(GateKind::ALL, qualify.gate_kind) kind: qualify.gate_kind_label)];

/// The fields each kind of gate needs.
const fn fields(kind: GateKind) -> &'static [Field<Gate>] {
    match kind {
        GateKind::Evidence => &[
            field!(12 Line name: qualify.gate),
            field!(4 OneOf(ProofKind::ALL, qualify.proof_kind) proof: qualify.proof_kind_label),
            field!(5 Line evidence: qualify.proof),
            field!(3 Tick must: qualify.must),
        ],
        GateKind::Minimum => &[CRITERION, field!(3 Number limit: vendors.gate_minimum)],
        GateKind::Best => &[CRITERION, field!(3 Whole(99) keep: vendors.gate_keep)],
        GateKind::Floor => &[field!(3 Number limit: vendors.gate_floor)],
    }
}

const CRITERION: Field<Gate> =
    field!(5 Link(Criterion, |criterion| criterion.name.clone()) criterion: vendors.criterion);

const CHECK_FIELDS: &[Field<GateCheck>] = &[
    field!(3 OneOf(Verdict::ALL, qualify.verdict) verdict: vendors.verdict_label),
    field!(3 Line certificate: qualify.certificate),
    field!(3 Line issuer: qualify.issuer),
    field!(3 Date valid_until: qualify.valid_until),
    field!(12 Line evidence: vendors.evidence),
];

/// Shows how a gate is judged, and the fields this needs.
fn gate_form(row: Row<Gate>) -> AnyView {
    let kind = kept(move || row.get(|gate| gate.kind));
    view! { {form(row, KIND)}{live(move || form(row, fields(kind.get())))} }.into_any()
}

fn proof(facts: &Facts, gate: &Gate) -> Said {
    let text = facts.text;
    match gate.kind {
        GateKind::Evidence => Said::Text(proof_words(facts.text, gate)),
        _ if gate.is_unfinished() => Said::Tag(TagKind::Due, text.vendors.gate_unfinished.to_owned()),
        _ => Said::Text(text.qualify.by_scores.to_owned()),
    }
}

fn must(facts: &Facts, gate: &Gate) -> Said {
    match gate.puts_out() {
        true => Said::Text(facts.text.common.yes.to_owned()),
        false => Said::Quiet(facts.text.common.no.to_owned()),
    }
}

/// Shows the gates and what was found for each vendor.
#[component]
pub fn QualifyPage() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let facts = use_facts();
    let no_gates = is_empty::<Gate>();
    let no_vendors = is_empty::<Vendor>();
    let board = page_href(workspace, Page::Vendors);
    let finding = Signal::derive(move || {
        let facts = facts.get();
        let vendors = facts.project.selection.vendors.iter();
        let standings: Vec<_> = vendors.map(|vendor| standing(&facts, vendor.id)).collect();
        let within: Vec<_> = standings.iter().filter(|standing| standing.is_in()).collect();
        let open = within.iter().map(|standing| standing.unknown.len()).sum();
        (facts.text.qualify.qualify_finding)(within.len(), standings.len() - within.len(), open)
    });
    let vendors = workspace.bits::<Vendor>();
    let body = move || {
        view! {
            <Show when=fact(move || !no_gates.get()) fallback=move || view! {
                <EmptyState sentence=words.s(|t| t.qualify.gates_empty)>
                    {from_template(Content::Gates, true)}
                    {from_bank()}
                    {add_button::<Gate>(words.s(GATES.add), ButtonKind::Plain, GATES.fill)}
                </EmptyState>
            }>
                <Finding clauses=finding/>
                <Show when=fact(move || no_vendors.get())><p><a href=move || board.get()>{words.s(|t| t.vendors.vendors_first)}</a></p></Show>
                <div class="gate-checks">{each(move || vendors.get(), |id| vendor_gates(Id::fixed(id)).into_any())}</div>
                <SheetSection number="3.1.1" title=words.s(|t| t.qualify.gates_head)>
                    {list(&GATES, view! { {from_template(Content::Gates, false)}{from_bank()} }.into_any())}
                </SheetSection>
            </Show>
        }
    };
    step_sheet(Task::Qualify, Signal::stored(String::new()), false, ViewFn::from(body))
}

/// Shows one vendor's checks, a line for each gate.
fn vendor_gates(id: Id<Vendor>) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let facts = use_facts();
    let row = workspace.row::<Vendor>(id);
    let gates = workspace.ids::<Gate>();
    let heads = Signal::derive(move || {
        let text = words.get();
        let labels = [
            text.qualify.gate,
            text.qualify.must_short,
            text.qualify.certificate,
            text.qualify.issuer,
            text.qualify.valid_until,
            text.qualify.evidence_short,
            text.vendors.verdict_label,
        ];
        labels.map(|label| Head { label: label.to_owned(), is_number: false }).to_vec()
    });
    let head = live(move || {
        let facts = facts.get();
        let vendor = facts.project.selection.vendors.get(id)?.clone();
        let out = out_of(&facts, id).map(|why| view! { <Tag kind=TagKind::Quiet label=why/> });
        Some(view! { <h3>{named(&facts, &vendor)}" "{out}</h3> })
    });
    // Once for all lines: who is among the best depends on everybody.
    let here = kept(move || standing(&facts.get(), id));
    let line =
        move |bits| here.with(|here| check_line(&facts.get(), here, id, Id::fixed(bits)).unwrap_or_default());
    let open_form = move |bits| {
        let gate = workspace.row::<Gate>(Id::fixed(bits));
        let is_asked = kept(move || gate.get(|gate| gate.kind == GateKind::Evidence));
        let note = move || view! { <p class="hint">{words.s(|t| t.qualify.scored_note)}</p>{computed(id, gate.id())} };
        view! { <Show when=fact(move || is_asked.get()) fallback=note>{form(check(workspace, id, gate.id()), CHECK_FIELDS)}</Show> }.into_any()
    };
    view! {
        <Clause number=Signal::derive(move || row.clause())>
            {head}
            <Ledger
                label=Signal::derive(move || row.get(|vendor| vendor.name.clone()))
                heads
                ids=Signal::derive(move || gates.with(|gates| gates.iter().map(|gate| gate.bits()).collect::<Vec<_>>()))
                line=Callback::new(line)
                form=Callback::new(open_form)
                open=RwSignal::new(None)
                words=ledger_words()
                within=untrack(|| format!("{}-", row.clause()))
            />
        </Clause>
    }
    .into_any()
}

/// Shows how the figure came about that a vendor has at a gate judged by scores, once they are locked.
fn computed(vendor: Id<Vendor>, gate: Id<Gate>) -> AnyView {
    let words = use_words();
    let facts = use_facts();
    let opened = kept(move || {
        let facts = facts.get();
        let gate = facts.project.selection.gates.get(gate)?;
        at_gate(&facts, vendor, gate, standing(&facts, vendor).scored(gate.id)?)
    });
    let label = words.built(move |text| {
        let title = opened.with(|opened| opened.as_ref().map(|opened| opened.title.clone()));
        format!("{} · {}", text.common.how_computed, title.unwrap_or_default())
    });
    let steps = Signal::derive(move || opened.get().map(|opened| opened.steps).unwrap_or_default());
    view! { <Show when=fact(move || opened.with(Option::is_some))><Calculation label steps/></Show> }
        .into_any()
}

fn check_line(facts: &Facts, standing: &Standing, vendor: Id<Vendor>, gate: Id<Gate>) -> Option<Line> {
    let text = &facts.text.qualify;
    let selection = &facts.project.selection;
    let gate = selection.gates.get(gate)?;
    let check = found_at(facts, standing, vendor, gate);
    let waits = standing.unknown.contains(&gate.id) || standing.scored(gate.id).is_some();
    let until = match check.valid_until {
        None => Said::Quiet(format::MISSING.to_owned()),
        Some(until) if until < facts.today && gate.must => Said::Tag(TagKind::Problem, format::date(until)),
        Some(until) if standing.is_in() && standing.expires_in_term.iter().any(|(id, _)| *id == gate.id) => {
            Said::Tag(TagKind::Due, (text.expires_in_term)(&format::date(until)))
        }
        Some(until) => Said::Text(format::date(until)),
    };
    let said = (text.verdict)(check.verdict).to_owned();
    let verdict = match check.verdict {
        Verdict::Pass => Said::Text(said),
        Verdict::Fail => Said::Tag(TagKind::Problem, said),
        Verdict::Unknown if gate.is_unfinished() => Said::Quiet(format::MISSING.to_owned()),
        Verdict::Unknown if waits && standing.is_in() => Said::Tag(TagKind::Due, said),
        Verdict::Unknown => Said::Quiet(said),
    };
    let cells = vec![
        Said::Text(titles::gate(facts.text, selection, gate)),
        must(facts, gate),
        Said::Text(check.certificate),
        Said::Text(check.issuer),
        until,
        Said::Text(check.evidence),
        verdict,
    ];
    Some(Line { number: gate.clause(), cells, is_wrong: false })
}

/// Takes one check, which exists once something is said in it.
fn check(workspace: Workspace, vendor: Id<Vendor>, gate: Id<Gate>) -> Part<GateCheck> {
    let subject = move || {
        let selection = workspace.section::<Selection>();
        let vendor = selection.vendors.get(vendor).map(|vendor| vendor.clause());
        let gate = selection.gates.get(gate).map(|gate| gate.clause());
        format!("{} {}", vendor.unwrap_or_default(), gate.unwrap_or_default())
    };
    workspace.part(
        subject,
        move |selection: &Selection| selection.gate_checks.get(vendor, gate).cloned().unwrap_or_default(),
        move |selection: &mut Selection, check: GateCheck| {
            let said = (check != GateCheck::default()).then_some(check);
            selection.gate_checks.set(vendor, gate, said);
        },
    )
}
