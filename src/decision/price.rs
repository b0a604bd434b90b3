//! From prices to points. Every formula with its clamps and its warnings.
//!
//! Sources: 87号令 art. 55 (lowest ratio); World Bank QCBS; Bergman & Lundberg on relative formulas and the ranking
//! paradox; log formula as in Negometrix.

use thiserror::Error;

use crate::decision::rank;

/// How a price becomes points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Formula {
    /// W × Pmin / P.
    LowestRatio,
    /// W × (1 − (P − Pmin)/Pmin), not below 0.
    LinearFromLowest,
    /// W × (Pmax − P)/(Pmax − Pmin).
    HighestLowest,
    /// W × (1 − ln(P/Pmin)/ln a), never clamped.
    Log {
        /// The base a, above 1.
        base: f64,
    },
    /// W × (high − P)/(high − low), kept within 0 and W.
    PresetBounds {
        /// The price that earns all points.
        low: i64,
        /// The price that earns none.
        high: i64,
    },
    /// Sf = 100 × Pmin/P, points Sf × W/100.
    Qcbs,
}

/// What a bid passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gate {
    /// Everything.
    Pass,
    /// Not everything: it is out of the field.
    Fail,
    /// It stays in the field for now.
    NeedsEvidence,
}

/// One bid.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bid {
    /// The price in minor units.
    pub price: Option<i64>,
    /// The quality, 0 to 100.
    pub quality: f64,
    /// What it passed.
    pub gate: Gate,
}

/// The rule of a comparison.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rule {
    /// The formula.
    pub formula: Formula,
    /// The points for price W = this / 100; the rest is for quality.
    pub weight_bp: u32,
    /// The quality below which a bid is out.
    pub technical_floor: Option<f64>,
}

/// Why nothing can be computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum PriceError {
    /// The weight is above 100 %.
    #[error("price_weight_out_of_range")]
    WeightOutOfRange,
    /// The base of the logarithm is not above 1.
    #[error("log_base_invalid")]
    LogBase,
    /// The lower bound is not below the upper one.
    #[error("bounds_invalid")]
    Bounds,
    /// A bid of the field has no price above 0; counts from 0.
    #[error("price_not_positive")]
    NotPositive(usize),
}

/// Why a bid is out of the field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Excluded {
    /// A gate was failed.
    FailedGate,
    /// The quality is below the floor.
    BelowTechnicalFloor,
}

/// Where points were cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clamped {
    /// Nowhere.
    None,
    /// At 0.
    Low,
    /// At the full points.
    High,
}

/// The points of one bid.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Points {
    /// The points before any cut.
    pub raw: f64,
    /// The points for price.
    pub price: f64,
    /// Where they were cut.
    pub clamped: Clamped,
    /// Quality and price together.
    pub total: f64,
}

/// The comparison with everything it rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The points of each bid, or why it is out.
    pub bids: Vec<Result<Points, Excluded>>,
    /// The ranks by total.
    pub ranks: Vec<Option<usize>>,
    /// The places of the winners.
    pub winners: Vec<usize>,
    /// The lowest price of the field.
    pub lowest: Option<i64>,
    /// The highest price of the field.
    pub highest: Option<i64>,
}

impl Rule {
    /// Returns the points for price.
    #[must_use]
    pub fn full_points(&self) -> f64 {
        f64::from(self.weight_bp) / 100.0
    }

    /// Returns the price difference worth one point, for preset bounds only, in minor units.
    #[must_use]
    pub fn point_value(&self) -> Option<f64> {
        match self.formula {
            Formula::PresetBounds { low, high } if self.weight_bp > 0 => {
                Some((high - low) as f64 / self.full_points())
            }
            _ => None,
        }
    }

    fn check(&self) -> Result<(), PriceError> {
        if 10_000 < self.weight_bp {
            return Err(PriceError::WeightOutOfRange);
        }
        match self.formula {
            Formula::Log { base } if base <= 1.0 => Err(PriceError::LogBase),
            Formula::PresetBounds { low, high } if high <= low => Err(PriceError::Bounds),
            _ => Ok(()),
        }
    }

    fn exclusion(&self, bid: &Bid) -> Option<Excluded> {
        if bid.gate == Gate::Fail {
            Some(Excluded::FailedGate)
        } else if self.technical_floor.is_some_and(|floor| bid.quality + rank::EQUAL < floor) {
            Some(Excluded::BelowTechnicalFloor)
        } else {
            None
        }
    }

    fn points(&self, price: i64, lowest: i64, highest: i64) -> (f64, f64, Clamped) {
        let full = self.full_points();
        let (p, min, max) = (price as f64, lowest as f64, highest as f64);
        let raw = match self.formula {
            Formula::LowestRatio | Formula::Qcbs => full * min / p,
            Formula::LinearFromLowest => full * (1.0 - (p - min) / min),
            Formula::HighestLowest if lowest == highest => full,
            Formula::HighestLowest => full * (max - p) / (max - min),
            Formula::Log { base } => full * (1.0 - (p / min).ln() / base.ln()),
            Formula::PresetBounds { low, high } => full * (high - price) as f64 / (high - low) as f64,
        };
        match self.formula {
            Formula::LinearFromLowest if lowest.saturating_mul(2) < price => (raw, 0.0, Clamped::Low),
            Formula::PresetBounds { high, .. } if high < price => (raw, 0.0, Clamped::Low),
            Formula::PresetBounds { low, .. } if price < low => (raw, full, Clamped::High),
            _ => (raw, raw, Clamped::None),
        }
    }

    /// Compares bids.
    pub fn compare(&self, bids: &[Bid]) -> Result<Comparison, PriceError> {
        self.check()?;
        let mut field = Vec::new();
        for (place, bid) in bids.iter().enumerate() {
            if self.exclusion(bid).is_none() {
                field.push(bid.price.filter(|price| 0 < *price).ok_or(PriceError::NotPositive(place))?);
            }
        }
        let (lowest, highest) = (field.iter().min().copied(), field.iter().max().copied());
        let score = |bid: &Bid| {
            if let Some(excluded) = self.exclusion(bid) {
                return Err(excluded);
            }
            let price = bid.price.unwrap_or_default();
            let (raw, price, clamped) = self.points(price, lowest.unwrap_or(price), highest.unwrap_or(price));
            let total = (100.0 - self.full_points()) * bid.quality / 100.0 + price;
            Ok(Points { raw, price, clamped, total })
        };
        let bids: Vec<_> = bids.iter().map(score).collect();
        let totals: Vec<_> = bids.iter().map(|bid| bid.ok().map(|points| points.total)).collect();
        Ok(Comparison {
            ranks: rank::descending(&totals),
            winners: rank::winners(&totals),
            bids,
            lowest,
            highest,
        })
    }

    /// Returns the bids whose removal changes the winner though they are no winners themselves: the ranking paradox of
    /// formulas that look at rivals.
    pub fn paradox(&self, bids: &[Bid]) -> Result<Vec<usize>, PriceError> {
        let whole = self.compare(bids)?;
        let mut found = Vec::new();
        for (place, bid) in bids.iter().enumerate() {
            if self.exclusion(bid).is_some() || whole.winners.contains(&place) {
                continue;
            }
            let mut without = bids.to_vec();
            if let Some(removed) = without.get_mut(place) {
                removed.gate = Gate::Fail;
            }
            if self.compare(&without)?.winners != whole.winners {
                found.push(place);
            }
        }
        Ok(found)
    }
}

/// What is worth knowing about a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Warning {
    NoBids,
    SingleBid,
    AllPricesEqual,
    ClampedLow,
    ClampedHigh,
    NegativePoints,
    Provisional,
    CnWeightBelowMin,
    CnWeightUpperDisputed,
}

impl Warning {
    /// Returns the code used in reference cases.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NoBids => "no_bids",
            Self::SingleBid => "single_bid",
            Self::AllPricesEqual => "all_prices_equal",
            Self::ClampedLow => "clamped_low",
            Self::ClampedHigh => "clamped_high",
            Self::NegativePoints => "negative_points",
            Self::Provisional => "provisional",
            Self::CnWeightBelowMin => "cn_price_weight_below_min",
            Self::CnWeightUpperDisputed => "cn_price_weight_upper_disputed",
        }
    }
}

impl Rule {
    /// Lists what is worth knowing, sorted by code. `for_services` asks for the weights of 87号令: services from 10 %,
    /// goods from 30 %.
    #[must_use]
    pub fn warnings(&self, bids: &[Bid], compared: &Comparison, for_services: Option<bool>) -> Vec<Warning> {
        let field: Vec<&Points> = compared.bids.iter().filter_map(|bid| bid.as_ref().ok()).collect();
        let is_in = |place: usize| compared.bids.get(place).is_some_and(Result::is_ok);
        let any = |wanted: &dyn Fn(&Points) -> bool| field.iter().any(|points| wanted(points));
        let waits =
            bids.iter().enumerate().any(|(place, bid)| bid.gate == Gate::NeedsEvidence && is_in(place));
        let floor = for_services.map(|services| if services { 1000 } else { 3000 });
        let conditions = [
            (field.is_empty(), Warning::NoBids),
            (field.len() == 1, Warning::SingleBid),
            (1 < field.len() && compared.lowest == compared.highest, Warning::AllPricesEqual),
            (any(&|points| points.clamped == Clamped::Low), Warning::ClampedLow),
            (any(&|points| points.clamped == Clamped::High), Warning::ClampedHigh),
            (
                matches!(self.formula, Formula::Log { .. }) && any(&|points| points.price < 0.0),
                Warning::NegativePoints,
            ),
            (waits, Warning::Provisional),
            (floor.is_some_and(|floor| self.weight_bp < floor), Warning::CnWeightBelowMin),
            (for_services == Some(true) && 3000 < self.weight_bp, Warning::CnWeightUpperDisputed),
        ];
        let mut warnings: Vec<_> =
            conditions.into_iter().filter(|(is, _)| *is).map(|(_, warning)| warning).collect();
        warnings.sort_by_key(|warning| warning.code());
        warnings
    }
}
