//! What a year of the proposed terms may cost: whole periods of the history are drawn again, so that lines that fail
//! together go on failing together; whole quarters, where a line is measured over a quarter, as it is charged once in
//! each. Earn-back is left out.

use std::sync::Arc;

use decision::order;
use decision::resample::{Draws, at_share};

use crate::domain::money::Money;
use crate::domain::performance::credits::assess::{Agreement, Assessment, Rule};
use crate::domain::performance::credits::charge::{WHOLE_BP, cap, share, total};
use crate::domain::performance::credits::terms::Level;
use crate::domain::performance::rehearsal::{MIN_PERIODS, Rehearsal};
use crate::domain::period::Cycle;
use crate::domain::requirements::protection::PenaltyModel;
use crate::domain::requirements::{SlaLine, Window};

/// How many years are drawn.
pub const DRAWS: u32 = 2000;
/// Where drawing begins: the same history always gives the same figures.
pub const SEED: u64 = 20_260_301;
/// The shares between which nine of ten years lie.
pub const INTERVAL: [f64; 2] = [0.05, 0.95];

/// What a year may cost.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Expected {
    /// How many years were drawn.
    pub years: u32,
    /// How many months are drawn at once.
    pub span: Cycle,
    /// How many such spans a year has.
    pub spans: usize,
    /// How many spans with data they were drawn from.
    pub from: usize,
    /// The fee of a year.
    pub fee: Money,
    /// What is deducted on average.
    pub mean: Money,
    /// What nine of ten years lie above and below, together.
    pub interval: [Money; 2],
    /// In how many years of all a failure became chronic, basis points.
    pub chronic_bp: u32,
}

/// A period as it is drawn: what it costs, unless repeats decide, and which lines failed in it.
struct Observed {
    credits: Money,
    failed: Vec<usize>,
}

/// Draws years from a rehearsed history; nothing where it is too short.
#[must_use]
pub fn expected(agreement: &Agreement<'_>, rehearsal: &Rehearsal, seed: u64) -> Option<Expected> {
    let model = agreement.terms.model?;
    let period = rehearsal.assessments.first()?.period;
    let is_by_quarter = |line: &Arc<SlaLine>| {
        line.window == Window::Quarter && agreement.terms.level(line) == Level::Critical
    };
    let by_quarter = model != PenaltyModel::PayByScore && agreement.lines.iter().any(is_by_quarter);
    let span = if by_quarter { period.cycle.max(Cycle::Quarter) } else { period.cycle };
    let observed = observed(&rehearsal.assessments, span, model);
    if observed.len() < MIN_PERIODS {
        return None;
    }
    let spans = usize::from(12 / span.months());
    let fee = Money(agreement.fee.0.max(0).saturating_mul(i64::from(period.n_months())));
    let year = Year { agreement, fee, months: period.n_months(), n_lines: agreement.lines.len() };
    let mut draws = Draws::new(seed);
    let (mut sums, mut chronic) = (Vec::with_capacity(DRAWS as usize), 0_u32);
    for _ in 0..DRAWS {
        let drawn = (0..spans).filter_map(|_| observed.get(draws.place(observed.len())?));
        let (sum, is_chronic) = year.credits(drawn.flatten());
        sums.push(sum);
        chronic += u32::from(is_chronic);
    }
    order::sort_by(&mut sums, Ord::cmp);
    let whole: i128 = sums.iter().map(|sum| i128::from(sum.0)).sum();
    let mean = Money(i64::try_from(whole / i128::from(DRAWS)).unwrap_or(i64::MAX));
    let [low, high] = INTERVAL.map(|share| at_share(&sums, share).unwrap_or_default());
    Some(Expected {
        years: DRAWS,
        span,
        spans,
        from: observed.len(),
        fee: Money(agreement.fee.0.max(0).saturating_mul(12)),
        mean,
        interval: [low, high],
        chronic_bp: chronic * WHOLE_BP / DRAWS,
    })
}

/// Takes the spans the history holds as a whole and with any data.
fn observed(assessments: &[Assessment], span: Cycle, model: PenaltyModel) -> Vec<Vec<Observed>> {
    let of = |one: &Assessment| {
        let failed = one.lines.iter().enumerate().filter(|(_, line)| line.sla.is_some() && line.is_failed());
        Observed { credits: one.taken(), failed: failed.map(|(place, _)| place).collect() }
    };
    let is_one = |first: &Assessment, next: &Assessment| {
        first.period.cycle != span && span.around(first.period.first).holds(next.period.first)
    };
    let spans = assessments.chunk_by(is_one);
    let is_whole = |block: &&[Assessment]| {
        let months: u8 = block.iter().map(|one| one.period.n_months()).sum();
        months == span.months() && block.iter().any(|one| has_data(one, model))
    };
    spans.filter(is_whole).map(|block| block.iter().map(of).collect()).collect()
}

/// Tells whether a period says anything about what it costs.
fn has_data(assessment: &Assessment, model: PenaltyModel) -> bool {
    assessment.lines.iter().any(|line| match (line.sla, line.rule) {
        (Some(_), _) => model != PenaltyModel::PayByScore && line.actual.is_some(),
        (None, Rule::Score { score, .. }) => score.is_some(),
        (None, _) => false,
    })
}

struct Year<'a> {
    agreement: &'a Agreement<'a>,
    fee: Money,
    months: u8,
    n_lines: usize,
}

impl Year<'_> {
    /// Adds up a year and tells whether a failure became chronic in it.
    fn credits<'o>(&self, drawn: impl Iterator<Item = &'o Observed>) -> (Money, bool) {
        let terms = self.agreement.terms;
        let repeats = terms.model == Some(PenaltyModel::Escalation);
        let cap = cap(self.fee, terms.cap_bp, None);
        // For each line the periods it failed in, the latest in the lowest bit.
        let mut failed = vec![0_u32; self.n_lines];
        let (mut sum, mut is_chronic) = (Money(0), false);
        for period in drawn {
            failed.iter_mut().for_each(|line| *line <<= 1);
            let mut costs = Money(0);
            for place in &period.failed {
                let Some(line) = failed.get_mut(*place) else { continue };
                let earlier = |window: u8| (*line & self.mask(window)).count_ones() as usize;
                is_chronic |= usize::from(terms.chronic.count) <= 1 + earlier(terms.chronic.window_months);
                if repeats {
                    let rate = terms.escalation.rate(earlier(terms.escalation.window_months));
                    costs = total([costs, share(self.fee, &[rate])]);
                }
                *line |= 1;
            }
            let limit = cap.unwrap_or(self.fee).min(self.fee);
            let costs = if repeats { costs.min(limit) } else { period.credits };
            sum = total([sum, costs]);
        }
        (sum, is_chronic)
    }

    /// The bits of the earlier periods a window of months reaches back over.
    fn mask(&self, window_months: u8) -> u32 {
        let back = u32::from(window_months.saturating_sub(1) / self.months.max(1)).min(30);
        ((1 << back) - 1) << 1
    }
}

#[cfg(test)]
mod tests;
