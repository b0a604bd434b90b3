//! What stands in the way of a confirmation, and what should be looked at before it.

use leptos::prelude::*;

use crate::domain::project::Project;
use crate::domain::requirements::baseline::{Obstacle, Place};
use crate::domain::requirements::workshop::Readiness;
use crate::domain::task::Task;
use crate::i18n::Text;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::routes::{Page, Route};
use crate::state::workspace::use_workspace;
use crate::ui::live::{kept, live};
use crate::ui::problem_summary::Problem;
use crate::ui::sheet::SheetSection;
use crate::ui::tag::{Tag, TagKind};

/// What links to the section lead to.
pub const READY: &str = "ready";

/// Shows it as a section with a number, line by line with the way there.
pub fn readiness(number: Signal<String>) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let ready = kept(move || Readiness::of(&workspace.project()));
    let shown = live(move || {
        let text = words.get();
        let (own, project) = (&text.workshop, workspace.project());
        let requirements = &project.requirements;
        let has_features = !requirements.features.is_empty();
        let has_any = has_features || !requirements.goals.is_empty() || !requirements.sla.is_empty();
        let Readiness { lacks, open, check, doubts: [of_features, of_lines], unguarded, breaks } =
            ready.get();
        let doubts_at = if 0 == of_features && 0 < of_lines { Task::Sla } else { Task::Scope };
        let missing = lacks.iter().map(|obstacle| {
            let problem = said(text, &project, obstacle);
            view! { <li><a href=problem.href>{problem.text}</a></li> }
        });
        let missing: Vec<_> = missing.collect();
        let see = |name: &'static str, page: Page| {
            let href = Route::Project(project.id, page).href();
            view! { <a href=href aria-label=format!("{} {name}", own.see)>{own.see}</a> }.into_any()
        };
        let row = |name: &'static str, state: AnyView, way: AnyView| {
            view! { <div class="summary-row"><dt>{name}</dt><dd>{state}</dd><dd>{way}</dd></div> }
        };
        let blocking = |count: usize, none: &'static str, said: String| {
            let (kind, label) = match count {
                0 => (TagKind::Passed, none.to_owned()),
                _ => (TagKind::Problem, format!("{said} · {}", own.blocks)),
            };
            view! { <Tag kind label/> }
        };
        // Where nothing is written, nothing is in order either.
        let due = |has: bool, count: usize| {
            let (kind, label) = match (has, count) {
                (false, _) => (TagKind::Quiet, format::MISSING.to_owned()),
                (_, 0) => (TagKind::Passed, own.nothing.to_owned()),
                _ => (TagKind::Due, (own.places)(count)),
            };
            view! { <Tag kind label/> }.into_any()
        };
        let lacking = blocking(lacks.len(), own.ready, (text.requirements.lacking)(lacks.len()));
        let asked = blocking(open, own.nothing, (text.understanding.open_count)(open));
        let state = (text.understanding.state)(&check);
        let wording = text.requirements.wording_head;
        view! {
            <dl class="summary readiness" id=format!("c-{READY}") tabindex="-1">
                {row(own.written, view! { {lacking}<ul>{missing}</ul> }.into_any(), ().into_any())}
                {row(text.understanding.questions_head, asked.into_any(), see(text.understanding.questions_head, Page::Understanding))}
                {row(text.overview.understanding_title, state.into_any(), see(text.overview.understanding_title, Page::Understanding))}
                {row(wording, due(has_any, of_features + of_lines), see(wording, Page::Task(doubts_at)))}
                {row(own.unguarded, due(has_features, unguarded), see(own.unguarded, Page::Task(Task::Sla)))}
                {row(own.breaks, due(has_any, breaks), see(own.breaks, Page::Trace))}
            </dl>
        }
    });
    view! { <SheetSection number title=words.s(|t| t.workshop.ready_head)>{shown}</SheetSection> }.into_any()
}

/// Says what is missing somewhere, with the way there.
pub fn said(text: &'static Text, project: &Project, obstacle: &Obstacle) -> Problem {
    let page = match obstacle.place {
        Place::Names => Page::Settings,
        Place::Task(task) => Page::Task(task),
        Place::Questions | Place::Differences => Page::Understanding,
    };
    let route = Route::Project(project.id, page);
    let (of, href) = match (obstacle.clause.as_str(), obstacle.place) {
        ("", Place::Task(task)) => ((text.common.task)(task), route.href()),
        ("", _) => ("", route.href()),
        (clause, _) => (clause, route.href_to(clause)),
    };
    Problem { text: (text.requirements.lack)(obstacle.lack, of), href }
}
