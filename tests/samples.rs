//! The samples that come with the app: readable, whole, and large enough to show every page.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::sync::Arc;

use halfseal::domain::profile::{BusinessType, Side};
use halfseal::domain::project::Project;
use halfseal::domain::requirements::baseline::Mandatory;
use halfseal::domain::requirements::wording::doubts::Worded;
use halfseal::domain::selection::{Gate, ProofKind};
use halfseal::domain::sorted_map::SortedMap;
use halfseal::domain::team::raci::Grid;
use halfseal::domain::team::raci::rules::{Options, check};
use halfseal::domain::template::{Content, questions};
use halfseal::domain::{finding::Severity, progress};
use halfseal::exchange::{file, parse};
use serde_json::Value;

fn sample(name: &str) -> Project {
    let bytes = std::fs::read(format!("public/samples/{name}.json")).unwrap();
    let documents = parse::import(&bytes).unwrap_or_else(|errors| panic!("{name}: {errors:?}"));
    assert!(documents.iter().all(|document| document.unknown.is_empty()), "{name} has unknown fields");
    documents.into_iter().next().unwrap().project
}

#[test]
fn samples_show_every_page() {
    for name in ["customer-service.zh", "software-development.en"] {
        let project = sample(name);
        let (team, selection) = (&project.team, &project.selection);
        let requirements = &project.requirements;
        assert!(requirements.modules.len() >= 8);
        assert!(requirements.features.iter().all(|one| one.lacks().is_empty() && one.doubts().is_empty()));
        for line in requirements.sla.iter() {
            assert!(line.lacks().is_empty() && line.asks().is_empty(), "{name}: {}", line.measure);
            assert!(line.doubts().is_empty(), "{name}: {:?}", line.doubts());
        }
        assert!(team.roles.len() >= 12 && team.activities.len() >= 25, "{name}");
        assert!(selection.vendors.len() >= 4 && selection.evaluators.len() >= 3);
        assert!(project.performance.kpis.len() >= 6 && project.performance.months().len() == 12);
        assert!(project.risk.risks.len() >= 10);
        let reviews = project.performance.reviews.values().flat_map(SortedMap::values);
        let closed: Vec<_> = reviews.flat_map(|review| &review.versions).collect();
        assert!(closed.len() >= 3 && closed.iter().all(|closed| closed.is_intact()), "{name}");
        let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();
        let ranking = selection.ranking(today).unwrap();
        assert_eq!(ranking.rows.len(), 3, "{name}: one vendor is out");
        assert_eq!(ranking.rows.first().map(|row| row.vendor), selection.decision.chosen);
        let errors: Vec<_> = check(&Grid::of(team), &Options::default())
            .into_iter()
            .filter(|finding| finding.severity == Severity::Error)
            .collect();
        assert!(errors.len() <= 2, "{name}: {errors:?}");
        assert!(!progress::next_steps(&project, today).is_empty());
    }
}

#[test]
fn what_both_confirmed_of_a_payment_is_whole_and_what_today_gives() {
    for name in ["customer-service.zh", "software-development.en"] {
        let project = sample(name);
        let statements = &project.performance.payments.statements;
        let agreed: Vec<_> =
            statements.iter().flat_map(|one| one.agreed.iter().map(move |agreed| (one, agreed))).collect();
        assert!(statements.len() >= 2 && !agreed.is_empty(), "{name}");
        for (one, agreed) in agreed {
            let today = project.draw_statement(one.vendor, one.period).stated;
            assert!(agreed.is_intact(), "{name}");
            assert_eq!(agreed.stated.differences(&today), [], "{name}");
        }
        for one in statements.iter() {
            let today = project.draw_statement(one.vendor, one.period).stated;
            for side in Side::ALL {
                let print = today.fingerprint();
                assert!(!one.is_outdated(side, &today), "{name}, {:?} by the {side:?}: {print}", one.period);
            }
        }
    }
}

/// Finds every register and asks whether its next number is above those it has, after it was set back.
#[test]
fn a_number_that_was_set_back_is_raised_in_every_register() {
    fn registers(value: &mut Value, visit: &mut dyn FnMut(&mut Value)) {
        if value.get("next").is_some() && value.get("items").is_some() {
            visit(value);
        }
        match value {
            Value::Object(fields) => fields.iter_mut().for_each(|(_, value)| registers(value, visit)),
            Value::Array(values) => values.iter_mut().for_each(|value| registers(value, visit)),
            _ => (),
        }
    }
    for name in ["customer-service.zh", "software-development.en"] {
        let bytes = std::fs::read(format!("public/samples/{name}.json")).unwrap();
        let mut file: Value = serde_json::from_slice(&bytes).unwrap();
        let mut set_back = 0;
        registers(&mut file, &mut |register| {
            register["next"] = Value::from(1);
            set_back += 1;
        });
        let documents = parse::import(file.to_string().as_bytes()).unwrap();
        let mut settled = serde_json::from_str(&file::export(&documents, "").unwrap()).unwrap();
        registers(&mut settled, &mut |register| {
            let numbers = register["items"].as_array().unwrap().iter().map(|item| item["number"].as_u64());
            assert!(numbers.max().flatten() < register["next"].as_u64(), "{register}");
        });
        assert!(20 <= set_back, "{name}: {set_back} registers");
    }
}

#[test]
fn every_template_is_whole_and_follows_the_rules() {
    let mut seen = 0;
    for entry in std::fs::read_dir("public/templates").unwrap().flatten() {
        let name = entry.file_name().into_string().unwrap();
        if name.starts_with("due_diligence") {
            continue;
        }
        let documents = parse::import(&std::fs::read(entry.path()).unwrap()).unwrap();
        assert!(documents[0].unknown.is_empty(), "{name} has unknown fields");
        let template = &documents[0].project;
        let mut project = Project { id: template.id, ..Project::default() };
        for content in Content::ALL {
            project.adopt(template, content);
        }
        let team = &project.team;
        let errors: Vec<_> = check(&Grid::of(team), &Options::default())
            .into_iter()
            .filter(|finding| finding.severity == Severity::Error)
            .collect();
        assert!(errors.is_empty(), "{name}: {errors:?}");
        assert!(team.roles.len() >= 9 && team.activities.len() >= 17, "{name}");
        for side in Side::ALL {
            assert!(team.roles_of(side).count() >= 4, "{name}: {side:?}");
        }
        let criteria: u32 = project.selection.criteria.iter().map(|criterion| criterion.weight_bp).sum();
        let kpis: u32 = project.performance.kpis.iter().map(|kpi| kpi.weight_bp).sum();
        assert_eq!((criteria, kpis), (10_000, 10_000), "{name}");
        assert!(project.requirements.sla.iter().all(|line| line.target.is_some()), "{name}");
        assert!(project.risk.risks.len() >= 5 && project.collaboration.response.len() == 4, "{name}");
        assert!(!project.collaboration.meetings.is_empty() && !project.selection.gates.is_empty(), "{name}");
        let text = file::export(&[project.clone().into()], "2026-11-24T08:00:00Z").unwrap();
        assert_eq!(parse::import(text.as_bytes()).unwrap()[0].project, project, "{name}");
        seen += 1;
    }
    assert_eq!(seen, 2 * BusinessType::ALL.len(), "one template for each business type and language");
}

#[test]
fn the_due_diligence_bank_asks_the_same_in_both_languages_and_adds_nothing_twice() {
    let [zh, en] = ["zh", "en"].map(|language| {
        let bytes = std::fs::read(format!("public/templates/due_diligence.{language}.json")).unwrap();
        let documents = parse::import(&bytes).unwrap();
        assert!(documents.iter().all(|document| document.unknown.is_empty()), "{language}");
        documents.into_iter().map(|document| document.project).collect::<Vec<_>>()
    });
    for business in BusinessType::ALL {
        let [common, own] = questions(&en, business);
        assert_eq!(common.len(), 20);
        assert_eq!(common.iter().filter(|question| question.must).count(), 3);
        assert_eq!(own.is_empty(), business == BusinessType::Other, "{business:?}");
        let asked = [common, own].concat();
        let plain = |question: &Arc<Gate>| (question.id, question.must, question.proof);
        assert!(asked.iter().map(plain).eq(questions(&zh, business).concat().iter().map(plain)));
        assert!(asked.iter().all(|question| question.proof != ProofKind::Unspecified));
        let mut project = Project::default();
        project.adopt_questions(&asked);
        let taken = project.clone();
        project.adopt_questions(&questions(&zh, business).concat());
        assert_eq!((project.selection.gates.len(), &project), (asked.len(), &taken));
    }
}

/// The published cases with the verified case each reproduces.
const CASES: [(&str, &str); 6] = [
    ("published-supplier-case.en", "saw-supplier-badi"),
    ("published-fighter-topsis.en", "topsis-hwang-yoon-fighter"),
    ("published-durability-topsis.en", "topsis-tzeng-huang-2011"),
    ("published-risk-vikor.en", "vikor-opricovic-tzeng-2004"),
    ("published-five-vikor.en", "vikor-yang-wu-2020"),
    ("published-three-promethee.en", "promethee2-usual-zhao-2013"),
];

#[test]
fn published_cases_are_ranked_as_published() {
    for (file, case) in CASES {
        let project = sample(file);
        let selection = &project.selection;
        assert!(!project.profile.source.is_empty(), "{file}");
        let case = std::fs::read(format!("tests/data/mcda/{case}.json")).unwrap();
        let case: serde_json::Value = serde_json::from_slice(&case).unwrap();
        let rows = selection.compare_measured().unwrap();
        let name = |vendor| selection.vendors.get(vendor).unwrap().name.clone();
        let mut place = 0;
        for group in case["expected"]["ranking"].as_array().unwrap() {
            let group: Vec<_> = group.as_array().unwrap().iter().map(|name| name.as_str().unwrap()).collect();
            for row in &rows[place..place + group.len()] {
                assert!(group.contains(&name(row.vendor).as_str()), "{file}: {}", name(row.vendor));
                assert_eq!(row.rank, place + 1, "{file}");
            }
            place += group.len();
        }
        for row in rows {
            let alternatives = case["alternatives"].as_array().unwrap();
            let place = alternatives.iter().position(|other| *other == name(row.vendor)).unwrap();
            let expected = case["expected"]["scores"][place].as_f64().unwrap();
            assert!((row.score - expected).abs() < 1e-6, "{file}, {}: {}", name(row.vendor), row.score);
        }
    }
}

#[test]
fn a_sample_comes_back_from_its_export_unchanged() {
    let project = sample("customer-service.zh");
    let text = file::export(&[project.clone().into()], "2026-11-20T08:00:00Z").unwrap();
    let back = parse::import(text.as_bytes()).unwrap();
    assert_eq!(back.first().map(|document| &document.project), Some(&project));
}
