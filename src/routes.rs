//! Where a user is: every path of the app is read and built here.

use crate::domain::ids::Id;
use crate::domain::paper::PaperKind;
use crate::domain::project::Project;
use crate::domain::selection::Vendor;
use crate::domain::sheet::SheetKind;
use crate::domain::task::Task;

/// What a link to the weights on the page of the decision names.
pub const WEIGHTS: &str = "weights";
const WORKSHOP: &str = "requirements/workshop";
const PROJECTOR: &str = "requirements/workshop/projector";
const UNDERSTANDING: &str = "requirements/understanding";
const LOG: &str = "collaboration/log";
const ANSWERS: &str = "answers";
const CHANNELS: &str = "collaboration/channels";
const SITES: &str = "collaboration/sites";
const SECURITY: &str = "risks/security";
const DEPENDENCE: &str = "risks/dependence";
const PAYMENT: &str = "performance/payment";
const IMPROVEMENT: &str = "performance/improvement";
const CREDITS: &str = "performance/credits";
const PAPERS: &str = "documents";

/// One page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    /// The projects, or the first run.
    Start,
    /// The five questions of a new project.
    New,
    /// The app's settings.
    Settings,
    /// Help.
    Help,
    /// Taking in a file.
    Import,
    /// A page of a project.
    Project(Id<Project>, Page),
    /// Nothing is here.
    Unknown,
}

/// One page of a project.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// The overview.
    Overview,
    /// The page of a task.
    Task(Task),
    /// The workshop, for whoever leads it.
    Workshop,
    /// The workshop as the room sees it.
    Projector,
    /// The understanding check, with the open questions.
    Understanding,
    /// The issue log.
    Log,
    /// The vendor board.
    Vendors,
    /// One vendor's file.
    Vendor(Id<Vendor>),
    /// The project's settings.
    Settings,
    /// One thread from the goal to what a miss costs.
    Trace,
    /// The tools and the rules of documents and decisions.
    Channels,
    /// Where both sides work, and when at the same time.
    Sites,
    /// How data is kept safe, and who may see what.
    Security,
    /// How far the client depends on a vendor, and how it gets out.
    Dependence,
    /// What is paid for a period.
    Payment,
    /// What feedback led to.
    Improvement,
    /// What a missed service level costs.
    Credits,
    /// One of the papers, with the list of all.
    Paper(PaperKind),
    /// The one sheet of a place that holds nothing else.
    Sheet(SheetKind),
}

/// A page with the clause to open there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Location {
    /// The page.
    pub route: Route,
    /// The clause number to open and focus, for example `R-05`.
    pub selected: Option<String>,
}

impl From<Task> for Page {
    fn from(task: Task) -> Self {
        Self::Task(task)
    }
}

const fn task_path(task: Task) -> &'static str {
    match task {
        Task::Goals => "requirements/goals",
        Task::Screening => "requirements/screening",
        Task::Scope => "requirements/scope",
        Task::Sla => "requirements/sla",
        Task::SignOff => "requirements/signoff",
        Task::People => "team/people",
        Task::Raci => "team/raci",
        Task::Qualify => "vendors/qualify",
        Task::Capability => "vendors/capability",
        Task::Cases => "vendors/cases",
        Task::Proposals => "vendors/proposals",
        Task::Pilot => "vendors/pilot",
        Task::Decide => "vendors/decide",
        Task::Cadence => "collaboration/cadence",
        Task::Milestones => "collaboration/milestones",
        Task::Quality => "collaboration/quality",
        Task::Response => "collaboration/response",
        Task::Register => "risks/register",
        Task::Map => "risks/map",
        Task::Plans => "risks/plans",
        Task::Kpis => "performance/kpis",
        Task::Reviews => "performance/reviews",
    }
}

impl Route {
    /// Returns the path behind `#`.
    #[must_use]
    pub fn path(self) -> String {
        match self {
            Self::Start => "/".to_owned(),
            Self::New => "/new".to_owned(),
            Self::Settings => "/settings".to_owned(),
            Self::Help => "/help".to_owned(),
            Self::Import => "/import".to_owned(),
            Self::Unknown => "/unknown".to_owned(),
            Self::Project(id, page) => match page {
                Page::Overview => format!("/p/{id}"),
                Page::Task(task) => format!("/p/{id}/{}", task_path(task)),
                Page::Workshop => format!("/p/{id}/{WORKSHOP}"),
                Page::Projector => format!("/p/{id}/{PROJECTOR}"),
                Page::Understanding => format!("/p/{id}/{UNDERSTANDING}"),
                Page::Log => format!("/p/{id}/{LOG}"),
                Page::Vendors => format!("/p/{id}/vendors"),
                Page::Vendor(vendor) => format!("/p/{id}/vendors/{vendor}"),
                Page::Settings => format!("/p/{id}/settings"),
                Page::Trace => format!("/p/{id}/requirements/trace"),
                Page::Channels => format!("/p/{id}/{CHANNELS}"),
                Page::Sites => format!("/p/{id}/{SITES}"),
                Page::Security => format!("/p/{id}/{SECURITY}"),
                Page::Dependence => format!("/p/{id}/{DEPENDENCE}"),
                Page::Payment => format!("/p/{id}/{PAYMENT}"),
                Page::Improvement => format!("/p/{id}/{IMPROVEMENT}"),
                Page::Credits => format!("/p/{id}/{CREDITS}"),
                Page::Paper(kind) => format!("/p/{id}/{PAPERS}/{}", kind.name()),
                Page::Sheet(SheetKind::Scores) => format!("/sheet/{id}"),
                Page::Sheet(SheetKind::Answers) => format!("/sheet/{id}/{ANSWERS}"),
            },
        }
    }

    /// Returns the value of a link.
    #[must_use]
    pub fn href(self) -> String {
        format!("#{}", self.path())
    }

    /// Returns the value of a link that opens a clause on its page.
    #[must_use]
    pub fn href_to(self, clause: &str) -> String {
        format!("#{}?sel={clause}", self.path())
    }
}

impl Location {
    /// Reads what stands behind `#`.
    #[must_use]
    pub fn parse(hash: &str) -> Self {
        let (path, query) = hash.split_once('?').unwrap_or((hash, ""));
        let selected = query
            .split('&')
            .find_map(|pair| pair.strip_prefix("sel="))
            .filter(|clause| !clause.is_empty())
            .map(str::to_owned);
        Self { route: parse_path(path), selected }
    }
}

fn parse_path(path: &str) -> Route {
    let path = path.trim_matches('/');
    match path {
        "" => return Route::Start,
        "new" => return Route::New,
        "settings" => return Route::Settings,
        "help" => return Route::Help,
        "import" => return Route::Import,
        _ => (),
    }
    if let Some(rest) = path.strip_prefix("sheet/") {
        let (id, kind) = match rest.split_once('/') {
            None => (rest, SheetKind::Scores),
            Some((id, ANSWERS)) => (id, SheetKind::Answers),
            Some(_) => return Route::Unknown,
        };
        return Id::parse(id).map_or(Route::Unknown, |id| Route::Project(id, Page::Sheet(kind)));
    }
    let Some(rest) = path.strip_prefix("p/") else { return Route::Unknown };
    let (id, rest) = rest.split_once('/').unwrap_or((rest, ""));
    let Some(id) = Id::parse(id) else { return Route::Unknown };
    let page = match rest {
        "" => Page::Overview,
        "vendors" => Page::Vendors,
        "settings" => Page::Settings,
        "requirements/trace" => Page::Trace,
        WORKSHOP => Page::Workshop,
        PROJECTOR => Page::Projector,
        UNDERSTANDING => Page::Understanding,
        CHANNELS => Page::Channels,
        SITES => Page::Sites,
        LOG => Page::Log,
        SECURITY => Page::Security,
        DEPENDENCE => Page::Dependence,
        PAYMENT => Page::Payment,
        IMPROVEMENT => Page::Improvement,
        CREDITS => Page::Credits,
        PAPERS => Page::Paper(PaperKind::Specification),
        _ => {
            let task = || Task::ALL.into_iter().find(|task| task_path(*task) == rest).map(Page::Task);
            let vendor = || rest.strip_prefix("vendors/").and_then(Id::parse).map(Page::Vendor);
            let Some(page) = task().or_else(vendor).or_else(|| paper(rest)) else { return Route::Unknown };
            page
        }
    };
    Route::Project(id, page)
}

fn paper(path: &str) -> Option<Page> {
    let name = path.strip_prefix(PAPERS)?.strip_prefix('/')?;
    PaperKind::ALL.into_iter().find(|kind| kind.name() == name).map(Page::Paper)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_path_leads_back_to_its_page() {
        let id = Id::fixed(7);
        let pages = Task::ALL.into_iter().map(Page::Task).chain([
            Page::Overview,
            Page::Vendors,
            Page::Vendor(Id::fixed(9)),
            Page::Settings,
            Page::Trace,
            Page::Workshop,
            Page::Projector,
            Page::Understanding,
            Page::Channels,
            Page::Sites,
            Page::Log,
            Page::Security,
            Page::Dependence,
            Page::Payment,
            Page::Improvement,
            Page::Credits,
            Page::Paper(PaperKind::Specification),
            Page::Paper(PaperKind::ServiceLevels),
            Page::Sheet(SheetKind::Scores),
            Page::Sheet(SheetKind::Answers),
        ]);
        let routes = pages.map(|page| Route::Project(id, page)).chain([
            Route::Start,
            Route::New,
            Route::Settings,
            Route::Help,
            Route::Import,
        ]);
        for route in routes {
            assert_eq!(Location::parse(&route.path()), Location { route, selected: None });
        }
    }

    #[test]
    fn a_clause_in_the_address_is_selected() {
        let href = Route::Project(Id::fixed(7), Page::Task(Task::Register)).href_to("R-05");
        let location = Location::parse(href.trim_start_matches('#'));
        assert_eq!(location.selected.as_deref(), Some("R-05"));
        assert_eq!(Location::parse("/p/nothing").route, Route::Unknown);
    }
}
