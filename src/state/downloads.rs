//! Handing pictures, tables and texts to the browser's download.

use wasm_bindgen_futures::spawn_local;

use crate::exchange::{names, table};
use crate::platform::{clock, files};
use crate::state::notices::Notice;

/// How much larger than on screen a PNG is drawn, before the doubling for sharp print.
const PNG_SCALE: u32 = 2;

/// Hands a text to the download and returns the word about it.
pub fn text(name: String, mime: &str, text: &str) -> Notice {
    bytes(name, mime, text.as_bytes())
}

/// Hands bytes to the download and returns the word about them.
pub fn bytes(name: String, mime: &str, bytes: &[u8]) -> Notice {
    match files::download(&name, mime, bytes) {
        true => Notice::FileSaved(name),
        false => Notice::FileNotSaved,
    }
}

/// Hands an SVG to the download.
pub fn svg(stem: &str, svg: &str) {
    // A refused download is the browser's own message.
    let _ = files::download(&format!("{stem}.svg"), "image/svg+xml", svg.as_bytes());
}

/// A picture drawn in points.
pub struct Drawn {
    /// The file.
    pub png: Vec<u8>,
    /// How wide the picture is on screen, in pixels.
    pub width: u32,
    /// How high it is on screen.
    pub height: u32,
}

/// Draws an SVG in points, sharp enough for print; nothing where the browser could not.
pub async fn drawn(svg: &str) -> Option<Drawn> {
    let length = |attribute: &str| {
        let rest = svg.split_once(attribute)?.1;
        rest.split('"').next()?.parse::<u32>().ok()
    };
    // Our own pictures always say their size; another is drawn at the size of a page's half.
    let (width, height) = (length("width=\"").unwrap_or(480), length("height=\"").unwrap_or(300));
    let png = files::png(svg, PNG_SCALE * width, PNG_SCALE * height).await?;
    Some(Drawn { png, width, height })
}

/// Hands a PNG of an SVG to the download.
pub fn png(stem: &str, svg: &str) {
    let (name, svg) = (format!("{stem}.png"), svg.to_owned());
    spawn_local(async move {
        if let Some(drawn) = drawn(&svg).await {
            // A refused download is the browser's own message.
            let _ = files::download(&name, "image/png", &drawn.png);
        }
    });
}

/// Hands a table to the download as CSV and returns the word about it.
pub fn csv(project: &str, part: &str, rows: &[Vec<String>]) -> Notice {
    let name = names::part_name(project, part, clock::today(), "csv");
    text(name, "text/csv", &table::write_csv(rows))
}
