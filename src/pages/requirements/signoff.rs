//! 1.5 Sign-off.

use leptos::prelude::*;

use crate::domain::profile::{Profile, Side};
use crate::domain::register::Item;
use crate::domain::requirements::baseline::{fingerprint, is_outdated, short};
use crate::domain::requirements::{Confirmation, Requirements};
use crate::domain::step::{Step, Verb};
use crate::domain::task::Task;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::parts::TaskSheet;
use crate::routes::{Page, Route};
use crate::state::workspace::use_workspace;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::field::TextField;
use crate::ui::finding::Finding;
use crate::ui::half_seal::{HalfSeal, SealState};
use crate::ui::live::{fact, live};
use crate::ui::problem_summary::{Problem, ProblemSummary};
use crate::ui::seam::SideHead;
use crate::ui::sheet::SheetSection;

/// Returns which halves of the seal are there.
#[must_use]
pub fn seal_state(project: &crate::domain::project::Project) -> SealState {
    let has = |side| project.requirements.confirmed(side).is_some();
    let outdated = Side::ALL.into_iter().any(|side| is_outdated(project, side));
    SealState { client: has(Side::Client), vendor: has(Side::Vendor), outdated }
}

/// Shows what is confirmed, by whom, and what stands in the way.
#[component]
pub fn SignOffPage() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let problems = RwSignal::new(Vec::<Problem>::new());
    let rows = live(move || {
        let text = words.get();
        let requirements = workspace.section::<Requirements>();
        let id = workspace.id();
        let chosen = requirements.modules.iter().filter(|module| module.chosen).count();
        let rows = [
            (Task::Goals, (text.requirements.row_goals)(requirements.goals.len())),
            (Task::Screening, (text.requirements.row_modules)(chosen)),
            (Task::Scope, (text.requirements.row_features)(requirements.features.len())),
            (Task::Sla, (text.requirements.row_sla)(requirements.sla.len())),
        ];
        let rows = rows.map(|(task, sentence)| {
            let name = (text.common.task)(task);
            view! {
                <div class="summary-row">
                    <dt>{name}</dt>
                    <dd>{sentence}</dd>
                    <dd><a href=Route::Project(id, Page::Task(task)).href() aria-label=format!("{} {name}", text.requirements.change)>{text.requirements.change}</a></dd>
                </div>
            }
        });
        rows.into_iter().collect_view()
    });
    let seal = Memo::new(move |_| seal_state(&workspace.project()));
    let name = words.built(move |t| {
        let seal = seal.get();
        (t.requirements.seal_name)(seal.client, seal.vendor).to_owned()
    });
    view! {
        <ProblemSummary title=words.s(|t| t.common.problem_title) problems/>
        <TaskSheet task=Task::SignOff>
            <Finding clauses=Signal::derive(move || vec![words.get().requirements.signoff_lead.to_owned()])/>
            <SheetSection number="1.5.1" title=words.s(|t| t.requirements.check_head)><dl class="summary">{rows}</dl></SheetSection>
            <SheetSection number="1.5.2" title=words.s(|t| (t.common.task)(Task::SignOff))>
                <div class="across-seam">
                    <SideConfirmation side=Side::Client problems/>
                    <SideConfirmation side=Side::Vendor problems/>
                </div>
                <div class="seal-place">
                    <HalfSeal state=Signal::derive(move || seal.get()) name/>
                    <p class="hint">{words.s(|t| t.requirements.seal_note)}</p>
                </div>
            </SheetSection>
        </TaskSheet>
    }
}

#[component]
fn SideConfirmation(side: Side, problems: RwSignal<Vec<Problem>>) -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let signer = RwSignal::new(String::new());
    let field = match side {
        Side::Client => "signer-client",
        Side::Vendor => "signer-vendor",
    };
    let firm = Signal::derive(move || {
        let profile = workspace.section::<Profile>();
        match side {
            Side::Client => profile.client.name.clone(),
            Side::Vendor => profile.vendor.name.clone(),
        }
    });
    let confirmed = Memo::new(move |_| workspace.section::<Requirements>().confirmed(side).cloned());
    let outdated = Memo::new(move |_| is_outdated(&workspace.project(), side));
    let put = move |verb: Verb, confirmation: Option<Confirmation>| {
        workspace.edit(Step::new(verb, words.now().common.side(side)), |requirements: &mut Requirements| {
            match side {
                Side::Client => requirements.client_confirmed = confirmation,
                Side::Vendor => requirements.vendor_confirmed = confirmation,
            }
        });
    };
    let confirm = move |()| {
        let text = words.now();
        let project = workspace.project_now();
        let here = |task| Route::Project(project.id, Page::Task(task));
        let mut found = Vec::new();
        if signer.get_untracked().trim().is_empty() && confirmed.get_untracked().is_none() {
            found.push(Problem {
                text: text.requirements.signer_missing.to_owned(),
                href: here(Task::SignOff).href(),
            });
        }
        for line in project.requirements.sla.iter().filter(|line| line.target.is_none()) {
            let clause = line.clause();
            found.push(Problem {
                text: (text.requirements.sla_target_missing)(&clause),
                href: here(Task::Sla).href_to(&clause),
            });
        }
        for feature in project
            .requirements
            .features
            .iter()
            .filter(|feature| feature.acceptance.trim().is_empty() || feature.excluded.trim().is_empty())
        {
            let clause = feature.clause();
            let missing = if feature.acceptance.trim().is_empty() {
                text.requirements.acceptance_missing
            } else {
                text.requirements.excluded_missing
            };
            found.push(Problem {
                text: format!("{clause} {missing}"),
                href: here(Task::Scope).href_to(&clause),
            });
        }
        let is_clear = found.is_empty();
        problems.set(found);
        if is_clear {
            let name = match confirmed.get_untracked() {
                Some(before) if signer.get_untracked().trim().is_empty() => before.name,
                _ => signer.get_untracked().trim().to_owned(),
            };
            put(
                Verb::Confirm,
                Some(Confirmation {
                    name,
                    date: Some(workspace.today()),
                    fingerprint: fingerprint(&project),
                }),
            );
        }
    };
    let state = live(move || {
        let text = words.get();
        match confirmed.get() {
            Some(confirmed) => {
                let date = format::date_or_missing(confirmed.date);
                (text.requirements.confirmed)(&confirmed.name, &date, &short(&confirmed.fingerprint))
            }
            None => text.requirements.not_confirmed.to_owned(),
        }
    });
    let label =
        words.s(
            move |t| {
                if outdated.get() { t.requirements.reconfirm_action } else { t.requirements.confirm_action }
            },
        );
    view! {
        <div>
            <SideHead vendor=side == Side::Vendor side=words.s(move |t| t.common.side(side)) name=firm/>
            <p class="confirmed">{state}</p>
            <Show when=fact(move || outdated.get())><p class="field-error">{words.s(|t| t.requirements.changed_since)}</p></Show>
            <Show when=fact(move || confirmed.get().is_none() || outdated.get())>
                <TextField id=field label=words.s(|t| t.requirements.signer) value=signer on_input=move |name: String| signer.set(name)/>
                <div class="actions"><Button kind=ButtonKind::Plain label on_press=confirm/></div>
            </Show>
            <Show when=fact(move || confirmed.get().is_some())>
                <Button kind=ButtonKind::Text label=words.s(|t| t.requirements.withdraw_action) on_press=move |()| put(Verb::Withdraw, None)/>
            </Show>
        </div>
    }
}
