//! Fields this version does not know: kept, and written back unchanged.

use serde_json::Value;

use crate::domain::project::Project;
use crate::domain::value;

/// One step on the way to a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PathStep {
    /// A key of an object.
    Key(String),
    /// The item of a list that has this id; survives reordering.
    WithId(String),
    /// The item at this place, counted from 0, of a list whose items have no ids, such as the versions of a review.
    At(usize),
}

/// A value this version does not know, and where it stood in the project.
#[derive(Clone, Debug, PartialEq)]
pub struct Unknown {
    /// The way from the project to the value.
    pub path: Vec<PathStep>,
    /// The value.
    pub value: Value,
}

impl Unknown {
    /// Writes the way for people, for example `requirements.features.F.note`.
    #[must_use]
    pub fn place(&self) -> String {
        let names = self.path.iter().map(|step| match step {
            PathStep::Key(key) => key.clone(),
            PathStep::WithId(id) => id.clone(),
            PathStep::At(place) => (place + 1).to_string(),
        });
        names.collect::<Vec<_>>().join(".")
    }
}

/// Collects what stands in a file but not in the project read from it.
#[must_use]
pub fn collect(file: &Value, project: &Project) -> Vec<Unknown> {
    let mut found = Vec::new();
    if let Ok(known) = value::write(project) {
        walk(file, &known, &mut Vec::new(), &mut found);
    }
    found
}

fn walk(file: &Value, known: &Value, path: &mut Vec<PathStep>, found: &mut Vec<Unknown>) {
    match (file, known) {
        (Value::Object(file), Value::Object(known)) => {
            for (key, value) in file {
                path.push(PathStep::Key(key.clone()));
                match known.get(key) {
                    Some(other) => walk(value, other, path, found),
                    None => found.push(Unknown { path: path.clone(), value: value.clone() }),
                }
                path.pop();
            }
        }
        (Value::Array(file), Value::Array(known)) => {
            for (place, value) in file.iter().enumerate() {
                let (step, other) = match value.get("id").and_then(Value::as_str) {
                    Some(id) => {
                        (PathStep::WithId(id.to_owned()), known.iter().find(|other| has_id(other, id)))
                    }
                    None => (PathStep::At(place), known.get(place).filter(|other| other.get("id").is_none())),
                };
                let Some(other) = other else { continue };
                path.push(step);
                walk(value, other, path, found);
                path.pop();
            }
        }
        _ => (),
    }
}

fn has_id(value: &Value, id: &str) -> bool {
    value.get("id").and_then(Value::as_str) == Some(id)
}

/// Writes unknown values back where their parents still are.
pub fn merge(project: &mut Value, unknown: &[Unknown]) {
    for Unknown { path, value } in unknown {
        let Some((PathStep::Key(last), parents)) = path.split_last() else { continue };
        let parent = parents.iter().try_fold(&mut *project, |parent, step| match step {
            PathStep::Key(key) => parent.get_mut(key),
            PathStep::WithId(id) => parent.as_array_mut()?.iter_mut().find(|item| has_id(item, id)),
            PathStep::At(place) => parent.get_mut(*place).filter(|item| item.get("id").is_none()),
        });
        if let Some(Value::Object(parent)) = parent {
            parent.entry(last.clone()).or_insert_with(|| value.clone());
        }
    }
}
