//! The short word about what just happened, with the way back.

use leptos::prelude::*;

use crate::domain::step::Step;

/// One short word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A step was done; it can be taken back.
    Done(Step),
    /// A step was taken back.
    Undone(Step),
    /// A step was done again.
    Redone(Step),
    /// Something of the site could not be loaded.
    NotLoaded,
    /// A file was handed to the download.
    FileSaved(String),
    /// A file was handed to the download without so many projects that cannot be read.
    FileSavedWithout(String, usize),
    /// Ready-made content was there already.
    NothingNew,
    /// The browser took no file.
    FileNotSaved,
    /// A project could not be taken out of storage.
    NotDeleted,
}

/// The notices, shared through context. One shows at a time.
#[derive(Clone, Copy)]
pub struct Notices(RwSignal<Option<(u64, Notice)>>);

impl Notices {
    /// Makes an empty place for notices.
    #[must_use]
    pub fn new() -> Self {
        Self(RwSignal::new(None))
    }

    /// Shows a notice in place of the one before.
    pub fn show(self, notice: Notice) {
        self.0.update(|shown| {
            let count = shown.as_ref().map_or(0, |(count, _)| *count);
            *shown = Some((count + 1, notice));
        });
    }

    /// Follows the notice shown, with its running number.
    #[must_use]
    pub fn shown(self) -> Option<(u64, Notice)> {
        self.0.get()
    }

    /// Takes a notice away, unless a newer one is shown.
    pub fn dismiss(self, number: u64) {
        self.0.update(|shown| {
            if shown.as_ref().is_some_and(|(count, _)| *count == number) {
                *shown = None;
            }
        });
    }
}

impl Default for Notices {
    fn default() -> Self {
        Self::new()
    }
}

/// Returns the notices of the context.
#[must_use]
pub fn use_notices() -> Notices {
    use_context::<Notices>().unwrap_or_default()
}
