//! Open questions: what is to be settled before the parties confirm, by whom and by when.

use std::sync::Arc;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::ids::Id;
use crate::domain::register::{Item, item};
use crate::domain::requirements::understanding::Scenario;
use crate::domain::requirements::{Feature, Requirements};

/// One question. It is open until somebody answers it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
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
}
