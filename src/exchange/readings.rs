//! Reading pasted KPI figures: a table with months in one direction and indicators in the other.

use crate::domain::performance::Reading;
use crate::domain::period::Month;

/// One figure that was understood.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadingCell {
    /// The name or number of the indicator as it stood in the table.
    pub kpi: String,
    /// The month.
    pub month: Month,
    /// The reading.
    pub reading: Reading,
}

/// One cell that was not understood. Rows and columns count from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotUnderstood {
    /// The row.
    pub row: usize,
    /// The column.
    pub column: usize,
    /// What stood there.
    pub text: String,
}

/// A pasted table, read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PastedReadings {
    /// The figures.
    pub cells: Vec<ReadingCell>,
    /// What was not understood.
    pub not_understood: Vec<NotUnderstood>,
    /// Whether no months were found in the first row or the first column.
    pub no_months: bool,
}

/// Reads a table with a heading row and a heading column.
#[must_use]
pub fn read(rows: &[Vec<String>]) -> PastedReadings {
    let down =
        rows.iter().skip(1).filter(|row| row.first().is_some_and(|cell| month(cell).is_some())).count();
    let across =
        rows.first().map_or(0, |row| row.iter().skip(1).filter(|cell| month(cell).is_some()).count());
    if down == 0 && across == 0 {
        return PastedReadings { no_months: true, ..Default::default() };
    }
    let turned;
    let rows = if across < down {
        rows
    } else {
        turned = transpose(rows);
        &turned
    };
    let mut read = PastedReadings::default();
    let names = rows.first().cloned().unwrap_or_default();
    for (row_idx, row) in rows.iter().enumerate().skip(1) {
        let Some(first) = row.first() else { continue };
        let Some(month) = month(first) else {
            if row.iter().any(|cell| !cell.trim().is_empty()) {
                read.not_understood.push(place(down <= across, row_idx, 0, first));
            }
            continue;
        };
        for (column, cell) in row.iter().enumerate().skip(1) {
            let Some(kpi) = names.get(column).map(|name| name.trim().to_owned()) else { continue };
            match parse_reading(cell) {
                Ok(Some(reading)) => read.cells.push(ReadingCell { kpi, month, reading }),
                Ok(None) => (),
                Err(()) => read.not_understood.push(place(down <= across, row_idx, column, cell)),
            }
        }
    }
    read
}

/// Reads the head of a row or column as a month. A year of two digits, or the number `1.5`, is none.
fn month(text: &str) -> Option<Month> {
    Month::parse(text).filter(|month| (1900..2200).contains(&month.year()))
}

fn place(is_turned: bool, row: usize, column: usize, text: &str) -> NotUnderstood {
    let (row, column) = if is_turned { (column, row) } else { (row, column) };
    NotUnderstood { row: row + 1, column: column + 1, text: text.to_owned() }
}

fn transpose(rows: &[Vec<String>]) -> Vec<Vec<String>> {
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    (0..width)
        .map(|column| rows.iter().map(|row| row.get(column).cloned().unwrap_or_default()).collect())
        .collect()
}

/// Reads one figure: a number in the ways people write it, a word for "no events", or nothing.
#[allow(clippy::result_unit_err)]
pub fn parse_reading(text: &str) -> Result<Option<Reading>, ()> {
    let text: String = text.trim().chars().map(half_width).collect();
    if text.is_empty() {
        return Ok(None);
    }
    if matches!(
        text.to_lowercase().as_str(),
        "n/a" | "na" | "-" | "—" | "–" | "无" | "無" | "no events" | "无事件"
    ) {
        return Ok(Some(Reading::NoEvents));
    }
    parse_number(&text).map(|value| Some(Reading::Value(value))).ok_or(())
}

/// Reads a number with a percent sign, a unit behind it, thousands separators or full-width digits.
#[must_use]
pub fn parse_number(text: &str) -> Option<f64> {
    let text: String = text.trim().chars().map(half_width).collect();
    let text = text.replace('−', "-");
    let body = text.trim_end_matches(['%', '‰']).trim_end();
    // Commas and spaces stand between groups of three before the point and nowhere else: `1,5` and `1.234,56` are not
    // read as some other number.
    let (whole, rest) = body.split_once('.').map_or((body, None), |(whole, rest)| (whole, Some(rest)));
    let is_separator = |letter: char| matches!(letter, ',' | ' ' | '\u{a0}' | '\u{202f}');
    if rest.is_some_and(|rest| rest.contains(is_separator)) {
        return None;
    }
    let is_grouped = whole.contains(is_separator)
        && whole.trim_start_matches('-').split(is_separator).enumerate().all(|(place, group)| {
            group.chars().all(|digit| digit.is_ascii_digit())
                && if place == 0 { (1..=3).contains(&group.len()) } else { group.len() == 3 }
        });
    let plain = if is_grouped { body.replace(is_separator, "") } else { body.to_owned() };
    let is_plain = plain.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, '-' | '.' | '+'));
    plain.parse::<f64>().ok().filter(|value| is_plain && value.is_finite())
}

const fn half_width(letter: char) -> char {
    match letter {
        '０'..='９' => (b'0' + (letter as u32 - '０' as u32) as u8) as char,
        '．' | '。' => '.',
        '，' => ',',
        '％' => '%',
        '－' => '-',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::table::read_pasted;

    fn show(text: &str) -> String {
        let read = read(&read_pasted(text));
        let cells = read.cells.iter().map(|cell| match cell.reading {
            Reading::Value(value) => format!("{} {} {value}", cell.kpi, cell.month),
            Reading::NoEvents => format!("{} {} none", cell.kpi, cell.month),
        });
        let wrong = read
            .not_understood
            .iter()
            .map(|wrong| format!("? {}:{} {}", wrong.row, wrong.column, wrong.text));
        cells.chain(wrong).collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn both_orientations_are_read() {
        let down = "月份\tK-1\tK-2\n2026-01\t12.4\t９５％\n2026年2月\tn/a\t1,234.5";
        assert_eq!(show(down), "K-1 2026-01 12.4; K-2 2026-01 95; K-1 2026-02 none; K-2 2026-02 1234.5");
        let across = "\t2026-01\t2026-02\nK-1\t12.4\tabc\nK-2\t\t3";
        assert_eq!(show(across), "K-1 2026-01 12.4; K-2 2026-02 3; ? 2:3 abc");
    }

    #[test]
    fn a_year_has_four_digits() {
        assert!(read(&read_pasted("\tK-1\n26-01\t1\n1.5\t2")).no_months);
        assert_eq!(show("\tK-1\n2026-01\t1\n26-02\t2"), "K-1 2026-01 1; ? 3:1 26-02");
    }

    #[test]
    fn only_numbers_are_numbers() {
        assert_eq!(parse_number("1,234"), Some(1234.0));
        assert_eq!(parse_number("12,34"), None);
        assert_eq!(parse_number("69k"), None);
        assert_eq!(parse_number("inf"), None);
        assert_eq!(parse_number("−3.5 %"), Some(-3.5));
        assert_eq!(parse_number("1 234 567.5"), Some(1_234_567.5));
        for other in ["1.234,56", "12.5,3", "12 5", "1,5", "1.2 3"] {
            assert_eq!(parse_number(other), None, "{other}");
        }
    }
}
