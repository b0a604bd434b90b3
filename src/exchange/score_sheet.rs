//! The file of one evaluator's sheet: of the same kind as a project file, with a part of its own.

use serde_json::Value;

use crate::domain::selection::Vendor;
use crate::domain::selection::score_sheet::{ScoreSheet, SheetVendor};
use crate::exchange::file::{self, WriteError};
use crate::exchange::parse::{ImportError, typed};
use crate::exchange::tree;
use crate::exchange::validate::{Check, MAX_ERRORS};

/// What the file names as its part.
pub const PART: &str = "score_sheet";

/// Writes a sheet as one readable file.
pub fn write(sheet: &ScoreSheet, exported: &str) -> Result<String, WriteError> {
    file::export_part(PART, sheet, exported)
}

/// Types and checks a sheet.
pub fn read(file: &Value) -> Result<ScoreSheet, Vec<ImportError>> {
    let sheet: ScoreSheet = typed(file, "")?;
    let errors = check(&sheet);
    if errors.is_empty() { Ok(sheet) } else { Err(errors) }
}

fn check(sheet: &ScoreSheet) -> Vec<ImportError> {
    let mut check = Check::default();
    if sheet.project.id.is_nil() {
        check.errors.push(ImportError::MissingId { pointer: "/project/id".to_owned() });
    }
    if sheet.project.id.bits() == sheet.evaluator.id.bits() {
        let [first, second] = ["/project/id", "/evaluator/id"].map(str::to_owned);
        check.errors.push(ImportError::DuplicateId { first, second });
    }
    check.items([&sheet.evaluator].into_iter(), |_| "/evaluator".to_owned());
    let vendor = |one: &SheetVendor| Vendor { id: one.id, number: one.number, ..Vendor::default() };
    let vendors: Vec<Vendor> = sheet.vendors.iter().map(vendor).collect();
    check.items(vendors.iter(), |place| format!("/vendors/{place}"));
    check.items(sheet.criteria.iter().map(|criterion| &**criterion), |place| format!("/criteria/{place}"));
    check.groups(sheet.criteria.iter(), "/criteria");
    let is_known = |vendor, criterion| {
        vendors.iter().any(|one| one.id == vendor) && sheet.criteria.iter().any(|one| one.id == criterion)
    };
    let unknown =
        sheet.evaluator.scores.iter().filter(|(vendor, criterion, _)| !is_known(*vendor, *criterion));
    check.errors.extend(unknown.map(|(vendor, criterion, _)| ImportError::DanglingReference {
        pointer: tree::step(&format!("/evaluator/scores/{vendor}"), &criterion.to_string()),
    }));
    check.errors.truncate(MAX_ERRORS);
    check.errors
}
