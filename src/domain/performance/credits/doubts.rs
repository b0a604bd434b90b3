//! What is doubtful about the terms of service credits. Nothing of it is refused.

mod remedy;
mod tiers;

use crate::domain::ids::Id;
use crate::domain::performance::credits::assess::EQUAL;
use crate::domain::performance::credits::charge::WHOLE_BP;
use crate::domain::performance::credits::doubts::remedy::is_sole_remedy;
use crate::domain::performance::credits::terms::{CreditTerms, Level};
use crate::domain::project::Project;
use crate::domain::requirements::protection::PenaltyModel;
use crate::domain::requirements::{Bound, SlaLine};
use crate::domain::selection::Vendor;

/// The share of the fee that is usually at risk; basis points (Alsbridge).
pub const USUAL_RISK_BP: [u32; 2] = [1000, 1200];

/// One thing to look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// Neither typed nor offered.
    NoFee,
    /// No line carries credits.
    NoCritical,
    /// The allocations of the lines that carry credits sum to more than the pool; both in basis points.
    OverPool(u32, u32),
    /// Less or more is at risk than usual, basis points.
    UnusualRisk(u32),
    /// A line carries credits and a miss costs nothing: no allocation, no points.
    Costless(Id<SlaLine>),
    /// A line is to be deducted by another model.
    OtherModel(Id<SlaLine>),
    /// A line is no share, so that no tier holds it.
    NoShare(Id<SlaLine>),
    /// Attainments that miss the target of a line lie in no tier, so that they cost nothing: from, below; parts per
    /// million.
    NoTier(Id<SlaLine>, u32, u32),
    /// The mildest tier lies above the target of a line, so that a miss by little costs so much; basis points.
    Harsh(Id<SlaLine>, u32),
    /// Two tiers hold the same attainment; the first one counts.
    Overlapping,
    /// A tier ends where it begins or before, so that it holds nothing; counts from 0.
    EmptyTier(usize),
    /// Without a cap, all lines missed at once cost more than the fee; basis points.
    OverFee(u32),
    /// A line has no target.
    NoTarget(Id<SlaLine>),
    /// No indicator shows a line.
    NoKpi(Id<SlaLine>),
    /// Indicators show a line in other units only, so that nothing is read.
    OtherUnit(Id<SlaLine>),
    /// More points or a wider gap cost less.
    Falling,
    /// The lowest band does not begin at 0: a score below it costs nothing.
    OpenBelow,
    /// The level that earns a credit back is no higher than the target.
    NotHigher(Id<SlaLine>),
    /// Earn-back is agreed and no line has a higher level.
    NoHigher,
    /// Nobody said when earn-back was agreed.
    EarnBackUndated,
    /// Earn-back was agreed after the start: a late concession.
    EarnBackLate,
    /// A chronic failure gives no right to leave.
    NoExit,
    /// Credits are worded as the only remedy.
    SoleRemedy,
    /// An exclusion names no month or gives no reason; counts from 0.
    OpenExclusion(usize),
    /// An exclusion ends before it begins, so that it takes nothing out; counts from 0.
    EmptyExclusion(usize),
    /// An exclusion takes out one line, while the score is paid by; counts from 0.
    LineExclusion(usize),
}

impl CreditTerms {
    /// Lists what is doubtful, the gravest first.
    #[must_use]
    pub fn doubts(&self, project: &Project, vendor: Option<Id<Vendor>>) -> Vec<Doubt> {
        let Some(model) = self.model else { return Vec::new() };
        let lines = &project.requirements.sla;
        let critical: Vec<&SlaLine> =
            lines.iter().map(|line| &**line).filter(|line| self.level(line) == Level::Critical).collect();
        let mut found = Vec::new();
        let mut note = |is_so: bool, doubt: Doubt| found.extend(is_so.then_some(doubt));
        note(vendor.is_none_or(|vendor| self.fee_of(project, vendor).is_none()), Doubt::NoFee);
        let by_line = model != PenaltyModel::PayByScore;
        note(by_line && critical.is_empty(), Doubt::NoCritical);
        let allocated =
            critical.iter().fold(0_u32, |sum, line| sum.saturating_add(self.line(line.id).allocation_bp));
        if let (PenaltyModel::AtRisk, Some(pool)) = (model, self.at_risk.pool_bp) {
            note(pool < allocated, Doubt::OverPool(allocated, pool));
        }
        let words = lines.iter().map(|line| line.penalty.as_str());
        note(words.chain([self.remedy.as_str()]).any(is_sole_remedy), Doubt::SoleRemedy);
        note(!self.exit_right, Doubt::NoExit);
        let [low, high] = USUAL_RISK_BP;
        let risk = self.at_risk.risk_bp;
        note(model == PenaltyModel::AtRisk && !(low..=high).contains(&risk), Doubt::UnusualRisk(risk));
        note(self.is_falling(model), Doubt::Falling);
        let worst = self.worst(model, critical.len());
        note(WHOLE_BP < worst, Doubt::OverFee(worst));
        if model == PenaltyModel::ShortfallTiers {
            self.of_tiers().into_iter().for_each(|doubt| note(true, doubt));
        }
        let lowest = self.bands.iter().map(|band| band.from_milli).min();
        note(model == PenaltyModel::PayByScore && lowest != Some(0), Doubt::OpenBelow);
        for line in critical.iter().filter(|_| by_line) {
            for doubt in self.of_line(line, model, project) {
                note(true, doubt);
            }
        }
        if self.earn_back.agreed {
            let higher = |line: &&&SlaLine| self.line(line.id).higher.is_some();
            note(by_line && !critical.iter().any(|line| higher(&line)), Doubt::NoHigher);
            let agreed_on = self.earn_back.agreed_on;
            note(agreed_on.is_none(), Doubt::EarnBackUndated);
            let is_late = |start| agreed_on.is_some_and(|agreed| start < agreed);
            note(project.profile.start.is_some_and(is_late), Doubt::EarnBackLate);
        }
        for (place, exclusion) in self.exclusions.iter().enumerate() {
            let is_open = exclusion.from.is_none() || exclusion.reason.trim().is_empty();
            note(is_open, Doubt::OpenExclusion(place));
            note(exclusion.is_empty(), Doubt::EmptyExclusion(place));
            note(!by_line && exclusion.sla.is_some(), Doubt::LineExclusion(place));
        }
        found
    }

    fn of_line(&self, line: &SlaLine, model: PenaltyModel, project: &Project) -> Vec<Doubt> {
        let mut found = Vec::new();
        let mut note = |is_so: bool, doubt: Doubt| found.extend(is_so.then_some(doubt));
        let (agreed, id) = (self.line(line.id), line.id);
        let costs_nothing = match model {
            PenaltyModel::AtRisk => agreed.allocation_bp == 0,
            PenaltyModel::Points => agreed.points == 0,
            PenaltyModel::ShortfallTiers | PenaltyModel::Escalation | PenaltyModel::PayByScore => false,
        };
        note(costs_nothing, Doubt::Costless(id));
        note(line.penalty_model.is_some_and(|said| said != model), Doubt::OtherModel(id));
        note(line.target.is_none(), Doubt::NoTarget(id));
        if model == PenaltyModel::ShortfallTiers {
            note(line.good_share(0.0).is_none(), Doubt::NoShare(id));
            self.tiers_of(line).into_iter().for_each(|doubt| note(true, doubt));
        }
        let performance = &project.performance;
        let is_shown = performance.kpis.iter().any(|kpi| kpi.sla == Some(id));
        note(!is_shown, Doubt::NoKpi(id));
        note(is_shown && performance.shown_by(line).is_none(), Doubt::OtherUnit(id));
        let is_lower = |(target, higher): (f64, f64)| match line.bound {
            Bound::AtLeast => higher <= target + EQUAL,
            Bound::AtMost => target - EQUAL <= higher,
        };
        note(line.target.zip(agreed.higher).is_some_and(is_lower), Doubt::NotHigher(id));
        found
    }

    /// Returns what so many lines cost at most when all are missed at once, before the fee limits it; basis points.
    fn worst(&self, model: PenaltyModel, n_lines: usize) -> u32 {
        let n = u32::try_from(n_lines).unwrap_or(u32::MAX);
        let most = |shares: &mut dyn Iterator<Item = u32>| shares.max().unwrap_or(0);
        let worst = match model {
            PenaltyModel::AtRisk => self.at_risk.risk_bp,
            PenaltyModel::ShortfallTiers => {
                n.saturating_mul(most(&mut self.tiers.iter().map(|tier| tier.credit_bp)))
            }
            PenaltyModel::Points => most(&mut self.steps.iter().map(|step| step.credit_bp)),
            PenaltyModel::Escalation => {
                let rates = std::iter::once(&self.escalation.first_bp).chain(&self.escalation.repeat_bp);
                n.saturating_mul(most(&mut rates.copied()))
            }
            PenaltyModel::PayByScore => 0,
        };
        self.cap_bp.map_or(worst, |cap| worst.min(cap))
    }

    /// Tells whether it is cheaper to do worse.
    fn is_falling(&self, model: PenaltyModel) -> bool {
        let mut costs: Vec<(u32, u32)> = match model {
            PenaltyModel::ShortfallTiers => {
                self.tiers.iter().map(|tier| (u32::MAX - tier.from_ppm, tier.credit_bp)).collect()
            }
            PenaltyModel::Points => self.steps.iter().map(|step| (step.points, step.credit_bp)).collect(),
            PenaltyModel::PayByScore => {
                self.bands.iter().map(|band| (u32::MAX - band.from_milli, band.credit_bp())).collect()
            }
            PenaltyModel::Escalation => {
                let rates = std::iter::once(&self.escalation.first_bp).chain(&self.escalation.repeat_bp);
                (0..).zip(rates.copied()).collect()
            }
            PenaltyModel::AtRisk => Vec::new(),
        };
        decision::order::sort_by_key(&mut costs, |(worse, _)| *worse);
        costs.windows(2).any(|pair| matches!(pair, [(_, less), (_, more)] if more < less))
    }

    /// Returns what the lines that carry credits are allocated together, basis points.
    #[must_use]
    pub fn allocated(&self, project: &Project) -> u32 {
        let critical = project.requirements.sla.iter().filter(|line| self.level(line) == Level::Critical);
        critical.fold(0, |sum, line| sum.saturating_add(self.line(line.id).allocation_bp))
    }
}

#[cfg(test)]
mod tests;
