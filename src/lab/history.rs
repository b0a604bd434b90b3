//! A ticket history from another system, evaluated part by part, so that the page can say how far it is and stop.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::domain::collaboration::Collaboration;
use crate::domain::collaboration::history::columns::Mapping;
use crate::domain::collaboration::history::{Evaluated, evaluate};
use crate::domain::value;
use crate::exchange::{table, tree};

/// Some rows of a history, and what they are counted by.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Part {
    /// The rows, each as it stands in the table.
    pub rows: Vec<String>,
    /// The sign that parts their cells.
    pub separator: char,
    /// Which row of the table each one is, counted from 1.
    pub places: Vec<usize>,
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
        let cells = |row: &String| {
            let row = row.trim_end_matches(['\r', '\n']);
            table::read_parted(row, part.separator).into_iter().next().unwrap_or_default()
        };
        let rows: Vec<_> = part.rows.iter().map(cells).collect();
        evaluate(&rows, &part.places, &part.mapping, &part.by, part.as_of)
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
    use crate::domain::collaboration::history::columns::Field;
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
        let rows = ["A-1,P0,2026-01-12 09:00,2026-01-12 12:00\r\n", "\n", "A-2,P9,2026-01-12 09:00,"];
        let rows = rows.map(str::to_owned).to_vec();
        let as_of = "2026-02-01T00:00:00Z".parse().unwrap();
        let part = Part { rows, separator: ',', places: vec![2, 3, 4], mapping, by, as_of };
        let answer = crate::lab::answer(&part.write());
        let found = read(&answer).unwrap();
        assert_eq!((found.rows, found.left_out(), found.tickets), (2, 1, 1));
        assert_eq!(found.causes[0].lines, [(4, "P9".to_owned())]);
        assert_eq!(found.levels[0].resolution.worked_s, [3 * 3600]);
        let nowhere = Part { mapping: Mapping::default(), ..part };
        assert_eq!(crate::lab::answer(&nowhere.write()), "null");
    }
}
