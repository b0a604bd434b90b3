//! Pictures of a paper as Word takes them. Whoever writes the file draws them; here they get their place and size.

use crate::documents::paper::word::text::property;
use crate::documents::paper::{Block, Paper, seal};

/// A picture in points of a screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bitmap {
    /// The file.
    pub png: Vec<u8>,
    /// How wide it is shown, in pixels of 1/96 inch; the file may have more of them.
    pub width: u32,
    /// How high it is shown.
    pub height: u32,
}

/// The pictures of a file in the order of [`svgs`]; nothing where one could not be drawn.
pub type Pictures = [Option<Bitmap>];

/// Lists the pictures of papers in the order they stand in them, the seals of what was confirmed among them, as whole SVG
/// texts.
#[must_use]
pub fn svgs(papers: &[Paper]) -> Vec<String> {
    papers.iter().flat_map(|paper| paper.blocks.iter().filter_map(of_block)).collect()
}

/// Returns the picture of a block, where it has one.
#[must_use]
pub fn of_block(block: &Block) -> Option<String> {
    match block {
        Block::Picture(svg, _) => Some(svg.clone()),
        Block::Signatures(sides, _) => seal::svg(seal::state(sides)),
        _ => None,
    }
}

/// Returns what refers to a picture, by its place.
#[must_use]
pub fn reference(at: usize) -> String {
    format!("rIdPicture{at}")
}

/// One twentieth of a point in the units of drawings.
const TWENTIETH: u64 = 635;
/// One pixel in the units of drawings.
const PIXEL: u64 = 9525;
/// How high a picture may be: two thirds of a page.
const HIGHEST: u64 = 9600 * TWENTIETH;

impl Bitmap {
    /// Writes it as a run, not wider than `room` twentieths of a point, with the words for whoever does not see it.
    #[must_use]
    pub fn inline(&self, reference: &str, id: u32, room: u32, said: &str) -> String {
        let [width, height] = [self.width, self.height].map(|pixels| u64::from(pixels.max(1)) * PIXEL);
        let (fitting, room) = (width.min(u64::from(room) * TWENTIETH), width);
        let (width, height) = (fitting, height * fitting / room.max(1));
        let (width, height) = match HIGHEST < height {
            true => (width * HIGHEST / height, HIGHEST),
            false => (width, height),
        };
        let said = property(said);
        let size = format!("cx=\"{width}\" cy=\"{height}\"");
        format!(
            "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent {size}/><wp:docPr id=\"{id}\" name=\"{id}\" descr=\"{said}\"/>\
             <wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect=\"1\"/></wp:cNvGraphicFramePr><a:graphic>\
             <a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic><pic:nvPicPr><pic:cNvPr id=\"{id}\" name=\"{id}\"/>\
             <pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"{reference}\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>\
             <pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext {size}/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr>\
             </pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_shrunk_to_its_room_and_keeps_its_shape() {
        let inline = |width, height| Bitmap { png: Vec::new(), width, height }.inline("r", 1, 1500, "");
        assert!(inline(50, 20).contains("cx=\"476250\" cy=\"190500\""));
        assert!(inline(200, 100).contains("cx=\"952500\" cy=\"476250\""));
        assert!(inline(10, 10_000).contains("cy=\"6096000\""));
        assert!(inline(0, 0).contains("cx=\"9525\""));
    }
}
