//! Projects from files and to files, copies and samples.

use crate::domain::ids::Id;
use crate::domain::profile::Origin;
use crate::domain::project::Project;
use crate::domain::requirements::baseline::Baseline;
use crate::domain::sheet::Sheet;
use crate::domain::step::{Step, Verb};
use crate::exchange::file::{self, Document, WriteError};
use crate::exchange::store::{self, SaveError};
use crate::exchange::{baseline, names, parse, sheet};
use crate::platform::{clock, files, gate};
use crate::state::browser_storage::BrowserStorage;
use crate::state::library::Library;
use crate::state::notices::Notice;
use leptos::prelude::*;

/// The samples that come with the app: one whole project in each language, and published cases whose rankings are
/// reproduced.
pub const SAMPLES: [&str; 8] = [
    "customer-service.zh",
    "software-development.en",
    "published-supplier-case.en",
    "published-fighter-topsis.en",
    "published-durability-topsis.en",
    "published-risk-vikor.en",
    "published-five-vikor.en",
    "published-three-promethee.en",
];

impl Library {
    /// Hands the open project to the download as a file.
    pub fn save_file(self) {
        let document = self.document();
        let id = document.project.id;
        if let Some(sheet) = Sheet::alone(&document.project, clock::today()) {
            return self.save_sheet(&sheet);
        }
        let name = names::file_name(&document.project.profile.name, clock::today(), "json");
        if self.download(&[document], &name) {
            self.note_backup(id);
        }
    }

    /// Hands a sheet of the open project to the download. Where nothing but the sheet is, that file is the whole backup.
    /// Its name says whether it is blank, a draft or handed in: the one is not to be taken for the other.
    pub fn save_sheet(self, sheet: &Sheet) {
        let project = self.workspace.project_now();
        let part = self.sheet_name.run(sheet.clone());
        let name = names::part_name(&sheet.project().name, &part, clock::today(), "json");
        let is_done = self.put(sheet::write(sheet, &clock::now_text()), &name);
        if is_done && project.profile.sheet_of.is_some() {
            self.note_backup(project.id);
        }
    }

    /// Hands a version both parties confirmed to the download, as it was.
    pub fn save_baseline(self, baseline: &Baseline) {
        let title = format!("{}-v{}", baseline.content.project, baseline.number);
        let name = names::file_name(&title, baseline.date().unwrap_or_else(clock::today), "json");
        self.put(baseline::write(baseline, &clock::now_text()), &name);
    }

    fn note_backup(self, id: Id<Project>) {
        let today = clock::today();
        // The note only feeds the reminder; the file itself is what counts.
        let _ = store::note_backup(&BrowserStorage, id, &today.to_string());
        self.backup.set(Some(today));
        self.changed_days.set(false);
    }

    /// Hands every readable project to the download as one file.
    pub fn save_all(self) {
        self.flush();
        let listed = store::list(&BrowserStorage).unwrap_or_default();
        let unreadable = listed.iter().filter(|listed| listed.document.is_none()).count();
        let mut documents: Vec<_> = listed.into_iter().filter_map(|listed| listed.document).collect();
        // What storage refused is what needs the file most.
        let mut put = |document: Document| {
            let id = document.project.id;
            match documents.iter_mut().find(|other| other.project.id == id) {
                Some(stored) => *stored = document,
                None => documents.push(document),
            }
        };
        self.stranded.with_value(|stranded| stranded.iter().for_each(|(document, _)| put(document.clone())));
        if self.session.with_value(Option::is_some) {
            put(self.document());
        }
        let name = names::file_name("halfseal-all", clock::today(), "json");
        if !documents.is_empty() && self.download(&documents, &name) && 0 < unreadable {
            self.notices.show(Notice::FileSavedWithout(name, unreadable));
        }
    }

    /// Hands all that storage holds of a project that cannot be read to the download, as it stands there.
    pub fn save_raw(self, id: Id<Project>) {
        let texts = store::raw(&BrowserStorage, id).unwrap_or_default();
        let text = serde_json::Value::Object(texts).to_string();
        let name = names::file_name("halfseal-raw", clock::today(), "json");
        self.tell(files::download(&name, "application/json", text.as_bytes()), &name);
    }

    fn download(self, documents: &[Document], name: &str) -> bool {
        self.put(file::export(documents, &clock::now_text()), name)
    }

    fn put(self, text: Result<String, WriteError>, name: &str) -> bool {
        let is_done = text.is_ok_and(|text| files::download(name, "application/json", text.as_bytes()));
        self.tell(is_done, name);
        is_done
    }

    fn tell(self, is_saved: bool, name: &str) {
        self.notices.show(if is_saved { Notice::FileSaved(name.to_owned()) } else { Notice::FileNotSaved });
    }

    /// Replaces the open project by one from a file, as one undo step. The id of the open project stays.
    pub fn replace(self, document: Document) {
        let name = document.project.profile.name.clone();
        self.workspace.replace(Step::new(Verb::Import, name), document);
    }

    /// Adds a project from a file beside the present ones; one whose id is taken gets a new one.
    pub fn add_beside(self, mut document: Document) -> Result<Id<Project>, SaveError> {
        if self.has(document.project.id) {
            document.project.id = self.workspace.new_id();
        }
        self.create(document)
    }

    /// Makes a copy of the open project that is the user's own, and opens it.
    pub fn copy(self) -> Id<Project> {
        let mut document = self.document();
        document.project.id = self.workspace.new_id();
        let profile = std::sync::Arc::make_mut(&mut document.project.profile);
        profile.origin = Origin::Own;
        let id = document.project.id;
        self.create_or_hold(document);
        id
    }

    /// Loads a sample of the site and opens it; one that is on this device already is opened as it is.
    pub async fn open_sample(self, name: &'static str) -> Option<Id<Project>> {
        let document = load_sample(name).await?;
        let id = document.project.id;
        if self.has(id) {
            return self.open(id).ok().map(|()| id);
        }
        self.create_or_hold(document);
        Some(id)
    }

    /// Keeps a project on this device; where storage refuses it, it is open without being kept.
    fn create_or_hold(self, document: Document) {
        if self.create(document.clone()).is_err() {
            self.open_unsaved(document);
        }
    }

    /// Puts a sample back as it came.
    pub async fn reset_sample(self, name: &'static str) -> bool {
        match load_sample(name).await {
            Some(document) if document.project.id == self.workspace.project_now().id => {
                self.replace(document);
                true
            }
            _ => false,
        }
    }
}

async fn load_sample(name: &str) -> Option<Document> {
    let text = gate::text(&format!("samples/{name}.json")).await.ok()?.as_string()?;
    parse::import(text.as_bytes()).ok()?.into_iter().next()
}
