//! A ranking in which every figure can be opened: totals, parts, and what they rest on.

use crate::domain::ids::Id;
use crate::domain::money::Money;
use crate::domain::selection::method::{Aggregation, ScorePart};
use crate::domain::selection::{Case, Criterion, Evaluator, Vendor};

/// Why there is no ranking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoRanking {
    /// Scores are not locked, so prices stay covered.
    ScoresOpen,
    /// No vendor is in.
    NoVendor,
    /// The weights of the four parts do not sum to 10 000.
    Weights,
    /// The weights of the criteria do not sum to 10 000 any more.
    CriterionWeights,
    /// Too little was scored for these vendors.
    LowCoverage(Vec<Id<Vendor>>),
    /// These vendors have no base price.
    PriceMissing(Vec<Id<Vendor>>),
    /// The bounds of the price formula are missing or the wrong way round.
    Bounds,
    /// The base of the logarithm is not above 1.
    LogBase,
}

/// How the capability score came about.
#[derive(Clone, Debug, PartialEq)]
pub struct CapabilityFacts {
    /// The total of each evaluator.
    pub totals: Vec<(Id<Evaluator>, Option<f64>)>,
    /// How they were put together.
    pub aggregation: Aggregation,
    /// The weight answered, in basis points.
    pub coverage_bp: f64,
    /// What each criterion counts with, where the agreed scores count.
    pub agreed: Vec<AgreedCell>,
}

/// What a criterion counts with where the agreed scores count.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AgreedCell {
    /// The criterion.
    pub criterion: Id<Criterion>,
    /// The agreed score, or else the median of those given; nothing where nobody scored.
    pub score: Option<f64>,
    /// Whether it was agreed.
    pub is_agreed: bool,
    /// The share of the criterion in the whole, in basis points.
    pub share_bp: f64,
}

/// How the score of the cases came about.
#[derive(Clone, Debug, PartialEq)]
pub struct CaseFacts {
    /// Each case with its mark of 0 to 100; an unverified one counts 0.
    pub marks: Vec<(Id<Case>, f64)>,
    /// How many are not verified.
    pub unverified: usize,
}

/// How the score of the proposal came about: the four marks 0 to 5, nothing for not judged (counts 0).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ProposalFacts {
    /// Understanding, staffing, contingency, transparency.
    pub marks: [Option<u8>; 4],
}

/// How the points for price came about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PriceFacts {
    /// The base price a month.
    pub price: Money,
    /// The lowest price of the field.
    pub lowest: Money,
    /// The highest price of the field.
    pub highest: Money,
    /// The price difference worth one point, for preset bounds.
    pub point_value: Option<f64>,
    /// Whether points were cut.
    pub clamped: bool,
}

/// One vendor of the ranking.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranked {
    /// The vendor.
    pub vendor: Id<Vendor>,
    /// The part scores 0 to 100, in the order of [`ScorePart::ALL`].
    pub parts: [f64; 4],
    /// The points of each part: score × weight.
    pub points: [f64; 4],
    /// The total, 0 to 100.
    pub total: f64,
    /// The rank by total.
    pub rank: usize,
    /// The lowest and highest total any one evaluator alone would give.
    pub range: (f64, f64),
    /// What the capability score rests on.
    pub capability: CapabilityFacts,
    /// What the score of the cases rests on.
    pub cases: CaseFacts,
    /// What the score of the proposal rests on.
    pub proposal: ProposalFacts,
    /// What the points for price rest on.
    pub price: PriceFacts,
}

/// How one vendor stands to the one it is compared with: the second for the first, the first for all others.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gap {
    /// Whom it is compared with.
    pub rival: Id<Vendor>,
    /// How many points more each part gives it.
    pub points: [f64; 4],
    /// How much more it has in total.
    pub total: f64,
    /// How much more it costs.
    pub price: Money,
}

/// A whole ranking, best first.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranking {
    /// The vendors.
    pub rows: Vec<Ranked>,
    /// The weights of the parts in basis points.
    pub weights_bp: [u32; 4],
}

impl Ranking {
    /// Returns the part scores as rows of a matrix, best vendor first.
    #[must_use]
    pub fn matrix(&self) -> Vec<Vec<f64>> {
        self.rows.iter().map(|row| row.parts.to_vec()).collect()
    }

    /// Compares the vendor at a place with its rival.
    #[must_use]
    pub fn gap(&self, place: usize) -> Option<Gap> {
        let own = self.rows.get(place)?;
        let rival = self.rows.get(usize::from(place == 0))?;
        let mut points = own.points;
        for (points, other) in points.iter_mut().zip(rival.points) {
            *points -= other;
        }
        let price = Money(own.price.price.0 - rival.price.price.0);
        Some(Gap { rival: rival.vendor, points, total: own.total - rival.total, price })
    }

    /// Returns the weights as shares of 1.
    #[must_use]
    pub fn shares(&self) -> Vec<f64> {
        self.weights_bp.iter().map(|weight| f64::from(*weight) / 10_000.0).collect()
    }
}

/// The order in which parts are named.
#[must_use]
pub fn part_place(part: ScorePart) -> usize {
    ScorePart::ALL.iter().position(|other| *other == part).unwrap_or(0)
}
