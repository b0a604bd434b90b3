//! Several evaluators: totals and coverage; pooled scores, votes and agreement in the modules below.

pub mod agreement;
pub mod borda;
pub mod correlation;
pub mod pool;

use crate::order;
use crate::rank::EQUAL;

/// The scores of one evaluator: by alternative, then by criterion; nothing is "not applicable or not answered".
pub type Sheet = Vec<Vec<Option<f64>>>;

/// The scale scores are given on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// The lowest score.
    pub min: f64,
    /// The highest score.
    pub max: f64,
}

impl Scale {
    fn width(self) -> f64 {
        self.max - self.min
    }
}

/// How evaluators become one figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aggregation {
    /// The mean of totals.
    Mean,
    /// The median of totals.
    Median,
}

/// What the evaluators say of one alternative.
#[derive(Clone, Debug, PartialEq)]
pub struct Judged {
    /// The total 0 to 100 of each evaluator who answered anything.
    pub totals: Vec<Option<f64>>,
    /// The mean of the totals.
    pub mean: Option<f64>,
    /// The median of the totals.
    pub median: Option<f64>,
    /// The weight answered over all evaluators, in basis points.
    pub coverage_bp: f64,
}

impl Judged {
    /// Returns the figure of an aggregation.
    #[must_use]
    pub const fn figure(&self, aggregation: Aggregation) -> Option<f64> {
        match aggregation {
            Aggregation::Mean => self.mean,
            Aggregation::Median => self.median,
        }
    }
}

/// The coverage below which no ranking is given, in basis points.
pub const MIN_COVERAGE_BP: f64 = 8000.0;

/// Puts the sheets together for one alternative. Weights are in basis points, whole ones or shares of shares.
#[must_use]
pub fn judge<W: Copy + Into<f64>>(
    sheets: &[Sheet],
    alternative: usize,
    weights_bp: &[W],
    scale: Scale,
) -> Judged {
    let mut totals = Vec::new();
    let mut answered_bp = 0.0;
    for sheet in sheets {
        let (mut sum, mut weight_sum) = (0.0, 0.0);
        let scores = sheet.get(alternative).map(Vec::as_slice).unwrap_or_default();
        for (score, weight) in scores.iter().zip(weights_bp) {
            if let Some(score) = score {
                let weight: f64 = (*weight).into();
                sum += weight * (score - scale.min) / scale.width();
                weight_sum += weight;
            }
        }
        answered_bp += weight_sum;
        totals.push((0.0 < weight_sum).then(|| 100.0 * sum / weight_sum));
    }
    let given: Vec<f64> = totals.iter().flatten().copied().collect();
    let mean = (!given.is_empty()).then(|| given.iter().sum::<f64>() / given.len() as f64);
    Judged { mean, median: median(&given), coverage_bp: answered_bp / sheets.len().max(1) as f64, totals }
}

/// Returns the median; of an even count the mean of the middle two.
#[must_use]
pub fn median(values: &[f64]) -> Option<f64> {
    let mut sorted = values.to_vec();
    order::sort_by(&mut sorted, f64::total_cmp);
    let middle = sorted.len() / 2;
    let upper = sorted.get(middle)?;
    if sorted.len() % 2 == 1 {
        return Some(*upper);
    }
    sorted.get(middle.checked_sub(1)?).map(|lower| (lower + upper) / 2.0)
}

/// How evaluators differ on one criterion of one alternative.
#[derive(Clone, Debug, PartialEq)]
pub struct Divergence {
    /// Whether highest and lowest lie more than two fifths of the scale apart.
    pub by_range: bool,
    /// The evaluators more than 30 % of the scale away from the median.
    pub outliers: Vec<usize>,
}

/// Tells whether evaluators differ so much that a reason has to be written.
#[must_use]
pub fn divergence(scores: &[Option<f64>], scale: Scale) -> Option<Divergence> {
    let given: Vec<f64> = scores.iter().flatten().copied().collect();
    if given.len() < 2 {
        return None;
    }
    let middle = median(&given)?;
    let highest = given.iter().copied().fold(f64::MIN, f64::max);
    let lowest = given.iter().copied().fold(f64::MAX, f64::min);
    let by_range = 0.4 * scale.width() + EQUAL < highest - lowest;
    let is_far =
        |score: &Option<f64>| score.is_some_and(|score| 0.3 * scale.width() + EQUAL < (score - middle).abs());
    let outliers: Vec<usize> =
        scores.iter().enumerate().filter(|(_, score)| is_far(score)).map(|(place, _)| place).collect();
    (by_range || !outliers.is_empty()).then_some(Divergence { by_range, outliers })
}

/// Tells whether evaluators differ on a fact, which all have to score the same.
#[must_use]
pub fn differs_on_fact(scores: &[Option<f64>]) -> bool {
    let mut given = scores.iter().flatten();
    given.next().is_some_and(|first| given.any(|other| EQUAL < (other - first).abs()))
}
