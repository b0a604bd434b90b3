//! Every check, one step after the other.

use std::time::Instant;

use crate::run::{Outcome, command, root, run};
use crate::{browser, build, sizes, tools};

struct Step {
    name: &'static str,
    what: &'static str,
    run: fn() -> Outcome,
}

const STEPS: [Step; 9] = [
    Step { name: "fmt", what: "formatting", run: fmt },
    Step { name: "clippy", what: "lints of the core, the tools and the Wasm app", run: clippy },
    Step { name: "core", what: "core tests, without any browser crate", run: core },
    Step { name: "native", what: "all native tests", run: native },
    Step { name: "schema", what: "the JSON Schema and every file checked against it", run: schema },
    Step { name: "web", what: "tests inside headless Chromium", run: web },
    Step { name: "build", what: "the release site", run: || build::release("dist", false) },
    Step { name: "sizes", what: "size budgets", run: sizes::check },
    Step { name: "e2e", what: "the whole app in Chromium, with accessibility checks", run: e2e },
];

/// Runs the named steps, or all of them, up to the first that fails.
pub fn test(names: &[String]) -> Outcome {
    if let Some(unknown) = names.iter().find(|name| STEPS.iter().all(|step| step.name != name.as_str())) {
        let known: Vec<_> = STEPS.iter().map(|step| step.name).collect();
        return Err(format!("There is no step `{unknown}`. Steps: {}", known.join(" ")));
    }
    let chosen = STEPS.iter().filter(|step| names.is_empty() || names.iter().any(|name| name == step.name));
    let mut passed = 0;
    for step in chosen {
        println!("\n== {}: {}", step.name, step.what);
        let start = Instant::now();
        if let Err(message) = (step.run)() {
            println!("{passed} passed, 1 failed");
            return Err(format!(
                "step {} failed: {message}\nRun it alone with: cargo xtask test {}",
                step.name, step.name
            ));
        }
        println!("== {} passed in {} s", step.name, start.elapsed().as_secs());
        passed += 1;
    }
    println!("\n{passed} passed, 0 failed");
    Ok(())
}

fn cargo(words: &str) -> Outcome {
    run(command("cargo").args(words.split_whitespace()))
}

fn fmt() -> Outcome {
    cargo("fmt --all --check")
}

fn clippy() -> Outcome {
    cargo("clippy --quiet --workspace --no-default-features --all-targets -- -D warnings")?;
    tools::ready()?;
    cargo("clippy --quiet --target wasm32-unknown-unknown -- -D warnings")
}

fn core() -> Outcome {
    cargo("test --quiet --no-default-features --package halfseal --package halfseal-decision")
}

fn native() -> Outcome {
    cargo("test --quiet --workspace")
}

fn schema() -> Outcome {
    cargo("test --quiet --no-default-features --features schema --test schema")
}

fn web() -> Outcome {
    let path = tools::ready()?;
    let browser = browser::ready()?;
    run(command("cargo")
        .args(["test", "--target", "wasm32-unknown-unknown", "--test", "web"])
        .env("PATH", path)
        .env("CHROMEDRIVER", browser.driver)
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner"))
}

fn e2e() -> Outcome {
    if !build::is_built("dist") {
        build::release("dist", false)?;
    }
    build::release("target/dist-fault", true)?;
    playwright(&["test"], &[])
}

/// Measures speed against yardsticks in the same run. It reports and never fails on a figure.
pub fn bench() -> Outcome {
    if !build::is_built("dist") {
        build::release("dist", false)?;
    }
    build::sampling()?;
    playwright(&["test", "--config", "bench.config.js"], &[])
}

/// Writes pictures of the pages.
pub fn shots(words: &[String]) -> Outcome {
    if !build::is_built("dist") {
        build::release("dist", false)?;
    }
    playwright(&["test", "--config", "shots.config.js"], &[("SHOTS", &words.join(" "))])?;
    println!("The pictures are in {}", root().join("shots").display());
    Ok(())
}

fn playwright(words: &[&str], variables: &[(&str, &str)]) -> Outcome {
    let browser = browser::ready()?;
    browser::packages()?;
    run(command("node")
        .current_dir(root().join("tests/e2e"))
        .arg("node_modules/@playwright/test/cli.js")
        .args(words)
        .env("CHROME", browser.chromium)
        .envs(variables.iter().copied()))
}
