//! The open project: one private signal per section, one door for every change, undo and redo.

mod history;

use std::sync::Arc;

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::domain::collaboration::Collaboration;
use crate::domain::ids::Id;
use crate::domain::performance::Performance;
use crate::domain::profile::Profile;
use crate::domain::project::{Project, Section};
use crate::domain::requirements::Requirements;
use crate::domain::risk::RiskBook;
use crate::domain::selection::Selection;
use crate::domain::step::{Step, Verb};
use crate::domain::team::Team;
use crate::exchange::file::Document;
use crate::exchange::unknown::Unknown;
use crate::platform::{clock, random};
use crate::state::workspace::history::{Entry, History};

/// How long typing in one field stays one step, in milliseconds.
const TYPING_PAUSE_MS: f64 = 1500.0;

#[derive(Clone, Copy)]
struct Cells {
    id: RwSignal<Id<Project>>,
    profile: RwSignal<Arc<Profile>>,
    requirements: RwSignal<Arc<Requirements>>,
    team: RwSignal<Arc<Team>>,
    selection: RwSignal<Arc<Selection>>,
    collaboration: RwSignal<Arc<Collaboration>>,
    risk: RwSignal<Arc<RiskBook>>,
    performance: RwSignal<Arc<Performance>>,
}

/// A section with its signal.
pub trait Cell: Section {
    #[doc(hidden)]
    fn cell(workspace: Workspace) -> RwSignal<Arc<Self>>;
}

macro_rules! cell {
    ($($section:ty: $field:ident),*) => {$(
        impl Cell for $section {
            fn cell(workspace: Workspace) -> RwSignal<Arc<Self>> {
                workspace.cells.$field
            }
        }
    )*};
}
cell!(
    Profile: profile, Requirements: requirements, Team: team, Selection: selection,
    Collaboration: collaboration, RiskBook: risk, Performance: performance
);

/// The project being worked on, shared through context.
#[derive(Clone, Copy)]
pub struct Workspace {
    cells: Cells,
    /// What the project's file holds that this version does not know.
    unknown: StoredValue<Arc<Vec<Unknown>>>,
    history: RwSignal<History>,
    last_edit_ms: StoredValue<f64>,
    /// Counts changes; saving follows it.
    revision: RwSignal<u64>,
    read_only: RwSignal<bool>,
}

impl Workspace {
    /// Makes an empty workspace.
    #[must_use]
    pub fn new() -> Self {
        let Project { id, profile, requirements, team, selection, collaboration, risk, performance } =
            Project::default();
        Self {
            cells: Cells {
                id: RwSignal::new(id),
                profile: RwSignal::new(profile),
                requirements: RwSignal::new(requirements),
                team: RwSignal::new(team),
                selection: RwSignal::new(selection),
                collaboration: RwSignal::new(collaboration),
                risk: RwSignal::new(risk),
                performance: RwSignal::new(performance),
            },
            unknown: StoredValue::new(Arc::default()),
            history: RwSignal::new(History::default()),
            last_edit_ms: StoredValue::new(0.0),
            revision: RwSignal::new(0),
            read_only: RwSignal::new(false),
        }
    }

    /// Follows one section.
    #[must_use]
    pub fn section<S: Cell>(self) -> Arc<S> {
        S::cell(self).get()
    }

    /// Returns one section as it is now, without following it.
    #[must_use]
    pub fn section_now<S: Cell>(self) -> Arc<S> {
        S::cell(self).get_untracked()
    }

    /// Follows the id of the open project.
    #[must_use]
    pub fn id(self) -> Id<Project> {
        self.cells.id.get()
    }

    /// Follows the whole project.
    #[must_use]
    pub fn project(self) -> Project {
        let cells = self.cells;
        Project {
            id: cells.id.get(),
            profile: cells.profile.get(),
            requirements: cells.requirements.get(),
            team: cells.team.get(),
            selection: cells.selection.get(),
            collaboration: cells.collaboration.get(),
            risk: cells.risk.get(),
            performance: cells.performance.get(),
        }
    }

    /// Returns the whole project as it is now, without following it.
    #[must_use]
    pub fn project_now(self) -> Project {
        untrack(|| self.project())
    }

    /// Follows the history.
    #[must_use]
    pub fn history(self) -> ReadSignal<History> {
        self.history.read_only()
    }

    /// Follows the count of changes.
    #[must_use]
    pub fn revision(self) -> ReadSignal<u64> {
        self.revision.read_only()
    }

    /// Follows whether this tab may only read.
    #[must_use]
    pub fn is_read_only(self) -> Signal<bool> {
        self.read_only.into()
    }

    /// Lets this tab read only, or edit again.
    pub fn set_read_only(self, read_only: bool) {
        self.read_only.set(read_only);
    }

    /// Makes a new random id.
    #[must_use]
    pub fn new_id<T>(self) -> Id<T> {
        Id::from_random(random::bytes())
    }

    /// Returns today's date where the user is.
    #[must_use]
    pub fn today(self) -> NaiveDate {
        clock::today()
    }

    /// Returns the time now in seconds since 1970.
    #[must_use]
    pub fn now_seconds(self) -> u64 {
        clock::now_seconds()
    }

    /// Returns the IANA name of the zone where the user is; empty where the browser does not tell.
    #[must_use]
    pub fn zone(self) -> String {
        clock::zone()
    }

    /// Changes one section as one undo step. A change that changes nothing leaves no step.
    pub fn edit<S: Cell>(self, step: Step, change: impl FnOnce(&mut S)) {
        let mut change = Some(change);
        self.edit_section(step, &mut |section| {
            if let Some(change) = change.take() {
                change(section);
            }
        });
    }

    /// Does the same behind one type per section, so that an edit costs its own few lines and no more.
    fn edit_section<S: Cell>(self, step: Step, change: &mut dyn FnMut(&mut S)) {
        self.change(step, &mut |project| change(Arc::make_mut(S::of_mut(project))));
    }

    /// Changes several sections as one undo step.
    pub fn edit_project(self, step: Step, change: impl FnOnce(&mut Project)) {
        let mut change = Some(change);
        self.change(step, &mut |project| {
            if let Some(change) = change.take() {
                change(project);
            }
        });
    }

    /// The one door for changes.
    fn change(self, step: Step, change: &mut dyn FnMut(&mut Project)) {
        if self.read_only.get_untracked() {
            return;
        }
        let before = self.project_now();
        let mut next = before.clone();
        change(&mut next);
        self.commit(step, before, next);
    }

    fn commit(self, mut step: Step, before: Project, mut next: Project) {
        if matches!(step.verb, Verb::Remove | Verb::Import) {
            let taken_out = next.clone();
            next.mend_links();
            if step.verb == Verb::Remove {
                step.freed = taken_out.differing(&next);
                step.freed.extend(before.issues_let_go(&next));
                step.held = taken_out.held_by_none();
            }
        }
        // An import replaces the whole project, decision and all; anything else stops before a locked decision.
        let is_shut = !Arc::ptr_eq(&before.selection, &next.selection)
            && step.verb != Verb::Import
            && before.selection.is_changed_under_lock(&next.selection);
        if !is_shut && !same(&before, &next) {
            // A file is taken in as it is.
            if step.verb != Verb::Import {
                next.keep_baseline(&before, || self.new_id());
            }
            self.remember(step, before);
            self.apply(next);
        }
    }

    fn remember(self, step: Step, before: Project) {
        let now = clock::now_ms();
        let is_pause = TYPING_PAUSE_MS < now - self.last_edit_ms.get_value();
        self.last_edit_ms.set_value(now);
        let entry = Entry { step, before, unknown: self.unknown.get_value() };
        self.history.update(|history| history.keep(entry, is_pause));
    }

    /// Takes the latest step back and returns what it was.
    pub fn undo(self) -> Option<Step> {
        self.step_through(|history| (&mut history.undo, &mut history.redo))
    }

    /// Does the step taken back last again and returns what it was.
    pub fn redo(self) -> Option<Step> {
        self.step_through(|history| (&mut history.redo, &mut history.undo))
    }

    fn step_through(
        self,
        stacks: impl FnOnce(&mut History) -> (&mut Vec<Entry>, &mut Vec<Entry>),
    ) -> Option<Step> {
        if self.read_only.get_untracked() {
            return None;
        }
        let now = self.project_now();
        let scores_locked = now.selection.scores_locked.is_some();
        let decision_locked = now.selection.decision.locked.is_some();
        let performance = now.performance.clone();
        let mut taken = None;
        self.history.update(|history| {
            let (from, to) = stacks(history);
            if let Some(Entry { step, before, unknown }) = from.pop() {
                to.push(Entry { step: step.clone(), before: now, unknown: self.unknown.get_value() });
                self.unknown.set_value(unknown);
                taken = Some((step, before));
            }
        });
        let (mut step, mut before) = taken?;
        self.last_edit_ms.set_value(0.0);
        // What was locked does not open again without a trace.
        let opens = |was: bool, is: bool| was && !is;
        if opens(scores_locked, before.selection.scores_locked.is_some())
            || opens(decision_locked, before.selection.decision.locked.is_some())
        {
            Arc::make_mut(&mut before.selection).note_unlock(self.today(), "Ctrl+Z");
        }
        if step.verb != Verb::Import && !Arc::ptr_eq(&performance, &before.performance) {
            let back = Arc::make_mut(&mut before.performance);
            back.keep_closed(&performance, self.today(), "Ctrl+Z");
            step.stays = back.payments.keep_agreed(&performance.payments);
        }
        self.apply(before);
        Some(step)
    }

    /// Returns the open project with what its file held besides.
    #[must_use]
    pub fn document_now(self) -> Document {
        Document { project: self.project_now(), unknown: self.unknown.get_value().to_vec() }
    }

    /// Replaces the open project by one from a file, as one undo step. The id of the open project stays.
    pub fn replace(self, step: Step, document: Document) {
        if self.read_only.get_untracked() {
            return;
        }
        let before = self.project_now();
        let Document { mut project, unknown } = document;
        project.id = before.id;
        self.commit(step, before, project);
        self.unknown.set_value(Arc::new(unknown));
    }

    /// Opens another project; the history starts anew and nothing counts as changed.
    pub fn open(self, document: Document) {
        let Document { project, unknown } = document;
        self.history.set(History::default());
        self.unknown.set_value(Arc::new(unknown));
        self.put(project);
        self.revision.set(0);
    }

    fn apply(self, project: Project) {
        self.put(project);
        self.revision.update(|revision| *revision += 1);
    }

    fn put(self, project: Project) {
        let Project { id, profile, requirements, team, selection, collaboration, risk, performance } =
            project;
        if self.cells.id.get_untracked() != id {
            self.cells.id.set(id);
        }
        put_section(self.cells.profile, profile);
        put_section(self.cells.requirements, requirements);
        put_section(self.cells.team, team);
        put_section(self.cells.selection, selection);
        put_section(self.cells.collaboration, collaboration);
        put_section(self.cells.risk, risk);
        put_section(self.cells.performance, performance);
    }
}

impl Default for Workspace {
    fn default() -> Self {
        Self::new()
    }
}

fn put_section<S: Section>(cell: RwSignal<Arc<S>>, section: Arc<S>) {
    if !Arc::ptr_eq(&cell.get_untracked(), &section) {
        cell.set(section);
    }
}

/// Compares two projects section by section, shared ones by pointer.
fn same(a: &Project, b: &Project) -> bool {
    fn eq<S: Section>(a: &Project, b: &Project) -> bool {
        Arc::ptr_eq(S::of(a), S::of(b)) || S::of(a) == S::of(b)
    }
    a.id == b.id
        && eq::<Profile>(a, b)
        && eq::<Requirements>(a, b)
        && eq::<Team>(a, b)
        && eq::<Selection>(a, b)
        && eq::<Collaboration>(a, b)
        && eq::<RiskBook>(a, b)
        && eq::<Performance>(a, b)
}

/// Returns the workspace of the context.
#[must_use]
pub fn use_workspace() -> Workspace {
    use_context::<Workspace>().unwrap_or_default()
}
