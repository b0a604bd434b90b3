//! The app as a whole: contexts, the address, and which page it shows.

mod parcels;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::parcels::{Arrival, Parcel, Parcels};
use crate::domain::profile::Profile;
use crate::domain::sheet::Sheet as Handed;
use crate::exchange::readings::parse_number;
use crate::i18n::context::{provide_words, use_words};
use crate::pages::collaboration::log::ShowsHistory;
use crate::pages::documents::word::{WritesWord, Written};
use crate::pages::frame::keys::SearchOpen;
use crate::pages::performance::credits::ShowsRehearsal;
use crate::pages::performance::payment::ShowsAhead;
use crate::pages::performance::readings::ShowsReadings;
use crate::pages::team::raci::ShowsIncoming;
use crate::pages::vendors::decide::ShowsBeside;
use crate::pages::vendors::weighing::ShowsWeighing;
use crate::pages::{self, frame};
use crate::platform::{gate, page};
use crate::routes::{Location, Page, Route};
use crate::state::library::Library;
use crate::state::matrix::provide_matrix;
use crate::state::notices::{Notice, Notices, use_notices};
use crate::state::papers::provide_tongues;
use crate::state::preferences::Preferences;
use crate::state::workspace::Workspace;
use crate::ui::button::Button;
use crate::ui::empty_state::EmptyState;
use crate::ui::field::ReadOnly;
use crate::ui::live::{Kept, Show, fact, follow, kept, live};
use crate::ui::number_field::NumberReading;
use crate::ui::sheet::Sheet;

/// How long after the start the parts nobody asked for yet are fetched.
const IDLE: std::time::Duration = std::time::Duration::from_millis(1500);

/// Where the user is, shared through context.
#[derive(Clone, Copy)]
pub struct Here(pub RwSignal<Location>);

/// Starts the app.
pub fn start() {
    gate::set_panic_hook();
    leptos::mount::mount_to_body(App);
    gate::ready();
}

/// Shows the whole app.
#[component]
fn App() -> impl IntoView {
    let preferences = Preferences::load();
    let workspace = Workspace::new();
    let notices = Notices::new();
    provide_words(preferences.language());
    let words = use_words();
    let sheet_name = Callback::new(move |sheet: Handed| {
        let text = words.now();
        let whose = match &sheet {
            Handed::Scores(sheet) => sheet.evaluator.name.as_str(),
            Handed::Answers(sheet) => text.common.side(sheet.side),
        };
        format!("{}-{whose}", (text.overview.sheet_file)(sheet.kind(), sheet.state()))
    });
    let library = Library::start(workspace, notices, sheet_name);
    let here = RwSignal::new(Location::parse(&page::hash()));
    provide_context(preferences);
    provide_context(workspace);
    provide_matrix(workspace);
    provide_context(notices);
    provide_context(library);
    provide_tongues();
    provide_context(Here(here));
    // Only the pages of a project are held by its right to edit; settings and forms of their own are not.
    let is_project = Memo::new(move |_| matches!(here.get().route, Route::Project(..)));
    provide_context(ReadOnly(Signal::derive(move || is_project.get() && workspace.is_read_only().get())));
    provide_context(NumberReading {
        read: parse_number,
        explain: Callback::new(move |raw: String| (words.get().common.not_a_number)(&raw)),
        explain_range: Callback::new(move |(min, max): (Option<f64>, Option<f64>)| {
            (words.get().common.not_in_range)(min, max)
        }),
    });
    page::on_hash_change(move || {
        #[cfg(feature = "fault-switch")]
        assert!(page::hash() != "/fault", "the fault switch was thrown");
        here.set(Location::parse(&page::hash()));
        notices.turn_page();
    });
    frame::keys::listen(here, workspace, library, notices, preferences);
    view! { <Shown here/> }
}

/// Opens the project of the address and shows the page.
#[component]
fn Shown(here: RwSignal<Location>) -> impl IntoView {
    let library = crate::state::library::use_library();
    let workspace = crate::state::workspace::use_workspace();
    let words = use_words();
    let route = kept(move || {
        let route = here.get().route;
        if let Route::Project(_, page) = route {
            library.watch(page == Page::Projector);
        }
        match route {
            Route::Project(id, _) if library.open(id).is_err() && workspace.project_now().id != id => {
                Route::Unknown
            }
            // Where only a sheet is, nothing else is shown.
            Route::Project(id, page) => match (workspace.section_now::<Profile>().sheet_kind(), page) {
                (Some(kind), _) => Route::Project(id, Page::Sheet(kind)),
                (None, Page::Sheet(_)) => Route::Unknown,
                (None, _) => route,
            },
            other => other,
        }
    });
    // The title names the page, never what the user wrote: histories are synchronised by browsers.
    follow(move || page::set_title(&pages::title(words.get(), route.get())));
    let parcels = Parcels::new();
    let arrival = kept(move || parcels.arrival_of(route.get()));
    let fetch = move || {
        if let Some(parcel) = Parcel::of(route.get_untracked()) {
            spawn_local(async move {
                parcels.fetch(parcel).await;
            });
        }
    };
    follow(move || {
        route.track();
        fetch();
    });
    // The rest comes while the user reads, so that a page opens at once, with or without a network.
    set_timeout(move || spawn_local(parcels.fetch_all()), IDLE);
    Effect::new(move |reached: Option<Option<Location>>| {
        let now = here.get();
        let is_first = reached.is_none();
        let reached = reached.flatten();
        match arrival.get() {
            Arrival::Here => (),
            Arrival::Awaited => return reached,
            // What is said there is to be heard; the way leads on once the page comes after all.
            Arrival::Failed => {
                reach(None);
                return reached;
            }
        }
        let is_new = if is_first { now.selected.is_some() } else { reached.as_ref() != Some(&now) };
        if is_new {
            reach(now.selected.clone());
        }
        Some(now)
    });
    let weighing = move |offered| part(parcels, Parcel::Weighing, move || parcels::weighing(offered));
    provide_context(ShowsWeighing(Callback::new(weighing)));
    let incoming = move |shown| part(parcels, Parcel::Incoming, move || parcels::incoming(shown));
    provide_context(ShowsIncoming(Callback::new(incoming)));
    let beside = move |shown| part(parcels, Parcel::Beside, move || parcels::beside(shown));
    provide_context(ShowsBeside(Callback::new(beside)));
    let readings = move |vendor| part(parcels, Parcel::Readings, move || parcels::readings(vendor));
    provide_context(ShowsReadings(Callback::new(readings)));
    let rehearsal = move |vendor| part(parcels, Parcel::Rehearsal, move || parcels::rehearsal(vendor));
    provide_context(ShowsRehearsal(Callback::new(rehearsal)));
    let ahead = move |shown| part(parcels, Parcel::Ahead, move || parcels::ahead(shown));
    provide_context(ShowsAhead(Callback::new(ahead)));
    provide_context(ShowsHistory(Callback::new(move |()| part(parcels, Parcel::History, parcels::history))));
    let word = move |asked| -> Written {
        Box::pin(async move { if parcels.fetch(Parcel::Word).await { parcels::word(asked) } else { None } })
    };
    provide_context(WritesWord(Callback::new(word)));
    view! {
        <frame::Frame route>
            {live(move || match route.get() {
                Route::Start => view! { <pages::start::StartPage/> }.into_any(),
                Route::Unknown => view! { <pages::start::UnknownPage/> }.into_any(),
                Route::Project(_, Page::Overview) => view! { <pages::overview::OverviewPage/> }.into_any(),
                other => match arrival.get() {
                    Arrival::Here => parcels::show(other).into_any(),
                    arrival => not_here(other, arrival == Arrival::Failed, fetch),
                },
            })}
        </frame::Frame>
        <SearchLayer route parcels/>
    }
}

/// Moves the focus to what an address leads to, once it is there.
fn reach(selected: Option<String>) {
    let go = move || {
        let Some(clause) = &selected else {
            let _ = page::focus("#page-title");
            return;
        };
        if page::focus(&format!("[id=\"c-{clause}\"]")) {
            return;
        }
        if page::is_coming() {
            reach(selected);
        } else {
            // A clause that is gone still leads to its page.
            let _ = page::focus("#page-title");
        }
    };
    set_timeout(go, std::time::Duration::from_millis(30));
}

/// Shows the search once its part is here; whoever opens it before that fetches it.
#[component]
fn SearchLayer(route: Kept<Route>, parcels: Parcels) -> impl IntoView {
    let open = expect_context::<SearchOpen>().0;
    let notices = use_notices();
    follow(move || {
        if open.get() {
            spawn_local(async move {
                if !parcels.fetch(Parcel::Aside).await {
                    open.set(false);
                    notices.show(Notice::NotLoaded);
                }
            });
        }
    });
    let is_here = fact(move || parcels.arrival(Parcel::Aside) == Arrival::Here);
    view! { <Show when=is_here>{parcels::search(route)}</Show> }
}

/// Shows a part of a page once it is here. It is fetched with the first page that holds it.
fn part(
    parcels: Parcels,
    parcel: Parcel,
    show: impl Fn() -> Option<AnyView> + Copy + Send + Sync + 'static,
) -> AnyView {
    let fetch = move || {
        spawn_local(async move {
            parcels.fetch(parcel).await;
        });
    };
    fetch();
    let arrival = kept(move || parcels.arrival(parcel));
    live(move || match arrival.get() {
        Arrival::Here => show().into_any(),
        // Whoever follows a link to something in it waits for it.
        Arrival::Awaited => view! { <div aria-busy="true"></div> }.into_any(),
        Arrival::Failed => not_come(fetch),
    })
    .into_any()
}

/// Says that a part did not come, and fetches it again.
fn not_come(fetch: impl Fn() + Send + Sync + 'static) -> AnyView {
    let words = use_words();
    view! {
        <EmptyState sentence=words.s(|t| t.frame.page_failed)>
            <Button label=words.s(|t| t.frame.page_again) on_press=move |()| fetch()/>
        </EmptyState>
    }
    .into_any()
}

/// Stands where a page will be while its part is on its way, or says that it did not come.
fn not_here(route: Route, has_failed: bool, fetch: impl Fn() + Send + Sync + 'static) -> AnyView {
    let words = use_words();
    let title = words.built(move |text| pages::route_name(text, route).to_owned());
    let body = if has_failed {
        not_come(fetch)
    } else {
        view! { <p role="status" class="awaited">{words.s(|t| t.frame.page_awaited)}</p> }.into_any()
    };
    view! { <Sheet title>{body}</Sheet> }.into_any()
}
