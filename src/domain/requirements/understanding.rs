//! The understanding check (小范围需求测试): both parties answer the same few scenarios, each on its own.

pub mod answer_sheet;

use chrono::NaiveDate;
use decode::Decode;
use serde::Serialize;

use crate::domain::ids::Id;
use crate::domain::profile::Side;
use crate::domain::register::{Register, item};
use crate::domain::requirements::{Feature, Requirements};
use crate::domain::sorted_map::SortedMap;

/// How many scenarios show enough: fewer prove little, more are not answered with care.
pub const ENOUGH: std::ops::RangeInclusive<usize> = 3..=5;

/// One situation both parties say how they would handle.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Scenario {
    /// The id.
    pub id: Id<Self>,
    /// The clause number.
    pub number: u32,
    /// What happens.
    pub situation: String,
    /// The feature it tests.
    pub feature: Option<Id<Feature>>,
    /// The answers to choose from, one a line.
    pub choices: String,
    /// How it is meant to be handled. It is no part of what is handed out.
    pub expected: String,
}
item!(Scenario, "U", 1);

impl Scenario {
    /// Goes through the answers to choose from.
    pub fn choices(&self) -> impl Iterator<Item = &str> {
        self.choices.lines().map(str::trim).filter(|choice| !choice.is_empty())
    }

    /// Tells whether it can be answered at all: something is asked, and there is a choice.
    #[must_use]
    pub fn is_askable(&self) -> bool {
        !self.situation.trim().is_empty() && 1 < self.choices().count()
    }

    /// Returns what an answer answers: the situation and the choice there was.
    fn wording(&self) -> (&str, Vec<&str>) {
        (self.situation.trim(), self.choices().collect())
    }
}

/// How one party would handle a scenario.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Answer {
    /// The answer chosen, as it stands among the choices; empty while none is.
    pub chosen: String,
    /// Why.
    pub reason: String,
}

/// What one party answered.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Answers {
    /// Who answered.
    pub who: String,
    /// When the answers were handed in; nothing while they may change.
    pub submitted: Option<NaiveDate>,
    /// The answers.
    pub given: SortedMap<Id<Scenario>, Answer>,
}

/// Why answers cannot be handed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotSubmittable {
    /// Nobody is named.
    NoName,
    /// Nothing is answered.
    NoAnswers,
}

impl Answers {
    /// Returns the answer to a scenario. An answer that is no longer among the choices is none.
    #[must_use]
    pub fn to(&self, scenario: &Scenario) -> Option<&Answer> {
        let answer = self.given.get(&scenario.id)?;
        scenario.choices().any(|choice| choice == answer.chosen).then_some(answer)
    }

    /// Puts an answer down; one that says nothing is taken away.
    pub fn set(&mut self, scenario: Id<Scenario>, answer: Answer) {
        if answer == Answer::default() {
            self.given.remove(&scenario);
        } else {
            self.given.insert(scenario, answer);
        }
    }

    /// Counts the scenarios that are answered.
    #[must_use]
    pub fn filled(&self, scenarios: &Register<Scenario>) -> usize {
        scenarios.iter().filter(|scenario| self.to(scenario).is_some()).count()
    }

    /// Returns why the answers cannot be handed in.
    #[must_use]
    pub fn not_submittable(&self, scenarios: &Register<Scenario>) -> Option<NotSubmittable> {
        if self.filled(scenarios) == 0 {
            Some(NotSubmittable::NoAnswers)
        } else {
            self.who.trim().is_empty().then_some(NotSubmittable::NoName)
        }
    }
}

/// Where two parties answered alike.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agreement {
    /// The scenarios both answered alike.
    pub alike: Vec<Id<Scenario>>,
    /// The scenarios both answered, each in another way.
    pub different: Vec<Id<Scenario>>,
    /// Those of the different ones that are settled: the question raised from them is answered.
    pub settled: Vec<Id<Scenario>>,
    /// The scenarios one of them or both did not answer.
    pub unanswered: Vec<Id<Scenario>>,
}

impl Agreement {
    /// Compares what two parties answered; nothing is settled yet.
    #[must_use]
    pub fn of(scenarios: &Register<Scenario>, one: &Answers, other: &Answers) -> Self {
        let mut agreement = Self::default();
        for scenario in scenarios.iter() {
            let place = match (one.to(scenario), other.to(scenario)) {
                (Some(one), Some(other)) if one.chosen == other.chosen => &mut agreement.alike,
                (Some(_), Some(_)) => &mut agreement.different,
                _ => &mut agreement.unanswered,
            };
            place.push(scenario.id);
        }
        agreement
    }

    /// Counts the scenarios both answered.
    #[must_use]
    pub const fn n_both(&self) -> usize {
        self.alike.len() + self.different.len()
    }

    /// Returns the share of what both answered that they answered alike, from 0 to 1; nothing where they answered no
    /// scenario both.
    #[must_use]
    pub fn score(&self) -> Option<f64> {
        (0 < self.n_both()).then(|| self.alike.len() as f64 / self.n_both() as f64)
    }
}

/// How far the check is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Check {
    /// There is no scenario.
    Empty,
    /// Not both have handed in: whether the client has, whether the vendor has. Nothing is compared before.
    Waiting(bool, bool),
    /// Both have handed in.
    Compared(Agreement),
}

impl Requirements {
    /// Returns what a side answered.
    #[must_use]
    pub const fn answers(&self, side: Side) -> &Answers {
        match side {
            Side::Client => &self.client_answers,
            Side::Vendor => &self.vendor_answers,
        }
    }

    /// Returns what a side answered, for change.
    pub const fn answers_mut(&mut self, side: Side) -> &mut Answers {
        match side {
            Side::Client => &mut self.client_answers,
            Side::Vendor => &mut self.vendor_answers,
        }
    }

    /// Tells whether one of the sides has handed in: what it answered is not to be changed from under it.
    #[must_use]
    pub fn has_submitted(&self) -> bool {
        Side::ALL.into_iter().any(|side| self.answers(side).submitted.is_some())
    }

    /// Tells how far the understanding check is.
    #[must_use]
    pub fn check(&self) -> Check {
        if self.scenarios.is_empty() {
            return Check::Empty;
        }
        match Side::ALL.map(|side| self.answers(side).submitted.is_some()) {
            [true, true] => {
                let mut agreement =
                    Agreement::of(&self.scenarios, &self.client_answers, &self.vendor_answers);
                let is_settled =
                    |id: &Id<Scenario>| self.question_on(*id).is_some_and(|question| !question.is_open());
                agreement.settled = agreement.different.iter().copied().filter(is_settled).collect();
                Check::Compared(agreement)
            }
            [client, vendor] => Check::Waiting(client, vendor),
        }
    }
}

#[cfg(test)]
mod tests;
