//! What stands between the workshop and the sign-off.

use leptos::prelude::*;

use crate::domain::requirements::workshop::Readiness;
use crate::domain::task::Task;
use crate::i18n::context::use_words;
use crate::pages::requirements::signoff::said;
use crate::routes::{Page, Route};
use crate::state::workspace::use_workspace;
use crate::ui::live::{kept, live};
use crate::ui::sheet::SheetSection;
use crate::ui::tag::{Tag, TagKind};

/// Shows it, line by line with the way there.
pub(super) fn readiness() -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let ready = kept(move || Readiness::of(&workspace.project()));
    let shown = live(move || {
        let text = words.get();
        let (own, project) = (&text.workshop, workspace.project());
        let Readiness { lacks, open, check, vague, unguarded, breaks } = ready.get();
        let missing = lacks.iter().map(|obstacle| {
            let problem = said(text, &project, obstacle);
            view! { <li><a href=problem.href>{problem.text}</a></li> }
        });
        let missing: Vec<_> = missing.collect();
        let counted = |count: usize, none: &'static str, said: String, kind: TagKind| match count {
            0 => view! { <Tag kind=TagKind::Passed label=none/> },
            _ => view! { <Tag kind label=said/> },
        };
        let see = |name: &'static str, page: Page| {
            let href = Route::Project(project.id, page).href();
            view! { <a href=href aria-label=format!("{} {name}", own.see)>{own.see}</a> }.into_any()
        };
        let row = |name: &'static str, state: AnyView, way: AnyView| {
            view! { <div class="summary-row"><dt>{name}</dt><dd>{state}</dd><dd>{way}</dd></div> }
        };
        let blocks = |said: String| format!("{said} · {}", own.blocks);
        let lacking = counted(
            lacks.len(),
            own.ready,
            blocks((text.requirements.lacking)(lacks.len())),
            TagKind::Problem,
        );
        let asked =
            counted(open, own.nothing, blocks((text.understanding.open_count)(open)), TagKind::Problem);
        let due = |count: usize| counted(count, own.nothing, (own.places)(count), TagKind::Due).into_any();
        let state = (text.understanding.state)(&check);
        view! {
            <dl class="summary readiness">
                {row(own.written, view! { {lacking}<ul>{missing}</ul> }.into_any(), ().into_any())}
                {row(text.understanding.questions_head, asked.into_any(), see(text.understanding.questions_head, Page::Understanding))}
                {row(text.overview.understanding_title, state.into_any(), see(text.overview.understanding_title, Page::Understanding))}
                {row(own.vague, due(vague), see(own.vague, Page::Task(Task::Scope)))}
                {row(own.unguarded, due(unguarded), see(own.unguarded, Page::Task(Task::Sla)))}
                {row(own.breaks, due(breaks), see(own.breaks, Page::Trace))}
            </dl>
        }
    });
    let to_signoff = live(move || {
        let text = words.get();
        let href = Route::Project(workspace.id(), Page::Task(Task::SignOff)).href();
        view! { <p class="actions"><a href=href>{Task::SignOff.number()}" "{(text.common.task)(Task::SignOff)}</a></p> }
    });
    view! { <SheetSection number="1.6.7" title=words.s(|t| t.workshop.ready_head)>{shown}{to_signoff}</SheetSection> }
        .into_any()
}
