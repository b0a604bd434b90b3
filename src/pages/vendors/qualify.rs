//! 3.1 Qualify: pass or fail, not points.

use leptos::prelude::*;

use crate::domain::ids::Id;
use crate::domain::register::Item;
use crate::domain::selection::{Gate, GateCheck, Selection, Vendor, Verdict};
use crate::domain::step::Step;
use crate::domain::task::Task;
use crate::domain::template::Content;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::parts::{add_button, bind, date, each, from_template, is_empty, item_actions, pick, text};
use crate::pages::vendors::{Steps, contract_end, out_words};
use crate::routes::{Page, Route};
use crate::state::row::Row;
use crate::state::workspace::use_workspace;
use crate::ui::button::ButtonKind;
use crate::ui::empty_state::EmptyState;
use crate::ui::finding::Finding;
use crate::ui::live::{fact, live};
use crate::ui::picks::Checkbox;
use crate::ui::sheet::{Clause, Sheet, SheetSection};
use crate::ui::tag::{Tag, TagKind};

/// Shows the gates and what was found for each vendor.
#[component]
pub fn QualifyPage() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let no_gates = is_empty::<Gate>();
    let no_vendors = is_empty::<Vendor>();
    let add = move |kind| add_button::<Gate>(words.s(|t| t.vendors.add_gate), kind, |gate| gate.must = true);
    let finding = Signal::derive(move || {
        let selection = workspace.section::<Selection>();
        let standings: Vec<_> = selection
            .vendors
            .iter()
            .map(|vendor| selection.standing(vendor.id, workspace.today(), None))
            .collect();
        let within = standings.iter().filter(|standing| standing.is_in()).count();
        let open =
            standings.iter().filter(|standing| standing.is_in()).map(|standing| standing.unknown.len()).sum();
        (words.get().vendors.qualify_finding)(within, standings.len() - within, open)
    });
    let vendors = workspace.ids::<Vendor>();
    view! {
        <Sheet title=words.s(|t| (t.common.task)(Task::Qualify))>
            <p class="hint">{live(move || (words.get().vendors.step_of)(1))}</p>
            <Steps current=Task::Qualify/>
            <Show when=fact(move || !no_gates.get()) fallback=move || view! {
                <EmptyState sentence=words.s(|t| t.vendors.gates_empty)>
                    {from_template(Content::Gates, true)}{add(ButtonKind::Plain)}
                </EmptyState>
            }>
                <Finding clauses=finding/>
                <Show when=fact(move || no_vendors.get())><p><a href=move || Route::Project(workspace.id(), Page::Vendors).href()>{words.s(|t| t.vendors.vendors_first)}</a></p></Show>
                <For each=move || vendors.get() key=|id| *id children=move |id| vendor_gates(id)/>
                <SheetSection number="3.1.1" title=words.s(|t| t.vendors.gate)>
                    {each::<Gate>(gate)}
                    <div class="actions">{add(ButtonKind::Plain)}{from_template(Content::Gates, false)}</div>
                </SheetSection>
            </Show>
        </Sheet>
    }
}

fn gate(row: Row<Gate>) -> AnyView {
    let words = use_words();
    let must = bind!(row, must);
    view! {
        <Clause number=Signal::derive(move || row.clause())>
            <div class="fields">
                <div class="w6">{text(words.s(|t| t.vendors.gate), bind!(row, name))}</div>
                <div class="w4">{text(words.s(|t| t.vendors.proof), bind!(row, evidence))}</div>
                <div class="w2"><Checkbox label=words.s(|t| t.vendors.must) value=must.value on_input=must.set/></div>
            </div>
            {item_actions(row)}
        </Clause>
    }
    .into_any()
}

fn vendor_gates(vendor: Id<Vendor>) -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let row = workspace.row::<Vendor>(vendor);
    let gates = workspace.ids::<Gate>();
    let state = live(move || {
        let text = words.get();
        let project = workspace.project();
        let standing = project.selection.standing(vendor, workspace.today(), contract_end(&project));
        let notes = standing.expires_in_term.iter().map(|(_, until)| view! { <p class="hint">{(text.vendors.expires_in_term)(&format::date(*until))}</p> });
        let out = out_words(text, &project.selection, &standing)
            .map(|words| view! { <Tag kind=TagKind::Quiet label=words/> });
        view! { {out}{notes.collect_view()} }
    });
    view! {
        <Clause number=Signal::derive(move || row.clause())>
            <h3><bdi>{live(move || row.get(|vendor| vendor.name.clone()))}</bdi>" "{state}</h3>
            <For each=move || gates.get() key=|id| *id children=move |gate| gate_check(vendor, gate)/>
        </Clause>
    }
}

fn gate_check(vendor: Id<Vendor>, gate: Id<Gate>) -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let gate_row = workspace.row::<Gate>(gate);
    macro_rules! field {
        ($field:ident) => {
            workspace.bind(
                move || {
                    Step::typing(
                        format!(
                            "{} {}",
                            workspace.row::<Vendor>(vendor).get(|vendor| vendor.clause()),
                            gate_row.clause()
                        ),
                        stringify!($field),
                    )
                },
                move |selection: &Selection| {
                    selection
                        .gate_checks
                        .get(vendor, gate)
                        .map(|check| check.$field.clone())
                        .unwrap_or_default()
                },
                move |selection: &mut Selection, value| {
                    let mut check = selection.gate_checks.get(vendor, gate).cloned().unwrap_or_default();
                    check.$field = value;
                    selection.gate_checks.set(vendor, gate, (check != GateCheck::default()).then_some(check));
                },
            )
        };
    }
    let verdict =
        pick(words.s(|t| t.vendors.verdict_label), field!(verdict), &Verdict::ALL, move |verdict| {
            (words.get().vendors.verdict)(verdict)
        });
    view! {
        <fieldset class="gate-check">
            <legend><bdi>{live(move || gate_row.get(|gate| format!("{} {}", gate.clause(), gate.name)))}</bdi></legend>
            <div class="fields">
                <div class="w2">{verdict}</div>
                <div class="w2">{text(words.s(|t| t.vendors.certificate), field!(certificate))}</div>
                <div class="w2">{text(words.s(|t| t.vendors.issuer), field!(issuer))}</div>
                <div class="w2">{date(words.s(|t| t.vendors.valid_until), field!(valid_until))}</div>
                <div class="w4">{text(words.s(|t| t.vendors.evidence), field!(evidence))}</div>
            </div>
        </fieldset>
    }
}
