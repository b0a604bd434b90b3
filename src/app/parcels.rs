//! The app in parts: the frame comes first, the pages of a stage when somebody first goes there, or when the browser
//! has nothing else to do. Which code belongs to which part is worked out after the build (`cargo xtask postbuild`).

mod seams;

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use leptos::prelude::*;
use leptos::wasm_split::SplitLoaderError;

use crate::domain::ids::Id;
use crate::domain::selection::Vendor;
use crate::domain::task::{Stage, Task};
use crate::pages;
use crate::pages::documents::word::ToWrite;
use crate::pages::performance::payment::Ahead;
use crate::pages::team::raci::Incoming;
use crate::pages::vendors::decide::Beside;
use crate::pages::vendors::weighing::Weighing;
use crate::routes::{Page, Route};
use crate::ui::live::Kept;

/// A part that is loaded on its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Parcel {
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
    /// Stage 2: tables and templates on their way into the matrix.
    Incoming,
    /// Stage 3: the vendors and what is known of each.
    Vendors,
    /// Stage 3: the steps up to the scores.
    Steps,
    /// Stage 3: what vendors offer, and their pilots.
    Offers,
    /// Stage 3: the decision.
    Decision,
    /// Stage 3: what stands beside the decision, second opinions on it among that.
    Beside,
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
    /// Stage 6: what a statement leads to.
    Ahead,
    /// Stage 6: what a missed service level costs.
    Credits,
    /// Stage 6: a history replayed against the service levels.
    Rehearsal,
    /// What both parties sign.
    Documents,
    /// What both parties sign, as files of Word.
    Word,
    /// Taking in a file.
    Import,
    /// What the frame opens beside the stages: the five questions, settings, help and the search.
    Aside,
}

impl Parcel {
    /// Every part, in the order they are fetched ahead of their use.
    pub const ALL: [Self; 32] = [
        Self::Goals,
        Self::Requirements,
        Self::Workshop,
        Self::Agreement,
        Self::People,
        Self::Matrix,
        Self::Incoming,
        Self::Vendors,
        Self::Steps,
        Self::Offers,
        Self::Decision,
        Self::Beside,
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
        Self::Ahead,
        Self::Credits,
        Self::Rehearsal,
        Self::Documents,
        Self::Word,
        Self::Import,
        Self::Aside,
    ];

    /// Returns the part a page is in; the start comes with the frame.
    #[must_use]
    pub fn of(route: Route) -> Option<Self> {
        let page = match route {
            Route::Import => return Some(Self::Import),
            Route::New | Route::Settings | Route::Help | Route::Project(_, Page::Settings) => {
                return Some(Self::Aside);
            }
            Route::Project(_, Page::Paper(_)) => return Some(Self::Documents),
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
            state.set(if seams::load(parcel).await.is_ok() { Arrival::Here } else { Arrival::Failed });
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
        (Parcel::Goals, Route::Project(_, page)) => now(seams::goals_page(page)),
        (Parcel::Requirements, Route::Project(_, page)) => now(seams::requirements_page(page)),
        (Parcel::Workshop, Route::Project(_, page)) => now(seams::workshop_page(page)),
        (Parcel::Agreement, Route::Project(_, page)) => now(seams::agreement_page(page)),
        (Parcel::People, Route::Project(..)) => now(seams::people_page()),
        (Parcel::Matrix, Route::Project(..)) => now(seams::matrix_page()),
        (Parcel::Vendors, Route::Project(_, page)) => now(seams::vendors_page(page)),
        (Parcel::Steps, Route::Project(_, page)) => now(seams::steps_page(page)),
        (Parcel::Offers, Route::Project(_, page)) => now(seams::offers_page(page)),
        (Parcel::Decision, Route::Project(..)) => now(seams::decision_page()),
        (Parcel::Cadence, Route::Project(_, page)) => now(seams::cadence_page(page)),
        (Parcel::Work, Route::Project(_, page)) => now(seams::work_page(page)),
        (Parcel::Response, Route::Project(..)) => now(seams::response_page()),
        (Parcel::Log, Route::Project(..)) => now(seams::log_page()),
        (Parcel::Risks, Route::Project(_, page)) => now(seams::risks_page(page)),
        (Parcel::Security, Route::Project(..)) => now(seams::security_page()),
        (Parcel::Dependence, Route::Project(..)) => now(seams::dependence_page()),
        (Parcel::Kpis, Route::Project(..)) => now(seams::kpis_page()),
        (Parcel::Reviews, Route::Project(_, page)) => now(seams::reviews_page(page)),
        (Parcel::Payment, Route::Project(..)) => now(seams::payment_page()),
        (Parcel::Credits, Route::Project(..)) => now(seams::credits_page()),
        (Parcel::Documents, Route::Project(_, page)) => now(seams::documents_page(page)),
        (Parcel::Aside, _) => now(seams::aside_page(route)),
        _ => now(seams::import_page()),
    }
}

/// Shows the search, whose part is here.
#[must_use]
pub fn search(route: Kept<Route>) -> Option<AnyView> {
    now(seams::search_layer(route))
}

/// Shows the ways to weigh, whose part is here.
#[must_use]
pub fn weighing(offered: Weighing) -> Option<AnyView> {
    now(seams::weighing_part(offered))
}

/// Shows what is looked at before it comes into the matrix, whose part is here.
#[must_use]
pub fn incoming(shown: Incoming) -> Option<AnyView> {
    now(seams::incoming_part(shown))
}

/// Shows what stands beside the decision, whose part is here.
#[must_use]
pub fn beside(shown: Beside) -> Option<AnyView> {
    now(seams::beside_part(shown))
}

/// Shows the readings of a vendor, whose part is here.
#[must_use]
pub fn readings(vendor: Kept<Option<Id<Vendor>>>) -> Option<AnyView> {
    now(seams::readings_part(vendor))
}

/// Shows what a statement leads to, whose part is here.
#[must_use]
pub fn ahead(shown: Ahead) -> Option<AnyView> {
    now(seams::ahead_part(shown))
}

/// Shows the rehearsal with the figures of a vendor, whose part is here.
#[must_use]
pub fn rehearsal(vendor: Kept<Option<Id<Vendor>>>) -> Option<AnyView> {
    now(seams::rehearsal_part(vendor))
}

/// Shows the tickets from another system, whose part is here.
#[must_use]
pub fn history() -> Option<AnyView> {
    now(seams::history_part())
}

/// Writes papers as a file of Word, whose part is here.
#[must_use]
pub fn word((papers, pictures): ToWrite) -> Option<Vec<u8>> {
    now(seams::word_file(papers, pictures))?
}

/// Takes what is there at once: a view has to be made where its reactive owner is.
fn now<T>(shown: impl Future<Output = Result<T, SplitLoaderError>>) -> Option<T> {
    match pin!(shown).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(shown) => shown.ok(),
        Poll::Pending => None,
    }
}
