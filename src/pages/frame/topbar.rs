//! The bar above the page: which project, whether it is saved, undo, search, language, help.

use leptos::prelude::*;

use crate::domain::language::Language;
use crate::domain::profile::{Origin, Profile};
use crate::i18n::context::use_words;
use crate::pages::frame::keys::{SearchOpen, redo, undo};
use crate::routes::{Page, Route};
use crate::state::library::{Backup, SaveState, use_library};
use crate::state::notices::use_notices;
use crate::state::preferences::use_preferences;
use crate::state::workspace::use_workspace;
use crate::ui::icon::{Icon, IconMark};
use crate::ui::live::{Kept, Show, fact, live};
use crate::ui::menu::Menu;

/// Shows the bar.
#[component]
pub fn TopBar(
    /// Whether a project is shown.
    is_project: Kept<bool>,
) -> impl IntoView {
    let words = use_words();
    view! {
        <header class="topbar">
            <div class="project-menu"><Show when=fact(move || is_project.get())><ProjectMenu/></Show></div>
            <Show when=fact(move || is_project.get())><SaveWords/></Show>
            <div class="bar-tools">
                <Show when=fact(move || is_project.get())><UndoTools/></Show>
                <SearchTool/>
            </div>
            <LanguageSwitch/>
            <a href=Route::Help.href()>{words.s(|t| t.frame.help)}</a>
        </header>
    }
}

/// Switches the language in place.
#[component]
pub fn LanguageSwitch() -> impl IntoView {
    let preferences = use_preferences();
    let language = move |language: Language, label: &'static str, tag: &'static str| {
        view! {
            <button
                type="button"
                lang=tag
                aria-pressed=move || (preferences.language().get() == language).to_string()
                on:click=move |_| preferences.set_language(language)
            >
                {label}
            </button>
        }
    };
    view! {
        <span class="language">
            {language(Language::Zh, "中文", "zh-CN")}
            <span aria-hidden="true">"/"</span>
            {language(Language::En, "English", "en")}
        </span>
    }
}

/// Shows which project is open, with the way to the others.
#[component]
fn ProjectMenu() -> impl IntoView {
    let words = use_words();
    let library = use_library();
    let workspace = use_workspace();
    let label = Signal::derive(move || {
        let profile = workspace.section::<Profile>();
        let parts = [profile.client.name.as_str(), profile.name.as_str()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    });
    let others = live(move || {
        let present = workspace.id();
        let entries = library.entries().into_iter().filter(move |entry| entry.id != present);
        let items = entries.filter_map(|entry| {
            let name = entry.project?.profile.name.clone();
            Some(view! { <li><a href=Route::Project(entry.id, Page::Overview).href()>{name}</a></li> })
        });
        items.collect_view()
    });
    let is_sample = fact(move || workspace.section::<Profile>().origin == Origin::Sample);
    view! {
        <Menu label>
            {others}
            <li><a href=Route::Start.href()>{words.s(|t| t.frame.projects)}</a></li>
            <li><a href=Route::Settings.href()>{words.s(|t| t.frame.app_settings)}</a></li>
        </Menu>
        <Show when=is_sample><span class="hint">{words.s(|t| t.frame.sample_tag)}</span></Show>
    }
}

/// Says in two facts whether the work is saved.
#[component]
fn SaveWords() -> impl IntoView {
    let words = use_words();
    let library = use_library();
    let saved = live(move || {
        let text = words.get();
        match library.save_state() {
            SaveState::Untouched => view! { <span>{text.frame.nothing_saved}</span> }.into_any(),
            SaveState::Pending => view! { <span>{text.frame.saving}</span> }.into_any(),
            SaveState::Saved(time) => view! { <span>{(text.frame.saved_at)(&time)}</span> }.into_any(),
            SaveState::Failed(since, _) => view! {
                <span class="failed">{(text.frame.not_saved_since)(&since)}</span>
                " · "
                <button type="button" on:click=move |_| library.save_file()>{text.frame.save_file_action}</button>
            }
            .into_any(),
        }
    });
    let backup = live(move || {
        let text = words.get();
        match library.backup() {
            Backup::Never => text.frame.backup_never.to_owned(),
            Backup::DaysAgo(0) => text.frame.backup_today.to_owned(),
            Backup::DaysAgo(days) => (text.frame.backup_days)(days),
        }
    });
    view! {
        <p class="save-state">
            <span role="status">{saved}</span>
            " · "
            <span class:due=move || library.is_backup_due()>{backup}</span>
        </p>
    }
}

/// Shows undo with its history, and redo.
#[component]
fn UndoTools() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let notices = use_notices();
    let history = workspace.history();
    let nothing_past = fact(move || history.with(|history| history.past().next().is_none()).to_string());
    let nothing_next = fact(move || history.with(|history| history.next_redo().is_none()).to_string());
    let is_open = RwSignal::new(false);
    let list = live(move || {
        // Every change makes the history longer; nobody reads it while it is closed.
        if !is_open.get() {
            return ().into_any();
        }
        let text = words.get();
        let names: Vec<_> =
            history.with(|history| history.past().take(50).map(|step| text.history.name(step)).collect());
        if names.is_empty() {
            return view! { <li><span class="hint">{text.frame.history_empty}</span></li> }.into_any();
        }
        let items = names.into_iter().enumerate().map(|(place, name)| {
            let take_back = move |_| {
                for _ in 0..=place {
                    undo(workspace, notices);
                }
            };
            view! { <li><button type="button" on:click=take_back>{name}</button></li> }
        });
        items.collect_view().into_any()
    });
    view! {
        <button type="button" class="icon-button" title="Ctrl+Z" aria-label=move || words.get().frame.undo_action aria-disabled=nothing_past on:click=move |_| { undo(workspace, notices); }>
            <IconMark icon=Icon::Undo/>
        </button>
        <button type="button" class="icon-button" title="Ctrl+Y" aria-label=move || words.get().frame.redo_action aria-disabled=nothing_next on:click=move |_| { redo(workspace, notices); }>
            <IconMark icon=Icon::Redo/>
        </button>
        <Menu label=words.s(|t| t.frame.history_title) class="history" open=is_open>{list}</Menu>
    }
}

/// Opens the search.
#[component]
fn SearchTool() -> impl IntoView {
    let words = use_words();
    let open = expect_context::<SearchOpen>().0;
    view! {
        <button type="button" class="icon-button" title="Ctrl+K" aria-label=move || words.get().frame.search_action on:click=move |_| open.set(true)>
            <IconMark icon=Icon::Search/>
        </button>
    }
}
