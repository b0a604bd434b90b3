//! Who may import whom, where colours stand, and which style sheets are linked: read from the sources.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::fs;
use std::path::{Path, PathBuf};

fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![PathBuf::from(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|found| found == ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn module_of(path: &Path) -> String {
    let inner = path.strip_prefix("src").unwrap();
    inner.iter().next().unwrap().to_string_lossy().trim_end_matches(".rs").to_owned()
}

#[test]
fn imports_follow_the_house_rules() {
    let rules: [(&str, &[&str]); 11] = [
        ("domain", &["domain"]),
        ("routes", &["domain"]),
        ("exchange", &["exchange", "domain"]),
        ("charts", &["charts"]),
        ("documents", &["documents", "domain", "i18n", "exchange"]),
        ("i18n", &["i18n", "domain", "exchange"]),
        ("lab", &["lab", "charts", "i18n", "exchange", "domain", "routes"]),
        ("platform", &["platform"]),
        ("state", &["state", "domain", "exchange", "lab", "platform", "routes"]),
        ("ui", &["ui", "i18n"]),
        (
            "pages",
            &["pages", "ui", "state", "documents", "charts", "i18n", "exchange", "domain", "routes", "lab"],
        ),
    ];
    let mut wrong = Vec::new();
    for path in files("src", "rs") {
        let module = module_of(&path);
        let Some((_, allowed)) = rules.iter().find(|(name, _)| *name == module) else { continue };
        let text = fs::read_to_string(&path).unwrap();
        for rest in text.split("crate::").skip(1) {
            let target: String =
                rest.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect();
            let is_module = files("src", "rs").iter().any(|path| module_of(path) == target);
            if is_module && !allowed.contains(&target.as_str()) {
                wrong.push(format!("{} imports {target}", path.display()));
            }
        }
    }
    wrong.dedup();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_mathematics_is_called_by_those_who_know_what_it_is_about() {
    for path in files("src", "rs") {
        let may =
            ["documents", "domain", "exchange", "i18n", "lab", "pages"].contains(&module_of(&path).as_str());
        let text = fs::read_to_string(&path).unwrap();
        let calls = text.contains("use decision::") || text.contains(" decision::");
        assert!(may || !calls, "{} calls the mathematics itself", path.display());
    }
}

#[test]
fn raw_colours_stand_in_the_tokens_only() {
    for path in files("style", "css") {
        if path.ends_with("tokens.css") {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        let is_raw = |word: &str| {
            word.starts_with('#')
                && word.len() > 3
                && word[1..].chars().take(3).all(|letter| letter.is_ascii_hexdigit())
        };
        let raw: Vec<_> = text.split([' ', ':', ';', '(', ',']).filter(|word| is_raw(word)).collect();
        assert!(raw.is_empty() && !text.contains("rgb("), "{}: {raw:?}", path.display());
    }
}

#[test]
fn a_style_sheet_belongs_to_the_widget_or_page_it_is_named_after() {
    for path in files("style/ui", "css").into_iter().chain(files("style/pages", "css")) {
        let name = path.strip_prefix("style").unwrap().with_extension("rs");
        assert!(Path::new("src").join(&name).is_file(), "{} has no {}", path.display(), name.display());
    }
}

#[test]
fn no_markup_carries_a_style_attribute() {
    for path in files("src", "rs") {
        let text = fs::read_to_string(&path).unwrap();
        assert!(!text.contains(" style="), "{}", path.display());
    }
}

#[test]
fn pages_do_not_import_the_pages_of_other_stages() {
    let shared = [
        "parts",
        "chart",
        "form",
        "half_seal",
        "list",
        "frame",
        "tickets",
        "first_page",
        "stage_of",
        "name",
        "title",
        "task_page",
    ];
    let allowed = [("overview", "requirements"), ("overview", "risk"), ("overview", "vendors")];
    for path in files("src/pages", "rs") {
        let own = path
            .strip_prefix("src/pages")
            .unwrap()
            .iter()
            .next()
            .unwrap()
            .to_string_lossy()
            .trim_end_matches(".rs")
            .to_owned();
        let text = fs::read_to_string(&path).unwrap();
        for rest in text.split("crate::pages::").skip(1) {
            let other: String =
                rest.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect();
            let fine = other.is_empty()
                || other == own
                || shared.contains(&other.as_str())
                || allowed.contains(&(own.as_str(), other.as_str()));
            assert!(fine, "{} imports pages::{other}", path.display());
        }
    }
}
