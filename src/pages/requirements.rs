//! Stage 1: goals, screening, scope, service levels, sign-off, and the check whether both parties mean the same.

pub mod goals;
pub mod questions;
mod readiness;
pub mod scope;
pub mod screening;
pub mod signoff;
pub mod sla;
pub mod trace;
pub mod understanding;
mod wording;
pub mod workshop;
