//! Tables: ruled ones with heads that stand on every page, and what the two languages and the signatures stand in.

use std::fmt::Write;

use crate::documents::paper::word::sheet::{TEXT, paragraph};
use crate::documents::paper::word::text::{Look, Tongue};
use crate::documents::paper::{Align, Column, Line, Table, stays_with_next};

/// The colour of the lines that begin and end a table.
pub const INK: &str = "42505C";
/// The colour of the lines between its rows.
const RULE: &str = "C9D2D0";
/// What a cell keeps from its edges, from the top to the left, the bottom and the right: as much as the preview, less what
/// a line leaves above its letters.
const MARGINS: [u32; 4] = [40, 0, 62, 120];

/// A column that has just room for its words.
const NARROW: u32 = 700;

/// The line between two languages.
pub const SEAM: &str = "<w:right w:val=\"dashed\" w:sz=\"4\" w:space=\"0\" w:color=\"A3AFAC\"/>";

/// Opens a table of fixed widths, in twentieths of a point, which begins `before` the text. `lines` and `margins` are
/// those of all its cells.
#[must_use]
pub fn open(widths: &[u32], before: u32, lines: &str, margins: [u32; 4]) -> String {
    let all: u32 = widths.iter().sum();
    let before = -i64::from(before);
    let mut out = format!(
        "<w:tbl><w:tblPr><w:tblW w:w=\"{all}\" w:type=\"dxa\"/><w:tblInd w:w=\"{before}\" w:type=\"dxa\"/>{lines}\
         <w:tblLayout w:type=\"fixed\"/><w:tblCellMar>"
    );
    for (side, kept) in ["top", "left", "bottom", "right"].iter().zip(margins) {
        out.push_str(&margin(side, kept));
    }
    out.push_str("</w:tblCellMar></w:tblPr><w:tblGrid>");
    for width in widths {
        // Writing to a string cannot fail.
        let _ = write!(out, "<w:gridCol w:w=\"{width}\"/>");
    }
    out.push_str("</w:tblGrid>");
    out
}

/// A cell.
#[derive(Clone, Copy, Default)]
pub struct Cell<'a> {
    /// How wide it is.
    pub width: u32,
    /// Its place among cells that are one from above to below.
    pub merged: &'a str,
    /// Its lines.
    pub borders: &'a str,
    /// What it keeps from its edges.
    pub margin: &'a str,
    /// Where its words stand, where not at the top.
    pub stands: &'a str,
}

impl Cell<'_> {
    /// Writes the cell around its paragraphs.
    #[must_use]
    pub fn write(self, paragraphs: &str) -> String {
        let Self { width, merged, borders, margin, stands } = self;
        let within = |tag: &str, inner: &str| match inner {
            "" => String::new(),
            inner => format!("<w:{tag}>{inner}</w:{tag}>"),
        };
        let stands =
            if stands.is_empty() { String::new() } else { format!("<w:vAlign w:val=\"{stands}\"/>") };
        format!(
            "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{merged}{}{}{stands}</w:tcPr>{paragraphs}</w:tc>",
            within("tcBorders", borders),
            within("tcMar", margin)
        )
    }
}

/// Writes what is kept from a side of a cell.
#[must_use]
pub fn margin(side: &str, kept: u32) -> String {
    format!("<w:{side} w:w=\"{kept}\" w:type=\"dxa\"/>")
}

/// Writes a line of a border, in eighths of a point.
#[must_use]
pub fn border(side: &str, style: &str, size: u32, colour: &str) -> String {
    format!("<w:{side} w:val=\"{style}\" w:sz=\"{size}\" w:space=\"0\" w:color=\"{colour}\"/>")
}

/// Writes a table, what several languages say one below the other in each cell. Nothing where they are not built alike;
/// an empty text where no row stands in it. It `keeps` its last row with what follows.
#[must_use]
pub fn ruled(tongues: &[Tongue], tables: &[&Table], keeps: bool) -> Option<String> {
    let first = tables.first()?;
    let is_alike = |table: &&Table| {
        table.columns.len() == first.columns.len()
            && table.rows.len() == first.rows.len()
            && table.total.is_some() == first.total.is_some()
    };
    if !tables.iter().all(is_alike) {
        return None;
    }
    let all: u32 = first.columns.iter().map(|column| column.share).sum();
    let mut left = TEXT;
    let widths = first.columns.iter().enumerate().map(|(at, column)| {
        // What rounding leaves goes to the last.
        let is_last = at + 1 == first.columns.len();
        let width = if is_last { left } else { TEXT * column.share / all.max(1) };
        left = left.saturating_sub(width);
        width
    });
    let ruled = Ruled { first, widths: widths.collect() };
    let mut rows = String::new();
    let has_heads = first.columns.iter().any(|column| !column.title.is_empty());
    if has_heads {
        let head = |at| {
            let columns = tables.iter().filter_map(|table| table.columns.get(at));
            let titles = columns.map(|column: &Column| &column.title);
            once(tongues, titles, |tongue, title: &String| tongue.run(Look::Plain, title))
        };
        rows.push_str(&ruled.row(Kind::Head, true, head));
    }
    let n_rows = first.rows.len() + usize::from(first.total.is_some());
    for row in 0..n_rows {
        let kind = if row < first.rows.len() { Kind::Body } else { Kind::Total };
        let cell = |at| {
            let lines =
                tables.iter().filter_map(|table| table.rows.get(row).or(table.total.as_ref())?.get(at));
            once(tongues, lines, |tongue, line: &Line| tongue.line(line, kind == Kind::Total))
        };
        rows.push_str(&ruled.row(kind, stays_with_next(row, n_rows) || (keeps && row + 1 == n_rows), cell));
    }
    if rows.is_empty() {
        return Some(rows);
    }
    let lines = [
        if has_heads { border("top", "single", 4, INK) } else { String::new() },
        border("bottom", "single", 4, INK),
        border("insideH", "single", 4, RULE),
    ];
    let lines = format!("<w:tblBorders>{}</w:tblBorders>", lines.concat());
    Some(format!("{}{rows}</w:tbl>", open(&ruled.widths, 0, &lines, MARGINS)))
}

/// Which row it is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Head,
    Body,
    Total,
}

/// Writes what each language says; what the first says already, not again.
pub fn once<'t, T: PartialEq + 't>(
    tongues: &[Tongue],
    said: impl Iterator<Item = &'t T>,
    write: impl Fn(Tongue, &T) -> String,
) -> Vec<String> {
    let said: Vec<_> = said.collect();
    let differs = |(at, (_, one)): &(usize, (&Tongue, &&T))| *at == 0 || said.first() != Some(one);
    let all = tongues.iter().zip(&said).enumerate().filter(differs);
    all.map(|(_, (tongue, one))| write(*tongue, one)).collect()
}

struct Ruled<'a> {
    first: &'a Table,
    widths: Vec<u32>,
}

impl Ruled<'_> {
    /// Writes a row; `cell` gives the runs of a cell in each language.
    fn row(&self, kind: Kind, keeps: bool, cell: impl Fn(usize) -> Vec<String>) -> String {
        let mut out = String::from("<w:tr><w:trPr><w:cantSplit/>");
        out.push_str(if kind == Kind::Head { "<w:tblHeader/></w:trPr>" } else { "</w:trPr>" });
        let borders = match kind {
            Kind::Head => border("bottom", "single", 4, INK),
            Kind::Body => String::new(),
            Kind::Total => border("top", "single", 4, INK) + &border("bottom", "single", 4, INK),
        };
        let stands = if kind == Kind::Head { "bottom" } else { "" };
        let n_columns = self.widths.len();
        for (at, (column, width)) in self.first.columns.iter().zip(&self.widths).enumerate() {
            let is_narrow = *width < NARROW;
            let mut props = String::from(if keeps { "<w:keepNext/>" } else { "" });
            props.push_str(match column.align {
                Align::Start => "",
                Align::Middle => "<w:jc w:val=\"center\"/>",
                // Numbers keep away from the words of the next column.
                Align::End if at + 1 < n_columns && !is_narrow => {
                    "<w:ind w:right=\"80\"/><w:jc w:val=\"right\"/>"
                }
                Align::End => "<w:jc w:val=\"right\"/>",
            });
            let mut paragraphs = String::new();
            for (nth, runs) in cell(at).iter().enumerate() {
                let style = match (kind, nth) {
                    (Kind::Head, _) => "TableHead",
                    (_, 0) => "TableText",
                    _ => "TableSecond",
                };
                paragraphs.push_str(&paragraph(style, &props, runs));
            }
            if paragraphs.is_empty() {
                // A cell has a paragraph, or Word does not open the file.
                paragraphs = paragraph("TableText", &props, "");
            }
            let margin = match column.align {
                _ if at + 1 == n_columns => margin("right", 0),
                // Letters stand in the middle of their column.
                Align::Middle => margin("right", 0),
                _ if is_narrow => margin("right", 85),
                _ => String::new(),
            };
            let cell = Cell { width: *width, borders: &borders, margin: &margin, stands, ..Cell::default() };
            out.push_str(&cell.write(&paragraphs));
        }
        out.push_str("</w:tr>");
        out
    }
}
