//! The browser the tests drive.

use std::path::PathBuf;
use std::time::SystemTime;

use crate::run::{Outcome, command, find, root, run};
use crate::tools;

/// A browser and its driver.
pub struct Browser {
    /// Chromium or Chrome.
    pub chromium: PathBuf,
    /// ChromeDriver of the same version.
    pub driver: PathBuf,
}

/// Finds a browser with its driver, or installs one where this may be done.
pub fn ready() -> Outcome<Browser> {
    if let Some(browser) = present() {
        return Ok(browser);
    }
    tools::debian_install(&["chromium", "chromium-driver", "fonts-noto-cjk"], "Chromium")?;
    present().ok_or_else(|| "Chromium is not in PATH after its installation.".to_owned())
}

fn present() -> Option<Browser> {
    let named = std::env::var_os("CHROME").map(PathBuf::from);
    let chromium = named.or_else(|| {
        ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"].into_iter().find_map(find)
    })?;
    let driver = std::env::var_os("CHROMEDRIVER").map(PathBuf::from).or_else(|| find("chromedriver"))?;
    Some(Browser { chromium, driver })
}

/// Installs the packages of the browser tests when the lock file is newer than what is there.
pub fn packages() -> Outcome {
    let folder = root().join("tests/e2e");
    let changed = |path: &str| -> Option<SystemTime> { folder.join(path).metadata().ok()?.modified().ok() };
    let installed = changed("node_modules/.package-lock.json");
    if installed.is_some() && changed("package-lock.json") <= installed {
        return Ok(());
    }
    println!("Installing the packages of the browser tests (Playwright, axe). About 20 seconds, once.");
    run(command(tools::npm()?)
        .args(["ci", "--no-audit", "--no-fund", "--silent", "--ignore-scripts"])
        .current_dir(folder))
}
