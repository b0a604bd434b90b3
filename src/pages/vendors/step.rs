//! What the pages of the six steps share: the sheet with the line of steps, and how a vendor is named.

use leptos::context::Provider;
use leptos::prelude::*;

use crate::domain::ids::Id;
use crate::domain::progress::{self, State};
use crate::domain::selection::gates::Standing;
use crate::domain::selection::{Gate, GateCheck, GateKind, Selection, Vendor};
use crate::domain::task::{Stage, Task};
use crate::i18n::Text;
use crate::i18n::context::use_words;
use crate::i18n::titles;
use crate::pages::list::{Facts, use_facts};
use crate::pages::parts::{is_empty, page_href};
use crate::routes::{Page, Route};
use crate::state::workspace::use_workspace;
use crate::ui::empty_state::EmptyState;
use crate::ui::field::{ReadOnly, use_read_only};
use crate::ui::ledger::{LedgerWords, Said};
use crate::ui::live::{Show, fact};
use crate::ui::series_mark::series_mark;
use crate::ui::sheet::Sheet;
use crate::ui::step_line::{StepLine, StepState, WizardStep};

/// Returns where a vendor stands at the gates.
#[must_use]
pub fn standing(facts: &Facts, id: Id<Vendor>) -> Standing {
    facts.project.selection.standing(id, facts.today, facts.project.profile.contract_end())
}

/// Says that scores were agreed on that do not count; nothing where there are none.
#[must_use]
pub fn idle_agreed_words(text: &'static Text, selection: &Selection) -> Option<String> {
    let (count, how) = selection.idle_agreed()?;
    Some((text.vendors.agreed_idle)(count, (text.vendors.aggregation)(how)))
}

/// Returns what was found for a vendor at a gate: what somebody wrote down, or what the scores say.
#[must_use]
pub fn found_at(facts: &Facts, standing: &Standing, vendor: Id<Vendor>, gate: &Gate) -> GateCheck {
    if gate.kind == GateKind::Evidence {
        return facts.project.selection.gate_checks.get(vendor, gate.id).cloned().unwrap_or_default();
    }
    let text = &facts.text.vendors;
    let scored = standing.scored(gate.id).copied();
    let evidence = match scored {
        Some(scored) => (text.scored)(scored),
        None if gate.is_unfinished() => text.gate_unfinished.to_owned(),
        None => text.scored_later.to_owned(),
    };
    let verdict = scored.map(|scored| scored.verdict).unwrap_or_default();
    GateCheck { verdict, evidence, ..GateCheck::default() }
}

/// Returns why a vendor is out, in words.
#[must_use]
pub fn out_of(facts: &Facts, id: Id<Vendor>) -> Option<String> {
    titles::out(facts.text, &facts.project.selection, &standing(facts, id))
}

/// Returns the place of a vendor's colour and mark.
#[must_use]
pub fn series_of(vendor: &Vendor) -> usize {
    vendor.number.saturating_sub(1) as usize
}

/// Names a vendor with its mark; who is out has none, and is quiet.
#[must_use]
pub fn said_name(facts: &Facts, vendor: &Vendor) -> Said {
    if standing(facts, vendor.id).is_in() {
        Said::Marked(series_of(vendor), vendor.name.clone())
    } else {
        Said::Quiet(vendor.name.clone())
    }
}

/// Shows a vendor's name with its mark; who is out has none, and is quiet.
pub fn named(facts: &Facts, vendor: &Vendor) -> AnyView {
    let is_in = standing(facts, vendor.id).is_in();
    let mark = is_in.then(|| series_mark(series_of(vendor)));
    let name = match vendor.name.trim() {
        "" => facts.text.common.unnamed.to_owned(),
        name => name.to_owned(),
    };
    view! { <span class="vendor-name" class:quiet=!is_in>{mark}<bdi>{name}</bdi></span> }.into_any()
}

/// Returns the words of a list's own controls.
#[must_use]
pub fn ledger_words() -> LedgerWords {
    let words = use_words();
    LedgerWords { unnamed: words.s(|t| t.common.unnamed), close: words.s(|t| t.common.close_action) }
}

/// Shows the line of the six steps; on the board none is the present one.
pub fn step_line(current: Option<Task>) -> AnyView {
    let words = use_words();
    let facts = use_facts();
    let steps = Signal::derive(move || {
        let Facts { text, project, today } = facts.get();
        let step = |task: Task| {
            let is_done = progress::task_state(&project, task) == State::Done;
            let state = match (current == Some(task), is_done) {
                (true, _) => StepState::Current,
                (false, true) => StepState::Done,
                (false, false) => StepState::Open,
            };
            let note = match state {
                StepState::Current => text.vendors.step_current.to_owned(),
                _ => (text.vendors.step_fact)(project.selection.step_fact(task, today), text.language),
            };
            let href = Route::Project(project.id, Page::Task(task)).href();
            WizardStep { label: (text.common.task)(task).to_owned(), note, state, href }
        };
        Task::of(Stage::Vendors).map(step).collect::<Vec<_>>()
    });
    view! { <StepLine label=words.s(|t| t.vendors.wizard) steps/> }.into_any()
}

/// Shows the sheet of a step. `note` stands beside its number.
pub fn step_sheet(step: Task, note: Signal<String>, wide: bool, body: ViewFn) -> AnyView {
    let words = use_words();
    let (workspace, read_only) = (use_workspace(), use_read_only());
    // The decision rests on all steps before it.
    let is_decided =
        move || step != Task::Decide && workspace.section::<Selection>().decision.locked.is_some();
    let is_fixed = Signal::derive(move || read_only.get() || is_decided());
    let decide = page_href(workspace, Page::Task(Task::Decide));
    let place = Task::of(Stage::Vendors).position(|task| task == step).unwrap_or_default() + 1;
    let intro = words.built(move |t| {
        let own = (t.vendors.step_of)(place);
        note.with(|note| if note.is_empty() { own } else { format!("{own} · {note}") })
    });
    view! {
        <Sheet title=words.s(move |t| (t.common.task)(step)) wide>
            <p class="hint">{intro}</p>
            {step_line(Some(step))}
            <Show when=fact(is_decided)>
                <p class="hint decided">{words.s(|t| t.vendors.decided_hint)}" "<a href=move || decide.get()>{words.s(|t| t.vendors.to_decision)}</a></p>
            </Show>
            <Provider value=ReadOnly(is_fixed)>{body.run()}</Provider>
        </Sheet>
    }
    .into_any()
}

/// Shows a part that needs vendors, or the way to add some.
pub fn with_vendors(body: ViewFn) -> AnyView {
    let words = use_words();
    let none = is_empty::<Vendor>();
    let board = page_href(use_workspace(), Page::Vendors);
    view! {
        <Show when=fact(move || !none.get()) fallback=move || view! {
            <EmptyState sentence=words.s(|t| t.vendors.vendors_empty)>
                <a class="button primary" href=move || board.get()>{words.s(|t| t.vendors.vendors_first)}</a>
            </EmptyState>
        }>{body.run()}</Show>
    }
    .into_any()
}
