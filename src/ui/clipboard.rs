//! A table on the clipboard, as text.

use wasm_bindgen::JsCast;
use web_sys::{DataTransfer, DomParser, Element, NodeList, SupportedType};

/// Returns what is pasted as a table parted by tabs. Programs that put no such text there hold it as markup.
#[must_use]
pub fn table(data: &DataTransfer) -> Option<String> {
    let text = data.get_data("text/plain").unwrap_or_default();
    let markup = || data.get_data("text/html").ok().and_then(|markup| of_markup(&markup));
    let table = if text.contains('\t') { None } else { markup() };
    table.or(Some(text)).filter(|text| !text.is_empty())
}

/// Reads the first table of a markup. The browser parses it without running or loading anything.
fn of_markup(markup: &str) -> Option<String> {
    let document = DomParser::new().ok()?.parse_from_string(markup, SupportedType::TextHtml).ok()?;
    let table = document.query_selector("table").ok()??;
    // How many rows further down a cell of each column reaches.
    let mut reaches = Vec::<usize>::new();
    let rows = table.query_selector_all("tr").ok()?;
    let rows = elements(&rows).map(|row| {
        let Ok(cells) = row.query_selector_all("th, td") else { return String::new() };
        let mut texts = Vec::new();
        let fill = |texts: &mut Vec<String>, reaches: &mut Vec<usize>| {
            while let Some(reach) = reaches.get_mut(texts.len()).filter(|reach| 0 < **reach) {
                *reach -= 1;
                texts.push(String::new());
            }
        };
        for cell in elements(&cells) {
            fill(&mut texts, &mut reaches);
            let text = cell.text_content().unwrap_or_default();
            let mut text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            for _ in 0..span(&cell, "colspan") {
                reaches.resize(reaches.len().max(texts.len() + 1), 0);
                if let Some(reach) = reaches.get_mut(texts.len()) {
                    *reach = span(&cell, "rowspan") - 1;
                }
                texts.push(std::mem::take(&mut text));
            }
        }
        fill(&mut texts, &mut reaches);
        texts.join("\t")
    });
    Some(rows.collect::<Vec<_>>().join("\n"))
}

/// Returns over how many columns or rows a cell goes; nobody's matrix is wider or higher than the most.
fn span(cell: &Element, name: &str) -> usize {
    let span = cell.get_attribute(name).and_then(|span| span.trim().parse().ok());
    span.unwrap_or(1).clamp(1, 500)
}

fn elements(nodes: &NodeList) -> impl Iterator<Item = Element> {
    (0..nodes.length()).filter_map(|place| nodes.item(place)?.dyn_into().ok())
}
