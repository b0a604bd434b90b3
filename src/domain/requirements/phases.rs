//! The order in which modules go out: first those that fit, then the pilots; the rest stays.

use std::sync::Arc;

use crate::domain::requirements::Module;
use crate::domain::requirements::suitability::{Suitability, Verdict, judge};
use decision::order;

/// The phases, first to last. What is not rated yet stands in none.
pub const PHASES: [Verdict; 3] = [Verdict::Outsource, Verdict::Pilot, Verdict::Keep];

/// A module in its phase.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// The module.
    pub module: Arc<Module>,
    /// How it was judged.
    pub judged: Suitability,
}

/// Puts modules into the phase of a verdict, the best suited first; equal ones keep their order.
pub fn phase<'a>(modules: impl Iterator<Item = &'a Arc<Module>>, verdict: Verdict) -> Vec<Placed> {
    let placed = modules.map(|module| Placed { module: module.clone(), judged: judge(module) });
    let mut placed: Vec<_> = placed.filter(|placed| placed.judged.verdict == verdict).collect();
    let score = |placed: &Placed| placed.judged.score.unwrap_or(-1.0);
    order::sort_by(&mut placed, |one, other| score(other).total_cmp(&score(one)));
    placed
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::Id;
    use crate::domain::register::{Item, Register};
    use crate::domain::requirements::suitability::Factor;
    use crate::domain::scale::Rating;

    #[test]
    fn the_best_suited_goes_first_and_what_is_vetoed_stays() {
        let mut modules: Register<Module> = Register::default();
        for (place, (rating, core)) in
            [(4, false), (5, false), (3, false), (5, true), (0, false)].into_iter().enumerate()
        {
            modules.add(Id::fixed(place as u128 + 1), |module| {
                (module.core, module.measure_named) = (Some(core), Some(true));
                for factor in Factor::ALL {
                    let reversed = if factor == Factor::DataSensitivity { 6 - rating } else { rating };
                    factor.set(&mut module.factors, Rating::new(if rating == 0 { 0 } else { reversed }).ok());
                }
            });
        }
        let shown = PHASES.map(|verdict| {
            let placed = phase(modules.iter(), verdict).into_iter();
            placed.map(|placed| placed.module.clause()).collect::<Vec<_>>().join(" ")
        });
        assert_eq!(shown, ["B-2 B-1", "B-3", "B-4"]);
    }
}
