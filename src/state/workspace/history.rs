//! What can be taken back and what can be done again.

use std::sync::Arc;

use crate::domain::project::Project;
use crate::domain::step::Step;
use crate::exchange::unknown::Unknown;

/// How many undo steps are kept.
const LIMIT: usize = 200;

/// One undo step with the project as it was before.
#[derive(Clone)]
pub struct Entry {
    /// What was done.
    pub step: Step,
    /// The project before it.
    pub(super) before: Project,
    /// What its file held then that this version does not know.
    pub(super) unknown: Arc<Vec<Unknown>>,
}

/// What can be taken back and what can be done again.
#[derive(Clone, Default)]
pub struct History {
    pub(super) undo: Vec<Entry>,
    pub(super) redo: Vec<Entry>,
}

impl History {
    /// Returns the steps that can be taken back, the latest first.
    pub fn past(&self) -> impl Iterator<Item = &Step> {
        self.undo.iter().rev().map(|entry| &entry.step)
    }

    /// Returns the step that a redo would do again.
    #[must_use]
    pub fn next_redo(&self) -> Option<&Step> {
        self.redo.last().map(|entry| &entry.step)
    }

    /// Keeps a step, which joins the last one where it goes on without a pause. What was taken back is gone.
    pub(super) fn keep(&mut self, entry: Entry, is_pause: bool) {
        self.redo.clear();
        if !is_pause && self.undo.last().is_some_and(|last| last.step.joins(&entry.step)) {
            return;
        }
        if LIMIT <= self.undo.len() {
            self.undo.remove(0);
        }
        self.undo.push(entry);
    }
}
