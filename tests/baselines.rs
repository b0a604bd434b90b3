//! Versions both parties confirmed, in files: their fingerprint stands, what was changed in them is known, and what
//! differs is told in words.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::sync::Arc;

use halfseal::domain::ids::Id;
use halfseal::domain::language::Language;
use halfseal::domain::profile::Side;
use halfseal::domain::project::Project;
use halfseal::domain::requirements::Confirmation;
use halfseal::domain::requirements::baseline::Baseline;
use halfseal::domain::requirements::confirmed::{Confirmed, fingerprint};
use halfseal::domain::requirements::difference::{Piece, compare};
use halfseal::exchange::parse::{Contents, import, read};
use halfseal::exchange::{baseline, file};
use halfseal::i18n::Text;
use halfseal::i18n::signoff::{self, content};
use serde_json::Value;

const WHEN: &str = "2026-11-25T08:00:00Z";

fn sample(name: &str) -> Project {
    let bytes = std::fs::read(format!("public/samples/{name}.json")).unwrap();
    import(&bytes).unwrap().remove(0).project
}

/// The sample with its version 1.
fn signed(name: &str) -> Project {
    let mut project = sample(name);
    let before = project.clone();
    for side in Side::ALL {
        let confirmed = Confirmation {
            name: format!("{side:?}"),
            fingerprint: fingerprint(&project),
            ..Confirmation::default()
        };
        *Arc::make_mut(&mut project.requirements).confirmed_mut(side) = Some(confirmed);
    }
    project.keep_baseline(&before, || Id::fixed(1));
    project
}

/// What is on disk, or is put there when `UPDATE_GOLDEN` is set.
fn golden(name: &str, now: &str) {
    let path = format!("tests/golden/{name}");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, now).unwrap();
    }
    assert!(
        std::fs::read_to_string(&path).is_ok_and(|kept| kept == now),
        "{path} differs; run with UPDATE_GOLDEN=1"
    );
}

#[test]
fn fingerprints_stay_what_they_were() {
    let line = |name| format!("{} {name}\n", fingerprint(&sample(name)));
    golden("fingerprints.txt", &["customer-service.zh", "software-development.en"].map(line).concat());
}

#[test]
fn a_fingerprint_outlives_files_and_the_order_of_keys() {
    fn turned(value: &mut Value) {
        match value {
            Value::Array(items) => items.iter_mut().for_each(turned),
            Value::Object(map) => {
                map.values_mut().for_each(turned);
                *map = std::mem::take(map).into_iter().rev().collect();
            }
            _ => (),
        }
    }
    for name in ["customer-service.zh", "software-development.en"] {
        let project = signed(name);
        let text = file::export(&[project.clone().into()], WHEN).unwrap();
        let mut other: Value = serde_json::from_str(&text).unwrap();
        turned(&mut other);
        // Other programs write whole numbers without a fraction.
        let whole = text.replace(".0,\n", ",\n");
        assert_ne!(whole, text);
        for text in [text, other.to_string(), whole] {
            let back = import(text.as_bytes()).unwrap().remove(0).project;
            assert_eq!(fingerprint(&back), fingerprint(&project));
            assert_eq!(back.requirements.baselines, project.requirements.baselines);
            assert!(back.requirements.latest().unwrap().is_intact());
        }
    }
}

#[test]
fn a_version_stands_in_the_file_once_and_what_is_changed_in_it_is_known() {
    let project = signed("customer-service.zh");
    let text = file::export(&[project.clone().into()], WHEN).unwrap();
    let mut file: Value = serde_json::from_str(&text).unwrap();
    let size = |project: &Project| file::export(&[project.clone().into()], WHEN).unwrap().len();
    let more = size(&project) - size(&sample("customer-service.zh"));
    assert!(more < 16_000, "a version takes {more} bytes");
    let place = "/projects/0/requirements/baselines/items/0/content/features/0/excluded";
    *file.pointer_mut(place).unwrap() = "".into();
    let back = import(file.to_string().as_bytes()).unwrap().remove(0).project;
    assert!(!back.requirements.latest().unwrap().is_intact());
}

#[test]
fn the_file_of_a_version_is_read_and_checked() {
    let project = signed("software-development.en");
    let version = project.requirements.latest().unwrap();
    let text = baseline::write(version, WHEN).unwrap();
    let taken = |text: &str| match read(text.as_bytes()).unwrap() {
        Contents::Baseline(baseline) => *baseline,
        other => panic!("{other:?}"),
    };
    assert_eq!(&taken(&text), version);
    assert!(taken(&text).is_intact());
    assert!(
        !taken(&text.replace("Client\"", "Clients\"").replacen(&version.content.client, "Someone else", 1))
            .is_intact()
    );
    assert!(import(text.as_bytes()).is_err(), "it is no project");
}

#[test]
fn a_file_with_confirmations_alone_gets_no_version_by_being_read() {
    let mut project = signed("customer-service.zh");
    Arc::make_mut(&mut project.requirements).baselines =
        halfseal::domain::register::Register::<Baseline>::default();
    let text = file::export(&[project.into()], WHEN).unwrap();
    let back = import(text.as_bytes()).unwrap().remove(0).project;
    assert!(back.requirements.baselines.is_empty());
    let mut edited = back.clone();
    Arc::make_mut(&mut edited.profile).reason.push('!');
    edited.keep_baseline(&back, || Id::fixed(7));
    assert!(edited.requirements.latest().unwrap().is_intact());
}

/// Edits as people make them between two versions.
fn edit(project: &mut Project, language: Language) {
    let zh = language == Language::Zh;
    let requirements = Arc::make_mut(&mut project.requirements);
    let goal = requirements.goals.at(0).unwrap().id;
    let [first, second] = [0, 1].map(|place| requirements.features.at(place).unwrap().id);
    let line = requirements.sla.at(0).unwrap().id;
    requirements.goals.update(goal, |goal| goal.target = Some(3.5));
    requirements.features.update(first, |feature| {
        let (from, to) = if zh { ("内", "以内（含节假日）") } else { ("and", "or") };
        for text in [&mut feature.includes, &mut feature.acceptance, &mut feature.excluded] {
            *text = text.replace(from, to);
        }
    });
    requirements.features.remove(second);
    requirements.features.add(Id::fixed(50), |feature| {
        feature.name = if zh { "夜间值守" } else { "Night watch" }.to_owned();
        feature.includes = if zh { "22 点到 8 点" } else { "22:00 to 08:00" }.to_owned();
    });
    requirements.sla.update(line, |line| {
        line.penalty.push_str(if zh { "，并书面说明原因" } else { ", with the cause in writing" });
        line.target = line.target.map(|target| target + 1.0);
    });
    Arc::make_mut(&mut project.profile).vendor.name.push_str(if zh { "科技" } else { " Ltd" });
}

#[test]
fn differences_are_told_in_both_languages() {
    for (language, code, name) in
        [(Language::Zh, "zh", "customer-service.zh"), (Language::En, "en", "software-development.en")]
    {
        let text = Text::of(language);
        let mut project = signed(name);
        edit(&mut project, language);
        let tell = |content: &Confirmed| content::tell(text, content, &project);
        let before = tell(&project.requirements.latest().unwrap().content);
        assert!(compare(&before, &before).is_empty());
        let mut out = String::new();
        for one in compare(&before, &tell(&Confirmed::of(&project))) {
            let fate = (signoff::of(language).fate)(one.fate);
            out.push_str(&format!("{} {} · {fate}\n", one.clause, one.name));
            for (label, pieces) in one.fields {
                let pieces = pieces.iter().map(|piece| match piece {
                    Piece::Same(text) => text.clone(),
                    Piece::Gone(text) => format!("[-{text}-]"),
                    Piece::New(text) => format!("{{+{text}+}}"),
                });
                out.push_str(&format!("  {label}: {}\n", pieces.collect::<String>()));
            }
        }
        golden(&format!("differences.{code}.txt"), &out);
    }
}
