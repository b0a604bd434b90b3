//! Confirming, going back, and comparing.

use super::*;
use crate::domain::performance::payment::difference::Differing;

#[test]
fn going_back_keeps_what_both_confirmed() {
    let settled = settled();
    let (before, latest) = (agreed(&settled), settled.performance.payments.statement(VENDOR, quarter()));
    let (mut project, mut undo, mut redo) =
        (settled.clone(), vec![self::project(), half_settled()], Vec::new());
    go_back(&mut project, &mut undo, &mut redo);
    let one = project.performance.payments.statement(VENDOR, quarter());
    assert_eq!((agreed(&project), Side::ALL.map(|side| one.is_settled(side))), (before.clone(), [true; 2]));
    // The statement itself was not there yet: it comes again under its number.
    go_back(&mut project, &mut undo, &mut redo);
    let one = project.performance.payments.statement(VENDOR, quarter());
    assert_eq!((agreed(&project), one.clause()), (before, latest.clause()));
    // A newer confirmation of one side is taken back, and comes again.
    change(&mut project, |one| one.extras.push(extra()));
    change(&mut project, |one| one.extras.push(extra()));
    let (mut undo, mut redo) = (vec![project.clone()], Vec::new());
    confirm(&mut project, Side::Client);
    let newer = project.clone();
    go_back(&mut project, &mut undo, &mut redo);
    assert!(project.performance.payments.statement(VENDOR, quarter()).is_settled(Side::Client));
    go_back(&mut project, &mut redo, &mut undo);
    assert_eq!(project, newer);
}

#[test]
fn nobody_confirms_what_they_have_not_read_or_what_is_not_complete() {
    let mut project = settled();
    let read = project.draw_statement(VENDOR, quarter()).stated;
    change(&mut project, |one| one.extras.push(Extra { quantity: None, ..extra() }));
    let before = project.clone();
    let refused = vec![InTheWay::Extra(1, ExtraLack::Quantity), InTheWay::NotShown];
    assert_eq!(try_to_confirm(&mut project, Side::Client, &read), Err(refused));
    assert_eq!(project, before);
}

#[test]
fn extras_of_one_name_are_held_against_each_other_in_order() {
    let mut project = project();
    let dearer = Extra { unit_price: Some(Money(30_000)), ..extra() };
    change(&mut project, |one| one.extras.extend([extra(), dearer.clone()]));
    let then = project.draw_statement(VENDOR, quarter()).stated;
    assert_eq!(then.differences(&then), []);
    change(&mut project, |one| one.extras.push(dearer));
    let now = project.draw_statement(VENDOR, quarter()).stated;
    let extras = |found: Vec<Differing>| {
        let extras = found.into_iter().filter(|one| matches!(one.piece, Piece::Extra(_)));
        extras.map(|one| (one.was, one.now)).collect::<Vec<_>>()
    };
    assert_eq!(extras(then.differences(&now)), [(None, Some(Money(750_000)))]);
    assert_eq!(extras(now.differences(&then)), [(Some(Money(750_000)), None)]);
}

#[test]
fn the_share_of_a_gain_and_what_is_paid_once_are_offered_once() {
    let mut project = project();
    let line = OfferLine {
        name: "Set-up".to_owned(),
        tier: Tier::ValueAdded,
        billing: Billing::Once,
        quantity: Some(1.0),
        unit_price: Some(Money(100)),
        ..OfferLine::default()
    };
    Arc::make_mut(&mut project.selection).vendors.update(VENDOR, |vendor| vendor.proposal.offer = vec![line]);
    let next = quarter().next();
    let extras = project.offered_extras(VENDOR, quarter());
    assert_eq!((extras.len(), project.performance.payments.gain_in(VENDOR)), (1, None));
    let gain = Extra { is_gain: true, ..extra() };
    change(&mut project, |one| one.extras.extend(extras.into_iter().chain([gain])));
    assert_eq!(project.performance.payments.gain_in(VENDOR), Some("PS-1".to_owned()));
    // What it holds itself it may take again after it was taken out.
    let offered = [quarter(), next].map(|period| project.offered_extras(VENDOR, period).len());
    assert_eq!(offered, [1, 0]);
}

#[test]
fn only_own_readings_make_something_to_pay() {
    let mut project = project();
    let loser = Id::fixed(7);
    Arc::make_mut(&mut project.selection).vendors.add(loser, |_| ());
    let performance = &project.performance;
    assert_eq!(performance.paid_periods(VENDOR, Cycle::Quarter), [quarter()]);
    assert_eq!(performance.paid_periods(loser, Cycle::Quarter), []);
    assert_eq!([VENDOR, loser].map(|vendor| performance.is_paid(vendor)), [true, false]);
}

#[test]
fn a_score_just_below_a_grade_is_not_rounded_up_to_it() {
    let mut project = project();
    let performance = Arc::make_mut(&mut project.performance);
    performance.kpis.remove(Id::fixed(13));
    performance.kpis.update(Id::fixed(12), |kpi| {
        (kpi.floor, kpi.target, kpi.weight_bp) = (Some(0.0), Some(100.0), 10_000);
    });
    for month in quarter().months() {
        performance.set_reading(VENDOR, Id::fixed(12), month, Some(Reading::Value(89.9996)));
    }
    let review = project.draw_statement(VENDOR, quarter()).stated.review;
    assert_eq!((review.score_milli, review.grade.as_deref()), (Some(89_999), Some("B")));
}
