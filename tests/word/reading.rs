//! Reads a Word file the way others do, and says what a paper has to show in it.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use halfseal::documents::paper::{Block, Line, Paper, Run};
use halfseal::i18n::papers::of;
use roxmltree::{Document, Node};

/// The parts of a file by their names.
pub fn parts(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut found = BTreeMap::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        found.insert(file.name().unwrap().into_owned(), bytes);
    }
    found
}

/// A part as text.
pub fn text<'a>(parts: &'a BTreeMap<String, Vec<u8>>, name: &str) -> &'a str {
    std::str::from_utf8(&parts[name]).unwrap()
}

/// Every element of a name.
pub fn all<'a, 'i>(document: &'a Document<'i>, name: &'a str) -> impl Iterator<Item = Node<'a, 'i>> + 'a {
    document.descendants().filter(move |node| node.tag_name().name() == name)
}

/// The value of an attribute of the format.
pub fn value<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.attributes().find(|attribute| attribute.name() == name).map(|attribute| attribute.value())
}

/// What each paragraph with words in it shows.
pub fn shown(document: &Document) -> Vec<String> {
    let paragraphs = all(document, "p").map(|paragraph| {
        let pieces = paragraph.descendants().map(|node| match node.tag_name().name() {
            "t" => node.text().unwrap_or_default(),
            "tab" if node.parent().is_some_and(|parent| parent.tag_name().name() == "r") => "\t",
            "br" => "\n",
            _ => "",
        });
        unturned(&pieces.collect::<String>())
    });
    paragraphs.filter(|said| !said.is_empty()).collect()
}

/// What ends a direction is put where its text ends; nothing else is.
fn unturned(text: &str) -> String {
    text.replace(['\u{202c}', '\u{2069}'], "")
}

/// What a file can hold of a text.
fn kept(text: &str) -> String {
    let lines = text.replace("\r\n", "\n").replace(['\r', '\u{b}'], "\n");
    let letters = lines.chars().filter(|letter| {
        matches!(letter, '\n' | '\t') || !(letter.is_control() || matches!(letter, '\u{fffe}' | '\u{ffff}'))
    });
    letters.collect()
}

/// What a file shows of a text.
pub fn filtered(text: &str) -> String {
    unturned(&kept(text))
}

fn line(paper: &Paper, line: &Line) -> String {
    let run = |run: &Run| match run {
        Run::Text(text) | Run::Strong(text) | Run::Quiet(text) => filtered(text),
        Run::Blank(blank) => (of(paper.language).to_fill)(&filtered(&blank.what)),
    };
    line.0.iter().map(run).collect()
}

/// The headings of a paper.
pub fn headings(paper: &Paper) -> Vec<String> {
    let heading = |block: &Block| match block {
        Block::Heading(_, said) => Some(filtered(said)),
        _ => None,
    };
    paper.blocks.iter().filter_map(heading).collect()
}

/// What the paragraphs of a paper in one language have to show, its table of contents left out.
pub fn said(paper: &Paper) -> Vec<String> {
    let words = of(paper.language);
    let mut all = vec![filtered(&paper.over), filtered(&paper.title)];
    for block in &paper.blocks {
        match block {
            Block::Heading(_, said) | Block::Picture(_, said) => all.push(filtered(said)),
            Block::Clause(number, said) => {
                let gap = if kept(number).is_empty() { "" } else { "\t" };
                all.push(format!("{}{gap}{}", filtered(number), line(paper, said)));
            }
            Block::Paragraph(said) => all.push(line(paper, said)),
            Block::Points(lines) => all.extend(lines.iter().map(|said| line(paper, said))),
            Block::Table(table) => {
                all.extend(table.columns.iter().map(|column| filtered(&column.title)));
                all.extend(table.rows.iter().chain(&table.total).flatten().map(|said| line(paper, said)));
            }
            Block::Signatures(sides, note) => {
                all.extend(sides.iter().map(|side| filtered(&side.side)));
                all.extend(sides.iter().map(|side| line(paper, &side.party)));
                let filled = |label: &str, said: &Option<String>| match said {
                    Some(said) => format!("{label}{}", filtered(&format!("  {said}"))),
                    None => label.to_owned(),
                };
                all.extend(sides.iter().map(|side| filled(words.signature, &side.person)));
                all.extend(sides.iter().map(|side| filled(words.date, &side.when)));
                all.push(filtered(note));
            }
            Block::NewPage => (),
        }
    }
    all.retain(|said| !said.is_empty());
    all
}
