//! Texts of other programs' formats, written from what the domain knows. Pure: identifiers and dates are arguments.

pub mod ics;
pub mod tasks;
