//! The form of text tables: one line per text with both languages, so that none can be missing.

/// Makes a struct of texts with its Chinese and its English value.
macro_rules! texts {
    ($(#[$meta:meta])* $name:ident { $($field:ident: $ty:ty = $zh:expr, $en:expr;)* }) => {
        $(#[$meta])*
        #[allow(missing_docs)]
        pub struct $name { $(pub $field: $ty),* }
        /// The Chinese texts.
        pub const ZH: $name = $name { $($field: $zh),* };
        /// The English texts.
        pub const EN: $name = $name { $($field: $en),* };
    };
}
/// Makes `Words` of a table: a field of [`crate::i18n::Text`] that leads to the texts when they are read, so that they
/// travel with the pages that read them and not with the frame.
macro_rules! apart {
    ($name:ident) => {
        /// Leads to the texts of a language.
        pub struct Words(pub $crate::domain::language::Language);
        impl std::ops::Deref for Words {
            type Target = $name;

            fn deref(&self) -> &$name {
                of(self.0)
            }
        }
        /// Returns the texts of a language.
        #[must_use]
        pub fn of(language: $crate::domain::language::Language) -> &'static $name {
            static OF_ZH: $name = ZH;
            static OF_EN: $name = EN;
            match language {
                $crate::domain::language::Language::Zh => &OF_ZH,
                $crate::domain::language::Language::En => &OF_EN,
            }
        }
    };
}
pub(crate) use {apart, texts};

/// A fixed text.
pub(crate) type S = &'static str;
