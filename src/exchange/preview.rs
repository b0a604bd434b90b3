//! What taking in a project would change, item by item.

use serde_json::{Map, Value};

use crate::domain::calendar::ServiceCalendar;
use crate::domain::collaboration::channels::Channel;
use crate::domain::collaboration::history::Summary;
use crate::domain::collaboration::overlap::Site;
use crate::domain::collaboration::quality::{CheckRecord, Rework};
use crate::domain::collaboration::tickets::Ticket;
use crate::domain::collaboration::{Meeting, Milestone, ResponseLevel};
use crate::domain::ids::Id;
use crate::domain::performance::Kpi;
use crate::domain::performance::improvement::{Feedback, Theme};
use crate::domain::performance::payment::Statement;
use crate::domain::performance::review::agreed::AgreedAction;
use crate::domain::project::Project;
use crate::domain::register::Item;
use crate::domain::requirements::baseline::Baseline;
use crate::domain::requirements::change::ChangeRequest;
use crate::domain::requirements::flow::Process;
use crate::domain::requirements::gap::Skill;
use crate::domain::requirements::questions::Question;
use crate::domain::requirements::understanding::Scenario;
use crate::domain::requirements::workshop::{AgendaItem, Decision, Parked, Participant};
use crate::domain::requirements::{Feature, Goal, Module, SlaLine};
use crate::domain::risk::Risk;
use crate::domain::risk::drill::Drill;
use crate::domain::risk::security::{Agreement, Audit, DataClass, LeakDuty};
use crate::domain::selection::low_price::Purchase;
use crate::domain::selection::measured::Measure;
use crate::domain::selection::method::WeightSet;
use crate::domain::selection::{Case, Criterion, Evaluator, Gate, Vendor};
use crate::domain::team::{Activity, Role};
use crate::domain::value;

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
            _ => match (now, then) {
                (Value::Object(now), Value::Object(then))
                    if then.values().any(|part| items(part).is_some()) =>
                {
                    compare_section(section, now, then, preview);
                }
                _ => preview.changes.push(ItemChange {
                    section: section.to_owned(),
                    list: list.clone(),
                    clause: String::new(),
                    name: String::new(),
                    change: Change::Changed,
                    // What somebody voted is not told in passing.
                    fields: if list == "round" { Vec::new() } else { leaves(list, now, then) },
                }),
            },
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
        "participants" => form::<Participant>(),
        "agenda" => form::<AgendaItem>(),
        "parked" => form::<Parked>(),
        "decisions" => form::<Decision>(),
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
        "sites" => form::<Site>(),
        "channels" => form::<Channel>(),
        "checks" => form::<CheckRecord>(),
        "rework" => form::<Rework>(),
        "calendars" => form::<ServiceCalendar>(),
        "tickets" => form::<Ticket>(),
        "histories" => form::<Summary>(),
        "risks" => form::<Risk>(),
        "agreements" => form::<Agreement>(),
        "data" => form::<DataClass>(),
        "leaks" => form::<LeakDuty>(),
        "audits" => form::<Audit>(),
        "drills" => form::<Drill>(),
        "kpis" => form::<Kpi>(),
        "statements" => form::<Statement>(),
        "agreed" => form::<AgreedAction>(),
        "feedback" => form::<Feedback>(),
        "themes" => form::<Theme>(),
        _ => return String::new(),
    };
    format!("{prefix}-{number:0width$}")
}

fn name_of(item: &Value) -> String {
    [
        "name",
        "outcome",
        "measure",
        "event",
        "client",
        "meaning",
        "what",
        "situation",
        "text",
        "title",
        "parties",
        "told",
        "words",
    ]
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
mod tests;
