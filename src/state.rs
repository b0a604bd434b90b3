//! What the app holds while it runs: the open project, its history and saving, the library, preferences, notices.

pub mod browser_storage;
pub mod downloads;
pub mod focus;
pub mod incoming;
pub mod lab;
pub mod library;
pub mod mappings;
pub mod matrix;
pub mod notices;
pub mod papers;
pub mod part;
pub mod place;
pub mod preferences;
pub mod rehearsals;
pub mod renewal;
pub mod row;
pub mod seconds;
pub mod templates;
pub mod workspace;
