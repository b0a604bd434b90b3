//! Where in a file a value does not fit.
//!
//! Every field of the types has a default, so a file reduced to one path either still fails, and the fault lies on that
//! path, or it does not. Following the failing path leads to the value, without a second copy of every reader.

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::domain::value::read;
use crate::exchange::tree;

/// Returns the JSON Pointer of the first value that keeps a file from being read as `T`.
pub fn locate<T: DeserializeOwned>(file: &Value) -> String {
    let mut trail = Vec::new();
    follow(file, &mut trail, &|reduced| read::<T>(reduced).is_err());
    trail.iter().fold(String::new(), |pointer, step| tree::step(&pointer, &step.to_string()))
}

/// One step on the way to a value.
#[derive(Clone)]
enum Step {
    Key(String),
    Place(usize),
}

impl std::fmt::Display for Step {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Key(key) => f.write_str(key),
            Self::Place(place) => place.fmt(f),
        }
    }
}

fn follow(value: &Value, trail: &mut Vec<Step>, fails: &dyn Fn(&Value) -> bool) {
    let children: Vec<(Step, &Value)> = match value {
        Value::Object(map) => map.iter().map(|(key, child)| (Step::Key(key.clone()), child)).collect(),
        // A list of fixed length fails by its length alone once reduced; then the list itself is the place.
        Value::Array(_) if fails(&alone(trail, Value::Array(Vec::new()))) => return,
        Value::Array(items) => {
            items.iter().enumerate().map(|(place, child)| (Step::Place(place), child)).collect()
        }
        _ => return,
    };
    for (step, child) in children {
        trail.push(step);
        if fails(&alone(trail, child.clone())) {
            return follow(child, trail, fails);
        }
        trail.pop();
    }
}

/// Returns a file that holds one value and only what leads to it.
fn alone(trail: &[Step], value: Value) -> Value {
    trail.iter().rev().fold(value, |inner, step| match step {
        Step::Key(key) => Value::Object(Map::from_iter([(key.clone(), inner)])),
        Step::Place(_) => Value::Array(vec![inner]),
    })
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;
    use serde_json::json;

    use super::*;

    #[derive(Default, Deserialize)]
    #[serde(default)]
    struct Page {
        #[allow(dead_code)]
        lines: Vec<Line>,
        #[allow(dead_code)]
        weights: [u8; 2],
    }

    #[derive(Default, Deserialize)]
    #[serde(default)]
    struct Line {
        #[allow(dead_code)]
        amount: Option<i64>,
    }

    #[test]
    fn the_place_of_the_first_fault_is_found() {
        let page = |value: Value| locate::<Page>(&value);
        assert_eq!(
            page(json!({"lines": [{"amount": 1}, {}, {"amount": "x"}, {"amount": "y"}]})),
            "/lines/2/amount"
        );
        assert_eq!(page(json!({"other": 1, "lines": {}})), "/lines");
        assert_eq!(page(json!({"weights": [1, 2, 3]})), "/weights");
        assert_eq!(page(json!({"lines": [{"amount": 1}], "weights": [1, "x"]})), "/weights");
        assert_eq!(page(json!(7)), "");
    }
}
