//! Bad files: each gets its own message with a place, and no file makes the reader fail.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::sync::Arc;

use halfseal::domain::ids::Id;
use halfseal::domain::project::Project;
use halfseal::exchange::file::Document;
use halfseal::exchange::parse::{Foreign, ImportError, MAX_BYTES, MAX_PART_BYTES, MAX_PROJECT_UNITS, import};
use halfseal::exchange::{file, unknown::PathStep};

const ID: &str = "00000000-0000-4000-8000-000000000001";
const ITEM: &str = "00000000-0000-4000-8000-000000000002";

fn envelope(project: &str) -> String {
    format!(r#"{{"kind":"outsourcing-workbench","version":1,"projects":[{project}]}}"#)
}

fn errors(text: &str) -> Vec<ImportError> {
    import(text.as_bytes()).unwrap_err()
}

fn goals(items: &str) -> String {
    envelope(&format!(r#"{{"id":"{ID}","requirements":{{"goals":{{"next":3,"items":[{items}]}}}}}}"#))
}

#[test]
fn each_kind_of_bad_file_has_its_own_message() {
    assert_eq!(errors(""), [ImportError::Empty]);
    assert_eq!(errors("PK\u{3}\u{4}rest"), [ImportError::Foreign(Foreign::Zip)]);
    assert_eq!(errors("%PDF-1.7"), [ImportError::Foreign(Foreign::Pdf)]);
    assert_eq!(errors("<html>"), [ImportError::Foreign(Foreign::Html)]);
    assert_eq!(errors("{\n  oops"), [ImportError::NotJson { line: 2, column: 3 }]);
    assert!(matches!(errors(r#"{"kind":"other"}"#)[..], [ImportError::WrongKind { .. }]));
    assert_eq!(errors(r#"{"kind":"outsourcing-workbench"}"#), [ImportError::MissingVersion]);
    let newer = r#"{"kind":"outsourcing-workbench","version":9,"projects":[{}]}"#;
    assert_eq!(errors(newer), [ImportError::VersionTooNew { found: 9, known: 1 }]);
    assert_eq!(errors(r#"{"a":1,"a":2}"#), [ImportError::DuplicateKey { pointer: "/a".to_owned() }]);
    assert!(matches!(errors(&"[".repeat(100))[..], [ImportError::TooDeep { .. }]));
    assert!(matches!(errors(r#"{"kind":1e999}"#)[..], [ImportError::NumberOutOfRange { .. }]));
    assert!(matches!(import(b"{\"a\":\"\xff\"}").unwrap_err()[..], [ImportError::NotText { offset: 6 }]));
    let long = format!(r#"{{"a":"{}"}}"#, "x".repeat(40_000));
    assert_eq!(errors(&long), [ImportError::TextTooLong { pointer: "/a".to_owned() }]);
}

#[test]
fn criteria_that_stand_under_what_stands_under_something_are_refused() {
    let item = |id: u8, under: &str| {
        format!(r#"{{"id":"00000000-0000-4000-8000-0000000000{id:02}","number":{id},"under":{under}}}"#)
    };
    let id = |id: u8| format!(r#""00000000-0000-4000-8000-0000000000{id:02}""#);
    let file = |items: &[String]| {
        let items = items.join(",");
        envelope(&format!(r#"{{"id":"{ID}","selection":{{"criteria":{{"items":[{items}]}}}}}}"#))
    };
    let no_group = |place: u8| ImportError::NoGroup {
        pointer: format!("/projects/0/selection/criteria/items/{place}/under"),
    };
    let none = "null".to_owned();
    assert!(import(file(&[item(11, &none), item(12, &id(11))]).as_bytes()).is_ok());
    assert_eq!(errors(&file(&[item(11, &none), item(12, &id(11)), item(13, &id(12))])), [no_group(2)]);
    assert_eq!(errors(&file(&[item(11, &id(12)), item(12, &id(11))])), [no_group(0), no_group(1)]);
    assert_eq!(errors(&file(&[item(11, &id(44))])), [no_group(0)]);
}

#[test]
fn wrong_contents_name_their_place() {
    let wrong_type = goals(&format!(r#"{{"id":"{ITEM}","number":1,"target":"many"}}"#));
    assert_eq!(
        errors(&wrong_type),
        [ImportError::WrongType {
            pointer: "/projects/0/requirements/goals/items/0/target".to_owned(),
            found: "\"many\"".to_owned()
        }]
    );
    let twice = goals(&format!(r#"{{"id":"{ITEM}","number":1}},{{"id":"{ITEM}","number":2}}"#));
    assert!(matches!(errors(&twice)[..], [ImportError::DuplicateId { .. }]));
    let sets = envelope(&format!(
        r#"{{"id":"{ID}","selection":{{"weight_sets":{{"items":[{{"id":"{ITEM}","number":1}},{{"id":"{ITEM}","number":2}}]}}}}}}"#
    ));
    assert!(matches!(errors(&sets)[..], [ImportError::DuplicateId { .. }]));
    let missing = goals(r#"{"number":1}"#);
    assert!(matches!(errors(&missing)[..], [ImportError::MissingId { .. }]));
    let dangling = envelope(&format!(
        r#"{{"id":"{ID}","risk":{{"risks":{{"items":[{{"id":"{ITEM}","number":1,"owner":"{ID}"}}]}}}}}}"#
    ));
    assert_eq!(
        errors(&dangling),
        [ImportError::DanglingReference { pointer: "/projects/0/risk/risks/items/0/owner".to_owned() }]
    );
}

#[test]
fn every_truncation_is_refused_with_a_place() {
    let whole = goals(&format!(r#"{{"id":"{ITEM}","number":1,"outcome":"更快"}}"#));
    assert!(import(whole.as_bytes()).is_ok());
    for end in 1..whole.len() {
        let errors = import(&whole.as_bytes()[..end]).unwrap_err();
        assert!(
            matches!(errors[..], [ImportError::Truncated { .. } | ImportError::NotText { .. }]),
            "cut at {end}: {errors:?}"
        );
    }
}

#[test]
fn unknown_fields_are_kept_and_written_back() {
    let text = goals(&format!(r#"{{"id":"{ITEM}","number":1,"mood":"good"}}"#));
    let documents = import(text.as_bytes()).unwrap();
    let unknown = &documents[0].unknown;
    assert_eq!(unknown.len(), 1);
    assert_eq!(unknown[0].path.last(), Some(&PathStep::Key("mood".to_owned())));
    let written = file::export(&documents, "").unwrap();
    assert!(written.contains("\"mood\": \"good\""));
}

#[test]
fn every_file_ever_written_as_version_1_opens() {
    let mut seen = 0;
    for entry in std::fs::read_dir("tests/fixtures/v1").unwrap().flatten() {
        let documents = import(&std::fs::read(entry.path()).unwrap()).unwrap();
        assert!(documents.iter().all(|document| document.unknown.is_empty()), "{}", entry.path().display());
        seen += 1;
    }
    assert!(seen >= 3, "files of version 1 stay in the repository for good");
}

#[test]
fn frozen_files_of_old_versions_are_never_edited() {
    use sha2::{Digest, Sha256};
    let lock: serde_json::Map<String, serde_json::Value> =
        serde_json::from_str(&std::fs::read_to_string("tests/fixtures/lock.json").unwrap()).unwrap();
    let mut seen = 0;
    for version in
        std::fs::read_dir("tests/fixtures").unwrap().flatten().filter(|entry| entry.path().is_dir())
    {
        for entry in std::fs::read_dir(version.path()).unwrap().flatten() {
            let name =
                format!("{}/{}", version.file_name().to_string_lossy(), entry.file_name().to_string_lossy());
            let digest = Sha256::digest(std::fs::read(entry.path()).unwrap());
            let found: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
            assert_eq!(lock.get(&name).and_then(|value| value.as_str()), Some(found.as_str()), "{name}");
            seen += 1;
        }
    }
    assert_eq!(seen, lock.len(), "a file of an old version is missing");
}

#[test]
fn a_backup_of_everything_a_browser_keeps_can_be_read_again() {
    // Together they are larger than a project may be, in size and in number of values.
    let text = "合".repeat(30_000);
    let documents = (1..=6).map(|id| {
        let mut project = Project { id: Id::fixed(id), ..Project::default() };
        for goal in 1..=30 {
            let goals = &mut Arc::make_mut(&mut project.requirements).goals;
            goals.add(Id::fixed(100 * id + goal), |goal| goal.outcome.clone_from(&text));
        }
        Document::from(project)
    });
    let documents: Vec<_> = documents.collect();
    let file = file::export(&documents, "2026-03-01T08:00:00Z").unwrap();
    assert!(3 * MAX_PART_BYTES < file.len() as u64);
    assert_eq!(import(file.as_bytes()).unwrap(), documents);
    let values = format!("[{}0]", format!("[{}0],", "0,".repeat(9_990)).repeat(15));
    let one = |id: u8| format!(r#"{{"id":"00000000-0000-4000-8000-0000000000{id:02}","later":{values}}}"#);
    assert_eq!(import(envelope(&[one(1), one(2), one(3)].join(",")).as_bytes()).unwrap().len(), 3);
}

#[test]
fn each_project_and_each_part_has_a_bound_of_its_own() {
    let lines = format!(r#""{}","#, "x".repeat(30_000)).repeat(180);
    let pair = envelope(&format!(r#"{{"id":"{ID}"}},{{"id":"{ITEM}","later":[{lines}""]}}"#));
    assert!(matches!(
        &errors(&pair)[..],
        [ImportError::ProjectTooLarge { pointer, units }] if pointer == "/projects/1" && MAX_PROJECT_UNITS < *units
    ));
    let part = format!(
        r#"{{"kind":"outsourcing-workbench","version":1,"part":"answer_sheet","later":[{lines}""]}}"#
    );
    assert!(matches!(errors(&part)[..], [ImportError::TooLarge { limit: MAX_PART_BYTES, .. }]));
    let blank = " ".repeat(usize::try_from(MAX_BYTES).unwrap());
    assert!(matches!(errors(&format!("{blank}{{}}"))[..], [ImportError::TooLarge { limit: MAX_BYTES, .. }]));
    let values = envelope(&format!(
        r#"{{"id":"{ID}","later":[{}[]]}}"#,
        format!("[{}0],", "0,".repeat(9_990)).repeat(21)
    ));
    assert_eq!(errors(&values), [ImportError::TooManyValues]);
}

#[test]
fn a_response_level_of_an_earlier_file_keeps_its_step_up() {
    let bytes = std::fs::read("tests/fixtures/v1/customer-service.zh.json").unwrap();
    let document = import(&bytes).unwrap().remove(0);
    assert_eq!(document.unknown, []);
    let level = document.project.collaboration.response.at(0).unwrap().clone();
    let business_owner = document.project.team.roles.at(0).unwrap().id;
    let steps: Vec<_> = level.escalation.iter().map(|step| (step.to, step.after_minutes)).collect();
    assert_eq!(steps, [(Some(business_owner), Some(60))]);
    // It is written as it is now, and read again as the same.
    let text = file::export(std::slice::from_ref(&document), "").unwrap();
    assert!(!text.contains("escalate_to") && text.contains("\"escalation\""));
    assert_eq!(import(text.as_bytes()).unwrap(), [document]);
}

#[test]
fn a_ticket_of_no_known_level_is_refused_with_its_place() {
    let event =
        r#"{"at":"2026-01-12T01:00:00Z","kind":"created","level":"00000000-0000-4000-8000-000000000009"}"#;
    let ticket = format!(r#"{{"id":"{ITEM}","number":1,"events":[{event}]}}"#);
    let project = format!(r#"{{"id":"{ID}","collaboration":{{"tickets":{{"next":2,"items":[{ticket}]}}}}}}"#);
    let pointer = "/projects/0/collaboration/tickets/items/0/events/0/level".to_owned();
    assert_eq!(errors(&envelope(&project)), [ImportError::DanglingReference { pointer }]);
}

#[test]
fn a_risk_is_rated_within_its_scale_and_its_links_lead_on() {
    const NONE: &str = "00000000-0000-4000-8000-000000000009";
    let risk = |fields: &str| {
        let risk = format!(r#"{{"id":"{ITEM}","number":1,{fields}}}"#);
        format!(r#"{{"id":"{ID}","risk":{{"risks":{{"next":2,"items":[{risk}]}}}}}}"#)
    };
    for (field, value) in
        [("impact", "0"), ("likelihood", "6"), ("residual_impact", "7"), ("velocity", "2.5")]
    {
        let found = errors(&envelope(&risk(&format!(r#""{field}":{value}"#))));
        let place = format!("/projects/0/risk/risks/items/0/{field}");
        assert!(
            matches!(found.as_slice(), [ImportError::WrongType { pointer, .. }] if *pointer == place),
            "{found:?}"
        );
    }
    let dangling = |pointer: &str| [ImportError::DanglingReference { pointer: pointer.to_owned() }];
    let occurred = risk(&format!(r#""occurrences":[{{"on":"2026-11-20","ticket":"{NONE}"}}]"#));
    let place = "/projects/0/risk/risks/items/0/occurrences/0/ticket";
    assert_eq!(errors(&envelope(&occurred)), dangling(place));
    let drill = format!(r#"{{"id":"{ITEM}","number":1,"risk":"{NONE}"}}"#);
    let drills = format!(r#"{{"id":"{ID}","risk":{{"drills":{{"next":2,"items":[{drill}]}}}}}}"#);
    assert_eq!(errors(&envelope(&drills)), dangling("/projects/0/risk/drills/items/0/risk"));
    // A drill and a risk of one id are two things of one name.
    let both = format!(
        r#"{{"id":"{ID}","risk":{{"risks":{{"next":2,"items":[{{"id":"{ITEM}","number":1}}]}},"drills":{{"next":2,"items":[{{"id":"{ITEM}","number":1}}]}}}}}}"#
    );
    assert!(matches!(errors(&envelope(&both)).as_slice(), [ImportError::DuplicateId { .. }]));
}
