//! The lists of the page: agreements, classes of data, who is told of a leak, audits.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::project::Project;
use crate::domain::risk::security::standing::{AgreementState, AuditState};
use crate::domain::risk::security::{Agreement, Audit, DataClass, LeakDuty, Sensitivity};
use crate::domain::step::{Step, Verb};
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::i18n::security::SecurityText;
use crate::pages::form::{Field, Label, field, form, note};
use crate::pages::list::{Column, Facts, List, holder, list, use_facts, wanted};
use crate::pages::parts::take_over;
use crate::state::notices::use_notices;
use crate::state::row::Row;
use crate::state::workspace::use_workspace;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::ledger::Said;
use crate::ui::live::live;
use crate::ui::tag::TagKind;

static AGREEMENTS: List<Agreement> = List {
    name: |text| text.security.agreements_head,
    columns: AGREEMENT_COLUMNS,
    is_wrong: |facts, one| !one.is_in_force(facts.today),
    form: agreement,
    add: |text| text.security.add_agreement,
    fill: |_| (),
};

const AGREEMENT_COLUMNS: &[Column<Agreement>] = &[
    Column::new(|text| text.security.parties, |facts, one| wanted(facts, &one.parties)),
    Column::new(|text| text.security.scope, |_, one| Said::Text(one.scope.clone())),
    Column::new(|text| text.security.until, |_, one| Said::Date(format::date_or_missing(one.until))),
    Column::new(
        |text| text.security.state,
        |facts, one| {
            let state = one.state(facts.today, facts.project.profile.contract_end());
            let said = (facts.text.security.agreement_state)(state);
            match state {
                AgreementState::Unsigned | AgreementState::Ended(_) => Said::Tag(TagKind::Problem, said),
                AgreementState::EndsSoon(_) | AgreementState::EndsBeforeContract => {
                    Said::Tag(TagKind::Due, said)
                }
                AgreementState::Holds => Said::Tag(TagKind::Passed, said),
            }
        },
    ),
];

const AGREEMENT_FIELDS: &[Field<Agreement>] = &[
    field!(6 Line parties: security.parties),
    field!(6 Line kept_at: security.kept_at),
    field!(12 Lines scope: security.scope),
    field!(3 Date signed: security.signed),
    field!(3 Date until: security.until),
];

/// Shows the agreements.
pub fn agreements() -> AnyView {
    list(&AGREEMENTS, ().into_any())
}

fn agreement(row: Row<Agreement>) -> AnyView {
    let words = use_words();
    let hint = move || row.get(|one| one.until.is_none()).then(|| words.get().security.until_hint.to_owned());
    view! { {form(row, AGREEMENT_FIELDS)}{note(hint)} }.into_any()
}

static DATA: List<DataClass> = List {
    name: |text| text.security.data_head,
    columns: DATA_COLUMNS,
    is_wrong: |_, class| !class.lacks().is_empty(),
    form: class,
    add: |text| text.security.add_class,
    fill: |_| (),
};

const DATA_COLUMNS: &[Column<DataClass>] = &[
    Column::new(|text| text.security.class_name, |facts, class| wanted(facts, &class.name)),
    Column::new(
        |text| text.security.sensitivity_label,
        |facts, class| Said::Text((facts.text.security.sensitivity)(class.sensitivity).to_owned()),
    ),
    Column::new(|text| text.security.storage_column, |_, class| Said::Text(class.storage.clone())),
    Column::new(
        |text| text.security.rules_column,
        |facts, class| {
            let text = &facts.text.security;
            match class.lacks().len() {
                0 if class.sensitivity.is_sensitive() => {
                    Said::Tag(TagKind::Passed, text.rules_whole.to_owned())
                }
                0 => Said::Quiet(text.rules_free.to_owned()),
                missing => Said::Tag(TagKind::Due, (text.rules_missing)(missing)),
            }
        },
    ),
];

const DATA_FIELDS: &[Field<DataClass>] = &[
    field!(6 Line name: security.class_name),
    field!(6 OneOf(Sensitivity::ALL, security.sensitivity) sensitivity: security.sensitivity_label),
    field!(12 Line examples: security.examples),
    field!(12 Lines storage: security.storage),
    field!(3 YesNo encrypted_kept: security.encrypted_kept),
    field!(3 YesNo encrypted_sent: security.encrypted_sent),
    field!(6 Line keys: security.keys),
    field!(12 Lines deletion: security.deletion),
];

/// Shows the classes of data.
pub fn data() -> AnyView {
    let usual = taking(
        |text| text.security.take_classes,
        |text| text.security.data_head,
        |project, text| Arc::make_mut(&mut project.risk).security.adopt_classes(&text.usual_classes),
    );
    list(&DATA, usual)
}

fn class(row: Row<DataClass>) -> AnyView {
    let words = use_words();
    let lacks = live(move || {
        let text = words.get();
        let lacks = row.get(DataClass::lacks).into_iter();
        lacks
            .map(|lack| view! { <p class="field-error">{(text.security.class_lack)(lack)}</p> })
            .collect_view()
    });
    view! { {form(row, DATA_FIELDS)}<div class="risk-lines">{lacks}</div> }.into_any()
}

static LEAKS: List<LeakDuty> = List {
    name: |text| text.security.leaks_head,
    columns: LEAK_COLUMNS,
    is_wrong: |_, duty| !duty.is_whole(),
    form: |row| form(row, LEAK_FIELDS),
    add: |text| text.security.add_leak,
    fill: |_| (),
};

const LEAK_COLUMNS: &[Column<LeakDuty>] = &[
    Column::new(|text| text.security.told, |facts, duty| wanted(facts, &duty.told)),
    Column::new(
        |text| text.security.within,
        |facts, duty| match duty.within_hours {
            Some(hours) => Said::Text((facts.text.security.hours)(&format::number(hours, 1))),
            None => wanted(facts, ""),
        },
    ),
    Column::new(
        |text| text.security.told_by,
        |facts, duty| match duty.by {
            Some(_) => holder(facts, duty.by),
            None => wanted(facts, ""),
        },
    ),
    Column::new(|text| text.security.how_column, |_, duty| Said::Text(duty.how.clone())),
];

const LEAK_FIELDS: &[Field<LeakDuty>] = &[
    field!(6 Line told: security.told),
    field!(3 Between(0.0, 8760.0) within_hours: security.within_hours),
    field!(3 Role by: security.told_by),
    field!(12 Lines how: security.how),
];

/// Shows who is told of a leak.
pub fn leaks() -> AnyView {
    let usual = taking(
        |text| text.security.take_leaks,
        |text| text.security.leaks_head,
        |project, text| Arc::make_mut(&mut project.risk).security.adopt_leaks(&text.usual_leaks),
    );
    list(&LEAKS, usual)
}

static AUDITS: List<Audit> = List {
    name: |text| text.security.audits_head,
    columns: AUDIT_COLUMNS,
    is_wrong: |facts, audit| audit.is_overdue(facts.today),
    form: audit,
    add: |text| text.security.add_audit,
    fill: |_| (),
};

const AUDIT_COLUMNS: &[Column<Audit>] = &[
    Column::new(|text| text.security.audited, |facts, audit| wanted(facts, &audit.what)),
    Column::new(
        |text| text.security.next_due,
        |facts, audit| Said::Date(format::date_or_missing(audit.next_due(facts.today))),
    ),
    Column::new(|text| text.security.audit_done, |_, audit| Said::Date(format::date_or_missing(audit.done))),
    Column::new(|text| text.security.state, audit_state),
    Column::new(|text| text.security.audit_finding, |_, audit| Said::Text(audit.finding.clone())),
];

fn audit_state(facts: &Facts, audit: &Audit) -> Said {
    let state = audit.state(facts.today);
    let said = (facts.text.security.audit_state)(state);
    match state {
        AuditState::Overdue(_) | AuditState::FollowUpOverdue(_) => Said::Tag(TagKind::Problem, said),
        AuditState::FollowUp | AuditState::Unplanned => Said::Tag(TagKind::Due, said),
        AuditState::Done => Said::Tag(TagKind::Passed, said),
        AuditState::Ahead => Said::Text(said),
    }
}

const AUDIT_FIELDS: &[Field<Audit>] = &[
    field!(6 Line what: security.audited),
    field!(6 Line auditor: security.auditor),
    field!(3 Date due: security.audit_due),
    field!(3 Date done: security.audit_done),
    field!(3 Whole(120) every_months: security.every_months),
    field!(12 Lines finding: security.audit_finding),
    field!(12 Lines follow_up: security.follow_up),
    field!(6 Role follow_up_by: security.follow_up_by),
    field!(3 Date follow_up_due: security.follow_up_due),
    field!(3 Date follow_up_done: security.follow_up_done),
];

/// Shows the audits.
pub fn audits() -> AnyView {
    list(&AUDITS, ().into_any())
}

fn audit(row: Row<Audit>) -> AnyView {
    let facts = use_facts();
    let next = move || {
        let facts = facts.get();
        let comes_round = row.get(|audit| audit.was_done(facts.today).and(audit.next_due(facts.today)));
        comes_round.map(|date| (facts.text.security.comes_round)(&format::date(date)))
    };
    view! { {form(row, AUDIT_FIELDS)}{note(next)} }.into_any()
}

/// Shows the button that takes usual content over as one step.
fn taking(label: Label, subject: Label, take: fn(&mut Project, &SecurityText)) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let notices = use_notices();
    let press = move |()| {
        let text = words.now();
        take_over(workspace, notices, Step::new(Verb::Template, subject(text)), |project| {
            take(project, &text.security);
        });
    };
    view! { <Button kind=ButtonKind::Plain label=words.s(label) on_press=press/> }.into_any()
}
