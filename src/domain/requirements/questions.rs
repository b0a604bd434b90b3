//! Open questions: what is to be settled before the parties confirm, by whom and by when.

use std::sync::Arc;

use chrono::NaiveDate;
use decode::Decode;
use serde::Serialize;

use crate::domain::ids::Id;
use crate::domain::register::{Item, item};
use crate::domain::requirements::understanding::{Check, Scenario};
use crate::domain::requirements::{Feature, Requirements};

/// One question. It is open until somebody answers it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Question {
    /// The id.
    pub id: Id<Self>,
    /// The clause number.
    pub number: u32,
    /// What is asked.
    pub text: String,
    /// The scenario whose answers differed.
    pub scenario: Option<Id<Scenario>>,
    /// The feature it is about.
    pub feature: Option<Id<Feature>>,
    /// Who gets it answered.
    pub owner: String,
    /// By when.
    pub due: Option<NaiveDate>,
    /// What the parties settled on.
    pub answer: String,
    /// When they did.
    pub answered: Option<NaiveDate>,
}
item!(Question, "O", 1);

impl Question {
    /// Tells whether it is still to be answered.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.answer.trim().is_empty()
    }
}

impl Requirements {
    /// Counts the questions that are still to be answered.
    #[must_use]
    pub fn open_questions(&self) -> usize {
        self.questions.iter().filter(|question| question.is_open()).count()
    }

    /// Returns the question that was raised from a scenario.
    #[must_use]
    pub fn question_on(&self, scenario: Id<Scenario>) -> Option<&Arc<Question>> {
        self.questions.iter().find(|question| question.scenario == Some(scenario))
    }

    /// Lists the scenarios both parties answered, each in another way, and no question was raised from.
    #[must_use]
    pub fn unasked(&self) -> Vec<&Arc<Scenario>> {
        let Check::Compared(agreement) = self.check() else { return Vec::new() };
        let scenarios = agreement.different.into_iter().filter_map(|id| self.scenarios.get(id));
        scenarios.filter(|scenario| self.question_on(scenario.id).is_none()).collect()
    }

    /// Raises a question from every scenario the parties answered differently. `asked` words it from the situation, the
    /// client's answer and the vendor's.
    pub fn raise_differences(
        &mut self,
        asked: impl Fn(&str, &str, &str) -> String,
        mut new_id: impl FnMut() -> Id<Question>,
    ) {
        let unasked: Vec<_> = self.unasked().into_iter().cloned().collect();
        for scenario in unasked {
            let [client, vendor] = [&self.client_answers, &self.vendor_answers]
                .map(|answers| answers.to(&scenario).map(|answer| answer.chosen.clone()).unwrap_or_default());
            self.raise(scenario.id, new_id(), asked(&scenario.situation, &client, &vendor));
        }
    }

    /// Raises a question from a scenario and returns its clause. A scenario raises one question and no more.
    pub fn raise(&mut self, scenario: Id<Scenario>, id: Id<Question>, text: String) -> String {
        if let Some(present) = self.question_on(scenario) {
            return present.clause();
        }
        let feature = self.scenarios.get(scenario).and_then(|scenario| scenario.feature);
        self.questions.add(id, |question| {
            (question.text, question.scenario, question.feature) = (text, Some(scenario), feature);
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::profile::Side;
    use crate::domain::requirements::understanding::Answer;

    #[test]
    fn a_scenario_raises_one_question_about_its_feature() {
        let mut requirements = Requirements::default();
        requirements.features.add(Id::fixed(1), |_| ());
        requirements.scenarios.add(Id::fixed(2), |scenario| scenario.feature = Some(Id::fixed(1)));
        assert_eq!(requirements.raise(Id::fixed(2), Id::fixed(3), "Which?".to_owned()), "O-1");
        assert_eq!(requirements.raise(Id::fixed(2), Id::fixed(4), "Again?".to_owned()), "O-1");
        let question = requirements.questions.at(0).unwrap();
        assert_eq!((question.text.as_str(), question.feature), ("Which?", Some(Id::fixed(1))));
        assert_eq!((requirements.questions.len(), requirements.open_questions()), (1, 1));
        requirements.questions.update(Id::fixed(3), |question| question.answer = "This one".to_owned());
        assert_eq!(requirements.open_questions(), 0);
    }

    #[test]
    fn what_was_answered_differently_becomes_a_question_once_both_have_handed_in() {
        let mut requirements = Requirements::default();
        for id in 1..=3 {
            requirements.scenarios.add(Id::fixed(id), |scenario| scenario.choices = "Call\nWrite".to_owned());
        }
        for (side, said) in
            [(Side::Client, ["Call", "Call", "Call"]), (Side::Vendor, ["Call", "Write", "Write"])]
        {
            for (id, chosen) in (1..).zip(said) {
                let answer = Answer { chosen: chosen.to_owned(), reason: String::new() };
                requirements.answers_mut(side).set(Id::fixed(id), answer);
            }
        }
        let asked = |_: &str, client: &str, vendor: &str| format!("{client} or {vendor}?");
        requirements.raise_differences(asked, || Id::fixed(11));
        assert!(requirements.questions.is_empty());
        for side in Side::ALL {
            requirements.answers_mut(side).submitted = NaiveDate::from_ymd_opt(2026, 3, 1);
        }
        requirements.raise(Id::fixed(2), Id::fixed(10), "Asked before".to_owned());
        assert_eq!(requirements.unasked().len(), 1);
        requirements.raise_differences(asked, || Id::fixed(11));
        let questions: Vec<_> =
            requirements.questions.iter().map(|one| (one.text.as_str(), one.scenario)).collect();
        assert_eq!(questions, [("Asked before", Some(Id::fixed(2))), ("Call or Write?", Some(Id::fixed(3)))]);
        assert!(requirements.unasked().is_empty());
    }
}
