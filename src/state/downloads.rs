//! Handing pictures to the browser's download.

use wasm_bindgen_futures::spawn_local;

use crate::platform::files;

/// The size PNG pictures are drawn at, before the doubling for sharp print.
const PNG: (u32, u32) = (880, 460);

/// Hands an SVG to the download.
pub fn svg(stem: &str, svg: &str) {
    // A refused download is the browser's own message.
    let _ = files::download(&format!("{stem}.svg"), "image/svg+xml", svg.as_bytes());
}

/// Hands a PNG of an SVG to the download.
pub fn png(stem: &str, svg: &str) {
    let (name, svg) = (format!("{stem}.png"), svg.to_owned());
    spawn_local(async move {
        let _ = files::download_png(name, svg, PNG.0, PNG.1).await;
    });
}
