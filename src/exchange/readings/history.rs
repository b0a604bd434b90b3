//! A history of service levels from a table: months in one direction, lines in the other.

use crate::domain::collaboration::history::columns::{DateOrder, Field, Mapping};
use crate::domain::performance::Reading;
use crate::domain::performance::rehearsal::history::{Column, History, column};
use crate::domain::period::Month;
use crate::domain::project::Project;
use crate::domain::share::can_be;
use crate::exchange::readings::Decimal;
use crate::exchange::readings::mapping::upright;
use crate::exchange::readings::months::month;
use crate::exchange::readings::plan::{Refused, Why, reading};
use decision::order;

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
    /// Cells that do not count, as with readings of indicators: rows and columns count from 1 in the table as it was
    /// pasted.
    pub left_out: Vec<Refused>,
    /// Whether no month was found at all.
    pub no_months: bool,
    /// Whether it is a table of tickets, or of what happened to them, which holds no figures of months.
    pub is_tickets: bool,
}

/// Reads a table with the heads first.
#[must_use]
pub fn read(project: &Project, rows: Vec<Vec<String>>) -> PastedHistory {
    let (rows, is_turned) = upright(rows);
    let mut found = PastedHistory::default();
    let Some((heads, body)) = rows.split_first() else { return found };
    let columns: Vec<Option<Column>> = heads.iter().map(|head| column(project, head)).collect();
    if columns.iter().all(Option::is_none) && are_tickets(heads) {
        return PastedHistory { is_tickets: true, ..found };
    }
    for (head, column) in heads.iter().zip(&columns).skip(1) {
        match column {
            Some(column) => found.columns.push((head.trim().to_owned(), *column, 0)),
            None if head.trim().is_empty() => (),
            None => found.unknown.push(head.trim().to_owned()),
        }
    }
    let decimal = Decimal::guess(body.iter().flat_map(|row| row.iter().skip(1)).map(String::as_str));
    let mut seen: Vec<(Column, Month, usize)> = Vec::new();
    for (at, row) in body.iter().enumerate() {
        let mut leave = |column: usize, text: &str, why: Why| {
            let (row, column) = placed(at + 1, column, is_turned);
            found.left_out.push(Refused { row, column, text: text.trim().to_owned(), why });
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
            let first = seen.iter().find(|(column, of, _)| (*column, *of) == (known, month));
            let read = match (first, reading(cell, decimal)) {
                (_, Err(why)) => Err(why),
                (Some((_, _, row)), Ok(_)) => Err(Why::Twice(*row)),
                (None, Ok(reading)) => odd(project, known, reading).map_or(Ok(reading), Err),
            };
            let reading = match read {
                Ok(reading) => reading,
                Err(why) => {
                    leave(place, cell, why);
                    continue;
                }
            };
            seen.push((known, month, placed(at + 1, place, is_turned).0));
            let head = heads.get(place).map(|head| head.trim().to_owned()).unwrap_or_default();
            if let Some((_, _, n)) = found.columns.iter_mut().find(|(known, _, _)| *known == head) {
                *n += 1;
            }
            found.history.set(known, month, reading);
        }
    }
    let mut months: Vec<Month> = seen.into_iter().map(|(_, month, _)| month).collect();
    order::sort_by(&mut months, Ord::cmp);
    months.dedup();
    found.months = months.len();
    found.no_months = found.months == 0;
    found
}

/// Returns the place of a cell in the table as it was pasted, from 1.
const fn placed(row: usize, column: usize, is_turned: bool) -> (usize, usize) {
    if is_turned { (column + 1, row + 1) } else { (row + 1, column + 1) }
}

/// Says why a figure cannot be.
fn odd(project: &Project, column: Column, reading: Reading) -> Option<Why> {
    let value = reading.value()?;
    let is_odd = match column {
        Column::Count(_) => return (value < 0.0 || value.fract() != 0.0).then_some(Why::OddCount(value)),
        Column::Score => !can_be(value),
        Column::Value(line) => {
            project.performance.is_share(project.requirements.sla.get(line)?) && !can_be(value)
        }
    };
    is_odd.then_some(Why::OddShare(value))
}

/// Tells whether heads are those of tickets from another system: when each was reported and answered or solved, or event
/// by event.
fn are_tickets(heads: &[String]) -> bool {
    let columns = Mapping::guess(heads);
    let has = |field: Field| columns.contains(&Some(field));
    has(Field::Created) && (has(Field::Responded) || has(Field::Solved))
        || has(Field::Event) && has(Field::At)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::domain::ids::Id;
    use crate::domain::period::Period;
    use crate::exchange::table::read_csv;

    fn pasted(text: &str) -> PastedHistory {
        let mut project = Project::default();
        let requirements = Arc::make_mut(&mut project.requirements);
        requirements.sla.add(Id::fixed(1), |line| {
            (line.measure, line.unit) = ("Uptime".to_owned(), "%".to_owned());
        });
        requirements.sla.add(Id::fixed(2), |line| line.unit = "min".to_owned());
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
        let count = |text: &str| down.history.count(Id::fixed(1), Period::month(Month::parse(text).unwrap()));
        assert_eq!((count("2026-01"), count("2026-02"), down.months), (Some(1200), Some(0), 2));
        let across = pasted("\t2026-01\t2026-02\nUptime\t99.5\tabc");
        assert_eq!(uptime(&across, "2026-01"), Some(Reading::Value(99.5)));
        let left = Refused { row: 2, column: 3, text: "abc".to_owned(), why: Why::NotANumber };
        assert_eq!(across.left_out, [left]);
    }

    #[test]
    fn what_does_not_count_is_told_with_its_place() {
        let found = pasted("\tS-01\tOther\n2026-01\t99\t1\n合计\t98\t2\n2026-01\t97\t3");
        assert_eq!(found.unknown, ["Other"]);
        // The first figure of a month counts, as with readings.
        assert_eq!(uptime(&found, "2026-01"), Some(Reading::Value(99.0)));
        let left = |row, column, text: &str, why| Refused { row, column, text: text.to_owned(), why };
        assert_eq!(found.left_out, [left(3, 1, "合计", Why::NotAMonth), left(4, 2, "97", Why::Twice(2))]);
        assert!(pasted("S-01\n99").no_months);
    }

    #[test]
    fn what_cannot_be_is_refused_as_with_readings() {
        let whys = |text: &str| pasted(text).left_out.into_iter().map(|one| one.why).collect::<Vec<_>>();
        let odd = "\tS-01\tS-01 n\tS-02\tscore\n2026-01\t130\t-1\t130\t101\n2026-02\t99.5\t1.5\t-2\t80";
        assert_eq!(
            whys(odd),
            [Why::OddShare(130.0), Why::OddCount(-1.0), Why::OddShare(101.0), Why::OddCount(1.5)]
        );
        assert_eq!(whys("\tS-01\n2026-01\t99.5\n2026-02\t98.5\n2026-03\t1.234,56"), [Why::OtherDecimal]);
        assert_eq!(whys("\tS-01\n2026-01\t1.234,56"), [Why::OddShare(1234.56)]);
        assert_eq!(whys("\tS-01\n2026-01\t－\n2026-02\t９９．５"), []);
    }

    #[test]
    fn a_month_that_stands_twice_is_told_by_its_first_row() {
        let across = pasted("\t2026-01\t2026-01\nUptime\t99.5\t98");
        assert_eq!(uptime(&across, "2026-01"), Some(Reading::Value(99.5)));
        let left = Refused { row: 2, column: 3, text: "98".to_owned(), why: Why::Twice(2) };
        assert_eq!(across.left_out, [left]);
    }

    #[test]
    fn tickets_are_told_from_figures_of_months() {
        let tickets = "Ticket,Priority,Created,First response,Resolved\nT-1,P1,2026-03-01 10:00,,";
        assert!(pasted(tickets).is_tickets);
        assert!(pasted("单号,级别,创建时间,首次响应时间,解决时间\n1,P1,2026-03-01 10:00,,").is_tickets);
        assert!(!pasted("Month,S-01\n2026-01,99").is_tickets);
        assert!(!pasted("Month,Other\n2026-01,99").is_tickets);
    }
}
