//! A paper in two languages: its paragraphs side by side across the seam, in tables one below the other in each cell.

use crate::documents::paper::html::{Cut, Piece, Pieces, Ruled, escaped};
use crate::documents::paper::{Block, Line, Paper, Place, Signature, Table};
use crate::i18n::papers::of;

/// Cuts a paper in two languages into pieces. Nothing where the two are not built alike.
#[must_use]
pub fn pieces(papers: [&Paper; 2], href: &dyn Fn(&Place) -> String) -> Option<Pieces> {
    let [first, second] = papers;
    if first.blocks.len() != second.blocks.len() {
        return None;
    }
    let mut pair = Pair {
        papers,
        cuts: papers.map(|paper| Cut::new(paper.language, href)),
        found: Pieces::default(),
        begins_page: false,
    };
    let over = papers.map(|paper| format!("<p class=\"paper-over\">{}</p>", escaped(&paper.over)));
    if !first.over.is_empty() {
        pair.beside(over, true);
    }
    pair.beside(papers.map(|paper| format!("<h1>{}</h1>", escaped(&paper.title))), true);
    for (place, blocks) in first.blocks.iter().zip(&second.blocks).enumerate() {
        pair.block(blocks)?;
        pair.found.keep_before_table(blocks.0, first.blocks.get(place + 1));
    }
    Some(pair.found)
}

struct Pair<'a> {
    papers: [&'a Paper; 2],
    cuts: [Cut<'a>; 2],
    found: Pieces,
    begins_page: bool,
}

impl Pair<'_> {
    fn piece(&mut self, html: String, keeps: bool) {
        let begins_page = std::mem::take(&mut self.begins_page);
        self.found.pieces.push(Piece { html, table: None, keeps, begins_page });
    }

    /// Puts what two languages say side by side.
    fn beside(&mut self, [first, second]: [String; 2], keeps: bool) {
        let [one, other] = self.papers.map(|paper| paper.language.tag());
        let halves = format!("<div lang=\"{one}\">{first}</div><div lang=\"{other}\">{second}</div>");
        self.piece(format!("<div class=\"paper-pair\">{halves}</div>"), keeps);
    }

    fn block(&mut self, blocks: (&Block, &Block)) -> Option<()> {
        match blocks {
            (Block::NewPage, Block::NewPage) => self.begins_page = true,
            (Block::Table(first), Block::Table(second)) => self.table(first, second)?,
            (Block::Signatures(first, note), Block::Signatures(second, other)) => {
                self.signatures(first, second, [note, other]);
            }
            (Block::NewPage | Block::Table(_) | Block::Signatures(..), _)
            | (_, Block::NewPage | Block::Table(_) | Block::Signatures(..)) => return None,
            (first, second) => {
                let [one, other] = &mut self.cuts;
                one.block(first);
                other.block(second);
                let [one, other] = [one, other].map(|cut| std::mem::take(&mut cut.found.pieces));
                if one.len() != other.len() {
                    return None;
                }
                for (one, other) in one.into_iter().zip(other) {
                    self.beside([one.html, other.html], one.keeps);
                }
            }
        }
        Some(())
    }

    /// Writes what two languages say one below the other; what is the same, once.
    fn below(&self, first: String, second: &str) -> String {
        if first == second {
            return first;
        }
        let [_, paper] = self.papers;
        format!("{first}<span class=\"paper-second\" lang=\"{}\">{second}</span>", paper.language.tag())
    }

    fn cells(&self, first: &[Line], second: &[Line]) -> Vec<String> {
        let [one, other] = &self.cuts;
        let cell = |(first, second): (&Line, &Line)| self.below(one.line(first), &other.line(second));
        first.iter().zip(second).map(cell).collect()
    }

    fn table(&mut self, first: &Table, second: &Table) -> Option<()> {
        if first.rows.len() != second.rows.len() || first.total.is_some() != second.total.is_some() {
            return None;
        }
        let heads = first.columns.iter().zip(&second.columns);
        let heads = heads.map(|(one, other)| self.below(escaped(&one.title), &escaped(&other.title)));
        let rows = first.rows.iter().zip(&second.rows).map(|(one, other)| self.cells(one, other));
        let total = first.total.as_ref().zip(second.total.as_ref());
        let total = total.map(|(one, other)| self.cells(one, other));
        let ruled = Ruled::new(&first.columns, heads.collect(), rows.collect(), total);
        self.begins_page = self.found.push_table(ruled, self.begins_page);
        Some(())
    }

    /// Ends with one place to sign: nobody signs each language apart.
    fn signatures(&mut self, first: &[Signature; 2], second: &[Signature; 2], notes: [&String; 2]) {
        let [client, vendor] = first;
        let [other_client, other_vendor] = second;
        let sides = [(client, other_client), (vendor, other_vendor)]
            .map(|(one, other)| Signature { side: format!("{} {}", one.side, other.side), ..one.clone() });
        let [one, other] = self.papers.map(|paper| of(paper.language));
        let labels = [(one.signature, other.signature), (one.date, other.date)];
        let [signature, date] = labels.map(|(one, other)| format!("{one} {other}"));
        let [note, other_note] = notes;
        let note = format!("{note} {other_note}");
        let [cut, _] = &self.cuts;
        let html = cut.signatures(&sides, note.trim(), [&signature, &date]);
        self.piece(html, false);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::paper::Column;
    use crate::documents::paper::html::together;
    use crate::domain::language::Language;
    use crate::domain::paper::PaperKind;

    fn paper(language: Language, blocks: Vec<Block>) -> Paper {
        Paper {
            kind: PaperKind::Charter,
            language,
            over: String::new(),
            title: "T".to_owned(),
            head: String::new(),
            version: String::new(),
            blocks,
        }
    }

    fn table(cells: [&str; 2]) -> Block {
        let row = cells.map(Line::of).to_vec();
        let columns = vec![Column::words("A", 1), Column::words("B", 1)];
        Block::Table(Table { columns, rows: vec![row], total: None })
    }

    #[test]
    fn paragraphs_stand_side_by_side_and_what_is_the_same_in_a_cell_once() {
        let zh = paper(Language::Zh, vec![Block::Paragraph(Line::of("好")), table(["S-01", "首次"])]);
        let en = paper(Language::En, vec![Block::Paragraph(Line::of("good")), table(["S-01", "first"])]);
        let found = pieces([&zh, &en], &|_| String::new()).unwrap();
        let html = together(&found.pieces, &found.tables);
        let halves = "<div lang=\"zh-CN\"><p>好</p></div><div lang=\"en\"><p>good</p></div>";
        assert!(html.contains(halves), "{html}");
        let cells = "<td><span class=\"paper-ref\">S-01</span></td><td>首次<span class=\"paper-second\" lang=\"en\">first</span></td>";
        assert!(html.contains(cells), "{html}");
    }

    #[test]
    fn papers_that_are_not_built_alike_are_not_put_together() {
        let zh = paper(Language::Zh, vec![table(["1", "2"])]);
        let en = paper(Language::En, vec![Block::NewPage]);
        assert_eq!(pieces([&zh, &en], &|_| String::new()), None);
    }
}
