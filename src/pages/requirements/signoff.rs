//! 1.5 Sign-off.

use leptos::prelude::*;

use crate::domain::profile::{Profile, Side};
use crate::domain::project::Project;
use crate::domain::requirements::baseline::{changed, fingerprint, is_outdated, obstacles, parts, short};
use crate::domain::requirements::{Confirmation, Requirements};
use crate::domain::step::{Step, Verb};
use crate::domain::task::Task;
use crate::i18n::Text;
use crate::i18n::context::use_words;
use crate::i18n::{flow, format};
use crate::pages::parts::TaskSheet;
use crate::routes::{Page, Route};
use crate::state::workspace::use_workspace;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::field::TextField;
use crate::ui::finding::Finding;
use crate::ui::half_seal::{HalfSeal, SealState};
use crate::ui::live::{Show, fact, kept, live};
use crate::ui::problem_summary::{Problem, ProblemSummary};
use crate::ui::seam::SideHead;
use crate::ui::sheet::SheetSection;
use crate::ui::tag::{Tag, TagKind};

/// Returns which halves of the seal are there.
#[must_use]
pub fn seal_state(project: &Project) -> SealState {
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
        let open = obstacles(&requirements);
        let processes = requirements.processes.len();
        let processes = if 0 < processes { (flow::of(text).row)(processes) } else { String::new() };
        let features =
            format!("{}{processes}", (text.requirements.row_features)(requirements.features.len()));
        let rows = [
            (Task::Goals, (text.requirements.row_goals)(requirements.goals.len())),
            (Task::Screening, (text.requirements.row_modules)(chosen)),
            (Task::Scope, features),
            (Task::Sla, (text.requirements.row_sla)(requirements.sla.len())),
        ];
        let rows = rows.map(|(task, sentence)| {
            let name = (text.common.task)(task);
            let lacking = open.iter().filter(|obstacle| obstacle.task == task).count();
            let lacking = (lacking > 0).then(|| {
                view! { <Tag kind=TagKind::Problem label=(text.requirements.lacking)(lacking)/> }
            });
            view! {
                <div class="summary-row">
                    <dt>{name}</dt>
                    <dd>{sentence}{lacking}</dd>
                    <dd><a href=Route::Project(id, Page::Task(task)).href() aria-label=format!("{} {name}", text.requirements.change)>{text.requirements.change}</a></dd>
                </div>
            }
        });
        rows.into_iter().collect_view()
    });
    let seal = kept(move || seal_state(&workspace.project()));
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
                <div class="across-seam sign-off">
                    <SideConfirmation side=Side::Client problems/>
                    <SideConfirmation side=Side::Vendor problems/>
                    <div class="seal-place"><HalfSeal state=Signal::derive(move || seal.get()) name/></div>
                </div>
                <p class="hint seal-note">{words.s(|t| t.requirements.seal_note)}</p>
            </SheetSection>
        </TaskSheet>
    }
}

#[component]
fn SideConfirmation(side: Side, problems: RwSignal<Vec<Problem>>) -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let confirmed = kept(move || workspace.section::<Requirements>().confirmed(side).cloned());
    let outdated = kept(move || is_outdated(&workspace.project(), side));
    let before = confirmed.get_untracked().unwrap_or_default();
    let (signer, role) = (RwSignal::new(before.name), RwSignal::new(before.role));
    let field = if side == Side::Client { "signer-client" } else { "signer-vendor" };
    let firm = Signal::derive(move || workspace.section::<Profile>().party(side).name.clone());
    let put = move |verb: Verb, confirmation: Option<Confirmation>| {
        workspace.edit(Step::new(verb, words.now().common.side(side)), |requirements: &mut Requirements| {
            *requirements.confirmed_mut(side) = confirmation;
        });
    };
    let confirm = move |()| {
        let project = workspace.project_now();
        let name = signer.get_untracked().trim().to_owned();
        let found = in_the_way(words.now(), &project, name.is_empty());
        let is_clear = found.is_empty();
        problems.set(found);
        if is_clear {
            let confirmation = Confirmation {
                name,
                role: role.get_untracked().trim().to_owned(),
                date: Some(workspace.today()),
                fingerprint: fingerprint(&project),
                parts: parts(&project),
            };
            put(Verb::Confirm, Some(confirmation));
        }
    };
    let state = live(move || {
        let text = words.get();
        let Some(confirmed) = confirmed.get() else {
            return view! { <p class="quiet">{text.requirements.not_confirmed}</p> }.into_any();
        };
        let rows = [
            (text.requirements.signer, confirmed.name),
            (text.requirements.signer_role, confirmed.role),
            (text.requirements.signed_on, format::date_or_missing(confirmed.date)),
            (text.requirements.version, short(&confirmed.fingerprint)),
        ];
        let rows = rows.map(|(name, value)| {
            (!value.is_empty()).then(|| view! { <dt>{name}</dt><dd><bdi>{value}</bdi></dd> })
        });
        view! { <dl class="signed">{rows.into_iter().collect_view()}</dl> }.into_any()
    });
    let changes = live(move || {
        let text = words.get();
        let project = workspace.project();
        let confirmed = confirmed.get().filter(|_| outdated.get())?;
        let clauses = changed(&project, &confirmed);
        let label = (text.requirements.changed_since)(clauses.len());
        let links = clauses.into_iter().map(|clause| {
            let (href, name) = place_of(text, &project, clause);
            view! { " "<a href=href>{name}</a> }
        });
        Some(view! { <p class="changes"><Tag kind=TagKind::Due label/>{links.collect_view()}</p> })
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
            {state}
            {changes}
            <Show when=fact(move || confirmed.get().is_none() || outdated.get())>
                <div class="signing">
                    <TextField id=field label=words.s(|t| t.requirements.signer) value=signer on_input=move |name: String| signer.set(name)/>
                    <TextField label=words.s(|t| t.requirements.signer_role) value=role on_input=move |name: String| role.set(name)/>
                </div>
                <div class="actions"><Button kind=ButtonKind::Plain label on_press=confirm/></div>
            </Show>
            <Show when=fact(move || confirmed.get().is_some())>
                <p><Button kind=ButtonKind::Text label=words.s(|t| t.requirements.withdraw_action) on_press=move |()| put(Verb::Withdraw, None)/></p>
            </Show>
        </div>
    }
}

/// Lists what stands in the way of a confirmation, each with the way to its field.
fn in_the_way(text: &'static Text, project: &Project, is_unnamed: bool) -> Vec<Problem> {
    let page = |task| Route::Project(project.id, Page::Task(task));
    let unnamed = is_unnamed.then(|| Problem {
        text: text.requirements.signer_missing.to_owned(),
        href: page(Task::SignOff).href(),
    });
    let lacks = obstacles(&project.requirements).into_iter().map(|obstacle| {
        let page = page(obstacle.task);
        match obstacle.clause.as_str() {
            "" => Problem {
                text: (text.requirements.lack)(obstacle.lack, (text.common.task)(obstacle.task)),
                href: page.href(),
            },
            clause => {
                Problem { text: (text.requirements.lack)(obstacle.lack, clause), href: page.href_to(clause) }
            }
        }
    });
    unnamed.into_iter().chain(lacks).collect()
}

/// Returns the way to a clause that was confirmed, and what it is called.
fn place_of(text: &'static Text, project: &Project, clause: String) -> (String, String) {
    let task = match clause.chars().next() {
        Some('G') => Task::Goals,
        Some('B') => Task::Screening,
        Some('F') => Task::Scope,
        Some('S') => Task::Sla,
        _ => {
            let href = Route::Project(project.id, Page::Settings).href();
            return (href, text.requirements.changed_names.to_owned());
        }
    };
    (Route::Project(project.id, Page::Task(task)).href_to(&clause), clause)
}
