//! The templates of stage 1: they fit their schema, say the same in both languages, and add nothing twice.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::BTreeSet;
use std::fs;
use std::sync::Arc;

use halfseal::domain::finding::Severity;
use halfseal::domain::profile::BusinessType;
use halfseal::domain::project::Project;
use halfseal::domain::requirements::Requirements;
use halfseal::domain::requirements::baseline::Mandatory;
use halfseal::domain::requirements::wording::doubts::Worded;
use halfseal::domain::risk::matrix::check;
use halfseal::domain::risk::{Category, Risk};
use halfseal::domain::team::raci::checked::Checked;
use halfseal::domain::team::raci::code::Code;
use halfseal::domain::template::Content;
use halfseal::exchange::parse;
use serde_json::Value;

const STAGE_1: [Content; 4] = [Content::Modules, Content::Skills, Content::Features, Content::Sla];

/// Lists the templates: name, text.
fn templates() -> Vec<(String, Vec<u8>)> {
    let mut found: Vec<_> = fs::read_dir("public/templates")
        .unwrap()
        .flatten()
        .map(|entry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap()))
        .filter(|(name, _)| !name.starts_with("due_diligence"))
        .collect();
    found.sort();
    assert_eq!(found.len(), 2 * BusinessType::ALL.len());
    found
}

fn project(text: &[u8]) -> Project {
    parse::import(text).unwrap().into_iter().next().unwrap().project
}

fn sizes(requirements: &Requirements) -> [usize; 4] {
    let Requirements { modules, skills, features, sla, .. } = requirements;
    [modules.len(), skills.len(), features.len(), sla.len()]
}

#[test]
fn every_template_fits_its_schema() {
    let schema = fs::read_to_string("public/schema/halfseal-template-v1.schema.json").unwrap();
    let validator = jsonschema::validator_for(&serde_json::from_str(&schema).unwrap()).unwrap();
    let check = |file: &Value| validator.iter_errors(file).map(|error| error.to_string()).collect::<Vec<_>>();
    for (name, text) in templates() {
        let mut file: Value = serde_json::from_slice(&text).unwrap();
        let errors = check(&file);
        assert!(errors.is_empty(), "{name}: {errors:?}");
        // A figure without its source does not fit.
        file["projects"][0]["requirements"]["sla"]["items"][0]["basis"] = "".into();
        assert!(!check(&file).is_empty(), "{name}");
    }
}

#[test]
fn what_a_template_says_can_be_checked_and_every_must_have_is_guarded_or_explained() {
    for (name, text) in templates() {
        let requirements = project(&text).requirements;
        for feature in requirements.features.iter() {
            assert!(feature.lacks().is_empty(), "{name}: {}", feature.name);
            assert!(feature.doubts().is_empty(), "{name}: {:?}", feature.doubts());
        }
        for line in requirements.sla.iter() {
            assert!(line.lacks().is_empty(), "{name}: {}", line.measure);
            assert!(line.doubts().is_empty(), "{name}: {:?}", line.doubts());
        }
        assert!(requirements.unguarded().iter().all(|feature| feature.has_sla_reason()), "{name}");
        assert_eq!(requirements.skills.iter().filter_map(|skill| skill.weight).sum::<u32>(), 100, "{name}");
    }
}

#[test]
fn where_a_figure_comes_from_stands_beside_the_contract_and_not_in_it() {
    for (name, text) in templates() {
        let requirements = project(&text).requirements;
        for feature in requirements.features.iter() {
            assert!(!feature.acceptance.contains(['(', '（']), "{name}: {}", feature.acceptance);
        }
        for line in requirements.sla.iter() {
            // Brackets in a formula are part of it.
            let is_formula = line.definition.contains('÷');
            assert!(is_formula || !line.definition.contains(['(', '（']), "{name}: {}", line.definition);
            assert!(!line.definition.contains(&line.basis), "{name}: {}", line.definition);
        }
    }
}

#[test]
fn a_matrix_breaks_no_rule_and_has_a_part_for_every_role() {
    for (name, text) in templates() {
        let project = project(&text);
        let matrix = Checked::of(&project.team, None);
        let wrong = |code: Code, severity| severity == Severity::Error || code == Code::RoleUnused;
        let found: Vec<_> =
            matrix.findings.iter().filter(|found| wrong(found.code, found.severity)).collect();
        assert!(found.is_empty(), "{name}: {found:?}");
        let is_across_languages = matches!(
            project.profile.business,
            BusinessType::SoftwareDevelopment | BusinessType::DataAnnotation
        );
        assert_eq!(project.team.localiser().is_some(), is_across_languages, "{name}");
    }
}

#[test]
fn a_template_taken_again_or_in_the_other_language_adds_nothing_twice() {
    let templates = templates();
    let mut ids = BTreeSet::new();
    for pair in templates.chunks(2) {
        let [(name, en), (_, zh)] = pair else { panic!("a template lacks a language") };
        let (en, zh) = (project(en), project(zh));
        let mut taken = Project::default();
        STAGE_1.iter().for_each(|content| taken.adopt(&zh, *content));
        assert_eq!(sizes(&taken.requirements), sizes(&zh.requirements), "{name}");
        let guards =
            |project: &Project| project.requirements.sla.iter().map(|line| line.feature).collect::<Vec<_>>();
        assert_eq!(guards(&taken), guards(&zh), "{name}: the features they guard are kept");
        let once = taken.clone();
        for template in [&zh, &en] {
            STAGE_1.iter().for_each(|content| taken.adopt(template, *content));
        }
        assert_eq!(taken, once, "{name}");
        let Requirements { modules, skills, features, .. } = &*zh.requirements;
        let own = modules.iter().map(|one| one.id.bits());
        let own = own.chain(skills.iter().map(|one| one.id.bits()));
        for id in own.chain(features.iter().map(|one| one.id.bits())) {
            assert!(ids.insert(id), "{name}: an id of another template");
        }
    }
}

#[test]
fn starter_risks_cover_every_category_and_say_all_five_things() {
    let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
    for (name, text) in templates() {
        let project = project(&text);
        let risks = &project.risk.risks;
        assert!(8 <= risks.len(), "{name}: {}", risks.len());
        for category in &Category::ALL[..4] {
            assert!(risks.iter().any(|risk| risk.category == *category), "{name}: {category:?}");
        }
        let events: BTreeSet<_> = risks.iter().map(|risk| &risk.event).collect();
        assert_eq!(events.len(), risks.len(), "{name}: a risk stands there twice");
        for risk in risks.iter() {
            let said = [&risk.cause, &risk.event, &risk.effect, &risk.mitigation, &risk.trigger];
            assert!(said.iter().all(|text| !text.trim().is_empty()), "{name}: {}", risk.event);
            assert!(risk.velocity.is_some() && check(risk, today).is_empty(), "{name}: {}", risk.event);
            assert!(risk.owner.is_some_and(|role| project.team.roles.has(role)), "{name}: {}", risk.event);
            // Above the usual tolerance line a plan is offered; who leads it is for the team to say.
            let plan = &risk.plan;
            let steps = [&plan.first_hour, &plan.fallback, &plan.restore, &plan.review];
            let written = steps.iter().filter(|text| !text.trim().is_empty()).count();
            assert_eq!(written, if risk.is_high(9) { 4 } else { 0 }, "{name}: {}", risk.event);
            // What happened and when it is looked at again is never ready-made.
            assert!(risk.occurrences.is_empty() && risk.review.is_none() && risk.residual().is_none());
        }
    }
}

#[test]
fn starter_risks_are_the_same_in_both_languages_and_add_nothing_twice() {
    for pair in templates().chunks(2) {
        let [(name, en), (_, zh)] = pair else { panic!("a template lacks a language") };
        let (en, zh) = (project(en), project(zh));
        let plain = |project: &Project| {
            let risks = project.risk.risks.iter();
            let of =
                |risk: &Risk| (risk.id, risk.category, risk.inherent(), risk.velocity, risk.owner, risk.sla);
            risks.map(|risk| of(risk)).collect::<Vec<_>>()
        };
        assert_eq!(plain(&en), plain(&zh), "{name}");
        let is_chinese = |text: &str| text.chars().any(|letter| ('\u{4e00}'..='\u{9fff}').contains(&letter));
        assert!(en.risk.risks.iter().all(|risk| !is_chinese(&format!("{risk:?}"))), "{name}");
        assert!(
            zh.risk.risks.iter().all(|risk| is_chinese(&risk.event) && is_chinese(&risk.trigger)),
            "{name}"
        );
        let mut taken = Project::default();
        taken.adopt(&zh, Content::Risks);
        assert_eq!(taken.risk.risks.len(), zh.risk.risks.len(), "{name}");
        // What somebody changed meanwhile stays.
        let id = zh.risk.risks.at(0).unwrap().id;
        Arc::make_mut(&mut taken.risk).risks.update(id, |risk| risk.event = "改过".to_owned());
        let once = taken.clone();
        for template in [&zh, &en] {
            taken.adopt(template, Content::Risks);
        }
        assert_eq!(taken, once, "{name}");
    }
}
