//! What is earned back once the statement of the miss is settled.

use super::*;
use crate::domain::performance::credits::charge::EarnBack;

/// Months that follow each other, settled one by one.
fn at(place: i32) -> Period {
    Period::month(month("2026-07").plus(place))
}

fn earning() -> Project {
    let mut project = project();
    let performance = Arc::make_mut(&mut project.performance);
    performance.credits.earn_back.agreed = true;
    performance.credits.earn_back.window = 2;
    for id in [2, 3] {
        let line = LineTerms { allocation_bp: 2000, higher: Some(96.0), ..LineTerms::default() };
        performance.credits.lines.insert(Id::fixed(id), line);
    }
    project
}

fn read(project: &mut Project, place: i32, value: f64) {
    let month = month("2026-07").plus(place);
    Arc::make_mut(&mut project.performance).set_reading(
        VENDOR,
        Id::fixed(12),
        month,
        Some(Reading::Value(value)),
    );
}

fn settle(project: &mut Project, period: Period) -> Stated {
    for (side, id) in Side::ALL.into_iter().zip([300, 301]) {
        let seen = project.draw_statement(VENDOR, period).stated;
        let signed = (side, Signed { name: "A".to_owned(), ..Signed::default() });
        let new_id =
            || Id::fixed(id + period.first.year() as u128 * 100 + u128::from(period.first.month()) * 7);
        project.confirm_statement((VENDOR, period), signed, &seen, day("2027-12-31"), new_id).unwrap();
    }
    project.performance.payments.statement(VENDOR, period).latest().unwrap().stated.clone()
}

#[test]
fn what_was_deducted_is_returned_whatever_the_terms_say_today() {
    let mut project = earning();
    read(&mut project, 1, 97.0);
    read(&mut project, 2, 98.0);
    let charged = settle(&mut project, at(0)).credits;
    assert_eq!(charged, Money(138_000));
    let performance = Arc::make_mut(&mut project.performance);
    performance.credits.at_risk.risk_bp = 3000;
    let line = LineTerms { allocation_bp: 2000, higher: Some(99.0), ..LineTerms::default() };
    performance.credits.lines.insert(Id::fixed(2), line);
    // The reading is corrected, too: by today's data there was no miss.
    read(&mut project, 0, 99.0);
    let then = project.draw_statement(VENDOR, at(2)).stated;
    let said: Vec<_> = then.returns.iter().map(|one| (one.charged, one.higher, one.state)).collect();
    assert_eq!(said, [(charged, 96.0, EarnBack::Returned)]);
    assert_eq!(then.returned, charged);
}

#[test]
fn what_was_returned_is_not_returned_again() {
    let mut project = earning();
    read(&mut project, 1, 97.0);
    read(&mut project, 2, 98.0);
    read(&mut project, 3, 98.0);
    settle(&mut project, at(0));
    settle(&mut project, at(1));
    assert_eq!(settle(&mut project, at(2)).returned, Money(138_000));
    // With a longer window it would be decided a month later.
    Arc::make_mut(&mut project.performance).credits.earn_back.window = 3;
    let later = project.draw_statement(VENDOR, at(3)).stated;
    assert_eq!((later.returned, later.returns.len()), (Money(0), 0));
}

proptest! {
    #[test]
    fn no_more_is_returned_than_was_deducted(
        values in prop::collection::vec(93.0_f64..100.0, 8),
        edits in prop::collection::vec((0_u8..5, 0_u32..=10_000, 0_i32..8, 90.0_f64..100.0), 7),
    ) {
        let mut project = earning();
        for (place, value) in values.into_iter().enumerate() {
            read(&mut project, place as i32, value);
        }
        let (mut deducted, mut returned) = (0, 0);
        for (place, (kind, bp, month, value)) in (0..).zip(edits) {
            let stated = settle(&mut project, at(place));
            deducted += stated.credits.0;
            returned += stated.returned.0;
            prop_assert!(returned <= deducted, "{returned} of {deducted}");
            let credits = &mut Arc::make_mut(&mut project.performance).credits;
            match kind {
                0 => credits.at_risk.risk_bp = bp,
                1 => credits.cap_bp = Some(bp),
                2 => credits.earn_back.window = 1 + (bp % 3) as u8,
                3 => {
                    let line = LineTerms { allocation_bp: bp, higher: Some(value), ..LineTerms::default() };
                    credits.lines.insert(Id::fixed(2), line);
                }
                _ => read(&mut project, month, value),
            }
        }
    }
}
