use std::fs;

use chrono::NaiveDate;
use serde_json::Value;

use super::*;
use crate::domain::language::Language;
use crate::domain::selection::method::Possible;
use crate::exchange::file::value_of;
use crate::exchange::parse::import;
use crate::lab::block::Cell;

fn sample(name: &str) -> Value {
    let file = fs::read(format!("public/samples/{name}.json")).unwrap();
    value_of(&import(&file).unwrap().remove(0)).unwrap()
}

fn ask(language: &str, possible: Possible, project: &Value) -> Vec<Block> {
    let question = Question {
        language: if language == "zh" { Language::Zh } else { Language::En },
        is_dark: false,
        today: NaiveDate::from_ymd_opt(2026, 11, 20).unwrap(),
        possible,
        axes: (0, 3),
    };
    let (question, project) =
        Question::read(&tree::read_own(&question.write(project.clone())).unwrap()).unwrap();
    blocks(project, question)
}

#[test]
fn every_second_opinion_is_there_in_both_languages() {
    for (name, language) in [("customer-service.zh", "zh"), ("software-development.en", "en")] {
        let project = sample(name);
        for possible in Possible::ALL {
            let answer = ask(language, possible, &project);
            let keys: Vec<_> = answer.iter().map(|block| block.key).collect();
            let all = ["chances", "methods", "left-out", "map", "weights", "prices", "low-price", "group"];
            assert_eq!(keys, all);
            for block in &answer {
                let width = block.table.heads.len();
                assert!(!block.finding.is_empty() && 1 < width, "{}", block.key);
                assert!(!block.table.rows.is_empty(), "{}", block.key);
                assert!(block.table.rows.iter().all(|row| row.len() == width), "{}", block.key);
                assert!(!block.finding.contains("NaN") && !block.picture.contains("NaN"), "{}", block.key);
            }
        }
    }
}

#[test]
fn every_figure_that_ranks_opens_to_its_terms() {
    let answer = ask("en", Possible::Any, &sample("software-development.en"));
    let of = |key: &str| answer.iter().find(|block| block.key == key).unwrap();
    // One calculation for each change, set of weights and formula that gives a ranking.
    for (key, more) in [("left-out", 0), ("weights", 1), ("prices", 1)] {
        let block = of(key);
        let ranked = block.table.rows.iter().filter(|row| !row.iter().any(|cell| cell.text == "—")).count();
        let written = block.steps.iter().filter(|steps| steps.formula.contains(" = "));
        assert!(ranked <= block.steps.len() && block.steps.len() <= ranked + more, "{key}");
        assert_eq!(written.count(), block.steps.len(), "{key}");
    }
    // Scores times weights give the total that is written beside them.
    for steps in &of("weights").steps[1..] {
        for line in steps.formula.lines() {
            let (terms, total) = line.split_once(": ").unwrap().1.split_once(" = ").unwrap();
            let product = |term: &str| {
                let (score, weight) = term.trim_end_matches(" %").split_once(" × ").unwrap();
                score.parse::<f64>().unwrap() * weight.parse::<f64>().unwrap() / 100.0
            };
            let sum: f64 = terms.split(" + ").map(product).sum();
            assert!((sum - total.parse::<f64>().unwrap()).abs() < 0.011, "{line}");
        }
    }
}

#[test]
fn the_same_file_gives_the_same_figures() {
    let project = sample("customer-service.zh");
    assert_eq!(ask("zh", Possible::Any, &project), ask("zh", Possible::Any, &project));
}

#[test]
fn without_a_ranking_there_is_nothing_to_look_at() {
    let mut project = sample("customer-service.zh");
    project["selection"]["scores_locked"] = Value::Null;
    assert!(ask("zh", Possible::Any, &project).is_empty());
    assert_eq!(answer("no question"), "[]");
}

/// Every rank is taken by somebody: the shares of a rank sum to a whole, within rounding.
#[test]
fn shares_are_shares() {
    let answer = ask("en", Possible::Any, &sample("software-development.en"));
    let chances = &answer[0];
    for column in 1..=chances.table.rows.len() {
        let share = |cell: &str| cell.trim_end_matches(" %").parse::<f64>().unwrap();
        let sum: f64 = chances.table.rows.iter().map(|row| share(&row[column].text)).sum();
        assert!((sum - 100.0).abs() < 0.3, "{sum}");
    }
}

#[test]
fn a_price_is_held_against_what_its_people_cost() {
    let mut project = sample("software-development.en");
    for role in project["team"]["roles"]["items"].as_array_mut().unwrap() {
        role["loaded_cost"] = Value::from(1_000_000);
    }
    project["selection"]["vendors"]["items"][0]["proposal"]["explanation"] =
        serde_json::json!({ "asked": "2026-11-18", "accepted": false });
    let answer = ask("en", Possible::Any, &project);
    let low = answer.iter().find(|block| block.key == "low-price").unwrap();
    let floor = low.steps.iter().find(|steps| steps.rule.contains("Headcount")).unwrap();
    // One each, but for 6 developers, 2 testers, half a designer and 0.3 of a champion: 11.8 × €10,000.
    assert!(floor.formula.ends_with("= €118,000") && floor.title.contains("€118,000"), "{floor:?}");
    assert!(low.table.rows.iter().any(|row| row.last().unwrap().text == "not accepted"));
    let plain = ask("en", Possible::Any, &sample("software-development.en"));
    let low = plain.iter().find(|block| block.key == "low-price").unwrap();
    assert!(low.steps.iter().all(|steps| !steps.rule.contains("Headcount")));
}

#[test]
fn weights_other_ways_of_asking_gave_stand_beside_the_present_ones() {
    let mut project = sample("software-development.en");
    let weighing = &mut project["selection"]["method"]["weighing"];
    weighing["swings"] = serde_json::json!({ "capability": 100, "cases": 50, "proposal": 50, "price": 0 });
    weighing["judgements"] = serde_json::json!({ "capability": { "cases": 1 } });
    let answer = ask("en", Possible::Any, &project);
    let rows = &answer.iter().find(|block| block.key == "weights").unwrap().table.rows;
    let row = |name: &str| rows.iter().find(|row| row[0].text == name).map(|row| row[1..5].to_vec());
    let said = |texts: [&str; 4]| Some(texts.map(Cell::plain).to_vec());
    assert_eq!(row("Swing"), said(["50", "25", "25", "0"]));
    assert_eq!(row("Pairwise (AHP)"), said(["—"; 4]));
    assert_eq!(row("Ranks entered (ROC)"), None);
}
