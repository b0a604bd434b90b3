//! The collaboration plan: meetings, tools, milestones, checking, response to problems, places and hours.

use crate::documents::paper::{Column, Line};
use crate::documents::papers::{Draft, lines_of};
use crate::domain::collaboration::CheckLevel;
use crate::domain::register::Item;
use crate::domain::task::Task;
use crate::i18n::format;
use crate::i18n::papers::collaboration::{CollaborationPaperText, of};

pub(super) fn write(draft: &mut Draft) {
    let words = of(draft.text.language);
    draft.paragraph(words.lead);
    meetings(draft, words);
    channels(draft, words);
    milestones(draft, words);
    quality(draft, words);
    response(draft, words);
    sites(draft, words);
    draft.signed_on_paper();
}

fn meetings(draft: &mut Draft, words: &CollaborationPaperText) {
    let (project, text) = (draft.project, draft.text);
    let labels = &text.collaboration;
    draft.heading(words.meetings);
    if project.collaboration.meetings.is_empty() {
        return draft.paragraph(draft.nothing_yet(Task::Cadence));
    }
    let columns = [
        Column::words(draft.words().number, 2),
        Column::words(labels.meeting, 5),
        Column::words(labels.rhythm_label, 3),
        Column::words(labels.owner, 4),
        Column::words(labels.attendees, 6),
        Column::words(labels.agenda, 8),
    ];
    let rows: Vec<_> = project
        .collaboration
        .meetings
        .iter()
        .map(|meeting| {
            let attendees: Vec<_> = meeting.attendees.iter().map(|id| draft.role(Some(*id))).collect();
            let starts = meeting.starts.map(|time| format!(" {time}")).unwrap_or_default();
            vec![
                meeting.clause().into(),
                draft.filled(&meeting.name, labels.meeting, Task::Cadence, &**meeting),
                format!("{}{starts}", (labels.rhythm)(meeting.rhythm)).into(),
                draft.filled(&draft.role(meeting.owner), labels.owner, Task::Cadence, &**meeting),
                attendees.join(text.common.list_comma).into(),
                lines_of(&meeting.agenda).into(),
            ]
        })
        .collect();
    draft.table(columns, rows);
}

fn channels(draft: &mut Draft, words: &CollaborationPaperText) {
    let (project, text) = (draft.project, draft.text);
    let labels = &text.collaboration;
    let all = &project.collaboration.channels;
    if all.is_empty() {
        return;
    }
    draft.heading(words.channels);
    let columns = [
        Column::words(labels.channel_what, 5),
        Column::words(labels.tool, 4),
        Column::words(labels.channel_rule, 10),
        Column::words(labels.looks_after, 4),
    ];
    let rows: Vec<_> = all
        .iter()
        .map(|one| {
            vec![
                one.what.as_str().into(),
                one.tool.as_str().into(),
                lines_of(&one.rule).into(),
                draft.role(one.owner).into(),
            ]
        })
        .collect();
    draft.table(columns, rows);
}

fn milestones(draft: &mut Draft, words: &CollaborationPaperText) {
    let (project, text) = (draft.project, draft.text);
    let labels = &text.collaboration;
    draft.heading(words.milestones);
    if project.collaboration.milestones.is_empty() {
        return draft.paragraph(draft.nothing_yet(Task::Milestones));
    }
    let columns = [
        Column::words(draft.words().number, 2),
        Column::words(labels.milestone, 6),
        Column::words(labels.due, 3),
        Column::words(labels.acceptance, 10),
        Column::words(labels.responsible, 4),
    ];
    let rows: Vec<_> = project
        .collaboration
        .milestones
        .iter()
        .map(|one| {
            let filled = |value: &str, what| draft.filled(value, what, Task::Milestones, &**one);
            vec![
                one.clause().into(),
                filled(&one.name, labels.milestone),
                filled(&one.due.map(format::date).unwrap_or_default(), labels.due),
                filled(&lines_of(&one.acceptance), labels.acceptance),
                filled(&draft.role(one.owner), labels.responsible),
            ]
        })
        .collect();
    draft.table(columns, rows);
}

fn quality(draft: &mut Draft, words: &CollaborationPaperText) {
    let (project, text) = (draft.project, draft.text);
    let labels = &text.collaboration;
    draft.heading(words.quality);
    draft.paragraph(words.quality_lead);
    let columns = [
        Column::words(words.level, 3),
        Column::words(labels.who, 4),
        Column::words(labels.standard, 9),
        Column::words(labels.sample, 4),
        Column::words(labels.evidence, 5),
    ];
    let rows: Vec<_> = CheckLevel::ALL
        .into_iter()
        .zip(&project.collaboration.quality)
        .map(|(level, one)| {
            let filled = |value: &str, what: &str| {
                Line::default()
                    .filled(value, || draft.open(&format!("{} {what}", (labels.level)(level)), Task::Quality))
            };
            vec![
                (labels.level)(level).into(),
                filled(&draft.role(one.who), labels.who),
                filled(&lines_of(&one.standard), labels.standard),
                one.sample.as_str().into(),
                one.evidence.as_str().into(),
            ]
        })
        .collect();
    draft.table(columns, rows);
}

fn response(draft: &mut Draft, words: &CollaborationPaperText) {
    let (project, text) = (draft.project, draft.text);
    let labels = &text.collaboration;
    draft.heading(words.response);
    if project.collaboration.response.is_empty() {
        return draft.paragraph(draft.nothing_yet(Task::Response));
    }
    let columns = [
        Column::words(words.level, 2),
        Column::words(labels.means, 8),
        Column::numbers(labels.respond, 3),
        Column::numbers(labels.resolve, 3),
        Column::words(labels.responsible, 4),
        Column::words(words.escalation, 7),
    ];
    let minutes = |value: u32| format::minutes(value, text.language);
    let rows: Vec<_> = project
        .collaboration
        .response
        .iter()
        .map(|level| {
            let filled = |value: &str, what| draft.filled(value, what, Task::Response, &**level);
            let steps = level
                .escalation
                .iter()
                .filter_map(|step| Some((words.after)(&draft.role(step.to), &minutes(step.after_minutes?))));
            vec![
                level.name().into(),
                filled(&lines_of(&level.meaning), labels.means),
                filled(&level.respond_minutes.map(minutes).unwrap_or_default(), labels.respond),
                level.resolve_minutes.map_or_else(|| format::MISSING.to_owned(), minutes).into(),
                filled(&draft.role(level.owner), labels.responsible),
                steps.collect::<Vec<_>>().join(text.common.list_comma).into(),
            ]
        })
        .collect();
    draft.table(columns, rows);
}

fn sites(draft: &mut Draft, words: &CollaborationPaperText) {
    let (project, text) = (draft.project, draft.text);
    let all = &project.collaboration.sites;
    if !all.is_empty() {
        draft.heading(words.sites);
        let columns = [
            Column::words(words.site, 5),
            Column::words(text.team.side_column, 3),
            Column::words(words.zone, 5),
            Column::words(words.hours, 5),
            Column::words(words.culture, 8),
        ];
        let rows: Vec<_> = all
            .iter()
            .map(|site| {
                let hours: Vec<_> =
                    site.shifts.iter().map(|span| format!("{}–{}", span.from, span.until)).collect();
                vec![
                    site.name.as_str().into(),
                    text.common.side(site.side).into(),
                    site.zone.as_str().into(),
                    hours.join(text.common.list_comma).into(),
                    lines_of(&site.culture).into(),
                ]
            })
            .collect();
        draft.table(columns, rows);
    }
    let rules = [
        (words.documents, &project.collaboration.document_rule),
        (words.decisions, &project.collaboration.decision_rule),
    ];
    let said = rules.into_iter().filter(|(_, rule)| !rule.trim().is_empty());
    draft.points(said.map(|(name, rule)| Line::default().strong(name).then(lines_of(rule))));
}
