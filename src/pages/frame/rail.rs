//! The rail: navigation and status, never a lock.

use leptos::prelude::*;

use crate::domain::paper::PaperKind;
use crate::domain::progress::{self, StageState};
use crate::domain::task::Stage;
use crate::i18n::context::use_words;
use crate::pages::frame::topbar::LanguageSwitch;
use crate::pages::{first_page, stage_of};
use crate::routes::{Page, Route};
use crate::state::matrix::use_matrix;
use crate::state::workspace::use_workspace;
use crate::ui::live::{Kept, kept, live};
use crate::ui::menu::Menu;

/// The page the documents open with.
const DOCUMENTS: Page = Page::Paper(PaperKind::Specification);

/// Shows the rail of the open project.
#[component]
pub fn Rail(
    /// The page shown.
    route: Kept<Route>,
) -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let project = kept(move || match route.get() {
        Route::Project(id, page) if !matches!(page, Page::Sheet(_)) => Some((id, page)),
        _ => None,
    });
    let matrix = use_matrix();
    let states = kept(move || {
        let project = workspace.project();
        let today = workspace.today();
        matrix.with(|matrix| Stage::ALL.map(|stage| progress::stage_state(&project, matrix, stage, today)))
    });
    let items = live(move || {
        let (id, page) = project.get()?;
        let text = words.get();
        let link = |target: Page,
                    number: String,
                    label: &'static str,
                    is_here: bool,
                    state: Option<StageState>,
                    class: &'static str| {
            let state = state.map(|state| {
                let kind = if state.problems > 0 { "problem" } else { "plain" };
                view! { <span class="state" data-kind=kind>{(text.overview.rail_state)(state)}</span> }
            });
            view! {
                <li class=class>
                    <a href=Route::Project(id, target).href() aria-current=is_here.then_some("page")>
                        <span class="number">{number}</span>
                        <span class="label">{label}</span>
                        {state}
                    </a>
                </li>
            }
        };
        let stages = Stage::ALL.into_iter().zip(states.get()).map(|(stage, state)| {
            let target = if stage == Stage::Vendors { Page::Vendors } else { first_page(stage) };
            link(
                target,
                stage.number().to_string(),
                text.common.stage(stage),
                stage_of(page) == Some(stage),
                Some(state),
                "",
            )
        });
        Some(view! {
            <ul>
                {link(Page::Overview, "0".to_owned(), text.frame.overview, page == Page::Overview, None, "")}
                {stages.collect_view()}
                {link(DOCUMENTS, String::new(), text.overview.documents_title, matches!(page, Page::Paper(_)), None, "wide-label after-rule")}
                {link(Page::Settings, String::new(), text.frame.settings, page == Page::Settings, None, "wide-label")}
            </ul>
            // On a phone the strip holds the numbers only; what else the bar has stands in here.
            <Menu label=text.frame.menu_action.to_owned() class="rail-menu">
                <li><a href=Route::Project(id, DOCUMENTS).href()>{text.overview.documents_title}</a></li>
                <li><a href=Route::Project(id, Page::Settings).href()>{text.frame.settings}</a></li>
                <li><a href=Route::Settings.href()>{text.frame.app_settings}</a></li>
                <li><a href=Route::Start.href()>{text.frame.projects}</a></li>
                <li><a href=Route::Help.href()>{text.frame.help}</a></li>
                <li><LanguageSwitch/></li>
            </Menu>
        })
    });
    view! { <nav class="rail" aria-label=move || words.get().frame.rail_label>{items}</nav> }
}
