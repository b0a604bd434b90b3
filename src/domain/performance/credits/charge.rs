//! The arithmetic of service credits, in whole minor units: five models, their cap, the earn-back and what is paid.
//!
//! Each line is rounded half up to a minor unit, then they are added; caps are rounded half up too. Shares are basis
//! points, attainments parts per million, scores thousandths.

use decision::order;
use decode::Decode;
use serde::Serialize;
use thiserror::Error;

use crate::domain::money::Money;
use crate::domain::period::Month;

/// One whole in basis points.
pub const WHOLE_BP: u32 = 10_000;

/// Why credits cannot be computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum CreditError {
    /// No model is chosen: what follows a miss is only told in words.
    #[error("no_model")]
    NoModel,
    /// The base fee a month is neither typed nor offered.
    #[error("no_fee")]
    NoFee,
    /// The allocations of all lines sum to more than the pool.
    #[error("allocations_exceed_pool")]
    AllocationsExceedPool,
}

fn rounded(over: i128, under: i128) -> Money {
    let whole = (2 * over + under).div_euclid(2 * under);
    Money(i64::try_from(whole).unwrap_or(i64::MAX))
}

/// Adds up amounts.
#[must_use]
pub fn total(amounts: impl IntoIterator<Item = Money>) -> Money {
    Money(amounts.into_iter().fold(0_i64, |sum, amount| sum.saturating_add(amount.0)))
}

/// Takes a share of a share… of an amount, rounded half up once.
#[must_use]
pub fn share(amount: Money, shares_bp: &[u32]) -> Money {
    let whole = (i128::from(amount.0.max(0)), 1_i128);
    let (over, under) = shares_bp
        .iter()
        .fold(whole, |(over, under), bp| (over * i128::from(*bp), under * i128::from(WHOLE_BP)));
    rounded(over, under)
}

/// Returns what a quantity, in thousandths, costs at a unit price, rounded half up.
#[must_use]
pub fn priced(quantity_milli: i64, unit_price: Money) -> Money {
    rounded(i128::from(quantity_milli) * i128::from(unit_price.0), 1000)
}

/// What a fee is at risk with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct AtRisk {
    /// The share of the fee that is at risk; it is the cap too. Basis points.
    pub risk_bp: u32,
    /// What the allocations of all lines may sum to, where that is agreed; may be more than the whole. Basis points.
    pub pool_bp: Option<u32>,
}

/// One tier of attainment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Tier {
    /// The lowest attainment in it, parts per million.
    pub from_ppm: u32,
    /// The attainment from which on it is left, parts per million.
    pub below_ppm: u32,
    /// The share of the fee it costs, basis points.
    pub credit_bp: u32,
}

/// One step of points.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Step {
    /// From how many points on.
    pub points: u32,
    /// The share of the fee it costs, basis points.
    pub credit_bp: u32,
}

/// What a miss costs, and what it costs again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Escalation {
    /// The share of the fee the first miss costs, basis points.
    pub first_bp: u32,
    /// What the second, the third … miss in the window costs; the last one counts for all later ones. Basis points.
    pub repeat_bp: Vec<u32>,
    /// How many months, the present one included, a miss is remembered.
    pub window_months: u8,
}

impl Escalation {
    /// Returns the share a miss costs after so many earlier ones in the window.
    #[must_use]
    pub fn rate(&self, earlier: usize) -> u32 {
        let last = self.repeat_bp.len().min(earlier);
        last.checked_sub(1).and_then(|place| self.repeat_bp.get(place)).copied().unwrap_or(self.first_bp)
    }
}

/// From when on a failure is chronic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Chronic {
    /// How many misses of one line make it chronic.
    pub count: u8,
    /// Within how many months, the present one included.
    pub window_months: u8,
}

impl Chronic {
    /// Tells whether a miss in a month makes a failure chronic, after earlier ones in these months.
    #[must_use]
    pub fn is_reached(self, period: Month, missed: &[Month]) -> bool {
        usize::from(self.count) <= 1 + earlier_misses(period, self.window_months, missed)
    }
}

/// Counts the different months of earlier misses within a window that ends with the present month.
#[must_use]
pub fn earlier_misses(period: Month, window_months: u8, missed: &[Month]) -> usize {
    let is_within = |month: &Month| (1..i32::from(window_months)).contains(&month.until(period));
    let mut months: Vec<Month> = missed.iter().copied().filter(is_within).collect();
    order::sort_by(&mut months, Ord::cmp);
    months.dedup();
    months.len()
}

/// What follows a score besides the deduction.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Consequence {
    /// Nothing.
    #[default]
    None,
    /// The contract is not renewed.
    NoRenewal,
    /// The contract may be ended.
    Terminate,
}

impl Consequence {
    /// Every consequence, the mildest first.
    pub const ALL: [Self; 3] = [Self::None, Self::NoRenewal, Self::Terminate];

    /// Returns the code used in reference cases.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::NoRenewal => "no_renewal",
            Self::Terminate => "terminate",
        }
    }
}

/// One band of scores.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct PayBand {
    /// The lowest score in it, thousandths of a point.
    pub from_milli: u32,
    /// The share of the fee that is paid, basis points.
    pub pay_bp: u32,
    /// What else follows.
    pub consequence: Consequence,
}

impl PayBand {
    /// Returns the share of the fee that is not paid.
    #[must_use]
    pub const fn credit_bp(self) -> u32 {
        WHOLE_BP.saturating_sub(self.pay_bp)
    }
}

/// Returns the tier an attainment lies in.
#[must_use]
pub fn tier_of(tiers: &[Tier], actual_ppm: u32) -> Option<Tier> {
    tiers.iter().copied().find(|tier| (tier.from_ppm..tier.below_ppm).contains(&actual_ppm))
}

/// Returns the highest step so many points reach.
#[must_use]
pub fn step_of(steps: &[Step], points: u32) -> Option<Step> {
    steps.iter().copied().filter(|step| step.points <= points).max_by_key(|step| step.points)
}

/// Returns the band a score lies in.
#[must_use]
pub fn band_of(bands: &[PayBand], score_milli: u32) -> Option<PayBand> {
    bands.iter().copied().filter(|band| band.from_milli <= score_milli).max_by_key(|band| band.from_milli)
}

/// Checks that the allocations of all lines keep within the pool.
pub fn check_pool(terms: AtRisk, allocations_bp: impl IntoIterator<Item = u32>) -> Result<(), CreditError> {
    let sum: u64 = allocations_bp.into_iter().map(u64::from).sum();
    let is_over = terms.pool_bp.is_some_and(|pool| u64::from(pool) < sum);
    if is_over { Err(CreditError::AllocationsExceedPool) } else { Ok(()) }
}

/// Returns the cap on credits: a share of the fee, under the fee at risk the smaller of both; nothing where none is
/// agreed.
#[must_use]
pub fn cap(fee: Money, cap_bp: Option<u32>, risk_bp: Option<u32>) -> Option<Money> {
    [cap_bp, risk_bp].into_iter().flatten().map(|bp| share(fee, &[bp])).min()
}

/// Credit lines with their sum, kept under the cap.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Charge {
    /// What each line costs.
    pub lines: Vec<Money>,
    /// All lines together.
    pub sum: Money,
    /// The most that may be deducted, where there is a cap.
    pub cap: Option<Money>,
    /// What is deducted: the sum, at most the cap.
    pub credits: Money,
}

impl Charge {
    /// Adds up lines under a cap.
    #[must_use]
    pub fn new(lines: Vec<Money>, cap: Option<Money>) -> Self {
        let sum = total(lines.iter().copied());
        Self { lines, sum, cap, credits: cap.map_or(sum, |cap| sum.min(cap)) }
    }

    /// Returns what of the credits falls on each line: the cap cuts all in proportion. They add up to the credits.
    #[must_use]
    pub fn parts(&self) -> Vec<Money> {
        split(self.credits, self.lines.iter().map(|line| line.0))
    }
}

/// Splits an amount in proportion to shares that are not negative; the parts add up to it, unless all shares are 0.
#[must_use]
pub fn split(amount: Money, shares: impl Iterator<Item = i64> + Clone) -> Vec<Money> {
    let whole: i128 = shares.clone().map(i128::from).sum();
    let up_to = |reached: i128| (i128::from(amount.0) * reached).checked_div(whole).unwrap_or(0);
    let mut reached = 0_i128;
    shares
        .map(|share| {
            let before = up_to(reached);
            reached += i128::from(share);
            Money(i64::try_from(up_to(reached) - before).unwrap_or(i64::MAX))
        })
        .collect()
}

/// Where an earn-back stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum EarnBack {
    /// The higher level was reached throughout the window: the credit is returned in full.
    Returned,
    /// The window still runs.
    #[default]
    Pending,
    /// A result in the window fell short or is missing.
    Lost,
}

impl EarnBack {
    /// Looks at the results of the periods after the miss, the oldest first: whether each reached the higher level.
    #[must_use]
    pub fn of(window: usize, reached: &[bool]) -> Self {
        let looked_at = reached.get(..window).unwrap_or(reached);
        match looked_at {
            _ if looked_at.contains(&false) => Self::Lost,
            _ if looked_at.len() == window => Self::Returned,
            _ => Self::Pending,
        }
    }

    /// Returns the code used in reference cases.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Returned => "returned",
            Self::Pending => "pending",
            Self::Lost => "lost",
        }
    }
}

/// What is paid in the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Payable {
    /// What is paid, never negative.
    pub payment: Money,
    /// What the deductions go beyond everything they can be taken from; it is cut off.
    pub clamped: Money,
}

/// Settles a fee: what is deducted, what is earned back, what was agreed besides.
#[must_use]
pub fn payable(fee: Money, credits: Money, earned_back: Money, value_added: Money) -> Payable {
    let [fee, credits, earned_back, value_added] =
        [fee, credits, earned_back, value_added].map(|amount| i128::from(amount.0));
    let exact = fee - credits + earned_back + value_added;
    let money = |amount: i128| Money(i64::try_from(amount).unwrap_or(i64::MAX));
    Payable { payment: money(exact.max(0)), clamped: money((-exact).max(0)) }
}

#[cfg(test)]
mod tests;
