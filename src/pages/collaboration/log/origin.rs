//! The risk an issue came from, and what its contingency plan says to do.

use leptos::prelude::*;

use crate::domain::collaboration::tickets::Ticket;
use crate::domain::register::Item;
use crate::domain::risk::{PlanStep, Risk, RiskBook};
use crate::domain::task::Task;
use crate::domain::team::Team;
use crate::i18n::context::use_words;
use crate::i18n::{Text, format};
use crate::pages::parts::role_name;
use crate::routes::{Page, Route};
use crate::state::row::Row;
use crate::state::workspace::use_workspace;
use crate::ui::live::{kept, live};

/// Shows the risk an issue came from, with the steps to take; nothing where it came from none.
pub(super) fn origin(row: Row<Ticket>) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let risk = kept(move || workspace.section::<RiskBook>().behind(row.id()).cloned());
    let said = live(move || {
        let (text, risk) = (words.get(), risk.get()?);
        let clause = risk.clause();
        let href = Route::Project(workspace.id(), Page::Task(Task::Register)).href_to(&clause);
        let plan = if risk.plan.is_blank() {
            let href = Route::Project(workspace.id(), Page::Task(Task::Plans)).href_to(&clause);
            view! { <p class="hint"><a href=href>{text.plans.no_plan}</a></p> }.into_any()
        } else {
            let team = workspace.section::<Team>();
            view! { <details><summary>{text.plans.read_plan}</summary>{steps(text, &team, &risk)}</details> }
                .into_any()
        };
        Some(view! {
            <div class="issue-origin">
                <p>{text.plans.came_from}<a href=href><span class="number">{clause}</span>" "<bdi>{risk.event.clone()}</bdi></a></p>
                {plan}
            </div>
        })
    });
    view! { {said} }.into_any()
}

/// Lists what is written of a plan as numbered steps.
fn steps(text: &'static Text, team: &Team, risk: &Risk) -> AnyView {
    let open = risk.open_steps();
    let steps = PlanStep::ALL.into_iter().map(|step| {
        let said = match step {
            _ if open.contains(&step) => format::MISSING.to_owned(),
            PlanStep::Trigger => risk.trigger.clone(),
            PlanStep::FirstHour => risk.plan.first_hour.clone(),
            PlanStep::Lead => role_name(team, risk.plan.lead),
            PlanStep::Fallback => risk.plan.fallback.clone(),
            PlanStep::Restore => risk.plan.restore.clone(),
            PlanStep::Review => risk.plan.review.clone(),
        };
        view! { <li><strong>{(text.plans.step)(step)}</strong><p dir="auto">{said}</p></li> }
    });
    view! { <ol class="plan-read">{steps.collect_view()}</ol> }.into_any()
}
