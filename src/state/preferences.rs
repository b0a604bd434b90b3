//! What the user prefers on this device, kept under its own key.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::domain::language::Language;
use crate::platform::{page, storage};

const KEY: &str = "halfseal.preferences";

/// Which colours to use.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the system says.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// Every theme, in the order of choice lists.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    const fn code(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
struct Stored {
    language: Language,
    theme: Theme,
    shortcuts: bool,
}

impl Default for Stored {
    fn default() -> Self {
        let language = if page::prefers_chinese() { Language::Zh } else { Language::En };
        Self { language, theme: Theme::Auto, shortcuts: true }
    }
}

/// The preferences, shared through context.
#[derive(Clone, Copy)]
pub struct Preferences {
    stored: RwSignal<Stored>,
    is_narrow: RwSignal<bool>,
    is_printing: RwSignal<bool>,
}

impl Preferences {
    /// Reads the preferences kept on this device; a first visit follows the browser.
    #[must_use]
    pub fn load() -> Self {
        let preferences = Self {
            stored: RwSignal::new(storage::read_json(KEY).unwrap_or_default()),
            is_narrow: RwSignal::new(page::is_narrow()),
            is_printing: RwSignal::new(false),
        };
        page::on_print(move |begins| preferences.is_printing.set(begins));
        page::on_resize(move || {
            if preferences.is_narrow.get_untracked() != page::is_narrow() {
                preferences.is_narrow.set(page::is_narrow());
            }
        });
        Effect::new(move |_| {
            preferences.stored.with(|stored| {
                page::set_language(stored.language.tag());
                page::set_theme(stored.theme.code());
            });
        });
        preferences
    }

    /// Follows whether the page is as narrow as a phone.
    #[must_use]
    pub fn is_narrow(self) -> Signal<bool> {
        self.is_narrow.into()
    }

    /// Follows whether the page is being printed.
    #[must_use]
    pub fn is_printing(self) -> Signal<bool> {
        self.is_printing.into()
    }

    /// Follows the language.
    #[must_use]
    pub fn language(self) -> Signal<Language> {
        Signal::derive(move || self.stored.with(|stored| stored.language))
    }

    /// Follows the theme.
    #[must_use]
    pub fn theme(self) -> Signal<Theme> {
        Signal::derive(move || self.stored.with(|stored| stored.theme))
    }

    /// Follows whether dark colours are shown. Print is always light.
    #[must_use]
    pub fn is_dark(self) -> bool {
        if self.is_printing.get() {
            return false;
        }
        match self.theme().get() {
            Theme::Auto => page::prefers_dark(),
            Theme::Light => false,
            Theme::Dark => true,
        }
    }

    /// Follows whether single-key shortcuts act.
    #[must_use]
    pub fn shortcuts(self) -> Signal<bool> {
        Signal::derive(move || self.stored.with(|stored| stored.shortcuts))
    }

    /// Changes the language.
    pub fn set_language(self, language: Language) {
        self.change(|stored| stored.language = language);
    }

    /// Changes the theme.
    pub fn set_theme(self, theme: Theme) {
        self.change(|stored| stored.theme = theme);
    }

    /// Turns single-key shortcuts on or off.
    pub fn set_shortcuts(self, shortcuts: bool) {
        self.change(|stored| stored.shortcuts = shortcuts);
    }

    fn change(self, change: impl FnOnce(&mut Stored)) {
        self.stored.update(change);
        if let Ok(text) = serde_json::to_string(&self.stored.get_untracked()) {
            // A preference that cannot be kept is not worth a warning; the project's own save state says it.
            let _ = storage::write(KEY, &text);
        }
    }
}

/// Returns the preferences of the context.
#[must_use]
pub fn use_preferences() -> Preferences {
    use_context::<Preferences>().unwrap_or_else(Preferences::load)
}
