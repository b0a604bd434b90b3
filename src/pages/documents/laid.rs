//! A paper laid out on sheets of A4.

use crate::documents::paper::html::{Pieces, beside, pieces, together};
use crate::documents::paper::pages::{breaks, measured};
use crate::documents::paper::{Paper, Place, stamp, titles};
use crate::domain::language::Language;
use crate::ui::paged::{edges, width};

/// How high the text of a sheet may be by how wide it is: 168 mm between the margins, and 255 mm less what print may need
/// more than the screen.
const HEIGHT: f64 = 248.0 / 168.0;

/// A paper with its pages.
#[derive(Clone, Debug, PartialEq)]
pub struct Laid {
    /// Its language.
    pub language: Language,
    /// What stands at the head of each sheet.
    pub head: String,
    /// Which version it is, and whether it is a draft.
    pub version: String,
    /// Its title, at the foot of each sheet.
    pub title: String,
    /// The HTML of each page.
    pub pages: Vec<String>,
}

/// Lays a paper out in a place of the width of its text: in two languages side by side, where it is built alike in both,
/// else one after the other. `href` knows where a blank is filled in.
#[must_use]
pub fn lay(place: &web_sys::Element, papers: &[Paper], href: &dyn Fn(&Place) -> String) -> Vec<Laid> {
    if let [first, second] = papers
        && let Some(cut) = beside::pieces([first, second], href)
    {
        return vec![on_pages(place, &[first, second], &cut)];
    }
    papers.iter().map(|paper| on_pages(place, &[paper], &pieces(paper, href))).collect()
}

fn on_pages(place: &web_sys::Element, papers: &[&Paper], cut: &Pieces) -> Laid {
    let first = papers.first();
    let language = first.map(|paper| paper.language).unwrap_or_default();
    let edges = edges(place, language.tag(), &together(&cut.pieces, &cut.tables));
    let begins = breaks(&measured(&cut.pieces, &edges), HEIGHT * width(place));
    let ends = begins.iter().skip(1).copied().chain([cut.pieces.len()]);
    let pages = begins.iter().copied().zip(ends);
    let page =
        |(begin, end): (usize, usize)| together(cut.pieces.get(begin..end).unwrap_or_default(), &cut.tables);
    Laid {
        language,
        head: first.map(|paper| paper.head.clone()).unwrap_or_default(),
        version: stamp(papers),
        title: titles(papers),
        pages: pages.map(page).collect(),
    }
}
