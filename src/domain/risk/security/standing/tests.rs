use super::*;
use crate::domain::ids::Id;
use crate::domain::profile::Side;
use crate::domain::risk::security::access::Right;
use crate::domain::risk::security::{Sensitivity, USUAL_CLASSES, USUAL_LEAKS};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn an_agreement_warns_before_it_ends_and_where_it_ends_before_the_contract() {
    let today = day("2026-11-20");
    let state = |signed: &str, until: &str| {
        let agreement =
            Agreement { signed: signed.parse().ok(), until: until.parse().ok(), ..Agreement::default() };
        agreement.state(today, Some(day("2028-02-29")))
    };
    assert_eq!(state("", "2030-01-01"), AgreementState::Unsigned);
    assert_eq!(state("2026-12-01", "2030-01-01"), AgreementState::Unsigned, "a date ahead is a plan");
    assert_eq!(state("2026-01-01", "2026-11-19"), AgreementState::Ended(1));
    assert_eq!(state("2026-01-01", "2026-11-20"), AgreementState::EndsSoon(0), "the last day still counts");
    assert_eq!(state("2026-01-01", "2027-01-19"), AgreementState::EndsSoon(60));
    assert_eq!(state("2026-01-01", "2027-01-20"), AgreementState::EndsBeforeContract);
    assert_eq!(state("2026-01-01", "2028-02-29"), AgreementState::Holds);
    assert_eq!(state("2026-01-01", ""), AgreementState::Holds);
}

#[test]
fn an_audit_that_comes_round_is_overdue_again_and_its_follow_up_is_told() {
    let done = |audit: &mut Audit, on: &str| audit.done = Some(day(on));
    let mut audit = Audit::default();
    assert_eq!(audit.state(day("2026-11-20")), AuditState::Unplanned);
    audit.due = Some(day("2026-11-10"));
    assert_eq!(audit.state(day("2026-11-10")), AuditState::Ahead);
    assert_eq!(audit.state(day("2026-11-20")), AuditState::Overdue(10));
    done(&mut audit, "2026-11-25");
    assert_eq!(audit.state(day("2026-11-20")), AuditState::Overdue(10), "a date ahead is a plan");
    done(&mut audit, "2026-11-12");
    assert_eq!(audit.state(day("2026-11-20")), AuditState::Done);
    audit.follow_up = "take the accounts away".to_owned();
    audit.follow_up_due = Some(day("2026-11-18"));
    assert_eq!(audit.state(day("2026-11-18")), AuditState::FollowUp);
    assert_eq!(audit.state(day("2026-11-20")), AuditState::FollowUpOverdue(2));
    audit.follow_up_done = Some(day("2026-11-19"));
    assert_eq!(audit.state(day("2026-11-20")), AuditState::Done);
    audit.every_months = Some(12);
    assert_eq!(audit.next_due(day("2026-11-20")), Some(day("2027-11-12")));
    assert_eq!(audit.state(day("2027-11-13")), AuditState::Overdue(1));
}

#[test]
fn rules_are_asked_for_of_sensitive_data_only() {
    let mut class = DataClass { sensitivity: Sensitivity::Internal, ..DataClass::default() };
    assert_eq!(class.lacks(), []);
    class.sensitivity = Sensitivity::Confidential;
    class.encrypted_kept = Some(false);
    let all = [ClassLack::Storage, ClassLack::EncryptedKept, ClassLack::EncryptedSent, ClassLack::Deletion];
    assert_eq!(class.lacks(), all);
    (class.encrypted_kept, class.encrypted_sent) = (Some(true), Some(true));
    (class.storage, class.deletion) = ("client cloud".to_owned(), "30 days".to_owned());
    assert_eq!(class.lacks(), []);
}

#[test]
fn the_whole_is_counted_and_a_vendor_that_sees_secrets_unbound_is_told() {
    let (mut security, mut team) = (Security::default(), Team::default());
    security.data.add(Id::fixed(1), |class| class.sensitivity = Sensitivity::Personal);
    team.roles.add(Id::fixed(2), |role| role.side = Side::Vendor);
    team.roles.add(Id::fixed(3), |_| ());
    security.set_right(Id::fixed(1), Id::fixed(2), Some(Right::Edit));
    security.agreements.add(Id::fixed(4), |_| ());
    security.audits.add(Id::fixed(5), |audit| audit.due = Some(day("2026-11-01")));
    let today = day("2026-11-20");
    let found = security.standing(&team, &Profile::default(), today);
    let expected = Standing {
        agreements: 1,
        not_in_force: 1,
        is_unbound: true,
        cells: 2,
        undecided: 1,
        unreasoned: 1,
        lacking: 1,
        overdue: 1,
        duties_open: 12,
        ..Standing::default()
    };
    assert_eq!(found, expected);
    security.agreements.update(Id::fixed(4), |one| one.signed = Some(today));
    let found = security.standing(&team, &Profile::default(), today);
    assert_eq!((found.is_unbound, found.not_in_force), (false, 0));
}

#[test]
fn usual_content_adds_nothing_twice() {
    let mut security = Security::default();
    for word in ["a", "b"] {
        security.adopt_classes(&[[word, word]; USUAL_CLASSES.len()]);
        security.adopt_leaks(&[[word, word]; USUAL_LEAKS.len()]);
    }
    assert_eq!((security.data.len(), security.leaks.len()), (USUAL_CLASSES.len(), USUAL_LEAKS.len()));
    assert_eq!(security.data.at(0).map(|class| class.name.clone()), Some("a".to_owned()));
    assert!(security.leaks.iter().all(|duty| !duty.is_whole()), "who tells is the project's own");
}

#[test]
fn a_role_that_is_gone_takes_its_rights_along_and_frees_whom_it_told() {
    use crate::domain::project::Project;
    use std::sync::Arc;
    let mut project = Project::default();
    let role = Id::fixed(1);
    Arc::make_mut(&mut project.team).roles.add(role, |_| ());
    let security = &mut Arc::make_mut(&mut project.risk).security;
    security.data.add(Id::fixed(2), |_| ());
    security.set_right(Id::fixed(2), role, Some(Right::See));
    security.leaks.add(Id::fixed(3), |duty| duty.by = Some(role));
    security.audits.add(Id::fixed(4), |audit| audit.follow_up_by = Some(role));
    let whole = project.clone();
    project.mend_links();
    assert!(Arc::ptr_eq(&project.risk, &whole.risk), "nothing dangles");
    Arc::make_mut(&mut project.team).roles.remove(role);
    project.mend_links();
    let security = &project.risk.security;
    assert!(security.access.is_empty());
    assert_eq!(security.leaks.at(0).unwrap().by, None);
    assert_eq!(security.audits.at(0).unwrap().follow_up_by, None);
    assert_eq!(project.differing(&whole), ["LD-1", "AU-1"]);
}
