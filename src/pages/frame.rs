//! The frame around every page: rail, top bar, notices, toast.

pub mod keys;
pub mod rail;
pub mod search;
pub mod topbar;

use leptos::prelude::*;

use crate::domain::language::Language;
use crate::domain::profile::{Origin, Profile};
use crate::domain::task::Task;
use crate::exchange::store::SaveError;
use crate::i18n::context::use_words;
use crate::routes::{Page, Route};
use crate::state::library::{SaveState, use_library};
use crate::state::notices::{Notice as News, use_notices};
use crate::state::place;
use crate::state::renewal;
use crate::state::workspace::use_workspace;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::live::{Kept, Show, fact, kept, live};
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::toast::Toast;

/// Shows the frame with a page in it.
#[component]
pub fn Frame(
    /// The page shown.
    route: Kept<Route>,
    /// The page.
    children: Children,
) -> impl IntoView {
    let words = use_words();
    let is_project = kept(move || matches!(route.get(), Route::Project(..)));
    // A place that holds one sheet has nowhere else to go.
    let is_alone = kept(move || matches!(route.get(), Route::Project(_, Page::Sheet(_))));
    // The room sees the page alone.
    let is_projected = kept(move || matches!(route.get(), Route::Project(_, Page::Projector)));
    view! {
        <a class="skip-link" href="#page-title" on:click=move |event| {
            event.prevent_default();
            let _ = crate::state::focus::title();
        }>{words.s(|t| t.frame.skip_link)}</a>
        <div class="frame" class:bare=move || !is_project.get() || is_alone.get() class:alone=move || is_alone.get() class:projected=move || is_projected.get()>
            <a class="wordmark" href=Route::Start.href()>
                <crate::pages::half_seal::Mark/>
                {live(move || match words.get().language {
                    Language::Zh => view! { <span class="name">"合契 "<small lang="en">"Halfseal"</small></span> },
                    Language::En => view! { <span class="name">"Halfseal "<small lang="zh-CN">"合契"</small></span> },
                })}
            </a>
            <topbar::TopBar is_project/>
            <rail::Rail route/>
            <main class="main" id="main">
                <Show when=fact(move || is_project.get() && !is_projected.get())><Notices/></Show>
                {children()}
            </main>
        </div>
        <ToastPlace/>
    }
}

/// Shows what lasts: not saved, read-only, backup due.
#[component]
fn Notices() -> impl IntoView {
    let words = use_words();
    let library = use_library();
    let workspace = use_workspace();
    let failed = kept(move || match library.save_state() {
        SaveState::Failed(since, error) => Some((since, error)),
        _ => None,
    });
    let is_published = fact(move || workspace.section::<Profile>().origin == Origin::PublishedCase);
    let copy = move |()| {
        let id = library.copy();
        place::go(Route::Project(id, Page::Task(Task::Decide)));
    };
    let has_newer = renewal::has_newer();
    let renew = move |()| {
        // What is on its way into the storage arrives first; where it cannot, the page stays and says so.
        if library.flush() {
            renewal::renew();
        }
    };
    let save_file = move || {
        view! {
            <Button kind=ButtonKind::Small label=words.s(|t| t.frame.save_file_action) on_press=move |()| library.save_file()/>
        }
    };
    view! {
        {live(move || failed.get().map(|(since, error)| {
            let title = words.built(move |t| format!("{}.", (t.frame.not_saved_since)(&since)));
            let body = words.s(move |t| match error {
                SaveError::Conflict => t.frame.not_saved_conflict,
                SaveError::Storage | SaveError::NotWritable => t.frame.not_saved_full,
            });
            view! { <Notice kind=NoticeKind::Error title body>{save_file()}</Notice> }
        }))}
        <Show when=fact(move || library.has_stranded())>
            <Notice kind=NoticeKind::Error title=words.s(|t| t.frame.stranded_title) body=words.s(|t| t.frame.stranded_body)>
                <Button kind=ButtonKind::Small label=words.s(|t| t.frame.save_all_action) on_press=move |()| library.save_all()/>
            </Notice>
        </Show>
        <Show when=fact(move || library.is_elsewhere().get())>
            <Notice kind=NoticeKind::Plain title=words.s(|t| t.frame.read_only_title) body=words.s(|t| t.frame.read_only_body)>
                <Button kind=ButtonKind::Small label=words.s(|t| t.frame.edit_here_action) on_press=move |()| library.hold(true)/>
            </Notice>
        </Show>
        <Show when=fact(move || has_newer.get())>
            <Notice kind=NoticeKind::Plain title=words.s(|t| t.frame.newer_title) body=words.s(|t| t.frame.newer_body)>
                <Button kind=ButtonKind::Small label=words.s(|t| t.frame.renew_action) on_press=renew/>
            </Notice>
        </Show>
        <Show when=is_published>
            <Notice kind=NoticeKind::Plain title=words.s(|t| t.frame.published_title) body=words.s(|t| t.frame.published_body)>
                <Button kind=ButtonKind::Small label=words.s(|t| t.frame.copy_action) on_press=copy/>
            </Notice>
        </Show>
        <Show when=fact(move || library.is_backup_due() && failed.get().is_none())>
            <Notice kind=NoticeKind::Warning title=words.s(|t| t.frame.backup_due_title) body=words.s(|t| t.frame.backup_due_body)>
                {save_file()}
            </Notice>
        </Show>
    }
}

/// Shows the short word about what just happened.
#[component]
fn ToastPlace() -> impl IntoView {
    let words = use_words();
    let notices = use_notices();
    let workspace = use_workspace();
    let message = Signal::derive(move || {
        let text = words.get();
        notices.shown().map(|(number, news)| {
            let shown = match news {
                News::Done(step) => text.history.name(&step),
                News::Undone(step) => (text.frame.undone)(&text.history.name(&step)),
                News::Redone(step) => (text.frame.redone)(&text.history.name(&step)),
                News::NotLoaded => text.frame.not_loaded.to_owned(),
                News::FileSaved(name) => (text.frame.file_saved)(&name),
                News::FileSavedWithout(name, count) => (text.frame.file_saved_without)(&name, count),
                News::NothingNew => text.frame.nothing_new.to_owned(),
                News::FileNotSaved => text.frame.file_not_saved.to_owned(),
                News::NotDeleted => text.frame.not_deleted.to_owned(),
            };
            (number, shown)
        })
    });
    let action = Signal::derive(move || match notices.shown() {
        // Only while it is the latest step: the button names this one and takes back no other.
        Some((_, News::Done(step)))
            if workspace.history().with(|history| history.past().next() == Some(&step)) =>
        {
            Some(words.get().common.undo_action.to_owned())
        }
        _ => None,
    });
    let undo = move |()| {
        if let Some(step) = workspace.undo() {
            notices.show(News::Undone(step));
        }
    };
    let is_lasting = Signal::derive(move || notices.shown().is_some_and(|(_, news)| news.is_lasting()));
    let close = words.s(|t| t.common.close_action);
    view! { <Toast message is_lasting close action on_action=undo on_over=move |number| notices.dismiss(number)/> }
}
