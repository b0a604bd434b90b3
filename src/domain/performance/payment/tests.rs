use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;
use crate::domain::performance::Reading;
use crate::domain::performance::credits::terms::LineTerms;
use crate::domain::performance::payment::difference::Piece;
use crate::domain::performance::payment::settling::InTheWay;
use crate::domain::performance::payment::stated::Stated;
use crate::domain::performance::review::Signed;
use crate::domain::period::{Cycle, Month, Period};
use crate::domain::profile::Side;
use crate::domain::project::Project;
use crate::domain::requirements::Window;
use crate::domain::requirements::protection::PenaltyModel;

mod earn_back;
mod mending;
mod settling;
mod taking_back;

const VENDOR: Id<Vendor> = Id::fixed(1);

fn month(text: &str) -> Month {
    Month::parse(text).unwrap()
}

fn quarter() -> Period {
    Cycle::Quarter.around(month("2026-07"))
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A fee of 69 000.00 a month, two service levels at risk with 20 % and 10 % of a tenth of the fee, one of them missed in
/// July and one never.
fn project() -> Project {
    let mut project = Project::default();
    let selection = Arc::make_mut(&mut project.selection);
    selection.vendors.add(VENDOR, |vendor| {
        (vendor.name, vendor.proposal.base_price) = ("Ming".to_owned(), Some(Money(6_900_000)));
    });
    let requirements = Arc::make_mut(&mut project.requirements);
    requirements.features.add(Id::fixed(5), |feature| feature.name = "Nights".to_owned());
    for (id, measure) in [(2, "answer"), (3, "complaints")] {
        requirements.sla.add(Id::fixed(id), |line| {
            (line.measure, line.target, line.unit) = (measure.to_owned(), Some(95.0), "%".to_owned());
            line.penalty_model = Some(PenaltyModel::AtRisk);
        });
    }
    let performance = Arc::make_mut(&mut project.performance);
    for (id, sla) in [(12, 2), (13, 3)] {
        performance.kpis.add(Id::fixed(id), |kpi| {
            kpi.sla = Some(Id::fixed(sla));
            (kpi.floor, kpi.target, kpi.weight_bp) = (Some(85.0), Some(100.0), 5000);
        });
    }
    for (text, first, second) in [("2026-07", 94.0, 97.0), ("2026-08", 95.0, 97.0), ("2026-09", 96.0, 97.0)] {
        performance.set_reading(VENDOR, Id::fixed(12), month(text), Some(Reading::Value(first)));
        performance.set_reading(VENDOR, Id::fixed(13), month(text), Some(Reading::Value(second)));
    }
    let credits = &mut performance.credits;
    (credits.model, credits.at_risk.risk_bp) = (Some(PenaltyModel::AtRisk), 1000);
    for (id, allocation_bp) in [(2, 2000), (3, 1000)] {
        credits.lines.insert(Id::fixed(id), LineTerms { allocation_bp, ..LineTerms::default() });
    }
    project
}

fn extra() -> Extra {
    Extra {
        what: "Night shifts".to_owned(),
        quantity: Some(25.0),
        unit_price: Some(Money(20_000)),
        agreed_by: "Li Min".to_owned(),
        feature: Some(Id::fixed(5)),
        ..Extra::default()
    }
}

fn change(project: &mut Project, change: impl FnOnce(&mut Statement)) {
    let payments = &mut Arc::make_mut(&mut project.performance).payments;
    payments.change((VENDOR, quarter()), || Id::fixed(99), change);
}

fn try_to_confirm(project: &mut Project, side: Side, seen: &Stated) -> Result<(), Vec<InTheWay>> {
    let signed = Signed { name: "A".to_owned(), date: Some(day("2026-10-06")), ..Signed::default() };
    let place = (VENDOR, seen.period);
    project.confirm_statement(place, (side, signed), seen, day("2026-10-06"), || Id::fixed(99))
}

fn confirm(project: &mut Project, side: Side) {
    let stated = project.draw_statement(VENDOR, quarter()).stated;
    try_to_confirm(project, side, &stated).unwrap();
}

fn half_settled() -> Project {
    let mut project = project();
    change(&mut project, |one| one.extras.push(extra()));
    confirm(&mut project, Side::Client);
    project
}

fn settled() -> Project {
    let mut project = half_settled();
    confirm(&mut project, Side::Vendor);
    project
}

/// Takes a step back as undo and redo do.
fn go_back(project: &mut Project, from: &mut Vec<Project>, to: &mut Vec<Project>) {
    let Some(mut target) = from.pop() else { return };
    Arc::make_mut(&mut target.performance).payments.keep_agreed(&project.performance.payments);
    to.push(std::mem::replace(project, target));
}

fn agreed(project: &Project) -> String {
    serde_json::to_string(&project.performance.payments.statement(VENDOR, quarter()).agreed).unwrap()
}

#[test]
fn a_statement_adds_up_line_by_line() {
    let mut project = project();
    change(&mut project, |one| one.extras.push(extra()));
    let Stated { fee, lines, credits, cap, value_added, payment, clamped, .. } =
        project.draw_statement(VENDOR, quarter()).stated;
    // 3 × 69 000 − 69 000 × 10 % × 20 % + 25 × 200.
    assert_eq!(fee.map(|fee| fee.amount), Some(Money(20_700_000)));
    let found: Vec<_> = lines.iter().map(|line| (line.clause.as_str(), line.credit)).collect();
    assert_eq!(found, [("S-01", Money(138_000)), ("S-02", Money(0))]);
    assert_eq!((credits, cap, value_added), (Money(138_000), Some(Money(2_070_000)), Money(500_000)));
    assert_eq!((payment, clamped), (Money(21_062_000), Money(0)));
}

#[test]
fn a_cap_cuts_every_month_by_itself() {
    let mut project = project();
    let performance = Arc::make_mut(&mut project.performance);
    for id in [2, 3] {
        performance
            .credits
            .lines
            .insert(Id::fixed(id), LineTerms { allocation_bp: 7000, ..LineTerms::default() });
    }
    performance.set_reading(VENDOR, Id::fixed(13), month("2026-07"), Some(Reading::Value(90.0)));
    performance.set_reading(VENDOR, Id::fixed(13), month("2026-09"), Some(Reading::Value(90.0)));
    let stated = project.draw_statement(VENDOR, quarter()).stated;
    // 6 900.00 are at risk a month: in July twice 70 % of them, in September once. All caps together are not reached.
    let charges = stated.charges();
    let charges: Vec<_> = charges.iter().map(|(_, charge)| (charge.sum.0, charge.credits.0)).collect();
    assert_eq!(charges, [(966_000, 690_000), (0, 0), (483_000, 483_000)]);
    assert_eq!(
        (stated.sum, stated.cap, stated.credits),
        (Money(1_449_000), Some(Money(2_070_000)), Money(1_173_000))
    );
}

#[test]
fn what_comes_after_rests_on_the_grades_that_count_and_the_last_period_that_is_over() {
    let mut project = project();
    let performance = Arc::make_mut(&mut project.performance);
    // A quarter of 95 points, then one of 85: the first worse one leaves the A.
    for (place, value) in [99.25, 99.25, 99.25, 97.75, 97.75, 97.75].into_iter().enumerate() {
        for kpi in [12, 13] {
            performance.set_reading(
                VENDOR,
                Id::fixed(kpi),
                month("2026-01").plus(place as i32),
                Some(Reading::Value(value)),
            );
        }
    }
    let found = project.gradings(VENDOR, day("2026-07-01"));
    assert_eq!(found.iter().map(|one| one.grade.as_str()).collect::<Vec<_>>(), ["A", "A"]);
    let is_chronic = |project: &Project, today| {
        let reasons = project.suggest(VENDOR, day(today)).reasons;
        reasons.iter().any(|reason| matches!(reason, long_term::Reason::Chronic(_)))
    };
    let performance = Arc::make_mut(&mut project.performance);
    for text in ["2026-08", "2026-09"] {
        performance.set_reading(VENDOR, Id::fixed(12), month(text), Some(Reading::Value(90.0)));
    }
    assert!(!is_chronic(&project, "2026-09-30"));
    assert!(is_chronic(&project, "2026-10-01"));
}

#[test]
fn an_extra_counts_once_it_says_everything() {
    let open = Extra { unit_price: None, agreed_by: " ".to_owned(), ..extra() };
    assert_eq!((open.amount(), open.lacks()), (None, vec![ExtraLack::Price, ExtraLack::Agreed]));
    let half = Extra { quantity: Some(0.5), unit_price: Some(Money(1)), ..extra() };
    assert_eq!((half.amount(), half.lacks()), (Some(Money(1)), Vec::new()));
    assert_eq!(Extra { quantity: Some(-1.0), ..extra() }.amount(), None);
}

#[test]
fn value_added_lines_of_the_offer_become_extras_nobody_agreed_to_yet() {
    let line = |tier, billing| OfferLine {
        name: "Agents".to_owned(),
        tier,
        billing,
        quantity: Some(2.0),
        unit_price: Some(Money(100)),
        ..OfferLine::default()
    };
    let offer = vec![
        line(Tier::Base, Billing::Monthly),
        line(Tier::ValueAdded, Billing::Monthly),
        line(Tier::ValueAdded, Billing::Once),
    ];
    let extras = Proposal { offer, ..Proposal::default() }.offered_extras(3);
    let amounts: Vec<_> = extras.iter().map(Extra::amount).collect();
    assert_eq!(amounts, [Some(Money(600)), Some(Money(200))]);
    assert!(extras.iter().all(|extra| extra.lacks() == [ExtraLack::Agreed]));
}

#[test]
fn what_stands_in_the_way_of_a_confirmation_is_told() {
    let mut project = project();
    Arc::make_mut(&mut project.selection).vendors.update(VENDOR, |vendor| vendor.proposal.base_price = None);
    change(&mut project, |one| one.extras.push(Extra { agreed_by: String::new(), ..extra() }));
    let obstacles = |project: &Project, today: &str| {
        let drawn = project.draw_statement(VENDOR, quarter());
        let entered = project.performance.payments.statement(VENDOR, quarter());
        project.payment_obstacles(&drawn, &entered, day(today))
    };
    let open = InTheWay::NotOver(day("2026-09-30"));
    assert_eq!(
        obstacles(&project, "2026-09-30"),
        [InTheWay::NoFee, InTheWay::Extra(0, ExtraLack::Agreed), open]
    );
    // A month of a quarter that was settled is not paid again.
    let settled = settled();
    let payments = &settled.performance.payments;
    assert_eq!(payments.paid_already(VENDOR, Cycle::Month.around(month("2026-08"))), ["PS-1"]);
    assert!(
        payments.paid_already(VENDOR, quarter()).is_empty() && obstacles(&settled, "2026-10-01").is_empty()
    );
}

#[test]
fn both_confirm_the_same_or_nothing_is_agreed() {
    let mut project = project();
    confirm(&mut project, Side::Client);
    Arc::make_mut(&mut project.performance).credits.at_risk.risk_bp = 2000;
    confirm(&mut project, Side::Vendor);
    let statement = project.performance.payments.statement(VENDOR, quarter());
    assert!(statement.agreed.is_empty());
    let today = project.draw_statement(VENDOR, quarter()).stated;
    assert_eq!(Side::ALL.map(|side| statement.is_outdated(side, &today)), [true, false]);
    confirm(&mut project, Side::Client);
    let statement = project.performance.payments.statement(VENDOR, quarter());
    assert!(statement.latest().is_some_and(|agreed| agreed.is_intact()));
    // Neither of them takes back alone what both confirmed.
    change(&mut project, |one| one.withdraw(Side::Vendor));
    assert!(project.performance.payments.statement(VENDOR, quarter()).confirmed(Side::Vendor).is_some());
}

#[test]
fn the_differences_of_today_are_listed_and_a_new_agreement_stands_beside_the_old_one() {
    let mut project = settled();
    let before = agreed(&project);
    let performance = Arc::make_mut(&mut project.performance);
    performance.set_reading(VENDOR, Id::fixed(12), month("2026-07"), Some(Reading::Value(99.0)));
    let today = project.draw_statement(VENDOR, quarter()).stated;
    let statement = project.performance.payments.statement(VENDOR, quarter());
    let then = &statement.latest().unwrap().stated;
    let pieces: Vec<_> = then.differences(&today).into_iter().map(|one| one.piece).collect();
    let line = Piece::Line("S-01".to_owned());
    assert_eq!(pieces, [Piece::Payment, Piece::Review, Piece::Credits, line]);
    assert!(then.differences(then).is_empty());
    for side in Side::ALL {
        confirm(&mut project, side);
    }
    let all = &project.performance.payments.statement(VENDOR, quarter()).agreed;
    assert_eq!(all.len(), 2);
    assert_eq!(serde_json::to_string(&all[..1]).unwrap(), before);
}

#[test]
fn a_settled_statement_outlasts_its_vendor_and_an_open_one_goes_with_it() {
    let mut open = project();
    change(&mut open, |one| one.extras.push(extra()));
    let mut settled = settled();
    let before = agreed(&settled);
    for project in [&mut open, &mut settled] {
        Arc::make_mut(&mut project.selection).vendors.remove(VENDOR);
        Arc::make_mut(&mut project.requirements).features.remove(Id::fixed(5));
        project.mend_links();
    }
    assert!(open.performance.payments.statements.is_empty());
    assert_eq!(agreed(&settled), before);
    let kept = settled.performance.payments.statement(VENDOR, quarter());
    assert_eq!(kept.extras.first().map(|extra| extra.feature), Some(None));
}

proptest! {
    #[test]
    fn what_is_paid_is_never_negative_and_nothing_is_lost(
        price in 0_i64..100_000_000,
        readings in prop::collection::vec(0.0_f64..100.0, 6),
        risk_bp in 0_u32..=10_000,
        allocations in prop::array::uniform2(0_u32..=20_000),
        quantity in 0.0_f64..1000.0,
    ) {
        let mut project = project();
        Arc::make_mut(&mut project.selection)
            .vendors
            .update(VENDOR, |vendor| vendor.proposal.base_price = Some(Money(price)));
        let performance = Arc::make_mut(&mut project.performance);
        for (place, value) in readings.into_iter().enumerate() {
            let kpi = Id::fixed(12 + place as u128 / 3);
            let at = month("2026-07").plus(place as i32 % 3);
            performance.set_reading(VENDOR, kpi, at, Some(Reading::Value(value)));
        }
        performance.credits.at_risk.risk_bp = risk_bp;
        for (id, allocation_bp) in [2, 3].into_iter().zip(allocations) {
            performance.credits.lines.insert(Id::fixed(id), LineTerms { allocation_bp, ..LineTerms::default() });
        }
        change(&mut project, |one| one.extras.push(Extra { quantity: Some(quantity), ..extra() }));
        let one = project.draw_statement(VENDOR, quarter()).stated;
        prop_assert!(Money(0) <= one.payment && Money(0) <= one.clamped);
        let sum = one.base().0 - one.credits.0 + one.returned.0 + one.value_added.0;
        prop_assert_eq!(one.payment.0 - one.clamped.0, sum);
        prop_assert!(one.credits <= one.sum && one.cap.is_none_or(|cap| one.credits <= cap));
        prop_assert_eq!(one.lines.iter().map(|line| line.credit.0).sum::<i64>(), one.sum.0);
        for mended in project.mended(VENDOR, quarter(), one.value_added) {
            prop_assert!(Money(0) <= mended.returns);
        }
    }

    #[test]
    fn no_later_edit_alters_what_both_confirmed(edits in prop::collection::vec((0_u8..12, 0_u32..100), 1..16)) {
        let mut project = settled();
        let before = agreed(&project);
        // What undo goes back to: from before there was a statement to one half confirmed.
        let mut undo = vec![self::project(), half_settled()];
        let mut redo = Vec::new();
        for (kind, value) in edits {
            if !matches!(kind, 9 | 10) {
                undo.push(project.clone());
                redo.clear();
            }
            match kind {
                9 => go_back(&mut project, &mut undo, &mut redo),
                10 => go_back(&mut project, &mut redo, &mut undo),
                0 => Arc::make_mut(&mut project.performance)
                    .set_reading(VENDOR, Id::fixed(12), month("2026-07"), Some(Reading::Value(f64::from(value)))),
                1 => Arc::make_mut(&mut project.performance).credits.at_risk.risk_bp = value,
                2 => change(&mut project, |one| one.extras.push(extra())),
                3 => change(&mut project, |one| one.extras.clear()),
                4 => Arc::make_mut(&mut project.requirements)
                    .sla
                    .update(Id::fixed(2), |line| line.target = Some(f64::from(value))),
                5 => drop(Arc::make_mut(&mut project.requirements).sla.remove(Id::fixed(3))),
                6 => change(&mut project, |one| one.withdraw(Side::Vendor)),
                7 => {
                    let stated = project.draw_statement(VENDOR, quarter()).stated;
                    // Without the vendor nothing is payable, so nothing is confirmed.
                    let _ = try_to_confirm(&mut project, Side::Client, &stated);
                }
                8 => change(&mut project, |one| one.take_back("a slip", day("2026-10-08"))),
                _ => {
                    Arc::make_mut(&mut project.selection).vendors.remove(VENDOR);
                    project.mend_links();
                }
            }
            prop_assert_eq!(&agreed(&project), &before);
        }
        let kept = &project.performance.payments.statement(VENDOR, quarter()).agreed;
        prop_assert!(kept.iter().all(|one| one.is_intact()));
    }
}
