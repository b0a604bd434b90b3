//! Building and serving the site.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

use crate::run::{self, Outcome, command, files, root, run};
use crate::{offline, parts, tools};

/// Writes the release site to a folder. With `fault` it also holds the switch that panics on purpose.
pub fn release(dist: &str, fault: bool) -> Outcome {
    let path = tools::ready()?;
    let mut trunk = command("trunk");
    trunk.args(["build", "--release", "--dist", dist]).env("PATH", path).env_remove("NO_COLOR");
    if fault {
        trunk.args(["--features", "fault-switch"]);
    }
    run(&mut trunk)?;
    println!("The site is in {dist}/: copy it to any folder of any static host.");
    Ok(())
}

/// Builds, serves on this machine and opens the browser.
pub fn serve() -> Outcome {
    let path = tools::ready()?;
    println!(
        "Building; the first time takes two to three minutes. Then: http://127.0.0.1:8090/ (Ctrl+C ends it)"
    );
    let mut trunk = command("trunk");
    trunk.arg("serve").env("PATH", path).env_remove("NO_COLOR");
    let has_screen = !cfg!(target_os = "linux")
        || ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var_os(name).is_some());
    if has_screen {
        trunk.arg("--open");
    }
    run(&mut trunk)
}

/// Builds the sampling of the laboratory for the page it is measured in.
pub fn sampling() -> Outcome {
    let path = tools::ready()?;
    let target = "wasm32-unknown-unknown";
    run(command("cargo").args([
        "build",
        "--quiet",
        "--release",
        "--package",
        "halfseal-bench",
        "--target",
        target,
    ]))?;
    let wasm = run::target().join(target).join("release/halfseal_bench.wasm");
    run(command("wasm-bindgen")
        .args(["--target", "web", "--no-typescript", "--out-dir"])
        .arg(root().join("target/sampling"))
        .arg(wasm)
        .env("PATH", path))
}

/// Joins the style sheets into the one the page links: a request and a few kilobytes instead of forty.
///
/// Every sheet names its layer, so only the order of layers counts; the sheet that says it comes first.
pub fn styles() -> Outcome {
    let mut sheets = Vec::new();
    files(&root().join("style"), &mut sheets)?;
    sheets.sort_by_key(|sheet| (!sheet.ends_with("style/layers.css"), sheet.clone()));
    let mut joined = String::new();
    for sheet in sheets {
        let text = fs::read_to_string(&sheet)
            .map_err(|error| format!("{} cannot be read: {error}", sheet.display()))?;
        joined.push_str(&text);
    }
    let target = root().join("target");
    fs::create_dir_all(&target).map_err(|error| format!("{} cannot be made: {error}", target.display()))?;
    let site = target.join("site.css");
    // An unchanged file keeps its time, so that nothing is built anew for it.
    if fs::read_to_string(&site).is_ok_and(|present| present == joined) {
        return Ok(());
    }
    fs::write(&site, joined).map_err(|error| format!("{} cannot be written: {error}", site.display()))
}

/// Settles the content policy in the page Trunk has just written.
///
/// A release allows no inline code at all. While developing, Trunk's own reload script and the preview of styles are
/// inline, so they are allowed there and only there.
pub fn postbuild() -> Outcome {
    let staging = std::env::var("TRUNK_STAGING_DIR")
        .map_err(|_| "Trunk calls this command; it is not for hand use.")?;
    let is_release = std::env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    let page = Path::new(&staging).join("index.html");
    let mut html =
        fs::read_to_string(&page).map_err(|error| format!("{} cannot be read: {error}", page.display()))?;
    let allowed = if is_release { "" } else { "'unsafe-inline'" };
    for token in ["@@DEV_SCRIPTS@@", "@@DEV_STYLES@@"] {
        html = replaced(&html, token, allowed)?;
    }
    if is_release {
        refuse_inline(&html)?;
    }
    html = parts::split(Path::new(&staging), html, is_release)?;
    html = name_worker(Path::new(&staging), html)?;
    html = replaced(&html, "@@OFFLINE@@", if is_release { offline::NAME } else { "" })?;
    fs::write(&page, html).map_err(|error| format!("{} cannot be written: {error}", page.display()))?;
    if is_release { offline::write(Path::new(&staging)) } else { Ok(()) }
}

/// Puts something in the place of a token that a page has to hold exactly once.
fn replaced(html: &str, token: &str, by: &str) -> Outcome<String> {
    if html.matches(token).count() == 1 {
        Ok(html.replace(token, by))
    } else {
        Err(format!("index.html has to hold {token} exactly once"))
    }
}

/// Names the folder of the worker by what is in it, so that a page never meets a worker of another version, and writes
/// the name into the page.
fn name_worker(staging: &Path, html: String) -> Outcome<String> {
    let folder = staging.join("worker");
    let name = format!("worker-{}", stamp(&folder)?);
    fs::rename(&folder, staging.join(&name))
        .map_err(|error| format!("{} cannot be renamed: {error}", folder.display()))?;
    replaced(&html, "@@WORKER@@", &name)
}

/// Returns what stands for the contents of a folder in its name.
pub fn stamp(folder: &Path) -> Outcome<String> {
    let mut paths = Vec::new();
    files(folder, &mut paths)?;
    paths.sort();
    let mut hasher = DefaultHasher::new();
    for path in paths {
        let bytes = fs::read(&path).map_err(|error| format!("{} cannot be read: {error}", path.display()))?;
        (path.file_name().map(std::ffi::OsStr::to_owned), bytes).hash(&mut hasher);
    }
    Ok(format!("{:016x}", hasher.finish()))
}

/// Fails where a page holds inline script or style, which its own policy would block.
fn refuse_inline(html: &str) -> Outcome {
    let inline_script = html.split("<script").skip(1).any(|rest| {
        let tag = rest.split('>').next().unwrap_or_default();
        !tag.contains("src=")
    });
    if inline_script || html.contains("<style") || html.contains(" style=") {
        return Err("index.html holds inline script or style, which the content policy blocks".to_owned());
    }
    Ok(())
}

/// Tells whether a release site is there already.
pub fn is_built(dist: &str) -> bool {
    root().join(dist).join("index.html").is_file()
}
