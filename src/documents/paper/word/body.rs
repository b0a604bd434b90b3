//! The pieces of a paper one below the other, in one language or in two side by side.

use std::fmt::Write;

use crate::documents::paper::word::pictures::{self, Pictures};
use crate::documents::paper::word::sheet::{NUMBER, TEXT, paragraph};
use crate::documents::paper::word::signing;
use crate::documents::paper::word::table::{self, Cell};
use crate::documents::paper::word::text::{Look, Tongue};
use crate::documents::paper::{Block, Line, Paper};

/// How much two languages keep from the seam between them.
const SEAM: u32 = 227;

/// A heading, for the table of contents.
pub struct Heading {
    /// Its level, from 1.
    pub level: u8,
    /// Its words as runs.
    pub runs: String,
}

/// What stands between the titles and the end of a file.
pub struct Body<'a> {
    pictures: &'a Pictures,
    tongues: Vec<Tongue>,
    /// Which picture comes next in each language.
    next: Vec<usize>,
    out: String,
    /// Where the first titles end.
    titles: usize,
    headings: Vec<Heading>,
    begins_page: bool,
    /// Whether what is written stays on one page with what follows.
    keeps: bool,
    /// Whether rows of two languages stand open.
    is_open: bool,
    /// Counts what needs an id of its own.
    ids: u32,
}

/// Tells whether a block stays on one page with the next: what leads to a list, and what is signed with the signatures,
/// which nobody gives on a page of their own.
fn stays(block: &Block, next: Option<&Block>) -> bool {
    match (block, next) {
        (_, Some(Block::Signatures(..))) => true,
        (Block::Clause(..) | Block::Paragraph(_), Some(next)) => {
            matches!(next, Block::Points(_) | Block::Table(_) | Block::Picture(..))
        }
        _ => false,
    }
}

/// Takes the same from every language, or nothing where one is built otherwise.
fn each<'b, T>(blocks: &[&'b Block], take: impl Fn(&'b Block) -> Option<T>) -> Option<Vec<T>> {
    blocks.iter().map(|block| take(block)).collect()
}

impl<'a> Body<'a> {
    /// Begins a file.
    #[must_use]
    pub fn new(pictures: &'a Pictures) -> Self {
        Self {
            pictures,
            tongues: Vec::new(),
            next: Vec::new(),
            out: String::new(),
            titles: 0,
            headings: Vec::new(),
            begins_page: false,
            keeps: false,
            is_open: false,
            ids: 0,
        }
    }

    /// Adds one paper, in one language or side by side in several. The pictures of each begin where `next` says. Nothing
    /// where the languages are not built alike; the body is of no use then.
    pub fn add(&mut self, papers: &[&Paper], next: Vec<usize>) -> Option<()> {
        self.begins_page = !self.out.is_empty();
        self.tongues = papers.iter().map(|paper| Tongue::new(paper.language)).collect();
        self.next = next;
        let first = papers.first()?;
        if papers.iter().any(|paper| paper.blocks.len() != first.blocks.len()) {
            return None;
        }
        for (style, second, said) in [
            ("OverTitle", "OverTitle", papers.iter().map(|paper| &paper.over).collect::<Vec<_>>()),
            ("Title", "TitleSecond", papers.iter().map(|paper| &paper.title).collect()),
        ] {
            let all = table::once(&self.tongues, said.into_iter(), |tongue, said: &String| {
                tongue.run(Look::Plain, said)
            });
            for (at, runs) in all.iter().enumerate().filter(|(_, runs)| !runs.is_empty()) {
                self.paragraph(if at == 0 { style } else { second }, runs);
            }
        }
        if self.titles == 0 {
            self.titles = self.out.len();
        }
        for at in 0..first.blocks.len() {
            let blocks: Option<Vec<_>> = papers.iter().map(|paper| paper.blocks.get(at)).collect();
            let blocks = blocks?;
            self.keeps = stays(blocks.first()?, first.blocks.get(at + 1));
            self.block(&blocks)?;
        }
        self.close();
        Some(())
    }

    /// Ends the file with what `contents` makes of its headings, put below the titles.
    #[must_use]
    pub fn finish(mut self, contents: impl FnOnce(&[Heading]) -> String) -> String {
        let contents = contents(&self.headings);
        if self.out.is_char_boundary(self.titles) {
            self.out.insert_str(self.titles, &contents);
        }
        self.out
    }

    /// Writes what all languages say in one line; what is the same, once.
    fn joined(&self, look: Look, said: &[&str]) -> String {
        let mut runs = String::new();
        let mut before: Option<&str> = None;
        for (tongue, said) in self.tongues.iter().zip(said) {
            if before == Some(said) || said.is_empty() {
                continue;
            }
            if before.is_some() {
                runs.push_str(&tongue.run(look, " · "));
            }
            runs.push_str(&tongue.run(look, said));
            before = Some(said);
        }
        runs
    }

    /// Adds a paragraph across the whole width.
    fn paragraph(&mut self, style: &str, runs: &str) {
        self.paragraph_with(style, "", runs);
    }

    fn paragraph_with(&mut self, style: &str, props: &str, runs: &str) {
        self.close();
        let keeps = if self.keeps { "<w:keepNext/>" } else { "" };
        let begins = if std::mem::take(&mut self.begins_page) { "<w:pageBreakBefore/>" } else { "" };
        self.out.push_str(&paragraph(style, &format!("{keeps}{begins}{props}"), runs));
    }

    /// Begins a page before a table, which cannot begin one itself.
    fn before_table(&mut self) {
        self.close();
        if self.begins_page {
            self.paragraph("TableEnd", "");
        }
    }

    /// Adds a table. Two of them would become one without something between.
    fn table(&mut self, table: &str) {
        self.before_table();
        self.out.push_str(table);
        self.paragraph("TableEnd", "");
    }

    /// Ends the rows of two languages.
    fn close(&mut self) {
        if std::mem::take(&mut self.is_open) {
            self.out.push_str("</w:tbl>");
            // What ends the rows stays with what follows as they do.
            self.out.push_str(&paragraph("TableEnd", "<w:keepNext/><w:spacing w:after=\"100\"/>", ""));
        }
    }

    /// Adds a paragraph in every language: across the width, or side by side with the seam between. The number stands in
    /// the margin.
    fn beside(&mut self, number: &str, style: &str, props: &str, said: &[String]) {
        let number = match (number, self.tongues.first()) {
            ("", _) | (_, None) => String::new(),
            (number, Some(tongue)) => tongue.run(Look::Number, number),
        };
        if let [said] = said {
            let numbered = if number.is_empty() { number } else { format!("{number}<w:r><w:tab/></w:r>") };
            return self.paragraph_with(style, props, &format!("{numbered}{said}"));
        }
        let half = TEXT / 2;
        if !self.is_open {
            self.before_table();
            self.out.push_str(&table::open(&[NUMBER, half, TEXT - half], NUMBER, "", [0; 4]));
            self.is_open = true;
        }
        // The number has a cell of its own, so that the words of both languages begin at one height.
        let style = if style == "Clause" { "" } else { style };
        let props = format!("{}{props}", if self.keeps { "<w:keepNext/>" } else { "" });
        let cell = |(at, said): (usize, &String)| {
            let is_last = at + 1 == self.tongues.len();
            let seam = if is_last { "" } else { table::SEAM };
            let margin = table::margin(if is_last { "left" } else { "right" }, SEAM);
            Cell { width: half, borders: seam, margin: &margin, ..Cell::default() }
                .write(&paragraph(style, &props, said))
        };
        let cells: String = said.iter().enumerate().map(cell).collect();
        let margin = table::margin("right", 57);
        let numbers =
            Cell { width: NUMBER, margin: &margin, ..Cell::default() }.write(&paragraph("", "", &number));
        self.out.push_str(&format!("<w:tr><w:trPr><w:cantSplit/></w:trPr>{numbers}{cells}</w:tr>"));
    }

    fn lines(&self, lines: &[&Line]) -> Vec<String> {
        self.tongues.iter().zip(lines).map(|(tongue, line)| tongue.line(line, false)).collect()
    }

    fn block(&mut self, blocks: &[&Block]) -> Option<()> {
        match blocks.first()? {
            Block::Heading(level, _) => {
                let said = each(blocks, |block| match block {
                    Block::Heading(other, said) if other == level => Some(said.as_str()),
                    _ => None,
                })?;
                self.heading(*level, &said);
            }
            Block::Clause(number, _) => {
                let lines = each(blocks, |block| match block {
                    Block::Clause(other, line) if other == number => Some(line),
                    _ => None,
                })?;
                let said = self.lines(&lines);
                self.beside(number, "Clause", "", &said);
            }
            Block::Paragraph(_) => {
                let lines = each(blocks, |block| match block {
                    Block::Paragraph(line) => Some(line),
                    _ => None,
                })?;
                let said = self.lines(&lines);
                self.beside("", "", "", &said);
            }
            Block::Points(points) => {
                let lists = each(blocks, |block| match block {
                    Block::Points(lines) if lines.len() == points.len() => Some(lines),
                    _ => None,
                })?;
                let keeps = std::mem::take(&mut self.keeps);
                for at in 0..points.len() {
                    let is_last = at + 1 == points.len();
                    // Only the last stays with what follows, and keeps its distance to it.
                    self.keeps = keeps && is_last;
                    let props = if is_last { "<w:spacing w:after=\"102\"/>" } else { "" };
                    let lines: Option<Vec<_>> = lists.iter().map(|lines| lines.get(at)).collect();
                    let said = self.lines(&lines?);
                    self.beside("", "ListBullet", props, &said);
                }
            }
            Block::Table(_) => {
                let tables = each(blocks, |block| match block {
                    Block::Table(table) => Some(table),
                    _ => None,
                })?;
                let table = table::ruled(&self.tongues, &tables, self.keeps)?;
                if !table.is_empty() {
                    self.table(&table);
                }
            }
            Block::Picture(..) => {
                let said = each(blocks, |block| match block {
                    Block::Picture(_, said) => Some(said.as_str()),
                    _ => None,
                })?;
                self.picture(blocks, &said);
            }
            Block::Signatures(..) => {
                let ends = each(blocks, |block| match block {
                    Block::Signatures(sides, note) => Some((sides.as_ref(), note.as_str())),
                    _ => None,
                })?;
                self.signatures(blocks, &ends);
            }
            Block::NewPage => {
                each(blocks, |block| (*block == Block::NewPage).then_some(()))?;
                self.close();
                self.begins_page = true;
            }
        }
        Some(())
    }

    fn heading(&mut self, level: u8, said: &[&str]) {
        let level = level.clamp(1, 3);
        let runs = self.joined(Look::Plain, said);
        self.headings.push(Heading { level, runs: runs.clone() });
        let number = self.headings.len();
        let mark = format!(
            "<w:bookmarkStart w:id=\"{number}\" w:name=\"{}\"/>{runs}<w:bookmarkEnd w:id=\"{number}\"/>",
            bookmark(number)
        );
        self.paragraph(&format!("Heading{level}"), &mark);
    }

    /// Takes the picture of a block in each language; an empty run where one could not be drawn.
    fn drawn(&mut self, blocks: &[&Block], room: u32, said: &[&str]) -> Vec<String> {
        let mut drawn = Vec::new();
        for ((next, block), said) in self.next.iter_mut().zip(blocks).zip(said) {
            let mut run = String::new();
            if pictures::of_block(block).is_some() {
                if let Some(bitmap) = self.pictures.get(*next).and_then(Option::as_ref) {
                    self.ids += 1;
                    run = bitmap.inline(&pictures::reference(*next), self.ids, room, said);
                }
                *next += 1;
            }
            drawn.push(run);
        }
        drawn
    }

    fn picture(&mut self, blocks: &[&Block], said: &[&str]) {
        let room = if 1 < said.len() { TEXT / 2 - SEAM } else { TEXT };
        let drawn = self.drawn(blocks, room, said);
        // Without pictures the sentences still say what they show.
        if drawn.iter().any(|drawn| !drawn.is_empty()) {
            self.beside("", "Picture", "", &drawn);
        }
        let said: Vec<_> =
            self.tongues.iter().zip(said).map(|(tongue, said)| tongue.run(Look::Plain, said)).collect();
        self.beside("", "Caption", "", &said);
    }

    fn signatures(&mut self, blocks: &[&Block], ends: &[signing::End]) {
        let notes: Vec<_> = ends.iter().map(|(_, note)| *note).collect();
        let said = notes.join(" ");
        // Both languages have one seal.
        let seals = self.drawn(blocks, signing::SEAL, &vec![said.as_str(); blocks.len()]);
        let seal = seals.into_iter().next().unwrap_or_default();
        self.paragraph("BeforeSigning", "");
        let table = signing::write(&self.tongues, ends, &seal);
        self.out.push_str(&table);
        let note = self.joined(Look::Plain, &notes);
        self.paragraph(if note.is_empty() { "TableEnd" } else { "Note" }, &note);
    }
}

/// Returns the name of the place of a heading, by its number from 1.
#[must_use]
pub fn bookmark(number: usize) -> String {
    let mut name = String::from("_Toc");
    // Writing to a string cannot fail.
    let _ = write!(name, "{number:06}");
    name
}
