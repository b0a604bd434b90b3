//! What is confirmed, to be read once more before it is: every answer, with the way to change it.

use leptos::prelude::*;

use crate::domain::ids::Id;
use crate::domain::profile::Side;
use crate::domain::project::Project;
use crate::domain::requirements::Requirements;
use crate::domain::requirements::baseline::{Place, obstacles};
use crate::domain::requirements::difference::Told;
use crate::domain::task::Task;
use crate::i18n::Text;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::requirements::signoff::differences::{in_full, told_now};
use crate::pages::requirements::signoff::{place_of, task_of};
use crate::routes::{Page, Route};
use crate::state::preferences::use_preferences;
use crate::state::workspace::use_workspace;
use crate::ui::live::{kept, live};
use crate::ui::tag::{Tag, TagKind};

/// Up to how many items are shown at once; more wait until somebody asks for them.
const SHOWN: usize = 12;

/// One part of it.
#[derive(Clone, PartialEq)]
struct Part {
    name: &'static str,
    page: Page,
    said: String,
    lacking: usize,
    told: Vec<Told>,
}

/// Shows it.
pub fn check() -> AnyView {
    let (words, workspace) = (use_words(), use_workspace());
    let parts = kept(move || parts(words.get(), &workspace.project()));
    // What was confirmed once is looked up; before that it is read.
    let requirements = workspace.section_now::<Requirements>();
    let is_read = Side::ALL.into_iter().all(|side| requirements.confirmed(side).is_none());
    let rows = live(move || {
        let text = words.get();
        let id = workspace.id();
        parts.get().into_iter().map(|one| part(text, id, one, is_read)).collect_view()
    });
    view! { <dl class="summary check-list">{rows}</dl> }.into_any()
}

fn parts(text: &'static Text, project: &Project) -> Vec<Part> {
    let (profile, requirements) = (&project.profile, &project.requirements);
    let open = obstacles(project);
    let lacking = |place| open.iter().filter(|obstacle| obstacle.place == place).count();
    let words = &text.signoff;
    let named = [&profile.name, &profile.client.name, &profile.vendor.name].map(|name| name.trim());
    let named: Vec<_> = named.into_iter().filter(|name| !name.is_empty()).collect();
    let months = profile.months.map(|months| (text.requirements.period)(months));
    let start = profile.start.map(|start| (words.start)(&format::date(start)));
    let budget =
        format::money_range(profile.budget_low, profile.budget_high, profile.currency, text.language);
    let budget = budget.map(|budget| format!("{budget}{}", text.overview.a_month)).unwrap_or_default();
    let part = |name, page, said, lacking| Part { name, page, said, lacking, told: Vec::new() };
    let told = told_now(text, project);
    let of = |task: Task, said: String| {
        let is_of = |one: &&Told| task_of(&one.clause) == Some(task);
        let told = told.iter().filter(is_of).cloned().collect();
        Part { told, ..part((text.common.task)(task), Page::Task(task), said, lacking(Place::Task(task))) }
    };
    let chosen = requirements.modules.iter().filter(|module| module.chosen).count();
    let processes = requirements.processes.len();
    let processes = if 0 < processes { (text.flow.row)(processes) } else { String::new() };
    let features = format!("{}{processes}", (text.requirements.row_features)(requirements.features.len()));
    vec![
        part(words.parties, Page::Settings, named.join(" · "), lacking(Place::Names)),
        part(
            words.period,
            Page::Settings,
            months.into_iter().chain(start).collect::<Vec<_>>().join(" · "),
            0,
        ),
        part(text.overview.budget, Page::Settings, budget, 0),
        of(Task::Goals, (text.requirements.row_goals)(requirements.goals.len())),
        of(Task::Screening, (text.requirements.row_modules)(chosen)),
        of(Task::Scope, features),
        of(Task::Sla, (text.requirements.row_sla)(requirements.sla.len())),
    ]
}

fn part(text: &'static Text, id: Id<Project>, part: Part, is_read: bool) -> AnyView {
    let Part { name, page, said, lacking, told } = part;
    let change = text.requirements.change;
    let tag = (lacking > 0)
        .then(|| view! { <Tag kind=TagKind::Problem label=(text.requirements.lacking)(lacking)/> });
    let said = if said.is_empty() && tag.is_none() { format::MISSING.to_owned() } else { said };
    let href = Route::Project(id, page).href();
    let answers = (!told.is_empty()).then(|| answers(text, id, told, is_read));
    view! {
        <div class="summary-row">
            <dt>{name}</dt>
            <dd><bdi>{said}</bdi>{tag}</dd>
            <dd><a href=href aria-label=format!("{change} {name}")>{change}</a></dd>
            {answers.map(|answers| view! { <dd class="in-full">{answers}</dd> })}
        </div>
    }
    .into_any()
}

/// Shows the answers of a part in full; what is only looked up, and what is much, once somebody asks or prints.
fn answers(text: &'static Text, id: Id<Project>, told: Vec<Told>, is_read: bool) -> AnyView {
    let is_open = RwSignal::new(is_read && told.len() <= SHOWN);
    let is_printing = use_preferences().is_printing();
    let is_shown = move || is_open.get() || is_printing.get();
    let shown = live(move || {
        is_shown().then(|| {
            let items = told.clone().into_iter().map(|one| {
                let (href, _) = place_of(text, |page| Route::Project(id, page), &one.clause, false);
                in_full(one, move |name| view! { <a href=href>{name}</a> }.into_any())
            });
            view! { <ul class="told">{items.collect_view()}</ul> }
        })
    });
    let on_toggle = move |event: leptos::ev::Event| {
        if !is_printing.get_untracked() {
            is_open.set(event_target::<web_sys::HtmlDetailsElement>(&event).open());
        }
    };
    view! {
        <details class="calculation" open=is_shown on:toggle=on_toggle>
            <summary>{text.signoff.in_full}</summary>
            {shown}
        </details>
    }
    .into_any()
}
