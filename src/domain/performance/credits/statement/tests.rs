use std::sync::Arc;

use super::*;
use crate::domain::performance::Reading;
use crate::domain::performance::credits::terms::{Exclusion, LineTerms};
use crate::domain::period::Cycle;
use crate::domain::requirements::protection::PenaltyModel;

const VENDOR: u128 = 7;

fn month(text: &str) -> Month {
    Month::parse(text).unwrap()
}

/// A line of at least 99 %, with 50 % of the amount at risk and 99.5 % to earn it back, read month by month from January.
fn project(values: &[Option<f64>]) -> Project {
    let mut project = Project::default();
    Arc::make_mut(&mut project.selection).vendors.add(Id::fixed(VENDOR), |_| ());
    Arc::make_mut(&mut project.requirements).sla.add(Id::fixed(1), |line| {
        (line.target, line.unit) = (Some(99.0), "%".to_owned());
        line.penalty_model = Some(PenaltyModel::AtRisk);
    });
    let performance = Arc::make_mut(&mut project.performance);
    performance.kpis.add(Id::fixed(2), |kpi| kpi.sla = Some(Id::fixed(1)));
    for (place, value) in values.iter().enumerate() {
        let reading = value.map_or(Reading::NoEvents, Reading::Value);
        let month = month("2026-01").plus(place as i32);
        performance.set_reading(Id::fixed(VENDOR), Id::fixed(2), month, Some(reading));
    }
    let terms = &mut performance.credits;
    (terms.model, terms.fee) = (Some(PenaltyModel::AtRisk), Some(Money(1_000_000)));
    terms.earn_back.agreed = true;
    let line = LineTerms { allocation_bp: 5000, higher: Some(99.5), ..LineTerms::default() };
    terms.lines.insert(Id::fixed(1), line);
    project
}

fn quarter(project: &Project, text: &str) -> Statement {
    statement(project, Id::fixed(VENDOR), Cycle::Quarter.around(month(text))).unwrap()
}

#[test]
fn a_credit_is_deducted_in_its_quarter_and_returned_in_the_one_that_decides() {
    let mut project = project(&[Some(98.0), Some(99.6), Some(99.5), Some(100.0)]);
    let first = quarter(&project, "2026-01");
    assert_eq!((first.fee, first.credits, first.returned), (Money(3_000_000), Money(60_000), Money(0)));
    assert_eq!(first.payable(Money(5000)).payment, Money(2_945_000));
    assert_eq!(first.earn_back[0].state, EarnBack::Pending);
    let second = quarter(&project, "2026-04");
    assert_eq!((second.credits, second.returned), (Money(0), Money(60_000)));
    assert_eq!(second.earn_back[0].decided, Some(Period::month(month("2026-04"))));
    // What was decided does not come up again.
    assert_eq!(quarter(&project, "2026-07").earn_back, []);

    // No credit is returned where nobody agreed that it would be.
    Arc::make_mut(&mut project.performance).credits.earn_back.agreed = false;
    assert_eq!(quarter(&project, "2026-04").returned, Money(0));
}

#[test]
fn a_month_without_data_loses_it_one_not_read_yet_leaves_it_open_and_an_excluded_one_does_not_count() {
    let state = |values: &[Option<f64>], excluded: Option<&str>| {
        let mut project = project(values);
        let from = excluded.map(month);
        let terms = &mut Arc::make_mut(&mut project.performance).credits;
        terms.exclusions.push(Exclusion { from, ..Exclusion::default() });
        quarter(&project, "2026-04").earn_back.first().map(|one| one.state)
    };
    let good = Some(99.9);
    assert_eq!(state(&[Some(98.0), good, good], None), Some(EarnBack::Pending));
    // Lost in March, so that it is no matter of the second quarter any more.
    assert_eq!(state(&[Some(98.0), good, None, good], None), None);
    assert_eq!(state(&[Some(98.0), good, good, None], None), Some(EarnBack::Lost));
    assert_eq!(state(&[Some(98.0), good, None, good, good], Some("2026-03")), Some(EarnBack::Returned));
}

#[test]
fn the_whole_period_is_assessed_by_its_mean_on_its_whole_fee() {
    let mut project = project(&[Some(98.0), Some(99.6), Some(99.5)]);
    Arc::make_mut(&mut project.performance).credits.assessed = Assessed::WholePeriod;
    let found = quarter(&project, "2026-02");
    assert_eq!(found.assessments.len(), 1);
    assert_eq!((found.fee, found.credits), (Money(3_000_000), Money(0)));
    assert!((found.assessments[0].lines[0].actual.unwrap() - 99.033_333).abs() < 1e-5);
}

#[test]
fn the_fee_is_that_of_the_proposal_unless_another_one_is_agreed() {
    let mut project = project(&[]);
    let found = |project: &Project| {
        let period = Period::month(month("2026-01"));
        statement(project, Id::fixed(VENDOR), period).map(|found| (found.fee, found.fee_source))
    };
    assert_eq!(found(&project), Ok((Money(1_000_000), FeeSource::Typed)));
    Arc::make_mut(&mut project.performance).credits.fee = None;
    assert_eq!(found(&project), Err(CreditError::NoFee));
    Arc::make_mut(&mut project.selection)
        .vendors
        .update(Id::fixed(VENDOR), |vendor| vendor.proposal.base_price = Some(Money(7)));
    assert_eq!(found(&project), Ok((Money(7), FeeSource::Proposal)));
    Arc::make_mut(&mut project.performance).credits.model = None;
    assert_eq!(found(&project), Err(CreditError::NoModel));
}

#[test]
fn terms_forget_a_line_that_is_gone_and_a_slip_in_the_year_is_no_history() {
    let mut project = project(&[Some(98.0)]);
    let performance = Arc::make_mut(&mut project.performance);
    performance.set_reading(Id::fixed(VENDOR), Id::fixed(2), month("0026-01"), Some(Reading::Value(1.0)));
    let periods = performance.credits.periods(month("0026-01"), Period::month(month("2026-02")));
    assert_eq!(periods.len(), REMEMBERED);
    Arc::make_mut(&mut project.requirements).sla.remove(Id::fixed(1));
    let taken_out = project.clone();
    project.mend_links();
    assert!(project.performance.credits.lines.is_empty());
    assert_eq!(taken_out.differing(&project), ["K-1", "6.5"]);
}
