//! A ticket history from another system, evaluated part by part, so that the page can say how far it is and stop.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::domain::collaboration::Collaboration;
use crate::domain::collaboration::history::{Evaluated, Mapping, evaluate};
use crate::exchange::{table, tree, value};

/// Some rows of a history, and what they are counted by.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Part {
    /// The rows, as they stand in the table.
    pub text: String,
    /// The sign that parts their cells.
    pub separator: char,
    /// Which row of the table the first one is, counted from 1.
    pub first: usize,
    /// What the columns hold.
    pub mapping: Mapping,
    /// The levels and the calendars.
    pub by: Collaboration,
    /// The instant of the report.
    pub as_of: DateTime<Utc>,
}

impl Part {
    /// Writes the question.
    #[must_use]
    pub fn write(&self) -> String {
        json!({ "history": value::write(self).unwrap_or_default() }).to_string()
    }
}

/// Answers with what the rows came to; nothing where something else is asked, null where they cannot be counted.
pub(super) fn answer(asked: &Value) -> Option<Value> {
    let part = asked.get("history")?;
    let evaluated = value::read::<Part>(part).ok().and_then(|part| {
        let rows = table::read_parted(part.text.trim_end_matches(['\r', '\n']), part.separator);
        evaluate(&rows, part.first, &part.mapping, &part.by, part.as_of)
    });
    Some(evaluated.and_then(|evaluated| value::write(&evaluated).ok()).unwrap_or_default())
}

/// Reads an answer; nothing where the rows could not be counted.
#[must_use]
pub fn read(answer: &str) -> Option<Evaluated> {
    value::read(&tree::read_own(answer).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::collaboration::history::Field;
    use crate::domain::collaboration::response::Preset;

    #[test]
    fn a_part_is_asked_and_answered_in_json() {
        let mut by = Collaboration::default();
        by.set_targets(Preset::Industry, &[]);
        let mapping = Mapping {
            columns: vec![
                Some(Field::Reference),
                Some(Field::Level),
                Some(Field::Created),
                Some(Field::Solved),
            ],
            zone: "Asia/Shanghai".to_owned(),
            ..Mapping::default()
        };
        let text = "A-1,P0,2026-01-12 09:00,2026-01-12 12:00\n\nA-2,P9,2026-01-12 09:00,\n".to_owned();
        let as_of = "2026-02-01T00:00:00Z".parse().unwrap();
        let part = Part { text, separator: ',', first: 2, mapping, by, as_of };
        let answer = crate::lab::answer(&part.write());
        let found = read(&answer).unwrap();
        assert_eq!((found.rows, found.left_out(), found.references), (2, 1, vec!["A-1".to_owned()]));
        assert_eq!(found.causes[0].examples, [(4, "P9".to_owned())]);
        assert_eq!(found.levels[0].resolution.worked_s, [3 * 3600]);
        let nowhere = Part { mapping: Mapping::default(), ..part };
        assert_eq!(crate::lab::answer(&nowhere.write()), "null");
    }
}
