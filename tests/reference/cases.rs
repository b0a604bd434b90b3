//! Reads the cases of a directory, has each answered, and compares. Shared by the tests of decision analysis and of rules.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use serde_json::Value;

/// How far a number may be off.
#[derive(Clone, Copy)]
pub struct Tolerance {
    /// By how much.
    pub by: f64,
    /// Whether that holds for every number as it is. If not, it is a share of a number above 1, and an integer may not be
    /// off at all.
    pub is_absolute: bool,
}

/// A directory of cases.
pub struct Directory<'a> {
    /// What the cases are called in the line that counts them.
    pub name: &'a str,
    /// Where they are.
    pub usual: &'a str,
    /// The environment variable that names another directory.
    pub variable: &'a str,
}

impl Directory<'_> {
    /// Runs every case: `judge` returns what is wrong with one. Prints one line of counts and fails when any case does.
    pub fn run(&self, judge: impl Fn(&Value) -> Result<(), String>) {
        let folder = std::env::var_os(self.variable).map_or_else(|| PathBuf::from(self.usual), PathBuf::from);
        let mut files = Vec::new();
        find(&folder, &mut files);
        files.sort();
        let judge_file = |path: &Path| -> Result<(), String> {
            let text = fs::read_to_string(path).map_err(|error| error.to_string())?;
            let case: Value = serde_json::from_str(&text).map_err(|error| error.to_string())?;
            // A case that panics fails by itself and not all the others with it.
            catch_unwind(AssertUnwindSafe(|| judge(&case))).unwrap_or_else(|_| Err("panicked".to_owned()))
        };
        let failures: Vec<String> = files
            .iter()
            .filter_map(|path| judge_file(path).err().map(|why| format!("{}: {why}", path.display())))
            .collect();
        println!("{} cases: {} passed, {} failed", self.name, files.len() - failures.len(), failures.len());
        assert!(!files.is_empty(), "no case in {}", folder.display());
        assert!(failures.is_empty(), "{} cases failed:\n{}", failures.len(), failures.join("\n"));
    }
}

fn find(folder: &Path, found: &mut Vec<PathBuf>) {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            find(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "json") {
            found.push(path);
        }
    }
}

/// Says where a result is not as expected. Every key of an expected object has to be there; further keys do not matter.
pub fn differs(expected: &Value, found: &Value, tolerance: Tolerance, place: &str) -> Option<String> {
    let wrong = || Some(format!("{place}: expected {expected}, found {found}"));
    match (expected, found) {
        (Value::Object(expected), Value::Object(found)) => {
            expected.iter().find_map(|(key, value)| match found.get(key) {
                Some(found) => differs(value, found, tolerance, &format!("{place}/{key}")),
                None => Some(format!("{place}/{key} is missing")),
            })
        }
        (Value::Array(expected), Value::Array(found)) if expected.len() == found.len() => {
            let pairs = expected.iter().zip(found).enumerate();
            pairs.into_iter().find_map(|(at, (expected, found))| {
                differs(expected, found, tolerance, &format!("{place}/{at}"))
            })
        }
        (Value::Number(want), Value::Number(got)) => {
            let (w, g) = (want.as_f64().unwrap(), got.as_f64().unwrap());
            let allowed = match (tolerance.is_absolute, want.is_f64()) {
                (true, _) => tolerance.by,
                (false, true) => tolerance.by * w.abs().max(1.0),
                (false, false) => 0.0,
            };
            if (g - w).abs() <= allowed { None } else { wrong() }
        }
        _ if expected == found => None,
        _ => wrong(),
    }
}
