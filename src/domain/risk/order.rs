//! The order risks are looked at in: the worst first.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::risk::matrix::{Level, order_key};
use crate::domain::risk::{Risk, RiskBook};
use decision::order;

/// Which score decides the order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OrderBy {
    /// The one before measures.
    Inherent,
    /// The one after measures where that is judged, else the one before.
    #[default]
    Residual,
}

impl OrderBy {
    /// Every order, in the order of choice lists.
    pub const ALL: [Self; 2] = [Self::Residual, Self::Inherent];

    /// Returns the place of a risk that decides.
    #[must_use]
    pub fn level(self, risk: &Risk) -> Option<Level> {
        match self {
            Self::Inherent => risk.inherent(),
            Self::Residual => risk.present(),
        }
    }
}

/// Which risks are looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shown {
    /// Every one.
    #[default]
    All,
    /// Those above the tolerance line as they stand now.
    Above,
    /// Those whose review is overdue.
    Overdue,
    /// Those nobody watches.
    Unowned,
    /// Those that occurred.
    Occurred,
}

impl Shown {
    /// Every choice, in the order of choice lists.
    pub const ALL: [Self; 5] = [Self::All, Self::Above, Self::Overdue, Self::Unowned, Self::Occurred];

    /// Tells whether a risk is among them.
    #[must_use]
    pub fn has(self, risk: &Risk, tolerance: u8, today: NaiveDate) -> bool {
        match self {
            Self::All => true,
            Self::Above => risk.is_high(tolerance),
            Self::Overdue => 0 < risk.review_overdue(today),
            Self::Unowned => risk.owner.is_none(),
            Self::Occurred => !risk.occurrences.is_empty(),
        }
    }
}

impl RiskBook {
    /// Returns the risks by score, then impact, then velocity, each the highest first; the rest keeps its order. What is
    /// not rated comes last.
    #[must_use]
    pub fn ordered(&self, by: OrderBy) -> Vec<Arc<Risk>> {
        let mut risks: Vec<_> = self.risks.iter().cloned().collect();
        order::sort_by_key(&mut risks, |risk| order_key(by.level(risk), risk.velocity));
        risks
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::Id;
    use crate::domain::risk::matrix::{Band, BandFrom};
    use crate::domain::scale::Rating;
    use proptest::prelude::*;

    /// Likelihood, impact, velocity, then both after measures; 0 is not rated.
    type Given = [u8; 5];

    fn book(given: &[Given]) -> RiskBook {
        let mut book = RiskBook::default();
        let rating = |value: u8| Rating::new(value).ok();
        for (place, [likelihood, impact, velocity, later, less]) in given.iter().enumerate() {
            book.risks.add(Id::fixed(place as u128 + 1), |risk| {
                (risk.likelihood, risk.impact) = (rating(*likelihood), rating(*impact));
                risk.velocity = rating(*velocity);
                (risk.residual_likelihood, risk.residual_impact) = (rating(*later), rating(*less));
            });
        }
        book
    }
    fn numbers(given: &[Given], by: OrderBy) -> Vec<u32> {
        book(given).ordered(by).iter().map(|risk| risk.number).collect()
    }

    #[test]
    fn equal_scores_go_by_impact_then_velocity_then_as_they_stand() {
        let given =
            [[5, 1, 0, 0, 0], [1, 5, 1, 0, 0], [1, 5, 3, 0, 0], [1, 5, 3, 0, 0], [0; 5], [2, 3, 0, 0, 0]];
        assert_eq!(numbers(&given, OrderBy::Inherent), [6, 3, 4, 2, 1, 5]);
    }

    #[test]
    fn what_measures_made_worse_lies_above_the_line_and_comes_first() {
        let book = book(&[[3, 4, 0, 2, 2], [2, 3, 0, 5, 5], [2, 3, 0, 0, 0]]);
        let above = |book: &RiskBook| {
            let today = NaiveDate::from_ymd_opt(2026, 11, 29).unwrap();
            let above = book.ordered(OrderBy::default()).into_iter();
            above.filter(|risk| Shown::Above.has(risk, 9, today)).map(|risk| risk.number).collect::<Vec<_>>()
        };
        assert_eq!(above(&book), [2]);
        assert_eq!(book.ordered(OrderBy::default())[0].number, 2);
    }

    #[test]
    fn what_is_not_judged_after_measures_counts_as_before_them() {
        let given = [[4, 4, 0, 1, 2], [3, 3, 0, 0, 0], [2, 4, 0, 3, 4], [5, 5, 0, 1, 0]];
        assert_eq!(numbers(&given, OrderBy::Residual), [4, 3, 2, 1]);
    }

    proptest! {
        #[test]
        fn the_order_keeps_all_and_each_is_at_least_as_bad_as_the_next(
            given in prop::collection::vec(prop::array::uniform5(0..=5_u8), 0..30),
        ) {
            let book = book(&given);
            for by in OrderBy::ALL {
                let ordered = book.ordered(by);
                let mut numbers: Vec<_> = ordered.iter().map(|risk| risk.number).collect();
                let key = |risk: &Risk| {
                    let level = by.level(risk);
                    let velocity = risk.velocity.map_or(0, Rating::get);
                    (level.map_or(0, Level::score), level.map_or(0, |level| level.impact), velocity)
                };
                for pair in ordered.windows(2) {
                    let (one, next) = (key(&pair[0]), key(&pair[1]));
                    prop_assert!(next < one || next == one && pair[0].number < pair[1].number);
                }
                numbers.sort_unstable();
                prop_assert_eq!(numbers, (1..=given.len() as u32).collect::<Vec<_>>());
            }
        }

        #[test]
        fn the_worst_impact_is_never_low(likelihood in 1..=5_u8, from in prop::array::uniform3(1..=26_u32)) {
            let [medium, high, critical] = from;
            let (level, from) = (Level { likelihood, impact: 5 }, BandFrom { medium, high, critical });
            prop_assert!(level.band(from) > Band::Low);
        }
    }
}
