//! A paper as Markdown in the flavour of GitHub. What users wrote is escaped, so that none of it becomes markup, a link
//! or a picture that a preview would fetch.

use std::fmt::Write;

use crate::documents::paper::{Align, Block, Line, Paper, Run, Signature, Table};
use crate::i18n::papers::{PapersText, of};

/// Writes a paper. One with blanks says that it is a draft.
#[must_use]
pub fn write(paper: &Paper) -> String {
    let words = of(paper.language);
    let mut text = String::new();
    let draft = if paper.blanks().is_empty() { String::new() } else { format!("{} ", words.draft) };
    // Writing to a string cannot fail.
    let _ = writeln!(text, "{} · {draft}{}\n", escaped(&paper.head), escaped(&paper.version));
    if !paper.over.is_empty() {
        let _ = writeln!(text, "{}\n", escaped(&paper.over));
    }
    let _ = writeln!(text, "# {}\n", escaped(&paper.title));
    for block in &paper.blocks {
        text.push_str(&block_text(words, block));
        text.push('\n');
    }
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

fn block_text(words: &PapersText, block: &Block) -> String {
    match block {
        Block::Heading(level, text) => {
            format!("{} {}\n", "#".repeat(usize::from(*level) + 1), escaped(text))
        }
        Block::Clause(number, line) => format!("**{}** {}\n", escaped(number), line_text(words, line)),
        Block::Paragraph(line) => format!("{}\n", line_text(words, line)),
        Block::Points(lines) => lines.iter().map(|line| format!("- {}\n", line_text(words, line))).collect(),
        Block::Table(table) => table_text(words, table),
        Block::Picture(_, caption) => format!("*{}*\n", escaped(caption)),
        Block::Signatures(sides, note) => signatures_text(words, sides, note),
        Block::NewPage => "---\n".to_owned(),
    }
}

fn table_text(words: &PapersText, table: &Table) -> String {
    let row =
        |cells: &mut dyn Iterator<Item = String>| format!("| {} |\n", cells.collect::<Vec<_>>().join(" | "));
    let mut text = row(&mut table.columns.iter().map(|column| escaped(&column.title)));
    text.push_str(&row(&mut table.columns.iter().map(|column| {
        match column.align {
            Align::Start => "---",
            Align::End => "--:",
            Align::Middle => ":-:",
        }
        .to_owned()
    })));
    for cells in &table.rows {
        text.push_str(&row(&mut cells.iter().map(|cell| line_text(words, cell))));
    }
    if let Some(total) = &table.total {
        let strong = |cell: &Line| match line_text(words, cell) {
            said if said.is_empty() => said,
            said => format!("**{said}**"),
        };
        text.push_str(&row(&mut total.iter().map(strong)));
    }
    text
}

fn signatures_text(words: &PapersText, sides: &[Signature; 2], note: &str) -> String {
    let row = |cells: [String; 2]| format!("| {} |\n", cells.join(" | "));
    let each = |of: &dyn Fn(&Signature) -> String| row([of(&sides[0]), of(&sides[1])]);
    let line = "＿＿＿＿＿＿".to_owned();
    [
        each(&|side| escaped(&side.side)),
        row(["---".to_owned(), "---".to_owned()]),
        each(&|side| line_text(words, &side.party)),
        each(&|side| format!("{} {}", words.signature, side.person.as_deref().map_or(line.clone(), escaped))),
        each(&|side| format!("{} {}", words.date, side.when.as_deref().map_or(line.clone(), escaped))),
        if note.is_empty() { String::new() } else { format!("\n{}\n", escaped(note)) },
    ]
    .concat()
}

fn line_text(words: &PapersText, line: &Line) -> String {
    let run = |run: &Run| match run {
        Run::Text(text) | Run::Quiet(text) => escaped(text),
        Run::Strong(text) => {
            // Marks of emphasis do not hold where they touch a space, nor where they stand between a stop and a letter.
            let inner = text.trim().trim_end_matches([
                '。', '.', '，', ',', '：', ':', '；', ';', '！', '!', '？', '?', '）', ')',
            ]);
            let (before, after) = text.split_once(inner).unwrap_or_default();
            if inner.is_empty() {
                escaped(text)
            } else {
                format!("{before}**{}**{}", escaped(inner), escaped(after))
            }
        }
        Run::Blank(blank) => escaped(&(words.to_fill)(&blank.what)),
    };
    line.0.iter().map(run).collect()
}

/// Escapes what Markdown or HTML would read as markup. Line breaks become spaces: a cell has one line.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '#' | '+' | '!' | '|' | '~' => {
                out.push('\\');
                out.push(letter);
            }
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '\n' | '\r' => out.push(' '),
            letter if letter.is_control() => (),
            letter => out.push(letter),
        }
    }
    // An address that stands alone would become a link.
    out.replace("://", ":&#47;/")
}
