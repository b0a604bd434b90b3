//! What each project was last rehearsed with, for as long as the app is open: a pasted history belongs to nobody's file,
//! and it is still there for who comes back to the page.

use std::cell::RefCell;

use crate::domain::collaboration::ResponseLevel;
use crate::domain::ids::Id;
use crate::domain::performance::rehearsal::tickets::Clocked;
use crate::domain::project::Project;
use crate::domain::requirements::SlaLine;
use crate::domain::sorted_map::SortedMap;

/// From which level and which time each line is read.
pub type Reads = SortedMap<Id<SlaLine>, (Id<ResponseLevel>, Clocked)>;

/// Where a history comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Source {
    /// The readings of the project.
    #[default]
    Readings,
    /// Its issue log.
    Issues,
    /// A table that was pasted.
    Pasted,
}

/// What is rehearsed with.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rehearsed {
    /// Where the history comes from.
    pub source: Source,
    /// What was pasted.
    pub pasted: String,
    /// What is read from the issue log.
    pub reads: Reads,
}

thread_local! {
    static KNOWN: RefCell<Vec<(Id<Project>, Rehearsed)>> = const { RefCell::new(Vec::new()) };
}

/// Remembers what a project is rehearsed with.
pub fn remember(project: Id<Project>, with: Rehearsed) {
    KNOWN.with_borrow_mut(|known| {
        known.retain(|(of, _)| *of != project);
        known.push((project, with));
    });
}

/// Returns what a project was rehearsed with.
#[must_use]
pub fn remembered(project: Id<Project>) -> Rehearsed {
    KNOWN.with_borrow(|known| {
        known.iter().find(|(of, _)| *of == project).map(|(_, with)| with.clone()).unwrap_or_default()
    })
}
