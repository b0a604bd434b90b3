//! The file of one sheet: of the same kind as a project file, with a part of its own.

use serde_json::Value;

use crate::domain::requirements::understanding::Scenario;
use crate::domain::requirements::understanding::answer_sheet::{AnswerSheet, SheetScenario};
use crate::domain::selection::Vendor;
use crate::domain::selection::score_sheet::{ScoreSheet, SheetVendor};
use crate::domain::sheet::{Sheet, SheetKind};
use crate::exchange::file::{self, WriteError};
use crate::exchange::parse::{ImportError, typed};
use crate::exchange::tree;
use crate::exchange::validate::{Check, MAX_ERRORS};

/// Returns what a file names as its part.
#[must_use]
pub const fn part(kind: SheetKind) -> &'static str {
    match kind {
        SheetKind::Scores => "score_sheet",
        SheetKind::Answers => "answer_sheet",
    }
}

/// Writes a sheet as one readable file.
pub fn write(sheet: &Sheet, exported: &str) -> Result<String, WriteError> {
    let part = part(sheet.kind());
    match sheet {
        Sheet::Scores(sheet) => file::export_part(part, sheet, exported),
        Sheet::Answers(sheet) => file::export_part(part, sheet, exported),
    }
}

/// Types and checks a sheet; nothing where the part is none.
pub fn read(named: &str, contents: &Value) -> Option<Result<Sheet, Vec<ImportError>>> {
    [SheetKind::Scores, SheetKind::Answers].into_iter().find(|kind| part(*kind) == named).map(|kind| {
        let sheet = match kind {
            SheetKind::Scores => Sheet::Scores(typed(contents, "")?),
            SheetKind::Answers => Sheet::Answers(typed(contents, "")?),
        };
        let mut check = Check::default();
        if sheet.project().id.is_nil() {
            check.errors.push(ImportError::MissingId { pointer: "/project/id".to_owned() });
        }
        match &sheet {
            Sheet::Scores(sheet) => check_scores(sheet, &mut check),
            Sheet::Answers(sheet) => check_answers(sheet, &mut check),
        }
        check.errors.truncate(MAX_ERRORS);
        if check.errors.is_empty() { Ok(sheet) } else { Err(check.errors) }
    })
}

fn check_scores(sheet: &ScoreSheet, check: &mut Check) {
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
}

fn check_answers(sheet: &AnswerSheet, check: &mut Check) {
    // The place a sheet is filled in has an id made from that of its project.
    if sheet.place_id().is_nil() {
        check.errors.push(ImportError::MissingId { pointer: "/project/id".to_owned() });
    }
    let scenarios: Vec<Scenario> = sheet.scenarios.iter().map(SheetScenario::scenario).collect();
    check.items(scenarios.iter(), |place| format!("/scenarios/{place}"));
    for (id, answer) in sheet.answers.given.iter() {
        let pointer = format!("/answers/given/{id}");
        match scenarios.iter().find(|scenario| scenario.id == *id) {
            None => check.errors.push(ImportError::DanglingReference { pointer }),
            Some(_) if answer.chosen.is_empty() => (),
            Some(scenario) if scenario.choices().any(|choice| choice == answer.chosen) => (),
            Some(_) => check.errors.push(ImportError::UnknownAnswer {
                pointer: format!("{pointer}/chosen"),
                found: answer.chosen.clone(),
            }),
        }
    }
}
