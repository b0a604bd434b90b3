//! Every verified case of the rules, from `tests/data/rules` or from the directory `HALFSEAL_RULES_CASES` names.
//!
//! A case is `{topic, id, input, expected, tolerance}`. A topic the product does not know fails.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "reference/cases.rs"]
mod cases;
#[path = "reference/rules/mod.rs"]
mod rules;

use cases::{Directory, Tolerance, differs};

#[test]
fn every_case_is_answered_as_verified() {
    let directory = Directory { name: "rules", usual: "tests/data/rules", variable: "HALFSEAL_RULES_CASES" };
    directory.run(|case| {
        let topic = case["topic"].as_str().unwrap_or_default();
        let found = rules::answer(topic, &case["input"])
            .ok_or_else(|| format!("no rule for topic {topic}, operation {}", case["input"]["op"]))?;
        let tolerance = Tolerance { by: case["tolerance"].as_f64().unwrap_or(1e-9), is_absolute: false };
        differs(&case["expected"], &found, tolerance, "").map_or(Ok(()), Err)
    });
}
