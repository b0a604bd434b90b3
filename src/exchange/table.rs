//! Tables as spreadsheets put them on the clipboard, and CSV (RFC 4180) as they read it.

/// Reads a pasted table: cells by tab, rows by line break, quoted cells as spreadsheets write them.
#[must_use]
pub fn read_pasted(text: &str) -> Vec<Vec<String>> {
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
            '\t' if !quoted => row.push(std::mem::take(&mut cell)),
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            _ => cell.push(letter),
        }
    }
    row.push(cell);
    rows.push(row);
    rows
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
    let mut out = String::from('\u{FEFF}');
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
    fn no_text_becomes_a_formula() {
        for text in ["=1+1", "+1+1", "-1+1", "@SUM(A1)", " =1", "\u{200B}=1", "＝1", "\t=1"] {
            assert!(csv_cell(text).trim_start_matches('"').starts_with('\''), "{text:?}");
        }
        assert_eq!(csv_cell("-5"), "-5");
        assert_eq!(csv_cell("-12.5"), "-12.5");
        assert_eq!(csv_cell("a,b"), "\"a,b\"");
    }
}
