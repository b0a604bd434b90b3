//! A table of figures before it is taken over: what is new, what changes, and which cells cannot be taken and why.

use chrono::NaiveDate;

use crate::domain::ids::Id;
use crate::domain::performance::expression::Expression;
use crate::domain::performance::records::{Entered, Place};
use crate::domain::performance::{Kpi, Performance, Reading};
use crate::domain::period::Month;
use crate::domain::register::Item;
use crate::domain::selection::{Selection, Vendor};
use crate::domain::sorted_map::SortedMap;
use crate::exchange::readings::mapping::{Column, Mapping, kpi_named};
use crate::exchange::readings::months::{is_quarter, month};
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
    /// A mark lies outside its scale: the mark, the lowest and the highest.
    OffScale(f64, f64, f64),
    /// It names a quarter, and figures are kept by month.
    AQuarter,
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

/// A place in an order.
type At = (Id<Vendor>, Id<Kpi>, Month);

fn at(place: Place) -> At {
    (place.vendor, place.kpi, place.month)
}

/// The rows in which a figure stood first; numbers of formulas by their names.
type Seen = SortedMap<(At, Option<String>), usize>;

impl Plan {
    /// Reads the rows below the heads.
    #[must_use]
    pub fn make(rows: &[Vec<String>], mapping: &Mapping, against: &Against<'_>) -> Self {
        let mut plan = Self::default();
        let mut seen = Seen::default();
        for (place, row) in rows.iter().enumerate().skip(1) {
            if row.iter().any(|cell| !cell.trim().is_empty()) {
                plan.read_row(place, row, mapping, against, &mut seen);
            }
        }
        plan.refuse_odd_results(against.performance);
        plan
    }

    /// Returns the last month of figures that lie ahead of a day, with the count of such figures.
    #[must_use]
    pub fn ahead(&self, today: NaiveDate) -> Option<(Month, usize)> {
        let ahead =
            self.taken.iter().map(|taken| taken.place.month).filter(|month| Month::of(today) < *month);
        Some((ahead.clone().max()?, ahead.count()))
    }

    /// Counts the figures of an effect.
    #[must_use]
    pub fn count(&self, effect: Effect) -> usize {
        self.taken.iter().filter(|taken| taken.effect == effect).count()
    }

    fn read_row(
        &mut self,
        place: usize,
        row: &[String],
        mapping: &Mapping,
        against: &Against<'_>,
        seen: &mut Seen,
    ) {
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
                None if is_quarter(text) => return refuse(self, (column, text), Why::AQuarter),
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
                Ok(figure) => match doubt(spot, &figure, against.performance, seen) {
                    Some(why) => refuse(self, (column, text), why),
                    None => {
                        let effect = effect(spot, &figure, against.performance);
                        seen.insert(key(spot, &figure), place + 1);
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

    /// Refuses the numbers of a formula that together come to a share that cannot be.
    fn refuse_odd_results(&mut self, performance: &Performance) {
        let mut inputs = SortedMap::<At, SortedMap<String, f64>>::default();
        for taken in &self.taken {
            if let Figure::Input(name, number) = &taken.figure {
                inputs.entry(at(taken.place)).insert(name.clone(), *number);
            }
        }
        let parse = |kpi: &Kpi| Some((kpi.id, Expression::parse(&kpi.formula).ok()?));
        let formulas: SortedMap<_, _> = performance.kpis.iter().filter_map(|kpi| parse(kpi)).collect();
        let odd = |(vendor, kpi, month): At, here: &SortedMap<String, f64>| {
            let formula = formulas.get(&kpi)?;
            let kept = performance.record(Place { vendor, kpi, month }).map(|record| &record.inputs);
            // The numbers of the table stand over those that are there.
            let number = |name: &str| {
                let name = name.to_owned();
                here.get(&name).or_else(|| kept?.get(&name)).copied()
            };
            let value = formula.compute(number).value()?;
            performance.kpis.get(kpi)?.rules_out(value).then_some(value)
        };
        let odd: SortedMap<At, f64> =
            inputs.iter().filter_map(|(at, here)| Some((*at, odd(*at, here)?))).collect();
        for taken in std::mem::take(&mut self.taken) {
            match (odd.get(&at(taken.place)), &taken.figure) {
                (Some(value), Figure::Input(name, number)) => self.refused.push(Refused {
                    row: taken.row,
                    column: taken.column,
                    text: format!("{name} {number}"),
                    why: Why::OddShare(*value),
                }),
                _ => self.taken.push(taken),
            }
        }
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

fn key(place: Place, figure: &Figure) -> (At, Option<String>) {
    match figure {
        Figure::Reading(_) => (at(place), None),
        Figure::Input(name, _) => (at(place), Some(name.clone())),
    }
}

/// Says what speaks against a figure that could be read.
fn doubt(place: Place, figure: &Figure, performance: &Performance, seen: &Seen) -> Option<Why> {
    if let Some(first) = seen.get(&key(place, figure)) {
        return Some(Why::Twice(*first));
    }
    let value = match figure {
        Figure::Reading(Reading::Value(value)) => *value,
        _ => return None,
    };
    let kpi = performance.kpis.get(place.kpi)?;
    match kpi.off_scale(value) {
        Some((low, high)) => Some(Why::OffScale(value, low, high)),
        None => kpi.rules_out(value).then_some(Why::OddShare(value)),
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
