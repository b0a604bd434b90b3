//! The sheet of A4 a paper stands on, with what is said at its head and foot. Lengths are in twentieths of a point.

use crate::documents::paper::word::text::{Look, Tongue, property};
use crate::documents::paper::{Paper, stamp, titles};

/// How wide the text is: 168 mm between the margins.
pub const TEXT: u32 = 9524;
/// How far before the text the numbers of clauses begin.
pub const NUMBER: u32 = 964;

/// What ends the text: the sheet, its margins, and what stands on every one.
pub const SECTION: &str = "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rIdHeader\"/><w:footerReference w:type=\"default\" r:id=\"rIdFooter\"/>\
<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1247\" w:right=\"1021\" w:bottom=\"1191\" w:left=\"1361\" w:header=\"567\" w:footer=\"510\" w:gutter=\"0\"/></w:sectPr>";

/// The names the parts of a text are written with.
pub const NAMES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

/// Writes a paragraph of a style; `props` stand in the order of the format.
#[must_use]
pub fn paragraph(style: &str, props: &str, runs: &str) -> String {
    match (style, props) {
        ("", "") => format!("<w:p>{runs}</w:p>"),
        ("", _) => format!("<w:p><w:pPr>{props}</w:pPr>{runs}</w:p>"),
        _ => format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{props}</w:pPr>{runs}</w:p>"),
    }
}

/// Writes the head of every sheet: the project with its parties, and which version it is.
#[must_use]
pub fn header(papers: &[&Paper], tongue: Tongue) -> String {
    let head = papers.first().map_or("", |paper| paper.head.as_str());
    let runs = [
        tongue.run(Look::Plain, head),
        "<w:r><w:tab/></w:r>".to_owned(),
        tongue.run(Look::Plain, &stamp(papers)),
    ];
    format!("<w:hdr {NAMES}>{}</w:hdr>", paragraph("Header", "", &runs.concat()))
}

/// Writes the foot of every sheet: the title, and the number of the sheet as Word counts them.
#[must_use]
pub fn footer(papers: &[&Paper], tongue: Tongue) -> String {
    // The words are made for numbers; the two that are put in stand where Word puts its own.
    let said = (tongue.words.page_of)(1, 2);
    let (before, rest) = said.split_once('1').unwrap_or((&said, ""));
    let (between, after) = rest.split_once('2').unwrap_or((rest, ""));
    let field = |name: &str, now: &str| {
        format!("<w:fldSimple w:instr=\" {name} \">{}</w:fldSimple>", tongue.run(Look::Plain, now))
    };
    let runs = [
        tongue.run(Look::Plain, &titles(papers)),
        "<w:r><w:tab/></w:r>".to_owned(),
        tongue.run(Look::Plain, before),
        field("PAGE", "1"),
        tongue.run(Look::Plain, between),
        field("NUMPAGES", "1"),
        tongue.run(Look::Plain, after),
    ];
    format!("<w:ftr {NAMES}>{}</w:ftr>", paragraph("Footer", "", &runs.concat()))
}

/// Writes what the file says of itself: title and language, and nothing about who wrote it, where or when.
#[must_use]
pub fn properties(papers: &[&Paper]) -> String {
    let language = papers.first().map_or("", |paper| paper.language.tag());
    format!(
        "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{}</dc:title><dc:language>{language}</dc:language></cp:coreProperties>",
        property(&titles(papers))
    )
}
