//! 1.5 Sign-off.

mod differences;
mod requests;
mod versions;

use leptos::prelude::*;

use crate::domain::profile::{Profile, Side};
use crate::domain::project::Project;
use crate::domain::requirements::baseline::{Obstacle, is_outdated, obstacles};
use crate::domain::requirements::confirmed::{Confirmed, changed, fingerprint, short};
use crate::domain::requirements::{Confirmation, Requirements};
use crate::domain::step::{Step, Verb};
use crate::domain::task::Task;
use crate::i18n::Text;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::parts::TaskSheet;
use crate::pages::requirements::signoff::differences::{differences, uncovered_note};
use crate::pages::requirements::signoff::requests::requests;
use crate::pages::requirements::signoff::versions::versions;
use crate::pages::requirements::understanding::{self, page_of};
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
    let seal = kept(move || seal_state(&workspace.project()));
    let latest = kept(move || workspace.section::<Requirements>().latest().map(|latest| latest.number));
    let name = words.built(move |t| {
        let seal = seal.get();
        (t.overview.seal_name)(seal.client, seal.vendor).to_owned()
    });
    view! {
        <ProblemSummary title=words.s(|t| t.common.problem_title) problems/>
        <TaskSheet task=Task::SignOff>
            <Finding clauses=Signal::derive(move || vec![words.get().requirements.signoff_lead.to_owned()])/>
            <SheetSection number="1.5.1" title=words.s(|t| t.requirements.check_head)>
                <dl class="summary">{live(summary)}{understanding::summary()}</dl>
                <p class="hint">{words.s(|t| t.signoff.frame_note)}</p>
            </SheetSection>
            <SheetSection number="1.5.2" title=words.s(|t| (t.common.task)(Task::SignOff))>
                {uncovered_note()}
                <div class="across-seam sign-off">
                    <SideConfirmation side=Side::Client problems/>
                    <SideConfirmation side=Side::Vendor problems/>
                    <div class="seal-place"><HalfSeal state=Signal::derive(move || seal.get()) name/></div>
                </div>
                <p class="hint seal-note">{words.s(|t| t.requirements.seal_note)}</p>
            </SheetSection>
            <Show when=fact(move || latest.get().is_some())>
                <SheetSection number="1.5.3" title=words.built(move |t| (t.signoff.differences_head)(latest.get().unwrap_or_default()))>{differences()}</SheetSection>
                <SheetSection number="1.5.4" title=words.s(|t| t.signoff.changes_head)>{requests()}</SheetSection>
                <SheetSection number="1.5.5" title=words.s(|t| t.signoff.versions_head)>{versions()}</SheetSection>
            </Show>
        </TaskSheet>
    }
}

/// Lists what is confirmed, each with the way to change it.
fn summary() -> impl IntoView {
    let (text, project) = (use_words().get(), use_workspace().project());
    let (profile, requirements) = (&project.profile, &project.requirements);
    let chosen = requirements.modules.iter().filter(|module| module.chosen).count();
    let open = obstacles(requirements);
    let lacking = |task| open.iter().filter(|obstacle| obstacle.task == task).count();
    let words = &text.signoff;
    let names = [&profile.name, &profile.client.name, &profile.vendor.name];
    let unnamed = names.iter().filter(|name| name.trim().is_empty()).count();
    let named: Vec<_> = names.iter().map(|name| name.trim()).filter(|name| !name.is_empty()).collect();
    let months = profile.months.map(|months| (text.requirements.period)(months));
    let start = profile.start.map(|start| (words.start)(&format::date(start)));
    let budget =
        format::money_range(profile.budget_low, profile.budget_high, profile.currency, text.language);
    let budget = budget.map(|budget| format!("{budget}{}", text.overview.a_month)).unwrap_or_default();
    let processes = requirements.processes.len();
    let processes = if 0 < processes { (text.flow.row)(processes) } else { String::new() };
    let features = format!("{}{processes}", (text.requirements.row_features)(requirements.features.len()));
    let task = |task, said| ((text.common.task)(task), Page::Task(task), said, lacking(task));
    let rows = [
        (words.parties, Page::Settings, named.join(" · "), unnamed),
        (words.period, Page::Settings, months.into_iter().chain(start).collect::<Vec<_>>().join(" · "), 0),
        (text.overview.budget, Page::Settings, budget, 0),
        task(Task::Goals, (text.requirements.row_goals)(requirements.goals.len())),
        task(Task::Screening, (text.requirements.row_modules)(chosen)),
        task(Task::Scope, features),
        task(Task::Sla, (text.requirements.row_sla)(requirements.sla.len())),
    ];
    let change = text.requirements.change;
    let rows = rows.map(|(name, page, said, lacking)| {
        let lacking = (lacking > 0)
            .then(|| view! { <Tag kind=TagKind::Problem label=(text.requirements.lacking)(lacking)/> });
        let said = if said.is_empty() && lacking.is_none() { format::MISSING.to_owned() } else { said };
        let href = Route::Project(project.id, page).href();
        view! {
            <div class="summary-row">
                <dt>{name}</dt>
                <dd><bdi>{said}</bdi>{lacking}</dd>
                <dd><a href=href aria-label=format!("{change} {name}")>{change}</a></dd>
            </div>
        }
    });
    rows.into_iter().collect_view()
}

/// Shows who confirmed, in which role, when and what.
fn signature(text: &'static Text, confirmed: &Confirmation) -> AnyView {
    let rows = [
        (text.requirements.signer, confirmed.name.clone()),
        (text.requirements.signer_role, confirmed.role.clone()),
        (text.requirements.signed_on, format::date_or_missing(confirmed.date)),
        (text.signoff.fingerprint, short(&confirmed.fingerprint)),
    ];
    let rows = rows.map(|(name, value)| {
        (!value.is_empty()).then(|| view! { <dt>{name}</dt><dd><bdi>{value}</bdi></dd> })
    });
    view! { <dl class="signed">{rows.into_iter().collect_view()}</dl> }.into_any()
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
                parts: Confirmed::of(&project).parts(),
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
    let unnamed = is_unnamed.then(|| Problem {
        text: text.requirements.signer_missing.to_owned(),
        href: Route::Project(project.id, Page::Task(Task::SignOff)).href(),
    });
    let lacks = obstacles(&project.requirements).into_iter();
    unnamed.into_iter().chain(lacks.map(|obstacle| said(text, project, &obstacle))).collect()
}

/// Says what is missing somewhere, with the way there.
pub(super) fn said(text: &'static Text, project: &Project, obstacle: &Obstacle) -> Problem {
    let page = Route::Project(project.id, page_of(obstacle.task));
    let (of, href) = match obstacle.clause.as_str() {
        "" => ((text.common.task)(obstacle.task), page.href()),
        clause => (clause, page.href_to(clause)),
    };
    Problem { text: (text.requirements.lack)(obstacle.lack, of), href }
}

/// Returns the way to a clause that was confirmed, and what it is called. Of one that is gone only the page is left.
fn place_of(
    text: &'static Text,
    route: impl Fn(Page) -> Route,
    clause: &str,
    is_gone: bool,
) -> (String, String) {
    let task = match clause.chars().next() {
        Some('G') => Task::Goals,
        Some('B') => Task::Screening,
        Some('F' | 'J') => Task::Scope,
        Some('S') => Task::Sla,
        _ => return (route(Page::Settings).href(), text.requirements.changed_names.to_owned()),
    };
    let page = route(Page::Task(task));
    (if is_gone { page.href() } else { page.href_to(clause) }, clause.to_owned())
}
