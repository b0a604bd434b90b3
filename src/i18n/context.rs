//! The current language as every view sees it.

use leptos::prelude::*;

use crate::domain::language::Language;
use crate::i18n::Text;

/// The texts of the current language, shared through context. Reading it in a view follows the language switch.
#[derive(Clone, Copy)]
pub struct Words(Signal<Language>);

impl Words {
    /// Returns the texts of the language of the moment and follows it.
    #[must_use]
    pub fn get(self) -> &'static Text {
        Text::of(self.0.get())
    }

    /// Returns the texts of the language of the moment without following it.
    #[must_use]
    pub fn now(self) -> &'static Text {
        Text::of(self.0.get_untracked())
    }

    /// Makes one fixed text a signal, as widgets take it.
    pub fn s(self, pick: impl Fn(&'static Text) -> &'static str + Send + Sync + 'static) -> Signal<String> {
        self.boxed(Box::new(move |text| pick(text).to_owned()))
    }

    /// Makes one built text a signal.
    pub fn built(self, build: impl Fn(&'static Text) -> String + Send + Sync + 'static) -> Signal<String> {
        self.boxed(Box::new(build))
    }

    fn boxed(self, build: Box<dyn Fn(&'static Text) -> String + Send + Sync>) -> Signal<String> {
        Signal::derive(move || build(self.get()))
    }
}

/// Puts the current language into the context.
pub fn provide_words(language: Signal<Language>) {
    provide_context(Words(language));
}

/// Returns the words of the context.
#[must_use]
pub fn use_words() -> Words {
    use_context::<Words>().unwrap_or_else(|| Words(Signal::derive(Language::default)))
}
