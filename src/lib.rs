//! Halfseal 合契: a workbench for setting up and running an outsourced service team.
//!
//! The modules, from the browser inwards. Those without the `ui` feature are pure: they know no browser, no clock and
//! no randomness, and build natively with `--no-default-features`.

#[cfg(feature = "ui")]
pub mod app;
pub mod charts;
pub mod documents;
pub mod domain;
pub mod exchange;
pub mod i18n;
pub mod lab;
#[cfg(feature = "ui")]
pub mod pages;
#[cfg(feature = "ui")]
pub mod platform;
pub mod routes;
#[cfg(feature = "ui")]
pub mod state;
#[cfg(feature = "ui")]
pub mod ui;
