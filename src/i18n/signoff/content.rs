//! What is confirmed, in words: clause by clause, field by field.

use crate::domain::ids::Id;
use crate::domain::project::Project;
use crate::domain::register::Item;
use crate::domain::requirements::confirmed::{Confirmed, NAMES};
use crate::domain::requirements::difference::Told;
use crate::domain::requirements::flow::{FlowStep, Process, Target};
use crate::domain::requirements::{Feature, Goal, SlaLine};
use crate::domain::team::{Role, Team};
use crate::i18n::Text;
use crate::i18n::format;

/// How many decimals a figure shows: as many as anybody would agree on.
const PLACES: usize = 6;

/// Tells everything that is confirmed. Roles and modules nobody chose are no part of it, so their names come from the
/// project of today.
#[must_use]
pub fn tell(text: &'static Text, content: &Confirmed, project: &Project) -> Vec<Told> {
    let team = &project.team;
    let names = Told {
        clause: NAMES.to_owned(),
        name: text.requirements.changed_names.to_owned(),
        fields: vec![
            (text.settings.project_name, content.project.clone()),
            (text.settings.client_name, content.client.clone()),
            (text.settings.vendor_name, content.vendor.clone()),
        ],
    };
    let goals = content.goals.iter().map(|goal| told(&**goal, &goal.outcome, goal_fields(text, goal)));
    let modules = content.modules.iter().map(|module| {
        told(&**module, &module.name, vec![(text.requirements.module_name, module.name.clone())])
    });
    let features = content
        .features
        .iter()
        .map(|feature| told(&**feature, &feature.name, feature_fields(text, content, project, feature)));
    let processes = content
        .processes
        .iter()
        .map(|process| told(&**process, &process.name, process_fields(text, process)));
    let sla =
        content.sla.iter().map(|line| told(&**line, &line.measure, sla_fields(text, content, team, line)));
    std::iter::once(names).chain(goals).chain(modules).chain(features).chain(processes).chain(sla).collect()
}

fn told<T: Item>(item: &T, name: &str, fields: Vec<(&'static str, String)>) -> Told {
    Told { clause: item.clause(), name: name.to_owned(), fields }
}

fn figure(value: Option<f64>) -> String {
    value.map(|value| format::number(value, PLACES)).unwrap_or_default()
}

/// Names what a reference leads to, in the same version.
fn clause<'a, T: Item>(mut items: impl Iterator<Item = &'a T>, id: Option<Id<T>>) -> String {
    let Some(id) = id else { return String::new() };
    items.find(|item| item.id() == id).map_or_else(|| format::MISSING.to_owned(), Item::clause)
}

fn role(team: &Team, id: Option<Id<Role>>) -> String {
    let name = |id| team.roles.get(id).map_or(format::MISSING, |role| role.name.as_str());
    id.map(name).unwrap_or_default().to_owned()
}

fn goal_fields(text: &'static Text, goal: &Goal) -> Vec<(&'static str, String)> {
    let words = &text.requirements;
    vec![
        (words.outcome, goal.outcome.clone()),
        (words.measure, goal.measure.clone()),
        (words.unit, goal.unit.clone()),
        (words.baseline, figure(goal.baseline)),
        (words.target, figure(goal.target)),
        (words.due, goal.due.map(format::date).unwrap_or_default()),
        (words.serves, goal.serves.clone()),
        (
            words.goal_kind_label,
            goal.kind.map(|kind| (words.goal_kind)(Some(kind)).to_owned()).unwrap_or_default(),
        ),
        (words.goal_source, goal.source.clone()),
    ]
}

fn feature_fields(
    text: &'static Text,
    content: &Confirmed,
    project: &Project,
    feature: &Feature,
) -> Vec<(&'static str, String)> {
    let words = &text.requirements;
    let modules = project.requirements.modules.iter();
    let module = clause(modules.map(|module| &**module), feature.module);
    vec![
        (words.feature_name, feature.name.clone()),
        (words.includes, feature.includes.clone()),
        (words.acceptance, feature.acceptance.clone()),
        (words.excluded, feature.excluded.clone()),
        (words.priority_label, (words.priority)(feature.priority).to_owned()),
        (words.goal, clause(content.goals.iter().map(|goal| &**goal), feature.goal)),
        (words.module_name, module),
        (text.sla.no_sla_reason, feature.no_sla_reason.clone()),
        (text.signoff.prototypes, feature.prototypes.clone()),
        (words.owner, role(&project.team, feature.owner)),
    ]
}

/// Tells the steps of a process in one text, a line for each.
fn process_fields(text: &'static Text, process: &Process) -> Vec<(&'static str, String)> {
    let words = &text.flow;
    let step = |(place, step): (usize, &FlowStep)| {
        let leads = process.exits(place).into_iter().map(|(answer, target)| {
            let target = match target {
                Target::Step(to) => (to + 1).to_string(),
                Target::Nowhere(number) => (words.no_step)(number),
                Target::End => words.end.to_owned(),
            };
            format!("{answer} {target}").trim_start().to_owned()
        });
        let leads: Vec<_> = leads.collect();
        format!("{} {} {} → {}", place + 1, text.common.side(step.side), step.name, leads.join(" / "))
    };
    let steps: Vec<_> = process.steps.iter().enumerate().map(step).collect();
    vec![(words.head, process.name.clone()), (words.steps, steps.join("\n"))]
}

fn sla_fields(
    text: &'static Text,
    content: &Confirmed,
    team: &Team,
    line: &SlaLine,
) -> Vec<(&'static str, String)> {
    let words = &text.requirements;
    vec![
        (words.sla_measure, line.measure.clone()),
        (words.definition, line.definition.clone()),
        (words.bound_label, (words.bound)(line.bound).to_owned()),
        (words.target, figure(line.target)),
        (words.unit, line.unit.clone()),
        (words.window_label, (words.window)(line.window).to_owned()),
        (words.source, line.source.clone()),
        (words.excludes, line.excludes.clone()),
        (
            text.sla.model,
            line.penalty_model
                .map(|_| (text.sla.model_name)(line.penalty_model).to_owned())
                .unwrap_or_default(),
        ),
        (words.penalty, line.penalty.clone()),
        (words.guards, clause(content.features.iter().map(|feature| &**feature), line.feature)),
        (words.owner, role(team, line.owner)),
    ]
}

/// Names clauses in one line, each with what it is called.
#[must_use]
pub fn named(text: &'static Text, told: &[Told], clauses: &[String]) -> String {
    let name = |clause: &String| match told.iter().find(|one| one.clause == *clause) {
        Some(one) if *clause == NAMES => one.name.clone(),
        Some(one) => format!("{clause} {}", one.name),
        None => clause.clone(),
    };
    clauses.iter().map(name).collect::<Vec<_>>().join(text.common.list_comma)
}

/// Names a clause in a sentence: by its number, where it has one.
#[must_use]
pub fn quoted(text: &'static Text, clause: &str) -> String {
    if clause == NAMES { text.signoff.parties.to_owned() } else { clause.to_owned() }
}

#[cfg(test)]
mod tests {
    use serde::Serialize;

    use super::*;
    use crate::domain::language::Language;

    /// Every field of what is confirmed is told, so that no change of it goes unseen: all but the id, the number
    /// and what is not confirmed.
    fn check<T: Item + Serialize>(told: usize) {
        let value = serde_json::to_value(T::default()).unwrap();
        let fields: Vec<_> = value
            .as_object()
            .unwrap()
            .keys()
            .filter(|key| !matches!(key.as_str(), "id" | "number" | "monthly_cost" | "basis"))
            .collect();
        assert_eq!(fields.len(), told, "tell all of {fields:?} in words");
    }

    #[test]
    fn every_field_that_is_confirmed_is_told() {
        for text in [Text::of(Language::Zh), Text::of(Language::En)] {
            let content = Confirmed::default();
            check::<Goal>(goal_fields(text, &Goal::default()).len());
            check::<Feature>(feature_fields(text, &content, &Project::default(), &Feature::default()).len());
            check::<Process>(process_fields(text, &Process::default()).len());
            check::<SlaLine>(sla_fields(text, &content, &Team::default(), &SlaLine::default()).len());
        }
    }
}
