//! From prices to points. Every formula with its clamps and its warnings.
//!
//! Sources: 87号令 art. 55 (lowest ratio); World Bank QCBS; Bergman & Lundberg on relative formulas and the ranking
//! paradox; log formula as in Negometrix.

pub mod adjusted;
pub mod swing;
pub mod warning;

use thiserror::Error;

use crate::rank;

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
    /// The financial score Sf = 100 × Pmin/P, for QCBS only.
    pub financial: Option<f64>,
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
            Formula::Log { base } if !base.is_finite() || base <= 1.0 => Err(PriceError::LogBase),
            Formula::PresetBounds { low, high } if high <= low => Err(PriceError::Bounds),
            _ => Ok(()),
        }
    }

    pub(crate) fn exclusion(&self, bid: &Bid) -> Option<Excluded> {
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
            let lowest = lowest.unwrap_or(price);
            let financial = (self.formula == Formula::Qcbs).then(|| 100.0 * lowest as f64 / price as f64);
            let (raw, price, clamped) = self.points(price, lowest, highest.unwrap_or(price));
            let total = (100.0 - self.full_points()) * bid.quality / 100.0 + price;
            Ok(Points { raw, price, clamped, financial, total })
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const FORMULAS: [Formula; 6] = [
        Formula::LowestRatio,
        Formula::LinearFromLowest,
        Formula::HighestLowest,
        Formula::Log { base: 2.0 },
        Formula::PresetBounds { low: 100, high: 900 },
        Formula::Qcbs,
    ];

    fn bid(price: i64) -> Bid {
        Bid { price: Some(price), quality: 50.0, gate: Gate::Pass }
    }

    proptest! {
        #[test]
        fn an_excluded_bid_changes_no_points(prices in prop::collection::vec(1_i64..1000, 1..6), out in 0_i64..2000) {
            for formula in FORMULAS {
                let rule = Rule { formula, weight_bp: 3000, technical_floor: Some(40.0) };
                let field: Vec<Bid> = prices.iter().copied().map(bid).collect();
                let mut with = field.clone();
                with.push(Bid { gate: Gate::Fail, ..bid(out) });
                with.push(Bid { quality: 39.0, ..bid(out) });
                let (alone, found) = (rule.compare(&field).unwrap(), rule.compare(&with).unwrap());
                prop_assert_eq!(&found.bids[..field.len()], &alone.bids[..]);
                prop_assert_eq!((found.lowest, found.highest), (alone.lowest, alone.highest));
                prop_assert_eq!(found.bids[field.len()], Err(Excluded::FailedGate));
                prop_assert_eq!(found.bids[field.len() + 1], Err(Excluded::BelowTechnicalFloor));
            }
        }

        #[test]
        fn a_lower_price_never_earns_less(prices in prop::collection::vec(1_i64..1000, 2..6)) {
            for formula in FORMULAS {
                let rule = Rule { formula, weight_bp: 3000, technical_floor: None };
                let found = rule.compare(&prices.iter().copied().map(bid).collect::<Vec<_>>()).unwrap();
                let points: Vec<f64> = found.bids.iter().map(|points| points.unwrap().price).collect();
                for (a, points_a) in prices.iter().zip(&points) {
                    for (b, points_b) in prices.iter().zip(&points) {
                        prop_assert!(b < a || points_b <= points_a);
                    }
                }
            }
        }
    }
}
