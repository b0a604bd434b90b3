//! The papers of the samples, word for word. `UPDATE_GOLDEN=1` writes them anew; read them before you commit them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::fs;

use chrono::NaiveDate;
use halfseal::documents::paper::html::{Piece, beside, pieces};
use halfseal::documents::paper::markdown;
use halfseal::documents::paper::pages::{breaks, measured};
use halfseal::documents::papers::draw;
use halfseal::domain::language::Language;
use halfseal::domain::paper::PaperKind;
use halfseal::domain::project::Project;
use halfseal::exchange::parse;
use halfseal::i18n::Text;

const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();
const LANGUAGES: [(Language, &str); 2] = [(Language::Zh, "zh"), (Language::En, "en")];

fn sample(name: &str) -> Project {
    let bytes = fs::read(format!("public/samples/{name}.json")).unwrap();
    parse::import(&bytes).unwrap().into_iter().next().unwrap().project
}

#[test]
fn papers_of_the_samples_say_what_they_said() {
    for (name, short) in [("customer-service.zh", "service"), ("software-development.en", "software")] {
        let project = sample(name);
        for kind in PaperKind::ALL {
            for (language, code) in LANGUAGES {
                let text = markdown::write(&draw(kind, &project, Text::of(language), TODAY));
                let path = format!("tests/golden/papers/{short}-{}.{code}.md", kind.name());
                if std::env::var_os("UPDATE_GOLDEN").is_some() {
                    fs::create_dir_all("tests/golden/papers").unwrap();
                    fs::write(&path, &text).unwrap();
                }
                let kept = fs::read_to_string(&path).unwrap_or_default();
                assert!(
                    kept == text,
                    "{path} differs from what is drawn; run with UPDATE_GOLDEN=1 and read it"
                );
            }
        }
    }
}

#[test]
fn a_paper_is_built_alike_in_both_languages() {
    for name in ["customer-service.zh", "software-development.en"] {
        for project in [sample(name), Project::default()] {
            for kind in PaperKind::ALL {
                let [zh, en] = LANGUAGES.map(|(language, _)| draw(kind, &project, Text::of(language), TODAY));
                assert!(beside::pieces([&zh, &en], &|_| String::new()).is_some(), "{name} {kind:?}");
                assert_eq!(zh.blanks().len(), en.blanks().len(), "{name} {kind:?}");
            }
        }
    }
}

#[test]
fn an_empty_project_leaves_blanks_with_the_way_there_and_no_paper_fails() {
    for kind in PaperKind::ALL {
        for (language, _) in LANGUAGES {
            let paper = draw(kind, &Project::default(), Text::of(language), TODAY);
            assert!(!paper.blanks().is_empty(), "{kind:?} of nothing is finished");
            assert!(paper.blanks().iter().all(|blank| !blank.what.is_empty()), "{kind:?}");
        }
    }
}

#[test]
fn no_heading_of_a_paper_stands_last_on_its_page() {
    for name in ["customer-service.zh", "software-development.en"] {
        let project = sample(name);
        for kind in PaperKind::ALL {
            for (language, _) in LANGUAGES {
                let found = pieces(&draw(kind, &project, Text::of(language), TODAY), &|_| String::new());
                // Pages of several heights, so that breaks fall between many pairs of pieces.
                for page in 8..16 {
                    let (mut at, mut table) = (0.0, None);
                    let edge = |piece: &Piece| {
                        // The heads of a table take their room above its first row.
                        at += if piece.table.is_some() && piece.table != table { 2.0 } else { 1.0 };
                        table = piece.table;
                        [at - 1.0, at]
                    };
                    let edges: Vec<_> = found.pieces.iter().map(edge).collect();
                    let begins = breaks(&measured(&found.pieces, &edges), f64::from(page));
                    for begin in begins.into_iter().skip(1) {
                        let last = &found.pieces[begin - 1];
                        assert!(!last.keeps, "{kind:?} {language:?}, {page} to a page: {}", last.html);
                    }
                }
            }
        }
    }
}
