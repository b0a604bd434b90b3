//! The file of one party's answers: it carries what is asked and nothing else, and bad ones are refused with a place.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::sync::Arc;

use chrono::NaiveDate;
use halfseal::domain::ids::Id;
use halfseal::domain::language::Language;
use halfseal::domain::profile::Side;
use halfseal::domain::project::Project;
use halfseal::domain::register::Register;
use halfseal::domain::requirements::understanding::answer_sheet::AnswerSheet;
use halfseal::domain::requirements::understanding::{Answer, Answers};
use halfseal::domain::sheet::{Sheet, SheetKind};
use halfseal::exchange::parse::{Contents, ImportError, import, into_document, read};
use halfseal::exchange::sheet::{part, write};
use halfseal::i18n::errors::import_error;
use halfseal::i18n::understanding;
use serde_json::{Value, json};

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 25).unwrap()
}

/// The sample with two scenarios of its own; the client answered both, the vendor the first.
fn project() -> Project {
    let file = std::fs::read("public/samples/customer-service.zh.json").unwrap();
    let mut project = import(&file).unwrap().remove(0).project;
    let requirements = Arc::make_mut(&mut project.requirements);
    requirements.scenarios = Register::default();
    (requirements.client_answers, requirements.vendor_answers) = (Answers::default(), Answers::default());
    for id in [1, 2] {
        requirements.scenarios.add(Id::fixed(id), |scenario| {
            scenario.situation = format!("situation {id}");
            (scenario.choices, scenario.expected) = ("in\nout".to_owned(), "PLANTED".to_owned());
        });
        let answer = Answer { chosen: "in".to_owned(), reason: "PLANTED".to_owned() };
        requirements.client_answers.set(Id::fixed(id), answer);
    }
    requirements.client_answers.submitted = Some(today());
    let answer = Answer { chosen: "out".to_owned(), reason: "by contract".to_owned() };
    requirements.vendor_answers.set(Id::fixed(1), answer);
    project
}

fn sheet() -> Sheet {
    Sheet::Answers(AnswerSheet::of(&project(), Side::Vendor))
}

#[test]
fn a_sheet_carries_what_is_asked_and_nothing_else() {
    let text = write(&sheet(), "2026-11-25T10:00:00Z").unwrap();
    assert!(!text.contains("PLANTED"), "{text}");
    let file: Value = serde_json::from_str(&text).unwrap();
    let keys: Vec<_> = file.as_object().unwrap().keys().collect();
    assert_eq!(
        keys,
        ["kind", "version", "app", "exported", "part", "project", "side", "scenarios", "answers"]
    );
    assert_eq!(file["part"], part(SheetKind::Answers));
    assert_eq!(read(text.as_bytes()), Ok(Contents::Sheet(Box::new(sheet()))));
    assert_eq!(import(text.as_bytes()), Err(vec![ImportError::NoProjects]));
}

#[test]
fn a_place_is_a_whole_project_that_can_be_kept_and_gives_its_sheet_again() {
    let place = sheet().into_project();
    let value = halfseal::exchange::file::value_of(&place.clone().into()).unwrap();
    let back = into_document(&value, "").unwrap().project;
    assert_eq!(back, place);
    assert_eq!(Sheet::alone(&back, today()), Some(sheet()));
    assert_eq!(Sheet::alone(&project(), today()), None);
}

#[test]
fn bad_sheets_name_their_place() {
    let errors = |change: &dyn Fn(&mut Value)| {
        let mut file: Value = serde_json::from_str(&write(&sheet(), "").unwrap()).unwrap();
        change(&mut file);
        read(file.to_string().as_bytes()).unwrap_err()
    };
    let first = Id::<Project>::fixed(1).to_string();
    let chosen = format!("/answers/given/{first}/chosen");
    let unknown = errors(&|file| *file.pointer_mut(&chosen).unwrap() = json!("perhaps"));
    assert_eq!(
        unknown,
        [ImportError::UnknownAnswer { pointer: chosen.clone(), found: "perhaps".to_owned() }]
    );
    for language in [Language::Zh, Language::En] {
        let said = import_error(language, &unknown[0]);
        assert!(said.contains(&chosen) && said.contains("perhaps"), "{said}");
    }
    assert_eq!(
        errors(&|file| drop(file["scenarios"].as_array_mut().unwrap().remove(0))),
        [ImportError::DanglingReference { pointer: format!("/answers/given/{first}") }]
    );
    assert_eq!(
        errors(&|file| drop(file["project"].as_object_mut().unwrap().remove("id"))),
        [ImportError::MissingId { pointer: "/project/id".to_owned() }]
    );
    assert!(matches!(
        errors(&|file| file["scenarios"][1]["id"] = file["scenarios"][0]["id"].clone())[..],
        [ImportError::DuplicateId { .. }]
    ));
    assert_eq!(
        errors(&|file| file["side"] = json!("both")),
        [ImportError::WrongType { pointer: "/side".to_owned(), found: "\"both\"".to_owned() }]
    );
}

#[test]
fn counts_of_nothing_are_not_said() {
    for (language, said) in
        [(Language::Zh, "答案：2 个新增，1 个相同。"), (Language::En, "Answers: 2 new, 1 the same.")]
    {
        let counts = understanding::of(language).counts;
        assert_eq!(counts([2, 0, 0, 0, 1]).as_deref(), Some(said));
        assert_eq!(counts([0; 5]), None);
    }
}
