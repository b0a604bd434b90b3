//! The requirement specification: outcomes, scope with acceptance and exclusions, processes, service levels.

use crate::documents::paper::{Column, Line, Place};
use crate::documents::papers::{Draft, bounded, lines_of};
use crate::domain::profile::Side;
use crate::domain::register::Item;
use crate::domain::requirements::flow::{Process, Target};
use crate::domain::requirements::prototype::{Prototype, prototypes};
use crate::domain::requirements::{Feature, Goal};
use crate::domain::task::Task;
use crate::i18n::format;
use crate::i18n::papers::specification::{SpecificationText, of};

/// How many decimals a figure shows: as many as anybody would agree on.
const PLACES: usize = 6;

pub(super) fn write(draft: &mut Draft) {
    let words = of(draft.text.language);
    let lead = (words.lead)(&draft.named(Side::Client), &draft.named(Side::Vendor));
    draft.paragraph(lead);
    frame(draft, words);
    goals(draft, words);
    scope(draft, words);
    processes(draft, words);
    levels(draft, words);
    questions(draft, words);
    draft.confirmed_requirements();
}

fn frame(draft: &mut Draft, words: &SpecificationText) {
    let (profile, text) = (&draft.project.profile, draft.text);
    draft.heading(words.frame);
    let business = (text.common.business)(profile.business);
    let settings = |what: &'static str| {
        move || crate::documents::paper::Blank { what: what.to_owned(), clause: None, place: Place::Settings }
    };
    let start =
        profile.start.map(|start| (words.from)(&format::date(start), profile.months)).unwrap_or_default();
    let modules = draft.project.requirements.modules.iter().filter(|module| module.chosen);
    let modules: Vec<_> = modules.map(|module| format!("{} {}", module.clause(), module.name)).collect();
    let mut rows = vec![
        vec![words.business.into(), business.into()],
        vec![words.reason.into(), Line::default().filled(&profile.reason, settings(words.reason))],
        vec![words.period.into(), Line::default().filled(&start, settings(words.period))],
    ];
    if !modules.is_empty() {
        rows.push(vec![words.modules.into(), modules.join(text.common.list_comma).into()]);
    }
    draft.facts(rows);
}

fn goals(draft: &mut Draft, words: &SpecificationText) {
    if draft.project.requirements.goals.is_empty() {
        return;
    }
    draft.heading(words.goals);
    draft.paragraph(words.goals_lead);
    let columns = [
        Column::words(draft.words().number, 2),
        Column::words(words.outcome, 6),
        Column::words(words.measure, 6),
        Column::numbers(words.now, 3),
        Column::numbers(words.target, 3),
        Column::words(words.by, 3),
    ];
    let row = |goal: &Goal| {
        let filled = |value: &str, what| draft.filled(value, what, Task::Goals, goal);
        let figure = |value: Option<f64>| {
            value
                .map(|value| format!("{} {}", format::number(value, PLACES), goal.unit).trim_end().to_owned())
                .unwrap_or_default()
        };
        vec![
            goal.clause().into(),
            filled(&goal.outcome, words.outcome),
            filled(&goal.measure, words.measure),
            filled(&figure(goal.baseline), words.now),
            filled(&figure(goal.target), words.target),
            filled(&goal.due.map(format::date).unwrap_or_default(), words.by),
        ]
    };
    let rows: Vec<_> = draft.project.requirements.goals.iter().map(|goal| row(goal)).collect();
    draft.table(columns, rows);
}

fn scope(draft: &mut Draft, words: &SpecificationText) {
    draft.heading(words.scope);
    if draft.project.requirements.features.is_empty() {
        return draft.paragraph(draft.nothing_yet(Task::Scope));
    }
    draft.paragraph(words.scope_lead);
    let project = draft.project;
    for feature in project.requirements.features.iter() {
        let (line, parts) = feature_lines(draft, words, feature);
        draft.clause(feature.clause(), line);
        draft.points(parts);
    }
}

fn feature_lines(draft: &Draft, words: &SpecificationText, feature: &Feature) -> (Line, Vec<Line>) {
    let text = draft.text;
    let filled = |value: &str, what| draft.filled(value, what, Task::Scope, feature);
    let goal = feature.goal.and_then(|id| draft.project.requirements.goals.get(id));
    let goal = goal.map(|goal| (words.serves)(&goal.clause())).unwrap_or_default();
    let head = match feature.name.trim() {
        "" => filled("", text.requirements.feature_name),
        name => Line::default().strong(name),
    };
    let head = head.quiet(format!(" {}{goal}", (text.requirements.priority)(feature.priority)));
    let mut parts = vec![
        Line::of(words.includes).and(filled(&lines_of(&feature.includes), text.requirements.includes)),
        Line::of(words.accepted).and(filled(&lines_of(&feature.acceptance), text.requirements.acceptance)),
        Line::of(words.excluded).and(filled(&lines_of(&feature.excluded), text.requirements.excluded)),
    ];
    let links: Vec<_> = prototypes(&feature.prototypes)
        .into_iter()
        .map(|one| match one {
            Prototype::Link(link) => link,
            Prototype::Words(words) => words,
        })
        .collect();
    if !links.is_empty() {
        parts.push(Line::of(format!("{}{}", words.prototypes, links.join(text.common.list_comma))));
    }
    if let Some(owner) = feature.owner.and_then(|id| draft.project.team.roles.get(id)) {
        parts.push(Line::of((words.answers)(&owner.name)));
    }
    (head, parts)
}

fn processes(draft: &mut Draft, words: &SpecificationText) {
    let project = draft.project;
    if project.requirements.processes.is_empty() {
        return;
    }
    draft.heading(words.processes);
    for process in project.requirements.processes.iter() {
        draft.clause(process.clause(), Line::default().strong(process.name.clone()));
        let rows = step_rows(draft, process);
        let columns = [
            Column::numbers(draft.words().number, 1),
            Column::words(words.side, 3),
            Column::words(words.step, 8),
            Column::words(words.leads, 4),
        ];
        draft.table(columns, rows);
    }
}

fn step_rows(draft: &Draft, process: &Process) -> Vec<Vec<Line>> {
    let text = draft.text;
    let row = |(place, step): (usize, &crate::domain::requirements::flow::FlowStep)| {
        let leads = process.exits(place).into_iter().map(|(answer, target)| {
            let target = match target {
                Target::Step(to) => (to + 1).to_string(),
                Target::Nowhere(number) => (text.flow.no_step)(number),
                Target::End => text.flow.end.to_owned(),
            };
            format!("{answer} {target}").trim_start().to_owned()
        });
        let leads: Vec<_> = leads.collect();
        vec![
            (place + 1).to_string().into(),
            text.common.side(step.side).into(),
            step.name.as_str().into(),
            leads.join(" / ").into(),
        ]
    };
    process.steps.iter().enumerate().map(row).collect()
}

fn levels(draft: &mut Draft, words: &SpecificationText) {
    draft.heading(words.levels);
    if draft.project.requirements.sla.is_empty() {
        return draft.paragraph(draft.nothing_yet(Task::Sla));
    }
    draft.paragraph(words.levels_lead);
    let text = draft.text;
    let columns = [
        Column::words(draft.words().number, 2),
        Column::words(text.requirements.sla_measure, 8),
        Column::numbers(words.target, 4),
        Column::words(words.window, 3),
    ];
    let rows: Vec<_> = draft
        .project
        .requirements
        .sla
        .iter()
        .map(|line| {
            vec![
                line.clause().into(),
                draft.filled(&line.measure, text.requirements.sla_measure, Task::Sla, &**line),
                draft.filled(&bounded(line), words.target, Task::Sla, &**line),
                (text.requirements.window)(line.window).into(),
            ]
        })
        .collect();
    draft.table(columns, rows);
}

fn questions(draft: &mut Draft, words: &SpecificationText) {
    let open: Vec<_> =
        draft.project.requirements.questions.iter().filter(|question| question.is_open()).collect();
    if open.is_empty() {
        return;
    }
    draft.heading(words.questions);
    draft.paragraph(words.questions_lead);
    let columns = [
        Column::words(draft.words().number, 2),
        Column::words(words.question, 10),
        Column::words(words.owner, 4),
        Column::words(words.by, 3),
    ];
    let rows: Vec<_> = open
        .into_iter()
        .map(|question| {
            vec![
                question.clause().into(),
                lines_of(&question.text).into(),
                question.owner.as_str().into(),
                question.due.map(format::date).unwrap_or_default().into(),
            ]
        })
        .collect();
    draft.table(columns, rows);
}
