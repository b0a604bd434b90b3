//! The answers of one party on their own: what is handed out to it, and what comes back.

use std::sync::Arc;

use decode::Decode;
use serde::Serialize;

use crate::domain::ids::Id;
use crate::domain::profile::{Profile, Side};
use crate::domain::project::Project;
use crate::domain::register::Item;
use crate::domain::requirements::Requirements;
use crate::domain::requirements::understanding::{Answer, Answers, Scenario};
use crate::domain::sheet::SheetProject;

/// A scenario as a sheet asks it, and no more of it: how it is meant to be handled stays at home.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[serde(default)]
pub struct SheetScenario {
    /// The id.
    pub id: Id<Scenario>,
    /// The clause number.
    pub number: u32,
    /// What happens.
    pub situation: String,
    /// The answers to choose from, one a line.
    pub choices: String,
}

impl SheetScenario {
    /// Makes the scenario of it.
    #[must_use]
    pub fn scenario(&self) -> Scenario {
        let Self { id, number, situation, choices } = self.clone();
        Scenario { id, number, situation, choices, ..Scenario::default() }
    }
}

/// What one party needs to answer: nothing else of the project is in it, and nothing of what the other one answered.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[serde(default)]
pub struct AnswerSheet {
    /// Where it belongs.
    pub project: SheetProject,
    /// Whose it is.
    pub side: Side,
    /// What is asked.
    pub scenarios: Vec<SheetScenario>,
    /// What is answered.
    pub answers: Answers,
}

/// One answer that would change.
#[derive(Clone, Debug, PartialEq)]
pub struct AnswerChange {
    /// The scenario.
    pub scenario: Id<Scenario>,
    /// What stands there now.
    pub now: Option<Answer>,
    /// What would stand there.
    pub then: Option<Answer>,
}

/// What taking a sheet in would change.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AnswerChanges {
    /// The answers that differ, in the order of the sheet.
    pub answers: Vec<AnswerChange>,
    /// How many answers are the same.
    pub same: usize,
    /// The scenarios that were changed since the sheet was handed out: what it answers there is not taken in.
    pub reworded: Vec<Id<Scenario>>,
    /// The scenarios that are asked here and were not in the sheet.
    pub missing: Vec<Id<Scenario>>,
    /// Whether who answered, or the day of submission, changes.
    pub is_resubmitted: bool,
}

impl AnswerChanges {
    /// Tells whether the sheet brings nothing new.
    #[must_use]
    pub const fn is_nothing(&self) -> bool {
        self.answers.is_empty() && !self.is_resubmitted
    }

    /// Counts the answers that are new, that differ, that are emptied, and those with another reason only.
    #[must_use]
    pub fn counts(&self) -> [usize; 4] {
        let mut counts = [0; 4];
        let [new, changed, emptied, reasons] = &mut counts;
        for change in &self.answers {
            *match (&change.now, &change.then) {
                (None, _) => &mut *new,
                (_, None) => &mut *emptied,
                (Some(now), Some(then)) if now.chosen == then.chosen => &mut *reasons,
                _ => &mut *changed,
            } += 1;
        }
        counts
    }
}

impl AnswerSheet {
    /// Takes the sheet of one side out of a project.
    #[must_use]
    pub fn of(project: &Project, side: Side) -> Self {
        let requirements = &project.requirements;
        let mut answers = requirements.answers(side).clone();
        // What is no answer any more is none for a reader either.
        answers.given.retain(|id, answer| {
            let scenario = requirements.scenarios.get(*id);
            let is_choice =
                |scenario: &Arc<Scenario>| scenario.choices().any(|choice| choice == answer.chosen);
            if !scenario.is_some_and(is_choice) {
                answer.chosen.clear();
            }
            scenario.is_some()
        });
        let scenarios = requirements.scenarios.iter().map(|scenario| SheetScenario {
            id: scenario.id,
            number: scenario.number,
            situation: scenario.situation.clone(),
            choices: scenario.choices.clone(),
        });
        Self { project: SheetProject::of(project), side, scenarios: scenarios.collect(), answers }
    }

    /// Counts the scenarios that are answered.
    #[must_use]
    pub fn filled(&self) -> usize {
        self.scenarios.iter().filter(|asked| self.answers.to(&asked.scenario()).is_some()).count()
    }

    /// Returns the id the sheet is kept under where its project is not: always the same for the same sheet.
    #[must_use]
    pub const fn place_id(&self) -> Id<Project> {
        Id::fixed(self.project.id.bits() ^ (1 + self.side as u128))
    }

    /// Makes a project that holds this one sheet and nothing else.
    #[must_use]
    pub fn into_project(self) -> Project {
        let id = self.place_id();
        let profile = Profile {
            name: self.project.name,
            sheet_of: Some(self.project.id),
            sheet_side: Some(self.side),
            ..Profile::default()
        };
        let mut requirements = Requirements::default();
        for scenario in self.scenarios {
            requirements.scenarios.restore(scenario.scenario());
        }
        *requirements.answers_mut(self.side) = self.answers;
        Project { id, profile: Arc::new(profile), requirements: Arc::new(requirements), ..Project::default() }
    }

    /// Tells what taking the sheet in would change, or names the scenarios the project does not have.
    pub fn changes(&self, requirements: &Requirements) -> Result<AnswerChanges, Vec<String>> {
        let unknown = self.scenarios.iter().filter(|sent| !requirements.scenarios.has(sent.id));
        let unknown: Vec<_> =
            unknown.map(|sent| format!("{} {}", sent.scenario().clause(), sent.situation)).collect();
        if !unknown.is_empty() {
            return Err(unknown);
        }
        let present = requirements.answers(self.side);
        let mut changes = AnswerChanges {
            is_resubmitted: (&present.who, present.submitted) != (&self.answers.who, self.answers.submitted),
            ..AnswerChanges::default()
        };
        for sent in &self.scenarios {
            let Some(here) = requirements.scenarios.get(sent.id) else { continue };
            let id = sent.id;
            if here.wording() != sent.scenario().wording() {
                changes.reworded.push(id);
                continue;
            }
            let (now, then) = (present.given.get(&id).cloned(), self.answers.given.get(&id).cloned());
            if now != then {
                changes.answers.push(AnswerChange { scenario: id, now, then });
            } else if now.is_some() {
                changes.same += 1;
            }
        }
        let asked = |id: Id<Scenario>| self.scenarios.iter().any(|sent| sent.id == id);
        let here = requirements.scenarios.iter().map(|scenario| scenario.id);
        changes.missing = here.filter(|id| !asked(*id)).collect();
        Ok(changes)
    }

    /// Puts the answers of the sheet and their submission into the project, and touches nothing else.
    pub fn take_into(&self, requirements: &mut Requirements) {
        let Ok(changes) = self.changes(requirements) else { return };
        let present = requirements.answers_mut(self.side);
        for change in changes.answers {
            present.set(change.scenario, change.then.unwrap_or_default());
        }
        (present.who, present.submitted) = (self.answers.who.clone(), self.answers.submitted);
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;

    fn answer(chosen: &str, reason: &str) -> Answer {
        Answer { chosen: chosen.to_owned(), reason: reason.to_owned() }
    }

    /// Scenarios 1 to 3; the client answered the first two.
    fn project() -> Project {
        let mut requirements = Requirements::default();
        for id in 1..=3 {
            requirements.scenarios.add(Id::fixed(id), |scenario| {
                scenario.situation = format!("situation {id}");
                (scenario.choices, scenario.expected) = ("in\nout".to_owned(), "as meant".to_owned());
            });
        }
        let client = requirements.answers_mut(Side::Client);
        (client.who, client.submitted) = ("Li".to_owned(), NaiveDate::from_ymd_opt(2026, 11, 25));
        client.set(Id::fixed(1), answer("in", "ours"));
        client.set(Id::fixed(2), answer("out", ""));
        Project { id: Id::fixed(9), requirements: Arc::new(requirements), ..Project::default() }
    }

    /// The sheet of the vendor as it comes back.
    fn filled(project: &Project) -> AnswerSheet {
        let mut place = AnswerSheet::of(project, Side::Vendor).into_project();
        let vendor = Arc::make_mut(&mut place.requirements).answers_mut(Side::Vendor);
        (vendor.who, vendor.submitted) = ("Chen".to_owned(), NaiveDate::from_ymd_opt(2026, 11, 26));
        vendor.set(Id::fixed(1), answer("in", ""));
        vendor.set(Id::fixed(2), answer("in", "by contract"));
        AnswerSheet::of(&place, Side::Vendor)
    }

    #[test]
    fn a_sheet_holds_nothing_of_the_other_side_and_nothing_that_is_meant() {
        let project = project();
        let sheet = AnswerSheet::of(&project, Side::Vendor);
        assert_eq!((&sheet.answers, sheet.filled()), (&Answers::default(), 0));
        let place = sheet.clone().into_project();
        assert!(place.requirements.scenarios.iter().all(|scenario| scenario.expected.is_empty()));
        assert_eq!(place.requirements.client_answers, Answers::default());
        assert_eq!(AnswerSheet::of(&place, Side::Vendor), sheet);
        let other = AnswerSheet::of(&project, Side::Client);
        assert!(other.place_id() != sheet.place_id() && sheet.place_id() != project.id);
    }

    #[test]
    fn what_comes_back_changes_the_answers_of_its_side_alone() {
        let project = project();
        let sheet = filled(&project);
        assert_eq!(sheet.filled(), 2);
        let changes = sheet.changes(&project.requirements).unwrap();
        assert_eq!((changes.counts(), changes.same, changes.is_resubmitted), ([2, 0, 0, 0], 0, true));
        let mut taken = (*project.requirements).clone();
        sheet.take_into(&mut taken);
        assert_eq!(taken.client_answers, project.requirements.client_answers);
        assert_eq!(taken.vendor_answers, sheet.answers);
        let again = sheet.changes(&taken).unwrap();
        assert!(again.is_nothing() && again.same == 2);
        taken.vendor_answers.set(Id::fixed(1), answer("out", ""));
        taken.vendor_answers.set(Id::fixed(2), answer("in", "other"));
        taken.vendor_answers.set(Id::fixed(3), answer("in", ""));
        assert_eq!(sheet.changes(&taken).unwrap().counts(), [0, 1, 1, 1]);
    }

    #[test]
    fn an_answer_to_another_wording_is_not_taken_in() {
        let project = project();
        let sheet = filled(&project);
        let mut later = (*project.requirements).clone();
        later.scenarios.update(Id::fixed(2), |scenario| scenario.situation.push_str(", at night"));
        later.scenarios.update(Id::fixed(1), |scenario| scenario.choices = " in \n\nout\n".to_owned());
        later.scenarios.add(Id::fixed(4), |_| ());
        let changes = sheet.changes(&later).unwrap();
        assert_eq!((changes.reworded, changes.missing), (vec![Id::fixed(2)], vec![Id::fixed(4)]));
        sheet.take_into(&mut later);
        assert_eq!(later.vendor_answers.given.keys().collect::<Vec<_>>(), [&Id::fixed(1)]);
    }

    #[test]
    fn a_scenario_that_is_gone_refuses_the_sheet() {
        let project = project();
        let sheet = filled(&project);
        let mut later = (*project.requirements).clone();
        later.scenarios.remove(Id::fixed(3));
        assert_eq!(sheet.changes(&later), Err(vec!["U-3 situation 3".to_owned()]));
        let before = later.clone();
        sheet.take_into(&mut later);
        assert_eq!(later, before);
    }
}
