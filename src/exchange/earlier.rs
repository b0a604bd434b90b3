//! What earlier versions of the app wrote in another form.

use serde_json::{Map, Value, json};

/// A response level had one step up, in two fields of its own.
const STEP_UP: [&str; 2] = ["escalate_to", "escalate_after_minutes"];

/// Returns a project in the form of today; nothing where it has it already.
#[must_use]
pub fn to_present(project: &Value) -> Option<Value> {
    let has_step_up = |level: &Value| STEP_UP.iter().any(|key| level.get(key).is_some());
    let levels = project.pointer("/collaboration/response/items")?.as_array()?;
    if !levels.iter().any(has_step_up) {
        return None;
    }
    let mut project = project.clone();
    let levels = project.pointer_mut("/collaboration/response/items")?.as_array_mut()?;
    levels.iter_mut().filter_map(Value::as_object_mut).for_each(step_up);
    Some(project)
}

fn step_up(level: &mut Map<String, Value>) {
    let [to, after] = STEP_UP.map(|key| level.shift_remove(key).unwrap_or_default());
    if !(to.is_null() && after.is_null()) {
        level.entry("escalation").or_insert(json!([{ "to": to, "after_minutes": after }]));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn project(level: Value) -> Value {
        json!({ "collaboration": { "response": { "items": [level] } } })
    }

    #[test]
    fn the_one_step_up_of_a_level_becomes_the_first_of_its_path() {
        let before = project(json!({ "escalate_to": "a", "meaning": "down", "escalate_after_minutes": 60 }));
        let after = project(json!({ "meaning": "down", "escalation": [{ "to": "a", "after_minutes": 60 }] }));
        assert_eq!(to_present(&before), Some(after.clone()));
        assert_eq!(to_present(&after), None);
        assert_eq!(to_present(&project(json!({ "escalate_to": null }))), Some(project(json!({}))));
        assert_eq!(to_present(&json!({ "collaboration": 1 })), None);
    }
}
