//! The floor of a price built up from people and months: below it someone's resources are squeezed. It needs no market
//! data. This project's own rule.

use crate::low_bid::{Field, LowBidError, Quote};

/// What one kind of work costs at least.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Staff {
    /// How many people, in thousandths.
    pub headcount_milli: u32,
    /// What one of them costs a month with everything, in minor units.
    pub loaded_monthly_cost: i64,
    /// For how many months, in thousandths.
    pub months_milli: u32,
}

/// What a price has to cover.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BottomUp {
    /// The people.
    pub staff: Vec<Staff>,
    /// The overhead on labour, in basis points.
    pub overhead_bp: u32,
    /// The tax on labour and overhead, in basis points.
    pub tax_bp: u32,
}

/// The floor with its parts, in minor units.
#[derive(Clone, Debug, PartialEq)]
pub struct Floor {
    /// Σ headcount × cost × months, not rounded.
    pub labour: f64,
    /// The overhead, not rounded.
    pub overhead: f64,
    /// The tax, not rounded.
    pub tax: f64,
    /// All three together, rounded half up once.
    pub amount: i64,
}

const THOUSANDTHS_SQUARED: i128 = 1_000_000;
const WHOLE: i128 = 10_000;

impl BottomUp {
    /// Computes the floor.
    #[must_use]
    pub fn floor(&self) -> Floor {
        let cost = |staff: &Staff| {
            i128::from(staff.headcount_milli)
                * i128::from(staff.loaded_monthly_cost)
                * i128::from(staff.months_milli)
        };
        let labour = self.staff.iter().map(cost).fold(0_i128, i128::saturating_add);
        let (overhead, tax) = (i128::from(self.overhead_bp), i128::from(self.tax_bp));
        let labour_amount = labour as f64 / THOUSANDTHS_SQUARED as f64;
        let overhead_amount = labour_amount * overhead as f64 / WHOLE as f64;
        let tax_amount = (labour_amount + overhead_amount) * tax as f64 / WHOLE as f64;
        let exact = labour.saturating_mul((WHOLE + overhead) * (WHOLE + tax));
        let unit = THOUSANDTHS_SQUARED * WHOLE * WHOLE;
        let rounded = exact.saturating_mul(2).saturating_add(unit).div_euclid(2 * unit);
        Floor {
            labour: labour_amount,
            overhead: overhead_amount,
            tax: tax_amount,
            amount: i64::try_from(rounded).unwrap_or(i64::MAX),
        }
    }
}

/// What the floor finds.
#[derive(Clone, Debug, PartialEq)]
pub struct Review {
    /// How many bids are in the field.
    pub conforming: usize,
    /// The floor.
    pub floor: Floor,
    /// The places of the bids below it.
    pub flags: Vec<usize>,
}

/// Reviews bids against the floor.
pub fn review(quotes: &[Quote], bottom_up: &BottomUp) -> Result<Review, LowBidError> {
    let field = Field::of(quotes)?;
    let floor = bottom_up.floor();
    let flags = field.places(|price| price < i128::from(floor.amount));
    Ok(Review { conforming: field.len(), floor, flags })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_floor_is_rounded_half_up_once() {
        let one = |cost, overhead_bp| {
            let staff = Staff { headcount_milli: 1000, loaded_monthly_cost: cost, months_milli: 1000 };
            BottomUp { staff: vec![staff], overhead_bp, tax_bp: 0 }.floor().amount
        };
        assert_eq!((one(5, 1000), one(4, 1000), one(0, 1000)), (6, 4, 0));
    }
}
