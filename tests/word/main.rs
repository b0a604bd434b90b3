//! Papers as Word files, read by readers that are not ours.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod hostile;
mod reading;

use std::fs;

use chrono::NaiveDate;
use halfseal::documents::paper::word::{Bitmap, svgs, write};
use halfseal::documents::paper::{Block, Column, Line, Paper, Table, stamp};
use halfseal::documents::papers::draw;
use halfseal::domain::language::Language;
use halfseal::domain::paper::{PaperKind, Tongues};
use halfseal::domain::project::Project;
use halfseal::exchange::parse;
use halfseal::i18n::Text;
use roxmltree::Document;

use crate::reading::{all, headings, parts, said, shown, text, value};

const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();

/// The smallest picture there is.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\0\0\0\rIDATx\x9cc\xf8\xff\xff?\0\x05\xfe\x02\xfe\xa75\x81\x84\0\0\0\0IEND\xaeB`\x82";

fn bitmap(width: u32, height: u32) -> Bitmap {
    Bitmap { png: PNG.to_vec(), width, height }
}

fn projects() -> Vec<Project> {
    let sample = |name: &str| {
        let bytes = fs::read(format!("public/samples/{name}.json")).unwrap();
        parse::import(&bytes).unwrap().into_iter().next().unwrap().project
    };
    vec![sample("customer-service.zh"), sample("software-development.en"), Project::default()]
}

fn paper(language: Language, blocks: Vec<Block>) -> Paper {
    Paper {
        kind: PaperKind::Charter,
        language,
        over: String::new(),
        title: "T".to_owned(),
        head: "H".to_owned(),
        version: "V".to_owned(),
        blocks,
    }
}

/// Opens every part; what is no XML, or leads out of the file, fails.
fn opened(bytes: &[u8]) -> String {
    let parts = parts(bytes);
    let types = text(&parts, "[Content_Types].xml");
    for (name, bytes) in &parts {
        if name.ends_with(".png") {
            assert!(types.contains("Extension=\"png\"") && bytes == PNG, "{name}");
            continue;
        }
        let text = std::str::from_utf8(bytes).unwrap();
        let document = Document::parse(text).unwrap_or_else(|error| panic!("{name}: {error}\n{text}"));
        let is_named = types.contains(&format!("\"/{name}\"")) || name.ends_with(".rels");
        assert!(is_named || name == "[Content_Types].xml", "{name} has no type");
        let outside = all(&document, "Relationship").filter(|link| value(*link, "TargetMode").is_some());
        assert_eq!(outside.count() + all(&document, "altChunk").count(), 0, "{name}");
        for field in all(&document, "fldSimple") {
            assert!(matches!(value(field, "instr"), Some(" PAGE " | " NUMPAGES ")), "{name}");
        }
        for field in all(&document, "instrText") {
            assert_eq!(field.text(), Some(" TOC \\o \"1-3\" \\h \\z \\u "), "{name}");
        }
        // What a list, a link or a picture refers to is there.
        let marks: Vec<_> = all(&document, "bookmarkStart").filter_map(|mark| value(mark, "name")).collect();
        for link in all(&document, "hyperlink") {
            assert!(marks.contains(&value(link, "anchor").unwrap()), "{name}");
        }
        let links = text_of_links(&parts);
        for picture in all(&document, "blip") {
            assert!(links.contains(&format!("Id=\"{}\"", value(picture, "embed").unwrap())), "{name}");
        }
    }
    text(&parts, "word/document.xml").to_owned()
}

fn text_of_links(parts: &std::collections::BTreeMap<String, Vec<u8>>) -> &str {
    text(parts, "word/_rels/document.xml.rels")
}

#[test]
fn every_paper_becomes_a_file_with_all_it_says() {
    for project in projects() {
        for kind in PaperKind::ALL {
            for tongues in Tongues::ALL {
                let languages = tongues.languages().iter();
                let papers: Vec<_> =
                    languages.map(|language| draw(kind, &project, Text::of(*language), TODAY)).collect();
                let pictures = vec![Some(bitmap(74, 86)); svgs(&papers).len()];
                let bytes = write(&papers, &pictures).unwrap();
                assert_eq!(bytes, write(&papers, &pictures).unwrap(), "{kind:?}");
                let document = opened(&bytes);
                let document = Document::parse(&document).unwrap();
                let mut found = shown(&document);
                let first = &papers[0];
                let headings = headings(first);
                assert_eq!(all(&document, "bookmarkStart").count(), headings.len(), "{kind:?}");
                let has_contents = all(&document, "sdt").count() == 1;
                assert_eq!(has_contents, 8 < headings.len(), "{kind:?}");
                if has_contents {
                    let titles = papers.iter().flat_map(|paper| [&paper.over, &paper.title]);
                    let at = titles.filter(|title| !title.is_empty()).count();
                    let contents: Vec<_> = found.drain(at..=at + headings.len()).skip(1).collect();
                    assert!(contents.iter().zip(&headings).all(|(found, said)| found.starts_with(said)));
                }
                match papers.as_slice() {
                    [paper] => assert_eq!(found, said(paper), "{kind:?}"),
                    papers => side_by_side(papers, &found.join("\n")),
                }
            }
        }
    }
}

/// Everything stands in it in both languages but the signatures, which nobody gives in each apart.
fn side_by_side(papers: &[Paper], whole: &str) {
    for paper in papers {
        let mut paper = paper.clone();
        paper.blocks.retain(|block| !matches!(block, Block::Signatures(..)));
        for said in said(&paper) {
            // Numbers have a cell of their own.
            for said in said.split('\t') {
                assert!(whole.contains(said), "{:?}: {said}", paper.kind);
            }
        }
    }
}

#[test]
fn headings_tables_head_and_foot_are_those_of_word() {
    for project in projects() {
        for language in [Language::Zh, Language::En] {
            let drawn = draw(PaperKind::Charter, &project, Text::of(language), TODAY);
            let bytes = write(std::slice::from_ref(&drawn), &[]).unwrap();
            let parts = parts(&bytes);
            let document = Document::parse(text(&parts, "word/document.xml")).unwrap();
            let styled = |style: &str| {
                let found = all(&document, "pStyle").filter(|found| value(*found, "val") == Some(style));
                found.count()
            };
            let of_level = |level: u8| {
                let found =
                    drawn.blocks.iter().filter(|block| matches!(block, Block::Heading(l, _) if *l == level));
                found.count()
            };
            assert_eq!(
                (styled("Title"), styled("Heading1"), styled("Heading2")),
                (1, of_level(1), of_level(2))
            );
            let has_heads = |block: &&Block| match block {
                Block::Table(table) => table.columns.iter().any(|column| !column.title.is_empty()),
                _ => false,
            };
            let n_heads = drawn.blocks.iter().filter(has_heads).count();
            assert_eq!(all(&document, "tblHeader").count(), n_heads);
            assert_eq!(all(&document, "cantSplit").count(), all(&document, "tr").count());
            assert_eq!(
                all(&document, "pgSz").filter_map(|size| value(size, "w")).collect::<Vec<_>>(),
                ["11906"]
            );
            // Every paragraph has a style that is there, and every table two neighbours.
            let styles = Document::parse(text(&parts, "word/styles.xml")).unwrap();
            let known: Vec<_> = all(&styles, "style").filter_map(|style| value(style, "styleId")).collect();
            for style in all(&document, "pStyle").chain(all(&document, "rStyle")) {
                assert!(known.contains(&value(style, "val").unwrap()), "{:?}", value(style, "val"));
            }
            for table in all(&document, "tbl") {
                assert_eq!(table.next_sibling_element().map(|next| next.tag_name().name()), Some("p"));
            }
            let head = Document::parse(text(&parts, "word/header.xml")).unwrap();
            assert_eq!(shown(&head).join(""), format!("{}\t{}", drawn.head, stamp(&[&drawn])));
            let foot = Document::parse(text(&parts, "word/footer.xml")).unwrap();
            let fields: Vec<_> = all(&foot, "fldSimple").filter_map(|field| value(field, "instr")).collect();
            assert_eq!(fields, [" PAGE ", " NUMPAGES "]);
            let said = text(&parts, "docProps/core.xml");
            assert!(said.contains(&drawn.title) && said.contains(language.tag()));
            assert!(
                !said.contains("creator") && !said.contains("created") && !said.contains("modified"),
                "{said}"
            );
        }
    }
}

#[test]
fn two_languages_stand_across_the_seam_and_one_after_the_other_where_they_are_not_alike() {
    let table = |cells: [&str; 2]| {
        let row = cells.map(Line::of).to_vec();
        let columns = vec![Column::words("A", 1), Column::numbers("B", 2)];
        Block::Table(Table { columns, rows: vec![row.clone()], total: Some(row) })
    };
    let clause = |said: &str| Block::Clause("S-01".to_owned(), Line::of(said));
    let zh = paper(Language::Zh, vec![clause("好"), Block::NewPage, clause("再"), table(["同", "1"])]);
    let en = paper(Language::En, vec![clause("good"), Block::NewPage, clause("then"), table(["same", "1"])]);
    let found = opened(&write(&[zh.clone(), en], &[]).unwrap());
    let document = Document::parse(&found).unwrap();
    let alike =
        ["T", "S-01", "好", "good", "S-01", "再", "then", "A", "B", "同", "same", "1", "同", "same", "1"];
    assert_eq!(shown(&document), alike);
    // The page begins between the clauses, which stand in two tables then.
    let begin = all(&document, "pageBreakBefore").next().and_then(|found| found.parent()?.parent()).unwrap();
    let around =
        [begin.prev_siblings().nth(2), begin.next_sibling()].map(|near| near.unwrap().tag_name().name());
    assert_eq!((around, all(&document, "pageBreakBefore").count()), (["tbl", "tbl"], 1));
    let other = paper(Language::En, vec![Block::NewPage, clause("good")]);
    let found = opened(&write(&[zh, other], &[]).unwrap());
    let document = Document::parse(&found).unwrap();
    let apart = ["T", "S-01\t好", "S-01\t再", "A", "B", "同", "1", "同", "1", "T", "S-01\tgood"];
    assert_eq!(shown(&document), apart);
}

#[test]
fn pictures_stand_at_their_place_with_their_words() {
    let picture = |name: &str| Block::Picture(format!("<svg>{name}</svg>"), format!("{name} \"&<"));
    let papers = [
        paper(Language::Zh, vec![picture("一"), picture("二")]),
        paper(Language::En, vec![picture("one"), picture("two")]),
    ];
    assert_eq!(svgs(&papers), ["<svg>一</svg>", "<svg>二</svg>", "<svg>one</svg>", "<svg>two</svg>"]);
    // One that could not be drawn leaves its sentence.
    let drawn = vec![Some(bitmap(480, 300)), None, Some(bitmap(480, 300)), Some(bitmap(10, 10))];
    let bytes = write(&papers, &drawn).unwrap();
    let found = opened(&bytes);
    let document = Document::parse(&found).unwrap();
    let words: Vec<_> = all(&document, "docPr").filter_map(|node| value(node, "descr")).collect();
    assert_eq!(words, ["一 \"&<", "one \"&<", "two \"&<"]);
    let places: Vec<_> = all(&document, "blip").filter_map(|node| value(node, "embed")).collect();
    assert_eq!(places, ["rIdPicture0", "rIdPicture2", "rIdPicture3"]);
    assert_eq!(parts(&bytes).keys().filter(|name| name.ends_with(".png")).count(), 3);
}
