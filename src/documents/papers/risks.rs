//! The risk register in the order of its scores, and the contingency plans of what lies above the tolerance line.

use std::sync::Arc;

use crate::documents::paper::{Column, Line};
use crate::documents::papers::{Draft, lines_of};
use crate::domain::register::Item;
use crate::domain::risk::matrix::Level;
use crate::domain::risk::order::OrderBy;
use crate::domain::risk::{PlanStep, Risk, Treatment};
use crate::domain::task::Task;
use crate::i18n::format;
use crate::i18n::papers::risks::{RisksText, of};

pub(super) fn write(draft: &mut Draft) {
    let words = of(draft.text.language);
    let project = draft.project;
    draft.paragraph((words.lead)(project.profile.scales.tolerance));
    scales(draft, words);
    draft.heading(words.register);
    if project.risk.risks.is_empty() {
        return draft.paragraph(draft.nothing_yet(Task::Register));
    }
    let risks = project.risk.ordered(OrderBy::Inherent);
    for risk in &risks {
        let (line, parts) = entry(draft, words, risk);
        draft.clause(risk.clause(), line);
        draft.points(parts);
    }
    plans(draft, words, &risks);
    drills(draft, words);
}

/// The words of the marks, the own ones where there are some.
fn scales(draft: &mut Draft, words: &RisksText) {
    let (project, text) = (draft.project, draft.text);
    let scales = &project.profile.scales;
    draft.heading(words.scales);
    let said = |own: &[String; 5], usual: &[&'static str; 5], place: usize| {
        let own = own.get(place).map(String::as_str).unwrap_or_default().trim();
        if own.is_empty() { usual.get(place).copied().unwrap_or_default().to_owned() } else { own.to_owned() }
    };
    let rows: Vec<_> = (0..5)
        .map(|place| {
            let band = text.risk.likelihood_bands.get(place).copied().unwrap_or_default();
            let likelihood = said(&scales.likelihood_words, &text.risk.likelihood_words, place);
            vec![
                (place + 1).to_string().into(),
                Line::of(likelihood).quiet(format!(" {band}")),
                said(&scales.impact_words, &text.risk.impact_words, place).into(),
            ]
        })
        .collect();
    let columns = [
        Column::numbers(words.step, 1),
        Column::words(text.risk.likelihood, 6),
        Column::words(text.risk.impact, 6),
    ];
    draft.table(columns, rows);
}

fn entry(draft: &Draft, words: &RisksText, risk: &Risk) -> (Line, Vec<Line>) {
    let (project, text) = (draft.project, draft.text);
    let filled = |value: &str, what| draft.filled(value, what, Task::Register, risk);
    let score = |level: Level| {
        let band = (text.risk.band)(level.band(crate::domain::risk::matrix::BandFrom::default()));
        format!("{} × {} = {} {band}", level.likelihood, level.impact, level.score())
    };
    let head = match risk.event.trim() {
        "" => filled("", text.risk.event),
        event => Line::default().strong(event),
    };
    let head = match risk.inherent() {
        Some(before) => head.quiet((words.scores)(&score(before), risk.residual().map(score).as_deref())),
        None => head.and(filled("", text.risk.score)),
    };
    let owner = risk.owner.and_then(|id| project.team.roles.get(id)).map(|role| role.name.clone());
    let category =
        risk.own_category().map_or_else(|| (text.risk.category)(risk.category).to_owned(), str::to_owned);
    let mut parts = vec![
        Line::of(words.cause).and(filled(&lines_of(&risk.cause), text.risk.cause)),
        Line::of(words.effect).and(filled(&lines_of(&risk.effect), text.risk.effect)),
        Line::of(format!("{} · {} · ", category, (text.risk.treatment)(risk.treatment)))
            .then(words.owner)
            .and(filled(&owner.unwrap_or_default(), text.risk.owner)),
        Line::of(words.measures).and(filled(&lines_of(&risk.mitigation), text.risk.mitigation)),
    ];
    if !risk.trigger.trim().is_empty() {
        parts.push(Line::of(words.trigger).then(lines_of(&risk.trigger)));
    }
    if !risk.residual_reason.trim().is_empty() {
        parts.push(Line::of(words.not_lower).then(lines_of(&risk.residual_reason)));
    }
    let mut dates = String::new();
    if risk.treatment == Treatment::Accept
        && let Some(until) = risk.accept_until
    {
        dates.push_str(&(words.accepted)(&format::date(until)));
    }
    if let Some(review) = risk.review {
        dates.push_str(&(words.look)(&format::date(review)));
    }
    let occurred: Vec<_> = risk.occurrences.iter().filter_map(|one| one.on).map(format::date).collect();
    if !occurred.is_empty() {
        dates.push_str(&(words.occurred)(&occurred.join(text.common.list_comma)));
    }
    if !dates.is_empty() {
        parts.push(Line::of(dates.trim_end()));
    }
    (head, parts)
}

fn plans(draft: &mut Draft, words: &RisksText, risks: &[Arc<Risk>]) {
    let (project, text) = (draft.project, draft.text);
    let tolerance = project.profile.scales.tolerance;
    draft.heading(words.plans);
    let high: Vec<_> = risks.iter().filter(|risk| risk.is_high(tolerance) || !risk.plan.is_blank()).collect();
    if high.is_empty() {
        return draft.paragraph(words.plans_none);
    }
    for risk in high {
        draft.clause(risk.clause(), Line::default().strong(risk.event.clone()));
        let lead = risk.plan.lead.and_then(|id| project.team.roles.get(id));
        let lead = lead.map(|role| role.name.clone()).unwrap_or_default();
        let rows: Vec<_> = PlanStep::ALL
            .map(|step| {
                let said = match step {
                    PlanStep::Trigger => &risk.trigger,
                    PlanStep::FirstHour => &risk.plan.first_hour,
                    PlanStep::Lead => &lead,
                    PlanStep::Fallback => &risk.plan.fallback,
                    PlanStep::Restore => &risk.plan.restore,
                    PlanStep::Review => &risk.plan.review,
                };
                let name = (text.plans.step)(step);
                vec![Line::of(name), draft.filled(&lines_of(said), name, Task::Plans, &**risk)]
            })
            .to_vec();
        draft.facts(rows);
    }
}

fn drills(draft: &mut Draft, words: &RisksText) {
    let (project, text) = (draft.project, draft.text);
    if project.risk.drills.is_empty() {
        return;
    }
    draft.heading(words.drills);
    let columns = [
        Column::words(draft.words().number, 2),
        Column::words(text.plans.date, 3),
        Column::words(text.plans.what, 8),
        Column::words(text.plans.outcome_label, 3),
        Column::words(text.plans.learnt, 8),
        Column::words(text.plans.next, 3),
    ];
    let rows: Vec<_> = project
        .risk
        .drills
        .iter()
        .map(|drill| {
            let risk = drill.risk.and_then(|id| project.risk.risks.get(id)).map(|risk| risk.clause());
            vec![
                drill.clause().into(),
                format::date_or_missing(drill.date).into(),
                Line::of(lines_of(&drill.what))
                    .quiet(risk.map(|clause| format!(" {clause}")).unwrap_or_default()),
                drill
                    .outcome
                    .map_or_else(|| text.plans.planned, |one| (text.plans.outcome)(Some(one)))
                    .into(),
                lines_of(&drill.learnt).into(),
                format::date_or_missing(drill.next).into(),
            ]
        })
        .collect();
    draft.table(columns, rows);
}
