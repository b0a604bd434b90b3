//! Ready-made content. A template is a project file like any other; its items keep their ids, so that taking them over
//! twice adds nothing twice.

use std::sync::Arc;

use crate::domain::held::Held;
use crate::domain::profile::BusinessType;
use crate::domain::project::Project;
use crate::domain::register::Register;
use crate::domain::selection::Gate;

/// What is taken over from a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// Modules to screen.
    Modules,
    /// Skills with the levels they need.
    Skills,
    /// Features with their limits.
    Features,
    /// Service level lines.
    Sla,
    /// Roles of both sides.
    Roles,
    /// Activities with their letters, and the roles they need.
    Matrix,
    /// Gates.
    Gates,
    /// Capability criteria with anchors and weights.
    Criteria,
    /// Meetings.
    Meetings,
    /// Response levels.
    Response,
    /// Risks.
    Risks,
    /// Indicators.
    Kpis,
}

impl Content {
    /// Everything a template may hold.
    pub const ALL: [Self; 12] = [
        Self::Modules,
        Self::Skills,
        Self::Features,
        Self::Sla,
        Self::Roles,
        Self::Matrix,
        Self::Gates,
        Self::Criteria,
        Self::Meetings,
        Self::Response,
        Self::Risks,
        Self::Kpis,
    ];
}

impl Project {
    /// Takes over what a template holds and this project does not. What is here already stays as it is; references to
    /// items that were not taken over are cleared.
    pub fn adopt(&mut self, template: &Self, content: Content) {
        match content {
            Content::Modules => {
                adopt(&mut Arc::make_mut(&mut self.requirements).modules, &template.requirements.modules);
            }
            Content::Skills => {
                adopt(&mut Arc::make_mut(&mut self.requirements).skills, &template.requirements.skills);
            }
            Content::Features => {
                adopt(&mut Arc::make_mut(&mut self.requirements).features, &template.requirements.features);
            }
            Content::Sla => adopt(&mut Arc::make_mut(&mut self.requirements).sla, &template.requirements.sla),
            Content::Roles => adopt(&mut Arc::make_mut(&mut self.team).roles, &template.team.roles),
            Content::Matrix => self.adopt_matrix(template),
            Content::Gates => adopt(&mut Arc::make_mut(&mut self.selection).gates, &template.selection.gates),
            Content::Criteria => {
                adopt(&mut Arc::make_mut(&mut self.selection).criteria, &template.selection.criteria);
            }
            Content::Meetings => {
                let meetings = &mut Arc::make_mut(&mut self.collaboration).meetings;
                adopt(meetings, &template.collaboration.meetings);
            }
            Content::Response => {
                let response = &mut Arc::make_mut(&mut self.collaboration).response;
                adopt(response, &template.collaboration.response);
            }
            Content::Risks => adopt(&mut Arc::make_mut(&mut self.risk).risks, &template.risk.risks),
            Content::Kpis => {
                adopt(&mut Arc::make_mut(&mut self.performance).kpis, &template.performance.kpis)
            }
        }
        self.mend_links();
    }

    /// Takes over questions of the due-diligence bank as gates. One that is here already stays as it is.
    pub fn adopt_questions(&mut self, chosen: &[Arc<Gate>]) {
        let gates = &mut Arc::make_mut(&mut self.selection).gates;
        chosen.iter().for_each(|question| take(gates, question));
    }

    fn adopt_matrix(&mut self, template: &Self) {
        let team = Arc::make_mut(&mut self.team);
        adopt(&mut team.roles, &template.team.roles);
        let present: Vec<_> = team.activities.iter().map(|activity| activity.id).collect();
        adopt(&mut team.activities, &template.team.activities);
        // Rows that were here keep the letters they have, also where somebody emptied a cell.
        let letters = template.team.assignments.iter().filter(|(activity, ..)| !present.contains(activity));
        for (activity, role, parts) in letters {
            team.assign(activity, role, *parts);
        }
        let notes = template.team.notes.iter().filter(|(activity, ..)| !present.contains(activity));
        for (activity, role, note) in notes {
            team.remark(activity, role, note.clone());
        }
    }
}

fn adopt<T: Held>(register: &mut Register<T>, from: &Register<T>) {
    from.iter().for_each(|item| take(register, item));
}

fn take<T: Held>(register: &mut Register<T>, item: &T) {
    register.add(item.id(), |new| *new = T::renumbered(item, new.number()));
}

/// Returns what a due-diligence bank asks of a business: the questions for every business, then those for its own. A bank
/// is a file with a project for each business type; the common questions are those of other business.
#[must_use]
pub fn questions(bank: &[Project], business: BusinessType) -> [Vec<Arc<Gate>>; 2] {
    let of = |wanted| {
        let projects = bank.iter().filter(move |project| project.profile.business == wanted);
        projects.flat_map(|project| project.selection.gates.iter().cloned()).collect()
    };
    [of(BusinessType::Other), if business == BusinessType::Other { Vec::new() } else { of(business) }]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::Id;
    use crate::domain::register::Item;
    use crate::domain::team::{Part, Parts};

    #[test]
    fn a_template_taken_twice_adds_nothing_twice() {
        let mut template = Project::default();
        let team = Arc::make_mut(&mut template.team);
        team.roles.add(Id::fixed(1), |role| role.name = "lead".to_owned());
        team.activities.add(Id::fixed(2), |activity| activity.name = "plan".to_owned());
        team.assign(Id::fixed(2), Id::fixed(1), Parts::only(Part::Accountable));
        Arc::make_mut(&mut template.risk).risks.add(Id::fixed(3), |risk| risk.owner = Some(Id::fixed(1)));

        let mut project = Project::default();
        Arc::make_mut(&mut project.team).roles.add(Id::fixed(9), |_| ());
        project.adopt(&template, Content::Risks);
        let owner = |project: &Project| project.risk.risks.at(0).and_then(|risk| risk.owner);
        assert_eq!(owner(&project), None, "the owner was not taken over");

        project.adopt(&template, Content::Matrix);
        assert_eq!(project.team.roles.get(Id::fixed(1)).map(|role| role.clause()), Some("P-02".to_owned()));
        Arc::make_mut(&mut project.team).assign(Id::fixed(2), Id::fixed(1), Parts::default());
        let edited = project.clone();
        project.adopt(&template, Content::Matrix);
        assert_eq!(project, edited);
    }
}
