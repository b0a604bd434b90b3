//! What a page asks.

use chrono::NaiveDate;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::domain::language::Language;
use crate::domain::project::Project;
use crate::domain::selection::method::Possible;
use crate::domain::value;
use crate::exchange::parse;

/// A question about a project.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub struct Question {
    /// The language of the answer.
    pub language: Language,
    /// Whether pictures are for the dark theme.
    pub is_dark: bool,
    /// The day certificates are judged by.
    pub today: NaiveDate,
    /// Which weights are thought possible.
    pub possible: Possible,
    /// The two parts whose weights the map of winners moves, by their place.
    pub axes: (usize, usize),
}

impl Question {
    /// Writes the question about a project, which is given as in its file.
    #[must_use]
    pub fn write(&self, project: Value) -> String {
        let Self { language, is_dark, today, possible, axes } = *self;
        let language = if language == Language::Zh { "zh" } else { "en" };
        let axes = [axes.0, axes.1];
        let possible = possible.code();
        let question = json!({
            "language": language, "is_dark": is_dark, "today": today.to_string(), "possible": possible, "axes": axes
        });
        json!({ "question": question, "project": project }).to_string()
    }

    /// Reads a question with its project; nothing where it is none.
    pub fn read(asked: &Value) -> Option<(Self, Project)> {
        let question = value::read(asked.get("question")?).ok()?;
        let project = parse::into_document(asked.get("project")?, "/project").ok()?.project;
        Some((question, project))
    }
}
