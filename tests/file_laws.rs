//! Laws of the file format: what goes out comes back, what is unknown is kept, what is bad is refused with its place.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::sync::{Arc, LazyLock};

use halfseal::domain::project::Project;
use halfseal::exchange::file::{self, Document};
use halfseal::exchange::parse::{self, ImportError};
use proptest::prelude::*;
use serde_json::{Value, json};

const WHEN: &str = "2026-11-24T08:00:00Z";

static SAMPLES: LazyLock<Vec<Value>> = LazyLock::new(|| {
    ["customer-service.zh", "software-development.en", "published-supplier-case.en"]
        .map(|name| {
            serde_json::from_slice(&std::fs::read(format!("public/samples/{name}.json")).unwrap()).unwrap()
        })
        .to_vec()
});

fn read(file: &Value) -> Result<Vec<Document>, Vec<ImportError>> {
    parse::import(file.to_string().as_bytes())
}

fn written(documents: &[Document]) -> Value {
    serde_json::from_str(&file::export(documents, WHEN).unwrap()).unwrap()
}

/// Lists the pointers of everything in a tree.
fn pointers(value: &Value, here: &str, found: &mut Vec<String>) {
    found.push(here.to_owned());
    match value {
        Value::Object(map) => {
            map.iter().for_each(|(key, child)| pointers(child, &format!("{here}/{key}"), found))
        }
        Value::Array(list) => {
            list.iter()
                .enumerate()
                .for_each(|(place, child)| pointers(child, &format!("{here}/{place}"), found));
        }
        _ => (),
    }
}

fn all_pointers(file: &Value) -> Vec<String> {
    let mut found = Vec::new();
    pointers(file, "", &mut found);
    found
}

/// Returns the place an error names, where it names one.
fn place(error: &ImportError) -> Option<&str> {
    match error {
        ImportError::TooDeep { pointer }
        | ImportError::ListTooLong { pointer }
        | ImportError::TextTooLong { pointer }
        | ImportError::WrongType { pointer, .. }
        | ImportError::DanglingReference { pointer } => Some(pointer),
        ImportError::DuplicateId { second, .. } | ImportError::DuplicateNumber { second, .. } => Some(second),
        _ => None,
    }
}

/// Changes a project as people do: takes items out, moves them, writes into them.
fn edited(mut project: Project, edits: &[(u8, usize, String)]) -> Project {
    for (kind, place, text) in edits {
        let team = Arc::make_mut(&mut project.team);
        let role = team.roles.at(place % team.roles.len().max(1)).map(|role| role.id);
        match (kind % 4, role) {
            (0, Some(role)) => team.roles.update(role, |role| role.name.clone_from(text)),
            (1, Some(role)) => {
                team.roles.remove(role);
            }
            (2, Some(role)) => {
                team.roles.shift(role, 2);
            }
            _ => Arc::make_mut(&mut project.profile).reason.clone_from(text),
        }
        project.mend_links();
    }
    project
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn what_goes_out_comes_back(
        sample in 0_usize..3,
        edits in prop::collection::vec((any::<u8>(), any::<usize>(), any::<String>()), 0..12),
    ) {
        let document = read(&SAMPLES[sample]).unwrap().remove(0);
        let project = edited(document.project, &edits);
        let text = file::export(&[project.clone().into()], WHEN).unwrap();
        let back = parse::import(text.as_bytes()).unwrap().remove(0);
        prop_assert_eq!(&back.project, &project);
        prop_assert!(back.unknown.is_empty());
        prop_assert_eq!(file::export(&[back], WHEN).unwrap(), text);
    }

    #[test]
    fn what_is_unknown_is_kept(sample in 0_usize..3, at in any::<prop::sample::Index>(), note in any::<i32>()) {
        let mut file = written(&read(&SAMPLES[sample]).unwrap());
        let items: Vec<_> = all_pointers(&file)
            .into_iter()
            .filter(|pointer| pointer.starts_with("/projects/0") && file.pointer(pointer).unwrap().get("id").is_some())
            .collect();
        let pointer = at.get(&items).clone();
        file.pointer_mut(&pointer).unwrap()["x-note"] = json!({ "kept": note });
        let documents = read(&file).unwrap();
        prop_assert_eq!(documents[0].unknown.len(), 1);
        let again = written(&documents);
        prop_assert_eq!(again.pointer(&format!("{pointer}/x-note/kept")), Some(&json!(note)));
    }

    #[test]
    fn a_wrong_value_is_refused_with_its_place(
        sample in 0_usize..3,
        at in any::<prop::sample::Index>(),
        wrong in prop::sample::select(vec![json!({"a": []}), json!([[]]), json!("?"), json!(-1.5), json!(null), json!(true)]),
    ) {
        let mut file = SAMPLES[sample].clone();
        let inner: Vec<_> =
            all_pointers(&file).into_iter().filter(|pointer| pointer.starts_with("/projects/0/")).collect();
        let pointer = at.get(&inner).clone();
        *file.pointer_mut(&pointer).unwrap() = wrong;
        if let Err(errors) = read(&file) {
            prop_assert!(!errors.is_empty());
            for error in &errors {
                if let Some(place) = place(error) {
                    prop_assert!(file.pointer(place).is_some(), "{error:?} names a place that is not there");
                }
                if let ImportError::WrongType { pointer: named, .. } = error {
                    prop_assert!(
                        pointer.starts_with(named.as_str()) || named.starts_with(&pointer),
                        "{pointer} was changed and {named} is named"
                    );
                }
            }
        }
    }

    #[test]
    fn no_bytes_stop_the_program(
        sample in 0_usize..3,
        at in any::<prop::sample::Index>(),
        byte in any::<u8>(),
        cut in any::<bool>(),
        noise in prop::collection::vec(any::<u8>(), 0..64),
    ) {
        let mut bytes = SAMPLES[sample].to_string().into_bytes();
        let place = at.index(bytes.len());
        if cut {
            bytes.truncate(place);
        } else {
            bytes[place] = byte;
        }
        for bytes in [bytes, noise] {
            if let Err(errors) = parse::import(&bytes) {
                prop_assert!(!errors.is_empty());
            }
        }
    }
}
