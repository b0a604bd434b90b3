//! What a credit of a statement rests on, in words and in figures.

use crate::domain::performance::credits::assess::{Outcome, Rule};
use crate::domain::performance::payment::stated::{StatedAssessment, StatedLine};
use crate::domain::period::Month;
use crate::domain::requirements::Bound;
use crate::i18n::format::with_unit;
use crate::i18n::payment::bare;
use crate::i18n::period::months;
use crate::i18n::{Text, format};

/// Writes a month inside a line: 4 月, or Apr.
#[must_use]
pub fn month(text: &'static Text, month: Month) -> String {
    format::month_short(month.month(), text.language)
}

/// Writes what came out, or the sign for nothing.
#[must_use]
pub fn value(actual: Option<f64>, unit: &str) -> String {
    actual.map_or_else(|| format::MISSING.to_owned(), |actual| with_unit(actual, unit.trim()))
}

/// Writes what is measured with its target: first response ≤ 15 min.
#[must_use]
pub fn with_target(measure: &str, bound: Bound, target: Option<f64>, unit: &str) -> String {
    let mark = if bound == Bound::AtMost { "≤" } else { "≥" };
    let target = target.map(|target| format!("{mark}{}", with_unit(target, unit.trim())));
    [Some(measure.trim().to_owned()), target]
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Returns the name of the line of all service levels together.
#[must_use]
pub fn sum_name(text: &'static Text, line: &StatedLine) -> &'static str {
    let is_points = line.assessments.iter().any(|one| matches!(one.rule, Rule::Steps { .. }));
    if is_points { text.payment.points_line } else { text.payment.score_line }
}

/// Says what became of a service level over the period.
#[must_use]
pub fn credit(text: &'static Text, line: &StatedLine) -> String {
    if line.clause.is_empty() {
        let said = line.assessments.iter().map(|one| summed(text, one));
        return said.collect::<Vec<_>>().join(text.common.list_comma);
    }
    let words = &text.payment;
    let of = |outcome: Outcome| line.assessments.iter().filter(move |one| one.outcome == outcome);
    let count = |outcome: Outcome| of(outcome).count();
    let missed: Vec<_> = of(Outcome::Missed)
        .map(|one| format!("{} {}", months(one.period, text.language), value(one.actual, &line.unit)))
        .collect();
    let met: Vec<f64> = of(Outcome::Met).filter_map(|one| one.actual).collect();
    let mut said = Vec::new();
    if !missed.is_empty() {
        let also = if met.is_empty() { String::new() } else { (words.also_met)(met.len()) };
        said.push((words.missed)(&missed.join(text.common.list_comma)) + &also);
    } else if let Some(worst) = met.iter().copied().reduce(|a, b| match line.bound {
        Bound::AtLeast => a.min(b),
        Bound::AtMost => a.max(b),
    }) {
        said.push((words.met)(met.len(), &with_unit(worst, line.unit.trim())));
    }
    let counted = [(Outcome::NoData, words.no_data), (Outcome::Excluded, words.excluded)];
    said.extend(
        counted
            .into_iter()
            .filter(|(outcome, _)| 0 < count(*outcome))
            .map(|(outcome, say)| say(count(outcome))),
    );
    if said.is_empty() && 0 < count(Outcome::NoTarget) {
        said.push(words.no_target.to_owned());
    } else if said.is_empty() {
        said.push(words.not_due.to_owned());
    }
    said.join(text.common.list_comma)
}

/// Says what all service levels came to in one assessment.
fn summed(text: &'static Text, one: &StatedAssessment) -> String {
    let words = &text.payment;
    let said = match one.rule {
        Rule::Steps { points, .. } => (words.points)(points),
        Rule::Score { score: Some(score), .. } => (words.score_of)(&format::fixed(score, 1)),
        _ => (words.no_data)(1),
    };
    format!("{} {said}", months(one.period, text.language))
}

/// Says by which rule a credit was computed: that of the assessment that cost something says how; else that of the first.
#[must_use]
pub fn credit_rule(text: &'static Text, line: &StatedLine) -> &'static str {
    let telling = line.assessments.iter().find(|one| one.rule != Rule::Free).or(line.assessments.first());
    telling.map_or("", |one| (text.payment.rule)(&one.rule))
}

/// Writes how a credit was computed, one line for each assessment.
#[must_use]
pub fn credit_formula(text: &'static Text, line: &StatedLine) -> String {
    let said =
        |one: &StatedAssessment| format!("{}: {}", months(one.period, text.language), formula(text, one));
    line.assessments.iter().map(said).collect::<Vec<_>>().join("\n")
}

/// Writes the credit of one assessment with its numbers.
fn formula(text: &'static Text, one: &StatedAssessment) -> String {
    let words = &text.payment;
    let (fee, credit) = (bare(one.fee), bare(one.credit));
    let share = |bp: u32| format::percent(f64::from(bp) / 100.0, 2, text.language);
    match one.rule {
        Rule::Free | Rule::NoTier | Rule::NoShare => "0".to_owned(),
        Rule::Allocated { risk_bp, allocation_bp } => {
            format!("{fee} × {} × {} = {credit}", share(risk_bp), share(allocation_bp))
        }
        Rule::Tier(tier) => format!("{fee} × {} = {credit}", share(tier.credit_bp)),
        Rule::Points(points) => (words.points)(points),
        Rule::Steps { points, step } => {
            let points = (words.points)(points);
            step.map_or_else(
                || format!("{points} → 0"),
                |step| format!("{points} → {fee} × {} = {credit}", share(step.credit_bp)),
            )
        }
        Rule::Repeat { earlier, credit_bp } => {
            format!("{}: {fee} × {} = {credit}", (words.repeat)(earlier), share(credit_bp))
        }
        Rule::Score { score, band } => {
            let score = (words.score_of)(&format::number_or_missing(score, 2));
            band.map_or_else(
                || format!("{score} → 0"),
                |band| format!("{score} → {fee} × {} = {credit}", share(band.credit_bp())),
            )
        }
    }
}
