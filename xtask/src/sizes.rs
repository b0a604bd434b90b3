//! The size of the first load, as a static host would send it.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::Path;

use crate::parts;
use crate::run::{Outcome, files, root};

/// What comes when somebody asks for it, or after the start: the icons when the site is installed.
const ON_DEMAND: [&str; 6] = ["icon-", "samples/", "schema/", "sw.js", "templates/", "worker-"];

/// Prints the brotli size of every file and compares two sums with their budgets: what shows the frame with the
/// projects and the overview, and that with the part of the heaviest page.
pub fn check() -> Outcome {
    let dist = root().join("dist");
    let parts: BTreeMap<String, Vec<String>> = read(&parts::list())?;
    let in_parts = |name: &str| parts.values().flatten().any(|part| name == part);
    let mut paths = Vec::new();
    files(&dist, &mut paths)?;
    paths.sort();
    let mut start = 0;
    let mut of_parts = BTreeMap::new();
    for path in paths {
        let bytes = fs::read(&path).map_err(|error| format!("{} cannot be read: {error}", path.display()))?;
        let packed = packed(&bytes, BEST)?;
        let name = path.strip_prefix(&dist).unwrap_or(&path).display().to_string();
        let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        let note = if ON_DEMAND.iter().any(|folder| name.starts_with(folder)) {
            "  (on demand)"
        } else if in_parts(stem) {
            of_parts.insert(stem.to_owned(), packed);
            "  (with its page)"
        } else {
            start += packed;
            ""
        };
        println!("{packed:>9} B brotli  {:>9} B  {name}{note}", bytes.len());
    }
    let mut heaviest = start;
    for (part, files) in &parts {
        let sum = start + files.iter().filter_map(|file| of_parts.get(file)).sum::<usize>();
        println!("{sum:>9} B brotli  start with the pages of `{part}`");
        heaviest = heaviest.max(sum);
    }
    within("start", start, "start_brotli_bytes")?;
    within("start with the heaviest page", heaviest, "heaviest_page_brotli_bytes")
}

fn within(what: &str, size: usize, name: &str) -> Outcome {
    let budgets: BTreeMap<String, usize> = read(&root().join("tests/budgets.json"))?;
    let budget = *budgets.get(name).ok_or_else(|| format!("tests/budgets.json has no {name}"))?;
    println!("{size:>9} B brotli  {what}, budget {budget}");
    if budget < size {
        return Err(format!("{what} is {size} bytes, {} over the budget", size - budget));
    }
    Ok(())
}

/// As hard as brotli can try, as hosts do for files that stay.
const BEST: u32 = 11;

fn read<T: serde::de::DeserializeOwned>(path: &Path) -> Outcome<T> {
    let text =
        fs::read_to_string(path).map_err(|error| format!("{} cannot be read: {error}", path.display()))?;
    serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))
}

/// Returns how many bytes brotli makes of some, at a quality of 0 to 11.
pub fn packed(bytes: &[u8], quality: u32) -> Outcome<usize> {
    let mut packed = Vec::new();
    {
        let mut writer = brotli::CompressorWriter::new(&mut packed, 1 << 16, quality, 22);
        writer.write_all(bytes).map_err(|error| error.to_string())?;
    }
    Ok(packed.len())
}
