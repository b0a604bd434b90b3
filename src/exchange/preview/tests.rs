use std::sync::Arc;

use super::*;
use crate::domain::money::Money;
use crate::domain::selection::decided::{DecidedOn, DecidedVendor};
use crate::domain::selection::offer::OfferLine;

/// A project with every amount a file may hold, each of its own.
fn with_amounts(offer: Vec<OfferLine>) -> Project {
    let mut project = Project::default();
    let profile = Arc::make_mut(&mut project.profile);
    (profile.budget_low, profile.budget_high) = (Some(Money(1)), Some(Money(2)));
    let team = Arc::make_mut(&mut project.team);
    team.roles.add(Id::fixed(1), |role| role.loaded_cost = Some(Money(3)));
    let requirements = Arc::make_mut(&mut project.requirements);
    requirements.goals.add(Id::fixed(3), |goal| goal.monthly_cost = Some(Money(16)));
    requirements.changes.add(Id::fixed(3), |change| change.extra_cost = Some(Money(17)));
    let selection = Arc::make_mut(&mut project.selection);
    selection.purchases.add(Id::fixed(4), |purchase| {
        (purchase.lowest_price, purchase.second_price) = (Some(Money(18)), Some(Money(19)));
    });
    selection.vendors.add(Id::fixed(2), |vendor| {
        let proposal = &mut vendor.proposal;
        (proposal.base_price, proposal.value_added_price) = (Some(Money(4)), Some(Money(5)));
        (proposal.transition, proposal.exit) = (Some(Money(6)), Some(Money(7)));
        proposal.offer = offer;
    });
    let costs = &mut selection.side_costs;
    (costs.selection, costs.transition) = (Some(Money(8)), Some(Money(9)));
    (costs.tools, costs.exit) = (Some(Money(10)), Some(Money(11)));
    (selection.method.price_low, selection.method.price_high) = (Some(Money(12)), Some(Money(13)));
    let vendors = vec![DecidedVendor { price: Money(14), ..DecidedVendor::default() }];
    selection.decision.rested_on = Some(DecidedOn { vendors, ..DecidedOn::default() });
    project
}

/// The same with every amount gone, and of the lines the prices alone.
fn without_amounts(mut project: Project) -> Project {
    let no_costs = Project::default().selection.side_costs.clone();
    Arc::make_mut(&mut project.profile).budget_low = None;
    Arc::make_mut(&mut project.profile).budget_high = None;
    Arc::make_mut(&mut project.team).roles.update(Id::fixed(1), |role| role.loaded_cost = None);
    let requirements = Arc::make_mut(&mut project.requirements);
    requirements.changes.update(Id::fixed(3), |change| change.extra_cost = None);
    requirements.goals.update(Id::fixed(3), |goal| goal.monthly_cost = None);
    let selection = Arc::make_mut(&mut project.selection);
    selection.vendors.update(Id::fixed(2), |vendor| {
        let mut offer = vendor.proposal.offer.clone();
        offer.iter_mut().for_each(|line| line.unit_price = None);
        vendor.proposal = crate::domain::selection::Proposal { offer, ..Default::default() };
    });
    selection.side_costs = no_costs;
    selection.purchases.update(Id::fixed(4), |one| (one.lowest_price, one.second_price) = (None, None));
    (selection.method.price_low, selection.method.price_high) = (None, None);
    if let Some(on) = &mut selection.decision.rested_on {
        on.vendors[0].price = Money(0);
    }
    project
}

#[test]
fn every_amount_is_known_as_one() {
    let line = OfferLine { unit_price: Some(Money(15)), ..OfferLine::default() };
    let then = with_amounts(vec![OfferLine::default(), line]);
    let preview = compare(&without_amounts(then.clone()), &then);
    let fields = preview.changes.iter().flat_map(|item| &item.fields);
    let found: Vec<_> = fields.map(|one| (one.field.as_str(), one.then.as_i64().unwrap())).collect();
    assert_eq!(found.len(), 19, "{found:?}");
    for (field, _) in &found {
        assert!(is_amount(field), "{field}");
    }
    assert!(found.contains(&("proposal offer 2 unit_price", 15)), "{found:?}");
    for other in ["weeks", "selection", "transition", "proposal rework_bp", "side_costs governance_bp"] {
        assert!(!is_amount(other), "{other}");
    }
}

#[test]
fn a_list_of_lines_that_grew_is_told_as_a_whole() {
    let now = with_amounts(vec![OfferLine::default()]);
    let then = with_amounts(vec![OfferLine::default(), OfferLine::default()]);
    let preview = compare(&now, &then);
    let field = &preview.changes[0].fields[0];
    let n_lines = |value| lines(value).map(Vec::len);
    assert_eq!(field.field, "proposal offer");
    assert_eq!((n_lines(&field.now), n_lines(&field.then)), (Some(1), Some(2)));
    assert_eq!(n_lines(&serde_json::json!([2500, 2500])), None);
}

#[test]
fn a_sheet_on_its_own_replaces_no_project_and_no_project_a_sheet() {
    let project = Project { id: Id::fixed(1), ..Project::default() };
    let mut sheet = project.clone();
    Arc::make_mut(&mut sheet.profile).sheet_of = Some(Id::fixed(9));
    assert!(may_replace(&project, &project));
    assert!(!may_replace(&project, &sheet) && !may_replace(&sheet, &project));
    assert!(!may_replace(&Project::default(), &project));
}

#[test]
fn what_differs_deep_inside_is_told_without_ids() {
    let id = "00000000-0000-4000-8000-000000000001";
    let now = serde_json::json!({ id: { "2026-03": { "value": 92.0 }, "2026-04": { "value": 1.0 } } });
    let then = serde_json::json!({ id: { "2026-03": { "value": 95.5 }, "2026-04": { "value": 1.0 } } });
    let found = leaves("readings", &now, &then);
    let said: Vec<_> = found.iter().map(|one| format!("{}: {} {}", one.field, one.now, one.then)).collect();
    assert_eq!(said, ["readings 2026-03 value: 92.0 95.5"]);
    assert!(is_amount("proposal base_price") && !is_amount("weeks"));
}

#[test]
fn added_changed_and_removed_items_are_told_apart() {
    let mut now = Project::default();
    let roles = &mut Arc::make_mut(&mut now.team).roles;
    for id in 1..=3 {
        roles.add(Id::fixed(id), |role| role.name = format!("role {id}"));
    }
    let mut then = now.clone();
    let roles = &mut Arc::make_mut(&mut then.team).roles;
    roles.remove(Id::fixed(1));
    roles.update(Id::fixed(2), |role| role.person = "Ines".to_owned());
    roles.add(Id::fixed(4), |role| role.name = "role 4".to_owned());

    let preview = compare(&now, &then);
    let shown: Vec<_> = preview
        .changes
        .iter()
        .map(|item| (item.change, item.clause.as_str(), item.name.as_str(), item.fields.len()))
        .collect();
    assert_eq!(
        shown,
        [
            (Change::Changed, "P-02", "role 2", 1),
            (Change::Added, "P-04", "role 4", 0),
            (Change::Removed, "P-01", "role 1", 0)
        ]
    );
    assert_eq!(preview.unchanged, 1);
}

#[test]
fn the_items_of_a_workshop_are_told_by_their_clauses_and_no_vote_is() {
    use crate::domain::requirements::workshop::vote::{Round, Subject};
    let now = Project::default();
    let mut then = now.clone();
    let workshop = &mut Arc::make_mut(&mut then.requirements).workshop;
    workshop.participants.add(Id::fixed(1), |one| one.name = "Ines".to_owned());
    workshop.round = Some(Round::on(Subject::Priorities));
    let preview = compare(&now, &then);
    let told: Vec<_> = preview.changes.iter().map(|one| (one.clause.as_str(), one.fields.len())).collect();
    assert_eq!(told, [("Y-1", 0), ("", 0)]);
}
