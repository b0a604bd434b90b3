//! A paper as a Word file (DOCX): in one language, or in two side by side across the seam. Headings, lists and tables are
//! those of Word, so that they can be worked on there; nothing in the file comes from elsewhere or leads there.

mod body;
mod contents;
mod pictures;
mod sheet;
mod signing;
mod table;
mod text;

use std::fmt::Write;

pub use pictures::{Bitmap, svgs};

use crate::documents::paper::Paper;
use crate::documents::paper::word::body::Body;
use crate::documents::paper::word::pictures::Pictures;
use crate::documents::paper::word::text::Tongue;
use crate::domain::language::Language;
use crate::exchange::archive::{PackError, pack};

/// The type of the file.
pub const MIME: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

const PROLOG: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const TYPES: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// Writes papers as one file: one, or the same in two languages, which stand side by side where they are built alike and
/// else one after the other. The same papers give the same bytes.
///
/// # Errors
///
/// None for the names a file of Word has; see [`pack`].
pub fn write(papers: &[Paper], pictures: &Pictures) -> Result<Vec<u8>, PackError> {
    let papers: Vec<_> = papers.iter().collect();
    let language = papers.first().map(|paper| paper.language).unwrap_or_default();
    let (tongue, document) = (Tongue::new(language), document(&papers, pictures));
    let media = media(pictures, &document);
    let files = [
        ("[Content_Types].xml", include_str!("word/content_types.xml").to_owned()),
        ("_rels/.rels", include_str!("word/relations.xml").to_owned()),
        ("docProps/core.xml", format!("{PROLOG}{}", sheet::properties(&papers))),
        ("word/document.xml", format!("{PROLOG}{document}")),
        ("word/_rels/document.xml.rels", relations(&media)),
        ("word/styles.xml", styles(language)),
        ("word/numbering.xml", include_str!("word/numbering.xml").to_owned()),
        ("word/settings.xml", include_str!("word/settings.xml").to_owned()),
        ("word/header.xml", format!("{PROLOG}{}", sheet::header(&papers, tongue))),
        ("word/footer.xml", format!("{PROLOG}{}", sheet::footer(&papers, tongue))),
    ];
    let texts = files.iter().map(|(name, text)| (*name, text.as_bytes()));
    let drawn = media.iter().map(|(_, name, bitmap)| (name.as_str(), bitmap.png.as_slice()));
    pack(&texts.chain(drawn).collect::<Vec<_>>())
}

/// Lists what the text refers to: parts of the same file, each by its name.
fn relations(media: &[Medium]) -> String {
    let mut out = format!(
        "{PROLOG}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    );
    let mut link = |id: &str, kind: &str, target: &str| {
        // Writing to a string cannot fail.
        let _ = write!(out, "<Relationship Id=\"{id}\" Type=\"{TYPES}/{kind}\" Target=\"{target}\"/>");
    };
    for (id, kind) in [
        ("rIdStyles", "styles"),
        ("rIdNumbering", "numbering"),
        ("rIdSettings", "settings"),
        ("rIdHeader", "header"),
        ("rIdFooter", "footer"),
    ] {
        link(id, kind, &format!("{kind}.xml"));
    }
    for (id, name, _) in media {
        link(id, "image", name.trim_start_matches("word/"));
    }
    out.push_str("</Relationships>");
    out
}

fn document(papers: &[&Paper], pictures: &Pictures) -> String {
    let mut next = 0;
    let begins = papers.iter().map(|paper| {
        let begin = next;
        next += paper.blocks.iter().filter_map(pictures::of_block).count();
        begin
    });
    let begins: Vec<_> = begins.collect();
    let mut body = Body::new(pictures);
    let tongues: Vec<_> = papers.iter().map(|paper| Tongue::new(paper.language)).collect();
    if body.add(papers, begins.clone()).is_none() {
        body = Body::new(pictures);
        for (paper, begin) in papers.iter().zip(begins) {
            // One language is built like itself.
            let _ = body.add(&[paper], vec![begin]);
        }
    }
    format!(
        "<w:document {} xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" \
         xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
         xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><w:body>{}{}</w:body></w:document>",
        sheet::NAMES,
        body.finish(|headings| contents::write(&tongues, headings)),
        sheet::SECTION
    )
}

/// Chinese has higher lines.
fn styles(language: Language) -> String {
    let line = match language {
        Language::Zh => "346",
        Language::En => "315",
    };
    include_str!("word/styles.xml").replace("LINE", line)
}

/// A picture with what refers to it and the name of its file.
type Medium<'a> = (String, String, &'a Bitmap);

/// Lists the pictures a text refers to: two languages share a seal.
fn media<'a>(pictures: &'a Pictures, document: &str) -> Vec<Medium<'a>> {
    let media = pictures.iter().enumerate().filter_map(|(at, bitmap)| {
        Some((pictures::reference(at), format!("word/media/picture{at}.png"), bitmap.as_ref()?))
    });
    media.filter(|(reference, _, _)| document.contains(&format!("\"{reference}\""))).collect()
}
