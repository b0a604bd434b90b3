//! The table of contents: a field Word makes anew when it is told to, filled with what it leads to. It gives no numbers of
//! pages until then: only Word knows its pages, and to let it count them on opening would make it ask whether to trust
//! the file.

use crate::documents::paper::word::body::{Heading, bookmark};
use crate::documents::paper::word::sheet::paragraph;
use crate::documents::paper::word::text::{Look, Tongue};

/// How many headings a paper has that is read without a table of contents.
const ENOUGH: usize = 8;

/// Writes the table, where there are headings enough to look one up.
#[must_use]
pub fn write(tongues: &[Tongue], headings: &[Heading]) -> String {
    let Some(tongue) = tongues.first().filter(|_| ENOUGH < headings.len()) else { return String::new() };
    let mut titles: Vec<_> = tongues.iter().map(|tongue| tongue.words.contents).collect();
    titles.dedup();
    let title = paragraph("TOCHeading", "", &tongue.run(Look::Plain, &titles.join(" · ")));
    let field = |kind: &str| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
    let begin = format!(
        "{}<w:r><w:instrText xml:space=\"preserve\"> TOC \\o \"1-3\" \\h \\z \\u </w:instrText></w:r>{}",
        field("begin"),
        field("separate")
    );
    let lines = headings.iter().enumerate().map(|(at, heading)| {
        let place = bookmark(at + 1);
        let begin = if at == 0 { begin.as_str() } else { "" };
        let end = if at + 1 == headings.len() { field("end") } else { String::new() };
        let link =
            format!("<w:hyperlink w:anchor=\"{place}\" w:history=\"1\">{}</w:hyperlink>", heading.runs);
        paragraph(&format!("TOC{}", heading.level), "", &format!("{begin}{link}{end}"))
    });
    let lines: String = lines.collect();
    // Word offers a button to make a table anew that says what it is.
    format!(
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/><w:docPartUnique/></w:docPartObj></w:sdtPr>\
         <w:sdtContent>{title}{lines}</w:sdtContent></w:sdt>"
    )
}
