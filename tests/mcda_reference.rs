//! Every verified case of decision analysis, from `tests/data/mcda` or from the directory `HALFSEAL_MCDA_CASES` names.
//!
//! `tests/data/mcda/README.md` defines the format and the methods. A method the product does not know fails.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "reference/cases.rs"]
mod cases;
#[path = "reference/mcda/mod.rs"]
mod mcda;

use cases::Directory;

#[test]
fn every_case_is_answered_as_verified() {
    let directory = Directory { name: "mcda", usual: "tests/data/mcda", variable: "HALFSEAL_MCDA_CASES" };
    directory.run(|case| {
        let found = mcda::answer(case)
            .ok_or_else(|| format!("no rule for kind {}, method {}", case["kind"], case["method"]))?;
        mcda::judge::judge(case, found)
    });
}
