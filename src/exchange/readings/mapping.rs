//! What the columns of a table of figures hold: one indicator a column, or one figure a row.

use crate::domain::collaboration::history::columns::DateOrder;
use crate::domain::ids::Id;
use crate::domain::performance::expression::Expression;
use crate::domain::performance::{Kpi, Performance};
use crate::domain::register::Item;
use crate::exchange::readings::Decimal;
use crate::exchange::readings::months::month;

/// What a column holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Column {
    /// The month of the row.
    Month,
    /// The vendor of the row.
    Vendor,
    /// The indicator of the row.
    Kpi,
    /// The reading of the indicator of the row.
    Value,
    /// The readings of one indicator.
    Reading(Id<Kpi>),
    /// One number of the formula of an indicator.
    Input(Id<Kpi>, String),
}

/// How a table is read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping {
    /// What each column holds; nothing where it is left aside.
    pub columns: Vec<Option<Column>>,
    /// How numbers are written.
    pub decimal: Decimal,
    /// The order of dates that do not begin with the year.
    pub order: DateOrder,
}

const MONTH: [&str; 8] = ["month", "date", "period", "月份", "月度", "月", "日期", "期间"];
const VENDOR: [&str; 4] = ["vendor", "supplier", "服务商", "供应商"];
const KPI: [&str; 5] = ["kpi", "measure", "metric", "indicator", "指标"];
const VALUE: [&str; 8] = ["value", "actual", "result", "reading", "数值", "实际", "读数", "值"];

impl Mapping {
    /// Guesses how a table is read, from its heads and its cells.
    #[must_use]
    pub fn guess(rows: &[Vec<String>], performance: &Performance) -> Self {
        let Some((heads, body)) = rows.split_first() else { return Self::default() };
        let mut columns: Vec<Option<Column>> = Vec::new();
        for head in heads {
            let column = named(head, performance).filter(|column| !columns.contains(&Some(column.clone())));
            columns.push(column);
        }
        let order = DateOrder::default();
        if !columns.contains(&Some(Column::Month)) {
            let months = |place: &usize| {
                let cells = body.iter().filter_map(|row| row.get(*place));
                cells.filter(|cell| month(cell, order).is_some()).count()
            };
            let best = (0..heads.len()).rev().max_by_key(months).filter(|place| 0 < months(place));
            if let Some(column) = best.and_then(|place| columns.get_mut(place)) {
                *column = Some(Column::Month);
            }
        }
        let mut mapping = Self { columns, order, ..Self::default() };
        let figures = body.iter().flat_map(|row| row.iter().enumerate());
        let figures = figures.filter(|(place, _)| mapping.holds_figures(*place));
        mapping.decimal = Decimal::guess(figures.map(|(_, cell)| cell.as_str()));
        // A first number above twelve can only be a day, a second one as well.
        let months = body.iter().filter_map(|row| row.get(mapping.place(&Column::Month)?));
        let (mut day_first, mut month_first) = (0, 0);
        for cell in months {
            let read = |order| month(cell, order).is_some();
            day_first += usize::from(read(DateOrder::DayFirst));
            month_first += usize::from(read(DateOrder::MonthFirst));
        }
        if day_first < month_first {
            mapping.order = DateOrder::MonthFirst;
        }
        mapping
    }

    /// Returns the place of a column.
    #[must_use]
    pub fn place(&self, column: &Column) -> Option<usize> {
        self.columns.iter().position(|known| known.as_ref() == Some(column))
    }

    /// Tells whether a column holds figures.
    #[must_use]
    pub fn holds_figures(&self, place: usize) -> bool {
        let column = self.columns.get(place).and_then(Option::as_ref);
        matches!(column, Some(Column::Value | Column::Reading(_) | Column::Input(..)))
    }

    /// Tells whether it says enough to read by: a month, and figures that belong to an indicator.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        let has = |column: &Column| self.place(column).is_some();
        let is_wide = (0..self.columns.len())
            .any(|place| self.holds_figures(place) && self.place(&Column::Value) != Some(place));
        has(&Column::Month) && (is_wide || has(&Column::Kpi) && has(&Column::Value))
    }

    /// Leaves aside what belongs to indicators that are not there any more.
    pub fn settle(&mut self, performance: &Performance) {
        for column in &mut self.columns {
            let is_gone = match column {
                Some(Column::Reading(kpi) | Column::Input(kpi, _)) => !performance.kpis.has(*kpi),
                _ => false,
            };
            if is_gone {
                *column = None;
            }
        }
    }
}

/// Returns the indicator a text names by its number or its name.
#[must_use]
pub fn kpi_named(text: &str, performance: &Performance) -> Option<Id<Kpi>> {
    let text = text.trim();
    let fits = |kpi: &Kpi| {
        let clause = kpi.clause();
        let both = format!("{clause} {}", kpi.name);
        [clause.as_str(), kpi.name.trim(), both.as_str()]
            .iter()
            .any(|known| !known.is_empty() && known.to_lowercase() == text.to_lowercase())
    };
    performance.kpis.iter().find(|kpi| fits(kpi)).map(|kpi| kpi.id)
}

fn named(head: &str, performance: &Performance) -> Option<Column> {
    let head = head.trim();
    let plain = head.to_lowercase();
    if let Some(kpi) = kpi_named(head, performance) {
        return Some(Column::Reading(kpi));
    }
    // `K-1 accepted`, `K-1: accepted`, `On-time delivery: accepted`, or `accepted` alone.
    for kpi in performance.kpis.iter() {
        let Ok(formula) = Expression::parse(&kpi.formula) else { continue };
        let begins = [kpi.clause(), kpi.name.clone()];
        let behind = begins.iter().filter(|begin| !begin.is_empty()).find_map(|begin| {
            let rest = plain.strip_prefix(&begin.to_lowercase())?;
            Some(rest.trim_start_matches([' ', ':', '：', '·', '.']).to_owned())
        });
        let is_it = |name: &&String| {
            let name = name.to_lowercase();
            plain == name || behind.as_ref() == Some(&name)
        };
        if let Some(name) = formula.names().iter().find(is_it) {
            return Some(Column::Input(kpi.id, name.clone()));
        }
    }
    let is_one = |words: &[&str]| words.contains(&plain.as_str());
    match () {
        () if is_one(&MONTH) => Some(Column::Month),
        () if is_one(&VENDOR) => Some(Column::Vendor),
        () if is_one(&KPI) => Some(Column::Kpi),
        () if is_one(&VALUE) => Some(Column::Value),
        () => None,
    }
}

/// Turns a table whose months stand in its first row, so that they stand in its first column; says whether it did.
#[must_use]
pub fn upright(rows: Vec<Vec<String>>) -> (Vec<Vec<String>>, bool) {
    let is_month = |cell: &&String| month(cell, DateOrder::DayFirst).is_some();
    let across = rows.first().map_or(0, |row| row.iter().skip(1).filter(is_month).count());
    let down = rows.iter().skip(1).filter_map(|row| row.first()).filter(is_month).count();
    if across == 0 || across < down {
        return (rows, false);
    }
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    let turned = (0..width)
        .map(|column| rows.iter().map(|row| row.get(column).cloned().unwrap_or_default()).collect());
    (turned.collect(), true)
}
