//! Blocks as the pages show them: the page puts these texts in as they are and needs to know nothing of blocks.

use serde_json::{Value, json};

use crate::charts::picture::escape;
use crate::lab::block::{Block, Grid, Input, Steps};

/// Writes blocks as a list of lists of texts: title, finding, picture (SVG, may be empty), numbers (a table), notes,
/// calculations (may be empty). The last three are HTML in which everything that is not ours is escaped.
#[must_use]
pub fn write(blocks: &[Block], source_words: fn(&str) -> String) -> Value {
    let one = |block: &Block| {
        let mut notes: String = block.notes.iter().map(|note| element("p", "hint", note)).collect();
        if !block.source.is_empty() {
            notes.push_str(&element("p", "hint source", &source_words(&block.source)));
        }
        let steps: String = block.steps.iter().map(calculation).collect();
        json!([block.title, block.finding, block.picture, table(&block.table), notes, steps])
    };
    blocks.iter().map(one).collect()
}

fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    escape(text, &mut safe);
    safe
}

fn element(name: &str, class: &str, text: &str) -> String {
    format!("<{name} class=\"{class}\">{}</{name}>", escaped(text))
}

fn table(grid: &Grid) -> String {
    let heads: String =
        grid.heads.iter().map(|head| format!("<th scope=\"col\">{}</th>", escaped(head))).collect();
    let rows = grid.rows.iter().map(|row| {
        let cells = row.iter().enumerate().map(|(place, cell)| {
            let (open, close) = if place == 0 { ("th scope=\"row\"", "th") } else { ("td", "td") };
            let class = if cell.is_strong { " class=\"strong\"" } else { "" };
            format!("<{open}{class}><bdi>{}</bdi></{close}>", escaped(&cell.text))
        });
        format!("<tr>{}</tr>", cells.collect::<String>())
    });
    format!(
        "<table class=\"table opinion-table\"><thead><tr>{heads}</tr></thead><tbody>{}</tbody></table>",
        rows.collect::<String>()
    )
}

fn calculation(steps: &Steps) -> String {
    let inputs = steps.inputs.iter().map(|Input { name, value, href }| {
        let (name, value, href) = (escaped(name), escaped(value), escaped(href));
        format!("<div><dt><a href=\"{href}\"><bdi>{name}</bdi></a></dt><dd>{value}</dd></div>")
    });
    let inputs: String = inputs.collect();
    let inputs = if inputs.is_empty() { inputs } else { format!("<dl>{inputs}</dl>") };
    format!(
        "<h4>{}</h4><div class=\"calculation-body\"><div><p>{}</p><p class=\"formula\">{}</p></div>{inputs}</div>",
        escaped(&steps.title),
        escaped(&steps.rule),
        escaped(&steps.formula)
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lab::block::Cell;

    #[test]
    fn names_cannot_become_markup() {
        let block = Block {
            table: Grid { heads: vec!["<i>".to_owned()], rows: vec![vec![Cell::new("<script>&\"", true)]] },
            notes: vec!["<b>".to_owned()],
            steps: vec![Steps {
                title: "<u>".to_owned(),
                inputs: vec![Input { href: "\"><s>".to_owned(), ..Input::default() }],
                ..Steps::default()
            }],
            ..Block::default()
        };
        let text = write(&[block], |source| source.to_owned()).to_string();
        assert!(!text.contains("<script>") && !text.contains("<i>") && !text.contains("<b>"));
        assert!(text.contains("&lt;script&gt;&amp;&quot;") && !text.contains("<u>") && !text.contains("<s>"));
    }
}
