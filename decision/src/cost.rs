//! What a choice costs as a whole, and how much the price should count in it.

/// One part of the total cost of ownership.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What is paid for the work.
    Fees,
    /// Finding and choosing.
    Selection,
    /// Handing over to begin with.
    Transition,
    /// Steering; typically 3 to 6 % of the contract (Everest Group 2015).
    Governance,
    /// Doing again what was not right.
    Rework,
    /// Tools and licences.
    Tools,
    /// Handing back or over in the end.
    Exit,
}

impl Part {
    /// Every part, in the order it falls due.
    pub const ALL: [Self; 7] = [
        Self::Fees,
        Self::Selection,
        Self::Transition,
        Self::Governance,
        Self::Rework,
        Self::Tools,
        Self::Exit,
    ];
}

/// The total cost of ownership, in minor units. A saving is measured on this, not on the quote.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TotalCost {
    /// What is paid for the work.
    pub fees: i64,
    /// Finding and choosing.
    pub selection: i64,
    /// Handing over to begin with.
    pub transition: i64,
    /// Steering.
    pub governance: i64,
    /// Doing again what was not right.
    pub rework: i64,
    /// Tools and licences.
    pub tools: i64,
    /// Handing back or over in the end.
    pub exit: i64,
}

impl TotalCost {
    /// Returns one part.
    #[must_use]
    pub const fn part(&self, part: Part) -> i64 {
        match part {
            Part::Fees => self.fees,
            Part::Selection => self.selection,
            Part::Transition => self.transition,
            Part::Governance => self.governance,
            Part::Rework => self.rework,
            Part::Tools => self.tools,
            Part::Exit => self.exit,
        }
    }

    /// Returns all parts together.
    #[must_use]
    pub fn total(&self) -> i64 {
        Part::ALL.iter().fold(0_i64, |sum, part| sum.saturating_add(self.part(*part)))
    }

    /// Returns each part as a share of the total, in the order of [`Part::ALL`]; nothing where the total is not above 0.
    #[must_use]
    pub fn shares(&self) -> Option<[f64; 7]> {
        let total = self.total();
        (0 < total).then(|| Part::ALL.map(|part| self.part(part) as f64 / total as f64))
    }

    /// Returns the saving against a baseline as a share of it, negative for a loss; nothing where the baseline is not
    /// above 0.
    #[must_use]
    pub fn saving(&self, baseline: i64) -> Option<f64> {
        (0 < baseline).then(|| (baseline as f64 - self.total() as f64) / baseline as f64)
    }
}

/// The least and the most a suggested price weight is, in basis points.
pub const PRICE_WEIGHT_BP: (u32, u32) = (1000, 6000);

/// Suggests how much the price should count, in basis points, from how clear the requirement and how risky the work is,
/// both 0 to 1 and kept within.
///
/// FAR 15.101 gives the direction: a clear requirement of low risk lets the price dominate; a vague **or** risky one lets
/// the technical side do so. The shape is this project's own: `10 % + 50 % × clarity × (1 − risk)`. The product makes
/// either doubt enough; the weight rises with clarity, falls with risk, and stays within 10 and 60 %.
#[must_use]
pub fn suggested_price_weight_bp(clarity: f64, risk: f64) -> u32 {
    // What is not a number becomes the careful end.
    let within = |share: f64| if share.is_nan() { 0.0 } else { share.clamp(0.0, 1.0) };
    let (clarity, safety) = (within(clarity), within(1.0 - risk));
    let (least, most) = PRICE_WEIGHT_BP;
    least + (f64::from(most - least) * clarity * safety).round() as u32
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_total_and_its_shares() {
        let cost = TotalCost { fees: 800, governance: 50, exit: 150, ..TotalCost::default() };
        assert_eq!((cost.total(), cost.saving(2000)), (1000, Some(0.5)));
        assert_eq!(cost.shares(), Some([0.8, 0.0, 0.0, 0.05, 0.0, 0.0, 0.15]));
        assert_eq!((TotalCost::default().shares(), cost.saving(0)), (None, None));
    }

    #[test]
    fn the_ends_of_the_suggestion() {
        assert_eq!(suggested_price_weight_bp(1.0, 0.0), 6000);
        assert_eq!(suggested_price_weight_bp(0.0, 0.0), 1000);
        assert_eq!(suggested_price_weight_bp(1.0, 1.0), 1000);
        assert_eq!(suggested_price_weight_bp(0.5, 0.5), 2250);
        assert_eq!(suggested_price_weight_bp(f64::NAN, f64::NAN), 1000);
    }

    proptest! {
        #[test]
        fn the_suggestion_rises_with_clarity_and_falls_with_risk(
            clarity in 0.0..1.0_f64, more in 0.0..1.0_f64, risk in 0.0..1.0_f64,
        ) {
            let now = suggested_price_weight_bp(clarity, risk);
            prop_assert!(now <= suggested_price_weight_bp(clarity + more, risk));
            prop_assert!(suggested_price_weight_bp(clarity, risk + more) <= now);
            prop_assert!((1000..=6000).contains(&now));
        }
    }
}
