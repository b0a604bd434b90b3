//! One assessment: every line over one period, with the reason of what it costs.

use decode::Decode;
use serde::{Deserialize, Serialize};

use crate::domain::ids::Id;
use crate::domain::money::Money;
use crate::domain::performance::credits::charge::{
    Charge, Consequence, CreditError, PayBand, Step, Tier, band_of, cap, check_pool, earlier_misses, share,
    split, step_of, tier_of,
};
use crate::domain::performance::credits::readings::Actuals;
use crate::domain::performance::credits::terms::{CreditTerms, Level};
use crate::domain::period::{Cycle, Month, Period};
use crate::domain::register::Register;
use crate::domain::requirements::protection::PenaltyModel;
use crate::domain::requirements::{Bound, SlaLine, Window};
use crate::domain::share::is_percent;

/// How close two computed values count as equal.
pub(super) const EQUAL: f64 = 1e-9;

/// What became of a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It reached its target.
    Met,
    /// It did not.
    Missed,
    /// Nothing was read, or nothing happened: neither met nor missed.
    #[default]
    NoData,
    /// It is measured over a quarter, and none ends here.
    NotDue,
    /// All its months were taken out.
    Excluded,
    /// It has no target to be held to.
    NoTarget,
}

/// Why a line costs what it costs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// It costs nothing: it was not missed, or only reports.
    #[default]
    Free,
    /// Its share of the amount at risk.
    Allocated {
        /// The share of the fee at risk, basis points.
        #[serde(default)]
        risk_bp: u32,
        /// Its share of that, basis points.
        #[serde(default)]
        allocation_bp: u32,
    },
    /// The tier its attainment lies in.
    Tier(Tier),
    /// Its attainment lies in no tier.
    NoTier,
    /// It is no share, so that no tier can hold it.
    NoShare,
    /// It adds points; the step they reach together is told by the line of the sum.
    Points(u32),
    /// The step the points of all lines reach.
    Steps {
        /// All points.
        #[serde(default)]
        points: u32,
        /// The step, where one is reached.
        #[serde(default)]
        step: Option<Step>,
    },
    /// The share of a miss after so many earlier ones in the window.
    Repeat {
        /// How many months before were missed.
        #[serde(default)]
        earlier: usize,
        /// What it costs, basis points.
        #[serde(default)]
        credit_bp: u32,
    },
    /// The band the score lies in.
    Score {
        /// The score, where enough of it has data.
        #[serde(default)]
        score: Option<f64>,
        /// The band.
        #[serde(default)]
        band: Option<PayBand>,
    },
}

/// One line of an assessment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CreditLine {
    /// The service level; none for what all lines come to together.
    pub sla: Option<Id<SlaLine>>,
    /// Whether it carries credits.
    pub level: Level,
    /// What came out.
    pub actual: Option<f64>,
    /// What was agreed.
    pub target: Option<f64>,
    /// What became of it.
    pub outcome: Outcome,
    /// Why it costs what it costs.
    pub rule: Rule,
    /// What it costs before the cap.
    pub credit: Money,
    /// What of the deducted credits falls on it: what the cap leaves, or its share by points. All parts add up to the
    /// credits, and an earn-back returns the part.
    pub part: Money,
}

/// All lines over one period.
#[derive(Clone, Debug, PartialEq)]
pub struct Assessment {
    /// The period.
    pub period: Period,
    /// The fee of the period.
    pub fee: Money,
    /// The lines in the order of the register; with points or a score, the line of the sum stands last.
    pub lines: Vec<CreditLine>,
    /// All lines together.
    pub sum: Money,
    /// The most that may be deducted.
    pub cap: Option<Money>,
    /// What is deducted.
    pub credits: Money,
    /// What else follows.
    pub consequence: Consequence,
    /// The critical lines whose failure is chronic now.
    pub chronic: Vec<Id<SlaLine>>,
}

impl Assessment {
    /// Returns what is taken off the fee: credits beyond it take nothing more from it.
    #[must_use]
    pub fn taken(&self) -> Money {
        self.credits.min(self.fee)
    }

    /// Returns by how much the credits go beyond the fee they are taken from.
    #[must_use]
    pub fn beyond_fee(&self) -> Money {
        Money(self.credits.0.saturating_sub(self.taken().0))
    }
}

/// The misses so far: which line, in which period's first month.
pub type Misses = Vec<(Id<SlaLine>, Month)>;

/// Everything an assessment rests on besides the readings.
#[derive(Clone, Copy, Debug)]
pub struct Agreement<'a> {
    /// What is agreed.
    pub terms: &'a CreditTerms,
    /// The service levels.
    pub lines: &'a Register<SlaLine>,
    /// The base fee a month.
    pub fee: Money,
}

impl Agreement<'_> {
    /// Assesses one period after the misses before it.
    pub fn assess(
        &self,
        period: Period,
        actuals: &Actuals,
        earlier: &Misses,
    ) -> Result<Assessment, CreditError> {
        let terms = self.terms;
        let model = terms.model.ok_or(CreditError::NoModel)?;
        let fee = Money(self.fee.0.max(0).saturating_mul(i64::from(period.n_months())));
        let critical = self.lines.iter().filter(|line| terms.level(line) == Level::Critical);
        let risk_bp = (model == PenaltyModel::AtRisk).then_some(terms.at_risk.risk_bp);
        if risk_bp.is_some() {
            check_pool(terms.at_risk, critical.map(|line| terms.line(line.id).allocation_bp))?;
        }
        let mut lines: Vec<CreditLine> =
            self.lines.iter().map(|line| self.line(line, model, period, actuals, earlier, fee)).collect();
        let mut consequence = Consequence::None;
        match model {
            PenaltyModel::Points => lines.push(steps_line(terms, &lines, fee)),
            PenaltyModel::PayByScore => {
                let line = self.score_line(period, actuals, fee);
                if let Rule::Score { band: Some(band), .. } = line.rule {
                    consequence = band.consequence;
                }
                lines.push(line);
            }
            PenaltyModel::AtRisk | PenaltyModel::ShortfallTiers | PenaltyModel::Escalation => (),
        }
        let charge =
            Charge::new(lines.iter().map(|line| line.credit).collect(), cap(fee, terms.cap_bp, risk_bp));
        let parts = match model {
            PenaltyModel::Points => split(charge.credits, lines.iter().map(CreditLine::points)),
            _ => charge.parts(),
        };
        lines.iter_mut().zip(parts).for_each(|(line, part)| line.part = part);
        let missed = lines.iter().filter(|line| line.is_failed()).filter_map(|line| line.sla);
        let is_chronic =
            |line: &Id<SlaLine>| terms.chronic.is_reached(period.first, &months_of(earlier, *line));
        let chronic = missed.filter(is_chronic).collect();
        let Charge { sum, cap, credits, .. } = charge;
        Ok(Assessment { period, fee, lines, sum, cap, credits, consequence, chronic })
    }

    /// Assesses periods one after the other, each after the misses of those before.
    pub fn follow(&self, periods: &[Period], actuals: &Actuals) -> Result<Vec<Assessment>, CreditError> {
        let mut misses = Misses::new();
        let assess = |period: &Period| {
            let found = self.assess(*period, actuals, &misses)?;
            let failed = found.lines.iter().filter(|line| line.is_failed());
            misses.extend(failed.filter_map(|line| Some((line.sla?, period.first))));
            Ok(found)
        };
        periods.iter().map(assess).collect()
    }

    fn line(
        &self,
        line: &SlaLine,
        model: PenaltyModel,
        period: Period,
        actuals: &Actuals,
        earlier: &Misses,
        fee: Money,
    ) -> CreditLine {
        let terms = self.terms;
        let level = terms.level(line);
        let (outcome, actual) = self.outcome(line, period, actuals);
        let agreed = terms.line(line.id);
        let is_charged = outcome == Outcome::Missed && level == Level::Critical;
        let (rule, shares): (Rule, Option<Vec<u32>>) = match model {
            _ if !is_charged => (Rule::Free, None),
            PenaltyModel::AtRisk => {
                let (risk_bp, allocation_bp) = (terms.at_risk.risk_bp, agreed.allocation_bp);
                (Rule::Allocated { risk_bp, allocation_bp }, Some(vec![risk_bp, allocation_bp]))
            }
            PenaltyModel::ShortfallTiers => match actual.and_then(|actual| line.good_share(actual)) {
                None => (Rule::NoShare, None),
                Some(ppm) => match tier_of(&terms.tiers, ppm) {
                    Some(tier) => (Rule::Tier(tier), Some(vec![tier.credit_bp])),
                    None => (Rule::NoTier, None),
                },
            },
            PenaltyModel::Points => (Rule::Points(agreed.points), None),
            PenaltyModel::Escalation => {
                let window = terms.escalation.window_months;
                let earlier = earlier_misses(period.first, window, &months_of(earlier, line.id));
                let credit_bp = terms.escalation.rate(earlier);
                (Rule::Repeat { earlier, credit_bp }, Some(vec![credit_bp]))
            }
            PenaltyModel::PayByScore => (Rule::Free, None),
        };
        let credit = shares.map_or(Money(0), |shares| share(fee, &shares));
        let target = line.target;
        CreditLine { sla: Some(line.id), level, actual, target, outcome, rule, credit, part: Money(0) }
    }

    /// Makes the line of the score. A span that was taken out for every line is not scored.
    fn score_line(&self, period: Period, actuals: &Actuals, fee: Money) -> CreditLine {
        let score = actuals.score(period);
        if self.terms.is_excluded(period, self.lines.iter().map(|line| line.id)) {
            let rule = Rule::Score { score, band: None };
            return sum_line(Outcome::Excluded, rule, Money(0), score);
        }
        let band = score.and_then(|score| band_of(&self.terms.bands, score_milli(score)));
        let credit = band.map_or(Money(0), |band| share(fee, &[band.credit_bp()]));
        let outcome = match (score, credit) {
            (None, _) => Outcome::NoData,
            (_, Money(0)) => Outcome::Met,
            _ => Outcome::Missed,
        };
        sum_line(outcome, Rule::Score { score, band }, credit, score)
    }

    /// Says what became of a line over a period, with what came out.
    fn outcome(&self, line: &SlaLine, period: Period, actuals: &Actuals) -> (Outcome, Option<f64>) {
        let Some(looked_at) = line.span(period) else { return (Outcome::NotDue, None) };
        let counts = |month: Month| self.terms.excluded(line.id, month).is_none();
        if !looked_at.months().any(counts) {
            return (Outcome::Excluded, None);
        }
        let Some(actual) = actuals.mean(line.id, looked_at, counts) else { return (Outcome::NoData, None) };
        let outcome = match line.target {
            None => Outcome::NoTarget,
            Some(target) if line.bound.is_met(actual, target) => Outcome::Met,
            Some(_) => Outcome::Missed,
        };
        (outcome, Some(actual))
    }
}

impl Bound {
    /// Tells whether a value keeps to a target; exactly on it does.
    #[must_use]
    pub fn is_met(self, value: f64, target: f64) -> bool {
        match self {
            Self::AtLeast => target - EQUAL <= value,
            Self::AtMost => value <= target + EQUAL,
        }
    }
}

impl CreditLine {
    /// Tells whether a line that carries credits was missed.
    #[must_use]
    pub fn is_failed(&self) -> bool {
        self.outcome == Outcome::Missed && self.level == Level::Critical
    }

    /// Returns how much was good of a share that was missed, in percent: of one that went over its target, what is left
    /// of the whole.
    #[must_use]
    pub fn good_percent(&self) -> Option<f64> {
        let (actual, target) = (self.actual?, self.target?);
        Some(if target < actual { 100.0 - actual } else { actual })
    }

    fn points(&self) -> i64 {
        if let Rule::Points(points) = self.rule { i64::from(points) } else { 0 }
    }
}

fn months_of(misses: &Misses, line: Id<SlaLine>) -> Vec<Month> {
    misses.iter().filter(|(missed, _)| *missed == line).map(|(_, month)| *month).collect()
}

impl SlaLine {
    /// Returns the months it is looked at over when a period is assessed: of one measured over a quarter the whole
    /// quarter that ends with the period, and nothing where none does.
    #[must_use]
    pub fn span(&self, period: Period) -> Option<Period> {
        if self.window != Window::Quarter || 3 <= period.n_months() {
            return Some(period);
        }
        period.last().month().is_multiple_of(3).then(|| Cycle::Quarter.around(period.last()))
    }

    /// Returns the share of what was good at a value, in parts per million: of a share that is to be low, what is left of
    /// the whole. What falls short by less than a part is rounded down, so that a limit is reached only by what reaches
    /// it. Nothing where it is no share.
    #[must_use]
    pub fn good_share(&self, value: f64) -> Option<u32> {
        let good = match self.bound {
            _ if !is_percent(&self.unit) => return None,
            Bound::AtLeast => value,
            Bound::AtMost => 100.0 - value,
        };
        Some(whole_parts(good.clamp(0.0, 100.0), 10_000.0))
    }
}

fn whole_parts(value: f64, parts: f64) -> u32 {
    ((value + EQUAL) * parts).floor() as u32
}

/// Returns a score in whole thousandths of a point, rounded down: a band is reached only by what reaches it.
#[must_use]
pub fn score_milli(score: f64) -> u32 {
    whole_parts(score.max(0.0), 1000.0)
}

fn sum_line(outcome: Outcome, rule: Rule, credit: Money, actual: Option<f64>) -> CreditLine {
    let (sla, level, target, part) = (None, Level::Critical, None, Money(0));
    CreditLine { sla, level, actual, target, outcome, rule, credit, part }
}

fn steps_line(terms: &CreditTerms, lines: &[CreditLine], fee: Money) -> CreditLine {
    let sum: i64 = lines.iter().map(CreditLine::points).sum();
    let points = u32::try_from(sum).unwrap_or(u32::MAX);
    let step = step_of(&terms.steps, points);
    let credit = step.map_or(Money(0), |step| share(fee, &[step.credit_bp]));
    let outcome = if credit == Money(0) { Outcome::Met } else { Outcome::Missed };
    sum_line(outcome, Rule::Steps { points, step }, credit, Some(f64::from(points)))
}

#[cfg(test)]
mod tests;
