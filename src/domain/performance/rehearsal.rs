//! The rehearsal of service levels: a history replayed against the proposed lines. What each line would have been, what
//! would have been deducted, which target says nothing, and what a year may cost.

pub mod expected;
pub mod history;
pub mod tickets;

use crate::domain::ids::Id;
use crate::domain::money::Money;
use crate::domain::performance::credits::assess::{Agreement, Assessment, CreditLine, Outcome};
use crate::domain::performance::credits::charge::{CreditError, split, total};
use crate::domain::performance::credits::terms::Level;
use crate::domain::performance::rehearsal::expected::{Expected, SEED, expected};
use crate::domain::performance::rehearsal::history::History;
use crate::domain::period::{Cycle, Period};
use crate::domain::project::Project;
use crate::domain::requirements::availability::{share, small_sample};
use crate::domain::requirements::{Bound, SlaLine};
use crate::domain::selection::Vendor;

/// From how many periods with data on a line is judged (this project's decision).
pub const MIN_PERIODS: usize = 3;

/// What a history says about a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It has no target to be held to.
    NoTarget,
    /// No period has data.
    NoData,
    /// Too few periods have data.
    TooFew,
    /// It was always met by far: even the worst period lies further beyond the target than the periods lie apart.
    Pointless,
    /// It was never met.
    Unreachable,
    /// It was met at times, or always by little: it tells good from bad.
    Telling,
}

/// One line over a whole history.
#[derive(Clone, Debug, PartialEq)]
pub struct Rehearsed {
    /// The line.
    pub sla: Id<SlaLine>,
    /// Whether it carries credits.
    pub level: Level,
    /// How many periods have data.
    pub periods: usize,
    /// How many of them were met.
    pub met: usize,
    /// The best value.
    pub best: Option<f64>,
    /// The worst value.
    pub worst: Option<f64>,
    /// What would have been taken off the fee for it.
    pub credits: Money,
    /// What the history says about its target.
    pub verdict: Verdict,
    /// From how many cases a period on one miss still meets the target, where it is a share.
    pub needs: Option<u32>,
    /// The spans it is looked at over in which fewer happened, with how many.
    pub thin: Vec<(Period, u32)>,
}

/// A whole history, replayed.
#[derive(Clone, Debug, PartialEq)]
pub struct Rehearsal {
    /// The assessments, the oldest first.
    pub assessments: Vec<Assessment>,
    /// The lines in the order of the register.
    pub lines: Vec<Rehearsed>,
    /// The fee of the whole history.
    pub fee: Money,
    /// What would have been taken off the fee: the client would have paid the rest.
    pub credits: Money,
}

impl Project {
    /// Replays a history against what is agreed with a vendor, and draws what a year may cost.
    pub fn rehearse(
        &self,
        vendor: Id<Vendor>,
        history: &History,
    ) -> Result<(Rehearsal, Option<Expected>), CreditError> {
        let (agreement, _) = Agreement::of(self, vendor)?;
        let found = rehearse(&agreement, self.performance.payments.terms_of(vendor).cycle, history)?;
        let year = expected(&agreement, &found, SEED);
        Ok((found, year))
    }
}

/// Replays a history against the agreement, where so much is settled at once.
pub fn rehearse(
    agreement: &Agreement<'_>,
    settled: Cycle,
    history: &History,
) -> Result<Rehearsal, CreditError> {
    let assessments = agreement.follow(&history.periods(agreement.terms, settled), &history.actuals)?;
    let lines = agreement.lines.iter().map(|line| rehearsed(line, agreement, &assessments, history));
    Ok(Rehearsal {
        lines: lines.collect(),
        fee: total(assessments.iter().map(|one| one.fee)),
        credits: total(assessments.iter().map(Assessment::taken)),
        assessments,
    })
}

fn rehearsed(
    line: &SlaLine,
    agreement: &Agreement<'_>,
    assessments: &[Assessment],
    history: &History,
) -> Rehearsed {
    let found: Vec<&CreditLine> = assessments
        .iter()
        .filter_map(|one| one.lines.iter().find(|found| found.sla == Some(line.id)))
        .collect();
    let values: Vec<f64> = found.iter().filter_map(|one| one.actual).collect();
    let met = found.iter().filter(|one| one.outcome == Outcome::Met).count();
    let lowest = values.iter().copied().reduce(f64::min);
    let highest = values.iter().copied().reduce(f64::max);
    let (best, worst) = match line.bound {
        Bound::AtLeast => (highest, lowest),
        Bound::AtMost => (lowest, highest),
    };
    let needs = share(line).and_then(small_sample).filter(|needs| 1 < *needs);
    let spans = assessments.iter().filter_map(|one| line.span(one.period));
    let counts = spans.filter_map(|span| Some((span, history.count(line.id, span)?)));
    let thin = counts.filter(|(_, n)| needs.is_some_and(|needs| *n < needs));
    Rehearsed {
        sla: line.id,
        level: agreement.terms.level(line),
        periods: values.len(),
        met,
        best,
        worst,
        credits: total(assessments.iter().map(|one| taken_for(one, line.id))),
        verdict: verdict(line.target, values.len(), met, best, worst),
        needs,
        thin: thin.collect(),
    }
}

/// Returns what of the fee an assessment takes off for a line.
fn taken_for(assessment: &Assessment, line: Id<SlaLine>) -> Money {
    let parts = split(assessment.taken(), assessment.lines.iter().map(|one| one.part.0));
    let place = assessment.lines.iter().position(|one| one.sla == Some(line));
    place.and_then(|place| parts.get(place)).copied().unwrap_or_default()
}

fn verdict(
    target: Option<f64>,
    periods: usize,
    met: usize,
    best: Option<f64>,
    worst: Option<f64>,
) -> Verdict {
    let Some(target) = target else { return Verdict::NoTarget };
    let (Some(best), Some(worst)) = (best, worst) else { return Verdict::NoData };
    match met {
        _ if periods < MIN_PERIODS => Verdict::TooFew,
        0 => Verdict::Unreachable,
        _ if met == periods && (best - worst).abs() < (worst - target).abs() => Verdict::Pointless,
        _ => Verdict::Telling,
    }
}

#[cfg(test)]
mod tests;
