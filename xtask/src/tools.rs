//! The build tools, each in one fixed version: found in PATH or in a cache of our own, else installed there once.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use crate::run::{Outcome, command, find, output, run};

const TRUNK: &str = "0.21.14";
const WASM_BINDGEN: &str = "0.2.129";
const BINARYEN: &str = "132";
const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// Finds or installs every tool a build needs and returns the PATH that has them first.
pub fn ready() -> Outcome<std::ffi::OsString> {
    wasm_target()?;
    let trunk = cargo_tool("trunk", "trunk", TRUNK, "it bundles the site", 5)?;
    let bindgen =
        cargo_tool("wasm-bindgen", "wasm-bindgen-cli", WASM_BINDGEN, "it ties Wasm to JavaScript", 2)?;
    let binaryen = wasm_opt()?;
    let folders = [trunk, bindgen, binaryen];
    let rest = std::env::var_os("PATH").unwrap_or_default();
    std::env::join_paths(folders.into_iter().chain(std::env::split_paths(&rest)))
        .map_err(|error| format!("PATH cannot be put together: {error}"))
}

/// The folder tools are kept in between runs and projects.
fn cache() -> Outcome<PathBuf> {
    let base = std::env::var_os("XDG_CACHE_HOME")
        .or_else(|| std::env::var_os("LOCALAPPDATA"))
        .map(PathBuf::from)
        .or_else(|| std::env::var_os("HOME").map(|home| Path::new(&home).join(".cache")))
        .ok_or("There is no home folder to keep the build tools in: set XDG_CACHE_HOME.")?;
    Ok(base.join("halfseal"))
}

fn wasm_target() -> Outcome {
    let installed = output(command("rustup").args(["target", "list", "--installed"]));
    match installed {
        Some(list) if list.lines().any(|line| line.trim() == WASM_TARGET) => Ok(()),
        Some(_) => {
            println!("Adding the Rust target {WASM_TARGET}: the app is compiled to Wasm. About 10 seconds.");
            run(command("rustup").args(["target", "add", WASM_TARGET]))
        }
        // Without rustup the toolchain has to bring the target; the build says so if it does not.
        None => Ok(()),
    }
}

fn has_version(program: &Path, version: &str) -> bool {
    output(Command::new(program).arg("--version"))
        .is_some_and(|said| said.split([' ', '\n', '_']).any(|word| word.trim_start_matches('v') == version))
}

fn folder_of(program: &Path) -> PathBuf {
    program.parent().map(Path::to_path_buf).unwrap_or_default()
}

fn cargo_tool(program: &str, package: &str, version: &str, why: &str, minutes: u32) -> Outcome<PathBuf> {
    if let Some(path) = find(program).filter(|path| has_version(path, version)) {
        return Ok(folder_of(&path));
    }
    let place = cache()?.join(format!("{program}-{version}"));
    let path = place.join("bin").join(format!("{program}{}", std::env::consts::EXE_SUFFIX));
    if has_version(&path, version) {
        return Ok(folder_of(&path));
    }
    println!(
        "Installing {program} {version} into {}: {why}. Built from source, about {minutes} minutes, once.",
        place.display()
    );
    let start = Instant::now();
    run(command("cargo")
        .args(["install", package, "--locked", "--version", version, "--root"])
        .arg(&place)
        // A tool that is used for seconds need not be optimised for minutes.
        .envs([
            ("CARGO_PROFILE_RELEASE_LTO", "false"),
            ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
            ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
        ]))?;
    println!("{program} is ready after {} s.", start.elapsed().as_secs());
    Ok(folder_of(&path))
}

fn wasm_opt() -> Outcome<PathBuf> {
    if let Some(path) = find("wasm-opt").filter(|path| has_version(path, BINARYEN)) {
        return Ok(folder_of(&path));
    }
    let place = cache()?.join(format!("binaryen-{BINARYEN}"));
    let folder = place.join("node_modules").join(".bin");
    let path = folder.join(if cfg!(windows) { "wasm-opt.cmd" } else { "wasm-opt" });
    if has_version(&path, BINARYEN) {
        return Ok(folder);
    }
    let npm = npm()?;
    println!(
        "Installing wasm-opt {BINARYEN} into {}: it makes the Wasm a quarter smaller. About 20 seconds, once.",
        place.display()
    );
    std::fs::create_dir_all(&place)
        .map_err(|error| format!("{} cannot be made: {error}", place.display()))?;
    run(Command::new(npm)
        .args(["install", "--no-audit", "--no-fund", "--silent", "--prefix"])
        .arg(&place)
        .arg(format!("binaryen@{BINARYEN}")))?;
    Ok(folder)
}

/// Finds npm, or installs Node.js where this may be done.
pub fn npm() -> Outcome<PathBuf> {
    if let Some(npm) = find("npm") {
        return Ok(npm);
    }
    debian_install(&["nodejs", "npm"], "Node.js")?;
    find("npm").ok_or_else(|| "npm is not in PATH after its installation.".to_owned())
}

/// Installs Debian packages as root; elsewhere says which one command does it.
pub fn debian_install(packages: &[&str], what: &str) -> Outcome {
    let is_root = output(Command::new("id").arg("-u")).as_deref() == Some("0");
    if !is_root || find("apt-get").is_none() {
        return Err(format!(
            "{what} is needed. On Debian or Ubuntu: sudo apt-get install {}",
            packages.join(" ")
        ));
    }
    println!("Installing {what} with apt-get ({}). About a minute, once.", packages.join(" "));
    run(Command::new("apt-get").args(["update", "-qq"]))?;
    run(Command::new("apt-get")
        .args(["install", "-y", "-qq"])
        .args(packages)
        .env("DEBIAN_FRONTEND", "noninteractive"))
}
