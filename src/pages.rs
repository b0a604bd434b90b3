//! The screens: one module for each stage, one component for each route.

pub mod chart;
pub mod collaboration;
pub mod documents;
pub mod form;
pub mod frame;
pub mod half_seal;
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
pub mod tickets;
pub mod vendors;

use crate::domain::sheet::SheetKind;
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
        Page::Trace
        | Page::Workshop
        | Page::Projector
        | Page::Understanding
        | Page::Sheet(SheetKind::Answers) => Some(Stage::Requirements),
        Page::Vendors | Page::Vendor(_) | Page::Sheet(SheetKind::Scores) => Some(Stage::Vendors),
        Page::Channels | Page::Sites | Page::Log => Some(Stage::Collaboration),
        Page::Security | Page::Dependence => Some(Stage::Risk),
        Page::Payment | Page::Improvement | Page::Credits => Some(Stage::Performance),
        Page::Overview | Page::Settings | Page::Paper(_) => None,
    }
}

/// Returns the pages of a stage that stand beside its tasks, with their numbers.
#[must_use]
pub const fn beside(stage: Stage) -> &'static [(&'static str, Page)] {
    match stage {
        Stage::Requirements => &[("1.6", Page::Workshop), ("1.7", Page::Understanding), ("1.8", Page::Trace)],
        Stage::Collaboration => &[("4.5", Page::Channels), ("4.6", Page::Sites), ("4.7", Page::Log)],
        Stage::Risk => &[("5.4", Page::Security), ("5.5", Page::Dependence)],
        Stage::Performance => &[("6.3", Page::Payment), ("6.4", Page::Improvement), ("6.5", Page::Credits)],
        Stage::Team | Stage::Vendors => &[],
    }
}

/// Returns the name of a page of a project.
#[must_use]
pub fn name(text: &'static Text, page: Page) -> &'static str {
    match page {
        Page::Overview => text.frame.overview,
        Page::Task(task) => (text.common.task)(task),
        Page::Vendors | Page::Vendor(_) => text.overview.board_title,
        Page::Settings => text.frame.settings,
        Page::Log => text.overview.log_title,
        Page::Trace => text.overview.trace_title,
        Page::Channels => text.overview.channels_title,
        Page::Sites => text.overview.sites_title,
        Page::Security => text.overview.security_title,
        Page::Dependence => text.overview.dependence_title,
        Page::Payment => text.overview.payment_title,
        Page::Improvement => text.overview.improvement_title,
        Page::Credits => text.overview.credits_title,
        Page::Paper(_) => text.overview.documents_title,
        Page::Workshop => text.overview.workshop,
        Page::Projector => text.overview.projector,
        Page::Understanding | Page::Sheet(SheetKind::Answers) => text.overview.understanding_title,
        Page::Sheet(SheetKind::Scores) => text.overview.score_sheet,
    }
}

/// Returns the name of any page.
#[must_use]
pub fn route_name(text: &'static Text, route: Route) -> &'static str {
    match route {
        Route::Project(_, page) => name(text, page),
        Route::Settings => text.frame.settings,
        Route::Help => text.frame.help,
        Route::Import => text.frame.import_title,
        Route::New => text.start.new_title,
        Route::Unknown => text.frame.unknown_title,
        Route::Start => text.common.product,
    }
}

/// Returns the title of a page for the browser's window: never anything the user wrote.
#[must_use]
pub fn title(text: &'static Text, route: Route) -> String {
    match route {
        Route::Start => text.common.product.to_owned(),
        _ => format!("{} · {}", route_name(text, route), text.common.product),
    }
}
