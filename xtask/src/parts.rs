//! The app in parts: what the frame needs is loaded at the start, the rest when a page asks for it.

mod joining;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

use wasm_split_cli_support::{Options, transform};

use self::joining::Group;
use crate::build::stamp;
use crate::run::{self, Outcome, command, files, root, run};
use crate::tools;

const NAME: &str = "app";

/// The names of the files of each part.
type Parts = BTreeMap<String, Vec<String>>;

/// Where the last build wrote which files each part consists of.
pub fn list() -> PathBuf {
    root().join("target/parts.json")
}

/// Takes the app Trunk has just put into its folder apart, and links the parts in the page instead of the whole.
///
/// The functions marked in `app::parcels::seams` are the seams; what only one side reaches goes there. The linker's notes
/// (`build.rs`) tell who reaches whom.
pub fn split(staging: &Path, html: String, is_release: bool) -> Outcome<String> {
    let path = tools::ready()?;
    let target = run::target();
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
    let parts = files_of(split.prefetch_map.into_iter().collect(), &work, &folder, is_release)?;
    let generated =
        fs::read_to_string(work.join("parts.js")).map_err(|error| format!("parts.js: {error}"))?;
    write(&folder.join("parts.js"), loaders(&generated, &parts)?)?;
    if is_release {
        shrink(&folder, &path)?;
    }
    write(&list(), serde_json::to_string(&parts).map_err(|error| error.to_string())?)?;
    link(staging, &folder, html)
}

/// Writes the files of the parts and returns the names of those each part consists of.
///
/// While developing, what is shared stays as it came: there is no network to spare then.
fn files_of(split: Parts, from: &Path, to: &Path, is_release: bool) -> Outcome<Parts> {
    let mut shared = BTreeMap::<String, u64>::new();
    let mut parts = Parts::new();
    for (bit, (part, files)) in split.into_iter().enumerate() {
        let own = own_file(&part);
        for file in files.into_iter().filter(|file| *file != own) {
            *shared.entry(file).or_default() |=
                1_u64.checked_shl(bit as u32).ok_or("There are over 64 parts.")?;
        }
        write(&to.join(format!("{own}.wasm")), load(from, &own)?)?;
        parts.insert(part, vec![own]);
    }
    let mut groups = Vec::new();
    for (file, users) in shared {
        groups.push(Group { files: vec![file], size: 0, users });
    }
    if is_release {
        groups = fewer(groups, &parts, from)?;
    }
    for (place, group) in groups.into_iter().enumerate() {
        let files = group.files.iter().map(|file| load(from, file)).collect::<Outcome<Vec<_>>>()?;
        let name = format!("shared_{place}");
        write(&to.join(format!("{name}.wasm")), joining::join(files)?)?;
        for (bit, files) in parts.values_mut().enumerate() {
            if group.users >> bit & 1 == 1 {
                files.push(name.clone());
            }
        }
    }
    Ok(parts)
}

/// Joins what several parts share to fewer files.
fn fewer(mut groups: Vec<Group>, parts: &Parts, from: &Path) -> Outcome<Vec<Group>> {
    let mut needed = Vec::new();
    for part in parts.keys() {
        needed.push(joining::size(&load(from, &own_file(part))?)?);
    }
    for group in &mut groups {
        for file in &group.files {
            group.size += joining::size(&load(from, file)?)?;
        }
        for (bit, needed) in needed.iter_mut().enumerate() {
            *needed += group.size * u32::from(group.users >> bit & 1 == 1);
        }
    }
    Ok(joining::groups(groups, &joining::weights(&needed)))
}

/// The file a part has for itself.
fn own_file(part: &str) -> String {
    format!("split_{part}")
}

/// Returns the script that loads the parts: how, the splitter has written; which files, we know better.
fn loaders(generated: &str, parts: &Parts) -> Outcome<String> {
    let (how, _) = generated.split_once("/* ").ok_or("parts.js names no file: is the splitter another?")?;
    let mut script = how.to_owned();
    script.push_str(
        "const file = (name, needs) => makeLoad(() => {
    const source = fetch(new URL(`./${name}.wasm`, import.meta.url));
    source.catch(() => {});
    return (imports) => WebAssembly.instantiateStreaming(source, imports);
}, needs);
",
    );
    let mut shared = BTreeSet::new();
    let mut own = String::new();
    for (part, files) in parts {
        let file = own_file(part);
        let needs: Vec<_> = files.iter().filter(|needed| **needed != file).map(String::as_str).collect();
        own.push_str(&format!(
            "export const __wasm_split_load_{part} = wrapAsyncCb(file('{file}', [{}]));\n",
            needs.join(", ")
        ));
        shared.extend(needs);
    }
    for name in shared {
        script.push_str(&format!("const {name} = file('{name}', []);\n"));
    }
    script.push_str(&own);
    Ok(script)
}

fn load(folder: &Path, name: &str) -> Outcome<Vec<u8>> {
    let path = folder.join(format!("{name}.wasm"));
    fs::read(&path).map_err(|error| format!("{} cannot be read: {error}", path.display()))
}

fn write(path: &Path, contents: impl AsRef<[u8]>) -> Outcome {
    fs::write(path, contents).map_err(|error| format!("{} cannot be written: {error}", path.display()))
}

/// Makes every part small; there are hundreds of them, so several at a time.
fn shrink(folder: &Path, path: &std::ffi::OsStr) -> Outcome {
    let mut parts = Vec::new();
    files(folder, &mut parts)?;
    parts.retain(|part| part.extension().is_some_and(|extension| extension == "wasm"));
    let n_workers = thread::available_parallelism().map_or(1, usize::from);
    let shares: Vec<Vec<_>> =
        (0..n_workers).map(|first| parts.iter().skip(first).step_by(n_workers).collect()).collect();
    thread::scope(|scope| {
        let work = |share: Vec<&PathBuf>| {
            share.into_iter().try_for_each(|part| {
                run(command("wasm-opt")
                    .args(["-Oz", "--low-memory-unused", "--strip-producers", "--strip-target-features"])
                    .arg(part)
                    .arg("-o")
                    .arg(part)
                    .env("PATH", path))
            })
        };
        let workers: Vec<_> = shares.into_iter().map(|share| scope.spawn(move || work(share))).collect();
        workers.into_iter().try_for_each(|worker| {
            worker.join().unwrap_or_else(|_| Err("wasm-opt: a thread ended early".to_owned()))
        })
    })
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
