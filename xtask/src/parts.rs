//! The app in parts: what the frame needs is loaded at the start, the rest when a page asks for it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use wasm_split_cli_support::{Options, transform};

use crate::build::stamp;
use crate::run::{Outcome, command, files, root, run};
use crate::tools;

const NAME: &str = "app";

/// Where the last build wrote which files each part consists of.
pub fn list() -> PathBuf {
    root().join("target/parts.json")
}

/// Takes the app Trunk has just put into its folder apart, and links the parts in the page instead of the whole.
///
/// The functions marked in `app::parcels` are the seams; what only one side reaches goes there. The linker's notes
/// (`build.rs`) tell who reaches whom.
pub fn split(staging: &Path, html: String, is_release: bool) -> Outcome<String> {
    let path = tools::ready()?;
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    let profile = if is_release { "release" } else { "debug" };
    let whole = target.join("wasm32-unknown-unknown").join(profile).join("halfseal-app.wasm");
    let work = target.join("parts").join(profile);
    // What an earlier build left there would be taken for a part.
    let _ = fs::remove_dir_all(&work);
    let bytes = fs::read(&whole).map_err(|error| format!("{} cannot be read: {error}", whole.display()))?;
    let main = work.join("main.wasm");
    let mut options = Options::new(&bytes);
    options.output_dir = &work;
    options.main_out_path = &main;
    options.link_name = "./parts.js";
    let main_module = format!("./{NAME}.js");
    options.main_module = &main_module;
    let split =
        transform(options).map_err(|error| format!("{} cannot be split: {error}", whole.display()))?;

    let folder = staging.join(NAME);
    run(command("wasm-bindgen")
        .args(["--target", "web", "--no-typescript", "--keep-lld-exports", "--out-name", NAME, "--out-dir"])
        .arg(&folder)
        .arg(&main)
        .env("PATH", &path))?;
    for part in split.split_modules.iter().chain([&work.join("parts.js")]) {
        let to = folder.join(part.file_name().unwrap_or_default());
        fs::copy(part, &to).map_err(|error| format!("{} cannot be written: {error}", to.display()))?;
    }
    if is_release {
        shrink(&folder, &path)?;
    }
    let parts: BTreeMap<_, _> = split.prefetch_map.into_iter().collect();
    let parts = serde_json::to_string(&parts).map_err(|error| error.to_string())?;
    fs::write(list(), parts).map_err(|error| format!("{} cannot be written: {error}", list().display()))?;
    link(staging, &folder, html)
}

/// Makes every part small.
fn shrink(folder: &Path, path: &std::ffi::OsStr) -> Outcome {
    let mut parts = Vec::new();
    files(folder, &mut parts)?;
    for part in parts.iter().filter(|part| part.extension().is_some_and(|extension| extension == "wasm")) {
        run(command("wasm-opt")
            .args(["-Oz", "--low-memory-unused"])
            .arg(part)
            .arg("-o")
            .arg(part)
            .env("PATH", path))?;
    }
    Ok(())
}

/// Names the folder by what is in it and links it in the page instead of the files Trunk wrote.
fn link(staging: &Path, folder: &Path, html: String) -> Outcome<String> {
    let name = format!("{NAME}-{}", stamp(folder)?);
    fs::rename(folder, staging.join(&name))
        .map_err(|error| format!("{} cannot be renamed: {error}", folder.display()))?;
    let mut html = html;
    let mut written = Vec::new();
    files(staging, &mut written)?;
    for file in written {
        let Some(old) =
            file.file_name().and_then(|file| file.to_str()).filter(|file| file.starts_with("halfseal-app"))
        else {
            continue;
        };
        let new =
            if old.ends_with(".js") { format!("{name}/{NAME}.js") } else { format!("{name}/{NAME}_bg.wasm") };
        if !html.contains(old) {
            return Err(format!("index.html does not link {old}"));
        }
        html = html.replace(old, &new);
        fs::remove_file(&file).map_err(|error| format!("{} cannot be removed: {error}", file.display()))?;
    }
    Ok(html)
}
