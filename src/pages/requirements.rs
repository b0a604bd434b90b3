//! Stage 1: goals, screening, scope, service levels, sign-off.

pub mod goals;
pub mod scope;
pub mod screening;
pub mod signoff;
pub mod sla;
pub mod trace;
