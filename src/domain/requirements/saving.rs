//! What a goal of lower cost comes to: the total cost of ownership against what the work costs today.

use chrono::NaiveDate;

use crate::domain::ids::Id;
use crate::domain::money::Money;
use crate::domain::project::Project;
use crate::domain::requirements::Goal;
use crate::domain::selection::Vendor;
use crate::domain::selection::ownership::term;

/// What is saved over the term. Reckoned from the total cost, never from the quote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Saving {
    /// Whose cost it is.
    pub vendor: Id<Vendor>,
    /// Whether this vendor is chosen; else it leads.
    pub is_chosen: bool,
    /// What the work costs today, a month.
    pub monthly: Money,
    /// The term in months.
    pub months: u16,
    /// The total cost of ownership over the term, in minor units.
    pub cost: i64,
}

impl Saving {
    /// Returns what the work would cost over the term as it is done today, in minor units.
    #[must_use]
    pub fn baseline(&self) -> i64 {
        self.monthly.0.saturating_mul(i64::from(self.months))
    }

    /// Returns the share that is saved, of 1; below 0 where it costs more.
    #[must_use]
    pub fn share(&self) -> f64 {
        let baseline = self.baseline();
        baseline.saturating_sub(self.cost) as f64 / baseline as f64
    }
}

/// What is missing before a saving can be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoSaving {
    /// What the work costs today.
    Baseline,
    /// Prices that are open: scores are not locked.
    OpenPrices,
    /// A vendor that is chosen or leads.
    Vendor,
    /// The price of that vendor.
    Price,
}

impl Project {
    /// Returns the saving of a goal with the chosen vendor, or else the one that leads.
    ///
    /// # Errors
    ///
    /// Returns what is missing.
    pub fn saving(&self, goal: &Goal, today: NaiveDate) -> Result<Saving, NoSaving> {
        let monthly = goal.monthly_cost.filter(|cost| 0 < cost.0).ok_or(NoSaving::Baseline)?;
        let selection = &self.selection;
        if selection.scores_locked.is_none() {
            return Err(NoSaving::OpenPrices);
        }
        let leading = || selection.ranking(today).ok()?.rows.first().map(|row| row.vendor);
        let chosen = selection.decision.chosen;
        let vendor = chosen.or_else(leading).ok_or(NoSaving::Vendor)?;
        let months = term(&self.profile);
        let owned = selection.owned(months, today);
        let owned = owned.iter().find(|owned| owned.vendor == vendor).ok_or(NoSaving::Price)?;
        Ok(Saving { vendor, is_chosen: chosen.is_some(), monthly, months, cost: owned.cost.total() })
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::domain::selection::Proposal;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 25).unwrap()
    }

    fn project() -> Project {
        let mut project = Project::default();
        Arc::make_mut(&mut project.profile).months = Some(10);
        let selection = Arc::make_mut(&mut project.selection);
        selection.scores_locked = NaiveDate::from_ymd_opt(2026, 11, 1);
        selection.side_costs.transition = Some(Money(1_600));
        selection.vendors.add(Id::fixed(1), |vendor| {
            vendor.proposal = Proposal { base_price: Some(Money(1_000)), ..Proposal::default() };
        });
        selection.decision.chosen = Some(Id::fixed(1));
        project
    }

    #[test]
    fn a_saving_is_measured_on_the_total_cost() {
        let goal = Goal { monthly_cost: Some(Money(1_500)), ..Goal::default() };
        let saving = project().saving(&goal, today()).unwrap();
        // 10 × 1000 + 4 % of it + 1600 against 10 × 1500.
        assert_eq!((saving.cost, saving.baseline(), saving.is_chosen), (12_000, 15_000, true));
        assert!((saving.share() - 0.2).abs() < 1e-12);
    }

    #[test]
    fn what_is_missing_is_said() {
        let goal = Goal { monthly_cost: Some(Money(1_500)), ..Goal::default() };
        let check = |change: fn(&mut Project), goal: &Goal, expected: NoSaving| {
            let mut project = project();
            change(&mut project);
            assert_eq!(project.saving(goal, today()), Err(expected));
        };
        let nothing = Goal { monthly_cost: Some(Money(0)), ..Goal::default() };
        check(|_| (), &nothing, NoSaving::Baseline);
        check(
            |project| Arc::make_mut(&mut project.selection).scores_locked = None,
            &goal,
            NoSaving::OpenPrices,
        );
        check(
            |project| Arc::make_mut(&mut project.selection).decision.chosen = None,
            &goal,
            NoSaving::Vendor,
        );
        check(
            |project| {
                let selection = Arc::make_mut(&mut project.selection);
                selection.vendors.update(Id::fixed(1), |vendor| vendor.proposal.base_price = None);
            },
            &goal,
            NoSaving::Price,
        );
    }
}
