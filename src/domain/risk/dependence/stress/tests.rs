use std::sync::Arc;

use super::*;
use crate::domain::collaboration::overlap::Site;
use crate::domain::collaboration::response::Preset;
use crate::domain::collaboration::{Escalation, Since};
use crate::domain::risk::dependence::stress::night::{instant, next_day_off};
use crate::domain::risk::dependence::{Carried, Takeover};
use crate::domain::team::Part;

const CLIENT_PM: u128 = 1;
const VENDOR_PM: u128 = 2;
const AGENTS: u128 = 3;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A project with one client role and two of the vendor's side, two tasks, and a vendor that was chosen.
fn project() -> Project {
    let mut project = Project::default();
    let team = Arc::make_mut(&mut project.team);
    for (id, side) in [(CLIENT_PM, Side::Client), (VENDOR_PM, Side::Vendor), (AGENTS, Side::Vendor)] {
        team.roles.add(Id::fixed(id), |role| role.side = side);
    }
    for (id, cells) in [(11, [(CLIENT_PM, "A"), (AGENTS, "R")]), (12, [(VENDOR_PM, "AR"), (CLIENT_PM, "R")])]
    {
        team.activities.add(Id::fixed(id), |_| ());
        for (role, letters) in cells {
            team.assign(Id::fixed(id), Id::fixed(role), Parts::try_from(letters.to_owned()).unwrap());
        }
    }
    let selection = Arc::make_mut(&mut project.selection);
    for (id, price) in [(21, 1000), (22, 1300)] {
        selection.vendors.add(Id::fixed(id), |vendor| vendor.proposal.base_price = Some(Money(price)));
    }
    selection.decision.chosen = Some(Id::fixed(21));
    project
}

fn tasks(outcome: &Outcome) -> Vec<(u128, &'static str)> {
    let task = |one: &Break| match one {
        Break::Task(activity, parts) => Some((activity.bits(), parts.letters())),
        _ => None,
    };
    outcome.breaks.iter().filter_map(task).collect()
}

#[test]
fn a_vendor_that_quits_leaves_the_tasks_nobody_else_does() {
    let project = project();
    let outcome = stress(&project, Blow::VendorQuits(Id::fixed(21)), day("2026-11-20"));
    assert_eq!(tasks(&outcome), [(11, "R"), (12, "A")]);
    assert_eq!((outcome.lost.len(), outcome.n_tasks), (2, 2));
    assert!(outcome.breaks.contains(&Break::NoBackup));
    let backup = Break::Exit(ExitItem::BackupVendorQualified, Some(false));
    assert!(!outcome.breaks.contains(&backup), "said once");
    // Who does not deliver takes nothing along.
    let other = stress(&project, Blow::VendorQuits(Id::fixed(22)), day("2026-11-20"));
    assert_eq!((tasks(&other), other.lost), (Vec::new(), Vec::new()));
}

#[test]
fn where_two_deliver_each_takes_along_what_it_alone_staffs() {
    let mut project = project();
    let dependence = &mut Arc::make_mut(&mut project.risk).dependence;
    let carried = Carried { share_bp: Some(5_000), ..Carried::default() };
    for vendor in [21, 22] {
        dependence.set_carried(Id::fixed(31), Id::fixed(vendor), carried);
    }
    let lost = |project: &Project, vendor: u128| {
        let outcome = stress(project, Blow::VendorQuits(Id::fixed(vendor)), day("2026-11-20"));
        outcome.lost.iter().map(|role| role.bits()).collect::<Vec<_>>()
    };
    assert_eq!([lost(&project, 21), lost(&project, 22)], [vec![VENDOR_PM, AGENTS], vec![]]);
    let staff = |project: &mut Project, vendor: u128, roles: &[u128]| {
        let staffed = roles.iter().map(|role| Id::fixed(*role)).collect();
        Arc::make_mut(&mut project.selection)
            .vendors
            .update(Id::fixed(vendor), |vendor| vendor.proposal.staffed = staffed);
    };
    staff(&mut project, 22, &[AGENTS]);
    assert_eq!([lost(&project, 21), lost(&project, 22)], [vec![VENDOR_PM], vec![AGENTS]]);
    staff(&mut project, 21, &[AGENTS]);
    assert_eq!([lost(&project, 21), lost(&project, 22)], [vec![VENDOR_PM, AGENTS], vec![]]);
}

#[test]
fn a_module_breaks_unless_the_own_team_takes_it_over() {
    let mut project = project();
    Arc::make_mut(&mut project.requirements).modules.add(Id::fixed(31), |_| ());
    let dependence = &mut Arc::make_mut(&mut project.risk).dependence;
    let replaceable = crate::domain::scale::Rating::new(2).ok();
    dependence.set_carried(Id::fixed(31), Id::fixed(21), Carried { share_bp: Some(8_000), replaceable });
    let found = |project: &Project, blow| stress(project, blow, day("2026-11-20")).breaks;
    let quits = Blow::VendorQuits(Id::fixed(21));
    assert!(found(&project, quits).contains(&Break::Module(Id::fixed(31), 8_000, Ability::Unknown)));
    let dearer = Blow::PriceUp(Id::fixed(21), 2_000);
    assert!(found(&project, dearer).contains(&Break::HardToReplace(Id::fixed(31))));
    let able = Takeover { ability: Ability::Yes, ..Takeover::default() };
    Arc::make_mut(&mut project.risk).dependence.set_takeover(Id::fixed(31), able);
    assert!(!found(&project, quits).iter().any(|one| matches!(one, Break::Module(..))));
}

#[test]
fn prices_are_asked_only_once_they_are_open_and_the_budget_is_held_against_them() {
    let mut project = project();
    let dearer = Blow::PriceUp(Id::fixed(21), 2_000);
    let cost = |project: &Project, blow| stress(project, blow, day("2026-11-20")).cost.unwrap();
    assert_eq!(cost(&project, dearer), Err(NoCost::Sealed));
    Arc::make_mut(&mut project.selection).scores_locked = Some(day("2026-11-01"));
    Arc::make_mut(&mut project.profile).budget_high = Some(Money(1_150));
    let dear = cost(&project, dearer).unwrap();
    assert_eq!((dear.more_a_month(), dear.more_a_year()), (Money(200), Money(2_400)));
    let breaks = stress(&project, dearer, day("2026-11-20")).breaks;
    assert!(breaks.contains(&Break::OverBudget(Money(50))));

    let quits = Blow::VendorQuits(Id::fixed(21));
    assert_eq!(cost(&project, quits), Err(NoCost::NoBackup));
    let selection = Arc::make_mut(&mut project.selection);
    selection.decision.backup = Some(Id::fixed(22));
    (selection.side_costs.exit, selection.side_costs.transition) = (Some(Money(70)), Some(Money(30)));
    let left = cost(&project, quits).unwrap();
    assert_eq!((left.more_a_month(), left.once, left.paid_to), (Money(300), Money(100), Id::fixed(22)));
    selection_without_price(&mut project);
    assert_eq!(cost(&project, quits), Err(NoCost::NoPrice(Id::fixed(22))));
}

fn selection_without_price(project: &mut Project) {
    let vendors = &mut Arc::make_mut(&mut project.selection).vendors;
    vendors.update(Id::fixed(22), |vendor| vendor.proposal.base_price = None);
}

#[test]
fn who_leaves_takes_along_every_role_held_alone() {
    let mut project = project();
    let team = Arc::make_mut(&mut project.team);
    for (role, people) in [(CLIENT_PM, None), (VENDOR_PM, Some(1.0)), (AGENTS, Some(24.0))] {
        team.roles.update(Id::fixed(role), |one| {
            one.headcount = people;
            one.person = if role == CLIENT_PM { "Ines" } else { "Tom" }.to_owned();
        });
    }
    let risk = Arc::make_mut(&mut project.risk);
    risk.risks.add(Id::fixed(41), |risk| risk.plan.lead = Some(Id::fixed(VENDOR_PM)));
    risk.security.leaks.add(Id::fixed(42), |duty| duty.by = Some(Id::fixed(VENDOR_PM)));
    let stage = Arc::make_mut(&mut project.collaboration);
    stage.set_targets(Preset::Guide, &[]);
    let level = stage.response.at(0).unwrap().id;
    stage.response.update(level, |level| {
        level.owner = Some(Id::fixed(VENDOR_PM));
        level.escalation = vec![Escalation { to: Some(Id::fixed(VENDOR_PM)), ..Escalation::default() }];
    });
    let outcome = stress(&project, Blow::PersonLeaves(Id::fixed(VENDOR_PM)), day("2026-11-20"));
    assert_eq!(outcome.lost, [Id::fixed(VENDOR_PM)], "24 agents do not leave with one");
    let expected = [
        Break::Task(Id::fixed(12), Parts::only(Part::Accountable)),
        Break::Level(level),
        Break::StepUp(level, Id::fixed(VENDOR_PM)),
        Break::Plan(Id::fixed(41)),
        Break::Leak(Id::fixed(42)),
    ];
    assert_eq!((outcome.breaks.as_slice(), outcome.cost), (&expected[..], None));
    let areas: Vec<_> = outcome.by_area().into_iter().map(|(area, breaks)| (area, breaks.len())).collect();
    assert_eq!(areas, [(Area::Raci, 1), (Area::Escalation, 2), (Area::Plans, 2)]);
    let many = stress(&project, Blow::PersonLeaves(Id::fixed(AGENTS)), day("2026-11-20"));
    assert_eq!(many.lost, [Id::fixed(VENDOR_PM)], "the same person holds it");
}

#[test]
fn at_night_on_a_holiday_only_who_works_then_is_there() {
    let mut project = project();
    let at = |project: &Project, text: &str| {
        stress(project, Blow::Outage(text.parse().unwrap()), day("2026-11-20"))
    };
    assert_eq!(at(&project, "2026-10-01T02:00:00Z").breaks, [Break::NoLevel]);
    let stage = Arc::make_mut(&mut project.collaboration);
    stage.set_targets(Preset::Guide, &[]);
    let level = stage.response.at(0).unwrap().id;
    stage.response.update(level, |level| {
        level.owner = Some(Id::fixed(VENDOR_PM));
        let up = |to, after| Escalation {
            to: Some(Id::fixed(to)),
            after_minutes: Some(after),
            since: Since::Report,
        };
        level.escalation = vec![up(CLIENT_PM, 120), up(AGENTS, 30)];
    });
    let breaks = at(&project, "2026-10-01T02:00:00Z").breaks;
    assert_eq!(breaks, [Break::NoSite(Side::Client), Break::NoSite(Side::Vendor)]);
    let stage = Arc::make_mut(&mut project.collaboration);
    let site = |side, hours: &str| Site {
        side,
        zone: "Asia/Shanghai".to_owned(),
        shifts: crate::domain::calendar::writing::read_hours(hours).unwrap(),
        holidays: vec![day("2026-10-01")],
        ..Site::default()
    };
    let office = site(Side::Client, "09:00-18:00");
    let desk = Site { holidays: Vec::new(), work_days: [true; 7], ..site(Side::Vendor, "08:00-23:00") };
    for (id, one) in [(51, office), (52, desk)] {
        stage.sites.add(Id::fixed(id), |site| *site = Site { id: site.id, number: site.number, ..one });
    }
    // Ten at night on the holiday: the vendor's desk is open for another hour, the client's office is shut.
    let found = at(&project, "2026-10-01T14:00:00Z");
    assert_eq!(found.breaks, [Break::Unreachable(level, Id::fixed(CLIENT_PM))]);
    let there: Vec<_> = found.reach.iter().map(|one| (one.role.bits(), one.minutes, one.is_there)).collect();
    assert_eq!(there, [(VENDOR_PM, 0, Some(true)), (AGENTS, 30, Some(true)), (CLIENT_PM, 120, Some(false))]);
    // Somebody who is asked twice is one who is not there.
    let mut twice = project.clone();
    Arc::make_mut(&mut twice.collaboration).response.update(level, |level| {
        let again = level.escalation[0];
        let later = Escalation { after_minutes: Some(150), ..again };
        level.escalation.extend([again, later]);
    });
    let again = at(&twice, "2026-10-01T14:00:00Z");
    assert_eq!((again.breaks, again.reach.len()), (found.breaks.clone(), found.reach.len() + 1));
    // Two at night nobody is there.
    assert_eq!(at(&project, "2026-09-30T18:00:00Z").breaks.len(), 3);
    let stage = &project.collaboration;
    assert_eq!(next_day_off(stage, day("2026-09-20")), day("2026-10-01"));
    assert_eq!(
        next_day_off(stage, day("2026-10-02")),
        day("2026-10-04"),
        "a Sunday where no holiday is known"
    );
    let night = instant(stage, day("2026-10-01"), 2).unwrap();
    assert_eq!(night.to_rfc3339(), "2026-09-30T18:00:00+00:00");
}

#[test]
fn a_calendar_that_is_shut_makes_the_clock_wait_and_one_side_may_never_hear_of_it() {
    use crate::domain::calendar::WorkingTime;
    let mut project = project();
    let stage = Arc::make_mut(&mut project.collaboration);
    stage.set_targets(Preset::Guide, &[]);
    let level = stage.response.at(0).unwrap().id;
    stage.calendars.add(Id::fixed(61), |one| one.time = WorkingTime::office("UTC".to_owned()));
    stage.response.update(level, |level| {
        level.owner = Some(Id::fixed(VENDOR_PM));
        level.calendar = Some(Id::fixed(61));
    });
    let found = |project: &Project| {
        stress(project, Blow::Outage("2026-10-02T22:00:00Z".parse().unwrap()), day("2026-11-20"))
    };
    let opens = "2026-10-05T09:00:00Z".parse().ok();
    let outcome = found(&project);
    let expected =
        [Break::ClockWaits(level, opens), Break::NoStep(level, Side::Client), Break::NoSite(Side::Vendor)];
    assert_eq!(outcome.breaks, expected);
    assert_eq!(outcome.reach.first().map(|one| one.at), Some(opens));
    let stage = Arc::make_mut(&mut project.collaboration);
    let office = stage.calendars.at(0).unwrap().time.clone();
    stage.calendars.update(Id::fixed(61), |one| one.time.weekly = Default::default());
    let never = found(&project);
    assert_eq!(
        never.reach.iter().map(|one| (one.role.bits(), one.at)).collect::<Vec<_>>(),
        [(VENDOR_PM, None)]
    );
    assert!(never.breaks.contains(&Break::ClockWaits(level, None)));
    let stage = Arc::make_mut(&mut project.collaboration);
    stage.calendars.update(Id::fixed(61), |one| one.time = office.clone());
    stage.calendars.update(Id::fixed(61), |one| one.time.zone = "nowhere".to_owned());
    assert_eq!(found(&project).breaks, [Break::NotCounted(level)]);
}

#[test]
fn what_breaks_stands_in_the_order_of_its_areas_and_a_task_stands_there_once() {
    let mut project = project();
    let team = Arc::make_mut(&mut project.team);
    team.assign(Id::fixed(12), Id::fixed(CLIENT_PM), Parts::default());
    let outcome = stress(&project, Blow::VendorQuits(Id::fixed(21)), day("2026-11-20"));
    assert_eq!(tasks(&outcome), [(11, "R"), (12, "AR")]);
    let grouped: Vec<_> = outcome.by_area().into_iter().flat_map(|(_, breaks)| breaks).collect();
    assert_eq!(grouped, outcome.breaks);
}
