//! What a year of the proposed terms may cost: whole periods of the history are drawn again, so that lines that fail
//! together go on failing together. Earn-back is left out.

use decision::order;
use decision::resample::{Draws, at_share};

use crate::domain::money::Money;
use crate::domain::performance::credits::assess::{Agreement, Assessment};
use crate::domain::performance::credits::charge::{WHOLE_BP, cap, share, total};
use crate::domain::performance::rehearsal::{MIN_PERIODS, Rehearsal};
use crate::domain::requirements::protection::PenaltyModel;

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
    /// How many periods a year has.
    pub periods: usize,
    /// How many periods with an assessment they were drawn from.
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
    let observed: Vec<Observed> = rehearsal.assessments.iter().filter_map(observed).collect();
    let period = rehearsal.assessments.first()?.period;
    if observed.len() < MIN_PERIODS {
        return None;
    }
    let periods = usize::from(12 / period.n_months());
    let fee = Money(agreement.fee.0.max(0).saturating_mul(i64::from(period.n_months())));
    let year = Year { agreement, fee, months: period.n_months(), n_lines: agreement.lines.len() };
    let mut draws = Draws::new(seed);
    let (mut sums, mut chronic) = (Vec::with_capacity(DRAWS as usize), 0_u32);
    for _ in 0..DRAWS {
        let drawn = (0..periods).filter_map(|_| observed.get(draws.place(observed.len())?));
        let (sum, is_chronic) = year.credits(drawn);
        sums.push(sum);
        chronic += u32::from(is_chronic);
    }
    order::sort_by(&mut sums, Ord::cmp);
    let whole: i128 = sums.iter().map(|sum| i128::from(sum.0)).sum();
    let mean = Money(i64::try_from(whole / i128::from(DRAWS)).unwrap_or(i64::MAX));
    let [low, high] = INTERVAL.map(|share| at_share(&sums, share).unwrap_or_default());
    Some(Expected {
        years: DRAWS,
        periods,
        from: observed.len(),
        fee: Money(fee.0.saturating_mul(periods as i64)),
        mean,
        interval: [low, high],
        chronic_bp: chronic * WHOLE_BP / DRAWS,
    })
}

/// Takes a period with any data.
fn observed(assessment: &Assessment) -> Option<Observed> {
    let has_data = assessment.lines.iter().any(|line| line.actual.is_some());
    let failed =
        assessment.lines.iter().enumerate().filter(|(_, line)| line.sla.is_some() && line.is_failed());
    has_data
        .then(|| Observed { credits: assessment.credits, failed: failed.map(|(place, _)| place).collect() })
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
            let costs = if repeats { cap.map_or(costs, |cap| costs.min(cap)) } else { period.credits };
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
mod tests {
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
        expected(&agreement, &rehearse(&agreement, &history).unwrap(), SEED)
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
}
