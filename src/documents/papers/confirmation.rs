//! The requirement confirmation letter: what both parties confirm, by which fingerprint, and what changed since.

use crate::documents::paper::{Column, Line};
use crate::documents::papers::{Draft, lines_of};
use crate::domain::profile::Side;
use crate::domain::register::{Item, Register};
use crate::domain::requirements::confirmed::{Confirmed, fingerprint};
use crate::i18n::format;
use crate::i18n::papers::confirmation::{ConfirmationText, of};
use crate::i18n::signoff::content::{named, tell};

pub(super) fn write(draft: &mut Draft) {
    let words = of(draft.text.language);
    let project = draft.project;
    let lead = (words.lead)(&draft.named(Side::Client), &draft.named(Side::Vendor), &project.profile.name);
    draft.paragraph(lead);
    confirmed(draft, words);
    changed(draft, words);
    draft.heading(words.rules);
    draft.points(words.rule.map(Line::of));
    draft.confirmed_requirements();
}

/// Names the clauses of a register.
fn clauses<T: Item>(items: &Register<T>) -> String {
    let all: Vec<_> = items.iter().map(|item| item.clause()).collect();
    all.join(" ")
}

fn confirmed(draft: &mut Draft, words: &ConfirmationText) {
    let requirements = &draft.project.requirements;
    draft.heading(words.confirmed);
    let version = requirements
        .latest()
        .map_or_else(|| Line::of(words.no_version), |latest| Line::of((words.version_said)(latest.number)));
    draft.facts(vec![
        vec![words.version.into(), version],
        vec![words.fingerprint.into(), fingerprint(draft.project).into()],
    ]);
    let counts = [
        (words.goals, requirements.goals.len(), clauses(&requirements.goals)),
        (words.features, requirements.features.len(), clauses(&requirements.features)),
        (words.processes, requirements.processes.len(), clauses(&requirements.processes)),
        (words.levels, requirements.sla.len(), clauses(&requirements.sla)),
    ];
    let rows: Vec<_> = counts
        .into_iter()
        .filter(|(_, count, _)| 0 < *count)
        .map(|(name, count, clauses)| vec![name.into(), (words.counted)(count).into(), clauses.into()])
        .collect();
    let columns =
        [Column::words(words.confirmed, 4), Column::numbers("", 2), Column::words(words.clauses, 12)];
    draft.table(columns, rows);
}

/// Says what changed since the last version both confirmed, and which questions are open.
fn changed(draft: &mut Draft, words: &ConfirmationText) {
    let (project, text) = (draft.project, draft.text);
    let requirements = &project.requirements;
    if let Some(latest) = requirements.latest() {
        draft.heading((words.since)(latest.number));
        let now = Confirmed::of(project);
        let clauses = now.changed_since(&latest.content);
        let said = match clauses.as_slice() {
            [] => words.since_none.to_owned(),
            clauses => named(text, &tell(text, &now, project), clauses),
        };
        draft.paragraph(said);
    }
    if !requirements.changes.is_empty() {
        draft.heading(words.changes);
        let columns = [
            Column::words(draft.words().number, 2),
            Column::words(text.signoff.what, 8),
            Column::words(text.signoff.reason, 8),
            Column::words(text.signoff.ruling_label, 3),
            Column::words(text.signoff.decided_on, 3),
        ];
        let rows: Vec<_> = requirements
            .changes
            .iter()
            .map(|one| {
                vec![
                    one.clause().into(),
                    lines_of(&one.what).into(),
                    lines_of(&one.reason).into(),
                    (text.signoff.ruling)(one.ruling).into(),
                    format::date_or_missing(one.date).into(),
                ]
            })
            .collect();
        draft.table(columns, rows);
    }
    let open: Vec<_> = requirements.questions.iter().filter(|question| question.is_open()).collect();
    if !open.is_empty() {
        draft.heading(words.questions);
        draft.points(open.iter().map(|one| Line::of(format!("{} {}", one.clause(), lines_of(&one.text)))));
    }
}
