//! Builds, serves, tests and measures Halfseal.
fn main() {}
