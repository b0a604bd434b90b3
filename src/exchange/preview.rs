//! What taking in a project would change, item by item.

use serde_json::{Map, Value};

use crate::domain::collaboration::{Meeting, Milestone, ResponseLevel};
use crate::domain::ids::Id;
use crate::domain::performance::Kpi;
use crate::domain::project::Project;
use crate::domain::register::Item;
use crate::domain::requirements::baseline::Baseline;
use crate::domain::requirements::change::ChangeRequest;
use crate::domain::requirements::flow::Process;
use crate::domain::requirements::gap::Skill;
use crate::domain::requirements::questions::Question;
use crate::domain::requirements::understanding::Scenario;
use crate::domain::requirements::{Feature, Goal, Module, SlaLine};
use crate::domain::risk::Risk;
use crate::domain::selection::low_price::Purchase;
use crate::domain::selection::measured::Measure;
use crate::domain::selection::method::WeightSet;
use crate::domain::selection::{Case, Criterion, Evaluator, Gate, Vendor};
use crate::domain::team::{Activity, Role};
use crate::exchange::value;

/// What happens to an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// It is only in the file.
    Added,
    /// It is in both and differs.
    Changed,
    /// It is only in the present project.
    Removed,
}

/// One field that differs.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldChange {
    /// The key of the field.
    pub field: String,
    /// The value now.
    pub now: Value,
    /// The value in the file.
    pub then: Value,
}

/// One item that differs.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemChange {
    /// The section, for example `team`.
    pub section: String,
    /// The list or field inside it, for example `roles`.
    pub list: String,
    /// The clause number, empty for what has none.
    pub clause: String,
    /// The name, where the item has one.
    pub name: String,
    /// What happens to it.
    pub change: Change,
    /// The fields that differ, for a changed item.
    pub fields: Vec<FieldChange>,
}

/// Everything that differs between two projects.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Preview {
    /// The items that differ.
    pub changes: Vec<ItemChange>,
    /// How many items are the same.
    pub unchanged: usize,
}

impl Preview {
    /// Counts the items of one kind of change.
    #[must_use]
    pub fn count(&self, change: Change) -> usize {
        self.changes.iter().filter(|item| item.change == change).count()
    }
}

/// Compares the present project with the one of a file.
#[must_use]
pub fn compare(now: &Project, then: &Project) -> Preview {
    let mut preview = Preview::default();
    let (Ok(Value::Object(now)), Ok(Value::Object(then))) = (value::write(now), value::write(then)) else {
        return preview;
    };
    for (section, then) in &then {
        if let (Value::Object(then), Some(Value::Object(now))) = (then, now.get(section)) {
            compare_section(section, now, then, &mut preview);
        }
    }
    preview
}

fn compare_section(
    section: &str,
    now: &Map<String, Value>,
    then: &Map<String, Value>,
    preview: &mut Preview,
) {
    for (list, then) in then {
        let now = now.get(list).unwrap_or(&Value::Null);
        match (items(now), items(then)) {
            (Some(now), Some(then)) => compare_items(section, list, now, then, preview),
            _ if now == then => (),
            _ => preview.changes.push(ItemChange {
                section: section.to_owned(),
                list: list.clone(),
                clause: String::new(),
                name: String::new(),
                change: Change::Changed,
                fields: leaves(list, now, then),
            }),
        }
    }
}

fn items(value: &Value) -> Option<&Vec<Value>> {
    value.get("items")?.as_array()
}

fn compare_items(section: &str, list: &str, now: &[Value], then: &[Value], preview: &mut Preview) {
    let find =
        |items: &[Value], item: &Value| items.iter().find(|other| other.get("id") == item.get("id")).cloned();
    let row = |item: &Value, change, fields| ItemChange {
        section: section.to_owned(),
        list: list.to_owned(),
        clause: clause_of(list, item.get("number").and_then(Value::as_u64).unwrap_or(0)),
        name: name_of(item),
        change,
        fields,
    };
    for item in then {
        match find(now, item) {
            None => preview.changes.push(row(item, Change::Added, Vec::new())),
            Some(present) if present == *item => preview.unchanged += 1,
            Some(present) => preview.changes.push(row(item, Change::Changed, field_changes(&present, item))),
        }
    }
    for item in now.iter().filter(|item| find(then, item).is_none()) {
        preview.changes.push(row(item, Change::Removed, Vec::new()));
    }
}

/// Writes the clause number of an item of a list.
fn clause_of(list: &str, number: u64) -> String {
    fn form<T: Item>() -> (&'static str, usize) {
        (T::PREFIX, T::WIDTH)
    }
    let (prefix, width) = match list {
        "goals" => form::<Goal>(),
        "modules" => form::<Module>(),
        "skills" => form::<Skill>(),
        "features" => form::<Feature>(),
        "processes" => form::<Process>(),
        "sla" => form::<SlaLine>(),
        "baselines" => form::<Baseline>(),
        "changes" => form::<ChangeRequest>(),
        "scenarios" => form::<Scenario>(),
        "questions" => form::<Question>(),
        "roles" => form::<Role>(),
        "activities" => form::<Activity>(),
        "vendors" => form::<Vendor>(),
        "gates" => form::<Gate>(),
        "criteria" => form::<Criterion>(),
        "evaluators" => form::<Evaluator>(),
        "cases" => form::<Case>(),
        "measures" => form::<Measure>(),
        "weight_sets" => form::<WeightSet>(),
        "purchases" => form::<Purchase>(),
        "meetings" => form::<Meeting>(),
        "milestones" => form::<Milestone>(),
        "response" => form::<ResponseLevel>(),
        "risks" => form::<Risk>(),
        "kpis" => form::<Kpi>(),
        _ => return String::new(),
    };
    format!("{prefix}-{number:0width$}")
}

fn name_of(item: &Value) -> String {
    ["name", "outcome", "measure", "event", "client", "meaning", "what", "situation", "text"]
        .iter()
        .find_map(|key| item.get(key)?.as_str().filter(|text| !text.is_empty()))
        .unwrap_or_default()
        .to_owned()
}

fn field_changes(now: &Value, then: &Value) -> Vec<FieldChange> {
    let (Value::Object(now), Value::Object(then)) = (now, then) else { return Vec::new() };
    then.iter()
        .flat_map(|(field, then)| leaves(field, now.get(field).unwrap_or(&Value::Null), then))
        .collect()
}

/// Lists the single values that differ below a field. Ids say nothing to anybody and are left out of the path; lines of
/// lists of the same length are counted from 1.
fn leaves(field: &str, now: &Value, then: &Value) -> Vec<FieldChange> {
    if now == then {
        return Vec::new();
    }
    if let (Some(now), Some(then)) = (lines(now), lines(then))
        && now.len() == then.len()
    {
        let pairs = now.iter().zip(then).enumerate();
        let line = |(place, (now, then))| leaves(&format!("{field} {}", place + 1), now, then);
        return pairs.flat_map(line).collect();
    }
    let none = Map::new();
    let (now_map, then_map) = (now.as_object(), then.as_object());
    if now_map.or(then_map).is_none()
        || [now, then].iter().any(|value| !value.is_object() && !value.is_null())
    {
        return vec![FieldChange { field: field.to_owned(), now: now.clone(), then: then.clone() }];
    }
    let (now, then) = (now_map.unwrap_or(&none), then_map.unwrap_or(&none));
    let gone = now.keys().filter(|key| !then.contains_key(key.as_str()));
    let below = |key: &String| {
        let is_id = Id::<Project>::parse(key).is_some();
        let path = if is_id { field.to_owned() } else { format!("{field} {key}") };
        leaves(&path, now.get(key).unwrap_or(&Value::Null), then.get(key).unwrap_or(&Value::Null))
    };
    then.keys().chain(gone).flat_map(below).collect()
}

/// Returns the lines of a list of lines, such as an offer; a list of plain values is none.
#[must_use]
pub fn lines(value: &Value) -> Option<&Vec<Value>> {
    value.as_array().filter(|lines| lines.iter().all(Value::is_object))
}

/// Tells whether a field holds an amount, which a file keeps in minor units.
#[must_use]
pub fn is_amount(field: &str) -> bool {
    let mut steps = field.rsplit(' ').filter(|step| !step.bytes().all(|byte| byte.is_ascii_digit()));
    let (last, above) = (steps.next().unwrap_or_default(), steps.next().unwrap_or_default());
    match last {
        "budget_low" | "budget_high" | "base_price" | "value_added_price" | "price_low" | "price_high"
        | "loaded_cost" | "unit_price" | "extra_cost" | "monthly_cost" | "lowest_price" | "second_price" => {
            true
        }
        "transition" | "exit" => matches!(above, "proposal" | "side_costs"),
        "selection" | "tools" => above == "side_costs",
        "price" => above == "vendors" && field.contains("rested_on"),
        _ => false,
    }
}

/// Tells whether a project of a file may take the place of the open one: a sheet on its own replaces no project, and no
/// project a sheet.
#[must_use]
pub fn may_replace(open: &Project, file: &Project) -> bool {
    !open.id.is_nil() && open.profile.sheet_of.is_none() && file.profile.sheet_of.is_none()
}

#[cfg(test)]
mod tests {
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
        let said: Vec<_> =
            found.iter().map(|one| format!("{}: {} {}", one.field, one.now, one.then)).collect();
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
}
