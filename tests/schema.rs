//! The published JSON Schema: generated from the types, and true of every file that comes with the app.
//! Run with `cargo test --no-default-features --features schema --test schema`; `UPDATE_GOLDEN=1` rewrites it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
#![cfg(feature = "schema")]

use std::fs;
use std::path::Path;

use halfseal::exchange::file::Envelope;
use serde_json::Value;

const PATH: &str = "public/schema/halfseal-project-v1.schema.json";

#[test]
fn the_published_schema_is_the_one_of_the_types() {
    let schema = schemars::schema_for!(Envelope);
    let text = serde_json::to_string_pretty(&schema).unwrap() + "\n";
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(PATH, &text).unwrap();
    }
    assert!(fs::read_to_string(PATH).is_ok_and(|published| published == text), "run with UPDATE_GOLDEN=1");
}

#[test]
fn every_sample_fits_the_schema() {
    let schema: Value = serde_json::from_str(&fs::read_to_string(PATH).unwrap()).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let mut checked = 0;
    for entry in fs::read_dir(Path::new("public/samples")).unwrap().flatten() {
        if entry.path().extension().is_some_and(|ending| ending == "json") {
            let file: Value = serde_json::from_str(&fs::read_to_string(entry.path()).unwrap()).unwrap();
            let errors: Vec<_> = validator.iter_errors(&file).map(|error| error.to_string()).collect();
            assert!(errors.is_empty(), "{}: {errors:?}", entry.path().display());
            checked += 1;
        }
    }
    assert!(checked > 0);
}
