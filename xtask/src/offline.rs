//! The service worker: it has to know every file of its version before the site is whole.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::build::stamp;
use crate::run::{Outcome, files, root};

/// The file beside the page.
pub const NAME: &str = "sw.js";

/// What nobody needs without a network: it is for those who write files for the app.
const NOT_KEPT: &str = "schema/";

/// Writes the service worker into a site that is whole but for it.
pub fn write(site: &Path) -> Outcome {
    let mut paths = Vec::new();
    files(site, &mut paths)?;
    let named = |path: PathBuf| {
        let name = path.strip_prefix(site).unwrap_or(&path).display().to_string();
        (!name.starts_with(NOT_KEPT)).then_some((name, path))
    };
    let mut kept = BTreeMap::new();
    for (name, path) in paths.into_iter().filter_map(named) {
        let sum = if says_what_is_in_it(&name) { String::new() } else { digest(&path)? };
        kept.insert(name, sum);
    }
    let kept = serde_json::to_string(&kept).map_err(|error| error.to_string())?;
    let source = root().join("public").join(NAME);
    let text = fs::read_to_string(&source)
        .map_err(|error| format!("{} cannot be read: {error}", source.display()))?;
    let version = stamp(site)?;
    let written = text.replace("@@VERSION@@", &version).replace("@@FILES@@", &kept);
    let target = site.join(NAME);
    fs::write(&target, written).map_err(|error| format!("{} cannot be written: {error}", target.display()))
}

/// Tells whether the name of a file, or that of its folder, ends with a hash of what is in it.
fn says_what_is_in_it(name: &str) -> bool {
    let first = name.split('/').next().unwrap_or(name);
    let stem = first.split('.').next().unwrap_or(first);
    stem.rsplit_once('-')
        .is_some_and(|(_, hash)| hash.len() == 16 && hash.chars().all(|one| one.is_ascii_hexdigit()))
}

fn digest(path: &Path) -> Outcome<String> {
    let bytes = fs::read(path).map_err(|error| format!("{} cannot be read: {error}", path.display()))?;
    let mut text = String::new();
    for byte in Sha256::digest(bytes) {
        write!(text, "{byte:02x}").map_err(|error| error.to_string())?;
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_that_end_with_a_hash_say_what_is_in_them() {
        for name in [
            "app-2947a08e670cf9bd/split_matrix.wasm",
            "site-95b2a20456369237.css",
            "worker-45d0896caf4f1a21/worker.js",
        ] {
            assert!(says_what_is_in_it(name), "{name}");
        }
        for name in
            ["index.html", "icon.svg", "samples/customer-service.zh.json", "templates/it-support.en.json"]
        {
            assert!(!says_what_is_in_it(name), "{name}");
        }
    }
}
