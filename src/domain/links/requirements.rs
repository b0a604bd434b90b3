//! References of the requirements.

use crate::domain::links::{keep, put};
use crate::domain::profile::Side;
use crate::domain::project::Project;

impl Project {
    pub(super) fn mend_requirements(&mut self) {
        let mut requirements = (*self.requirements).clone();
        let (goals, modules) = (requirements.goals.clone(), requirements.modules.clone());
        requirements.skills.update_all(|skill| {
            keep(&mut skill.module, &modules);
            keep(&mut skill.criterion, &self.selection.criteria);
        });
        requirements.features.update_all(|feature| {
            keep(&mut feature.goal, &goals);
            keep(&mut feature.module, &modules);
            keep(&mut feature.owner, &self.team.roles);
        });
        let features = requirements.features.clone();
        requirements.sla.update_all(|line| {
            keep(&mut line.feature, &features);
            keep(&mut line.owner, &self.team.roles);
        });
        requirements.scenarios.update_all(|scenario| keep(&mut scenario.feature, &features));
        let scenarios = requirements.scenarios.clone();
        for side in Side::ALL {
            requirements.answers_mut(side).given.retain(|scenario, _| scenarios.has(*scenario));
        }
        requirements.questions.update_all(|question| {
            keep(&mut question.scenario, &scenarios);
            keep(&mut question.feature, &features);
        });
        requirements.mend_workshop();
        put(&mut self.requirements, requirements);
    }
}
