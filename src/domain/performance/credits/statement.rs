//! What credits come to over a period that is settled, and what is earned back in it.

use decision::order;
use decode::Decode;
use serde::Serialize;

use crate::domain::ids::Id;
use crate::domain::money::Money;
use crate::domain::performance::credits::assess::{Agreement, Assessment, Outcome};
use crate::domain::performance::credits::charge::{
    Consequence, CreditError, EarnBack, Payable, payable, total,
};
use crate::domain::performance::credits::readings::Actuals;
use crate::domain::performance::credits::statement::settled::{Before, Charged, Settled};
use crate::domain::performance::credits::terms::{Assessed, CreditTerms};
use crate::domain::period::{Month, Period};
use crate::domain::project::Project;
use crate::domain::requirements::SlaLine;
use crate::domain::selection::Vendor;
use crate::domain::selection::offer::Tier;

pub mod settled;

/// How many assessments are looked back over: what a slip in the year puts before them is no history.
pub const REMEMBERED: usize = 120;

/// Where the base fee comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum FeeSource {
    /// It was typed into the terms.
    #[default]
    Typed,
    /// It is the base price a month of the vendor's proposal.
    Proposal,
}

/// A credit that may be earned back.
#[derive(Clone, Debug, PartialEq)]
pub struct Returning {
    /// The service level.
    pub sla: Id<SlaLine>,
    /// When it was missed.
    pub missed: Period,
    /// What was charged for it.
    pub charged: Money,
    /// The higher level it has to reach.
    pub higher: f64,
    /// What came out of the periods after the miss, as far as they count, the oldest first.
    pub results: Vec<(Period, Option<f64>)>,
    /// Where it stands.
    pub state: EarnBack,
    /// In which period it was decided.
    pub decided: Option<Period>,
}

impl Returning {
    /// Returns what is returned: all or nothing.
    #[must_use]
    pub fn amount(&self) -> Money {
        if self.state == EarnBack::Returned { self.charged } else { Money(0) }
    }
}

/// The credits of one vendor over a period.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// The period.
    pub period: Period,
    /// The fee of the period.
    pub fee: Money,
    /// Where the fee a month comes from.
    pub fee_source: FeeSource,
    /// The assessments in it, each with its lines, its sum and its cap: one for each month, or one.
    pub assessments: Vec<Assessment>,
    /// What is deducted in it.
    pub credits: Money,
    /// The earn-backs that run at its end or were decided in it.
    pub earn_back: Vec<Returning>,
    /// What is returned in it.
    pub returned: Money,
    /// The gravest of what else follows.
    pub consequence: Consequence,
    /// The critical lines whose failure became or stayed chronic in it.
    pub chronic: Vec<Id<SlaLine>>,
}

impl Statement {
    /// Returns what is paid, with what was agreed besides.
    #[must_use]
    pub fn payable(&self, value_added: Money) -> Payable {
        payable(self.fee, self.credits, self.returned, value_added)
    }
}

impl<'a> Agreement<'a> {
    /// Takes what a project agrees with a vendor, and where the fee in it comes from.
    pub fn of(project: &'a Project, vendor: Id<Vendor>) -> Result<(Self, FeeSource), CreditError> {
        let terms = &project.performance.credits;
        if terms.model.is_none() {
            return Err(CreditError::NoModel);
        }
        let (fee, source) = terms.fee_of(project, vendor).ok_or(CreditError::NoFee)?;
        Ok((Self { terms, lines: &project.requirements.sla, fee }, source))
    }
}

impl CreditTerms {
    /// Returns the base fee a month: what was typed, or else the base price the vendor offers.
    #[must_use]
    pub fn fee_of(&self, project: &Project, vendor: Id<Vendor>) -> Option<(Money, FeeSource)> {
        let offered = || project.selection.vendors.get(vendor)?.proposal.price(Tier::Base);
        let typed = self.fee.map(|fee| (fee, FeeSource::Typed));
        typed.or_else(|| Some((offered()?, FeeSource::Proposal)))
    }

    /// Returns the periods that are assessed from a month up to the end of a period, at most [`REMEMBERED`].
    #[must_use]
    pub fn periods(&self, from: Month, period: Period) -> Vec<Period> {
        let mut periods = match self.assessed {
            Assessed::EachMonth => Period::month(period.last()).since(from.min(period.first)),
            Assessed::WholePeriod => period.since(from),
        };
        periods.split_off(periods.len().saturating_sub(REMEMBERED))
    }
}

/// Makes the statement of a vendor's credits over a period by the terms of the project.
pub fn statement(project: &Project, vendor: Id<Vendor>, period: Period) -> Result<Statement, CreditError> {
    let (agreement, fee_source) = Agreement::of(project, vendor)?;
    let before = Before::of(project, vendor, period);
    let actuals = Actuals::of(project, vendor, &agreement.terms.periods(before.first, period));
    statement_of(&agreement, fee_source, &actuals, period, &before)
}

/// Makes the statement of a period from readings that begin with a month, whatever they come from.
pub fn statement_of(
    agreement: &Agreement<'_>,
    fee_source: FeeSource,
    actuals: &Actuals,
    period: Period,
    before: &Before,
) -> Result<Statement, CreditError> {
    let all = agreement.follow(&agreement.terms.periods(before.first, period), actuals)?;
    let mut earn_back = returning(agreement, &all, actuals, &before.settled);
    earn_back.retain(|one| {
        one.decided.is_none_or(|decided| period.holds(decided.first))
            && !before.settled.is_decided(one, period)
    });
    let returned = total(earn_back.iter().map(Returning::amount));
    let assessments: Vec<Assessment> =
        all.into_iter().filter(|assessment| period.holds(assessment.period.first)).collect();
    let consequence = assessments.iter().map(|one| one.consequence).max().unwrap_or_default();
    let mut chronic: Vec<Id<SlaLine>> = Vec::new();
    for line in assessments.iter().flat_map(|assessment| &assessment.chronic) {
        if !chronic.contains(line) {
            chronic.push(*line);
        }
    }
    Ok(Statement {
        period,
        fee: total(assessments.iter().map(|assessment| assessment.fee)),
        fee_source,
        credits: total(assessments.iter().map(|assessment| assessment.credits)),
        assessments,
        earn_back,
        returned,
        consequence,
        chronic,
    })
}

/// Lists the misses whose credit may be earned back: those of settled statements as they were charged, all others as the
/// assessments charge them; in order.
fn charged(agreement: &Agreement<'_>, all: &[Assessment], settled: &Settled) -> Vec<Charged> {
    let mut found = settled.charged.clone();
    for assessment in all.iter().filter(|one| !settled.covers(one.period)) {
        let lines = assessment.lines.iter().filter(|line| Money(0) < line.part);
        found.extend(lines.filter_map(|line| {
            Some(Charged { sla: line.sla?, missed: assessment.period, amount: line.part, higher: None })
        }));
    }
    for one in &mut found {
        one.higher = one.higher.or(agreement.terms.line(one.sla).higher);
    }
    order::sort_by(&mut found, |one, other| one.missed.first.cmp(&other.missed.first));
    found
}

/// Follows every credit of a line with a higher level through the assessments after it. Spans that were taken out or
/// end no quarter are passed over; what was not read yet leaves it open.
fn returning(
    agreement: &Agreement<'_>,
    all: &[Assessment],
    actuals: &Actuals,
    settled: &Settled,
) -> Vec<Returning> {
    let terms = agreement.terms;
    let mut found = Vec::new();
    if !terms.earn_back.agreed {
        return found;
    }
    let window = usize::from(terms.earn_back.window.max(1));
    for Charged { sla, missed, amount, higher } in charged(agreement, all, settled) {
        let Some((higher, line)) = higher.zip(agreement.lines.get(sla)) else { continue };
        let later = all.iter().filter(|one| missed.last() < one.period.first);
        let later = later.take_while(|one| actuals.last(sla).is_some_and(|last| one.period.first <= last));
        let results = later.filter_map(|one| {
            let line = one.lines.iter().find(|line| line.sla == Some(sla))?;
            let counts = !matches!(line.outcome, Outcome::Excluded | Outcome::NotDue);
            counts.then_some((one.period, line.actual))
        });
        let results: Vec<_> = results.take(window).collect();
        let reaches = |actual: Option<f64>| actual.is_some_and(|actual| line.bound.is_met(actual, higher));
        let reached: Vec<bool> = results.iter().map(|(_, actual)| reaches(*actual)).collect();
        let state = EarnBack::of(window, &reached);
        let decided = match state {
            EarnBack::Pending => None,
            EarnBack::Returned => results.last(),
            EarnBack::Lost => reached.iter().position(|reached| !reached).and_then(|at| results.get(at)),
        };
        let decided = decided.map(|(period, _)| *period);
        found.push(Returning { sla, missed, charged: amount, higher, results, state, decided });
    }
    found
}

#[cfg(test)]
mod tests;
