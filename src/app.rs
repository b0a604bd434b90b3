//! x
/// start
pub fn start() {}
