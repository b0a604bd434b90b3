//! Stage 3: the board, one vendor's file, and the six steps.

pub mod capability;
pub mod cases;
pub mod decide;
pub mod measured;
pub mod pilot;
pub mod proposals;
pub mod qualify;

use leptos::prelude::*;

use crate::domain::ids::Id;
use crate::domain::progress::{self, State};
use crate::domain::project::Project;
use crate::domain::register::Item;
use crate::domain::selection::gates::{OutReason, Standing};
use crate::domain::selection::{Selection, Vendor};
use crate::domain::task::{Stage, Task};
use crate::i18n::Text;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::parts::{add_button, area, bind, currency, is_empty, item_actions, text};
use crate::routes::{Page, Route};
use crate::state::workspace::use_workspace;
use crate::ui::button::ButtonKind;
use crate::ui::empty_state::EmptyState;
use crate::ui::live::{fact, live};
use crate::ui::sheet::{Clause, Sheet, SheetSection};
use crate::ui::step_line::{StepLine, StepState, WizardStep};
use crate::ui::tag::{Tag, TagKind};

/// Returns the last day of the contract, where start and length are known.
#[must_use]
pub fn contract_end(project: &Project) -> Option<chrono::NaiveDate> {
    let profile = &project.profile;
    profile.start?.checked_add_months(chrono::Months::new(u32::from(profile.months?)))
}

/// Returns why a vendor is out, in words.
#[must_use]
pub fn out_words(text: &'static Text, selection: &Selection, standing: &Standing) -> Option<String> {
    let (gate, reason) = standing.out.as_ref()?;
    let name = selection.gates.get(*gate).map(|gate| gate.name.clone()).unwrap_or_default();
    Some(match reason {
        OutReason::Failed => (text.vendors.out_failed)(&name),
        OutReason::Expired(date) => (text.vendors.out_expired)(&name, &format::date(*date)),
    })
}

/// Returns a vendor's number and name.
#[must_use]
pub fn vendor_name(selection: &Selection, id: Id<Vendor>) -> String {
    selection.vendors.get(id).map(|vendor| format!("{} {}", vendor.clause(), vendor.name)).unwrap_or_default()
}

/// Returns the sign that stands beside a vendor's name.
#[must_use]
pub fn vendor_mark(number: u32) -> &'static str {
    const MARKS: [&str; 8] = ["●", "■", "▲", "◆", "○", "□", "△", "◇"];
    MARKS.get((number as usize + 7) % 8).copied().unwrap_or("●")
}

/// Shows the line of the six steps.
#[component]
pub fn Steps(
    /// The step shown, where one is.
    #[prop(optional)]
    current: Option<Task>,
) -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let steps = Signal::derive(move || {
        let text = words.get();
        let project = workspace.project();
        let step = |task: Task| {
            let state = progress::task_state(&project, task);
            let note = match state {
                State::NotStarted => String::new(),
                State::Done => "✓".to_owned(),
                State::InProgress | State::NeedsFixing(_) => "…".to_owned(),
            };
            let state = if current == Some(task) {
                StepState::Current
            } else if state == State::Done {
                StepState::Done
            } else {
                StepState::Open
            };
            WizardStep {
                label: (text.common.task)(task).to_owned(),
                note,
                state,
                href: Route::Project(project.id, Page::Task(task)).href(),
            }
        };
        Task::of(Stage::Vendors).map(step).collect::<Vec<_>>()
    });
    view! { <StepLine label=words.s(|t| t.vendors.wizard) steps/> }
}

/// Shows the board of all vendors.
#[component]
pub fn BoardPage() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let none = is_empty::<Vendor>();
    let add = move |kind| add_button::<Vendor>(words.s(|t| t.vendors.add_vendor), kind, |_| ());
    let ids = workspace.ids::<Vendor>();
    view! {
        <Sheet title=words.s(|t| t.vendors.board_title)>
            <Steps/>
            <Show when=fact(move || !none.get()) fallback=move || view! { <EmptyState sentence=words.s(|t| t.vendors.vendors_empty)>{add(ButtonKind::Primary)}</EmptyState> }>
                <For each=move || ids.get() key=|id| *id children=board_row/>
                <div class="actions">{add(ButtonKind::Plain)}</div>
            </Show>
        </Sheet>
    }
}

fn board_row(id: Id<Vendor>) -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let row = workspace.row::<Vendor>(id);
    let facts = live(move || {
        let text = words.get();
        let project = workspace.project();
        let selection = &project.selection;
        let vendor = selection.vendors.get(id)?;
        let standing = selection.standing(id, workspace.today(), contract_end(&project));
        let cases: Vec<_> = selection.cases.iter().filter(|case| case.vendor == id).collect();
        let verified = cases.iter().filter(|case| case.verified).count();
        let price = match (selection.scores_locked, vendor.proposal.base_price) {
            (None, Some(_)) => text.vendors.covered.to_owned(),
            (Some(_), Some(price)) => format::money(price, currency(workspace)),
            (_, None) => format::MISSING.to_owned(),
        };
        let state = match out_words(text, selection, &standing) {
            Some(words) => view! { <Tag kind=TagKind::Quiet label=words/> }.into_any(),
            None => view! { <span>{text.vendors.is_in}</span> }.into_any(),
        };
        Some(view! {
            <dl class="facts">
                <div><dt>{text.vendors.column_gates}</dt><dd>{(text.vendors.step_words)(selection.gates_answered(id), selection.gates.len())}" "{state}</dd></div>
                <div><dt>{text.vendors.column_cases}</dt><dd>{(text.vendors.step_words)(verified, cases.len())}</dd></div>
                <div><dt>{text.vendors.column_price}</dt><dd>{price}</dd></div>
            </dl>
        })
    });
    view! {
        <Clause number=Signal::derive(move || row.clause())>
            <div class="fields">
                <div class="w4">{text(words.s(|t| t.vendors.vendor_name), bind!(row, name))}</div>
                <div class="w4">{text(words.s(|t| t.vendors.contact), bind!(row, contact))}</div>
                <div class="w4">{text(words.s(|t| t.vendors.place), bind!(row, place))}</div>
            </div>
            {facts}
            <p><a href=move || Route::Project(workspace.id(), Page::Vendor(id)).href()>{words.s(|t| t.vendors.open_file)}<span class="sr-only">" "{live(move || row.clause())}</span></a></p>
            {item_actions(row)}
        </Clause>
    }
}

/// Shows everything about one vendor on one sheet.
#[component]
pub fn VendorPage(
    /// The vendor.
    id: Id<Vendor>,
) -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let row = workspace.row::<Vendor>(id);
    let gates = live(move || {
        let text = words.get();
        let selection = workspace.section::<Selection>();
        let rows = selection.gates.iter().map(|gate| {
            let check = selection.gate_checks.get(id, gate.id).cloned().unwrap_or_default();
            view! {
                <tr>
                    <td class="num-cell">{gate.clause()}</td>
                    <th scope="row"><bdi>{gate.name.clone()}</bdi></th>
                    <td>{(text.vendors.verdict)(check.verdict)}</td>
                    <td>{check.certificate}</td>
                    <td>{format::date_or_missing(check.valid_until)}</td>
                    <td>{check.evidence}</td>
                </tr>
            }
        });
        rows.collect_view()
    });
    let cases = live(move || {
        let selection = workspace.section::<Selection>();
        let rows = selection.cases.iter().filter(|case| case.vendor == id).map(|case| {
            view! {
                <tr>
                    <td class="num-cell">{case.clause()}</td>
                    <th scope="row"><bdi>{case.client.clone()}</bdi></th>
                    <td>{case.scope.clone()}</td>
                    <td class="num">{format::number(case.mark(), 1)}</td>
                    <td>{case.quote.clone()}</td>
                </tr>
            }
        });
        rows.collect_view()
    });
    view! {
        <Sheet title=Signal::derive(move || row.get(|vendor| format!("{} {}", vendor.clause(), vendor.name)))>
            <SheetSection number="3.0.1" title=words.s(|t| t.vendors.vendor)>
                <div class="fields">
                    <div class="w4">{text(words.s(|t| t.vendors.vendor_name), bind!(row, name))}</div>
                    <div class="w4">{text(words.s(|t| t.vendors.contact), bind!(row, contact))}</div>
                    <div class="w4">{text(words.s(|t| t.vendors.place), bind!(row, place))}</div>
                    <div>{area(words.s(|t| t.vendors.note), bind!(row, note))}</div>
                </div>
            </SheetSection>
            <SheetSection number="3.0.2" title=words.s(|t| t.vendors.column_gates)>
                <div class="scroll" tabindex="0" role="region" aria-label=move || words.get().vendors.column_gates><table class="table">
                    <thead><tr><th scope="col">"№"</th><th scope="col">{words.s(|t| t.vendors.gate)}</th><th scope="col">{words.s(|t| t.vendors.verdict_label)}</th><th scope="col">{words.s(|t| t.vendors.certificate)}</th><th scope="col">{words.s(|t| t.vendors.valid_until)}</th><th scope="col">{words.s(|t| t.vendors.evidence)}</th></tr></thead>
                    <tbody>{gates}</tbody>
                </table></div>
            </SheetSection>
            <SheetSection number="3.0.3" title=words.s(|t| t.vendors.column_cases)>
                <div class="scroll" tabindex="0" role="region" aria-label=move || words.get().vendors.column_cases><table class="table">
                    <thead><tr><th scope="col">"№"</th><th scope="col">{words.s(|t| t.vendors.case_client)}</th><th scope="col">{words.s(|t| t.vendors.case_scope)}</th><th scope="col" class="num">{words.s(|t| t.risk.score)}</th><th scope="col">{words.s(|t| t.vendors.quote)}</th></tr></thead>
                    <tbody>{cases}</tbody>
                </table></div>
            </SheetSection>
            <SheetSection number="3.0.4" title=words.s(|t| (t.common.task)(Task::Proposals))>{proposals::proposal(row)}</SheetSection>
            <SheetSection number="3.0.5" title=words.s(|t| (t.common.task)(Task::Pilot))>{pilot::pilot(row)}</SheetSection>
        </Sheet>
    }
}
