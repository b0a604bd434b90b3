//! Improvement: from what users say over a cause and an action to what it did to the indicator.

use std::sync::Arc;

use chrono::NaiveDate;
use decode::Decode;
use serde::Serialize;

use crate::domain::ids::Id;
use crate::domain::performance::review::assessment::mean;
use crate::domain::performance::{Direction, Kpi, Performance};
use crate::domain::period::{Month, Period};
use crate::domain::register::{Item, item};
use crate::domain::selection::{Selection, Vendor};
use crate::domain::team::Role;

/// Where feedback comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// Somebody who works at the client.
    #[default]
    Internal,
    /// A customer or another outsider.
    External,
    /// Somebody who works at the vendor.
    Vendor,
}

impl Source {
    /// Every source, in the order of choice lists.
    pub const ALL: [Self; 3] = [Self::Internal, Self::External, Self::Vendor];
}

/// What users said.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Feedback {
    /// The id.
    pub id: Id<Self>,
    /// The clause number.
    pub number: u32,
    /// When.
    pub date: Option<NaiveDate>,
    /// Where it comes from.
    pub source: Source,
    /// Who said it.
    pub from: String,
    /// What was said.
    pub words: String,
    /// The indicator it is about.
    pub kpi: Option<Id<Kpi>>,
    /// How many said so.
    pub count: Option<u32>,
    /// What is improved because of it.
    pub theme: Option<Id<Theme>>,
}
item!(Feedback, "FB", 2);

/// What the check of an action found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// The effect held.
    #[default]
    Held,
    /// It did not.
    Lapsed,
}

/// One check of an action.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct EffectCheck {
    /// When.
    pub date: Option<NaiveDate>,
    /// What it found.
    pub verdict: Verdict,
    /// What it saw.
    pub note: String,
}

/// One try: an action and what came of it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Round {
    /// What is done.
    pub action: String,
    /// Who does it.
    pub owner: Option<Id<Role>>,
    /// By when.
    pub due: Option<NaiveDate>,
    /// When it was done.
    pub done: Option<NaiveDate>,
    /// The checks, the latest last.
    pub checks: Vec<EffectCheck>,
}

impl Round {
    /// Returns what the latest check found.
    #[must_use]
    pub fn verdict(&self) -> Option<Verdict> {
        self.checks.last().map(|check| check.verdict)
    }
}

/// What is improved.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Theme {
    /// The id.
    pub id: Id<Self>,
    /// The clause number.
    pub number: u32,
    /// What it is called.
    pub name: String,
    /// The indicator it is to move.
    pub kpi: Option<Id<Kpi>>,
    /// The vendor whose readings show it; the decided one where nothing is chosen.
    pub vendor: Option<Id<Vendor>>,
    /// Why, and why that: one answer a line.
    pub whys: String,
    /// The root cause.
    pub cause: String,
    /// The tries, the present one last.
    pub rounds: Vec<Round>,
}
item!(Theme, "TH", 1);

/// How far a theme is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stand {
    /// Nobody knows why yet.
    NoCause,
    /// Nothing is to be done yet.
    NoAction,
    /// The action is under way.
    Underway,
    /// The action is overdue by so many days.
    Overdue(i64),
    /// The action is done; the review it is checked at has not come yet.
    Waiting,
    /// The action is done and to be checked.
    ToCheck,
    /// The review it was to be checked at is closed, and nobody said whether it held.
    CheckOverdue,
    /// The effect held.
    Held,
}

impl Theme {
    /// Returns the present try.
    #[must_use]
    pub fn present(&self) -> Option<&Round> {
        self.rounds.last()
    }

    /// Counts the tries that did not hold.
    #[must_use]
    pub fn n_lapsed(&self) -> usize {
        self.rounds.iter().filter(|round| round.verdict() == Some(Verdict::Lapsed)).count()
    }

    /// Returns how far it is on a day, where the action that is done is checked once a period is over.
    #[must_use]
    pub fn stand(&self, check: Option<Period>, today: NaiveDate) -> Stand {
        if self.cause.trim().is_empty() {
            return Stand::NoCause;
        }
        let round = self.present().filter(|round| !round.action.trim().is_empty());
        let Some(round) = round else { return Stand::NoAction };
        match (round.verdict(), round.done, round.due) {
            (Some(Verdict::Held), ..) => Stand::Held,
            (_, Some(_), _) => {
                let is_over = check.and_then(Period::last_day).is_some_and(|last| last < today);
                if is_over { Stand::ToCheck } else { Stand::Waiting }
            }
            (_, None, Some(due)) if due < today => Stand::Overdue((today - due).num_days()),
            _ => Stand::Underway,
        }
    }

    /// Writes down what a check of the present try found. Where the effect did not hold the next try begins; the tries
    /// before stay as they are.
    pub fn check(&mut self, check: EffectCheck) {
        let Some(round) = self.rounds.last_mut() else { return };
        let (verdict, owner) = (check.verdict, round.owner);
        round.checks.push(check);
        if verdict == Verdict::Lapsed {
            self.rounds.push(Round { owner, ..Round::default() });
        }
    }
}

/// Over how many months the effect of an action is looked at, on either side of the month it was done in. That month
/// belongs to neither side (this project's decision).
pub const EFFECT_MONTHS: i32 = 3;

/// How many of them need data (this project's decision).
pub const EFFECT_MIN_MONTHS: usize = 2;

/// What an action did to its indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct Effect {
    /// The values of the months before, with their months.
    pub before: Vec<(Month, f64)>,
    /// The values of the months after.
    pub after: Vec<(Month, f64)>,
}

impl Effect {
    /// Returns the mean before and the mean after, where each side has enough months with data.
    #[must_use]
    pub fn means(&self) -> Option<[f64; 2]> {
        let side = |values: &[(Month, f64)]| {
            let values: Vec<f64> = values.iter().map(|(_, value)| *value).collect();
            mean(&values).filter(|_| EFFECT_MIN_MONTHS <= values.len())
        };
        Some([side(&self.before)?, side(&self.after)?])
    }

    /// Tells whether the indicator got better, where there is enough data and it moved.
    #[must_use]
    pub fn is_better(&self, direction: Direction) -> Option<bool> {
        let [before, after] = self.means()?;
        match direction {
            _ if (before - after).abs() < 1e-9 => None,
            Direction::Higher => Some(before < after),
            Direction::Lower => Some(after < before),
        }
    }
}

impl Performance {
    /// Returns what a try did to the indicator; nothing while it is not done.
    #[must_use]
    pub fn effect(&self, vendor: Id<Vendor>, kpi: Id<Kpi>, round: &Round) -> Option<Effect> {
        let done = Month::of(round.done?);
        let value = |month: Month| Some((month, self.reading(vendor, kpi, month)?.value()?));
        Some(Effect {
            before: (1..=EFFECT_MONTHS).rev().filter_map(|back| value(done.plus(-back))).collect(),
            after: (1..=EFFECT_MONTHS).filter_map(|ahead| value(done.plus(ahead))).collect(),
        })
    }

    /// Returns the period at whose review a try is checked: the one after the one it was done in.
    #[must_use]
    pub fn check_of(&self, vendor: Id<Vendor>, round: &Round) -> Option<Period> {
        let done = self.period_of(vendor, Month::of(round.done?));
        Some(self.period_of(vendor, done.next().first))
    }
}

impl Selection {
    /// Returns the vendor whose readings show a theme.
    #[must_use]
    pub fn vendor_of(&self, theme: &Theme) -> Option<Id<Vendor>> {
        let chosen = theme.vendor.or(self.decision.chosen);
        chosen.or_else(|| self.vendors.at(0).map(|vendor| vendor.id))
    }
}

/// The clause numbers of what waits for somebody.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overview {
    /// The themes that are overdue.
    pub overdue: Vec<String>,
    /// The themes that are to be checked.
    pub to_check: Vec<String>,
    /// The themes whose check is overdue.
    pub check_overdue: Vec<String>,
    /// The themes of which a try did not hold and the next one has not held yet.
    pub lapsed: Vec<String>,
    /// The themes whose effect held.
    pub held: Vec<String>,
    /// What was said and belongs to no theme.
    pub loose: Vec<String>,
}

impl Performance {
    /// Returns how far a theme is on a day.
    #[must_use]
    pub fn stand(&self, selection: &Selection, theme: &Theme, today: NaiveDate) -> Stand {
        let vendor = selection.vendor_of(theme);
        let check = vendor.zip(theme.present()).and_then(|(vendor, round)| self.check_of(vendor, round));
        let is_closed = vendor
            .zip(check)
            .is_some_and(|(vendor, check)| self.review(vendor, check.first).closed().is_some());
        match theme.stand(check, today) {
            Stand::ToCheck | Stand::Waiting if is_closed => Stand::CheckOverdue,
            stand => stand,
        }
    }

    /// Lists how far the themes are on a day.
    #[must_use]
    pub fn improvement(&self, selection: &Selection, today: NaiveDate) -> Overview {
        let mut overview = Overview::default();
        for theme in self.themes.iter() {
            let stand = self.stand(selection, theme, today);
            let places = [
                (matches!(stand, Stand::Overdue(_)), &mut overview.overdue),
                (stand == Stand::ToCheck, &mut overview.to_check),
                (stand == Stand::CheckOverdue, &mut overview.check_overdue),
                (stand == Stand::Held, &mut overview.held),
                (stand != Stand::Held && 0 < theme.n_lapsed(), &mut overview.lapsed),
            ];
            places.into_iter().filter(|(is_so, _)| *is_so).for_each(|(_, list)| list.push(theme.clause()));
        }
        let loose = self.feedback.iter().filter(|one| one.theme.is_none());
        overview.loose = loose.map(|one| one.clause()).collect();
        overview
    }

    /// Lists the themes of a vendor that are checked at the review of a period: what is done and not checked yet.
    #[must_use]
    pub fn checked_in(&self, selection: &Selection, vendor: Id<Vendor>, period: Period) -> Vec<Arc<Theme>> {
        let is_checked = |theme: &&Arc<Theme>| {
            let round = theme.present().filter(|round| round.checks.is_empty());
            let check = round.and_then(|round| self.check_of(vendor, round));
            selection.vendor_of(theme) == Some(vendor)
                && check.is_some_and(|check| check.first <= period.first)
        };
        self.themes.iter().filter(is_checked).cloned().collect()
    }

    /// Sums up how many said what a theme is about; who did not count stands for one.
    #[must_use]
    pub fn n_said(&self, theme: Id<Theme>) -> u32 {
        let said = self.feedback.iter().filter(|one| one.theme == Some(theme));
        said.map(|one| one.count.unwrap_or(1)).fold(0, u32::saturating_add)
    }
}

#[cfg(test)]
mod tests;
