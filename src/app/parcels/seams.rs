//! Where the app is taken apart: what only one of these functions reaches travels with its part.

// The macro writes the seam between two Wasm files: an exported function there, an imported one here.
#![allow(unsafe_code)]

use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

use crate::app::parcels::Parcel;
use crate::documents::paper::Paper;
use crate::documents::paper::word::{self, Bitmap};
use crate::domain::ids::Id;
use crate::domain::paper::PaperKind;
use crate::domain::selection::Vendor;
use crate::domain::task::Task;
use crate::pages::performance::payment::Ahead;
use crate::pages::team::raci::Incoming;
use crate::pages::vendors::decide::Beside;
use crate::pages::vendors::weighing::Weighing;
use crate::pages::{self, collaboration, performance, requirements, risk, team, vendors};
use crate::routes::{Page, Route};
use crate::ui::live::Kept;

/// What a part shows, unless it could not be loaded.
pub type Shown = Result<AnyView, SplitLoaderError>;

/// Fetches a part.
///
/// # Errors
///
/// When it could not be loaded.
pub async fn load(parcel: Parcel) -> Result<(), SplitLoaderError> {
    match parcel {
        Parcel::Goals => __wasm_split_preload_goals_page().await,
        Parcel::Requirements => __wasm_split_preload_requirements_page().await,
        Parcel::Workshop => __wasm_split_preload_workshop_page().await,
        Parcel::Agreement => __wasm_split_preload_agreement_page().await,
        Parcel::People => __wasm_split_preload_people_page().await,
        Parcel::Matrix => __wasm_split_preload_matrix_page().await,
        Parcel::Incoming => __wasm_split_preload_incoming_part().await,
        Parcel::Vendors => __wasm_split_preload_vendors_page().await,
        Parcel::Steps => __wasm_split_preload_steps_page().await,
        Parcel::Offers => __wasm_split_preload_offers_page().await,
        Parcel::Decision => __wasm_split_preload_decision_page().await,
        Parcel::Beside => __wasm_split_preload_beside_part().await,
        Parcel::Weighing => __wasm_split_preload_weighing_part().await,
        Parcel::Cadence => __wasm_split_preload_cadence_page().await,
        Parcel::Work => __wasm_split_preload_work_page().await,
        Parcel::Response => __wasm_split_preload_response_page().await,
        Parcel::Log => __wasm_split_preload_log_page().await,
        Parcel::History => __wasm_split_preload_history_part().await,
        Parcel::Risks => __wasm_split_preload_risks_page().await,
        Parcel::Security => __wasm_split_preload_security_page().await,
        Parcel::Dependence => __wasm_split_preload_dependence_page().await,
        Parcel::Readings => __wasm_split_preload_readings_part().await,
        Parcel::Kpis => __wasm_split_preload_kpis_page().await,
        Parcel::Reviews => __wasm_split_preload_reviews_page().await,
        Parcel::Payment => __wasm_split_preload_payment_page().await,
        Parcel::Ahead => __wasm_split_preload_ahead_part().await,
        Parcel::Credits => __wasm_split_preload_credits_page().await,
        Parcel::Rehearsal => __wasm_split_preload_rehearsal_part().await,
        Parcel::Documents => __wasm_split_preload_documents_page().await,
        Parcel::Word => __wasm_split_preload_word_file().await,
        Parcel::Import => __wasm_split_preload_import_page().await,
        // Each of the two has a loader of its own, though they come in one file.
        Parcel::Aside => {
            __wasm_split_preload_aside_page().await?;
            __wasm_split_preload_search_layer().await
        }
    }
}

#[wasm_split(goals, wasm_split_path = leptos::wasm_split, fallible)]
pub fn goals_page(page: Page) -> Shown {
    Ok(match page {
        Page::Task(Task::Screening) => view! { <requirements::screening::ScreeningPage/> }.into_any(),
        _ => view! { <requirements::goals::GoalsPage/> }.into_any(),
    })
}

#[wasm_split(requirements, wasm_split_path = leptos::wasm_split, fallible)]
pub fn requirements_page(page: Page) -> Shown {
    Ok(match page {
        Page::Task(Task::Scope) => view! { <requirements::scope::ScopePage/> }.into_any(),
        _ => view! { <requirements::sla::SlaPage/> }.into_any(),
    })
}

#[wasm_split(workshop, wasm_split_path = leptos::wasm_split, fallible)]
pub fn workshop_page(page: Page) -> Shown {
    Ok(match page {
        Page::Workshop => view! { <requirements::workshop::WorkshopPage/> }.into_any(),
        Page::Projector => view! { <requirements::workshop::projector::ProjectorPage/> }.into_any(),
        Page::Understanding => view! { <requirements::understanding::UnderstandingPage/> }.into_any(),
        _ => view! { <requirements::understanding::answering::AnswersPage/> }.into_any(),
    })
}

#[wasm_split(agreement, wasm_split_path = leptos::wasm_split, fallible)]
pub fn agreement_page(page: Page) -> Shown {
    Ok(match page {
        Page::Trace => view! { <requirements::trace::TracePage/> }.into_any(),
        _ => view! { <requirements::signoff::SignOffPage/> }.into_any(),
    })
}

#[wasm_split(people, wasm_split_path = leptos::wasm_split, fallible)]
pub fn people_page() -> Shown {
    Ok(view! { <team::people::PeoplePage/> }.into_any())
}

#[wasm_split(matrix, wasm_split_path = leptos::wasm_split, fallible)]
pub fn matrix_page() -> Shown {
    Ok(view! { <team::raci::RaciPage/> }.into_any())
}

#[wasm_split(incoming, wasm_split_path = leptos::wasm_split, fallible)]
pub fn incoming_part(incoming: Incoming) -> Shown {
    Ok(team::raci::shown_incoming(incoming))
}

#[wasm_split(vendors, wasm_split_path = leptos::wasm_split, fallible)]
pub fn vendors_page(page: Page) -> Shown {
    Ok(match page {
        Page::Vendor(id) => view! { <vendors::file::VendorPage id/> }.into_any(),
        _ => view! { <vendors::BoardPage/> }.into_any(),
    })
}

#[wasm_split(steps, wasm_split_path = leptos::wasm_split, fallible)]
pub fn steps_page(page: Page) -> Shown {
    Ok(match page {
        Page::Sheet(_) => view! { <vendors::capability::SheetPage/> }.into_any(),
        Page::Task(Task::Qualify) => view! { <vendors::qualify::QualifyPage/> }.into_any(),
        Page::Task(Task::Cases) => view! { <vendors::cases::CasesPage/> }.into_any(),
        _ => view! { <vendors::capability::CapabilityPage/> }.into_any(),
    })
}

#[wasm_split(offers, wasm_split_path = leptos::wasm_split, fallible)]
pub fn offers_page(page: Page) -> Shown {
    Ok(match page {
        Page::Task(Task::Pilot) => view! { <vendors::pilot::PilotPage/> }.into_any(),
        _ => view! { <vendors::proposals::ProposalsPage/> }.into_any(),
    })
}

#[wasm_split(decision, wasm_split_path = leptos::wasm_split, fallible)]
pub fn decision_page() -> Shown {
    Ok(view! { <vendors::decide::DecidePage/> }.into_any())
}

#[wasm_split(beside, wasm_split_path = leptos::wasm_split, fallible)]
pub fn beside_part(beside: Beside) -> Shown {
    Ok(vendors::decide::shown_beside(beside))
}

#[wasm_split(readings, wasm_split_path = leptos::wasm_split, fallible)]
pub fn readings_part(vendor: Kept<Option<Id<Vendor>>>) -> Shown {
    Ok(performance::readings::readings(vendor))
}

#[wasm_split(weighing, wasm_split_path = leptos::wasm_split, fallible)]
pub fn weighing_part(offered: Weighing) -> Shown {
    Ok(vendors::weighing::weighing(offered))
}

#[wasm_split(cadence, wasm_split_path = leptos::wasm_split, fallible)]
pub fn cadence_page(page: Page) -> Shown {
    Ok(match page {
        Page::Sites => view! { <collaboration::sites::SitesPage/> }.into_any(),
        _ => view! { <collaboration::cadence::CadencePage/> }.into_any(),
    })
}

#[wasm_split(work, wasm_split_path = leptos::wasm_split, fallible)]
pub fn work_page(page: Page) -> Shown {
    Ok(match page {
        Page::Task(Task::Milestones) => view! { <collaboration::milestones::MilestonesPage/> }.into_any(),
        Page::Task(Task::Quality) => view! { <collaboration::quality::QualityPage/> }.into_any(),
        _ => view! { <collaboration::channels::ChannelsPage/> }.into_any(),
    })
}

#[wasm_split(response, wasm_split_path = leptos::wasm_split, fallible)]
pub fn response_page() -> Shown {
    Ok(view! { <collaboration::response::ResponsePage/> }.into_any())
}

#[wasm_split(log, wasm_split_path = leptos::wasm_split, fallible)]
pub fn log_page() -> Shown {
    Ok(view! { <collaboration::log::LogPage/> }.into_any())
}

#[wasm_split(history, wasm_split_path = leptos::wasm_split, fallible)]
pub fn history_part() -> Shown {
    Ok(collaboration::log::history::history())
}

#[wasm_split(risks, wasm_split_path = leptos::wasm_split, fallible)]
pub fn risks_page(page: Page) -> Shown {
    Ok(match page {
        Page::Task(Task::Map) => view! { <risk::map::MapPage/> }.into_any(),
        Page::Task(Task::Plans) => view! { <risk::plans::PlansPage/> }.into_any(),
        _ => view! { <risk::register::RegisterPage/> }.into_any(),
    })
}

#[wasm_split(security, wasm_split_path = leptos::wasm_split, fallible)]
pub fn security_page() -> Shown {
    Ok(view! { <risk::security::SecurityPage/> }.into_any())
}

#[wasm_split(dependence, wasm_split_path = leptos::wasm_split, fallible)]
pub fn dependence_page() -> Shown {
    Ok(view! { <risk::dependence::DependencePage/> }.into_any())
}

#[wasm_split(kpis, wasm_split_path = leptos::wasm_split, fallible)]
pub fn kpis_page() -> Shown {
    Ok(view! { <performance::kpis::KpisPage/> }.into_any())
}

#[wasm_split(reviews, wasm_split_path = leptos::wasm_split, fallible)]
pub fn reviews_page(page: Page) -> Shown {
    Ok(match page {
        Page::Improvement => view! { <performance::improvement::ImprovementPage/> }.into_any(),
        _ => view! { <performance::reviews::ReviewsPage/> }.into_any(),
    })
}

#[wasm_split(payment, wasm_split_path = leptos::wasm_split, fallible)]
pub fn payment_page() -> Shown {
    Ok(view! { <performance::payment::PaymentPage/> }.into_any())
}

#[wasm_split(credits, wasm_split_path = leptos::wasm_split, fallible)]
pub fn credits_page() -> Shown {
    Ok(view! { <performance::credits::CreditsPage/> }.into_any())
}

#[wasm_split(ahead, wasm_split_path = leptos::wasm_split, fallible)]
pub fn ahead_part(ahead: Ahead) -> Shown {
    Ok(performance::payment::shown_ahead(ahead))
}

#[wasm_split(rehearsal, wasm_split_path = leptos::wasm_split, fallible)]
pub fn rehearsal_part(vendor: Kept<Option<Id<Vendor>>>) -> Shown {
    Ok(performance::credits::rehearsal_part(vendor))
}

#[wasm_split(documents, wasm_split_path = leptos::wasm_split, fallible)]
pub fn documents_page(page: Page) -> Shown {
    let kind = match page {
        Page::Paper(kind) => kind,
        _ => PaperKind::Specification,
    };
    Ok(view! { <pages::documents::DocumentsPage kind/> }.into_any())
}

#[wasm_split(word, wasm_split_path = leptos::wasm_split, fallible)]
pub fn word_file(
    papers: Vec<Paper>,
    pictures: Vec<Option<Bitmap>>,
) -> Result<Option<Vec<u8>>, SplitLoaderError> {
    Ok(word::write(&papers, &pictures).ok())
}

#[wasm_split(import, wasm_split_path = leptos::wasm_split, fallible)]
pub fn import_page() -> Shown {
    Ok(view! { <pages::import::ImportPage/> }.into_any())
}

#[wasm_split(aside, wasm_split_path = leptos::wasm_split, fallible)]
pub fn aside_page(route: Route) -> Shown {
    Ok(match route {
        Route::New => view! { <pages::start::NewPage/> }.into_any(),
        Route::Settings => view! { <pages::settings::SettingsPage/> }.into_any(),
        Route::Help => view! { <pages::help::HelpPage/> }.into_any(),
        _ => view! { <pages::settings::ProjectSettingsPage/> }.into_any(),
    })
}

#[wasm_split(aside, wasm_split_path = leptos::wasm_split, fallible)]
pub fn search_layer(route: Kept<Route>) -> Shown {
    Ok(view! { <pages::frame::search::Search route/> }.into_any())
}
