//! The project file: one readable JSON text with a kind, a version and any number of projects.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use thiserror::Error;

use crate::domain::project::Project;
use crate::domain::value;
use crate::exchange::unknown::{self, Unknown};

/// The kind every file of ours names, whatever the product is called.
pub const KIND: &str = "outsourcing-workbench";
/// The version of the format this app writes.
pub const VERSION: u32 = 1;

/// A whole file.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Envelope {
    /// Always [`KIND`].
    pub kind: String,
    /// The version of the format.
    pub version: u32,
    /// The program that wrote it.
    #[serde(default)]
    pub app: String,
    /// When it was written, RFC 3339 in UTC.
    #[serde(default)]
    pub exported: String,
    /// The projects.
    pub projects: Vec<Project>,
}

impl Envelope {
    /// Makes the head of a file that is written now, with no project in it yet.
    #[must_use]
    pub fn new(exported: &str) -> Self {
        Self {
            kind: KIND.to_owned(),
            version: VERSION,
            app: concat!("halfseal ", env!("CARGO_PKG_VERSION")).to_owned(),
            exported: exported.to_owned(),
            projects: Vec::new(),
        }
    }
}

/// A project with the fields of its file that this version does not know.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// The project.
    pub project: Project,
    /// What is kept for versions that know it.
    pub unknown: Vec<Unknown>,
}

impl From<Project> for Document {
    fn from(project: Project) -> Self {
        Self { project, unknown: Vec::new() }
    }
}

/// Says that a project cannot be written.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum WriteError {
    /// A number is not finite; JSON has no form for it.
    #[error("the number at {0} is not finite")]
    NotFinite(String),
    /// The project has no JSON form.
    #[error("the project has no JSON form")]
    NoJson,
}

/// Writes projects as one readable file with a stable order of keys.
pub fn export(documents: &[Document], exported: &str) -> Result<String, WriteError> {
    let mut file = value::write(&Envelope::new(exported)).map_err(|_| WriteError::NoJson)?;
    let projects = documents.iter().map(value_of).collect::<Result<Vec<_>, _>>()?;
    if let Some(place) = file.get_mut("projects") {
        *place = Value::Array(projects);
    }
    readable(&file)
}

/// Writes something that is no whole project as one readable file, with the name of the part it is.
pub fn export_part<T: Serialize>(part: &str, contents: &T, exported: &str) -> Result<String, WriteError> {
    let Ok(Value::Object(mut file)) = value::write(&Envelope::new(exported)) else {
        return Err(WriteError::NoJson);
    };
    file.remove("projects");
    file.insert("part".to_owned(), Value::from(part));
    let Ok(Value::Object(contents)) = value::write(contents) else { return Err(WriteError::NoJson) };
    file.extend(contents);
    readable(&Value::Object(file))
}

fn readable(file: &Value) -> Result<String, WriteError> {
    let mut text = serde_json::to_string_pretty(file).map_err(|_| WriteError::NoJson)?;
    text.push('\n');
    Ok(text)
}

/// Returns the JSON of one project with its unknown fields.
pub fn value_of(document: &Document) -> Result<Value, WriteError> {
    check_finite(&document.project)?;
    let mut value = value::write(&document.project).map_err(|_| WriteError::NoJson)?;
    unknown::merge(&mut value, &document.unknown);
    Ok(value)
}

/// Refuses numbers that JSON would silently turn into nothing.
fn check_finite(project: &Project) -> Result<(), WriteError> {
    for (vendor, kpi, months) in project.performance.readings.iter() {
        for (month, reading) in months.iter() {
            if reading.value().is_some_and(|value| !value.is_finite()) {
                return Err(WriteError::NotFinite(format!("/performance/readings/{vendor}/{kpi}/{month}")));
            }
        }
    }
    Ok(())
}
