//! The file of one evaluator's sheet: it carries that sheet and nothing else, and bad ones are refused with a place.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::sync::Arc;

use chrono::NaiveDate;
use halfseal::domain::language::Language;
use halfseal::domain::project::Project;
use halfseal::domain::selection::score_sheet::ScoreSheet;
use halfseal::domain::sheet::{Sheet, SheetKind};
use halfseal::exchange::parse::{Contents, ImportError, import, into_document, read};
use halfseal::exchange::sheet::{part, write};
use halfseal::i18n::Text;
use serde_json::{Value, json};

const PLANT: &str = "PLANTED";

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 25).unwrap()
}

/// The sample, with a mark in every text a person wrote, but for those the sheet may show.
fn planted() -> Project {
    fn plant(value: &mut Value, path: &str) {
        let shown = path == "/profile/name"
            || path.starts_with("/selection/criteria/")
            || path.starts_with("/selection/evaluators/items/0/")
            || (path.starts_with("/selection/vendors/items/")
                && path.ends_with("/name")
                && !path.contains("pilot"));
        match value {
            Value::String(text) if !text.is_ascii() && !shown => text.push_str(PLANT),
            Value::Array(items) => {
                items.iter_mut().enumerate().for_each(|(at, item)| plant(item, &format!("{path}/{at}")));
            }
            Value::Object(map) => {
                map.iter_mut().for_each(|(key, item)| plant(item, &format!("{path}/{key}")));
            }
            _ => (),
        }
    }
    let file = std::fs::read_to_string("public/samples/customer-service.zh.json").unwrap();
    let mut file: Value = serde_json::from_str(&file).unwrap();
    let project = &mut file["projects"][0];
    plant(project, "");
    assert!(50 < project.to_string().matches(PLANT).count());
    into_document(project, "").unwrap().project
}

fn sheet() -> ScoreSheet {
    let project = planted();
    let evaluator = project.selection.evaluators.at(0).unwrap().id;
    ScoreSheet::of(&project, evaluator, today()).unwrap()
}

#[test]
fn a_sheet_carries_nothing_but_the_sheet() {
    let project = planted();
    let text = write(&Sheet::Scores(sheet()), "2026-11-25T10:00:00Z").unwrap();
    assert!(!text.contains(PLANT), "{text}");
    let file: Value = serde_json::from_str(&text).unwrap();
    for vendor in file["vendors"].as_array().unwrap() {
        let keys: Vec<_> = vendor.as_object().unwrap().keys().collect();
        assert_eq!(keys, ["id", "number", "name"]);
    }
    let keys: Vec<_> = file.as_object().unwrap().keys().collect();
    assert_eq!(
        keys,
        ["kind", "version", "app", "exported", "part", "project", "evaluator", "vendors", "criteria"]
    );
    for other in project.selection.evaluators.iter().skip(1) {
        assert!(!text.contains(&other.id.to_string()));
    }
    for price in project.selection.vendors.iter().filter_map(|vendor| vendor.proposal.base_price) {
        assert!(!text.contains(&price.0.to_string()));
    }
    // A place of its own holds no more than the file.
    let place = sheet().into_project();
    let back = ScoreSheet::of(&place, sheet().evaluator.id, today()).unwrap();
    assert_eq!(back, sheet());
}

#[test]
fn what_is_written_reads_back() {
    let text = write(&Sheet::Scores(sheet()), "").unwrap();
    assert_eq!(read(text.as_bytes()), Ok(Contents::Sheet(Box::new(Sheet::Scores(sheet())))));
    // Where only projects are wanted, a sheet is none.
    assert_eq!(import(text.as_bytes()), Err(vec![ImportError::NoProjects]));
}

#[test]
fn a_place_is_a_whole_project_that_can_be_kept() {
    let place = sheet().into_project();
    let value = halfseal::exchange::file::value_of(&place.clone().into()).unwrap();
    assert_eq!(into_document(&value, "").unwrap().project, place);
    let mut other = sheet();
    other.project.id = halfseal::domain::ids::Id::fixed(7);
    assert_ne!(other.place_id(), sheet().place_id());
    let mut changed = sheet();
    Arc::make_mut(&mut changed.criteria[0]).weight_bp = 1;
    assert_eq!(changed.place_id(), sheet().place_id());
}

#[test]
fn bad_sheets_name_their_place() {
    let errors = |change: &dyn Fn(&mut Value)| {
        let mut file: Value = serde_json::from_str(&write(&Sheet::Scores(sheet()), "").unwrap()).unwrap();
        change(&mut file);
        read(file.to_string().as_bytes()).unwrap_err()
    };
    assert_eq!(part(SheetKind::Scores), "score_sheet");
    assert_eq!(
        errors(&|file| file["part"] = json!("tender")),
        [ImportError::UnknownPart { found: "\"tender\"".to_owned() }]
    );
    let wrong_type = |pointer: &str, found: &str| ImportError::WrongType {
        pointer: pointer.to_owned(),
        found: found.to_owned(),
    };
    assert_eq!(
        errors(&|file| file["vendors"][1]["number"] = json!("two")),
        [wrong_type("/vendors/1/number", "\"two\"")]
    );
    assert_eq!(
        errors(&|file| file["evaluator"]["number"] = json!(0)),
        [wrong_type("/evaluator/number", "0")]
    );
    assert_eq!(
        errors(&|file| drop(file["project"].as_object_mut().unwrap().remove("id"))),
        [ImportError::MissingId { pointer: "/project/id".to_owned() }]
    );
    assert_eq!(
        errors(&|file| file["criteria"][1]["under"] = file["project"]["id"].clone()),
        [ImportError::NoGroup { pointer: "/criteria/1/under".to_owned() }]
    );
    assert!(matches!(
        errors(&|file| file["criteria"][1]["id"] = file["criteria"][0]["id"].clone())[0],
        ImportError::DuplicateId { .. }
    ));
    let project = errors(&|file| file["project"]["id"] = file["evaluator"]["id"].clone());
    assert!(matches!(project[..], [ImportError::DuplicateId { .. }]));
    let stray = "00000000-0000-4000-8000-00000000aaaa";
    let vendor = sheet().vendors[0].id;
    assert_eq!(
        errors(&|file| file["evaluator"]["scores"] = json!({ vendor.to_string(): { stray: { "score": 3 } } })),
        [ImportError::DanglingReference { pointer: format!("/evaluator/scores/{vendor}/{stray}") }]
    );
    assert!(matches!(
        errors(&|file| file["evaluator"]["scores"][vendor.to_string()][sheet().criteria[0].id.to_string()] =
            json!({ "score": 9 }))[..],
        [ImportError::WrongType { .. }]
    ));
}

#[test]
fn counts_of_nothing_are_not_said() {
    for (language, said) in
        [(Language::Zh, "分数：2 个新增，1 个相同。"), (Language::En, "Scores: 2 new, 1 the same.")]
    {
        let counts = Text::of(language).import.sheet_counts;
        assert_eq!(counts([2, 0, 0, 0, 1]).as_deref(), Some(said));
        assert_eq!(counts([0; 5]), None);
    }
}
