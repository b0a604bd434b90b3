use std::sync::Arc;

use super::history::{Column, column};
use super::*;
use crate::domain::performance::Reading;
use crate::domain::performance::credits::charge::Tier;
use crate::domain::performance::credits::terms::{Assessed, CreditTerms, LineTerms};
use crate::domain::period::Month;
use crate::domain::project::Project;
use crate::domain::register::Register;
use crate::domain::requirements::Window;
use crate::domain::requirements::protection::PenaltyModel;

fn lines() -> Register<SlaLine> {
    let mut lines = Register::default();
    for (id, bound, target, unit) in [(1, Bound::AtLeast, 99.0, "%"), (2, Bound::AtMost, 15.0, "min")] {
        lines.add(Id::fixed(id), |line: &mut SlaLine| {
            (line.bound, line.target, line.unit) = (bound, Some(target), unit.to_owned());
            line.penalty_model = Some(PenaltyModel::AtRisk);
        });
    }
    lines
}

fn month(place: usize) -> Month {
    Month::parse("2026-01").unwrap().plus(place as i32)
}

fn replay(values: [&[f64]; 2]) -> Rehearsal {
    let mut history = History::default();
    for (id, values) in (1..).zip(values) {
        for (place, value) in values.iter().enumerate() {
            history.set(Column::Value(Id::fixed(id)), month(place), Reading::Value(*value));
        }
    }
    history.set(Column::Count(Id::fixed(1)), month(1), Reading::Value(99.0));
    history.set(Column::Count(Id::fixed(1)), month(2), Reading::Value(100.0));
    let mut terms = CreditTerms { model: Some(PenaltyModel::AtRisk), ..CreditTerms::default() };
    for id in [1, 2] {
        terms.lines.insert(Id::fixed(id), LineTerms { allocation_bp: 5000, ..LineTerms::default() });
    }
    let lines = lines();
    let agreement = Agreement { terms: &terms, lines: &lines, fee: Money(1_000_000) };
    rehearse(&agreement, Cycle::Quarter, &history).unwrap()
}

#[test]
fn a_history_says_what_each_month_would_have_cost() {
    let found = replay([&[98.0, 99.5, 99.0], &[14.0, 16.0, 17.0]]);
    let credits: Vec<_> = found.assessments.iter().map(|one| one.credits.0).collect();
    assert_eq!(credits, [60_000, 60_000, 60_000]);
    assert_eq!((found.fee, found.credits), (Money(3_000_000), Money(180_000)));
    let line = &found.lines[1];
    assert_eq!((line.met, line.periods, line.credits), (1, 3, Money(120_000)));
    assert_eq!((line.best, line.worst, line.needs), (Some(14.0), Some(17.0), None));
    // 99 % needs a hundred cases for one to be missed.
    assert_eq!(
        (found.lines[0].needs, &found.lines[0].thin),
        (Some(100), &vec![(Period::month(month(1)), 99)])
    );
}

#[test]
fn a_target_that_says_nothing_is_told() {
    let verdicts = |first: &[f64], second: &[f64]| {
        replay([first, second]).lines.iter().map(|line| line.verdict).collect::<Vec<_>>()
    };
    assert_eq!(
        verdicts(&[99.9, 99.8, 99.95], &[20.0, 30.0, 16.0]),
        [Verdict::Pointless, Verdict::Unreachable]
    );
    assert_eq!(verdicts(&[99.1, 99.9, 99.5], &[15.0, 14.0]), [Verdict::Telling, Verdict::TooFew]);
    assert_eq!(verdicts(&[98.0, 99.9, 99.5], &[]), [Verdict::Telling, Verdict::NoData]);
}

#[test]
fn a_head_names_a_line_an_indicator_or_a_count() {
    let mut project = Project::default();
    let requirements = Arc::make_mut(&mut project.requirements);
    requirements.sla.add(Id::fixed(1), |line| line.measure = "Uptime".to_owned());
    let performance = Arc::make_mut(&mut project.performance);
    performance.kpis.add(Id::fixed(2), |kpi| (kpi.name, kpi.sla) = ("Online".to_owned(), Some(Id::fixed(1))));
    performance.kpis.add(Id::fixed(3), |kpi| kpi.name = "CSAT".to_owned());
    let value = Some(Column::Value(Id::fixed(1)));
    assert_eq!(["s-01", " Uptime", "K-1", "Online"].map(|head| column(&project, head)), [value; 4]);
    let count = Some(Column::Count(Id::fixed(1)));
    assert_eq!(["S-01 n", "Uptime (n)", "S-01 件数"].map(|head| column(&project, head)), [count; 3]);
    assert_eq!(["CSAT", "", "n", "S-02"].map(|head| column(&project, head)), [None; 4]);
}

/// A critical line by quarter, with figures and counts of so many months from January.
fn by_quarter(target: Option<f64>, n_months: usize) -> (CreditTerms, Register<SlaLine>, History) {
    let mut lines = Register::default();
    lines.add(Id::fixed(1), |line: &mut SlaLine| {
        (line.target, line.unit, line.window) = (target, "%".to_owned(), Window::Quarter);
        line.penalty_model = Some(PenaltyModel::Points);
    });
    let mut history = History::default();
    for place in 0..n_months {
        history.set(Column::Value(Id::fixed(1)), month(place), Reading::Value(90.0));
        let n = if place < 3 { 33.0 } else { 40.0 };
        history.set(Column::Count(Id::fixed(1)), month(place), Reading::Value(n));
        history.set(Column::Score, month(place), Reading::Value(70.0 + 10.0 * place as f64));
    }
    (CreditTerms { model: Some(PenaltyModel::Points), ..CreditTerms::default() }, lines, history)
}

#[test]
fn cases_of_a_line_by_quarter_are_counted_over_the_quarter() {
    let (terms, lines, history) = by_quarter(Some(99.0), 6);
    let agreement = Agreement { terms: &terms, lines: &lines, fee: Money(100) };
    let found = rehearse(&agreement, Cycle::Quarter, &history).unwrap();
    // 33 a month are 99 in the first quarter, one less than a hundred; 40 a month are enough.
    assert_eq!(found.lines[0].thin, [(Cycle::Quarter.around(month(0)), 99)]);
}

#[test]
fn a_line_without_a_target_is_told_as_that() {
    let (terms, lines, history) = by_quarter(None, 3);
    let agreement = Agreement { terms: &terms, lines: &lines, fee: Money(100) };
    assert_eq!(rehearse(&agreement, Cycle::Quarter, &history).unwrap().lines[0].verdict, Verdict::NoTarget);
}

#[test]
fn whole_periods_are_those_that_are_settled_and_their_score_is_the_mean_of_the_months() {
    let (mut terms, lines, history) = by_quarter(Some(99.0), 6);
    (terms.model, terms.assessed) = (Some(PenaltyModel::PayByScore), Assessed::WholePeriod);
    let agreement = Agreement { terms: &terms, lines: &lines, fee: Money(100) };
    let scores = |settled: Cycle| {
        let found = rehearse(&agreement, settled, &history).unwrap().assessments;
        let score = |one: &Assessment| (one.period.n_months(), one.lines.last().and_then(|line| line.actual));
        found.iter().map(score).collect::<Vec<_>>()
    };
    assert_eq!(scores(Cycle::Quarter), [(3, Some(80.0)), (3, Some(110.0))]);
    assert_eq!(scores(Cycle::HalfYear), [(6, Some(95.0))]);
}

#[test]
fn what_the_client_pays_and_what_the_vendor_bears_are_the_fee() {
    let mut lines = lines();
    lines.update(Id::fixed(2), |line| (line.target, line.unit) = (Some(5.0), "%".to_owned()));
    let tier = Tier { from_ppm: 0, below_ppm: 990_000, credit_bp: 7500 };
    let terms = CreditTerms {
        model: Some(PenaltyModel::ShortfallTiers),
        tiers: vec![tier],
        ..CreditTerms::default()
    };
    let mut history = History::default();
    for (id, value) in [(1, 90.0), (2, 50.0)] {
        history.set(Column::Value(Id::fixed(id)), month(0), Reading::Value(value));
    }
    let agreement = Agreement { terms: &terms, lines: &lines, fee: Money(1001) };
    let found = rehearse(&agreement, Cycle::Quarter, &history).unwrap();
    assert_eq!((found.fee, found.credits), (Money(1001), Money(1001)));
    assert_eq!(total(found.lines.iter().map(|line| line.credits)), found.credits);
}
