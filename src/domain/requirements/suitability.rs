//! How well a module fits outsourcing.
//!
//! Score = 100 × Σ w (x − 1)/4 over the answered factors, divided by their weights; data sensitivity counts reversed.
//! A core module, or one for which no measure can be named, is kept whatever its score. From 70 outsource, from 50 pilot.

use decode::Decode;
use serde::Serialize;

use crate::domain::requirements::{Factors, Module};
use crate::domain::scale::Rating;

/// The factors in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Factor {
    NonCore,
    Standardised,
    Measurable,
    Documented,
    Separable,
    MarketDepth,
    DataSensitivity,
    VolumeStability,
}

impl Factor {
    /// Every factor, in order.
    pub const ALL: [Self; 8] = [
        Self::NonCore,
        Self::Standardised,
        Self::Measurable,
        Self::Documented,
        Self::Separable,
        Self::MarketDepth,
        Self::DataSensitivity,
        Self::VolumeStability,
    ];

    /// Returns the code used in reference cases.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NonCore => "non_core",
            Self::Standardised => "standardised",
            Self::Measurable => "measurable",
            Self::Documented => "documented",
            Self::Separable => "separable",
            Self::MarketDepth => "market_depth",
            Self::DataSensitivity => "data_sensitivity",
            Self::VolumeStability => "volume_stability",
        }
    }

    /// Returns the rating of a module.
    #[must_use]
    pub const fn of(self, factors: &Factors) -> Option<Rating> {
        match self {
            Self::NonCore => factors.non_core,
            Self::Standardised => factors.standardised,
            Self::Measurable => factors.measurable,
            Self::Documented => factors.documented,
            Self::Separable => factors.separable,
            Self::MarketDepth => factors.market_depth,
            Self::DataSensitivity => factors.data_sensitivity,
            Self::VolumeStability => factors.volume_stability,
        }
    }

    /// Sets the rating of a module.
    pub fn set(self, factors: &mut Factors, rating: Option<Rating>) {
        *match self {
            Self::NonCore => &mut factors.non_core,
            Self::Standardised => &mut factors.standardised,
            Self::Measurable => &mut factors.measurable,
            Self::Documented => &mut factors.documented,
            Self::Separable => &mut factors.separable,
            Self::MarketDepth => &mut factors.market_depth,
            Self::DataSensitivity => &mut factors.data_sensitivity,
            Self::VolumeStability => &mut factors.volume_stability,
        } = rating;
    }
}

/// The usual weights in basis points, in the order of [`Factor::ALL`] (this project's proposal).
pub const WEIGHTS_BP: [u32; 8] = [2000, 1800, 1600, 1200, 1000, 1000, 800, 600];

/// What is to be done with a module.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Outsource first.
    Outsource,
    /// Try it in a pilot.
    Pilot,
    /// Keep it.
    Keep,
    /// Too little is answered to say.
    InsufficientData,
}

impl Verdict {
    /// Returns the code used in reference cases.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Outsource => "outsource",
            Self::Pilot => "pilot",
            Self::Keep => "keep",
            Self::InsufficientData => "insufficient_data",
        }
    }
}

/// Why a module is kept whatever its score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Veto {
    /// It is the core of the business.
    Core,
    /// No measure can be named for it.
    NoMeasure,
}

impl Veto {
    /// Returns the code used in reference cases.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Core => "core",
            Self::NoMeasure => "no_measure",
        }
    }
}

/// One factor's share of the score.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Term {
    /// The factor.
    pub factor: Factor,
    /// Its weight in basis points.
    pub weight_bp: u32,
    /// Its value 1 to 5, turned round where less is better.
    pub value: u8,
}

/// The judgement of one module with everything it rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct Suitability {
    /// The score 0 to 100; nothing when no factor is answered.
    pub score: Option<f64>,
    /// The weight of the answered factors in basis points.
    pub coverage_bp: u32,
    /// What forbids outsourcing.
    pub veto: Vec<Veto>,
    /// What is to be done.
    pub verdict: Verdict,
    /// The answered factor that speaks most against it.
    pub weakest: Option<Factor>,
    /// Whether the work has to be written down first.
    pub document_first: bool,
    /// The answered factors.
    pub terms: Vec<Term>,
}

impl Suitability {
    /// Returns what is weak about it: the weakest factor, unless even that one speaks for outsourcing.
    #[must_use]
    pub fn weakness(&self) -> Option<Factor> {
        let weakest = self.terms.iter().find(|term| Some(term.factor) == self.weakest)?;
        (weakest.value <= 3).then_some(weakest.factor)
    }
}

/// Judges one module. A question without an answer forbids nothing, but leaves the verdict open (this project's
/// decision): nobody is told to outsource what may be the core of the business.
#[must_use]
pub fn judge(module: &Module) -> Suitability {
    let (is_core, has_no_measure) = (module.core == Some(true), module.measure_named == Some(false));
    let mut judged = assess(&module.factors, &WEIGHTS_BP, is_core, has_no_measure);
    let is_open = module.core.is_none() || module.measure_named.is_none();
    if is_open && judged.veto.is_empty() {
        judged.verdict = Verdict::InsufficientData;
    }
    judged
}

/// Judges ratings with weights in the order of [`Factor::ALL`].
#[must_use]
pub fn assess(factors: &Factors, weights_bp: &[u32; 8], is_core: bool, has_no_measure: bool) -> Suitability {
    let terms: Vec<Term> = Factor::ALL
        .into_iter()
        .zip(*weights_bp)
        .filter_map(|(factor, weight_bp)| {
            let rating = factor.of(factors)?.get();
            let value = if factor == Factor::DataSensitivity { 6 - rating } else { rating };
            Some(Term { factor, weight_bp, value })
        })
        .collect();
    let coverage_bp: u32 = terms.iter().map(|term| term.weight_bp).sum();
    let quarters: u32 = terms.iter().map(|term| term.weight_bp * u32::from(term.value - 1)).sum();
    let score = (coverage_bp > 0).then(|| 100.0 * f64::from(quarters) / (4.0 * f64::from(coverage_bp)));
    let veto: Vec<Veto> = [(is_core, Veto::Core), (has_no_measure, Veto::NoMeasure)]
        .into_iter()
        .filter(|(is, _)| *is)
        .map(|(_, veto)| veto)
        .collect();
    // 100 × quarters / (4 × coverage) ≥ limit, compared in whole numbers.
    let reaches = |limit: u32| 100 * quarters >= limit * 4 * coverage_bp;
    let verdict = if !veto.is_empty() {
        Verdict::Keep
    } else if coverage_bp < 8000 {
        Verdict::InsufficientData
    } else if reaches(70) {
        Verdict::Outsource
    } else if reaches(50) {
        Verdict::Pilot
    } else {
        Verdict::Keep
    };
    let weakest = terms
        .iter()
        .filter(|term| term.weight_bp > 0)
        .min_by_key(|term| (term.value, u32::MAX - term.weight_bp, term.factor))
        .map(|term| term.factor);
    let document_first = factors.documented.is_some_and(|rating| rating.get() == 1);
    Suitability { score, coverage_bp, veto, verdict, weakest, document_first, terms }
}

/// What speaks against the chosen set as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooBroad {
    /// How many modules are chosen.
    pub chosen: usize,
    /// How many there are.
    pub all: usize,
    /// How many chosen ones are vetoed.
    pub vetoed: usize,
}

/// Warns when more than half of all modules are chosen, or a vetoed one is (大而全).
pub fn too_broad<'a>(modules: impl Iterator<Item = &'a Module>) -> Option<TooBroad> {
    let mut count = TooBroad { chosen: 0, all: 0, vetoed: 0 };
    for module in modules {
        count.all += 1;
        if module.chosen {
            count.chosen += 1;
            count.vetoed += usize::from(!judge(module).veto.is_empty());
        }
    }
    (count.all < 2 * count.chosen || 0 < count.vetoed).then_some(count)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A module with all questions answered; a rating of 0 stands for no answer.
    fn module(ratings: [u8; 8]) -> Module {
        let mut module = Module { core: Some(false), measure_named: Some(true), ..Module::default() };
        for (factor, rating) in Factor::ALL.into_iter().zip(ratings) {
            factor.set(&mut module.factors, Rating::new(rating).ok());
        }
        module
    }
    fn check(module: &Module, expected: &str) {
        let judged = judge(module);
        assert_eq!(format!("{:?} {:?} {:?}", judged.score, judged.verdict, judged.weakest), expected);
    }

    #[test]
    fn what_speaks_for_outsourcing_is_not_weak() {
        let weakness = |ratings| judge(&module(ratings)).weakness();
        assert_eq!(weakness([4, 5, 5, 5, 5, 5, 2, 5]), None);
        assert_eq!(weakness([4, 5, 5, 5, 5, 5, 3, 5]), Some(Factor::DataSensitivity));
    }

    #[test]
    fn too_few_answers_give_no_verdict() {
        check(&module([0; 8]), "None InsufficientData None");
        check(&module([5, 5, 5, 5, 5, 0, 0, 5]), "Some(100.0) Outsource Some(NonCore)");
        check(&module([5, 5, 5, 5, 0, 0, 0, 5]), "Some(100.0) InsufficientData Some(NonCore)");
    }

    #[test]
    fn an_unanswered_question_leaves_the_verdict_open_unless_the_other_forbids() {
        let mut open = module([5, 5, 5, 5, 5, 5, 1, 5]);
        open.core = None;
        check(&open, "Some(100.0) InsufficientData Some(NonCore)");
        open.measure_named = Some(false);
        check(&open, "Some(100.0) Keep Some(NonCore)");
    }

    #[test]
    fn a_score_on_the_line_belongs_above() {
        check(&module([3; 8]), "Some(50.0) Pilot Some(NonCore)");
        check(&module([3, 3, 3, 3, 3, 3, 4, 3]), "Some(48.0) Keep Some(DataSensitivity)");
    }

    proptest! {
        #[test]
        fn a_better_rating_never_lowers_the_score(
            ratings in prop::array::uniform8(1_u8..=5), place in 0_usize..8
        ) {
            let mut better = ratings;
            let is_reversed = Factor::ALL[place] == Factor::DataSensitivity;
            better[place] = if is_reversed { ratings[place] - 1 } else { ratings[place] + 1 }.clamp(1, 5);
            let score = |ratings| judge(&module(ratings)).score.unwrap();
            prop_assert!(score(ratings) <= score(better));
        }
    }
}
