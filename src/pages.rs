//! The screens: one module for each stage, one component for each route.

pub mod chart;
pub mod collaboration;
pub mod form;
pub mod frame;
pub mod help;
pub mod import;
pub mod list;
pub mod overview;
pub mod parts;
pub mod performance;
pub mod requirements;
pub mod risk;
pub mod settings;
pub mod start;
pub mod team;
pub mod vendors;

use leptos::prelude::*;

use crate::domain::task::{Stage, Task};
use crate::i18n::Text;
use crate::routes::{Page, Route};

/// Returns the page a stage opens with.
#[must_use]
pub fn first_page(stage: Stage) -> Page {
    if stage == Stage::Vendors {
        return Page::Vendors;
    }
    Task::of(stage).next().map_or(Page::Overview, Page::Task)
}

/// Returns the stage a page belongs to.
#[must_use]
pub const fn stage_of(page: Page) -> Option<Stage> {
    match page {
        Page::Task(task) => Some(task.stage()),
        Page::Vendors | Page::Vendor(_) => Some(Stage::Vendors),
        Page::Overview | Page::Settings => None,
    }
}

/// Returns the title of a page for the browser's window: never anything the user wrote.
#[must_use]
pub fn title(text: &'static Text, route: Route) -> String {
    let name = match route {
        Route::Project(_, Page::Overview) => text.frame.overview,
        Route::Project(_, Page::Task(task)) => (text.common.task)(task),
        Route::Project(_, Page::Vendors | Page::Vendor(_)) => text.vendors.board_title,
        Route::Project(_, Page::Settings) | Route::Settings => text.frame.settings,
        Route::Help => text.frame.help,
        Route::Import => text.settings.import_title,
        Route::New => text.start.new_title,
        Route::Unknown => text.frame.unknown_title,
        Route::Start => return text.common.product.to_owned(),
    };
    format!("{name} · {}", text.common.product)
}

/// Shows the page of a task.
#[must_use]
pub fn task_page(task: Task) -> AnyView {
    match task {
        Task::Goals => view! { <requirements::goals::GoalsPage/> }.into_any(),
        Task::Screening => view! { <requirements::screening::ScreeningPage/> }.into_any(),
        Task::Scope => view! { <requirements::scope::ScopePage/> }.into_any(),
        Task::Sla => view! { <requirements::sla::SlaPage/> }.into_any(),
        Task::SignOff => view! { <requirements::signoff::SignOffPage/> }.into_any(),
        Task::People => view! { <team::people::PeoplePage/> }.into_any(),
        Task::Raci => view! { <team::raci::RaciPage/> }.into_any(),
        Task::Qualify => view! { <vendors::qualify::QualifyPage/> }.into_any(),
        Task::Capability => view! { <vendors::capability::CapabilityPage/> }.into_any(),
        Task::Cases => view! { <vendors::cases::CasesPage/> }.into_any(),
        Task::Proposals => view! { <vendors::proposals::ProposalsPage/> }.into_any(),
        Task::Pilot => view! { <vendors::pilot::PilotPage/> }.into_any(),
        Task::Decide => view! { <vendors::decide::DecidePage/> }.into_any(),
        Task::Cadence => view! { <collaboration::cadence::CadencePage/> }.into_any(),
        Task::Milestones => view! { <collaboration::milestones::MilestonesPage/> }.into_any(),
        Task::Quality => view! { <collaboration::quality::QualityPage/> }.into_any(),
        Task::Response => view! { <collaboration::response::ResponsePage/> }.into_any(),
        Task::Register => view! { <risk::register::RegisterPage/> }.into_any(),
        Task::Map => view! { <risk::map::MapPage/> }.into_any(),
        Task::Plans => view! { <risk::plans::PlansPage/> }.into_any(),
        Task::Kpis => view! { <performance::kpis::KpisPage/> }.into_any(),
        Task::Reviews => view! { <performance::reviews::ReviewsPage/> }.into_any(),
    }
}
