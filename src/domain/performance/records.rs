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
mod tests {
    use super::*;

    const ON: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();

    fn place(month: &str) -> Place {
        Place { vendor: Id::fixed(1), kpi: Id::fixed(2), month: Month::parse(month).unwrap() }
    }

    fn performance(formula: &str) -> Performance {
        let mut performance = Performance::default();
        performance.kpis.add(Id::fixed(2), |kpi| {
            (kpi.formula, kpi.target) = (formula.to_owned(), Some(95.0));
        });
        performance
    }

    fn reading(performance: &Performance, month: &str) -> Option<Reading> {
        let place = place(month);
        performance.reading(place.vendor, place.kpi, place.month)
    }

    #[test]
    fn numbers_become_the_reading_once_all_are_there_and_are_kept() {
        let mut performance = performance("100 × 按期 ÷ 应交");
        let may = place("2026-05");
        performance.set_input(may, "按期", Some(19.0), ON);
        assert_eq!(reading(&performance, "2026-05"), None);
        assert_eq!(performance.outcome(may), Some(Outcome::Missing(vec!["应交".to_owned()])));
        performance.set_input(may, "应交", Some(20.0), ON);
        assert_eq!(reading(&performance, "2026-05"), Some(Reading::Value(95.0)));
        assert_eq!(performance.record(may).unwrap().entered, Entered::Computed);
        performance.set_input(may, "应交", Some(0.0), ON);
        assert_eq!(reading(&performance, "2026-05"), Some(Reading::NoEvents));
        performance.set_input(may, "应交", None, ON);
        assert_eq!(reading(&performance, "2026-05"), None);
        performance.set_input(may, "按期", None, ON);
        assert!(performance.records.is_empty() && performance.readings.is_empty());
    }

    #[test]
    fn another_formula_computes_anew_and_loses_no_number() {
        let mut performance = performance("a / b");
        for (name, number) in [("a", 1.0), ("b", 4.0)] {
            performance.set_input(place("2026-05"), name, Some(number), ON);
        }
        performance.enter(place("2026-06"), Some(Reading::Value(7.0)), Entered::Typed, ON);
        let set_formula = |performance: &mut Performance, formula: &str| {
            performance.redefine(Id::fixed(2), ON, &mut |kpi| kpi.formula = formula.to_owned());
        };
        set_formula(&mut performance, "100 * a /");
        assert_eq!(reading(&performance, "2026-05"), Some(Reading::Value(0.25)));
        set_formula(&mut performance, "100 * a / b");
        assert_eq!(reading(&performance, "2026-05"), Some(Reading::Value(25.0)));
        set_formula(&mut performance, "100 * a / all");
        assert_eq!(reading(&performance, "2026-05"), Some(Reading::Value(25.0)));
        let kpi = performance.kpis.at(0).unwrap().clone();
        assert_eq!(performance.left_inputs(&kpi), [("b".to_owned(), 1)]);
        performance.rename_input(kpi.id, "b", "all", ON);
        assert!(performance.left_inputs(&kpi).is_empty());
        assert_eq!(reading(&performance, "2026-05"), Some(Reading::Value(25.0)));
        assert_eq!(reading(&performance, "2026-06"), Some(Reading::Value(7.0)));
    }

    #[test]
    fn a_formula_that_names_nothing_changes_no_reading() {
        let formula = "100 * a / b";
        let mut by_letter = performance("");
        for (name, number) in [("a", 1.0), ("b", 4.0)] {
            by_letter.set_input(place("2026-05"), name, Some(number), ON);
        }
        by_letter.enter(place("2026-05"), Some(Reading::Value(7.0)), Entered::Typed, ON);
        let mut at_once = by_letter.clone();
        let set = |performance: &mut Performance, formula: &str| {
            performance.redefine(Id::fixed(2), ON, &mut |kpi| kpi.formula = formula.to_owned());
        };
        for end in 1..=formula.len() {
            set(&mut by_letter, &formula[..end]);
            if end < formula.find('a').unwrap() {
                assert_eq!(reading(&by_letter, "2026-05"), Some(Reading::Value(7.0)), "{}", &formula[..end]);
            }
        }
        set(&mut at_once, formula);
        assert_eq!(by_letter, at_once);
        assert_eq!(reading(&at_once, "2026-05"), Some(Reading::Value(25.0)));
    }

    #[test]
    fn names_are_given_one_after_the_other_and_the_readings_stay() {
        let mut performance = performance("a / b");
        for (name, number) in [("a", 1.0), ("b", 4.0)] {
            performance.set_input(place("2026-05"), name, Some(number), ON);
        }
        performance.redefine(Id::fixed(2), ON, &mut |kpi| kpi.formula = "x / y".to_owned());
        for (from, to, left) in [("a", "x", 1), ("b", "y", 0)] {
            performance.rename_input(Id::fixed(2), from, to, ON);
            assert_eq!(reading(&performance, "2026-05"), Some(Reading::Value(0.25)));
            let kpi = performance.kpis.at(0).unwrap().clone();
            assert_eq!(performance.left_inputs(&kpi).len(), left);
        }
    }

    #[test]
    fn numbers_that_come_to_no_share_are_kept_and_make_no_reading() {
        let mut performance = performance("100 * a / b");
        let redefine = |performance: &mut Performance, change: &mut dyn FnMut(&mut Kpi)| {
            performance.redefine(Id::fixed(2), ON, change);
        };
        redefine(&mut performance, &mut |kpi| kpi.unit = "%".to_owned());
        let may = place("2026-05");
        for (name, number) in [("a", 19.0), ("b", 20.0)] {
            performance.set_input(may, name, Some(number), ON);
        }
        performance.enter(place("2026-06"), Some(Reading::Value(7.0)), Entered::Pasted, ON);
        performance.set_input(place("2026-06"), "a", Some(30.0), ON);
        performance.set_input(place("2026-06"), "b", Some(20.0), ON);
        assert_eq!(reading(&performance, "2026-06"), Some(Reading::Value(7.0)), "what is pasted stays");
        performance.set_input(may, "a", Some(21.0), ON);
        assert_eq!(reading(&performance, "2026-05"), None);
        assert_eq!(performance.outcome(may), Some(Outcome::Value(105.0)));
        redefine(&mut performance, &mut |kpi| kpi.beyond_whole = true);
        assert_eq!(reading(&performance, "2026-05"), Some(Reading::Value(105.0)));
        assert_eq!(reading(&performance, "2026-06"), Some(Reading::Value(7.0)));
        redefine(&mut performance, &mut |kpi| kpi.beyond_whole = false);
        assert_eq!(reading(&performance, "2026-05"), None);
        redefine(&mut performance, &mut |kpi| kpi.unit = "points".to_owned());
        assert_eq!(reading(&performance, "2026-05"), Some(Reading::Value(105.0)));
        performance.set_input(may, "b", Some(21.0), ON);
        assert_eq!(reading(&performance, "2026-05"), Some(Reading::Value(100.0)));
    }

    #[test]
    fn what_is_no_reading_stays_as_it_was_typed_until_it_is_mended() {
        let mut performance = performance("");
        let may = place("2026-05");
        performance.set_unread(may, "abc".to_owned());
        assert_eq!(performance.record(may).unwrap().unread, "abc");
        assert_eq!(performance.months_unread(), [may.month]);
        assert_eq!(reading(&performance, "2026-05"), None);
        let kept = serde_json::to_string(&performance).unwrap();
        assert_eq!(serde_json::from_str::<Performance>(&kept).unwrap(), performance);
        performance.enter(may, None, Entered::Typed, ON);
        assert!(performance.records.is_empty());
        performance.enter(may, Some(Reading::Value(90.0)), Entered::Typed, ON);
        performance.set_unread(may, "9o".to_owned());
        assert_eq!(reading(&performance, "2026-05"), Some(Reading::Value(90.0)));
        performance.enter(may, Some(Reading::Value(90.0)), Entered::Typed, ON);
        assert_eq!(performance.record(may).unwrap().unread, "");
    }

    #[test]
    fn a_breach_keeps_its_cause_also_when_its_value_changes() {
        let mut performance = performance("");
        let may = place("2026-05");
        performance.enter(may, Some(Reading::Value(90.0)), Entered::Typed, ON);
        performance.enter(place("2026-06"), Some(Reading::Value(96.0)), Entered::Pasted, ON);
        performance.set_cause(may, "Easter peak".to_owned());
        performance.enter(may, Some(Reading::Value(91.0)), Entered::Pasted, ON);
        assert_eq!(performance.breaches(may.vendor), [(may, 91.0, "Easter peak")]);
        assert_eq!(performance.record(may).unwrap().entered, Entered::Pasted);
    }
}
