//! What leaves the app for other programs and for paper. Pure: identifiers and dates are arguments.

pub mod ics;
pub mod paper;
pub mod papers;
pub mod tasks;
