//! The security and confidentiality checklist.

use crate::documents::paper::{Column, Line};
use crate::documents::papers::{Draft, lines_of};
use crate::domain::register::Item;
use crate::domain::risk::security::duties::{Duty, DutyState};
use crate::domain::risk::security::{DataClass, Security};
use crate::i18n::format;
use crate::i18n::papers::security::{SecurityPaperText, of};

/// How many roles a table shows side by side on one page.
const ABREAST: usize = 12;

pub(super) fn write(draft: &mut Draft) {
    let words = of(draft.text.language);
    draft.paragraph(draft.sentences([Line::of(words.lead), Line::of(words.counsel)]));
    let project = draft.project;
    let security = &project.risk.security;
    agreements(draft, words, security);
    classes(draft, words, security);
    rights(draft, words, security);
    leaks(draft, words, security);
    audits(draft, words, security);
    duties(draft, words, security);
    draft.signed_on_paper();
}

fn agreements(draft: &mut Draft, words: &SecurityPaperText, security: &Security) {
    let text = draft.text;
    let labels = &text.security;
    draft.heading(words.agreements);
    if security.agreements.is_empty() {
        return draft.paragraph(draft.security_blank(words.agreements));
    }
    let columns = [
        Column::words(draft.words().number, 2),
        Column::words(labels.parties, 6),
        Column::words(labels.scope, 8),
        Column::words(labels.signed, 3),
        Column::words(labels.until, 3),
        Column::words(labels.kept_at, 5),
    ];
    let rows: Vec<_> = security
        .agreements
        .iter()
        .map(|one| {
            vec![
                one.clause().into(),
                draft.at_security(&one.parties, labels.parties, &**one),
                draft.at_security(&lines_of(&one.scope), labels.scope, &**one),
                draft.at_security(&one.signed.map(format::date).unwrap_or_default(), labels.signed, &**one),
                format::date_or_missing(one.until).into(),
                one.kept_at.as_str().into(),
            ]
        })
        .collect();
    draft.table(columns, rows);
}

fn classes(draft: &mut Draft, words: &SecurityPaperText, security: &Security) {
    draft.heading(words.classes);
    if security.data.is_empty() {
        return draft.paragraph(draft.security_blank(words.classes));
    }
    for class in security.data.iter() {
        let (line, parts) = class_lines(draft, words, class);
        draft.clause(class.clause(), line);
        draft.points(parts);
    }
}

fn class_lines(draft: &Draft, words: &SecurityPaperText, class: &DataClass) -> (Line, Vec<Line>) {
    let text = draft.text;
    let head = match class.name.trim() {
        "" => draft.at_security("", text.security.class_name, class),
        name => Line::default().strong(name),
    };
    let head = head.quiet(format!(" {}", (text.security.sensitivity)(class.sensitivity)));
    let mut parts = Vec::new();
    if !class.examples.trim().is_empty() {
        parts.push(Line::of(lines_of(&class.examples)));
    }
    parts.push(Line::of(words.storage).and(draft.at_security(
        &lines_of(&class.storage),
        text.security.storage_column,
        class,
    )));
    let encrypted = [(class.encrypted_kept, words.kept), (class.encrypted_sent, words.sent)];
    let encrypted: Vec<_> =
        encrypted.into_iter().filter(|(is, _)| *is == Some(true)).map(|(_, name)| name).collect();
    let is_said = class.encrypted_kept.is_some() && class.encrypted_sent.is_some();
    parts.push(Line::of(words.encrypted).and(match encrypted.as_slice() {
        [] if is_said => Line::of(words.not_encrypted),
        [] => draft.at_security("", text.security.encrypted_kept, class),
        names => Line::of(names.join(text.common.list_comma)),
    }));
    if !class.keys.trim().is_empty() {
        parts.push(Line::of(words.keys).then(lines_of(&class.keys)));
    }
    if !class.deletion.trim().is_empty() {
        parts.push(Line::of(words.deletion).then(lines_of(&class.deletion)));
    }
    (head, parts)
}

fn rights(draft: &mut Draft, words: &SecurityPaperText, security: &Security) {
    let (project, text) = (draft.project, draft.text);
    let roles: Vec<_> = project.team.columns().collect();
    if security.data.is_empty() || roles.is_empty() {
        return;
    }
    draft.heading(words.rights);
    draft.paragraph(words.rights_lead);
    let named: Vec<_> = roles.iter().map(|role| format!("{} {}", role.clause(), role.name)).collect();
    draft.paragraph(Line::default().quiet(named.join(text.common.list_comma)));
    for abreast in roles.chunks(ABREAST) {
        let mut columns = vec![Column::words(text.security.class_name, 10)];
        columns.extend(abreast.iter().map(|role| Column::letters(role.clause(), 3)));
        let rows: Vec<_> = security
            .data
            .iter()
            .map(|class| {
                let letters = abreast.iter().map(|role| {
                    let access = security.access(class.id, role.id);
                    Line::of(access.map(|access| access.right.letter().to_string()).unwrap_or_default())
                });
                std::iter::once(Line::of(format!("{} {}", class.clause(), class.name)))
                    .chain(letters)
                    .collect()
            })
            .collect();
        draft.table(columns, rows);
    }
    let mut reasons = Vec::new();
    for class in security.data.iter() {
        for role in &roles {
            let access = security.access(class.id, role.id);
            if let Some(access) = access.filter(|access| !access.reason.trim().is_empty()) {
                let place = format!("{} × {}", class.clause(), role.clause());
                reasons.push(Line::default().strong(place).then(format!(" {}", lines_of(&access.reason))));
            }
        }
    }
    if !reasons.is_empty() {
        draft.subheading(words.reasons);
        draft.points(reasons);
    }
}

fn leaks(draft: &mut Draft, words: &SecurityPaperText, security: &Security) {
    let text = draft.text;
    let labels = &text.security;
    draft.heading(words.leaks);
    if security.leaks.is_empty() {
        return draft.paragraph(draft.security_blank(words.leaks));
    }
    let columns = [
        Column::words(draft.words().number, 2),
        Column::words(labels.told, 6),
        Column::numbers(labels.within, 3),
        Column::words(labels.told_by, 4),
        Column::words(labels.how_column, 10),
    ];
    let rows: Vec<_> = security
        .leaks
        .iter()
        .map(|one| {
            let hours = one.within_hours.map(|hours| (labels.hours)(&format::number(hours, 2)));
            vec![
                one.clause().into(),
                draft.at_security(&one.told, labels.told, &**one),
                draft.at_security(&hours.unwrap_or_default(), labels.within, &**one),
                draft.at_security(&draft.role(one.by), labels.told_by, &**one),
                lines_of(&one.how).into(),
            ]
        })
        .collect();
    draft.table(columns, rows);
}

fn audits(draft: &mut Draft, words: &SecurityPaperText, security: &Security) {
    let text = draft.text;
    let labels = &text.security;
    if security.audits.is_empty() {
        return;
    }
    draft.heading(words.audits);
    let columns = [
        Column::words(draft.words().number, 2),
        Column::words(labels.audited, 6),
        Column::words(labels.auditor, 4),
        Column::words(labels.audit_due, 3),
        Column::words(labels.state, 4),
        Column::words(labels.audit_finding, 8),
    ];
    let rows: Vec<_> = security
        .audits
        .iter()
        .map(|one| {
            vec![
                one.clause().into(),
                lines_of(&one.what).into(),
                one.auditor.as_str().into(),
                format::date_or_missing(one.next_due(draft.today)).into(),
                (labels.audit_state)(one.state(draft.today)).into(),
                lines_of(&one.finding).into(),
            ]
        })
        .collect();
    draft.table(columns, rows);
}

fn duties(draft: &mut Draft, words: &SecurityPaperText, security: &Security) {
    let text = draft.text;
    let labels = &text.security;
    draft.heading(words.duties);
    let columns = [
        Column::words(labels.duty_what, 9),
        Column::words(labels.duty_basis, 5),
        Column::words(labels.state, 3),
        Column::words(labels.duty_note, 8),
    ];
    let rows: Vec<_> = Duty::ALL
        .into_iter()
        .map(|duty| {
            let found = security.duty(duty);
            let state = match found.state {
                DutyState::Open => draft.security_blank(labels.state),
                state => (labels.duty_state)(state).into(),
            };
            vec![
                (labels.duty)(duty).into(),
                (labels.source)(duty.source()).into(),
                state,
                lines_of(&found.note).into(),
            ]
        })
        .collect();
    draft.table(columns, rows);
}
