//! Builds, serves, tests and photographs Halfseal. `cargo xtask` alone lists what it can do.

mod browser;
mod build;
mod offline;
mod parts;
mod run;
mod sizes;
mod steps;
mod tools;

use std::process::ExitCode;

const HELP: &str = "\
cargo xtask serve            build, serve on this machine and open the browser; rebuilds on change
cargo xtask build            write the release site to dist/
cargo xtask test [STEP ...]  run every check, or only these: fmt clippy core native schema web build sizes e2e
cargo xtask bench            measure speed as ratios to a hand-written grid and to Chart.js
cargo xtask shots [WORD ...] write pictures of the pages to shots/; words filter, for example: raci zh dark 360
";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let (command, rest) = words.split_first().map_or(("", &[][..]), |(first, rest)| (first.as_str(), rest));
    let result = match command {
        "serve" => build::serve(),
        "build" => build::release("dist", false),
        "test" => steps::test(rest),
        "bench" => steps::bench(),
        "shots" => steps::shots(rest),
        // Called by Trunk before and after each build.
        "styles" => build::styles(),
        "postbuild" => build::postbuild(),
        "" | "help" | "--help" | "-h" => {
            print!("{HELP}");
            Ok(())
        }
        other => Err(format!("There is no command `{other}`.\n\n{HELP}")),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("\nxtask: {message}");
            ExitCode::FAILURE
        }
    }
}
