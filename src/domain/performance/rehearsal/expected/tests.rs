use super::*;
use crate::domain::ids::Id;
use crate::domain::performance::Reading;
use crate::domain::performance::credits::terms::{CreditTerms, LineTerms};
use crate::domain::performance::rehearsal::history::{Column, History};
use crate::domain::performance::rehearsal::rehearse;
use crate::domain::period::Month;
use crate::domain::register::Register;

fn found(model: PenaltyModel, values: &[f64]) -> Option<Expected> {
    let mut lines = Register::default();
    lines.add(Id::fixed(1), |line: &mut crate::domain::requirements::SlaLine| {
        (line.target, line.unit, line.penalty_model) = (Some(99.0), "%".to_owned(), Some(model));
    });
    let mut terms = CreditTerms { model: Some(model), ..CreditTerms::default() };
    terms.lines.insert(Id::fixed(1), LineTerms { allocation_bp: 5000, ..LineTerms::default() });
    let mut history = History::default();
    for (place, value) in values.iter().enumerate() {
        let month = Month::parse("2026-01").unwrap().plus(place as i32);
        history.set(Column::Value(Id::fixed(1)), month, Reading::Value(*value));
    }
    let agreement = Agreement { terms: &terms, lines: &lines, fee: Money(1_000_000) };
    expected(&agreement, &rehearse(&agreement, Cycle::Quarter, &history).unwrap(), SEED)
}

#[test]
fn what_always_happens_costs_the_same_every_year() {
    let found = |values: &[f64]| found(PenaltyModel::AtRisk, values).unwrap();
    let never = found(&[99.5, 99.6, 99.7]);
    assert_eq!((never.mean, never.interval, never.chronic_bp), (Money(0), [Money(0); 2], 0));
    let always = found(&[90.0, 90.0, 90.0]);
    assert_eq!(
        (always.mean, always.interval, always.fee),
        (Money(720_000), [Money(720_000); 2], Money(12_000_000))
    );
    assert_eq!(always.chronic_bp, 10_000);
}

#[test]
fn the_mean_is_near_that_of_the_history_and_within_the_interval() {
    // One month of four costs 60 000: a year 180 000.
    let found = found(PenaltyModel::AtRisk, &[99.5, 90.0, 99.6, 99.7]).unwrap();
    assert!((found.mean.0 - 180_000).abs() < 6000, "{found:?}");
    let [low, high] = found.interval;
    assert!(low < found.mean && found.mean < high);
}

#[test]
fn repeats_cost_more_in_a_year_that_is_drawn_too() {
    // 5 %, 10 %, then ten times 15 %.
    let always = found(PenaltyModel::Escalation, &[90.0, 90.0, 90.0]).unwrap();
    assert_eq!(always.mean, Money(50_000 + 100_000 + 10 * 150_000));
    assert_eq!(found(PenaltyModel::Escalation, &[90.0, 90.0]), None);
}

/// A year of months in which a line by month (1) is always kept and one by quarter (2) always missed, or the score is low.
fn year(model: PenaltyModel, window: Window, scores: bool) -> (Rehearsal, Option<Expected>) {
    let mut lines = Register::default();
    for (id, window) in [(1, Window::Month), (2, window)] {
        lines.add(Id::fixed(id), |line: &mut SlaLine| {
            (line.target, line.unit, line.window) = (Some(99.0), "%".to_owned(), window);
            line.penalty_model = Some(model);
        });
    }
    let mut terms = CreditTerms { model: Some(model), ..CreditTerms::default() };
    terms.lines.insert(Id::fixed(2), LineTerms { allocation_bp: 5000, points: 10, ..LineTerms::default() });
    let mut history = History::default();
    for place in 0..14 {
        let month = Month::parse("2025-12").unwrap().plus(place);
        history.set(Column::Value(Id::fixed(1)), month, Reading::Value(99.9));
        history.set(Column::Value(Id::fixed(2)), month, Reading::Value(90.0));
        if scores {
            history.set(Column::Score, month, Reading::Value(if place % 2 == 0 { 80.0 } else { 100.0 }));
        }
    }
    let agreement = Agreement { terms: &terms, lines: &lines, fee: Money(1_000_000) };
    let rehearsal = rehearse(&agreement, Cycle::Quarter, &history).unwrap();
    let year = expected(&agreement, &rehearsal, SEED);
    (rehearsal, year)
}

#[test]
fn a_line_by_quarter_is_charged_four_times_a_year() {
    let (rehearsal, found) = year(PenaltyModel::AtRisk, Window::Quarter, false);
    // Charged in December and in the four quarters of the year after it.
    assert_eq!(rehearsal.credits, Money(5 * 60_000));
    let found = found.unwrap();
    assert_eq!((found.span, found.spans, found.from), (Cycle::Quarter, 4, 4));
    assert_eq!((found.mean, found.interval), (Money(240_000), [Money(240_000); 2]));
    let by_month = year(PenaltyModel::AtRisk, Window::Month, false).1.unwrap();
    assert_eq!((by_month.span, by_month.spans, by_month.from), (Cycle::Month, 12, 14));
    assert_eq!(by_month.mean, Money(720_000));
    let points = year(PenaltyModel::Points, Window::Quarter, false).1.unwrap();
    assert_eq!(points.mean, Money(4 * 20_000));
}

#[test]
fn only_a_score_says_what_paying_by_score_costs() {
    assert_eq!(year(PenaltyModel::PayByScore, Window::Month, false).1, None);
    let found = year(PenaltyModel::PayByScore, Window::Quarter, true).1.unwrap();
    assert_eq!(found.span, Cycle::Month);
    assert!((found.mean.0 - 6 * 200_000).abs() < 60_000, "{found:?}");
}

#[test]
fn months_without_data_cost_nothing_and_are_not_drawn() {
    let mut history = History::default();
    let month = Month::parse("2026-01").unwrap();
    (0..6).for_each(|place| history.set(Column::Value(Id::fixed(9)), month.plus(place), Reading::Value(1.0)));
    let lines = Register::default();
    let terms = CreditTerms { model: Some(PenaltyModel::Points), ..CreditTerms::default() };
    let agreement = Agreement { terms: &terms, lines: &lines, fee: Money(100) };
    let rehearsal = rehearse(&agreement, Cycle::Quarter, &history).unwrap();
    assert_eq!(expected(&agreement, &rehearsal, SEED), None);
}
