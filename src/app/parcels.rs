//! The app in parts: the frame comes first, the pages of a stage when somebody first goes there, or when the browser
//! has nothing else to do. Which code belongs to which part is worked out after the build (`cargo xtask postbuild`).

// The macro writes the seam between two Wasm files: an exported function there, an imported one here.
#![allow(unsafe_code)]

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

use crate::domain::ids::Id;
use crate::domain::selection::Vendor;
use crate::domain::task::{Stage, Task};
use crate::pages::vendors::decide::Opinions;
use crate::pages::vendors::weighing::Weighing;
use crate::pages::{self, collaboration, performance, requirements, risk, team, vendors};
use crate::routes::{Page, Route};
use crate::ui::live::Kept;

type Shown = Result<AnyView, SplitLoaderError>;

/// A part that is loaded on its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Parcel {
    /// The overview of a project.
    Overview,
    /// Stage 1: why, and which part of the work.
    Goals,
    /// Stage 1: what is wanted.
    Requirements,
    /// Stage 1: how the parties come to an agreement.
    Workshop,
    /// Stage 1, what the parties agree on.
    Agreement,
    /// Stage 2: who takes part.
    People,
    /// Stage 2: who does what.
    Matrix,
    /// Stage 3: the vendors and what is known of each.
    Vendors,
    /// Stage 3: the steps up to the scores.
    Steps,
    /// Stage 3: what vendors offer, and their pilots.
    Offers,
    /// Stage 3: the decision.
    Decision,
    /// Stage 3: second opinions on the decision.
    Opinions,
    /// Stage 3: other ways to find weights.
    Weighing,
    /// Stage 4: when and where both sides work together.
    Cadence,
    /// Stage 4: what is due, how it is checked, and with which tools.
    Work,
    /// Stage 4: how fast both sides answer.
    Response,
    /// Stage 4: the issue log.
    Log,
    /// Stage 4: tickets from another system.
    History,
    /// Stage 5: risks and what is ready for them.
    Risks,
    /// Stage 5: how data is kept safe.
    Security,
    /// Stage 5: dependence on vendors.
    Dependence,
    /// Stage 6: indicators.
    Kpis,
    /// Stage 6: their readings.
    Readings,
    /// Stage 6: reviews, and what they led to.
    Reviews,
    /// Stage 6: what is paid.
    Payment,
    /// Stage 6: what a missed service level costs.
    Credits,
    /// Taking in a file.
    Import,
    /// What the frame opens beside the stages: the five questions, settings, help and the search.
    Aside,
}

impl Parcel {
    /// Every part, in the order they are fetched ahead of their use.
    pub const ALL: [Self; 28] = [
        Self::Overview,
        Self::Goals,
        Self::Requirements,
        Self::Workshop,
        Self::Agreement,
        Self::People,
        Self::Matrix,
        Self::Vendors,
        Self::Steps,
        Self::Offers,
        Self::Decision,
        Self::Opinions,
        Self::Weighing,
        Self::Cadence,
        Self::Work,
        Self::Response,
        Self::Log,
        Self::History,
        Self::Risks,
        Self::Security,
        Self::Dependence,
        Self::Kpis,
        Self::Readings,
        Self::Reviews,
        Self::Payment,
        Self::Credits,
        Self::Import,
        Self::Aside,
    ];

    /// Returns the part a page is in; the start comes with the frame.
    #[must_use]
    pub fn of(route: Route) -> Option<Self> {
        let page = match route {
            Route::Import => return Some(Self::Import),
            Route::Project(_, Page::Overview) => return Some(Self::Overview),
            Route::New | Route::Settings | Route::Help | Route::Project(_, Page::Settings) => {
                return Some(Self::Aside);
            }
            Route::Project(_, page) => page,
            Route::Start | Route::Unknown => return None,
        };
        Some(match pages::stage_of(page)? {
            Stage::Vendors => match page {
                Page::Task(Task::Proposals | Task::Pilot) => Self::Offers,
                Page::Task(Task::Decide) => Self::Decision,
                Page::Task(_) | Page::Sheet(_) => Self::Steps,
                _ => Self::Vendors,
            },
            Stage::Requirements => match page {
                Page::Task(Task::Goals | Task::Screening) => Self::Goals,
                Page::Task(Task::Scope | Task::Sla) => Self::Requirements,
                Page::Task(Task::SignOff) | Page::Trace => Self::Agreement,
                _ => Self::Workshop,
            },
            Stage::Team => match page {
                Page::Task(Task::People) => Self::People,
                _ => Self::Matrix,
            },
            Stage::Collaboration => match page {
                Page::Task(Task::Cadence) | Page::Sites => Self::Cadence,
                Page::Task(Task::Response) => Self::Response,
                Page::Log => Self::Log,
                _ => Self::Work,
            },
            Stage::Risk => match page {
                Page::Security => Self::Security,
                Page::Dependence => Self::Dependence,
                _ => Self::Risks,
            },
            Stage::Performance => match page {
                Page::Task(Task::Kpis) => Self::Kpis,
                Page::Payment => Self::Payment,
                Page::Credits => Self::Credits,
                _ => Self::Reviews,
            },
        })
    }

    async fn load(self) -> Result<(), SplitLoaderError> {
        match self {
            Self::Overview => __wasm_split_preload_overview_page().await,
            Self::Goals => __wasm_split_preload_goals_page().await,
            Self::Requirements => __wasm_split_preload_requirements_page().await,
            Self::Workshop => __wasm_split_preload_workshop_page().await,
            Self::Agreement => __wasm_split_preload_agreement_page().await,
            Self::People => __wasm_split_preload_people_page().await,
            Self::Matrix => __wasm_split_preload_matrix_page().await,
            Self::Vendors => __wasm_split_preload_vendors_page().await,
            Self::Steps => __wasm_split_preload_steps_page().await,
            Self::Offers => __wasm_split_preload_offers_page().await,
            Self::Decision => __wasm_split_preload_decision_page().await,
            Self::Opinions => __wasm_split_preload_opinions_part().await,
            Self::Weighing => __wasm_split_preload_weighing_part().await,
            Self::Cadence => __wasm_split_preload_cadence_page().await,
            Self::Work => __wasm_split_preload_work_page().await,
            Self::Response => __wasm_split_preload_response_page().await,
            Self::Log => __wasm_split_preload_log_page().await,
            Self::History => __wasm_split_preload_history_part().await,
            Self::Risks => __wasm_split_preload_risks_page().await,
            Self::Security => __wasm_split_preload_security_page().await,
            Self::Dependence => __wasm_split_preload_dependence_page().await,
            Self::Readings => __wasm_split_preload_readings_part().await,
            Self::Kpis => __wasm_split_preload_kpis_page().await,
            Self::Reviews => __wasm_split_preload_reviews_page().await,
            Self::Payment => __wasm_split_preload_payment_page().await,
            Self::Credits => __wasm_split_preload_credits_page().await,
            Self::Import => __wasm_split_preload_import_page().await,
            // Each of the two has a loader of its own, though they come in one file.
            Self::Aside => {
                __wasm_split_preload_aside_page().await?;
                __wasm_split_preload_search_layer().await
            }
        }
    }
}

/// How far a part is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Arrival {
    /// Nobody asked for it, or it is on its way.
    #[default]
    Awaited,
    /// It is here.
    Here,
    /// It could not be loaded.
    Failed,
}

/// Which parts are here.
#[derive(Clone, Copy)]
pub struct Parcels([RwSignal<Arrival>; Parcel::ALL.len()]);

impl Parcels {
    /// Starts with nothing but the frame.
    #[must_use]
    pub fn new() -> Self {
        Self(Parcel::ALL.map(|_| RwSignal::new(Arrival::Awaited)))
    }

    /// Follows how far a part is.
    #[must_use]
    pub fn arrival(self, parcel: Parcel) -> Arrival {
        self.state(parcel).get()
    }

    /// Follows how far the part of a page is.
    #[must_use]
    pub fn arrival_of(self, route: Route) -> Arrival {
        Parcel::of(route).map_or(Arrival::Here, |parcel| self.arrival(parcel))
    }

    /// Fetches a part, unless it is here. Tells whether it is here now.
    pub async fn fetch(self, parcel: Parcel) -> bool {
        let state = self.state(parcel);
        if state.get_untracked() != Arrival::Here {
            state.set(Arrival::Awaited);
            state.set(if parcel.load().await.is_ok() { Arrival::Here } else { Arrival::Failed });
        }
        state.get_untracked() == Arrival::Here
    }

    /// Fetches every part, one after the other.
    pub async fn fetch_all(self) {
        for parcel in Parcel::ALL {
            self.fetch(parcel).await;
        }
    }

    fn state(self, parcel: Parcel) -> RwSignal<Arrival> {
        let [first, ..] = self.0;
        // There is one for each part, in the order of the parts.
        self.0.get(parcel as usize).copied().unwrap_or(first)
    }
}

/// Shows a page whose part is here.
#[must_use]
pub fn show(route: Route) -> Option<AnyView> {
    match (Parcel::of(route)?, route) {
        (Parcel::Overview, _) => now(overview_page()),
        (Parcel::Goals, Route::Project(_, page)) => now(goals_page(page)),
        (Parcel::Requirements, Route::Project(_, page)) => now(requirements_page(page)),
        (Parcel::Workshop, Route::Project(_, page)) => now(workshop_page(page)),
        (Parcel::Agreement, Route::Project(_, page)) => now(agreement_page(page)),
        (Parcel::People, Route::Project(..)) => now(people_page()),
        (Parcel::Matrix, Route::Project(..)) => now(matrix_page()),
        (Parcel::Vendors, Route::Project(_, page)) => now(vendors_page(page)),
        (Parcel::Steps, Route::Project(_, page)) => now(steps_page(page)),
        (Parcel::Offers, Route::Project(_, page)) => now(offers_page(page)),
        (Parcel::Decision, Route::Project(..)) => now(decision_page()),
        (Parcel::Cadence, Route::Project(_, page)) => now(cadence_page(page)),
        (Parcel::Work, Route::Project(_, page)) => now(work_page(page)),
        (Parcel::Response, Route::Project(..)) => now(response_page()),
        (Parcel::Log, Route::Project(..)) => now(log_page()),
        (Parcel::Risks, Route::Project(_, page)) => now(risks_page(page)),
        (Parcel::Security, Route::Project(..)) => now(security_page()),
        (Parcel::Dependence, Route::Project(..)) => now(dependence_page()),
        (Parcel::Kpis, Route::Project(..)) => now(kpis_page()),
        (Parcel::Reviews, Route::Project(_, page)) => now(reviews_page(page)),
        (Parcel::Payment, Route::Project(..)) => now(payment_page()),
        (Parcel::Credits, Route::Project(..)) => now(credits_page()),
        (Parcel::Aside, _) => now(aside_page(route)),
        _ => now(import_page()),
    }
}

/// Shows the search, whose part is here.
#[must_use]
pub fn search(route: Kept<Route>) -> Option<AnyView> {
    now(search_layer(route))
}

/// Shows the ways to weigh, whose part is here.
#[must_use]
pub fn weighing(offered: Weighing) -> Option<AnyView> {
    now(weighing_part(offered))
}

/// Shows second opinions, whose part is here.
#[must_use]
pub fn opinions(shown: Opinions) -> Option<AnyView> {
    now(opinions_part(shown))
}

/// Shows the readings of a vendor, whose part is here.
#[must_use]
pub fn readings(vendor: Kept<Option<Id<Vendor>>>) -> Option<AnyView> {
    now(readings_part(vendor))
}

/// Shows the tickets from another system, whose part is here.
#[must_use]
pub fn history() -> Option<AnyView> {
    now(history_part())
}

/// Takes what is there at once: the view has to be made where its reactive owner is.
fn now(shown: impl Future<Output = Shown>) -> Option<AnyView> {
    match pin!(shown).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(shown) => shown.ok(),
        Poll::Pending => None,
    }
}

#[wasm_split(overview, wasm_split_path = leptos::wasm_split, fallible)]
fn overview_page() -> Shown {
    Ok(view! { <pages::overview::OverviewPage/> }.into_any())
}

#[wasm_split(goals, wasm_split_path = leptos::wasm_split, fallible)]
fn goals_page(page: Page) -> Shown {
    Ok(match page {
        Page::Task(Task::Screening) => view! { <requirements::screening::ScreeningPage/> }.into_any(),
        _ => view! { <requirements::goals::GoalsPage/> }.into_any(),
    })
}

#[wasm_split(requirements, wasm_split_path = leptos::wasm_split, fallible)]
fn requirements_page(page: Page) -> Shown {
    Ok(match page {
        Page::Task(Task::Scope) => view! { <requirements::scope::ScopePage/> }.into_any(),
        _ => view! { <requirements::sla::SlaPage/> }.into_any(),
    })
}

#[wasm_split(workshop, wasm_split_path = leptos::wasm_split, fallible)]
fn workshop_page(page: Page) -> Shown {
    Ok(match page {
        Page::Workshop => view! { <requirements::workshop::WorkshopPage/> }.into_any(),
        Page::Projector => view! { <requirements::workshop::projector::ProjectorPage/> }.into_any(),
        Page::Understanding => view! { <requirements::understanding::UnderstandingPage/> }.into_any(),
        _ => view! { <requirements::understanding::answering::AnswersPage/> }.into_any(),
    })
}

#[wasm_split(agreement, wasm_split_path = leptos::wasm_split, fallible)]
fn agreement_page(page: Page) -> Shown {
    Ok(match page {
        Page::Trace => view! { <requirements::trace::TracePage/> }.into_any(),
        _ => view! { <requirements::signoff::SignOffPage/> }.into_any(),
    })
}

#[wasm_split(people, wasm_split_path = leptos::wasm_split, fallible)]
fn people_page() -> Shown {
    Ok(view! { <team::people::PeoplePage/> }.into_any())
}

#[wasm_split(matrix, wasm_split_path = leptos::wasm_split, fallible)]
fn matrix_page() -> Shown {
    Ok(view! { <team::raci::RaciPage/> }.into_any())
}

#[wasm_split(vendors, wasm_split_path = leptos::wasm_split, fallible)]
fn vendors_page(page: Page) -> Shown {
    Ok(match page {
        Page::Vendor(id) => view! { <vendors::file::VendorPage id/> }.into_any(),
        _ => view! { <vendors::BoardPage/> }.into_any(),
    })
}

#[wasm_split(steps, wasm_split_path = leptos::wasm_split, fallible)]
fn steps_page(page: Page) -> Shown {
    Ok(match page {
        Page::Sheet(_) => view! { <vendors::capability::SheetPage/> }.into_any(),
        Page::Task(Task::Qualify) => view! { <vendors::qualify::QualifyPage/> }.into_any(),
        Page::Task(Task::Cases) => view! { <vendors::cases::CasesPage/> }.into_any(),
        _ => view! { <vendors::capability::CapabilityPage/> }.into_any(),
    })
}

#[wasm_split(offers, wasm_split_path = leptos::wasm_split, fallible)]
fn offers_page(page: Page) -> Shown {
    Ok(match page {
        Page::Task(Task::Pilot) => view! { <vendors::pilot::PilotPage/> }.into_any(),
        _ => view! { <vendors::proposals::ProposalsPage/> }.into_any(),
    })
}

#[wasm_split(decision, wasm_split_path = leptos::wasm_split, fallible)]
fn decision_page() -> Shown {
    Ok(view! { <vendors::decide::DecidePage/> }.into_any())
}

#[wasm_split(opinions, wasm_split_path = leptos::wasm_split, fallible)]
fn opinions_part(shown: Opinions) -> Shown {
    Ok(match shown {
        Opinions::All => vendors::decide::second_opinions::second_opinions(),
        Opinions::Published => vendors::decide::second_opinions::opinions(false),
    })
}

#[wasm_split(readings, wasm_split_path = leptos::wasm_split, fallible)]
fn readings_part(vendor: Kept<Option<Id<Vendor>>>) -> Shown {
    Ok(performance::readings::readings(vendor))
}

#[wasm_split(weighing, wasm_split_path = leptos::wasm_split, fallible)]
fn weighing_part(offered: Weighing) -> Shown {
    Ok(vendors::weighing::weighing(offered))
}

#[wasm_split(cadence, wasm_split_path = leptos::wasm_split, fallible)]
fn cadence_page(page: Page) -> Shown {
    Ok(match page {
        Page::Sites => view! { <collaboration::sites::SitesPage/> }.into_any(),
        _ => view! { <collaboration::cadence::CadencePage/> }.into_any(),
    })
}

#[wasm_split(work, wasm_split_path = leptos::wasm_split, fallible)]
fn work_page(page: Page) -> Shown {
    Ok(match page {
        Page::Task(Task::Milestones) => view! { <collaboration::milestones::MilestonesPage/> }.into_any(),
        Page::Task(Task::Quality) => view! { <collaboration::quality::QualityPage/> }.into_any(),
        _ => view! { <collaboration::channels::ChannelsPage/> }.into_any(),
    })
}

#[wasm_split(response, wasm_split_path = leptos::wasm_split, fallible)]
fn response_page() -> Shown {
    Ok(view! { <collaboration::response::ResponsePage/> }.into_any())
}

#[wasm_split(log, wasm_split_path = leptos::wasm_split, fallible)]
fn log_page() -> Shown {
    Ok(view! { <collaboration::log::LogPage/> }.into_any())
}

#[wasm_split(history, wasm_split_path = leptos::wasm_split, fallible)]
fn history_part() -> Shown {
    Ok(collaboration::log::history::history())
}

#[wasm_split(risks, wasm_split_path = leptos::wasm_split, fallible)]
fn risks_page(page: Page) -> Shown {
    Ok(match page {
        Page::Task(Task::Map) => view! { <risk::map::MapPage/> }.into_any(),
        Page::Task(Task::Plans) => view! { <risk::plans::PlansPage/> }.into_any(),
        _ => view! { <risk::register::RegisterPage/> }.into_any(),
    })
}

#[wasm_split(security, wasm_split_path = leptos::wasm_split, fallible)]
fn security_page() -> Shown {
    Ok(view! { <risk::security::SecurityPage/> }.into_any())
}

#[wasm_split(dependence, wasm_split_path = leptos::wasm_split, fallible)]
fn dependence_page() -> Shown {
    Ok(view! { <risk::dependence::DependencePage/> }.into_any())
}

#[wasm_split(kpis, wasm_split_path = leptos::wasm_split, fallible)]
fn kpis_page() -> Shown {
    Ok(view! { <performance::kpis::KpisPage/> }.into_any())
}

#[wasm_split(reviews, wasm_split_path = leptos::wasm_split, fallible)]
fn reviews_page(page: Page) -> Shown {
    Ok(match page {
        Page::Improvement => view! { <performance::improvement::ImprovementPage/> }.into_any(),
        _ => view! { <performance::reviews::ReviewsPage/> }.into_any(),
    })
}

#[wasm_split(payment, wasm_split_path = leptos::wasm_split, fallible)]
fn payment_page() -> Shown {
    Ok(view! { <performance::payment::PaymentPage/> }.into_any())
}

#[wasm_split(credits, wasm_split_path = leptos::wasm_split, fallible)]
fn credits_page() -> Shown {
    Ok(view! { <performance::credits::CreditsPage/> }.into_any())
}

#[wasm_split(import, wasm_split_path = leptos::wasm_split, fallible)]
fn import_page() -> Shown {
    Ok(view! { <pages::import::ImportPage/> }.into_any())
}

#[wasm_split(aside, wasm_split_path = leptos::wasm_split, fallible)]
fn aside_page(route: Route) -> Shown {
    Ok(match route {
        Route::New => view! { <pages::start::NewPage/> }.into_any(),
        Route::Settings => view! { <pages::settings::SettingsPage/> }.into_any(),
        Route::Help => view! { <pages::help::HelpPage/> }.into_any(),
        _ => view! { <pages::settings::ProjectSettingsPage/> }.into_any(),
    })
}

#[wasm_split(aside, wasm_split_path = leptos::wasm_split, fallible)]
fn search_layer(route: Kept<Route>) -> Shown {
    Ok(view! { <pages::frame::search::Search route/> }.into_any())
}
