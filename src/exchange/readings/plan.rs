//! A table of figures before it is taken over: what is new, what changes, and which cells cannot be taken and why.

use chrono::NaiveDate;

use crate::domain::ids::Id;
use crate::domain::performance::expression::{Expression, Outcome};
use crate::domain::performance::records::{Entered, Place};
use crate::domain::performance::{Performance, Reading};
use crate::domain::register::Item;
use crate::domain::selection::{Selection, Vendor};
use crate::exchange::readings::mapping::{Column, Mapping, kpi_named};
use crate::exchange::readings::months::month;
use crate::exchange::readings::{Decimal, is_no_events};

/// What a cell holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Figure {
    /// A reading.
    Reading(Reading),
    /// One number of a formula.
    Input(String, f64),
}

/// One figure that can be taken.
#[derive(Clone, Debug, PartialEq)]
pub struct Taken {
    /// The row of the table, from 1.
    pub row: usize,
    /// The column, from 1.
    pub column: usize,
    /// Whose, of which indicator and month.
    pub place: Place,
    /// The figure.
    pub figure: Figure,
    /// What it does to what is there.
    pub effect: Effect,
}

/// What a figure does to what is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// There was none.
    New,
    /// There was another.
    Changed,
    /// It is there already.
    Same,
}

/// Why a cell cannot be taken.
#[derive(Clone, Debug, PartialEq)]
pub enum Why {
    /// Its row says no month.
    NoMonth,
    /// What its row says for a month is none.
    NotAMonth,
    /// No vendor is called so.
    UnknownVendor,
    /// No indicator is called so.
    UnknownKpi,
    /// It is no number.
    NotANumber,
    /// It is a number only where the fraction stands behind the other sign.
    OtherDecimal,
    /// This row had the same month already.
    Twice(usize),
    /// A share of so many percent cannot be.
    OddShare(f64),
    /// So many cases cannot be.
    OddCount(f64),
}

/// One cell that cannot be taken.
#[derive(Clone, Debug, PartialEq)]
pub struct Refused {
    /// The row of the table, from 1.
    pub row: usize,
    /// The column, from 1.
    pub column: usize,
    /// What stands there.
    pub text: String,
    /// Why.
    pub why: Why,
}

/// A table that was read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    /// What can be taken.
    pub taken: Vec<Taken>,
    /// What cannot.
    pub refused: Vec<Refused>,
}

/// What a table is read against.
pub struct Against<'a> {
    /// The indicators with what is there.
    pub performance: &'a Performance,
    /// The vendors.
    pub selection: &'a Selection,
    /// Whose figures they are where the table does not say.
    pub vendor: Id<Vendor>,
}

impl Plan {
    /// Reads the rows below the heads.
    #[must_use]
    pub fn make(rows: &[Vec<String>], mapping: &Mapping, against: &Against<'_>) -> Self {
        let mut plan = Self::default();
        for (place, row) in rows.iter().enumerate().skip(1) {
            if row.iter().any(|cell| !cell.trim().is_empty()) {
                plan.read_row(place, row, mapping, against);
            }
        }
        plan.refuse_odd_results(against.performance);
        plan
    }

    /// Counts the figures of an effect.
    #[must_use]
    pub fn count(&self, effect: Effect) -> usize {
        self.taken.iter().filter(|taken| taken.effect == effect).count()
    }

    fn read_row(&mut self, place: usize, row: &[String], mapping: &Mapping, against: &Against<'_>) {
        let at = |column: &Column| {
            let place = mapping.place(column)?;
            Some((place, row.get(place).map_or("", |cell| cell.trim())))
        };
        let refuse = |plan: &mut Self, (column, text): (usize, &str), why: Why| {
            plan.refused.push(Refused { row: place + 1, column: column + 1, text: text.to_owned(), why });
        };
        let month = match at(&Column::Month) {
            Some((column, "")) => return refuse(self, (column, ""), Why::NoMonth),
            Some((column, text)) => match month(text, mapping.order) {
                Some(month) => month,
                None => return refuse(self, (column, text), Why::NotAMonth),
            },
            None => return,
        };
        let vendor = match at(&Column::Vendor) {
            None | Some((_, "")) => against.vendor,
            Some((column, text)) => match vendor_named(text, against.selection) {
                Some(vendor) => vendor,
                None => return refuse(self, (column, text), Why::UnknownVendor),
            },
        };
        let row_kpi = match at(&Column::Kpi) {
            Some((column, text)) => match kpi_named(text, against.performance) {
                Some(kpi) => Some(kpi),
                None => return refuse(self, (column, text), Why::UnknownKpi),
            },
            None => None,
        };
        for (column, held) in mapping.columns.iter().enumerate() {
            let text = row.get(column).map_or("", |cell| cell.trim());
            let (kpi, name) = match held {
                Some(Column::Value) => (row_kpi, None),
                Some(Column::Reading(kpi)) => (Some(*kpi), None),
                Some(Column::Input(kpi, name)) => (Some(*kpi), Some(name)),
                _ => continue,
            };
            let Some(kpi) = kpi.filter(|_| !text.is_empty()) else { continue };
            let spot = Place { vendor, kpi, month };
            match figure(text, name, mapping.decimal) {
                Ok(figure) => match self.doubt(spot, &figure, against.performance) {
                    Some(why) => refuse(self, (column, text), why),
                    None => {
                        let effect = effect(spot, &figure, against.performance);
                        self.taken.push(Taken {
                            row: place + 1,
                            column: column + 1,
                            place: spot,
                            figure,
                            effect,
                        });
                    }
                },
                Err(why) => refuse(self, (column, text), why),
            }
        }
    }

    /// Says what speaks against a figure that could be read.
    fn doubt(&self, place: Place, figure: &Figure, performance: &Performance) -> Option<Why> {
        let is_same = |taken: &&Taken| {
            taken.place == place
                && match (&taken.figure, figure) {
                    (Figure::Reading(_), Figure::Reading(_)) => true,
                    (Figure::Input(known, _), Figure::Input(name, _)) => known == name,
                    _ => false,
                }
        };
        // Rows of one month mostly stand near each other.
        if let Some(first) = self.taken.iter().rev().find(is_same) {
            return Some(Why::Twice(first.row));
        }
        let value = match figure {
            Figure::Reading(Reading::Value(value)) => *value,
            _ => return None,
        };
        performance.kpis.get(place.kpi)?.rules_out(value).then_some(Why::OddShare(value))
    }

    /// Refuses the numbers of a formula that together come to a share that cannot be.
    fn refuse_odd_results(&mut self, performance: &Performance) {
        let mut odd: Vec<(Place, f64)> = Vec::new();
        for taken in &self.taken {
            if !matches!(taken.figure, Figure::Input(..))
                || odd.iter().any(|(place, _)| *place == taken.place)
            {
                continue;
            }
            let value = self.result(taken.place, performance).and_then(|outcome| outcome.value());
            let kpi = performance.kpis.get(taken.place.kpi);
            if let (Some(value), Some(kpi)) = (value, kpi)
                && kpi.rules_out(value)
            {
                odd.push((taken.place, value));
            }
        }
        let share = |taken: &Taken| {
            let is_input = matches!(taken.figure, Figure::Input(..));
            odd.iter().find(|(place, _)| is_input && *place == taken.place).map(|(_, value)| *value)
        };
        for taken in std::mem::take(&mut self.taken) {
            match (share(&taken), &taken.figure) {
                (Some(value), Figure::Input(name, number)) => self.refused.push(Refused {
                    row: taken.row,
                    column: taken.column,
                    text: format!("{name} {number}"),
                    why: Why::OddShare(value),
                }),
                _ => self.taken.push(taken),
            }
        }
    }

    /// Returns what the formula would come to with the numbers of the table and those that are there.
    fn result(&self, place: Place, performance: &Performance) -> Option<Outcome> {
        let formula = Expression::parse(&performance.kpis.get(place.kpi)?.formula).ok()?;
        let here = self.taken.iter().filter(|taken| taken.place == place);
        let here: Vec<(&String, f64)> = here
            .filter_map(|taken| match &taken.figure {
                Figure::Input(name, number) => Some((name, *number)),
                Figure::Reading(_) => None,
            })
            .collect();
        let kept = performance.record(place).map(|record| &record.inputs);
        Some(formula.compute(|name| {
            let own = here.iter().find(|(known, _)| *known == name).map(|(_, number)| *number);
            own.or_else(|| kept?.get(&name.to_owned()).copied())
        }))
    }

    /// Takes over what can be taken.
    pub fn apply(&self, performance: &mut Performance, on: NaiveDate) {
        for taken in &self.taken {
            match &taken.figure {
                Figure::Reading(reading) => {
                    performance.enter(taken.place, Some(*reading), Entered::Pasted, on)
                }
                Figure::Input(name, number) => performance.set_input(taken.place, name, Some(*number), on),
            }
        }
    }
}

fn figure(text: &str, name: Option<&String>, decimal: Decimal) -> Result<Figure, Why> {
    match name {
        None => reading(text, decimal).map(Figure::Reading),
        Some(name) => number(text, decimal).map(|number| Figure::Input(name.clone(), number)),
    }
}

/// Reads a figure, or that nothing happened.
pub(super) fn reading(text: &str, decimal: Decimal) -> Result<Reading, Why> {
    if is_no_events(text) { Ok(Reading::NoEvents) } else { number(text, decimal).map(Reading::Value) }
}

fn number(text: &str, decimal: Decimal) -> Result<f64, Why> {
    let other = Decimal::ALL.into_iter().find(|other| *other != decimal);
    let why = || match other.and_then(|other| other.read(text)) {
        Some(_) => Why::OtherDecimal,
        None => Why::NotANumber,
    };
    decimal.read(text).ok_or_else(why)
}

fn effect(place: Place, figure: &Figure, performance: &Performance) -> Effect {
    let is_same = match figure {
        Figure::Reading(reading) => {
            performance.reading(place.vendor, place.kpi, place.month).map(|there| there == *reading)
        }
        Figure::Input(name, number) => {
            performance.record(place).and_then(|record| record.inputs.get(name)).map(|there| there == number)
        }
    };
    match is_same {
        None => Effect::New,
        Some(false) => Effect::Changed,
        Some(true) => Effect::Same,
    }
}

fn vendor_named(text: &str, selection: &Selection) -> Option<Id<Vendor>> {
    let fits = |vendor: &Vendor| {
        let clause = vendor.clause();
        let both = format!("{clause} {}", vendor.name);
        [clause, vendor.name.clone(), both].iter().any(|known| known.to_lowercase() == text.to_lowercase())
    };
    selection.vendors.iter().find(|vendor| fits(vendor)).map(|vendor| vendor.id)
}

#[cfg(test)]
mod tests;
