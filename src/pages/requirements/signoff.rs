//! 1.5 Sign-off.

mod check;
mod differences;
mod requests;
mod versions;

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::profile::{Profile, Side};
use crate::domain::project::Project;
use crate::domain::requirements::baseline::{Place, is_outdated, obstacles};
use crate::domain::requirements::confirmed::{Confirmed, changed, short};
use crate::domain::requirements::workshop::Readiness;
use crate::domain::requirements::{Confirmation, Requirements};
use crate::domain::seal::SealState;
use crate::domain::step::{Step, Verb};
use crate::domain::task::Task;
use crate::i18n::Text;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::half_seal::HalfSeal;
use crate::pages::parts::TaskSheet;
use crate::pages::requirements::readiness::{READY, readiness, said};
use crate::pages::requirements::signoff::check::check;
use crate::pages::requirements::signoff::differences::{differences, since_confirmed, uncovered_note};
use crate::pages::requirements::signoff::requests::requests;
use crate::pages::requirements::signoff::versions::versions;
use crate::routes::{Page, Route};
use crate::state::workspace::use_workspace;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::finding::Finding;
use crate::ui::live::{Show, fact, kept, live};
use crate::ui::problem_summary::{Problem, ProblemSummary};
use crate::ui::seam::SideHead;
use crate::ui::sheet::SheetSection;
use crate::ui::signing::{self, Signer, SigningFields};
use crate::ui::tag::{Tag, TagKind};

/// What links to the differences lead to.
const DIFFERENCES: &str = "differences";

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
    let seal = kept(move || seal_state(&workspace.project()));
    let latest = kept(move || workspace.section::<Requirements>().latest().map(|latest| latest.number));
    // Whoever comes to confirm a change reads the change first. The order stays as it was when the page was opened:
    // nothing moves under the hand that confirms.
    let comes_to_change = seal.get_untracked().outdated && latest.get_untracked().is_some();
    let numbers = if comes_to_change { ["1.5.4", "1.5.3", "1.5.2"] } else { ["1.5.2", "1.5.3", "1.5.4"] };
    let [check_number, sign_number, differences_number] = numbers;
    let has_version = move || fact(move || latest.get().is_some());
    let checked = move || {
        view! {
            <SheetSection number=check_number title=words.s(|t| t.requirements.check_head)>
                {check()}
                <p class="hint">{words.s(|t| t.signoff.frame_note)}</p>
            </SheetSection>
        }
    };
    let changed = move || {
        view! {
            <Show when=has_version()>
                <SheetSection number=differences_number title=words.built(move |t| (t.signoff.differences_head)(latest.get().unwrap_or_default()))>
                    <div id=format!("c-{DIFFERENCES}") tabindex="-1">{differences()}</div>
                </SheetSection>
            </Show>
        }
    };
    let (before, after) = match comes_to_change {
        true => (changed().into_any(), checked().into_any()),
        false => (checked().into_any(), changed().into_any()),
    };
    let to_differences = live(move || {
        let href = Route::Project(workspace.id(), Page::Task(Task::SignOff)).href_to(DIFFERENCES);
        let is_told = seal.get().outdated && latest.get().is_some();
        is_told.then(|| view! { <p><a href=href>{words.get().signoff.to_differences}</a></p> })
    });
    let name = words.built(move |t| {
        let seal = seal.get();
        (t.overview.seal_name)(seal.client, seal.vendor).to_owned()
    });
    view! {
        <ProblemSummary title=words.s(|t| t.common.problem_title) problems/>
        <TaskSheet task=Task::SignOff>
            <Finding clauses=Signal::derive(move || headline(words.get(), &workspace.project()))/>
            {to_differences}
            {readiness(Signal::stored("1.5.1".to_owned()))}
            {before}
            <SheetSection number=sign_number title=words.s(|t| (t.common.task)(Task::SignOff))>
                {uncovered_note()}
                <div class="across-seam sign-off">
                    <SideConfirmation side=Side::Client problems/>
                    <SideConfirmation side=Side::Vendor problems/>
                    <div class="seal-place"><HalfSeal state=Signal::derive(move || seal.get()) name/></div>
                </div>
                <p class="hint seal-note">{words.s(|t| t.requirements.seal_note)}</p>
            </SheetSection>
            {after}
            <Show when=has_version()>
                <SheetSection number="1.5.5" title=words.s(|t| t.signoff.changes_head)>{requests()}</SheetSection>
                <SheetSection number="1.5.6" title=words.s(|t| t.signoff.versions_head)>{versions()}</SheetSection>
            </Show>
        </TaskSheet>
    }
}

/// Says how far the sign-off is.
fn headline(text: &'static Text, project: &Project) -> Vec<String> {
    let (words, requirements) = (&text.signoff, &project.requirements);
    let (lacks, open) = in_numbers(project);
    let [client, vendor] = Side::ALL.map(|side| requirements.confirmed(side));
    let changes = Side::ALL.into_iter().filter(|side| is_outdated(project, *side));
    let changes =
        changes.filter_map(|side| requirements.confirmed(side)).map(|one| changed(project, one).len());
    let firm = |side| {
        let name = project.profile.party(side).name.trim();
        if name.is_empty() { text.common.side(side).to_owned() } else { name.to_owned() }
    };
    match (changes.max(), client, vendor) {
        (Some(changes), ..) => (words.lead_changed)(changes),
        _ if 0 < lacks + open => (words.lead_blocked)(lacks, open),
        (_, None, None) => {
            let Readiness { doubts, breaks, .. } = Readiness::of(project);
            (words.lead_ready)(doubts.into_iter().sum::<usize>() + breaks).to_vec()
        }
        (_, Some(_), None) => (words.lead_half)(&firm(Side::Client), &firm(Side::Vendor)),
        (_, None, Some(_)) => (words.lead_half)(&firm(Side::Vendor), &firm(Side::Client)),
        (_, Some(client), Some(_)) => {
            let version = requirements.latest().map_or(0, |latest| latest.number);
            (words.lead_whole)(version, &short(&client.fingerprint))
        }
    }
}

/// Counts the places still to fill, and the open questions.
fn in_numbers(project: &Project) -> (usize, usize) {
    let all = obstacles(project);
    let lacks = all.iter().filter(|one| one.place != Place::Questions).count();
    (lacks, project.requirements.open_questions())
}

/// Says that nobody can confirm yet, with the way to what is missing.
fn blocked() -> AnyView {
    let (words, workspace) = (use_words(), use_workspace());
    let said = live(move || {
        let text = words.get();
        let (lacks, open) = in_numbers(&workspace.project());
        let href = Route::Project(workspace.id(), Page::Task(Task::SignOff)).href_to(READY);
        let said = (text.signoff.blocked)(lacks, open);
        let way = text.workshop.ready_head;
        (0 < lacks + open).then(|| view! { <p class="blocked">{said}" "<a href=href>{way}</a></p> })
    });
    view! { {said} }.into_any()
}

/// Shows who confirmed, in which role, when and what.
fn signature(text: &'static Text, confirmed: &Confirmation) -> AnyView {
    signing::signature([
        (text.requirements.signer, confirmed.name.clone()),
        (text.requirements.signer_role, confirmed.role.clone()),
        (text.requirements.signed_on, format::date_or_missing(confirmed.date)),
        (text.signoff.fingerprint, short(&confirmed.fingerprint)),
    ])
}

#[component]
fn SideConfirmation(side: Side, problems: RwSignal<Vec<Problem>>) -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let confirmed = kept(move || workspace.section::<Requirements>().confirmed(side).cloned());
    let outdated = kept(move || is_outdated(&workspace.project(), side));
    let before = confirmed.get_untracked().unwrap_or_default();
    let signer = Signer::new(before.name, before.role, workspace.today());
    let field = if side == Side::Client { "signer-client" } else { "signer-vendor" };
    let firm = Signal::derive(move || workspace.section::<Profile>().party(side).name.clone());
    let put = move |verb: Verb, confirmation: Option<Confirmation>| {
        workspace.edit(Step::new(verb, words.now().common.side(side)), |requirements: &mut Requirements| {
            *requirements.confirmed_mut(side) = confirmation;
        });
    };
    let confirm = move |()| {
        let project = workspace.project_now();
        let text = words.now();
        let (name, role, date) = signer.said();
        let needed = [text.requirements.signer_missing, text.signoff.role_missing, text.signoff.date_missing];
        let missing = signer.missing().into_iter().zip(needed);
        let missing = missing.filter(|(is_missing, _)| *is_missing).map(|(_, words)| words);
        let found = in_the_way(text, &project, missing);
        let is_clear = found.is_empty();
        problems.set(found);
        if is_clear {
            let content = Confirmed::of(&project);
            let confirmation = Confirmation {
                name,
                role,
                date,
                fingerprint: content.fingerprint(),
                parts: content.parts(),
                content: Some(Arc::new(content)),
            };
            put(Verb::Confirm, Some(confirmation));
        }
    };
    let state = live(move || {
        let text = words.get();
        match confirmed.get() {
            Some(confirmed) => signature(text, &confirmed),
            None => view! { <p class="quiet">{text.requirements.not_confirmed}</p> }.into_any(),
        }
    });
    let changes = live(move || {
        let text = words.get();
        let project = workspace.project();
        let confirmed = confirmed.get().filter(|_| outdated.get())?;
        let clauses = changed(&project, &confirmed);
        let parts = Confirmed::of(&project).parts();
        let label = (text.requirements.changed_since)(clauses.len());
        let links = clauses.into_iter().map(|clause| {
            let is_gone = !parts.keys().any(|present| *present == clause);
            let (href, name) = place_of(text, |page| Route::Project(project.id, page), &clause, is_gone);
            view! { " "<a href=href>{name}</a> }
        });
        Some(view! {
            <p class="changes"><Tag kind=TagKind::Due label/>{links.collect_view()}</p>
            {since_confirmed(text, &project, side)}
        })
    });
    let labels = move || {
        [
            words.s(|t| t.requirements.signer),
            words.s(|t| t.requirements.signer_role),
            words.s(|t| t.requirements.signed_on),
        ]
    };
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
                <SigningFields signer labels=labels() id=field/>
                <div class="actions"><Button kind=ButtonKind::Plain label on_press=confirm/></div>
                {blocked()}
            </Show>
            <Show when=fact(move || confirmed.get().is_some())>
                <p><Button kind=ButtonKind::Text label=words.s(|t| t.requirements.withdraw_action) on_press=move |()| put(Verb::Withdraw, None)/></p>
            </Show>
        </div>
    }
}

/// Lists what stands in the way of a confirmation, each with the way to its field.
fn in_the_way(
    text: &'static Text,
    project: &Project,
    missing: impl Iterator<Item = &'static str>,
) -> Vec<Problem> {
    let unsigned = missing.map(|missing| Problem {
        text: missing.to_owned(),
        href: Route::Project(project.id, Page::Task(Task::SignOff)).href(),
    });
    let lacks = obstacles(project).into_iter();
    unsigned.chain(lacks.map(|obstacle| said(text, project, &obstacle))).collect()
}

/// Returns the task whose page a clause that was confirmed is on; the names are on none.
fn task_of(clause: &str) -> Option<Task> {
    match clause.chars().next()? {
        'G' => Some(Task::Goals),
        'B' => Some(Task::Screening),
        'F' | 'J' => Some(Task::Scope),
        'S' => Some(Task::Sla),
        _ => None,
    }
}

/// Returns the way to a clause that was confirmed, and what it is called. Of one that is gone only the page is left.
fn place_of(
    text: &'static Text,
    route: impl Fn(Page) -> Route,
    clause: &str,
    is_gone: bool,
) -> (String, String) {
    let Some(task) = task_of(clause) else {
        return (route(Page::Settings).href(), text.requirements.changed_names.to_owned());
    };
    let page = route(Page::Task(task));
    (if is_gone { page.href() } else { page.href_to(clause) }, clause.to_owned())
}
