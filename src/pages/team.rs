//! Stage 2: people and the role matrix.

pub mod people;
pub mod raci;
