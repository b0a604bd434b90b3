//! Tiers that do not fit each other or a line.

use crate::domain::performance::credits::charge::{Tier, tier_of};
use crate::domain::performance::credits::doubts::Doubt;
use crate::domain::performance::credits::terms::CreditTerms;
use crate::domain::requirements::SlaLine;

impl CreditTerms {
    /// Lists what is doubtful about the tiers themselves.
    pub(super) fn of_tiers(&self) -> Vec<Doubt> {
        let is_empty = |(_, tier): &(usize, &Tier)| tier.below_ppm <= tier.from_ppm;
        let empty = self.tiers.iter().enumerate().filter(is_empty);
        let empty = empty.map(|(place, _)| Doubt::EmptyTier(place));
        let tiers = self.in_order();
        let overlaps =
            tiers.windows(2).any(|pair| matches!(pair, [one, next] if next.from_ppm < one.below_ppm));
        empty.chain(overlaps.then_some(Doubt::Overlapping)).collect()
    }

    /// Lists what is doubtful about the tiers for a line: where a miss costs nothing, and where the least miss costs much.
    pub(super) fn tiers_of(&self, line: &SlaLine) -> Vec<Doubt> {
        let Some(good) = line.target.and_then(|target| line.good_share(target)) else { return Vec::new() };
        let (mut reached, mut found) = (0, Vec::new());
        for tier in self.in_order() {
            if reached < tier.from_ppm.min(good) {
                found.push(Doubt::NoTier(line.id, reached, tier.from_ppm.min(good)));
            }
            reached = tier.below_ppm.max(reached);
        }
        if reached < good {
            found.push(Doubt::NoTier(line.id, reached, good));
        }
        // The gap next to the target is met first.
        found.reverse();
        let nearest = good.checked_sub(1).and_then(|least| tier_of(&self.tiers, least));
        let is_passed_over = self.in_order().iter().any(|tier| good <= tier.from_ppm);
        found.extend(nearest.filter(|_| is_passed_over).map(|tier| Doubt::Harsh(line.id, tier.credit_bp)));
        found
    }

    /// Returns the tiers that hold anything, the lowest first.
    fn in_order(&self) -> Vec<Tier> {
        let mut tiers: Vec<Tier> =
            self.tiers.iter().copied().filter(|tier| tier.from_ppm < tier.below_ppm).collect();
        decision::order::sort_by_key(&mut tiers, |tier| tier.from_ppm);
        tiers
    }
}
