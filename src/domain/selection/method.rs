//! How the total is made: four weights, a price formula, and how evaluators are put together.

use decode::Decode;
use serde::Serialize;

use crate::domain::ids::Id;
use crate::domain::money::Money;
use crate::domain::register::item;
use crate::domain::selection::low_price::LowPrice;
use crate::domain::selection::weighing::Weighing;
use decision::weights;

/// The four parts of the total score.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ScorePart {
    /// The capability scores of all evaluators.
    #[default]
    Capability,
    /// The verified cases.
    Cases,
    /// The proposal.
    Proposal,
    /// The price.
    Price,
}

impl ScorePart {
    /// Every part, in the order of the segments.
    pub const ALL: [Self; 4] = [Self::Capability, Self::Cases, Self::Proposal, Self::Price];
}

/// How the price becomes points.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PriceFormula {
    /// Linear between two bounds set before the opening; no dependence on rivals.
    #[default]
    PresetBounds,
    /// The lowest price over the own price.
    LowestRatio,
    /// Linear from the lowest price.
    LinearFromLowest,
    /// Linear between the highest and the lowest price.
    HighestLowest,
    /// Logarithmic.
    Log,
}

impl PriceFormula {
    /// Every formula, the most robust first.
    pub const ALL: [Self; 5] =
        [Self::PresetBounds, Self::LowestRatio, Self::LinearFromLowest, Self::HighestLowest, Self::Log];
}

/// How several evaluators become one figure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Aggregation {
    /// The median of their totals.
    #[default]
    Median,
    /// The mean of their totals.
    Mean,
    /// The total of the scores agreed on; where nothing was agreed, the median of the scores given there.
    Agreed,
}

impl Aggregation {
    /// Every way, in the order of choice lists.
    pub const ALL: [Self; 3] = [Self::Median, Self::Mean, Self::Agreed];
}

/// Which weights are thought possible.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Decode)]
#[serde(rename_all = "snake_case")]
pub enum Possible {
    /// Any.
    #[default]
    Any,
    /// Any in the order of the present ones.
    Ordered,
    /// The present ones, each a fifth up or down.
    Around,
}

impl Possible {
    /// All of them, in the order of choice lists.
    pub const ALL: [Self; 3] = [Self::Any, Self::Ordered, Self::Around];

    /// Returns its name in a question.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Any => "any",
            Self::Ordered => "ordered",
            Self::Around => "around",
        }
    }
}

impl Method {
    /// Returns the same with weights scaled to the whole, where they do not sum to it; nothing where they do, and nothing
    /// while all are 0.
    #[must_use]
    pub fn in_proportion(&self) -> Option<Self> {
        let is_whole = weights::check(self.weights_bp).is_ok();
        let scaled = <[u32; 4]>::try_from(weights::scale(&self.weights_bp)).ok()?;
        (!is_whole && self.weights_bp != [0; 4]).then(|| Self { weights_bp: scaled, ..self.clone() })
    }
}

/// How far each weight may go up or down for [`Possible::Around`], as a share of itself.
pub const MARGIN: f64 = 0.2;

/// The weights somebody else would choose, such as a department; the ranking is shown under them too.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct WeightSet {
    /// The id.
    pub id: Id<Self>,
    /// The clause number.
    pub number: u32,
    /// Whose weights they are.
    pub name: String,
    /// How much capability counts, in basis points.
    pub capability_bp: u32,
    /// How much the cases count, in basis points.
    pub cases_bp: u32,
    /// How much the proposal counts, in basis points.
    pub proposal_bp: u32,
    /// How much the price counts, in basis points.
    pub price_bp: u32,
}
item!(WeightSet, "A", 1);

impl WeightSet {
    /// Returns the weights in the order of [`ScorePart::ALL`].
    #[must_use]
    pub const fn weights_bp(&self) -> [u32; 4] {
        [self.capability_bp, self.cases_bp, self.proposal_bp, self.price_bp]
    }
}

/// How the total is made; fixed before prices are seen.
#[derive(Clone, Debug, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Method {
    /// The weights of the four parts in basis points, together 10 000, in the order of [`ScorePart::ALL`].
    pub weights_bp: [u32; 4],
    /// What was entered to find them.
    pub weighing: Weighing<ScorePart>,
    /// How the price becomes points.
    pub price_formula: PriceFormula,
    /// The price that earns full points, for preset bounds.
    pub price_low: Option<Money>,
    /// The price that earns none, for preset bounds.
    pub price_high: Option<Money>,
    /// The base of the logarithm.
    pub log_base: f64,
    /// How evaluators are put together.
    pub aggregation: Aggregation,
    /// Which prices have to be explained.
    pub low_price: LowPrice,
}

impl Default for Method {
    fn default() -> Self {
        Self {
            weights_bp: [3500, 2000, 2500, 2000],
            weighing: Weighing::default(),
            price_formula: PriceFormula::default(),
            price_low: None,
            price_high: None,
            log_base: 2.0,
            aggregation: Aggregation::default(),
            low_price: LowPrice::default(),
        }
    }
}
