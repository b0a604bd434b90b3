//! Halfseal 合契: a workbench for setting up and running an outsourced service team.
//!
//! The modules in reading order, from the browser inwards. Those without the `ui` feature are pure: they know no
//! browser, no clock and no randomness, and build natively with `--no-default-features`.

pub mod domain;

#[cfg(feature = "ui")]
pub mod app;
