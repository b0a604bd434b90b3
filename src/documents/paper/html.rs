//! A paper as pieces of HTML: small enough that pages can break between them. What users wrote is escaped; attributes
//! hold words of our own only.

pub mod beside;

use std::fmt::Write;

use crate::documents::paper::{
    Align, Block, Column, Line, Paper, Place, Run, Signature, Table, seal, stays_with_next,
};
use crate::domain::language::Language;
use crate::i18n::papers::{PapersText, of};

/// A piece that stands on one page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Its HTML: a block, or a row of a table.
    pub html: String,
    /// For a row the place of its table among the tables of the paper.
    pub table: Option<usize>,
    /// Whether it stays on one page with the piece that follows.
    pub keeps: bool,
    /// Whether a page begins with it.
    pub begins_page: bool,
}

/// A paper in pieces, with what each table begins with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pieces {
    /// The pieces in their order.
    pub pieces: Vec<Piece>,
    /// What stands before the rows of each table: its opening, the widths and the heads.
    pub tables: Vec<String>,
}

/// Cuts a paper into pieces. `href` knows where a blank is filled in.
#[must_use]
pub fn pieces(paper: &Paper, href: &dyn Fn(&Place) -> String) -> Pieces {
    let mut cut = Cut::new(paper.language, href);
    if !paper.over.is_empty() {
        cut.keep(format!("<p class=\"paper-over\">{}</p>", escaped(&paper.over)));
    }
    cut.keep(format!("<h1>{}</h1>", escaped(&paper.title)));
    for (place, block) in paper.blocks.iter().enumerate() {
        cut.block(block);
        cut.found.keep_before_table(block, paper.blocks.get(place + 1));
    }
    cut.found
}

/// Puts pieces together again, the rows of each table in one.
#[must_use]
pub fn together(pieces: &[Piece], tables: &[String]) -> String {
    let mut html = String::new();
    let mut open = None;
    for piece in pieces {
        if open != piece.table {
            if open.is_some() {
                html.push_str("</tbody></table>");
            }
            open = piece.table;
            html.push_str(open.and_then(|place| tables.get(place)).map_or("", String::as_str));
        }
        html.push_str(&piece.html);
    }
    if open.is_some() {
        html.push_str("</tbody></table>");
    }
    html
}

struct Cut<'a> {
    words: &'static PapersText,
    href: &'a dyn Fn(&Place) -> String,
    found: Pieces,
    begins_page: bool,
}

/// A table as HTML: what stands before its rows, and the rows, each with whether it stays with the next.
struct Ruled {
    begin: String,
    rows: Vec<(String, bool)>,
}

impl Ruled {
    fn new(
        columns: &[Column],
        heads: Vec<String>,
        rows: Vec<Vec<String>>,
        total: Option<Vec<String>>,
    ) -> Self {
        let all: u32 = columns.iter().map(|column| column.share).sum();
        let mut begin = String::from("<table><colgroup>");
        for column in columns {
            let _ = write!(begin, "<col width=\"{}%\">", 100 * column.share / all.max(1));
        }
        begin.push_str("</colgroup>");
        if heads.iter().any(|head| !head.is_empty()) {
            begin.push_str("<thead><tr>");
            for (column, head) in columns.iter().zip(heads) {
                let _ = write!(begin, "<th scope=\"col\"{}>{head}</th>", align(column.align));
            }
            begin.push_str("</tr></thead>");
        }
        begin.push_str("<tbody>");
        let n_rows = rows.len() + usize::from(total.is_some());
        let rows = rows.into_iter().map(|row| (row, "<tr>"));
        let all = rows.chain(total.map(|row| (row, "<tr class=\"paper-total\">")));
        let row = |(at, (cells, begin)): (usize, (Vec<String>, &str))| {
            let mut html = begin.to_owned();
            for (column, cell) in columns.iter().zip(cells) {
                let _ = write!(html, "<td{}>{cell}</td>", align(column.align));
            }
            html.push_str("</tr>");
            (html, stays_with_next(at, n_rows))
        };
        Self { begin, rows: all.enumerate().map(row).collect() }
    }
}

impl Pieces {
    /// Keeps a paragraph with the table it introduces.
    fn keep_before_table(&mut self, block: &Block, next: Option<&Block>) {
        if let (Block::Paragraph(_), Some(Block::Table(_)), Some(last)) =
            (block, next, self.pieces.last_mut())
        {
            last.keeps = true;
        }
    }

    /// Adds a table. Returns whether a page is still to begin: with what follows, where the table has no rows.
    fn push_table(&mut self, ruled: Ruled, mut begins_page: bool) -> bool {
        let table = Some(self.tables.len());
        self.tables.push(ruled.begin);
        for (html, keeps) in ruled.rows {
            let begins_page = std::mem::take(&mut begins_page);
            self.pieces.push(Piece { html, table, keeps, begins_page });
        }
        begins_page
    }
}

impl<'a> Cut<'a> {
    fn new(language: Language, href: &'a dyn Fn(&Place) -> String) -> Self {
        Self { words: of(language), href, found: Pieces::default(), begins_page: false }
    }

    fn piece(&mut self, html: String, table: Option<usize>, keeps: bool) {
        let begins_page = std::mem::take(&mut self.begins_page);
        self.found.pieces.push(Piece { html, table, keeps, begins_page });
    }

    fn keep(&mut self, html: String) {
        self.piece(html, None, true);
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(level, text) => {
                let level = level + 1;
                self.keep(format!("<h{level}>{}</h{level}>", escaped(text)));
            }
            Block::Clause(number, line) => {
                let html = format!(
                    "<p class=\"paper-clause\"><span class=\"paper-number\">{}</span>{}</p>",
                    escaped(number),
                    self.line(line)
                );
                self.piece(html, None, false);
            }
            Block::Paragraph(line) => self.piece(format!("<p>{}</p>", self.line(line)), None, false),
            Block::Points(lines) => {
                for line in lines {
                    self.piece(format!("<p class=\"paper-point\">{}</p>", self.line(line)), None, false);
                }
            }
            Block::Table(table) => self.table(table),
            Block::Picture(svg, caption) => {
                let html = format!("<figure>{svg}<figcaption>{}</figcaption></figure>", escaped(caption));
                self.piece(html, None, false);
            }
            Block::Signatures(sides, note) => {
                let html = self.signatures(sides, note, [self.words.signature, self.words.date]);
                self.piece(html, None, false);
            }
            Block::NewPage => self.begins_page = true,
        }
    }

    fn table(&mut self, table: &Table) {
        let line = |line: &Line| self.line(line);
        let heads = table.columns.iter().map(|column| escaped(&column.title)).collect();
        let rows = table.rows.iter().map(|row| row.iter().map(line).collect()).collect();
        let total = table.total.as_ref().map(|row| row.iter().map(line).collect());
        let ruled = Ruled::new(&table.columns, heads, rows, total);
        self.begins_page = self.found.push_table(ruled, self.begins_page);
    }

    fn signatures(&self, sides: &[Signature; 2], note: &str, labels: [&str; 2]) -> String {
        let [signature, date] = labels;
        let side = |side: &Signature, class: &str| {
            let line = |label: &str, said: Option<&str>| {
                format!(
                    "<p class=\"paper-sign\"><span>{}</span>{}</p>",
                    escaped(label),
                    escaped(said.unwrap_or_default())
                )
            };
            format!(
                "<div class=\"{class}\"><p class=\"paper-side\">{}</p><p>{}</p>{}{}</div>",
                escaped(&side.side),
                self.line(&side.party),
                line(signature, side.person.as_deref()),
                line(date, side.when.as_deref())
            )
        };
        let note = if note.is_empty() {
            String::new()
        } else {
            format!("<p class=\"paper-note\">{}</p>", escaped(note))
        };
        let [client, vendor] = sides;
        format!(
            "<section class=\"paper-end\"><div class=\"paper-signatures\">{}<div class=\"paper-seal\">{}</div>{}</div>{note}</section>",
            side(client, "paper-client"),
            seal::svg(seal::state(sides)).unwrap_or_default(),
            side(vendor, "paper-vendor")
        )
    }

    fn line(&self, line: &Line) -> String {
        let mut html = String::new();
        for run in &line.0 {
            // Writing to a string cannot fail.
            let _ = match run {
                Run::Text(text) => write!(html, "{}", unbroken(text)),
                Run::Strong(text) => write!(html, "<strong>{}</strong>", unbroken(text)),
                Run::Quiet(text) => write!(html, "<span class=\"quiet\">{}</span>", unbroken(text)),
                Run::Blank(blank) => write!(
                    html,
                    "<a class=\"paper-blank\" href=\"{}\">{}</a>",
                    escaped(&(self.href)(&blank.place)),
                    escaped(&(self.words.to_fill)(&blank.what))
                ),
            };
        }
        html
    }
}

fn align(align: Align) -> &'static str {
    match align {
        Align::Start => "",
        Align::End => " class=\"num\"",
        Align::Middle => " class=\"mid\"",
    }
}

/// Escapes a text and keeps the clause numbers in it, such as `T-01`, from breaking at the end of a line.
fn unbroken(text: &str) -> String {
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
    let mut html = String::with_capacity(text.len());
    for piece in text.split_inclusive(|letter| !is_part(letter)) {
        let (word, rest) = piece.split_at(piece.trim_end_matches(|letter| !is_part(letter)).len());
        if is_clause(word) {
            // Writing to a string cannot fail.
            let _ = write!(html, "<span class=\"paper-ref\">{word}</span>");
        } else {
            html.push_str(&escaped(word));
        }
        html.push_str(&escaped(rest));
    }
    html
}

/// Tells whether a word is written as clause numbers are: one or two capitals, a hyphen, digits.
fn is_clause(word: &str) -> bool {
    word.split_once('-').is_some_and(|(kind, number)| {
        matches!(kind.len(), 1 | 2)
            && kind.bytes().all(|letter| letter.is_ascii_uppercase())
            && !number.is_empty()
            && number.bytes().all(|digit| digit.is_ascii_digit())
    })
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            letter if letter.is_control() && letter != '\n' => (),
            letter => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::paper::Blank;
    use crate::domain::paper::PaperKind;
    use crate::domain::task::Task;

    fn paper(blocks: Vec<Block>) -> Paper {
        Paper {
            kind: PaperKind::Specification,
            language: Language::En,
            over: String::new(),
            title: "T".to_owned(),
            head: String::new(),
            version: String::new(),
            blocks,
        }
    }

    fn cut(blocks: Vec<Block>) -> Pieces {
        let mut found = pieces(&paper(blocks), &|place| format!("#/{place:?}"));
        found.pieces.remove(0);
        found
    }

    #[test]
    fn clause_numbers_stay_whole_and_nothing_else_changes() {
        let whole = |number: &str| format!("<span class=\"paper-ref\">{number}</span>");
        assert_eq!(
            unbroken("保障 F-01，T-2<b>"),
            format!("保障 {}，{}&lt;b&gt;", whole("F-01"), whole("T-2"))
        );
        assert_eq!(
            unbroken("24-7 on-call, COVID-19, A-1b, x-ray 2026-01-02"),
            "24-7 on-call, COVID-19, A-1b, x-ray 2026-01-02"
        );
    }

    #[test]
    fn what_users_write_is_never_markup() {
        let hostile = "<script>alert(1)</script>\"'& \u{0} <img src=x onerror=alert(1)>";
        let blank = Blank { what: hostile.to_owned(), clause: None, place: Place::Task(Task::Sla, None) };
        let line = Line::of(hostile).strong(hostile).quiet(hostile).and(Line(vec![Run::Blank(blank)]));
        let table = Table {
            columns: vec![Column::words(hostile, 1)],
            rows: vec![vec![line.clone()]],
            total: Some(vec![line.clone()]),
        };
        let found = cut(vec![
            Block::Heading(1, hostile.to_owned()),
            Block::Clause(hostile.to_owned(), line.clone()),
            Block::Points(vec![line]),
            Block::Table(table),
        ]);
        let html = together(&found.pieces, &found.tables);
        assert!(!html.contains("<script") && !html.contains("<img") && !html.contains('\u{0}'), "{html}");
        assert!(html.contains("&lt;script&gt;"));
    }

    #[test]
    fn rows_of_a_table_come_together_again_and_its_ends_keep_together() {
        let rows = |n: usize| (0..n).map(|row| vec![Line::of(row.to_string())]).collect();
        let table =
            |n| Block::Table(Table { columns: vec![Column::words("A", 1)], rows: rows(n), total: None });
        let found = cut(vec![table(4), table(1)]);
        let keeps: Vec<bool> = found.pieces.iter().map(|piece| piece.keeps).collect();
        assert_eq!(keeps, [true, false, true, false, false]);
        let html = together(&found.pieces, &found.tables);
        assert_eq!((html.matches("<table>").count(), html.matches("</table>").count()), (2, 2));
        let part = together(&found.pieces[2..4], &found.tables);
        assert!(
            part.contains("<thead>") && part.contains("<td>2</td>") && part.ends_with("</tbody></table>")
        );
    }
}
