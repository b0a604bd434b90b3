//! The size of the first load, as a static host would send it.

use std::fs;
use std::io::Write;

use crate::run::{Outcome, files, root};

/// Prints the brotli size of every file of the first load and compares the sum with the budget.
pub fn check() -> Outcome {
    let dist = root().join("dist");
    let budget = budget("first_load_brotli_bytes")?;
    let mut paths = Vec::new();
    files(&dist, &mut paths)?;
    paths.sort();
    let mut total = 0;
    for path in paths {
        let bytes = fs::read(&path).map_err(|error| format!("{} cannot be read: {error}", path.display()))?;
        let packed = brotli_size(&bytes)?;
        let name = path.strip_prefix(&dist).unwrap_or(&path).display().to_string();
        let is_first_load =
            !["samples/", "schema/", "templates/", "worker-"].iter().any(|folder| name.starts_with(folder));
        println!(
            "{packed:>9} B brotli  {:>9} B  {name}{}",
            bytes.len(),
            if is_first_load { "" } else { "  (on demand)" }
        );
        if is_first_load {
            total += packed;
        }
    }
    println!("{total:>9} B brotli  first load, budget {budget}");
    if budget < total {
        return Err(format!("the first load is {total} bytes, {} over the budget", total - budget));
    }
    Ok(())
}

fn budget(name: &str) -> Outcome<usize> {
    let path = root().join("tests/budgets.json");
    let text =
        fs::read_to_string(&path).map_err(|error| format!("{} cannot be read: {error}", path.display()))?;
    let value: serde_json::Value =
        serde_json::from_str(&text).map_err(|error| format!("tests/budgets.json: {error}"))?;
    value
        .get(name)
        .and_then(serde_json::Value::as_u64)
        .map(|bytes| bytes as usize)
        .ok_or_else(|| format!("tests/budgets.json has no {name}"))
}

fn brotli_size(bytes: &[u8]) -> Outcome<usize> {
    let mut packed = Vec::new();
    {
        let mut writer = brotli::CompressorWriter::new(&mut packed, 1 << 16, 11, 22);
        writer.write_all(bytes).map_err(|error| error.to_string())?;
    }
    Ok(packed.len())
}
