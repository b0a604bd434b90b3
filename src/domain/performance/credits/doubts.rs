//! What is doubtful about the terms of service credits. Nothing of it is refused.

use crate::domain::ids::Id;
use crate::domain::performance::credits::assess::EQUAL;
use crate::domain::performance::credits::charge::WHOLE_BP;
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
    /// A miss by little lies in no tier.
    NoTier(Id<SlaLine>),
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
            let good = line.good_share(line.target.unwrap_or_default());
            note(good.is_none(), Doubt::NoShare(id));
            // What is missed by a part per million has to lie in a tier.
            let below = good.filter(|_| line.target.is_some()).and_then(|good| good.checked_sub(1));
            let has_tier = |ppm| self.tiers.iter().any(|tier| (tier.from_ppm..tier.below_ppm).contains(&ppm));
            note(below.is_some_and(|ppm| !has_tier(ppm)), Doubt::NoTier(id));
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

    /// Returns the cap that holds at most, as a share of the fee; basis points. Nothing where there is none.
    #[must_use]
    pub fn highest_share(&self) -> Option<u32> {
        let risk = (self.model == Some(PenaltyModel::AtRisk)).then_some(self.at_risk.risk_bp);
        [self.cap_bp, risk].into_iter().flatten().min().map(|cap| cap.min(WHOLE_BP))
    }
}

/// How a contract says that credits are all there is.
const SOLE: [&str; 10] = [
    "sole remedy",
    "sole and exclusive",
    "exclusive remedy",
    "only remedy",
    "no other remedy",
    "唯一救济",
    "唯一的救济",
    "唯一补救",
    "唯一的补救",
    "唯一责任",
];
/// What turns it round before it, in the same sentence.
const TURNED: [&str; 8] = ["not ", "n't ", "nor ", "never ", "非", "不是", "不构成", "不作为"];

/// Tells whether words make credits the only remedy. "Not the sole remedy" does not.
#[must_use]
pub fn is_sole_remedy(words: &str) -> bool {
    let words = words.to_lowercase();
    let mut sentences = words.split(['.', ';', '。', '；', '\n']);
    sentences.any(|sentence| {
        SOLE.iter().any(|sole| {
            let before = sentence.split_once(sole).map(|(before, _)| before);
            before.is_some_and(|before| !TURNED.iter().any(|turned| before.contains(turned)))
        })
    })
}

#[cfg(test)]
mod tests;
