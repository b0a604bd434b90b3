//! A history of service levels from a table: months in one direction, lines in the other.

use crate::domain::collaboration::history::columns::DateOrder;
use crate::domain::performance::Reading;
use crate::domain::performance::rehearsal::history::{Column, History, column};
use crate::domain::period::Month;
use crate::domain::project::Project;
use crate::exchange::readings::mapping::upright;
use crate::exchange::readings::months::month;
use crate::exchange::readings::{Decimal, is_no_events};
use decision::order;

/// Why a cell does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It stands where a month should.
    NotAMonth,
    /// It is no number.
    NotANumber,
}

/// One cell that does not count. Rows and columns count from 1 in the table as it was pasted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// The row.
    pub row: usize,
    /// The column.
    pub column: usize,
    /// What stands there.
    pub text: String,
    /// Why.
    pub why: Why,
}

/// What a table came to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PastedHistory {
    /// The history.
    pub history: History,
    /// What each head that is known stands for, with how many figures were read below it.
    pub columns: Vec<(String, Column, usize)>,
    /// How many months have figures.
    pub months: usize,
    /// Heads that name no line.
    pub unknown: Vec<String>,
    /// Heads with a month that stands twice; the later one counts.
    pub repeated: Vec<(String, Month)>,
    /// Cells that do not count.
    pub left_out: Vec<LeftOut>,
    /// Whether no month was found at all.
    pub no_months: bool,
}

/// Reads a table with the heads first.
#[must_use]
pub fn read(project: &Project, rows: Vec<Vec<String>>) -> PastedHistory {
    let (rows, is_turned) = upright(rows);
    let mut found = PastedHistory::default();
    let Some((heads, body)) = rows.split_first() else { return found };
    let columns: Vec<Option<Column>> = heads.iter().map(|head| column(project, head)).collect();
    for (head, column) in heads.iter().zip(&columns).skip(1) {
        match column {
            Some(column) => found.columns.push((head.trim().to_owned(), *column, 0)),
            None if head.trim().is_empty() => (),
            None => found.unknown.push(head.trim().to_owned()),
        }
    }
    let decimal = Decimal::guess(body.iter().flat_map(|row| row.iter().skip(1)).map(String::as_str));
    let mut seen: Vec<(Column, Month)> = Vec::new();
    for (at, row) in body.iter().enumerate() {
        let mut leave = |column: usize, text: &str, why: Why| {
            let (row, column) = if is_turned { (column, at + 1) } else { (at + 1, column) };
            found.left_out.push(LeftOut {
                row: row + 1,
                column: column + 1,
                text: text.trim().to_owned(),
                why,
            });
        };
        let first = row.first().map(String::as_str).unwrap_or_default();
        let Some(month) = month(first, DateOrder::DayFirst) else {
            if row.iter().any(|cell| !cell.trim().is_empty()) {
                leave(0, first, Why::NotAMonth);
            }
            continue;
        };
        for (place, cell) in row.iter().enumerate().skip(1) {
            let known = columns.get(place).copied().flatten();
            let Some(known) = known.filter(|_| !cell.trim().is_empty()) else { continue };
            let reading = match decimal.read(cell) {
                _ if is_no_events(cell) => Reading::NoEvents,
                Some(value) => Reading::Value(value),
                None => {
                    leave(place, cell, Why::NotANumber);
                    continue;
                }
            };
            let head = heads.get(place).map(|head| head.trim().to_owned()).unwrap_or_default();
            if seen.contains(&(known, month)) {
                found.repeated.push((head.clone(), month));
            } else {
                seen.push((known, month));
            }
            if let Some((_, _, n)) = found.columns.iter_mut().find(|(known, _, _)| *known == head) {
                *n += 1;
            }
            found.history.set(known, month, reading);
        }
    }
    let mut months: Vec<Month> = seen.into_iter().map(|(_, month)| month).collect();
    order::sort_by(&mut months, Ord::cmp);
    months.dedup();
    found.months = months.len();
    found.no_months = found.months == 0;
    found
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::domain::ids::Id;
    use crate::exchange::table::read_csv;

    fn pasted(text: &str) -> PastedHistory {
        let mut project = Project::default();
        let requirements = Arc::make_mut(&mut project.requirements);
        requirements.sla.add(Id::fixed(1), |line| line.measure = "Uptime".to_owned());
        read(&project, read_csv(text))
    }

    fn uptime(found: &PastedHistory, text: &str) -> Option<Reading> {
        found.history.actuals.reading(Id::fixed(1), Month::parse(text).unwrap())
    }

    #[test]
    fn months_stand_in_either_direction_and_decimals_behind_either_sign() {
        let down = pasted("\tS-01\tS-01 n\n2026-01\t99,5 %\t1.200\n2026年2月\tn/a\t0");
        assert_eq!(uptime(&down, "2026-01"), Some(Reading::Value(99.5)));
        assert_eq!(uptime(&down, "2026-02"), Some(Reading::NoEvents));
        let counts: Vec<_> = down.history.counts(Id::fixed(1)).map(|(_, n)| n).collect();
        assert_eq!((counts, down.months), (vec![1200, 0], 2));
        let across = pasted("\t2026-01\t2026-02\nUptime\t99.5\tabc");
        assert_eq!(uptime(&across, "2026-01"), Some(Reading::Value(99.5)));
        let left = LeftOut { row: 2, column: 3, text: "abc".to_owned(), why: Why::NotANumber };
        assert_eq!(across.left_out, [left]);
    }

    #[test]
    fn what_does_not_count_is_told_with_its_place() {
        let found = pasted("\tS-01\tOther\n2026-01\t99\t1\n合计\t98\t2\n2026-01\t97\t3");
        assert_eq!(found.unknown, ["Other"]);
        assert_eq!(found.repeated, [("S-01".to_owned(), Month::parse("2026-01").unwrap())]);
        assert_eq!(uptime(&found, "2026-01"), Some(Reading::Value(97.0)));
        let left = LeftOut { row: 3, column: 1, text: "合计".to_owned(), why: Why::NotAMonth };
        assert_eq!(found.left_out, [left]);
        assert!(pasted("S-01\n99").no_months);
    }
}
