//! The browser: the only module that touches web_sys, js_sys and gloo. It knows nothing of the rest of the crate.

pub mod clock;
pub mod files;
pub mod gate;
pub mod page;
pub mod random;
pub mod storage;
