//! Keys that work anywhere.

use leptos::prelude::*;

use crate::domain::paper::PaperKind;
use crate::domain::task::Stage;
use crate::pages::first_page;

use crate::routes::{Location, Page, Route};
use crate::state::library::Library;
use crate::state::notices::{Notice, Notices};
use crate::state::preferences::Preferences;
use crate::state::workspace::Workspace;
use crate::state::{focus, place};

/// Whether the search is open, shared through context.
#[derive(Clone, Copy)]
pub struct SearchOpen(pub RwSignal<bool>);

/// Listens to the keys of the brief's table: undo, redo, save, search, print, help, and `g` with a stage or the documents.
pub fn listen(
    here: RwSignal<Location>,
    workspace: Workspace,
    library: Library,
    notices: Notices,
    preferences: Preferences,
) {
    let search = RwSignal::new(false);
    provide_context(SearchOpen(search));
    let waits_for_stage = StoredValue::new(false);
    focus::on_key(move |event| {
        if event.is_composing() {
            return;
        }
        let key = event.key();
        let project = match here.get_untracked().route {
            Route::Project(id, _) => Some(id),
            _ => None,
        };
        if event.ctrl_key() || event.meta_key() {
            let is_typing_undo = focus::is_in_text() && matches!(key.as_str(), "z" | "Z" | "y");
            let done = match key.to_lowercase().as_str() {
                _ if is_typing_undo => false,
                "z" if event.shift_key() => redo(workspace, notices),
                "z" => undo(workspace, notices),
                "y" => redo(workspace, notices),
                "s" => project.is_some_and(|_| {
                    library.save_file();
                    true
                }),
                "k" => {
                    search.update(|open| *open = !*open);
                    true
                }
                _ => false,
            };
            if done {
                event.prevent_default();
            }
            return;
        }
        if event.alt_key() || focus::is_in_text() || !preferences.shortcuts().get_untracked() {
            return;
        }
        if key == "?" {
            place::go(Route::Help);
        } else if waits_for_stage.get_value() {
            waits_for_stage.set_value(false);
            if let (Some(id), Some(target)) = (project, target_of(&key)) {
                place::go(Route::Project(id, target));
            }
        } else if key == "g" && !is_in_grid(&event) {
            waits_for_stage.set_value(true);
        }
    });
}

fn is_in_grid(event: &web_sys::KeyboardEvent) -> bool {
    use wasm_bindgen::JsCast;
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    target.is_some_and(|element| element.closest("[role=grid]").ok().flatten().is_some())
}

fn target_of(key: &str) -> Option<Page> {
    match key {
        "0" => Some(Page::Overview),
        "3" => Some(Page::Vendors),
        "d" => Some(Page::Paper(PaperKind::Specification)),
        _ => {
            let number: u8 = key.parse().ok()?;
            Stage::ALL.into_iter().find(|stage| stage.number() == number).map(first_page)
        }
    }
}

/// Takes the latest step back and says so.
pub fn undo(workspace: Workspace, notices: Notices) -> bool {
    if let Some(step) = workspace.undo() {
        notices.show(Notice::Undone(step));
    }
    true
}

/// Does the step taken back last again and says so.
pub fn redo(workspace: Workspace, notices: Notices) -> bool {
    if let Some(step) = workspace.redo() {
        notices.show(Notice::Redone(step));
    }
    true
}
