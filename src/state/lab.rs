//! Asking the decision laboratory, which computes beside the page.

use serde_json::Value;

use crate::domain::collaboration::history::Evaluated;
use crate::domain::project::Project;
use crate::exchange::file::{Document, value_of};
use crate::exchange::tree;
use crate::lab::history;
use crate::lab::question::Question;
use crate::platform::gate;

/// One second opinion, ready to be shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Opinion {
    /// What it looks at.
    pub title: String,
    /// What was found, in a sentence.
    pub finding: String,
    /// The picture, an SVG text; empty where there is none.
    pub picture: String,
    /// The numbers, an HTML table.
    pub numbers: String,
    /// What else is worth knowing, in HTML.
    pub notes: String,
    /// How the numbers came about, in HTML; may be empty.
    pub calculations: String,
}

/// Asks about a project; nothing where the laboratory cannot be loaded or broke down.
pub async fn ask(question: Question, project: Project) -> Option<String> {
    let project = value_of(&Document::from(project)).ok()?;
    gate::ask(&question.write(project)).await.ok()?.as_string()
}

/// Asks for what a part of a ticket history came to; nothing where the laboratory cannot be loaded or broke down.
pub async fn evaluate(part: history::Part) -> Option<Evaluated> {
    history::read(&gate::ask(&part.write()).await.ok()?.as_string()?)
}

/// Reads an answer.
#[must_use]
pub fn read(answer: &str) -> Vec<Opinion> {
    let answer = tree::read_own(answer).unwrap_or_default();
    answer.as_array().map(|opinions| opinions.iter().map(opinion).collect()).unwrap_or_default()
}

fn opinion(texts: &Value) -> Opinion {
    let text = |place: usize| texts.get(place).and_then(Value::as_str).unwrap_or_default().to_owned();
    let [title, finding, picture, numbers, notes, calculations] = [0, 1, 2, 3, 4, 5].map(text);
    Opinion { title, finding, picture, numbers, notes, calculations }
}
