//! What was typed as working time and cannot be read.

use decode::Decode;
use serde::Serialize;

/// Texts that cannot be read, as they were typed: kept until they are mended, and not counted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Pending {
    /// Of hours: those of each weekday of a calendar, or of every day of a site.
    pub hours: Vec<String>,
    /// Of holidays.
    pub holidays: String,
    /// Of make-up days.
    pub makeup_days: String,
}

impl Pending {
    /// Tells whether everything could be read.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.hours.iter().all(String::is_empty) && self.holidays.is_empty() && self.makeup_days.is_empty()
    }

    /// Returns the text of some hours.
    #[must_use]
    pub fn hours(&self, place: usize) -> &str {
        self.hours.get(place).map_or("", String::as_str)
    }

    /// Keeps the text of some hours; an empty one where they can be read.
    pub fn set_hours(&mut self, place: usize, text: String) {
        if self.hours.len() <= place {
            self.hours.resize(place + 1, String::new());
        }
        if let Some(hours) = self.hours.get_mut(place) {
            *hours = text;
        }
        while self.hours.last().is_some_and(String::is_empty) {
            self.hours.pop();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_mended_leaves_nothing_behind() {
        let mut pending: Pending = serde_json::from_str("{}").unwrap();
        assert!(pending.is_empty());
        pending.set_hours(2, "nine to five".to_owned());
        assert_eq!((pending.hours(2), pending.hours(1), pending.is_empty()), ("nine to five", "", false));
        let text = serde_json::to_string(&pending).unwrap();
        assert_eq!(serde_json::from_str::<Pending>(&text).unwrap(), pending);
        pending.set_hours(2, String::new());
        assert_eq!(pending, Pending::default());
    }
}
