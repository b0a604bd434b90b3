//! The short word about what just happened, with the way back.

use leptos::prelude::*;

use crate::domain::step::Step;
use crate::platform::page;
use crate::routes::{Location, Route};

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

impl Notice {
    /// Tells whether it stays until it is closed: something did not come about.
    #[must_use]
    pub const fn is_lasting(&self) -> bool {
        match self {
            Self::NotLoaded | Self::FileSavedWithout(..) | Self::FileNotSaved | Self::NotDeleted => true,
            Self::Done(_) | Self::Undone(_) | Self::Redone(_) | Self::FileSaved(_) | Self::NothingNew => {
                false
            }
        }
    }
}

/// A notice with its running number and the page it is about.
#[derive(Clone)]
struct Shown {
    number: u64,
    notice: Notice,
    page: Route,
}

/// The notices, shared through context. One shows at a time.
#[derive(Clone, Copy)]
pub struct Notices {
    shown: RwSignal<Option<Shown>>,
    /// How many there were: no number comes twice, or the time of a notice that is gone would end the next one.
    count: StoredValue<u64>,
}

impl Notices {
    /// Makes an empty place for notices.
    #[must_use]
    pub fn new() -> Self {
        Self { shown: RwSignal::new(None), count: StoredValue::new(0) }
    }

    /// Shows a notice in place of the one before. It belongs to the page the address names now: whoever goes to another
    /// one goes first.
    pub fn show(self, notice: Notice) {
        let number = self.count.get_value() + 1;
        self.count.set_value(number);
        self.shown.set(Some(Shown { number, notice, page: here() }));
    }

    /// Takes away what belongs to another page than the address names, unless it stays until it is closed.
    pub fn turn_page(self) {
        let is_over = |shown: &Shown| !shown.notice.is_lasting() && shown.page != here();
        if self.shown.with_untracked(|shown| shown.as_ref().is_some_and(is_over)) {
            self.shown.set(None);
        }
    }

    /// Follows the notice shown, with its running number.
    #[must_use]
    pub fn shown(self) -> Option<(u64, Notice)> {
        self.shown.get().map(|shown| (shown.number, shown.notice))
    }

    /// Takes a notice away, unless a newer one is shown.
    pub fn dismiss(self, number: u64) {
        self.shown.update(|shown| {
            if shown.as_ref().is_some_and(|shown| shown.number == number) {
                *shown = None;
            }
        });
    }
}

fn here() -> Route {
    Location::parse(&page::hash()).route
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
