//! The projects on this device: listing, opening, saving. Files in and out are in `files`, what several tabs of the
//! browser do with one project in `tabs`.

pub mod files;
mod tabs;

use std::time::Duration;

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::domain::ids::Id;
use crate::domain::profile::Origin;
use crate::domain::project::Project;
use crate::domain::sheet::Sheet;
use crate::exchange::file::Document;
use crate::exchange::store::{self, OpenError, SaveError, Session};
use crate::platform::{clock, gate, page, random};
use crate::state::browser_storage::BrowserStorage;
use crate::state::notices::Notices;
use crate::state::workspace::Workspace;

/// A change is written at the latest this long after it was made.
const SAVE_WITHIN: Duration = Duration::from_millis(250);
/// How often the working copy becomes the checkpoint, in milliseconds.
const CHECKPOINT_EVERY_MS: f64 = 300_000.0;
/// How many days of changes without a file make a backup due.
const BACKUP_DUE_DAYS: i64 = 3;

/// What is known about saving.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveState {
    /// Nothing was changed since the project was opened.
    Untouched,
    /// A change waits to be written.
    Pending,
    /// All changes are in storage since a wall time.
    Saved(String),
    /// Changes are not in storage since a wall time.
    Failed(String, SaveError),
}

/// When a file of the project was last written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Backup {
    /// Never.
    Never,
    /// So many days ago.
    DaysAgo(i64),
}

/// One project in the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The id.
    pub id: Id<Project>,
    /// The project, where it can be read.
    pub project: Option<Project>,
}

/// The projects on this device, shared through context.
#[derive(Clone, Copy)]
pub struct Library {
    workspace: Workspace,
    notices: Notices,
    sheet_name: Callback<Sheet, String>,
    session: StoredValue<Option<Session>>,
    writer: StoredValue<String>,
    /// Projects left while storage refused their changes.
    stranded: StoredValue<Vec<(Document, Session)>>,
    has_stranded: RwSignal<bool>,
    entries: RwSignal<Vec<Entry>>,
    save_state: RwSignal<SaveState>,
    saved_revision: StoredValue<u64>,
    is_scheduled: StoredValue<bool>,
    last_checkpoint_ms: StoredValue<f64>,
    backup: RwSignal<Option<NaiveDate>>,
    changed_days: RwSignal<bool>,
    is_elsewhere: RwSignal<bool>,
    /// Whether it is not known yet who has the right to edit.
    is_asking: RwSignal<bool>,
    /// Whether this tab only shows what another one does: it asks for no right to edit.
    is_watching: StoredValue<bool>,
}

impl Library {
    /// Reads the list of projects and starts following changes of the workspace. How the file of a sheet is called besides
    /// its project is a matter of words.
    #[must_use]
    pub fn start(workspace: Workspace, notices: Notices, sheet_name: Callback<Sheet, String>) -> Self {
        let library = Self {
            workspace,
            notices,
            sheet_name,
            session: StoredValue::new(None),
            writer: StoredValue::new(Id::<Project>::from_random(random::bytes()).to_string()),
            stranded: StoredValue::new(Vec::new()),
            has_stranded: RwSignal::new(false),
            entries: RwSignal::new(Vec::new()),
            save_state: RwSignal::new(SaveState::Untouched),
            saved_revision: StoredValue::new(0),
            is_scheduled: StoredValue::new(false),
            last_checkpoint_ms: StoredValue::new(0.0),
            backup: RwSignal::new(None),
            changed_days: RwSignal::new(false),
            is_elsewhere: RwSignal::new(false),
            is_asking: RwSignal::new(false),
            is_watching: StoredValue::new(false),
        };
        library.refresh();
        let revision = workspace.revision();
        Effect::new(move |_| {
            if revision.get() != library.saved_revision.get_value() {
                library.schedule();
            }
        });
        page::on_leave(move || {
            library.flush();
        });
        page::on_storage(move |key| {
            if let Some(key) = key {
                library.hear(&key);
            }
        });
        library
    }

    /// Follows the list of projects.
    #[must_use]
    pub fn entries(self) -> Vec<Entry> {
        self.entries.get()
    }

    /// Follows the state of saving.
    #[must_use]
    pub fn save_state(self) -> SaveState {
        self.save_state.get()
    }

    /// Follows when a file was last written.
    #[must_use]
    pub fn backup(self) -> Backup {
        match self.backup.get() {
            None => Backup::Never,
            Some(date) => Backup::DaysAgo((clock::today() - date).num_days().max(0)),
        }
    }

    /// Follows whether a backup is due: changes exist that no file of the last days holds.
    #[must_use]
    pub fn is_backup_due(self) -> bool {
        self.changed_days.get()
    }

    /// Follows whether another tab has the right to edit.
    #[must_use]
    pub fn is_elsewhere(self) -> Signal<bool> {
        self.is_elsewhere.into()
    }

    /// Follows whether the browser was asked for the right to edit and has not answered yet. What opens a project and
    /// changes it at once waits for the answer.
    #[must_use]
    pub fn is_asking(self) -> Signal<bool> {
        self.is_asking.into()
    }

    /// Tells whether a project is on this device or open.
    #[must_use]
    pub fn has(self, id: Id<Project>) -> bool {
        self.workspace.project_now().id == id
            || self.entries.with_untracked(|entries| entries.iter().any(|entry| entry.id == id))
    }

    /// Reads the list of projects anew.
    pub fn refresh(self) {
        let listed = store::list(&BrowserStorage).unwrap_or_default();
        let entries = listed
            .into_iter()
            .map(|listed| Entry { id: listed.id, project: listed.document.map(|document| document.project) })
            .collect();
        self.entries.set(entries);
    }

    /// Opens a stored project, unless it is open already.
    pub fn open(self, id: Id<Project>) -> Result<(), OpenError> {
        if self.workspace.project_now().id == id {
            return Ok(());
        }
        let stranded = self.stranded.try_update_value(|stranded| {
            let place = stranded.iter().position(|(document, _)| document.project.id == id)?;
            Some(stranded.remove(place))
        });
        if let Some((document, session)) = stranded.flatten() {
            self.has_stranded.set(self.stranded.with_value(|stranded| !stranded.is_empty()));
            self.leave();
            self.begin(document, session);
            self.save_state.set(SaveState::Failed(clock::wall_time(), SaveError::Storage));
            self.flush();
            return Ok(());
        }
        let (document, session) =
            self.writer.with_value(|writer| store::open(&BrowserStorage, id, writer))?;
        self.leave();
        self.begin(document, session);
        Ok(())
    }

    /// Writes what is not written before another project takes the place of the open one. What storage refuses stays in
    /// memory, so that it can be opened again and put into a file.
    fn leave(self) {
        if !self.flush()
            && let Some(session) = self.session.get_value()
        {
            self.stranded.update_value(|stranded| stranded.push((self.document(), session)));
            self.has_stranded.set(true);
        }
    }

    /// Follows whether there are projects left while storage refused their changes.
    #[must_use]
    pub fn has_stranded(self) -> bool {
        self.has_stranded.get()
    }

    fn begin(self, document: Document, session: Session) {
        let id = document.project.id;
        let is_published = document.project.profile.origin == Origin::PublishedCase;
        self.session.set_value(Some(session));
        self.saved_revision.set_value(0);
        self.workspace.open(document);
        self.save_state.set(SaveState::Untouched);
        self.backup.set(store::backup_noted(&BrowserStorage, id).and_then(|date| date.parse().ok()));
        self.changed_days.set(false);
        self.last_checkpoint_ms.set_value(clock::now_ms());
        self.is_elsewhere.set(false);
        self.workspace.set_read_only(is_published);
        self.claim();
    }

    /// Puts a new project into storage and opens it. Its id may not be stored yet.
    pub fn create(self, document: Document) -> Result<Id<Project>, SaveError> {
        let id = document.project.id;
        let mut session = self.writer.with_value(|writer| Session::fresh(id, writer));
        store::save(&BrowserStorage, &mut session, &document, false)?;
        self.leave();
        self.begin(document, session);
        self.refresh();
        Ok(id)
    }

    /// Opens a project that cannot be stored, so that work can go on; a file still saves it.
    pub fn open_unsaved(self, document: Document) {
        let session = self.writer.with_value(|writer| Session::fresh(document.project.id, writer));
        self.leave();
        self.begin(document, session);
        self.save_state.set(SaveState::Failed(clock::wall_time(), SaveError::Storage));
    }

    /// Takes a project out of the list; it can be put back.
    pub fn delete(self, id: Id<Project>) -> bool {
        // Its latest changes go with it, so that putting it back brings them too.
        self.flush();
        let is_done = store::delete(&BrowserStorage, id).is_ok();
        if is_done && self.workspace.project_now().id == id {
            self.session.set_value(None);
            gate::release();
            self.workspace.open(Document::default());
            self.saved_revision.set_value(0);
            self.save_state.set(SaveState::Untouched);
        }
        self.refresh();
        is_done
    }

    /// Puts a deleted project back.
    pub fn undelete(self, id: Id<Project>) -> bool {
        let is_done = store::undelete(&BrowserStorage, id).is_ok();
        self.refresh();
        is_done
    }

    fn schedule(self) {
        if self.is_scheduled.get_value() {
            return;
        }
        self.is_scheduled.set_value(true);
        if !matches!(self.save_state.get_untracked(), SaveState::Failed(..)) {
            self.save_state.set(SaveState::Pending);
        }
        set_timeout(
            move || {
                if self.is_scheduled.get_value() {
                    self.flush();
                }
            },
            SAVE_WITHIN,
        );
    }

    /// Writes what is not written yet, now. Tells whether everything is written.
    pub fn flush(self) -> bool {
        self.is_scheduled.set_value(false);
        let revision = self.workspace.revision().get_untracked();
        let has_failed = matches!(self.save_state.get_untracked(), SaveState::Failed(..));
        if revision == self.saved_revision.get_value() && !has_failed {
            return true;
        }
        let Some(mut session) = self.session.get_value() else { return true };
        // Another tab has the right to write; writing now would shut that one out.
        if self.is_elsewhere.get_untracked() {
            return false;
        }
        let now = clock::now_ms();
        let is_checkpoint = CHECKPOINT_EVERY_MS < now - self.last_checkpoint_ms.get_value();
        match store::save(&BrowserStorage, &mut session, &self.document(), is_checkpoint) {
            Ok(()) => {
                self.session.set_value(Some(session));
                self.saved_revision.set_value(revision);
                if is_checkpoint {
                    self.last_checkpoint_ms.set_value(now);
                }
                self.save_state.set(SaveState::Saved(clock::wall_time()));
                self.note_change();
                true
            }
            Err(error) => {
                let since = match self.save_state.get_untracked() {
                    SaveState::Failed(since, _) => since,
                    _ => clock::wall_time(),
                };
                self.save_state.set(SaveState::Failed(since, error));
                false
            }
        }
    }

    fn note_change(self) {
        let is_due = match self.backup.get_untracked() {
            Some(date) => BACKUP_DUE_DAYS <= (clock::today() - date).num_days(),
            None => self.workspace.history().with_untracked(|history| 20 <= history.past().count()),
        };
        self.changed_days.set(is_due);
    }

    /// Returns the open project with what its file held besides.
    #[must_use]
    pub fn document(self) -> Document {
        self.workspace.document_now()
    }
}

/// Returns the library of the context.
#[must_use]
pub fn use_library() -> Library {
    let start = || {
        Library::start(
            crate::state::workspace::use_workspace(),
            crate::state::notices::use_notices(),
            Callback::new(|_| String::new()),
        )
    };
    use_context::<Library>().unwrap_or_else(start)
}
