//! What the checks of the team know from elsewhere in the project: who is in the escalation levels, how vendor staff
//! are paid, and which languages the parties work in.

use std::sync::Arc;

use decision::order;

use crate::domain::collaboration::ResponseLevel;
use crate::domain::finding::Finding;
use crate::domain::ids::Id;
use crate::domain::profile::Side;
use crate::domain::project::Project;
use crate::domain::selection::offer::{OfferLine, Tier};
use crate::domain::team::Role;
use crate::domain::team::raci::code::Code;
use crate::domain::team::raci::{Place, RaciFinding};

/// How vendor staff are paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Payment {
    /// Whether payment is per head.
    pub per_head: bool,
    /// How many deliverables are agreed.
    pub deliverables: u64,
}

/// What is known from elsewhere.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Around {
    /// How vendor staff are paid, where it is known.
    pub payment: Option<Payment>,
    /// The escalation levels of the client.
    pub client_levels: Vec<i64>,
    /// The escalation levels of the vendor.
    pub vendor_levels: Vec<i64>,
    /// The working languages of the parties as they say them, client first.
    pub languages: [String; 2],
}

/// What units of payment are called that count people instead of results.
const HEADS: [&str; 9] = ["person", "head", "fte", "man-", "man day", "agent", "人", "坐席", "工位"];

impl Around {
    /// Takes the levels from the response plan, and the payment from the offer of the chosen vendor.
    #[must_use]
    pub fn of(project: &Project) -> Self {
        let levels = |side: Side| {
            let is_in = |id: Option<Id<Role>>| {
                id.and_then(|id| project.team.roles.get(id)).is_some_and(|role| role.side == side)
            };
            let levels = project.collaboration.response.iter();
            let levels = levels.filter(|level: &&Arc<ResponseLevel>| {
                is_in(level.owner) || level.escalation.iter().any(|step| is_in(step.to))
            });
            levels.map(|level| i64::from(level.number)).collect()
        };
        Self {
            payment: payment(project),
            client_levels: levels(Side::Client),
            vendor_levels: levels(Side::Vendor),
            languages: Side::ALL.map(|side| project.profile.party(side).language.clone()),
        }
    }

    /// Lists the levels that one side only has, with that side.
    #[must_use]
    pub fn one_sided(&self) -> Vec<(i64, Side)> {
        let only = |levels: &[i64], others: &[i64], side| {
            let only = levels.iter().filter(|level| !others.contains(level));
            only.map(|level| (*level, side)).collect::<Vec<_>>()
        };
        let mut found = only(&self.client_levels, &self.vendor_levels, Side::Client);
        found.extend(only(&self.vendor_levels, &self.client_levels, Side::Vendor));
        order::sort_by(&mut found, |a, b| a.0.cmp(&b.0));
        found.dedup();
        found
    }

    /// Lists what is found there.
    #[must_use]
    pub fn findings(&self) -> Vec<RaciFinding> {
        let finding = |code: Code, place| Finding { severity: code.severity(), code, place };
        let is_risky = self.payment.is_some_and(|payment| payment.per_head && payment.deliverables == 0);
        let payment = is_risky.then(|| finding(Code::DispatchRiskPayment, Place::Payment));
        let levels = self.one_sided();
        let levels =
            levels.into_iter().map(|(level, _)| finding(Code::EscalationOneSided, Place::Level(level)));
        payment.into_iter().chain(levels).collect()
    }
}

/// Reads how the chosen vendor is paid. Payment is per head where every priced line of the base service counts people.
/// Deliverables are milestones, and features with an acceptance.
fn payment(project: &Project) -> Option<Payment> {
    let chosen = project.selection.decision.chosen?;
    let offer = &project.selection.vendors.get(chosen)?.proposal.offer;
    let mut priced =
        offer.iter().filter(|line| line.tier == Tier::Base && line.unit_price.is_some()).peekable();
    priced.peek()?;
    let features = project.requirements.features.iter();
    let features = features.filter(|feature| !feature.acceptance.trim().is_empty()).count();
    let deliverables = project.collaboration.milestones.len() + features;
    Some(Payment { per_head: priced.all(counts_people), deliverables: deliverables as u64 })
}

fn counts_people(line: &OfferLine) -> bool {
    let unit = line.unit.to_lowercase();
    HEADS.iter().any(|word| unit.contains(word)) || unit.trim().is_empty() && line.role.is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::collaboration::Escalation;
    use crate::domain::money::Money;

    #[test]
    fn levels_are_those_a_role_of_the_side_is_in() {
        let mut project = Project::default();
        let team = Arc::make_mut(&mut project.team);
        team.roles.add(Id::fixed(1), |role| role.side = Side::Client);
        team.roles.add(Id::fixed(2), |role| role.side = Side::Vendor);
        let response = &mut Arc::make_mut(&mut project.collaboration).response;
        for (id, owner, escalate_to) in
            [(11, Some(2), Some(1)), (12, Some(2), None), (13, None, Some(1)), (14, None, None)]
        {
            response.add(Id::fixed(id), |level| {
                level.owner = owner.map(Id::fixed);
                level.escalation =
                    vec![Escalation { to: escalate_to.map(Id::fixed), ..Escalation::default() }];
            });
        }
        let around = Around::of(&project);
        assert_eq!(around.one_sided(), [(2, Side::Vendor), (3, Side::Client)]);
        let places: Vec<_> = around.findings().iter().map(|finding| finding.place).collect();
        assert_eq!(places, [Place::Level(2), Place::Level(3)]);
    }

    #[test]
    fn payment_by_heads_without_a_deliverable_raises_the_question() {
        let mut project = Project::default();
        let selection = Arc::make_mut(&mut project.selection);
        selection.vendors.add(Id::fixed(1), |vendor| {
            let line = |unit: &str| OfferLine {
                unit: unit.to_owned(),
                unit_price: Some(Money::from_major(9000.0)),
                ..OfferLine::default()
            };
            vendor.proposal.offer = vec![line("人月"), line("person-month")];
        });
        let asks = |project: &Project| !Around::of(project).findings().is_empty();
        assert!(!asks(&project), "no vendor is chosen yet");
        Arc::make_mut(&mut project.selection).decision.chosen = Some(Id::fixed(1));
        assert!(asks(&project));
        let mut by_result = project.clone();
        Arc::make_mut(&mut by_result.selection).vendors.update(Id::fixed(1), |vendor| {
            vendor.proposal.offer[1].unit = "ticket".to_owned();
        });
        assert!(!asks(&by_result));
        Arc::make_mut(&mut project.collaboration).milestones.add(Id::fixed(2), |_| ());
        assert!(!asks(&project), "something is delivered");
    }
}
