//! How a reading came about: typed, pasted, counted, or computed from numbers that are kept; when, and why it missed.

use std::sync::Arc;

use chrono::NaiveDate;
use decode::Decode;
use serde::Serialize;

use crate::domain::ids::Id;
use crate::domain::performance::expression::{Expression, Outcome};
use crate::domain::performance::{Kpi, Performance, Reading};
use crate::domain::period::Month;
use crate::domain::selection::Vendor;
use crate::domain::sorted_map::SortedMap;

/// How a reading was entered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Entered {
    /// By hand.
    #[default]
    Typed,
    /// From a table of elsewhere.
    Pasted,
    /// By the formula of its indicator.
    Computed,
    /// From what is kept in this project, for example milestones.
    Counted,
}

impl Entered {
    /// Every way, in the order of columns.
    pub const ALL: [Self; 4] = [Self::Typed, Self::Pasted, Self::Computed, Self::Counted];
}

/// What is known of the reading of a month besides its value.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Record {
    /// How it was entered.
    pub entered: Entered,
    /// When it last changed.
    pub on: Option<NaiveDate>,
    /// The numbers of the month by the names of the formula.
    pub inputs: SortedMap<String, f64>,
    /// Why the target was missed, in a few words.
    pub cause: String,
    /// What was typed for a reading and is none; it counts for nothing until it is mended.
    pub unread: String,
}

/// The records of one vendor and indicator by month.
pub type Records = SortedMap<Month, Record>;

/// Whose reading of which month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Whose.
    pub vendor: Id<Vendor>,
    /// Of which indicator.
    pub kpi: Id<Kpi>,
    /// Of which month.
    pub month: Month,
}

impl Performance {
    /// Returns what is known of a reading besides its value.
    #[must_use]
    pub fn record(&self, place: Place) -> Option<&Record> {
        self.records.get(place.vendor, place.kpi)?.get(&place.month)
    }

    /// Changes what is known of a reading. What says nothing any more is not kept.
    fn note(&mut self, place: Place, change: impl FnOnce(&mut Record)) {
        let mut records = self.records.get(place.vendor, place.kpi).cloned().unwrap_or_default();
        let months: &mut Records = Arc::make_mut(&mut records);
        let mut record = months.remove(&place.month).unwrap_or_default();
        change(&mut record);
        let has_reading = self.reading(place.vendor, place.kpi, place.month).is_some();
        let is_said = !record.cause.is_empty() || !record.unread.is_empty();
        if has_reading || !record.inputs.is_empty() || is_said {
            months.insert(place.month, record);
        }
        let kept = (!records.is_empty()).then_some(records);
        self.records.set(place.vendor, place.kpi, kept);
    }

    /// Enters or clears a reading.
    pub fn enter(&mut self, place: Place, reading: Option<Reading>, entered: Entered, on: NaiveDate) {
        if self.reading(place.vendor, place.kpi, place.month) == reading {
            if self.record(place).is_some_and(|record| !record.unread.is_empty()) {
                self.note(place, |record| record.unread.clear());
            }
            return;
        }
        self.set_reading(place.vendor, place.kpi, place.month, reading);
        self.note(place, |record| {
            (record.entered, record.on) = (entered, Some(on));
            record.unread.clear();
        });
    }

    /// Keeps what was typed for a reading and is none, until it is mended. The reading that is there stays.
    pub fn set_unread(&mut self, place: Place, typed: String) {
        self.note(place, |record| record.unread = typed);
    }

    /// Lists the months something stands in that was typed for a reading and is none.
    #[must_use]
    pub fn months_unread(&self) -> Vec<Month> {
        let all = self.records.iter().flat_map(|(_, _, months)| months.iter());
        all.filter(|(_, record)| !record.unread.is_empty()).map(|(month, _)| *month).collect()
    }

    /// Says why a target was missed.
    pub fn set_cause(&mut self, place: Place, cause: String) {
        self.note(place, |record| record.cause = cause);
    }

    /// Enters or clears one number of a month and computes its reading. What was typed before stays while numbers are
    /// missing.
    pub fn set_input(&mut self, place: Place, name: &str, number: Option<f64>, on: NaiveDate) {
        self.note(place, |record| {
            match number {
                Some(number) => record.inputs.insert(name.to_owned(), number),
                None => record.inputs.remove(&name.to_owned()),
            };
        });
        self.compute(place, on);
    }

    /// Returns what the formula of an indicator comes to in a month; nothing where it cannot be read, or asks for no
    /// number: such a one would be the same in every month, and no reading.
    #[must_use]
    pub fn outcome(&self, place: Place) -> Option<Outcome> {
        let formula = Expression::parse(&self.kpis.get(place.kpi)?.formula).ok()?;
        if formula.names().is_empty() {
            return None;
        }
        let inputs = self.record(place).map(|record| &record.inputs);
        Some(formula.compute(|name| inputs?.get(&name.to_owned()).copied()))
    }

    fn compute(&mut self, place: Place, on: NaiveDate) {
        let is_ruled_out = |value| self.kpis.get(place.kpi).is_some_and(|kpi| kpi.rules_out(value));
        let reading = match self.outcome(place) {
            Some(Outcome::Value(value)) if !is_ruled_out(value) => Some(Reading::Value(value)),
            Some(Outcome::NoValue) => Some(Reading::NoEvents),
            // A reading whose numbers are not complete any more, or come to what cannot be, would be older than they are.
            Some(Outcome::Value(_) | Outcome::Missing(_)) if self.is_computed(place) => None,
            Some(Outcome::Value(_) | Outcome::Missing(_)) | None => return,
        };
        self.enter(place, reading, Entered::Computed, on);
    }

    fn is_computed(&self, place: Place) -> bool {
        self.record(place).is_some_and(|record| record.entered == Entered::Computed)
    }

    /// Changes an indicator. Where its formula becomes another one, its months with all numbers are computed anew; those
    /// whose numbers have other names keep what they have. Where other values become possible or impossible, so are the
    /// months whose readings are not entered in another way.
    pub fn redefine(&mut self, kpi: Id<Kpi>, on: NaiveDate, change: &mut dyn FnMut(&mut Kpi)) {
        let of = |stage: &Self| {
            stage.kpis.get(kpi).map(|kpi| (kpi.formula.clone(), kpi.is_share())).unwrap_or_default()
        };
        let before = of(self);
        self.kpis.update(kpi, change);
        let now = of(self);
        if before == now {
            return;
        }
        for place in self.places_with_inputs(kpi) {
            let is_open =
                self.is_computed(place) || self.reading(place.vendor, place.kpi, place.month).is_none();
            let is_whole = !matches!(self.outcome(place), Some(Outcome::Missing(_)));
            if is_whole && (is_open || before.0 != now.0) {
                self.compute(place, on);
            }
        }
    }

    /// Gives the numbers kept under one name another, where there is none of that name yet.
    pub fn rename_input(&mut self, kpi: Id<Kpi>, from: &str, to: &str, on: NaiveDate) {
        for place in self.places_with_inputs(kpi) {
            self.note(place, |record| {
                let (from, to) = (from.to_owned(), to.to_owned());
                if record.inputs.get(&to).is_none()
                    && let Some(number) = record.inputs.remove(&from)
                {
                    record.inputs.insert(to, number);
                }
            });
            // Half of the numbers under their new names is on the way, and takes away no reading.
            if !matches!(self.outcome(place), Some(Outcome::Missing(_))) {
                self.compute(place, on);
            }
        }
    }

    fn places_with_inputs(&self, kpi: Id<Kpi>) -> Vec<Place> {
        let rows = self.records.iter().filter(|(_, of, _)| *of == kpi);
        let months = |(vendor, kpi, records): (_, _, &Arc<Records>)| {
            let with_inputs = records.iter().filter(|(_, record)| !record.inputs.is_empty());
            let months: Vec<_> = with_inputs.map(|(month, _)| *month).collect();
            months.into_iter().map(move |month| Place { vendor, kpi, month })
        };
        rows.flat_map(months).collect()
    }

    /// Lists the names under which numbers are kept that the formula of an indicator does not ask for, with the count of
    /// their months.
    #[must_use]
    pub fn left_inputs(&self, kpi: &Kpi) -> Vec<(String, usize)> {
        let Ok(formula) = Expression::parse(&kpi.formula) else { return Vec::new() };
        let mut found = SortedMap::<String, usize>::default();
        for place in self.places_with_inputs(kpi.id) {
            let names = self.record(place).into_iter().flat_map(|record| record.inputs.keys());
            for name in names.filter(|name| !formula.names().contains(name)) {
                *found.entry(name.clone()) += 1;
            }
        }
        found.iter().map(|(name, count)| (name.clone(), *count)).collect()
    }

    /// Lists the causes of missed targets of a vendor by month and indicator; empty where none is said.
    #[must_use]
    pub fn breaches(&self, vendor: Id<Vendor>) -> Vec<(Place, f64, &str)> {
        let of = |kpi: &Arc<Kpi>| {
            let kpi = kpi.clone();
            let months = self.readings.get(vendor, kpi.id)?.iter();
            let missed = months.filter_map(move |(month, reading)| {
                let value = reading.value().filter(|value| kpi.is_missed(*value))?;
                let place = Place { vendor, kpi: kpi.id, month: *month };
                Some((place, value, self.record(place).map_or("", |record| record.cause.trim())))
            });
            Some(missed)
        };
        self.kpis.iter().filter_map(of).flatten().collect()
    }
}

#[cfg(test)]
mod tests;
