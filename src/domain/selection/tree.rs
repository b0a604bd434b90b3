//! The criteria in two levels: groups, and what is scored under them.

use std::sync::Arc;

use crate::domain::ids::Id;
use crate::domain::selection::{Criterion, Selection};
use decision::weights;

/// One criterion where it is shown: a group before what stands under it.
#[derive(Clone, Debug, PartialEq)]
pub struct Branch {
    /// The criterion.
    pub criterion: Arc<Criterion>,
    /// The group it stands under.
    pub group: Option<Id<Criterion>>,
    /// Whether others stand under it; a group is not scored.
    pub is_group: bool,
    /// Its share in the whole, in basis points: for what stands under a group the product of both weights.
    pub share_bp: f64,
}

/// Returns the group a criterion stands under, if that is one: it is there and stands under nothing itself.
pub fn group_of<'a>(
    criterion: &Criterion,
    mut all: impl Iterator<Item = &'a Arc<Criterion>>,
) -> Option<&'a Arc<Criterion>> {
    let group = criterion.under?;
    all.find(|other| other.id == group && other.id != criterion.id && other.under.is_none())
}

impl Selection {
    /// Lists the criteria as they are shown, with their shares in the whole.
    #[must_use]
    pub fn branches(&self) -> Vec<Branch> {
        let group = |criterion: &Criterion| group_of(criterion, self.criteria.iter()).cloned();
        let mut branches = Vec::new();
        for top in self.criteria.iter().filter(|criterion| group(criterion).is_none()) {
            let members: Vec<_> = self
                .criteria
                .iter()
                .filter(|criterion| group(criterion).is_some_and(|group| group.id == top.id))
                .collect();
            let whole = f64::from(top.weight_bp);
            branches.push(Branch {
                criterion: top.clone(),
                group: None,
                is_group: !members.is_empty(),
                share_bp: whole,
            });
            branches.extend(members.into_iter().map(|member| Branch {
                criterion: member.clone(),
                group: Some(top.id),
                is_group: false,
                share_bp: whole * f64::from(member.weight_bp) / f64::from(weights::WHOLE),
            }));
        }
        branches
    }

    /// Lists the groups.
    #[must_use]
    pub fn groups(&self) -> Vec<Arc<Criterion>> {
        let groups = self.branches().into_iter().filter(|branch| branch.is_group);
        groups.map(|branch| branch.criterion).collect()
    }

    /// Lists the criteria that stand beside each other under a group, or at the top.
    #[must_use]
    pub fn beside(&self, group: Option<Id<Criterion>>) -> Vec<Id<Criterion>> {
        let beside = self.branches().into_iter().filter(|branch| branch.group == group);
        beside.map(|branch| branch.criterion.id).collect()
    }

    /// Lists the criteria that are scored.
    #[must_use]
    pub fn leaves(&self) -> Vec<Branch> {
        self.branches().into_iter().filter(|branch| !branch.is_group).collect()
    }

    /// Sums the weights of those that stand beside each other: at the top, which comes first, and under each group.
    #[must_use]
    pub fn weight_sums(&self) -> Vec<(Option<Id<Criterion>>, u64)> {
        let branches = self.branches();
        let groups = branches.iter().filter(|branch| branch.is_group).map(|branch| Some(branch.criterion.id));
        let sum = |group| {
            let beside = branches.iter().filter(|branch| branch.group == group);
            (group, beside.map(|branch| u64::from(branch.criterion.weight_bp)).sum())
        };
        std::iter::once(None).chain(groups).map(sum).collect()
    }

    /// Lists where those that stand beside each other do not sum to 10 000.
    #[must_use]
    pub fn uneven_weights(&self) -> Vec<Option<Id<Criterion>>> {
        let sums = self.weight_sums().into_iter();
        sums.filter(|(_, sum)| *sum != u64::from(weights::WHOLE)).map(|(group, _)| group).collect()
    }

    /// Spreads the weights evenly over those that stand beside each other.
    pub fn spread_weights(&mut self) {
        for (group, _) in self.weight_sums() {
            let beside = self.beside(group);
            for (id, weight) in beside.iter().zip(weights::even(beside.len())) {
                self.criteria.update(*id, |criterion| criterion.weight_bp = weight);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Criteria 1, 2 … with the number each stands under, 0 for none.
    fn selection(under: &[u128]) -> Selection {
        let mut selection = Selection::default();
        for (place, group) in under.iter().enumerate() {
            selection.criteria.add(Id::fixed(place as u128 + 1), |criterion| {
                criterion.under = (*group != 0).then(|| Id::fixed(*group));
            });
        }
        selection.spread_weights();
        selection
    }

    fn show(selection: &Selection) -> String {
        let line = |branch: &Branch| {
            let mark = if branch.group.is_some() { ">" } else { "" };
            format!("{mark}{} {}", branch.criterion.number, branch.share_bp)
        };
        selection.branches().iter().map(line).collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn what_stands_under_a_group_follows_it_with_its_share_of_the_share() {
        let mut selection = selection(&[0, 0, 1, 1]);
        assert_eq!(show(&selection), "1 5000, >3 2500, >4 2500, 2 5000");
        assert_eq!(selection.leaves().len(), 3);
        selection.criteria.update(Id::fixed(4), |criterion| criterion.weight_bp = 4000);
        assert_eq!(selection.uneven_weights(), [Some(Id::fixed(1))]);
    }

    #[test]
    fn without_groups_everything_is_as_it_stands() {
        assert_eq!(show(&selection(&[0, 0])), "1 5000, 2 5000");
        assert!(selection(&[]).leaves().is_empty());
    }

    proptest! {
        #[test]
        fn whatever_stands_under_what_every_criterion_is_shown_once_and_shares_are_whole(
            under in prop::collection::vec(0_u128..7, 1..7)
        ) {
            let selection = selection(&under);
            prop_assert_eq!(selection.branches().len(), under.len());
            let whole: f64 = selection.leaves().iter().map(|leaf| leaf.share_bp).sum();
            prop_assert!((whole - 10_000.0).abs() < 1e-6);
        }
    }
}
