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
pub(crate) use texts;

/// A fixed text.
pub(crate) type S = &'static str;
