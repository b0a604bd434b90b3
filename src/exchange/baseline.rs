//! The file of one version both parties confirmed: its content as it was, and the fingerprint to check it by.

use serde_json::Value;

use crate::domain::requirements::baseline::Baseline;
use crate::exchange::file::{self, WriteError};
use crate::exchange::parse::{ImportError, typed};

/// What the file names as its part.
pub const PART: &str = "baseline";

/// Writes a version as one readable file.
pub fn write(baseline: &Baseline, exported: &str) -> Result<String, WriteError> {
    file::export_part(PART, baseline, exported)
}

/// Types a version. Whether its content is what was confirmed it says itself.
pub fn read(file: &Value) -> Result<Baseline, Vec<ImportError>> {
    typed(file, "")
}
