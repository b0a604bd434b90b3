//! Whatever somebody writes stays text: in every field of a paper, and nothing of it is lost.

use halfseal::documents::paper::word::write;
use halfseal::documents::paper::{Blank, Block, Column, Line, Paper, Place, Run, Signature, Table};
use halfseal::domain::language::Language;
use halfseal::domain::paper::PaperKind;
use proptest::prelude::*;
use roxmltree::Document;

use crate::reading::{filtered, parts, said, shown, text};
use crate::{bitmap, opened};

const HOSTILE: [&str; 14] = [
    "=cmd|' /C calc'!A0",
    "a\u{0}\u{1}\u{8}\u{b}\u{c}\u{1f}\u{7f}\u{85}\u{fffe}\u{ffff}b",
    "\u{202e}txt.exe",
    "\u{2066}\u{202d}\u{2069}\u{202c}",
    "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>",
    "]]><![CDATA[ <!-- &amp; &#0; &bogus; -->",
    "{ INCLUDETEXT \"\\\\\\\\server\\\\x\" }",
    "a\r\nb\rc\nd\te",
    "👩‍👩‍👧‍👦 🇨🇳 ☎️",
    "𠀀𠀁𪛖 㐀",
    "  spaces  at  both  ends  ",
    "\u{feff}\u{200b}\u{2028}x\u{2029}",
    "\"' onload='x' <?xml version='1.0'?> <!DOCTYPE x>",
    "éé ﷽ نص עברית ไทย",
];

/// A paper with a text in every field that holds one.
fn full(language: Language, said: &str) -> Paper {
    let blank = || Blank {
        what: said.to_owned(),
        clause: Some(said.to_owned()),
        place: Place::Security(Some(said.to_owned())),
    };
    let line = || Line::of(said).strong(said).quiet(said).and(Line(vec![Run::Blank(blank())]));
    let side = || Signature {
        side: said.to_owned(),
        party: line(),
        person: Some(said.to_owned()),
        when: Some(said.to_owned()),
    };
    Paper {
        kind: PaperKind::Charter,
        language,
        over: said.to_owned(),
        title: said.to_owned(),
        head: said.to_owned(),
        version: said.to_owned(),
        blocks: vec![
            Block::Heading(1, said.to_owned()),
            Block::Heading(9, said.to_owned()),
            Block::Clause(said.to_owned(), line()),
            Block::Paragraph(line()),
            Block::Points(vec![line(), line()]),
            Block::NewPage,
            Block::Table(Table {
                columns: vec![Column::words(said, 0), Column::letters(said, u32::from(u16::MAX))],
                rows: vec![vec![line(), Line::default()], vec![line(), line()]],
                total: Some(vec![line(), line()]),
            }),
            Block::Table(Table::default()),
            Block::Picture(said.to_owned(), said.to_owned()),
            Block::Signatures(Box::new([side(), side()]), said.to_owned()),
        ],
    }
}

fn check(written: &str) {
    let pictures = [Some(bitmap(1, 1)), Some(bitmap(74, 86)), None, None];
    for language in [Language::Zh, Language::En] {
        let paper = full(language, written);
        let bytes = write(std::slice::from_ref(&paper), &pictures).unwrap();
        let document = opened(&bytes);
        let document = Document::parse(&document).unwrap();
        assert_eq!(shown(&document), said(&paper), "{written:?}");
        let parts = parts(&bytes);
        for name in ["word/header.xml", "word/footer.xml", "docProps/core.xml"] {
            let found = Document::parse(text(&parts, name)).unwrap();
            let whole: String =
                found.descendants().filter(|node| node.is_text()).filter_map(|node| node.text()).collect();
            let bare = |text: &str| text.replace(['\n', '\t', ' ', '\u{202c}', '\u{2069}'], "");
            assert!(bare(&whole).contains(&bare(&filtered(written))), "{name}: {written:?}");
        }
    }
    let both = [full(Language::Zh, written), full(Language::En, written)];
    let whole = opened(&write(&both, &pictures).unwrap());
    assert!(Document::parse(&whole).is_ok());
}

#[test]
fn hostile_texts_stay_texts() {
    for written in HOSTILE {
        check(written);
    }
    check(&HOSTILE.concat());
    check(&"长".repeat(20_000));
    check(&"w".repeat(20_000));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_text_stays_text(written in "\\PC{0,40}|.{0,40}|[\\x00-\\x20<>&\"'\\]\u{202a}-\u{202e}\u{2066}-\u{2069}\u{fffe}]{0,40}") {
        check(&written);
    }
}
