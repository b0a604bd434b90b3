//! Tables as spreadsheets put them on the clipboard, and CSV (RFC 4180) as they read it.

/// Reads a pasted table: cells by tab, rows by line break, quoted cells as spreadsheets write them.
#[must_use]
pub fn read_pasted(text: &str) -> Vec<Vec<String>> {
    read_parted(text, '\t')
}

/// Reads CSV as any spreadsheet writes it. What keeps a text from becoming a formula is taken off again.
#[must_use]
pub fn read_csv(text: &str) -> Vec<Vec<String>> {
    let text = text.trim_start_matches('\u{FEFF}');
    let mut rows = read_parted(text, separator(text));
    for cell in rows.iter_mut().flatten() {
        if let Some(rest) = cell.strip_prefix('\'').filter(|rest| is_formula(rest)) {
            *cell = rest.to_owned();
        }
    }
    rows
}

/// Reads a table whose cells are parted by a sign.
#[must_use]
pub fn read_parted(text: &str, separator: char) -> Vec<Vec<String>> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut rows = Vec::new();
    let mut row = Vec::new();
    let mut cell = String::new();
    let mut letters = text.trim_end_matches('\n').chars().peekable();
    let mut quoted = false;
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                cell.push('"');
                letters.next();
            }
            '"' if quoted => quoted = false,
            '"' if cell.is_empty() => quoted = true,
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            letter if letter == separator && !quoted => row.push(std::mem::take(&mut cell)),
            _ => cell.push(letter),
        }
    }
    row.push(cell);
    rows.push(row);
    rows
}

/// How many bytes of its first row say by which sign the cells of a table are parted.
const HEADS: usize = 64 * 1024;

/// Finds the sign that parts the cells of a table: the one that stands most often in its first row.
#[must_use]
pub fn separator(text: &str) -> char {
    let begin = text.get(..text.floor_char_boundary(HEADS)).unwrap_or_default();
    let first = begin.lines().next().unwrap_or_default();
    let often = |sign: char| first.matches(sign).count();
    let signs = ['\t', ',', ';'].into_iter();
    signs.rev().max_by_key(|sign| often(*sign)).unwrap_or('\t')
}

/// Goes through a long table a piece at a time and finds the places behind each row, as [`read_parted`] reads them.
pub struct Scan {
    separator: char,
    at: usize,
    is_quoted: bool,
    is_start: bool,
}

impl Scan {
    /// Begins at the start of a table whose cells are parted by a sign.
    #[must_use]
    pub const fn new(separator: char) -> Self {
        Self { separator, at: 0, is_quoted: false, is_start: true }
    }

    /// Goes on by so many bytes, notes the ends found there, and returns how far it is. The last row has no end of its
    /// own. The signs looked at are single bytes, which no other letter contains.
    pub fn go_on(&mut self, text: &str, bytes: usize, ends: &mut Vec<usize>) -> usize {
        let text = text.as_bytes();
        for (at, byte) in text.iter().enumerate().skip(self.at).take(bytes) {
            let next = text.get(at + 1);
            let (was_quoted, was_start) = (self.is_quoted, self.is_start);
            let parts = char::from(*byte) == self.separator || matches!(byte, b'\n' | b'\r');
            self.is_start = !was_quoted && parts;
            match byte {
                // Two of them in a quoted cell stand for one: the cell seems closed and is opened again.
                b'"' if was_quoted => (self.is_quoted, self.is_start) = (false, next == Some(&b'"')),
                b'"' if was_start => self.is_quoted = true,
                b'\n' if !was_quoted => ends.push(at + 1),
                b'\r' if !was_quoted && next != Some(&b'\n') => ends.push(at + 1),
                _ => (),
            }
        }
        self.at = text.len().min(self.at + bytes);
        self.at
    }
}

/// Returns the text of a row, given the ends of all; the last one goes on to the end of the table.
#[must_use]
pub fn row_text<'a>(text: &'a str, ends: &[usize], row: usize) -> &'a str {
    let from = if row == 0 { 0 } else { ends.get(row - 1).copied().unwrap_or(text.len()) };
    text.get(from..ends.get(row).copied().unwrap_or(text.len())).unwrap_or_default()
}

/// Writes a table for the clipboard.
#[must_use]
pub fn write_pasted(rows: &[Vec<String>]) -> String {
    let cell = |text: &String| {
        if text.contains(['\t', '\n', '"']) {
            format!("\"{}\"", text.replace('"', "\"\""))
        } else {
            text.clone()
        }
    };
    rows.iter().map(|row| row.iter().map(cell).collect::<Vec<_>>().join("\t")).collect::<Vec<_>>().join("\n")
}

/// Writes CSV with a byte order mark, so that spreadsheets read it as UTF-8, and with texts that cannot become formulas.
#[must_use]
pub fn write_csv(rows: &[Vec<String>]) -> String {
    format!("\u{FEFF}{}", write_csv_for_programs(rows))
}

/// Writes the same without the mark, for programs that would take it for a part of the first head.
#[must_use]
pub fn write_csv_for_programs(rows: &[Vec<String>]) -> String {
    let mut out = String::new();
    for row in rows {
        let cells: Vec<_> = row.iter().map(|text| csv_cell(text)).collect();
        out.push_str(&cells.join(","));
        out.push_str("\r\n");
    }
    out
}

fn csv_cell(text: &str) -> String {
    let text = if is_formula(text) { format!("'{text}") } else { text.to_owned() };
    if text.contains(['"', ',', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

/// Tells whether a spreadsheet would compute the text. A plain number stays a number.
fn is_formula(text: &str) -> bool {
    let is_hidden = |letter: char| {
        letter.is_whitespace() && letter != '\t' && letter != '\n' && letter != '\r'
            || matches!(letter, '\u{200B}'..='\u{200F}' | '\u{FEFF}')
    };
    let rest = text.trim_start_matches(is_hidden);
    let is_number = rest.parse::<f64>().is_ok()
        && rest.chars().all(|letter| letter.is_ascii_digit() || letter == '-' || letter == '.');
    !is_number && rest.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_copies_is_read() {
        let rows = read_pasted("a\tb\r\n\"x\ty\"\t\"say \"\"hi\"\"\"\r\n\tlast\r\n");
        assert_eq!(rows, [vec!["a", "b"], vec!["x\ty", "say \"hi\""], vec!["", "last"]]);
        assert_eq!(read_pasted(&write_pasted(&rows)), rows);
    }

    #[test]
    fn csv_is_read_whatever_parts_its_cells() {
        let expected = [vec!["Task", "Client PM"], vec!["Agree, then sign", "A;R"]];
        for text in [
            "Task,Client PM\r\n\"Agree, then sign\",A;R\r\n",
            "\u{FEFF}Task;Client PM\nAgree, then sign;\"A;R\"",
        ] {
            assert_eq!(read_csv(text), expected, "{text}");
        }
        assert_eq!(read_csv("Task\tOwner\nAgree\tA"), [["Task", "Owner"], ["Agree", "A"]]);
        assert_eq!(read_csv("alone"), [["alone"]]);
    }

    #[test]
    fn what_is_written_as_csv_is_read_back() {
        let rows = ["=1+1", "say \"hi\", he said", "-5", "two\nlines", "'quoted"].map(str::to_owned).to_vec();
        assert_eq!(read_csv(&write_csv(&[rows.clone(), rows.clone()])), [rows.clone(), rows]);
    }

    #[test]
    fn another_reader_finds_the_same_cells() {
        let rows = [
            vec!["a,b".to_owned(), "say \"hi\"".to_owned()],
            vec!["one\nmore".to_owned(), "合契".to_owned()],
        ];
        let text = write_csv_for_programs(&rows);
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
        let read: Vec<Vec<String>> =
            reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect();
        assert_eq!(read, rows);
        assert_eq!(write_csv(&rows), format!("\u{FEFF}{text}"));
    }

    #[test]
    fn a_table_is_parted_at_the_rows_it_is_read_as_whatever_the_pieces() {
        let csv = "key,note\r\nA,\"two\nlines, \"\"quoted\"\"\"\r\nB,5\" pipe\rC,\"\"\nD,last\n";
        assert_eq!(separator(csv), ',');
        assert_eq!(separator("a;b;c,d\n"), ';');
        assert_eq!((separator("a\tb,c"), separator("alone")), ('\t', '\t'));
        let rows = read_parted(csv, ',');
        assert_eq!(rows.len(), 5);
        assert_eq!(rows[1], ["A", "two\nlines, \"quoted\""]);
        for bytes in [1, 3, 1000] {
            let (mut scan, mut ends) = (Scan::new(','), Vec::new());
            while scan.go_on(csv, bytes, &mut ends) < csv.len() {}
            assert_eq!(ends.len(), 5);
            let found = (0..5)
                .flat_map(|row| read_parted(row_text(csv, &ends, row).trim_end_matches(['\r', '\n']), ','));
            assert_eq!(found.collect::<Vec<_>>(), rows);
        }
        assert_eq!((row_text("a\nb", &[2], 1), row_text("a\nb", &[2], 2)), ("b", ""));
    }

    #[test]
    fn no_text_becomes_a_formula() {
        for text in ["=1+1", "+1+1", "-1+1", "@SUM(A1)", " =1", "\u{200B}=1", "＝1", "\t=1"] {
            assert!(csv_cell(text).trim_start_matches('"').starts_with('\''), "{text:?}");
        }
        assert_eq!(csv_cell("-5"), "-5");
        assert_eq!(csv_cell("-12.5"), "-12.5");
        assert_eq!(csv_cell("a,b"), "\"a,b\"");
    }
}
