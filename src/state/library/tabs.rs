//! One project in several tabs: one of them edits, the others show what it saves.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::closure::Closure;

use crate::domain::ids::Id;
use crate::domain::profile::{Origin, Profile};
use crate::domain::project::Project;
use crate::exchange::store::{self, SaveError};
use crate::platform::{clock, gate};
use crate::state::browser_storage::BrowserStorage;
use crate::state::library::{Library, SaveState};

/// How long a tab that takes over waits for the other one's last changes.
const HAND_OVER: Duration = Duration::from_millis(400);

impl Library {
    /// Asks for the right to edit, or gives it up where this tab only watches.
    pub(super) fn claim(self) {
        if self.is_watching.get_value() {
            gate::release();
            self.is_elsewhere.set(true);
            self.workspace.set_read_only(true);
            self.is_asking.set(false);
        } else {
            self.is_asking.set(true);
            self.hold(false);
        }
    }

    /// Lets this tab only watch, or take part again. What it watches it does not keep another tab from editing.
    pub fn watch(self, watches: bool) {
        if self.is_watching.get_value() == watches {
            return;
        }
        self.is_watching.set_value(watches);
        let id = self.workspace.project_now().id;
        if !id.is_nil() {
            self.flush();
            self.claim();
        }
    }

    /// Reads what another tab wrote of the open project, where this one may not edit it and has nothing unsaved itself.
    pub(super) fn hear(self, key: &str) {
        let id = self.workspace.project_now().id;
        let is_clean = self.workspace.revision().get_untracked() == self.saved_revision.get_value()
            && !matches!(self.save_state.get_untracked(), SaveState::Failed(..));
        if self.is_elsewhere.get_untracked() && is_clean && store::is_copy(key, id) {
            // What cannot be read just now is left as it was shown; taking over says what is wrong.
            let _ = self.reread(id);
        }
    }

    /// Asks for the right to edit; by force it takes it from another tab, after reading what that one saved.
    pub fn hold(self, by_force: bool) {
        let id = self.workspace.project_now().id;
        let heard = Closure::<dyn FnMut(bool)>::new(move |is_ours: bool| {
            if self.workspace.project_now().id != id {
                return;
            }
            let is_published = self.workspace.section_now::<Profile>().origin == Origin::PublishedCase;
            if is_ours && by_force {
                // The other tab writes its latest changes as soon as it hears; what it wrote is read after that.
                self.workspace.set_read_only(true);
                let take = move || {
                    if self.workspace.project_now().id == id {
                        if !self.reread(id) {
                            // What the other tab saved cannot be read: this one must not write over it.
                            self.save_state.set(SaveState::Failed(clock::wall_time(), SaveError::Conflict));
                        }
                        self.is_elsewhere.set(false);
                        self.workspace.set_read_only(is_published);
                        self.is_asking.set(false);
                    }
                };
                return set_timeout(take, HAND_OVER);
            }
            if !is_ours {
                // Before another tab reads: what is not written yet would be missing there.
                self.flush();
            }
            self.is_elsewhere.set(!is_ours);
            self.workspace.set_read_only(!is_ours || is_published);
            self.is_asking.set(false);
        });
        gate::hold(&id.to_string(), by_force, &heard);
        // The browser may call it for as long as the page lives.
        heard.forget();
    }

    /// Reads the open project again. Tells whether it could be read.
    fn reread(self, id: Id<Project>) -> bool {
        let opened = self.writer.with_value(|writer| store::open(&BrowserStorage, id, writer));
        let Ok((document, session)) = opened else { return false };
        self.session.set_value(Some(session));
        self.saved_revision.set_value(0);
        self.workspace.open(document);
        self.save_state.set(SaveState::Untouched);
        true
    }
}
